//! The table of an answer: the same figures as the picture, with their dates, sources and remarks. One table for all views:
//! a column is there where the data differ in it.

use super::datum::due;
use super::sources::{Linked, also, linked};
use super::{Named, Reader, Ui, note, observation_date, pick, rank_column, rise, ui, value_in_full};
use crate::answer::{Answer, Attributes, Datum, Figure};
use crate::data::{Observation, Qualifier, sort_by};
use crate::question::Lang;
use std::cmp::Ordering;

/// The order of a table: the number of its column from 0, and whether it falls.
pub type Order = (usize, bool);

/// A table as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The finding and what was counted.
    pub caption: String,
    /// The headings of the columns, the first one of the row headings.
    pub heads: Vec<&'static str>,
    /// Which column it is sorted by; `None` is the order of the picture.
    pub order: Option<Order>,
    /// The rows.
    pub rows: Vec<TableRow>,
}

/// A row: a datum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// Attributes that it shares with the mark of its datum.
    pub attributes: Attributes,
    /// One cell for each column.
    pub cells: Vec<Linked>,
}

/// What a cell is sorted by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum By {
    Number(i64),
    Text(String),
}

/// What a cell shows, and what it is sorted by; `None` sorts last either way.
type Cell = (Linked, Option<By>);

/// A column: its heading, and what it shows of a datum.
struct Column<'a> {
    head: &'static str,
    cell: Box<dyn Fn(&Datum) -> Cell + 'a>,
}

impl<'a> Column<'a> {
    fn new(head: &'static str, cell: impl Fn(&Datum) -> Cell + 'a) -> Self {
        Self { head, cell: Box::new(cell) }
    }

    /// A column of texts, sorted as texts.
    fn text(head: &'static str, text: impl Fn(&Datum) -> String + 'a) -> Self {
        Self::new(head, move |datum| {
            let text = text(datum);
            let by = Some(By::Text(folded(&text))).filter(|_| !text.is_empty());
            (Linked::plain(text), by)
        })
    }
}

/// A text by which names sort and are found as readers expect: without case and umlauts.
pub fn folded(text: &str) -> String {
    let fold = |c: char| match c {
        'ä' | 'Ä' => 'a',
        'ö' | 'Ö' => 'o',
        'ü' | 'Ü' => 'u',
        'ß' => 's',
        other => other.to_ascii_lowercase(),
    };
    text.chars().map(fold).collect()
}

/// What the columns are made from.
#[derive(Clone, Copy)]
struct Maker<'a> {
    answer: &'a Answer,
    lang: Lang,
    reader: Reader,
    strings: &'static Ui,
}

