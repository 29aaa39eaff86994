//! The words of a ranking.

use super::{
    Headline, Named, capital, list, note, observation_date, of_how_many, pick, rank_of, rise, say, short, value_column,
    value_in_full,
};
use crate::answer::{Coverage, Datum, Figure, LineKind, RankInterval, Ranking};
use crate::data::{Area, Measure, Unit};
use crate::question::{Group, Lang, Moment, Quantity, View};

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
    if let Some(area) = area {
        text = say(lang, "{0}, Themenfeld {1}", "{0}, service area {1}", &[&text, area.name(lang)]);
    }
    if shown == Quantity::Share && measure.unit == Unit::Count {
        text = say(lang, "{0}, Anteil am Katalog", "{0}, share of the catalogue", &[&text]);
    }
    text
}

/// "16 von 16 Ländern mit Angabe".
pub(super) fn coverage(found: Coverage, lang: Lang) -> String {
    let (with, of) = (found.with.to_string(), found.of.to_string());
    say(lang, "{0} von {1} Ländern mit Angabe", "{0} of {1} states with a figure", &[&with, &of])
}

/// The group of states among which ranks are given, where that is not all of them.
pub(super) fn group(group: Group, lang: Lang) -> Option<&'static str> {
    match group {
        Group::All => None,
        Group::Area => Some(pick(lang, "nur Flächenländer", "area states only")),
        Group::City => Some(pick(lang, "nur Stadtstaaten", "city states only")),
    }
}

