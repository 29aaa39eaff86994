//! Reads the data package (a Frictionless Data Package) from the bytes of its files, and lists its faults.

mod figures;
mod tables;

use crate::data::check::{Acceptance, Cells, Fault, Problem, Row, check_list, nearest, settle, short, sums};
use crate::data::{Dataset, Date, DateSpan, Licence, Link, Place, PlaceCode};
use std::collections::{BTreeMap, HashMap};

pub use crate::data::columns::{ACCEPTANCES, COUNTED, COVERAGES, SERVICES, TABLES};

/// Tables in which a package may have no rows.
const MAY_BE_EMPTY: [&str; 3] = ["events.csv", "breaks.csv", "targets.csv"];

/// The bytes of the package's files by name.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Reads a package. `today` is the day after which nothing can have been recorded.
///
/// The data set holds every row that is whole; it is complete only where there are no faults.
pub fn read_package(files: &Files, today: Date) -> (Dataset, Vec<Fault>) {
    let read = read_rows(files, today);
    (read.data, read.faults)
}

/// A package as it was read.
#[derive(Debug)]
pub struct ReadPackage {
    /// Every row that is whole.
    pub data: Dataset,
    /// The row of each observation, as a spreadsheet counts it.
    pub rows: Vec<usize>,
    /// What is wrong, without the warnings that the package has accepted.
    pub faults: Vec<Fault>,
    /// Warnings that the package has accepted.
    pub accepted: Vec<Fault>,
    /// Its acceptances.
    pub acceptances: Vec<Acceptance>,
}

impl ReadPackage {
    /// Adds faults that were found beside the package; what it has accepted of them passes.
    pub fn add(&mut self, found: Vec<Fault>) {
        let (stopping, accepted) = settle(found, &self.acceptances);
        self.faults.extend(stopping);
        self.accepted.extend(accepted);
    }
}

/// The same as [`read_package`], with the row of each observation.
pub fn read_rows(files: &Files, today: Date) -> ReadPackage {
    let (rows, faults, acceptances) = (Vec::new(), Vec::new(), Vec::new());
    let mut reader = Reader { today, data: Dataset::default(), rows, faults, acceptances };
    reader.descriptor(files);
    for (file, columns) in TABLES {
        let Some(bytes) = files.get(file) else {
            reader.missing(file);
            continue;
        };
        let before = reader.faults.len();
        let cells = Cells::read(file, bytes, columns, &mut reader.faults);
        if reader.faults.len() == before && cells.rows().next().is_none() && !MAY_BE_EMPTY.contains(&file) {
            reader.faults.push(Fault::of_file(file, Problem::NoRows));
        }
        match file {
            "measures.csv" => reader.measures(&cells),
            "places.csv" => reader.places(&cells),
            "areas.csv" => reader.areas(&cells),
            "sources.csv" => reader.sources(&cells),
            "observations.csv" => reader.observations(&cells),
            "events.csv" => reader.events(&cells),
            "breaks.csv" => reader.breaks(&cells),
            _ => reader.targets(&cells),
        }
    }
    if let Some(bytes) = files.get(ACCEPTANCES.0) {
        let cells = Cells::read(ACCEPTANCES.0, bytes, ACCEPTANCES.1, &mut reader.faults);
        reader.acceptances(&cells);
    }
    let Reader { data, rows, mut faults, acceptances, .. } = reader;
    let data = data.indexed();
    // A row that could not be read leaves no gap: it is the cause.
    let is_whole = !faults.iter().any(|fault| fault.file == "observations.csv" && !fault.problem.is_warning());
    sums(&data, &rows, &mut faults);
    faults.retain(|fault| is_whole || !matches!(fault.problem, Problem::Gaps { .. }));
    if let Some(bytes) = files.get(SERVICES.0) {
        check_list(bytes, &data, today, &mut faults);
    }
    let mut read = ReadPackage { data, rows, faults: Vec::new(), accepted: Vec::new(), acceptances };
    read.add(faults);
    read
}

struct Reader {
    today: Date,
    data: Dataset,
    rows: Vec<usize>,
    faults: Vec<Fault>,
    acceptances: Vec<Acceptance>,
}

