//! What the reader asks, and its address: every part of a question is a key of the query.
//!
//! Reading never fails: a key is valid, invalid (the default holds, and a note says so) or missing. Unknown keys
//! are kept. Writing writes only what differs from the default.

mod choice;
mod links;
mod period;

pub use choice::{ALIKE, Facet, Group, Lang, Quantity, RANGE, Scale, Sort, Theme, View};
pub use period::{Moment, Period};

use crate::data::{Dataset, Date, Link, Measure, PlaceCode};

/// The keys of an address that ask another question than the page carries; the boot guard knows the same.
pub const KEYS: [&str; 15] = [
    "view", "tab", "measure", "area", "places", "focus", "country", "period", "time", "unit", "scale", "group", "sort",
    "facet", "asof",
];

/// In the place of an id of a service area: none of them.
pub const NO_AREA: &str = "none";

/// Longest query that is read, in bytes.
const LONGEST: usize = 2_048;

/// What the reader asks. Equal questions have equal answers over the same data.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Question {
    /// The picture.
    pub view: View,
    /// Id of the measure; none is the default of the view.
    pub measure: Option<String>,
    /// Ids of service areas in the order of the data; empty is all of them together, [`NO_AREA`] none.
    pub areas: Vec<String>,
    /// The states shown, in the order of their keys; none is all of them.
    pub places: Option<Vec<PlaceCode>>,
    /// The reader's state; none is Nordrhein-Westfalen.
    pub focus: Option<PlaceCode>,
    /// Which figures.
    pub period: Period,
    /// Counts or shares.
    pub unit: Quantity,
    /// Amounts or an index, over time.
    pub scale: Scale,
    /// The states among which ranks are given.
    pub group: Group,
    /// The order of the states.
    pub sort: Sort,
    /// What stands side by side.
    pub facet: Facet,
    /// The data as known on that day; none is today.
    pub asof: Option<Date>,
    /// Language; none is that of the page.
    pub lang: Option<Lang>,
    /// Light or dark.
    pub theme: Theme,
    /// Keys of others, kept as they are.
    pub unknown: Vec<(String, String)>,
}

/// A key whose value could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invalid {
    /// The key as written in the address.
    pub key: String,
    /// Its value, at most forty characters.
    pub value: String,
}

impl Question {
    /// Reads a query (with or without the leading `?`), with the keys that could not be used.
    pub fn parse(query: &str, data: &Dataset) -> (Self, Vec<Invalid>) {
        let mut question = Self::default();
        let mut invalid = Vec::new();
        let query = query.strip_prefix('?').unwrap_or(query);
        if query.len() > LONGEST {
            invalid.push(Invalid { key: "?".to_owned(), value: format!("{} bytes", query.len()) });
            return (question, invalid);
        }
        for (key, value) in form_urlencoded::parse(query.as_bytes()) {
            if !question.set_key(&key, &value, data) {
                invalid.push(Invalid { key: key.into_owned(), value: value.chars().take(40).collect() });
            }
        }
        (question, invalid)
    }

    /// Sets what one key says; false where its value cannot be used. Spellings of Our World in Data are understood.
    fn set_key(&mut self, key: &str, value: &str, data: &Dataset) -> bool {
        fn set<T>(slot: &mut T, found: Option<T>) -> bool {
            found.map(|found| *slot = found).is_some()
        }
        match key {
            "view" | "tab" => set(&mut self.view, View::from_name(if value == "line" { "growth" } else { value })),
            "measure" => set(&mut self.measure, data.measure(value).map(|measure| Some(measure.id.clone()))),
            // Of a list what is known holds.
            "area" => {
                let (known, is_whole) = areas(value, data);
                self.areas = known;
                is_whole
            }
            "places" => {
                let (known, is_whole) = places(value);
                self.places = known;
                is_whole
            }
            "focus" | "country" => set(&mut self.focus, PlaceCode::parse_state(value).map(Some)),
            "period" | "time" => set(&mut self.period, Period::from_name(value)),
            "unit" => set(&mut self.unit, Quantity::from_name(value)),
            "scale" => set(&mut self.scale, Scale::from_name(value)),
            "group" => set(&mut self.group, Group::from_name(value)),
            "sort" => set(&mut self.sort, Sort::from_name(value)),
            "facet" => set(&mut self.facet, Facet::from_name(value)),
            "asof" => set(&mut self.asof, Date::parse(value).ok().map(Some)),
            "lang" => set(&mut self.lang, Lang::from_name(value).map(Some)),
            "theme" => set(&mut self.theme, Theme::from_name(value)),
            _ => {
                self.unknown.push((key.to_owned(), value.to_owned()));
                true
            }
        }
    }

