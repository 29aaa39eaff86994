//! Preview images: a card as a picture of 1200 × 628 pixels, from the same scene as its page.

use super::PublishError;
use crate::chart::{Token, Width, draw, text_width};
use crate::output::{escape, legend_line, scene_shapes};
use crate::question::Lang;
use crate::ui::state::Content;
use crate::words::{self, fixed, header};
use resvg::{tiny_skia, usvg};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Size of a preview image, as social networks show it.
pub const SIZE: (u32, u32) = (1_200, 628);
/// Space around.
const MARGIN: i32 = 48;
/// The font of the pictures, and the folder in which npm puts it.
const FONTS: [&str; 2] = ["400Regular/FiraSans_400Regular.ttf", "700Bold/FiraSans_700Bold.ttf"];

/// Draws pictures.
pub struct Painter {
    options: usvg::Options<'static>,
}

impl Painter {
    /// Loads the fonts from a folder.
    pub fn open(fonts: &Path) -> Result<Self, PublishError> {
        let mut database = usvg::fontdb::Database::new();
        for name in FONTS {
            let path: PathBuf = fonts.join(name);
            let bytes = std::fs::read(&path).map_err(|error| PublishError::File(path, error))?;
            database.load_font_data(bytes);
        }
        database.set_sans_serif_family("Fira Sans");
        let options = usvg::Options {
            font_family: "Fira Sans".to_owned(),
            fontdb: Arc::new(database),
            ..usvg::Options::default()
        };
        Ok(Self { options })
    }

    /// An SVG as PNG.
    pub fn png(&self, svg: &str) -> Result<Vec<u8>, PublishError> {
        let wrong = |error: &dyn std::fmt::Display| PublishError::Picture(error.to_string());
        let tree = usvg::Tree::from_str(svg, &self.options).map_err(|error| wrong(&error))?;
        let mut pixels = tiny_skia::Pixmap::new(SIZE.0, SIZE.1).ok_or_else(|| wrong(&"no pixels"))?;
        resvg::render(&tree, tiny_skia::Transform::identity(), &mut pixels.as_mut());
        pixels.encode_png().map_err(|error| wrong(&error))
    }
}

/// Lines of text.
struct Lines {
    xml: String,
    y: i32,
}

impl Lines {
    fn add(&mut self, text: &str, (x, width): (i32, i32), size: i32, bold: bool, token: Token, most: usize) {
        let mut lines = words::lines(text, size, bold, width, text_width);
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                last.push('…');
            }
        }
        for line in lines {
            self.y += size * 13 / 10;
            let weight = if bold { r#" font-weight="700""# } else { "" };
            let (y, fill, line) = (self.y, token.light(), escape(&line));
            let _ = write!(self.xml, r#"<text x="{x}" y="{y}" font-size="{size}"{weight} fill="{fill}">{line}</text>"#);
        }
    }
}

/// The signs of a key as words: the font of the pictures has no such signs.
fn in_words(key: &str, lang: Lang) -> String {
    let signs = [
        ("┄ ", "gepunktet: ", "dotted: "),
        ("╌ ", "gestrichelt: ", "dashed: "),
        ("┈ ", "fein gepunktet: ", "finely dotted: "),
        ("▭ ", "helle Fläche: ", "light area: "),
        ("● ", "Punkt: ", "dot: "),
        ("○ ", "Kreis: ", "ring: "),
    ];
    signs.iter().fold(key.to_owned(), |text, (sign, de, en)| text.replace(sign, words::pick(lang, de, en)))
}

/// The preview of a card as SVG: tall pictures stand beside their words, flat ones below them.
pub fn preview(told: &Content, lang: Lang) -> Option<String> {
    let (width, height) = (SIZE.0 as i32, SIZE.1 as i32);
    let wide = draw(&told.answer, lang, Width::Wide)?;
    let flat = wide.height * 2 < wide.width;
    let inner = width - 2 * MARGIN;
    let text_width = if flat { inner } else { inner * 38 / 100 };
    let mut lines = Lines { xml: String::new(), y: MARGIN - 12 };
    let column = (MARGIN, text_width);
    lines.add(
        &told.words.headline.title,
        column,
        if flat { 38 } else { 34 },
        true,
        Token::Text,
        if flat { 3 } else { 8 },
    );
    lines.y += 8;
    lines.add(&told.words.headline.definition, column, 20, false, Token::Muted, if flat { 2 } else { 6 });
    lines.y += 8;
    let key = in_words(&legend_line(&told.answer, lang), lang);
    if !key.is_empty() {
        lines.add(&key, column, 17, false, Token::Muted, if flat { 1 } else { 5 });
    }
    let scene = if flat { wide } else { draw(&told.answer, lang, Width::Medium)? };
    let foot = height - MARGIN + 6;
    let (left, top, room_w, room_h) = match flat {
        true => (MARGIN, lines.y + 20, inner, foot - 40 - lines.y - 20),
        false => (MARGIN + text_width + 40, MARGIN - 8, inner - text_width - 40, height - 2 * MARGIN + 16),
    };
    let scale = (f64::from(room_w) / f64::from(scene.width)).min(f64::from(room_h) / f64::from(scene.height));
    let thousandths = (scale * 1_000.0) as i32;
    let shift = match flat {
        true => 0,
        false => (room_w - scene.width * thousandths / 1_000).max(0),
    };
    let drawing = scene_shapes(&scene);
    // Publishers and dates: what is cut first would be what an editor needs.
    let mut names: Vec<String> = Vec::new();
    for name in told.answer.sources().iter().map(|source| words::publisher(source, lang)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let more = names.len().saturating_sub(2);
    names.truncate(2);
    if more > 0 {
        names.push(words::say(lang, "{0} weitere", "{0} more", &[&more.to_string()]));
    }
    let source = format!("{} · {}: {}", header(lang).site, fixed(lang).source, names.join("; "));
    let mut below = Lines { xml: String::new(), y: if flat { foot - 22 } else { foot - 26 * 3 } };
    below.add(&source, column, 17, false, Token::Muted, if flat { 1 } else { 3 });
    let (ground, line) = (Token::Ground.light(), Token::Focus.light());
    let factor = format!("{}.{:03}", thousandths / 1_000, thousandths % 1_000);
    Some(format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-family="Fira Sans"><rect width="{width}" height="{height}" fill="{ground}"/><rect width="{width}" height="8" fill="{line}"/>{}{}<g transform="translate({} {top}) scale({factor})">{drawing}</g></svg>"#,
        lines.xml,
        below.xml,
        left + shift,
    ))
}
