//! The controls of a question as data. A control is a native form control whose `name` is the key of the address.

use super::content::Content;
use crate::answer::{Answer, Coverage, PeriodOption, period_options};
use crate::data::{Dataset, Link, Measure, Per, Place, sort_by};
use crate::question::{ALIKE, Lang, Moment, Question, View};
use crate::words::{Named, Ui, period, say, ui};

/// One choice: value in the address, words, whether it is chosen.
#[derive(Debug)]
pub struct Choice {
    /// The value.
    pub value: String,
    /// The words.
    pub words: String,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

impl Choice {
    pub(super) fn new(value: impl Into<String>, words: impl Into<String>, is_chosen: bool) -> Self {
        Self { value: value.into(), words: words.into(), is_chosen }
    }
}

/// Choices under a heading; an empty heading is none.
#[derive(Debug)]
pub struct Group {
    /// The heading.
    pub heading: &'static str,
    /// The choices.
    pub choices: Vec<Choice>,
}

/// A labelled select.
#[derive(Debug)]
pub struct Select {
    /// What tells it apart from the others; part of its id.
    pub key: &'static str,
    /// The key of the address that it sets.
    pub name: &'static str,
    /// The end that is set together with a start of a period; empty elsewhere.
    pub end: String,
    /// Its label.
    pub label: &'static str,
    /// What it offers.
    pub groups: Vec<Group>,
}

/// The slider of months: it stands at the number of a month.
#[derive(Debug)]
pub struct Slider {
    /// The months as in the address, the oldest first.
    pub months: Vec<String>,
    /// Where it stands.
    pub position: usize,
    /// The month in words.
    pub words: String,
}

/// The counts: the three that look alike, as the definition decides the answer; the others below.
#[derive(Debug)]
pub struct Counts {
    /// The three, each with a second line.
    pub alike: Vec<(Choice, &'static str)>,
    /// The others.
    pub others: Vec<Choice>,
}

/// A list of boxes with quick choices.
#[derive(Debug)]
pub struct Boxes {
    /// The key of the address that it sets.
    pub name: &'static str,
    /// Its label.
    pub label: &'static str,
    /// Addresses and words of quick choices.
    pub quick: Vec<(String, &'static str)>,
    /// The boxes.
    pub choices: Vec<Choice>,
}

/// What is chosen beyond the defaults.
#[derive(Debug)]
pub struct Chosen {
    /// Label, value, and the address without it.
    pub chips: Vec<(&'static str, String, String)>,
    /// The address without any of them.
    pub reset: String,
    /// How many states remain; empty where that means nothing.
    pub count: String,
}

/// All controls of a view.
#[derive(Debug, Default)]
pub struct Controls {
    /// The views.
    pub views: Vec<Choice>,
    /// The counts, where states are ranked.
    pub counts: Option<Counts>,
    /// The selects, those behind the button included.
    pub selects: Vec<Select>,
    /// The slider of months.
    pub slider: Option<Slider>,
    /// The first day of the data and the day that is shown.
    pub asof: Option<[String; 2]>,
    /// Boxes of states and of service areas.
    pub boxes: Vec<Boxes>,
    /// What is chosen beyond the defaults.
    pub chosen: Option<Chosen>,
}

impl Controls {
    /// The controls of what a figure shows. Without `is_whole` only the first choices, as on the page that is published.
    pub fn of(content: &Content, data: &Dataset, is_whole: bool) -> Self {
        Maker { question: &content.question, answer: &content.answer, data, lang: content.lang }.controls(is_whole)
    }

    /// The select with this key.
    pub fn select(&self, key: &str) -> Option<&Select> {
        self.selects.iter().find(|select| select.key == key)
    }
}

/// What controls are made from.
pub(super) struct Maker<'a> {
    pub question: &'a Question,
    pub answer: &'a Answer,
    pub data: &'a Dataset,
    pub lang: Lang,
}

impl Maker<'_> {
    pub(super) fn strings(&self) -> &'static Ui {
        ui(self.lang)
    }

    fn controls(&self, is_whole: bool) -> Controls {
        let view = self.question.view;
        let is_ranked = matches!(view, View::Ranking | View::Map | View::Change);
        let mut controls = Controls { views: self.views(), chosen: self.chosen(), ..Controls::default() };
        if is_ranked {
            controls.counts = Some(self.counts());
            controls.slider = self.slider();
        }
        controls.selects = self.first_selects(is_ranked);
        if is_whole {
            self.further(is_ranked, &mut controls);
        }
        controls
    }

    fn first_selects(&self, is_ranked: bool) -> Vec<Select> {
        let (strings, view) = (self.strings(), self.question.view);
        let mut selects = Vec::new();
        if matches!(view, View::Growth | View::Areas) {
            selects.push(self.select("measure", strings.growth_measure, self.measures()));
        }
        if is_ranked {
            selects.push(self.periods());
        }
        let is_of_one_place = matches!(self.answer, Answer::Growth(found) if found.places.len() == 1);
        if !is_of_one_place && !matches!(self.answer, Answer::Areas(found) if found.catalogue().is_some()) {
            selects.push(self.select("focus", strings.focus, vec![Group { heading: "", choices: self.states() }]));
        }
        selects
    }

