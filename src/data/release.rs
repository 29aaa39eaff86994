//! The compact form of the data set that the browser loads: columns instead of rows, codes instead of words.
//!
//! Same major schema: unknown fields are ignored. Newer major schema: refused with a reason.

use super::{
    Amount, Area, Break, Dataset, Date, DateSpan, Event, Measure, Observation, PartialDate, Per, Place, PlaceCode,
    PlaceKind, Qualifier, Reason, Source, SourceKind, Unit, Value,
};
#[cfg(not(target_arch = "wasm32"))]
use serde::{Deserialize, Serialize};
use std::{fmt, sync::Arc};

/// Version of the form. It grows by one when an older reader would misread a newer file.
pub const SCHEMA: u32 = 1;

/// Why a release is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReleaseError {
    /// Not the JSON of a release; holds the parser's words.
    Json(String),
    /// Made by a newer version of this program; holds its schema.
    Newer(u32),
    /// A row that is not valid; holds the table, the row (from 0) and what is wrong.
    Row(&'static str, usize, &'static str),
    /// A table without the rows that everything needs.
    Empty(&'static str),
}

impl fmt::Display for ReleaseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(words) => write!(f, "not a release: {words}"),
            Self::Newer(schema) => write!(f, "schema {schema} is newer than {SCHEMA}: reload the page"),
            Self::Row(table, row, what) => write!(f, "{table}, row {row}: {what}"),
            Self::Empty(table) => write!(f, "{table} has no rows"),
        }
    }
}

impl std::error::Error for ReleaseError {}

/// A release as written to `data/latest.json`: tables of texts, and the observations as columns of numbers. Two forms
/// for everything keep the reader small.
#[derive(Debug)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, Deserialize))]
pub struct Release {
    /// Version of the form, at most [`SCHEMA`].
    pub schema: u32,
    /// Date of the newest record: `2026-11-24`.
    pub version: String,
    /// Rows as in the data package, without what the page does not show.
    measures: Vec<Vec<String>>,
    places: Vec<Vec<String>>,
    areas: Vec<Vec<String>>,
    sources: Vec<Vec<String>>,
    events: Vec<Vec<String>>,
    breaks: Vec<Vec<String>>,
    /// Wordings of dates, each once.
    labels: Vec<String>,
    /// Remarks, German and English, each pair once.
    notes: Vec<Vec<String>>,
    /// One list for each name of [`COLUMNS`]; all have the same length.
    observations: Vec<Vec<i64>>,
}

/// The columns of the observations. Codes count from 0; in `area` 0 is all areas, in `upper` and `superseded` 0 is none
/// (otherwise the bound plus one, the day since 1970), `length` is in days after `from`.
const COLUMNS: [&str; 14] = [
    "measure",
    "place",
    "area",
    "from",
    "length",
    "label",
    "value",
    "upper",
    "qualifier",
    "source",
    "recorded",
    "superseded",
    "reason",
    "note",
];

/// The code of an entry, which is added where it is new.
#[cfg(not(target_arch = "wasm32"))]
fn code<T: PartialEq>(list: &mut Vec<T>, entry: T) -> usize {
    list.iter().position(|known| *known == entry).unwrap_or_else(|| {
        list.push(entry);
        list.len() - 1
    })
}

