//! The published figures as the reader gets them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may

mod common;

use common::{ask, data, growth, ranking, sheet};
use ozg_state_comparison::answer::{Answer, Join, Ranking, Why};
use ozg_state_comparison::data::{Date, Month, Qualifier};
use ozg_state_comparison::question::{Lang, Moment, Question};
use ozg_state_comparison::words;

/// State, low, high, best and worst rank (0 without one) of each row with a figure, in order.
fn rows(ranking: &Ranking) -> Vec<(&'static str, u32, Option<u32>, usize, usize)> {
    let row = |(row, figure): (&ozg_state_comparison::answer::Datum, &ozg_state_comparison::answer::Figure)| {
        let (best, worst) = figure.rank.map_or((0, 0), |rank| (rank.best, rank.worst));
        let interval = figure.observation.value.interval();
        (row.place.code.iso(), interval.low(), interval.high(), best, worst)
    };
    ranking.figures().map(row).collect()
}

#[test]
fn december_2021_counts_at_least_one_municipality() {
    let data = data();
    let found = ranking(&data, "measure=ozg-land-any&period=2021-12");
    assert_eq!(
        rows(&found),
        [
            ("DE-NW", 330, Some(330), 0, 0),
            ("DE-BW", 224, Some(224), 0, 0),
            ("DE-BY", 176, Some(176), 0, 0),
            ("DE-HE", 157, Some(157), 0, 0)
        ]
    );
    assert_eq!((found.coverage.with, found.coverage.of), (4, 16));
    assert_eq!(found.rows.iter().filter(|row| row.figure.is_none()).count(), 12);
    let headline = words::headline(&Answer::Ranking(found), Lang::De);
    assert!(headline.title.contains("in mindestens einer Kommune"), "{}", headline.title);
    assert!(headline.sentence.ends_with("Kommune: 4 von 16 Ländern mit Angabe."), "{}", headline.sentence);
}

#[test]
fn january_2024_is_complete_with_bands() {
    let found = ranking(&data(), "measure=ozg-land-statewide&period=2024-01");
    let band = |code| (code, 176, Some(210), 4, 13);
    let over = |code| (code, 201, Some(210), 4, 12);
    assert_eq!(
        rows(&found),
        [
            ("DE-HH", 253, Some(253), 1, 1),
            ("DE-BY", 251, Some(251), 2, 2),
            ("DE-HE", 229, Some(229), 3, 3),
            ("DE-TH", 210, Some(210), 4, 4),
            over("DE-BE"),
            over("DE-MV"),
            over("DE-SN"),
            band("DE-HB"),
            band("DE-NI"),
            band("DE-NW"),
            band("DE-RP"),
            band("DE-SH"),
            ("DE-BW", 180, Some(180), 8, 13),
            ("DE-BB", 175, Some(175), 14, 14),
            ("DE-SL", 164, Some(164), 15, 15),
            ("DE-ST", 164, Some(164), 15, 15),
        ]
    );
}

#[test]
fn january_2025_is_the_default_and_complete() {
    let data = data();
    let found = ranking(&data, "");
    assert_eq!(found.moment, Moment::Month(Month::parse("2025-01").unwrap()));
    assert_eq!(found, ranking(&data, "measure=ozg-land-statewide&period=2025-01"));
    let ranks: Vec<_> = rows(&found).iter().map(|row| (row.3, row.4)).collect();
    let mut expected: Vec<(usize, usize)> = (1..=6).map(|rank| (rank, rank)).collect();
    expected.extend([(6, 12); 6]);
    expected.extend([(13, 13), (13, 13), (13, 13), (16, 16)]);
    assert_eq!(ranks, expected);
    assert_eq!(found.nationwide().unwrap().value.amount().steps(), 196);
    let sizes: Vec<u32> = found.denominators().iter().map(|size| size.amount.steps()).collect();
    assert_eq!(sizes, [575]);
}

#[test]
fn open_ends_stay_open_until_a_revision_bounds_them() {
    let data = data();
    let query = "measure=ozg-land-statewide&period=2023-11";
    for (more, high, title) in [
        ("&asof=2026-11-24", None, "Kein Land sicher vorn unter 5 Ländern mit Angabe"),
        ("", Some(222), "Bayern vorn unter 5 Ländern mit Angabe"),
    ] {
        let found = ranking(&data, &format!("{query}{more}"));
        for code in ["DE-BE", "DE-TH"] {
            let row = found.rows.iter().find(|row| row.place.code.iso() == code).unwrap();
            let interval = row.figure.as_ref().unwrap().observation.value.interval();
            assert_eq!((interval.low(), interval.high()), (201, high), "{code}");
        }
        let said = words::headline(&Answer::Ranking(found), Lang::De).title;
        assert!(said.starts_with(title), "{said}");
    }
}

