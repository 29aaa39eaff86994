//! The figures of an answer as records, for files that readers take along: CSV in two dialects and JSON. Each record
//! says what was counted, when, by whom, and under which address it was asked.

use crate::answer::{Answer, Datum};
use crate::data::{Date, Unit, Value};
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

/// The columns of the records.
const COLUMNS: [&str; 22] = [
    "place_code",
    "place",
    "measure",
    "measure_name",
    "area",
    "date_from",
    "date_to",
    "date",
    "value",
    "low",
    "high",
    "qualifier",
    "unit",
    "published_value",
    "rank_best",
    "rank_worst",
    "denominator",
    "source",
    "source_url",
    "note",
    "definition",
    "address",
];

/// The records of an answer, each with one cell for each of [`COLUMNS`].
fn records(answer: &Answer, lang: Lang, provenance: &Provenance) -> Vec<Vec<Cell>> {
    let record = |datum: &Datum| {
        let area = datum.area.as_ref().map_or("all", |area| area.id.as_str());
        let mut cells = vec![
            Cell::Text(datum.place.code.iso().to_owned()),
            Cell::Text(datum.place.name(lang).to_owned()),
            Cell::Text(datum.measure.id.clone()),
            Cell::Text(datum.measure.name(lang).to_owned()),
            Cell::Text(area.to_owned()),
        ];
        cells.extend(Record { datum, lang }.cells());
        cells.push(Cell::Text(words::definition(&datum.measure, lang).to_owned()));
        cells.push(Cell::Text(provenance.address.clone()));
        cells
    };
    answer.data().into_iter().map(record).collect()
}

/// A datum and the language in which it is said.
struct Record<'a> {
    datum: &'a Datum,
    lang: Lang,
}

impl Record<'_> {
    /// The cells from `date_from` to `note`.
    fn cells(&self) -> Vec<Cell> {
        let figure = self.datum.figure.as_ref();
        let o = figure.map(|figure| &figure.observation);
        let unit = figure.map_or(self.datum.measure.unit, |figure| figure.unit);
        let number = |text: Option<String>| text.map_or(Cell::Empty, Cell::Number);
        let text = |text: Option<String>| text.map_or(Cell::Empty, Cell::Text);
        let value = figure.map(|figure| figure.value);
        let interval = value.map(Value::interval);
        let rank = figure.and_then(|figure| figure.rank);
        let denominator = figure.and_then(|figure| figure.denominator.as_ref());
        vec![
            text(o.map(|o| o.span.from().to_string())),
            text(o.map(|o| o.span.to().to_string())),
            text(o.map(|o| words::observation_date(o, self.lang))),
            number(value.map(|value| unit.write(value.amount()))),
            number(interval.map(|interval| unit.write_steps(interval.low()))),
            number(interval.and_then(|interval| interval.high()).map(|high| unit.write_steps(high))),
            text(Some(value.map_or("missing", |value| value.qualifier().name()).to_owned())),
            text(Some(unit.name().to_owned())),
            number(o.map(|o| o.measure.unit.write(o.value.amount()))),
            number(rank.map(|rank| rank.best.to_string())),
            number(rank.map(|rank| rank.worst.to_string())),
            number(denominator.map(|found| Unit::Count.write(found.amount))),
            text(o.map(|o| words::source(&o.source, self.lang))),
            text(o.map(|o| o.source.url.clone())),
            text(o.map(|o| words::note(o, self.lang).to_owned())),
        ]
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
    let mut file = format!("{start}{}\r\n", COLUMNS.join(separator));
    for record in records(answer, lang, provenance) {
        let fields: Vec<String> = record.iter().map(field).collect();
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
    ];
    let mut file = String::from("{\n");
    for (key, text) in head {
        let _ = writeln!(file, "  \"{key}\": {},", json_text(&text));
    }
    let record = |cells: &Vec<Cell>| {
        let member = |(column, cell): (&&str, &Cell)| match cell {
            Cell::Empty => format!("\"{column}\": null"),
            Cell::Number(number) => format!("\"{column}\": {number}"),
            Cell::Text(text) => format!("\"{column}\": {}", json_text(text)),
        };
        let members: Vec<String> = COLUMNS.iter().zip(cells).map(member).collect();
        format!("    {{ {} }}", members.join(", "))
    };
    let rows: Vec<String> = records(answer, lang, provenance).iter().map(record).collect();
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
