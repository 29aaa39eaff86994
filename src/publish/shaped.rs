//! Pictures of a fixed shape, from the same scene as the page: for previews, social networks and screens. They leave out numbered
//! events, for whose names there is no room.

use super::painter::Painter;
use crate::chart::{Scene, Sheet, Token, Width, draw};
use crate::output::{escape, legend_line, plain_shapes};
use crate::question::Lang;
use crate::ui::state::Content;
use crate::words::{self, Reader, fixed, header};
use std::fmt::Write;

/// Space around.
const MARGIN: i32 = 48;
/// Size of the key and of the source.
const SMALL: i32 = 17;

/// The shape of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// What social networks show beside a link.
    Preview,
    /// A square.
    Square,
    /// A whole screen.
    Screen,
}

impl Shape {
    /// All shapes.
    pub const ALL: [Self; 3] = [Self::Preview, Self::Square, Self::Screen];

    /// Width and height in pixels.
    pub fn pixels(self) -> (u32, u32) {
        match self {
            Self::Preview => (1_200, 628),
            Self::Square => (1_080, 1_080),
            Self::Screen => (1_920, 1_080),
        }
    }

    /// The name in addresses and on the command line: `1200x628`.
    pub fn name(self) -> String {
        let (width, height) = self.pixels();
        format!("{width}x{height}")
    }

    /// The shape with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|shape| shape.name() == name)
    }

    /// Width and height in the units of its texts: what is seen from farther away has larger ones.
    fn units(self) -> (i32, i32) {
        match self {
            Self::Preview => (1_200, 628),
            Self::Square => (1_000, 1_000),
            Self::Screen => (1_280, 720),
        }
    }
}

/// Lines of text.
struct Lines<'a> {
    painter: &'a Painter,
    xml: String,
    y: i32,
}

impl<'a> Lines<'a> {
    fn at(y: i32, painter: &'a Painter) -> Self {
        Self { painter, xml: String::new(), y }
    }

    fn add(&mut self, text: &str, (x, width): (i32, i32), size: i32, bold: bool, token: Token, most: usize) {
        let mut lines =
            words::lines(text, size, bold, width, |text, size, bold| self.painter.text_width(text, size, bold));
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

/// Where words and picture stand.
struct Layout {
    /// The picture.
    scene: Scene,
    /// Width of the words.
    words: i32,
    /// Whether the picture stands below them, not beside.
    is_below: bool,
    /// Size of the title, and the most lines of title, definition, key, source.
    title: (i32, [usize; 4]),
}

impl Layout {
    fn of(told: &Content, lang: Lang, shape: Shape) -> Option<Self> {
        let sheet = |width| Sheet { lang, width, reader: Reader::All };
        let wide = draw(&told.answer, sheet(Width::Wide))?;
        let is_flat = wide.height * 2 < wide.width;
        let inner = shape.units().0 - 2 * MARGIN;
        let medium = || draw(&told.answer, sheet(Width::Medium));
        Some(match (is_flat, shape) {
            (_, Shape::Square) => Self { scene: medium()?, words: inner, is_below: true, title: (34, [3, 2, 2, 2]) },
            (true, _) => Self { scene: wide, words: inner, is_below: true, title: (38, [3, 2, 1, 1]) },
            (false, _) => {
                Self { scene: medium()?, words: inner * 38 / 100, is_below: false, title: (34, [8, 6, 5, 3]) }
            }
        })
    }
}

/// A card in a shape as SVG: tall pictures stand beside their words, flat ones below them.
pub fn shaped(told: &Content, lang: Lang, shape: Shape, painter: &Painter) -> Option<String> {
    let (width, height) = shape.units();
    let Layout { scene, words: room, is_below, title: (size, [titles, definitions, keys, sources]) } =
        Layout::of(told, lang, shape)?;
    let inner = width - 2 * MARGIN;
    let mut lines = Lines::at(MARGIN - 12, painter);
    let column = (MARGIN, room);
    lines.add(&told.words.headline.title, column, size, true, Token::Text, titles);
    lines.y += 8;
    lines.add(&told.words.headline.definition, column, 20, false, Token::Muted, definitions);
    lines.y += 8;
    let key = legend_line(&told.answer, lang);
    let mut below = Lines::at(0, painter);
    below.add(&source(told, lang), column, SMALL, false, Token::Muted, sources);
    let foot = height - MARGIN + 6 - below.y;
    // The key has the lines that are left above the source.
    let left = usize::try_from((foot - 8 - lines.y) / (SMALL * 13 / 10)).unwrap_or_default();
    if !key.is_empty() && left > 0 {
        lines.add(&key, column, SMALL, false, Token::Muted, keys.min(left));
    }
    let (left, top, room_w, room_h) = match is_below {
        true => (MARGIN, lines.y + 20, inner, foot - 16 - lines.y - 20),
        false => (MARGIN + room + 40, MARGIN - 8, inner - room - 40, height - 2 * MARGIN + 16),
    };
    let scale = (f64::from(room_w) / f64::from(scene.width)).min(f64::from(room_h) / f64::from(scene.height));
    let thousandths = (scale * 1_000.0) as i32;
    let rest = |room: i32, side: i32| (room - side * thousandths / 1_000).max(0);
    let [right, down] = [rest(room_w, scene.width), rest(room_h, scene.height)];
    let (left, top) = if is_below { (left + right / 2, top + down / 2) } else { (left + right, top) };
    let (ground, line) = (Token::Ground.light(), Token::Focus.light());
    let factor = format!("{}.{:03}", thousandths / 1_000, thousandths % 1_000);
    let drawing = plain_shapes(&scene);
    Some(format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-family="Fira Sans"><rect width="{width}" height="{height}" fill="{ground}"/><rect width="{width}" height="8" fill="{line}"/>{}<g transform="translate(0 {foot})">{}</g><g transform="translate({left} {top}) scale({factor})">{drawing}</g></svg>"#,
        lines.xml, below.xml,
    ))
}

/// Publishers and dates: what is cut first would be what an editor needs.
fn source(told: &Content, lang: Lang) -> String {
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
    format!("{} · {}: {}", header(lang).site, fixed(lang).source, names.join("; "))
}
