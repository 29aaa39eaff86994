//! Rankings side by side, each on its own axis.

use super::glyph::{Brush, Canvas};
use super::scale::Extent;
use super::scene::{Anchor, Mark, Scene};
use super::{Role, Sheet, Width, whole};
use crate::answer::{Facets, Ranking};
use crate::words::{self, Named, RankingWords, Tell};

/// Height of a line of the headings.
const LINE: i32 = 18;
/// Height of a row.
const ROW: i32 = 28;
/// Height of a bar.
const BAR: i32 = 18;
/// Space between panels.
const GAP: i32 = 20;

/// Where a panel stands.
struct Panel {
    left: i32,
    right: i32,
    top: i32,
    /// Width of the names inside the panel; 0 where they stand beside all panels.
    names: i32,
}

/// Draws the panels: beside each other with the names once, in a narrow container below each other.
pub(super) fn draw(facets: &Facets, sheet: Sheet) -> Scene {
    let Sheet { lang, width, .. } = sheet;
    let panels = i32::try_from(facets.panels.len()).unwrap_or(1).max(1);
    let rows = facets.panels.iter().map(|panel| panel.rows.len()).max().unwrap_or_default();
    let name = |ranking: &Ranking, index: usize| {
        let row = ranking.rows.get(index)?;
        Some(if width == Width::Wide { row.place.name(lang).to_owned() } else { row.place.abbr.clone() })
    };
    let first = facets.panels.first();
    let names = (0..rows).filter_map(|index| Some(Role::FocusLabel.width_of(&name(first?, index)?)));
    let names = names.max().unwrap_or_default() + 10;
    let stacked = width == Width::Narrow;
    let room = if stacked { width.units() - names } else { (width.units() - names - GAP * (panels - 1)) / panels };
    let heads: Vec<Vec<String>> = facets
        .panels
        .iter()
        .map(|ranking| {
            let text = RankingWords { ranking, lang }.panel();
            words::lines(&text, 14, true, room * 9 / 10, super::text_width)
        })
        .collect();
    let most = heads.iter().map(Vec::len).max().unwrap_or_default();
    let head = LINE * i32::try_from(most).unwrap_or_default() + 8;
    let height = head + ROW * i32::try_from(rows).unwrap_or_default() + 8;
    let mut scene = Scene::new(width.units(), if stacked { height * panels } else { height });
    let canvas = Canvas::new(&mut scene);
    for ((index, ranking), lines) in (0..).zip(&facets.panels).zip(&heads) {
        let place = match stacked {
            true => Panel { left: names, right: width.units(), top: height * index, names },
            false => {
                let left = names + index * (room + GAP);
                Panel { left, right: left + room, top: 0, names: if index == 0 { names } else { 0 } }
            }
        };
        let labels: Vec<String> = (0..ranking.rows.len()).filter_map(|row| name(ranking, row)).collect();
        panel(&canvas, ranking, sheet, &place, (&labels, lines, head));
    }
    drop(canvas);
    scene
}

fn panel(
    canvas: &Canvas<'_>,
    ranking: &Ranking,
    Sheet { lang, reader, .. }: Sheet,
    place: &Panel,
    (labels, lines, head): (&[String], &[String], i32),
) {
    let values = ranking.rows.iter().filter(|row| row.figure.is_some()).map(|row| words::value_of(row, lang));
    let room = values.map(|value| Role::Value.width_of(&value)).max().unwrap_or_default() + 8;
    let (extent, _) = Extent::of_amounts(ranking.largest(), ranking.unit.steps(), 3);
    let plane = canvas.row_plane(extent, place.left..(place.right - room).max(place.left + 20));
    let rows = i32::try_from(ranking.rows.len()).unwrap_or_default();
    let (left, top) = (place.left, place.top);
    let bottom = top + head + rows * ROW;
    plane.back(&[], &|brush, _| {
        for (index, line) in (0..).zip(lines) {
            brush.text(Role::Heading, (left, top + 8 + LINE * index), Anchor::Start, line);
        }
        brush.line(Role::Zero, &[(left, top + head - 4), (left, bottom)]);
    });
    for (index, row) in (0..).zip(&ranking.rows) {
        let focused = ranking.focus == row.place.code;
        let y = top + head + index * ROW;
        let tell = Tell { place: true, measure: true, date: false };
        let mark = Mark::of(row, words::spoken(row, focused.then_some(reader), tell, lang), (0, y));
        let bounds = row.interval();
        let low = bounds.map_or(0, |bounds| whole(bounds.low()));
        let high = bounds.map_or(0, |bounds| bounds.high().map_or(extent.to(), whole));
        let label = usize::try_from(index).ok().and_then(|index| labels.get(index)).filter(|_| place.names > 0);
        let value = words::value_of(row, lang);
        plane.mark(mark, &[(low, 0), (high, 0)], &|brush: &mut Brush<'_, '_>, places| {
            let [(low, _), (high, _)] = *places else { return };
            brush.rect(Role::Hit, (left - place.names, y), (place.right, y + ROW));
            let (upper, lower) = (y + (ROW - BAR) / 2, y + (ROW + BAR) / 2);
            let middle = y + ROW / 2;
            if let Some(label) = label {
                let role = if focused { Role::FocusLabel } else { Role::Label };
                brush.text(role, (left - 8, middle), Anchor::End, label);
            }
            match bounds {
                None => brush.hatch(Role::Missing, (left, upper), (left + 36, lower)),
                Some(bounds) => {
                    brush.rect(if focused { Role::Focus } else { Role::Bar }, (left, upper), (low, lower));
                    if !bounds.is_exact() {
                        let band = if focused { Role::FocusBand } else { Role::Band };
                        brush.rect(band, (low, upper), (high, lower));
                    }
                    brush.text(Role::Value, (place.right, middle), Anchor::End, &value);
                }
            }
        });
    }
}
