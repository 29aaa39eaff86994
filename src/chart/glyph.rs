//! plotters places points by their data; what stands there draws itself with meaning.

use super::backend::{Layer, SceneBackend};
use super::scale::Extent;
use super::scene::{Anchor, Mark, Scene};
use super::{Role, text};
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordi32;
use plotters::coord::{CoordTranslate, Shift};
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Drawable, PointCollection};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, ShapeStyle, TextStyle};
use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};
use std::convert::Infallible;
use std::ops::Range;

/// A scene that is being drawn. Drawing into it cannot fail: the error type of its backend is empty.
pub struct Canvas<'a>(DrawingArea<SceneBackend<'a>, Shift>);

/// A part of a canvas with axes: places in data become places in the picture.
pub struct Plane<'a>(DrawingArea<SceneBackend<'a>, Cartesian2d<RangedCoordi32, RangedCoordi32>>);

/// What a glyph does at the places that plotters has found for its points.
type Draw<'d> = &'d dyn Fn(&mut Brush<'_, '_>, &[BackendCoord]);

impl<'a> Canvas<'a> {
    /// A canvas that draws into the scene.
    pub fn new(scene: &'a mut Scene) -> Self {
        Self(SceneBackend::new(scene).into_drawing_area())
    }

    /// A plane whose two axes lie on these units of the picture.
    pub fn plane(&self, extents: (Extent, Extent), units: (Range<i32>, Range<i32>)) -> Plane<'a> {
        Plane(self.0.apply_coord_spec(axes(extents, units)))
    }

    /// A plane with a horizontal axis of amounts only; its vertical places are those of the picture.
    pub fn row_plane(&self, amounts: Extent, units: Range<i32>) -> Plane<'a> {
        let height = Extent::of_height(self.0.dim_in_pixel().1);
        self.plane((amounts, height), (units, height.range()))
    }
}

/// Two axes on these units of the picture. Every place in a picture comes from plotters' coordinates.
fn axes((x, y): (Extent, Extent), units: (Range<i32>, Range<i32>)) -> Cartesian2d<RangedCoordi32, RangedCoordi32> {
    Cartesian2d::new(x.range(), y.range(), units)
}

/// The place of a point on such axes, before there is a picture to draw it in.
pub fn placed(extents: (Extent, Extent), units: (Range<i32>, Range<i32>), point: (i32, i32)) -> BackendCoord {
    axes(extents, units).translate(&point)
}

impl Plane<'_> {
    /// The place of a point in the picture.
    pub fn placed(&self, point: (i32, i32)) -> BackendCoord {
        self.0.map_coordinate(&point)
    }

    /// Draws behind the marks.
    pub fn back(&self, points: &[(i32, i32)], draw: Draw<'_>) {
        self.draw(Glyph { points, mark: None, layer: Layer::Back, draw });
    }

    /// Draws before the marks.
    pub fn front(&self, points: &[(i32, i32)], draw: Draw<'_>) {
        self.draw(Glyph { points, mark: None, layer: Layer::Front, draw });
    }

    /// Draws the shapes of a datum.
    pub fn mark(&self, mark: Mark, points: &[(i32, i32)], draw: Draw<'_>) {
        self.draw(Glyph { points, mark: Some(mark), layer: Layer::Back, draw });
    }

    fn draw(&self, glyph: Glyph<'_>) {
        let _ = self.0.draw(&glyph);
    }
}

/// The brush of a glyph: the backend, with roles instead of styles.
pub struct Brush<'a, 'b>(&'a mut SceneBackend<'b>);

impl Role {
    fn filled(self) -> ShapeStyle {
        self.color().filled()
    }

    /// The style in which plotters writes a text of the role.
    fn text_style(self, anchor: Anchor, v_pos: VPos) -> TextStyle<'static> {
        let (size, bold) = self.font();
        let h_pos = match anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let style = if bold { FontStyle::Bold } else { FontStyle::Normal };
        TextStyle {
            // The family by name would bring a table of all lower-case letters.
            font: FontDesc::new(FontFamily::SansSerif, f64::from(size), style),
            color: self.color().to_backend_color(),
            pos: Pos::new(h_pos, v_pos),
        }
    }

    /// The width of a text of the role.
    pub fn width_of(self, content: &str) -> i32 {
        let (size, bold) = self.font();
        text::width(content, size, bold)
    }
}

impl Brush<'_, '_> {
    /// A rectangle between two corners.
    pub fn rect(&mut self, role: Role, a: BackendCoord, b: BackendCoord) {
        let _ = self.0.draw_rect(a, b, &role.filled(), true);
    }

    /// A line through points.
    pub fn line(&mut self, role: Role, points: &[BackendCoord]) {
        let _ = self.0.draw_path(points.iter().copied(), &role.filled());
    }

    /// Lines that belong together, as one shape.
    pub fn lines(&mut self, role: Role, lines: &[[BackendCoord; 2]]) {
        let _ = self.0.draw_lines(lines, &role.filled());
    }

    /// An area inside points.
    pub fn area(&mut self, role: Role, points: &[BackendCoord]) {
        let _ = self.0.fill_polygon(points.iter().copied(), &role.filled());
    }

    /// A circle.
    pub fn circle(&mut self, role: Role, middle: BackendCoord, radius: u32) {
        let _ = self.0.draw_circle(middle, radius, &role.filled(), true);
    }

    /// A text with its vertical middle at the point.
    pub fn text(&mut self, role: Role, at: BackendCoord, anchor: Anchor, content: &str) {
        let _ = self.0.draw_text(content, &role.text_style(anchor, VPos::Center), at);
    }

    /// Hatching inside a rectangle, with its outline: "no figure".
    pub fn hatch(&mut self, role: Role, (x0, y0): BackendCoord, (x1, y1): BackendCoord) {
        self.area(role, &[(x0, y0), (x1, y0), (x1, y1), (x0, y1)]);
        let (width, height) = (x1 - x0, y1 - y0);
        let lines = (8..width + height).step_by(8).map(|start| {
            let (top, bottom) = ((start - height).max(0), start.min(width));
            [(x0 + bottom, y0 + start - bottom), (x0 + top, y0 + start - top)]
        });
        self.lines(role, &lines.collect::<Vec<_>>());
    }
}

/// Points in data, and what is drawn at their places.
struct Glyph<'d> {
    points: &'d [(i32, i32)],
    mark: Option<Mark>,
    layer: Layer,
    draw: Draw<'d>,
}

impl<'a> PointCollection<'a, (i32, i32)> for &'a Glyph<'_> {
    type Point = &'a (i32, i32);
    type IntoIter = std::slice::Iter<'a, (i32, i32)>;

    fn point_iter(self) -> Self::IntoIter {
        self.points.iter()
    }
}

impl Drawable<SceneBackend<'_>> for Glyph<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        places: I,
        backend: &mut SceneBackend<'_>,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let places: Vec<BackendCoord> = places.collect();
        backend.set_layer(self.layer);
        backend.set_mark(self.mark.clone());
        (self.draw)(&mut Brush(backend), &places);
        backend.set_mark(None);
        Ok(())
    }
}
