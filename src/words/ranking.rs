//! The words of a ranking.

use super::among::Among;
use super::counted::Counted;
use super::{
    Headline, Named, Reader, Tell, capital, list, note, observation_date, of_how_many, pick, rank_among, rise, say,
    short, value_column, value_in_full, value_of,
};
use crate::answer::{Datum, Figure, LineKind, Ranking};
use crate::data::{Area, Measure, Unit};
use crate::question::{Lang, Moment, Quantity, View};

/// A ranking and the language in which it is said.
#[derive(Debug, Clone, Copy)]
pub struct RankingWords<'a> {
    /// The answer.
    pub ranking: &'a Ranking,
    /// The language.
    pub lang: Lang,
}

/// A moment in words: "Januar 2025", "neueste datierte Angabe je Land".
pub fn period(moment: Moment, lang: Lang) -> String {
    match moment {
        Moment::Month(month) => super::month(month, lang),
        Moment::Latest => pick(lang, "neueste datierte Angabe je Land", "newest dated figure of each state").to_owned(),
        Moment::Earliest => {
            pick(lang, "älteste datierte Angabe je Land", "oldest dated figure of each state").to_owned()
        }
    }
}

/// What was counted in a title: the short name, of percentages the full one; with the service area and the unit.
pub(super) fn what(measure: &Measure, area: Option<&Area>, shown: Quantity, lang: Lang) -> String {
    let mut text = match measure.unit {
        Unit::Count => short(measure, lang).to_owned(),
        _ => measure.name(lang).to_owned(),
    };
    text = in_area(&text, area, lang);
    if shown == Quantity::Share && measure.unit == Unit::Count {
        text = say(lang, "{0}, Anteil am Katalog", "{0}, share of the catalogue", &[&text]);
    }
    text
}

/// What was counted, with the service area where it is one.
pub(super) fn in_area(text: &str, area: Option<&Area>, lang: Lang) -> String {
    match area {
        None => text.to_owned(),
        Some(area) => match area.parts {
            0 | 1 => say(lang, "{0}, Themenfeld {1}", "{0}, service area {1}", &[text, area.name(lang)]),
            2 | 3 => say(lang, "{0}, Themenfelder {1}", "{0}, service areas {1}", &[text, area.name(lang)]),
            more => say(
                lang,
                "{0}, {1} Themenfelder zusammen",
                "{0}, {1} service areas together",
                &[text, &more.to_string()],
            ),
        },
    }
}

/// A service area in a definition line; of several it says why they can be added up.
pub(super) fn whole_area(area: &Area, lang: Lang) -> String {
    match area.parts {
        0 | 1 => area.name(lang).to_owned(),
        _ => say(
            lang,
            "{0} (Summe; jede OZG-Leistung liegt in einem Themenfeld)",
            "{0} (sum; each OZG service lies in one service area)",
            &[area.name(lang)],
        ),
    }
}

/// How many states have no figure: "12 Länder ohne Angabe:".
pub fn without_figure(count: usize, lang: Lang) -> String {
    Counted::States.number(count, lang) + pick(lang, " ohne Angabe:", " without a figure:")
}

