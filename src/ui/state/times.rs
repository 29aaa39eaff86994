//! The choices of times: the one that is shown, as a select and as a slider, and the one with which it is compared.

use super::controls::{Choice, Group, Maker, Select, Slider};
use crate::answer::{Answer, Coverage, PeriodOption, period_options};
use crate::question::{Moment, View};
use crate::words::{period, say};

impl Maker<'_> {
    /// A time with its coverage.
    fn moment(&self, moment: Moment, coverage: Option<Coverage>, is_chosen: bool) -> Choice {
        let name = self.moment_words(moment);
        let words = match coverage {
            Some(found) => {
                let (with, of) = (found.with.to_string(), found.of.to_string());
                say(self.lang, "{0} · {1} von {2}", "{0} · {1} of {2}", &[&name, &with, &of])
            }
            None => format!("{name} · 0"),
        };
        Choice::new(moment.name(), words, is_chosen)
    }

    pub(super) fn moment_words(&self, moment: Moment) -> String {
        match moment {
            Moment::Latest => self.strings().latest.to_owned(),
            Moment::Earliest => self.strings().earliest.to_owned(),
            month => period(month, self.lang),
        }
    }

    /// The time that is shown.
    fn now(&self) -> Option<Moment> {
        match self.answer {
            Answer::Ranking(found) => Some(found.moment),
            Answer::Facets(found) => found.panels.first().map(|panel| panel.moment),
            Answer::Pairs(found) if found.view == View::Change => found.ends[1].month.map(Moment::Month),
            _ => self.question.period.end(),
        }
    }

    /// The times that have figures, each with its coverage; a time asked for without figures stands first. `None` where there is
    /// no choice, as for a measure that is not compared between states.
    pub(super) fn periods(&self) -> Option<Select> {
        let (options, now) = (self.answer.periods(), self.now());
        let is_known = now.is_none_or(|now| options.iter().any(|option| option.moment == now));
        let asked = now.filter(|_| !is_known).map(|moment| self.moment(moment, None, true));
        let choices = options.iter().map(|o| self.moment(o.moment, Some(o.coverage), Some(o.moment) == now));
        let choices: Vec<Choice> = asked.into_iter().chain(choices).collect();
        let select = |choices| self.select("period", self.strings().period, vec![Group { heading: "", choices }]);
        (!choices.is_empty()).then(|| select(choices))
    }

    /// The months with figures as a slider, where there are three or more.
    pub(super) fn slider(&self) -> Option<Slider> {
        let now = self.now();
        let options = self.answer.periods().iter().rev().map(|option| option.moment);
        let months: Vec<Moment> = options.filter(|moment| matches!(moment, Moment::Month(_))).collect();
        let last = months.len().checked_sub(1).filter(|last| *last >= 2)?;
        Some(Slider {
            position: months.iter().position(|month| Some(*month) == now).unwrap_or(last),
            months: months.iter().map(|month| month.name()).collect(),
            words: now.map(|now| period(now, self.lang)).unwrap_or_default(),
        })
    }

    /// The start with which a time is compared.
    pub(super) fn since(&self) -> Select {
        let strings = self.strings();
        let is_growth = self.question.view == View::Growth;
        let start = match self.answer {
            Answer::Pairs(found) if found.view == View::Change => found.ends[0].month.map(Moment::Month),
            _ => self.question.period.start(),
        };
        let end = self.now();
        let growth_options = self.growth_options();
        let options = if is_growth { &growth_options } else { self.answer.periods() };
        let is_earlier = |moment: Moment| match (moment, end) {
            (Moment::Month(month), Some(Moment::Month(end))) => month < end,
            (Moment::Month(_), _) => true,
            _ => is_growth && moment == Moment::Earliest,
        };
        let choices = options.iter().filter(|option| is_earlier(option.moment));
        let choices = choices.map(|o| self.moment(o.moment, Some(o.coverage), Some(o.moment) == start));
        let none = match self.question.view {
            View::Change => None,
            View::Growth => Some(Choice::new("", strings.from_start, start.is_none())),
            _ => Some(Choice::new("", strings.no_comparison, start.is_none())),
        };
        let label = if is_growth { strings.period_from } else { strings.since };
        Select {
            key: "period-from",
            end: end.unwrap_or(Moment::Latest).name(),
            ..self.select(
                "period",
                label,
                vec![Group { heading: "", choices: none.into_iter().chain(choices).collect() }],
            )
        }
    }

    /// The end of a growth.
    pub(super) fn period_end(&self) -> Select {
        let (options, now) = (self.growth_options(), self.question.period.end());
        let choices = options.iter().filter(|option| option.moment != Moment::Earliest);
        let choices = choices.map(|o| self.moment(o.moment, Some(o.coverage), Some(o.moment) == now));
        let all = now.is_none().then(|| Choice::new("", self.strings().to_end, true));
        let choices = all.into_iter().chain(choices).collect();
        let select = self.select("period", self.strings().period_to, vec![Group { heading: "", choices }]);
        Select { key: "period-to", ..select }
    }

    fn growth_options(&self) -> Vec<PeriodOption> {
        let known = self.data.known(self.question.asof);
        self.answer.measure().map(|measure| period_options(known, measure, None)).unwrap_or_default()
    }
}
