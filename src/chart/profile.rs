//! One state among all others, measure by measure: strips, each on its own axis.

use super::bars::open_end;
use super::glyph::Canvas;
use super::scale::Extent;
use super::scene::{Anchor, Mark, Scene};
use super::{Role, Sheet, whole};
use crate::answer::{Profile, Ranking};
use crate::words::{self, RankingWords, Tell};

/// Height of the texts above a strip and of the strip below them.
const STRIP: i32 = 64;

/// Draws a profile: for each comparable count a strip with all states, the profiled one marked; below, the figures that
/// stand for themselves.
pub(super) fn draw(profile: &Profile, sheet: Sheet) -> Scene {
    let Sheet { lang, width, reader } = sheet;
    let line = |ranking: &Ranking| {
        let title = RankingWords { ranking, lang }.panel();
        words::lines(&title, 14, true, width.units() * 9 / 10, super::text_width)
    };
    let heads: Vec<Vec<String>> = profile.strips.iter().map(line).collect();
    let own: Vec<(Vec<String>, &crate::answer::Datum)> = profile
        .own
        .iter()
        .map(|datum| {
            let text = words::own_figure(datum, lang);
            (words::lines(&text, 14, false, width.units() * 9 / 10, super::text_width), datum)
        })
        .collect();
    let tall = |lines: &Vec<String>| 18 * i32::try_from(lines.len()).unwrap_or_default();
    let height: i32 = heads.iter().map(|lines| tall(lines) + STRIP).sum::<i32>()
        + own.iter().map(|(lines, _)| tall(lines) + 12).sum::<i32>()
        + 8;
    let mut scene = Scene::new(width.units(), height);
    let canvas = Canvas::new(&mut scene);
    let mut top = 4;
    for (ranking, lines) in profile.strips.iter().zip(&heads) {
        let axis = top + tall(lines) + 30;
        strip(&canvas, ranking, lines, (top, axis), sheet);
        top += tall(lines) + STRIP;
    }
    let all = Extent::of_height(1);
    let plane = canvas.plane((all, all), (0..1, 0..1));
    for (lines, datum) in &own {
        let spoken = words::spoken(datum, Some(reader), Tell { place: true, measure: true, date: true }, lang);
        plane.mark(Mark::of(datum, spoken, (0, top)), &[], &|brush, _| {
            brush.rect(Role::Hit, (0, top), (width.units(), top + tall(lines) + 6));
            for (line, index) in lines.iter().zip(0..) {
                brush.text(Role::Label, (0, top + 10 + 18 * index), Anchor::Start, line);
            }
        });
        top += tall(lines) + 12;
    }
    drop((plane, canvas));
    scene
}

fn strip(canvas: &Canvas<'_>, ranking: &Ranking, lines: &[String], (top, y): (i32, i32), sheet: Sheet) {
    let Sheet { lang, width, reader } = sheet;
    let (extent, _) = Extent::of_amounts(ranking.largest(), ranking.unit.steps(), 4);
    let (left, right) = (8, width.units() - 12);
    let plane = canvas.row_plane(extent, left..right);
    let focus = ranking.focus_row();
    let ends = [0, extent.to()].map(|steps| words::amount(steps.unsigned_abs(), ranking.unit, lang));
    plane.back(&[(0, 0), (extent.to(), 0)], &|brush, places| {
        for (line, index) in lines.iter().zip(0..) {
            brush.text(Role::Heading, (0, top + 8 + 18 * index), Anchor::Start, line);
        }
        let [(x0, _), (x1, _)] = *places else { return };
        brush.line(Role::Zero, &[(x0, y), (x1, y)]);
        brush.text(Role::Tick, (0, y + 18), Anchor::Start, &ends[0]);
        brush.text(Role::Tick, (width.units(), y + 18), Anchor::End, &ends[1]);
    });
    for row in ranking.rows.iter().filter(|row| Some(row.place.code) != focus.map(|own| own.place.code)) {
        let Some(interval) = row.interval() else { continue };
        let (low, high) = (whole(interval.low()), whole(interval.high().unwrap_or(interval.low())));
        plane.back(&[(low, 0), (high, 0)], &|brush, places| {
            let [(x0, _), (x1, _)] = *places else { return };
            match x1 > x0 {
                true => brush.rect(Role::Band, (x0, y - 3), (x1, y + 3)),
                false => brush.line(Role::Link, &[(x0, y - 7), (x0, y + 7)]),
            }
        });
    }
    let Some(own) = focus else { return };
    let Some(interval) = own.interval() else { return };
    let (low, high) = (whole(interval.low()), whole(interval.high().unwrap_or(interval.low())));
    let rank = own.figure.as_ref().and_then(|figure| figure.rank).filter(|rank| rank.of > 1);
    let rank = rank.map(|rank| format!(" · {}", words::rank_short(rank, lang)));
    let text = words::value_of(own, lang) + &rank.unwrap_or_default();
    let spoken = words::spoken(own, Some(reader), Tell { place: true, measure: true, date: true }, lang);
    plane.mark(Mark::of(own, spoken, (0, top)), &[(low, 0), (high, 0)], &|brush, places| {
        let [(x0, _), (x1, _)] = *places else { return };
        brush.rect(Role::Hit, (0, top), (width.units(), y + 28));
        if x1 > x0 {
            brush.rect(Role::FocusBand, (x0, y - 7), (x1, y + 7));
        }
        let middle = (x0 + x1) / 2;
        if interval.high().is_none() {
            open_end(brush, true, (x0, y - 9), (right, y + 9));
        }
        if x1 == x0 {
            brush.circle(Role::Point, (middle, y), 7);
        }
        let half = Role::FocusLabel.width_of(&text) * 9 / 16;
        let x = middle.clamp(half, (width.units() - half).max(half));
        brush.text(Role::FocusLabel, (x, y - 18), Anchor::Middle, &text);
    });
}