impl RankingWords<'_> {
    /// Title, definition line and sentence.
    pub fn headline(&self) -> Headline {
        Headline { title: self.title(), definition: self.definition(), sentence: self.sentence() }
    }

    fn what(&self) -> String {
        what(&self.ranking.measure, self.ranking.area.as_deref(), self.ranking.shown, self.lang)
    }

    /// The finding, with what was counted and when.
    fn title(&self) -> String {
        let (what, when) = (self.what(), period(self.ranking.moment, self.lang));
        match self.ranking.moment {
            Moment::Month(_) => format!("{}: {what}, {when}", self.finding()),
            // Figures of different dates: who leads is not said.
            _ => format!("{}: {what}", capital(&when)),
        }
    }

    /// The names of the states with this rank.
    fn with_rank(&self, best: usize, worst: usize) -> Vec<&str> {
        let has = |rank: Option<RankInterval>| rank.is_some_and(|rank| (rank.best, rank.worst) == (best, worst));
        let rows = self.ranking.figures().filter(|(_, figure)| has(figure.rank));
        rows.map(|(row, _)| row.place.name(self.lang)).collect()
    }

    /// Who leads and who comes last, as far as that is certain.
    pub(super) fn finding(&self) -> String {
        let (lang, coverage) = (self.lang, self.ranking.coverage);
        if coverage.with == 1 {
            let name = self.ranking.figures().map(|(row, _)| row.place.name(lang)).next().unwrap_or_default();
            return say(lang, "Nur {0} mit Angabe", "A figure for {0} only", &[name]);
        }
        let first = self.with_rank(1, 1);
        let mut ahead = match first.as_slice() {
            [] => pick(lang, "Kein Land sicher vorn", "No state certainly ahead").to_owned(),
            [only] => say(lang, "{0} vorn", "{0} ahead", &[only]),
            many => say(lang, "{0} gleichauf vorn", "{0} level at the top", &[&self.some(many)]),
        };
        let in_group = match self.ranking.group {
            Group::All => "",
            Group::Area => pick(lang, " unter den Flächenländern", " among the area states"),
            Group::City => pick(lang, " unter den Stadtstaaten", " among the city states"),
        };
        if !coverage.is_complete() {
            let with = coverage.with.to_string();
            return match self.ranking.group {
                Group::All => say(
                    lang,
                    "{0} unter {1} Ländern mit Angabe",
                    "{0} among {1} states with a figure",
                    &[&ahead, &with],
                ),
                _ => say(lang, "{0}{1} mit Angabe", "{0}{1} with a figure", &[&ahead, in_group]),
            };
        }
        ahead.push_str(in_group);
        let lowest = self.ranking.figures().filter_map(|(_, figure)| Some(figure.rank?.best)).max().unwrap_or_default();
        let last = self.with_rank(lowest, lowest);
        match last.as_slice() {
            [] => ahead,
            same if same.len() == coverage.with => ahead,
            many => say(lang, "{0}, {1} hinten", "{0}, {1} behind", &[&ahead, &self.some(many)]),
        }
    }

    /// Up to three names; of more, their number.
    fn some(&self, names: &[&str]) -> String {
        match names.len() {
            0..=3 => list(self.lang, names),
            many => format!("{many} {}", pick(self.lang, "Länder", "states")),
        }
    }

    /// What was counted, of how many, when, for how many states.
    fn definition(&self) -> String {
        let (lang, ranking) = (self.lang, self.ranking);
        let mut parts = vec![ranking.measure.name(lang).to_owned()];
        parts.extend(ranking.area.as_ref().map(|area| area.name(lang).to_owned()));
        parts.extend(match (of_how_many(&ranking.denominators(), lang), ranking.shown) {
            (Some(of), Quantity::Share) => {
                Some(say(lang, "Anteil am Katalog {0}", "share of the catalogue {0}", &[&of]))
            }
            (of, _) => of,
        });
        parts.push(period(ranking.moment, lang));
        parts.extend(group(ranking.group, lang).map(str::to_owned));
        parts.push(coverage(ranking.coverage, lang));
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
        format!("{value}{of} {}", short(&self.ranking.measure, lang))
    }

    /// The reader's state, its value, its rank, who is level with it, its rise, and the nationwide figure.
    fn sentence(&self) -> String {
        let lang = self.lang;
        let Some(row) = self.ranking.focus_row() else { return self.reference().unwrap_or_default() };
        let mut parts = vec![match &row.figure {
            None => say(
                lang,
                "Für {0} gibt es keine Angabe: {1}, {2}.",
                "There is no figure for {0}: {1}, {2}.",
                &[row.place.name(lang), &self.what(), &period(self.ranking.moment, lang)],
            ),
            Some(figure) => self.with_figure(row, figure),
        }];
        parts.extend(self.rise(row));
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

    /// The remark about the figure of the reader's state, where there is one.
    pub fn remark(&self) -> Option<String> {
        let row = self.ranking.focus_row()?;
        let note = note(&row.figure.as_ref()?.observation, self.lang);
        (!note.is_empty()).then(|| format!("{}: {note}", row.place.name(self.lang)))
    }

    fn with_figure(&self, row: &Datum, figure: &Figure) -> String {
        let lang = self.lang;
        let (name, what) = (row.place.name(lang), self.figure_of(figure));
        let rank = figure.rank.map(|rank| rank_of(rank, lang)).unwrap_or_default();
        let certain = figure.rank.filter(|rank| rank.is_certain());
        let tied = self
            .ranking
            .figures()
            .filter(|(other, found)| other.place.code != row.place.code && certain.is_some() && found.rank == certain);
        let tied: Vec<&str> = tied.map(|(other, _)| other.place.name(lang)).collect();
        let level = match tied.is_empty() {
            true => String::new(),
            false => say(lang, ", gleichauf mit {0}", ", level with {0}", &[&list(lang, &tied)]),
        };
        match self.ranking.moment {
            Moment::Month(month) => say(
                lang,
                "{0} kam im {1} auf {2}: {3}{4}.",
                "In {1} {0} had {2}: {3}{4}.",
                &[name, &super::month(month, lang), &what, &rank, &level],
            ),
            _ => format!("{name}, {}: {what}, {rank}{level}.", observation_date(&figure.observation, lang)),
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
        Some(say(self.lang, "Zum Vergleich: {0}.", "For comparison: {0}.", &[&text]))
    }

    /// The lines with which the states are compared, for the key: "196 OZG-Leistungen in ganz Deutschland".
    pub fn lines(&self) -> Vec<(LineKind, String)> {
        let (lang, ranking) = (self.lang, self.ranking);
        let words = |line: &crate::answer::Line| {
            let value = value_column(line.value, ranking.unit, lang);
            let text = match &line.observation {
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
        format!("{kind}, {} {}", self.ranking.rows.len(), pick(self.lang, "Länder", "states"))
    }
}
