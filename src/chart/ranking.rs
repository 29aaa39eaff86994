//! The ranking as horizontal bars.

use super::backend::SceneBackend;
use super::glyph::{Brush, Drawn, Glyph};
use super::scale::Extent;
use super::scene::{Anchor, Mark, Scene};
use super::{Role, Width};
use crate::answer::{Ranking, Row};
use crate::data::Interval;
use crate::question::Lang;
use crate::words::{self, RankingWords};
use plotters::prelude::{ChartBuilder, IntoDrawingArea};
use plotters_backend::BackendCoord;

/// Height of the axis above the bars.
const AXIS: i32 = 30;
/// Space between columns.
const GAP: i32 = 12;
/// Width of the hatching of a state without a figure.
const HATCH: i32 = 40;
/// Length of an open end.
const OPEN: i32 = 48;

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
    fn of(words: RankingWords<'_>, width: Width) -> Self {
        let widest = |widths: &mut dyn Iterator<Item = i32>| widths.max().unwrap_or_default();
        let rows = &words.ranking.rows;
        let labels = widest(&mut rows.iter().map(|row| Role::FocusLabel.width_of(&words.label(row))));
        let figures = || rows.iter().filter(|row| row.figure.is_some());
        let values = widest(&mut figures().map(|row| Role::Value.width_of(&words.value_of(row))));
        let heading = Role::Rank.width_of(words::ui(words.lang).rank);
        let ranks = widest(&mut figures().map(|row| Role::Rank.width_of(&words.rank_column(row)))).max(heading);
        let narrow = width == Width::Narrow;
        let values_end = width.units() - ranks - GAP;
        Self {
            width,
            zero: if narrow { 1 } else { labels + GAP },
            end: values_end - values - GAP,
            values: values_end,
            row: if narrow { 46 } else { 34 },
            bar: if narrow { 18 } else { 24 },
        }
    }

    fn top(&self, index: usize) -> i32 {
        AXIS + self.row * i32::try_from(index).unwrap_or_default()
    }

    /// Top and bottom of a bar.
    fn bar(&self, index: usize) -> (i32, i32) {
        let top = match self.width {
            Width::Narrow => self.top(index) + self.row - self.bar - 4,
            _ => self.top(index) + (self.row - self.bar) / 2,
        };
        (top, top + self.bar)
    }
}

/// Draws a ranking.
pub(super) fn draw(ranking: &Ranking, lang: Lang, width: Width) -> Scene {
    let words = RankingWords { ranking, lang };
    let layout = Layout::of(words, width);
    let height = layout.top(ranking.rows.len()) + 4;
    let mut scene = Scene { width: width.units(), height, back: Vec::new(), marks: Vec::new(), front: Vec::new() };
    // Drawing into the scene cannot fail: its error type is empty.
    let _ = paint(&mut scene, words, &layout);
    scene
}

fn paint(scene: &mut Scene, words: RankingWords<'_>, layout: &Layout) -> Result<(), Box<dyn std::error::Error>> {
    let (ranking, lang) = (words.ranking, words.lang);
    let unit = ranking.measure.unit;
    let count = if layout.width == Width::Narrow { 3 } else { 4 };
    let (extent, ticks) = Extent::of_amounts(ranking.largest(), unit.steps(), count);
    let height = scene.height;
    let root = SceneBackend::new(scene).into_drawing_area();
    let chart = ChartBuilder::on(&root)
        .margin_left(layout.zero)
        .margin_right(layout.width.units() - layout.end)
        .margin_top(AXIS)
        .margin_bottom(4)
        .build_cartesian_2d(extent.range(), 0..height)?;
    for tick in ticks {
        let label = words::amount(tick.unsigned_abs(), unit, lang);
        let role = if tick == 0 { Role::Zero } else { Role::Grid };
        let anchor = if tick == 0 && layout.width == Width::Narrow { Anchor::Start } else { Anchor::Middle };
        chart.plotting_area().draw(&Glyph::new(vec![(tick, 0)], move |brush, points| {
            let Some((x, _)) = points.first().copied() else { return Ok(()) };
            brush.line(role, &[(x, AXIS - 4), (x, height - 4)])?;
            brush.text(Role::Tick, (x, 12), anchor, &label)
        }))?;
    }
    root.draw(&Glyph::new(vec![(layout.width.units(), 12)], |brush, points| {
        let Some(at) = points.first().copied() else { return Ok(()) };
        brush.text(Role::Tick, at, Anchor::End, words::ui(lang).rank)
    }))?;
    for (index, row) in ranking.rows.iter().enumerate() {
        let bounds = row.figure.as_ref().map(|figure| figure.observation.value.interval());
        let low = bounds.map_or(0, |bounds| whole(bounds.low()));
        let high = bounds.map_or(0, |bounds| bounds.high().map_or(extent.to(), whole));
        let glyph = Glyph::new(vec![(0, 0), (low, 0), (high, 0)], move |brush, points| {
            let xs: Vec<i32> = points.iter().map(|(x, _)| *x).collect();
            row_shapes(brush, words, layout, index, row, bounds, &xs)
        });
        chart.plotting_area().draw(&glyph.of(mark(words, row)))?;
    }
    if let Some(reference) = &ranking.reference {
        let at = whole(reference.observation.value.amount().steps());
        let rows = ranking.coverage.with;
        let line = Glyph::new(vec![(at, 0)], move |brush, points| {
            let Some((x, _)) = points.first().copied() else { return Ok(()) };
            match layout.width {
                // Beside the bars only, so that it does not cross the labels above them.
                Width::Narrow => (0..rows)
                    .map(|index| layout.bar(index))
                    .try_for_each(|(top, bottom)| brush.line(Role::Reference, &[(x, top - 2), (x, bottom + 2)])),
                _ => brush.line(Role::Reference, &[(x, AXIS - 4), (x, layout.top(rows) - 2)]),
            }
        });
        chart.plotting_area().draw(&line.in_front())?;
    }
    Ok(())
}

