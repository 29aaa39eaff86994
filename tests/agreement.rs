//! The same question gives the same numbers in the chart, the sentence, the table and the SVG file: all measures ×
//! periods × languages × widths.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may

mod common;

use common::data;
use ozg_state_comparison::answer::{Answer, answer};
use ozg_state_comparison::chart::{Form, Scene, Width, draw};
use ozg_state_comparison::data::{Dataset, Per};
use ozg_state_comparison::output::{Dialect, Provenance, Theme, csv, json, svg, table};
use ozg_state_comparison::question::{Lang, Period, Question, View};
use ozg_state_comparison::words::{self, Named};

/// Every question that the controls can ask about measures and periods.
fn questions(data: &Dataset) -> Vec<Question> {
    let mut questions = Vec::new();
    for measure in data.measures.iter().filter(|m| !m.target) {
        let about = Question { measure: Some(measure.id.clone()), ..Question::default() };
        if measure.per == Per::State {
            questions.push(about.clone());
            for option in ozg_state_comparison::answer::period_options(data.known(None), measure) {
                questions.push(Question { period: option.period, ..about.clone() });
            }
        }
        for place in data.states() {
            let focus = Some(place.code);
            questions.push(Question { view: View::Growth, focus, ..about.clone() });
        }
    }
    questions
}

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

fn of_scene(scene: &Scene) -> Vec<Vec<String>> {
    let text = |value: Option<String>| value.unwrap_or_default();
    let mark = |mark: &ozg_state_comparison::chart::Mark| {
        vec![
            mark.place.iso().to_owned(),
            text(mark.value_text()),
            text(mark.value.map(|value| value.qualifier().name().to_owned())),
            text(mark.bounds().map(|bounds| mark.unit.write_steps(bounds.low()))),
            text(mark.bounds().and_then(|bounds| bounds.high()).map(|high| mark.unit.write_steps(high))),
            text(mark.rank.map(|rank| rank.best.to_string())),
            text(mark.rank.map(|rank| rank.worst.to_string())),
        ]
    };
    scene.marks.iter().map(mark).collect()
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
    assert!(questions.len() > 600, "{} questions", questions.len());
    let mut drawn = 0;
    for question in &questions {
        let found = answer(&data, question);
        for lang in [Lang::De, Lang::En] {
            let context = format!("{} {lang:?}", question.to_query(Lang::De));
            let Some(scene) = draw(&found, lang, Width::Wide) else {
                assert!(matches!(found, Answer::Nothing(_)), "{context}");
                continue;
            };
            drawn += 1;
            let marks = of_scene(&scene);
            assert!(!marks.is_empty(), "{context}");
            for width in Width::ALL {
                let other = draw(&found, lang, width).unwrap();
                assert_eq!(of_scene(&other), marks, "{context} {width:?}");
                check_drawing(&other, &context);
                let file = svg(&found, lang, width, Theme::Light, None).unwrap();
                assert_eq!(attributes(&file, "<g "), marks, "{context} {width:?}");
            }
            assert_eq!(sorted(attributes(&table(&found, lang), "<tr ")), sorted(marks.clone()), "{context}");
            check_files(&found, lang, &marks, &context);
            check_words(&found, lang, &context);
        }
    }
    assert!(drawn > 300, "{drawn} answers");
}

/// The files that readers take along carry the figures of the picture, and can be read by others.
fn check_files(found: &Answer, lang: Lang, marks: &[Vec<String>], context: &str) {
    let provenance = Provenance { address: "https://example.org/?focus=nw".into(), version: None };
    let file = csv(found, lang, Dialect::Rfc4180, &provenance);
    let mut reader = csv::Reader::from_reader(file.as_bytes());
    let position = |reader: &mut csv::Reader<&[u8]>, name: &str| {
        reader.headers().unwrap().iter().position(|header| header == name).unwrap()
    };
    let columns = ["place_code", "value", "rank_best", "rank_worst"].map(|name| position(&mut reader, name));
    let records: Vec<Vec<String>> = reader
        .records()
        .map(|record| record.unwrap())
        .map(|record| columns.iter().map(|column| record[*column].to_owned()).collect())
        .collect();
    let shown: Vec<Vec<String>> =
        marks.iter().map(|mark| [0, 1, 5, 6].map(|index| mark[index].clone()).to_vec()).collect();
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
    let shapes = scene.back.iter().chain(&scene.front).chain(scene.marks.iter().flat_map(|mark| &mark.shapes));
    for shape in shapes {
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
        assert!(left >= -10 && right <= scene.width + 10, "{context}: {shape:?} in {}", scene.width);
    }
}

/// The sentence names the value and the rank of the reader's state; the title and definition name the count.
fn check_words(found: &Answer, lang: Lang, context: &str) {
    let headline = words::headline(found, lang);
    match found {
        Answer::Ranking(ranking) => {
            assert!(headline.definition.contains(ranking.measure.name(lang)), "{context}: {}", headline.definition);
            let row = ranking.focus_row().unwrap();
            assert!(headline.sentence.contains(row.place.name(lang)), "{context}: {}", headline.sentence);
            if let Some(figure) = &row.figure {
                let value = words::value_long(figure.observation.value, ranking.measure.unit, lang);
                assert!(headline.sentence.contains(&value), "{context}: {} lacks {value}", headline.sentence);
            }
            assert!(!matches!(ranking.period, Period::Best));
        }
        Answer::Growth(growth) => {
            assert!(headline.definition.contains(growth.measure.name(lang)), "{context}: {}", headline.definition);
            let run = growth.longest_run();
            for point in [run.first(), run.last()].into_iter().flatten() {
                let value = words::value_column(point.observation.value, growth.measure.unit, lang);
                assert!(
                    headline.sentence.to_lowercase().contains(&value.to_lowercase()),
                    "{context}: {} lacks {value}",
                    headline.sentence
                );
            }
        }
        Answer::Nothing(_) => {}
    }
    for text in [&headline.title, &headline.definition, &headline.sentence] {
        assert!(!text.contains("  ") && !text.contains("()") && !text.ends_with(' '), "{context}: “{text}”");
    }
}