#[test]
fn what_a_ranking_bounds_makes_months_complete() {
    let data = data();
    for query in ["period=2024-03", "measure=leika-land-statewide&period=2025-06", "measure=leika-land-statewide"] {
        let found = ranking(&data, query);
        assert_eq!((found.coverage.with, found.coverage.of), (16, 16), "{query}");
    }
    let newest = ranking(&data, "measure=leika-land-statewide");
    assert_eq!(newest.moment, Moment::Month(Month::parse("2026-02").unwrap()));
    let first: Vec<_> = rows(&newest).into_iter().take(3).collect();
    let expected = [("DE-HH", 1618, 1), ("DE-NW", 1556, 2), ("DE-BY", 1442, 3)];
    assert_eq!(first, expected.map(|(code, value, rank)| (code, value, Some(value), rank, rank)));
}

#[test]
fn the_portal_grew_from_45_to_over_70() {
    let found = growth(&data(), "view=growth&measure=wsp-services");
    let points = &found.main().unwrap().points;
    let [first_point, second_point] = points.as_slice() else { panic!("{points:?}") };
    let [first, second] = [first_point, second_point].map(|point| point.datum.figure.as_ref().unwrap());
    assert_eq!(first.observation.value.interval().low(), 45);
    assert_eq!(first.observation.span.from().to_string(), "2021-06-01");
    let span = second.observation.span;
    assert_eq!((span.from().to_string(), span.to().to_string()), ("2021-09-01".into(), "2021-11-30".into()));
    assert_eq!((second.observation.value.interval().low(), second.observation.value.interval().high()), (71, None));
    assert_eq!(&*second.observation.label, "Herbst 2021");
    assert_eq!(second_point.join, Join::Dashed);
    assert_eq!((first.alternatives.len(), second.alternatives.len()), (1, 2));
    // One target, for the portal, drawn where it was due; a later figure that counts otherwise is only named.
    let target = found.targets.iter().map(|target| &target.figure.as_ref().unwrap().observation).next().unwrap();
    assert_eq!((found.targets.len(), target.value.amount().steps()), (1, 350));
    assert_eq!(target.drawn().to().to_string(), "2022-12-31");
    assert_eq!(found.span.to().to_string(), "2022-12-31");
    assert_eq!(found.otherwise.as_ref().unwrap().measure.id, "wsp-online-services");
    let words = words::headline(&Answer::Growth(found), Lang::De);
    assert!(words.sentence.contains("mindestens 26 mehr"), "{}", words.sentence);
    assert!(words.sentence.contains("Geplant: rund 350 bis Ende 2022."), "{}", words.sentence);
}

#[test]
fn conflicts_are_named_beside_the_preferred_figure() {
    let found = ranking(&data(), "measure=ozg-land-statewide&period=2023-06");
    let bavaria = found.rows.iter().find(|row| row.place.code.iso() == "DE-BY").unwrap().figure.as_ref().unwrap();
    assert_eq!(bavaria.observation.value.amount().steps(), 223);
    let others: Vec<u32> = bavaria.conflicts().map(|o| o.value.amount().steps()).collect();
    assert_eq!(others, [225]);
}

#[test]
fn an_exact_figure_is_preferred_to_a_rounded_one_of_the_same_month() {
    let found = ranking(&data(), "measure=ozg-land-statewide&period=2024-03");
    let hamburg = found.rows.iter().find(|row| row.place.code.iso() == "DE-HH").unwrap().figure.as_ref().unwrap();
    assert_eq!(hamburg.observation.value.amount().steps(), 259);
    assert_eq!(hamburg.alternatives.first().map(|o| o.value.qualifier()), Some(Qualifier::About));
}

#[test]
fn denominators_are_those_of_the_date() {
    let data = data();
    let size = |query: &str| ranking(&data, query).denominators().first().map(|found| found.amount.steps());
    assert_eq!(size("measure=ozg-land-any&period=2021-12"), Some(575));
    assert_eq!(size("measure=ozg-land-any&period=2022-12"), Some(580));
    assert_eq!(size("measure=ozg-land-statewide&period=2024-03"), Some(582));
    assert_eq!(size("measure=leika-land-statewide&period=2025-09"), None, "7,509 was published only later");
}

