//! What a page shows: the question, its answers, and the texts of its parts.

use super::page;
use crate::answer::{Answer, answer};
use crate::chart::Width;
use crate::data::Dataset;
use crate::output::{Controls, FigureIds, FigureText, Order, drawings, table};
use crate::question::{Facet, Invalid, Lang, Question, View};
use leptos::prelude::RwSignal;
use std::sync::Arc;

/// The page around a question: its data, its language, where it stands.
#[derive(Debug, Clone)]
pub struct Site {
    /// All that was published.
    pub data: Arc<Dataset>,
    /// The language of the page.
    pub lang: Lang,
    /// The way from the page to the root of the site: empty, or `../`.
    pub root: &'static str,
}

/// What changes while the page is open, as one value.
#[derive(Debug, Clone)]
pub struct Model {
    /// The page.
    pub site: Site,
    /// What the reader asks.
    pub question: Question,
    /// Keys of the address that could not be used.
    pub invalid: Vec<Invalid>,
    /// The widths in which charts are drawn: all of them until it is known which one fits.
    pub widths: Vec<Width>,
    /// The key of the address that the reader changed last, or what was done: it is announced. Empty is nothing.
    pub chosen: String,
    /// The orders of the tables of the two figures; none is that of the picture.
    pub orders: [Option<Order>; 2],
    /// The figures of the page; none is no figure.
    pub figures: [Option<Shown>; 2],
    /// Grow whenever what depends on a figure changes.
    pub revisions: [u32; 2],
}

/// The page as a signal.
pub type State = RwSignal<Model>;

/// What a figure shows.
#[derive(Debug, Clone)]
pub struct Shown {
    /// What it answers, in the language of the page.
    pub question: Question,
    /// The answer.
    pub answer: Answer,
    /// Its texts.
    pub text: FigureText,
}

/// The ids of the figures.
pub const FIGURES: [&str; 2] = ["figure", "figure-2"];

/// The ids of the heading and of the keyboard help of the two figures.
pub(super) const IDS: [FigureIds; 2] =
    [FigureIds { title: "title", keys: "keys" }, FigureIds { title: "title-2", keys: "keys-2" }];

/// A part of the page.
pub struct Part {
    /// The id of its element.
    pub id: &'static str,
    /// Its text.
    pub text: fn(&Model) -> String,
    /// The figure on which it depends, and whether it can wait until the picture is there.
    pub when: (usize, bool),
}

const fn part(id: &'static str, text: fn(&Model) -> String, when: (usize, bool)) -> Part {
    Part { id, text, when }
}

/// The parts of the page.
pub const PARTS: [Part; 14] = [
    part("drawings", |model| model.drawings(0), (0, false)),
    part("head", |model| model.text(0, |text| &text.head), (0, false)),
    part("text", |model| model.text(0, |text| &text.text), (0, false)),
    part("drawings-2", |model| model.drawings(1), (1, false)),
    part("head-2", |model| model.text(1, |text| &text.head), (1, false)),
    part("text-2", |model| model.text(1, |text| &text.text), (1, false)),
    part("notes", page::notes, (0, true)),
    part("controls", Model::controls, (0, true)),
    part("source", |model| model.text(0, |text| &text.source), (0, true)),
    part("foot", |model| model.text(0, |text| &text.foot), (0, true)),
    part("table", |model| model.table(0), (0, true)),
    part("source-2", |model| model.text(1, |text| &text.source), (1, true)),
    part("foot-2", |model| model.text(1, |text| &text.foot), (1, true)),
    part("table-2", |model| model.table(1), (1, true)),
];

