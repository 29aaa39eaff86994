//! All that is said around a picture, made in one go from one answer.

use super::counted::Counted;
use super::legend::{Entry, Notes, legend, notes};
use super::sources::{Reader, source_parts};
use super::{
    GrowthWords, Headline, Named, PairsWords, RankingWords, Summary, definition, denominators, headline, pick, say,
    short, summary, ui, value_column,
};
use crate::answer::{Answer, Nothing, Why};
use crate::data::{Link, Measure};
use crate::question::{Group, Lang, Moment, Period, Quantity, Question, Scale, View};

/// The words around a picture. Empty texts are not shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureWords {
    /// Finding, definition, sentence.
    pub headline: Headline,
    /// What stands beside the sentence.
    pub summary: Summary,
    /// What lines, classes and signs mean.
    pub legend: Vec<Entry>,
    /// What qualifies the sentence.
    pub remark: String,
    /// Numbered notes.
    pub notes: Notes,
    /// Label and text of the sources.
    pub sources: (&'static str, String),
    /// Of how many.
    pub denominators: String,
    /// Which measure the further texts are about.
    pub about: String,
    /// What is counted.
    pub counted: String,
    /// How to read the picture.
    pub how_to_read: &'static str,
    /// What kind of picture it is.
    pub picture: String,
}

impl FigureWords {
    /// Says that the axis does not begin at zero; only the picture knows.
    pub fn with_cut_axis(mut self, lang: Lang) -> Self {
        let axis = pick(lang, "Die Achse beginnt nicht bei null.", "The axis does not begin at zero.");
        let quality = &mut self.summary.quality;
        quality.push_str(if quality.is_empty() { "" } else { " " });
        quality.push_str(axis);
        self
    }

    /// What stands before the picture: first and last, the sentence, how sure it is.
    pub fn before(&self) -> String {
        let parts = [&self.summary.ends, &self.headline.sentence, &self.summary.quality];
        let parts: Vec<&str> = parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        parts.join(" ")
    }

    /// The words for an answer.
    pub fn of(answer: &Answer, lang: Lang, reader: Reader) -> Self {
        let remark = match answer {
            Answer::Ranking(ranking) => RankingWords { ranking, lang }.remark().unwrap_or_default(),
            Answer::Growth(growth) => GrowthWords { growth, lang }.remark().unwrap_or_default(),
            _ => String::new(),
        };
        let drawn = answer.measure().filter(|_| !matches!(answer, Answer::Nothing(_)));
        Self {
            headline: headline(answer, lang),
            summary: summary(answer, lang, reader),
            legend: legend(answer, lang, reader),
            remark,
            notes: notes(answer, lang),
            sources: source_parts(answer, lang),
            denominators: drawn.map(|measure| denominators(&answer.denominators(), measure, lang)).unwrap_or_default(),
            about: answer.measure().map(|measure| format!(": {}", short(measure, lang))).unwrap_or_default(),
            counted: counted(answer, lang),
            how_to_read: how_to_read(answer, lang),
            picture: picture(answer, lang),
        }
    }
}

/// What kind of picture shows an answer; empty where there is none.
pub fn picture(answer: &Answer, lang: Lang) -> String {
    let (kind, counted) = match answer {
        Answer::Ranking(ranking) => return RankingWords { ranking, lang }.picture(),
        Answer::Pairs(pairs) => return PairsWords { pairs, lang }.picture(),
        Answer::Growth(growth) => return GrowthWords { growth, lang }.picture(),
        Answer::Facets(_) => (pick(lang, "Balkendiagramme nebeneinander", "Bar charts side by side"), Counted::Figures),
        Answer::Areas(found) if found.catalogue().is_some() => {
            (pick(lang, "Balkendiagramm", "Bar chart"), Counted::Areas)
        }
        Answer::Areas(_) => (pick(lang, "Raster", "Grid"), Counted::Cells),
        Answer::Profile(_) => (pick(lang, "Streifendiagramm", "Strip chart"), Counted::Figures),
        Answer::Nothing(_) => return String::new(),
    };
    format!("{kind}, {}", counted.number(answer.data().len(), lang))
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
    let mut measures: Vec<&Link<Measure>> = answer.measure().into_iter().collect();
    for datum in answer.data() {
        if !measures.iter().any(|known| known.id == datum.measure.id) {
            measures.push(&datum.measure);
        }
    }
    let several = measures.len() > 1;
    let text = |measure: &&Link<Measure>| match several {
        true => format!("{}: {}", measure.name(lang), definition(measure, lang)),
        false => definition(measure, lang).to_owned(),
    };
    measures.iter().map(text).collect::<Vec<_>>().join(" ")
}

/// What can be asked instead of an empty answer, or of one without a figure of the reader's state, in words.
pub fn ways_out(answer: &Answer, question: &Question, lang: Lang) -> Vec<(Question, String)> {
    match answer {
        Answer::Ranking(found) => {
            let way = found.newest.as_ref().map(|(month, figure)| {
                let value = value_column(figure.value, figure.unit, lang);
                let words = say(
                    lang,
                    "Neueste Angabe: {0} ({1})",
                    "Newest figure: {0} ({1})",
                    &[&value, &super::month(*month, lang)],
                );
                (question.with(|own| own.period = Period::At(Moment::Month(*month))), words)
            });
            way.into_iter().collect()
        }
        Answer::Nothing(found) => {
            ways_out_of(found, question, lang).into_iter().map(|(own, words)| (own, words.to_owned())).collect()
        }
        _ => Vec::new(),
    }
}

/// Ways out of an empty answer.
fn ways_out_of(found: &Nothing, question: &Question, lang: Lang) -> Vec<(Question, &'static str)> {
    let strings = ui(lang);
    type Way = (fn(&mut Question), &'static str);
    let other: Option<Way> = match &found.why {
        Why::NotInView(View::Areas) => Some((|own| own.measure = None, strings.to_catalogue)),
        Why::NotInView(View::Ranking | View::Map | View::Change) => {
            Some((|own| own.view = View::Growth, strings.to_growth))
        }
        Why::NotInView(View::Range) => Some((|own| own.view = View::Ranking, strings.to_ranking)),
        Why::NoneInPeriod | Why::NothingBefore(_) | Why::Break(_) => {
            Some((|own| own.period = Period::Best, strings.best_period))
        }
        Why::NoPlaces => Some((
            |own| {
                own.places = None;
                own.group = Group::All;
            },
            strings.all_places,
        )),
        Why::NoneInArea(_) | Why::NoAreas => Some((|own| own.areas.clear(), strings.all_areas)),
        Why::SeveralAreas => Some((|own| own.view = View::Areas, strings.to_areas)),
        Why::NoShare => Some((|own| own.unit = Quantity::Count, strings.to_count)),
        Why::NoIndex => Some((|own| own.scale = Scale::Count, strings.to_count)),
        _ => None,
    };
    let mut ways = Vec::new();
    if let Why::NoneForPlace(_, with) = &found.why {
        let place = with.first().map(|place| place.code);
        ways.push((question.with(|own| own.focus = place), strings.to_place));
    }
    ways.extend(other.map(|(change, words)| (question.with(change), words)));
    let default = Question { unknown: question.unknown.clone(), ..question.kept() };
    ways.push((default, strings.to_default));
    ways
}
