//! Horizontal bars: a ranking, or the catalogue by service area.

use super::glyph::{Brush, Canvas, Plane};
use super::scale::Extent;
use super::scene::{Anchor, Mark, Scene};
use super::{Role, Sheet, Width, whole};
use crate::answer::{Areas, Datum, LineKind, Ranking};
use crate::data::{Interval, Unit, Value};
use crate::question::Lang;
use crate::words::{self, Named, RankingWords, Tell};
use plotters_backend::BackendCoord;

/// Height of the axis above the bars.
const AXIS: i32 = 30;
/// Space between columns.
const GAP: i32 = 12;
/// Width of the hatching of a state without a figure.
const HATCH: i32 = 40;
/// Height of a line of states without a figure, and the space between their names.
const LINE: i32 = 26;
const SPACE: i32 = 18;
/// Gap between a bar and its band.
const BESIDE: i32 = 2;
/// Length of an open end.
const OPEN: i32 = 48;

/// One bar.
struct Bar<'a> {
    datum: &'a Datum,
    label: String,
    value: String,
    /// The text in the last column.
    side: String,
    focused: bool,
    spoken: String,
}

impl Bar<'_> {
    /// The role of its label.
    fn role(&self) -> Role {
        if self.focused { Role::FocusLabel } else { Role::Label }
    }
}

/// All bars of a picture.
struct Bars<'a> {
    rows: Vec<Bar<'a>>,
    /// States without a figure, where there are many.
    missing: Vec<Bar<'a>>,
    /// The heading of the last column.
    side: &'static str,
    lines: Vec<(LineKind, Value)>,
    unit: Unit,
    largest: u32,
    lang: Lang,
    width: Width,
}

/// Draws a ranking.
pub(super) fn ranking(ranking: &Ranking, sheet: Sheet) -> Scene {
    let Sheet { lang, width, reader } = sheet;
    let words = RankingWords { ranking, lang };
    let rows = ranking.rows.iter().map(|datum| {
        let focused = ranking.focus == datum.place.code;
        Bar {
            datum,
            label: words.label(datum),
            value: words::value_of(datum, lang),
            side: words.rank_with_rise(datum),
            focused,
            spoken: words.spoken(datum, reader),
        }
    });
    let (rows, missing) = rows.partition(|row| row.datum.figure.is_some() || !ranking.lacks_many());
    let bars = Bars {
        rows,
        missing,
        side: if ranking.has_ranks() { words::ui(lang).rank } else { "" },
        lines: ranking.lines.iter().map(|line| (line.kind, line.value)).collect(),
        unit: ranking.unit,
        largest: ranking.largest(),
        lang,
        width,
    };
    bars.draw()
}

/// Draws the catalogue by service area.
pub(super) fn catalogue(areas: &Areas, sheet: Sheet) -> Scene {
    let Sheet { lang, width, .. } = sheet;
    let rows = areas.data().into_iter().map(|datum| {
        let label = datum.area.as_ref().map(|area| area.name(lang).to_owned()).unwrap_or_default();
        let value = words::value_of(datum, lang);
        let spoken = words::spoken(datum, None, Tell::default(), lang);
        Bar { datum, label, value, side: String::new(), focused: false, spoken }
    });
    let bars = Bars {
        rows: rows.collect(),
        missing: Vec::new(),
        side: "",
        lines: Vec::new(),
        unit: areas.unit,
        largest: areas.largest(),
        lang,
        width,
    };
    bars.draw()
}

/// Where things stand.
struct Layout {
    width: Width,
    /// Left end of the bars.
    zero: i32,
    /// Right end of the bars.
    end: i32,
    /// Right end of the column of values.
    values: i32,
    /// Height of a row, and of its bar.
    row: i32,
    bar: i32,
}

impl Layout {
    fn of(bars: &Bars<'_>) -> Self {
        let widest = |role: Role, text: for<'r> fn(&'r Bar<'_>) -> &'r str| {
            bars.rows.iter().map(|row| role.width_of(text(row))).max().unwrap_or_default()
        };
        let with_figure = |row: &Bar<'_>| row.datum.figure.is_some();
        let values = bars.rows.iter().filter(|row| with_figure(row)).map(|row| Role::Value.width_of(&row.value));
        let values = values.max().unwrap_or_default();
        let side = match bars.side {
            "" => 0,
            heading => widest(Role::Rank, |row| &row.side).max(Role::Rank.width_of(heading)) + GAP,
        };
        let narrow = bars.width == Width::Narrow;
        let values_end = bars.width.units() - side;
        Self {
            width: bars.width,
            zero: if narrow { 1 } else { widest(Role::FocusLabel, |row| &row.label) + GAP },
            end: values_end - values - GAP,
            values: values_end,
            row: if narrow { 46 } else { 34 },
            bar: if narrow { 18 } else { 24 },
        }
    }

