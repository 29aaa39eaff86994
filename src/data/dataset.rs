//! The data set as one value: all tables, linked.

use super::{Area, Break, Date, Event, Licence, Link, Measure, Observation, Place, PlaceCode, Source, Target};

/// Everything that was published, linked: an observation holds its measure, place and source.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dataset {
    /// Measures in the order in which they are offered.
    pub measures: Vec<Link<Measure>>,
    /// Germany and the states in the order of their keys.
    pub places: Vec<Link<Place>>,
    /// The fourteen service areas.
    pub areas: Vec<Link<Area>>,
    /// Sources.
    pub sources: Vec<Link<Source>>,
    /// Published figures.
    pub observations: Vec<Link<Observation>>,
    /// Policy events in time order.
    pub events: Vec<Link<Event>>,
    /// Changes of method.
    pub breaks: Vec<Link<Break>>,
    /// Dated targets; a release has none, as only their page shows them.
    pub targets: Vec<Link<Target>>,
    /// Under which licence they may be used.
    pub licence: Licence,
    /// Where the observations of a measure and area stand; see [`Dataset::indexed`].
    pub(super) groups: Vec<Group>,
    /// The days on which anything was recorded or superseded, each once; see [`Dataset::indexed`].
    pub(super) days: Vec<Date>,
}

/// The observations of one measure in one service area (none: all areas together), by position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    measure: Link<Measure>,
    area: Option<Link<Area>>,
    positions: Vec<usize>,
}

impl Dataset {
    /// Notes where the observations of each measure and area stand, so that a question reads only its own, and the days on
    /// which they changed. To be called whenever the observations are complete: what is not noted is not found.
    pub fn indexed(mut self) -> Self {
        self.groups.clear();
        self.days.clear();
        for (position, o) in self.observations.iter().enumerate() {
            for day in std::iter::once(o.recorded).chain(o.superseded.map(|(day, _)| day)) {
                if !self.days.contains(&day) {
                    self.days.push(day);
                }
            }
            // Neighbours mostly belong together: the newest groups are looked at first.
            match self.groups.iter_mut().rev().find(|group| group.holds(&o.measure, o.area.as_deref())) {
                Some(group) => group.positions.push(position),
                None => self.groups.push(Group {
                    measure: o.measure.clone(),
                    area: o.area.clone(),
                    positions: vec![position],
                }),
            }
        }
        self
    }

    /// Adds the figures of a measure in a service area that had none.
    pub(super) fn add(&mut self, measure: &Link<Measure>, area: &Link<Area>, figures: Vec<Observation>) {
        let start = self.observations.len();
        self.observations.extend(figures.into_iter().map(Link::new));
        let positions = (start..self.observations.len()).collect();
        self.groups.push(Group { measure: measure.clone(), area: Some(area.clone()), positions });
    }

    /// The data set as a release carries it: without targets, which are shown on their own page only.
    pub fn released(&self) -> Self {
        Self { targets: Vec::new(), ..self.clone() }
    }

    /// The area with this id.
    pub fn area(&self, id: &str) -> Option<&Link<Area>> {
        self.areas.iter().find(|area| area.id == id)
    }

    /// The measure with this id.
    pub fn measure(&self, id: &str) -> Option<&Link<Measure>> {
        self.measures.iter().find(|measure| measure.id == id)
    }

    /// The place with this code.
    pub fn place(&self, code: PlaceCode) -> Option<&Link<Place>> {
        self.places.iter().find(|place| place.code == code)
    }

    /// The states, without Germany.
    pub fn states(&self) -> impl Iterator<Item = &Link<Place>> {
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

impl Group {
    fn holds(&self, measure: &Measure, area: Option<&Area>) -> bool {
        std::ptr::eq(&*self.measure, measure) && self.area.as_ref().map(|own| &own.id) == area.map(|own| &own.id)
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
    fn holds(self, o: &Observation) -> bool {
        match self.asof {
            Some(day) => o.known_on(day),
            None => o.superseded.is_none(),
        }
    }

    /// All known figures, in the order of the package.
    pub fn all(self) -> impl Iterator<Item = &'a Link<Observation>> {
        self.data.observations.iter().filter(move |o| self.holds(o))
    }

    /// The known figures of one measure over all service areas together.
    pub fn figures(self, measure: &'a Measure) -> impl Iterator<Item = &'a Link<Observation>> {
        self.figures_in(measure, None)
    }

    /// The known figures of one measure in one service area; no area is all of them together.
    pub fn figures_in(
        self,
        measure: &'a Measure,
        area: Option<&'a Area>,
    ) -> Box<dyn Iterator<Item = &'a Link<Observation>> + 'a> {
        let known = move |o: &&Link<Observation>| self.holds(o);
        let all = &self.data.observations;
        let group = self.data.groups.iter().find(|group| group.holds(measure, area));
        let positions = group.map(|group| group.positions.as_slice()).unwrap_or_default();
        Box::new(positions.iter().filter_map(|position| all.get(*position)).filter(known))
    }

    /// The service areas in which the measure has figures, in their order.
    pub fn areas_of(self, measure: &Measure) -> Vec<Link<Area>> {
        let has = |area: &&Link<Area>| self.data.groups.iter().any(|group| group.holds(measure, Some(area)));
        self.data.areas.iter().filter(has).cloned().collect()
    }

    /// The newest day, up to the day asked for, on which anything was recorded or superseded.
    pub fn version(self) -> Option<Date> {
        let until = |day: &Date| self.asof.is_none_or(|asof| *day <= asof);
        self.data.days.iter().copied().filter(until).max()
    }
}
