//! The lists of services behind the figures.

use super::block::files;
use super::start::banner;
use crate::question::Lang;
use crate::words::{fixed, german, pick};
use leptos::either::Either;
use leptos::prelude::*;

/// A service of a list.
#[derive(Debug, Clone)]
pub struct ServiceLine {
    /// Its name.
    pub name: String,
    /// Its LeiKa key.
    pub key: String,
    /// The id and the name of its OZG bundle.
    pub bundle: [String; 2],
    /// Where it is available: as in the data, and in words.
    pub coverage: (String, &'static str),
    /// Its address (https); empty is none.
    pub href: String,
}

/// A page of services.
#[derive(Debug, Clone)]
pub struct ServiceList {
    /// The services.
    pub lines: Vec<ServiceLine>,
    /// How many there are, in words.
    pub count: String,
    /// What services throughout the state are called.
    pub statewide: &'static str,
    /// Name and address of its files.
    pub files: Vec<(&'static str, String)>,
}

/// The search, the count and the table; `search.js` narrows them.
fn list(list: ServiceList, lang: Lang) -> impl IntoView {
    let words = fixed(lang);
    let line = |line: ServiceLine| {
        let link = match line.href.is_empty() {
            true => Either::Left("–"),
            false => Either::Right(view! {
                <a class="kern-link" href=line.href rel="noopener noreferrer">
                    {words.open}
                    <span class="visually-hidden" lang=german(lang)>{format!(": {}", line.name)}</span>
                </a>
            }),
        };
        let [ozg, bundle] = line.bundle;
        view! {
            <tr data-coverage=line.coverage.0 data-ozg=ozg>
                <th scope="row" lang=german(lang)>{line.name}</th>
                <td>{line.key}</td>
                <td lang=german(lang)>{bundle}</td>
                <td>{line.coverage.1}</td>
                <td>{link}</td>
            </tr>
        }
    };
    let lines = list.lines.into_iter().map(line).collect::<Vec<_>>();
    let heads = [words.service, "LeiKa", words.bundle, words.coverage, words.link];
    view! {
        <p class="search-box" hidden=true>
            <label for="search">{words.services_search}</label>
            " "
            <input id="search" class="search" r#type="search" autocomplete="off"/>
        </p>
        <p
            role="status"
            id="found"
            data-ozg=words.group_ozg
            data-leika=words.group_leika
            data-statewide=list.statewide
        >
            {list.count}
        </p>
        <p role="status" id="hits" data-hits=words.services_hits></p>
        <p id="all" hidden=true>
            <a class="kern-link" href="./">
                {pick(lang, "Alle Leistungen dieser Liste zeigen", "Show all services of this list")}
            </a>
        </p>
        <div class="table" role="region" tabindex="0" aria-label=words.services>
            <table>
                <thead>
                    <tr>{heads.map(|head| view! { <th scope="col">{head}</th> }).into_iter().collect::<Vec<_>>()}</tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
        {files(list.files)}
    }
}

/// The main part of a page of services: what stands above, the list, what stands below. `back` leads to the figures;
/// `search.js` adds what the reader had asked there.
pub fn services(
    lang: Lang,
    above: AnyView,
    found: Option<ServiceList>,
    below: AnyView,
    (back, is_sample): (String, bool),
) -> impl IntoView {
    let words = fixed(lang);
    let back = view! { <p><a class="kern-link" id="back" href=back>{words.services_back}</a></p> };
    view! {
        {is_sample.then(|| banner(lang))}
        {back}
        {above}
        {found.map(|found| list(found, lang))}
        {below}
    }
}
