//! The table of an answer: the same figures as the picture, with their dates, sources and remarks. One table for all views:
//! a column is there where the data differ in it.

use super::html::{datum_attributes, source_link};
use super::key::is_mine;
use super::shapes::escape;
use crate::answer::{Answer, Datum};
use crate::data::{Observation, Qualifier, sort_by};
use crate::question::Lang;
use crate::words::{self, Named, ui};
use std::cmp::Ordering;

/// The order of a table: the number of its column from 0, and whether it falls.
pub type Order = (usize, bool);

/// What a cell is sorted by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum By {
    Number(i64),
    Text(String),
}

/// What a cell shows, as HTML, and what it is sorted by.
type Cell = (String, Option<By>);

/// A column: its heading, and what it shows of a datum as HTML, with what it is sorted by. Missing sorts last either way.
struct Column<'a> {
    head: &'static str,
    cell: Box<dyn Fn(&Datum) -> Cell + 'a>,
}

impl<'a> Column<'a> {
    fn new(head: &'static str, cell: impl Fn(&Datum) -> Cell + 'a) -> Self {
        Self { head, cell: Box::new(cell) }
    }

    /// A column of texts.
    fn text(head: &'static str, text: impl Fn(&Datum) -> String + 'a) -> Self {
        Self::new(head, move |datum| {
            let text = text(datum);
            (escape(&text), Some(By::Text(folded(&text))).filter(|_| !text.is_empty()))
        })
    }
}

/// A text by which names sort as readers expect: without case and umlauts.
fn folded(text: &str) -> String {
    let fold = |c: char| match c {
        'ä' | 'Ä' => 'a',
        'ö' | 'Ö' => 'o',
        'ü' | 'Ü' => 'u',
        'ß' => 's',
        other => other.to_ascii_lowercase(),
    };
    text.chars().map(fold).collect()
}

fn columns<'a>(answer: &'a Answer, lang: Lang) -> Vec<Column<'a>> {
    let strings = ui(lang);
    let data = answer.data();
    let first = data.first();
    let differ = |key: fn(&Datum) -> &str| data.iter().any(|datum| first.is_some_and(|first| key(datum) != key(first)));
    let figure = |datum: &Datum, read: &dyn Fn(&Observation) -> i64| {
        datum.figure.as_ref().map(|figure| By::Number(read(figure.observation)))
    };
    let mut columns = Vec::new();
    let over_time = matches!(answer, Answer::Growth(_));
    let date = || {
        Column::new(strings.date, move |datum| {
            let words = datum.figure.as_ref().map(|found| words::observation_date(found.observation, lang));
            (escape(&words.unwrap_or_default()), figure(datum, &|o| i64::from(o.span.twice_middle())))
        })
    };
    if over_time {
        columns.push(date());
    }
    columns.push(Column::new(strings.state, move |datum| {
        let name = datum.place.name(lang);
        let mine = match is_mine(answer, datum) {
            true => format!(r#"<span class="visually-hidden"> ({})</span>"#, strings.my_state),
            false => String::new(),
        };
        (format!("{}{mine}", escape(name)), Some(By::Text(folded(name))))
    }));
    if data.iter().any(|datum| datum.area.is_some()) {
        let area = move |datum: &Datum| datum.area.as_ref().map(|area| area.name(lang).to_owned()).unwrap_or_default();
        columns.push(Column::text(strings.area, area));
    }
    if differ(|datum| &datum.measure.id) {
        columns.push(Column::text(strings.growth_measure, move |datum| datum.measure.name(lang).to_owned()));
    }
    if data.iter().any(|datum| datum.figure.as_ref().is_some_and(|figure| figure.rank.is_some())) {
        columns.push(Column::new(strings.rank, move |datum| {
            let rank = datum.figure.as_ref().and_then(|figure| figure.rank);
            let text = words::rank_column(datum).replace('–', words::pick(lang, " bis ", " to "));
            let number = |rank: usize| i64::try_from(rank).unwrap_or_default();
            (text, rank.map(|rank| By::Number(number(rank.best) * 1_000 + number(rank.worst))))
        }));
    }
    columns.push(Column::new(strings.value, move |datum| match &datum.figure {
        None => (strings.missing.to_owned(), None),
        Some(found) => {
            let target = if datum.measure.target { format!(" ({})", strings.key_target) } else { String::new() };
            let middle = i64::try_from(found.value.interval().twice_middle()).unwrap_or(i64::MAX);
            (escape(&words::value_in_full(found, lang)) + &target, Some(By::Number(middle)))
        }
    }));
    changes(answer, lang, &mut columns);
    if !over_time {
        columns.push(date());
    }
    columns.push(Column::new(strings.source, move |datum| match &datum.figure {
        None => (String::new(), None),
        Some(found) => {
            let source = &found.observation.source;
            (source_link(source, lang), Some(By::Text(folded(&source.publisher))))
        }
    }));
    let about = move |datum: &Datum| datum.figure.as_ref().map(|found| remark(found, lang)).unwrap_or_default();
    columns.push(Column::text(strings.remark, about));
    columns
}

