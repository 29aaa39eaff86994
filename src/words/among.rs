//! Among whom: which part of the states a sentence is about.

use super::pick;
use super::say::fill;
use crate::answer::{Coverage, Selection};
use crate::question::{Group, Lang};

/// Whom a picture compares, and of how many of them it has what it compares.
#[derive(Debug, Clone, Copy)]
pub(super) struct Among {
    /// The part of the states that the reader chose.
    pub selection: Selection,
    /// How many there are, and how many of them have a figure, or both figures.
    pub coverage: Coverage,
    /// Whether two figures of each are compared.
    pub pairs: bool,
}

impl Among {
    fn is_all(self) -> bool {
        !self.selection.is_chosen && self.selection.group == Group::All
    }

    /// "Ländern", "gewählten Ländern", "Stadtstaaten": after a number, in the dative.
    pub fn states(self, lang: Lang) -> &'static str {
        match (self.selection.is_chosen, self.selection.group) {
            (false, Group::All) => pick(lang, "Ländern", "states"),
            (true, Group::All) => pick(lang, "gewählten Ländern", "chosen states"),
            (false, Group::Area) => pick(lang, "Flächenländern", "area states"),
            (true, Group::Area) => pick(lang, "gewählten Flächenländern", "chosen area states"),
            (false, Group::City) => pick(lang, "Stadtstaaten", "city states"),
            (true, Group::City) => pick(lang, "gewählten Stadtstaaten", "chosen city states"),
        }
    }

    /// "unter den 13 gewählten Ländern", "unter 4 Ländern mit Angabe"; `None` where all sixteen are compared.
    pub fn words(self, lang: Lang) -> Option<String> {
        let (with, of) = (self.coverage.with.to_string(), self.coverage.of.to_string());
        let gaps = [with.as_str(), of.as_str(), self.states(lang)];
        let words = match (self.coverage.is_complete(), self.is_all(), self.pairs) {
            (true, true, _) => return None,
            (true, false, _) => pick(lang, "unter den {1} {2}", "among the {1} {2}"),
            (false, true, false) if self.coverage.with == 1 => {
                pick(lang, "nur ein Land mit Angabe", "only one state with a figure")
            }
            (false, true, false) => pick(lang, "unter {0} {2} mit Angabe", "among {0} {2} with a figure"),
            (false, true, true) => pick(lang, "unter {0} vergleichbaren {2}", "among {0} comparable {2}"),
            (false, false, false) => {
                pick(lang, "unter {0} von {1} {2} mit Angabe", "among {0} of {1} {2} with a figure")
            }
            (false, false, true) => {
                pick(lang, "unter {0} vergleichbaren von {1} {2}", "among {0} comparable of {1} {2}")
            }
        };
        Some(fill(words, &gaps))
    }

    /// "16 von 16 Ländern mit Angabe", "4 von 16 Ländern mit beiden Angaben".
    pub fn coverage(self, lang: Lang) -> String {
        let (with, of) = (self.coverage.with.to_string(), self.coverage.of.to_string());
        let gaps = [with.as_str(), of.as_str(), self.states(lang)];
        let words = match (self.coverage.of, self.pairs) {
            (1, _) => pick(lang, "ein Land gewählt", "one state chosen"),
            (_, false) => pick(lang, "{0} von {1} {2} mit Angabe", "{0} of {1} {2} with a figure"),
            (_, true) => pick(lang, "{0} von {1} {2} mit beiden Angaben", "{0} of {1} {2} with both figures"),
        };
        fill(words, &gaps)
    }
}
