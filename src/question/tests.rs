//! The tests of questions and their addresses.

use super::*;
use crate::data::{Area, Month, Per, Unit};
use proptest::prelude::*;
use std::sync::Arc;

fn data() -> Dataset {
    let measure = |id: &str, per, target| {
        Arc::new(Measure {
            id: id.to_owned(),
            family: String::new(),
            unit: Unit::Count,
            name_de: String::new(),
            name_en: String::new(),
            short_de: String::new(),
            short_en: String::new(),
            definition_de: String::new(),
            definition_en: String::new(),
            denominator: String::new(),
            per,
            target,
            related: String::new(),
            note_de: String::new(),
            note_en: String::new(),
        })
    };
    let area = |id: &str| {
        let text = String::new;
        Arc::new(Area { id: id.to_owned(), name_de: text(), name_en: text(), parts: 1 })
    };
    let mut data = Dataset::default();
    data.measures.extend([
        measure("ozg-land-statewide", Per::State, false),
        measure("ozg-land-any", Per::State, false),
        measure("wsp-services", Per::Portal, false),
    ]);
    data.areas.extend(["bildung", "gesundheit", "umwelt"].map(area));
    data
}

#[test]
fn reads_keys_in_every_spelling() {
    let (question, invalid) =
        Question::parse("?tab=line&measure=ozg-land-any&country=DE-BY&time=2024-01&utm=x", &data());
    assert_eq!(invalid, []);
    assert_eq!((question.view, question.focus()), (View::Growth, PlaceCode::By));
    assert_eq!(question.period, Period::At(Moment::Month(Month::parse("2024-01").unwrap())));
    assert_eq!(question.to_query(Lang::De), "view=growth&measure=ozg-land-any&focus=by&period=2024-01&utm=x");
}

#[test]
fn invalid_keys_fall_back_and_are_named() {
    let (question, invalid) = Question::parse("measure=nonsense&period=2024-13&focus=xx&view=3d&asof=%FF", &data());
    assert_eq!(question, Question::default());
    let keys: Vec<_> = invalid.iter().map(|i| i.key.as_str()).collect();
    assert_eq!(keys, ["measure", "period", "focus", "view", "asof"]);
    assert_eq!(Question::parse(&"x".repeat(3_000), &data()).1.len(), 1);
}

#[test]
fn another_view_keeps_what_it_can_show() {
    let any = Question { measure: Some("ozg-land-any".into()), focus: Some(PlaceCode::By), ..Question::default() };
    assert_eq!(any.in_view(View::Growth, &data()).measure.as_deref(), Some("ozg-land-any"));
    let portal = Question { view: View::Growth, measure: Some("wsp-services".into()), ..any };
    let ranking = portal.in_view(View::Ranking, &data());
    assert_eq!((ranking.measure, ranking.focus), (None, Some(PlaceCode::By)));
}

#[test]
fn boxes_add_and_take_away() {
    let all = Question::default();
    let without = all.toggle("places", "nw", &data());
    assert!(!without.shows(PlaceCode::Nw) && without.shows(PlaceCode::By));
    assert_eq!(without.toggle("places", "nw", &data()), all, "all states again are no choice");
    let none = all.change("places", "none", &data());
    assert_eq!(none.to_query(Lang::De), "places=none");
    assert_eq!(none.toggle("places", "by", &data()).to_query(Lang::De), "places=by");
    let areas = all.toggle("area", "bildung", &data());
    assert_eq!(areas.areas, ["gesundheit", "umwelt"]);
    assert_eq!(areas.toggle("area", "bildung", &data()), all);
    // None at once, and from there one by one; another view begins with all of them.
    let none = Question { view: View::Areas, ..all.clone() }.change("area", "none", &data());
    assert_eq!(none.to_query(Lang::De), "view=areas&area=none");
    let one = none.toggle("area", "umwelt", &data());
    assert_eq!(one.areas, ["umwelt"]);
    assert_eq!(one.toggle("area", "umwelt", &data()), none);
    assert!(none.in_view(View::Ranking, &data()).areas.is_empty());
}

#[test]
fn a_period_has_a_start_and_an_end() {
    let month = |question: &Question| question.period.name();
    let end = Question::default().change("period", "2025-01", &data());
    assert_eq!(month(&end), "2025-01");
    let both = end.change("period", "2024-01..2025-01", &data());
    assert_eq!(month(&both), "2024-01..2025-01");
    assert_eq!(month(&both.change("period", "2025-06", &data())), "2024-01..2025-06");
    assert_eq!(month(&both.change("period", "..2025-01", &data())), "2025-01");
    assert_eq!(month(&both.change("period", "nonsense", &data())), "2024-01..2025-01");
}

fn any_moment() -> impl Strategy<Value = Moment> {
    (0i32..120).prop_map(|number| match number {
        0 => Moment::Earliest,
        1 => Moment::Latest,
        other => Moment::Month(Month::new(2018, 1).unwrap().plus(other)),
    })
}

fn any_period() -> impl Strategy<Value = Period> {
    prop_oneof![
        Just(Period::Best),
        any_moment().prop_map(Period::At),
        (any_moment(), any_moment()).prop_map(|(a, b)| Period::between(a, b)),
    ]
}

fn any_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    proptest::sample::select(all)
}

prop_compose! {
    fn any_question()(
        (view, measure, period) in (any_of(View::ALL), 0usize..4, any_period()),
        (unit, scale, group) in (any_of(Quantity::ALL), any_of(Scale::ALL), any_of(Group::ALL)),
        (sort, facet, theme) in (any_of(Sort::ALL), any_of(Facet::ALL), any_of(Theme::ALL)),
        places in proptest::option::of(proptest::sample::subsequence(&PlaceCode::STATES, 0..16)),
        areas in proptest::sample::subsequence(vec!["bildung", "gesundheit", "umwelt"], 0..3),
        focus in proptest::option::of(any_of(&PlaceCode::STATES)), asof in proptest::option::of(10_000i32..30_000),
        lang in proptest::option::of(any_of(Lang::ALL)),
        unknown in proptest::collection::vec(("x[a-z]{1,5}", ".{0,8}"), 0..3),
    ) -> Question {
        Question {
            view, period, unit, scale, group, sort, facet, theme, focus, lang, unknown, places,
            measure: data().measures.get(measure).map(|m| m.id.clone()),
            areas: areas.into_iter().map(str::to_owned).collect(),
            asof: asof.and_then(Date::from_days),
        }
    }
}

proptest! {
    #[test]
    fn a_question_survives_its_address(question in any_question()) {
        let (read, invalid) = Question::parse(&question.to_query(Lang::De), &data());
        prop_assert_eq!(invalid, vec![]);
        let lang = question.lang.filter(|lang| *lang != Lang::De);
        prop_assert_eq!(read, Question { lang, ..question });
    }

    #[test]
    fn any_address_is_a_question(query in ".*") {
        let (question, _) = Question::parse(&query, &data());
        let (again, _) = Question::parse(&question.to_query(Lang::De), &data());
        prop_assert_eq!(Question { lang: None, ..again }, Question { lang: None, ..question });
    }
}
