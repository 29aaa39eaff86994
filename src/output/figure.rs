//! All texts and markup of a figure, made in one go from one answer.

use super::html::{mark_attributes, source_line, take};
use super::key::{key, notes, ways_out};
use super::shapes::{escape, shapes};
use crate::answer::Answer;
use crate::chart::{Mark, Scene, Width, draw};
use crate::question::{Lang, Question, View};
use crate::words::{self, RankingWords, ui};
use std::fmt::Write;

/// What distinguishes the figures of a page: the ids of the heading and of the keyboard help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FigureIds {
    /// Id of the heading.
    pub title: &'static str,
    /// Id of the keyboard help.
    pub keys: &'static str,
}

/// Attributes and parts of a figure.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FigureText {
    /// Name of the chart: ranking, growth, …, nothing.
    pub chart: &'static str,
    /// Id of the measure.
    pub measure: String,
    /// The period shown: a time, or times joined by `..`.
    pub period: String,
    /// Id of the service area, or `all`.
    pub area: String,
    /// Heading, definition, key: HTML.
    pub head: String,
    /// Sentence, remark, events, ways out: HTML.
    pub text: String,
    /// Source and denominator: HTML.
    pub source: String,
    /// What is counted, how to read it, what to take along: HTML.
    pub foot: String,
    /// What kind of picture it is, for screen readers.
    pub picture: String,
}