    /// The query of the question without a leading `?`; empty where all is as by default on a page in `page`.
    pub fn to_query(&self, page: Lang) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let mut write = |key: &str, value: &str, default: &str| {
            if value != default {
                query.append_pair(key, value);
            }
        };
        write("view", self.view.name(), View::default().name());
        write("measure", self.measure.as_deref().unwrap_or_default(), "");
        write("area", &self.areas.join("~"), "");
        write("places", &self.places.as_deref().map(written).unwrap_or_default(), "");
        write("focus", &self.focus.map(PlaceCode::slug).unwrap_or_default(), "");
        write("period", &self.period.name(), "");
        write("unit", self.unit.name(), Quantity::default().name());
        write("scale", self.scale.name(), Scale::default().name());
        write("group", self.group.name(), Group::default().name());
        write("sort", self.sort.name(), Sort::default().name());
        write("facet", self.facet.name(), Facet::default().name());
        write("asof", &self.asof.map(|day| day.to_string()).unwrap_or_default(), "");
        write("lang", self.lang.unwrap_or(page).name(), page.name());
        write("theme", self.theme.name(), Theme::default().name());
        query.extend_pairs(&self.unknown);
        // The sign between states and areas needs no escape; the standard of forms escapes it all the same.
        let mut parts = query.finish();
        // Keys of others go before the own are too many to be read.
        if parts.len() > LONGEST && !self.unknown.is_empty() {
            return Self { unknown: Vec::new(), ..self.clone() }.to_query(page);
        }
        if let Some((first, rest)) = parts.split_once('%') {
            let sign = |part: &str| part.strip_prefix("7E").map_or(format!("%{part}"), |rest| format!("~{rest}"));
            parts = first.to_owned() + &rest.split('%').map(sign).collect::<String>();
        }
        parts
    }

    /// The question with a change, tidied.
    pub fn with(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut next = self.clone();
        change(&mut next);
        next.tidy()
    }

    /// The state in focus: the reader's, or Nordrhein-Westfalen.
    pub fn focus(&self) -> PlaceCode {
        self.focus.unwrap_or(PlaceCode::Nw)
    }

    /// Whether a state is among those shown.
    pub fn shows(&self, code: PlaceCode) -> bool {
        self.places.as_ref().is_none_or(|places| places.contains(&code))
    }

    /// The measure that is asked for, where the data has it.
    pub fn measure<'a>(&self, data: &'a Dataset) -> Option<&'a Link<Measure>> {
        data.measure(self.measure.as_deref().unwrap_or(self.view.default_measure(data)))
    }

    /// The same question in another view. What the other view cannot show falls back to its default.
    pub fn in_view(&self, view: View, data: &Dataset) -> Self {
        let asked = self.measure.as_deref().or((self.view != View::Growth).then_some(self.view.default_measure(data)));
        let known = data.known(self.asof);
        let kept = asked.and_then(|id| data.measure(id)).filter(|measure| view.can_show(measure, known));
        let facet = if view == View::Ranking { self.facet } else { Facet::One };
        // That none is chosen is a step on the way to some; it leads nowhere else.
        let areas = self.areas.iter().filter(|id| *id != NO_AREA).cloned().collect();
        Self { view, measure: kept.map(|measure| measure.id.clone()), facet, areas, ..self.clone() }.tidy()
    }

    /// The same question about another measure, in the period that this measure covers best.
    pub fn about(&self, measure: &str) -> Self {
        Self { measure: Some(measure.to_owned()), period: Period::Best, areas: Vec::new(), ..self.clone() }.tidy()
    }

    /// The same question about another measure. A view that shows several counts, or cannot show this one, gives way to
    /// the ranking.
    fn counting(&self, measure: &str, data: &Dataset) -> Self {
        let known = data.known(self.asof);
        let can_show = data.measure(measure).is_some_and(|measure| self.view.can_show(measure, known));
        let stays = can_show && !matches!(self.view, View::Range | View::Profile);
        let view = if stays { self.view } else { View::Ranking };
        Self { view, ..self.about(measure) }.tidy()
    }

    /// The question after a control with the name `key` was set to `value`; a value that it cannot have changes nothing.
    ///
    /// A single time as `period` is its end and keeps its start; `2024-01..2025-01` sets both, `..2025-01` takes the start away.
    pub fn change(&self, key: &str, value: &str, data: &Dataset) -> Self {
        let mut next = self.clone();
        match (key, View::from_name(value)) {
            ("view", Some(view)) => return self.in_view(view, data),
            ("measure", _) => return self.counting(value, data),
            ("period", _) => {
                let end = Moment::from_name(value).or(self.period.end());
                next.period = match Period::from_name(value) {
                    Some(Period::Between(from, to)) => Period::Between(from, to),
                    // Without a start: the end that was asked for stays.
                    _ if value.starts_with('.') => self.period.with(None, self.period.end()),
                    _ => self.period.with(self.period.start(), end),
                };
            }
            ("asof", _) if value.is_empty() => next.asof = None,
            _ => {
                next.set_key(key, value, data);
            }
        }
        next.tidy()
    }

    /// The question after a box with the name `key` was ticked or cleared: a state or a service area is added where it was
    /// not shown and taken away where it was. Without any service area all are shown again.
    pub fn toggle(&self, key: &str, value: &str, data: &Dataset) -> Self {
        let mut next = self.clone();
        match key {
            "places" => {
                let chosen = PlaceCode::parse_state(value);
                let shown = |code: &PlaceCode| self.shows(*code) != (Some(*code) == chosen);
                next.places = Some(PlaceCode::STATES.into_iter().filter(shown).collect());
            }
            "area" => {
                let shown =
                    |id: &str| (self.areas.is_empty() || self.areas.iter().any(|own| own == id)) != (id == value);
                next.areas = data.areas.iter().map(|area| area.id.clone()).filter(|id| shown(id)).collect();
                match next.areas.len() {
                    0 => next.areas.push(NO_AREA.to_owned()),
                    all if all == data.areas.len() => next.areas.clear(),
                    _ => {}
                }
            }
            _ => {}
        }
        next.tidy()
    }

    /// Writes defaults as "nothing asked", so that equal questions have one address.
    pub fn tidy(mut self) -> Self {
        self.measure = self.measure.filter(|id| Some(id.as_str()) != self.view.unwritten_measure());
        self.focus = self.focus.filter(|code| *code != PlaceCode::Nw);
        self.places = self.places.filter(|places| places.len() != PlaceCode::STATES.len());
        self
    }
}

