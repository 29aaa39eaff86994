//! The signals of a page.

use super::content::{Content, Edition};
use super::controls::Controls;
use super::tip::TipState;
use crate::answer::{Answer, standings};
use crate::chart::Width;
use crate::data::{Dataset, Date, Event as Timed, Link, Observation, PlaceCode};
use crate::question::{Facet, Invalid, Lang, Question, Sort, View};
use crate::words::{Order, Reader, brief, invalid, ui};
use leptos::prelude::*;
use std::sync::Arc;

/// What the reader did last: it decides what is announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Event {
    /// Nothing yet, or nothing that is announced.
    #[default]
    Quiet,
    /// Another question: the finding is announced.
    Asked,
    /// Another question, by the address: the finding is announced, and the address stays.
    Addressed,
    /// Another state of the reader: its sentence is announced.
    Focus,
    /// Another order of the picture.
    Sorted,
    /// Another order of the table of a figure.
    TableSorted(usize),
    /// Something of a figure is to be taken along.
    Saving(usize, Saved),
    /// Something was copied, or could not be.
    Copied(bool),
    /// Something cannot be taken along, as the data are not complete.
    Incomplete,
}

/// What readers take along of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// CSV (RFC 4180).
    Csv,
    /// CSV as German Excel reads it.
    Excel,
    /// JSON.
    Json,
    /// The picture as SVG.
    Svg,
    /// The picture as PNG.
    Png,
    /// The sentence with its source, to be pasted.
    Sentence,
    /// The address, to be pasted.
    Link,
}

impl Saved {
    /// Everything that can be taken along.
    pub const ALL: [Self; 7] = [Self::Csv, Self::Excel, Self::Json, Self::Svg, Self::Png, Self::Sentence, Self::Link];

    /// The name in the page.
    pub fn name(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Excel => "excel",
            Self::Json => "json",
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Sentence => "sentence",
            Self::Link => "link",
        }
    }

    /// What has this name in the page.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|what| what.name() == name)
    }
}

/// A figure of the page.
#[derive(Debug, Clone, Copy)]
pub struct FigureState {
    /// Its number, from 0.
    pub index: usize,
    /// What it shows; `None` hides it.
    pub content: Memo<Option<Arc<Content>>>,
    /// The same once the picture is there.
    pub settled: RwSignal<Option<Arc<Content>>>,
    /// The order of its table; `None` is that of the picture.
    pub order: RwSignal<Option<Order>>,
    /// The key of the mark that is its Tab stop; empty is the first one.
    pub stop: RwSignal<String>,
}

/// The page as signals.
#[derive(Debug, Clone, Copy)]
pub struct PageState {
    edition: StoredValue<Edition>,
    /// What the reader asks.
    pub question: RwSignal<Question>,
    /// The same once the pictures are there: links follow it.
    pub settled: RwSignal<Question>,
    /// What is said of keys of the address that could not be used.
    pub invalid: RwSignal<String>,
    /// The width in which charts are drawn; `None` on the page as it is published, which has a drawing for each.
    pub width: RwSignal<Option<Width>>,
    /// Whether the further choices are there: the page is published without them.
    pub is_whole: RwSignal<bool>,
    /// Whether remarks and addresses of sources are there: they follow once the controls answer.
    pub is_complete: RwSignal<bool>,
    /// The figures.
    pub figures: [FigureState; 2],
    /// The controls; they follow the picture.
    pub controls: Memo<Arc<Controls>>,
    /// What is said of the mark that is pointed at.
    pub tip: TipState,
    /// The id of the element that a key has moved the focus to; empty until then.
    pub focused: RwSignal<String>,
    /// What the reader did last.
    pub event: RwSignal<Event>,
    /// Whether a control is moving: its steps replace each other in the history.
    pub glides: RwSignal<bool>,
    /// What is announced.
    pub said: RwSignal<String>,
}

