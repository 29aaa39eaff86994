//! The check of the data package: the real one is clean, and single broken cells are found at their place.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may

mod common;

use common::files;
use ozg_state_comparison::data::check::{Fault, Rule};
use ozg_state_comparison::data::package::{Files, read_package};
use ozg_state_comparison::data::{Date, Release, ReleaseError};
use ozg_state_comparison::question::Lang;
use ozg_state_comparison::words::command::fault::{fault as told, remedy as remedy_of, what};
use rayon::prelude::*;

fn check(files: &Files) -> Vec<Fault> {
    read_package(files, Date::parse("2026-11-25").unwrap()).1
}

/// The package with one cell changed; the row counts as in a spreadsheet.
fn with_cell(file: &str, row: usize, column: &str, text: &str) -> Files {
    let mut files = files();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(files[file].as_slice());
    let mut records: Vec<Vec<String>> =
        reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
    let position = records[0].iter().position(|name| name == column).unwrap();
    records[row - 1][position] = text.to_owned();
    let mut writer = csv::Writer::from_writer(Vec::new());
    for record in records {
        writer.write_record(record).unwrap();
    }
    files.insert(file.to_owned(), writer.into_inner().unwrap());
    files
}

#[test]
fn the_real_package_is_clean_and_whole() {
    let files = files();
    let (data, faults) = read_package(&files, Date::parse("2026-11-25").unwrap());
    assert_eq!(faults, []);
    assert_eq!((data.states().count(), data.areas.len(), data.observations.len()), (16, 14, 277));
    assert_eq!((data.measures.len(), data.sources.len(), data.events.len()), (45, 108, 27));
}

#[test]
fn a_release_carries_the_whole_data_set() {
    let (data, _) = read_package(&files(), Date::parse("2026-11-25").unwrap());
    let release = Release::of(&data);
    assert_eq!(Release::from_json(&release.to_json()).and_then(Release::into_dataset), Ok(data.released()));
    assert_eq!(Release::from_bytes(&release.to_bytes()).and_then(Release::into_dataset), Ok(data.released()));
}

#[test]
fn a_release_that_is_not_whole_is_refused() {
    let (data, _) = read_package(&files(), Date::parse("2026-11-25").unwrap());
    let json = Release::of(&data).to_json();
    let read = |text: &str| Release::from_json(text).and_then(Release::into_dataset);
    assert!(matches!(read(""), Err(ReleaseError::Form(_))));
    assert!(matches!(read("<!doctype html>"), Err(ReleaseError::Form(_))));
    assert!(matches!(read(&json[..json.len() / 2]), Err(ReleaseError::Form(_))));
    assert!(matches!(read(&json.replace("\"schema\":2", "\"schema\":3")), Err(ReleaseError::Newer(3))));
    assert!(matches!(read("{\"schema\":7,\"tables\":[]}"), Err(ReleaseError::Newer(7))));
    assert!(matches!(read(&json.replace("DE-NW", "DE-XX")), Err(ReleaseError::Row("places", _, "code"))));
    let mut bytes = Release::of(&data).to_bytes();
    let read = |bytes: &[u8]| Release::from_bytes(bytes).and_then(Release::into_dataset);
    (0..bytes.len()).into_par_iter().for_each(|length| {
        assert!(matches!(read(&bytes[..length]), Err(ReleaseError::Form(_))), "cut after {length} bytes");
    });
    assert!(matches!(read(b"<!doctype html>"), Err(ReleaseError::Newer(_) | ReleaseError::Form(_))));
    bytes.push(0);
    assert_eq!(read(&bytes), Err(ReleaseError::Form("1 bytes too many".to_owned())));
    bytes[0] = 3;
    assert_eq!(read(&bytes), Err(ReleaseError::Newer(3)));
}

