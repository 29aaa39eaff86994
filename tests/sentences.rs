//! What sentences may say, over all questions and over invented figures: each rule is computed a second time from the data.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may

mod common;

use common::{data, questions, sheet};
use ozg_state_comparison::answer::{Answer, Change, Datum, Growth, Join, Pairs, Profile, Ranking, answer};
use ozg_state_comparison::chart::{Width, draw};
use ozg_state_comparison::data::{Amount, Dataset, Observation, PlaceCode, Qualifier, Unit, Value};
use ozg_state_comparison::question::{Lang, Quantity, Question, View};
use ozg_state_comparison::words::{self, Named, Reader};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Fewest states with a figure among which a rank is said.
const RANKED: usize = 5;

/// Lowest and highest possible amount of a figure as published.
type Bounds = (i64, i64);

fn bounds(datum: &Datum) -> Option<Bounds> {
    let interval = datum.figure.as_ref()?.observation.value.interval();
    Some((interval.low().into(), interval.high().map_or(i64::MAX, i64::from)))
}

/// The names of those that certainly share the top; empty where it is not known.
fn top(list: &[(&str, Bounds)]) -> Vec<String> {
    let highest_low = list.iter().map(|(_, (low, _))| *low).max().unwrap_or_default();
    let may: Vec<&(&str, Bounds)> = list.iter().filter(|(_, (_, high))| *high >= highest_low).collect();
    let certain = may.len() == 1 || may.iter().all(|(_, (low, high))| low == high);
    may.into_iter().filter(|_| certain).map(|(name, _)| (*name).to_owned()).collect()
}

fn bottom(list: &[(&str, Bounds)]) -> Vec<String> {
    let mirrored: Vec<_> = list.iter().map(|(name, (low, high))| (*name, (-high, -low))).collect();
    top(&mirrored)
}

/// Names in the order of the text "A, B und C".
fn names(text: &str) -> Vec<String> {
    let split = text.replace(" und ", ", ");
    split.split(", ").map(str::to_owned).filter(|name| !name.is_empty()).collect()
}

fn sorted(mut list: Vec<String>) -> Vec<String> {
    list.sort();
    list
}

/// A superlative only where it is certain, with all who share it; "nicht sicher" only where intervals overlap.
fn check_ranking(found: &Ranking, title: &str, context: &str) {
    let list: Vec<(&str, Bounds)> =
        found.rows.iter().filter_map(|row| Some((row.place.name(Lang::De), bounds(row)?))).collect();
    let months = title.starts_with("Älteste") || title.starts_with("Neueste");
    if found.rows.len() < 2 || months {
        assert!(!title.contains("vorn") && !title.contains("hinten") && !title.contains("Nur "), "{context}: {title}");
        return;
    }
    let (ahead, last) = (top(&list), bottom(&list));
    if let Some((said, _)) = title.split_once(" vorn").filter(|_| !title.starts_with("Kein Land")) {
        assert_eq!(sorted(names(&said.replace(" gleichauf", ""))), sorted(ahead), "{context}: {title}");
    } else if title.starts_with("Kein Land sicher vorn") {
        assert!(ahead.is_empty(), "{context}: {title}");
    } else if title.starts_with("Alle gleichauf") {
        assert_eq!(ahead.len(), list.len(), "{context}: {title}");
    } else {
        assert!(title.starts_with("Nur ") && list.len() == 1, "{context}: {title}");
    }
    if let Some((said, _)) = title.split_once(" hinten") {
        let said = said.rsplit_once("vorn, ").unwrap().1;
        assert_eq!(sorted(names(said)), sorted(last), "{context}: {title}");
        assert!(found.coverage.is_complete(), "{context}: {title}");
    }
}

