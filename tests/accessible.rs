//! Accessibility in words and colours, over all questions: A13, A14, A19, A20, A38 and A58 of docs/accessibility.md; and that
//! each of its sixty lines has a test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may

mod common;

use common::{data, questions, sheet};
use ozg_state_comparison::answer::{Answer, answer};
use ozg_state_comparison::chart::{Form, Token, Width, draw};
use ozg_state_comparison::data::Dataset;
use ozg_state_comparison::question::{Lang, Question, View};
use ozg_state_comparison::ui::state::Content;
use ozg_state_comparison::words::{self, FigureWords, Reader, brief, frame, ui};
use std::collections::BTreeSet;
use std::fs;
use unicode_normalization::is_nfc;

fn asked(data: &Dataset, query: &str) -> (Answer, FigureWords) {
    let found = answer(data, &Question::parse(query, data).0);
    let words = FigureWords::of(&found, Lang::De, Reader::One);
    (found, words)
}

/// The numbers in a text.
fn numbers(text: &str) -> Vec<String> {
    let text = text.replace('.', "");
    let parts = text.split(|c: char| !c.is_ascii_digit());
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

#[test]
fn a13_every_number_before_a_picture_is_in_the_data() {
    let data = data();
    for question in questions(&data) {
        let found = answer(&data, &question);
        let words = FigureWords::of(&found, Lang::De, Reader::One);
        let Answer::Ranking(ranking) = &found else { continue };
        let values: BTreeSet<String> =
            found.data().iter().flat_map(|row| numbers(&words::value_of(row, Lang::De))).collect();
        for number in numbers(&words.summary.ends) {
            assert!(values.contains(&number), "{}: {}", question.to_query(Lang::De), words.summary.ends);
        }
        let intervals = || found.data().into_iter().filter_map(|row| row.interval());
        let inexact = intervals().filter(|interval| interval.high() != Some(interval.low())).count();
        let has_open_end = intervals().any(|interval| interval.high().is_none());
        let missing = ranking.rows.iter().filter(|row| row.figure.is_none()).count();
        let said = &words.summary.quality;
        assert_eq!(said.contains("Spanne"), inexact > 0 && !has_open_end, "{said}");
        assert_eq!(said.contains("nicht genau"), has_open_end, "{said}");
        assert_eq!(said.contains("fehl"), missing > 0, "{said}");
        if inexact > 1 {
            assert!(said.starts_with(&format!("{inexact} von {}", ranking.rows.len())), "{said}");
        }
    }
}

#[test]
fn a14_the_summary_is_right_at_the_edges() {
    let data = data();
    // The start: first and last with their values, the reader's state, how many are bands.
    let (_, words) = asked(&data, "");
    assert_eq!(words.summary.ends, "Hamburg: 290; Saarland: 196.");
    assert!(
        words
            .before()
            .starts_with("Hamburg: 290; Saarland: 196. Nordrhein-Westfalen kam im Januar 2025 auf 197 von 575")
    );
    assert_eq!(words.summary.quality, "6 von 16 Angaben sind Spannen.");
    // "Über 70" is no band: only its lower bound is known. What was planned is not counted.
    assert_eq!(asked(&data, "view=growth").1.summary.quality, "Eine von 2 Angaben ist nicht genau.");
    // One state alone, one that is missing, states without any figure, nothing at all.
    assert_eq!(asked(&data, "places=nw").1.summary.ends, "");
    let (_, words) = asked(&data, "measure=ozg-land-any&period=2021-12");
    assert!(words.summary.ends.starts_with("Nordrhein-Westfalen: "), "{}", words.summary.ends);
    assert!(!words.summary.ends.contains(';'), "who is last is not known where figures are missing");
    assert_eq!(words.summary.quality, "12 von 16 Angaben fehlen.");
    assert_eq!(asked(&data, "period=1999-01").1.before(), asked(&data, "period=1999-01").1.headline.sentence);
    // A tie is said for all who share it.
    let (_, words) = asked(&data, "places=bb~nw~sn");
    assert_eq!(words.summary.ends, "Brandenburg, Nordrhein-Westfalen und Sachsen: 197.");
    // Falls are said as such.
    let falls = questions(&data).into_iter().filter(|question| question.view == View::Change);
    let said: Vec<String> =
        falls.map(|question| FigureWords::of(&answer(&data, &question), Lang::De, Reader::One).before()).collect();
    assert!(said.iter().all(|text| !text.contains("-1")), "a fall is told in words");
    // Figures of different dates have no first and last.
    assert_eq!(asked(&data, "period=latest").1.summary.ends, "");
}

#[test]
fn a19_a_cut_axis_is_said_in_the_picture_and_before_it() {
    let data = data();
    let mut seen = [0, 0];
    for question in questions(&data).into_iter().filter(|question| question.view == View::Change) {
        let found = answer(&data, &question);
        let Some(scene) = draw(&found, sheet(Lang::De, Width::Wide)) else {
            continue;
        };
        let texts: Vec<&String> = (scene.back.iter().chain(&scene.front))
            .filter_map(|shape| if let Form::Text { text, .. } = &shape.form { Some(text) } else { None })
            .collect();
        let is_noted = texts.iter().any(|text| text.starts_with("Achse beginnt bei "));
        assert!(!texts.iter().any(|text| *text == "Achse beginnt bei 0"));
        let words = Content::of(&data, question, Lang::De, Reader::One).words;
        assert_eq!(words.before().contains("Die Achse beginnt nicht bei null."), is_noted);
        seen[usize::from(is_noted)] += 1;
    }
    assert!(seen.iter().all(|count| *count > 0), "{seen:?}");
}

#[test]
fn a20_names_hold_no_hidden_characters() {
    let data = data();
    let hidden =
        |c: char| matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}');
    let mut seen = BTreeSet::new();
    for question in questions(&data) {
        for lang in [Lang::De, Lang::En] {
            let Some(scene) = draw(&answer(&data, &question), sheet(lang, Width::Wide)) else {
                continue;
            };
            for mark in scene.marks {
                assert!(is_nfc(&mark.spoken) && !mark.spoken.contains(hidden), "{}", mark.spoken);
                seen.insert(mark.spoken);
            }
        }
    }
    assert!(seen.len() > 500, "{}", seen.len());
}

