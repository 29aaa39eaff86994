//! Shapes as SVG text for files: they carry their colours, so that every program that reads SVG shows them.

use super::theme::Theme;
use crate::chart::{Form, Role, Shape, Token};
use std::fmt::Write;

/// A text for an element or an attribute of HTML or SVG: escaped, without the characters that XML 1.0 forbids. Lines stay lines.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\r' => escaped.push(' '),
            '\n' => escaped.push('\n'),
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// The colours of a role as attributes.
fn paint(role: Role, theme: Theme) -> String {
    let paint = role.paint();
    let color = |token: Option<Token>| token.map_or("none", |token| theme.color(token));
    let mut attributes = format!(r#" fill="{}""#, color(paint.fill));
    if paint.stroke.is_some() {
        let _ = write!(attributes, r#" stroke="{}" stroke-width="{}""#, color(paint.stroke), paint.stroke_width);
    }
    if let Some(dash) = paint.dash {
        let _ = write!(attributes, r#" stroke-dasharray="{dash}""#);
    }
    attributes
}

/// The elements of shapes, in order.
pub fn shapes(list: &[Shape], theme: Theme) -> String {
    let mut svg = String::new();
    for shape in list {
        let (class, paint) = (shape.role.name(), paint(shape.role, theme));
        let _ = match &shape.form {
            Form::Rect { x, y, w, h } => {
                write!(svg, r#"<rect class="{class}" x="{x}" y="{y}" width="{w}" height="{h}"{paint}></rect>"#)
            }
            Form::Path(data) => write!(svg, r#"<path class="{class}" d="{data}"{paint}></path>"#),
            Form::Circle { x, y, r } => {
                write!(svg, r#"<circle class="{class}" cx="{x}" cy="{y}" r="{r}"{paint}></circle>"#)
            }
            Form::Text { x, y, anchor, text } => {
                let font = match shape.role.font() {
                    (size, false) => format!(r#" font-size="{size}""#),
                    (size, true) => format!(r#" font-size="{size}" font-weight="700""#),
                };
                let (anchor, text) = (anchor.name(), escape(text));
                write!(
                    svg,
                    r#"<text class="{class}" x="{x}" y="{y}" text-anchor="{anchor}"{font}{paint}>{text}</text>"#
                )
            }
        };
    }
    svg
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_cannot_leave_their_element() {
        assert_eq!(escape("a<script>&\"\u{0}\u{8}\n"), "a&lt;script&gt;&amp;&quot;\n");
    }

    #[test]
    fn a_file_has_classes_and_colours() {
        let bar = [Shape { role: Role::Bar, form: Form::Rect { x: 1, y: 2, w: 3, h: 4 } }];
        assert!(shapes(&bar, Theme::Light).starts_with(r#"<rect class="bar" x="1" y="2" width="3" height="4" fill="#));
        assert!(shapes(&bar, Theme::Dark).contains(Token::Bar.dark()));
    }
}