impl RankingWords<'_> {
    /// Title, definition line and sentence.
    pub fn headline(&self) -> Headline {
        Headline { title: self.title(), definition: self.definition(), sentence: self.sentence() }
    }

    fn what(&self) -> String {
        what(&self.ranking.measure, self.ranking.area.as_deref(), self.ranking.shown, self.lang)
    }

    /// Whom the ranking compares.
    pub(super) fn among(&self) -> Among {
        Among { selection: self.ranking.selection, coverage: self.ranking.coverage, pairs: false }
    }

    /// The finding, with what was counted and when.
    fn title(&self) -> String {
        let (what, when) = (self.what(), period(self.ranking.moment, self.lang));
        match (self.ranking.moment, self.ranking.rows.as_slice()) {
            (_, [only]) => {
                // One state alone: its figure is the finding.
                let join = if self.ranking.unit == Unit::Percent { ", " } else { " " };
                let value = value_of(only, self.lang);
                format!("{}: {value}{join}{what}, {when}", only.place.name(self.lang))
            }
            (Moment::Month(_), _) => format!("{}: {what}, {when}", self.finding()),
            // Figures of different dates: who leads is not said.
            _ => {
                let among = self.among().words(self.lang).map(|words| format!(", {words}")).unwrap_or_default();
                format!("{}: {what}{among}", capital(&when))
            }
        }
    }

    /// Who leads and who comes last, as far as that is certain; all who share it are named. Of one state alone its figure.
    pub(super) fn finding(&self) -> String {
        let (lang, coverage) = (self.lang, self.ranking.coverage);
        if let [only] = self.ranking.rows.as_slice() {
            return format!("{}: {}", only.place.name(lang), value_of(only, lang));
        }
        let among = self.among().words(lang).map(|words| format!(" {words}")).unwrap_or_default();
        let names = |rows: &[&Datum]| -> String {
            let names: Vec<&str> = rows.iter().map(|row| row.place.name(lang)).collect();
            list(lang, &names)
        };
        let [first, last] = self.ranking.extremes();
        if first.len() == coverage.with && coverage.with > 1 {
            return pick(lang, "Alle gleichauf", "All tied").to_owned() + &among;
        }
        let ahead = match first.as_slice() {
            [] => pick(lang, "Kein Land sicher vorn", "No clear leader").to_owned(),
            [only] if coverage.with == 1 => {
                return say(
                    lang,
                    "Nur {0} mit Angabe{1}",
                    "A figure for {0} only{1}",
                    &[only.place.name(lang), &self.of()],
                );
            }
            [only] => say(lang, "{0} vorn", "{0} leads", &[only.place.name(lang)]),
            many => say(lang, "{0} gleichauf vorn", "{0} lead, tied", &[&names(many)]),
        };
        // Who is last is said only where every state has a figure.
        match last.as_slice() {
            [only] if coverage.is_complete() => {
                say(lang, "{0}, {1} hinten{2}", "{0}, {1} is last{2}", &[&ahead, only.place.name(lang), &among])
            }
            [_, ..] if coverage.is_complete() => {
                say(lang, "{0}, {1} hinten{2}", "{0}, {1} are last{2}", &[&ahead, &names(&last), &among])
            }
            _ => ahead + &among,
        }
    }

    /// " von 3 gewählten Ländern", where the reader chose; empty elsewhere.
    fn of(&self) -> String {
        let (among, of) = (self.among(), self.ranking.coverage.of.to_string());
        match self.ranking.selection.is_chosen {
            true => say(self.lang, " von {0} {1}", " of {0} {1}", &[&of, among.states(self.lang)]),
            false => String::new(),
        }
    }

    /// What was counted, of how many, when, for how many states.
    fn definition(&self) -> String {
        let (lang, ranking) = (self.lang, self.ranking);
        let mut parts = vec![ranking.measure.name(lang).to_owned()];
        parts.extend(ranking.area.as_ref().map(|area| whole_area(area, lang)));
        parts.extend(match (of_how_many(&ranking.denominators(), lang), ranking.shown) {
            (Some(of), Quantity::Share) => {
                Some(say(lang, "Anteil am Katalog {0}", "share of the catalogue {0}", &[&of]))
            }
            (of, _) => of,
        });
        parts.push(period(ranking.moment, lang));
        parts.push(self.among().coverage(lang));
        parts.join(" · ")
    }

    /// "197 von 575 OZG-Leistungen im ganzen Land"; with a qualified value the denominator follows the value's words.
    fn figure_of(&self, figure: &Figure) -> String {
        let lang = self.lang;
        let value = value_in_full(figure, lang);
        let of = match (&figure.denominator, figure.unit == figure.observation.measure.unit) {
            (Some(found), true) => format!(" {}", of_how_many(&[found], lang).unwrap_or_default()),
            _ => String::new(),
        };
        let what = in_area(short(&self.ranking.measure, lang), self.ranking.area.as_deref(), lang);
        format!("{value}{of} {what}")
    }

    /// The reader's state, its value, its rank, who is level with it, its rise, and the nationwide figure.
    fn sentence(&self) -> String {
        let lang = self.lang;
        let mut parts: Vec<String> = Vec::new();
        let row = self.ranking.spoken_row();
        match row.map(|row| (row, &row.figure)) {
            Some((row, Some(figure))) => parts.push(self.with_figure(row, figure)),
            Some((row, None)) => parts.push(say(
                lang,
                "Für {0} gibt es keine Angabe: {1}, {2}.",
                "There is no figure for {0}: {1}, {2}.",
                &[row.place.name(lang), &self.what(), &period(self.ranking.moment, lang)],
            )),
            None => parts.extend(self.ranking.apart.as_ref().map(|own| {
                let name = own.name(lang);
                say(lang, "{0} gehört nicht zu den gezeigten Ländern.", "{0} is not among the states shown.", &[name])
            })),
        }
        let is_whole = self.ranking.selection.is_chosen && row.is_none_or(|row| row.figure.is_none());
        parts.extend(is_whole.then(|| self.among().coverage(lang) + "."));
        parts.extend(row.and_then(|row| self.rise(row)));
        parts.extend(self.reference());
        if !matches!(self.ranking.moment, Moment::Month(_)) {
            let hint = pick(
                lang,
                "Die Angaben stammen von verschiedenen Zeitpunkten; die Ränge sind deshalb nur ein Anhalt.",
                "The figures are of different dates, so the ranks are only a hint.",
            );
            parts.push(hint.to_owned());
        }
        parts.join(" ")
    }

    /// How old the figures are where that is more than a year, and which newer ones there are.
    fn age(&self) -> Option<String> {
        let (lang, age) = (self.lang, self.ranking.age.to_string());
        if self.ranking.age <= 12 {
            return None;
        }
        let old = say(
            lang,
            "Diese Zahlen sind {0} Monate älter als der Datenstand.",
            "These figures are {0} months older than the data.",
            &[&age],
        );
        let newer = self.ranking.newer().map(|(moment, coverage)| {
            let (when, with, of) = (period(moment, lang), coverage.with.to_string(), coverage.of.to_string());
            say(lang, " Neuer: {0}, {1} von {2} Ländern.", " Newer: {0}, {1} of {2} states.", &[&when, &with, &of])
        });
        Some(old + &newer.unwrap_or_default())
    }

    /// The remark about the figure of the reader's state, and beside the newest figures what exists and is missing here.
    pub fn remark(&self) -> Option<String> {
        let own = self.ranking.focus_row().and_then(|row| {
            let note = note(&row.figure.as_ref()?.observation, self.lang);
            (!note.is_empty()).then(|| format!("{}: {note}", row.place.name(self.lang)))
        });
        let missing = pick(self.lang, &self.ranking.measure.note_de, &self.ranking.measure.note_en);
        let missing = Some(missing.to_owned()).filter(|text| !text.is_empty() && self.ranking.is_newest());
        let parts: Vec<String> = own.into_iter().chain(self.age()).chain(missing).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    fn with_figure(&self, row: &Datum, figure: &Figure) -> String {
        let lang = self.lang;
        let (name, what) = (row.place.name(lang), self.figure_of(figure));
        let certain = figure.rank.filter(|rank| rank.is_certain());
        let tied = self
            .ranking
            .figures()
            .filter(|(other, found)| other.place.code != row.place.code && certain.is_some() && found.rank == certain);
        let tied: Vec<&str> = tied.map(|(other, _)| other.place.name(lang)).collect();
        let level = match tied.is_empty() {
            true => String::new(),
            false => say(lang, ", gleichauf mit {0}", ", tied with {0}", &[&list(lang, &tied)]),
        };
        // Among few no rank is said, but how many they are.
        let among = self.among();
        let rank = match figure.rank {
            Some(rank) => format!("{}{level}", rank_among(rank, among.states(lang), lang)),
            None if self.ranking.rows.len() == 1 => String::new(),
            None => among.coverage(lang),
        };
        let rank = if rank.is_empty() { rank } else { format!(": {rank}") };
        match self.ranking.moment {
            Moment::Month(month) => say(
                lang,
                "{0} kam im {1} auf {2}{3}.",
                "In {1} {0} had {2}{3}.",
                &[name, &super::month(month, lang), &what, &rank],
            ),
            _ => format!("{name}, {}: {what}{rank}.", observation_date(&figure.observation, lang)),
        }
    }

    /// How far the reader's state rose since the earlier month.
    fn rise(&self, row: &Datum) -> Option<String> {
        let since = self.ranking.since.as_ref()?;
        let (low, high) = self.ranking.rise(row.place.code)?;
        let (month, both) = (super::month(since.month, self.lang), since.changes.len().to_string());
        Some(say(
            self.lang,
            "Seit {0}: {1} (unter den {2} Ländern, die in beiden Monaten eine Angabe haben).",
            "Since {0}: {1} (among the {2} states with a figure in both months).",
            &[&month, &rise(low, high, self.lang), &both],
        ))
    }

    /// The nationwide figure as a sentence.
    fn reference(&self) -> Option<String> {
        let (_, text) = self.lines().into_iter().find(|(kind, _)| *kind == LineKind::Nationwide)?;
        Some(capital(&text) + ".")
    }

    /// The lines with which the states are compared, for the key: "196 davon gibt es bundesweit".
    pub fn lines(&self) -> Vec<(LineKind, String)> {
        let (lang, ranking) = (self.lang, self.ranking);
        let words = |line: &crate::answer::Line| {
            let value = value_column(line.value, ranking.unit, lang);
            let text = match &line.observation {
                Some(o) if line.kind == LineKind::Nationwide && o.measure.unit == Unit::Count => {
                    let (de, en) = match ranking.unit {
                        // A share is one of the catalogue, not of a state's figure.
                        Unit::Percent => {
                            ("{0} des Katalogs gibt es bundesweit", "{0} of the catalogue exists nationwide")
                        }
                        // What exists everywhere is a part of every state's figure.
                        _ => ("{0} davon gibt es bundesweit", "{0} of them exist nationwide"),
                    };
                    say(lang, de, en, &[&value])
                }
                Some(o) => format!("{value} {}", short(&o.measure, lang)),
                None => {
                    say(lang, "{0} im Mittel der gezeigten Länder", "{0} on average of the states shown", &[&value])
                }
            };
            (line.kind, text)
        };
        ranking.lines.iter().map(words).collect()
    }

    /// The heading of the ranking beside others: "OZG-Leistungen im ganzen Land, Januar 2025".
    pub fn panel(&self) -> String {
        format!("{}, {}", self.what(), period(self.ranking.moment, self.lang))
    }

    /// What is said of a row; with figures of different dates, its date too.
    pub fn spoken(&self, row: &Datum, reader: Reader) -> String {
        let tell = Tell { place: true, date: !matches!(self.ranking.moment, Moment::Month(_)), ..Tell::default() };
        super::spoken(row, (self.ranking.focus == row.place.code).then_some(reader), tell, self.lang)
    }

    /// The name of a row; with figures of different dates, its month too.
    pub fn label(&self, row: &Datum) -> String {
        let name = row.place.name(self.lang);
        match (&row.figure, self.ranking.moment) {
            (None, _) | (_, Moment::Month(_)) => name.to_owned(),
            (Some(figure), _) => {
                let month = figure.observation.span.to().month();
                format!("{name} · {}/{}", month.number(), month.year() % 100)
            }
        }
    }

    /// The rank of a row with its rise since the earlier month: "13", "6–12", "13 (+2)".
    pub fn rank_with_rise(&self, row: &Datum) -> String {
        let sign = |steps: i32| match steps {
            0 => "±0".to_owned(),
            ..0 => format!("−{}", steps.unsigned_abs()),
            _ => format!("+{steps}"),
        };
        let rank = super::rank_column(row);
        match self.ranking.rise(row.place.code) {
            Some((low, high)) if low == high => format!("{rank} ({})", sign(low)),
            Some((low, high)) => format!("{rank} ({}…{})", sign(low), sign(high)),
            None => rank,
        }
    }

    /// What kind of picture it is, for screen readers: "Balkendiagramm, 16 Länder".
    pub fn picture(&self) -> String {
        let kind = match self.ranking.view {
            View::Map => pick(self.lang, "Kachelkarte", "Tile map"),
            _ => pick(self.lang, "Balkendiagramm", "Bar chart"),
        };
        format!("{kind}, {}", Counted::States.number(self.ranking.rows.len(), self.lang))
    }
}