    fn top(&self, index: usize) -> i32 {
        AXIS + self.row * i32::try_from(index).unwrap_or_default()
    }

    /// Top and bottom of a bar below the top of its row.
    fn bar(&self) -> (i32, i32) {
        let top = match self.width {
            Width::Narrow => self.row - self.bar - 4,
            _ => (self.row - self.bar) / 2,
        };
        (top, top + self.bar)
    }
}

impl Bars<'_> {
    fn draw(&self) -> Scene {
        let layout = Layout::of(self);
        let bottom = layout.top(self.rows.len()) + 4;
        let names = self.names(bottom + LINE);
        let end = names.last().map_or(bottom, |(_, (_, y))| y + LINE);
        let mut scene = Scene::new(self.width.units(), end);
        self.paint(&mut scene, &layout, bottom, &names);
        scene
    }

    /// The states without a figure, and where their names stand: in lines from `top` on.
    fn names(&self, top: i32) -> Vec<(&Bar<'_>, BackendCoord)> {
        let (mut x, mut y) = (0, top);
        let mut found: Vec<(&Bar<'_>, BackendCoord)> = Vec::new();
        for row in &self.missing {
            let width = row.role().width_of(&row.label);
            if x > 0 && x + width > self.width.units() {
                (x, y) = (0, y + LINE);
            }
            found.push((row, (x, y)));
            x += width + SPACE;
        }
        found
    }

    /// Writes them below a line that counts them.
    fn write(&self, plane: &Plane<'_>, bottom: i32, names: &[(&Bar<'_>, BackendCoord)]) {
        let count = words::without_figure(names.len(), self.lang);
        if !names.is_empty() {
            plane.back(&[], &|brush, _| {
                brush.text(Role::MissingText, (0, bottom + LINE / 2), Anchor::Start, &count);
            });
        }
        for (row, (x, y)) in names {
            let role = row.role();
            let end = x + role.width_of(&row.label);
            plane.mark(Mark::of(row.datum, row.spoken.clone(), (*x, *y)), &[], &|brush, _| {
                brush.rect(Role::Hit, (*x, *y), (end, y + LINE));
                brush.text(role, (*x, y + LINE / 2), Anchor::Start, &row.label);
            });
        }
    }

    fn paint(&self, scene: &mut Scene, layout: &Layout, height: i32, names: &[(&Bar<'_>, BackendCoord)]) {
        let count = if layout.width == Width::Narrow { 3 } else { 4 };
        let (extent, ticks) = Extent::of_amounts(self.largest, self.unit.steps(), count);
        let plane = Canvas::new(scene).row_plane(extent, layout.zero..layout.end);
        for tick in ticks {
            let label = words::amount(tick.unsigned_abs(), self.unit, self.lang);
            let role = if tick == 0 { Role::Zero } else { Role::Grid };
            let anchor = if tick == 0 && layout.width == Width::Narrow { Anchor::Start } else { Anchor::Middle };
            plane.back(&[(tick, 0)], &|brush, places| {
                let Some((x, _)) = places.first().copied() else { return };
                brush.line(role, &[(x, AXIS - 4), (x, height - 4)]);
                brush.text(Role::Tick, (x, 12), anchor, &label);
            });
        }
        if !self.side.is_empty() {
            plane.back(&[], &|brush, _| brush.text(Role::Tick, (layout.width.units(), 12), Anchor::End, self.side));
        }
        for (index, row) in self.rows.iter().enumerate() {
            let bounds = row.datum.interval();
            let low = bounds.map_or(0, |bounds| whole(bounds.low()));
            let high = bounds.map_or(0, |bounds| bounds.high().map_or(extent.to(), whole));
            let top = layout.top(index);
            let mark = Mark::of(row.datum, row.spoken.clone(), (0, top));
            plane.mark(mark, &[(0, 0), (low, 0), (high, 0)], &|brush, places| {
                let xs: Vec<i32> = places.iter().map(|(x, _)| *x).collect();
                self.row(brush, layout, row, top, bounds, &xs);
            });
        }
        self.write(&plane, height, names);
        let with = self.rows.iter().filter(|row| row.datum.figure.is_some()).count();
        for (kind, value) in &self.lines {
            let interval = value.interval();
            let ends = [Some(interval.low()), interval.high().filter(|high| *high != interval.low())];
            for steps in ends.into_iter().flatten() {
                plane.front(&[(whole(steps), 0)], &|brush, places| {
                    if let Some((x, _)) = places.first().copied() {
                        line(brush, line_role(*kind), layout, with, x);
                    }
                });
            }
        }
    }

    /// The shapes of a row; `xs` are the places of zero, of the lower and of the upper bound.
    fn row(
        &self,
        brush: &mut Brush<'_, '_>,
        layout: &Layout,
        row: &Bar<'_>,
        y: i32,
        bounds: Option<Interval>,
        xs: &[i32],
    ) {
        let [zero, low, high] = *xs else { return };
        let (top, bottom) = layout.bar();
        let (top, bottom) = (y + top, y + bottom);
        let (label, bar) = (row.role(), if row.focused { Role::Focus } else { Role::Bar });
        brush.rect(Role::Hit, (0, y), (layout.width.units(), y + layout.row));
        let middle = (top + bottom) / 2;
        match layout.width {
            Width::Narrow => brush.text(label, (0, y + 12), Anchor::Start, &row.label),
            _ => brush.text(label, (layout.zero - GAP, middle), Anchor::End, &row.label),
        }
        let Some(bounds) = bounds else {
            let right = (zero + HATCH).min(layout.end);
            brush.hatch(Role::Missing, (zero, top), (right, bottom));
            return brush.text(Role::MissingText, (right + GAP, middle), Anchor::Start, &row.value);
        };
        brush.rect(bar, (zero, top), (low, bottom));
        match bounds.high() {
            None => open_end(brush, row.focused, (low, top), (high, bottom)),
            Some(_) if bounds.is_exact() => {}
            Some(_) => {
                // A gap tells the band from the bar.
                let start = if high - low > 2 * BESIDE { low + BESIDE } else { low };
                brush.rect(if row.focused { Role::FocusBand } else { Role::Band }, (start, top), (high, bottom));
                brush.line(Role::BandEnd, &[(high, top), (high, bottom)]);
            }
        }
        brush.text(Role::Value, (layout.values, middle), Anchor::End, &row.value);
        brush.text(Role::Rank, (layout.width.units(), middle), Anchor::End, &row.side);
    }
}

/// The role of a line with which the states are compared.
pub(super) fn line_role(kind: LineKind) -> Role {
    match kind {
        LineKind::Nationwide => Role::Reference,
        LineKind::Target => Role::Goal,
        LineKind::Mean => Role::Mean,
    }
}

/// A line beside the bars of the first rows, with the ground around its dashes, so that it is seen on bars too and hides little
/// of them.
fn line(brush: &mut Brush<'_, '_>, role: Role, layout: &Layout, rows: usize, x: i32) {
    let lines: Vec<[BackendCoord; 2]> = match layout.width {
        // Beside the bars only, so that it does not cross the labels above them.
        Width::Narrow => {
            let (top, bottom) = layout.bar();
            let beside = |y: i32| [(x, y + top - 2), (x, y + bottom + 2)];
            (0..rows).map(|index| beside(layout.top(index))).collect()
        }
        _ => vec![[(x, AXIS - 4), (x, layout.top(rows) - 2)]],
    };
    let halo = match role {
        Role::Reference => Role::ReferenceHalo,
        Role::Mean => Role::MeanHalo,
        _ => Role::GoalHalo,
    };
    // Its dashes are longer by one at each end.
    let around: Vec<[BackendCoord; 2]> = lines.iter().map(|[(x, top), end]| [(*x, top - 1), *end]).collect();
    brush.lines(halo, &around);
    brush.lines(role, &lines);
}

/// A filled area of fixed length, and an arrow.
pub(super) fn open_end(
    brush: &mut Brush<'_, '_>,
    focused: bool,
    (low, top): BackendCoord,
    (end, bottom): BackendCoord,
) {
    let arrow = if focused { Role::FocusArrow } else { Role::Arrow };
    let tip = (low + OPEN).min(end.max(low + 24));
    let middle = (top + bottom) / 2;
    brush.rect(Role::Open, (low + BESIDE, top + 3), (tip - 9, bottom - 3));
    brush.area(arrow, &[(tip - 10, top + 2), (tip, middle), (tip - 10, bottom - 2)]);
}
