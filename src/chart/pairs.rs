//! Two figures of each state: dots on a common axis, or slopes between two months.

use super::glyph::{Brush, Canvas, Plane};
use super::scale::Extent;
use super::scene::{Anchor, Mark, Scene};
use super::{Role, Sheet, Width, whole};
use crate::answer::{Datum, Pair, Pairs};
use crate::data::sort_by;
use crate::question::Lang;
use crate::words::{self, Named, PairsWords, Reader};
use plotters_backend::BackendCoord;

/// Height of the axis above the rows.
const AXIS: i32 = 30;
/// Least distance of labels at an end of slopes: a finger finds each (WCAG 2.2, 2.5.8).
const LINE: i32 = 24;

/// The place of an amount: its printed value, the middle of a band, the lower end of an open one.
fn position(datum: &Datum) -> Option<i32> {
    let interval = datum.interval()?;
    Some(whole(u32::try_from(interval.twice_middle() / 2).unwrap_or(u32::MAX)))
}

/// Draws dots: filled for the count in the whole state, open for the one in at least one municipality.
pub(super) fn dots(pairs: &Pairs, sheet: Sheet) -> Scene {
    let Sheet { lang, width, reader } = sheet;
    let narrow = width == Width::Narrow;
    let labels = pairs.rows.iter().map(|row| Role::FocusLabel.width_of(row.place.name(lang))).max().unwrap_or_default();
    let values = pairs
        .data()
        .into_iter()
        .map(|datum| Role::Value.width_of(&words::value_of(datum, lang)))
        .max()
        .unwrap_or_default();
    let (zero, row_height) = if narrow { (6, 52) } else { (labels + 16, 34) };
    let words = PairsWords { pairs, lang };
    let dates: Vec<String> = pairs.rows.iter().map(|row| words.dates(row)).collect();
    let column = dates.iter().map(|text| Role::Rank.width_of(text)).max().unwrap_or_default();
    let end = width.units() - values - 16 - if narrow { 0 } else { column + 12 };
    let rows = i32::try_from(pairs.rows.len()).unwrap_or_default();
    let mut scene = Scene::new(width.units(), AXIS + rows * row_height + 4);
    let height = scene.height;
    let (extent, ticks) = Extent::of_amounts(pairs.largest(), pairs.unit.steps(), if narrow { 3 } else { 4 });
    let plane = Canvas::new(&mut scene).row_plane(extent, zero..end);
    for tick in ticks {
        let label = words::amount(tick.unsigned_abs(), pairs.unit, lang);
        let role = if tick == 0 { Role::Zero } else { Role::Grid };
        let anchor = if narrow && tick == 0 { Anchor::Start } else { Anchor::Middle };
        plane.back(&[(tick, 0)], &|brush, places| {
            let Some((x, _)) = places.first().copied() else { return };
            brush.line(role, &[(x, AXIS - 4), (x, height - 4)]);
            brush.text(Role::Tick, (if narrow && tick == 0 { 0 } else { x }, 12), anchor, &label);
        });
    }
    for ((index, row), date) in (0..).zip(&pairs.rows).zip(&dates) {
        let focused = row.place.code == pairs.focus;
        let top = AXIS + index * row_height;
        let y = if narrow { top + 36 } else { top + row_height / 2 };
        let (role, link) = if focused { (Role::FocusLabel, Role::FocusLink) } else { (Role::Label, Role::Link) };
        let both: Vec<(i32, i32)> = row.ends.iter().filter_map(position).map(|at| (at, 0)).collect();
        plane.back(&both, &|brush, places| {
            let y_date = if narrow { top + 14 } else { y };
            brush.text(Role::Rank, (width.units(), y_date), Anchor::End, date);
            match narrow {
                true => brush.text(role, (0, top + 14), Anchor::Start, row.place.name(lang)),
                false => brush.text(role, (zero - 14, y), Anchor::End, row.place.name(lang)),
            }
            if let [(a, _), (b, _)] = *places {
                brush.line(link, &[(a, y), (b, y)]);
            }
        });
        dots_of(&plane, (words, row, reader), (zero, width.units()), (top, y, row_height), focused);
    }
    scene
}