#[cfg(not(target_arch = "wasm32"))]
impl Release {
    /// The release of a data set.
    pub fn of(data: &Dataset) -> Self {
        let source = |wanted: &Source| data.sources.iter().position(|s| s.id == wanted.id).unwrap_or_default();
        let measure = |wanted: &Measure| data.measures.iter().position(|m| m.id == wanted.id).unwrap_or_default();
        let event = |e: &Event| {
            let span = [e.span.from().to_string(), e.span.to().to_string()];
            let [from, to] = span;
            vec![
                e.id.clone(),
                from,
                to,
                e.place.iso().to_owned(),
                e.title_de.clone(),
                e.title_en.clone(),
                source(&e.source).to_string(),
            ]
        };
        let change = |b: &Break| {
            let (measure, source) = (measure(&b.measure).to_string(), source(&b.source).to_string());
            vec![measure, b.date.to_string(), b.what_de.clone(), b.what_en.clone(), source]
        };
        let mut release = Self {
            schema: SCHEMA,
            version: data.version().map(|day| day.to_string()).unwrap_or_default(),
            measures: data.measures.iter().map(|m| measure_row(m)).collect(),
            places: data.places.iter().map(|p| place_row(p)).collect(),
            areas: data.areas.iter().map(|a| area_row(a)).collect(),
            sources: data.sources.iter().map(|s| source_row(s)).collect(),
            events: data.events.iter().map(event).collect(),
            breaks: data.breaks.iter().map(change).collect(),
            labels: Vec::new(),
            notes: Vec::new(),
            observations: vec![Vec::new(); COLUMNS.len()],
        };
        for o in &data.observations {
            let area = o.area.as_ref().and_then(|area| data.areas.iter().position(|a| a.id == area.id));
            let (superseded, reason) = o.superseded.map_or((0, 0), |(day, reason)| {
                (day.days(), Reason::ALL.iter().position(|r| *r == reason).unwrap_or_default())
            });
            let codes = [
                measure(&o.measure),
                data.places.iter().position(|p| p.code == o.place.code).unwrap_or_default(),
                area.map_or(0, |index| index + 1),
            ];
            let label = code(&mut release.labels, o.label.clone());
            let note = code(&mut release.notes, vec![o.note_de.clone(), o.note_en.clone()]);
            let number = |index: usize| i64::try_from(index).unwrap_or(i64::MAX);
            let [measure_code, place, area] = codes.map(number);
            let cells = [
                measure_code,
                place,
                area,
                i64::from(o.span.from().days()),
                i64::from(o.span.days() - 1),
                number(label),
                i64::from(o.value.amount().steps()),
                o.value.upper().map_or(0, |upper| i64::from(upper.steps()) + 1),
                number(Qualifier::ALL.iter().position(|q| *q == o.value.qualifier()).unwrap_or_default()),
                number(source(&o.source)),
                i64::from(o.recorded.days()),
                i64::from(superseded),
                number(reason),
                number(note),
            ];
            for (column, cell) in release.observations.iter_mut().zip(cells) {
                column.push(cell);
            }
        }
        release
    }

    /// The release as JSON.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads the JSON of a release. A schema that is newer than this program is refused.
    pub fn from_json(text: &str) -> Result<Self, ReleaseError> {
        match serde_json::from_str::<Self>(text) {
            Ok(release) if release.schema > SCHEMA => Err(ReleaseError::Newer(release.schema)),
            Ok(release) => Ok(release),
            Err(error) => Err(match newer_schema(text) {
                Some(schema) => ReleaseError::Newer(schema),
                None => ReleaseError::Json(error.to_string()),
            }),
        }
    }
}

/// Parsed JSON in which a release is looked up, so that a browser can use its own parser: that saves each reader the
/// eight kilobytes of another one.
pub trait Parsed {
    /// A number.
    fn number(&self, key: &str) -> Option<u32>;
    /// A text.
    fn text(&self, key: &str) -> Option<String>;
    /// A list of texts.
    fn texts(&self, key: &str) -> Option<Vec<String>>;
    /// A list of lists of texts.
    fn rows(&self, key: &str) -> Option<Vec<Vec<String>>>;
    /// A list of lists of numbers.
    fn columns(&self, key: &str) -> Option<Vec<Vec<i64>>>;
}

impl Release {
    /// The release in parsed JSON. A schema that is newer than this program is refused.
    pub fn from_parsed(json: &impl Parsed) -> Result<Self, ReleaseError> {
        let schema = json.number("schema").ok_or_else(|| ReleaseError::Json("schema".to_owned()))?;
        if schema > SCHEMA {
            return Err(ReleaseError::Newer(schema));
        }
        let missing = |key: &str| ReleaseError::Json(key.to_owned());
        let rows = |key: &str| json.rows(key).ok_or_else(|| missing(key));
        Ok(Self {
            schema,
            version: json.text("version").ok_or_else(|| missing("version"))?,
            measures: rows("measures")?,
            places: rows("places")?,
            areas: rows("areas")?,
            sources: rows("sources")?,
            events: rows("events")?,
            breaks: rows("breaks")?,
            labels: json.texts("labels").ok_or_else(|| missing("labels"))?,
            notes: rows("notes")?,
            observations: json.columns("observations").ok_or_else(|| missing("observations"))?,
        })
    }

