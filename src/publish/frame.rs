//! The codes with which a card stands in pages of others, and how high its frame is there.
//!
//! A frame without a script cannot tell its height: it is written into the code, as a function of the width of the column. The
//! heights were measured in a browser (`script/heights.mjs`); a card that was not measured gets an estimate.

use super::PublishError;
use crate::chart::{Scene, Sheet, Width, draw, text_width};
use crate::ui::components::site::{frame_script, iframe, picture};
use crate::ui::state::Content;
use crate::words::source_line;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// Codes for pages of others.
pub struct Codes {
    /// A frame alone.
    pub frame: String,
    /// The script that gives frames the height that they tell.
    pub script: String,
    /// A picture.
    pub picture: String,
    /// The height of the frame in a column of 600 CSS pixels.
    pub height: i32,
}

impl Codes {
    /// The frame with its script, the frame alone, the picture.
    pub fn list(&self) -> [String; 3] {
        [format!("{}{}", self.frame, self.script), self.frame.clone(), self.picture.clone()]
    }
}

/// What the codes of a card lead to.
pub struct Target {
    /// The embed.
    pub embed: String,
    /// The page of the card.
    pub card: String,
    /// Its picture.
    pub image: String,
    /// Width and height of the picture in CSS pixels.
    pub size: (i32, i32),
    /// The script of the site.
    pub script: String,
}

impl Target {
    /// The codes.
    pub fn codes(self, told: &Content, heights: &[Piece]) -> Codes {
        let title = told.words.headline.title.clone();
        let column = height_at(heights, 600);
        Codes {
            frame: iframe(self.embed, title, told.lang, column, style(heights)),
            script: frame_script(self.script),
            picture: picture(told, self.card, self.image, self.size),
            height: column,
        }
    }
}

/// How high a frame is in columns from a width on, up to the next piece: `base` and `share` percent of the width.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct Piece {
    /// The narrowest column, in CSS pixels.
    from: i32,
    /// In CSS pixels.
    base: i32,
    /// In percent of the width of the column.
    share: i32,
}

/// The measured heights by the key of an embed, which follows from all that its height follows from.
#[derive(Debug, Default, Deserialize)]
pub struct Heights(BTreeMap<String, Vec<Piece>>);

impl Heights {
    /// Reads the file that `script/heights.mjs` writes; without one nothing was measured.
    pub fn read(path: &Path) -> Result<Self, PublishError> {
        let fault = |error| PublishError::File(path.to_owned(), error);
        match std::fs::read(path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(fault(error)),
            Ok(bytes) => serde_json::from_slice(&bytes).map_err(|error| fault(error.into())),
        }
    }

    /// Whether an embed was measured.
    pub fn has(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    /// The heights of an embed; an estimate where it was not measured.
    pub fn of(&self, key: &str, told: &Content) -> Vec<Piece> {
        self.0.get(key).cloned().unwrap_or_else(|| estimate(told))
    }
}

/// The height in a column of this width, in CSS pixels.
fn height_at(pieces: &[Piece], width: i32) -> i32 {
    let piece = pieces.iter().rev().find(|piece| piece.from <= width).or(pieces.first());
    piece.map_or(0, |piece| piece.base + (piece.share * width + 99) / 100)
}

/// The height as CSS in units of the column. A piece outside of its columns falls below zero within a pixel; where two meet the
/// higher one holds.
fn style(pieces: &[Piece]) -> String {
    let ends = pieces.iter().skip(1).map(|next| Some(next.from)).chain([None]);
    let mut is_first = true;
    let piece = |(own, end): (&Piece, Option<i32>)| {
        let mut limits = vec![format!("{}px + {}cqw", own.base, own.share)];
        if !std::mem::take(&mut is_first) {
            limits.push(format!("(100cqw - {}px)*9999", own.from - 1));
        }
        limits.extend(end.map(|end| format!("({end}px - 100cqw)*9999")));
        match limits.as_slice() {
            [only] => format!("calc({only})"),
            some => format!("min({})", some.join(",")),
        }
    };
    let pieces: Vec<String> = pieces.iter().zip(ends).map(piece).collect();
    match pieces.as_slice() {
        [only] => only.clone(),
        some => format!("max({})", some.join(",")),
    }
}

/// Widths of columns at which an estimate counts lines anew; at 404 px the narrow drawing is at its widest.
const ESTIMATED: [i32; 8] = [240, 280, 320, 360, 404, 496, 600, 719];

/// The space beside a figure in its frame, in CSS pixels.
const PADDING: i32 = 16;

/// Heights that are enough, with a little room: text is measured as the drawings measure it.
fn estimate(told: &Content) -> Vec<Piece> {
    let piece = |from: i32| {
        let width = Width::fitting(f64::from(from - PADDING));
        let text = text_height(told, from - PADDING);
        let picture = draw(&told.answer, Sheet { lang: told.lang, width, reader: told.reader });
        let (base, share) = picture.map_or((120, 0), |scene| picture_height(&scene, width, from));
        Piece { from, base: text * 108 / 100 + base, share }
    };
    ESTIMATED.map(piece).to_vec()
}

/// The height of a picture in columns from a width on: in pixels, and in percent of the column.
fn picture_height(scene: &Scene, width: Width, from: i32) -> (i32, i32) {
    match width == Width::Narrow && from - PADDING >= width.most_pixels() {
        true => (scene.height * width.most_pixels() / scene.width, 0),
        false => (0, (scene.height * 100 + scene.width - 1) / scene.width),
    }
}

/// The height of all that is not the picture.
fn text_height(told: &Content, room: i32) -> i32 {
    let lines = |text: &str, size: i32, bold: bool| {
        let count = crate::words::lines(text, size, bold, room, text_width).len();
        i32::try_from(count).unwrap_or(1)
    };
    let words = &told.words;
    let paragraph = |text: &str| if text.is_empty() { 0 } else { 21 * lines(text, 14, false) + 16 };
    let title = if room < 500 { 20 } else { 22 };
    let head = title * 125 / 100 * lines(&words.headline.title, title, true);
    let definition = 24 * lines(&words.headline.definition, 16, false) + 16;
    let legend: i32 = words.legend.iter().map(|(_, text)| 25 * lines(text, 16, false)).sum();
    let sentence = 24 * lines(&words.before(), 16, false) + 32;
    let notes = words.notes.numbered.iter().chain(&words.notes.more);
    let notes: i32 = notes.map(|note| 21 * lines(note, 16, false) + 8).sum();
    let sources = paragraph(&source_line(&told.answer, told.lang)) + paragraph(&words.denominators);
    let frame = 12 + 9 + 88 + 29 + 8;
    head + definition + legend + sentence + notes + paragraph(&words.remark) + sources + frame
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_height_is_a_function_of_the_column() {
        let piece = |from, base, share| Piece { from, base, share };
        let pieces = [piece(240, 640, 120), piece(496, 300, 50)];
        assert_eq!([280, 495, 496, 600].map(|width| height_at(&pieces, width)), [976, 1234, 548, 600]);
        assert_eq!(
            style(&pieces),
            "max(min(640px + 120cqw,(496px - 100cqw)*9999),min(300px + 50cqw,(100cqw - 495px)*9999))"
        );
        assert_eq!(style(&pieces[..1]), "calc(640px + 120cqw)");
    }
}
