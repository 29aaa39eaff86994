//! The backend that plotters draws into: it records shapes with roles.

use super::scene::{Anchor, Form, Mark, Scene, Shape};
use super::{Role, text};
use plotters::style::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use std::convert::Infallible;
use std::fmt::Write;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// Where the next shapes go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layer {
    /// Behind the marks.
    Back,
    /// Before the marks.
    Front,
}

/// Records a [`Scene`].
#[derive(Debug)]
pub struct SceneBackend<'a> {
    scene: &'a mut Scene,
    layer: Layer,
    mark: Option<Mark>,
    shift: BackendCoord,
}

impl<'a> SceneBackend<'a> {
    /// Records into the scene; its size is the size of the drawing.
    pub fn new(scene: &'a mut Scene) -> Self {
        Self { scene, layer: Layer::Back, mark: None, shift: (0, 0) }
    }

    /// Shapes outside marks go to this layer from now on.
    pub fn set_layer(&mut self, layer: Layer) {
        self.layer = layer;
    }

    /// What is drawn from now on belongs to this mark; none ends the mark before.
    pub fn set_mark(&mut self, mark: Option<Mark>) {
        self.scene.marks.extend(self.mark.take());
        self.shift = mark.as_ref().map_or((0, 0), |mark| mark.at);
        self.mark = mark;
    }

    /// A place as seen from the mark that is drawn.
    fn own(&self, (x, y): BackendCoord) -> BackendCoord {
        (x - self.shift.0, y - self.shift.1)
    }

    /// Lines that belong together, as one shape.
    pub fn draw_lines(&mut self, lines: &[[BackendCoord; 2]], style: &impl BackendStyle) -> Drawn {
        let data = lines.iter().map(|line| path(line.map(|point| self.own(point)), false)).collect();
        self.push(style.color(), Form::Path(data))
    }

    fn push(&mut self, color: BackendColor, form: Form) -> Drawn {
        let shape = Shape { role: Role::from_rgb(color.rgb), form };
        match (&mut self.mark, self.layer) {
            (Some(mark), _) => mark.shapes.push(shape),
            (None, Layer::Back) => self.scene.back.push(shape),
            (None, Layer::Front) => self.scene.front.push(shape),
        }
        Ok(())
    }
}

/// SVG path data through the points.
fn path(points: impl IntoIterator<Item = BackendCoord>, close: bool) -> String {
    let mut data = String::new();
    for (index, (x, y)) in points.into_iter().enumerate() {
        let _ = write!(data, "{}{x} {y}", if index == 0 { "M" } else { "L" });
    }
    if close {
        data.push('Z');
    }
    data
}

impl DrawingBackend for SceneBackend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.scene.width.unsigned_abs(), self.scene.height.unsigned_abs())
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        let (x, y) = self.own((x, y));
        self.push(color, Form::Rect { x, y, w: 1, h: 1 })
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_lines(&[[from, to]], style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, style: &S, _fill: bool) -> Drawn {
        let (x, y) = self.own((a.0.min(b.0), a.1.min(b.1)));
        self.push(style.color(), Form::Rect { x, y, w: (a.0 - b.0).abs(), h: (a.1 - b.1).abs() })
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, points: I, style: &S) -> Drawn {
        let points: Vec<BackendCoord> = points.into_iter().map(|point| self.own(point)).collect();
        self.push(style.color(), Form::Path(path(points, false)))
    }

    fn draw_circle<S: BackendStyle>(&mut self, (x, y): BackendCoord, r: u32, style: &S, _fill: bool) -> Drawn {
        let (x, y) = self.own((x, y));
        self.push(style.color(), Form::Circle { x, y, r })
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, points: I, style: &S) -> Drawn {
        let points: Vec<BackendCoord> = points.into_iter().map(|point| self.own(point)).collect();
        self.push(style.color(), Form::Path(path(points, true)))
    }

    /// Texts stand on their baseline; plotters' vertical positions are turned into it.
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Drawn {
        let (x, y) = self.own((x, y));
        let anchor = style.anchor();
        let size = style.size() as i32;
        let y = match anchor.v_pos {
            VPos::Top => y + size,
            VPos::Center => y + size * 36 / 100,
            VPos::Bottom => y,
        };
        let anchor = match anchor.h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        self.push(style.color(), Form::Text { x, y, anchor, text: text.to_owned() })
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size = style.size() as i32;
        let bold = matches!(style.style(), FontStyle::Bold);
        Ok((text::width(text, size, bold).unsigned_abs(), size.unsigned_abs()))
    }
}