    /// What stands behind the button.
    fn further(&self, is_ranked: bool, controls: &mut Controls) {
        let (strings, view) = (self.strings(), self.question.view);
        let selects = &mut controls.selects;
        if is_ranked || view == View::Growth {
            selects.push(self.since());
        }
        if view == View::Growth {
            selects.push(self.period_end());
        }
        if view != View::Profile {
            let list = [("count", strings.unit_count), ("share", strings.unit_share)];
            selects.push(self.fixed("unit", strings.unit, self.question.unit.name(), &list));
        }
        if view == View::Growth {
            let list = [("count", strings.scale_count), ("index", strings.scale_index)];
            selects.push(self.fixed("scale", strings.scale, self.question.scale.name(), &list));
        }
        let has_places = self.has_places();
        if has_places && view != View::Growth && view != View::Profile {
            let list = [("all", strings.group_all), ("area", strings.group_area), ("city", strings.group_city)];
            selects.push(self.fixed("group", strings.group, self.question.group.name(), &list));
        }
        if matches!(view, View::Ranking | View::Range | View::Areas) {
            let list = [("value", strings.sort_value), ("name", strings.sort_name)];
            selects.push(self.fixed("sort", strings.sort, self.question.sort.name(), &list));
        }
        if view == View::Ranking {
            let list = [("none", strings.facet_one), ("measure", strings.facet_measure)];
            selects.push(self.fixed("facet", strings.facet, self.question.facet.name(), &list));
        }
        selects.extend(self.one_area());
        let first = self.data.observations.iter().map(|o| o.recorded).min();
        controls.asof = Some([first, self.question.asof].map(|day| day.map(|day| day.to_string()).unwrap_or_default()));
        if has_places {
            controls.boxes.push(self.places());
        }
        controls.boxes.extend(self.areas());
    }

    fn views(&self) -> Vec<Choice> {
        let strings = self.strings();
        let words = |view| match view {
            View::Ranking => strings.view_ranking,
            View::Map => strings.view_map,
            View::Range => strings.view_range,
            View::Change => strings.view_change,
            View::Growth => strings.view_growth,
            View::Areas => strings.view_areas,
            View::Profile => strings.view_profile,
        };
        View::ALL.iter().map(|view| Choice::new(view.name(), words(*view), *view == self.question.view)).collect()
    }

    /// The id of the measure that is asked for.
    pub(super) fn measure(&self) -> &str {
        self.question.measure.as_deref().unwrap_or(self.question.view.default_measure())
    }

    fn counts(&self) -> Counts {
        let strings = self.strings();
        let texts = [
            (strings.card_statewide, strings.card_statewide_hint),
            (strings.card_any, strings.card_any_hint),
            (strings.card_leika, strings.card_leika_hint),
        ];
        let now = self.measure();
        let alike = ALIKE.into_iter().zip(texts).map(|(id, (title, hint))| (Choice::new(id, title, id == now), hint));
        let known = self.data.known(self.question.asof);
        let is_other = |m: &&Link<Measure>| View::Ranking.can_show(m, known) && !ALIKE.contains(&m.id.as_str());
        let other = |m: &Link<Measure>| Choice::new(m.id.as_str(), m.name(self.lang), m.id == now);
        Counts { alike: alike.collect(), others: self.data.measures.iter().filter(is_other).map(other).collect() }
    }

    /// A select whose key is the key of the address.
    pub(super) fn select(&self, name: &'static str, label: &'static str, groups: Vec<Group>) -> Select {
        Select { key: name, name, end: String::new(), label, groups }
    }

    /// A select of fixed choices: spelling in addresses and words.
    fn fixed(&self, name: &'static str, label: &'static str, now: &str, list: &[(&str, &str)]) -> Select {
        let choices = list.iter().map(|(value, words)| Choice::new(*value, *words, *value == now)).collect();
        self.select(name, label, vec![Group { heading: "", choices }])
    }

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

    /// The times that have figures, each with its coverage; a time asked for without figures stands first.
    fn periods(&self) -> Select {
        let (options, now) = (self.answer.periods(), self.now());
        let is_known = now.is_none_or(|now| options.iter().any(|option| option.moment == now));
        let asked = now.filter(|_| !is_known).map(|moment| self.moment(moment, None, true));
        let choices = options.iter().map(|o| self.moment(o.moment, Some(o.coverage), Some(o.moment) == now));
        let choices = asked.into_iter().chain(choices).collect();
        self.select("period", self.strings().period, vec![Group { heading: "", choices }])
    }

    /// The months with figures as a slider, where there are three or more.
    fn slider(&self) -> Option<Slider> {
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
    fn since(&self) -> Select {
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
    fn period_end(&self) -> Select {
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

    pub(super) fn states(&self) -> Vec<Choice> {
        let now = self.question.focus();
        let choice = |place: &Link<Place>| Choice::new(place.code.slug(), place.name(self.lang), place.code == now);
        let mut choices: Vec<Choice> = self.data.states().map(choice).collect();
        sort_by(&mut choices, |a, b| a.words.cmp(&b.words));
        choices
    }

    /// The measures of a growth or of the service areas that have figures, in groups.
    fn measures(&self) -> Vec<Group> {
        let strings = self.strings();
        let (view, now) = (self.question.view, self.measure());
        let known = self.data.known(self.question.asof);
        let group = |(per, heading): (Per, &'static str)| {
            let is_shown = |m: &&Link<Measure>| m.per == per && view.can_show(m, known);
            let has = |m: &&Link<Measure>| view == View::Areas || known.figures(m).next().is_some();
            let choice = |m: &Link<Measure>| Choice::new(m.id.as_str(), m.name(self.lang), m.id == now);
            Group { heading, choices: self.data.measures.iter().filter(is_shown).filter(has).map(choice).collect() }
        };
        let groups = [
            (Per::Portal, strings.group_portals),
            (Per::State, strings.group_states),
            (Per::Germany, strings.group_germany),
        ];
        groups.map(group).into_iter().filter(|group| !group.choices.is_empty()).collect()
    }
}
