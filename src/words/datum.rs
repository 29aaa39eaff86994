//! What is said of one figure, in whichever picture it stands.

use super::counted::Counted;
use super::say::fill;
use super::{Named, Reader, count, cut, find, observation_date, pick, rank, say, short, value_column, value_long};
use crate::answer::{Change, Datum, Denominator, Figure, RankInterval};
use crate::data::{Area, Date, Measure, Observation, Qualifier, Unit};
use crate::question::Lang;

/// The value of a datum as it stands in a column: `197`, `über 200`, `198–229`, "keine Angabe".
pub fn value_of(datum: &Datum, lang: Lang) -> String {
    match &datum.figure {
        Some(figure) => value_column(figure.value, figure.unit, lang),
        None => super::ui(lang).missing.to_owned(),
    }
}

/// The value in full; where it is computed, with what the source published: `34,3 % (197 von 575)`.
pub fn value_in_full(figure: &Figure, lang: Lang) -> String {
    let published = figure.observation.measure.unit;
    if figure.unit == published {
        return value_long(figure.value, figure.unit, lang);
    }
    let (shown, original) =
        (value_column(figure.value, figure.unit, lang), value_long(figure.observation.value, published, lang));
    match (&figure.denominator, figure.unit) {
        (Some(found), Unit::Percent) => {
            say(lang, "{0} ({1} von {2})", "{0} ({1} of {2})", &[&shown, &original, &count(found.amount.steps(), lang)])
        }
        _ => format!("{shown} ({original})"),
    }
}

/// What was counted as a noun: "OZG-Leistungen", "services"; the short name up to its first preposition or comma.
pub fn noun(measure: &Measure, lang: Lang) -> &str {
    let text = short(measure, lang);
    let ends = pick(
        lang,
        ",| im | in | nur | irgendwo | nach | mit | des | der | für ",
        ",| in | on | of | at | as | for | throughout | anywhere | carried | offered | open ",
    );
    let end = ends.split('|').filter_map(|end| find(text, end)).min();
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// The value in full with what was counted: "198 bis 229 OZG-Leistungen (aus der Rangfolge der Quelle)".
fn value_with_noun(figure: &Figure, lang: Lang) -> String {
    let value = value_in_full(figure, lang);
    if figure.unit != Unit::Count {
        return value;
    }
    let noun = noun(&figure.observation.measure, lang);
    match cut(&value, " (") {
        Some((value, origin)) => format!("{value} {noun} ({origin}"),
        None => format!("{value} {noun}"),
    }
}

/// "Rang 13 von 16 Ländern mit Angabe", "Rang 6 bis 12 von 16 Ländern mit Angabe".
pub fn rank_of(found: RankInterval, lang: Lang) -> String {
    rank_among(found, pick(lang, "Ländern", "states"), lang)
}

/// The same among part of the states: "Rang 2 von 13 gewählten Ländern mit Angabe".
pub fn rank_among(found: RankInterval, states: &str, lang: Lang) -> String {
    say(lang, "Rang {0} {1} mit Angabe", "rank {0} {1} with a figure", &[&rank_number(found, lang), states])
}

/// The number alone: "13 von 16", "6 bis 12 von 16", "nicht bestimmbar, 1 bis 16 von 16".
pub fn rank_number(found: RankInterval, lang: Lang) -> String {
    let RankInterval { best, worst, of } = found;
    let [from, to, all] = [best, worst, of].map(|number| number.to_string());
    let gaps = [from.as_str(), to.as_str(), all.as_str()];
    let words = match (best, worst) {
        (1, worst) if worst == of => pick(lang, "nicht bestimmbar, 1 bis {2} von {2}", "not known, 1 to {2} of {2}"),
        _ if best == worst => pick(lang, "{0} von {2}", "{0} of {2}"),
        _ => pick(lang, "{0} bis {1} von {2}", "{0} to {1} of {2}"),
    };
    fill(words, &gaps)
}

/// "Rang 6–12 von 16": where there is little room.
pub fn rank_short(found: RankInterval, lang: Lang) -> String {
    say(lang, "Rang {0} von {1}", "rank {0} of {1}", &[&rank(found), &found.of.to_string()])
}

/// The rank of a datum as it stands in its column; empty without one.
pub fn rank_column(datum: &Datum) -> String {
    datum.figure.as_ref().and_then(|figure| figure.rank).map(rank).unwrap_or_default()
}

/// What is said of a mark: "Nordrhein-Westfalen, mein Land, 197 OZG-Leistungen, Rang 13 von 16 Ländern mit Angabe". Of the
/// state in focus `focus` says who reads it; `with` says what else tells the data of the picture apart.
pub fn spoken(datum: &Datum, focus: Option<Reader>, with: Tell, lang: Lang) -> String {
    let mut parts: Vec<String> = Vec::new();
    if with.place {
        parts.push(datum.place.name(lang).to_owned());
        parts.extend(focus.map(|reader| reader.my_state(lang).to_owned()));
    }
    if let Some(area) = &datum.area {
        parts.push(area_name(area, lang));
    }
    if with.measure {
        parts.push(datum.measure.name(lang).to_owned());
    }
    match &datum.figure {
        None => parts.push(super::ui(lang).missing.to_owned()),
        Some(figure) => {
            let date = observation_date(&figure.observation, lang);
            let value = if with.measure { value_in_full(figure, lang) } else { value_with_noun(figure, lang) };
            match (datum.measure.target, with.date) {
                (true, _) => parts.push(say(
                    lang,
                    "geplant: {0}{1}, genannt: {2}",
                    "planned: {0}{1}, stated: {2}",
                    &[&value, &due(&figure.observation, lang), &date],
                )),
                (false, true) => parts.extend([date, value]),
                (false, false) => parts.push(value),
            }
            parts.extend(figure.rank.map(|rank| rank_of(rank, lang)));
        }
    }
    parts.join(", ")
}

/// " bis Ende 2022": by when a target was to be reached; empty where the source does not say.
pub(super) fn due(o: &Observation, lang: Lang) -> String {
    o.due.map(|due| say(lang, " bis {0}", " by {0}", &[&due_day(due, lang)])).unwrap_or_default()
}

/// A due date as people say it: "Ende 2022".
pub fn due_day(due: Date, lang: Lang) -> String {
    match (due.month().number(), due.day()) {
        (12, 31) => say(lang, "Ende {0}", "the end of {0}", &[&due.year().to_string()]),
        _ => super::day(due, lang),
    }
}

/// A figure that stands for itself, in one line: "Serviceportal: 125 Leistungen (Februar 2024)".
pub fn own_figure(datum: &Datum, lang: Lang) -> String {
    let date = datum.figure.as_ref().map(|figure| observation_date(&figure.observation, lang)).unwrap_or_default();
    format!("{}: {} ({date})", datum.measure.name(lang), value_of(datum, lang))
}

/// What tells the data of a picture apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tell {
    /// The place.
    pub place: bool,
    /// The measure.
    pub measure: bool,
    /// The date.
    pub date: bool,
}