/// States as written in addresses: `nw~by`; no state at all is `none`.
fn written(places: &[PlaceCode]) -> String {
    match places {
        [] => "none".to_owned(),
        some => some.iter().map(|code| code.slug()).collect::<Vec<_>>().join("~"),
    }
}

/// Reads `all`, `none` or codes joined by `~`: those that are known, and whether all are.
fn places(value: &str) -> (Option<Vec<PlaceCode>>, bool) {
    match value {
        "all" => (None, true),
        "none" => (Some(Vec::new()), true),
        _ => {
            let codes: Vec<Option<PlaceCode>> = value.split('~').map(PlaceCode::parse_state).collect();
            let known: Vec<PlaceCode> =
                PlaceCode::STATES.into_iter().filter(|code| codes.contains(&Some(*code))).collect();
            (Some(known).filter(|known| !known.is_empty()), !codes.contains(&None))
        }
    }
}

/// Reads `all`, `none` or ids joined by `~`: those that are known, and whether all are.
fn areas(value: &str, data: &Dataset) -> (Vec<String>, bool) {
    match value {
        "all" => (Vec::new(), true),
        NO_AREA => (vec![NO_AREA.to_owned()], true),
        _ => {
            let ids: Vec<&str> = value.split('~').collect();
            let known = data.areas.iter().filter(|area| ids.contains(&area.id.as_str()));
            (known.map(|area| area.id.clone()).collect(), ids.iter().all(|id| data.area(id).is_some()))
        }
    }
}

#[cfg(test)]
mod tests;
