//! Any text as an address: a question, never a panic; its address asks the same again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use ozg_state_comparison::answer::answer;
use ozg_state_comparison::data::package::{Files, TABLES, read_package};
use ozg_state_comparison::data::{Dataset, Date};
use ozg_state_comparison::question::{Lang, Question};
use std::sync::LazyLock;

static DATA: LazyLock<Dataset> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../assets/data");
    let names = TABLES.iter().map(|(name, _)| *name).chain(["datapackage.json"]);
    let files: Files =
        names.map(|name| (name.to_owned(), std::fs::read(format!("{folder}/{name}")).unwrap_or_default())).collect();
    Date::parse("2026-11-24").map(|today| read_package(&files, today).0).unwrap_or_default()
});

fuzz_target!(|text: &str| {
    let (question, _) = Question::parse(text, &DATA);
    let _ = answer(&DATA, &question);
    let query = question.to_query(Lang::De);
    let (again, invalid) = Question::parse(&query, &DATA);
    assert!(invalid.is_empty(), "{query}");
    assert_eq!(again.to_query(Lang::De), query);
});
