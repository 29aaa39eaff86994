//! Counts rows of the export. Memory grows with the number of services, not of rows.

use super::catalogue::Catalogue;
use super::row::{Coverage, Row, Uncounted};
use crate::data::Month;
use std::collections::{BTreeMap, HashMap, HashSet};

/// A bit for each state.
const EVERY_STATE: u16 = u16::MAX;

/// The states in which something is online, as bits in the order of the keys.
#[derive(Debug, Clone, Copy, Default)]
struct Reach {
    statewide: u16,
    any: u16,
}

impl Reach {
    fn add(&mut self, other: Self) {
        self.statewide |= other.statewide;
        self.any |= other.any;
    }
}

/// A service as it is offered in a state: its widest coverage and an address.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Offer {
    /// Widest coverage.
    pub coverage: Coverage,
    /// The first address in alphabetical order at that coverage that is not empty; empty where there is none.
    pub url: String,
}

/// A service as a row has it: single service, bundle and state; no state is all of Germany.
pub type Place = (u64, Option<u32>, Option<u8>);

/// What was read so far.
#[derive(Debug, Default)]
pub struct Tally {
    bundles: HashMap<(u32, Option<u8>), Reach>,
    leika: HashMap<(u64, Option<u8>), Reach>,
    /// Names of single services that are online somewhere: the first in alphabetical order that is not empty.
    pub services: HashMap<u64, String>,
    /// Names of bundles, in the same way.
    pub names: HashMap<u32, String>,
    /// Offers where rows have a service, a bundle and a state together.
    pub offers: HashMap<Place, Offer>,
    unknown: HashSet<u32>,
    /// Number of rows read.
    pub rows: u64,
    /// Rows that count.
    pub counted: u64,
    /// Rows that do not count, by reason.
    pub uncounted: BTreeMap<Uncounted, u64>,
    /// Rows that count and have no OZG id.
    pub without_bundle: u64,
    /// Rows that count and have no area in the catalogue.
    pub without_area: u64,
    /// Rows that count and have no web address.
    pub without_link: u64,
    /// Rows with faults that were left out.
    pub left_out: u64,
    /// Rows by the month of their data, where they say it.
    pub months: BTreeMap<Month, u64>,
    /// Rows that say of themselves that they are invented.
    pub invented: u64,
    /// Rows of a state that do not count, by reason.
    uncounted_of: HashMap<(u8, Uncounted), u64>,
    /// States with a row that counts, as bits.
    states: u16,
}

impl Tally {
    /// Counts a row.
    pub fn add(&mut self, row: &Row<'_>, catalogue: &Catalogue) {
        self.rows += 1;
        self.invented += u64::from(row.is_invented);
        if let Some(day) = row.day {
            *self.months.entry(day.month()).or_default() += 1;
        }
        let coverage = match row.coverage {
            Ok(coverage) => coverage,
            Err(why) => {
                *self.uncounted.entry(why).or_default() += 1;
                if let Some(state) = row.state {
                    *self.uncounted_of.entry((state, why)).or_default() += 1;
                }
                return;
            }
        };
        self.counted += 1;
        let area = catalogue.area(row.ozg, row.leika);
        let bit = row.state.map_or(0, |state| 1_u16 << state);
        self.states |= bit;
        let reach = match coverage {
            Coverage::Nationwide => Reach { statewide: EVERY_STATE, any: EVERY_STATE },
            Coverage::Statewide => Reach { statewide: bit, any: bit },
            Coverage::District | Coverage::Municipality => Reach { statewide: 0, any: bit },
        };
        let area_code = area.and_then(|area| u8::try_from(area).ok());
        self.leika.entry((row.leika, area_code)).or_default().add(reach);
        self.without_area += u64::from(area.is_none());
        self.without_link += u64::from(row.url.is_empty());
        first(self.services.entry(row.leika).or_default(), row.name);
        match row.ozg {
            Some(ozg) => {
                self.bundles.entry((ozg, area_code)).or_default().add(reach);
                if !catalogue.has(ozg) {
                    self.unknown.insert(ozg);
                }
                first(self.names.entry(ozg).or_default(), row.bundle);
            }
            None => self.without_bundle += 1,
        }
        let state = row.state.filter(|_| coverage != Coverage::Nationwide);
        self.offer((row.leika, row.ozg, state), coverage, row.url);
    }

