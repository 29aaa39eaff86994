//! The same numbers computed a second time, naively and from the raw CSV alone: ranks, shares, changes, means, index values.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may

mod common;

use common::{ask, data, growth, ranking};
use ozg_state_comparison::answer::{Answer, LineKind};
use ozg_state_comparison::question::Moment;
use std::collections::BTreeMap;

/// A valid row of observations.csv as text.
type Record = BTreeMap<String, String>;

fn raw() -> Vec<Record> {
    let mut reader = csv::Reader::from_path("tests/package/observations.csv").unwrap();
    let heads = reader.headers().unwrap().clone();
    let row =
        |record: csv::StringRecord| heads.iter().zip(&record).map(|(k, v)| (k.to_owned(), v.to_owned())).collect();
    let records = reader.records().map(|record| -> Record { row(record.unwrap()) });
    records.filter(|record| record["superseded"].is_empty()).collect()
}

/// Days since a fixed day, counted by hand: the calendar of the program is not used.
fn days(date: &str) -> i64 {
    let part = |range: std::ops::Range<usize>| date[range].parse::<i64>().unwrap();
    let (year, month, day) = (part(0..4), part(5..7), part(8..10));
    let leap = |y: i64| (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
    let lengths = [31, if leap(year) { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let years: i64 = (1990..year).map(|y| if leap(y) { 366 } else { 365 }).sum();
    years + lengths[..(month - 1) as usize].iter().sum::<i64>() + day
}

/// Low and high of the published value, as numbers.
fn bounds(record: &Record) -> (f64, f64) {
    let value: f64 = record["value"].parse().unwrap();
    let upper = record["upper"].parse::<f64>().unwrap_or(f64::INFINITY);
    // One step: a service, or a tenth of a percent.
    let step = if record["measure"].contains("share") { 0.1 } else { 1.0 };
    match record["qualifier"].as_str() {
        "exact" => (value, value),
        "more_than" => (value + step, upper),
        "at_least" | "between" => (value, upper),
        "at_most" => (0.0, value),
        "about" => {
            let margin = ((value / step) / 20.0).ceil() * step;
            (value - margin, value + margin)
        }
        other => panic!("{other}"),
    }
}

/// The one figure of a place that the program shows for a month, found by its source and dates; the value is read here.
fn of_datum<'a>(records: &'a [Record], datum: &ozg_state_comparison::answer::Datum) -> &'a Record {
    let o = &datum.figure.as_ref().unwrap().observation;
    let same = |r: &&Record| {
        r["measure"] == o.measure.id
            && r["place"] == o.place.code.iso()
            && r["from"] == o.span.from().to_string()
            && r["to"] == o.span.to().to_string()
            && r["source"] == o.source.id
            && r["label"] == *o.label
    };
    records.iter().find(same).unwrap()
}

/// All months that the controls offer for the measures that are counted for all states.
fn months() -> Vec<(String, String)> {
    let data = data();
    let per_state = data.measures.iter().filter(|m| m.per == ozg_state_comparison::data::Per::State && !m.target);
    per_state
        .flat_map(|m| {
            let options = ozg_state_comparison::answer::period_options(data.known(None), m, None);
            let months = options.into_iter().filter(|o| matches!(o.moment, Moment::Month(_)));
            months.map(|o| (m.id.clone(), o.moment.name())).collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn ranks_are_one_plus_the_number_above() {
    let (data, records) = (data(), raw());
    let mut compared = 0;
    for (measure, month) in months() {
        let found = ranking(&data, &format!("measure={measure}&period={month}"));
        let own: Vec<(&str, f64, f64)> = found
            .figures()
            .map(|(row, _)| (row.place.code.iso(), bounds(of_datum(&records, row))))
            .map(|(code, (low, high))| (code, low, high))
            .collect();
        for (row, figure) in found.figures() {
            let (low, high) = bounds(of_datum(&records, row));
            let others = own.iter().filter(|(code, ..)| *code != row.place.code.iso());
            let certainly = others.clone().filter(|(_, other, _)| *other > high).count();
            let possibly = others.filter(|(.., other)| *other > low).count();
            let Some(rank) = figure.rank else {
                assert!(own.len() < 5, "{measure} {month}: no rank among {}", own.len());
                continue;
            };
            assert_eq!((rank.best, rank.worst, rank.of), (1 + certainly, 1 + possibly, own.len()), "{measure} {month}");
            compared += 1;
        }
    }
    assert!(compared > 100, "{compared} ranks");
}

#[test]
fn shares_are_those_of_the_catalogue_of_the_date() {
    let (data, records) = (data(), raw());
    let mut compared = 0;
    for (measure, month) in months().into_iter().filter(|(measure, _)| measure.starts_with("ozg-land-")) {
        let Answer::Ranking(found) = ask(&data, &format!("measure={measure}&period={month}&unit=share")) else {
            continue;
        };
        // A size published for the month, else the oldest one: 575.
        let (year, number) = (&month[..4], &month[5..7]);
        let size = match (year, number) {
            ("2022", "12") => 580.0,
            ("2024", "03") => 582.0,
            ("2025", "09") => 579.0,
            _ => 575.0,
        };
        for (row, figure) in found.figures().filter(|(_, figure)| figure.unit.name() == "percent") {
            let record = of_datum(&records, row);
            if figure.denominator.is_none() {
                continue;
            }
            // "Mehr als 200" is at least what 201 are; everything is rounded half up.
            let printed = matches!(record["qualifier"].as_str(), "exact" | "about" | "at_most");
            let value: f64 = if printed { record["value"].parse().unwrap() } else { bounds(record).0 };
            let share = f64::from(figure.value.amount().steps()) / 10.0;
            assert!((share - 100.0 * value / size).abs() <= 0.0501, "{measure} {month} {share} of {size}");
            assert_eq!(f64::from(figure.denominator.as_ref().unwrap().amount.steps()), size, "{measure} {month}");
            compared += 1;
        }
    }
    assert!(compared > 80, "{compared} shares");
}

#[test]
fn the_mean_is_the_sum_by_the_number() {
    let (data, records) = (data(), raw());
    for (measure, month) in months() {
        let found = ranking(&data, &format!("measure={measure}&period={month}"));
        let all: Vec<(f64, f64)> = found.figures().map(|(row, _)| bounds(of_datum(&records, row))).collect();
        let line = found.lines.iter().find(|line| line.kind == LineKind::Mean);
        let bounded = all.iter().all(|(_, high)| high.is_finite());
        assert_eq!(line.is_some(), bounded && all.len() > 1, "{measure} {month}");
        let Some(line) = line else { continue };
        let steps = f64::from(found.unit.steps());
        let count = all.len() as f64;
        let (low, high) = (all.iter().map(|b| b.0).sum::<f64>() / count, all.iter().map(|b| b.1).sum::<f64>() / count);
        let interval = line.value.interval();
        assert!((f64::from(interval.low()) / steps - low).abs() <= 0.5 / steps, "{measure} {month}");
        assert!((f64::from(interval.high().unwrap()) / steps - high).abs() <= 0.5 / steps, "{measure} {month}");
    }
}

#[test]
fn changes_are_differences_of_bounds() {
    let (data, records) = (data(), raw());
    let mut compared = 0;
    for measure in ["ozg-land-statewide", "ozg-land-any"] {
        for (from, to) in
            [("2024-01", "2025-01"), ("2023-06", "2025-01"), ("2021-12", "2022-05"), ("2023-11", "2024-03")]
        {
            let Answer::Pairs(found) = ask(&data, &format!("view=change&measure={measure}&period={from}..{to}")) else {
                continue;
            };
            for row in found.rows.iter().filter(|row| row.is_whole()) {
                let [a, b] = row.ends.each_ref().map(|end| bounds(of_datum(&records, end)));
                let change = row.change().unwrap();
                let finite = |number: f64| number.is_finite().then_some(number as i64);
                assert_eq!((change.low, change.high), (finite(b.0 - a.1), finite(b.1 - a.0)), "{measure} {from} {to}");
                compared += 1;
            }
        }
    }
    assert!(compared > 20, "{compared} changes");
}

#[test]
fn an_index_is_the_value_by_its_start() {
    let (data, records) = (data(), raw());
    let mut compared = 0;
    for focus in ["hh", "by", "th", "nw", "sl", "sn", "he"] {
        let query = format!("view=growth&measure=ozg-land-statewide&focus={focus}&scale=index");
        let Answer::Growth(found) = ask(&data, &query) else { continue };
        let points = &found.main().unwrap().points;
        let printed = |point: &ozg_state_comparison::answer::Point| {
            matches!(of_datum(&records, &point.datum)["qualifier"].as_str(), "exact" | "about")
        };
        let value = |point: &ozg_state_comparison::answer::Point| -> f64 {
            let record = of_datum(&records, &point.datum);
            if printed(point) { record["value"].parse().unwrap() } else { bounds(record).0 }
        };
        for point in points {
            let index = f64::from(point.datum.figure.as_ref().unwrap().value.amount().steps()) / 10.0;
            assert!((index - 100.0 * value(point) / value(&points[0])).abs() <= 0.0501, "{focus}: {index}");
            compared += 1;
        }
    }
    assert!(compared > 15, "{compared} index values");
}

#[test]
fn a_pace_is_the_difference_by_the_years() {
    let (data, records) = (data(), raw());
    let found = growth(&data, "view=growth&measure=ozg-land-statewide&focus=nw");
    let run = found.main().unwrap().longest_run();
    let [first, .., last] = run else { panic!("{run:?}") };
    let [first, last] = [first, last].map(|point| of_datum(&records, &point.datum));
    let middle = |r: &Record| (days(&r["from"]) + days(&r["to"])) as f64 / 2.0;
    let years = (middle(last) - middle(first)) / 365.0;
    let pace = found.main().unwrap().pace().unwrap();
    let exact = (bounds(last).0 - bounds(first).1) / years;
    assert!((pace.low as f64 - exact).abs() <= 0.5, "{} and {exact}", pace.low);
    assert_eq!(pace.figures, run.len());
    let portal = growth(&data, "view=growth");
    assert_eq!(portal.main().unwrap().pace(), None, "two points allow no pace");
}

#[test]
fn rank_changes_compare_the_same_states() {
    let (data, records) = (data(), raw());
    let found = ranking(&data, "period=2024-01..2025-01");
    let before = ranking(&data, "period=2024-01");
    let since = found.since.as_ref().unwrap();
    assert_eq!(since.changes.len(), 16);
    let rank = |list: &ozg_state_comparison::answer::Ranking, code: &str| -> (i32, i32) {
        let all: Vec<(&str, (f64, f64))> =
            list.figures().map(|(row, _)| (row.place.code.iso(), bounds(of_datum(&records, row)))).collect();
        let own = all.iter().find(|(other, _)| *other == code).unwrap().1;
        let above =
            |test: &dyn Fn(&(f64, f64)) -> bool| all.iter().filter(|(o, b)| *o != code && test(b)).count() as i32;
        (1 + above(&|b| b.0 > own.1), 1 + above(&|b| b.1 > own.0))
    };
    for (code, low, high) in &since.changes {
        let (old, new) = (rank(&before, code.iso()), rank(&found, code.iso()));
        assert_eq!((*low, *high), (old.0 - new.1, old.1 - new.0), "{}", code.iso());
    }
}

#[test]
fn the_catalogue_by_service_area_is_that_of_the_file() {
    let (data, records) = (data(), raw());
    let Answer::Areas(found) = ask(&data, "view=areas") else { panic!() };
    let mut expected: Vec<u32> = records
        .iter()
        .filter(|r| r["measure"] == "ozg-catalogue-size-kdn" && r["area"] != "all")
        .map(|r| r["value"].parse().unwrap())
        .collect();
    expected.sort_unstable_by(|a, b| b.cmp(a));
    let shown: Vec<u32> = found.data().iter().map(|cell| cell.largest()).collect();
    assert_eq!((shown.len(), shown), (14, expected));
}
