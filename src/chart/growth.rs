//! The growth as points on a true time axis: the reader's state or a portal in full, chosen states in colours of their
//! own, the others in grey.

mod labels;
mod layout;

use self::labels::{Label, labels};
use self::layout::{AXIS, EVENT, HEAD, LANE, Layout, anchor, corners, named};
use super::glyph::{Brush, Canvas, Plane};
use super::scale::month_ticks;
use super::scene::{Anchor, Mark, Scene};
use super::{Role, Sheet};
use crate::answer::{Figure, Growth, Join, Point, Series, SeriesRole};
use crate::data::Qualifier;
use crate::words::{self, GrowthWords, Tell};
use plotters_backend::BackendCoord;

/// Height of an open end.
const OPEN: i32 = 46;
/// Least distance of the names at the right end.
const LINE: i32 = 18;

/// Draws a growth.
pub(super) fn draw(growth: &Growth, sheet: Sheet) -> Scene {
    let Sheet { lang, width, .. } = sheet;
    let words = GrowthWords { growth, lang };
    let layout = Layout::of(words, width);
    let mut scene = Scene::new(width.units(), layout.bottom + AXIS);
    paint(&mut scene, words, &layout);
    scene
}

fn paint(scene: &mut Scene, words: GrowthWords<'_>, layout: &Layout) {
    let growth = words.growth;
    let plane = Canvas::new(scene).plane((layout.days, layout.amounts), layout.units());
    for tick in &layout.ticks {
        let label = words::amount(tick.unsigned_abs(), growth.unit, words.lang);
        let role = if *tick == 0 { Role::Zero } else { Role::Grid };
        plane.back(&[(layout.days.from(), *tick)], &|brush, places| {
            let Some((_, y)) = places.first().copied() else { return };
            brush.line(role, &[(layout.left, y), (layout.right, y)]);
            brush.text(Role::Tick, (layout.left - 8, y), Anchor::End, &label);
        });
    }
    time_axis(&plane, words, layout);
    for found in &growth.breaks {
        plane.back(&[(2 * found.date.days(), 0)], &|brush, places| {
            let Some((x, y)) = places.first().copied() else { return };
            brush.line(Role::Break, &[(x, layout.top - HEAD + 4), (x, y)]);
        });
    }
    for ([first, x, last], lane) in &layout.events {
        plane.back(&[], &|brush, _| {
            let y = lane * LANE + EVENT + 1;
            // A vague date is a span at the top, never a day in the chart.
            match last - first > 2 * EVENT {
                true => brush.line(Role::EventSpan, &[(*first, y), (*last, y)]),
                false => brush.line(Role::EventLine, &[(*x, y + EVENT), (*x, layout.bottom)]),
            }
        });
    }
    // From the back to the front: grey lines, chosen lines, the line in full.
    for series in growth.series.iter().rev() {
        joins(&plane, series);
    }
    if let Some((run, _)) = growth.main().and_then(|main| Some((main.longest_run(), main.pace()?))) {
        let ends: Vec<(i32, i32)> = run.first().into_iter().chain(run.last()).filter_map(position).collect();
        plane.back(&ends, &|brush, places| brush.line(Role::Pace, places));
    }
    let labels = labels(words, layout);
    for datum in growth.data() {
        let Some(figure) = &datum.figure else { continue };
        let role = growth.series.iter().find(|series| series.place.code == datum.place.code).map(|series| series.role);
        let label = labels.iter().find(|(own, _)| std::ptr::eq(*own, datum)).and_then(|(_, label)| label.as_ref());
        let tell = Tell { place: growth.series.len() > 1, measure: false, date: true };
        let mark = Mark::of(datum, words::spoken(datum, None, tell, words.lang), (0, 0));
        plane.mark(mark, &corners(figure), &|brush, places| match role {
            _ if datum.measure.target => target_shapes(brush, layout, places, label),
            Some(SeriesRole::Context) => small_point(brush, Role::Dot, places, 3),
            Some(SeriesRole::Chosen(index)) => small_point(brush, series_roles(index).1, places, 5),
            _ => point_shapes(brush, figure, layout, places, label),
        });
    }
    names(&plane, words, layout);
    for (index, ([_, x, _], lane)) in layout.events.iter().enumerate() {
        let number = (index + 1).to_string();
        plane.front(&[], &|brush, _| {
            let at = (*x, lane * LANE + EVENT + 1);
            brush.circle(Role::Event, at, EVENT.unsigned_abs());
            brush.text(Role::EventText, at, Anchor::Middle, &number);
        });
    }
}

/// Line, point and name of a chosen line.
fn series_roles(index: usize) -> (Role, Role, Role) {
    match index {
        0 => (Role::Series1, Role::SeriesPoint1, Role::SeriesText1),
        1 => (Role::Series2, Role::SeriesPoint2, Role::SeriesText2),
        _ => (Role::Series3, Role::SeriesPoint3, Role::SeriesText3),
    }
}

/// The place of a point: the middle of its date at its amount.
fn position(point: &Point) -> Option<(i32, i32)> {
    let figure = point.datum.figure.as_ref()?;
    Some((figure.observation.span.twice_middle(), anchor(figure.value)))
}

