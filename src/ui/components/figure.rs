//! A figure: finding, definition, legend, picture, sentence, foot. One component for app, card and embed.

use super::actions::Actions;
use super::chart::{Charts, Shown};
use super::host::Host;
use super::item::{Item, Items, items};
use super::table::TableField;
use crate::answer::Answer;
use crate::question::{Question, View};
use crate::ui::state::Content;
use crate::words::{Entry, Notes, cut, german, pick, terms, ui, ways_out};
use leptos::prelude::*;

/// A part of a figure that follows what it shows.
fn part(content: Shown, host: &Host, make: fn(&Content, &Host) -> Vec<Item>) -> Items {
    let host = host.clone();
    items(move || content.get().map(|content| make(&content, &host)).unwrap_or_default())
}

/// A figure.
#[component]
pub fn Figure(
    /// What it shows.
    content: Shown,
    /// The same once the picture is there: sentences and tables can wait.
    settled: Shown,
    /// Where it stands.
    host: Host,
) -> impl IntoView {
    let is_first = host.index() == 0;
    let id = move |first: &'static str, second: &'static str| if is_first { first } else { second };
    let attribute = move |read: fn(&Content) -> String| {
        Signal::derive(move || content.with(|own| own.as_ref().map(|own| read(own))))
    };
    let is_empty = Signal::derive(move || settled.with(|own| own.as_ref().is_none_or(|own| own.is_empty())));
    let strings = content.with_untracked(|own| ui(own.as_ref().map(|own| own.lang).unwrap_or_default()));
    let is_card = matches!(host, Host::Card(_));
    // A page of others has no buttons of this site.
    let app = host.app();
    let own = app.filter(|(state, _)| state.with_edition(|edition| !edition.is_embed));
    let actions = own.map(|(state, figure)| view! { <Actions state=state figure=figure is_empty=is_empty/> });
    let [title, legend, text] = [title, legend, text].map(|make| part(content, &host, make));
    // Without a script the arrow keys do nothing: there is no help for them.
    let keys = app.map(|_| view! { <p class="keys" id=id("keys", "keys-2") hidden=is_empty>{strings.keys}</p> });
    let [found, sources, about] = [found, sources, about].map(|make| part(settled, &host, make));
    view! {
        <figure
            class="figure"
            id=id("figure", "figure-2")
            aria-labelledby=id("title", "title-2")
            data-chart=attribute(|own| own.chart().to_owned())
            data-measure=attribute(Content::measure)
            data-period=attribute(Content::period)
            data-area=attribute(Content::area)
            data-loading=is_first.then_some(strings.loading)
            data-failed=is_first.then_some(strings.failed)
            hidden=Signal::derive(move || content.with(Option::is_none))
        >
            <div class="head">{title}{found}{legend}</div>
            <Charts content=content settled=settled host=host.clone()/>
            {keys}
            <div class="text">{text}</div>
            <figcaption>
                <div class="sources" id=id("source", "source-2")>{sources}</div>
                <div class="actions">
                    <details class="data" hidden=is_empty open=is_card>
                        <summary>{strings.table}</summary>
                        <TableField content=settled host=host/>
                    </details>
                    <div class="foot" id=id("foot", "foot-2")>{about}</div>
                    {actions}
                </div>
            </figcaption>
        </figure>
    }
}

fn paragraph(class: &'static str, text: &str) -> Option<Item> {
    (!text.is_empty()).then(|| Item::new("p").class(class).text(text.to_owned()))
}

fn title(content: &Content, host: &Host) -> Vec<Item> {
    let id = if host.index() == 0 { "title" } else { "title-2" };
    let is_alone = host.is_alone();
    let heading = Item::new(if is_alone { "h1" } else { "h2" }).attr("id", id);
    vec![heading.maybe("tabindex", (!is_alone).then_some("-1")).text(content.words.headline.title.clone())]
}

/// What is counted, and the finding in a sentence.
fn found(content: &Content, host: &Host) -> Vec<Item> {
    let words = &content.words;
    let definition = explained(Item::new("p").class("definition"), &words.headline.definition, content, host);
    std::iter::once(definition).chain(paragraph("sentence", &words.before())).collect()
}

fn legend(content: &Content, _: &Host) -> Vec<Item> {
    let entry = |(swatch, text): &Entry| Item::new("li").class(format!("legend-{swatch}")).text(text.clone());
    let entries = &content.words.legend;
    let list = (!entries.is_empty()).then(|| Item::new("ul").class("legend").children(entries.iter().map(entry)));
    list.into_iter().collect()
}