/// "mindestens 26 mehr", "4 bis 13 weniger", "zwischen 3 weniger und 13 mehr".
pub fn change(change: Change, unit: Unit, lang: Lang) -> String {
    let signed = |steps: i64| {
        let size = super::amount(u32::try_from(steps.unsigned_abs()).unwrap_or(u32::MAX), unit, lang);
        let points = match unit {
            Unit::Count => "",
            Unit::Percent => pick(lang, "-Punkte", " points"),
            Unit::Index => pick(lang, " Punkte", " points"),
        };
        let more = if steps < 0 { pick(lang, "weniger", "fewer") } else { pick(lang, "mehr", "more") };
        format!("{size}{points} {more}")
    };
    let size = |steps: i64| super::amount(u32::try_from(steps.unsigned_abs()).unwrap_or(u32::MAX), unit, lang);
    match (change.low, change.high) {
        (Some(0), Some(0)) => pick(lang, "unverändert", "unchanged").to_owned(),
        (Some(low), Some(high)) if low == high => signed(low),
        // Of two bounds the smaller one first.
        (Some(low @ 0..), Some(high)) => say(lang, "{0} bis {1}", "{0} to {1}", &[&size(low), &signed(high)]),
        (Some(low), Some(high @ ..=0)) => say(lang, "{0} bis {1}", "{0} to {1}", &[&size(high), &signed(low)]),
        (Some(low), Some(high)) => {
            say(lang, "zwischen {0} und {1}", "between {0} and {1}", &[&signed(low), &signed(high)])
        }
        (Some(low @ 0..), None) => say(lang, "mindestens {0}", "at least {0}", &[&signed(low)]),
        (Some(low), None) => say(lang, "höchstens {0}", "at most {0}", &[&signed(low)]),
        (None, Some(high @ ..0)) => say(lang, "mindestens {0}", "at least {0}", &[&signed(high)]),
        (None, Some(high)) => say(lang, "höchstens {0}", "at most {0}", &[&signed(high)]),
        (None, None) => pick(lang, "Veränderung nicht bestimmbar", "change cannot be determined").to_owned(),
    }
}

