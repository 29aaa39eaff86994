//! Pictures as files: sizes to the pixel, fonts inside, no text cut or touching another.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may

use ozg_state_comparison::data::Dataset;
use ozg_state_comparison::publish::{
    Card, Column, Format, Frame, Painter, Pictures, Shape, cards, read_release_package, shaped,
};
use ozg_state_comparison::question::{Lang, Question};
use ozg_state_comparison::ui::state::Content;
use ozg_state_comparison::words::Reader;
use rayon::prelude::*;
use resvg::usvg::{self, Node};
use std::path::Path;

fn data() -> Dataset {
    read_release_package(Path::new("tests/package")).unwrap().1
}

fn painter() -> Painter {
    Painter::open(Path::new("node_modules/@expo-google-fonts")).unwrap()
}

fn told(card: &Card, data: &Dataset, lang: Lang) -> Content {
    Content::of(data, Question::parse(&card.query, data).0, lang, Reader::All)
}

/// A number in the header of a PNG, big-endian.
fn number(bytes: &[u8], at: usize) -> u32 {
    u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap())
}

#[test]
fn sizes_are_exact() {
    let (data, painter) = (data(), painter());
    for query in ["", "view=map", "view=growth", "view=profile", "view=change"] {
        let told = Content::of(&data, Question::parse(query, &data).0, Lang::De, Reader::All);
        let pictures = Pictures { told: &told, lang: Lang::De, address: None, painter: &painter };
        let made = |format, frame| pictures.made(format, frame).unwrap().unwrap();
        assert_eq!(number(&made(Format::Png, Frame::Whole), 16), 1_720, "{query}");
        for shape in Shape::ALL {
            let png = made(Format::Png, Frame::Shape(shape));
            assert_eq!((number(&png, 16), number(&png, 20)), shape.pixels(), "{query}");
        }
        for (column, pixels, points) in
            [(Column::Single, 1_004, 240.9), (Column::Double, 1_476, 354.3), (Column::Whole, 2_185, 524.4)]
        {
            let png = made(Format::Png, Frame::Column(column));
            assert_eq!(number(&png, 16), pixels, "{query}");
            // 300 pixels an inch are 11,811 a metre.
            let at = png.windows(4).position(|part| part == b"pHYs").unwrap() + 4;
            assert_eq!((number(&png, at), number(&png, at + 4), png[at + 8]), (11_811, 11_811, 1), "{query}");
            let pdf = made(Format::Pdf, Frame::Column(column));
            let text = String::from_utf8_lossy(&pdf);
            let sides = text.split("/MediaBox").nth(1).unwrap().split(']').next().unwrap().replace('[', "");
            let width: f32 = sides.split_whitespace().nth(2).unwrap().parse().unwrap();
            assert!((width - points).abs() < 0.1, "{query}: {width} points");
            assert!(text.starts_with("%PDF-") && text.contains("/FontFile2"), "{query}: fonts are inside");
            assert!(!text.contains("/Subtype /Image"), "{query}: nothing is made of pixels");
            assert!(!text.contains("/CreationDate"), "{query}: the same bytes each time");
        }
        let svg = String::from_utf8(made(Format::Paths, Frame::Whole)).unwrap();
        assert!(svg.contains("<path") && !svg.contains("<text") && !svg.contains("<script"), "{query}");
    }
}

/// The ink of each text of a picture: left, top, right, bottom.
fn inks(group: &usvg::Group, found: &mut Vec<(String, [f32; 4])>) {
    for node in group.children() {
        match node {
            Node::Group(inner) => inks(inner, found),
            Node::Text(text) => {
                let ink = text.flattened().bounding_box().transform(text.abs_transform()).unwrap();
                let words: String = text.chunks().iter().map(|chunk| chunk.text()).collect();
                found.push((words, [ink.left(), ink.top(), ink.right(), ink.bottom()]));
            }
            _ => {}
        }
    }
}

/// What is wrong with the texts of a card, and how many there are.
fn faults(card: &Card, data: &Dataset, painter: &Painter) -> (Vec<String>, usize) {
    let (mut faults, mut count) = (Vec::new(), 0);
    for (lang, shape) in [Lang::De, Lang::En].into_iter().flat_map(|lang| Shape::ALL.map(|shape| (lang, shape))) {
        let svg = shaped(&told(card, data, lang), lang, shape, painter).unwrap();
        let tree = painter.tree(&svg).unwrap();
        let mut found = Vec::new();
        inks(tree.root(), &mut found);
        let name = format!("{} {} {}", card.id, lang.name(), shape.name());
        let (width, height) = (tree.size().width(), tree.size().height());
        for (index, (words, [left, top, right, bottom])) in found.iter().enumerate() {
            if *left < 8.0 || *top < 8.0 || *right > width - 8.0 || *bottom > height - 8.0 {
                faults.push(format!("{name}: “{words}” leaves the picture"));
            }
            for (other, [l, t, r, b]) in &found[index + 1..] {
                if left < r && l < right && top < b && t < bottom {
                    faults.push(format!("{name}: “{words}” touches “{other}”"));
                }
            }
        }
        if svg.contains("class=\"event") {
            faults.push(format!("{name}: a number that nothing explains"));
        }
        count += found.len();
    }
    (faults, count)
}

#[test]
fn no_text_is_cut_or_touches_another() {
    let (data, painter) = (data(), painter());
    let all: Vec<_> = cards(&data).par_iter().map(|card| faults(card, &data, &painter)).collect();
    let count: usize = all.iter().map(|(_, count)| count).sum();
    assert!(count > 10_000, "{count} texts");
    let faults: Vec<String> = all.into_iter().flat_map(|(faults, _)| faults).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults[..faults.len().min(20)].join("\n"));
}

/// Lines are as long as there is room: measured in the font in which they are set.
#[test]
fn text_is_as_wide_as_it_is_measured() {
    let painter = painter();
    for (text, size, is_bold) in [
        ("Hamburg vorn, Saarland hinten: OZG-Leistungen im ganzen Land, Januar 2025", 34, true),
        ("OZG-Leistungen, im Land flächendeckend online · von 575", 20, false),
        ("┄ 196 davon gibt es bundesweit · ▭ Spanne: aus der Rangfolge der Quelle", 17, false),
    ] {
        let weight = if is_bold { 700 } else { 400 };
        let svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="100"><text x="9" y="60" font-family="Fira Sans" font-weight="{weight}" font-size="{size}">{text}</text></svg>"#
        );
        let mut found = Vec::new();
        inks(painter.tree(&svg).unwrap().root(), &mut found);
        let [left, _, right, _] = found[0].1;
        let (drawn, measured) = (right - left, painter.text_width(text, size, is_bold) as f32);
        assert!(measured >= drawn - 1.0 && measured < drawn * 1.02 + 4.0, "{text}: {measured}, drawn {drawn}");
    }
}
