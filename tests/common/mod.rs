//! What the integration tests share: a package that stays as it is, whatever is added to the real one, and questions.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may

pub mod host;
pub mod room;
pub mod sql;

use ozg_state_comparison::answer::{Answer, Growth, Ranking, answer, period_options};
use ozg_state_comparison::chart::{Sheet, Width};
use ozg_state_comparison::data::package::Files;
use ozg_state_comparison::data::{Dataset, Per, PlaceCode};
use ozg_state_comparison::publish::{read_package_files, read_release_package};
use ozg_state_comparison::question::{Facet, Group, Lang, Moment, Period, Quantity, Question, Scale, View};
use ozg_state_comparison::words::Reader;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::LazyLock;

/// The data set of the frozen package, read once.
pub fn data() -> Dataset {
    static DATA: LazyLock<Dataset> = LazyLock::new(|| read_release_package(Path::new("tests/package")).unwrap().1);
    DATA.clone()
}

/// The command, in English where nothing else is asked for.
pub fn ozg(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_ozg")).args(args).env("LC_ALL", "C").output().unwrap()
}

pub fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// What a drawing for the reader of the app is made for.
pub fn sheet(lang: Lang, width: Width) -> Sheet {
    Sheet { lang, width, reader: Reader::One }
}

/// The files of the frozen package.
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

/// Every question that the controls can ask about measures, periods, units, groups and states, in every view.
pub fn questions(data: &Dataset) -> Vec<Question> {
    let known = data.known(None);
    let mut questions = Vec::new();
    for measure in data.measures.iter().filter(|m| !m.target) {
        let about = Question { measure: Some(measure.id.clone()), ..Question::default() };
        if measure.per == Per::State {
            let mut periods: Vec<Period> =
                period_options(known, measure, None).iter().map(|o| Period::At(o.moment)).collect();
            periods.push(Period::Best);
            periods.push(Period::between(Moment::Earliest, Moment::Latest));
            for (period, view) in
                periods.iter().flat_map(|period| [View::Ranking, View::Map, View::Change].map(|view| (*period, view)))
            {
                for unit in [Quantity::Count, Quantity::Share] {
                    questions.push(Question { period, view, unit, ..about.clone() });
                }
                for group in [Group::Area, Group::City] {
                    questions.push(Question { period, view, group, ..about.clone() });
                }
            }
        }
        for place in data.states() {
            let focus = Some(place.code);
            let growth = Question { view: View::Growth, focus, ..about.clone() };
            questions.push(growth.clone());
            questions.push(Question { scale: Scale::Index, ..growth.clone() });
            questions.push(Question { unit: Quantity::Share, ..growth.clone() });
            let some = Some(vec![PlaceCode::Hh, PlaceCode::By, PlaceCode::Th, PlaceCode::Sl]);
            questions.push(Question { places: some, ..growth });
        }
        if View::Areas.can_show(measure, known) {
            questions.push(Question { view: View::Areas, ..about.clone() });
        }
    }
    for place in data.states() {
        let focus = Some(place.code);
        questions.push(Question { view: View::Profile, focus, ..Question::default() });
        questions.push(Question { view: View::Range, focus, ..Question::default() });
        questions.push(Question { facet: Facet::Measure, focus, ..Question::default() });
    }
    questions
}

/// A package of few figures, which is quickly published: what Hamburg and Nordrhein-Westfalen offer throughout the state. `change`
/// gets the name and the text of each file.
pub fn few_figures(change: impl Fn(&str, String) -> String) -> tempfile::TempDir {
    let package = tempfile::tempdir().unwrap();
    for (name, bytes) in files() {
        let text = String::from_utf8(bytes).unwrap();
        let is_kept = |line: &&str| {
            let of = |state: &str| line.contains(&format!("land-statewide,{state},"));
            name != "observations.csv" || line.starts_with("measure,") || of("DE-NW") || of("DE-HH")
        };
        let text: String = text.lines().filter(is_kept).flat_map(|line| [line, "\n"]).collect();
        std::fs::write(package.path().join(&name), change(&name, text)).unwrap();
    }
    package
}

/// A folder as Trunk leaves it: the template with code and styles, their content made up.
pub fn built() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let source = std::fs::read_to_string("index.html").unwrap();
    let kept: Vec<&str> = source.lines().filter(|line| !line.contains("data-trunk")).collect();
    let write = |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes).unwrap();
    write("index.html", kept.join("\n").as_bytes());
    let made_up =
        ["app.js", "app_bg.wasm", "app-en.js", "app-en_bg.wasm", "style.css", "critical.css", "late.css", "pages.css"];
    for name in made_up.into_iter().chain(["embed.css", "interactive.css", "share.css"]) {
        write(name, name.as_bytes());
    }
    for name in [
        "boot.js",
        "later.js",
        "search.js",
        "kept.js",
        "embed.js",
        "embedded.js",
        "interactive.js",
        "share.js",
        "listen.js",
        "sw.js",
        "sw-off.js",
        "icon.svg",
    ] {
        write(name, &std::fs::read(Path::new("assets").join(name)).unwrap());
    }
    for name in ["start-de.js", "start-en.js"] {
        write(name, &std::fs::read("assets/start.js").unwrap());
    }
    folder
}
