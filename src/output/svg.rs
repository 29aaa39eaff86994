//! A scene as an SVG file that stands alone: title, definition, source and date are part of the picture; colours are
//! attributes, so that every program that reads SVG shows them; nothing is loaded.

use super::shapes::{escape, shapes};
use crate::answer::Answer;
use crate::chart::{Mark, Scene, Token, Width, draw, text_width};
use crate::data::Source;
use crate::question::Lang;
use crate::words;
use std::fmt::Write;
use std::sync::Arc;

/// The ground of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    pub(super) fn color(self, token: Token) -> &'static str {
        match self {
            Self::Light => token.light(),
            Self::Dark => token.dark(),
        }
    }
}

const FONT: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
/// Space around the picture.
const MARGIN: i32 = 20;

/// The words of a text in lines that fit the width.
fn lines(text: &str, size: i32, bold: bool, width: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if text_width(&format!("{line} {word}"), size, bold) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Writes a picture.
struct Writer {
    xml: String,
    theme: Theme,
    y: i32,
}

impl Writer {
    fn paragraph(&mut self, text: &str, size: i32, bold: bool, token: Token, width: i32) {
        for line in lines(text, size, bold, width) {
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
        let _ = write!(self.xml, r#"<g data-place="{}""#, mark.place.iso());
        let mut attribute = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                let _ = write!(self.xml, r#" {name}="{value}""#);
            }
        };
        attribute("data-value", mark.value_text());
        attribute("data-qualifier", mark.value.map(|value| value.qualifier().name().to_owned()));
        attribute("data-low", mark.bounds().map(|bounds| mark.unit.write_steps(bounds.low())));
        attribute("data-high", mark.bounds().and_then(|bounds| bounds.high()).map(|high| mark.unit.write_steps(high)));
        attribute("data-rank-best", mark.rank.map(|rank| rank.best.to_string()));
        attribute("data-rank-worst", mark.rank.map(|rank| rank.worst.to_string()));
        let _ = write!(self.xml, r#"><title>{}</title>"#, escape(&mark.spoken));
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

/// "Quelle: …". Up to three sources stand there in full, of more only publisher and date.
pub fn source_line(answer: &Answer, lang: Lang) -> String {
    let sources = sources(answer);
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

/// The sources of an answer, each once.
pub fn sources(answer: &Answer) -> Vec<Arc<Source>> {
    match answer {
        Answer::Ranking(ranking) => ranking.sources(),
        Answer::Growth(growth) => growth.sources(),
        Answer::Nothing(_) => Vec::new(),
    }
}

/// What the picture's reference line and event numbers mean.
fn key(answer: &Answer, lang: Lang) -> Vec<String> {
    match answer {
        Answer::Ranking(ranking) => {
            let words = words::RankingWords { ranking, lang };
            words.reference_key().map(|key| format!("┄ {key}")).into_iter().collect()
        }
        Answer::Growth(growth) => {
            let numbered = growth.events.iter().enumerate();
            numbered.map(|(index, event)| format!("({}) {}", index + 1, words::Named::name(event, lang))).collect()
        }
        Answer::Nothing(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_wrapped() {
        let wrapped = lines("eins zwei drei vier", 14, false, 80);
        assert!(wrapped.len() > 1 && wrapped.iter().all(|line| text_width(line, 14, false) <= 80));
    }
}
