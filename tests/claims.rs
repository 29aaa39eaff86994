//! What may be claimed of real figures: no more than a source says.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may

mod common;

use common::{ask, data, sheet};
use ozg_state_comparison::answer::Answer;
use ozg_state_comparison::chart::{Role, Width, draw};
use ozg_state_comparison::data::Qualifier;
use ozg_state_comparison::question::Lang;
use ozg_state_comparison::words;

/// What is said of a query in a language.
fn sentence(query: &str, lang: Lang) -> String {
    words::headline(&ask(&data(), query), lang).sentence.replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn of_rounded_figures_no_gain_and_no_fall_is_certain() {
    let Answer::Pairs(found) = ask(&data(), "view=change") else { panic!() };
    let is_rounded = |row: &&ozg_state_comparison::answer::Pair| {
        let about = |end: &ozg_state_comparison::answer::Datum| {
            end.figure.as_ref().is_some_and(|figure| figure.observation.value.qualifier() == Qualifier::About)
        };
        row.ends.iter().any(about)
    };
    let moved =
        |row: &&ozg_state_comparison::answer::Pair, way: i64| row.change().and_then(|own| own.direction()) == Some(way);
    let all = |way: i64| found.rows.iter().filter(|row| moved(row, way)).count();
    let printed = |way: i64| found.rows.iter().filter(|row| moved(row, way) && !is_rounded(row)).count();
    assert!(all(1) > printed(1) && all(-1) > printed(-1), "the data have rounded figures that moved");
    let said = sentence("view=change", Lang::De);
    assert!(said.contains(&format!("{} Länder legten sicher zu.", printed(1))), "{said}");
    assert_eq!(said.contains("sicher zurück"), printed(-1) > 0, "{said}");
}

#[test]
fn a_nationwide_share_is_one_of_the_catalogue() {
    assert!(sentence("unit=share", Lang::De).contains("34,1 % des Katalogs gibt es bundesweit."));
    assert!(sentence("unit=share", Lang::En).contains("34.1 % of the catalogue exists nationwide."));
    assert!(sentence("", Lang::De).contains("196 davon gibt es bundesweit."));
}

#[test]
fn a_line_that_fell_on_the_whole_has_no_pace() {
    let found = common::growth(&data(), "view=growth&measure=ozg-land-statewide&focus=sn");
    let main = found.main().unwrap();
    assert_eq!(main.change().unwrap().direction(), Some(-1));
    assert_eq!((main.falls().count(), main.pace()), (0, None), "no step fell for certain, the whole did");
}

#[test]
fn an_open_end_has_its_dot_and_its_arrow_in_a_profile() {
    let found = ask(&data(), "view=profile&focus=sl");
    for width in Width::ALL {
        let scene = draw(&found, sheet(Lang::De, width)).unwrap();
        let mark = scene.marks.iter().find(|mark| mark.spoken.contains("über 200")).unwrap();
        for role in [Role::Point, Role::FocusArrow] {
            assert!(mark.shapes.iter().any(|shape| shape.role == role), "{role:?} at {width:?}");
        }
    }
}

#[test]
fn the_name_of_a_journal_is_no_term() {
    let terms = |text| words::terms(text, Lang::De).into_iter().map(|(term, _)| term).collect::<Vec<_>>();
    assert_eq!(terms("Kommune21, 6. Februar 2023"), Vec::<&str>::new());
    assert_eq!(terms("in mindestens einer Kommune"), ["Kommune"]);
    assert_eq!(terms("Kommunen"), ["Kommune"], "with its endings");
}
