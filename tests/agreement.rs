//! The same question gives the same numbers in the chart, the sentence, the table and the SVG file: all measures ×
//! periods × languages × widths.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may

mod common;

use common::{data, questions, sheet};
use ozg_state_comparison::answer::Attributes;
use ozg_state_comparison::answer::{Answer, answer};
use ozg_state_comparison::chart::{Form, Scene, Width, draw};
use ozg_state_comparison::data::Licence;
use ozg_state_comparison::output::{Dialect, Provenance, Theme, csv, json, svg};
use ozg_state_comparison::question::{Lang, View};
use ozg_state_comparison::words::{self, Named, Reader};
use rayon::prelude::*;
use std::collections::HashSet;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The values of attributes in the order of the text, for elements that begin with `element`.
fn attributes(text: &str, element: &str) -> Vec<Vec<String>> {
    let names =
        ["data-place", "data-value", "data-qualifier", "data-low", "data-high", "data-rank-best", "data-rank-worst"];
    let opening = |part: &str| part.split('>').next().unwrap_or_default().to_owned();
    let value = |tag: &str, name: &str| {
        tag.split(&format!(" {name}=\"")).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
    };
    let tags = text.split(element).skip(1).map(opening).map(|tag| format!(" {tag}"));
    tags.filter(|tag| tag.contains("data-place"))
        .map(|tag| names.iter().map(|name| value(&tag, name)).collect())
        .collect()
}

/// What a mark or a row carries, without its service area.
fn carried(own: &Attributes) -> Vec<String> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let qualifier = own.qualifier.unwrap_or_default().to_owned();
    let bounds = [text(&own.low), text(&own.high), text(&own.rank_best), text(&own.rank_worst)];
    [own.place.to_owned(), text(&own.value), qualifier].into_iter().chain(bounds).collect()
}

fn of_scene(scene: &Scene) -> Vec<Vec<String>> {
    scene.marks.iter().map(|mark| carried(&mark.attributes)).collect()
}

/// Sorted, as targets stand before points in a picture and after them in a table.
fn sorted(mut rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    rows.sort();
    rows
}

#[test]
fn chart_table_sentence_and_file_agree() {
    let data = data();
    let questions = questions(&data);
    assert!(questions.len() > 2_500, "{} questions", questions.len());
    let drawn = AtomicUsize::new(0);
    questions.par_iter().for_each(|question| {
        let found = answer(&data, question);
        for lang in [Lang::De, Lang::En] {
            let context = format!("{} {lang:?}", question.to_query(Lang::De));
            let Some(scene) = draw(&found, sheet(lang, Width::Wide)) else {
                assert!(matches!(found, Answer::Nothing(_)), "{context}");
                continue;
            };
            drawn.fetch_add(1, Ordering::Relaxed);
            let marks = of_scene(&scene);
            assert!(!marks.is_empty(), "{context}");
            for width in Width::ALL {
                let other = draw(&found, sheet(lang, width)).unwrap();
                assert_eq!(sorted(of_scene(&other)), sorted(marks.clone()), "{context} {width:?}");
                check_drawing(&other, &context);
                let file = svg(&found, lang, width, Theme::Light, None).unwrap().svg;
                assert_eq!(sorted(attributes(&file, "<g ")), sorted(marks.clone()), "{context} {width:?}");
            }
            let table = words::table(&found, lang, Reader::One, None).unwrap();
            let rows = table.rows.iter().map(|row| carried(&row.attributes)).collect();
            assert_eq!(sorted(rows), sorted(marks.clone()), "{context}");
            let keys: HashSet<&str> = scene.marks.iter().map(|mark| mark.key.as_str()).collect();
            assert_eq!(keys.len(), scene.marks.len(), "{context}: a key twice");
            check_files(&found, lang, &marks, &context);
            check_words(&found, lang, &context);
        }
    });
    let drawn = drawn.into_inner();
    assert!(drawn > 300, "{drawn} answers");
}

/// The files that readers take along carry the figures of the picture, and can be read by others.
fn check_files(found: &Answer, lang: Lang, marks: &[Vec<String>], context: &str) {
    let provenance =
        Provenance { address: "https://example.org/?focus=nw".into(), version: None, licence: Licence::CcBy4 };
    let file = csv(found, lang, Dialect::Rfc4180, &provenance);
    let mut reader = csv::Reader::from_reader(file.as_bytes());
    let position = |reader: &mut csv::Reader<&[u8]>, name: &str| {
        reader.headers().unwrap().iter().position(|header| header == name).unwrap()
    };
    let columns = ["place_code", "low", "high", "rank_best", "rank_worst"].map(|name| position(&mut reader, name));
    let records: Vec<Vec<String>> = reader
        .records()
        .map(|record| record.unwrap())
        .map(|record| columns.iter().map(|column| record[*column].to_owned()).collect())
        .collect();
    // A mark of an exact figure carries its value alone, one of a band its bounds.
    let bounds = |mark: &Vec<String>| match mark[3].as_str() {
        "" => [mark[1].clone(), mark[1].clone()],
        low => [low.to_owned(), mark[4].clone()],
    };
    let shown = marks.iter().map(|mark| {
        let [low, high] = bounds(mark);
        vec![mark[0].clone(), low, high, mark[5].clone(), mark[6].clone()]
    });
    let shown: Vec<Vec<String>> = shown.collect();
    assert_eq!(sorted(records), sorted(shown), "{context}");

    let excel = csv(found, lang, Dialect::GermanExcel, &provenance);
    assert!(excel.starts_with('\u{FEFF}') && !excel.contains("sep="), "{context}");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(excel.as_bytes());
    assert_eq!(reader.records().filter(Result::is_ok).count(), marks.len(), "{context}");

    let read: serde_json::Value = serde_json::from_str(&json(found, lang, &provenance)).unwrap();
    assert_eq!(read["rows"].as_array().map(Vec::len), Some(marks.len()), "{context}");
    assert_eq!(read["address"], "https://example.org/?focus=nw");
}