/// The lines between the points of a series.
fn joins(plane: &Plane<'_>, series: &Series) {
    for (before, point) in series.points.iter().zip(series.points.iter().skip(1)) {
        let role = match (series.role, point.join) {
            (_, Join::None) => continue,
            (SeriesRole::Focus, Join::Solid) => Role::Join,
            (SeriesRole::Focus, Join::Dashed) => Role::JoinDashed,
            (SeriesRole::Context, Join::Solid) => Role::Context,
            (SeriesRole::Context, Join::Dashed) => Role::ContextDashed,
            (SeriesRole::Chosen(index), _) => series_roles(index).0,
        };
        let ends: Vec<(i32, i32)> = [before, point].into_iter().filter_map(position).collect();
        plane.back(&ends, &|brush, places| brush.line(role, places));
    }
}

/// The names and last values of chosen lines at their ends, as near as the distance of lines allows.
fn names(plane: &Plane<'_>, words: GrowthWords<'_>, layout: &Layout) {
    let mut lowest = layout.bottom - LINE / 2;
    let mut ends: Vec<(&Series, i32)> = named(words.growth, layout.width)
        .filter_map(|series| Some((series, position(series.points.last()?)?.1)))
        .collect();
    crate::data::sort_by(&mut ends, |a, b| a.1.cmp(&b.1));
    for (series, amount) in ends {
        let role = match series.role {
            SeriesRole::Chosen(index) => series_roles(index).2,
            _ => Role::FocusLabel,
        };
        let y = layout.y(amount).min(lowest);
        lowest = y - LINE;
        let text = words.end_label(series);
        plane.front(&[], &|brush, _| brush.text(role, (layout.right + 10, y), Anchor::Start, &text));
    }
}

/// Ticks and names of months or years below the plot.
fn time_axis(plane: &Plane<'_>, words: GrowthWords<'_>, layout: &Layout) {
    let spacing = Role::Tick.width_of("Sept. 2021") + 16;
    let (step, months) = month_ticks(words.growth.span, layout.right - layout.left, spacing);
    let ticks = months.into_iter().map(|month| (month, 2 * month.span().from().days()));
    for (month, first_day) in ticks.filter(|(_, first_day)| *first_day <= layout.days.to()) {
        let text = match (step, month.number()) {
            (12.., _) => month.year().to_string(),
            (_, 1) => format!("{} {}", words::month_short(month, words.lang), month.year()),
            _ => words::month_short(month, words.lang).to_owned(),
        };
        plane.back(&[(first_day, 0)], &|brush, places| {
            let Some((x, y)) = places.first().copied() else { return };
            let half = Role::Tick.width_of(&text) / 2;
            let middle = x.clamp(half, (layout.width.units() - half).max(half));
            brush.line(Role::Zero, &[(x, y), (x, y + 5)]);
            brush.text(Role::Tick, (middle, y + 17), Anchor::Middle, &text);
        });
    }
}

fn label_shape(brush: &mut Brush<'_, '_>, (x, y): BackendCoord, label: Option<&Label>) {
    if let Some(label) = label {
        brush.text(label.role, (x + label.dx, y + label.dy), label.anchor, &label.text);
    }
}

/// A point without a label: a dot, or a line over its bounds.
fn small_point(brush: &mut Brush<'_, '_>, role: Role, places: &[BackendCoord], radius: u32) {
    let [_, (x, y), _] = *places else { return };
    brush.rect(Role::Hit, (x - 8, y - 8), (x + 8, y + 8));
    brush.circle(role, (x, y), radius);
}

fn point_shapes(
    brush: &mut Brush<'_, '_>,
    figure: &Figure,
    layout: &Layout,
    places: &[BackendCoord],
    label: Option<&Label>,
) {
    let [(x0, y_low), (x, y), (x1, y_high)] = *places else { return };
    let interval = figure.value.interval();
    brush.rect(Role::Hit, (x.min(x0) - 8, layout.top - HEAD), (x.max(x1) + 8, layout.bottom));
    match interval.high() {
        None => {
            let (left, right) = (x0.min(x - 8), x1.max(x + 8));
            let top = (y - OPEN).max(layout.top - 8);
            brush.rect(Role::Open, (left, top), (right, y));
            brush.area(Role::FocusArrow, &[(x - 7, top + 14), (x, top + 2), (x + 7, top + 14)]);
        }
        Some(_) if interval.is_exact() => {}
        Some(_) => brush.rect(Role::FocusBand, (x0.min(x - 5), y_high), (x1.max(x + 5), y_low)),
    }
    if x1 - x0 > 10 {
        brush.line(Role::Span, &[(x0, y), (x1, y)]);
    }
    if figure.value.qualifier() != Qualifier::Between {
        brush.circle(Role::Point, (x, y), 5);
    }
    label_shape(brush, (x, y), label);
}

fn target_shapes(brush: &mut Brush<'_, '_>, layout: &Layout, places: &[BackendCoord], label: Option<&Label>) {
    let [(x0, _), (x, y), (x1, _)] = *places else { return };
    brush.rect(Role::Hit, (x.min(x0) - 8, layout.top - HEAD), (x.max(x1) + 8, layout.bottom));
    brush.line(Role::TargetSpan, &[(x0.min(x - 12), y), (x1.max(x + 12), y)]);
    brush.area(Role::Target, &[(x, y - 6), (x + 6, y), (x, y + 6), (x - 6, y)]);
    label_shape(brush, (x, y), label);
}