#[test]
fn a52_what_is_announced_has_at_most_120_characters() {
    let data = data();
    for question in questions(&data) {
        for lang in [Lang::De, Lang::En] {
            let words = words::headline(&answer(&data, &question), lang);
            for text in [&words.title, &words.sentence] {
                let said = brief(text);
                assert!(said.chars().count() <= 120, "{said}");
                assert!(text.starts_with(said.trim_end_matches('…')), "{said}");
            }
        }
    }
}

#[test]
fn marks_are_named_with_what_was_counted() {
    let data = data();
    let mut nouns = BTreeSet::new();
    for measure in data.measures.iter() {
        for lang in [Lang::De, Lang::En] {
            let noun = words::noun(measure, lang);
            assert!(!noun.is_empty() && words::short(measure, lang).starts_with(noun));
            nouns.insert(noun.to_owned());
        }
    }
    for noun in
        ["OZG-Leistungen", "OZG services", "Leistungen", "services", "Einzelleistungen (LeiKa)", "Online-Dienste"]
    {
        assert!(nouns.contains(noun), "{noun}: {nouns:?}");
    }
}

/// A colour in linear light.
fn linear(colour: &str) -> [f64; 3] {
    [1..3, 3..5, 5..7].map(|range| {
        let value = f64::from(u8::from_str_radix(&colour[range], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    })
}

fn through(matrix: [[f64; 3]; 3], [r, g, b]: [f64; 3]) -> [f64; 3] {
    matrix.map(|[x, y, z]| x * r + y * g + z * b)
}

/// CIELAB of a colour in linear light (D65).
fn lab(colour: [f64; 3]) -> [f64; 3] {
    let xyz = through(
        [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]],
        colour.map(|value| value.clamp(0.0, 1.0)),
    );
    let f = |value: f64| if value > 0.008856 { value.cbrt() } else { 7.787 * value + 16.0 / 116.0 };
    let [x, y, z] = [xyz[0] / 0.95047, xyz[1], xyz[2] / 1.08883].map(f);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// Colour vision as it is simulated by Machado, Oliveira and Fernandes (2009) at full severity, and without any colour.
const VISION: [(&str, [[f64; 3]; 3]); 4] = [
    ("protanopia", [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    (
        "deuteranopia",
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    ),
    ("tritanopia", [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
    ("achromatopsia", [[0.2126, 0.7152, 0.0722]; 3]),
];

#[test]
fn a38_colours_that_tell_things_apart_differ_for_every_kind_of_colour_vision() {
    let pairs = [
        (Token::Bar, Token::Focus),
        (Token::Bar, Token::Ground),
        (Token::Focus, Token::Ground),
        (Token::Bar, Token::Band),
        (Token::Reference, Token::Ground),
        (Token::Class1, Token::Class2),
        (Token::Class2, Token::Class3),
        (Token::Class3, Token::Class4),
        (Token::Class4, Token::Class5),
    ];
    for (name, matrix) in VISION {
        for (theme, colour) in [("light", Token::light as fn(Token) -> &'static str), ("dark", Token::dark)] {
            for (a, b) in pairs {
                let [x, y] = [a, b].map(|token| lab(through(matrix, linear(colour(token)))));
                let distance = (0..3).map(|at| (x[at] - y[at]).powi(2)).sum::<f64>().sqrt();
                assert!(distance >= 10.0, "{name}, {theme}: {} and {} {distance:.1}", a.name(), b.name());
            }
        }
    }
}

/// Syllables of a German word: groups of vowels.
fn syllables(word: &str) -> usize {
    let vowel = |c: char| "aeiouyäöü".contains(c);
    let word = word
        .to_lowercase()
        .replace("eu", "e")
        .replace("ei", "e")
        .replace("au", "a")
        .replace("äu", "a")
        .replace("ie", "i");
    let marks: Vec<bool> = word.chars().map(vowel).collect();
    (0..marks.len()).filter(|at| marks[*at] && (*at == 0 || !marks[at - 1])).count().max(1)
}

/// LIX (Björnsson 1968) and the first Wiener Sachtextformel (Bamberger and Vanecek 1984) of a German text. Parts of a compound
/// that a hyphen divides are read as words.
fn level(text: &str) -> (f64, f64) {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().any(char::is_alphabetic)).collect();
    let sentences =
        text.split(['.', '?', '!', ':', ';']).filter(|part| part.split_whitespace().count() > 1).count().max(1);
    let share =
        |is: &dyn Fn(&str) -> bool| 100.0 * words.iter().filter(|word| is(word)).count() as f64 / words.len() as f64;
    let length = words.len() as f64 / sentences as f64;
    let long = share(&|word| word.chars().count() > 6);
    let (many, one) = (share(&|word| syllables(word) >= 3), share(&|word| syllables(word) == 1));
    (length + long, 0.1935 * many + 0.1672 * length + 0.1297 * long - 0.0327 * one - 0.875)
}

#[test]
fn a58_texts_that_explain_are_read_by_many() {
    assert!((level("Die Katze sitzt auf der Matte. Sie ist sehr alt.").0 - 5.0).abs() < 0.01);
    let strings = ui(Lang::De);
    let help = [
        strings.keys,
        strings.read_ranking,
        strings.read_growth,
        strings.read_map,
        strings.read_grid,
        strings.read_range,
        strings.read_change,
        strings.read_profile,
    ];
    let mut faults = Vec::new();
    for (what, text) in [("lead", frame(Lang::De).lead.to_owned()), ("help", help.join(" ")), ("method", method())] {
        let (lix, wiener) = level(&text);
        if lix > 45.0 || wiener > 9.0 {
            faults.push(format!("{what}: LIX {lix:.1} (at most 45), Wiener Sachtextformel {wiener:.1} (at most 9)"));
        }
    }
    assert_eq!(faults, [""; 0]);
}

/// The explaining sentences of the method page.
fn method() -> String {
    ozg_state_comparison::publish::METHOD.iter().map(|[de, _]| *de).collect::<Vec<_>>().join(" ")
}

#[test]
fn each_of_the_sixty_lines_has_a_test_and_a_line_in_the_document() {
    let document = fs::read_to_string("docs/accessibility.md").unwrap();
    let mut tests = fs::read_to_string("tests/accessible.rs").unwrap();
    for entry in fs::read_dir("tests/browser").unwrap().flatten() {
        if entry.path().extension().is_some_and(|end| end == "mjs") {
            tests.push_str(&fs::read_to_string(entry.path()).unwrap());
        }
    }
    for number in 1..=60 {
        let id = format!("A{number:02}");
        assert!(document.contains(&format!("| {id} |")), "docs/accessibility.md lacks {id}");
        let named = tests.lines().any(|line| {
            let is_test = line.trim_start().starts_with("test(")
                || line.contains("['A4")
                || line.trim_start().starts_with("fn a");
            is_test && (line.contains(&id) || line.contains(&format!("fn a{number:02}_")))
        });
        assert!(named, "no test is named {id}");
    }
}
