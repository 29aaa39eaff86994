//! Shapes of a scene as SVG: a style sheet paints them by their class.

use super::item::Item;
use crate::chart::{Form, Shape};

/// The element of a shape.
pub fn shape(Shape { role, form }: &Shape) -> Item {
    let item = |tag: &'static str, numbers: &[(&'static str, i32)]| {
        let item = Item::svg(tag).class(role.name());
        numbers.iter().fold(item, |item, (name, number)| item.attr(name, number.to_string()))
    };
    match form {
        Form::Rect { x, y, w, h } => item("rect", &[("x", *x), ("y", *y), ("width", *w), ("height", *h)]),
        Form::Path(data) => item("path", &[]).attr("d", data.clone()),
        Form::Circle { x, y, r } => item("circle", &[("cx", *x), ("cy", *y), ("r", r.cast_signed())]),
        Form::Text { x, y, anchor, text } => {
            item("text", &[("x", *x), ("y", *y)]).attr("text-anchor", anchor.name()).text(text.clone())
        }
    }
}