fn text(content: &Content, host: &Host) -> Vec<Item> {
    let words = &content.words;
    // A card is for all readers: nobody has chosen a state there.
    let found = host.app().map(|_| ways_out(&content.answer, &content.question, content.lang)).unwrap_or_default();
    let ways = found.into_iter().map(|(question, words)| {
        Item::new("a").class("kern-link").attr("href", question.address(host.home(), content.lang)).text(words)
    });
    let ways: Vec<Item> = ways.chain(made(content, host)).collect();
    let ways = (!ways.is_empty()).then(|| Item::new("p").class("ways").children(ways));
    let remark =
        (!words.remark.is_empty()).then(|| explained(Item::new("p").class("remark"), &words.remark, content, host));
    let parts = [ways, remark, notes(&words.notes, host)];
    parts.into_iter().flatten().collect()
}

/// From the catalogue of service areas to the invented figures by state, and to how real ones are made.
fn made(content: &Content, host: &Host) -> Vec<Item> {
    let is_catalogue = matches!(&content.answer, Answer::Areas(found) if found.catalogue().is_some());
    let is_invented = content.observations().first().is_none_or(|o| o.source.is_invented());
    if host.app().is_none() || !is_catalogue || is_invented {
        return Vec::new();
    }
    let (lang, strings) = (content.lang, ui(content.lang));
    let asked = Question { view: View::Areas, ..content.question.kept() };
    let ways = [
        (asked.address(pick(lang, "sample/", "../sample/en/"), lang), strings.to_sample),
        (content.question.kept().address("method/", lang) + "#own", strings.to_making),
    ];
    ways.map(|(href, words)| Item::new("a").class("kern-link").attr("href", href).text(words)).into()
}

fn notes(Notes { heading, numbered, more }: &Notes, host: &Host) -> Option<Item> {
    let item = |tag: &'static str, text: &String| Item::new(tag).text(text.clone());
    let mut all = Item::new("div").class("events");
    if !numbered.is_empty() {
        all = all.child(Item::new(if host.is_alone() { "h2" } else { "h3" }).text(*heading));
        all = all.child(Item::new("ol").children(numbered.iter().map(|text| item("li", text))));
    }
    let is_empty = numbered.is_empty() && more.is_empty();
    (!is_empty).then(|| all.children(more.iter().map(|text| item("p", text))))
}

fn sources(content: &Content, host: &Host) -> Vec<Item> {
    let words = &content.words;
    let (label, sources) = &words.sources;
    let named = (!label.is_empty()).then(|| {
        let source = Item::new("p").class("source").text(*label).text(": ");
        match german(content.lang) {
            None => explained(source, sources, content, host),
            // The titles are German.
            Some(lang) => source.child(explained(Item::new("span").attr("lang", lang), sources, content, host)),
        }
    });
    named.into_iter().chain(paragraph("source", &words.denominators)).collect()
}

/// A text whose terms lead to the glossary, each where it stands first.
fn explained(inside: Item, text: &str, content: &Content, host: &Host) -> Item {
    let Some(pages) = host.pages() else { return inside.text(text.to_owned()) };
    let glossary = content.question.kept().address(&format!("{pages}glossary/"), content.lang);
    let linked = |(inside, rest): (Item, String), (term, id): (&'static str, &str)| match cut(&rest, term) {
        None => (inside, rest),
        Some((before, after)) => {
            let link = Item::new("a").class("kern-link").attr("href", format!("{glossary}#{id}")).text(term);
            (inside.text(before.to_owned()).child(link), after.to_owned())
        }
    };
    let (inside, rest) = terms(text, content.lang).into_iter().fold((inside, text.to_owned()), linked);
    inside.text(rest)
}

/// What is counted and how to read the picture.
fn about(content: &Content, host: &Host) -> Vec<Item> {
    let (words, strings) = (&content.words, ui(content.lang));
    let details = |summary: &'static str, texts: &[&str]| {
        let hidden = Item::new("span").class("visually-hidden").text(words.about.clone());
        let details = Item::new("details").flag("open", matches!(host, Host::Card(_)));
        let details = details.child(Item::new("summary").text(summary).child(hidden));
        details.children(texts.iter().map(|text| Item::new("p").text((*text).to_owned())))
    };
    let counted = (!words.counted.is_empty()).then(|| {
        let text = explained(Item::new("p"), &words.counted, content, host);
        details(strings.what_counts, &[]).child(text)
    });
    let is_read = !host.is_alone() && !content.is_empty();
    let read = is_read.then(|| details(strings.how_to_read, &[words.how_to_read]));
    counted.into_iter().chain(read).collect()
}
