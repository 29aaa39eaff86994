//! The controls of a question as data. A control is a native form control whose `name` is the key of the address.

use super::content::Content;
use crate::answer::{Answer, standings};
use crate::data::{Dataset, Date, Link, Measure, Month, Per, Place, PlaceCode, sort_by};
use crate::question::{ALIKE, Lang, Question, View};
use crate::words::{self, Named, Ui, ui};
use std::sync::Arc;

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

/// One of the counts that look alike, with where the reader's state stands in it: the definition decides the answer.
#[derive(Debug)]
pub struct Card {
    /// The count.
    pub choice: Choice,
    /// What is counted: "OZG-Leistungen".
    pub unit: &'static str,
    /// The newest figure of the state: "197".
    pub value: String,
    /// Its date and its rank: "Januar 2025 · Rang 13 von 16".
    pub standing: String,
}

/// Where a state stood on a day in the counts that look alike: value, date and rank of each; the wordings of dates come with
/// the complete data.
#[derive(Debug, Default)]
pub struct Standings {
    of: Option<(Option<Date>, PlaceCode, bool)>,
    texts: Vec<[String; 2]>,
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
    /// Whether the list opens by itself: something must be chosen.
    pub is_open: bool,
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
    /// The counts that look alike.
    pub cards: Vec<Card>,
    /// The other counts, where states are ranked.
    pub others: Vec<Choice>,
    /// Where the reader's state stands.
    pub standings: Arc<Standings>,
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
    /// Where a state stands is not asked again while state, day and data stay as they were `before`.
    pub fn of(content: &Content, data: &Dataset, is_whole: bool, before: Option<&Self>) -> Self {
        let maker = Maker { question: &content.question, answer: &content.answer, data, lang: content.lang };
        let of = Some((content.question.asof, content.question.focus(), content.is_complete));
        let before = before.map(|before| &before.standings).filter(|standings| standings.of == of).cloned();
        let standings = before.unwrap_or_else(|| Arc::new(Standings { of, texts: maker.standings() }));
        maker.controls(is_whole, standings)
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

    fn controls(&self, is_whole: bool, standings: Arc<Standings>) -> Controls {
        let view = self.question.view;
        let is_ranked = matches!(view, View::Ranking | View::Map | View::Change);
        let mut controls = Controls {
            cards: self.cards(&standings),
            views: self.views(),
            chosen: self.chosen(),
            standings,
            ..Controls::default()
        };
        if is_ranked {
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
        let mut selects =
            vec![self.select("focus", strings.focus, vec![Group { heading: "", choices: self.states() }])];
        if matches!(view, View::Growth | View::Areas) {
            selects.push(self.select("measure", strings.growth_measure, self.measures()));
        }
        if is_ranked {
            selects.extend(self.periods());
        }
        if let Answer::Areas(found) = self.answer
            && found.months.len() > 1
        {
            let month = |own: &Month| Choice::new(own.to_string(), words::month(*own, self.lang), *own == found.month);
            let choices = found.months.iter().map(month).collect();
            selects.push(self.select("period", strings.date, vec![Group { heading: "", choices }]));
        }
        selects
    }

    /// What stands behind the button.
    fn further(&self, is_ranked: bool, controls: &mut Controls) {
        let (strings, view) = (self.strings(), self.question.view);
        if is_ranked {
            controls.others = self.others();
        }
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
        self.question.measure.as_deref().unwrap_or(self.question.view.default_measure(self.data))
    }

    fn standings(&self) -> Vec<[String; 2]> {
        let found = standings(self.data, self.question.asof, self.question.focus());
        found.iter().map(|found| words::standing(found.as_ref(), self.lang)).collect()
    }

    /// The counts that look alike. Views that show several of them have none that is chosen.
    fn cards(&self, standings: &Standings) -> Vec<Card> {
        let (strings, now) = (self.strings(), self.measure());
        let titles = [strings.card_statewide, strings.card_any, strings.card_leika];
        let units = [strings.services_ozg, strings.services_ozg, strings.services_leika];
        let is_one = !matches!(self.question.view, View::Range | View::Profile);
        let cards = ALIKE.into_iter().zip(titles).zip(units).zip(standings.texts.iter().cloned());
        let card = |(((id, title), unit), [value, standing]): (((&str, &str), &'static str), [String; 2])| Card {
            choice: Choice::new(id, title, is_one && id == now),
            unit,
            value,
            standing,
        };
        cards.map(card).collect()
    }

    fn others(&self) -> Vec<Choice> {
        let (known, now) = (self.data.known(self.question.asof), self.measure());
        let is_other = |m: &&Link<Measure>| View::Ranking.can_show(m, known) && !ALIKE.contains(&m.id.as_str());
        let other = |m: &Link<Measure>| Choice::new(m.id.as_str(), m.name(self.lang), m.id == now);
        self.data.measures.iter().filter(is_other).map(other).collect()
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
