//! Labels that find a free place beside their points.

use super::layout::{HEAD, Layout, corners};
use crate::answer::{Datum, Point};
use crate::chart::Role;
use crate::chart::scene::Anchor;
use crate::words::{self, GrowthWords};

/// The labels of targets and points that find a free place.
pub(super) fn labels<'a>(words: GrowthWords<'a>, layout: &Layout) -> Vec<(&'a Datum, Option<Label>)> {
    let growth = words.growth;
    let mut taken = Taken::default();
    let targets = growth.targets.iter().map(|target| (target, words.target(target), Role::TargetText));
    let points = growth.main().map(|main| main.points.as_slice()).unwrap_or_default();
    let ordered = label_order(points).into_iter().filter_map(|index| points.get(index));
    let points = ordered.map(|point| (&point.datum, words::value_of(&point.datum, words.lang), Role::Value));
    let found = |(datum, text, role): (&'a Datum, String, Role)| {
        let corners = datum.figure.as_ref().map(corners);
        (datum, corners.and_then(|corners| taken.position(text, role, layout, &corners)))
    };
    targets.chain(points).map(found).collect()
}

/// The last point is labelled first, then the first, then the others in time order.
fn label_order(points: &[Point]) -> Vec<usize> {
    let last = points.len().saturating_sub(1);
    let mut order = vec![last];
    order.extend((0..last).filter(|index| *index == 0));
    order.extend((1..last).rev());
    order
}

/// A label and where it stands relative to its point.
#[derive(Debug, Clone)]
pub(super) struct Label {
    pub text: String,
    pub role: Role,
    pub dx: i32,
    pub dy: i32,
    pub anchor: Anchor,
}

/// Whether two rectangles (left, top, right, bottom) do not overlap.
fn apart([left, top, right, bottom]: [i32; 4], [x0, y0, x1, y1]: [i32; 4]) -> bool {
    right <= x0 || x1 <= left || bottom <= y0 || y1 <= top
}

/// Rectangles that labels have taken.
#[derive(Debug, Default)]
struct Taken(Vec<[i32; 4]>);

impl Taken {
    /// A free place for a label around its point, above it if possible. Without one the label is left out; the table
    /// and the spoken text have every value.
    fn position(&mut self, text: String, role: Role, layout: &Layout, corners: &[(i32, i32); 3]) -> Option<Label> {
        let [(from, low), (middle, at), (to, high)] = *corners;
        let (x0, x, x1) = (layout.x(from), layout.x(middle), layout.x(to));
        let (y_at, y_high, y_low) = (layout.y(at), layout.y(high.max(at)), layout.y(low.min(at)));
        let (w, h) = (role.width_of(&text), 16);
        let (above, below) = (y_high - y_at - 16, y_low - y_at + 17);
        let options = [
            (0, above, Anchor::Middle),
            (0, below, Anchor::Middle),
            (6, above, Anchor::End),
            (-6, above, Anchor::Start),
            (6, below, Anchor::End),
            (-6, below, Anchor::Start),
            (x0 - x - 8, -1, Anchor::End),
            (x1 - x + 8, -1, Anchor::Start),
        ];
        for (dx, dy, anchor) in options {
            let left = x + dx
                - match anchor {
                    Anchor::Start => 0,
                    Anchor::Middle => w / 2,
                    Anchor::End => w,
                };
            let top = y_at + dy - h / 2;
            let own = [left - 3, top, left + w + 3, top + h];
            let inside =
                left >= 0 && left + w <= layout.width.units() && top >= layout.top - HEAD && top + h <= layout.bottom;
            let free = self.0.iter().all(|other| apart(*other, own));
            if inside && free {
                self.0.push(own);
                self.0.push([x - 5, y_at - 5, x + 5, y_at + 5]);
                return Some(Label { text, role, dx, dy, anchor });
            }
        }
        None
    }
}
