//! All texts of a figure, made in one go from one answer.

use super::{html, svg::source_line};
use crate::answer::Answer;
use crate::question::{Lang, Question};
use crate::words::{self, ui};

/// All texts of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureText {
    /// Name of the chart: ranking, growth, nothing.
    pub chart: &'static str,
    /// Id of the measure.
    pub measure: String,
    /// The period shown: a month, `latest`, or months joined by `..`.
    pub period: String,
    /// The finding with what was counted.
    pub title: String,
    /// What was counted, of how many, when, for how many states.
    pub definition: String,
    /// The key, as HTML.
    pub key: String,
    /// Events and changes of method, as HTML.
    pub events: String,
    /// The sentence from the data.
    pub sentence: String,
    /// Links out of an empty answer, as HTML.
    pub ways_out: String,
    /// "Quelle: …".
    pub source: String,
    /// "Nenner: …".
    pub denominator: String,
    /// What a measure counts.
    pub counted: String,
    /// How to read the picture.
    pub how_to_read: &'static str,
    /// The table, as HTML.
    pub table: String,
}

impl FigureText {
    /// The texts of an answer to a question.
    pub fn of(answer: &Answer, question: &Question, lang: Lang) -> Self {
        let headline = words::headline(answer, lang);
        let (chart, measure, period, denominator) = match answer {
            Answer::Ranking(found) => {
                ("ranking", Some(&found.measure), found.period.name(), found.denominator.as_ref())
            }
            Answer::Growth(found) => {
                let ends = found.points.first().zip(found.points.last());
                let month = |point: &crate::answer::Point| {
                    (point.observation.span.from().month(), point.observation.span.to().month())
                };
                let period =
                    ends.map(|(first, last)| format!("{}..{}", month(first).0, month(last).1)).unwrap_or_default();
                let last = found.points.last().and_then(|point| point.denominator.as_ref());
                ("growth", Some(&found.measure), period, last)
            }
            Answer::Nothing(found) => ("nothing", found.measure.as_ref(), String::new(), None),
        };
        let drawn = chart != "nothing";
        let words_of = |measure| words::denominator(denominator, measure, lang);
        Self {
            chart,
            period,
            title: headline.title,
            definition: headline.definition,
            key: html::key(answer, lang),
            events: html::events(answer, lang),
            sentence: headline.sentence,
            ways_out: html::ways_out(answer, question, lang),
            source: source_line(answer, lang),
            denominator: measure.filter(|_| drawn).map(|measure| words_of(measure)).unwrap_or_default(),
            counted: measure.map(|measure| words::definition(measure, lang).to_owned()).unwrap_or_default(),
            how_to_read: if chart == "growth" { ui(lang).read_growth } else { ui(lang).read_ranking },
            table: html::table(answer, lang),
            measure: measure.map(|measure| measure.id.clone()).unwrap_or_default(),
        }
    }
}
