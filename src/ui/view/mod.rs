//! Components that show an answer. The browser renders them and, through Leptos' `ssr`, so does the publisher, so that
//! no markup is written twice and the page that the browser gets is the page that it takes over.
//!
//! A page has one language. Texts that change are signals of few types, and controls have no handlers of their own
//! (`ui/app` listens for all of them): each closure of its own type would cost every reader a kilobyte.

mod chart;
mod controls;
mod figure;
#[cfg(not(target_arch = "wasm32"))]
mod frame;
#[cfg(not(target_arch = "wasm32"))]
mod html;
mod page;

#[cfg(not(target_arch = "wasm32"))]
pub use html::page_html;
pub use page::{Page, PageProps};

use crate::answer::{Answer, answer};
use crate::chart::Width;
use crate::data::Dataset;
use crate::question::{Invalid, Lang, Question, View};
use leptos::prelude::*;
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

/// What changes while the page is open.
#[derive(Debug, Clone, Copy)]
pub struct State {
    /// What the reader asks.
    pub question: RwSignal<Question>,
    /// Keys of the address that could not be used.
    pub invalid: RwSignal<Vec<Invalid>>,
    /// The widths in which charts are drawn: all of them until it is known which one fits.
    pub widths: RwSignal<Vec<Width>>,
    /// The key of the address that the reader changed last: what it changed is announced.
    pub chosen: RwSignal<Option<String>>,
    /// Changes after each frame in which a new answer was drawn: work that can wait follows it.
    pub calm: RwSignal<u32>,
}

impl State {
    /// The state in which a page is delivered: a question, and drawings for all containers.
    pub fn new(question: Question) -> Self {
        Self {
            question: RwSignal::new(question),
            invalid: RwSignal::new(Vec::new()),
            widths: RwSignal::new(Width::ALL.to_vec()),
            chosen: RwSignal::new(None),
            calm: RwSignal::new(0),
        }
    }
}

/// What the components share.
#[derive(Debug, Clone, Copy)]
struct Context {
    site: StoredValue<Site>,
    state: State,
    lang: Lang,
    /// The answer to the question.
    answer: Memo<Answer>,
}

impl Context {
    fn new(site: Site, state: State) -> Self {
        let (data, lang) = (site.data.clone(), site.lang);
        // Answers are not compared: the question is, and what is shown of them is.
        let answer =
            Memo::new_with_compare(move |_| state.question.with(|question| answer(&data, question)), |_, _| true);
        Self { site: StoredValue::new(site), state, lang, answer }
    }

    /// The growth of WSP.NRW, which stands below a ranking.
    fn second(self) -> Memo<Answer> {
        let data = self.site.with_value(|site| site.data.clone());
        let question = self.state.question;
        let asof = Memo::new(move |_| question.with(|question| question.asof));
        Memo::new_with_compare(
            move |_| answer(&data, &Question { view: View::Growth, asof: asof.get(), ..Question::default() }),
            |_, _| true,
        )
    }

    /// A text that follows the question.
    fn text(self, read: fn(&Question, Self) -> String) -> Signal<String> {
        Signal::derive(move || self.state.question.with(|question| read(question, self)))
    }
}
