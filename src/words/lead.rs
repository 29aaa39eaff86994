//! The sentence of a card: who leads and who comes last, for all readers.

use super::say::fill;
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
    // One stands, several stand.
    let line = |one: &'static str, several: &'static str, rows: &[&Datum]| {
        let verb = if rows.len() == 1 { one } else { several };
        format!("{verb} {}", named(rows, lang))
    };
    let above = match top.is_empty() {
        true => pick(lang, "Wer oben steht, ist nicht sicher", "Who is at the top is not certain").to_owned(),
        false => line(pick(lang, "Oben steht", "At the top is"), pick(lang, "Oben stehen", "At the top are"), &top),
    };
    let below = match last.is_empty() {
        true => String::new(),
        false => line(
            pick(lang, "; unten steht", "; at the bottom is"),
            pick(lang, "; unten stehen", "; at the bottom are"),
            &last,
        ),
    };
    format!("{above}{below}.{rest}")
}

/// The rows with their values; neighbours with the same exact value share it: "Saarland und Sachsen-Anhalt (je 164)".
fn named(rows: &[&Datum], lang: Lang) -> String {
    let is_same = |a: &&Datum, b: &&Datum| a.interval().is_some_and(Interval::is_exact) && a.interval() == b.interval();
    let mut is_shared = false;
    let mut groups: Vec<String> = Vec::new();
    for group in rows.chunk_by(is_same) {
        let names: Vec<&str> = group.iter().map(|row| row.place.name(lang)).collect();
        let value = group.first().map(|row| value_of(row, lang)).unwrap_or_default();
        is_shared |= names.len() > 1;
        let each = pick(lang, "je {0}", "{0} each");
        let value = if names.len() > 1 { fill(each, &[&value]) } else { value };
        groups.push(format!("{} ({value})", list(lang, &names)));
    }
    // A group has an "und" of its own.
    match is_shared {
        true => groups.join(", "),
        false => list(lang, &groups.iter().map(String::as_str).collect::<Vec<_>>()),
    }
}
