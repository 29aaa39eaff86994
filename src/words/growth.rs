//! The words of a growth.

use super::counted::Counted;
use super::ranking::{in_area, what};
use super::say::fill;
use super::{
    Headline, Named, capital, change, from_to, list, observation_date, of_how_many, pick, say, short, value_column,
};
use crate::answer::{Change, Datum, Growth, Pace, Point, Series, SeriesRole};
use crate::data::{Per, PlaceCode, Unit};
use crate::question::{Lang, Quantity, Scale};

/// A growth and the language in which it is said.
#[derive(Debug, Clone, Copy)]
pub struct GrowthWords<'a> {
    /// The answer.
    pub growth: &'a Growth,
    /// The language.
    pub lang: Lang,
}

impl GrowthWords<'_> {
    /// Title, definition line and sentence.
    pub fn headline(&self) -> Headline {
        match self.growth.main() {
            None => Headline { title: String::new(), definition: String::new(), sentence: String::new() },
            Some(main) => {
                Headline { title: self.title(main), definition: self.definition(main), sentence: self.sentence(main) }
            }
        }
    }

    /// What was counted, with the place where the name of the measure does not say it.
    fn what(&self, main: &Series) -> String {
        let growth = self.growth;
        let is_share = growth.unit == Unit::Percent && growth.measure.unit == Unit::Count;
        let shown = if is_share { Quantity::Share } else { Quantity::Count };
        let mut text = what(&growth.measure, growth.area.as_deref(), shown, self.lang);
        if growth.scale == Scale::Index {
            text = say(self.lang, "{0}, Index (Beginn = 100)", "{0}, index (start = 100)", &[&text]);
        }
        let is_only = growth.measure.per == Per::Portal && growth.places.len() == 1;
        match main.place.code == PlaceCode::De || is_only {
            true => text,
            false => format!("{text}, {}", main.place.name(self.lang)),
        }
    }

    fn value(&self, datum: &Datum) -> String {
        super::value_of(datum, self.lang)
    }

    fn date(&self, datum: &Datum) -> String {
        datum.figure.as_ref().map(|figure| observation_date(&figure.observation, self.lang)).unwrap_or_default()
    }

    fn title(&self, main: &Series) -> String {
        let (lang, what) = (self.lang, self.what(main));
        let plain = |point: &Point| {
            let date = self.date(&point.datum);
            super::cut(&date, pick(self.lang, ", undatiert", ", undated"))
                .map_or(date.clone(), |(before, after)| format!("{before}{after}"))
        };
        match main.longest_run() {
            [] => what,
            [only] => self.alone(main, &only.datum, &plain(only)),
            [first, .., last] => {
                let (from, to) = (self.value(&first.datum), self.value(&last.datum));
                let when = from_to(&plain(first), &plain(last), lang);
                let after = match main.after_run() {
                    [] => "",
                    _ => pick(lang, ", danach andere Zählung", ", then another way of counting"),
                };
                let gaps = [from.as_str(), &to, &what, &when, after];
                let words = match main.change().and_then(Change::direction) {
                    Some(1..) => pick(lang, "Von {0} auf {1}: {2}, {3}{4}", "From {0} to {1}: {2}, {3}{4}"),
                    Some(0) => pick(lang, "Unverändert {1}: {2}, {3}{4}", "Unchanged at {1}: {2}, {3}{4}"),
                    Some(_) => pick(lang, "Von {0} auf {1} gesunken: {2}, {3}{4}", "Down from {0} to {1}: {2}, {3}{4}"),
                    None => pick(lang, "Veränderung nicht bekannt: {2}, {3}{4}", "Change not known: {2}, {3}{4}"),
                };
                fill(words, &gaps)
            }
        }
    }

    /// The title of a single figure: "Hessen: 63 % der Verwaltungsleistungen umgesetzt, sagt die Ministerin, September 2025".
    fn alone(&self, main: &Series, datum: &Datum, when: &str) -> String {
        let growth = self.growth;
        let (name, value) = (main.place.name(self.lang), self.value(datum));
        match growth.unit == growth.measure.unit {
            true => {
                let what = in_area(short(&growth.measure, self.lang), growth.area.as_deref(), self.lang);
                format!("{name}: {value} {what}, {when}")
            }
            false => format!("{}: {}, {when}", capital(&value), self.what(main)),
        }
    }

    /// What was counted, of how many, how often.
    fn definition(&self, main: &Series) -> String {
        let (lang, growth) = (self.lang, self.growth);
        let mut parts = vec![growth.measure.name(lang).to_owned()];
        parts.extend(growth.area.as_ref().map(|area| super::ranking::whole_area(area, lang)));
        let all_have = main
            .data()
            .into_iter()
            .all(|datum| datum.figure.as_ref().is_some_and(|figure| figure.denominator.is_some()));
        parts.extend(of_how_many(&growth.denominators(), lang).filter(|_| all_have));
        parts.push(main.place.name(lang).to_owned());
        let count = main.points.len().to_string();
        parts.push(match main.points.len() {
            1 => pick(lang, "1 Zeitpunkt mit Angabe", "1 date with a figure").to_owned(),
            _ => say(lang, "{0} Zeitpunkte mit Angabe", "{0} dates with a figure", &[&count]),
        });
        if growth.series.len() > 1 {
            let others = (growth.series.len() - 1).to_string();
            parts.push(match growth.series.len() {
                2 => pick(lang, "1 weiteres Land", "1 other state").to_owned(),
                _ => say(lang, "{0} weitere Länder", "{0} other states", &[&others]),
            });
        }
        parts.join(" · ")
    }

    fn sentence(&self, main: &Series) -> String {
        let lang = self.lang;
        let mut parts: Vec<String> = Vec::new();
        match main.longest_run() {
            [] => return String::new(),
            [only] => parts.push(format!("{} ({}).", self.value_with_unit(main, &only.datum), self.date(&only.datum))),
            [first, .., last] => {
                let (from, to) = (self.value_with_unit(main, &first.datum), self.value(&last.datum));
                let change = main.change().map(|found| change(found, self.growth.unit, lang)).unwrap_or_default();
                let (since, until) = (self.date(&first.datum), self.date(&last.datum));
                parts.push(say(
                    lang,
                    "{0} ({1}), dann {2} ({3}): {4}.",
                    "{0} ({1}), then {2} ({3}): {4}.",
                    &[&from, &since, &to, &until, &change],
                ));
            }
        }
        for (before, after) in main.falls() {
            let (from, to) = (self.value(&before.datum), self.value(&after.datum));
            let (since, until) = (self.date(&before.datum), self.date(&after.datum));
            parts.push(say(
                lang,
                "Von {0} ({1}) auf {2} ({3}) gesunken.",
                "Fell from {0} ({1}) to {2} ({3}).",
                &[&from, &since, &to, &until],
            ));
            // A source that gives a reason does so in the remark.
            parts.extend(after.observation().map(|o| super::note(o, lang).to_owned()).filter(|note| !note.is_empty()));
        }
        for point in main.after_run() {
            let (value, when) = (self.value(&point.datum), self.date(&point.datum));
            parts.push(say(lang, "Anders gezählt: {0} ({1}).", "Counted in another way: {0} ({1}).", &[&value, &when]));
        }
        for target in &self.growth.targets {
            parts.push(capital(&self.target(target)) + ".");
        }
        parts.extend(self.chosen());
        parts.join(" ")
    }

    /// The lines that were chosen beside the reader's state, from their first to their last value.
    fn chosen(&self) -> Option<String> {
        let lines = self.growth.series.iter().filter(|line| matches!(line.role, SeriesRole::Chosen(_)));
        let words = lines.filter_map(|line| match line.points.as_slice() {
            [] => None,
            [only] => {
                let (value, date) = (self.value(&only.datum), self.date(&only.datum));
                Some(format!("{} {value} ({date})", line.place.name(self.lang)))
            }
            [first, .., last] => {
                let [from, to] = [first, last].map(|point| (self.value(&point.datum), self.date(&point.datum)));
                let gaps = [line.place.name(self.lang), &from.0, &from.1, &to.0, &to.1];
                Some(say(self.lang, "{0} von {1} ({2}) auf {3} ({4})", "{0} from {1} ({2}) to {3} ({4})", &gaps))
            }
        });
        let words: Vec<String> = words.collect();
        let names: Vec<&str> = words.iter().map(String::as_str).collect();
        let all = list(self.lang, &names);
        (!all.is_empty()).then(|| say(self.lang, "Zum Vergleich: {0}.", "For comparison: {0}.", &[&all]))
    }

    /// The pace, with how it is computed: only where three figures or more allow one.
    pub fn pace(&self) -> Option<String> {
        let Pace { low, high, figures } = self.growth.main()?.pace()?;
        let found = Change { low: Some(low), high: Some(high) };
        let (pace, figures) = (change(found, self.growth.unit, self.lang), figures.to_string());
        Some(say(
            self.lang,
            "Im Schnitt {0} pro Jahr: Unterschied zwischen der ersten und der letzten von {1} Angaben, geteilt durch die Zeit dazwischen.",
            "On average {0} a year: the difference between the first and the last of {1} figures, divided by the time in between.",
            &[&pace, &figures],
        ))
    }

    /// "45 Leistungen im Wirtschafts-Service-Portal.NRW".
    fn value_with_unit(&self, main: &Series, datum: &Datum) -> String {
        let value = self.value(datum);
        let published = datum.figure.as_ref().map(|figure| &figure.observation);
        let what = in_area(short(&self.growth.measure, self.lang), self.growth.area.as_deref(), self.lang);
        if let Some(o) = published.filter(|_| self.growth.scale == Scale::Index) {
            // What is 100, in what was counted.
            let count = super::value_column(o.value, o.measure.unit, self.lang);
            let what = format!("{count} {what} = {value}");
            return match self.growth.measure.per {
                Per::State => format!("{}: {what}", main.place.name(self.lang)),
                _ => capital(&what),
            };
        }
        match self.growth.measure.per {
            Per::State => format!("{}: {value} {what}", main.place.name(self.lang)),
            _ => format!("{} {what}", capital(&value)),
        }
    }

    /// What kind of picture it is, for screen readers: "Zeitdiagramm, 4 Angaben".
    pub fn picture(&self) -> String {
        let figures = Counted::Figures.number(self.growth.data().len(), self.lang);
        format!("{}, {figures}", pick(self.lang, "Zeitdiagramm", "Time chart"))
    }

    /// "geplant: rund 350 bis Ende 2022"; without a due date when it was stated: "geplant: mindestens 125 (genannt: Mai 2022)".
    pub fn target(&self, target: &Datum) -> String {
        let Some(figure) = &target.figure else { return String::new() };
        let o = &figure.observation;
        let value = value_column(figure.value, figure.unit, self.lang);
        match o.due {
            Some(_) => {
                say(self.lang, "geplant: {0}{1}", "planned: {0}{1}", &[&value, &super::datum::due(o, self.lang)])
            }
            None => {
                let date = observation_date(o, self.lang);
                say(self.lang, "geplant: {0} (genannt: {1})", "planned: {0} (stated: {1})", &[&value, &date])
            }
        }
    }

    /// What is said of a later figure that looks like a continuation.
    pub fn remark(&self) -> Option<String> {
        let o = self.growth.otherwise.as_ref()?;
        let value = value_column(o.value, o.measure.unit, self.lang);
        let gaps = [&value, short(&o.measure, self.lang), &observation_date(o, self.lang)];
        Some(say(
            self.lang,
            "Eine spätere Angabe zählt anders: {0} {1} ({2}).",
            "A later figure counts otherwise: {0} {1} ({2}).",
            &gaps,
        ))
    }

    /// The last value of a line with its name: "Hamburg 290".
    pub fn end_label(&self, series: &Series) -> String {
        let last = series.points.last().map(|point| self.value(&point.datum)).unwrap_or_default();
        format!("{} {last}", series.place.name(self.lang))
    }
}
