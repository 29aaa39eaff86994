//! The further choices: lists of states and service areas, and what is chosen beyond the defaults.

use super::controls::{Boxes, Choice, Chosen, Group, Maker, Select};
use crate::answer::Answer;
use crate::data::{Area, Link, Per, Place, PlaceCode, PlaceKind};
use crate::question::{Facet, Group as Among, Moment, NO_AREA, Period, Quantity, Question, Scale, Sort, View};
use crate::words::{Named, day, say};

const EAST: [PlaceCode; 6] = [PlaceCode::Be, PlaceCode::Bb, PlaceCode::Mv, PlaceCode::Sn, PlaceCode::St, PlaceCode::Th];

impl Maker<'_> {
    /// Whether a selection of states means something in the answer.
    pub(super) fn has_places(&self) -> bool {
        match self.answer {
            Answer::Growth(found) => found.measure.per == Per::State,
            Answer::Areas(found) => found.catalogue().is_none(),
            _ => self.question.view.has_places(),
        }
    }

    fn address(&self, change: impl FnOnce(&mut Question)) -> String {
        self.question.with(change).address("./", self.lang)
    }

    /// The states that are shown.
    pub(super) fn places(&self) -> Boxes {
        let strings = self.strings();
        let some = |wanted: &dyn Fn(&Place) -> bool| -> Option<Vec<PlaceCode>> {
            Some(self.data.states().filter(|place| wanted(place)).map(|place| place.code).collect())
        };
        let quick = [
            (None, strings.quick_all),
            (Some(Vec::new()), strings.quick_none),
            (some(&|place| place.kind == PlaceKind::CityState), strings.group_city),
            (some(&|place| place.kind == PlaceKind::State), strings.group_area),
            (some(&|place| EAST.contains(&place.code)), strings.quick_east),
            (some(&|place| !EAST.contains(&place.code)), strings.quick_west),
        ];
        let quick = quick.map(|(places, words)| (self.address(|own| own.places = places), words));
        let is_shown = |slug: &str| PlaceCode::parse_state(slug).is_some_and(|code| self.question.shows(code));
        let choices = self.states().into_iter().map(|own| Choice { is_chosen: is_shown(&own.value), ..own });
        Boxes {
            name: "places",
            label: strings.places,
            quick: quick.to_vec(),
            is_open: false,
            choices: choices.collect(),
        }
    }

    /// The service areas of which the measure has figures, where the view can show them.
    fn known_areas(&self) -> Vec<Link<Area>> {
        let known = self.data.known(self.question.asof);
        let is_shown = !matches!(self.question.view, View::Range | View::Profile);
        let measure = self.data.measure(self.measure()).filter(|_| is_shown);
        measure.map(|measure| known.areas_of(measure)).unwrap_or_default()
    }

    /// Whether several service areas can be asked for: they stand side by side, or are counted as one.
    fn takes_several_areas(&self) -> bool {
        self.question.view == View::Areas || self.data.measure(self.measure()).is_some_and(|measure| measure.adds_up())
    }

    /// The choice of one service area, where several cannot be counted as one.
    pub(super) fn one_area(&self) -> Option<Select> {
        let areas = self.known_areas();
        if areas.is_empty() || self.takes_several_areas() {
            return None;
        }
        let now = self.question.areas.first();
        let all = Choice::new("all", self.strings().all_areas_together, now.is_none());
        let choice = |area: &Link<Area>| Choice::new(area.id.as_str(), area.name(self.lang), now == Some(&area.id));
        let choices = std::iter::once(all).chain(areas.iter().map(choice)).collect();
        Some(self.select("area", self.strings().area, vec![Group { heading: "", choices }]))
    }

    /// The choice of several service areas.
    pub(super) fn areas(&self) -> Option<Boxes> {
        let areas = self.known_areas();
        if areas.is_empty() || !self.takes_several_areas() {
            return None;
        }
        let chosen = &self.question.areas;
        let choice = |area: &Link<Area>| {
            let is_shown = chosen.is_empty() || chosen.contains(&area.id);
            Choice::new(area.id.as_str(), area.name(self.lang), is_shown)
        };
        Some(Boxes {
            name: "area",
            label: self.strings().areas,
            quick: vec![
                (self.address(|own| own.areas.clear()), self.strings().quick_all),
                (self.address(|own| own.areas = vec![NO_AREA.to_owned()]), self.strings().quick_none),
            ],
            is_open: *chosen == [NO_AREA],
            choices: areas.iter().map(choice).collect(),
        })
    }

    /// What is chosen beyond the defaults, each with a way back, one way back from all, and how many states remain.
    pub(super) fn chosen(&self) -> Option<Chosen> {
        let strings = self.strings();
        let own = self.question;
        let is_profile = own.view == View::Profile;
        let has_places = self.has_places();
        let mut chips: Vec<(&'static str, String, String)> = Vec::new();
        let mut chip = |label: &'static str, value: String, without: fn(&mut Question)| {
            chips.push((label, value, self.address(without)));
        };
        if let Some(places) = own.places.as_ref().filter(|_| has_places) {
            let count = places.len().to_string();
            chip(strings.places, say(self.lang, "{0} von 16", "{0} of 16", &[&count]), |own| own.places = None);
        }
        if own.group != Among::All && has_places {
            let words = if own.group == Among::City { strings.group_city } else { strings.group_area };
            chip(strings.group, words.to_owned(), |own| own.group = Among::All);
        }
        if !own.areas.is_empty() && !is_profile {
            let areas = own.areas.iter().filter_map(|id| self.data.area(id));
            let names: Vec<&str> = areas.map(|area| area.name(self.lang)).collect();
            let words = if names.is_empty() { strings.quick_none.to_owned() } else { names.join(", ") };
            chip(strings.area, words, |own| own.areas.clear());
        }
        if own.period != Period::Best && !is_profile {
            let ends = own.period.start().into_iter().chain(own.period.end());
            let words: Vec<String> = ends.map(|moment: Moment| self.moment_words(moment)).collect();
            chip(strings.date, words.join(" – "), |own| own.period = Period::Best);
        }
        if own.unit != Quantity::Count {
            chip(strings.unit, strings.unit_share.to_owned(), |own| own.unit = Quantity::Count);
        }
        if own.scale != Scale::Count && own.view == View::Growth {
            chip(strings.scale, strings.scale_index.to_owned(), |own| own.scale = Scale::Count);
        }
        if own.sort != Sort::Value && !is_profile {
            chip(strings.sort, strings.sort_name.to_owned(), |own| own.sort = Sort::Value);
        }
        if own.facet != Facet::One {
            chip(strings.facet, strings.facet_measure.to_owned(), |own| own.facet = Facet::One);
        }
        if let Some(asof) = own.asof {
            chip(strings.asof, day(asof, self.lang), |own| own.asof = None);
        }
        if chips.is_empty() {
            return None;
        }
        let reset = self.address(|own| {
            let old = std::mem::take(own);
            (own.view, own.measure, own.focus) = (old.view, old.measure, old.focus);
            (own.theme, own.unknown) = (old.theme, old.unknown);
        });
        Some(Chosen { chips, reset, count: self.remaining() })
    }

    /// "13 von 16 Ländern gezeigt"; empty where that means nothing.
    fn remaining(&self) -> String {
        let rows = match self.answer {
            Answer::Ranking(found) => Some(found.rows.len()),
            Answer::Pairs(found) => Some(found.rows.len()),
            Answer::Facets(found) => found.panels.first().map(|panel| panel.rows.len()),
            Answer::Areas(found) if found.catalogue().is_none() => Some(found.rows.len()),
            Answer::Growth(found) if found.measure.per == Per::State => Some(found.series.len()),
            Answer::Nothing(_) => Some(0),
            _ => None,
        };
        let words =
            |rows: usize| say(self.lang, "{0} von 16 Ländern gezeigt", "{0} of 16 states shown", &[&rows.to_string()]);
        rows.map(words).unwrap_or_default()
    }
}