/// An attribute of a figure, and its text.
pub type Attribute = (&'static str, fn(&FigureText) -> &str);

/// The attributes of a figure that follow its answer.
pub const ATTRIBUTES: [Attribute; 4] = [
    ("data-chart", |text| text.chart),
    ("data-measure", |text| &text.measure),
    ("data-period", |text| &text.period),
    ("data-area", |text| &text.area),
];

impl Model {
    /// The page as it is delivered: a question, and drawings for all containers.
    pub fn new(site: Site, question: Question) -> Self {
        let mut model = Self {
            site,
            question: Question::default(),
            invalid: Vec::new(),
            widths: Width::ALL.to_vec(),
            chosen: String::new(),
            orders: [None, None],
            figures: [None, None],
            revisions: [0, 0],
        };
        model.ask(question);
        model
    }

    /// Asks a question. Tables keep their order where only the reader's state or the appearance changes.
    pub fn ask(&mut self, question: Question) {
        let other = Question { focus: question.focus, theme: question.theme, ..self.question.clone() };
        if other != question {
            self.orders = [None, None];
        }
        let lang = self.site.lang;
        for (index, ids) in IDS.into_iter().enumerate() {
            let asked = if index == 0 { Some(question.clone()) } else { second(&question) };
            let asked = asked.map(|asked| Question { lang: Some(lang), ..asked });
            if self.figure(index).map(|shown| &shown.question) == asked.as_ref() {
                continue;
            }
            let shown = asked.map(|asked| {
                let answer = answer(&self.site.data, &asked);
                let text = FigureText::of(&answer, &Question { lang: None, ..asked.clone() }, lang, ids);
                Shown { question: asked, answer, text }
            });
            // Below the first figure nothing stands rather than that there is nothing.
            let empty = index > 0 && shown.as_ref().is_some_and(|shown| matches!(shown.answer, Answer::Nothing(_)));
            if let Some(figure) = self.figures.get_mut(index) {
                *figure = if empty { None } else { shown };
            }
            self.touch(index);
        }
        self.question = question;
    }

    /// Notes that what depends on a figure is to be shown again.
    pub fn touch(&mut self, index: usize) {
        if let Some(revision) = self.revisions.get_mut(index) {
            *revision = revision.wrapping_add(1);
        }
    }

    /// A figure of the page.
    pub fn figure(&self, index: usize) -> Option<&Shown> {
        self.figures.get(index).and_then(Option::as_ref)
    }

    /// A text of a figure; empty without one.
    pub(super) fn text(&self, index: usize, read: fn(&FigureText) -> &str) -> String {
        self.figure(index).map(|shown| read(&shown.text).to_owned()).unwrap_or_default()
    }

    /// Whether a figure has no picture and no table to show.
    pub fn is_empty(&self, index: usize) -> bool {
        self.figure(index).is_none_or(|shown| matches!(shown.answer, Answer::Nothing(_)))
    }

    fn drawings(&self, index: usize) -> String {
        let keys = if index == 0 { IDS[0].keys } else { IDS[1].keys };
        self.figure(index).map(|shown| drawings(&shown.answer, self.site.lang, &self.widths, keys)).unwrap_or_default()
    }

    fn table(&self, index: usize) -> String {
        let order = self.orders.get(index).copied().flatten();
        self.figure(index).map(|shown| table(&shown.answer, self.site.lang, order)).unwrap_or_default()
    }

    fn controls(&self) -> String {
        let (question, data, lang) = (&self.question, self.site.data.as_ref(), self.site.lang);
        let brief = self.widths.len() > 1;
        let html = |shown: &Shown| Controls { question, answer: &shown.answer, data, lang, brief }.html();
        self.figure(0).map(html).unwrap_or_default()
    }
}

/// What the second figure of the page answers: below the ranking the growth of the portal that the project is about, below a
/// profile the state over time; none below other views.
fn second(question: &Question) -> Option<Question> {
    let Question { view, facet, focus, asof, .. } = question;
    let base = Question { view: View::Growth, asof: *asof, ..Question::default() };
    match (view, facet) {
        (View::Ranking, Facet::One) => Some(base),
        (View::Profile, _) => Some(Question { measure: Some("ozg-land-statewide".to_owned()), focus: *focus, ..base }),
        _ => None,
    }
}