    /// The data set of a release. Everything is checked: a release that is not whole is refused, never half taken.
    pub fn into_dataset(self) -> Result<Dataset, ReleaseError> {
        let mut data = Dataset {
            measures: rows("measures", &self.measures, read_measure)?,
            places: rows("places", &self.places, read_place)?,
            areas: rows("areas", &self.areas, read_area)?,
            sources: rows("sources", &self.sources, read_source)?,
            ..Dataset::default()
        };
        for (row, cells) in self.events.iter().enumerate() {
            let event = read_event(&mut Row(cells.iter()), &data.sources);
            data.events.push(event.map_err(|what| ReleaseError::Row("events", row, what))?);
        }
        for (row, cells) in self.breaks.iter().enumerate() {
            let found = read_break(&mut Row(cells.iter()), &data);
            data.breaks.push(found.map_err(|what| ReleaseError::Row("breaks", row, what))?);
        }
        let length = self.observations.first().map_or(0, Vec::len);
        data.observations.reserve(length);
        for row in 0..length {
            let found = self.observation(row, &data);
            data.observations.push(found.map_err(|what| ReleaseError::Row("observations", row, what))?);
        }
        match () {
            () if data.measures.is_empty() => Err(ReleaseError::Empty("measures")),
            () if data.states().next().is_none() => Err(ReleaseError::Empty("places")),
            () if data.observations.is_empty() => Err(ReleaseError::Empty("observations")),
            () => Ok(data),
        }
    }

    fn observation(&self, row: usize, data: &Dataset) -> Result<Observation, &'static str> {
        let mut cells = [0_i64; COLUMNS.len()];
        for ((cell, name), column) in cells.iter_mut().zip(COLUMNS).zip(&self.observations) {
            *cell = *column.get(row).ok_or(name)?;
        }
        if self.observations.len() < COLUMNS.len() {
            return Err("a column");
        }
        let [
            measure,
            place,
            area,
            from,
            length,
            label,
            value,
            upper,
            qualifier,
            source,
            recorded,
            superseded,
            reason,
            note,
        ] = cells;
        let amount = |steps: i64| u32::try_from(steps).ok().and_then(|steps| Amount::new(steps).ok());
        let upper = match upper {
            0 => None,
            upper => Some(amount(upper - 1).ok_or("upper")?),
        };
        let to = from.checked_add(length).ok_or("length")?;
        let note = entry(&self.notes, note, "note")?;
        Ok(Observation {
            measure: entry(&data.measures, measure, "measure")?.clone(),
            place: entry(&data.places, place, "place")?.clone(),
            area: match area {
                0 => None,
                area => Some(entry(&data.areas, area - 1, "area")?.clone()),
            },
            span: DateSpan::new(day(from).ok_or("from")?, day(to).ok_or("length")?).map_err(|_| "length")?,
            label: entry(&self.labels, label, "label")?.clone(),
            value: Value::new(amount(value).ok_or("value")?, upper, *entry(&Qualifier::ALL, qualifier, "qualifier")?)
                .map_err(|_| "upper")?,
            source: entry(&data.sources, source, "source")?.clone(),
            recorded: day(recorded).ok_or("recorded")?,
            superseded: match superseded {
                0 => None,
                superseded => Some((day(superseded).ok_or("superseded")?, *entry(&Reason::ALL, reason, "reason")?)),
            },
            note_de: note.first().cloned().unwrap_or_default(),
            note_en: note.get(1).cloned().unwrap_or_default(),
        })
    }
}

/// The schema of a file that cannot be read otherwise, where it is newer.
#[cfg(not(target_arch = "wasm32"))]
fn newer_schema(text: &str) -> Option<u32> {
    let digits = text.split("\"schema\":").nth(1)?.trim_start();
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    digits.get(..end)?.parse().ok().filter(|schema| *schema > SCHEMA)
}

/// The entry with a code.
fn entry<'a, T>(list: &'a [T], code: i64, name: &'static str) -> Result<&'a T, &'static str> {
    usize::try_from(code).ok().and_then(|index| list.get(index)).ok_or(name)
}

/// The day with this number since 1970-01-01.
fn day(days: i64) -> Option<Date> {
    i32::try_from(days).ok().and_then(Date::from_days)
}

/// The cells of a row, read from left to right.
struct Row<'a>(std::slice::Iter<'a, String>);

