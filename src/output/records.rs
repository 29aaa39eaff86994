//! The figures of an answer as records, for files that readers take along: CSV in two dialects and JSON. Each record
//! says what was counted, when, by whom, and under which address it was asked.

use crate::answer::{Answer, Datum, Figure, Pair};
use crate::data::{Date, Interval, Licence, Observation, Qualifier, Unit, Value};
use crate::question::Lang;
use crate::words::{self, Named};
use std::fmt::Write;

/// Where an answer was asked, and of which version of the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// The address.
    pub address: String,
    /// The version of the data.
    pub version: Option<Date>,
    /// Under which licence they may be used.
    pub licence: Licence,
}

/// How a CSV is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// RFC 4180: commas, decimal points, no byte order mark.
    Rfc4180,
    /// As German Excel reads it: byte order mark, semicolons, decimal commas.
    GermanExcel,
}

/// A cell: text, a number written as in the data package, or nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Cell {
    Text(String),
    Number(String),
    Empty,
}

/// The columns of the records: their names for programs, and for readers of German. See docs/data.md.
const COLUMNS: [[&str; 2]; 33] = [
    ["place_code", "Kürzel"],
    ["place", "Land"],
    ["measure", "Kennung der Zählung"],
    ["measure_name", "Zählung"],
    ["area", "Kennung des Themenfelds"],
    ["area_name", "Themenfeld"],
    ["date_from", "Stand von"],
    ["date_to", "Stand bis"],
    ["date", "Stand"],
    ["value", "Wert"],
    ["low", "mindestens"],
    ["high", "höchstens"],
    ["qualifier", "Genauigkeit"],
    ["unit", "Einheit"],
    ["published", "veröffentlicht"],
    ["derivation", "Herleitung"],
    ["rank_best", "bester Rang"],
    ["rank_worst", "schlechtester Rang"],
    ["denominator", "Nenner"],
    ["due", "geplant bis"],
    ["earlier_low", "zuvor mindestens"],
    ["earlier_high", "zuvor höchstens"],
    ["change_low", "Veränderung mindestens"],
    ["change_high", "Veränderung höchstens"],
    ["rank_change_low", "Ränge gewonnen mindestens"],
    ["rank_change_high", "Ränge gewonnen höchstens"],
    ["source", "Quelle"],
    ["source_url", "Adresse der Quelle"],
    ["note", "Anmerkung"],
    ["definition", "Definition"],
    ["licence", "Lizenz"],
    ["address", "Adresse"],
    ["invented", "erfunden"],
];

/// The columns that records can have, in their order: the name for programs and the German one.
#[cfg(not(target_arch = "wasm32"))]
pub fn csv_columns() -> impl Iterator<Item = [&'static str; 2]> {
    COLUMNS.into_iter()
}

/// The columns that are left out where no record has them.
const OPTIONAL: [&str; 8] = [
    "due",
    "earlier_low",
    "earlier_high",
    "change_low",
    "change_high",
    "rank_change_low",
    "rank_change_high",
    "invented",
];

