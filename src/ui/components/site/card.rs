//! The page of a card: its figure, sources, files, embed codes.

use super::block::{Block, files, prose};
use super::render::static_html;
use crate::question::Lang;
use crate::ui::components::Host;
use crate::ui::components::figure::Figure;
use crate::ui::components::item::Item;
use crate::ui::state::Content;
use crate::words::{Linked, fixed, source_line};
use leptos::prelude::*;
use std::sync::Arc;

/// What the page of a card shows.
#[derive(Debug, Clone)]
pub struct CardPage {
    /// Its figure.
    pub content: Arc<Content>,
    /// Way to the start page of the language.
    pub home: String,
    /// What stands beside its figure.
    pub more: Vec<Block>,
    /// Its sources.
    pub sources: Vec<Linked>,
    /// State of the data and terms of use.
    pub terms: String,
    /// Name and address of its files.
    pub files: Vec<(&'static str, String)>,
    /// Codes to embed it: as a frame, as a picture.
    pub codes: [String; 2],
}

/// The iframe for a page of others.
pub fn iframe(address: String, title: String, lang: Lang, height: i32, style: String) -> String {
    let style = format!("border:0;width:100%;{style}");
    static_html(move || {
        let frame = Item::new("iframe").attr("src", address).attr("title", title).attr("lang", lang.name());
        frame.attr("loading", "lazy").attr("width", "100%").attr("height", height.to_string()).attr("style", style)
    })
}

/// The picture for a page of others: linked, with its source.
pub fn picture(content: &Content, address: String, image: String) -> String {
    let headline = &content.words.headline;
    let alt = format!("{}. {}", headline.title, headline.sentence);
    let source = source_line(&content.answer, content.lang);
    static_html(move || {
        view! {
            <figure>
                <a href=address><img src=image alt=alt width="860" loading="lazy"/></a>
                <figcaption>{source}</figcaption>
            </figure>
        }
    })
}

/// The main part of the page.
pub fn card(page: CardPage) -> impl IntoView {
    let lang = page.content.lang;
    let words = fixed(lang);
    let explore = page.content.question.address(&page.home, lang);
    let code = |id: &'static str, label: &'static str, code: String| {
        let area = Item::new("textarea").attr("id", id).class("code").flag("readonly", true).attr("rows", "5");
        let area = area.attr("spellcheck", "false").text(code);
        view! { <p><label for=id>{label}</label></p>{area} }
    };
    let [frame, picture] = page.codes;
    let content = Signal::stored(Some(page.content));
    view! {
        <Figure content=content settled=content host=Host::Card(page.home)/>
        {prose(page.more)}
        <section aria-labelledby="sources">
            <h2 id="sources">{words.sources}</h2>
            {prose(vec![Block::Sources(page.sources), Block::Text(page.terms)])}
        </section>
        <p class="explore"><a class="kern-link" href=explore>{words.explore}</a></p>
        <section aria-labelledby="files">
            <h2 id="files">{words.files}</h2>
            {files(page.files)}
        </section>
        <section aria-labelledby="embedding">
            <h2 id="embedding">{words.embed}</h2>
            <p>{words.embed_help}</p>
            {code("code-frame", words.embed_frame, frame)}
            {code("code-picture", words.embed_picture, picture)}
        </section>
        <p><a class="kern-link" href="../">{words.all_cards}</a></p>
    }
}