impl<'a> Maker<'a> {
    fn columns(self) -> Vec<Column<'a>> {
        let Self { answer, lang, strings, .. } = self;
        let data = answer.data();
        let first = data.first();
        let several = data.iter().any(|datum| first.is_some_and(|first| datum.measure.id != first.measure.id));
        let is_over_time = matches!(answer, Answer::Growth(_));
        let mut columns = Vec::new();
        if is_over_time {
            columns.push(self.date());
        }
        columns.push(self.state());
        if data.iter().any(|datum| datum.area.is_some()) {
            let area = move |datum: &Datum| datum.area.as_ref().map(|area| super::datum::area_name(area, lang));
            columns.push(Column::text(strings.area, move |datum| area(datum).unwrap_or_default()));
        }
        if several {
            columns.push(Column::text(strings.growth_measure, move |datum| datum.measure.name(lang).to_owned()));
        }
        if data.iter().any(|datum| datum.figure.as_ref().is_some_and(|figure| figure.rank.is_some())) {
            columns.push(self.rank());
        }
        columns.push(self.value());
        columns.extend(self.change());
        if !is_over_time {
            columns.push(self.date());
        }
        columns.push(Column::new(strings.source, move |datum| match &datum.figure {
            None => (Linked::default(), None),
            Some(found) => {
                let source = &found.observation.source;
                (linked(source, lang), Some(By::Text(folded(source.short_publisher()))))
            }
        }));
        let about = move |datum: &Datum| datum.figure.as_ref().map(|found| remark(found, lang)).unwrap_or_default();
        columns.push(Column::text(strings.remark, about));
        columns
    }

    fn date(self) -> Column<'a> {
        let number = |o: &Observation| By::Number(i64::from(o.span.twice_middle()));
        Column::new(self.strings.date, move |datum| match &datum.figure {
            None => (Linked::default(), None),
            Some(found) => {
                (Linked::plain(observation_date(&found.observation, self.lang)), Some(number(&found.observation)))
            }
        })
    }

    fn state(self) -> Column<'a> {
        Column::new(self.strings.state, move |datum| {
            let name = datum.place.name(self.lang);
            let hidden = match self.answer.is_mine(datum) {
                true => format!(" ({})", self.reader.my_state(self.lang)),
                false => String::new(),
            };
            (Linked { hidden, ..Linked::plain(name.to_owned()) }, Some(By::Text(folded(name))))
        })
    }

    fn rank(self) -> Column<'a> {
        let number = |rank: usize| i64::try_from(rank).unwrap_or_default();
        Column::new(self.strings.rank, move |datum| {
            let rank = datum.figure.as_ref().and_then(|figure| figure.rank);
            let text = rank_column(datum).replace('–', pick(self.lang, " bis ", " to "));
            (Linked::plain(text), rank.map(|rank| By::Number(number(rank.best) * 1_000 + number(rank.worst))))
        })
    }

    fn value(self) -> Column<'a> {
        Column::new(self.strings.value, move |datum| match &datum.figure {
            None => (Linked::plain(self.strings.missing.to_owned()), None),
            Some(found) => {
                let target = match datum.measure.target {
                    true => format!(" ({}{})", self.strings.planned, due(&found.observation, self.lang)),
                    false => String::new(),
                };
                let middle = i64::try_from(found.value.interval().twice_middle()).unwrap_or(i64::MAX);
                (Linked::plain(value_in_full(found, self.lang) + &target), Some(By::Number(middle)))
            }
        })
    }

    /// The column of changes: of ranks in a ranking, of values between two figures.
    fn change(self) -> Option<Column<'a>> {
        match self.answer {
            Answer::Ranking(found) if found.since.is_some() => {
                Some(Column::new(self.strings.rank_change, move |datum| match found.rise(datum.place.code) {
                    Some((low, high)) => {
                        (Linked::plain(rise(low, high, self.lang)), Some(By::Number(i64::from(low) + i64::from(high))))
                    }
                    None => (Linked::default(), None),
                }))
            }
            Answer::Pairs(found) => Some(Column::new(self.strings.change, move |datum| {
                let row = found.rows.iter().find(|row| row.place.code == datum.place.code);
                // Said once, beside the second figure.
                let is_second = row.is_some_and(|row| row.ends.get(1).is_some_and(|end| end.key == datum.key));
                match row.filter(|_| is_second).and_then(|row| row.change()) {
                    Some(change) => (
                        Linked::plain(super::change_short(change, found.unit, self.lang)),
                        change.low.or(change.high).map(By::Number),
                    ),
                    None => (Linked::default(), None),
                }
            })),
            _ => None,
        }
    }
}

/// The table in an order; `None` is that of the picture. Without data there is no table.
pub fn table(answer: &Answer, lang: Lang, reader: Reader, order: Option<Order>) -> Option<Table> {
    let mut data = answer.data();
    if data.is_empty() {
        return None;
    }
    let columns = Maker { answer, lang, reader, strings: ui(lang) }.columns();
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
    let headline = super::headline(answer, lang);
    let row = |datum: &&Datum| TableRow {
        attributes: datum.attributes(),
        cells: columns.iter().map(|column| (column.cell)(datum).0).collect(),
    };
    Some(Table {
        caption: format!("{}. {}", headline.title, headline.definition),
        heads: columns.iter().map(|column| column.head).collect(),
        order,
        rows: data.iter().map(row).collect(),
    })
}

/// What qualifies the figure, its remark, and other published figures with their source and date.
fn remark(figure: &Figure, lang: Lang) -> String {
    let o = &figure.observation;
    let mut parts: Vec<String> = Vec::new();
    if o.value.qualifier() == Qualifier::About {
        parts.push(ui(lang).about_rule.to_owned());
    }
    let remark = note(o, lang);
    if !remark.is_empty() {
        parts.push(remark.to_owned());
    }
    for other in &figure.alternatives {
        let label = if other.value == o.value { ui(lang).also_same } else { ui(lang).also };
        parts.push(format!("{label}: {}.", also(other, lang)));
    }
    parts.join(" ")
}
