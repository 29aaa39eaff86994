//! The words of two figures of each state, and of service areas, profiles and counts side by side.

use super::ranking::{coverage, what};
use super::{
    Headline, Named, RankingWords, change, list, observation_date, of_how_many, pick, rank, rank_of, say, value_column,
    value_in_full,
};
use crate::answer::{Areas, Change, Datum, Facets, Pair, Pairs, Profile};
use crate::question::{Lang, View};

/// A part of the answer and the language in which it is said.
#[derive(Debug, Clone, Copy)]
pub struct PairsWords<'a> {
    /// The answer.
    pub pairs: &'a Pairs,
    /// The language.
    pub lang: Lang,
}

impl PairsWords<'_> {
    /// Title, definition line and sentence.
    pub fn headline(&self) -> Headline {
        let (lang, pairs) = (self.lang, self.pairs);
        let [first, second] = self.ends();
        let what = self.what();
        let (with, of) = (pairs.coverage.with.to_string(), pairs.coverage.of.to_string());
        let among = match pairs.coverage.is_complete() {
            true => String::new(),
            false => {
                say(lang, " unter {0} Ländern mit beiden Angaben", " among {0} states with both figures", &[&with])
            }
        };
        let title = match pairs.view {
            View::Change => {
                let finding = self.finding();
                let gaps = [&finding, &among, &what, &first, &second].map(String::as_str);
                say(lang, "{0}{1}: {2}, {3} bis {4}", "{0}{1}: {2}, {3} to {4}", &gaps)
            }
            _ => format!("{}: {what}", self.finding()),
        };
        let mut parts = match pairs.view {
            View::Change => vec![pairs.ends[0].measure.name(lang).to_owned()],
            _ => pairs.ends.iter().map(|end| end.measure.name(lang).to_owned()).collect(),
        };
        parts.extend(of_how_many(&pairs.denominators(), lang));
        if pairs.view == View::Change {
            parts.push(say(lang, "{0} und {1}", "{0} and {1}", &[&first, &second]));
        }
        parts.push(say(
            lang,
            "{0} von {1} Ländern mit beiden Angaben",
            "{0} of {1} states with both figures",
            &[&with, &of],
        ));
        Headline { title, definition: parts.join(" · "), sentence: self.sentence() }
    }

    /// What the two ends are called in the picture.
    pub fn ends(&self) -> [String; 2] {
        match self.pairs.view {
            View::Change => self
                .pairs
                .ends
                .each_ref()
                .map(|end| end.month.map(|month| super::month(month, self.lang)).unwrap_or_default()),
            _ => [
                pick(self.lang, "im ganzen Land", "throughout the state").to_owned(),
                pick(self.lang, "in mindestens einer Kommune", "in at least one municipality").to_owned(),
            ],
        }
    }

    fn what(&self) -> String {
        let [first, _] = &self.pairs.ends;
        match self.pairs.view {
            View::Change => what(&first.measure, self.pairs.area.as_deref(), self.pairs.shown, self.lang),
            _ => {
                let of_both = pick(
                    self.lang,
                    "OZG-Leistungen im ganzen Land und in mindestens einer Kommune",
                    "OZG services throughout the state and in at least one municipality",
                );
                of_both.to_owned()
            }
        }
    }

    /// The state with the certainly largest change.
    fn finding(&self) -> String {
        let lang = self.lang;
        let changes = || self.pairs.rows.iter().filter_map(|row| Some((row, row.change()?)));
        let largest = changes().find(|(row, change)| {
            let below = |other: &Change| other.high.is_some_and(|high| change.low.is_some_and(|low| high < low));
            changes().all(|(own, other)| own.place.code == row.place.code || below(&other))
        });
        match (largest, self.pairs.view) {
            (Some((row, found)), View::Change) => say(
                lang,
                "{0} legte am meisten zu ({1})",
                "{0} gained most ({1})",
                &[row.place.name(lang), &change(found, self.pairs.unit, lang)],
            ),
            (None, View::Change) => {
                pick(lang, "Wer am meisten zulegte, ist nicht sicher", "Who gained most is not certain").to_owned()
            }
            (Some((row, _)), _) => {
                say(lang, "Am weitesten auseinander in {0}", "Furthest apart in {0}", &[row.place.name(lang)])
            }
            (None, _) => pick(
                lang,
                "Nicht überall im Land, was es irgendwo gibt",
                "Not everywhere in the state what exists somewhere",
            )
            .to_owned(),
        }
    }

    fn sentence(&self) -> String {
        let lang = self.lang;
        let mut parts: Vec<String> = self.pairs.focus_row().map(|row| self.of_state(row)).into_iter().collect();
        if self.pairs.view == View::Change {
            let changes = || self.pairs.rows.iter().filter_map(Pair::change);
            let more = changes().filter(|change| change.low.is_some_and(|low| low > 0)).count().to_string();
            let fewer = changes().filter(|change| change.high.is_some_and(|high| high < 0)).count().to_string();
            let of = self.pairs.coverage.with.to_string();
            parts.push(say(
                lang,
                "Sicher mehr als zuvor: {0} von {2} Ländern mit beiden Angaben; sicher weniger: {1}.",
                "Certainly more than before: {0} of {2} states with both figures; certainly fewer: {1}.",
                &[&more, &fewer, &of],
            ));
        }
        if self.pairs.view == View::Range {
            parts.push(pick(
                lang,
                "Der volle Punkt zählt nur, was im ganzen Land online ist, der offene auch, was es in mindestens einer Kommune gibt. Gezeigt sind die beiden Angaben, die zeitlich am nächsten beieinander liegen; ihre Monate stehen daneben.",
                "The full dot counts only what is online throughout the state, the open one also what exists in at least one municipality. Shown are the two figures that are closest in time; their months stand beside them.",
            ).to_owned());
        }
        parts.join(" ")
    }

    fn of_state(&self, row: &Pair) -> String {
        let lang = self.lang;
        let name = row.place.name(lang);
        let words = |end: &Datum, named: &str| {
            let figure = end.figure.as_ref()?;
            let value = value_column(figure.value, figure.unit, lang);
            Some(match self.pairs.view {
                View::Change => format!("{value} ({named})"),
                _ => format!("{value} {named} ({})", observation_date(&figure.observation, lang)),
            })
        };
        let [first, second] = self.ends();
        let [a, b] = &row.ends;
        match (words(a, &first), words(b, &second), row.change()) {
            (Some(a), Some(b), Some(found)) => {
                let change = change(found, self.pairs.unit, lang);
                match self.pairs.view {
                    View::Change => {
                        say(lang, "{0}: {1}, dann {2}; {3}.", "{0}: {1}, then {2}; {3}.", &[name, &a, &b, &change])
                    }
                    _ => say(lang, "{0}: {1} und {2}; {3}.", "{0}: {1} and {2}; {3}.", &[name, &a, &b, &change]),
                }
            }
            (None, None, _) => say(lang, "Für {0} gibt es keine Angabe.", "There is no figure for {0}.", &[name]),
            (a, b, _) => {
                let one = a.or(b).unwrap_or_default();
                say(lang, "{0}: {1}; die andere Angabe fehlt.", "{0}: {1}; the other figure is missing.", &[name, &one])
            }
        }
    }

    /// The months of a row's figures in short: "6/23 · 1–3/23".
    pub fn dates(&self, row: &Pair) -> String {
        let figures = row.ends.iter().filter_map(|end| end.figure.as_ref());
        let months: Vec<String> = figures
            .map(|figure| {
                let (from, to) = (figure.observation.span.from().month(), figure.observation.span.to().month());
                let short = |month: crate::data::Month| format!("{}/{}", month.number(), month.year() % 100);
                // A date that spans months says so.
                match (from == to, from.year() == to.year()) {
                    (true, _) => short(to),
                    (false, true) => format!("{}–{}", from.number(), short(to)),
                    (false, false) => format!("{}–{}", short(from), short(to)),
                }
            })
            .collect();
        months.join(" · ")
    }

    /// What kind of picture it is, for screen readers.
    pub fn picture(&self) -> String {
        let rows = self.pairs.rows.len().to_string();
        match self.pairs.view {
            View::Change => say(self.lang, "Steigungsdiagramm, {0} Länder", "Slope chart, {0} states", &[&rows]),
            _ => say(self.lang, "Spannendiagramm, {0} Länder", "Range chart, {0} states", &[&rows]),
        }
    }
}

