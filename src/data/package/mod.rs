//! Reads the data package (a Frictionless Data Package) from the bytes of its files, and lists its faults.

mod figures;
mod tables;

use crate::data::check::{Cells, Fault, Row, Rule, nearest};
use crate::data::{Dataset, Date, DateSpan, Link, Place};
use std::collections::{BTreeMap, HashMap};

/// The tables of the package with their columns, in the order in which they depend on each other.
pub const TABLES: [(&str, &[&str]); 7] = [
    (
        "measures.csv",
        &[
            "id",
            "family",
            "unit",
            "name_de",
            "name_en",
            "short_de",
            "short_en",
            "definition_de",
            "definition_en",
            "denominator",
            "per",
            "target",
        ],
    ),
    (
        "places.csv",
        &[
            "code",
            "key",
            "abbr",
            "name_de",
            "name_en",
            "genitive_de",
            "kind",
            "capital",
            "population",
            "population_date",
            "area_km2",
            "municipalities",
            "tile_col",
            "tile_row",
        ],
    ),
    ("areas.csv", &["id", "name_de", "name_en", "description_de", "description_en"]),
    ("sources.csv", &["id", "publisher", "title", "url", "published", "kind", "licence"]),
    (
        "observations.csv",
        &[
            "measure",
            "place",
            "area",
            "from",
            "to",
            "label",
            "value",
            "upper",
            "qualifier",
            "source",
            "recorded",
            "superseded",
            "reason",
            "note_de",
            "note_en",
        ],
    ),
    ("events.csv", &["id", "from", "to", "place", "title_de", "title_en", "source"]),
    ("breaks.csv", &["measure", "date", "what_de", "what_en", "source"]),
];

/// Tables in which a package may have no rows.
const MAY_BE_EMPTY: [&str; 2] = ["events.csv", "breaks.csv"];

/// The bytes of the package's files by name.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Reads a package. `today` is the day after which nothing can have been recorded.
///
/// The data set holds every row that is whole; it is complete only where there are no faults.
pub fn read_package(files: &Files, today: Date) -> (Dataset, Vec<Fault>) {
    let mut reader = Reader { today, data: Dataset::default(), faults: Vec::new() };
    reader.descriptor(files);
    for (file, columns) in TABLES {
        let Some(bytes) = files.get(file) else {
            reader.missing(file);
            continue;
        };
        let before = reader.faults.len();
        let cells = Cells::read(file, bytes, columns, &mut reader.faults);
        if reader.faults.len() == before && cells.rows().next().is_none() && !MAY_BE_EMPTY.contains(&file) {
            reader.whole_file(Rule::Complete, file, "the table has no rows", "add the rows, or restore the file");
        }
        match file {
            "measures.csv" => reader.measures(&cells),
            "places.csv" => reader.places(&cells),
            "areas.csv" => reader.areas(&cells),
            "sources.csv" => reader.sources(&cells),
            "observations.csv" => reader.observations(&cells),
            "events.csv" => reader.events(&cells),
            _ => reader.breaks(&cells),
        }
    }
    (reader.data.link(), reader.faults)
}

struct Reader {
    today: Date,
    data: Dataset,
    faults: Vec<Fault>,
}

/// What to do about an amount that cannot be read.
fn amount_remedy(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if digits.is_empty() || digits.len() > 9 {
        "write a whole number with the digits 0 to 9, or a percentage such as 36.8".to_owned()
    } else {
        format!("write a count with digits alone, without separators ({digits}?), a percentage such as 36.8")
    }
}

fn date_remedy(_: &str) -> String {
    "write an existing day as YYYY-MM-DD, such as 2025-01-31".to_owned()
}

impl Reader {
    fn whole_file(&mut self, rule: Rule, file: &str, what: &str, remedy: &str) {
        let (file, what, remedy) = (file.to_owned(), what.to_owned(), remedy.to_owned());
        self.faults.push(Fault { rule, file, row: None, column: None, what, remedy });
    }

