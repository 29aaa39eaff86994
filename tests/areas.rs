//! Figures by state and service area. Nobody has published any yet, so the figures here are invented.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may

mod common;

use common::{ask, data, sheet};
use ozg_state_comparison::answer::{Answer, Why};
use ozg_state_comparison::chart::{Form, Width, draw, text_width};
use ozg_state_comparison::data::{
    Amount, Dataset, Date, DateSpan, Link, Observation, Per, PlaceCode, Qualifier, Value,
};
use ozg_state_comparison::question::{Lang, Question};
use ozg_state_comparison::ui::state::{Content, Controls};
use ozg_state_comparison::words::{self, Reader};
use std::sync::Arc;

/// The real data with an invented figure for each state and area; Bremen has none.
fn invented() -> Dataset {
    let mut data = data();
    let day = |text| Date::parse(text).unwrap();
    let measure = data.measure("ozg-land-statewide").unwrap().clone();
    let mut more = Vec::new();
    for (row, place) in data.states().filter(|place| place.code != PlaceCode::Hb).enumerate() {
        for (column, area) in data.areas.iter().enumerate() {
            let steps = u32::try_from(5 + (row * 7 + column * 3) % 40).unwrap();
            more.push(Arc::new(Observation {
                measure: measure.clone(),
                place: place.clone(),
                area: Some(area.clone()),
                span: DateSpan::new(day("2025-01-01"), day("2025-01-31")).unwrap(),
                label: "Januar 2025".into(),
                label_en: "".into(),
                due: None,
                value: Value::new(Amount::new(steps).unwrap(), None, Qualifier::Exact).unwrap(),
                source: data.sources[0].clone(),
                recorded: day("2026-11-24"),
                superseded: None,
                note_de: "".into(),
                note_en: "".into(),
            }));
        }
    }
    data.observations.extend(more);
    data.indexed()
}

#[test]
fn a_grid_has_a_cell_for_each_state_and_area() {
    let data = invented();
    let found = ask(&data, "view=areas&measure=ozg-land-statewide");
    let Answer::Areas(areas) = &found else { panic!("{found:?}") };
    assert_eq!((areas.rows.len(), areas.areas.len()), (16, 14));
    assert_eq!((areas.coverage.with, areas.coverage.of), (15 * 14, 16 * 14));
    for column in 0..14 {
        let cells: Vec<_> = areas.rows.iter().map(|row| &row.cells[column]).collect();
        for cell in cells.iter().filter_map(|cell| Some((cell.largest(), cell.figure.as_ref()?.rank?))) {
            let above = cells.iter().filter(|other| other.largest() > cell.0).count();
            assert_eq!((cell.1.best, cell.1.of), (1 + above, 15));
        }
    }
    let sums: Vec<u32> = areas.rows.iter().map(|row| row.cells.iter().map(|cell| cell.largest()).sum()).collect();
    assert!(sums.windows(2).all(|pair| pair[0] >= pair[1]), "rows by their sum: {sums:?}");
    assert_eq!(areas.rows.last().unwrap().place.code, PlaceCode::Hb);
    for lang in [Lang::De, Lang::En] {
        for width in Width::ALL {
            let scene = draw(&found, sheet(lang, width)).unwrap();
            assert_eq!(scene.marks.len(), 16 * 14);
            for (mark, shape) in scene.marks.iter().flat_map(|mark| mark.shapes.iter().map(move |shape| (mark, shape)))
            {
                if let Form::Text { x, text, .. } = &shape.form {
                    let half = text_width(text, 14, true) / 2;
                    assert!(mark.at.0 + x + half <= scene.width + 2, "{width:?}: {text}");
                }
            }
        }
        assert_eq!(words::table(&found, lang, Reader::One, None).unwrap().rows.len(), 16 * 14);
        assert!(words::headline(&found, lang).definition.contains("210"), "{:?}", words::headline(&found, lang));
    }
}

