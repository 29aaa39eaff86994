//! The page for addresses that do not exist: in both languages, with links from the root, as it may stand anywhere.

use super::render::static_html;
use super::shell::Named;
use crate::question::Lang;
use crate::words::{fixed, frame, header};
use leptos::either::Either;
use leptos::prelude::*;

/// The whole page; `base` is the path of the site, `style` its styles, seen from there.
pub fn not_found(base: &str, style: Named) -> String {
    let part = |lang: Lang| {
        let words = fixed(lang);
        let heading = match lang {
            Lang::De => Either::Left(view! { <h1>{words.not_found}</h1> }),
            Lang::En => Either::Right(view! { <h2>{words.not_found}</h2> }),
        };
        let home = if lang == Lang::De { base.to_owned() } else { format!("{base}en/") };
        view! {
            <section lang=lang.name()>
                {heading}
                <p>{words.not_found_help}</p>
                <p><a href=home>{header(lang).site}</a></p>
            </section>
        }
    };
    let (de, en) = (part(Lang::De), part(Lang::En));
    let icon = format!("{base}icon.svg");
    static_html(move || {
        view! {
            <!DOCTYPE html>
            <html lang="de" data-state="static">
                <head>
                    <meta charset="utf-8"/>
                    <title>{format!("404 – {}", header(Lang::De).site)}</title>
                    <meta name="viewport" content="width=device-width, initial-scale=1"/>
                    <meta name="robots" content="noindex"/>
                    <link rel="stylesheet" href=style.href integrity=style.integrity/>
                    <link rel="icon" r#type="image/svg+xml" href=icon/>
                </head>
                <body class="page">
                    <a class="skip" href="#content">{frame(Lang::De).skip}</a>
                    <main id="content" tabindex="-1">{de}{en}</main>
                </body>
            </html>
        }
    })
}