    fn missing(&mut self, file: &str) {
        self.whole_file(Rule::Complete, file, "the file is missing", "restore it; every package has all its tables");
    }

    /// `datapackage.json` must be there and must name every table.
    fn descriptor(&mut self, files: &Files) {
        let file = "datapackage.json";
        let Some(bytes) = files.get(file) else { return self.missing(file) };
        let Ok(json) = serde_json::from_slice::<serde_json::Value>(bytes) else {
            return self.whole_file(Rule::Form, file, "is not JSON", "restore it from the last release");
        };
        let resources = json.get("resources").and_then(|r| r.as_array()).cloned().unwrap_or_default();
        for (table, columns) in TABLES {
            let resource = resources.iter().find(|r| r.get("path").and_then(|p| p.as_str()) == Some(table));
            let Some(resource) = resource else {
                self.whole_file(Rule::Complete, file, &format!("names no resource {table}"), "add the resource");
                continue;
            };
            let fields = resource.pointer("/schema/fields").and_then(|f| f.as_array()).cloned().unwrap_or_default();
            let named = |column: &str| fields.iter().any(|f| f.get("name").and_then(|n| n.as_str()) == Some(column));
            for column in columns.iter().filter(|column| !named(column)) {
                let what = format!("the schema of {table} has no field {column}");
                self.whole_file(Rule::Columns, file, &what, "add the field");
            }
        }
    }

    /// Notes a second row with the same key.
    fn unique(&self, row: &mut Row<'_>, seen: &mut HashMap<String, usize>, key: String, column: &str) {
        if let Some(first) = seen.insert(key, row.number()) {
            row.fault(
                Rule::Key,
                column,
                format!("the same key stands in row {first}"),
                "remove or correct one of the two rows",
            );
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
        if found.is_none() {
            let remedy = match nearest(text, list.iter().map(|entry| id(entry))) {
                Some(near) => format!("did you mean {near}? Otherwise add it to {table}"),
                None => format!("write an id of {table}, or add the row there"),
            };
            let rule = if table == "areas.csv" { Rule::Area } else { Rule::Reference };
            row.fault(rule, column, format!("“{text}” is not in {table}"), remedy);
        }
        found
    }

    fn place(&self, row: &mut Row<'_>) -> Option<Link<Place>> {
        let text = row.raw("place");
        let found = self.data.places.iter().find(|place| place.code.iso() == text).cloned();
        if found.is_none() {
            let names = self.data.places.iter().flat_map(|p| [p.code.iso(), p.name_de.as_str(), p.name_en.as_str()]);
            let remedy = match nearest(text, names) {
                Some(near) => {
                    match self.data.places.iter().find(|p| [p.code.iso(), &p.name_de, &p.name_en].contains(&near)) {
                        Some(place) => format!("did you mean {} ({})?", place.name_de, place.code.iso()),
                        None => "write an ISO 3166-2 code such as DE-NW".to_owned(),
                    }
                }
                None => "write an ISO 3166-2 code such as DE-NW, or DE for Germany".to_owned(),
            };
            row.fault(Rule::Place, "place", format!("“{text}” is not one of the 16 states or DE"), remedy);
        }
        found
    }

    fn span(row: &mut Row<'_>) -> Option<DateSpan> {
        let from = row.parse(Rule::Date, "from", Date::parse, date_remedy);
        let to = row.parse(Rule::Date, "to", Date::parse, date_remedy);
        let (from, to) = (from?, to?);
        let span = DateSpan::new(from, to);
        if span.is_err() {
            let what = format!("the interval {from} to {to} ends before it begins");
            row.fault(Rule::Date, "to", what, "swap the two dates or correct one");
        }
        span.ok()
    }

    fn not_future(&self, row: &mut Row<'_>, column: &str, day: Date) {
        if day > self.today {
            let what = format!("{day} lies in the future");
            row.fault(Rule::Date, column, what, format!("write a day up to {}", self.today));
        }
    }
}
