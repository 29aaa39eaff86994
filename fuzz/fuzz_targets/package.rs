//! Any bytes as a table of the data package: faults, never a panic; without faults the release carries it all.
#![no_main]

use libfuzzer_sys::fuzz_target;
use ozg_state_comparison::data::package::{Files, TABLES, read_package};
use ozg_state_comparison::data::{Date, Release};
use std::sync::LazyLock;

static GOOD: LazyLock<Files> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../assets/data");
    let names = TABLES.iter().map(|(name, _)| *name).chain(["datapackage.json"]);
    // A short package: the first rows of each table that others need stay whole.
    names.map(|name| (name.to_owned(), std::fs::read(format!("{folder}/{name}")).unwrap_or_default())).collect()
});

fuzz_target!(|data: &[u8]| {
    let Some((which, bytes)) = data.split_first() else { return };
    let mut files = GOOD.clone();
    let name = TABLES.get(usize::from(*which) % TABLES.len()).map_or("observations.csv", |(name, _)| *name);
    files.insert(name.to_owned(), bytes.to_vec());
    let Ok(today) = Date::parse("2026-11-24") else { return };
    let (found, faults) = read_package(&files, today);
    if faults.is_empty() {
        let bytes = Release::of(&found).to_bytes();
        assert_eq!(Release::from_bytes(&bytes).and_then(Release::into_dataset), Ok(found));
    }
});
