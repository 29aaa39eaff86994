//! Addresses of questions.

use super::{Lang, Question, View};

impl Question {
    /// The address of the question from a page in `page`; `home` leads to the start page of that language, `./` from there.
    pub fn address(&self, home: &str, page: Lang) -> String {
        let query = self.to_query(page);
        if query.is_empty() { home.to_owned() } else { format!("{home}?{query}") }
    }

    /// What stays with the reader on every page: state, appearance.
    pub fn kept(&self) -> Self {
        Self { focus: self.focus, theme: self.theme, ..Self::default() }
    }

    /// What the navigation asks for a view (its default, with the reader's state), and whether the reader is there.
    pub fn at_view(&self, view: View) -> (Self, bool) {
        let here = self.view == view && (view == View::Ranking || self.measure.is_none());
        (Self { view, measure: None, ..self.clone() }.tidy(), here)
    }

    /// The address of the same question on the page in the other language; `root` leads from the page to the site's root.
    pub fn in_other_language(&self, page: Lang, root: &str) -> String {
        let (other, home) = match page {
            Lang::De => (Lang::En, format!("{root}en/")),
            Lang::En if root.is_empty() => (Lang::De, "./".to_owned()),
            Lang::En => (Lang::De, root.to_owned()),
        };
        Self { lang: None, ..self.clone() }.address(&home, other)
    }
}
