//! What the integration tests share: the real data.
#![allow(dead_code, clippy::unwrap_used, clippy::panic)] // tests may

use ozg_state_comparison::answer::{Answer, Growth, Ranking, answer};
use ozg_state_comparison::data::Dataset;
use ozg_state_comparison::data::package::Files;
use ozg_state_comparison::publish::{read_package_files, read_release_package};
use ozg_state_comparison::question::Question;
use std::path::Path;

/// The real data set.
pub fn data() -> Dataset {
    read_release_package(Path::new("tests/package")).unwrap().1
}

/// The files of the real data package.
pub fn files() -> Files {
    read_package_files(Path::new("tests/package")).unwrap()
}

/// The answer to a query.
pub fn ask(data: &Dataset, query: &str) -> Answer {
    let (question, invalid) = Question::parse(query, data);
    assert_eq!(invalid, [], "{query}");
    answer(data, &question)
}

/// The ranking that answers a query.
pub fn ranking(data: &Dataset, query: &str) -> Ranking {
    match ask(data, query) {
        Answer::Ranking(ranking) => ranking,
        other => panic!("{query}: {other:?}"),
    }
}

/// The growth that answers a query.
pub fn growth(data: &Dataset, query: &str) -> Growth {
    match ask(data, query) {
        Answer::Growth(growth) => growth,
        other => panic!("{query}: {other:?}"),
    }
}

/// A folder as Trunk leaves it: the template with code and styles, their content made up.
pub fn built() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let source = std::fs::read_to_string("index.html").unwrap();
    let kept: Vec<&str> = source.lines().filter(|line| !line.contains("data-trunk")).collect();
    let write = |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes).unwrap();
    write("index.html", kept.join("\n").as_bytes());
    let made_up = ["app.js", "app_bg.wasm", "app-en.js", "app-en_bg.wasm", "style.css", "critical.css", "pages.css"];
    for name in made_up.into_iter().chain(["embed.css"]) {
        write(name, name.as_bytes());
    }
    for name in ["boot.js", "start.js", "search.js", "sw.js", "sw-off.js", "icon.svg"] {
        write(name, &std::fs::read(Path::new("assets").join(name)).unwrap());
    }
    folder
}