/// The largest change or gap in the same way; nothing is said to gain that may have fallen.
fn check_pairs(found: &Pairs, title: &str, context: &str) {
    let wide = |change: Change| (change.low.unwrap_or(i64::MIN), change.high.unwrap_or(i64::MAX));
    let list: Vec<(&str, Bounds)> =
        found.rows.iter().filter_map(|row| Some((row.place.name(Lang::De), wide(row.change()?)))).collect();
    let largest = top(&list);
    let gains = list.iter().map(|(_, (low, _))| *low).max().unwrap_or_default() > 0;
    if found.coverage.with < 2 {
        assert!(!title.contains("am meisten") && !title.contains("größten"), "{context}: {title}");
    } else if title.contains("Ob ein Land") {
        let (low, high) = list.iter().find(|(name, _)| largest.contains(&(*name).to_owned())).unwrap().1;
        assert!(low <= 0 && high > 0, "{context}: {title}");
    } else if title.contains("nicht sicher") {
        assert!(largest.is_empty() && !list.is_empty(), "{context}: {title}");
    } else if title.contains("am meisten zu") {
        assert!(gains && !largest.is_empty(), "{context}: {title}");
        assert!(largest.iter().all(|name| title.contains(name)), "{context}: {title} lacks one of {largest:?}");
    } else if title.contains("Kein Land legte zu") {
        assert!(!gains, "{context}: {title}");
    } else if title.contains("Abstand am größten") {
        let said = title.strip_prefix("In ").unwrap().split_once(" ist der").unwrap().0;
        assert_eq!(sorted(names(said)), sorted(largest), "{context}: {title}");
    } else {
        assert!(list.is_empty() && title.starts_with("Keine beiden"), "{context}: {title}");
    }
}

/// A rise is said only where it is certain; a pace only where nothing fell and nothing broke.
fn check_growth(found: &Growth, title: &str, context: &str) {
    let main = found.main().unwrap();
    if let Some(change) = main.change() {
        let certain = match (change.low, change.high) {
            (Some(low), _) if low > 0 => "Von ",
            (_, Some(high)) if high < 0 => "Von ",
            (Some(0), Some(0)) => "Unverändert",
            _ => "Veränderung nicht bekannt",
        };
        assert!(title.starts_with(certain), "{context}: {title}, {change:?}");
        assert_eq!(title.contains("gesunken"), change.high.is_some_and(|high| high < 0), "{context}: {title}");
    }
    let values: Vec<Bounds> = main.points.iter().filter_map(|point| bounds(&point.datum)).collect();
    let fell = values.windows(2).any(|pair| pair[1].1 < pair[0].0);
    let broke = main.points.iter().skip(1).any(|point| point.join == Join::None);
    if fell || broke || values.len() < 3 {
        assert_eq!(main.pace(), None, "{context}");
    }
}

/// The newest figure of each count, with its date in the sentence; "vorn" only at rank 1.
fn check_profile(found: &Profile, data: &Dataset, title: &str, sentence: &str, context: &str) {
    for strip in &found.strips {
        let datum = strip.focus_row().unwrap();
        let own = &datum.figure.as_ref().unwrap().observation;
        let newest = data.known(None).figures(&datum.measure).filter(|o| o.place.code == found.place.code);
        let newest = newest.filter(|o| o.is_dated()).map(|o| o.span.to().month()).max().unwrap();
        assert!(own.answers(newest), "{context}: {} of {}, not of {newest}", own.measure.id, own.span.to());
        assert!(sentence.contains(&*own.label), "{context}: {sentence}");
    }
    let ranks = found.strips.iter().filter_map(|strip| strip.focus_row()?.figure.as_ref()?.rank);
    let leads = ranks.clone().filter(|rank| (rank.best, rank.worst) == (1, 1)).count();
    assert_eq!(title.contains("vorn"), leads > 0 && ranks.count() > 1, "{context}: {title}");
}