/// Nothing leaves the drawing, and every text fits into it.
fn check_drawing(scene: &Scene, context: &str) {
    let marks = scene.marks.iter().flat_map(|mark| mark.shapes.iter().map(|shape| (shape, mark.at.0)));
    let shapes = scene.back.iter().chain(&scene.front).map(|shape| (shape, 0)).chain(marks);
    for (shape, shift) in shapes {
        let (left, right) = match &shape.form {
            Form::Rect { x, w, .. } => (*x, x + w),
            Form::Circle { x, r, .. } => (x - *r as i32, x + *r as i32),
            Form::Text { x, anchor, text, .. } => {
                let (size, bold) = shape.role.font();
                let width = ozg_state_comparison::chart::text_width(text, size, bold);
                match anchor.name() {
                    "start" => (*x, x + width),
                    "end" => (x - width, *x),
                    _ => (x - width / 2, x + width / 2),
                }
            }
            Form::Path(_) => continue,
        };
        let (left, right) = (left + shift, right + shift);
        assert!(left >= -10 && right <= scene.width + 10, "{context}: {shape:?} in {}", scene.width);
    }
}

/// The sentence names the value of the reader's state; the title and definition name the count.
fn check_words(found: &Answer, lang: Lang, context: &str) {
    let headline = words::headline(found, lang);
    match found {
        Answer::Ranking(ranking) => {
            assert!(headline.definition.contains(ranking.measure.name(lang)), "{context}: {}", headline.definition);
            if let Some(row) = ranking.focus_row() {
                assert!(headline.sentence.contains(row.place.name(lang)), "{context}: {}", headline.sentence);
                if let Some(figure) = &row.figure {
                    let value = words::value_in_full(figure, lang);
                    assert!(headline.sentence.contains(&value), "{context}: {} lacks {value}", headline.sentence);
                }
            }
        }
        Answer::Growth(growth) => {
            assert!(headline.definition.contains(growth.measure.name(lang)), "{context}: {}", headline.definition);
            let run = growth.main().unwrap().longest_run();
            for point in [run.first(), run.last()].into_iter().flatten() {
                let value = words::value_of(&point.datum, lang);
                assert!(
                    headline.sentence.to_lowercase().contains(&value.to_lowercase()),
                    "{context}: {} lacks {value}",
                    headline.sentence
                );
            }
        }
        Answer::Pairs(pairs) => {
            assert!(headline.definition.contains(pairs.ends[0].measure.name(lang)), "{context}");
            for end in pairs.spoken_row().into_iter().flat_map(|row| &row.ends).filter(|end| end.figure.is_some()) {
                let value = words::value_of(end, lang);
                assert!(headline.sentence.contains(&value), "{context}: {} lacks {value}", headline.sentence);
            }
        }
        Answer::Areas(areas) => assert!(headline.title.contains(words::short(&areas.measure, lang)), "{context}"),
        Answer::Profile(_) | Answer::Facets(_) | Answer::Nothing(_) => {}
    }
    for text in [&headline.title, &headline.definition, &headline.sentence] {
        let clean = !text.contains("  ") && !text.contains("()") && !text.ends_with(' ') && !text.contains('{');
        assert!(clean && !text.contains(" ,") && !text.contains(".."), "{context}: “{text}”");
    }
    assert!(!headline.title.is_empty() && headline.title.chars().count() < 200, "{context}: {}", headline.title);
}

/// One axis, one measure: two counts never share one, except a part and its whole in the range.
#[test]
fn no_axis_carries_two_counts() {
    let data = data();
    for question in questions(&data) {
        let found = answer(&data, &question);
        let mut counts: Vec<&str> = match &found {
            Answer::Growth(growth) => {
                growth.series.iter().flat_map(|line| line.data()).map(|d| d.measure.id.as_str()).collect()
            }
            Answer::Facets(_) | Answer::Profile(_) => continue,
            other => other.data().iter().map(|datum| datum.measure.id.as_str()).collect(),
        };
        counts.sort_unstable();
        counts.dedup();
        let allowed = if question.view == View::Range { 2 } else { 1 };
        assert!(counts.len() <= allowed, "{}: {counts:?}", question.to_query(Lang::De));
    }
}