/// A change in short, for a column: `+37`, `−3 bis +13`, `≥ +26`.
pub fn change_short(change: Change, unit: Unit, lang: Lang) -> String {
    let signed = |steps: i64| {
        let sign = match steps {
            0 => "±",
            ..0 => "−",
            _ => "+",
        };
        format!("{sign}{}", super::amount(u32::try_from(steps.unsigned_abs()).unwrap_or(u32::MAX), unit, lang))
    };
    match (change.low, change.high) {
        (Some(low), Some(high)) if low == high => signed(low),
        (Some(low), Some(high)) => say(lang, "{0} bis {1}", "{0} to {1}", &[&signed(low), &signed(high)]),
        (Some(low), None) => format!("≥ {}", signed(low)),
        (None, Some(high)) => format!("≤ {}", signed(high)),
        (None, None) => "?".to_owned(),
    }
}

/// How many ranks a state rose (negative: fell): "+2 Ränge", "−3 bis +1 Ränge", "±0 Ränge".
pub fn rise(low: i32, high: i32, lang: Lang) -> String {
    let change = change_short(Change { low: Some(low.into()), high: Some(high.into()) }, Unit::Count, lang);
    let is_one = low == high && low.abs() == 1;
    change + if is_one { pick(lang, " Rang", " rank") } else { pick(lang, " Ränge", " ranks") }
}

/// "von 575"; with several sizes "von 575 bis 582, je nach Zeitpunkt". Empty where there is none.
pub(super) fn of_how_many(found: &[&Denominator], lang: Lang) -> Option<String> {
    let sizes = found.iter().map(|found| found.amount.steps());
    let (least, most) = (sizes.clone().min()?, sizes.max()?);
    let (low, high) = (count(least, lang), count(most, lang));
    Some(match least == most {
        true => say(lang, "von {0}", "of {0}", &[&low]),
        false => say(lang, "von {0} bis {1}, je nach Zeitpunkt", "of {0} to {1}, by date", &[&low, &high]),
    })
}

/// The remark of the editors about a figure.
pub fn note(o: &Observation, lang: Lang) -> &str {
    pick(lang, &o.note_de, &o.note_en)
}

/// The wording of the source: "über 200"; `None` where nobody printed the figure.
pub fn published(o: &Observation, lang: Lang) -> Option<String> {
    match o.value.qualifier() {
        Qualifier::Between | Qualifier::AtMost => None,
        _ if summed(o).is_some() => None,
        _ => Some(value_column(o.value, o.measure.unit, lang)),
    }
}

/// A service area beside a figure: of more than three counted as one only how many they are.
pub(super) fn area_name(area: &Area, lang: Lang) -> String {
    match area.parts {
        0..=3 => area.name(lang).to_owned(),
        more => Counted::Areas.number(more, lang),
    }
}

/// Of how many service areas a figure is the sum; `None` where it was published as it stands.
fn summed(o: &Observation) -> Option<usize> {
    o.area.as_ref().map(|area| area.parts).filter(|parts| *parts > 1)
}

/// How what nobody printed was derived: a sum of service areas, bounds from the ranking of the source, a share from a count;
/// `None` where the source prints all of it.
pub fn derivation(figure: &Figure, lang: Lang) -> Option<String> {
    let value = figure.observation.value;
    let mut parts: Vec<String> = Vec::new();
    let sum = summed(&figure.observation).map(|count| {
        let count = count.to_string();
        say(lang, "Summe der Angaben zu {0} Themenfeldern", "sum of the figures of {0} service areas", &[&count])
    });
    parts.extend(sum.clone());
    parts.extend(
        match (value.qualifier(), value.upper()) {
            _ if sum.is_some() => None,
            (Qualifier::Between, _) => {
                Some(pick(lang, "Grenzen aus der Rangfolge der Quelle", "bounds from the ranking of the source"))
            }
            (Qualifier::AtMost, _) | (_, Some(_)) => Some(pick(
                lang,
                "Obergrenze aus der Rangfolge der Quelle",
                "upper bound from the ranking of the source",
            )),
            (Qualifier::About, None) => Some(super::ui(lang).about_rule),
            _ => None,
        }
        .map(str::to_owned),
    );
    if figure.unit != figure.observation.measure.unit {
        parts.push(value_in_full(figure, lang));
    }
    (!parts.is_empty()).then(|| parts.join("; "))
}
