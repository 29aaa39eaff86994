//! The list behind the counts as static files: for each state and area, and for each state as CSV.

use super::PublishError;
use crate::data::check::{Fault, Problem, missing_columns};
use crate::data::{Dataset, Date, PlaceCode};
use crate::import::SERVICE_COLUMNS;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;

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
}

/// Reads the services of a package; none where it has no list.
pub fn read_services(package: &Path) -> Result<Vec<ServiceRow>, PublishError> {
    let path = package.join("services.csv");
    if !path.exists() {
        return Ok(Vec::new());
    }
    let bytes = std::fs::read(&path).map_err(|error| PublishError::File(path.clone(), error))?;
    parse_services(&bytes).map_err(|error| PublishError::File(path, std::io::Error::other(error)))
}

/// Faults of the list of a package; none where it has no list.
pub fn check_services(package: &Path) -> Result<Vec<Fault>, PublishError> {
    let name = "services.csv";
    let path = package.join(name);
    if !path.exists() {
        return Ok(Vec::new());
    }
    let bytes = std::fs::read(&path).map_err(|error| PublishError::File(path, error))?;
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let header: Vec<String> = reader.headers().map(|row| row.iter().map(str::to_owned).collect()).unwrap_or_default();
    let missing = missing_columns(header.iter().map(String::as_str), &SERVICE_COLUMNS);
    if !missing.is_empty() {
        return Ok(missing.into_iter().map(|problem| Fault::of_file(name, problem)).collect());
    }
    let wrong = reader.deserialize::<ServiceRow>().find_map(Result::err);
    Ok(wrong.map(|error| Fault::of_file(name, Problem::NotCsv(error.to_string()))).into_iter().collect())
}

/// The rows of the list.
pub fn parse_services(bytes: &[u8]) -> Result<Vec<ServiceRow>, csv::Error> {
    csv::Reader::from_reader(bytes).deserialize().collect()
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
pub fn service_files(package: &Path, data: &Dataset) -> Result<Vec<(String, Vec<u8>)>, PublishError> {
    let rows = read_services(package)?;
    Ok(files_of(&rows, data))
}

/// The same from rows.
pub fn files_of(rows: &[ServiceRow], data: &Dataset) -> Vec<(String, Vec<u8>)> {
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

/// The day for which there are lists: that of the newest own count.
pub fn listed(rows: &[ServiceRow], data: &Dataset) -> Option<Date> {
    let days = data.known(None).all().filter(|o| o.source.is_own_count()).map(|o| o.span.to());
    days.max().filter(|_| !rows.is_empty())
}