/// Everything that is said about an answer.
fn said(found: &Answer, lang: Lang) -> Vec<String> {
    let words = words::FigureWords::of(found, lang, Reader::One);
    let summary = words.summary;
    let mut texts = vec![words.headline.title, words.headline.definition, words.headline.sentence, words.picture];
    texts.extend([words.remark, words.counted, words.denominators, summary.ends, summary.quality]);
    if let Some(table) = words::table(found, lang, Reader::One, None) {
        texts.extend(table.heads.iter().map(|head| (*head).to_owned()));
    }
    let scene = draw(found, sheet(lang, Width::Wide));
    texts.extend(scene.into_iter().flat_map(|scene| scene.marks).map(|mark| mark.spoken));
    for datum in found.data() {
        let tip = words::tip(datum, lang);
        texts.extend(tip.lines.iter().map(|(label, text)| format!("{label} {}", text.text)));
    }
    texts
}

fn check(data: &Dataset, question: &Question) {
    let found = answer(data, question);
    let headline = words::headline(&found, Lang::De);
    let (title, sentence) = (headline.title.as_str(), headline.sentence.as_str());
    let context = question.to_query(Lang::De);
    match &found {
        Answer::Ranking(ranking) => check_ranking(ranking, title, &context),
        Answer::Pairs(pairs) => check_pairs(pairs, title, &context),
        Answer::Growth(growth) => check_growth(growth, title, &context),
        Answer::Profile(profile) => check_profile(profile, data, title, sentence, &context),
        _ => {}
    }
    let few = match &found {
        Answer::Ranking(ranking) => ranking.coverage.with < RANKED,
        _ => false,
    };
    for text in said(&found, Lang::De) {
        assert!(!text.contains("Rang Rang"), "{context}: {text}");
        let names_rank = text == "Rang" || text.contains("Rang 1") || text.contains("Rang nicht");
        assert!(!(few && names_rank), "{context}: a rank among few: {text}");
    }
    let is_compared = match &found {
        Answer::Ranking(own) => own.rows.len() > 1,
        Answer::Pairs(own) => own.coverage.with > 1,
        _ => false,
    };
    if question.places.is_some() && is_compared {
        assert!(title.contains("gewählten"), "{context}: {title}");
        assert!(sentence.contains("gewählten"), "{context}: {sentence}");
    }
    if let [area] = question.areas.as_slice()
        && !matches!(found, Answer::Nothing(_) | Answer::Profile(_))
    {
        let name = &data.area(area).unwrap().name_de;
        assert!(title.contains(name.as_str()), "{context}: {title}");
        // A count in one service area is not that of all of them, also where the sentence is quoted alone.
        if let (Answer::Ranking(_) | Answer::Growth(_), true) = (&found, sentence.contains("OZG-Leistungen")) {
            assert!(sentence.contains(name.as_str()), "{context}: {sentence}");
        }
        let caption = words::table(&found, Lang::De, Reader::One, None).unwrap().caption;
        assert!(caption.contains(name.as_str()), "{context}: {caption}");
    }
}

/// Some states, chosen one by one.
fn chosen() -> [Vec<PlaceCode>; 4] {
    let few = vec![PlaceCode::Hh, PlaceCode::By, PlaceCode::Th, PlaceCode::Sl];
    let many = PlaceCode::STATES.into_iter().filter(|code| !few.contains(code)).collect();
    [vec![PlaceCode::He], vec![PlaceCode::Bb, PlaceCode::Sn], few, many]
}

#[test]
fn sentences_say_only_what_is_known() {
    let data = data();
    let asked = questions(&data);
    for question in &asked {
        check(&data, question);
    }
    let compares =
        |question: &&Question| matches!(question.view, View::Ranking | View::Map | View::Change | View::Range);
    for question in asked.iter().filter(compares) {
        for places in chosen() {
            check(&data, &Question { places: Some(places), ..question.clone() });
        }
    }
}

