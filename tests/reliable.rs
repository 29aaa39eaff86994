//! docs/reliability.md: every fault and threat stands in it, and each test that it names is there.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Faults and threats.
const LINES: [(char, usize); 2] = [('F', 54), ('S', 28)];

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        match path.is_dir() {
            true => files(&path, found),
            false => found.push(path),
        }
    }
}

/// Texts of tests by the name of their file.
fn tests() -> BTreeMap<String, String> {
    let mut found = Vec::new();
    for folder in ["tests", "src", "script"] {
        files(Path::new(folder), &mut found);
    }
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for path in found {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let name = path.file_name().unwrap().to_string_lossy().replace(".spec.mjs", ".spec");
        texts.entry(name).or_default().push_str(&text);
    }
    texts
}

#[test]
fn every_fault_and_threat_has_its_tests() {
    let page = fs::read_to_string("docs/reliability.md").unwrap();
    let tests = tests();
    let mut named = 0;
    for (letter, count) in LINES {
        for number in 1..=count {
            let start = format!("| {letter}{number:02} |");
            let lines: Vec<&str> = page.lines().filter(|line| line.starts_with(&start)).collect();
            assert_eq!(lines.len(), 1, "{start}");
            let place = lines[0].trim_end_matches(" |").rsplit(" | ").next().unwrap();
            if place.starts_with("not applicable: ") {
                continue;
            }
            let mut file = "";
            let before = named;
            for (index, part) in place.split('`').enumerate() {
                if index % 2 == 0 {
                    let mut words = part.split([' ', ',', ';', '(', ')']);
                    let is_file = |word: &&str| [".rs", ".spec", ".mjs"].iter().any(|end| word.ends_with(end));
                    file = words.rfind(is_file).unwrap_or(file);
                } else if !file.is_empty() {
                    let name = file.rsplit('/').next().unwrap();
                    let text = tests.get(name).unwrap_or_else(|| panic!("{start} no file {file}"));
                    let begin = part.split('…').next().unwrap().trim_end();
                    assert!(text.contains(begin), "{start} {file} has no test “{begin}”");
                    named += 1;
                }
            }
            assert!(named > before || place.contains("script/"), "{start} names no test");
        }
    }
    assert!(named > 100, "{named}");
}
