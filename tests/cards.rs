//! Which card shows what a question asks.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may

mod common;

use common::data;
use ozg_state_comparison::answer::{Answer, period_options};
use ozg_state_comparison::data::PlaceCode;
use ozg_state_comparison::publish::{Time, cards};
use ozg_state_comparison::question::{Lang, Moment, Period, Question, View};
use ozg_state_comparison::ui::state::{Content, card};
use ozg_state_comparison::words::Reader;
use std::collections::HashMap;

fn told(query: &str) -> Content {
    let data = data();
    Content::of(&data, Question::parse(query, &data).0, Lang::De, Reader::One)
}

/// What is shown: places, values and dates.
fn figures(content: &Content) -> Vec<String> {
    let data = content.answer.data();
    let figure = |row: &&ozg_state_comparison::answer::Datum| {
        format!("{:?} {:?}", row.attributes(), row.figure.as_ref().map(|figure| figure.observation.span))
    };
    data.iter().map(figure).collect()
}

#[test]
fn each_card_is_the_card_of_its_question() {
    for own in cards(&data()).iter().filter(|own| own.time != Time::Latest) {
        assert_eq!(card(&told(&own.query)).as_deref(), Some(&*own.id), "{}", own.query);
    }
}

#[test]
fn a_card_shows_the_same_as_the_question_that_leads_to_it() {
    let data = data();
    let known: HashMap<String, String> = cards(&data).into_iter().map(|own| (own.id, own.query)).collect();
    let mut found = 0;
    let ids = data.measures.iter().map(|measure| Some(measure.id.clone())).chain([None]);
    for (measure, view) in ids.flat_map(|id| View::ALL.iter().map(move |view| (id.clone(), *view))) {
        let months = measure.as_ref().and_then(|id| data.measure(id));
        let months = months.map(|own| period_options(data.known(None), own, None)).unwrap_or_default();
        let periods = months.iter().map(|option| Period::At(option.moment));
        let periods = periods.chain([Period::Best, Period::At(Moment::Latest)]);
        for (period, focus) in periods.flat_map(|period| [(period, PlaceCode::Nw), (period, PlaceCode::He)]) {
            for places in [None, Some(vec![focus]), Some(vec![PlaceCode::By, focus])] {
                let question = Question {
                    view,
                    measure: measure.clone(),
                    period,
                    focus: Some(focus),
                    places,
                    ..Question::default()
                };
                let content = Content::of(&data, question.clone().tidy(), Lang::De, Reader::One);
                let Some(id) = card(&content) else { continue };
                let query =
                    known.get(&id).unwrap_or_else(|| panic!("{question:?} leads to {id}, which does not exist"));
                assert_eq!(figures(&told(query)), figures(&content), "{question:?} leads to {id}");
                found += 1;
            }
        }
    }
    assert!(found > 50, "{found}");
}

#[test]
fn what_no_card_shows_has_none() {
    for query in [
        "unit=share",
        "places=nw~by",
        "sort=name",
        "asof=2026-11-24",
        "view=map",
        "group=city",
        "period=latest",
        "view=areas&area=none",
    ] {
        assert_eq!(card(&told(query)), None, "{query}");
    }
    assert!(matches!(told("").answer, Answer::Ranking(_)));
    assert_eq!(card(&told("focus=he&theme=dark")).as_deref(), card(&told("")).as_deref());
}
