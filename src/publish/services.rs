//! The list behind the counts as static files: for each state and area, and for each state as CSV.

use crate::data::check::day_of_list;
use crate::data::package::{Files, SERVICES};
use crate::data::{Dataset, Date, PlaceCode};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A row of `services.csv`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
pub struct ServiceRow {
    /// Place (ISO 3166-2); `DE` is everywhere.
    pub place: String,
    /// Area id; empty where the catalogue did not know it.
    pub area: String,
    /// OZG id; may be empty.
    pub ozg_id: String,
    /// Name of the bundle.
    pub ozg_name: String,
    /// LeiKa key.
    pub leika_key: String,
    /// Name of the service.
    pub leika_name: String,
    /// nationwide, statewide, district or municipality.
    pub coverage: String,
    /// Web address; may be empty.
    pub url: String,
    /// Day of the export.
    pub date: String,
}

/// The rows of the list of a package without faults; none where it has no list.
pub fn service_rows(files: &Files) -> Vec<ServiceRow> {
    let bytes = files.get(SERVICES.0).map(Vec::as_slice).unwrap_or_default();
    csv::Reader::from_reader(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes))
        .deserialize()
        .map_while(Result::ok)
        .collect()
}

/// The services of a state, the nationwide ones included, by area and name.
pub fn of_state(rows: &[ServiceRow], state: PlaceCode) -> Vec<&ServiceRow> {
    // A nationwide service may have an offer of the state besides; it stands once.
    let mut found: BTreeMap<(&str, &str, &str, &str), &ServiceRow> = BTreeMap::new();
    let own = |row: &&ServiceRow| row.place == "DE" || row.place == state.iso();
    for row in rows.iter().filter(own) {
        let key = (row.area.as_str(), row.ozg_id.as_str(), row.leika_name.as_str(), row.leika_key.as_str());
        let wider = found.get(&key).is_none_or(|known| known.place != "DE");
        if wider {
            found.insert(key, row);
        }
    }
    found.into_values().collect()
}

/// The static files, each as CSV and as JSON: `<state>` for each state, `<state>/<area>` for each of its areas.
pub fn service_files(rows: &[ServiceRow], data: &Dataset) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for state in PlaceCode::STATES.into_iter().filter(|_| !rows.is_empty()) {
        let list = of_state(rows, state);
        let slug = state.slug();
        let mut put = |name: &str, area: &str, rows: &[&ServiceRow]| {
            let json = serde_json::json!({ "place": state.iso(), "area": area, "services": rows });
            files.push((format!("{name}.csv"), csv_of(rows)));
            files.push((format!("{name}.json"), format!("{json}\n").into_bytes()));
        };
        put(&slug, "all", &list);
        for area in &data.areas {
            let of_area: Vec<&ServiceRow> = list.iter().filter(|row| row.area == area.id).copied().collect();
            put(&format!("{slug}/{}", area.id), &area.id, &of_area);
        }
    }
    files
}

fn csv_of(rows: &[&ServiceRow]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        let _ = writer.serialize(row); // into memory: it does not fail
    }
    writer.into_inner().unwrap_or_default()
}

/// The day that the list of a package is of, where it has one.
pub fn listed(files: &Files) -> Option<Date> {
    files.get(SERVICES.0).and_then(|bytes| day_of_list(bytes))
}
