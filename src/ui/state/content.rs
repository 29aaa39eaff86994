//! What a figure shows: a question, its answer and the words around it.

use crate::answer::{Answer, Attributes, Datum, answer};
use crate::chart::is_cut;
use crate::data::{Dataset, Date, Link, Observation};
use crate::question::{Lang, Period, Question, Theme, View};
use crate::words::{FigureWords, Reader, lead, pick};
use std::sync::Arc;

/// A data set in a language, seen from a page.
#[derive(Debug, Clone)]
pub struct Edition {
    /// All that was published.
    pub data: Arc<Dataset>,
    /// The language of the page.
    pub lang: Lang,
    /// The way from the page to the root of the site: empty, or `../`.
    pub root: &'static str,
    /// The day of the reader's clock; `None` where there is no reader yet.
    pub today: Option<Date>,
    /// The way from the page to the static pages of the language; empty where they lie beside it.
    pub pages: String,
    /// The lists behind the figures, where there are any.
    pub lists: Option<Lists>,
    /// Whether it stands in a page of others: one figure, for all who read that page.
    pub is_embed: bool,
}

impl Edition {
    /// Who reads it. In a page of others nobody has a state of their own.
    pub fn reader(&self) -> Reader {
        if self.is_embed { Reader::All } else { Reader::One }
    }

    /// The address of the card that shows the same, from a page in the folder `from`, with the state and appearance that the
    /// reader `asked` for. The invented data have no cards.
    pub fn card_address(&self, content: &Content, asked: &Question, from: &str) -> Option<String> {
        let id = super::card(content).filter(|_| self.pages.is_empty())?;
        Some(asked.kept().address(&format!("{from}cards/{id}/"), self.lang))
    }

    /// The address of the page with the codes to embed a figure, in this appearance; it names the card that shows the same.
    /// Invented data are not for pages of others.
    pub fn share_address(&self, content: &Content, theme: Theme) -> Option<String> {
        let mut address = Question { theme, ..content.question.clone() }.address("share/", self.lang);
        if let Some(id) = super::card::living(content) {
            address.push_str(if address.contains('?') { "&card=" } else { "?card=" });
            address.push_str(&id);
        }
        self.pages.is_empty().then_some(address)
    }
}

/// Where the lists of services behind the figures are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lists {
    /// The way to them, with a slash at the end.
    pub base: String,
    /// The month for which there are lists: `2026-09`.
    pub month: String,
}

/// The measures that have lists.
const LISTED: [&str; 4] = ["ozg-land-statewide", "ozg-land-any", "leika-land-statewide", "leika-land-any"];

impl Lists {
    /// The address of the list behind a figure of a state in at most one service area.
    pub fn behind(&self, content: &Content, figure: &Attributes) -> Option<String> {
        let state = figure.place.split_once('-')?.1.to_ascii_lowercase();
        let area = figure.area.clone().unwrap_or_else(|| content.area());
        let measure = content.measure();
        let is_listed = figure.value.is_some() && content.period().starts_with(&self.month) && !area.contains('~');
        let is_listed = is_listed && LISTED.contains(&measure.as_str());
        // The whole question goes along: the list leads back to it.
        let query = content.question.to_query(content.lang);
        let query = if query.is_empty() { query } else { format!("&{query}") };
        is_listed.then(|| format!("{}{state}/{area}/?count={measure}{query}", self.base))
    }
}

/// What a figure shows. The answer follows from the question, so that equal questions have equal contents over the same data.
#[derive(Debug, Clone)]
pub struct Content {
    /// What it answers, in the language of the page.
    pub question: Question,
    /// The answer.
    pub answer: Answer,
    /// The words around the picture.
    pub words: FigureWords,
    /// The language of the page.
    pub lang: Lang,
    /// Who reads it.
    pub reader: Reader,
    /// Whether remarks and addresses of sources are there, or only those that the delivered page shows.
    pub is_complete: bool,
}

impl PartialEq for Content {
    fn eq(&self, other: &Self) -> bool {
        let of = |content: &Self| (content.lang, content.reader, content.is_complete);
        self.question == other.question && of(self) == of(other)
    }
}

