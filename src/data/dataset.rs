//! The data set as one value: all tables, linked.

use super::{Area, Break, Date, Event, Measure, Observation, Place, PlaceCode, Source};
use std::sync::Arc;

/// Everything that was published, linked: an observation holds its measure, place and source.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dataset {
    /// Measures in the order in which they are offered.
    pub measures: Vec<Arc<Measure>>,
    /// Germany and the states in the order of their keys.
    pub places: Vec<Arc<Place>>,
    /// The fourteen service areas.
    pub areas: Vec<Arc<Area>>,
    /// Sources.
    pub sources: Vec<Arc<Source>>,
    /// Published figures.
    pub observations: Vec<Observation>,
    /// Policy events in time order.
    pub events: Vec<Event>,
    /// Changes of method.
    pub breaks: Vec<Break>,
}

impl Dataset {
    /// The measure with this id.
    pub fn measure(&self, id: &str) -> Option<&Arc<Measure>> {
        self.measures.iter().find(|measure| measure.id == id)
    }

    /// The place with this code.
    pub fn place(&self, code: PlaceCode) -> Option<&Arc<Place>> {
        self.places.iter().find(|place| place.code == code)
    }

    /// The states, without Germany.
    pub fn states(&self) -> impl Iterator<Item = &Arc<Place>> {
        self.places.iter().filter(|place| place.code != PlaceCode::De)
    }

    /// The version of the data: the newest day on which anything was recorded or superseded.
    pub fn version(&self) -> Option<Date> {
        self.known(None).version()
    }

    /// The data as known on a day; none is today.
    pub fn known(&self, asof: Option<Date>) -> Known<'_> {
        Known { data: self, asof }
    }
}

/// The data as known on a day: what was recorded by then and not superseded by then. A filter, not a copy.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    data: &'a Dataset,
    asof: Option<Date>,
}

impl std::ops::Deref for Known<'_> {
    type Target = Dataset;

    fn deref(&self) -> &Dataset {
        self.data
    }
}

impl<'a> Known<'a> {
    /// The known figures of one measure over all service areas together.
    pub fn figures(self, measure: &'a Measure) -> impl Iterator<Item = &'a Observation> {
        let known = move |o: &Observation| match self.asof {
            Some(day) => o.known_on(day),
            None => o.superseded.is_none(),
        };
        let id = measure.id.as_str();
        self.data.observations.iter().filter(move |o| o.area.is_none() && o.measure.id == id && known(o))
    }

    /// The newest day, up to the day asked for, on which anything was recorded or superseded.
    pub fn version(self) -> Option<Date> {
        let days = |o: &Observation| [Some(o.recorded), o.superseded.map(|(day, _)| day)];
        let until = |day: &Date| self.asof.is_none_or(|asof| *day <= asof);
        self.data.observations.iter().flat_map(days).flatten().filter(until).max()
    }
}
