//! The figures of an answer as records, for files that readers take along: CSV in two dialects and JSON. Each record
//! says what was counted, when, by whom, and under which address it was asked.

use crate::answer::{Answer, Denominator, RankInterval};
use crate::data::{Date, Observation, Place, Unit, Value};
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
const COLUMNS: [&str; 21] = [
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
    let mut records = Vec::new();
    let mut push = |place: &Place, o: Option<&Observation>, rank, denominator| {
        let measure = match (o, answer) {
            (Some(o), _) => Some(&o.measure),
            (None, Answer::Ranking(found)) => Some(&found.measure),
            (None, _) => None,
        };
        if let Some(measure) = measure {
            let shown = Shown { o, rank, denominator, unit: measure.unit, lang };
            let mut cells = vec![
                Cell::Text(place.code.iso().to_owned()),
                Cell::Text(place.name(lang).to_owned()),
                Cell::Text(measure.id.clone()),
                Cell::Text(measure.name(lang).to_owned()),
                Cell::Text("all".to_owned()),
            ];
            cells.extend(shown.cells());
            cells.push(Cell::Text(words::definition(measure, lang).to_owned()));
            cells.push(Cell::Text(provenance.address.clone()));
            records.push(cells);
        }
    };
    match answer {
        Answer::Ranking(found) => {
            for row in &found.rows {
                let o = row.figure.as_ref().map(|figure| &figure.observation);
                push(&row.place, o, row.figure.as_ref().map(|figure| figure.rank), found.denominator.as_ref());
            }
        }
        Answer::Growth(found) => {
            for (o, _) in found.in_time_order() {
                let own = found.points.iter().find(|point| std::ptr::eq(&point.observation, o));
                push(&o.place, Some(o), None, own.and_then(|point| point.denominator.as_ref()));
            }
        }
        Answer::Nothing(_) => {}
    }
    records
}

/// What is known of one place.
struct Shown<'a> {
    o: Option<&'a Observation>,
    rank: Option<RankInterval>,
    denominator: Option<&'a Denominator>,
    unit: Unit,
    lang: Lang,
}

impl Shown<'_> {
    /// The cells from `date_from` to `note`.
    fn cells(&self) -> Vec<Cell> {
        let number = |text: Option<String>| text.map_or(Cell::Empty, Cell::Number);
        let text = |text: Option<String>| text.map_or(Cell::Empty, Cell::Text);
        let value: Option<Value> = self.o.map(|o| o.value);
        let interval = value.map(Value::interval);
        vec![
            text(self.o.map(|o| o.span.from().to_string())),
            text(self.o.map(|o| o.span.to().to_string())),
            text(self.o.map(|o| words::observation_date(o, self.lang))),
            number(value.map(|value| self.unit.write(value.amount()))),
            number(interval.map(|interval| self.unit.write_steps(interval.low()))),
            number(interval.and_then(|interval| interval.high()).map(|high| self.unit.write_steps(high))),
            text(Some(value.map_or("missing", |value| value.qualifier().name()).to_owned())),
            text(Some(self.unit.name().to_owned())),
            number(self.rank.map(|rank| rank.best.to_string())),
            number(self.rank.map(|rank| rank.worst.to_string())),
            number(self.denominator.map(|found| Unit::Count.write(found.amount))),
            text(self.o.map(|o| words::source(&o.source, self.lang))),
            text(self.o.map(|o| o.source.url.clone())),
            text(self.o.map(|o| words::pick(self.lang, &o.note_de, &o.note_en).to_owned())),
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
