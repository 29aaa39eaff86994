//! Reads the data package (a Frictionless Data Package) from the bytes of its files, and lists its faults.

use super::check::{Cells, Fault, Row, Rule, nearest};
use super::{
    Area, Break, Dataset, Date, DateSpan, Event, Measure, Observation, PartialDate, Per, Place, PlaceCode, PlaceKind,
    Qualifier, Reason, Source, SourceKind, Unit, Value,
};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

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
    (reader.data, reader.faults)
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
        list: &[Arc<T>],
        id: impl Fn(&T) -> &str,
        table: &str,
    ) -> Option<Arc<T>> {
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

    fn place(&self, row: &mut Row<'_>) -> Option<Arc<Place>> {
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

    fn measures(&mut self, cells: &Cells) {
        let mut seen = HashMap::new();
        for mut row in cells.rows() {
            let found = (|| {
                let id = row.required("id");
                self.unique(&mut row, &mut seen, id.clone(), "id");
                Some(Measure {
                    id,
                    family: row.required("family"),
                    name_de: row.required("name_de"),
                    name_en: row.required("name_en"),
                    short_de: row.required("short_de"),
                    short_en: row.required("short_en"),
                    definition_de: row.required("definition_de"),
                    definition_en: row.required("definition_en"),
                    denominator: row.text("denominator"),
                    unit: row.name("unit", &["count", "percent"], Unit::from_name)?,
                    per: row.name("per", &["state", "germany", "portal"], Per::from_name)?,
                    target: row.name("target", &["true", "false"], |text| text.parse::<bool>().ok())?,
                })
            })();
            self.data.measures.extend(row.finish(found, &mut self.faults).map(Arc::new));
        }
        let ids: Vec<&str> = self.data.measures.iter().map(|m| m.id.as_str()).collect();
        for mut row in cells.rows() {
            let denominator = row.raw("denominator");
            if !denominator.is_empty() && !ids.contains(&denominator) {
                row.fault(
                    Rule::Reference,
                    "denominator",
                    format!("“{denominator}” is not in measures.csv"),
                    "write the id of another measure, or leave it empty",
                );
            }
            row.finish(None::<()>, &mut self.faults);
        }
    }

    fn places(&mut self, cells: &Cells) {
        let mut seen = HashMap::new();
        let before = self.faults.len();
        for mut row in cells.rows() {
            let number = |text: &str| Unit::Count.parse(text);
            let found = (|| {
                let code = row.raw("code");
                let Some(code) = PlaceCode::from_iso(code) else {
                    row.fault(
                        Rule::Place,
                        "code",
                        format!("“{code}” is not one of the 16 states or DE"),
                        "write an ISO 3166-2 code such as DE-NW",
                    );
                    return None;
                };
                self.unique(&mut row, &mut seen, code.iso().to_owned(), "code");
                let key = row.required("key");
                if key != format!("{}0000000000", code.key()) {
                    row.fault(
                        Rule::Place,
                        "key",
                        format!("“{key}” is not the key of {}", code.iso()),
                        format!("write {}0000000000", code.key()),
                    );
                }
                let population_date = row.parse(Rule::Date, "population_date", Date::parse, date_remedy)?;
                self.not_future(&mut row, "population_date", population_date);
                let col = row.optional(Rule::Value, "tile_col", number, amount_remedy);
                let line = row.optional(Rule::Value, "tile_row", number, amount_remedy);
                Some(Place {
                    code,
                    key,
                    abbr: row.required("abbr"),
                    name_de: row.required("name_de"),
                    name_en: row.required("name_en"),
                    genitive_de: row.required("genitive_de"),
                    kind: row.name("kind", &["state", "city_state", "country"], PlaceKind::from_name)?,
                    capital: row.required("capital"),
                    population: row.parse(Rule::Value, "population", number, amount_remedy)?.steps(),
                    population_date,
                    municipalities: row
                        .optional(Rule::Value, "municipalities", number, amount_remedy)
                        .map(|n| n.steps()),
                    tile: col.zip(line).map(|(col, line)| (col.steps() as u8, line.steps() as u8)),
                })
            })();
            self.data.places.extend(row.finish(found, &mut self.faults).map(Arc::new));
        }
        if self.faults.len() == before {
            let absent = |code: &PlaceCode| self.data.place(*code).is_none();
            let codes: Vec<_> = PlaceCode::STATES.into_iter().chain([PlaceCode::De]).filter(absent).collect();
            for code in codes {
                let what = format!("{} is missing", code.iso());
                self.whole_file(Rule::Complete, "places.csv", &what, "add the row; all 16 states and DE must be there");
            }
        }
    }

    fn areas(&mut self, cells: &Cells) {
        let mut seen = HashMap::new();
        for mut row in cells.rows() {
            let id = row.required("id");
            self.unique(&mut row, &mut seen, id.clone(), "id");
            let found = Area {
                id,
                name_de: row.required("name_de"),
                name_en: row.required("name_en"),
                description_de: row.required("description_de"),
                description_en: row.required("description_en"),
            };
            self.data.areas.extend(row.finish(Some(found), &mut self.faults).map(Arc::new));
        }
    }

    fn sources(&mut self, cells: &Cells) {
        let mut seen = HashMap::new();
        for mut row in cells.rows() {
            let found = (|| {
                let id = row.required("id");
                self.unique(&mut row, &mut seen, id.clone(), "id");
                let url = row.text("url");
                if !url.is_empty() && (!url.starts_with("https://") || url.contains([' ', '"', '<', '>'])) {
                    row.fault(
                        Rule::Source,
                        "url",
                        format!("“{url}” is not an https address"),
                        "write the address with https://, or leave the cell empty",
                    );
                }
                let published = row.parse(Rule::Date, "published", PartialDate::parse, |_| {
                    "write YYYY, YYYY-MM or YYYY-MM-DD, or leave the cell empty".to_owned()
                })?;
                if let Some(span) = published.span() {
                    self.not_future(&mut row, "published", span.from());
                }
                let kinds = ["official", "research", "press", "association"];
                Some(Source {
                    id,
                    publisher: row.required("publisher"),
                    title: row.required("title"),
                    url,
                    published,
                    kind: row.name("kind", &kinds, SourceKind::from_name)?,
                    licence: row.required("licence"),
                    note: row.text("note"),
                })
            })();
            self.data.sources.extend(row.finish(found, &mut self.faults).map(Arc::new));
        }
    }

    fn observations(&mut self, cells: &Cells) {
        let mut seen = HashMap::new();
        for mut row in cells.rows() {
            let found = self.observation(&mut row);
            if found.is_some() {
                let key =
                    ["measure", "place", "area", "from", "to", "source", "recorded"].map(|c| row.raw(c)).join("\u{1F}");
                self.unique(&mut row, &mut seen, key, "measure");
            }
            self.data.observations.extend(row.finish(found, &mut self.faults));
        }
    }

    fn observation(&self, row: &mut Row<'_>) -> Option<Observation> {
        let measure = Self::reference(row, "measure", &self.data.measures, |m| &m.id, "measures.csv")?;
        let place = self.place(row)?;
        let area = match row.raw("area") {
            "all" => None,
            _ => Some(Self::reference(row, "area", &self.data.areas, |a| &a.id, "areas.csv")?),
        };
        let span = Self::span(row)?;
        self.not_future(row, "from", span.from());
        let unit = measure.unit;
        let amount = row.parse(Rule::Value, "value", |text| unit.parse(text), amount_remedy);
        let upper = row.optional(Rule::Value, "upper", |text| unit.parse(text), amount_remedy);
        let names = Qualifier::ALL.map(Qualifier::name);
        let qualifier = row.name("qualifier", &names, Qualifier::from_name);
        let (amount, qualifier) = (amount?, qualifier?);
        if upper.is_none() && !row.raw("upper").is_empty() {
            return None;
        }
        let value = match Value::new(amount, upper, qualifier) {
            Ok(value) => value,
            Err(error) => {
                row.fault(
                    Rule::Value,
                    "upper",
                    format!("the value {error}"),
                    "correct value, upper and qualifier together",
                );
                return None;
            }
        };
        let source = Self::reference(row, "source", &self.data.sources, |s| &s.id, "sources.csv")?;
        let recorded = row.parse(Rule::Date, "recorded", Date::parse, date_remedy)?;
        self.not_future(row, "recorded", recorded);
        Some(Observation {
            superseded: self.superseded(row, recorded),
            label: row.required("label"),
            note_de: row.text("note_de"),
            note_en: row.text("note_en"),
            measure,
            place,
            area,
            span,
            value,
            source,
            recorded,
        })
    }

    fn superseded(&self, row: &mut Row<'_>, recorded: Date) -> Option<(Date, Reason)> {
        let (day, reason) = (row.raw("superseded"), row.raw("reason"));
        match (day.is_empty(), reason.is_empty()) {
            (true, true) => None,
            (false, false) => {
                let day = row.parse(Rule::Date, "superseded", Date::parse, date_remedy)?;
                let names = ["correction", "real", "method", "unknown"];
                let reason = row.name("reason", &names, Reason::from_name)?;
                self.not_future(row, "superseded", day);
                if day < recorded {
                    row.fault(
                        Rule::Revision,
                        "superseded",
                        format!("{day} lies before recorded ({recorded})"),
                        "correct one of the two days",
                    );
                }
                Some((day, reason))
            }
            (_, missing) => {
                let column = if missing { "reason" } else { "superseded" };
                row.fault(
                    Rule::Revision,
                    column,
                    "superseded and reason go together",
                    "say both when the row was superseded and why (correction, real, method, unknown)",
                );
                None
            }
        }
    }

    fn events(&mut self, cells: &Cells) {
        let mut seen = HashMap::new();
        for mut row in cells.rows() {
            let found = (|| {
                let id = row.required("id");
                self.unique(&mut row, &mut seen, id.clone(), "id");
                Some(Event {
                    id,
                    span: Self::span(&mut row)?,
                    place: self.place(&mut row)?.code,
                    title_de: row.required("title_de"),
                    title_en: row.required("title_en"),
                    source: Self::reference(&mut row, "source", &self.data.sources, |s| &s.id, "sources.csv")?,
                })
            })();
            self.data.events.extend(row.finish(found, &mut self.faults));
        }
    }

    fn breaks(&mut self, cells: &Cells) {
        for mut row in cells.rows() {
            let found = (|| {
                Some(Break {
                    measure: Self::reference(&mut row, "measure", &self.data.measures, |m| &m.id, "measures.csv")?,
                    date: row.parse(Rule::Date, "date", Date::parse, date_remedy)?,
                    what_de: row.required("what_de"),
                    what_en: row.required("what_en"),
                    source: Self::reference(&mut row, "source", &self.data.sources, |s| &s.id, "sources.csv")?,
                })
            })();
            self.data.breaks.extend(row.finish(found, &mut self.faults));
        }
    }
}
