//! Figures by service area: bars of the catalogue, or states by areas as a grid of printed values.

use super::bars;
use super::glyph::Canvas;
use super::map::{CLASSES, class_of};
use super::scale::Extent;
use super::scene::{Anchor, Mark, Scene};
use super::{Role, Sheet, Width, text_width};
use crate::answer::Areas;
use crate::question::Lang;
use crate::words::{self, Named, Tell};

/// Height of a row.
const ROW: i32 = 30;
/// Height of the numbers above a block of columns.
const HEAD: i32 = 28;
/// Height of a line of a name below its number, and the most lines.
const LINE: i32 = 18;
const LINES: usize = 3;
/// Most width of a column.
const MOST: i32 = 210;

/// Draws figures by service area.
pub(super) fn draw(areas: &Areas, sheet: Sheet) -> Scene {
    match areas.catalogue() {
        Some(_) => bars::catalogue(areas, sheet),
        None => grid(areas, sheet),
    }
}

/// The states by areas. The areas are numbered; where not all of them fit, they follow in blocks below each other.
fn grid(areas: &Areas, sheet: Sheet) -> Scene {
    let Sheet { lang, width, reader } = sheet;
    let name = |index: usize| {
        let place = areas.rows.get(index).map(|row| &row.place);
        place.map_or("", |place| if width == Width::Wide { place.name(lang) } else { place.abbr.as_str() })
    };
    let names =
        (0..areas.rows.len()).map(|index| Role::FocusLabel.width_of(name(index))).max().unwrap_or_default() + 10;
    let values =
        areas.data().into_iter().map(|cell| Role::TileText.width_of(&cell_text(cell, lang))).max().unwrap_or_default();
    let cell = (values + 6).clamp(34, 90);
    let per_block = ((width.units() - names) / cell).max(1);
    let count = i32::try_from(areas.areas.len()).unwrap_or_default();
    let rows = i32::try_from(areas.rows.len()).unwrap_or_default();
    let blocks = (count + per_block - 1) / per_block.max(1);
    let room = (width.units() - names) / per_block.min(count.max(1));
    let heads = heads(areas, lang, room.min(MOST) - 8);
    let cell = if heads.is_empty() { room.min(90).max(cell) } else { room.min(MOST) };
    let lines = heads.iter().map(Vec::len).max().unwrap_or_default();
    let head = HEAD + LINE * i32::try_from(lines).unwrap_or_default();
    let block = head + rows * ROW + 12;
    let mut scene = Scene { is_grid: true, ..Scene::new(width.units(), block * blocks) };
    let all = Extent::of_height(1);
    let plane = Canvas::new(&mut scene).plane((all, all), (0..1, 0..1));
    let classes = areas.classes();
    for start in 0..blocks {
        plane.back(&[], &|brush, _| {
            for column in start * per_block..(start * per_block + per_block).min(count) {
                let x = names + (column - start * per_block) * cell + cell / 2;
                let y = start * block + 14;
                brush.text(Role::Tick, (x, y), Anchor::Middle, &(column + 1).to_string());
                let lines = usize::try_from(column).ok().and_then(|column| heads.get(column)).into_iter().flatten();
                for (line, text) in (1..).zip(lines) {
                    brush.text(Role::Tick, (x, y + line * LINE), Anchor::Middle, text);
                }
            }
            for (index, row) in (0..).zip(&areas.rows) {
                let y = start * block + head + index * ROW + ROW / 2;
                let role = if row.place.code == areas.focus { Role::FocusLabel } else { Role::Label };
                brush.text(role, (names - 8, y), Anchor::End, name(usize::try_from(index).unwrap_or_default()));
            }
        });
    }
    for (index, row) in (0..).zip(&areas.rows) {
        let focused = row.place.code == areas.focus;
        for (column, datum) in (0..).zip(&row.cells) {
            let (start, inside) = (column / per_block, column % per_block);
            let (x, y) = (names + inside * cell, start * block + head + index * ROW);
            let mark = Mark::of(
                datum,
                words::spoken(datum, focused.then_some(reader), Tell { place: true, ..Tell::default() }, lang),
                (x, y),
            );
            plane.mark(mark, &[], &|brush, _| {
                let (right, bottom) = (x + cell - 2, y + ROW - 2);
                match datum.interval() {
                    None => brush.hatch(Role::Missing, (x, y), (right, bottom)),
                    Some(interval) => {
                        let class = class_of(&classes, interval.low());
                        let (role, text) = CLASSES.get(class).copied().unwrap_or(CLASSES[0]);
                        brush.rect(role, (x, y), (right, bottom));
                        brush.text(text, ((x + right) / 2, y + ROW / 2 - 1), Anchor::Middle, &cell_text(datum, lang));
                    }
                }
                brush.rect(Role::Hit, (x, y), (right, bottom));
            });
        }
    }
    scene
}

/// The names of the areas in lines, where all of them fit above their columns; else none.
fn heads(areas: &Areas, lang: Lang, room: i32) -> Vec<Vec<String>> {
    let lines = |text: &str| words::lines(text, 14, false, room, text_width);
    let heads: Vec<Vec<String>> = areas.areas.iter().map(|area| lines(area.name(lang))).collect();
    let fits = |lines: &Vec<String>| lines.len() <= LINES && lines.iter().all(|line| Role::Tick.width_of(line) <= room);
    if heads.iter().all(fits) { heads } else { Vec::new() }
}

fn cell_text(datum: &crate::answer::Datum, lang: Lang) -> String {
    datum.figure.as_ref().map(|figure| words::value_tile(figure.value, figure.unit, lang)).unwrap_or_default()
}
