//! Running text: what method, data, news, glossary, legal pages and the index are made of.

use super::gallery::{Filter, Tile, filters, tiles};
use crate::ui::components::Host;
use crate::ui::components::item::{Item, Text};
use crate::ui::components::link::linked;
use crate::words::Linked;
use leptos::prelude::*;

/// A term with its explanation.
#[derive(Debug, Clone, Default)]
pub struct Fact {
    /// The id of the term; empty is none.
    pub id: String,
    /// The term.
    pub term: String,
    /// The explanation.
    pub text: String,
    /// A name of the data package after it; empty is none.
    pub code: String,
}

/// A section with a heading of the second level.
#[derive(Debug, Clone)]
pub struct Section {
    /// Its id; empty is none.
    pub id: String,
    /// Its heading.
    pub heading: String,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A piece of running text.
#[derive(Debug, Clone)]
pub enum Block {
    /// The heading of the page.
    Title(String),
    /// A heading of the second level.
    Heading(String),
    /// A heading of the third level.
    Subheading(String),
    /// What the page is about.
    Lead(String),
    /// A paragraph.
    Text(String),
    /// A paragraph in large type with short sentences.
    Easy(String),
    /// A note that stands out.
    Note(String),
    /// A paragraph of links, separated by commas, with words after them.
    Links(Vec<Linked>, &'static str),
    /// A list of sentences.
    Items(Vec<String>),
    /// A list of sentences in parts, some of them in another language.
    Parts(Vec<Vec<Linked>>),
    /// Known barriers of the site, each with the number of its test.
    Barriers(Vec<(&'static str, String)>),
    /// A list of sources.
    Sources(Vec<Linked>),
    /// A list of pages, each with words after its link.
    Pages(Vec<(Linked, String)>),
    /// Terms with their explanations.
    Facts(Vec<Fact>),
    /// A list that opens, below its summary.
    Details(String, Vec<Vec<Linked>>),
    /// A table: label, headings, rows.
    Table(String, Vec<&'static str>, Vec<Vec<Linked>>),
    /// Code to copy.
    Code(String),
    /// A video: its path.
    Video(String),
    /// Cards as pictures: the way to their folder, and they.
    Tiles(String, Vec<Tile>),
    /// Filters of the pictures: they, the label of the search, what is said of what is left.
    Filters(Vec<Filter>, [&'static str; 2]),
    /// A section.
    Section(Section),
}

/// Where links stand that open in the same window.
fn here() -> Host {
    Host::Card(String::new())
}

fn items(list: Vec<String>) -> impl IntoView {
    list.into_iter().map(|text| view! { <li>{text}</li> }).collect::<Vec<_>>()
}

fn parts(list: Vec<Vec<Linked>>) -> impl IntoView {
    let item = |parts: Vec<Linked>| parts.into_iter().fold(Item::new("li"), |item, part| linked(item, part, &here()));
    list.into_iter().map(item).collect::<Vec<_>>()
}

/// Blocks as HTML.
pub fn prose(blocks: Vec<Block>) -> AnyView {
    blocks.into_iter().map(block).collect::<Vec<_>>().into_any()
}

fn block(block: Block) -> AnyView {
    match block {
        Block::Title(text) => view! { <h1>{text}</h1> }.into_any(),
        Block::Heading(text) => view! { <h2>{text}</h2> }.into_any(),
        Block::Subheading(text) => view! { <h3>{text}</h3> }.into_any(),
        Block::Lead(text) => view! { <p class="lead">{text}</p> }.into_any(),
        Block::Text(text) => view! { <p class="prose">{text}</p> }.into_any(),
        Block::Easy(text) => view! { <p class="prose easy">{text}</p> }.into_any(),
        Block::Note(text) => view! { <p class="note">{text}</p> }.into_any(),
        Block::Links(links, after) => {
            let start = Item::new("p").class("prose");
            let add = |p: Item, (index, link): (usize, Linked)| {
                linked(if index > 0 { p.text(", ") } else { p }, link, &here())
            };
            links.into_iter().enumerate().fold(start, add).text(after).into_any()
        }
        Block::Items(list) => view! { <ul class="prose">{items(list)}</ul> }.into_any(),
        Block::Parts(list) => view! { <ul class="prose">{parts(list)}</ul> }.into_any(),
        Block::Barriers(list) => {
            let list = list.into_iter().map(|(test, text)| view! { <li data-barrier=test>{text}</li> });
            view! { <ul class="prose">{list.collect::<Vec<_>>()}</ul> }.into_any()
        }
        Block::Sources(list) => {
            let list = list.into_iter().map(|source| {
                let item = Item::new("li").maybe("lang", source.lang);
                linked(item, Linked { lang: None, ..source }, &here())
            });
            view! { <ul class="prose sources">{list.collect::<Vec<_>>()}</ul> }.into_any()
        }
        Block::Pages(list) => {
            let list = list.into_iter().map(|(page, after)| {
                view! { <li><a class="kern-link" href=page.href lang=page.lang>{page.text}</a>{after}</li> }
            });
            view! { <ul class="list">{list.collect::<Vec<_>>()}</ul> }.into_any()
        }
        Block::Facts(list) => facts(list).into_any(),
        Block::Details(summary, list) => {
            view! { <details><summary>{summary}</summary><ul class="prose">{parts(list)}</ul></details> }.into_any()
        }
        Block::Table(label, heads, rows) => table(label, heads, rows).into_any(),
        Block::Code(code) => view! { <pre tabindex="0"><code>{code}</code></pre> }.into_any(),
        Block::Video(path) => {
            view! { <video controls=true preload="none" width="640" height="360" src=path></video> }.into_any()
        }
        Block::Tiles(way, list) => tiles(&way, list).into_any(),
        Block::Filters(list, [search, hits]) => filters(list, search, hits).into_any(),
        Block::Section(Section { id, heading, blocks }) => {
            let id = (!id.is_empty()).then_some(id);
            view! { <section id=id><h2>{heading}</h2>{prose(blocks)}</section> }.into_any()
        }
    }
}

/// Files to take along: name and address of each.
pub(super) fn files(list: Vec<(impl Into<Text>, String)>) -> impl IntoView {
    let file = |(name, href)| {
        let link = Item::new("a").attr("href", href).flag("download", true).text(name);
        Item::new("li").child(link)
    };
    Item::new("ul").class("files").children(list.into_iter().map(file))
}

fn facts(list: Vec<Fact>) -> impl IntoView {
    let fact = |Fact { id, term, text, code }| {
        let code = (!code.is_empty()).then(|| view! { " "<code>{code}</code> });
        view! { <dt id=(!id.is_empty()).then_some(id)>{term}</dt><dd>{text}{code}</dd> }
    };
    view! { <dl class="glossary">{list.into_iter().map(fact).collect::<Vec<_>>()}</dl> }
}

fn table(label: String, heads: Vec<&'static str>, rows: Vec<Vec<Linked>>) -> impl IntoView {
    let heads = heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect::<Vec<_>>();
    let row = |cells: Vec<Linked>| {
        let cell = |(index, cell): (usize, Linked)| {
            let item = if index == 0 { Item::new("th").attr("scope", "row") } else { Item::new("td") };
            linked(item, cell, &here())
        };
        let cells = cells.into_iter().enumerate().map(cell).collect::<Vec<_>>();
        view! { <tr>{cells}</tr> }
    };
    view! {
        <div class="table" role="region" tabindex="0" aria-label=label>
            <table>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows.into_iter().map(row).collect::<Vec<_>>()}</tbody>
            </table>
        </div>
    }
}