impl Reader {
    fn missing(&mut self, file: &str) {
        self.faults.push(Fault::of_file(file, Problem::MissingFile));
    }

    /// `datapackage.json` must be there and must name every table.
    fn descriptor(&mut self, files: &Files) {
        let file = "datapackage.json";
        let Some(bytes) = files.get(file) else { return self.missing(file) };
        let Ok(json) = serde_json::from_slice::<serde_json::Value>(bytes) else {
            return self.faults.push(Fault::of_file(file, Problem::NotJson));
        };
        let licence = json.pointer("/licenses/0/name").and_then(|name| name.as_str());
        self.data.licence = licence.and_then(Licence::from_name).unwrap_or_default();
        let resources = json.get("resources").and_then(|r| r.as_array()).cloned().unwrap_or_default();
        for (table, columns) in TABLES {
            let resource = resources.iter().find(|r| r.get("path").and_then(|p| p.as_str()) == Some(table));
            let Some(resource) = resource else {
                self.faults.push(Fault::of_file(file, Problem::NoResource(table.to_owned())));
                continue;
            };
            let fields = resource.pointer("/schema/fields").and_then(|f| f.as_array()).cloned().unwrap_or_default();
            let named = |column: &str| fields.iter().any(|f| f.get("name").and_then(|n| n.as_str()) == Some(column));
            for column in columns.iter().filter(|column| !named(column)) {
                let problem = Problem::NoField { table: table.to_owned(), column: (*column).to_owned() };
                self.faults.push(Fault::of_file(file, problem));
            }
        }
    }

    /// Notes a second row with the same key.
    fn unique(&self, row: &mut Row<'_>, seen: &mut HashMap<String, usize>, key: String, column: &str) {
        if let Some(first) = seen.insert(key, row.number()) {
            row.fault(column, Problem::DoubleKey(first));
        }
    }

    fn reference<T>(
        row: &mut Row<'_>,
        column: &str,
        list: &[Link<T>],
        id: impl Fn(&T) -> &str,
        table: &str,
    ) -> Option<Link<T>> {
        let text = row.raw(column);
        let found = list.iter().find(|entry| id(entry) == text).cloned();
        // A table without any row has its own fault: the root cause is named once.
        if found.is_none() && !list.is_empty() {
            let near = nearest(text, list.iter().map(|entry| id(entry))).map(str::to_owned);
            row.fault(column, Problem::NotInTable { text: short(text), table: table.to_owned(), near });
        }
        found
    }

    fn place(&self, row: &mut Row<'_>) -> Option<Link<Place>> {
        let text = row.raw("place");
        let found = self.data.places.iter().find(|place| place.code.iso() == text).cloned();
        // A state without its row in places.csv is said once, there.
        if found.is_none() && !self.data.places.is_empty() && PlaceCode::from_iso(text).is_none() {
            // Of codes only the same one in other letters is near: one letter more or less is another state.
            let is_same = |p: &&Link<Place>| p.code.iso().eq_ignore_ascii_case(text);
            let names = self.data.places.iter().flat_map(|p| [p.name_de.as_str(), p.name_en.as_str()]);
            let near = nearest(text, names);
            let is_named = |p: &&Link<Place>| near.is_some_and(|near| p.name_de == near || p.name_en == near);
            let near = self.data.places.iter().find(is_same).or_else(|| self.data.places.iter().find(is_named));
            let near = near.map(|place| format!("{} ({})", place.name_de, place.code.iso()));
            row.fault("place", Problem::NotAPlace { text: short(text), near });
        }
        found
    }

    fn span(row: &mut Row<'_>) -> Option<DateSpan> {
        let from = row.parse("from", Date::parse, Problem::Date);
        let to = row.parse("to", Date::parse, Problem::Date);
        let (from, to) = (from?, to?);
        let span = DateSpan::new(from, to);
        if span.is_err() {
            row.fault("to", Problem::EndsEarly(from, to));
        }
        span.ok()
    }

    fn not_future(&self, row: &mut Row<'_>, column: &str, day: Date) {
        if day > self.today {
            row.fault(column, Problem::Future { day, today: self.today });
        }
    }
}
