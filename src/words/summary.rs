//! What stands before a picture beside the sentence: who is first and last with their values, and how many figures are not exact or
//! are missing.

use super::{Named, Reader, list, pick, say, value_of};
use crate::answer::{Answer, Datum, Ranking};
use crate::question::{Lang, Moment};

/// What stands before a picture beside its sentence. Empty texts are not shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Summary {
    /// "Hamburg: 290; Saarland: 196."
    pub ends: String,
    /// "10 von 16 Angaben sind Spannen, eine fehlt."
    pub quality: String,
}

/// The summary of an answer. To readers without a state of their own the sentence says who leads and how many are missing.
pub fn summary(answer: &Answer, lang: Lang, reader: Reader) -> Summary {
    let data = answer.data();
    match (answer, reader) {
        (Answer::Ranking(ranking), Reader::One) => {
            Summary { ends: ends(ranking, lang), quality: quality(&data, lang, true) }
        }
        (answer, _) => {
            Summary { ends: String::new(), quality: quality(&data, lang, !matches!(answer, Answer::Ranking(_))) }
        }
    }
}

/// The states that are certainly first and last, as far as the finding names them, with their values.
fn ends(ranking: &Ranking, lang: Lang) -> String {
    let coverage = ranking.coverage;
    if coverage.with < 2 || !matches!(ranking.moment, Moment::Month(_)) {
        return String::new();
    }
    let [first, last] = ranking.extremes();
    let said = |rows: &[&Datum]| {
        let value = value_of(rows.first()?, lang);
        // One value for several states is said only where it is exactly theirs.
        let is_one = rows.iter().all(|row| value_of(row, lang) == value);
        let names: Vec<&str> = rows.iter().map(|row| row.place.name(lang)).collect();
        is_one.then(|| format!("{}: {value}", list(lang, &names)))
    };
    let ends: Vec<String> = match first.len() == coverage.with {
        true => said(&first).into_iter().collect(),
        false => {
            let last = said(&last).filter(|_| coverage.is_complete());
            said(&first).into_iter().chain(last).collect()
        }
    };
    if ends.is_empty() { String::new() } else { ends.join("; ") + "." }
}

/// How many figures are not exact and, where that is to be said, how many are missing; empty where all are exact.
fn quality(data: &[&Datum], lang: Lang, with_missing: bool) -> String {
    // What was planned is no figure of what there is.
    let data: Vec<&&Datum> = data.iter().filter(|datum| !datum.measure.target).collect();
    let all = data.len().to_string();
    let inexact = data.iter().filter(|datum| datum.interval().is_some_and(|found| found.high() != Some(found.low())));
    let missing = data.iter().filter(|datum| with_missing && datum.figure.is_none());
    let counts = [inexact.count(), missing.count()];
    let [inexact, missing] = counts.map(|count| count.to_string());
    // Of an open end only the lower bound is known: that is no band.
    let is_open = data.iter().any(|datum| datum.interval().is_some_and(|found| found.high().is_none()));
    let (is_one, are_many) = match is_open {
        true => (pick(lang, "ist nicht genau", "is not exact"), pick(lang, "sind nicht genau", "are not exact")),
        false => (pick(lang, "ist eine Spanne", "is a band"), pick(lang, "sind Spannen", "are bands")),
    };
    let inexact = match counts {
        [0, _] => None,
        [1, _] if data.len() == 1 => Some(say(lang, "Die Angabe {0}", "The figure {0}", &[is_one])),
        [1, _] => Some(say(lang, "Eine von {0} Angaben {1}", "One of {0} figures {1}", &[&all, is_one])),
        _ => Some(say(lang, "{1} von {0} Angaben {2}", "{1} of {0} figures {2}", &[&all, &inexact, are_many])),
    };
    let missing = match (counts, &inexact) {
        ([_, 0], _) => None,
        ([_, 1], _) if data.len() == 1 => Some(pick(lang, "Die Angabe fehlt", "The figure is missing").to_owned()),
        ([_, 1], Some(_)) => Some(pick(lang, "eine fehlt", "one is missing").to_owned()),
        ([_, 1], None) => Some(say(lang, "Eine von {0} Angaben fehlt", "One of {0} figures is missing", &[&all])),
        (_, Some(_)) => Some(say(lang, "{0} fehlen", "{0} are missing", &[&missing])),
        (_, None) => Some(say(lang, "{1} von {0} Angaben fehlen", "{1} of {0} figures are missing", &[&all, &missing])),
    };
    let parts: Vec<String> = inexact.into_iter().chain(missing).collect();
    if parts.is_empty() { String::new() } else { parts.join(", ") + "." }
}