impl Content {
    /// The key of the mark that a reader looks for first; `None` where nobody has a state of their own, or it has no mark.
    pub fn own_mark(&self) -> Option<String> {
        let focus = Some(self.question.focus()).filter(|_| self.reader == Reader::One)?;
        self.answer.own(focus).map(|datum| datum.key.clone())
    }

    /// Answers a question.
    pub fn of(data: &Dataset, question: Question, lang: Lang, reader: Reader) -> Self {
        let question = Question { lang: Some(lang), ..question };
        let answer = answer(data, &question);
        let mut words = FigureWords::of(&answer, lang, reader);
        if is_cut(&answer) {
            words = words.with_cut_axis(lang);
        }
        // Where nobody has chosen a state the sentence is about those who lead.
        if let (Answer::Ranking(ranking), None, Reader::All) = (&answer, question.focus, reader) {
            words.headline.sentence = lead(ranking, lang);
        }
        Self { question: Question { lang: None, ..question }, answer, words, lang, reader, is_complete: true }
    }

    /// Whether it answers a question with as complete data.
    pub fn answers(&self, question: &Question, is_complete: bool) -> bool {
        self.is_complete == is_complete && self.question == Question { lang: None, ..question.clone() }
    }

    /// The observations of its figures, those that are only named included.
    pub fn observations(&self) -> Vec<Link<Observation>> {
        let figures = self.answer.data().into_iter().filter_map(|datum| datum.figure.as_ref());
        figures.flat_map(|figure| std::iter::once(&figure.observation).chain(&figure.alternatives)).cloned().collect()
    }

    /// Whether it shows the same figures at the same time as another, whatever is remarked about them.
    pub fn shows_same(&self, other: &Self) -> bool {
        let figures = |own: &Self| own.answer.data().into_iter().map(Datum::attributes).collect::<Vec<Attributes>>();
        self.period() == other.period() && figures(self) == figures(other)
    }

    /// Whether there is no picture and no table to show.
    pub fn is_empty(&self) -> bool {
        matches!(self.answer, Answer::Nothing(_))
    }

    /// The name of the chart: ranking, growth, …, nothing.
    pub fn chart(&self) -> &'static str {
        if self.is_empty() { "nothing" } else { self.question.view.name() }
    }

    /// The id of the measure; empty where it is not one.
    pub fn measure(&self) -> String {
        self.answer.measure().map(|measure| measure.id.clone()).unwrap_or_default()
    }

    /// The id of the service area, several joined by `~`, or `all`.
    pub fn area(&self) -> String {
        if self.question.areas.is_empty() { "all".to_owned() } else { self.question.areas.join("~") }
    }

    /// The name of its files without an ending: view, measure and time, then whatever else is chosen (service area, places,
    /// group, unit), as in the address.
    pub fn file_name(&self) -> String {
        let is_of_one = matches!(self.question.view, View::Growth | View::Profile);
        let rest = Question {
            view: View::default(),
            measure: None,
            period: Period::Best,
            focus: is_of_one.then(|| self.question.focus()),
            theme: Theme::Auto,
            unknown: Vec::new(),
            ..self.question.clone()
        };
        let rest: String =
            rest.to_query(self.lang).chars().map(|c| if matches!(c, '=' | '&') { '-' } else { c }).collect();
        let is_invented = self.observations().first().is_some_and(|o| o.source.is_invented());
        let invented = if is_invented { pick(self.lang, "erfunden", "invented") } else { "" };
        let parts = [invented.to_owned(), self.chart().to_owned(), self.measure(), self.period(), rest];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
    }

    /// The time shown, or times joined by `..`.
    pub fn period(&self) -> String {
        match &self.answer {
            Answer::Ranking(found) => found.moment.name(),
            Answer::Pairs(found) => {
                let months = found.ends.iter().filter_map(|end| end.month).map(|month| month.to_string());
                months.collect::<Vec<_>>().join("..")
            }
            Answer::Growth(found) => {
                let points = found.main().into_iter().flat_map(|main| &main.points);
                let mut spans = points.filter_map(|point| point.observation()).map(|o| o.span);
                let first = spans.next();
                let ends = first.map(|first| (first, spans.next_back().unwrap_or(first)));
                ends.map(|(first, last)| format!("{}..{}", first.from().month(), last.to().month())).unwrap_or_default()
            }
            Answer::Areas(found) => found.month.to_string(),
            _ => String::new(),
        }
    }
}