/// The words of service areas.
pub(super) fn areas(found: &Areas, lang: Lang) -> Headline {
    let (name, when) = (what(&found.measure, None, found.shown, lang), super::month(found.month, lang));
    let largest = found.data().into_iter().filter(|cell| cell.largest() == found.largest());
    let largest: Vec<&Datum> = largest.collect();
    let finding = match (largest.as_slice(), found.catalogue()) {
        ([only], Some(_)) => {
            let area = only.area.as_ref().map(|area| area.name(lang)).unwrap_or_default();
            match found.areas.len() {
                1 => say(lang, "Themenfeld {0} ({1})", "Service area {0} ({1})", &[area, &super::value_of(only, lang)]),
                _ => say(lang, "Am größten ist das Themenfeld {0}", "The largest service area is {0}", &[area]),
            }
        }
        ([only], None) => {
            let area = only.area.as_ref().map(|area| area.name(lang)).unwrap_or_default();
            say(lang, "Am meisten: {1} in {0}", "Most: {1} in {0}", &[only.place.name(lang), area])
        }
        _ => pick(lang, "Nach Themenfeldern", "By service area").to_owned(),
    };
    let (count, all) = (found.coverage.with.to_string(), found.coverage.of.to_string());
    let mut parts = vec![found.measure.name(lang).to_owned()];
    parts.extend(of_how_many(&found.denominators(), lang));
    parts.push(when.clone());
    parts.push(match found.catalogue() {
        Some(_) => match found.coverage.with {
            1 => pick(lang, "1 Themenfeld", "1 service area").to_owned(),
            _ => say(lang, "{0} Themenfelder", "{0} service areas", &[&count]),
        },
        None => say(lang, "{0} von {1} Feldern mit Angabe", "{0} of {1} cells with a figure", &[&count, &all]),
    });
    let sentence = match found.catalogue() {
        Some(row) => {
            let values = row.cells.iter().filter_map(|cell| Some((cell, cell.figure.as_ref()?)));
            let named: Vec<String> = values
                .take(3)
                .map(|(cell, figure)| {
                    let area = cell.area.as_ref().map(|area| area.name(lang)).unwrap_or_default();
                    format!("{area} ({})", value_column(figure.value, figure.unit, lang))
                })
                .collect();
            let names: Vec<&str> = named.iter().map(String::as_str).collect();
            say(
                lang,
                "So groß ist jedes Themenfeld im Katalog, nicht wie viel davon online ist: {0}.",
                "This is the size of each service area in the catalogue, not how much of it is online: {0}.",
                &[&list(lang, &names)],
            )
        }
        None => {
            let own = found.rows.iter().find(|row| row.place.code == found.focus).map(|row| {
                let best = row.cells.iter().filter(|cell| cell.figure.is_some()).max_by_key(|cell| cell.largest());
                let area = best.and_then(|cell| cell.area.as_ref()).map(|area| area.name(lang)).unwrap_or_default();
                let value = best.map(|cell| super::value_of(cell, lang)).unwrap_or_default();
                say(
                    lang,
                    "{0} hat am meisten im Themenfeld {1}: {2}.",
                    "{0} has most in the service area {1}: {2}.",
                    &[row.place.name(lang), area, &value],
                )
            });
            own.unwrap_or_default()
        }
    };
    Headline { title: format!("{finding}: {name}, {when}"), definition: parts.join(" · "), sentence }
}

