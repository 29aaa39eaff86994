//! The sentence of a card: who leads and who comes last, for all readers.

use super::{Named, list, pick, say, value_of};
use crate::answer::{Datum, Ranking};
use crate::question::Lang;

/// States named at the top.
const NAMED: usize = 3;

/// "Oben stehen Hamburg (290), Bayern (276) und Mecklenburg-Vorpommern (238); unten steht Saarland (196)."
pub fn lead(ranking: &Ranking, lang: Lang) -> String {
    let known: Vec<&Datum> = ranking.rows.iter().filter(|row| row.figure.is_some()).collect();
    let named = |rows: &[&Datum]| {
        let names: Vec<String> =
            rows.iter().map(|row| format!("{} ({})", row.place.name(lang), value_of(row, lang))).collect();
        list(lang, &names.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let missing = ranking.rows.len() - known.len();
    let rest = match missing {
        0 => String::new(),
        1 => pick(lang, " Für ein Land gibt es keine Angabe.", " There is no figure for one state.").to_owned(),
        many => say(
            lang,
            " Für {0} Länder gibt es keine Angabe.",
            " There is no figure for {0} states.",
            &[&many.to_string()],
        ),
    };
    if known.len() <= NAMED + 2 {
        return say(lang, "In dieser Folge: {0}.", "In this order: {0}.", &[&named(&known)]) + &rest;
    }
    let (top, last) = (known.iter().take(NAMED).copied().collect::<Vec<_>>(), known.last().copied());
    let last = named(last.as_slice());
    // With bands it is not certain who comes last: the last one shown is not named.
    let ends = known.iter().rev().take(2).all(|row| row.interval().is_some_and(crate::data::Interval::is_exact));
    let text = match ends {
        true => say(
            lang,
            "Oben stehen {0}; unten steht {1}.",
            "At the top are {0}; at the bottom is {1}.",
            &[&named(&top), &last],
        ),
        false => say(lang, "Oben stehen {0}.", "At the top are {0}.", &[&named(&top)]),
    };
    text + &rest
}
