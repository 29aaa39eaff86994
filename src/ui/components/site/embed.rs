//! An embed: a page with its styles inside, open to any frame. Its one script tells how high it is.

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
    /// Words of newer figures and the way to them, where it shows a month that is not the newest.
    pub newer: Option<[String; 2]>,
    /// Way to the start page of the language.
    pub home: String,
    /// Way to the root of the site.
    pub root: String,
    /// Way to the page of the card, and its address.
    pub card: [String; 2],
    /// The id of the card.
    pub id: String,
    /// The key under which its height was measured.
    pub key: Option<String>,
    /// The version of the data.
    pub version: Option<String>,
    /// What stands inside.
    pub parts: EmbedParts,
}

/// What stands inside each embed, with its hash as the policy names it.
#[derive(Debug, Clone)]
pub struct EmbedParts {
    /// The styles.
    pub style: String,
    /// Their hash.
    pub style_hash: String,
    /// The script that tells the height.
    pub script: String,
    /// Its hash.
    pub script_hash: String,
}

impl EmbedParts {
    /// The policy of embeds, but for who may frame them.
    pub fn policy(&self) -> String {
        format!(
            "default-src 'none'; script-src '{}'; style-src '{}'; img-src 'self'; base-uri 'none'; form-action 'none'",
            self.script_hash, self.style_hash
        )
    }
}

/// The whole page.
pub fn embed(page: EmbedPage) -> String {
    let lang = page.content.lang;
    let title = page.content.words.headline.title.clone();
    let policy = page.parts.policy();
    let [card, canonical] = page.card;
    let newer = page.newer.map(|[words, href]| {
        view! { <p class="newer"><a href=href target="_blank" rel="noopener">{words}</a></p> }
    });
    static_html(move || {
        let content = Signal::stored(Some(page.content));
        view! {
            <!DOCTYPE html>
            <html lang=lang.name() data-state="static" data-id=page.id data-key=page.key data-asof=page.version>
                <head>
                    <meta charset="utf-8"/>
                    <title>{title}</title>
                    <meta name="viewport" content="width=device-width, initial-scale=1"/>
                    <meta name="color-scheme" content="light dark"/>
                    <meta name="robots" content="noindex"/>
                    <meta http-equiv="Content-Security-Policy" content=policy/>
                    <link rel="canonical" href=canonical/>
                    <link rel="icon" r#type="image/svg+xml" href=format!("{}icon.svg", page.root)/>
                    <style>{page.parts.style}</style>
                </head>
                <body class="embed">
                    <main>
                        <Figure content=content settled=content host=Host::Embed(page.home)/>
                        {newer}
                        <p class="brand"><a href=card target="_blank" rel="noopener">{header(lang).site}</a></p>
                    </main>
                    <script>{page.parts.script}</script>
                </body>
            </html>
        }
    })
}