impl Row<'_> {
    fn text(&mut self) -> String {
        self.0.next().cloned().unwrap_or_default()
    }

    fn read<T>(&mut self, name: &'static str, read: impl Fn(&str) -> Option<T>) -> Result<T, &'static str> {
        self.0.next().and_then(|cell| read(cell)).ok_or(name)
    }

    fn date(&mut self, name: &'static str) -> Result<Date, &'static str> {
        self.read(name, |cell| Date::parse(cell).ok())
    }

    fn number<T: std::str::FromStr>(&mut self, name: &'static str) -> Result<T, &'static str> {
        self.read(name, |cell| cell.parse().ok())
    }

    fn linked<T>(&mut self, list: &[Arc<T>], name: &'static str) -> Result<Arc<T>, &'static str> {
        let index: usize = self.number(name)?;
        list.get(index).cloned().ok_or(name)
    }
}

/// Reads each row of a table; the first fault names its row.
fn rows<T>(
    table: &'static str,
    list: &[Vec<String>],
    read: fn(&mut Row<'_>) -> Result<T, &'static str>,
) -> Result<Vec<Arc<T>>, ReleaseError> {
    let read_row = |(row, cells): (usize, &Vec<String>)| {
        read(&mut Row(cells.iter())).map(Arc::new).map_err(|what| ReleaseError::Row(table, row, what))
    };
    list.iter().enumerate().map(read_row).collect()
}

#[cfg(not(target_arch = "wasm32"))]
fn measure_row(m: &Measure) -> Vec<String> {
    let (unit, per, target) = (m.unit.name().to_owned(), m.per.name().to_owned(), m.target.to_string());
    let cells = [&m.id, &m.family, &unit, &m.name_de, &m.name_en, &m.short_de, &m.short_en, &m.definition_de];
    cells.into_iter().chain([&m.definition_en, &m.denominator, &per, &target]).cloned().collect()
}

fn read_measure(row: &mut Row<'_>) -> Result<Measure, &'static str> {
    Ok(Measure {
        id: row.text(),
        family: row.text(),
        unit: row.read("unit", Unit::from_name)?,
        name_de: row.text(),
        name_en: row.text(),
        short_de: row.text(),
        short_en: row.text(),
        definition_de: row.text(),
        definition_en: row.text(),
        denominator: row.text(),
        per: row.read("per", Per::from_name)?,
        target: row.number("target")?,
    })
}

#[cfg(not(target_arch = "wasm32"))]
fn place_row(p: &Place) -> Vec<String> {
    let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    let (column, line) = (p.tile.map(|(column, _)| u32::from(column)), p.tile.map(|(_, line)| u32::from(line)));
    let texts = [p.code.iso(), &p.key, &p.abbr, &p.name_de, &p.name_en, &p.genitive_de, p.kind.name(), &p.capital];
    let mut cells = texts.map(str::to_owned).to_vec();
    cells.extend([p.population.to_string(), p.population_date.to_string()]);
    cells.extend([p.municipalities, column, line].map(number));
    cells
}

fn read_place(row: &mut Row<'_>) -> Result<Place, &'static str> {
    Ok(Place {
        code: row.read("code", PlaceCode::from_iso)?,
        key: row.text(),
        abbr: row.text(),
        name_de: row.text(),
        name_en: row.text(),
        genitive_de: row.text(),
        kind: row.read("kind", PlaceKind::from_name)?,
        capital: row.text(),
        population: row.number("population")?,
        population_date: row.date("population_date")?,
        municipalities: row.text().parse().ok(),
        tile: row.text().parse().ok().zip(row.text().parse().ok()),
    })
}

#[cfg(not(target_arch = "wasm32"))]
fn area_row(a: &Area) -> Vec<String> {
    [&a.id, &a.name_de, &a.name_en, &a.description_de, &a.description_en].map(String::clone).to_vec()
}

fn read_area(row: &mut Row<'_>) -> Result<Area, &'static str> {
    Ok(Area {
        id: row.text(),
        name_de: row.text(),
        name_en: row.text(),
        description_de: row.text(),
        description_en: row.text(),
    })
}

#[cfg(not(target_arch = "wasm32"))]
fn source_row(s: &Source) -> Vec<String> {
    let (published, kind) = (s.published.as_str().to_owned(), s.kind.name().to_owned());
    [&s.id, &s.publisher, &s.title, &s.url, &published, &kind, &s.licence, &s.note].map(String::clone).to_vec()
}

fn read_source(row: &mut Row<'_>) -> Result<Source, &'static str> {
    Ok(Source {
        id: row.text(),
        publisher: row.text(),
        title: row.text(),
        url: row.text(),
        published: row.read("published", |cell| PartialDate::parse(cell).ok())?,
        kind: row.read("kind", SourceKind::from_name)?,
        licence: row.text(),
        note: row.text(),
    })
}

fn read_event(row: &mut Row<'_>, sources: &[Arc<Source>]) -> Result<Event, &'static str> {
    Ok(Event {
        id: row.text(),
        span: DateSpan::new(row.date("from")?, row.date("to")?).map_err(|_| "to")?,
        place: row.read("place", PlaceCode::from_iso)?,
        title_de: row.text(),
        title_en: row.text(),
        source: row.linked(sources, "source")?,
    })
}

fn read_break(row: &mut Row<'_>, data: &Dataset) -> Result<Break, &'static str> {
    Ok(Break {
        measure: row.linked(&data.measures, "measure")?,
        date: row.date("date")?,
        what_de: row.text(),
        what_en: row.text(),
        source: row.linked(&data.sources, "source")?,
    })
}
