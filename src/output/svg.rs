//! A scene as an SVG file that stands alone: title, definition, source and date are part of the picture; colours are
//! attributes, so that every program that reads SVG shows them; nothing is loaded.

use super::figure::moved;
use super::html::mark_attributes;
use super::key::entries;
use super::shapes::{escape, shapes};
use crate::answer::Answer;
use crate::chart::{Mark, Scene, Token, Width, draw, text_width};
use crate::question::{Lang, View};
use crate::words::{self, Named};
use std::fmt::Write;

/// The ground of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Light.
    Light,
    /// Dark; readers take along light pictures only.
    #[cfg(not(target_arch = "wasm32"))]
    Dark,
}

impl Theme {
    pub(super) fn color(self, token: Token) -> &'static str {
        match self {
            Self::Light => token.light(),
            #[cfg(not(target_arch = "wasm32"))]
            Self::Dark => token.dark(),
        }
    }
}

const FONT: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
/// Space around the picture.
const MARGIN: i32 = 20;

/// Writes a picture.
struct Writer {
    xml: String,
    theme: Theme,
    y: i32,
}

impl Writer {
    fn paragraph(&mut self, text: &str, size: i32, bold: bool, token: Token, width: i32) {
        for line in words::lines(text, size, bold, width, text_width) {
            self.y += size * 13 / 10;
            let weight = if bold { r#" font-weight="700""# } else { "" };
            let fill = self.theme.color(token);
            let (y, line) = (self.y, escape(&line));
            let _ = write!(
                self.xml,
                r#"<text x="{MARGIN}" y="{y}" font-size="{size}"{weight} fill="{fill}">{line}</text>"#
            );
        }
    }

    fn mark(&mut self, mark: &Mark) {
        let (attributes, at) = (mark_attributes(mark), moved(mark));
        let _ = write!(self.xml, r#"<g{attributes}{at}><title>{}</title>"#, escape(&mark.spoken));
        self.xml.push_str(&shapes(&mark.shapes, Some(self.theme)));
        self.xml.push_str("</g>");
    }

    fn scene(&mut self, scene: &Scene) {
        let _ = write!(self.xml, r#"<g transform="translate({MARGIN} {})">"#, self.y);
        self.xml.push_str(&shapes(&scene.back, Some(self.theme)));
        for mark in &scene.marks {
            self.mark(mark);
        }
        self.xml.push_str(&shapes(&scene.front, Some(self.theme)));
        self.xml.push_str("</g>");
        self.y += scene.height;
    }
}

/// The answer as an SVG file; none where there is nothing to draw. Where it was asked stands at its foot, if known.
pub fn svg(answer: &Answer, lang: Lang, width: Width, theme: Theme, address: Option<&str>) -> Option<String> {
    let scene = draw(answer, lang, width)?;
    let headline = words::headline(answer, lang);
    let inner = scene.width;
    let mut writer = Writer { xml: String::new(), theme, y: MARGIN - 4 };
    writer.paragraph(&headline.title, 20, true, Token::Text, inner);
    writer.y += 6;
    writer.paragraph(&headline.definition, 14, false, Token::Muted, inner);
    let key = key(answer, lang);
    if !key.is_empty() {
        writer.y += 6;
        writer.paragraph(&key.join(" · "), 14, false, Token::Muted, inner);
    }
    writer.y += 14;
    writer.scene(&scene);
    writer.y += 10;
    writer.paragraph(&source_line(answer, lang), 14, false, Token::Muted, inner);
    if let Some(address) = address {
        writer.paragraph(address, 14, false, Token::Muted, inner);
    }
    let (width, height) = (inner + 2 * MARGIN, writer.y + MARGIN);
    let (lang, ground) = (lang.name(), theme.color(Token::Ground));
    let (title, sentence) = (escape(&headline.title), escape(&headline.sentence));
    Some(format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" aria-labelledby="title sentence" xml:lang="{lang}" font-family="{FONT}"><title id="title">{title}</title><desc id="sentence">{sentence}</desc><rect width="{width}" height="{height}" fill="{ground}"/>{}</svg>
"#,
        writer.xml
    ))
}

/// What lines and marks mean, in one line for a picture without numbered events.
#[cfg(not(target_arch = "wasm32"))]
pub fn key_line(answer: &Answer, lang: Lang) -> String {
    key(answer, lang).into_iter().filter(|text| !text.starts_with('(')).collect::<Vec<_>>().join(" · ")
}

/// A scene as shapes with light colours, for a picture that has its own words.
#[cfg(not(target_arch = "wasm32"))]
pub fn scene_shapes(scene: &Scene) -> String {
    let mut writer = Writer { xml: String::new(), theme: Theme::Light, y: 0 };
    writer.scene(scene);
    let start = format!(r#"<g transform="translate({MARGIN} 0)">"#);
    writer.xml.replacen(&start, "<g>", 1)
}

/// "Quelle: …". Up to three sources stand there in full, of more only publisher and date.
pub fn source_line(answer: &Answer, lang: Lang) -> String {
    let sources = answer.sources();
    let strings = words::ui(lang);
    let full: Vec<String> = sources.iter().map(|source| words::source(source, lang)).collect();
    match full.as_slice() {
        [] => String::new(),
        [only] => format!("{}: {only}", strings.source),
        few if few.len() <= 3 => format!("{}: {}", strings.sources, few.join("; ")),
        _ => {
            let mut short: Vec<String> = Vec::new();
            for name in sources.iter().map(|source| words::publisher(source, lang)) {
                if !short.contains(&name) {
                    short.push(name);
                }
            }
            format!("{}: {}. {}", strings.sources, short.join("; "), strings.in_table)
        }
    }
}

/// What the lines, classes and numbers of the picture mean.
fn key(answer: &Answer, lang: Lang) -> Vec<String> {
    let sign = |swatch: &str| match swatch {
        "reference" => "┄ ",
        "mean" => "╌ ",
        "dot" => "● ",
        "ring" => "○ ",
        "band" => "▭ ",
        "join" => "╌ ",
        "pace" => "┈ ",
        _ => "",
    };
    let mut list: Vec<String> = match answer {
        // Colours are not named in a line of text: what a class holds stands on its tiles.
        Answer::Ranking(found) if found.view == View::Map => Vec::new(),
        Answer::Ranking(_) | Answer::Pairs(_) | Answer::Growth(_) => {
            let lines = entries(answer, lang).into_iter().filter(|(swatch, _)| !sign(swatch).is_empty());
            lines.map(|(swatch, text)| format!("{}{text}", sign(&swatch))).collect()
        }
        _ => Vec::new(),
    };
    let mut numbered = |names: Vec<&str>| {
        list.extend(names.into_iter().enumerate().map(|(index, name)| format!("({}) {name}", index + 1)));
    };
    match answer {
        Answer::Growth(growth) => numbered(growth.events.iter().map(|event| event.name(lang)).collect()),
        Answer::Areas(found) if found.catalogue().is_none() => {
            numbered(found.areas.iter().map(|area| area.name(lang)).collect());
        }
        _ => {}
    }
    list
}
