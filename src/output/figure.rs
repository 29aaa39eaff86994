//! All texts of a figure, made in one go from one answer.

use super::html;
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
    /// The remark about the figure of the reader's state.
    pub remark: String,
    /// "Quelle: …", as HTML.
    pub source: String,
    /// "Nenner: …".
    pub denominator: String,
    /// What a measure counts.
    pub counted: String,
    /// How to read the picture.
    pub how_to_read: &'static str,
    /// What kind of picture it is, for screen readers.
    pub picture: String,
    /// What was counted in short, to tell the figures of a page apart.
    pub short: String,
}

impl FigureText {
    /// The texts of an answer to a question.
    pub fn of(answer: &Answer, question: &Question, lang: Lang) -> Self {
        let headline = words::headline(answer, lang);
        let (chart, measure, period, denominator) = match answer {
            Answer::Ranking(found) => {
                ("ranking", Some(&found.measure), found.period.name(), found.denominator.iter().collect())
            }
            Answer::Growth(found) => {
                let ends = found.points.first().zip(found.points.last());
                let month = |point: &crate::answer::Point| {
                    (point.observation.span.from().month(), point.observation.span.to().month())
                };
                let period =
                    ends.map(|(first, last)| format!("{}..{}", month(first).0, month(last).1)).unwrap_or_default();
                ("growth", Some(&found.measure), period, found.denominators())
            }
            Answer::Nothing(found) => ("nothing", found.measure.as_ref(), String::new(), Vec::new()),
        };
        let drawn = chart != "nothing";
        let words_of = |measure| words::denominators(&denominator, measure, lang);
        Self {
            chart,
            period,
            title: headline.title,
            definition: headline.definition,
            key: html::key(answer, lang),
            events: html::events(answer, lang),
            sentence: headline.sentence,
            remark: match answer {
                Answer::Ranking(ranking) => words::RankingWords { ranking, lang }.remark().unwrap_or_default(),
                _ => String::new(),
            },
            ways_out: html::ways_out(answer, question, lang),
            source: html::source_line(answer, lang),
            denominator: measure.filter(|_| drawn).map(|measure| words_of(measure)).unwrap_or_default(),
            counted: counted(answer, lang),
            how_to_read: if chart == "growth" { ui(lang).read_growth } else { ui(lang).read_ranking },
            picture: match answer {
                Answer::Ranking(ranking) => words::RankingWords { ranking, lang }.picture(),
                Answer::Growth(growth) => words::GrowthWords { growth, lang }.picture(),
                Answer::Nothing(_) => String::new(),
            },
            short: measure.map(|measure| format!(": {}", words::short(measure, lang))).unwrap_or_default(),
            measure: measure.map(|measure| measure.id.clone()).unwrap_or_default(),
        }
    }
}

/// What the measure counts, and what its targets mean.
fn counted(answer: &Answer, lang: Lang) -> String {
    let (measure, targets) = match answer {
        Answer::Ranking(found) => (Some(&found.measure), [].as_slice()),
        Answer::Growth(found) => (Some(&found.measure), found.targets.as_slice()),
        Answer::Nothing(found) => (found.measure.as_ref(), [].as_slice()),
    };
    let target = targets.first().map(|target| &target.measure);
    let texts: Vec<&str> = measure.into_iter().chain(target).map(|measure| words::definition(measure, lang)).collect();
    texts.join(" ")
}