#[test]
fn one_area_is_ranked_and_several_are_counted_as_one() {
    let data = invented();
    let Answer::Ranking(found) = ask(&data, "area=bildung") else { panic!() };
    assert_eq!((found.coverage.with, found.coverage.of), (15, 16));
    assert!(found.rows.iter().all(|row| row.area.as_ref().unwrap().id == "bildung"));
    let headline = words::headline(&Answer::Ranking(found), Lang::De);
    assert!(headline.title.contains("Themenfeld Bildung"), "{}", headline.title);
    let Answer::Ranking(found) = ask(&data, "area=bildung~gesundheit") else { panic!() };
    assert_eq!((found.coverage.with, found.coverage.of), (15, 16), "a state without one of them has no sum");
    for row in found.figures().map(|(row, _)| row) {
        let part = |id: &str| {
            let own = |o: &&Link<Observation>| {
                o.measure.id == row.measure.id
                    && o.place.code == row.place.code
                    && o.area.as_ref().is_some_and(|a| a.id == id)
            };
            data.observations.iter().find(own).unwrap().value.amount().steps()
        };
        assert_eq!(row.attributes().value, Some((part("bildung") + part("gesundheit")).to_string()));
        assert_eq!(words::published(&row.figure.as_ref().unwrap().observation, Lang::De), None, "nobody printed it");
        assert_eq!(
            words::derivation(row.figure.as_ref().unwrap(), Lang::De).as_deref(),
            Some("Summe der Angaben zu 2 Themenfeldern")
        );
    }
    let headline = words::headline(&Answer::Ranking(found), Lang::De);
    assert!(headline.title.contains("Themenfelder Bildung + Gesundheit"), "{}", headline.title);
    assert!(headline.definition.contains("Bildung + Gesundheit (Summe; jede OZG-Leistung liegt in einem Themenfeld)"));
    let Answer::Ranking(found) = ask(&data, "area=bildung~gesundheit~umwelt~querschnitt") else { panic!() };
    let headline = words::headline(&Answer::Ranking(found), Lang::En);
    assert!(headline.title.contains("4 service areas together"), "{}", headline.title);
    let Answer::Nothing(found) = ask(&data, "area=none") else { panic!() };
    assert_eq!(found.why, Why::NoAreas);
    assert!(!found.periods.is_empty(), "the time stays a choice");
    let Answer::Areas(found) = ask(&data, "view=areas&measure=ozg-land-statewide&area=bildung~gesundheit") else {
        panic!()
    };
    assert_eq!(found.areas.len(), 2);
    let Answer::Nothing(found) = ask(&data, "measure=ozg-land-any&area=bildung") else { panic!() };
    assert!(matches!(found.why, Why::NoneInArea(area) if area.id == "bildung"));
}

#[test]
fn a_single_service_may_lie_in_two_areas_and_is_not_added_up() {
    let data = data();
    let Answer::Nothing(found) = ask(&data, "measure=leika-land-statewide&area=bildung~gesundheit") else { panic!() };
    assert_eq!(found.why, Why::SeveralAreas);
    let adds_up = |id: &str| data.measure(id).unwrap().adds_up();
    assert!(adds_up("ozg-land-statewide") && adds_up("ozg-nationwide") && adds_up("ozg-catalogue-size"));
    assert!(!adds_up("leika-land-statewide") && !adds_up("ozg-land-share") && !adds_up("wsp-services"));
}

#[test]
fn the_control_of_areas_is_there_only_where_there_are_figures() {
    let controls = |data: &Dataset, query: &str| {
        let content = Content::of(data, Question::parse(query, data).0, Lang::De, Reader::One);
        Controls::of(&content, data, true, None)
    };
    let (published, invented) = (data(), invented());
    let boxes =
        |controls: &Controls| controls.boxes.iter().find(|boxes| boxes.name == "area").map(|own| own.choices.len());
    let first = controls(&published, "");
    assert!(first.select("area").is_none() && boxes(&first).is_none(), "no choice that leads nowhere");
    assert_eq!(boxes(&controls(&invented, "")), Some(14), "several are counted as one");
    assert!(controls(&invented, "").select("area").is_none(), "one control for one thing");
    assert_eq!(boxes(&controls(&published, "view=areas")), Some(14));
    let per_state = published.measures.iter().filter(|m| m.per == Per::State && !m.target).count();
    assert_eq!(first.cards.len() + first.others.len(), per_state);
}
