//! The words of two figures of each state.

use super::among::Among;
use super::counted::Counted;
use super::ranking::what;
use super::say::fill;
use super::{
    Headline, Named, Reader, Tell, capital, change, list, observation_date, of_how_many, pick, say, value_column,
};
use crate::answer::{Datum, Pair, Pairs};
use crate::data::Qualifier;
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
        let title = match pairs.view {
            View::Change => {
                let finding = self.finding();
                let gaps = [&finding, &what, &first, &second];
                say(lang, "{0}: {1}, {2} bis {3}", "{0}: {1}, {2} to {3}", &gaps.map(String::as_str))
            }
            _ => format!("{}: {what}", self.finding()),
        };
        let mut parts = match pairs.view {
            View::Change => vec![pairs.ends[0].measure.name(lang).to_owned()],
            _ => pairs.ends.iter().map(|end| end.measure.name(lang).to_owned()).collect(),
        };
        parts.extend(pairs.area.as_ref().map(|area| super::ranking::whole_area(area, lang)));
        parts.extend(of_how_many(&pairs.denominators(), lang));
        if pairs.view == View::Change {
            parts.push(say(lang, "{0} und {1}", "{0} and {1}", &[&first, &second]));
        }
        parts.push(self.among().coverage(lang));
        Headline { title, definition: parts.join(" · "), sentence: self.sentence() }
    }

    fn among(&self) -> Among {
        Among { selection: self.pairs.selection, coverage: self.pairs.coverage, pairs: true }
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
                super::ranking::in_area(of_both, self.pairs.area.as_deref(), self.lang)
            }
        }
    }

    /// The states with the certainly largest change; all who share it are named.
    fn finding(&self) -> String {
        let (lang, unit) = (self.lang, self.pairs.unit);
        let largest = self.pairs.largest_changes();
        let names: Vec<&str> = largest.iter().map(|row| row.place.name(lang)).collect();
        let size =
            largest.first().and_then(|row| row.change()).map(|found| (found.is_gain(), change(found, unit, lang)));
        match (self.pairs.rows.as_slice(), names.as_slice(), &size) {
            // One state alone: its change is the finding.
            ([_], [only], Some((_, size))) => return format!("{only}: {size}"),
            (_, [only], _) if self.pairs.coverage.with == 1 => {
                return say(lang, "Nur {0} mit beiden Angaben", "Two figures for {0} only", &[only]);
            }
            _ => {}
        }
        let among = self.among().words(lang).unwrap_or_default();
        // "Unter 4 vergleichbaren Ländern legte Bayern am meisten zu", "Bayern legte am meisten zu".
        let words = match (names.len(), &size, self.pairs.view, among.is_empty()) {
            (0, ..) if self.pairs.coverage.with == 0 => pick(lang, "Keine beiden Angaben", "No two figures"),
            (0, _, View::Change, _) => {
                pick(lang, "Wer am meisten zulegte, ist nicht sicher{2}", "Who gained most is not certain{2}")
            }
            (0, ..) => pick(
                lang,
                "Wo der Abstand am größten ist, ist nicht sicher{2}",
                "Where the gap is widest is not certain{2}",
            ),
            (_, Some((None, _)), View::Change, _) => {
                pick(lang, "Ob ein Land zulegte, ist nicht sicher{2}", "Whether any state gained is not certain{2}")
            }
            (_, Some((Some(false), _)), View::Change, _) => pick(lang, "Kein Land legte zu{2}", "No state gained{2}"),
            (1, _, View::Change, true) => pick(lang, "{0} legte am meisten zu ({1})", "{0} gained most ({1})"),
            (1, _, View::Change, false) => pick(lang, "{3} legte {0} am meisten zu ({1})", "{3} {0} gained most ({1})"),
            (_, _, View::Change, true) => pick(lang, "{0} legten am meisten zu (je {1})", "{0} gained most ({1} each)"),
            (_, _, View::Change, false) => {
                pick(lang, "{3} legten {0} am meisten zu (je {1})", "{3} {0} gained most ({1} each)")
            }
            (1, ..) => pick(lang, "In {0} ist der Abstand am größten ({1}){2}", "The gap is widest in {0} ({1}){2}"),
            _ => pick(lang, "In {0} ist der Abstand am größten (je {1}){2}", "The gap is widest in {0} ({1} each){2}"),
        };
        let after = if among.is_empty() { String::new() } else { format!(" {among}") };
        let size = size.map(|(_, size)| size).unwrap_or_default();
        fill(words, &[&list(lang, &names), &size, &after, &capital(&among)])
    }

    fn sentence(&self) -> String {
        let lang = self.lang;
        let mut parts: Vec<String> = self.pairs.spoken_row().map(|row| self.of_state(row)).into_iter().collect();
        if self.pairs.view == View::Change {
            parts.extend(self.directions());
        }
        if self.pairs.rows.len() > 1 && self.among().words(lang).is_some() {
            parts.push(self.among().coverage(lang) + ".");
        }
        if self.pairs.view == View::Range {
            parts.push(pick(
                lang,
                "Gezeigt sind die beiden Angaben, die zeitlich am nächsten beieinander liegen; ihre Monate stehen daneben.",
                "Shown are the two figures that are closest in time; their months stand beside them.",
            ).to_owned());
        }
        parts.join(" ")
    }

    /// "9 Länder legten sicher zu, ein Land ging sicher zurück." Of a rounded figure the bounds are our own: nothing is certain.
    fn directions(&self) -> Option<String> {
        let lang = self.lang;
        let is_rounded = |end: &Datum| {
            end.figure.as_ref().is_some_and(|figure| figure.observation.value.qualifier() == Qualifier::About)
        };
        let printed = || self.pairs.rows.iter().filter(|row| !row.ends.iter().any(is_rounded));
        let directions = || printed().filter_map(|row| row.change()?.direction());
        let count = |wanted: i64| directions().filter(|way| *way == wanted).count();
        let [rose, fell] = [count(1), count(-1)].map(|count| (count, count.to_string()));
        let rose = match rose {
            (0, _) => None,
            (1, _) => Some(pick(lang, "ein Land legte sicher zu", "one state certainly gained").to_owned()),
            (_, many) => Some(say(lang, "{0} Länder legten sicher zu", "{0} states certainly gained", &[&many])),
        };
        let fell = match fell {
            (0, _) => None,
            (1, _) => Some(pick(lang, "ein Land ging sicher zurück", "one state certainly fell").to_owned()),
            (_, many) => Some(say(lang, "{0} Länder gingen sicher zurück", "{0} states certainly fell", &[&many])),
        };
        let parts: Vec<String> = rose.into_iter().chain(fell).collect();
        (!parts.is_empty()).then(|| capital(&parts.join(", ")) + ".")
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

    /// What is said of one of the two figures of a row; of the second also how far it is from the first.
    pub fn spoken(&self, row: &Pair, end: &Datum, reader: Reader) -> String {
        let is_change = self.pairs.view == View::Change;
        let tell = Tell { place: true, measure: !is_change, date: true };
        let said = super::spoken(end, (row.place.code == self.pairs.focus).then_some(reader), tell, self.lang);
        let [_, second] = &row.ends;
        match row.change().filter(|_| is_change && end.key == second.key) {
            Some(found) => format!("{said}, {}", change(found, self.pairs.unit, self.lang)),
            None => said,
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
        let kind = match self.pairs.view {
            View::Change => pick(self.lang, "Steigungsdiagramm", "Slope chart"),
            _ => pick(self.lang, "Spannendiagramm", "Range chart"),
        };
        format!("{kind}, {}", Counted::States.number(self.pairs.rows.len(), self.lang))
    }
}
