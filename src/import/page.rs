//! Reads a page of the interface: JSON instead of CSV.

use super::input;
use super::row::{COLUMNS, Header, OPTIONAL};
use super::taker::Taker;
use crate::data::check::{Problem, missing_columns};
use csv::ByteRecord;
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::{BufRead, Read};

/// Most bytes of a page.
const LARGEST: u64 = 16_000_000;

/// An array of objects, or an object with one under `content`, `data` or `items`. Keys are the columns of the export, in
/// snake_case or camelCase; each object is read by its own.
pub(super) fn page(reader: Box<dyn BufRead + Send>, taker: &mut Taker<'_>) {
    let mut bytes = Vec::new();
    if let Err(error) = reader.take(LARGEST + 1).read_to_end(&mut bytes) {
        return taker.of_file(None, input::problem(&error));
    }
    if bytes.len() as u64 > LARGEST {
        return taker.of_file(None, Problem::Unpacked(LARGEST));
    }
    let json: Value = match serde_json::from_slice(&bytes) {
        Ok(json) => json,
        Err(error) => {
            let (line, column) = (error.line(), error.column());
            return taker.of_file(None, Problem::BrokenPage { line, column });
        }
    };
    let Some(entries) = entries(&json) else { return taker.of_file(None, Problem::NoRows) };
    let columns: Vec<&str> = COLUMNS.into_iter().chain(OPTIONAL).collect();
    let record = ByteRecord::from(columns.clone());
    let Ok(header) = Header::read(&record, taker.context.states.to_vec(), taker.context.date) else { return };
    for (index, entry) in entries.iter().enumerate() {
        match cells(entry) {
            Err(problem) => taker.left_out(index + 1, problem),
            Ok(cells) => {
                let cell = |column: &&str| cells.get(*column).map_or("", String::as_str);
                taker.take(index + 1, &header, &columns.iter().map(cell).collect());
            }
        }
    }
}

/// The cells of an entry by column.
fn cells(entry: &Value) -> Result<BTreeMap<String, String>, Problem> {
    let entry = entry.as_object().ok_or(Problem::NotAnEntry)?;
    let names: Vec<String> = entry.keys().map(|key| snake(key)).collect();
    let names = || names.iter().map(String::as_str);
    let problem = missing_columns(names(), &COLUMNS).into_iter().next();
    let double = OPTIONAL.iter().find(|column| names().filter(|name| name == *column).count() > 1);
    let double = double.map(|column| Problem::DoubleColumn { column: (*column).to_owned(), count: 2 });
    match problem.or(double) {
        Some(problem) => Err(problem),
        None => Ok(names().map(str::to_owned).zip(entry.values().map(text)).collect()),
    }
}

/// A value as the cell of a table would have it.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        Value::Bool(is) => if *is { "ja" } else { "nein" }.to_owned(),
        other => other.to_string(),
    }
}

/// The objects of a page.
pub fn entries(json: &Value) -> Option<&Vec<Value>> {
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
