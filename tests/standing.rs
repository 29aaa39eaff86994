//! Where a state stands in the counts that look alike: what the first screen says.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may

mod common;

use common::{data, growth, ranking};
use ozg_state_comparison::answer::{Answer, answer, period_options, standings};
use ozg_state_comparison::data::PlaceCode;
use ozg_state_comparison::question::{ALIKE, Lang, Moment, Period, Question};
use ozg_state_comparison::words;

#[test]
fn the_first_screen_has_the_newest_figure_of_each_count() {
    let data = data();
    let said = |code| -> Vec<[String; 2]> {
        standings(&data, None, code).iter().map(|found| words::standing(found.as_ref(), Lang::De)).collect()
    };
    let expected = [["197", "Januar 2025 · Rang 13 von 16"], ["380", "Anfang 2023 · zu wenige Länder für einen Rang"]];
    assert_eq!(said(PlaceCode::Nw)[..2], expected.map(|pair| pair.map(str::to_owned)));
    assert_eq!(said(PlaceCode::Mv)[1], ["–", "keine Angabe"]);
    assert_eq!(said(PlaceCode::He)[0], ["229", "Januar 2025 · Rang 6 von 16"]);
}

/// The naive way: every month, the newest first.
#[test]
fn no_later_month_has_a_figure_of_the_state() {
    let data = data();
    for code in PlaceCode::STATES {
        for (id, found) in ALIKE.into_iter().zip(standings(&data, None, code)) {
            let measure = data.measure(id).unwrap();
            let options = period_options(data.known(None), measure, None);
            let months = options.iter().map(|option| option.moment).filter(|moment| matches!(moment, Moment::Month(_)));
            let mut with = months.filter(|moment| {
                let asked =
                    Question { measure: Some(id.to_owned()), period: Period::At(*moment), ..Question::default() };
                let Answer::Ranking(ranking) = answer(&data, &asked) else { return false };
                ranking.figures().any(|(row, _)| row.place.code == code)
            });
            assert_eq!(found.as_ref().map(|found| found.moment), with.next(), "{id} {code:?}");
            assert!(found.is_none_or(|found| found.focus == code && found.focus_row().is_some()));
        }
    }
}

#[test]
fn a_ranking_without_the_state_names_its_newest_figure() {
    let data = data();
    let found = ranking(&data, "measure=ozg-land-any&focus=he&period=2022-05");
    let (month, figure) = found.newest.clone().unwrap();
    assert_eq!((month.to_string(), figure.value.interval().low()), ("2022-12".to_owned(), 248));
    let question = Question::parse("measure=ozg-land-any&focus=he&period=2022-05", &data).0;
    let ways = words::ways_out(&Answer::Ranking(found), &question, Lang::De);
    assert_eq!(ways[0].1, "Neueste Angabe: 248 (Dezember 2022)");
    assert_eq!(ways[0].0.to_query(Lang::De), "measure=ozg-land-any&focus=he&period=2022-12");
    assert_eq!(ranking(&data, "measure=ozg-land-any&focus=nw&period=2022-05").newest, None);
}

#[test]
fn the_way_back_to_the_start_keeps_the_state() {
    let data = data();
    let question = Question::parse("measure=wsp-services&focus=he&theme=dark", &data).0;
    let ways = words::ways_out(&answer(&data, &question), &question, Lang::De);
    assert_eq!(ways.last().unwrap().0.to_query(Lang::De), "focus=he&theme=dark");
}

#[test]
fn a_state_that_is_not_shown_is_said_to_be_missing() {
    let data = data();
    let sentence = |query: &str| words::headline(&Answer::Ranking(ranking(&data, query)), Lang::De).sentence;
    assert!(sentence("group=city").starts_with("Nordrhein-Westfalen gehört nicht zu den gezeigten Ländern."));
    assert!(sentence("group=city&focus=hh").starts_with("Hamburg kam im Januar 2025 auf 290"));
}

#[test]
fn the_axis_and_the_events_of_a_growth_end_with_its_period() {
    let data = data();
    let found = growth(&data, "view=growth&measure=ozg-land-statewide&period=2024-01..2025-01");
    assert_eq!(
        (found.span.from().to_string(), found.span.to().to_string()),
        ("2024-01-01".into(), "2025-01-31".into())
    );
    assert!(!found.events.is_empty() && found.events.iter().all(|event| event.span.within(found.span)));
}

#[test]
fn every_term_that_is_linked_is_explained() {
    for (lang, text) in [
        (Lang::De, "OZG-Leistungen LeiKa-Leistungen flächendeckend Kommune Reifegrad EfA"),
        (Lang::En, "OZG services LeiKa services throughout the state municipality maturity level EfA"),
    ] {
        let terms = words::terms(text, lang);
        assert_eq!(terms.len(), 6, "{terms:?}");
        for (term, id) in terms {
            assert!(words::glossary(lang).any(|[known, ..]| known == id), "{term}: #{id}");
        }
    }
    assert!(words::terms("nothing of it", Lang::De).is_empty());
}