/// Sets a signal to another value. To set it to the one that it has would wake whatever follows it.
pub fn set_changed<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|now| *now != value) {
        signal.set(value);
    }
}

impl PageState {
    /// The state of a page that answers a question.
    pub fn new(edition: Edition, question: Question) -> Self {
        let edition = StoredValue::new(edition);
        let question = RwSignal::new(question);
        let is_complete = RwSignal::new(false);
        let figures = [0, 1].map(|index| FigureState::new(edition, question, is_complete, index));
        let is_whole = RwSignal::new(false);
        let settled = figures[0].settled;
        // They are made anew for another content only; what shows them compares.
        let make = move |before: Option<&Arc<Controls>>| {
            let before = before.map(Arc::as_ref);
            let is_whole = is_whole.get();
            Arc::new(settled.with(|content| match content {
                Some(content) => edition.with_value(|edition| Controls::of(content, &edition.data, is_whole, before)),
                None => Controls::default(),
            }))
        };
        let controls = Memo::new_with_compare(make, |_, _| true);
        Self {
            edition,
            question,
            settled: RwSignal::new(question.get_untracked()),
            invalid: RwSignal::default(),
            width: RwSignal::new(None),
            is_whole,
            is_complete,
            figures,
            controls,
            tip: TipState::new(),
            focused: RwSignal::default(),
            event: RwSignal::default(),
            glides: RwSignal::new(false),
            said: RwSignal::default(),
        }
    }

    /// Reads the edition of the page.
    pub fn with_edition<T>(self, read: impl FnOnce(&Edition) -> T) -> T {
        self.edition.with_value(read)
    }

    /// Asks another question. Tables keep their order where only the reader's state or the appearance changes.
    pub fn ask(self, next: Question, event: Event) {
        let now = self.question.get_untracked();
        if now != next {
            if (Question { focus: next.focus, theme: next.theme, ..now }) != next {
                self.figures.iter().for_each(|figure| set_changed(figure.order, None));
            }
            self.question.set(next);
        }
        self.event.set(event);
    }

    /// What a query asks; the keys of it that cannot be used are noted.
    pub fn read_query(self, query: &str) -> Question {
        let (mut question, mut invalid) = self.with_edition(|edition| Question::parse(query, &edition.data));
        let (today, version) = self.with_edition(|edition| (edition.today, edition.data.version()));
        // Nobody knows the data of a day to come; that of the data themselves is none, whatever the reader's clock says.
        let is_to_come =
            |asof: &Date| today.is_some_and(|today| *asof > today) && version.is_none_or(|version| *asof > version);
        if let Some(asof) = question.asof.filter(is_to_come) {
            invalid.push(Invalid { key: "asof".to_owned(), value: asof.to_string() });
            question.asof = None;
        }
        self.note_invalid(&invalid);
        question.tidy()
    }

    fn note_invalid(self, found: &[Invalid]) {
        let lang = self.with_edition(|edition| edition.lang);
        set_changed(self.invalid, invalid(found, lang));
    }

    /// Sets the control with this name; a box is ticked or cleared.
    pub fn choose(self, name: &str, value: &str, is_box: bool) {
        let now = self.question.get_untracked();
        let next = self.with_edition(|edition| match is_box {
            true => now.toggle(name, value, &edition.data),
            false => now.change(name, value, &edition.data),
        });
        self.note_invalid(&[]);
        self.ask(
            next,
            match name {
                "focus" => Event::Focus,
                "sort" => Event::Sorted,
                "theme" => Event::Quiet,
                _ => Event::Asked,
            },
        );
    }

    /// Makes a state the reader's; marks of Germany choose nothing.
    pub fn choose_place(self, iso: &str) {
        if PlaceCode::parse_state(iso).is_some() {
            self.choose("focus", iso, false);
        }
    }