impl FigureText {
    /// The texts of an answer to a question.
    pub fn of(answer: &Answer, question: &Question, lang: Lang, ids: FigureIds) -> Self {
        let strings = ui(lang);
        let headline = words::headline(answer, lang);
        let FigureIds { title, keys } = ids;
        let head = format!(
            r#"<h2 id="{title}" tabindex="-1">{}</h2><p class="definition">{}</p>{}<p class="visually-hidden" id="{keys}">{}</p>"#,
            escape(&headline.title),
            escape(&headline.definition),
            filled("ul", "key", &key(answer, lang)),
            escape(strings.keys),
        );
        let remark = match answer {
            Answer::Ranking(ranking) => RankingWords { ranking, lang }.remark().unwrap_or_default(),
            _ => String::new(),
        };
        let text = [
            filled("p", "sentence", &escape(&headline.sentence)),
            filled("p", "remark", &escape(&remark)),
            filled("div", "events", &notes(answer, lang)),
            filled("p", "ways", &ways_out(answer, question, lang)),
        ]
        .concat();
        let drawn = !matches!(answer, Answer::Nothing(_));
        let about = answer.measure().map(|measure| format!(": {}", words::short(measure, lang))).unwrap_or_default();
        let details = |summary: &str, html: &str| match html {
            "" => String::new(),
            html => format!(
                r#"<details><summary>{summary}<span class="visually-hidden">{}</span></summary>{html}</details>"#,
                escape(&about)
            ),
        };
        let read = format!("<p>{}</p><p>{}</p>", escape(how_to_read(answer, lang)), escape(strings.keys));
        let foot = match drawn {
            true => [
                details(strings.what_counts, &filled("p", "", &escape(&counted(answer, lang)))),
                details(strings.how_to_read, &read),
                format!(r#"<div class="take">{}</div>"#, take(lang)),
            ]
            .concat(),
            false => details(strings.what_counts, &filled("p", "", &escape(&counted(answer, lang)))),
        };
        let denominators = match answer.measure().filter(|_| drawn) {
            Some(measure) => words::denominators(&answer.denominators(), measure, lang),
            None => String::new(),
        };
        Self {
            chart: if drawn { question.view.name() } else { "nothing" },
            measure: answer.measure().map(|measure| measure.id.clone()).unwrap_or_default(),
            period: period(answer),
            area: if question.areas.is_empty() { "all".to_owned() } else { question.areas.join("~") },
            head,
            text,
            source: [filled("p", "source", &source_line(answer, lang)), filled("p", "source", &escape(&denominators))]
                .concat(),
            foot,
            picture: picture(answer, lang),
        }
    }
}

/// An element with content; nothing where there is none.
fn filled(tag: &str, class: &str, html: &str) -> String {
    match (html, class) {
        ("", _) => String::new(),
        (html, "") => format!("<{tag}>{html}</{tag}>"),
        (html, class) => format!(r#"<{tag} class="{class}">{html}</{tag}>"#),
    }
}

fn period(answer: &Answer) -> String {
    match answer {
        Answer::Ranking(found) => found.moment.name(),
        Answer::Pairs(found) => {
            let months: Vec<String> =
                found.ends.iter().filter_map(|end| end.month).map(|month| month.to_string()).collect();
            months.join("..")
        }
        Answer::Growth(found) => {
            let spans = found.main().into_iter().flat_map(|main| &main.points).filter_map(|point| point.observation());
            let spans: Vec<_> = spans.map(|o| o.span).collect();
            let ends = spans.first().zip(spans.last());
            ends.map(|(first, last)| format!("{}..{}", first.from().month(), last.to().month())).unwrap_or_default()
        }
        Answer::Areas(found) => found.month.to_string(),
        _ => String::new(),
    }
}

fn picture(answer: &Answer, lang: Lang) -> String {
    let count = answer.data().len().to_string();
    match answer {
        Answer::Ranking(ranking) => RankingWords { ranking, lang }.picture(),
        Answer::Pairs(pairs) => words::PairsWords { pairs, lang }.picture(),
        Answer::Growth(growth) => words::GrowthWords { growth, lang }.picture(),
        Answer::Facets(_) => words::say(
            lang,
            "Balkendiagramme nebeneinander, {0} Angaben",
            "Bar charts side by side, {0} figures",
            &[&count],
        ),
        Answer::Areas(found) if found.catalogue().is_some() => {
            words::say(lang, "Balkendiagramm, {0} Themenfelder", "Bar chart, {0} service areas", &[&count])
        }
        Answer::Areas(_) => words::say(lang, "Raster, {0} Felder", "Grid, {0} cells", &[&count]),
        Answer::Profile(_) => words::say(lang, "Streifendiagramm, {0} Angaben", "Strip chart, {0} figures", &[&count]),
        Answer::Nothing(_) => String::new(),
    }
}

fn how_to_read(answer: &Answer, lang: Lang) -> &'static str {
    let strings = ui(lang);
    match answer {
        Answer::Growth(_) => strings.read_growth,
        Answer::Pairs(found) if found.view == View::Change => strings.read_change,
        Answer::Pairs(_) => strings.read_range,
        Answer::Areas(found) if found.catalogue().is_none() => strings.read_grid,
        Answer::Ranking(found) if found.view == View::Map => strings.read_map,
        Answer::Profile(_) => strings.read_profile,
        _ => strings.read_ranking,
    }
}

/// What the measures count, and what their targets mean.
fn counted(answer: &Answer, lang: Lang) -> String {
    let mut measures: Vec<&crate::data::Measure> = answer.measure().copied().into_iter().collect();
    for datum in answer.data() {
        if !measures.iter().any(|known| known.id == datum.measure.id) {
            measures.push(datum.measure);
        }
    }
    let several = measures.len() > 1;
    let text = |measure: &&crate::data::Measure| match several {
        true => format!("{}: {}", words::Named::name(*measure, lang), words::definition(measure, lang)),
        false => words::definition(measure, lang).to_owned(),
    };
    measures.iter().map(text).collect::<Vec<_>>().join(" ")
}

/// The drawings of an answer for containers of these widths.
pub fn drawings(answer: &Answer, lang: Lang, widths: &[Width], keys: &str) -> String {
    let label = escape(&picture(answer, lang));
    let mut html = String::new();
    for width in widths {
        if let Some(scene) = draw(answer, lang, *width) {
            live(&mut html, &scene, *width, &label, keys);
        }
    }
    html
}

/// A scene as live SVG: one Tab stop, the first mark until another has focus; arrow keys move through the marks
/// (`ui/app/keys.rs`).
fn live(html: &mut String, scene: &Scene, width: Width, label: &str, keys: &str) {
    let (name, w, h) = (width.name(), scene.width, scene.height);
    let _ = write!(
        html,
        r#"<svg class="chart chart-{name}" data-key="{name}" viewBox="0 0 {w} {h}" width="{w}" height="{h}" role="graphics-document document" aria-label="{label}" aria-describedby="{keys}"><g aria-hidden="true">{}</g>"#,
        shapes(&scene.back, None)
    );
    for (index, mark) in scene.marks.iter().enumerate() {
        let stop = if index == 0 { "0" } else { "-1" };
        let _ = write!(
            html,
            r#"<g class="mark" data-key="{}" role="img" tabindex="{stop}" aria-label="{}"{}{}>{}</g>"#,
            mark.key,
            escape(&mark.spoken),
            mark_attributes(mark),
            moved(mark),
            shapes(&mark.shapes, None)
        );
    }
    let _ = write!(html, r#"<g aria-hidden="true">{}</g></svg>"#, shapes(&scene.front, None));
}

/// Where a mark stands, as an attribute; none at the origin.
pub(super) fn moved(mark: &Mark) -> String {
    match mark.at {
        (0, 0) => String::new(),
        (x, y) => format!(r#" transform="translate({x} {y})""#),
    }
}
