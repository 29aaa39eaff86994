//! Terms that not every reader knows, and where the glossary explains them.

use super::{find, pick};
use crate::data::sort_by;
use crate::question::Lang;

/// The terms, German and English, with their ids in the glossary.
const TERMS: [([&str; 2], &str); 7] = [
    (["OZG-Leistungen", "OZG services"], "ozg-leistung"),
    (["LeiKa-Leistungen", "LeiKa services"], "leika"),
    (["flächendeckend", "throughout the state"], "im-ganzen-land"),
    (["Kommune", "municipality"], "kommune"),
    (["Reifegrad", "maturity level"], "reifegrad"),
    (["EfA", "EfA"], "efa"),
    (["INSM", "INSM"], "insm"),
];

/// The terms in a text, in their order, with their ids in the glossary.
pub fn terms(text: &str, lang: Lang) -> Vec<(&'static str, &'static str)> {
    let place = |([de, en], id): ([&'static str; 2], &'static str)| {
        let term = pick(lang, de, en);
        let place = find(text, term)?;
        // "Kommune21" is the name of a journal.
        let is_word =
            !text.get(place + term.len()..).unwrap_or_default().starts_with(|next: char| next.is_ascii_digit());
        is_word.then_some((place, term, id))
    };
    let mut found: Vec<_> = TERMS.into_iter().filter_map(place).collect();
    sort_by(&mut found, |a, b| a.0.cmp(&b.0));
    found.into_iter().map(|(_, term, id)| (term, id)).collect()
}
