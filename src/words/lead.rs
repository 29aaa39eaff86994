//! The sentence of a card: who leads and who comes last, for all readers.

use super::{Named, list, pick, say, value_of};
use crate::answer::{Datum, Ranking};
use crate::data::Interval;
use crate::question::Lang;

/// Best ranks that are named.
const NAMED: usize = 3;

/// "Oben stehen Hamburg (290), Bayern (276) und Mecklenburg-Vorpommern (238); unten steht Saarland (196)."
pub fn lead(ranking: &Ranking, lang: Lang) -> String {
    let known: Vec<&Datum> = ranking.rows.iter().filter(|row| row.figure.is_some()).collect();
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
        return say(lang, "Angaben gibt es für {0}.", "There are figures for {0}.", &[&named(&known, lang)]) + &rest;
    }
    // Whoever is certainly among the first, with all who share a rank.
    let is_first =
        |row: &&&Datum| row.figure.as_ref().and_then(|figure| figure.rank).is_some_and(|rank| rank.worst <= NAMED);
    let top: Vec<&Datum> = known.iter().filter(is_first).copied().collect();
    let [_, last] = ranking.extremes();
    let last: Vec<&Datum> = if missing == 0 { last } else { Vec::new() };
    let [above, below] = [&top, &last].map(|rows| named(rows, lang));
    let above = match top.len() {
        0 => pick(lang, "Wer oben steht, ist nicht sicher", "Who is at the top is not certain").to_owned(),
        1 => say(lang, "Oben steht {0}", "At the top is {0}", &[&above]),
        _ => say(lang, "Oben stehen {0}", "At the top are {0}", &[&above]),
    };
    let below = match last.len() {
        0 => String::new(),
        1 => say(lang, "; unten steht {0}", "; at the bottom is {0}", &[&below]),
        _ => say(lang, "; unten stehen {0}", "; at the bottom are {0}", &[&below]),
    };
    format!("{above}{below}.{rest}")
}

/// The rows with their values; neighbours with the same exact value share it: "Saarland und Sachsen-Anhalt (je 164)".
fn named(rows: &[&Datum], lang: Lang) -> String {
    let is_same = |a: &&Datum, b: &&Datum| a.interval().is_some_and(Interval::is_exact) && a.interval() == b.interval();
    let group = |group: &[&Datum]| {
        let names: Vec<&str> = group.iter().map(|row| row.place.name(lang)).collect();
        let value = group.first().map(|row| value_of(row, lang)).unwrap_or_default();
        match names.as_slice() {
            [only] => format!("{only} ({value})"),
            many => say(lang, "{0} (je {1})", "{0} ({1} each)", &[&list(lang, many), &value]),
        }
    };
    let groups: Vec<String> = rows.chunk_by(is_same).map(group).collect();
    // A group has an "und" of its own.
    match rows.chunk_by(is_same).any(|group| group.len() > 1) {
        true => groups.join(", "),
        false => list(lang, &groups.iter().map(String::as_str).collect::<Vec<_>>()),
    }
}
