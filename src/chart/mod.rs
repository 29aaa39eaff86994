//! Answer + words + width → [`Scene`]: marks with roles, places and values. The only room with plotters in it.
//!
//! plotters computes scales, ticks and positions and draws into our own backend, which records roles instead of
//! colours. One scene feeds the live page, the static page, the SVG file and the tests.

mod areas;
mod backend;
mod bars;
mod facets;
mod glyph;
mod growth;
mod map;
mod pairs;
mod palette;
mod profile;
mod role;
mod scale;
mod scene;
mod text;

pub use palette::{Token, contrast};
pub use role::{Paint, Role};
pub use scene::{Anchor, Form, Mark, Scene, Shape};
pub use text::width as text_width;

use crate::answer::Answer;
use crate::question::{Lang, View};
use crate::words::Reader;

/// The three widths in which a chart is drawn. A container shows the one that fits it, scaled by 0.86 to 1.35, so that
/// text of 14 px is rendered at 12 px or more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Width {
    /// For containers up to 479 px: labels above their bars.
    Narrow,
    /// For containers of 480 to 702 px.
    Medium,
    /// For containers from 703 px.
    Wide,
}

impl Width {
    /// All widths, the narrowest first.
    pub const ALL: [Self; 3] = [Self::Narrow, Self::Medium, Self::Wide];

    /// Width of the drawing in its own units.
    pub fn units(self) -> i32 {
        match self {
            Self::Narrow => 288,
            Self::Medium => 560,
            Self::Wide => 820,
        }
    }

    /// The name in class names and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Narrow => "narrow",
            Self::Medium => "medium",
            Self::Wide => "wide",
        }
    }

    /// The width with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|width| width.name() == name)
    }

    /// The narrowest container that shows it, in CSS pixels. The style sheet has the same limits; a test compares them.
    pub fn fewest_pixels(self) -> i32 {
        match self {
            Self::Narrow => 0,
            Self::Medium => 480,
            Self::Wide => 703,
        }
    }

    /// How wide it is shown at most, in CSS pixels: text of 14 px is 19 px then.
    pub fn most_pixels(self) -> i32 {
        self.units() * 135 / 100
    }

    /// The width that a container of this many CSS pixels shows.
    pub fn fitting(pixels: f64) -> Self {
        let fits = |width: &Self| pixels >= f64::from(width.fewest_pixels());
        Self::ALL.into_iter().rev().find(fits).unwrap_or(Self::Narrow)
    }
}

/// What a drawing is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sheet {
    /// The language of its words.
    pub lang: Lang,
    /// Its width.
    pub width: Width,
    /// Who reads it: one reader, who calls a state theirs, or all.
    pub reader: Reader,
}

/// Draws an answer; none where there is nothing to draw.
pub fn draw(answer: &Answer, sheet: Sheet) -> Option<Scene> {
    match answer {
        Answer::Ranking(found) if found.view == View::Map => Some(map::draw(found, sheet)),
        Answer::Ranking(found) => Some(bars::ranking(found, sheet)),
        Answer::Facets(found) => Some(facets::draw(found, sheet)),
        Answer::Pairs(found) if found.view == View::Change => Some(pairs::slopes(found, sheet)),
        Answer::Pairs(found) => Some(pairs::dots(found, sheet)),
        Answer::Growth(found) => Some(growth::draw(found, sheet)),
        Answer::Areas(found) => Some(areas::draw(found, sheet)),
        Answer::Profile(found) => Some(profile::draw(found, sheet)),
        Answer::Nothing(_) => None,
    }
}

/// Whether the axis of a picture begins above zero.
pub fn is_cut(answer: &Answer) -> bool {
    matches!(answer, Answer::Pairs(found) if found.view == View::Change && pairs::is_cut(found))
}

/// Steps as a coordinate.
fn whole(steps: u32) -> i32 {
    i32::try_from(steps).unwrap_or(i32::MAX)
}
