//! The words of a ranking.

use super::{Headline, Named, amount, count, list, observation_date, pick, rank, short, value_column, value_long};
use crate::answer::{Coverage, Figure, RankInterval, Ranking, Row};
use crate::data::{Measure, Unit};
use crate::question::{Lang, Period};

/// A ranking and the language in which it is said.
#[derive(Debug, Clone, Copy)]
pub struct RankingWords<'a> {
    /// The answer.
    pub ranking: &'a Ranking,
    /// The language.
    pub lang: Lang,
}

/// A period in words: "Januar 2025", "jeweils neueste Angabe".
pub fn period(period: Period, lang: Lang) -> String {
    match period {
        Period::Month(month) => super::month(month, lang),
        _ => pick(lang, "neueste datierte Angabe je Land", "newest dated figure of each state").to_owned(),
    }
}

impl RankingWords<'_> {
    fn measure(&self) -> &Measure {
        &self.ranking.measure
    }

    fn unit(&self) -> Unit {
        self.measure().unit
    }

    /// Title, definition line and sentence.
    pub fn headline(&self) -> Headline {
        Headline { title: self.title(), definition: self.definition(), sentence: self.sentence() }
    }

    /// The finding, with what was counted and when.
    fn title(&self) -> String {
        let lang = self.lang;
        let what = match self.unit() {
            Unit::Count => short(self.measure(), lang),
            Unit::Percent => self.measure().name(lang),
        };
        match self.ranking.period {
            Period::Month(_) => format!("{}: {what}, {}", self.finding(), period(self.ranking.period, lang)),
            // Figures of different dates: who leads is not said.
            _ => format!("{}: {what}", super::capital(&period(self.ranking.period, lang))),
        }
    }

    /// Who leads and who comes last, as far as that is certain.
    fn finding(&self) -> String {
        let (lang, coverage) = (self.lang, self.ranking.coverage);
        let with = |wanted: RankInterval| -> Vec<&str> {
            let rows = self.ranking.figures().filter(|(_, figure)| figure.rank == wanted);
            rows.map(|(row, _)| row.place.name(lang)).collect()
        };
        let first = with(RankInterval { best: 1, worst: 1 });
        if coverage.with == 1 {
            let name = self.ranking.figures().map(|(row, _)| row.place.name(lang)).next().unwrap_or_default();
            return match lang {
                Lang::De => format!("Nur {name} mit Angabe"),
                Lang::En => format!("A figure for {name} only"),
            };
        }
        let ahead = match (first.as_slice(), lang) {
            ([], Lang::De) => "Kein Land sicher vorn".to_owned(),
            ([], Lang::En) => "No state certainly ahead".to_owned(),
            ([only], Lang::De) => format!("{only} vorn"),
            ([only], Lang::En) => format!("{only} ahead"),
            (many, Lang::De) => format!("{} gleichauf vorn", self.some(many)),
            (many, Lang::En) => format!("{} level at the top", self.some(many)),
        };
        if !coverage.is_complete() {
            return match lang {
                Lang::De => format!("{ahead} unter {} Ländern mit Angabe", coverage.with),
                Lang::En => format!("{ahead} among {} states with a figure", coverage.with),
            };
        }
        let lowest = self.ranking.figures().map(|(_, figure)| figure.rank.best).max().unwrap_or_default();
        let last = with(RankInterval { best: lowest, worst: lowest });
        match (last.as_slice(), lang) {
            ([], _) => ahead,
            (same, _) if same.len() == coverage.with => ahead,
            (many, Lang::De) => format!("{ahead}, {} hinten", self.some(many)),
            (many, Lang::En) => format!("{ahead}, {} behind", self.some(many)),
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
        let lang = self.lang;
        let mut parts = vec![self.measure().name(lang).to_owned()];
        if let Some(denominator) = &self.ranking.denominator {
            parts.push(format!("{} {}", pick(lang, "von", "of"), count(denominator.amount.steps(), lang)));
        }
        parts.push(period(self.ranking.period, lang));
        parts.push(self.coverage(self.ranking.coverage));
        parts.join(" · ")
    }

    /// "16 von 16 Ländern mit Angabe".
    fn coverage(&self, coverage: Coverage) -> String {
        match self.lang {
            Lang::De => format!("{} von {} Ländern mit Angabe", coverage.with, coverage.of),
            Lang::En => format!("{} of {} states with a figure", coverage.with, coverage.of),
        }
    }

    /// "197 von 575 OZG-Leistungen im ganzen Land"; with a qualified value the denominator follows the value's words.
    fn figure_of(&self, figure: &Figure) -> String {
        let lang = self.lang;
        let value = value_long(figure.observation.value, self.unit(), lang);
        let of = match &self.ranking.denominator {
            Some(found) => format!(" {} {}", pick(lang, "von", "of"), count(found.amount.steps(), lang)),
            None => String::new(),
        };
        format!("{value}{of} {}", short(self.measure(), lang))
    }

    /// "Rang 13 von 16 Ländern mit Angabe", "Rang 6 bis 12 von 16 Ländern mit Angabe".
    pub fn rank_of(&self, rank: RankInterval) -> String {
        let with = self.ranking.coverage.with;
        match (rank.is_certain(), self.lang) {
            (_, Lang::De) if with == 1 => "einziges Land mit Angabe".to_owned(),
            (_, Lang::En) if with == 1 => "the only state with a figure".to_owned(),
            (false, Lang::De) if rank.best == 1 && rank.worst == with => {
                format!("Rang nicht bestimmbar, 1 bis {with} von {with} Ländern mit Angabe")
            }
            (false, Lang::En) if rank.best == 1 && rank.worst == with => {
                format!("rank not known, 1 to {with} of {with} states with a figure")
            }
            (true, Lang::De) => format!("Rang {} von {with} Ländern mit Angabe", rank.best),
            (true, Lang::En) => format!("rank {} of {with} states with a figure", rank.best),
            (false, Lang::De) => format!("Rang {} bis {} von {with} Ländern mit Angabe", rank.best, rank.worst),
            (false, Lang::En) => format!("rank {} to {} of {with} states with a figure", rank.best, rank.worst),
        }
    }

    /// The reader's state, its value, its rank, who is level with it, and the nationwide figure.
    fn sentence(&self) -> String {
        let Some(row) = self.ranking.focus_row() else { return self.reference().unwrap_or_default() };
        let lang = self.lang;
        let mut text = match &row.figure {
            None => self.without_figure(row),
            Some(figure) => self.with_figure(row, figure),
        };
        if let Some(reference) = self.reference() {
            text.push(' ');
            text.push_str(&reference);
        }
        if !matches!(self.ranking.period, Period::Month(_)) {
            text.push_str(pick(
                lang,
                " Die Angaben stammen von verschiedenen Zeitpunkten; die Ränge sind deshalb nur ein Anhalt.",
                " The figures are of different dates, so the ranks are only a hint.",
            ));
        }
        text
    }

    /// The remark about the figure of the reader's state, where there is one.
    pub fn remark(&self) -> Option<String> {
        let row = self.ranking.focus_row()?;
        let o = &row.figure.as_ref()?.observation;
        let note = pick(self.lang, &o.note_de, &o.note_en);
        (!note.is_empty()).then(|| format!("{}: {note}", row.place.name(self.lang)))
    }

    fn without_figure(&self, row: &Row) -> String {
        let (name, when) = (row.place.name(self.lang), period(self.ranking.period, self.lang));
        let what = self.measure().name(self.lang);
        match self.lang {
            Lang::De => format!("Für {name} gibt es keine Angabe: {what}, {when}."),
            Lang::En => format!("There is no figure for {name}: {what}, {when}."),
        }
    }

    fn with_figure(&self, row: &Row, figure: &Figure) -> String {
        let lang = self.lang;
        let (name, what) = (row.place.name(lang), self.figure_of(figure));
        let rank = self.rank_of(figure.rank);
        let tied: Vec<&str> = self
            .ranking
            .figures()
            .filter(|(other, _)| other.place.code != row.place.code)
            .filter(|(_, other)| figure.rank.is_certain() && other.rank == figure.rank)
            .map(|(other, _)| other.place.name(lang))
            .collect();
        let level = match (tied.is_empty(), lang) {
            (true, _) => String::new(),
            (false, Lang::De) => format!(", gleichauf mit {}", list(lang, &tied)),
            (false, Lang::En) => format!(", level with {}", list(lang, &tied)),
        };
        match (self.ranking.period, lang) {
            (Period::Month(month), Lang::De) => {
                format!("{name} kam im {} auf {what}: {rank}{level}.", super::month(month, lang))
            }
            (Period::Month(month), Lang::En) => {
                format!("In {} {name} had {what}: {rank}{level}.", super::month(month, lang))
            }
            (_, Lang::De) => {
                format!("{name}, {}: {what}, {rank}{level}.", observation_date(&figure.observation, lang))
            }
            (_, Lang::En) => {
                format!("{name}, {}: {what}, {rank}{level}.", observation_date(&figure.observation, lang))
            }
        }
    }

    /// The nationwide figure as a sentence.
    fn reference(&self) -> Option<String> {
        let reference = self.ranking.reference.as_ref()?;
        let value = amount(reference.observation.value.amount().steps(), self.unit(), self.lang);
        let what = short(&reference.measure, self.lang);
        Some(match self.lang {
            Lang::De => format!("Zum Vergleich: {value} {what}."),
            Lang::En => format!("For comparison: {value} {what}."),
        })
    }

    /// The nationwide figure for the key of the chart: "196 OZG-Leistungen in ganz Deutschland".
    pub fn reference_key(&self) -> Option<String> {
        let reference = self.ranking.reference.as_ref()?;
        let value = amount(reference.observation.value.amount().steps(), self.unit(), self.lang);
        Some(format!("{value} {}", short(&reference.measure, self.lang)))
    }

    /// The name of a row; with figures of different dates, its month too.
    pub fn label(&self, row: &Row) -> String {
        let name = row.place.name(self.lang);
        match (&row.figure, self.ranking.period) {
            (Some(figure), Period::Latest) => {
                let month = figure.observation.span.to().month();
                format!("{name} · {}/{}", month.number(), month.year() % 100)
            }
            _ => name.to_owned(),
        }
    }

    /// The value of a row as it stands in its column.
    pub fn value_of(&self, row: &Row) -> String {
        match &row.figure {
            Some(figure) => value_column(figure.observation.value, self.unit(), self.lang),
            None => pick(self.lang, "keine Angabe", "no figure").to_owned(),
        }
    }

    /// What kind of picture it is, for screen readers: "Balkendiagramm, 16 Länder".
    pub fn picture(&self) -> String {
        format!(
            "{}, {} {}",
            pick(self.lang, "Balkendiagramm", "Bar chart"),
            self.ranking.rows.len(),
            pick(self.lang, "Länder", "states")
        )
    }

    /// The rank of a row in the table: "6 bis 12".
    pub fn rank_long(&self, row: &Row) -> String {
        self.rank_column(row).replace('–', pick(self.lang, " bis ", " to "))
    }

    /// The rank of a row as it stands in its column; empty without a figure.
    pub fn rank_column(&self, row: &Row) -> String {
        row.figure.as_ref().map(|figure| rank(figure.rank)).unwrap_or_default()
    }

    /// What is said of a mark: "Nordrhein-Westfalen, 197, Rang 13 von 16 Ländern mit Angabe".
    pub fn spoken(&self, row: &Row) -> String {
        let mine = match row.place.code == self.ranking.focus {
            true => format!(", {}", super::ui(self.lang).my_state),
            false => String::new(),
        };
        let name = format!("{}{mine}", row.place.name(self.lang));
        match &row.figure {
            None => format!("{name}, {}", pick(self.lang, "keine Angabe", "no figure")),
            Some(figure) => {
                let value = value_long(figure.observation.value, self.unit(), self.lang);
                format!("{name}, {value}, {}", self.rank_of(figure.rank))
            }
        }
    }
}
