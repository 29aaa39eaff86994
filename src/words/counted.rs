//! How many of what: "16 Länder", "1 Land".

use super::pick;
use crate::question::Lang;

/// What is counted in a picture.
#[derive(Debug, Clone, Copy)]
pub(super) enum Counted {
    /// Federal states.
    States,
    /// Published figures.
    Figures,
    /// Service areas.
    Areas,
    /// States by service areas.
    Cells,
}

impl Counted {
    /// The number with its noun, in the singular after a one.
    pub fn number(self, count: usize, lang: Lang) -> String {
        let noun = match (self, count) {
            (Self::States, 1) => pick(lang, "Land", "state"),
            (Self::States, _) => pick(lang, "Länder", "states"),
            (Self::Figures, 1) => pick(lang, "Angabe", "figure"),
            (Self::Figures, _) => pick(lang, "Angaben", "figures"),
            (Self::Areas, 1) => pick(lang, "Themenfeld", "service area"),
            (Self::Areas, _) => pick(lang, "Themenfelder", "service areas"),
            (Self::Cells, 1) => pick(lang, "Feld", "cell"),
            (Self::Cells, _) => pick(lang, "Felder", "cells"),
        };
        format!("{count} {noun}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_in_the_singular() {
        assert_eq!(
            [0, 1, 16].map(|count| Counted::States.number(count, Lang::De)),
            ["0 Länder", "1 Land", "16 Länder"]
        );
        assert_eq!(
            [0, 1, 2].map(|count| Counted::Areas.number(count, Lang::En)),
            ["0 service areas", "1 service area", "2 service areas"]
        );
    }
}
