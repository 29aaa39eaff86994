//! The further controls: lists of states and service areas, the day of the data, and what is chosen beyond the defaults.

use super::controls::Controls;
use super::html::ask_link;
use super::links::address;
use super::shapes::escape;
use crate::answer::Answer;
use crate::data::{Area, Per, Place, PlaceCode, PlaceKind};
use crate::question::{Facet, Group as Among, Moment, Period, Question, Scale, Shown, Sort, View};
use crate::words::{self, Named, ui};
use std::fmt::Write;

impl Controls<'_> {
    /// The day whose data is shown.
    pub(super) fn asof(&self) -> String {
        let days = || self.data.observations.iter().map(|o| o.recorded);
        let day = |found: Option<crate::data::Date>| found.map(|day| day.to_string()).unwrap_or_default();
        format!(
            r#"<div class="kern-form-input"><label class="kern-label" for="control-asof">{}</label><input class="date" type="date" id="control-asof" name="asof" min="{}" value="{}"></div>"#,
            ui(self.lang).asof_control,
            day(days().min()),
            day(self.question.asof),
        )
    }

    /// A list of boxes with a search field and quick choices.
    fn boxes(&self, name: &str, label: &str, quick: &str, boxes: &[(String, String, bool)]) -> String {
        let strings = ui(self.lang);
        let mut html = String::new();
        for (value, words, checked) in boxes {
            let checked = if *checked { " checked" } else { "" };
            let _ = write!(
                html,
                r#"<label class="choice"><input type="checkbox" name="{name}" value="{value}"{checked}><span>{}</span></label>"#,
                escape(words)
            );
        }
        format!(
            r#"<details class="boxes"><summary>{label}</summary><fieldset><legend class="visually-hidden">{label}</legend><input type="search" class="search" aria-label="{}" placeholder="{}"><p class="quick">{quick}</p><div class="choices">{html}</div></fieldset></details>"#,
            strings.search, strings.search
        )
    }

    /// The states that are shown.
    pub(super) fn places(&self) -> String {
        let strings = ui(self.lang);
        const EAST: [PlaceCode; 6] =
            [PlaceCode::Be, PlaceCode::Bb, PlaceCode::Mv, PlaceCode::Sn, PlaceCode::St, PlaceCode::Th];
        let some = |wanted: &dyn Fn(&Place) -> bool| -> Option<Vec<PlaceCode>> {
            Some(self.data.states().filter(|place| wanted(place)).map(|place| place.code).collect())
        };
        let mut quick = String::new();
        let mut link = |places: Option<Vec<PlaceCode>>, words: &str| {
            quick += &ask_link(&self.question.with(|own| own.places = places), self.lang, words);
        };
        link(None, strings.quick_all);
        link(Some(Vec::new()), strings.quick_none);
        link(some(&|place| place.kind == PlaceKind::CityState), strings.group_city);
        link(some(&|place| place.kind == PlaceKind::State), strings.group_area);
        link(some(&|place| EAST.contains(&place.code)), strings.quick_east);
        link(some(&|place| !EAST.contains(&place.code)), strings.quick_west);
        let [(_, choices)] = self.states().try_into().unwrap_or([("", Vec::new())]);
        let shown = |code: &str| PlaceCode::parse_state(code).is_some_and(|code| self.question.shows(code));
        let boxes: Vec<_> = choices.into_iter().map(|(code, name, _)| (code.clone(), name, shown(&code))).collect();
        self.boxes("places", strings.places, &quick, &boxes)
    }

    /// The service areas, where the measure has figures by area.
    pub(super) fn areas(&self) -> String {
        let strings = ui(self.lang);
        let known = self.data.known(self.question.asof);
        let measure = self.data.measure(self.measure());
        let areas = measure.map(|measure| known.areas_of(measure)).unwrap_or_default();
        if areas.is_empty() || matches!(self.question.view, View::Range | View::Profile) {
            return String::new();
        }
        let all = ask_link(&self.question.with(|own| own.areas.clear()), self.lang, strings.quick_all);
        if self.question.view != View::Areas {
            let now = self.question.areas.first();
            let all = ("all".to_owned(), strings.all_areas_together.to_owned(), now.is_none());
            let choice = |area: &crate::data::Link<Area>| {
                (area.id.clone(), area.name(self.lang).to_owned(), now == Some(&area.id))
            };
            let choices = std::iter::once(all).chain(areas.iter().map(choice)).collect();
            return self.select("area", strings.area, vec![("", choices)]);
        }
        let chosen = &self.question.areas;
        let boxes = areas.iter().map(|area| {
            let shown = chosen.is_empty() || chosen.contains(&area.id);
            (area.id.clone(), area.name(self.lang).to_owned(), shown)
        });
        self.boxes("area", strings.areas, &all, &boxes.collect::<Vec<_>>())
    }

    /// What is chosen beyond the defaults, each with a way back, one way back from all, and how many states remain.
    pub(super) fn chosen(&self) -> String {
        let strings = ui(self.lang);
        let own = self.question;
        let mut items = String::new();
        let mut chip = |label: &str, value: &str, without: fn(&mut Question)| {
            let _ = write!(
                items,
                r#"<li><a class="chip" data-ask href="{}"><span class="visually-hidden">{} </span>{label}: {}</a></li>"#,
                escape(&address(&own.with(without), self.lang)),
                strings.remove,
                escape(value)
            );
        };
        let has_places = self.has_places();
        if let Some(places) = own.places.as_ref().filter(|_| has_places) {
            let count = places.len().to_string();
            let words = words::say(self.lang, "{0} von 16", "{0} of 16", &[&count]);
            chip(strings.places, &words, |own| own.places = None);
        }
        if own.group != Among::All && has_places {
            let words = if own.group == Among::City { strings.group_city } else { strings.group_area };
            chip(strings.group, words, |own| own.group = Among::All);
        }
        let is_profile = own.view == View::Profile;
        if !own.areas.is_empty() && !is_profile {
            let names: Vec<&str> =
                own.areas.iter().filter_map(|id| self.data.area(id)).map(|area| area.name(self.lang)).collect();
            chip(strings.area, &names.join(", "), |own| own.areas.clear());
        }
        if own.period != Period::Best && !is_profile {
            let name = |moment: Moment| match moment {
                Moment::Latest => strings.latest.to_owned(),
                Moment::Earliest => strings.earliest.to_owned(),
                month => words::period(month, self.lang),
            };
            let ends: Vec<String> = own.period.start().into_iter().chain(own.period.end()).map(name).collect();
            chip(strings.date, &ends.join(" – "), |own| own.period = Period::Best);
        }
        if own.unit != Shown::Count {
            chip(strings.unit, strings.unit_share, |own| own.unit = Shown::Count);
        }
        if own.scale != Scale::Count && own.view == View::Growth {
            chip(strings.scale, strings.scale_index, |own| own.scale = Scale::Count);
        }
        if own.sort != Sort::Value && !is_profile {
            chip(strings.sort, strings.sort_name, |own| own.sort = Sort::Value);
        }
        if own.facet != Facet::One {
            chip(strings.facet, strings.facet_measure, |own| own.facet = Facet::One);
        }
        if let Some(day) = own.asof {
            chip(strings.asof, &words::day(day, self.lang), |own| own.asof = None);
        }
        if items.is_empty() {
            return String::new();
        }
        let rows = match self.answer {
            Answer::Ranking(found) => Some(found.rows.len()),
            Answer::Pairs(found) => Some(found.rows.len()),
            Answer::Facets(found) => found.panels.first().map(|panel| panel.rows.len()),
            Answer::Areas(found) if found.catalogue().is_none() => Some(found.rows.len()),
            Answer::Growth(found) if found.measure.per == Per::State => Some(found.series.len()),
            Answer::Nothing(_) => Some(0),
            _ => None,
        };
        let reset = own.with(|own| {
            let old = std::mem::take(own);
            (own.view, own.measure, own.focus) = (old.view, old.measure, old.focus);
            (own.theme, own.unknown) = (old.theme, old.unknown);
        });
        let reset = ask_link(&reset, self.lang, strings.reset);
        let count = rows.map(|rows| {
            let rows = rows.to_string();
            words::say(self.lang, "{0} von 16 Ländern gezeigt", "{0} of 16 states shown", &[&rows])
        });
        format!(
            r#"<div class="chosen"><ul>{items}</ul>{reset}<span class="count">{}</span></div>"#,
            count.unwrap_or_default()
        )
    }
}
