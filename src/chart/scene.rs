//! A drawing as data: shapes with roles, and marks that know what they show.

use super::Role;
use crate::answer::{Attributes, Datum};

/// A drawing. Coordinates are whole units; one unit is one CSS pixel at scale 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scene {
    /// Width in units.
    pub width: i32,
    /// Height in units.
    pub height: i32,
    /// Decoration behind the marks: grid, axes.
    pub back: Vec<Shape>,
    /// The data.
    pub marks: Vec<Mark>,
    /// Decoration before the marks: reference lines, events.
    pub front: Vec<Shape>,
    /// Whether the marks lie in rows and columns, so that the arrow keys lead four ways.
    pub is_grid: bool,
}

impl Scene {
    /// An empty drawing.
    pub fn new(width: i32, height: i32) -> Self {
        Self { width, height, back: Vec::new(), marks: Vec::new(), front: Vec::new(), is_grid: false }
    }
}

/// One datum: what it shows, what is said of it, and its shapes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Unique inside the scene; stays with its datum when the scene is drawn again.
    pub key: String,
    /// What it shows, as attributes.
    pub attributes: Attributes,
    /// What is said of it.
    pub spoken: String,
    /// Where it stands: its shapes are drawn from here, so that a mark that only moves stays as it is.
    pub at: (i32, i32),
    /// Its shapes.
    pub shapes: Vec<Shape>,
}

impl Mark {
    /// The mark of a datum without shapes yet.
    pub fn of(datum: &Datum, spoken: String, at: (i32, i32)) -> Self {
        Self { key: datum.key.clone(), attributes: datum.attributes(), spoken, at, shapes: Vec::new() }
    }
}

/// A form with a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// What it means.
    pub role: Role,
    /// What it looks like.
    pub form: Form,
}

/// Where a text hangs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

impl Anchor {
    /// The value of `text-anchor`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// The forms that a renderer must know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// A rectangle.
    Rect {
        /// Left.
        x: i32,
        /// Top.
        y: i32,
        /// Width.
        w: i32,
        /// Height.
        h: i32,
    },
    /// Lines, closed by `Z` where they bound an area; SVG path data.
    Path(String),
    /// A circle.
    Circle {
        /// Middle, horizontally.
        x: i32,
        /// Middle, vertically.
        y: i32,
        /// Radius.
        r: u32,
    },
    /// A line of text on its baseline.
    Text {
        /// Horizontal position of the anchor.
        x: i32,
        /// Baseline.
        y: i32,
        /// Which end hangs there.
        anchor: Anchor,
        /// The text.
        text: String,
    },
}
