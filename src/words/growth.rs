//! The words of a growth.

use super::{
    Headline, Named, amount, capital, count, from_to, observation_date, pick, short, value_column, value_long,
};
use crate::answer::{Change, Growth, Point};
use crate::data::{Observation, Per, PlaceCode, Unit};
use crate::question::Lang;

/// A growth and the language in which it is said.
#[derive(Debug, Clone, Copy)]
pub struct GrowthWords<'a> {
    /// The answer.
    pub growth: &'a Growth,
    /// The language.
    pub lang: Lang,
}

impl GrowthWords<'_> {
    fn unit(&self) -> Unit {
        self.growth.measure.unit
    }

    /// Title, definition line and sentence.
    pub fn headline(&self) -> Headline {
        Headline { title: self.title(), definition: self.definition(), sentence: self.sentence() }
    }

    /// What was counted, with the place where the name of the measure does not say it.
    fn what(&self) -> String {
        let growth = self.growth;
        let what = match self.unit() {
            Unit::Count => short(&growth.measure, self.lang),
            Unit::Percent => growth.measure.name(self.lang),
        };
        let says_place =
            growth.place.code == PlaceCode::De || (growth.measure.per == Per::Portal && growth.places.len() == 1);
        match says_place {
            true => what.to_owned(),
            false => format!("{what}, {}", growth.place.name(self.lang)),
        }
    }

    fn value(&self, point: &Point) -> String {
        value_column(point.observation.value, self.unit(), self.lang)
    }

    fn date(&self, point: &Point) -> String {
        observation_date(&point.observation, self.lang)
    }

    fn title(&self) -> String {
        let what = self.what();
        match self.growth.longest_run() {
            [] => what,
            [only] => format!("{}: {what}, {}", self.value(only), self.date(only).replace(", undatiert", "")),
            [first, .., last] => {
                let (from, to) = (self.value(first), self.value(last));
                let plain = |point| self.date(point).replace(", undatiert", "");
                let when = from_to(&plain(first), &plain(last), self.lang);
                let after = match self.growth.after_run() {
                    [] => "",
                    _ => pick(self.lang, ", danach andere Zählung", ", then another way of counting"),
                };
                match self.lang {
                    Lang::De => format!("Von {from} auf {to}: {what}, {when}{after}"),
                    Lang::En => format!("From {from} to {to}: {what}, {when}{after}"),
                }
            }
        }
    }

    /// What was counted, of how many, how often.
    fn definition(&self) -> String {
        let (lang, growth) = (self.lang, self.growth);
        let mut parts = vec![growth.measure.name(lang).to_owned()];
        let known = growth.points.iter().filter_map(|point| point.denominator.as_ref()).map(|d| d.amount.steps());
        let sizes: Vec<u32> = known.collect();
        if let (true, Some(least), Some(most)) =
            (sizes.len() == growth.points.len(), sizes.iter().min(), sizes.iter().max())
        {
            let (least, most, same) = (count(*least, lang), count(*most, lang), least == most);
            parts.push(match (same, lang) {
                (true, Lang::De) => format!("von {least}"),
                (true, Lang::En) => format!("of {least}"),
                (false, Lang::De) => format!("von {least} bis {most}, je nach Zeitpunkt"),
                (false, Lang::En) => format!("of {least} to {most}, by date"),
            });
        }
        parts.push(growth.place.name(lang).to_owned());
        parts.push(match (growth.points.len(), lang) {
            (1, Lang::De) => "1 Zeitpunkt mit Angabe".to_owned(),
            (1, Lang::En) => "1 date with a figure".to_owned(),
            (many, Lang::De) => format!("{many} Zeitpunkte mit Angabe"),
            (many, Lang::En) => format!("{many} dates with a figure"),
        });
        parts.join(" · ")
    }

    fn sentence(&self) -> String {
        let lang = self.lang;
        let mut text = match self.growth.longest_run() {
            [] => return String::new(),
            [only] => format!("{} ({}).", self.value_with_unit(only), self.date(only)),
            [first, .., last] => {
                let (from, to) = (self.value_with_unit(first), self.value(last));
                let change = self.growth.change().map(|change| self.change(change)).unwrap_or_default();
                let (since, until) = (self.date(first), self.date(last));
                match lang {
                    Lang::De => format!("{from} ({since}), dann {to} ({until}): {change}."),
                    Lang::En => format!("{from} ({since}), then {to} ({until}): {change}."),
                }
            }
        };
        for (before, after) in self.growth.falls() {
            let (from, to) = (self.value(before), self.value(after));
            let (since, until) = (self.date(before), self.date(after));
            text.push_str(&match lang {
                Lang::De => {
                    format!(" Von {from} ({since}) auf {to} ({until}) gesunken; die Quellen nennen keinen Grund.")
                }
                Lang::En => format!(" Fell from {from} ({since}) to {to} ({until}); the sources give no reason."),
            });
        }
        for point in self.growth.after_run() {
            let (value, when) = (self.value(point), self.date(point));
            text.push_str(&match lang {
                Lang::De => format!(" Anders gezählt: {value} ({when})."),
                Lang::En => format!(" Counted in another way: {value} ({when})."),
            });
        }
        for target in &self.growth.targets {
            let (named, note) = (pick(lang, "genannt", "stated"), pick(lang, &target.note_de, &target.note_en));
            text.push_str(&format!(" {} ({named}: {}). {note}", self.target(target), observation_date(target, lang)));
        }
        text
    }

    /// "45 Leistungen im Wirtschafts-Service-Portal.NRW".
    fn value_with_unit(&self, point: &Point) -> String {
        let place = match self.growth.measure.per {
            Per::State => format!("{}: ", self.growth.place.name(self.lang)),
            _ => String::new(),
        };
        let value = self.value(point);
        let value = if place.is_empty() { capital(&value) } else { value };
        format!("{place}{value} {}", short(&self.growth.measure, self.lang))
    }

    /// "mindestens 26 mehr", "37 mehr", "zwischen 3 weniger und 13 mehr".
    fn change(&self, change: Change) -> String {
        let lang = self.lang;
        let signed = |steps: i64| {
            let size = amount(u32::try_from(steps.unsigned_abs()).unwrap_or(u32::MAX), self.unit(), lang);
            let points = match self.unit() {
                Unit::Count => "",
                Unit::Percent => pick(lang, "-Punkte", " points"),
            };
            let more = if steps < 0 { pick(lang, "weniger", "fewer") } else { pick(lang, "mehr", "more") };
            format!("{size}{points} {more}")
        };
        match (change.low, change.high) {
            (Some(0), Some(0)) => pick(lang, "unverändert", "unchanged").to_owned(),
            (Some(low), Some(high)) if low == high => signed(low),
            (Some(low), Some(high)) => {
                format!(
                    "{} {} {} {}",
                    pick(lang, "zwischen", "between"),
                    signed(low),
                    pick(lang, "und", "and"),
                    signed(high)
                )
            }
            (Some(low), None) => format!("{} {}", pick(lang, "mindestens", "at least"), signed(low)),
            (None, Some(high)) => format!("{} {}", pick(lang, "höchstens", "at most"), signed(high)),
            (None, None) => pick(lang, "Veränderung nicht bestimmbar", "change cannot be determined").to_owned(),
        }
    }

    /// What kind of picture it is, for screen readers: "Zeitdiagramm, 4 Angaben".
    pub fn picture(&self) -> String {
        let count = self.growth.in_time_order().len();
        format!("{}, {count} {}", pick(self.lang, "Zeitdiagramm", "Time chart"), pick(self.lang, "Angaben", "figures"))
    }

    /// "Ziel: rund 350".
    pub fn target(&self, target: &Observation) -> String {
        let value = value_column(target.value, target.measure.unit, self.lang);
        format!("{}: {value}", pick(self.lang, "Ziel", "Target"))
    }

    /// What is said of a mark: "Herbst 2021, über 70".
    pub fn spoken(&self, observation: &Observation) -> String {
        let value = value_long(observation.value, observation.measure.unit, self.lang);
        let date = observation_date(observation, self.lang);
        match observation.measure.target {
            true => {
                let (target, stated) = (pick(self.lang, "Ziel", "target"), pick(self.lang, "genannt", "stated"));
                format!("{target}: {value}, {stated}: {date}")
            }
            false => format!("{date}, {value}"),
        }
    }
}
