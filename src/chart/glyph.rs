//! Things that plotters places by their data and that then draw themselves with meaning.

use super::backend::{Layer, SceneBackend};
use super::scene::{Anchor, Mark};
use super::{Role, text};
use plotters::element::{Drawable, PointCollection};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, ShapeStyle, TextStyle};
use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};
use std::convert::Infallible;

/// What drawing returns; it cannot fail.
pub type Drawn = Result<(), DrawingErrorKind<Infallible>>;

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
    pub fn rect(&mut self, role: Role, a: BackendCoord, b: BackendCoord) -> Drawn {
        self.0.draw_rect(a, b, &role.filled(), true)
    }

    /// A line through points.
    pub fn line(&mut self, role: Role, points: &[BackendCoord]) -> Drawn {
        self.0.draw_path(points.iter().copied(), &role.filled())
    }

    /// An area inside points.
    pub fn area(&mut self, role: Role, points: &[BackendCoord]) -> Drawn {
        self.0.fill_polygon(points.iter().copied(), &role.filled())
    }

    /// A circle.
    pub fn circle(&mut self, role: Role, middle: BackendCoord, radius: u32) -> Drawn {
        self.0.draw_circle(middle, radius, &role.filled(), true)
    }

    /// A text with its vertical middle at the point.
    pub fn text(&mut self, role: Role, at: BackendCoord, anchor: Anchor, content: &str) -> Drawn {
        self.0.draw_text(content, &role.text_style(anchor, VPos::Center), at)
    }

    /// Hatching inside a rectangle, with its outline: "no figure".
    pub fn hatch(&mut self, role: Role, (x0, y0): BackendCoord, (x1, y1): BackendCoord) -> Drawn {
        self.area(role, &[(x0, y0), (x1, y0), (x1, y1), (x0, y1)])?;
        let height = y1 - y0;
        for x in (x0 + 8..=x1).step_by(8) {
            let back = (x - x0).min(height);
            self.line(role, &[(x, y0), (x - back, y0 + back)])?;
        }
        Ok(())
    }
}

/// How a glyph draws itself at the points where plotters has placed it.
type Draw<'a> = dyn Fn(&mut Brush<'_, '_>, &[BackendCoord]) -> Drawn + 'a;

/// Something with points in data coordinates, and how it draws itself once plotters has placed them.
pub struct Glyph<'a, C> {
    points: Vec<C>,
    mark: Option<Mark>,
    layer: Layer,
    draw: Box<Draw<'a>>,
}

impl<'a, C> Glyph<'a, C> {
    /// A glyph without a datum.
    pub fn new(points: Vec<C>, draw: impl Fn(&mut Brush<'_, '_>, &[BackendCoord]) -> Drawn + 'a) -> Self {
        Self { points, mark: None, layer: Layer::Back, draw: Box::new(draw) }
    }

    /// The same before the marks.
    pub fn in_front(self) -> Self {
        Self { layer: Layer::Front, ..self }
    }

    /// The same as the shapes of a datum.
    pub fn of(self, mark: Mark) -> Self {
        Self { mark: Some(mark), ..self }
    }
}

impl<'a, C> PointCollection<'a, C> for &'a Glyph<'_, C> {
    type Point = &'a C;
    type IntoIter = std::slice::Iter<'a, C>;

    fn point_iter(self) -> Self::IntoIter {
        self.points.iter()
    }
}

impl<C> Drawable<SceneBackend<'_>> for Glyph<'_, C> {
    fn draw<I: Iterator<Item = BackendCoord>>(&self, pos: I, backend: &mut SceneBackend<'_>, _: (u32, u32)) -> Drawn {
        let points: Vec<BackendCoord> = pos.collect();
        backend.set_layer(self.layer);
        match &self.mark {
            None => (self.draw)(&mut Brush(backend), &points),
            Some(mark) => backend.with_mark(mark.clone(), |backend| (self.draw)(&mut Brush(backend), &points)),
        }
    }
}
