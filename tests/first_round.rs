//! What the data set said on its first day stays: with `asof` every figure of the first round is shown as it was then.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may

use ozg_state_comparison::answer::{Answer, Datum, answer, period_options};
use ozg_state_comparison::data::{Dataset, Date, Per};
use ozg_state_comparison::publish::read_release_package;
use ozg_state_comparison::question::Question;
use std::fmt::Write;
use std::path::Path;

/// The day before the first revision.
const DAY: &str = "2026-11-24";
/// Fewest figures for which ranks are compared: below, none is given.
const RANKED: usize = 5;

/// Every question that has figures: each measure in each month, over time for each place, changes, ranges, areas.
fn questions(data: &Dataset) -> Vec<String> {
    let known = data.known(Some(Date::parse(DAY).unwrap()));
    let mut questions = vec!["view=range".to_owned(), "view=areas&measure=ozg-catalogue-size-kdn".to_owned()];
    for measure in data.measures.iter().filter(|measure| known.figures(measure).next().is_some()) {
        let id = &measure.id;
        for place in &data.places {
            if known.figures(measure).any(|o| o.place.code == place.code) {
                questions.push(format!("view=growth&measure={id}&focus={}", place.code.slug()));
            }
        }
        if measure.per == Per::State {
            for option in period_options(known, measure, None) {
                questions.push(format!("measure={id}&period={}", option.moment.name()));
            }
            questions.push(format!("view=change&measure={id}"));
        }
    }
    questions
}

/// A figure with its date, bounds, rank and sources.
fn figure(datum: &Datum) -> String {
    let Some(figure) = &datum.figure else { return format!("{} -", datum.place.abbr) };
    let (o, interval) = (&figure.observation, figure.value.interval());
    let high = interval.high().map(|high| figure.unit.write_steps(high)).unwrap_or_default();
    let rank = figure.rank.filter(|rank| rank.of >= RANKED).map(|rank| format!(" #{}-{}", rank.best, rank.worst));
    let others: String = figure.alternatives.iter().map(|other| format!(" +{}", other.source.id)).collect();
    format!(
        "{} {} {} {}..{high} {}..{} {}{others}{}",
        datum.place.abbr,
        o.measure.id,
        o.value.qualifier().name(),
        figure.unit.write_steps(interval.low()),
        o.span.from(),
        o.span.to(),
        o.source.id,
        rank.unwrap_or_default()
    )
}

#[test]
fn the_first_round_stays() {
    let data = read_release_package(Path::new("assets/data")).unwrap().1;
    let mut text = String::new();
    for query in questions(&data) {
        let (question, _) = Question::parse(&format!("{query}&asof={DAY}"), &data);
        let found = answer(&data, &question);
        if matches!(found, Answer::Nothing(_)) {
            continue;
        }
        let _ = writeln!(text, "{query}");
        found.data().into_iter().for_each(|datum| {
            let _ = writeln!(text, "  {}", figure(datum));
        });
    }
    assert!(text.lines().count() > 1_000, "{} lines", text.lines().count());
    insta::assert_snapshot!("first-round", text);
}