#[test]
fn single_broken_cells_are_found_at_their_place() {
    let broken = [
        ("observations.csv", 2, "measure", "ozg-land-statewid", Rule::Reference, "did you mean ozg-land-statewide"),
        ("observations.csv", 3, "place", "Thuringen", Rule::Place, "Thüringen (DE-TH)"),
        ("observations.csv", 3, "place", "DE-XX", Rule::Place, "DE-"),
        ("observations.csv", 3, "place", "", Rule::Place, "ISO 3166-2"),
        ("observations.csv", 4, "area", "bauen", Rule::Area, "areas.csv"),
        ("observations.csv", 5, "from", "2025-02-31", Rule::Date, "YYYY-MM-DD"),
        ("observations.csv", 5, "from", "31.01.2025", Rule::Date, "YYYY-MM-DD"),
        ("observations.csv", 5, "from", "2031-01-01", Rule::Date, "swap"),
        ("observations.csv", 6, "to", "1999-01-01", Rule::Date, "swap"),
        ("observations.csv", 6, "to", "0202-01-01", Rule::Date, "YYYY-MM-DD"),
        ("observations.csv", 7, "value", "1.234", Rule::Value, "1234"),
        ("observations.csv", 7, "value", "1,234", Rule::Value, "1234"),
        ("observations.csv", 7, "value", "inf", Rule::Value, "digits"),
        ("observations.csv", 7, "value", "NaN", Rule::Value, "digits"),
        ("observations.csv", 7, "value", "-5", Rule::Value, "digits"),
        ("observations.csv", 7, "value", "1e3", Rule::Value, "digits"),
        ("observations.csv", 7, "value", " 5", Rule::Value, "digits"),
        ("observations.csv", 7, "value", "٣", Rule::Value, "digits"),
        ("observations.csv", 7, "value", "", Rule::Value, "digits"),
        ("observations.csv", 8, "upper", "abc", Rule::Value, "digits"),
        ("observations.csv", 8, "upper", "1", Rule::Value, "together"),
        ("observations.csv", 9, "qualifier", "exakt", Rule::Type, "exact"),
        ("observations.csv", 2, "qualifier", "between", Rule::Value, "together"),
        ("observations.csv", 10, "source", "insm-2025-2", Rule::Reference, "insm-2025-02"),
        ("observations.csv", 11, "recorded", "2027-01-01", Rule::Date, "2026-11-25"),
        ("observations.csv", 11, "recorded", "gestern", Rule::Date, "YYYY-MM-DD"),
        ("observations.csv", 12, "superseded", "2026-11-24", Rule::Revision, "why"),
        ("observations.csv", 12, "reason", "correction", Rule::Revision, "when"),
        ("observations.csv", 12, "due", "2026-12-31", Rule::Date, "clear due"),
        ("observations.csv", 262, "due", "2020-12-31", Rule::Date, "together"),
        ("observations.csv", 13, "label", "", Rule::Type, "fill"),
        ("observations.csv", 13, "label", "=1+1", Rule::Formula, "spreadsheets"),
        ("observations.csv", 13, "note_de", "a\u{202E}b", Rule::Characters, "remove"),
        ("observations.csv", 13, "note_de", "Thu\u{308}ringen", Rule::Encoding, "NFC"),
        ("measures.csv", 2, "unit", "percentage", Rule::Type, "percent"),
        ("measures.csv", 2, "per", "land", Rule::Type, "state"),
        ("measures.csv", 2, "denominator", "catalogue", Rule::Reference, "measures.csv"),
        ("measures.csv", 3, "id", "ozg-land-statewide", Rule::Key, "two rows"),
        ("places.csv", 3, "key", "990000000000", Rule::Place, "010000000000"),
        ("places.csv", 4, "code", "DE-SH", Rule::Key, "two rows"),
        ("places.csv", 4, "population", "1.862.565", Rule::Value, "1862565"),
        ("sources.csv", 3, "url", "http://example.org", Rule::Source, "https"),
        ("sources.csv", 3, "url", "javascript:alert(1)", Rule::Source, "https"),
        ("sources.csv", 3, "kind", "presse", Rule::Type, "press"),
        ("sources.csv", 3, "published", "Januar 2022", Rule::Date, "YYYY"),
        ("events.csv", 2, "place", "NRW", Rule::Place, "ISO 3166-2"),
        ("events.csv", 2, "source", "", Rule::Reference, "sources.csv"),
        ("targets.csv", 2, "counted", "ozg-nation", Rule::Reference, "ozg-nationwide"),
        ("targets.csv", 2, "due", "Ende 2022", Rule::Date, "YYYY-MM-DD"),
        ("measures.csv", 2, "related", "wsp-online", Rule::Reference, "measures.csv"),
        ("breaks.csv", 2, "date", "2025-13-01", Rule::Date, "YYYY-MM-DD"),
    ];
    for (file, row, column, text, rule, remedy) in broken {
        let faults = check(&with_cell(file, row, column, text));
        let found = faults.iter().find(|fault| fault.file == file && fault.row == Some(row));
        let found = found.unwrap_or_else(|| panic!("{file} {row} {column} “{text}”: {faults:?}"));
        assert_eq!(found.rule(), rule, "{file} {row} {column} “{text}”: {found:?}");
        let said = format!("{} {}", what(&found.problem, Lang::En), remedy_of(&found.problem, Lang::En)).to_lowercase();
        assert!(said.contains(&remedy.to_lowercase()), "{file} {row} {column} “{text}”: {said}");
        assert!(told(found, Lang::De).contains(&format!("Zeile {row}")));
        if !matches!(rule, Rule::Key | Rule::Value | Rule::Date | Rule::Revision) {
            assert_eq!(found.column.as_ref().map(|(name, _)| name.as_str()), Some(column), "{found:?}");
        }
    }
}

