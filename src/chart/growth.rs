//! The growth as points on a true time axis: the reader's state or a portal in full, chosen states in colours of their
//! own, the others in grey.

use super::glyph::{Brush, Canvas, Plane, placed};
use super::scale::{Extent, month_ticks};
use super::scene::{Anchor, Mark, Scene};
use super::{Role, Width, whole};
use crate::answer::{Datum, Figure, Growth, Join, Point, Series, SeriesRole};
use crate::data::{Event, Link, Qualifier, Value};
use crate::question::Lang;
use crate::words::{self, GrowthWords, Tell};
use plotters_backend::BackendCoord;
use std::ops::Range;

/// Height of the plot without its axes.
const PLOT: i32 = 250;
/// Height of the axis below.
const AXIS: i32 = 28;
/// Height of a lane of event numbers.
const LANE: i32 = 24;
/// Radius of an event's circle.
const EVENT: i32 = 10;
/// Height of an open end.
const OPEN: i32 = 46;
/// Space for a value above the highest point.
const HEAD: i32 = 22;
/// Least distance of the names at the right end.
const LINE: i32 = 18;

/// Where things stand.
struct Layout {
    width: Width,
    left: i32,
    right: i32,
    top: i32,
    bottom: i32,
    days: Extent,
    amounts: Extent,
    ticks: Vec<i32>,
    /// For each event its first, middle and last place, and its lane.
    events: Vec<([i32; 3], i32)>,
}

impl Layout {
    fn of(words: GrowthWords<'_>, width: Width) -> Self {
        let growth = words.growth;
        let unit = growth.unit;
        let (amounts, ticks) = Extent::of_amounts(growth.largest(), unit.steps(), 4);
        let label = |tick: &i32| Role::Tick.width_of(&words::amount(tick.unsigned_abs(), unit, words.lang));
        let left = ticks.iter().map(label).max().unwrap_or_default() + 10;
        // Names of lines stand at their ends where there is room, else in the key.
        let names = named(growth, width).map(|series| Role::SeriesText1.width_of(&words.end_label(series)));
        let right = width.units() - names.max().map_or(16, |names| names + names / 8 + 14);
        let days = Extent::of_half_days(growth.span);
        let mut layout = Self { width, left, right, top: 0, bottom: 0, days, amounts, ticks, events: Vec::new() };
        layout.events = layout.lanes(&growth.events);
        let lanes = layout.events.iter().map(|(_, lane)| lane + 1).max().unwrap_or_default();
        layout.top = lanes * LANE + HEAD;
        layout.bottom = layout.top + PLOT;
        layout
    }

    /// The parts of the picture on which the axes lie.
    fn units(&self) -> (Range<i32>, Range<i32>) {
        (self.left..self.right, self.bottom..self.top)
    }

    /// The place of half a day and an amount.
    fn position(&self, point: (i32, i32)) -> BackendCoord {
        placed((self.days, self.amounts), self.units(), point)
    }

    /// The horizontal place of half a day.
    fn x(&self, half_day: i32) -> i32 {
        self.position((half_day, 0)).0
    }

    /// The vertical place of an amount.
    fn y(&self, amount: i32) -> i32 {
        self.position((self.days.from(), amount)).1
    }

    /// Event numbers that would touch move down a lane.
    fn lanes(&self, events: &[Link<Event>]) -> Vec<([i32; 3], i32)> {
        let mut ends: Vec<i32> = Vec::new();
        let mut places = Vec::new();
        for event in events {
            let x = self.x(event.span.twice_middle());
            let (first, last) = (self.x(2 * event.span.from().days()), self.x(2 * event.span.to().days()));
            let (left, right) = (first.min(x - EVENT), last.max(x + EVENT));
            let lane = ends.iter().position(|end| *end + 4 <= left).unwrap_or(ends.len());
            match ends.get_mut(lane) {
                Some(end) => *end = right,
                None => ends.push(right),
            }
            places.push(([first, x, last], i32::try_from(lane).unwrap_or_default()));
        }
        places
    }
}

/// The lines whose names stand at their ends.
fn named(growth: &Growth, width: Width) -> impl Iterator<Item = &Series> {
    let told = |series: &&Series| growth.series.len() > 1 && series.role != SeriesRole::Context;
    growth.series.iter().filter(told).filter(move |_| width != Width::Narrow)
}

/// The amount at which a value stands: what is printed; for bounds the possible amount that is nearest to it.
fn anchor(value: Value) -> i32 {
    let interval = value.interval();
    let steps = match value.qualifier() {
        Qualifier::Between => interval.low() + interval.high().map_or(0, |high| (high - interval.low()) / 2),
        Qualifier::MoreThan => interval.low(),
        _ => value.amount().steps(),
    };
    whole(steps)
}

/// Draws a growth.
pub(super) fn draw(growth: &Growth, lang: Lang, width: Width) -> Scene {
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
        let mark = Mark::of(datum, words::spoken(datum, false, tell, words.lang), (0, 0));
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

/// First day at the lower bound, middle at the place of the value, last day at the upper bound.
fn corners(figure: &Figure) -> [(i32, i32); 3] {
    let (interval, span) = (figure.value.interval(), figure.observation.span);
    let (low, high) = (whole(interval.low()), whole(interval.high().unwrap_or(interval.low())));
    [(2 * span.from().days(), low), (span.twice_middle(), anchor(figure.value)), (2 * (span.to().days() + 1), high)]
}

/// The labels of targets and points that find a free place.
fn labels<'a>(words: GrowthWords<'a>, layout: &Layout) -> Vec<(&'a Datum, Option<Label>)> {
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
struct Label {
    text: String,
    role: Role,
    dx: i32,
    dy: i32,
    anchor: Anchor,
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
        let [(from, _), (middle, at), (to, high)] = *corners;
        let (x0, x, x1) = (layout.x(from), layout.x(middle), layout.x(to));
        let (y_at, y_high) = (layout.y(at), layout.y(high.max(at)));
        let (w, h) = (role.width_of(&text), 16);
        let (above, below) = (y_high - y_at - 16, 17);
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
