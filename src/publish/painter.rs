//! SVG → PNG, PDF, and SVG without text, with fonts of its own: the same bytes on every machine.

use super::PublishError;
use crate::chart::text_width;
use crate::question::Lang;
use krilla::geom::Size;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla_svg::{SurfaceExt, SvgSettings};
use resvg::tiny_skia;
use resvg::usvg::{self, fontdb};
use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The fonts of the pictures, below the folder in which npm puts them; the last one has the signs of keys.
const FONTS: [&str; 3] = [
    "fira-sans/400Regular/FiraSans_400Regular.ttf",
    "fira-sans/700Bold/FiraSans_700Bold.ttf",
    "fira-code/400Regular/FiraCode_400Regular.ttf",
];
/// The signs of keys, and the family that has them.
const SIGNS: [char; 6] = ['┄', '╌', '┈', '▭', '●', '○'];
const SIGN_FAMILY: &str = "Fira Code";
/// Points of a millimetre.
const POINTS: f32 = 72.0 / 25.4;
/// Millimetres of an inch, times ten.
const TENTHS_OF_INCH: u32 = 254;

/// What a file says of its picture.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// Title.
    pub title: &'a str,
    /// What it shows, in a sentence.
    pub sentence: &'a str,
    /// Language.
    pub lang: Lang,
}

/// Draws pictures.
pub struct Painter {
    options: usvg::Options<'static>,
}

fn wrong(error: &dyn Display) -> PublishError {
    PublishError::Picture(error.to_string())
}

impl Painter {
    /// Loads the fonts from the folder in which npm puts those of all families.
    pub fn open(fonts: &Path) -> Result<Self, PublishError> {
        let mut database = fontdb::Database::new();
        for name in FONTS {
            let path: PathBuf = fonts.join(name);
            let bytes = std::fs::read(&path).map_err(|error| PublishError::File(path, error))?;
            database.load_font_data(bytes);
        }
        database.set_sans_serif_family("Fira Sans");
        // Left to itself, the library would set the whole line of a sign in the family that has it: see `tree`.
        let font_resolver =
            usvg::FontResolver { select_fallback: Box::new(|_, _, _| None), ..usvg::FontResolver::default() };
        let options = usvg::Options {
            font_resolver,
            font_family: "Fira Sans".to_owned(),
            fontdb: Arc::new(database),
            ..usvg::Options::default()
        };
        Ok(Self { options })
    }

    /// The width of a text of one line in the font of the pictures, in units of its size: the sum of the advances of its letters,
    /// which is at most a little more than what is drawn.
    pub fn text_width(&self, text: &str, size: i32, is_bold: bool) -> i32 {
        let weight = if is_bold { fontdb::Weight::BOLD } else { fontdb::Weight::NORMAL };
        let query = fontdb::Query { families: &[fontdb::Family::SansSerif], weight, ..fontdb::Query::default() };
        let measured = |data: &[u8], index: u32| -> Option<i32> {
            let face = ttf_parser::Face::parse(data, index).ok()?;
            let whole = i32::from(face.units_per_em()).max(1);
            let of = |letter| face.glyph_index(letter).and_then(|glyph| face.glyph_hor_advance(glyph)).map(i32::from);
            // A sign that the font does not have comes from one whose signs are all 0.6 wide.
            let sum: i32 = text.chars().map(|letter| of(letter).unwrap_or(whole * 6 / 10)).sum();
            Some(sum * size / whole + 1)
        };
        let fonts = &self.options.fontdb;
        let width = fonts.query(&query).and_then(|face| fonts.with_face_data(face, measured).flatten());
        width.unwrap_or_else(|| text_width(text, size, is_bold))
    }

    /// An SVG as it is drawn, its signs in the family that has them.
    pub fn tree(&self, svg: &str) -> Result<usvg::Tree, PublishError> {
        let marked = |svg: String, sign: &char| {
            svg.replace(*sign, &format!(r#"<tspan font-family="{SIGN_FAMILY}">{sign}</tspan>"#))
        };
        let svg = SIGNS.iter().fold(svg.to_owned(), marked);
        usvg::Tree::from_str(&svg, &self.options).map_err(|error| wrong(&error))
    }

    /// An SVG as PNG of this width and height in pixels; `per_inch` is how many of them are to be printed on an inch.
    pub fn png(&self, svg: &str, size: (u32, u32), per_inch: Option<u32>) -> Result<Vec<u8>, PublishError> {
        let tree = self.tree(svg)?;
        let mut pixels = tiny_skia::Pixmap::new(size.0, size.1).ok_or_else(|| wrong(&"no pixels"))?;
        let scale = |pixels: u32, units: f32| pixels as f32 / units;
        let [x, y] = [scale(size.0, tree.size().width()), scale(size.1, tree.size().height())];
        resvg::render(&tree, tiny_skia::Transform::from_scale(x, y), &mut pixels.as_mut());
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, size.0, size.1);
        encoder.set_color(png::ColorType::Rgba);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_pixel_dims(per_inch.map(|count| {
            // To the metre.
            let count = (count * 10_000 + TENTHS_OF_INCH / 2) / TENTHS_OF_INCH;
            png::PixelDimensions { xppu: count, yppu: count, unit: png::Unit::Meter }
        }));
        let mut writer = encoder.write_header().map_err(|error| wrong(&error))?;
        // The ground covers all: no pixel is transparent, so that none is kept otherwise than PNG wants it.
        writer.write_image_data(pixels.data()).map_err(|error| wrong(&error))?;
        writer.finish().map_err(|error| wrong(&error))?;
        Ok(bytes)
    }

    /// An SVG as PDF of one page, with its fonts inside; `width` in millimetres.
    pub fn pdf(&self, svg: &str, width: u32, about: About<'_>) -> Result<Vec<u8>, PublishError> {
        let tree = self.tree(svg)?;
        let points = width as f32 * POINTS;
        let size = Size::from_wh(points, points * tree.size().height() / tree.size().width());
        let size = size.ok_or_else(|| wrong(&"a picture without a size"))?;
        let mut document = krilla::Document::new();
        let mut page = document.start_page_with(PageSettings::new(size));
        let mut surface = page.surface();
        let drawn = surface.draw_svg(&tree, size, SvgSettings::default());
        surface.finish();
        page.finish();
        drawn.ok_or_else(|| wrong(&"the picture cannot be drawn"))?;
        document.set_metadata(
            Metadata::new()
                .title(about.title.to_owned())
                .description(about.sentence.to_owned())
                .language(about.lang.name().to_owned()),
        );
        document.finish().map_err(|error| wrong(&format!("{error:?}")))
    }

    /// An SVG in which text is paths, for programs without the fonts. Nobody can read or search its words.
    pub fn paths(&self, svg: &str) -> Result<String, PublishError> {
        let options = usvg::WriteOptions { preserve_text: false, ..usvg::WriteOptions::default() };
        Ok(self.tree(svg)?.to_string(&options))
    }
}
