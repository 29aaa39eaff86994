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
    read_release_package(Path::new("assets/data")).unwrap().1
}

/// The files of the real data package.
pub fn files() -> Files {
    read_package_files(Path::new("assets/data")).unwrap()
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