/// The words of a profile: its ranks, which differ by what was counted.
pub(super) fn profile(found: &Profile, lang: Lang) -> Headline {
    let name = found.place.name(lang);
    let ranked: Vec<(&crate::answer::Ranking, crate::answer::RankInterval)> = found
        .strips
        .iter()
        .filter_map(|strip| Some((strip, strip.focus_row()?.figure.as_ref()?.rank?)))
        .filter(|(_, rank)| rank.of > 1)
        .collect();
    let mut said: Vec<String> = Vec::new();
    for (_, found) in &ranked {
        let words = say(lang, "{0} von {1}", "{0} of {1}", &[&rank(*found), &found.of.to_string()]);
        if !said.contains(&words) {
            said.push(words);
        }
    }
    let title = match said.as_slice() {
        [] => say(lang, "{0} in allen Zählungen", "{0} in every count", &[name]),
        [only] => say(lang, "{0}: Rang {1}", "{0}: rank {1}", &[name, only]),
        many => {
            let names: Vec<&str> = many.iter().map(String::as_str).collect();
            say(
                lang,
                "{0}: Rang {1}, je nachdem, was gezählt wird",
                "{0}: rank {1}, depending on what is counted",
                &[name, &names.join(pick(lang, " oder ", " or "))],
            )
        }
    };
    let sentences: Vec<String> = ranked
        .iter()
        .filter_map(|(strip, found)| {
            let figure = strip.focus_row()?.figure.as_ref()?;
            let words = [
                strip.measure.name(lang),
                &value_in_full(figure, lang),
                &rank_of(*found, lang),
                &observation_date(&figure.observation, lang),
            ];
            Some(say(lang, "{0}: {1} ({3}), {2}.", "{0}: {1} ({3}), {2}.", &words))
        })
        .collect();
    let (strips, own) = (found.strips.len().to_string(), found.own.len().to_string());
    let definition = say(
        lang,
        "{0} · Zählungen: {1} vergleichbar, {2} für sich",
        "{0} · counts: {1} comparable, {2} on their own",
        &[name, &strips, &own],
    );
    Headline { title, definition, sentence: sentences.join(" ") }
}

/// The words of counts side by side: who leads in each.
pub(super) fn facets(found: &Facets, lang: Lang) -> Headline {
    let words = found.panels.iter().map(|ranking| RankingWords { ranking, lang });
    let findings: Vec<String> = words.clone().map(|words| format!("{} – {}", words.panel(), words.finding())).collect();
    let count = found.panels.len().to_string();
    let names: Vec<&str> = found.panels.iter().map(|panel| super::short(&panel.measure, lang)).collect();
    let title = say(
        lang,
        "{0} Zählungen, {0} Rangfolgen: {1}",
        "{0} counts, {0} rankings: {1}",
        &[&count, &list(lang, &names)],
    );
    let definition = found.panels.iter().map(|panel| {
        let when = super::period(panel.moment, lang);
        format!("{} · {when} · {}", panel.measure.name(lang), coverage(panel.coverage, lang))
    });
    let definition = definition.collect::<Vec<_>>().join("; ");
    let hint = pick(
        lang,
        "Jede Zählung hat ihre eigene Achse; die Balken dürfen nur innerhalb einer Spalte verglichen werden.",
        "Each count has its own axis; bars may be compared within one column only.",
    );
    Headline { title, definition, sentence: format!("{}. {hint}", findings.join("; ")) }
}
