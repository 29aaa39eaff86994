//! Reads files of the export row by row.

use super::ImportError;
use super::catalogue::Catalogue;
use super::input::{Input, open};
use super::row::{COLUMNS, Header, OPTIONAL};
use super::tally::Tally;
use crate::data::Date;
use crate::data::check::{Excerpt, Fault, Problem, Rule};
use csv::ByteRecord;
use std::collections::BTreeMap;
use std::io::{BufRead, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

/// Most faults that are kept; the others are counted.
const KEPT: usize = 100;

/// What is wrong with an export.
#[derive(Debug, Default)]
pub struct Findings {
    /// The first hundred faults and the first hundred warnings.
    pub faults: Vec<Fault>,
    /// All of them by rule; warnings apart.
    pub counts: BTreeMap<(Rule, bool), usize>,
}

impl Findings {
    fn push(&mut self, fault: Fault) {
        let warning = fault.problem.is_warning();
        let count = self.counts.entry((fault.rule(), warning)).or_default();
        *count += 1;
        if *count <= KEPT {
            self.faults.push(fault);
        }
    }

    /// Number of faults that are no warnings.
    pub fn errors(&self) -> usize {
        self.counts.iter().filter(|((_, warning), _)| !warning).map(|(_, count)| count).sum()
    }

    /// Number of all.
    pub fn total(&self) -> usize {
        self.counts.values().sum()
    }
}

/// What is needed to read a row.
pub struct Context<'a> {
    /// The catalogue.
    pub catalogue: &'a Catalogue,
    /// German names of the states in the order of their keys.
    pub states: &'a [String],
    /// Date of the import.
    pub date: Date,
    /// Grows by the bytes read.
    pub done: Arc<AtomicU64>,
}

/// Adds the rows of a file to the tally. Rows with faults are left out of it and stand in `findings`.
pub fn read_export(
    path: &Path,
    context: &Context<'_>,
    tally: &mut Tally,
    findings: &mut Findings,
) -> Result<(), ImportError> {
    let name = path.display().to_string();
    match open(path, context.done.clone())? {
        Input::Refused(problem) => findings.push(Fault::of_file(&name, problem)),
        Input::Table(reader) => table(&name, reader, context, tally, findings),
        Input::Page(reader) => page(&name, reader, context, tally, findings),
    }
    Ok(())
}

/// Reads one file of bytes, for tests and fuzzing.
pub fn read_bytes(name: &str, bytes: &[u8], context: &Context<'_>, tally: &mut Tally, findings: &mut Findings) {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).to_vec();
    table(name, Box::new(std::io::Cursor::new(bytes)), context, tally, findings);
}

fn table(
    name: &str,
    mut reader: Box<dyn BufRead + Send>,
    context: &Context<'_>,
    tally: &mut Tally,
    findings: &mut Findings,
) {
    // The header decides between comma and semicolon.
    let mut start = Vec::new();
    if let Err(error) = reader.by_ref().take(1 << 16).read_until(b'\n', &mut start) {
        return findings.push(Fault::of_file(name, Problem::Damaged(error.to_string())));
    }
    let count = |byte: u8| start.iter().filter(|found| **found == byte).count();
    let delimiter = [b',', b';', b'\t'].into_iter().rev().max_by_key(|byte| count(*byte)).unwrap_or(b',');
    let source = std::io::Cursor::new(start).chain(reader);
    let mut csv = csv::ReaderBuilder::new();
    let mut csv = csv.has_headers(false).flexible(true).delimiter(delimiter).from_reader(source);
    let mut record = ByteRecord::new();
    let header = match csv.read_byte_record(&mut record) {
        Ok(true) => Header::read(&record, context.states.to_vec(), context.date),
        Ok(false) => return findings.push(Fault::of_file(name, Problem::EmptyFile)),
        Err(error) => return findings.push(Fault::of_file(name, Problem::NotCsv(error.to_string()))),
    };
    let header = match header {
        Ok(header) => header,
        Err(problems) => {
            for problem in problems {
                findings.push(Fault { row: Some(1), ..Fault::of_file(name, problem) });
            }
            return;
        }
    };
    let mut number = 1;
    loop {
        match csv.read_byte_record(&mut record) {
            Ok(true) => number += 1,
            Ok(false) => break,
            Err(error) => {
                findings
                    .push(Fault { row: Some(number + 1), ..Fault::of_file(name, Problem::Damaged(error.to_string())) });
                break;
            }
        }
        take(name, number, &header, &record, context, tally, findings);
    }
    if number == 1 {
        findings.push(Fault::of_file(name, Problem::NoRows));
    }
}

