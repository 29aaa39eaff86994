//! A scene as an SVG file that stands alone: title, definition, source and date are part of the picture; colours are
//! attributes, so that every program that reads SVG shows them; nothing is loaded.

use super::shapes::{escape, shapes};
use super::theme::Theme;
use crate::answer::Answer;
use crate::chart::{Mark, Scene, Sheet, Token, Width, draw, text_width};
#[cfg(not(target_arch = "wasm32"))]
use crate::chart::{Role, Shape};
use crate::question::{Lang, View};
use crate::words::{self, Reader, source_line};
use std::fmt::Write;

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
        self.xml.push_str("<g");
        for (name, value) in mark.attributes.pairs() {
            let _ = write!(self.xml, r#" {name}="{}""#, escape(value));
        }
        if mark.at != (0, 0) {
            let _ = write!(self.xml, r#" transform="translate({} {})""#, mark.at.0, mark.at.1);
        }
        let _ = write!(self.xml, "><title>{}</title>", escape(&mark.spoken));
        self.xml.push_str(&shapes(&mark.shapes, self.theme));
        self.xml.push_str("</g>");
    }

    fn scene(&mut self, scene: &Scene) {
        self.xml.push_str(&shapes(&scene.back, self.theme));
        for mark in &scene.marks {
            self.mark(mark);
        }
        self.xml.push_str(&shapes(&scene.front, self.theme));
    }
}

/// An SVG file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drawing {
    /// The file.
    pub svg: String,
    /// Its width in CSS pixels.
    pub width: i32,
    /// Its height in CSS pixels.
    pub height: i32,
}

/// The answer as an SVG file; none where there is nothing to draw. Where it was asked stands at its foot, if known.
pub fn svg(answer: &Answer, lang: Lang, width: Width, theme: Theme, address: Option<&str>) -> Option<Drawing> {
    // A file goes from hand to hand.
    let scene = draw(answer, Sheet { lang, width, reader: Reader::All })?;
    let headline = words::headline(answer, lang);
    let inner = scene.width;
    let mut writer = Writer { xml: String::new(), theme, y: MARGIN - 4 };
    writer.paragraph(&headline.title, 20, true, Token::Text, inner);
    writer.y += 6;
    writer.paragraph(&headline.definition, 14, false, Token::Muted, inner);
    let legend = legend(answer, lang);
    if !legend.is_empty() {
        writer.y += 6;
        writer.paragraph(&legend.join(" · "), 14, false, Token::Muted, inner);
    }
    writer.y += 14;
    let _ = write!(writer.xml, r#"<g transform="translate({MARGIN} {})">"#, writer.y);
    writer.scene(&scene);
    writer.xml.push_str("</g>");
    writer.y += scene.height + 10;
    writer.paragraph(&source_line(answer, lang), 14, false, Token::Muted, inner);
    if let Some(address) = address {
        writer.paragraph(address, 14, false, Token::Muted, inner);
    }
    let (width, height) = (inner + 2 * MARGIN, writer.y + MARGIN);
    let (lang, ground) = (lang.name(), theme.color(Token::Ground));
    let (title, sentence) = (escape(&headline.title), escape(&headline.sentence));
    let svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" aria-labelledby="title sentence" xml:lang="{lang}" font-family="{FONT}"><title id="title">{title}</title><desc id="sentence">{sentence}</desc><rect width="{width}" height="{height}" fill="{ground}"/>{}</svg>
"#,
        writer.xml
    );
    Some(Drawing { svg, width, height })
}

/// What lines and marks mean, in one line for a picture without numbered events.
#[cfg(not(target_arch = "wasm32"))]
pub fn legend_line(answer: &Answer, lang: Lang) -> String {
    legend(answer, lang).into_iter().filter(|text| !text.starts_with('(')).collect::<Vec<_>>().join(" · ")
}

/// A scene as shapes with light colours, without numbered events, for a picture that has its own words.
#[cfg(not(target_arch = "wasm32"))]
pub fn plain_shapes(scene: &Scene) -> String {
    let is_plain =
        |shape: &&Shape| !matches!(shape.role, Role::Event | Role::EventText | Role::EventLine | Role::EventSpan);
    let plain = |shapes: &[Shape]| shapes.iter().filter(is_plain).cloned().collect();
    let scene = Scene { back: plain(&scene.back), front: plain(&scene.front), ..scene.clone() };
    let mut writer = Writer { xml: String::new(), theme: Theme::Light, y: 0 };
    writer.scene(&scene);
    writer.xml
}

/// What the lines, classes and numbers of the picture mean.
fn legend(answer: &Answer, lang: Lang) -> Vec<String> {
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
            let lines =
                words::legend(answer, lang, Reader::All).into_iter().filter(|(swatch, _)| !sign(swatch).is_empty());
            lines.map(|(swatch, text)| format!("{}{text}", sign(&swatch))).collect()
        }
        _ => Vec::new(),
    };
    list.extend(
        words::numbered_names(answer, lang)
            .into_iter()
            .enumerate()
            .map(|(index, name)| format!("({}) {name}", index + 1)),
    );
    list
}
