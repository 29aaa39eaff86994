//! The growth as points on a true time axis.

use super::backend::SceneBackend;
use super::glyph::{Brush, Drawn, Glyph};
use super::scale::{Extent, month_ticks};
use super::scene::{Anchor, Mark, Scene};
use super::{Role, Width};
use crate::answer::{Growth, Join, Point};
use crate::data::{Event, Observation, Qualifier, Value};
use crate::question::Lang;
use crate::words::{self, GrowthWords};
use plotters::prelude::{ChartBuilder, IntoDrawingArea};
use plotters_backend::BackendCoord;

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
        let unit = growth.measure.unit;
        let (amounts, ticks) = Extent::of_amounts(growth.largest(), unit.steps(), 4);
        let label = |tick: &i32| Role::Tick.width_of(&words::amount(tick.unsigned_abs(), unit, words.lang));
        let left = ticks.iter().map(label).max().unwrap_or_default() + 10;
        let right = width.units() - 16;
        let days = Extent::of_days(growth.span);
        let mut layout = Self { width, left, right, top: 0, bottom: 0, days, amounts, ticks, events: Vec::new() };
        layout.events = layout.lanes(&growth.events);
        let lanes = layout.events.iter().map(|(_, lane)| lane + 1).max().unwrap_or_default();
        layout.top = lanes * LANE + HEAD;
        layout.bottom = layout.top + PLOT;
        layout
    }

    /// The horizontal place of twice a day.
    fn x(&self, twice_day: i32) -> i32 {
        let range = self.days.range();
        let share = (f64::from(twice_day) / 2.0 - f64::from(range.start)) / f64::from(range.end - range.start);
        self.left + (share * f64::from(self.right - self.left)).round() as i32
    }

    /// Event numbers that would touch move down a lane.
    fn lanes(&self, events: &[Event]) -> Vec<([i32; 3], i32)> {
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

fn whole(steps: u32) -> i32 {
    i32::try_from(steps).unwrap_or(i32::MAX)
}

/// Draws a growth.
pub(super) fn draw(growth: &Growth, lang: Lang, width: Width) -> Scene {
    let words = GrowthWords { growth, lang };
    let layout = Layout::of(words, width);
    let height = layout.bottom + AXIS;
    let mut scene = Scene { width: width.units(), height, back: Vec::new(), marks: Vec::new(), front: Vec::new() };
    // Drawing into the scene cannot fail: its error type is empty.
    let _ = paint(&mut scene, words, &layout);
    scene
}

fn paint(scene: &mut Scene, words: GrowthWords<'_>, layout: &Layout) -> Result<(), Box<dyn std::error::Error>> {
    let growth = words.growth;
    let root = SceneBackend::new(scene).into_drawing_area();
    let chart = ChartBuilder::on(&root)
        .margin_left(layout.left)
        .margin_right(layout.width.units() - layout.right)
        .margin_top(layout.top)
        .margin_bottom(AXIS)
        .build_cartesian_2d(layout.days.range(), layout.amounts.range())?;
    let area = chart.plotting_area();
    for tick in &layout.ticks {
        let label = words::amount(tick.unsigned_abs(), growth.measure.unit, words.lang);
        let role = if *tick == 0 { Role::Zero } else { Role::Grid };
        area.draw(&Glyph::new(vec![(layout.days.range().start, *tick)], move |brush, points| {
            let Some((_, y)) = points.first().copied() else { return Ok(()) };
            brush.line(role, &[(layout.left, y), (layout.right, y)])?;
            brush.text(Role::Tick, (layout.left - 8, y), Anchor::End, &label)
        }))?;
    }
    for glyph in time_axis(words, layout) {
        area.draw(&glyph)?;
    }
    for found in &growth.breaks {
        area.draw(&Glyph::new(vec![(found.date.days(), 0)], |brush, points| {
            let Some((x, y)) = points.first().copied() else { return Ok(()) };
            brush.line(Role::Break, &[(x, layout.top - HEAD + 4), (x, y)])
        }))?;
    }
    for ([first, x, last], lane) in &layout.events {
        root.draw(&Glyph::new(vec![(*x, lane * LANE + EVENT + 1)], |brush, points| {
            let Some((x, y)) = points.first().copied() else { return Ok(()) };
            // A vague date is a span at the top, never a day in the chart.
            match last - first > 2 * EVENT {
                true => brush.line(Role::EventSpan, &[(*first, y), (*last, y)]),
                false => brush.line(Role::EventLine, &[(x, y + EVENT), (x, layout.bottom)]),
            }
        }))?;
    }
    for (before, point) in growth.points.iter().zip(growth.points.iter().skip(1)) {
        let role = match point.join {
            Join::None => continue,
            Join::Solid => Role::Join,
            Join::Dashed => Role::JoinDashed,
        };
        let ends = [before, point].map(|p| (p.observation.span.twice_middle() / 2, anchor(p.observation.value)));
        area.draw(&Glyph::new(ends.to_vec(), move |brush, points| brush.line(role, points)))?;
    }
    let labels = labels(words, layout);
    for (index, (observation, _)) in growth.in_time_order().into_iter().enumerate() {
        let label = labels.iter().find(|(own, _)| std::ptr::eq(*own, observation)).and_then(|(_, label)| label.clone());
        let glyph = Glyph::new(corners(observation).to_vec(), move |brush, points| match observation.measure.target {
            true => target_shapes(brush, layout, points, label.as_ref()),
            false => point_shapes(brush, observation, layout, points, label.as_ref()),
        });
        area.draw(&glyph.of(mark(words, observation, index)))?;
    }
    for (index, ([_, x, _], lane)) in layout.events.iter().enumerate() {
        let number = (index + 1).to_string();
        let glyph = Glyph::new(vec![(*x, lane * LANE + EVENT + 1)], move |brush, points| {
            let Some(at) = points.first().copied() else { return Ok(()) };
            brush.circle(Role::Event, at, EVENT.unsigned_abs())?;
            brush.text(Role::EventText, at, Anchor::Middle, &number)
        });
        root.draw(&glyph.in_front())?;
    }
    Ok(())
}

/// Ticks and names of months or years below the plot.
fn time_axis<'a>(words: GrowthWords<'_>, layout: &'a Layout) -> Vec<Glyph<'a, (i32, i32)>> {
    let spacing = Role::Tick.width_of("Sept. 2021") + 16;
    let (step, months) = month_ticks(words.growth.span, layout.right - layout.left, spacing);
    let ticks = months.into_iter().map(|month| (month, month.span().from().days()));
    let inside = ticks.filter(|(_, first_day)| *first_day <= layout.days.to());
    inside
        .map(|(month, first_day)| {
            let text = match (step, month.number()) {
                (12.., _) => month.year().to_string(),
                (_, 1) => format!("{} {}", words::month_short(month, words.lang), month.year()),
                _ => words::month_short(month, words.lang).to_owned(),
            };
            Glyph::new(vec![(first_day, 0)], move |brush, points| {
                let Some((x, y)) = points.first().copied() else { return Ok(()) };
                let half = Role::Tick.width_of(&text) / 2;
                let middle = x.clamp(half, (layout.width.units() - half).max(half));
                brush.line(Role::Zero, &[(x, y), (x, y + 5)])?;
                brush.text(Role::Tick, (middle, y + 17), Anchor::Middle, &text)
            })
        })
        .collect()
}

/// First day at the lower bound, middle at the place of the value, last day at the upper bound.
fn corners(o: &Observation) -> [(i32, i32); 3] {
    let interval = o.value.interval();
    let (low, high) = (whole(interval.low()), whole(interval.high().unwrap_or(interval.low())));
    let middle = (o.span.twice_middle() / 2, anchor(o.value));
    [(o.span.from().days(), low), middle, (o.span.to().days() + 1, high)]
}

fn mark(words: GrowthWords<'_>, o: &Observation, index: usize) -> Mark {
    Mark {
        key: format!("{}-{}-{index}", o.place.code.iso(), o.span.from()),
        place: o.place.code,
        value: Some(o.value),
        unit: o.measure.unit,
        rank: None,
        spoken: words.spoken(o),
        shapes: Vec::new(),
    }
}

/// The labels of targets and points that find a free place.
fn labels<'a>(words: GrowthWords<'a>, layout: &Layout) -> Vec<(&'a Observation, Option<Label>)> {
    let growth = words.growth;
    let mut taken = Taken::default();
    let targets = growth.targets.iter().map(|target| (target, words.target(target), Role::TargetText));
    let ordered = label_order(&growth.points).into_iter().filter_map(|index| growth.points.get(index));
    let value = |o: &Observation| words::value_column(o.value, o.measure.unit, words.lang);
    let points = ordered.map(|point| (&point.observation, value(&point.observation), Role::Value));
    let place = |(o, text, role)| (o, taken.place(text, role, layout, &corners(o)));
    targets.chain(points).map(place).collect()
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
    fn place(&mut self, text: String, role: Role, layout: &Layout, corners: &[(i32, i32); 3]) -> Option<Label> {
        let [(from, _), (middle, at), (to, high)] = *corners;
        let (x0, x, x1) = (layout.x(2 * from), layout.x(2 * middle), layout.x(2 * to));
        let top = i64::from(layout.amounts.to().max(1));
        let y = |amount: i32| layout.bottom - i32::try_from(i64::from(amount) * i64::from(PLOT) / top).unwrap_or(PLOT);
        let (y_at, y_high) = (y(at), y(high.max(at)));
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

fn label_shape(brush: &mut Brush<'_, '_>, (x, y): BackendCoord, label: Option<&Label>) -> Drawn {
    match label {
        Some(label) => brush.text(label.role, (x + label.dx, y + label.dy), label.anchor, &label.text),
        None => Ok(()),
    }
}

fn point_shapes(
    brush: &mut Brush<'_, '_>,
    observation: &Observation,
    layout: &Layout,
    points: &[BackendCoord],
    label: Option<&Label>,
) -> Drawn {
    let [(x0, y_low), (x, y), (x1, y_high)] = *points else { return Ok(()) };
    let interval = observation.value.interval();
    brush.rect(Role::Hit, (x.min(x0) - 8, layout.top - HEAD), (x.max(x1) + 8, layout.bottom))?;
    match interval.high() {
        None => {
            let (left, right) = (x0.min(x - 8), x1.max(x + 8));
            let top = (y - OPEN).max(layout.top - 8);
            brush.rect(Role::Open, (left, top), (right, y))?;
            brush.area(Role::FocusArrow, &[(x - 7, top + 14), (x, top + 2), (x + 7, top + 14)])?;
        }
        Some(_) if interval.is_exact() => {}
        Some(_) => brush.rect(Role::FocusBand, (x0.min(x - 5), y_high), (x1.max(x + 5), y_low))?,
    }
    if x1 - x0 > 10 {
        brush.line(Role::Span, &[(x0, y), (x1, y)])?;
    }
    if observation.value.qualifier() != Qualifier::Between {
        brush.circle(Role::Point, (x, y), 5)?;
    }
    label_shape(brush, (x, y), label)
}

fn target_shapes(brush: &mut Brush<'_, '_>, layout: &Layout, points: &[BackendCoord], label: Option<&Label>) -> Drawn {
    let [(x0, _), (x, y), (x1, _)] = *points else { return Ok(()) };
    brush.rect(Role::Hit, (x.min(x0) - 8, layout.top - HEAD), (x.max(x1) + 8, layout.bottom))?;
    brush.line(Role::TargetSpan, &[(x0.min(x - 12), y), (x1.max(x + 12), y)])?;
    brush.area(Role::Target, &[(x, y - 6), (x + 6, y), (x, y + 6), (x - 6, y)])?;
    label_shape(brush, (x, y), label)
}
