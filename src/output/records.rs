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

/// A field of a record: its name for programs, its name for readers of German, its cell.
type Field = (&'static str, &'static str, Cell);

/// The records of an answer. All have the same fields: those that the answer needs.
fn records(answer: &Answer, lang: Lang, provenance: &Provenance) -> Vec<Vec<Field>> {
    let data = answer.data();
    let observations = || data.iter().filter_map(|datum| datum.figure.as_ref()).map(|figure| &figure.observation);
    let has_targets = observations().any(|o| o.due.is_some());
    let is_invented = observations().any(|o| o.source.is_invented());
    let record = |datum: &&Datum| {
        let record = Record { answer, datum, lang };
        let mut fields = record.what();
        fields.extend(record.values());
        fields.extend(has_targets.then(|| record.due()));
        fields.extend(record.change());
        fields.extend(record.source());
        let text = |text: &str| Cell::Text(text.to_owned());
        fields.extend([
            ("definition", "Definition", text(words::definition(&datum.measure, lang))),
            ("licence", "Lizenz", text(provenance.licence.title())),
            ("address", "Adresse", text(&provenance.address)),
        ]);
        fields.extend(is_invented.then(|| ("invented", "erfunden", text("true"))));
        fields
    };
    data.iter().map(record).collect()
}

fn text(text: Option<String>) -> Cell {
    text.map_or(Cell::Empty, Cell::Text)
}

fn number(number: Option<String>) -> Cell {
    number.map_or(Cell::Empty, Cell::Number)
}

/// A datum, the answer that it is a part of, and the language in which it is said.
struct Record<'a> {
    answer: &'a Answer,
    datum: &'a Datum,
    lang: Lang,
}

impl Record<'_> {
    fn figure(&self) -> Option<&Figure> {
        self.datum.figure.as_ref()
    }

    fn observation(&self) -> Option<&Observation> {
        self.figure().map(|figure| &*figure.observation)
    }

    /// What was counted, where, when.
    fn what(&self) -> Vec<Field> {
        let (datum, lang, o) = (self.datum, self.lang, self.observation());
        let area = datum.area.as_ref();
        let area_name = area.map_or(words::ui(lang).all_areas_together, |area| area.name(lang));
        vec![
            ("place_code", "Kürzel", Cell::Text(datum.place.code.iso().to_owned())),
            ("place", "Land", Cell::Text(datum.place.name(lang).to_owned())),
            ("measure", "Kennung der Zählung", Cell::Text(datum.measure.id.clone())),
            ("measure_name", "Zählung", Cell::Text(datum.measure.name(lang).to_owned())),
            ("area", "Kennung des Themenfelds", Cell::Text(area.map_or("all", |area| &area.id).to_owned())),
            ("area_name", "Themenfeld", Cell::Text(area_name.to_owned())),
            ("date_from", "Stand von", text(o.map(|o| o.span.from().to_string()))),
            ("date_to", "Stand bis", text(o.map(|o| o.span.to().to_string()))),
            ("date", "Stand", text(o.map(|o| words::observation_date(o, lang)))),
        ]
    }

    /// The value and its bounds, as the source words it and how what nobody printed was derived; its rank.
    fn values(&self) -> Vec<Field> {
        let (figure, o) = (self.figure(), self.observation());
        let unit = figure.map_or(self.datum.measure.unit, |figure| figure.unit);
        let value = figure.map(|figure| figure.value);
        let interval = value.map(Value::interval);
        // A bound is no value: it would be added up and averaged as one.
        let known = value.filter(|value| matches!(value.qualifier(), Qualifier::Exact | Qualifier::About));
        let rank = figure.and_then(|figure| figure.rank);
        let denominator = figure.and_then(|figure| figure.denominator.as_ref());
        vec![
            ("value", "Wert", number(known.map(|value| unit.write(value.amount())))),
            ("low", "mindestens", number(interval.map(|interval| unit.write_steps(interval.low())))),
            ("high", "höchstens", number(interval.and_then(Interval::high).map(|high| unit.write_steps(high)))),
            ("qualifier", "Genauigkeit", Cell::Text(value.map_or("missing", |v| v.qualifier().name()).to_owned())),
            ("unit", "Einheit", Cell::Text(unit.name().to_owned())),
            ("published", "veröffentlicht", text(o.and_then(|o| words::published(o, self.lang)))),
            ("derivation", "Herleitung", text(figure.and_then(|figure| words::derivation(figure, self.lang)))),
            ("rank_best", "bester Rang", number(rank.map(|rank| rank.best.to_string()))),
            ("rank_worst", "schlechtester Rang", number(rank.map(|rank| rank.worst.to_string()))),
            ("denominator", "Nenner", number(denominator.map(|found| Unit::Count.write(found.amount)))),
        ]
    }

    fn due(&self) -> Field {
        ("due", "geplant bis", text(self.observation().and_then(|o| o.due).map(|due| due.to_string())))
    }

    /// What the picture or the table compares the figure with: the earlier figure and the change, the change of rank.
    fn change(&self) -> Vec<Field> {
        match self.answer {
            Answer::Pairs(found) => {
                let row = found.rows.iter().find(|row| row.ends[1].key == self.datum.key);
                let before = row.and_then(|row| row.ends[0].interval()).filter(|_| self.figure().is_some());
                let change = row.and_then(Pair::change);
                let steps = |steps: u32| found.unit.write_steps(steps);
                let signed = |steps: i64| {
                    let size = found.unit.write_steps(u32::try_from(steps.unsigned_abs()).unwrap_or(u32::MAX));
                    if steps < 0 { format!("-{size}") } else { size }
                };
                vec![
                    ("earlier_low", "zuvor mindestens", number(before.map(|own| steps(own.low())))),
                    ("earlier_high", "zuvor höchstens", number(before.and_then(Interval::high).map(steps))),
                    ("change_low", "Veränderung mindestens", number(change.and_then(|own| own.low).map(signed))),
                    ("change_high", "Veränderung höchstens", number(change.and_then(|own| own.high).map(signed))),
                ]
            }
            Answer::Ranking(found) if found.since.is_some() => {
                let rise = found.rise(self.datum.place.code);
                vec![
                    ("rank_change_low", "Ränge gewonnen mindestens", number(rise.map(|(low, _)| low.to_string()))),
                    ("rank_change_high", "Ränge gewonnen höchstens", number(rise.map(|(_, high)| high.to_string()))),
                ]
            }
            _ => Vec::new(),
        }
    }

    fn source(&self) -> Vec<Field> {
        let o = self.observation();
        vec![
            ("source", "Quelle", text(o.map(|o| words::source(&o.source, self.lang)))),
            ("source_url", "Adresse der Quelle", text(o.map(|o| o.source.url.clone()))),
            ("note", "Anmerkung", text(o.map(|o| words::note(o, self.lang).to_owned()))),
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
    let records = records(answer, lang, provenance);
    let head = |(name, german, _): &Field| if dialect == Dialect::GermanExcel { *german } else { *name };
    let heads: Vec<&str> = records.first().into_iter().flatten().map(head).collect();
    let mut file = format!("{start}{}\r\n", heads.join(separator));
    for record in records {
        let fields: Vec<String> = record.iter().map(|(_, _, cell)| field(cell)).collect();
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
    let record = |fields: &Vec<Field>| {
        let member = |(name, _, cell): &Field| match cell {
            Cell::Empty => format!("\"{name}\": null"),
            Cell::Number(number) => format!("\"{name}\": {number}"),
            Cell::Text(text) => format!("\"{name}\": {}", json_text(text)),
        };
        let members: Vec<String> = fields.iter().map(member).collect();
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