fn dots_of(
    plane: &Plane<'_>,
    (words, row, reader): (PairsWords<'_>, &Pair, Reader),
    (zero, right): (i32, i32),
    (top, y, height): (i32, i32, i32),
    focused: bool,
) {
    let lang = words.lang;
    let none = !row.ends.iter().any(|end| end.figure.is_some());
    let swapped = match row.ends.each_ref().map(position) {
        [Some(a), Some(b)] => a > b,
        _ => false,
    };
    for (index, end) in row.ends.iter().enumerate() {
        let Some(at) = position(end) else {
            if none && index == 0 {
                plane.mark(Mark::of(end, words.spoken(row, end, reader), (0, top)), &[], &|brush, _| {
                    brush.rect(Role::Hit, (0, top), (right, top + height));
                    brush.hatch(Role::Missing, (zero, y - 9), (zero + 40, y + 9));
                    brush.text(Role::MissingText, (zero + 52, y), Anchor::Start, words::ui(lang).missing);
                });
            }
            continue;
        };
        let (low, high) = end.interval().map_or((at, at), |i| (whole(i.low()), i.high().map_or(at, whole)));
        let value = words::value_of(end, lang);
        // The value stands outside the pair: before the smaller and after the larger one.
        let before = row.is_whole() && (index == 0) != swapped;
        let mark = Mark::of(end, words.spoken(row, end, reader), (0, top));
        plane.mark(mark, &[(low, 0), (at, 0), (high, 0)], &|brush, places| {
            let [(x0, _), (x, _), (x1, _)] = *places else { return };
            brush.rect(Role::Hit, (x0.min(x - 14), top), (x1.max(x + 14), top + height));
            let (dot, ring, line) = match focused {
                true => (Role::Point, Role::FocusRing, Role::FocusLink),
                false => (Role::Dot, Role::Ring, Role::Link),
            };
            if x1 > x0 {
                brush.line(line, &[(x0, y - 5), (x0, y + 5)]);
                brush.line(line, &[(x1, y - 5), (x1, y + 5)]);
                brush.line(line, &[(x0, y), (x1, y)]);
            }
            let is_open = end.interval().is_some_and(|interval| interval.high().is_none());
            let x1 = if is_open { x + 20 } else { x1 };
            if is_open {
                let arrow = if focused { Role::FocusArrow } else { Role::Arrow };
                brush.area(arrow, &[(x + 9, y - 5), (x1 - 2, y), (x + 9, y + 5)]);
            }
            brush.circle(if index == 0 { dot } else { ring }, (x, y), 6);
            match before {
                true => brush.text(Role::Value, (x0.min(x - 6) - 5, y), Anchor::End, &value),
                false => brush.text(Role::Value, (x1.max(x + 6) + 5, y), Anchor::Start, &value),
            }
        });
    }
}

/// The room that full names with their values take at one end.
fn names_room(pairs: &Pairs, end: usize, lang: Lang) -> i32 {
    let labels = pairs.rows.iter().filter_map(|row| row.ends.get(end));
    let text = |datum: &Datum| format!("{} {}", datum.place.name(lang), words::value_of(datum, lang));
    labels.map(|datum| Role::FocusLabel.width_of(&text(datum))).max().unwrap_or_default()
}

/// The amounts that the axis of slopes shows.
fn around(pairs: &Pairs) -> Extent {
    let with = pairs.data().into_iter().filter_map(Datum::interval);
    let least = with.map(|interval| interval.low()).min().unwrap_or_default();
    Extent::around(least, pairs.largest(), pairs.unit.steps())
}

/// Whether the axis of slopes begins above zero.
pub(super) fn is_cut(pairs: &Pairs) -> bool {
    around(pairs).from() > 0
}

/// Draws slopes between two months.
pub(super) fn slopes(pairs: &Pairs, sheet: Sheet) -> Scene {
    let Sheet { lang, width, reader } = sheet;
    let full_room: i32 = [0, 1].map(|end| names_room(pairs, end, lang)).iter().sum();
    let is_short = width == Width::Narrow || full_room + 160 > width.units();
    let name = |datum: &Datum| match is_short {
        true => datum.place.abbr.clone(),
        false => datum.place.name(lang).to_owned(),
    };
    let label = |datum: &Datum| format!("{} {}", name(datum), words::value_of(datum, lang));
    let side = |index: usize| -> Vec<&Datum> { pairs.rows.iter().filter_map(|row| row.ends.get(index)).collect() };
    let heads = pairs.ends.each_ref().map(|end| match (end.month, width) {
        (Some(month), Width::Narrow) => format!("{} {}", words::month_short(month, lang), month.year()),
        (Some(month), _) => words::month(month, lang),
        (None, _) => String::new(),
    });
    let room = |index: usize| {
        let labels = side(index).into_iter().map(|end| Role::FocusLabel.width_of(&label(end)));
        let head = heads.get(index).map(|head| Role::Heading.width_of(head));
        labels.chain(head).max().unwrap_or_default() + 14
    };
    let (left, right) = (room(0), width.units() - room(1));
    let extent = around(pairs);
    let count = i32::try_from(pairs.rows.len()).unwrap_or_default();
    let plot = (count * (LINE + 2)).max(200);
    let (top, bottom) = (AXIS + 10, AXIS + 10 + plot);
    let none: Vec<&Pair> = pairs.rows.iter().filter(|row| row.ends.iter().all(|end| end.figure.is_none())).collect();
    let height = bottom + 46 + 26 * i32::try_from(none.len()).unwrap_or_default();
    let mut scene = Scene::new(width.units(), height);
    let plane = Canvas::new(&mut scene).plane((Extent::of_height(1), extent), (left..right, bottom..top));
    let from = words::amount(extent.from().unsigned_abs(), pairs.unit, lang);
    let note = words::say(lang, "Achse beginnt bei {0}", "axis begins at {0}", &[&from]);
    plane.back(&[], &|brush, _| {
        for (x, head, anchor) in [(left, &heads[0], Anchor::End), (right, &heads[1], Anchor::Start)] {
            brush.text(Role::Heading, (x, 12), anchor, head);
            brush.line(Role::Zero, &[(x, AXIS), (x, bottom + 8)]);
        }
        if extent.from() > 0 {
            brush.text(Role::Tick, ((left + right) / 2, bottom + 26), Anchor::Middle, &note);
        }
    });
    for row in &pairs.rows {
        let ends: Vec<(i32, i32)> = (0..).zip(&row.ends).filter_map(|(x, end)| Some((x, position(end)?))).collect();
        let exact = row.ends.iter().all(|end| end.interval().is_some_and(crate::data::Interval::is_exact));
        let role = match (row.place.code == pairs.focus, exact) {
            (true, true) => Role::FocusLink,
            (true, false) => Role::FocusLinkDashed,
            (false, true) => Role::Link,
            (false, false) => Role::LinkDashed,
        };
        if ends.len() == 2 {
            plane.back(&ends, &|brush, places| brush.line(role, places));
        }
    }
    let labels = [spread(&side(0), &plane, bottom), spread(&side(1), &plane, bottom)];
    let words = PairsWords { pairs, lang };
    for (row_index, row) in pairs.rows.iter().enumerate() {
        let focused = row.place.code == pairs.focus;
        for (x, end, anchor, places) in
            [(0, &row.ends[0], Anchor::End, &labels[0]), (1, &row.ends[1], Anchor::Start, &labels[1])]
        {
            let Some(at) = position(end) else { continue };
            let label_y = places.get(row_index).copied().flatten().unwrap_or(top);
            let (low, high) = end.interval().map_or((at, at), |i| (whole(i.low()), i.high().map_or(at, whole)));
            let text = label(end);
            plane.mark(
                Mark::of(end, words.spoken(row, end, reader), (0, 0)),
                &[(x, low), (x, at), (x, high)],
                &|brush, found| {
                    slope_end(brush, found, (label_y, anchor), focused, &text);
                },
            );
        }
    }
    for (index, row) in (0..).zip(none) {
        let y = bottom + 54 + index * 26;
        let [end, _] = &row.ends;
        let text = format!("{}: {}", name(end), words::ui(lang).missing);
        plane.mark(Mark::of(end, words.spoken(row, end, reader), (0, 0)), &[], &|brush, _| {
            brush.rect(Role::Hit, (0, y - 13), (width.units(), y + 13));
            brush.hatch(Role::Missing, (2, y - 8), (30, y + 8));
            brush.text(Role::MissingText, (42, y), Anchor::Start, &text);
        });
    }
    scene
}

fn slope_end(
    brush: &mut Brush<'_, '_>,
    places: &[BackendCoord],
    (label, anchor): (i32, Anchor),
    focused: bool,
    text: &str,
) {
    let [(x, y_low), (_, y), (_, y_high)] = *places else { return };
    let sign = if anchor == Anchor::End { -1 } else { 1 };
    let width = Role::FocusLabel.width_of(text) + 14;
    brush.rect(Role::Hit, (x, label - LINE / 2), (x + sign * width, label + LINE / 2));
    if (label - y).abs() > 3 {
        // What leads to a name is as thin as an axis, and can be seen as well.
        brush.line(Role::Zero, &[(x + sign * 3, y), (x + sign * 10, label)]);
    }
    if y_low != y_high {
        brush.line(if focused { Role::FocusLink } else { Role::Link }, &[(x, y_low), (x, y_high)]);
    }
    brush.circle(if focused { Role::Point } else { Role::Dot }, (x, y), 4);
    brush.text(if focused { Role::FocusLabel } else { Role::Label }, (x + sign * 12, label), anchor, text);
}

/// The vertical places of the labels at one end: as near to their points as the distance of lines allows.
fn spread(ends: &[&Datum], plane: &Plane<'_>, bottom: i32) -> Vec<Option<i32>> {
    let y = |end: &Datum| Some(plane.placed((0, position(end)?)).1);
    let mut order: Vec<(usize, i32)> =
        ends.iter().enumerate().filter_map(|(index, end)| Some((index, y(end)?))).collect();
    sort_by(&mut order, |a, b| a.1.cmp(&b.1));
    // Down from the top, then up from the bottom, so that all fit and none touches another.
    let mut last = i32::MIN / 2;
    for (_, own) in &mut order {
        *own = (*own).max(last + LINE);
        last = *own;
    }
    let mut next = bottom + LINE;
    for (_, own) in order.iter_mut().rev() {
        *own = (*own).min(next - LINE);
        next = *own;
    }
    let mut places = vec![None; ends.len()];
    for (index, own) in order {
        if let Some(place) = places.get_mut(index) {
            *place = Some(own);
        }
    }
    places
}
