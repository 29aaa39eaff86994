//! A second reader of the files of a view, who knows only docs/data.md: every file of every question is read and averaged.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may

mod common;

use common::{data, questions};
use ozg_state_comparison::answer::{Answer, answer};
use ozg_state_comparison::data::Licence;
use ozg_state_comparison::output::{Dialect, Provenance, csv, json};
use ozg_state_comparison::question::{Lang, Question};
use ozg_state_comparison::ui::state::Content;
use ozg_state_comparison::words::Reader;
use std::collections::{BTreeMap, HashSet};

/// The columns as documented: name, German heading.
fn documented() -> Vec<(String, String)> {
    let guide = std::fs::read_to_string("docs/data.md").unwrap();
    let table = guide.split("## Files of a view").nth(1).unwrap();
    let rows = table.lines().filter(|line| line.starts_with("| `"));
    rows.map(|line| {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        assert_eq!(cells.len(), 6, "name, heading, meaning, example: {line}");
        assert!(cells[3].len() > 3 && cells[4].starts_with('`'), "a meaning and an example: {line}");
        (cells[1].trim_matches('`').to_owned(), cells[2].to_owned())
    })
    .collect()
}

fn provenance() -> Provenance {
    Provenance { address: "https://example.org/".into(), version: None, licence: Licence::CcBy4 }
}

fn read(text: &str, delimiter: u8) -> (Vec<String>, Vec<BTreeMap<String, String>>) {
    let text = text.trim_start_matches('\u{FEFF}');
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
    let heads: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let record = |record: csv::StringRecord| heads.iter().cloned().zip(record.iter().map(str::to_owned)).collect();
    let rows = reader.records().map(|found| record(found.unwrap())).collect();
    (heads, rows)
}

/// What the documentation promises of a row.
fn check(row: &BTreeMap<String, String>, context: &str) {
    let number = |name: &str| Some(&row[name]).filter(|text| !text.is_empty()).map(|text| text.parse::<f64>().unwrap());
    let (value, low, high) = (number("value"), number("low"), number("high"));
    let qualifier = row["qualifier"].as_str();
    if qualifier == "missing" {
        assert_eq!((value, low, high), (None, None, None), "{context}: {row:?}");
        return;
    }
    let low = low.unwrap_or_else(|| panic!("{context}: low is always there: {row:?}"));
    assert!(high.is_none_or(|high| low <= high), "{context}: {row:?}");
    assert_eq!(value.is_some(), ["exact", "about"].contains(&qualifier), "{context}: {row:?}");
    assert!(value.is_none_or(|value| low <= value && high.is_some_and(|high| value <= high)), "{context}: {row:?}");
    if qualifier == "exact" {
        assert_eq!((value, Some(low)), (Some(low), high), "{context}: {row:?}");
    }
    // What nobody printed says how it was derived; whatever was printed stands there in its own words.
    assert_eq!(row["published"].is_empty(), ["between", "at_most"].contains(&qualifier), "{context}: {row:?}");
    assert!(!row["published"].is_empty() || !row["derivation"].is_empty(), "{context}: {row:?}");
    for name in ["measure_name", "area_name", "source", "definition", "licence", "address", "date"] {
        assert!(!row[name].is_empty(), "{context}: {name} is empty: {row:?}");
    }
    for (least, most) in [("earlier_low", "earlier_high"), ("change_low", "change_high"), ("rank_best", "rank_worst")] {
        let bound = |name: &str| row.get(name).filter(|text| !text.is_empty()).map(|text| text.parse::<f64>().unwrap());
        assert!(bound(least).zip(bound(most)).is_none_or(|(low, high)| low <= high), "{context}: {least} {row:?}");
    }
}

#[test]
fn every_file_can_be_read_by_the_documentation_alone() {
    let (data, documented) = (data(), documented());
    let names: HashSet<&String> = documented.iter().map(|(name, _)| name).collect();
    let headings: BTreeMap<&String, &String> = documented.iter().map(|(name, heading)| (name, heading)).collect();
    assert_eq!(names.len(), documented.len(), "each column once");
    let (mut used, mut averaged) = (HashSet::new(), 0);
    let mut asked = questions(&data);
    asked.push(Question::parse("period=2024-01..2025-01", &data).0);
    for question in &asked {
        let found = answer(&data, question);
        if matches!(found, Answer::Nothing(_)) {
            continue;
        }
        let context = question.to_query(Lang::De);
        let (heads, rows) = read(&csv(&found, Lang::De, Dialect::Rfc4180, &provenance()), b',');
        assert!(heads.iter().all(|head| names.contains(head)), "{context}: {heads:?}");
        used.extend(heads.iter().cloned());
        rows.iter().for_each(|row| check(row, &context));
        // Whoever averages the column of values never averages a bound.
        let exact = rows.iter().filter(|row| !row["value"].is_empty());
        averaged +=
            exact.filter(|row| row["low"].parse::<f64>().unwrap() <= row["value"].parse::<f64>().unwrap()).count();
        let (german, excel) = read(&csv(&found, Lang::De, Dialect::GermanExcel, &provenance()), b';');
        let expected: Vec<&String> = heads.iter().map(|head| headings[head]).collect();
        assert_eq!((german.iter().collect::<Vec<_>>(), excel.len()), (expected, rows.len()), "{context}");
        let read: serde_json::Value = serde_json::from_str(&json(&found, Lang::De, &provenance())).unwrap();
        for (member, row) in read["rows"].as_array().unwrap().iter().zip(&rows) {
            for (name, cell) in row.iter().filter(|(_, cell)| cell.is_empty()) {
                assert!(member[name].is_null() || member[name] == "", "{context}: {name} {cell}");
            }
            assert_eq!(member["low"].is_null(), row["low"].is_empty(), "{context}");
        }
    }
    let never: Vec<&&String> = names.iter().filter(|name| !used.contains(**name) && **name != "invented").collect();
    assert_eq!(never, [&""; 0], "documented and never written");
    assert!(averaged > 5_000, "{averaged} values");
}

/// Two different questions never give files of one name.
#[test]
fn file_names_tell_what_is_inside() {
    let data = data();
    let mut seen: BTreeMap<String, Answer> = BTreeMap::new();
    for question in questions(&data) {
        let content = Content::of(&data, question.clone(), Lang::De, Reader::One);
        if content.is_empty() {
            continue;
        }
        let name = content.file_name();
        assert!(name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-.~".contains(&b)), "{name}");
        let figures = |found: &Answer| found.data().into_iter().map(|datum| datum.attributes()).collect::<Vec<_>>();
        if let Some(other) = seen.get(&name) {
            assert_eq!(figures(other), figures(&content.answer), "{name}: {}", question.to_query(Lang::De));
        }
        seen.insert(name, content.answer);
    }
    assert!(seen.keys().any(|name| name == "ranking-ozg-land-statewide-2025-01"), "{:?}", seen.keys().take(5));
    assert!(seen.len() > 500, "{} names", seen.len());
}