#[test]
fn broken_files_are_named() {
    let broken = |change: &dyn Fn(&mut Files)| {
        let mut files = files();
        change(&mut files);
        check(&files)
    };
    let set =
        |text: &'static [u8]| move |files: &mut Files| drop(files.insert("observations.csv".into(), text.to_vec()));
    let rule = |faults: Vec<Fault>| faults.first().map(|fault| (fault.rule(), fault.file.clone()));
    let observations = |rule| Some((rule, "observations.csv".to_owned()));
    assert_eq!(rule(broken(&set(b""))), observations(Rule::Columns));
    assert_eq!(rule(broken(&set(b"measure;place;area\n"))), observations(Rule::Form));
    assert_eq!(rule(broken(&set(b"measure,place\nx,y\n"))), observations(Rule::Columns));
    assert_eq!(rule(broken(&|files| drop(files.remove("observations.csv")))), observations(Rule::Complete));
    assert_eq!(
        rule(broken(&|files| drop(files.remove("datapackage.json")))),
        Some((Rule::Complete, "datapackage.json".into()))
    );
    let header = |files: &mut Files, text: &[u8]| {
        let mut bytes = files["observations.csv"].split(|byte| *byte == b'\n').next().unwrap().to_vec();
        bytes.extend(text);
        files.insert("observations.csv".into(), bytes);
    };
    assert_eq!(rule(broken(&|files| header(files, b"\n"))), observations(Rule::Complete));
    assert_eq!(rule(broken(&|files| header(files, b"\na,b\n"))), observations(Rule::Form));
    let latin = broken(&|files| header(files, b"\nozg-land-any,DE-TH,all,Th\xFCringen\n"));
    assert_eq!(latin[0].rule(), Rule::Encoding);
    assert_eq!((latin[0].row, latin[0].column.as_ref().map(|(_, position)| *position)), (Some(2), Some(3)));
}

#[test]
fn a_missing_state_and_a_double_row_are_named() {
    let mut files = files();
    let without_bremen: Vec<u8> = String::from_utf8(files["places.csv"].clone())
        .unwrap()
        .lines()
        .filter(|line| !line.starts_with("DE-HB"))
        .flat_map(|line| format!("{line}\n").into_bytes())
        .collect();
    files.insert("places.csv".into(), without_bremen);
    let faults = check(&files);
    assert!(
        faults.iter().any(|fault| fault.rule() == Rule::Complete && what(&fault.problem, Lang::En).contains("DE-HB")),
        "{faults:?}"
    );

    let mut files = common::files();
    let mut text = String::from_utf8(files["observations.csv"].clone()).unwrap();
    let last = text.lines().last().unwrap().to_owned();
    text.push_str(&last);
    files.insert("observations.csv".into(), text.into_bytes());
    let faults = check(&files);
    assert_eq!(faults.len(), 1);
    assert_eq!((faults[0].rule(), faults[0].row), (Rule::Key, Some(279)));
    assert!(what(&faults[0].problem, Lang::En).contains("278"), "both rows are named: {}", told(&faults[0], Lang::En));
}

#[test]
fn spreadsheets_forms_are_accepted() {
    let mut files = files();
    let text = String::from_utf8(files["observations.csv"].clone()).unwrap();
    let windows = format!("\u{FEFF}{}", text.trim_end().replace('\n', "\r\n"));
    files.insert("observations.csv".into(), windows.into_bytes());
    assert_eq!(check(&files), []);
}

#[test]
fn files_rows_and_cells_have_limits() {
    let of = |file: &str, bytes: Vec<u8>| {
        let mut files = files();
        files.insert(file.to_owned(), bytes);
        let begin = std::time::Instant::now();
        let faults = check(&files);
        assert!(begin.elapsed() < std::time::Duration::from_secs(10), "{file}: {:?}", begin.elapsed());
        faults.into_iter().map(|fault| (fault.file.clone(), fault.problem.rule())).collect::<Vec<_>>()
    };
    let events = String::from_utf8(files()["events.csv"].clone()).unwrap();
    let (head, rest) = events.split_once('\n').unwrap();
    let row = rest.lines().next().unwrap();
    let many = format!("{head}\n{}", format!("{row}\n").repeat(100_001));
    assert!(of("events.csv", many.into_bytes()).contains(&("events.csv".to_owned(), Rule::Size)));
    let large = format!("{head}\n{}", " ".repeat(50_000_001));
    assert!(of("events.csv", large.into_bytes()).contains(&("events.csv".to_owned(), Rule::Size)));
    let long = with_cell("events.csv", 2, "title_de", &"W".repeat(10_000));
    assert!(check(&long).iter().any(|fault| fault.problem.rule() == Rule::Size && fault.row == Some(2)));
}

/// Columns are found by their names.
#[test]
fn columns_may_stand_in_any_order_and_others_beside_them() {
    let (expected, _) = read_package(&files(), Date::parse("2026-11-25").unwrap());
    let turned = files().into_iter().map(|(name, bytes)| {
        if !name.ends_with(".csv") {
            return (name, bytes);
        }
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.as_slice());
        let mut writer = csv::Writer::from_writer(Vec::new());
        for (index, record) in reader.records().map(Result::unwrap).enumerate() {
            let own = if index == 0 { "another" } else { "x" };
            writer.write_record(record.iter().rev().chain([own])).unwrap();
        }
        (name, writer.into_inner().unwrap())
    });
    let (found, faults) = read_package(&turned.collect(), Date::parse("2026-11-25").unwrap());
    assert!(faults.iter().all(|fault| fault.problem.is_warning()), "{faults:?}");
    assert_eq!(found.observations, expected.observations);
}