/// "1 Land", not "1 Länder": wherever a one is said of something, it is in the singular.
#[test]
fn one_of_a_kind_is_in_the_singular() {
    let data = data();
    let area = data.areas.first().unwrap().id.clone();
    let asked = questions(&data);
    let alone = asked.iter().map(|question| Question { places: Some(vec![PlaceCode::He]), ..question.clone() });
    let in_one_area = asked.iter().map(|question| Question { areas: vec![area.clone()], ..question.clone() });
    let plurals = [
        "Länder",
        "Flächenländer",
        "Angaben",
        "Themenfelder",
        "Felder",
        "gewählten",
        "vergleichbaren",
        "states",
        "area",
        "city",
        "figures",
        "service areas",
        "cells",
        "chosen",
        "comparable",
    ];
    let mut wrong = BTreeSet::new();
    for question in asked.iter().cloned().chain(alone).chain(in_one_area) {
        let found = answer(&data, &question);
        for lang in [Lang::De, Lang::En] {
            for text in said(&found, lang) {
                let ones = ["1 ", "1\u{a0}"].iter().flat_map(|one| text.match_indices(one));
                for (at, one) in ones.filter(|(at, _)| !text[..*at].ends_with(|sign: char| !sign.is_whitespace())) {
                    if plurals.iter().any(|plural| text[at + one.len()..].starts_with(plural)) {
                        wrong.insert(text.clone());
                    }
                }
            }
        }
    }
    assert_eq!(wrong, BTreeSet::new());
}

/// Of two bounds the smaller one stands first.
#[test]
fn the_smaller_bound_comes_first() {
    let number = |word: &str| word.parse::<i64>().ok();
    for (low, high) in (-30..30).flat_map(|low| (low..30).map(move |high| (low, high))) {
        let text = words::change(Change { low: Some(low), high: Some(high) }, Unit::Count, Lang::De);
        let numbers: Vec<i64> = text.split(' ').filter_map(number).collect();
        match numbers.as_slice() {
            [first, second] if low.signum() * high.signum() >= 0 => assert!(first <= second, "{low} {high}: {text}"),
            [first, second] => assert_eq!((*first, *second), (-low, high), "{text}"),
            _ => assert!(low == high, "{low} {high}: {text}"),
        }
    }
}

/// A figure as invented: amount, width of its band, how it is qualified; none is no figure.
type Invented = Option<(u32, u32, usize)>;

fn value((amount, width, kind): (u32, u32, usize)) -> Value {
    let steps = |steps: u32| Amount::new(steps).unwrap();
    let (upper, qualifier) = match kind {
        0..3 => (None, Qualifier::Exact),
        3 => (Some(amount + 1 + width), Qualifier::Between),
        4 => (None, Qualifier::MoreThan),
        5 => (Some(amount + 1 + width), Qualifier::MoreThan),
        6 => (None, Qualifier::About),
        _ => (None, Qualifier::AtMost),
    };
    Value::new(steps(amount), upper.map(steps), qualifier).unwrap()
}

/// The frozen package with invented figures of two counts in two months, in one service area too.
fn package(first: &[Invented], second: &[Invented]) -> Dataset {
    let mut data = data();
    let template = data.observations.iter().find(|o| o.measure.id == "ozg-land-statewide").unwrap().clone();
    data.observations.retain(|o| !["ozg-land-statewide", "ozg-land-any"].contains(&o.measure.id.as_str()));
    let counts = ["ozg-land-statewide", "ozg-land-any"].map(|id| data.measure(id).unwrap().clone());
    let months = ["2024-01", "2025-01"].map(|month| ozg_state_comparison::data::Month::parse(month).unwrap());
    let area = data.areas[0].clone();
    for (month, list) in months.into_iter().zip([first, second]) {
        for (place, invented) in data.states().cloned().collect::<Vec<_>>().iter().zip(list) {
            let Some(invented) = invented else { continue };
            let of = counts.iter().flat_map(|measure| [(measure, None), (measure, Some(area.clone()))]);
            for (measure, area) in of {
                data.observations.push(Arc::new(Observation {
                    measure: measure.clone(),
                    place: place.clone(),
                    area,
                    span: month.span(),
                    label: words::month(month, Lang::De).into(),
                    value: value(*invented),
                    ..(*template).clone()
                }));
            }
        }
    }
    data.indexed()
}

