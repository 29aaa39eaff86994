//! An embed: a page without any script, its styles inside, open to any frame.

use super::render::static_html;
use crate::ui::components::Host;
use crate::ui::components::figure::Figure;
use crate::ui::state::Content;
use crate::words::header;
use leptos::prelude::*;
use std::sync::Arc;

/// What an embed shows.
#[derive(Debug, Clone)]
pub struct EmbedPage {
    /// Its figure.
    pub content: Arc<Content>,
    /// Way to the start page of the language.
    pub home: String,
    /// Way to the root of the site.
    pub root: String,
    /// Way to the page of the card, and its address.
    pub card: [String; 2],
    /// Its styles.
    pub style: String,
    /// Their hash, as the policy names it.
    pub style_hash: String,
}

/// The whole page.
pub fn embed(page: EmbedPage) -> String {
    let lang = page.content.lang;
    let title = page.content.words.headline.title.clone();
    let policy = format!(
        "default-src 'none'; style-src '{}'; img-src 'self'; base-uri 'none'; form-action 'none'",
        page.style_hash
    );
    let [card, canonical] = page.card;
    static_html(move || {
        let content = Signal::stored(Some(page.content));
        view! {
            <!DOCTYPE html>
            <html lang=lang.name() data-state="static">
                <head>
                    <meta charset="utf-8"/>
                    <title>{title}</title>
                    <meta name="viewport" content="width=device-width, initial-scale=1"/>
                    <meta name="color-scheme" content="light dark"/>
                    <meta name="robots" content="noindex"/>
                    <meta http-equiv="Content-Security-Policy" content=policy/>
                    <link rel="canonical" href=canonical/>
                    <link rel="icon" r#type="image/svg+xml" href=format!("{}icon.svg", page.root)/>
                    <style>{page.style}</style>
                </head>
                <body class="embed">
                    <main>
                        <Figure content=content settled=content host=Host::Embed(page.home)/>
                        <p class="brand"><a href=card target="_blank" rel="noopener">{header(lang).site}</a></p>
                    </main>
                </body>
            </html>
        }
    })
}