    /// Notes an offer: the widest coverage, and the first address at it.
    fn offer(&mut self, place: Place, coverage: Coverage, url: &str) {
        let offer = self.offers.entry(place).or_insert_with(|| Offer { coverage, url: String::new() });
        if coverage < offer.coverage {
            *offer = Offer { coverage, url: url.to_owned() };
        } else if coverage == offer.coverage {
            first(&mut offer.url, url);
        }
    }

    /// Adds what was read elsewhere.
    pub fn join(&mut self, other: Self) {
        for (key, reach) in other.bundles {
            self.bundles.entry(key).or_default().add(reach);
        }
        for (key, reach) in other.leika {
            self.leika.entry(key).or_default().add(reach);
        }
        for (key, name) in other.services {
            first(self.services.entry(key).or_default(), &name);
        }
        for (key, name) in other.names {
            first(self.names.entry(key).or_default(), &name);
        }
        for (place, offer) in other.offers {
            self.offer(place, offer.coverage, &offer.url);
        }
        for (why, count) in other.uncounted {
            *self.uncounted.entry(why).or_default() += count;
        }
        for (key, count) in other.uncounted_of {
            *self.uncounted_of.entry(key).or_default() += count;
        }
        for (month, count) in other.months {
            *self.months.entry(month).or_default() += count;
        }
        self.unknown.extend(other.unknown);
        self.states |= other.states;
        self.rows += other.rows;
        self.counted += other.counted;
        self.without_bundle += other.without_bundle;
        self.without_area += other.without_area;
        self.without_link += other.without_link;
        self.left_out += other.left_out;
        self.invented += other.invented;
    }

    /// Bundles that the catalogue does not know.
    pub fn unknown_bundles(&self) -> usize {
        self.unknown.len()
    }

    /// Whether any row of a state counted, by position.
    pub fn has_state(&self, state: usize) -> bool {
        self.states >> state & 1 == 1
    }

    /// The rows of a state that do not count, by reason.
    pub fn uncounted_of(&self, state: usize) -> BTreeMap<Uncounted, u64> {
        let own = self.uncounted_of.iter().filter(|((own, _), _)| usize::from(*own) == state);
        own.map(|((_, why), count)| (*why, *count)).collect()
    }

    /// The counts.
    pub fn counts(&self, areas: usize) -> Counts {
        let mut table = vec![[[0; 4]; 16]; areas + 1];
        let (bundles, services) = (distinct(&self.bundles), distinct(&self.leika));
        let mut add = |area: usize, reach: Reach, offset: usize| {
            for (kind, bits) in [reach.statewide, reach.any].into_iter().enumerate() {
                for state in (0..16_usize).filter(|state| bits >> state & 1 == 1) {
                    let cell =
                        table.get_mut(area).and_then(|row| row.get_mut(state)).and_then(|c| c.get_mut(offset + kind));
                    if let Some(cell) = cell {
                        *cell += 1;
                    }
                }
            }
        };
        for (offset, (all, by_area)) in [(0, bundles), (2, services)] {
            all.into_iter().for_each(|reach| add(0, reach, offset));
            by_area.into_iter().for_each(|(area, reach)| add(usize::from(area) + 1, reach, offset));
        }
        Counts { table }
    }
}

/// Reaches over all areas together, and by area.
fn distinct<K: Copy + Eq + std::hash::Hash>(found: &HashMap<(K, Option<u8>), Reach>) -> (Vec<Reach>, Vec<(u8, Reach)>) {
    let mut all: HashMap<K, Reach> = HashMap::new();
    for ((key, _), reach) in found {
        all.entry(*key).or_default().add(*reach);
    }
    let by_area = found.iter().filter_map(|((_, area), reach)| Some(((*area)?, *reach)));
    (all.into_values().collect(), by_area.collect())
}

/// Keeps the text that comes first in the alphabet; an empty one counts as the last.
fn first(kept: &mut String, found: &str) {
    if !found.is_empty() && (kept.is_empty() || found < kept.as_str()) {
        found.clone_into(kept);
    }
}

/// Counts by area, state and measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    table: Vec<[[u32; 4]; 16]>,
}

impl Counts {
    /// The count of a measure (position in [`COUNTED`](crate::data::package::COUNTED)) in a state (position in the order of the keys) and an area (position
    /// in `areas.csv`; none is all areas together).
    pub fn get(&self, area: Option<usize>, state: usize, measure: usize) -> u32 {
        let row = self.table.get(area.map_or(0, |area| area + 1));
        row.and_then(|row| row.get(state)).and_then(|cell| cell.get(measure)).copied().unwrap_or_default()
    }
}
