//! The invented data that `?data=sample` shows: a sample export through the real importer, for several days.

use super::PublishError;
use crate::data::check::Rule;
use crate::data::package::{ACCEPTANCES, Files, SERVICES};
use crate::data::{Dataset, Date};
use crate::import::{Options, import_into, sample::sample};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Seed and number of rows of an export.
const SEED: (u64, u64) = (7, 20_000);
/// Days of the exports.
const DAYS: [&str; 4] = ["2025-12-31", "2026-03-31", "2026-06-30", "2026-09-30"];
/// What invented names begin with.
const MARK: [&str; 2] = ["Erfunden: ", "Invented: "];

/// The package, and whether anything in it is real: places and areas are.
pub fn invented(real: &Dataset, files: &Files) -> Result<Files, PublishError> {
    let wrong = |words: String| PublishError::File(PathBuf::from("sample"), std::io::Error::other(words));
    let folder = tempfile::tempdir().map_err(|error| PublishError::File(PathBuf::from("sample"), error))?;
    let today = Date::parse("2026-10-01").map_err(|error| wrong(error.to_string()))?;
    let mut package = empty(files);
    for day in DAYS {
        let date = Date::parse(day).map_err(|error| wrong(error.to_string()))?;
        let made = sample(real, SEED.0, SEED.1, date);
        let write = |name: &str, bytes: Vec<u8>| {
            let path: PathBuf = Path::join(folder.path(), name);
            std::fs::write(&path, bytes).map(|()| path.clone()).map_err(|error| PublishError::File(path, error))
        };
        let mut export = Vec::new();
        made.write(&mut export).map_err(|error| wrong(error.to_string()))?;
        let options = Options {
            files: vec![write("export.csv", export)?],
            catalogue: write("catalogue.csv", made.catalogue())?,
            date,
            today,
            package: PathBuf::new(),
            dry_run: true,
            accept: vec![Rule::Source, Rule::Change],
            reason: ["Erfundene Daten", "invented data"].map(str::to_owned),
            leave_out: 0,
            supersede: None,
            without_services: DAYS.last() != Some(&day),
            invented: true,
        };
        let outcome = import_into(&package, &options, Arc::default()).map_err(|error| wrong(error.to_string()))?;
        package.extend(outcome.files);
    }
    Ok(package)
}

/// The package without any real figure, source or event; its measures say that they are invented.
fn empty(files: &Files) -> Files {
    let mut package = files.clone();
    [SERVICES, ACCEPTANCES].iter().for_each(|(name, _)| drop(package.remove(*name)));
    for name in ["observations.csv", "sources.csv", "events.csv", "breaks.csv", "targets.csv", "measures.csv"] {
        let bytes = package.get(name).cloned().unwrap_or_default();
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.as_slice());
        let mut writer = csv::Writer::from_writer(Vec::new());
        let mut header: Vec<String> = Vec::new();
        for record in reader.records().filter_map(Result::ok) {
            let mut cells: Vec<String> = record.iter().map(str::to_owned).collect();
            let wanted = ["ozg-land-statewide", "ozg-land-any", "leika-land-statewide"];
            if header.is_empty() {
                header.clone_from(&cells);
            } else if name != "measures.csv" || !cells.first().is_some_and(|id| wanted.contains(&id.as_str())) {
                continue;
            } else {
                mark(&header, &mut cells);
            }
            let _ = writer.write_record(&cells); // into memory: it does not fail
        }
        package.insert(name.to_owned(), writer.into_inner().unwrap_or_default());
    }
    let first = |package: &mut Files, name: &str, row: &str| {
        package.entry(name.to_owned()).or_default().extend(row.as_bytes());
    };
    first(
        &mut package,
        "measures.csv",
        "leika-land-any,leika-any,count,\"Erfunden: Einzelleistungen (LeiKa), in mindestens einer Kommune des Landes online\",Invented: single services (LeiKa) online in at least one municipality,Einzelleistungen (LeiKa) in mindestens einer Kommune (erfunden),single services (LeiKa) in at least one municipality (invented),Frei erfundene Beispieldaten.,Invented sample data.,,state,false,,,\n",
    );
    first(
        &mut package,
        "sources.csv",
        "sample,\"Beispieldaten, frei erfunden\",,Katalog der Beispieldaten,,2025-12-31,official,nicht angegeben,\n",
    );
    first(
        &mut package,
        "measures.csv",
        "ozg-catalogue-size,ozg-catalogue-size,count,Erfunden: Größe des Katalogs,Invented: size of the catalogue,OZG-Leistungen im erfundenen Katalog,OZG services in the invented catalogue,Frei erfundene Beispieldaten.,Invented sample data.,,germany,false,,,\n",
    );
    first(
        &mut package,
        "observations.csv",
        "ozg-catalogue-size,DE,all,2025-12-01,2025-12-31,Dezember 2025,,125,,exact,,sample,2026-10-01,,,,\n",
    );
    package
}

/// Marks a measure as invented, in every text that a reader sees.
fn mark(header: &[String], cells: &mut [String]) {
    let is_leika = cells.first().is_some_and(|id| id.starts_with("leika"));
    for (column, cell) in header.iter().zip(cells.iter_mut()) {
        match column.as_str() {
            "name_de" => cell.insert_str(0, MARK[0]),
            "name_en" => cell.insert_str(0, MARK[1]),
            "short_de" => cell.push_str(" (erfunden)"),
            "short_en" => cell.push_str(" (invented)"),
            "definition_de" => "Frei erfundene Beispieldaten.".clone_into(cell),
            "definition_en" => "Invented sample data.".clone_into(cell),
            "denominator" if is_leika => cell.clear(),
            "note_de" | "note_en" => cell.clear(),
            _ => {}
        }
    }
}
