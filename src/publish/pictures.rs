//! The pictures of a card as files: whole, in the shapes of screens, in the columns of print.

use super::PublishError;
use super::painter::{About, Painter};
use super::shaped::{Shape, shaped};
use crate::chart::Width;
use crate::output::{Drawing, Theme, svg};
use crate::question::Lang;
use crate::ui::state::Content;

/// Pixels an inch for print.
const PRINT: u32 = 300;
/// How many pixels a picture for screens has for each of its own.
const SHARP: u32 = 2;

/// A column of print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// One of a magazine.
    Single,
    /// Two of three.
    Double,
    /// A page.
    Whole,
}

impl Column {
    /// All columns.
    pub const ALL: [Self; 3] = [Self::Single, Self::Double, Self::Whole];

    /// Its width.
    pub fn millimetres(self) -> u32 {
        match self {
            Self::Single => 85,
            Self::Double => 125,
            Self::Whole => 185,
        }
    }

    /// The column of this width.
    pub fn from_millimetres(millimetres: u32) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.millimetres() == millimetres)
    }

    /// Its width in pixels of print.
    pub fn pixels(self) -> u32 {
        (self.millimetres() * PRINT * 10 + 127) / 254
    }

    /// The drawing whose text is 7 to 10 points high in it.
    fn width(self) -> Width {
        match self {
            Self::Single => Width::Narrow,
            Self::Double => Width::Medium,
            Self::Whole => Width::Wide,
        }
    }
}

/// Width and height of a drawing at this width, in pixels.
fn sized(drawing: &Drawing, width: u32) -> (u32, u32) {
    let [w, h] = [drawing.width, drawing.height].map(|side| u32::try_from(side).unwrap_or(1).max(1));
    (width, (h * width).div_ceil(w))
}

/// The kinds of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Pixels.
    Png,
    /// A page with the fonts inside.
    Pdf,
    /// SVG whose text is paths, for programs without the fonts.
    Paths,
}

/// For what a picture is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frame {
    /// For itself.
    Whole,
    /// For a screen or a social network.
    Shape(Shape),
    /// For a column of print.
    Column(Column),
}

/// What the pictures of a figure are made of.
pub struct Pictures<'a> {
    /// What it shows.
    pub told: &'a Content,
    /// Language.
    pub lang: Lang,
    /// Its address, which stands at the foot, where it has one.
    pub address: Option<&'a str>,
    /// The painter.
    pub painter: &'a Painter,
}

impl Pictures<'_> {
    fn drawn(&self, width: Width) -> Option<Drawing> {
        // In a narrow column there is room for the name of the site only.
        let short = |address: &'_ str| address.split('/').nth(2).unwrap_or_default().to_owned();
        let address = self.address.map(|own| if width == Width::Narrow { short(own) } else { own.to_owned() });
        svg(&self.told.answer, self.lang, width, Theme::Light, address.as_deref())
    }

    /// The whole picture as PNG, at twice its size; `None` where there is nothing to draw.
    pub fn whole(&self) -> Result<Option<Vec<u8>>, PublishError> {
        let Some(drawing) = self.drawn(Width::Wide) else { return Ok(None) };
        let size = sized(&drawing, u32::try_from(drawing.width).unwrap_or(1) * SHARP);
        self.painter.png(&drawing.svg, size, None).map(Some)
    }

    /// In a shape as PNG; `None` where there is nothing to draw.
    pub fn shaped(&self, shape: Shape) -> Result<Option<Vec<u8>>, PublishError> {
        let drawing = shaped(self.told, self.lang, shape, self.painter);
        drawing.map(|svg| self.painter.png(&svg, shape.pixels(), None)).transpose()
    }

    /// For a column of print as PDF; `None` where there is nothing to draw.
    pub fn column(&self, column: Column) -> Result<Option<Vec<u8>>, PublishError> {
        let headline = &self.told.words.headline;
        let about = About { title: &headline.title, sentence: &headline.sentence, lang: self.lang };
        let drawing = self.drawn(column.width());
        drawing.map(|own| self.painter.pdf(&own.svg, column.millimetres(), about)).transpose()
    }

    /// For a column of print as PNG with 300 pixels an inch; `None` where there is nothing to draw.
    pub fn pixels(&self, column: Column) -> Result<Option<Vec<u8>>, PublishError> {
        let drawing = self.drawn(column.width());
        let size = |own: &Drawing| sized(own, column.pixels());
        drawing.map(|own| self.painter.png(&own.svg, size(&own), Some(PRINT))).transpose()
    }

    /// As SVG whose text is paths; `None` where there is nothing to draw.
    fn paths(&self, column: Column) -> Result<Option<Vec<u8>>, PublishError> {
        let drawing = self.drawn(column.width());
        drawing.map(|own| self.painter.paths(&own.svg).map(String::into_bytes)).transpose()
    }

    /// As asked for; `None` where there is nothing to draw.
    pub fn made(&self, format: Format, frame: Frame) -> Result<Option<Vec<u8>>, PublishError> {
        match (format, frame) {
            (Format::Png, Frame::Whole) => self.whole(),
            (Format::Png, Frame::Shape(shape)) => self.shaped(shape),
            (Format::Png, Frame::Column(column)) => self.pixels(column),
            (Format::Pdf, Frame::Column(column)) => self.column(column),
            (Format::Pdf, _) => self.column(Column::Whole),
            (Format::Paths, Frame::Column(column)) => self.paths(column),
            (Format::Paths, _) => self.paths(Column::Whole),
        }
    }

    /// The files of a card, by the ends of their names.
    pub fn files(&self) -> Result<Vec<(String, Vec<u8>)>, PublishError> {
        let mut files = vec![(".png".to_owned(), self.whole()?)];
        for shape in Shape::ALL {
            files.push((format!("-{}.png", shape.name()), self.shaped(shape)?));
        }
        for column in Column::ALL {
            files.push((format!("-{}mm.pdf", column.millimetres()), self.column(column)?));
        }
        Ok(files.into_iter().filter_map(|(ending, bytes)| Some((ending, bytes?))).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_of_print_has_300_pixels_an_inch() {
        assert_eq!(Column::ALL.map(Column::pixels), [1_004, 1_476, 2_185]);
    }
}
