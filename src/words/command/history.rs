//! What changed between two states of the data, in words.

use crate::data::diff::{Correction, Diff};
use crate::data::{Link, Measure, Observation, Reason};
use crate::question::Lang;
use crate::words::{Linked, Named, amount, german, observation_date, pick, say, short, source, value_long};

/// A reason in words.
pub fn reason(reason: Option<Reason>, lang: Lang) -> &'static str {
    let (de, en) = match reason {
        Some(Reason::Correction) => ("Korrektur", "correction"),
        Some(Reason::Real) => ("Revision: hat sich geändert", "revision: it changed"),
        Some(Reason::Method) => ("Revision: andere Zählweise", "revision: another method"),
        Some(Reason::Unknown) => ("Grund unbekannt", "reason unknown"),
        None => ("ohne Grund", "no reason given"),
    };
    pick(lang, de, en)
}

/// Where a figure is about: "Bayern" or "Bayern, Bauen & Wohnen".
pub fn place(o: &Observation, lang: Lang) -> String {
    let name = pick(lang, &o.place.name_de, &o.place.name_en).to_owned();
    match &o.area {
        Some(area) => format!("{name}, {}", pick(lang, &area.name_de, &area.name_en)),
        None => name,
    }
}

/// A figure: "Bayern: 276 (Januar 2025; INSM …)".
pub fn figure(o: &Observation, lang: Lang) -> String {
    parts(o, lang).into_iter().map(|part| part.text).collect()
}

/// The same in parts, as the title of the source is German.
pub fn parts(o: &Observation, lang: Lang) -> Vec<Linked> {
    let value = value_long(o.value, o.measure.unit, lang);
    let before = format!("{}: {value} ({}; ", place(o, lang), observation_date(o, lang));
    let source = Linked { text: source(&o.source, lang), lang: german(lang), ..Linked::default() };
    vec![Linked::plain(before), source, Linked::plain(")".to_owned())]
}

/// A correction: "Bayern: 276 statt 275 (Januar 2025), Korrektur", "Bayern: 1.442 (Januar 2026 statt Ende 2025), Korrektur".
pub fn correction(c: &Correction, lang: Lang) -> String {
    let dates = [&c.new, &c.old].map(|o| observation_date(o, lang));
    if c.new.value == c.old.value {
        let (place, value) = (place(&c.new, lang), value_long(c.new.value, c.new.measure.unit, lang));
        let gaps = [&place, &value, &dates[0], &dates[1], reason(c.reason, lang)];
        return say(lang, "{0}: {1} ({2} statt {3}), {4}", "{0}: {1} ({2} instead of {3}), {4}", &gaps);
    }
    let value = |o: Link<Observation>| value_long(o.value, o.measure.unit, lang);
    let gaps = [place(&c.new, lang), value(c.new.clone()), value(c.old.clone()), observation_date(&c.new, lang)];
    let [place, new, old, date] = gaps.each_ref().map(String::as_str);
    let why = reason(c.reason, lang);
    say(lang, "{0}: {1} statt {2} ({3}), {4}", "{0}: {1} instead of {2} ({3}), {4}", &[place, new, old, date, why])
}

/// Figures by measure, in the order in which the measures come.
pub fn by_measure(found: &[Link<Observation>]) -> Vec<(Link<Measure>, Vec<Link<Observation>>)> {
    let mut groups: Vec<(Link<Measure>, Vec<Link<Observation>>)> = Vec::new();
    for o in found {
        match groups.iter_mut().find(|(measure, _)| measure.id == o.measure.id) {
            Some((_, list)) => list.push(o.clone()),
            None => groups.push((o.measure.clone(), vec![o.clone()])),
        }
    }
    groups
}

/// How many figures were added, corrected and withdrawn.
pub fn summary(diff: &Diff, lang: Lang) -> String {
    if diff.is_empty() {
        return pick(lang, "Nichts hat sich geändert.", "Nothing changed.").to_owned();
    }
    let counts = [diff.added.len(), diff.corrected.len(), diff.withdrawn.len()];
    let [added, corrected, withdrawn] = counts.map(|count| amount(count as u32, crate::data::Unit::Count, lang));
    say(
        lang,
        "{0} hinzugekommen, {1} berichtigt, {2} zurückgezogen",
        "{0} added, {1} corrected, {2} withdrawn",
        &[&added, &corrected, &withdrawn],
    )
}

/// The whole difference as text; of many figures of one measure the first ten.
pub fn text(diff: &Diff, lang: Lang) -> String {
    let mut text = summary(diff, lang) + "\n";
    for (measure, list) in by_measure(&diff.added) {
        let head = pick(lang, "Hinzugekommen", "Added");
        text.push_str(&format!("\n{head}: {} ({})\n", measure.name(lang), list.len()));
        for o in list.iter().take(10) {
            text.push_str(&format!("  + {}\n", figure(o, lang)));
        }
        if list.len() > 10 {
            let more = (list.len() - 10).to_string();
            text.push_str(&say(lang, "  … und {0} weitere\n", "  … and {0} more\n", &[&more]));
        }
    }
    if !diff.corrected.is_empty() {
        text.push_str(&format!("\n{}\n", pick(lang, "Berichtigt", "Corrected")));
    }
    for c in &diff.corrected {
        text.push_str(&format!("  ~ {}, {}\n", short(&c.new.measure, lang), correction(c, lang)));
    }
    if !diff.withdrawn.is_empty() {
        text.push_str(&format!("\n{}\n", pick(lang, "Zurückgezogen", "Withdrawn")));
    }
    for (o, why) in &diff.withdrawn {
        text.push_str(&format!("  - {}, {}, {}\n", short(&o.measure, lang), figure(o, lang), reason(*why, lang)));
    }
    text
}