#[test]
fn what_is_not_comparable_is_not_ranked() {
    let data = data();
    for measure in data.measures.iter().filter(|m| m.per != ozg_state_comparison::data::Per::State) {
        let answer = ask(&data, &format!("measure={}", measure.id));
        assert!(
            matches!(answer, Answer::Nothing(ref found) if matches!(found.why, Why::NotInView(_))),
            "{}",
            measure.id
        );
    }
}

#[test]
fn the_far_future_knows_what_today_knows() {
    let data = data();
    for query in ["", "view=growth", "measure=ozg-land-any", "period=latest"] {
        let today = Question::parse(query, &data).0;
        let future = Question { asof: Some(Date::parse("2099-12-31").unwrap()), ..today.clone() };
        assert_eq!(
            ozg_state_comparison::answer::answer(&data, &today),
            ozg_state_comparison::answer::answer(&data, &future),
            "{query}"
        );
    }
    assert!(matches!(ask(&data, "asof=2020-01-01"), Answer::Nothing(found) if found.why == Why::NoFigures));
}

#[test]
fn a_superseded_figure_is_gone_today_and_there_in_the_past() {
    use ozg_state_comparison::data::Reason;
    let mut data = data();
    let day = |text| Date::parse(text).unwrap();
    for o in data.observations.iter_mut().filter(|o| o.measure.id == "ozg-land-any" && o.place.code.iso() == "DE-NW") {
        let superseded = Some((day("2026-11-30"), Reason::Correction));
        *o = std::sync::Arc::new(ozg_state_comparison::data::Observation { superseded, ..(**o).clone() });
    }
    let has_nrw = |query: &str| rows(&ranking(&data, query)).iter().any(|row| row.0 == "DE-NW");
    assert!(!has_nrw("measure=ozg-land-any&period=2021-12"));
    assert!(has_nrw("measure=ozg-land-any&period=2021-12&asof=2026-11-29"));
    assert!(!has_nrw("measure=ozg-land-any&period=2021-12&asof=2026-11-30"));
}

#[test]
fn latest_takes_each_state_s_newest_figure() {
    let found = ranking(&data(), "measure=leika-land-statewide&period=latest&asof=2026-11-24");
    let months: Vec<(&str, String)> = found
        .figures()
        .map(|(row, figure)| (row.place.code.iso(), figure.observation.span.from().month().to_string()))
        .collect();
    assert_eq!(
        months,
        [
            ("DE-HH", "2025-09".into()),
            ("DE-NW", "2025-09".into()),
            ("DE-BY", "2025-09".into()),
            ("DE-TH", "2025-06".into()),
            ("DE-NI", "2025-08".into())
        ]
    );
}

/// What is drawn is what was counted: bars are as long as their values, from zero on.
#[test]
fn bars_are_proportional_to_values() {
    use ozg_state_comparison::chart::{Form, Role, Width, draw};
    let data = data();
    for query in ["", "measure=leika-land-statewide", "measure=ozg-land-any&period=2021-12", "measure=ozg-land-share"] {
        for width in Width::ALL {
            let scene =
                draw(&common::ask(&data, query), sheet(ozg_state_comparison::question::Lang::De, width)).unwrap();
            let bar = |mark: &ozg_state_comparison::chart::Mark| {
                let is_exact = mark.attributes.low.is_none();
                let value: f64 = mark.attributes.value.as_ref().filter(|_| is_exact)?.parse().ok()?;
                let bar = mark.shapes.iter().find_map(|shape| match shape.form {
                    Form::Rect { w, .. } if [Role::Bar, Role::Focus].contains(&shape.role) => Some(w),
                    _ => None,
                });
                Some((value, f64::from(bar?)))
            };
            let bars: Vec<(f64, f64)> = scene.marks.iter().filter_map(bar).collect();
            assert!(bars.len() > 2, "{query} {width:?}: {bars:?}");
            let (most, longest) = bars.iter().copied().max_by(|a, b| a.0.total_cmp(&b.0)).unwrap();
            for (value, length) in bars {
                let expected = longest * value / most;
                assert!((length - expected).abs() <= 1.0, "{query} {width:?}: {value} is {length} long");
            }
        }
    }
}
