//! Parts of a figure that carry no controls of their own, as HTML text: table, key, events, ways out. The one place that
//! makes markup from text; every text goes through [`escape`].

use super::links::address;
use super::shapes::escape;
use crate::answer::{Answer, Growth, Join, RankInterval, Ranking, Why};
use crate::data::{Observation, Qualifier, Source, Unit, Value};
use crate::question::{Lang, Period, Question, View};
use crate::words::{self, Named, RankingWords, ui};
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

/// The key: only what the picture really shows, each entry with a swatch of the same role.
pub fn key(answer: &Answer, lang: Lang) -> String {
    let strings = ui(lang);
    let mut html = String::new();
    let mut entry = |swatch: &str, text: &str| {
        let _ = write!(html, r#"<li class="key-{swatch}">{}</li>"#, escape(text));
    };
    let is_open = |value: &Value| value.interval().high().is_none();
    let is_band = |value: &Value| !is_open(value) && !value.interval().is_exact();
    match answer {
        Answer::Ranking(ranking) => {
            let values: Vec<_> = ranking.figures().map(|(_, figure)| figure.observation.value).collect();
            if let Some(row) = ranking.focus_row() {
                entry("focus", &format!("{}: {}", strings.key_my_state, row.place.name(lang)));
            }
            if let Some(text) = (RankingWords { ranking, lang }).reference_key() {
                entry("reference", &format!("{}: {text}", strings.key_reference));
            }
            if values.iter().any(is_band) {
                let printed = values.iter().filter(|value| is_band(value)).all(|value| value.upper().is_some());
                entry("band", if printed { strings.key_band_ranking } else { strings.key_band });
            }
            if values.iter().any(is_open) {
                entry("open", strings.key_open);
            }
            if !ranking.coverage.is_complete() {
                entry("missing", strings.missing);
            }
        }
        Answer::Growth(growth) => {
            let values: Vec<_> = growth.points.iter().map(|point| point.observation.value).collect();
            if values.iter().any(is_open) {
                entry("open-up", strings.key_open);
            }
            if values.iter().any(is_band) {
                entry("band", strings.key_band);
            }
            if growth.points.iter().any(|point| point.join == Join::Dashed) {
                entry("join", strings.key_dashed);
            }
            if !growth.targets.is_empty() {
                entry("target", strings.key_target);
            }
            for found in &growth.breaks {
                entry("break", &format!("{} ({})", strings.key_break, words::day(found.date, lang)));
            }
        }
        Answer::Nothing(_) => {}
    }
    html
}

/// The numbered events of a growth, and its changes of method.
pub fn events(answer: &Answer, lang: Lang) -> String {
    let Answer::Growth(growth) = answer else { return String::new() };
    let mut html = String::new();
    if !growth.events.is_empty() {
        let _ = write!(html, "<h3>{}</h3><ol>", ui(lang).events);
        for event in &growth.events {
            let _ = write!(html, "<li>{}: {}</li>", words::span(event.span, lang), escape(event.name(lang)));
        }
        html.push_str("</ol>");
    }
    for found in &growth.breaks {
        let _ = write!(html, "<p>{}</p>", escape(words::pick(lang, &found.what_de, &found.what_en)));
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
    let files = [("csv", "CSV"), ("excel", strings.csv_excel), ("json", "JSON"), ("svg", "SVG")];
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

/// Links out of an empty answer.
pub fn ways_out(answer: &Answer, question: &Question, lang: Lang) -> String {
    let Answer::Nothing(found) = answer else { return String::new() };
    let strings = ui(lang);
    let other = match &found.why {
        Why::NotInView(View::Ranking) => Some((Question { view: View::Growth, ..question.clone() }, strings.to_growth)),
        Why::NoneInPeriod => Some((Question { period: Period::Best, ..question.clone() }, strings.best_period)),
        Why::NoneForPlace(_, with) => {
            let place = with.first().map(|place| place.code);
            Some((Question { focus: place, ..question.clone() }, strings.to_place))
        }
        _ => None,
    };
    let default = Question { theme: question.theme, unknown: question.unknown.clone(), ..Question::default() };
    let ways = other.into_iter().chain([(default, strings.to_default)]);
    ways.map(|(question, text)| ask_link(&question.tidy(), lang, text)).collect()
}

/// The table: the same figures as the picture, with their dates, sources and remarks.
pub fn table(answer: &Answer, lang: Lang) -> String {
    let strings = ui(lang);
    let (heads, rows) = match answer {
        Answer::Ranking(ranking) => (
            vec![strings.state, strings.rank, strings.value, strings.date, strings.source, strings.remark],
            ranking_rows(ranking, lang),
        ),
        Answer::Growth(growth) => (
            vec![strings.date, strings.state, strings.value, strings.source, strings.remark],
            growth_rows(growth, lang),
        ),
        Answer::Nothing(_) => return String::new(),
    };
    let headline = words::headline(answer, lang);
    let caption = escape(&format!("{}. {}", headline.title, headline.definition));
    let heads: String = heads.iter().map(|head| format!(r#"<th scope="col">{head}</th>"#)).collect();
    format!(
        r#"<table class="kern-table"><caption>{caption}</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"#
    )
}

/// A row with the attributes of its mark.
fn row(place: &str, found: Option<(Value, Unit)>, rank: Option<RankInterval>, cells: &str) -> String {
    let mut html = format!(r#"<tr data-place="{place}""#);
    let mut attribute = |name: &str, text: Option<String>| {
        if let Some(text) = text {
            let _ = write!(html, r#" data-{name}="{text}""#);
        }
    };
    let bounds = found.filter(|(value, _)| !value.interval().is_exact());
    attribute("value", found.map(|(value, unit)| unit.write(value.amount())));
    attribute("qualifier", found.map(|(value, _)| value.qualifier().name().to_owned()));
    attribute("low", bounds.map(|(value, unit)| unit.write_steps(value.interval().low())));
    attribute("high", bounds.and_then(|(value, unit)| Some(unit.write_steps(value.interval().high()?))));
    attribute("rank-best", rank.map(|rank| rank.best.to_string()));
    attribute("rank-worst", rank.map(|rank| rank.worst.to_string()));
    html + ">" + cells + "</tr>"
}

fn ranking_rows(ranking: &Ranking, lang: Lang) -> String {
    let words = RankingWords { ranking, lang };
    let unit = ranking.measure.unit;
    let one = |found: &crate::answer::Row| {
        let mine = match found.place.code == ranking.focus {
            true => format!(r#"<span class="visually-hidden"> ({})</span>"#, ui(lang).my_state),
            false => String::new(),
        };
        let name = format!("{}{mine}", escape(found.place.name(lang)));
        let code = found.place.code.iso();
        match &found.figure {
            None => row(
                code,
                None,
                None,
                &format!(
                    r#"<th scope="row">{name}</th><td></td><td>{}</td><td></td><td></td><td></td>"#,
                    ui(lang).missing
                ),
            ),
            Some(figure) => {
                let o = &figure.observation;
                let cells = format!(
                    r#"<th scope="row">{name}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td>"#,
                    words.rank_long(found),
                    escape(&words::value_long(o.value, unit, lang)),
                    escape(&words::observation_date(o, lang)),
                    source_link(&o.source, lang),
                    escape(&remark(o, &figure.alternatives, lang)),
                );
                row(code, Some((o.value, unit)), Some(figure.rank), &cells)
            }
        }
    };
    ranking.rows.iter().map(one).collect()
}

fn growth_rows(growth: &Growth, lang: Lang) -> String {
    let one = |(o, others): (&Observation, &[Observation])| {
        let unit = o.measure.unit;
        let target = if o.measure.target { format!(" ({})", ui(lang).key_target) } else { String::new() };
        let cells = format!(
            r#"<th scope="row">{}</th><td>{}</td><td>{}{target}</td><td>{}</td><td>{}</td>"#,
            escape(&words::observation_date(o, lang)),
            escape(o.place.name(lang)),
            escape(&words::value_long(o.value, unit, lang)),
            source_link(&o.source, lang),
            escape(&remark(o, others, lang)),
        );
        row(o.place.code.iso(), Some((o.value, unit)), None, &cells)
    };
    growth.in_time_order().into_iter().map(one).collect()
}

/// What qualifies the figure, its remark, and other published figures with their source and date.
fn remark(o: &Observation, others: &[Observation], lang: Lang) -> String {
    let mut parts: Vec<String> = Vec::new();
    if o.value.qualifier() == Qualifier::About {
        parts.push(ui(lang).about_rule.to_owned());
    }
    let note = words::pick(lang, &o.note_de, &o.note_en);
    if !note.is_empty() {
        parts.push(note.to_owned());
    }
    for other in others {
        let value = words::value_column(other.value, other.measure.unit, lang);
        let (date, publisher) = (words::observation_date(other, lang), &other.source.publisher);
        let label = if other.value == o.value { ui(lang).also_same } else { ui(lang).also };
        parts.push(format!("{label}: {value} ({date}; {publisher})."));
    }
    parts.join(" ")
}

/// The publisher, linked where there is an https address; title and date belong to the name of the link.
fn source_link(source: &Source, lang: Lang) -> String {
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
fn german(lang: Lang) -> &'static str {
    words::pick(lang, "", r#" lang="de""#)
}

/// "Quelle: …" with the German titles marked as such.
pub fn source_line(answer: &Answer, lang: Lang) -> String {
    let line = super::svg::source_line(answer, lang);
    match (lang, line.split_once(": ")) {
        (Lang::En, Some((label, sources))) => {
            format!("{}: <span lang=\"de\">{}</span>", escape(label), escape(sources))
        }
        _ => escape(&line),
    }
}