fn whole(steps: u32) -> i32 {
    i32::try_from(steps).unwrap_or(i32::MAX)
}

fn mark(words: RankingWords<'_>, row: &Row) -> Mark {
    Mark {
        key: row.place.code.iso().to_owned(),
        place: row.place.code,
        value: row.figure.as_ref().map(|figure| figure.observation.value),
        unit: words.ranking.measure.unit,
        rank: row.figure.as_ref().map(|figure| figure.rank),
        spoken: words.spoken(row),
        shapes: Vec::new(),
    }
}

/// The shapes of a row; `xs` are the places of zero, of the lower and of the upper bound.
fn row_shapes(
    brush: &mut Brush<'_, '_>,
    words: RankingWords<'_>,
    layout: &Layout,
    index: usize,
    row: &Row,
    bounds: Option<Interval>,
    xs: &[i32],
) -> Drawn {
    let [zero, low, high] = *xs else { return Ok(()) };
    let (top, bottom) = layout.bar(index);
    let focused = row.place.code == words.ranking.focus;
    let (label, bar) = if focused { (Role::FocusLabel, Role::Focus) } else { (Role::Label, Role::Bar) };
    let name = &words.label(row);
    brush.rect(Role::Hit, (0, layout.top(index)), (layout.width.units(), layout.top(index) + layout.row))?;
    let middle = (top + bottom) / 2;
    match layout.width {
        Width::Narrow => brush.text(label, (0, layout.top(index) + 12), Anchor::Start, name)?,
        _ => brush.text(label, (layout.zero - GAP, middle), Anchor::End, name)?,
    }
    let Some(bounds) = bounds else {
        let right = (zero + HATCH).min(layout.end);
        brush.hatch(Role::Missing, (zero, top), (right, bottom))?;
        return brush.text(Role::MissingText, (right + GAP, middle), Anchor::Start, words::ui(words.lang).missing);
    };
    brush.rect(bar, (zero, top), (low, bottom))?;
    match bounds.high() {
        None => open_end(brush, focused, (low, top), (high, bottom))?,
        Some(_) if bounds.is_exact() => {}
        Some(_) => {
            brush.rect(if focused { Role::FocusBand } else { Role::Band }, (low, top), (high, bottom))?;
            brush.line(Role::BandEnd, &[(high, top), (high, bottom)])?;
        }
    }
    brush.text(Role::Value, (layout.values, middle), Anchor::End, &words.value_of(row))?;
    brush.text(Role::Rank, (layout.width.units(), middle), Anchor::End, &words.rank_column(row))
}

/// A filled area of fixed length, and an arrow.
fn open_end(brush: &mut Brush<'_, '_>, focused: bool, (low, top): BackendCoord, (end, bottom): BackendCoord) -> Drawn {
    let arrow = if focused { Role::FocusArrow } else { Role::Arrow };
    let tip = (low + OPEN).min(end.max(low + 24));
    let middle = (top + bottom) / 2;
    brush.rect(Role::Open, (low, top + 3), (tip - 9, bottom - 3))?;
    brush.area(arrow, &[(tip - 10, top + 2), (tip, middle), (tip - 10, bottom - 2)])
}
