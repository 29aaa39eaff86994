//! The real package: invariants that hold whatever an operator adds. Numbers are tested on the frozen package alone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may

mod common;

use common::sheet;

use ozg_state_comparison::answer::Answer;
use ozg_state_comparison::chart::{Width, draw};
use ozg_state_comparison::data::package::{Files, read_package};
use ozg_state_comparison::data::{Dataset, PlaceCode};
use ozg_state_comparison::publish::{cards, read_package_files, today};
use ozg_state_comparison::question::{Lang, Question};
use ozg_state_comparison::words;
use std::collections::HashSet;
use std::path::Path;

fn real() -> Files {
    read_package_files(Path::new("assets/data")).unwrap()
}

/// The package, which must be free of faults.
fn clean(files: &Files) -> Dataset {
    let (data, faults) = read_package(files, today().unwrap());
    assert_eq!(faults, []);
    data
}

/// What `script/test` runs on the real data: it must hold for any package without faults.
fn check(data: &Dataset) {
    for card in cards(data) {
        let (question, invalid) = Question::parse(&card.query, data);
        assert_eq!(invalid, [], "{}", card.query);
        let found = ozg_state_comparison::answer::answer(data, &question);
        assert!(!matches!(found, Answer::Nothing(_)), "{}", card.query);
        for lang in [Lang::De, Lang::En] {
            let headline = words::headline(&found, lang);
            assert!(!headline.title.is_empty() && !headline.definition.is_empty(), "{}", card.query);
            assert!(Width::ALL.into_iter().all(|width| draw(&found, sheet(lang, width)).is_some()), "{}", card.query);
        }
    }
    assert!(matches!(ozg_state_comparison::answer::answer(data, &Question::default()), Answer::Ranking(_)));
}

#[test]
fn the_real_package_is_clean_and_whole() {
    let data = clean(&real());
    assert_eq!((data.states().count(), data.areas.len()), (16, 14));
    check(&data);
}

/// Every source is used, or says what it confirms or describes.
#[test]
fn every_source_is_used_or_named_as_corroborating() {
    let files = real();
    let data = clean(&files);
    let figures = data.observations.iter().map(|o| &o.source);
    let others = data.events.iter().map(|own| &own.source).chain(data.breaks.iter().map(|own| &own.source));
    let sources = figures.chain(others).chain(data.targets.iter().map(|own| &own.source));
    let used: HashSet<&str> = sources.map(|source| source.id.as_str()).collect();
    let mut reader = csv::Reader::from_reader(files["sources.csv"].as_slice());
    let heads = reader.headers().unwrap().clone();
    let column = |name: &str| heads.iter().position(|head| head == name).unwrap();
    for record in reader.records().map(Result::unwrap) {
        let (id, note) = (&record[column("id")], &record[column("note")]);
        let says = ["bestätigt", "widerspricht", "beschreibt", "Quelle von"].iter().any(|word| note.contains(word));
        assert!(used.contains(id) || says, "{id} is neither used nor corroborating: {note}");
    }
}

/// An operator adds a month: sixteen rows and a source. Nothing that is tested on the real data needs an edit.
#[test]
fn another_month_needs_no_edited_expectation() {
    let mut files = real();
    let mut append = |name: &str, text: String| files.get_mut(name).unwrap().extend(text.into_bytes());
    let day = today().unwrap();
    append(
        "sources.csv",
        format!(
            "next-month,Dashboard Digitale Verwaltung,,Stand des Monats,https://example.org/,{day},official,nicht angegeben,\n"
        ),
    );
    for (index, code) in PlaceCode::STATES.iter().enumerate() {
        let value = 240 + 3 * index;
        append(
            "observations.csv",
            format!(
                "ozg-land-statewide,{},all,2026-10-01,2026-10-31,Oktober 2026,,{value},,exact,,next-month,{day},,,,\n",
                code.iso()
            ),
        );
    }
    let data = clean(&files);
    check(&data);
    let found = common::ranking(&data, "");
    assert_eq!((found.moment.name(), found.coverage.with), ("2026-10".to_owned(), 16), "the new month is shown first");
    let before = common::ranking(&data, "asof=2026-11-24");
    assert_eq!(before.moment.name(), "2025-01", "and the first day stays as it was");
}
