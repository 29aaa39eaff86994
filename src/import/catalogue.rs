//! The catalogue that gives each service its service area.

use super::ImportError;
use super::input::read_file;
use crate::data::check::{Cells, Fault, Problem, digits, nearest, short};
use crate::data::{Area, Link};
use std::collections::{BTreeSet, HashMap};
use std::path::Path;

/// Columns of a catalogue; others, such as `leika_type`, are ignored.
const COLUMNS: [&str; 4] = ["ozg_id", "ozg_name", "area", "leika_key"];

/// Which service lies in which area, by position in `areas.csv`.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// Area and row of each bundle.
    bundles: HashMap<u32, (usize, usize)>,
    /// Areas of each single service, by bundles that hold it.
    services: HashMap<u64, BTreeSet<usize>>,
}

impl Catalogue {
    /// Reads a catalogue: a CSV with `ozg_id` (five digits), `ozg_name`, `area` (an id of `areas.csv`), `leika_key` (14
    /// digits, or empty), one row a single service; several rows share a bundle, which lies in one area.
    pub fn read(path: &Path, areas: &[Link<Area>]) -> Result<Self, ImportError> {
        let bytes = read_file(path)?;
        let (catalogue, faults) = Self::parse(&path.display().to_string(), &bytes, areas);
        let count = faults.len();
        if faults.is_empty() { Ok(catalogue) } else { Err(ImportError::Faults(faults, count)) }
    }

    /// The same from bytes, with all faults.
    pub fn parse(name: &str, bytes: &[u8], areas: &[Link<Area>]) -> (Self, Vec<Fault>) {
        let mut faults = Vec::new();
        let cells = Cells::read(name, bytes, &COLUMNS, &mut faults);
        let mut catalogue = Self::default();
        for mut row in cells.rows() {
            let found = (|| {
                let id = row.raw("ozg_id");
                let number = digits(id, 5).and_then(|id| u32::try_from(id).ok());
                let Some(ozg) = number else {
                    row.fault("ozg_id", Problem::NoOzgId(short(id)));
                    return None;
                };
                let text = row.raw("area");
                let Some(area) = areas.iter().position(|area| area.id == text) else {
                    let near = nearest(text, areas.iter().map(|area| area.id.as_str())).map(str::to_owned);
                    row.fault("area", Problem::NotAnArea(short(text), near));
                    return None;
                };
                if let Some((first, line)) = catalogue.bundles.get(&ozg).filter(|(first, _)| *first != area) {
                    let first = areas.get(*first).map(|area| area.id.clone()).unwrap_or_default();
                    row.fault("area", Problem::TwoAreas { area: text.to_owned(), first, row: *line });
                    return None;
                }
                let key = row.raw("leika_key");
                let leika = digits(key, 14);
                if leika.is_none() && !key.is_empty() {
                    row.fault("leika_key", Problem::LeikaKey(short(key)));
                    return None;
                }
                row.text("ozg_name");
                Some((ozg, area, leika, row.number()))
            })();
            if let Some((ozg, area, leika, number)) = row.finish(found, &mut faults) {
                catalogue.bundles.entry(ozg).or_insert((area, number));
                if let Some(leika) = leika {
                    catalogue.services.entry(leika).or_default().insert(area);
                }
            }
        }
        if faults.is_empty() && catalogue.bundles.is_empty() {
            faults.push(Fault::of_file(name, Problem::NoRows));
        }
        (catalogue, faults)
    }

    /// The area of a row: of its bundle, else of its single service where all bundles that hold it lie in one.
    pub fn area(&self, ozg: Option<u32>, leika: u64) -> Option<usize> {
        let of_bundle = ozg.and_then(|ozg| self.bundles.get(&ozg)).map(|(area, _)| *area);
        let single = || self.services.get(&leika).filter(|areas| areas.len() == 1)?.first().copied();
        of_bundle.or_else(single)
    }

    /// The single services in several areas, by key. A row of one without a bundle lies in none of them.
    pub fn in_several_areas(&self) -> Vec<u64> {
        let mut keys: Vec<u64> =
            self.services.iter().filter(|(_, areas)| areas.len() > 1).map(|(key, _)| *key).collect();
        keys.sort_unstable();
        keys
    }

    /// Whether the catalogue has the bundle.
    pub fn has(&self, ozg: u32) -> bool {
        self.bundles.contains_key(&ozg)
    }

    /// Whether the catalogue has anything in an area: without it a count there would be a 0 that nobody counted.
    pub fn knows(&self, area: usize) -> bool {
        self.bundles.values().any(|(own, _)| *own == area)
    }
}
