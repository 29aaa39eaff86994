//! The glossary: a page of its own, without any script.

use crate::question::Lang;
use crate::words::{frame, glossary};
use leptos::prelude::*;

/// The body of the glossary; `root` leads to the root of the site.
#[component]
pub(super) fn Glossary(lang: Lang, root: &'static str) -> impl IntoView {
    let strings = frame(lang);
    let (other, path) = match lang {
        Lang::De => ("en", format!("{root}en/glossary/")),
        Lang::En => ("de", format!("{root}glossary/")),
    };
    let entries = glossary(lang).map(|(term, text)| view! { <dt>{term}</dt><dd>{text}</dd> });
    view! {
        <a class="skip" href="#content">{strings.skip}</a>
        <header class="site">
            <a class="brand" href="../">{strings.site}</a>
            <nav aria-label=strings.navigation>
                <a href="../">{strings.nav_ranking}</a>
                <a href="../?view=growth">{strings.nav_growth}</a>
                <a href="./" aria-current="page">{strings.glossary}</a>
                <a href=path hreflang=other lang=other>{strings.other_language}</a>
            </nav>
        </header>
        <main id="content" tabindex="-1">
            <h1>{strings.glossary}</h1>
            <dl class="glossary">{entries.collect::<Vec<_>>()}</dl>
        </main>
        <footer class="site">
            <p>{strings.independent}</p>
            <ul>
                <li><a href="../">{strings.nav_ranking}</a></li>
                <li>{strings.licence}</li>
            </ul>
        </footer>
    }
}
