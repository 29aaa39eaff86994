//! Addresses of questions.

use crate::question::{Lang, Question, View};

/// The address of a question, relative to its page.
pub fn address(question: &Question, page: Lang) -> String {
    let query = question.to_query(page);
    if query.is_empty() { "./".to_owned() } else { format!("./?{query}") }
}

/// The question behind a link of the navigation (the default of a view, with the reader's state), and whether the
/// reader is there.
pub fn view_link(question: &Question, view: View) -> (Question, bool) {
    let here = question.view == view && (view == View::Ranking || question.measure.is_none());
    (Question { view, measure: None, ..question.clone() }.tidy(), here)
}

/// The address of the same question on the page in the other language; `root` leads from the page to the site's root.
pub fn other_language(question: &Question, page: Lang, root: &str) -> String {
    let (other, path) = match page {
        Lang::De => (Lang::En, format!("{root}en/")),
        Lang::En if root.is_empty() => (Lang::De, "./".to_owned()),
        Lang::En => (Lang::De, root.to_owned()),
    };
    let query = Question { lang: None, ..question.clone() }.to_query(other);
    if query.is_empty() { path } else { format!("{path}?{query}") }
}
