//! The whole page: header, question, answer, footer.

use super::controls::{Select, themes};
use super::figure::Figure;
use super::{Context, Site, State, controls::Controls};
use crate::output::address;
use crate::question::{Lang, Question, View};
use crate::words::{self, ui};
use leptos::prelude::*;

/// The page.
#[component]
pub fn Page(
    /// The page around the question.
    site: Site,
    /// What changes.
    state: State,
) -> impl IntoView {
    let context = Context::new(site, state);
    let strings = ui(context.lang);
    let version = context.site.with_value(|site| site.data.version());
    let version = version.map(|day| format!("{}: {}", strings.version, words::day(day, context.lang)));
    let package = context.site.with_value(|site| format!("{}data/datapackage.json", site.root));
    let is_ranking = Memo::new(move |_| state.question.with(|question| question.view == View::Ranking));
    let other = match context.lang {
        Lang::De => "en",
        Lang::En => "de",
    };
    view! {
        <a class="skip" href="#content">{strings.skip}</a>
        <header class="site">
            <a class="brand" href="./" data-ask="">{strings.site}</a>
            <nav aria-label=strings.navigation>
                <Follow context=context view=View::Ranking words=strings.nav_ranking/>
                <Follow context=context view=View::Growth words=strings.nav_growth/>
                <a href=context.text(other_language) hreflang=other lang=other>{strings.other_language}</a>
            </nav>
        </header>
        <main id="content" tabindex="-1">
            <h1>{strings.page_title}</h1>
            <p class="lead">{strings.lead}</p>
            <p class="no-script">{strings.no_script}</p>
            <Controls context=context/>
            <Notes context=context/>
            <Figure context=context answer=context.answer ids=("title", "keys")/>
            {move || {
                is_ranking.get().then(|| view! { <Figure context=context answer=context.second() ids=("title-2", "keys-2")/> })
            }}
        </main>
        <footer class="site">
            <p>{strings.independent}</p>
            <ul>
                <li>{version}</li>
                <li><a href=package>{strings.data_package}</a></li>
                <li>{strings.licence}</li>
            </ul>
            <div class="theme">
                <Select context=context name="theme" label=strings.theme choices=themes/>
            </div>
        </footer>
    }
}

/// The address of the same question on the page in the other language.
fn other_language(question: &Question, context: Context) -> String {
    let (other, path) = context.site.with_value(|site| match site.lang {
        Lang::De => (Lang::En, format!("{}en/", site.root)),
        Lang::En => (Lang::De, if site.root.is_empty() { "./".to_owned() } else { site.root.to_owned() }),
    });
    let query = Question { lang: None, ..question.clone() }.to_query(other);
    if query.is_empty() { path } else { format!("{path}?{query}") }
}

/// A link of the navigation: the default question of a view, keeping the reader's state.
#[component]
fn Follow(context: Context, view: View, words: &'static str) -> impl IntoView {
    let question = context.state.question;
    let href = Signal::derive(move || {
        let next = question.with(|q| Question { view, measure: None, ..q.clone() }.tidy());
        address(&next, context.lang)
    });
    let here = Signal::derive(move || {
        question.with(|q| {
            let here = q.view == view && (view == View::Ranking || q.measure.is_none());
            here.then(|| "page".to_owned())
        })
    });
    view! { <a href=href aria-current=here data-ask="">{words}</a> }
}

/// Notes about the question: keys that could not be used, data of an earlier day; and the finding, announced after a
/// choice.
#[component]
fn Notes(context: Context) -> impl IntoView {
    let state = context.state;
    let strings = ui(context.lang);
    let invalid = Signal::derive(move || {
        let notes = |list: &Vec<_>| list.iter().map(|found| words::invalid(found, context.lang)).collect::<Vec<_>>();
        state.invalid.with(notes).join(" ")
    });
    let asof = Signal::derive(move || {
        let day = state.question.with(|question| question.asof);
        day.map(|day| format!("{} {}. ", strings.asof, words::day(day, context.lang))).unwrap_or_default()
    });
    let today = context.text(|question, context| address(&Question { asof: None, ..question.clone() }, context.lang));
    let finding = Signal::derive(move || match state.chosen.get() {
        true => context.answer.with(|answer| words::headline(answer, context.lang).title),
        false => String::new(),
    });
    view! {
        <p class="note" role="status" hidden=Signal::derive(move || invalid.with(String::is_empty))>{invalid}</p>
        <p class="note" hidden=Signal::derive(move || asof.with(String::is_empty))>
            {asof} <a data-ask="" href=today>{strings.asof_today}</a>
        </p>
        <p class="visually-hidden" role="status">{finding}</p>
    }
}