/// The columns of an answer and its records, each with one cell for each column.
fn records(answer: &Answer, lang: Lang, provenance: &Provenance) -> (Vec<[&'static str; 2]>, Vec<Vec<Cell>>) {
    let data = answer.data();
    let cells = |datum: &&Datum| {
        let cells = Record { answer, datum, lang, provenance }.cells();
        COLUMNS.iter().zip(cells).collect::<Vec<_>>()
    };
    let all: Vec<_> = data.iter().map(cells).collect();
    let is_there = |name: &str| all.iter().flatten().any(|(column, cell)| column[0] == name && *cell != Cell::Empty);
    let is_kept = |column: &&[&'static str; 2]| !OPTIONAL.contains(&column[0]) || is_there(column[0]);
    let columns: Vec<[&'static str; 2]> = COLUMNS.iter().filter(is_kept).copied().collect();
    let kept = |record: Vec<(&[&'static str; 2], Cell)>| {
        record.into_iter().filter(|(column, _)| columns.contains(column)).map(|(_, cell)| cell).collect()
    };
    let rows = all.into_iter().map(kept).collect();
    (columns, rows)
}

fn text(text: Option<String>) -> Cell {
    text.map_or(Cell::Empty, Cell::Text)
}

fn number(number: Option<String>) -> Cell {
    number.map_or(Cell::Empty, Cell::Number)
}

/// A datum, the answer that it is a part of, where it was asked, and the language in which it is said.
struct Record<'a> {
    answer: &'a Answer,
    datum: &'a Datum,
    lang: Lang,
    provenance: &'a Provenance,
}

impl Record<'_> {
    fn figure(&self) -> Option<&Figure> {
        self.datum.figure.as_ref()
    }

    fn observation(&self) -> Option<&Observation> {
        self.figure().map(|figure| &*figure.observation)
    }

    /// One cell for each of [`COLUMNS`].
    fn cells(&self) -> Vec<Cell> {
        let (datum, lang, o) = (self.datum, self.lang, self.observation());
        let area = datum.area.as_ref();
        let mut cells = vec![
            Cell::Text(datum.place.code.iso().to_owned()),
            Cell::Text(datum.place.name(lang).to_owned()),
            Cell::Text(datum.measure.id.clone()),
            Cell::Text(datum.measure.name(lang).to_owned()),
            Cell::Text(area.map_or("all", |area| &area.id).to_owned()),
            Cell::Text(area.map_or(words::ui(lang).all_areas_together, |area| area.name(lang)).to_owned()),
            text(o.map(|o| o.span.from().to_string())),
            text(o.map(|o| o.span.to().to_string())),
            text(o.map(|o| words::observation_date(o, lang))),
        ];
        cells.extend(self.values());
        cells.push(text(o.and_then(|o| o.due).map(|due| due.to_string())));
        cells.extend(self.change());
        cells.extend([
            text(o.map(|o| words::source(&o.source, lang))),
            text(o.map(|o| o.source.url.clone())),
            text(o.map(|o| words::note(o, lang).to_owned())),
            Cell::Text(words::definition(&datum.measure, lang).to_owned()),
            Cell::Text(self.provenance.licence.title().to_owned()),
            Cell::Text(self.provenance.address.clone()),
            text(o.filter(|o| o.source.is_invented()).map(|_| "true".to_owned())),
        ]);
        cells
    }

    /// The value and its bounds, as the source words it and how what nobody printed was derived; its rank.
    fn values(&self) -> [Cell; 10] {
        let (figure, o) = (self.figure(), self.observation());
        let unit = figure.map_or(self.datum.measure.unit, |figure| figure.unit);
        let value = figure.map(|figure| figure.value);
        let interval = value.map(Value::interval);
        // A bound is no value: it would be added up and averaged as one.
        let known = value.filter(|value| matches!(value.qualifier(), Qualifier::Exact | Qualifier::About));
        let rank = figure.and_then(|figure| figure.rank);
        let denominator = figure.and_then(|figure| figure.denominator.as_ref());
        [
            number(known.map(|value| unit.write(value.amount()))),
            number(interval.map(|interval| unit.write_steps(interval.low()))),
            number(interval.and_then(Interval::high).map(|high| unit.write_steps(high))),
            Cell::Text(value.map_or("missing", |value| value.qualifier().name()).to_owned()),
            Cell::Text(unit.name().to_owned()),
            text(o.and_then(|o| words::published(o, self.lang))),
            text(figure.and_then(|figure| words::derivation(figure, self.lang))),
            number(rank.map(|rank| rank.best.to_string())),
            number(rank.map(|rank| rank.worst.to_string())),
            number(denominator.map(|found| Unit::Count.write(found.amount))),
        ]
    }

    /// What the picture or the table compares the figure with: the earlier figure and the change, the change of rank.
    fn change(&self) -> [Cell; 6] {
        let mut cells = [const { Cell::Empty }; 6];
        let [earlier_low, earlier_high, low, high, rank_low, rank_high] = &mut cells;
        match self.answer {
            Answer::Pairs(found) => {
                let row = found.rows.iter().find(|row| row.ends[1].key == self.datum.key).filter(|row| row.is_whole());
                let before = row.and_then(|row| row.ends[0].interval());
                let change = row.and_then(Pair::change);
                let signed = |steps: i64| {
                    let size = found.unit.write_steps(u32::try_from(steps.unsigned_abs()).unwrap_or(u32::MAX));
                    if steps < 0 { format!("-{size}") } else { size }
                };
                *earlier_low = number(before.map(|own| signed(own.low().into())));
                *earlier_high = number(before.and_then(Interval::high).map(|high| signed(high.into())));
                *low = number(change.and_then(|own| own.low).map(signed));
                *high = number(change.and_then(|own| own.high).map(signed));
            }
            Answer::Ranking(found) => {
                let rise = found.rise(self.datum.place.code);
                *rank_low = number(rise.map(|(low, _)| low.to_string()));
                *rank_high = number(rise.map(|(_, high)| high.to_string()));
            }
            _ => {}
        }
        cells
    }
}

/// A text that no spreadsheet takes for a formula (CWE-1236): a leading apostrophe defuses it.
fn defused(text: &str) -> String {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r', '\0', '＝', '＋', '－', '＠']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

/// The figures as CSV (UTF-8, CRLF, header).
pub fn csv(answer: &Answer, lang: Lang, dialect: Dialect, provenance: &Provenance) -> String {
    let (start, separator) = match dialect {
        Dialect::Rfc4180 => ("", ","),
        Dialect::GermanExcel => ("\u{FEFF}", ";"),
    };
    let field = |cell: &Cell| match cell {
        Cell::Empty => String::new(),
        Cell::Number(number) if dialect == Dialect::GermanExcel => number.replace('.', ","),
        Cell::Number(number) => number.clone(),
        Cell::Text(text) => {
            let text = defused(text);
            match text.contains(['"', '\r', '\n', ',', ';']) {
                true => format!("\"{}\"", text.replace('"', "\"\"")),
                false => text,
            }
        }
    };
    let (columns, rows) = records(answer, lang, provenance);
    let heads = columns.iter().map(|[name, german]| match dialect {
        Dialect::Rfc4180 => *name,
        Dialect::GermanExcel => *german,
    });
    let heads: Vec<&str> = heads.collect();
    let mut file = format!("{start}{}\r\n", heads.join(separator));
    for row in rows {
        let fields: Vec<String> = row.iter().map(field).collect();
        file.push_str(&fields.join(separator));
        file.push_str("\r\n");
    }
    file
}

/// A text as a JSON string.
fn json_text(text: &str) -> String {
    let mut json = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            c if u32::from(c) < 0x20 => {
                let _ = write!(json, "\\u{:04x}", u32::from(c));
            }
            c => json.push(c),
        }
    }
    json.push('"');
    json
}

/// The figures as JSON, with title, definition and sentence.
pub fn json(answer: &Answer, lang: Lang, provenance: &Provenance) -> String {
    let headline = words::headline(answer, lang);
    let version = provenance.version.map(|day| day.to_string()).unwrap_or_default();
    let head = [
        ("title", headline.title),
        ("definition", headline.definition),
        ("sentence", headline.sentence),
        ("address", provenance.address.clone()),
        ("version", version),
        ("licence", provenance.licence.title().to_owned()),
    ];
    let mut file = String::from("{\n");
    for (key, text) in head {
        let _ = writeln!(file, "  \"{key}\": {},", json_text(&text));
    }
    let (columns, rows) = records(answer, lang, provenance);
    let record = |cells: &Vec<Cell>| {
        let member = |([name, _], cell): (&[&str; 2], &Cell)| match cell {
            Cell::Empty => format!("\"{name}\": null"),
            Cell::Number(number) => format!("\"{name}\": {number}"),
            Cell::Text(text) => format!("\"{name}\": {}", json_text(text)),
        };
        let members: Vec<String> = columns.iter().zip(cells).map(member).collect();
        format!("    {{ {} }}", members.join(", "))
    };
    let rows: Vec<String> = rows.iter().map(record).collect();
    let _ = write!(file, "  \"rows\": [\n{}\n  ]\n}}\n", rows.join(",\n"));
    file
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn formulas_are_defused_and_words_stay() {
        assert_eq!(defused("=1+1"), "'=1+1");
        assert_eq!(defused("＠x"), "'＠x");
        assert_eq!(defused("über 70"), "über 70");
    }

    proptest! {
        #[test]
        fn any_text_is_a_json_string(text in ".*") {
            let read: String = serde_json::from_str(&json_text(&text)).unwrap();
            prop_assert_eq!(read, text);
        }
    }
}
