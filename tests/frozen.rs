//! Frozen means frozen: what a page of others shows as of a day stays, whatever is added, corrected or withdrawn later; and it is
//! known when today's figures are others.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may

mod common;

use common::{data, files, questions};
use ozg_state_comparison::answer::Attributes;
use ozg_state_comparison::data::package::{Files, read_package};
use ozg_state_comparison::data::{Dataset, Date};
use ozg_state_comparison::question::{Lang, Question};
use ozg_state_comparison::ui::state::Content;
use ozg_state_comparison::words::Reader;

/// The day as of which embeds are frozen, and the later one on which figures change.
const FROZEN: &str = "2026-11-25";
const LATER: &str = "2026-12-01";

/// The package after a day on which a month was added, one figure corrected and one withdrawn.
fn later() -> Dataset {
    let mut files: Files = files();
    let bytes = files.get("observations.csv").unwrap().clone();
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let header = reader.headers().unwrap().clone();
    let at = |name: &str| header.iter().position(|own| own == name).unwrap();
    let rows: Vec<Vec<String>> = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    let is = |row: &[String], measure: &str, place: &str, from: &str| {
        row[at("measure")] == measure
            && row[at("place")] == place
            && row[at("from")] == from
            && row[at("superseded")].is_empty()
    };
    let mut all = Vec::new();
    let [mut added, mut corrected, mut withdrawn] = [0, 0, 0];
    for row in rows {
        let mut old = row.clone();
        let mut new = row.clone();
        new[at("recorded")] = LATER.to_owned();
        let of_january =
            is(&row, "ozg-land-statewide", &row[at("place")], "2025-01-01") && row[at("qualifier")] == "exact";
        if of_january {
            for (column, value) in
                [("from", "2026-06-01"), ("to", "2026-06-30"), ("label", "Juni 2026"), ("label_en", "June 2026")]
            {
                new[at(column)] = value.to_owned();
            }
            new[at("value")] = "300".to_owned();
            all.push(new.clone());
            added += 1;
        }
        if is(&row, "ozg-land-statewide", "DE-HH", "2025-01-01") || is(&row, "ozg-land-any", "DE-NW", "2022-05-01") {
            old[at("superseded")] = LATER.to_owned();
            old[at("reason")] = "correction".to_owned();
            match row[at("place")].as_str() {
                "DE-HH" => {
                    let mut right = row.clone();
                    right[at("recorded")] = LATER.to_owned();
                    right[at("value")] = "291".to_owned();
                    all.push(right);
                    corrected += 1;
                }
                _ => withdrawn += 1,
            }
        }
        all.push(old);
    }
    assert!(added > 5 && (corrected, withdrawn) == (1, 1), "{added} {corrected} {withdrawn}");
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&header).unwrap();
    all.iter().for_each(|row| writer.write_record(row).unwrap());
    files.insert("observations.csv".to_owned(), writer.into_inner().unwrap());
    let (data, faults) = read_package(&files, Date::parse("2026-12-02").unwrap());
    let faults: Vec<String> =
        faults.iter().filter(|fault| !fault.problem.is_warning()).map(|fault| format!("{fault:?}")).collect();
    assert!(faults.is_empty(), "{faults:?}");
    data
}

/// All that is said and shown.
fn shown(content: &Content) -> (Vec<Attributes>, [String; 6]) {
    let figures = content.answer.data().into_iter().map(|datum| datum.attributes()).collect();
    let words = &content.words;
    let texts = [
        content.period(),
        words.headline.title.clone(),
        words.headline.definition.clone(),
        words.headline.sentence.clone(),
        words.remark.clone(),
        format!("{:?} {:?}", words.legend, words.sources),
    ];
    (figures, texts)
}

#[test]
fn what_is_frozen_stays_and_says_when_it_is_old() {
    let (before, after) = (data(), later());
    let frozen = Some(Date::parse(FROZEN).unwrap());
    let mut changed = 0;
    let questions = questions(&before);
    assert!(questions.len() > 1_000, "{}", questions.len());
    for asked in questions {
        let asked = Question { asof: frozen, ..asked };
        let of = |data: &Dataset, asked: &Question| Content::of(data, asked.clone(), Lang::De, Reader::All);
        let [then, now] = [&before, &after].map(|data| of(data, &asked));
        assert_eq!(shown(&then), shown(&now), "{asked:?}");
        let today = of(&after, &Question { asof: None, ..asked.clone() });
        let (figures, texts) = shown(&today);
        let is_same = (&figures, &texts[0]) == (&shown(&now).0, &shown(&now).1[0]);
        assert_eq!(now.shows_same(&today), is_same, "{asked:?}");
        changed += usize::from(!is_same);
    }
    assert!(changed > 50, "{changed} figures are others today");
    // The three that an editor meets: the newest month, a corrected figure, a withdrawn one; and one that nothing has touched.
    let hint = |query: &str| {
        let (question, _) = Question::parse(query, &after);
        let asked = Question { asof: frozen, ..question.clone() };
        !Content::of(&after, asked, Lang::De, Reader::All).shows_same(&Content::of(
            &after,
            question,
            Lang::De,
            Reader::All,
        ))
    };
    assert!(hint("period=latest") && hint("period=2025-01") && hint("measure=ozg-land-any&period=2022-05"));
    assert!(!hint("period=2024-01") && !hint("measure=leika-land-statewide"));
}