    /// What is announced after what the reader did last; empty is nothing.
    pub fn announcement(self) -> String {
        let [main, _] = self.figures;
        let Some(content) = main.content.get_untracked() else { return String::new() };
        let strings = ui(content.lang);
        match self.event.get_untracked() {
            Event::Quiet | Event::Saving(..) => String::new(),
            Event::Asked | Event::Addressed => brief(&content.words.headline.title),
            Event::Focus => brief(&content.words.headline.sentence),
            Event::Sorted => {
                let is_by_name = content.question.sort == Sort::Name;
                format!("{} {}", strings.sorted, if is_by_name { strings.sort_name } else { strings.sort_value })
            }
            Event::TableSorted(index) => {
                let figure = self.figures.get(index).unwrap_or(&main);
                let order = figure.order.get_untracked();
                let shown = figure.settled.get_untracked();
                let table = shown.and_then(|own| crate::words::table(&own.answer, own.lang, own.reader, None));
                let head = order.zip(table).and_then(|((column, _), table)| table.heads.get(column).copied());
                let way = if order.is_some_and(|(_, falls)| falls) { strings.falling } else { strings.rising };
                format!("{}: {}, {way}", strings.sorted, head.unwrap_or_default())
            }
            Event::Copied(true) => strings.copied.to_owned(),
            Event::Copied(false) => strings.not_copied.to_owned(),
            Event::Incomplete => strings.incomplete.to_owned(),
        }
    }

    /// Shows the complete data, which have the same figures.
    pub fn complete(self, data: Dataset) {
        self.edition.update_value(|edition| edition.data = Arc::new(data));
        self.is_complete.set(true);
        self.settle();
    }

    /// Brings what can wait in step with the pictures.
    pub fn settle(self) {
        set_changed(self.settled, self.question.get_untracked());
        for figure in self.figures {
            set_changed(figure.settled, figure.content.get_untracked());
        }
    }
}

impl FigureState {
    fn new(
        edition: StoredValue<Edition>,
        question: RwSignal<Question>,
        is_complete: RwSignal<bool>,
        index: usize,
    ) -> Self {
        let content = Memo::new(move |before: Option<&Option<Arc<Content>>>| {
            let is_complete = is_complete.get();
            let second = |question: &Question| second(question).filter(|_| edition.with_value(|own| !own.is_embed));
            let asked = question.with(|question| if index == 0 { Some(question.clone()) } else { second(question) })?;
            // What was answered already is not answered again.
            if let Some(before) = before.and_then(Option::as_ref).filter(|before| before.answers(&asked, is_complete)) {
                return Some(before.clone());
            }
            let content = edition.with_value(|own| Content::of(&own.data, asked, own.lang, own.reader()));
            // Below the first figure nothing stands rather than that there is nothing.
            let is_shown = index == 0 || !content.is_empty();
            is_shown.then(|| Arc::new(Content { is_complete, ..content }))
        });
        Self {
            index,
            content,
            settled: RwSignal::new(content.get_untracked()),
            order: RwSignal::default(),
            stop: RwSignal::default(),
        }
    }

    /// Sorts the table by a column: the first time upwards, then the other way.
    pub fn sort(self, column: usize) {
        self.order.update(|order| *order = Some((column, *order == Some((column, false)))));
    }
}

/// The observations and the events that the page shows as it is published.
pub fn delivered(data: &Dataset) -> (Vec<Link<Observation>>, Vec<Link<Timed>>) {
    let question = Question::default();
    let asked = std::iter::once(question.clone()).chain(second(&question));
    let contents = asked.map(|asked| Content::of(data, asked, Lang::De, Reader::One));
    let contents: Vec<Content> = contents.collect();
    let events = |content: &Content| match &content.answer {
        Answer::Growth(growth) => growth.events.clone(),
        _ => Vec::new(),
    };
    let cards = standings(data, question.asof, question.focus());
    let cards =
        cards.iter().flatten().filter_map(|found| Some(found.focus_row()?.figure.as_ref()?.observation.clone()));
    let shown = contents.iter().flat_map(Content::observations).chain(cards);
    (shown.collect(), contents.iter().flat_map(events).collect())
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
