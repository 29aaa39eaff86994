//! The page of a card: its figure, sources, files, embed codes.

use super::block::{Block, files, prose};
use super::render::static_html;
use crate::question::{Lang, Question};
use crate::ui::components::Host;
use crate::ui::components::figure::Figure;
use crate::ui::components::item::Item;
use crate::ui::state::Content;
use crate::words::{Linked, fixed, ui};
use leptos::prelude::*;
use std::sync::Arc;

/// What the page of a card shows.
#[derive(Debug, Clone)]
pub struct CardPage {
    /// Its figure.
    pub content: Arc<Content>,
    /// Way to the start page of the language.
    pub home: String,
    /// Which figures it will show when there are newer ones.
    pub time: Vec<Block>,
    /// What stands beside its figure.
    pub more: Vec<Block>,
    /// Its sources.
    pub sources: Vec<Linked>,
    /// State of the data and terms of use.
    pub terms: String,
    /// Name and address of its files, in groups with what each is for.
    pub files: [(&'static str, Vec<(String, String)>); 3],
    /// What the page with embed codes is asked.
    pub share: Question,
    /// How it is cited: in words, as a data set, for BibTeX.
    pub citations: [String; 3],
    /// Codes to embed it: as a frame with a script, as a frame alone, as a picture.
    pub codes: [String; 3],
}

/// The iframe for a page of others, as high as `style` says in units of its column; `height` in CSS pixels is for hosts that
/// take the style away.
pub fn iframe(address: String, title: String, lang: Lang, height: i32, style: String) -> String {
    let style = format!("border:0;width:100%;height:{style}");
    static_html(move || {
        let frame = Item::new("iframe").attr("src", address).attr("title", title).attr("lang", lang.name());
        let frame = frame.attr("loading", "lazy").attr("width", "100%").attr("height", height.to_string());
        // What contains its inline size has no width of its own: in a flexible box it would vanish.
        let column = Item::new("div").attr("style", "container-type:inline-size;width:100%;min-width:200px");
        column.child(frame.attr("frameborder", "0").attr("referrerpolicy", "no-referrer").attr("style", style))
    })
}

/// The script for a page of others that gives each frame the height that it reports.
pub fn frame_script(address: String) -> String {
    static_html(move || view! { <script async src=address referrerpolicy="no-referrer"></script> })
}

/// The picture for a page of others, of this width and height in CSS pixels: linked; its source is part of it.
pub fn picture(content: &Content, address: String, image: String, size: (i32, i32)) -> String {
    let headline = &content.words.headline;
    let alt = format!("{}. {}", headline.title, headline.sentence);
    let [width, height] = [size.0, size.1].map(|pixels| pixels.to_string());
    let style = "max-width:100%;height:auto";
    static_html(move || {
        view! {
            <a href=address><img src=image alt=alt width=width height=height style=style loading="lazy" referrerpolicy="no-referrer"/></a>
        }
    })
}

/// The main part of the page.
pub fn card(page: CardPage) -> impl IntoView {
    let lang = page.content.lang;
    let words = fixed(lang);
    let explore = page.content.question.address(&page.home, lang);
    let share = page.share.address("../../share/", lang);
    let code = |id: &'static str, label: &'static str, code: String| {
        let area = Item::new("textarea").attr("id", id).class("code").flag("readonly", true).attr("rows", "4");
        let area = area.attr("spellcheck", "false").text(code);
        view! { <p><label for=id>{label}</label></p>{area} }
    };
    let [text, apa, bibtex] = page.citations;
    let [script, frame, picture] = page.codes;
    let content = Signal::stored(Some(page.content));
    view! {
        <Figure content=content settled=content host=Host::Card(page.home)/>
        {prose(page.time)}
        {prose(page.more)}
        <section aria-labelledby="sources">
            <h2 id="sources">{words.sources}</h2>
            {prose(vec![Block::Sources(page.sources), Block::Text(page.terms)])}
        </section>
        <p class="explore">
            <a class="kern-link" href=explore>{words.explore}</a>
            <a class="kern-link" href=share data-share="">{ui(lang).embed}</a>
        </p>
        <section aria-labelledby="files">
            <h2 id="files">{words.files}</h2>
            {page.files.map(|(heading, list)| view! { <h3>{heading}</h3>{files(list)} })}
        </section>
        <section aria-labelledby="citing">
            <h2 id="citing">{words.cite}</h2>
            {code("cite-text", words.cite_text, text)}
            {code("cite-apa", "APA", apa)}
            {code("cite-bibtex", "BibTeX", bibtex)}
        </section>
        <section aria-labelledby="embedding">
            <h2 id="embedding">{words.embed}</h2>
            <p>{words.embed_help}</p>
            {code("code-script", words.embed_script, script)}
            {code("code-frame", words.embed_frame, frame)}
            {code("code-picture", words.embed_picture, picture)}
        </section>
        <p><a class="kern-link" href="../">{words.all_cards}</a></p>
    }
}
