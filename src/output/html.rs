//! Small pieces of markup: choices, links, rows. Markup is made from text in this room alone, and every text goes through
//! [`escape`].

use super::links::address;
use super::shapes::escape;
use crate::answer::{Answer, Datum, RankInterval};
use crate::chart::Mark;
use crate::data::{PlaceCode, Source, Unit, Value};
use crate::question::{Lang, Question};
use crate::words::{self, ui};
use std::fmt::Write;

/// One choice of a select: value, words, whether it is chosen.
pub type Choice = (String, String, bool);

/// Choices under a heading; an empty heading is none.
pub type Group = (&'static str, Vec<Choice>);

/// The options of a select.
pub fn options(groups: &[Group]) -> String {
    let mut html = String::new();
    for (heading, choices) in groups {
        if !heading.is_empty() {
            let _ = write!(html, r#"<optgroup label="{heading}">"#);
        }
        for (value, words, chosen) in choices {
            let selected = if *chosen { " selected" } else { "" };
            let _ = write!(html, r#"<option value="{}"{selected}>{}</option>"#, escape(value), escape(words));
        }
        if !heading.is_empty() {
            html.push_str("</optgroup>");
        }
    }
    html
}

/// A link to another question on the same page; the app follows it without a new page.
pub fn ask_link(question: &Question, page: Lang, text: &str) -> String {
    format!(r#"<a class="kern-link" data-ask href="{}">{}</a>"#, escape(&address(question, page)), escape(text))
}

/// Buttons for what readers take along.
pub fn take(lang: Lang) -> String {
    let strings = ui(lang);
    let files = [("csv", "CSV"), ("excel", strings.csv_excel), ("json", "JSON"), ("svg", "SVG"), ("png", "PNG")];
    let button = |(kind, words): (&str, &str)| format!(r#"<button type="button" data-take="{kind}">{words}</button>"#);
    let files: String = files.map(button).concat();
    let copies = [("sentence", strings.copy_sentence), ("link", strings.copy_link)].map(button).concat();
    format!("<details><summary>{}</summary><p>{files}</p></details>{copies}", strings.download)
}

/// The sentence of an answer with its source and address, ready to be quoted.
pub fn citation(answer: &Answer, lang: Lang, address: &str) -> String {
    let (headline, source) = (words::headline(answer, lang), super::svg::source_line(answer, lang));
    format!("{} ({}; {source}; {address})", headline.sentence, headline.definition)
}

/// The attributes that the mark and the table row of a datum share.
pub fn attributes(
    place: PlaceCode,
    area: Option<&str>,
    found: Option<(Value, Unit)>,
    rank: Option<RankInterval>,
) -> String {
    let mut html = format!(r#" data-place="{}""#, place.iso());
    let mut attribute = |name: &str, text: Option<String>| {
        if let Some(text) = text {
            let _ = write!(html, r#" data-{name}="{text}""#);
        }
    };
    attribute("area", area.map(str::to_owned));
    if let Some((value, unit)) = found {
        attribute("value", Some(unit.write(value.amount())));
        attribute("qualifier", Some(value.qualifier().name().to_owned()));
        let bounds = Some(value.interval()).filter(|interval| !interval.is_exact());
        attribute("low", bounds.map(|bounds| unit.write_steps(bounds.low())));
        attribute("high", bounds.and_then(|bounds| Some(unit.write_steps(bounds.high()?))));
    }
    attribute("rank-best", rank.map(|rank| rank.best.to_string()));
    attribute("rank-worst", rank.map(|rank| rank.worst.to_string()));
    html
}

/// [`attributes`] of a mark.
pub fn mark_attributes(mark: &Mark) -> String {
    attributes(mark.place, mark.area.as_deref(), mark.value.map(|value| (value, mark.unit)), mark.rank)
}

/// [`attributes`] of a datum.
pub fn datum_attributes(datum: &Datum) -> String {
    let figure = datum.figure.as_ref();
    let area = datum.area.as_ref().map(|area| area.id.as_str());
    attributes(
        datum.place.code,
        area,
        figure.map(|figure| (figure.value, figure.unit)),
        figure.and_then(|figure| figure.rank),
    )
}

/// The publisher, linked where there is an https address; title and date belong to the name of the link.
pub(super) fn source_link(source: &Source, lang: Lang) -> String {
    let publisher = escape(&source.publisher);
    if !source.url.starts_with("https://") {
        return publisher;
    }
    let title = escape(&words::source(source, lang).split_off(source.publisher.len()));
    let (url, german) = (escape(&source.url), german(lang));
    format!(
        r#"<a class="kern-link" href="{url}" rel="noopener noreferrer"{german}>{publisher}<span class="visually-hidden">{title}</span></a>"#
    )
}

/// Marks German text on a page in another language.
pub(super) fn german(lang: Lang) -> &'static str {
    words::pick(lang, "", r#" lang="de""#)
}

/// "Quelle: …" with the German titles marked as such.
pub fn source_line(answer: &Answer, lang: Lang) -> String {
    let line = super::svg::source_line(answer, lang);
    match (lang, words::cut(&line, ": ")) {
        (Lang::En, Some((label, sources))) => {
            format!("{}: <span lang=\"de\">{}</span>", escape(label), escape(sources))
        }
        _ => escape(&line),
    }
}