fn take(
    name: &str,
    number: usize,
    header: &Header,
    record: &ByteRecord,
    context: &Context<'_>,
    tally: &mut Tally,
    findings: &mut Findings,
) {
    let row = header.row(record);
    let found = match &row {
        Ok(row) => row.doubt.clone(),
        Err(found) => Some(found.clone()),
    };
    if let Some((position, problem)) = found {
        let mut fault = Fault::of_file(name, problem);
        fault.row = Some(number);
        if position < record.len() {
            let cells: Vec<_> = record.iter().map(String::from_utf8_lossy).collect();
            fault.column = Some((header.name(position).to_owned(), position));
            fault.excerpt = Some(Excerpt::of(cells.iter().map(AsRef::as_ref), position));
        }
        findings.push(fault);
    }
    match row {
        Ok(row) => tally.add(&row, context.catalogue),
        Err(_) => tally.left_out += 1,
    }
}

/// A page of the interface: an array of objects, or an object with one under `content`, `data` or `items`. Keys are the
/// columns of the export, in snake_case or camelCase.
fn page(
    name: &str,
    reader: Box<dyn BufRead + Send>,
    context: &Context<'_>,
    tally: &mut Tally,
    findings: &mut Findings,
) {
    let Ok(json) = serde_json::from_reader::<_, serde_json::Value>(reader) else {
        return findings.push(Fault::of_file(name, Problem::NotJson));
    };
    let Some(entries) = entries(&json) else {
        return findings.push(Fault::of_file(name, Problem::NoRows));
    };
    let names = COLUMNS.into_iter().chain(OPTIONAL);
    let first: Vec<String> = entries
        .first()
        .and_then(|entry| entry.as_object())
        .map(|entry| entry.keys().map(|key| snake(key)).collect())
        .unwrap_or_default();
    // A page of which the first object lacks a column lacks it.
    let present: Vec<&str> = names.filter(|column| first.iter().any(|key| key == column)).collect();
    let header = match Header::read(&ByteRecord::from(present.clone()), context.states.to_vec(), context.date) {
        Ok(header) => header,
        Err(_) if entries.is_empty() => return,
        Err(problems) => {
            return problems.into_iter().for_each(|problem| findings.push(Fault::of_file(name, problem)));
        }
    };
    for (index, entry) in entries.iter().enumerate() {
        let mut cells: BTreeMap<String, String> = BTreeMap::new();
        for (key, value) in entry.as_object().into_iter().flatten() {
            let text = match value {
                serde_json::Value::String(text) => text.clone(),
                serde_json::Value::Null => String::new(),
                serde_json::Value::Bool(is) => if *is { "ja" } else { "nein" }.to_owned(),
                other => other.to_string(),
            };
            cells.insert(snake(key), text);
        }
        let record: Vec<&str> = present.iter().map(|column| cells.get(*column).map_or("", String::as_str)).collect();
        take(name, index + 1, &header, &ByteRecord::from(record), context, tally, findings);
    }
}

/// The objects of a page.
pub fn entries(json: &serde_json::Value) -> Option<&Vec<serde_json::Value>> {
    json.as_array().or_else(|| ["content", "data", "items"].iter().find_map(|key| json.get(key)?.as_array()))
}

/// `leikaKey` as `leika_key`.
fn snake(key: &str) -> String {
    let mut text = String::new();
    for c in key.chars() {
        if c.is_ascii_uppercase() && !text.is_empty() {
            text.push('_');
        }
        text.push(c.to_ascii_lowercase());
    }
    text
}