fn invented() -> impl Strategy<Value = Vec<Invented>> {
    // Few amounts, so that ties are common.
    let figure = (0u32..12, 0u32..6, 0usize..8).prop_map(|(amount, width, kind)| (100 + amount * 3, width * 4, kind));
    proptest::collection::vec(proptest::option::weighted(0.8, figure), 16)
}

/// All equal, all zero, one date alone: a chart is drawn, nothing is divided by nothing, nobody is ahead.
#[test]
fn figures_without_a_difference_are_drawn_and_said() {
    for amount in [0, 7] {
        let all = vec![Some((amount, 0, 0)); 16];
        let none = vec![None; 16];
        for (first, second) in [(&all, &all), (&none, &all), (&all, &none)] {
            let data = package(first, second);
            for view in [View::Ranking, View::Map, View::Change, View::Growth, View::Range, View::Profile] {
                for unit in [Quantity::Count, Quantity::Share] {
                    let measure = Some("ozg-land-statewide".to_owned());
                    let focus = Some(PlaceCode::Nw);
                    let question = Question { view, unit, measure, focus, ..Question::default() };
                    let found = answer(&data, &question);
                    let context = format!("{amount} {}", question.to_query(Lang::De));
                    let title = words::FigureWords::of(&found, Lang::De, Reader::One).headline;
                    let said = format!("{} {}", title.title, title.sentence);
                    assert!(!["NaN", "inf", "∞"].iter().any(|word| said.contains(word)), "{context}: {said}");
                    if view == View::Ranking {
                        assert!(said.starts_with("Alle gleichauf"), "{context}: {said}");
                    }
                    for width in Width::ALL {
                        let Some(scene) = draw(&found, sheet(Lang::De, width)) else {
                            continue;
                        };
                        let text = format!("{scene:?}");
                        assert!(!text.contains("NaN") && !text.contains("inf"), "{context}");
                    }
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn sentences_hold_for_invented_figures(first in invented(), second in invented()) {
        let data = package(&first, &second);
        let area = vec![data.areas[0].id.clone()];
        for view in [View::Ranking, View::Map, View::Change, View::Range] {
            for unit in [Quantity::Count, Quantity::Share] {
                let question = Question { view, unit, ..Question::default() };
                check(&data, &question);
                check(&data, &Question { areas: area.clone(), ..question.clone() });
                for places in chosen() {
                    check(&data, &Question { places: Some(places), ..question.clone() });
                }
            }
        }
        for place in data.states() {
            let focus = Some(place.code);
            let measure = Some("ozg-land-statewide".to_owned());
            check(&data, &Question { view: View::Growth, measure: measure.clone(), focus, ..Question::default() });
            check(&data, &Question { view: View::Growth, measure, focus, areas: area.clone(), ..Question::default() });
            check(&data, &Question { view: View::Profile, focus, ..Question::default() });
        }
    }

    /// In shares, the same count prints the same share, whatever stands beside it.
    #[test]
    fn the_same_count_is_the_same_share(count in 0u32..2_000, upper in 0u32..500, whole in 1u32..2_000) {
        let steps = |steps: u32| Amount::new(steps).unwrap();
        let of = |upper, qualifier| Value::new(steps(count), upper, qualifier).unwrap().per_hundred(whole);
        let exact = of(None, Qualifier::Exact);
        let band = of(Some(steps(count + upper)), Qualifier::Between);
        prop_assert_eq!(exact.amount(), band.amount());
        prop_assert_eq!(of(None, Qualifier::AtLeast).amount(), exact.amount());
        let end = Value::new(steps(count + upper), None, Qualifier::Exact).unwrap().per_hundred(whole);
        prop_assert_eq!(band.upper(), Some(end.amount()));
    }
}
