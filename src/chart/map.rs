//! The states as tiles of one size in the places where they lie, in five classes.

use super::glyph::{Brush, Canvas};
use super::scale::Extent;
use super::scene::{Anchor, Mark, Scene};
use super::{Role, Sheet, Width};
use crate::answer::{Datum, Ranking};
use crate::question::Lang;
use crate::words;
use plotters_backend::BackendCoord;

/// Space between tiles.
const GAP: i32 = 8;

/// The roles of the five classes, and of text on them.
pub(super) const CLASSES: [(Role, Role); 5] = [
    (Role::Class1, Role::TileText),
    (Role::Class2, Role::TileText),
    (Role::Class3, Role::TileText),
    (Role::Class4, Role::TileInverse),
    (Role::Class5, Role::TileInverse),
];

/// Draws the map.
pub(super) fn draw(ranking: &Ranking, sheet: Sheet) -> Scene {
    let Sheet { lang, width, reader } = sheet;
    let places = || ranking.rows.iter().filter_map(|row| row.place.tile);
    let most = |axis: fn((u8, u8)) -> u8| places().map(axis).max().map_or(1, i32::from);
    let (columns, rows) = (most(|tile| tile.0), most(|tile| tile.1));
    let tile =
        (((width.units() - 4 + GAP) / columns.max(1) - GAP).min(132), if width == Width::Narrow { 58 } else { 72 });
    let left = (width.units() - columns * (tile.0 + GAP) + GAP) / 2;
    let mut scene = Scene { is_grid: true, ..Scene::new(width.units(), rows * (tile.1 + GAP) + 4) };
    let all = Extent::of_height(1);
    let plane = Canvas::new(&mut scene).plane((all, all), (0..1, 0..1));
    let classes = ranking.classes();
    for row in &ranking.rows {
        let Some((column, line)) = row.place.tile else { continue };
        let at = (left + (i32::from(column) - 1) * (tile.0 + GAP), 3 + (i32::from(line) - 1) * (tile.1 + GAP));
        let focused = ranking.focus == row.place.code;
        let mark = Mark::of(row, words::RankingWords { ranking, lang }.spoken(row, reader), at);
        plane.mark(mark, &[], &|brush, _| tile_shapes(brush, row, &classes, at, tile, focused, lang));
    }
    scene
}

/// The class of an amount, from 0.
pub(super) fn class_of(classes: &[(u32, u32)], steps: u32) -> usize {
    classes.iter().position(|(_, to)| steps < *to).unwrap_or(classes.len().saturating_sub(1))
}

fn tile_shapes(
    brush: &mut Brush<'_, '_>,
    row: &Datum,
    classes: &[(u32, u32)],
    (x, y): BackendCoord,
    (w, h): BackendCoord,
    focused: bool,
    lang: Lang,
) {
    let ends = row.interval().map(|interval| {
        let high = interval.high().map_or(classes.len().saturating_sub(1), |high| class_of(classes, high));
        (class_of(classes, interval.low()), high)
    });
    let text = match ends {
        None => {
            brush.hatch(Role::Missing, (x, y), (x + w, y + h));
            Role::TileText
        }
        Some((low, high)) => {
            let [(lower, text), (upper, _)] =
                [low, high].map(|class| CLASSES.get(class).copied().unwrap_or(CLASSES[0]));
            brush.rect(lower, (x, y), (x + w, y + h));
            if low != high {
                // The value may lie in any class between: the lower half shows the highest one.
                brush.area(upper, &[(x + w, y + h - 12), (x + w, y + h), (x, y + h), (x, y + h - 12)]);
            }
            text
        }
    };
    brush.rect(Role::Hit, (x, y), (x + w, y + h));
    brush.area(Role::Frame, &[(x, y), (x + w, y), (x + w, y + h), (x, y + h)]);
    if focused {
        brush.area(Role::FocusFrame, &[(x - 3, y - 3), (x + w + 3, y - 3), (x + w + 3, y + h + 3), (x - 3, y + h + 3)]);
    }
    let middle = x + w / 2;
    brush.text(text, (middle, y + h / 2 - 12), Anchor::Middle, &row.place.abbr);
    let value = match &row.figure {
        Some(figure) => words::value_tile(figure.value, figure.unit, lang),
        None => "–".to_owned(),
    };
    brush.text(text, (middle, y + h / 2 + 8), Anchor::Middle, &value);
}
