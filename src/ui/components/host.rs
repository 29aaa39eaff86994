//! Where a figure stands.

use crate::ui::state::{FigureState, PageState};

/// Where a figure stands, and what follows from it.
#[allow(clippy::large_enum_variant)] // there are a few on a page, and signals are cheap to copy
#[derive(Debug, Clone)]
pub enum Host {
    /// In the app: with keys, buttons and a sorted table.
    App(PageState, FigureState),
    /// On its own page; holds the way to the start page of the language.
    Card(String),
    /// In a page of others: links open outside of it. Holds the way to the start page of the language.
    Embed(String),
}

impl Host {
    /// The signals of the app, where it stands there.
    pub fn app(&self) -> Option<(PageState, FigureState)> {
        match self {
            Self::App(state, figure) => Some((*state, *figure)),
            _ => None,
        }
    }

    /// The way to the start page of the language.
    pub fn home(&self) -> &str {
        match self {
            Self::App(..) => "./",
            Self::Card(home) | Self::Embed(home) => home,
        }
    }

    /// The way to the static pages of the language, where links may lead there.
    pub fn pages(&self) -> Option<String> {
        match self {
            Self::App(state, _) => Some(state.with_edition(|edition| edition.pages.clone())),
            Self::Card(home) => Some(home.clone()),
            Self::Embed(_) => None,
        }
    }

    /// Whether the figure is the page, so that its heading is the first.
    pub fn is_alone(&self) -> bool {
        !matches!(self, Self::App(..))
    }

    /// The number of the figure on its page, from 0.
    pub fn index(&self) -> usize {
        match self {
            Self::App(_, figure) => figure.index,
            _ => 0,
        }
    }

    /// The target of links.
    pub fn target(&self) -> Option<&'static str> {
        matches!(self, Self::Embed(_)).then_some("_blank")
    }
}