/// The column of changes: of ranks in a ranking, of values between two figures.
fn changes<'a>(answer: &'a Answer, lang: Lang, columns: &mut Vec<Column<'a>>) {
    let strings = ui(lang);
    match answer {
        Answer::Ranking(found) if found.since.is_some() => {
            columns.push(Column::new(strings.rank_change, move |datum| match found.rise(datum.place.code) {
                Some((low, high)) => (words::rise(low, high, lang), Some(By::Number(i64::from(low) + i64::from(high)))),
                None => (String::new(), None),
            }));
        }
        Answer::Pairs(found) => columns.push(Column::new(strings.change, move |datum| {
            let row = found.rows.iter().find(|row| row.place.code == datum.place.code);
            // Said once, beside the second figure.
            let is_second = row.is_some_and(|row| row.ends.get(1).is_some_and(|end| end.key == datum.key));
            match row.filter(|_| is_second).and_then(|row| row.change()) {
                Some(change) => {
                    (words::change_short(change, found.unit, lang), change.low.or(change.high).map(By::Number))
                }
                None => (String::new(), None),
            }
        })),
        _ => {}
    }
}

/// The table in an order; none is that of the picture.
pub fn table(answer: &Answer, lang: Lang, order: Option<Order>) -> String {
    let mut data = answer.data();
    if data.is_empty() {
        return String::new();
    }
    let columns = columns(answer, lang);
    if let Some((column, falls)) = order.and_then(|(index, falls)| Some((columns.get(index)?, falls))) {
        let mut keyed: Vec<(Option<By>, &Datum)> = data.iter().map(|datum| ((column.cell)(datum).1, *datum)).collect();
        sort_by(&mut keyed, |(a, _), (b, _)| match (a, b) {
            (Some(a), Some(b)) if falls => b.cmp(a),
            (Some(a), Some(b)) => a.cmp(b),
            (None, None) => Ordering::Equal,
            (a, b) => a.is_none().cmp(&b.is_none()),
        });
        data = keyed.into_iter().map(|(_, datum)| datum).collect();
    }
    let headline = words::headline(answer, lang);
    let caption = escape(&format!("{}. {}", headline.title, headline.definition));
    let head = |(index, column): (usize, &Column<'_>)| {
        let sorted = match order {
            Some((own, true)) if own == index => r#" aria-sort="descending""#,
            Some((own, false)) if own == index => r#" aria-sort="ascending""#,
            _ => "",
        };
        format!(r#"<th scope="col"{sorted}><button type="button" data-sort="{index}">{}</button></th>"#, column.head)
    };
    let heads: String = columns.iter().enumerate().map(head).collect();
    let row = |datum: &&Datum| {
        let cells = columns.iter().enumerate().map(|(index, column)| match ((column.cell)(datum).0, index) {
            (html, 0) => format!(r#"<th scope="row">{html}</th>"#),
            (html, _) => format!("<td>{html}</td>"),
        });
        format!(r#"<tr data-key="{}"{}>{}</tr>"#, datum.key, datum_attributes(datum), cells.collect::<String>())
    };
    let rows: String = data.iter().map(row).collect();
    format!(
        r#"<table class="kern-table"><caption>{caption}</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"#
    )
}

/// The heading of a column of the table.
pub fn column_head(answer: &Answer, lang: Lang, index: usize) -> Option<&'static str> {
    columns(answer, lang).get(index).map(|column| column.head)
}

/// What qualifies the figure, its remark, and other published figures with their source and date.
fn remark(figure: &crate::answer::Figure, lang: Lang) -> String {
    let o = &figure.observation;
    let mut parts: Vec<String> = Vec::new();
    if o.value.qualifier() == Qualifier::About {
        parts.push(ui(lang).about_rule.to_owned());
    }
    let note = words::note(o, lang);
    if !note.is_empty() {
        parts.push(note.to_owned());
    }
    for other in &figure.alternatives {
        let value = words::value_column(other.value, other.measure.unit, lang);
        let (date, publisher) = (words::observation_date(other, lang), &other.source.publisher);
        let label = if other.value == o.value { ui(lang).also_same } else { ui(lang).also };
        parts.push(format!("{label}: {value} ({date}; {publisher})."));
    }
    parts.join(" ")
}

/// What is said of one figure when a reader points at it: place, value, date, rank, definition, source, conflicts.
pub fn tip(answer: &Answer, key: &str, lang: Lang) -> Option<String> {
    let strings = ui(lang);
    let datum = answer.datum(key)?;
    let mut html = format!("<p><strong>{}</strong>", escape(datum.place.name(lang)));
    if let Some(area) = &datum.area {
        html.push_str(&format!(", {}", escape(area.name(lang))));
    }
    html.push_str("</p>");
    let mut line = |head: &str, text: &str| {
        if !text.is_empty() {
            html.push_str(&format!("<p><span>{head}</span> {text}</p>"));
        }
    };
    let Some(figure) = &datum.figure else {
        line(strings.value, strings.missing);
        return Some(html);
    };
    let o = &figure.observation;
    line(strings.value, &format!("<strong>{}</strong>", escape(&words::value_in_full(figure, lang))));
    line(strings.rank, &figure.rank.map(|rank| words::rank_of(rank, lang)).unwrap_or_default());
    line(strings.date, &escape(&words::observation_date(o, lang)));
    line(strings.counted, &escape(datum.measure.name(lang)));
    line(strings.source, &source_link(o.source, lang));
    for other in figure.conflicts() {
        let value = words::value_column(other.value, other.measure.unit, lang);
        line(
            strings.also,
            &escape(&format!("{value} ({}; {})", words::observation_date(other, lang), other.source.publisher)),
        );
    }
    line(strings.remark, &escape(words::note(o, lang)));
    Some(html)
}
