//! Counts rows of the export. Memory grows with the number of services, not of rows.

use super::catalogue::Catalogue;
use super::row::{Coverage, Row, Uncounted};
use std::collections::{BTreeMap, HashMap, HashSet};

/// The measures that are counted, in this order everywhere.
pub const MEASURES: [&str; 4] = ["ozg-land-statewide", "ozg-land-any", "leika-land-statewide", "leika-land-any"];

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

/// A single service.
#[derive(Debug, Clone, Default)]
pub struct Service {
    /// Name: the first in alphabetical order that is not empty.
    pub name: String,
    /// Its bundles.
    pub bundles: Vec<u32>,
}

/// What was read so far.
#[derive(Debug, Default)]
pub struct Tally {
    bundles: HashMap<(u32, Option<u8>), Reach>,
    leika: HashMap<(u64, Option<u8>), Reach>,
    /// Single services that are online somewhere.
    pub services: BTreeMap<u64, Service>,
    /// Names of bundles: the first in alphabetical order that is not empty.
    pub names: BTreeMap<u32, String>,
    /// Offers by service and state; no state is all of Germany.
    pub offers: BTreeMap<(u64, Option<u8>), Offer>,
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
    states: u16,
}

impl Tally {
    /// Counts a row.
    pub fn add(&mut self, row: &Row<'_>, catalogue: &Catalogue) {
        self.rows += 1;
        let coverage = match row.coverage {
            Ok(coverage) => coverage,
            Err(why) => {
                *self.uncounted.entry(why).or_default() += 1;
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
        let service = self.services.entry(row.leika).or_default();
        first(&mut service.name, row.name);
        match row.ozg {
            Some(ozg) => {
                self.bundles.entry((ozg, area_code)).or_default().add(reach);
                if !service.bundles.contains(&ozg) {
                    service.bundles.push(ozg);
                    service.bundles.sort_unstable();
                }
                if !catalogue.has(ozg) {
                    self.unknown.insert(ozg);
                }
                first(self.names.entry(ozg).or_default(), row.bundle);
            }
            None => self.without_bundle += 1,
        }
        let key = (row.leika, if coverage == Coverage::Nationwide { None } else { row.state });
        match self.offers.get_mut(&key) {
            None => drop(self.offers.insert(key, Offer { coverage, url: row.url.to_owned() })),
            Some(offer) if coverage < offer.coverage => {
                offer.coverage = coverage;
                row.url.clone_into(&mut offer.url);
            }
            Some(offer) if coverage == offer.coverage => first(&mut offer.url, row.url),
            Some(_) => {}
        }
    }

    /// Bundles that the catalogue does not know.
    pub fn unknown_bundles(&self) -> usize {
        self.unknown.len()
    }

    /// Whether any row of a state counted, by position.
    pub fn has_state(&self, state: usize) -> bool {
        self.states >> state & 1 == 1
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
    /// The count of a measure (position in [`MEASURES`]) in a state (position in the order of the keys) and an area (position
    /// in `areas.csv`; none is all areas together).
    pub fn get(&self, area: Option<usize>, state: usize, measure: usize) -> u32 {
        let row = self.table.get(area.map_or(0, |area| area + 1));
        row.and_then(|row| row.get(state)).and_then(|cell| cell.get(measure)).copied().unwrap_or_default()
    }
}
