//! The compact form of the data set: columns instead of rows, codes instead of words. Pages load it as bytes (postcard),
//! whose reader is ten kilobytes smaller than one of JSON; `latest.json` is the same for everybody else.
//!
//! A newer schema is refused with a reason.

mod error;
mod read;
#[cfg(not(target_arch = "wasm32"))]
mod write;

use crate::data::{Amount, Dataset, Date, DateSpan, Licence, Observation, Qualifier, Reason, Value};
pub use error::{ReleaseError, SCHEMA};
use read::{CellReader, read_area, read_break, read_event, read_measure, read_place, read_source, rows};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A release: tables of texts, and the observations as columns of numbers. Two forms
/// for everything keep the reader small.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Release {
    /// Version of the form, at most [`SCHEMA`].
    pub schema: u32,
    /// Date of the newest record: `2026-11-24`.
    pub version: String,
    /// Licence of the data, as in the data package.
    licence: String,
    /// Rows as in the data package, without what the page does not show.
    measures: Vec<Vec<String>>,
    places: Vec<Vec<String>>,
    areas: Vec<Vec<String>>,
    sources: Vec<Vec<String>>,
    events: Vec<Vec<String>>,
    breaks: Vec<Vec<String>>,
    /// Wordings of dates, German and English, each pair once.
    labels: Vec<Vec<String>>,
    /// Remarks, German and English, each pair once.
    notes: Vec<Vec<String>>,
    /// One list for each name of [`COLUMNS`]; all have the same length.
    observations: Vec<Column>,
}

/// A column of the observations.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(transparent)]
struct Column(Vec<i64>);

impl<'de> Deserialize<'de> for Column {
    // Not inlined, as `Release::observation`.
    #[inline(never)]
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self)
    }
}

/// The columns of the observations. Codes count from 0; in `area` 0 is all areas, in `upper`, `due` and `superseded` 0 is none
/// (otherwise the bound plus one, the days since 1970), `length` is in days after `from`.
const COLUMNS: [&str; 15] = [
    "measure",
    "place",
    "area",
    "from",
    "length",
    "label",
    "value",
    "upper",
    "qualifier",
    "due",
    "source",
    "recorded",
    "superseded",
    "reason",
    "note",
];

/// The part of a release that every version of the form has.
#[derive(Deserialize)]
struct Form {
    schema: u32,
}

/// Refuses a schema that is newer than this program.
fn known(Form { schema }: Form) -> Result<(), ReleaseError> {
    if schema > SCHEMA { Err(ReleaseError::Newer(schema)) } else { Ok(()) }
}

impl Release {
    /// Reads the bytes of a release, which begin with its schema. Nothing may follow them.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ReleaseError> {
        let unread = |_| ReleaseError::Form(String::new());
        postcard::take_from_bytes(bytes).map_err(unread).and_then(|(form, _)| known(form))?;
        match postcard::take_from_bytes(bytes).map_err(unread)? {
            (release, []) => Ok(release),
            (_, rest) => Err(ReleaseError::Form(format!("{} bytes too many", rest.len()))),
        }
    }

    /// Reads the JSON of a release.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn from_json(text: &str) -> Result<Self, ReleaseError> {
        let unread =
            |error: serde_json::Error| ReleaseError::Form(format!("line {}, column {}", error.line(), error.column()));
        serde_json::from_str(text).map_err(unread).and_then(known)?;
        serde_json::from_str(text).map_err(unread)
    }

    /// The data set of a release. Everything is checked: a release that is not whole is refused, never half taken.
    pub fn into_dataset(self) -> Result<Dataset, ReleaseError> {
        let mut data = Dataset {
            measures: rows("measures", &self.measures, read_measure)?,
            places: rows("places", &self.places, read_place)?,
            areas: rows("areas", &self.areas, read_area)?,
            sources: rows("sources", &self.sources, read_source)?,
            licence: Licence::from_name(&self.licence).unwrap_or_default(),
            ..Dataset::default()
        };
        for (row, cells) in self.events.iter().enumerate() {
            let event = read_event(&mut CellReader(cells.iter()), &data.sources);
            data.events.push(event.map(Arc::new).map_err(|what| ReleaseError::Row("events", row, what))?);
        }
        for (row, cells) in self.breaks.iter().enumerate() {
            let found = read_break(&mut CellReader(cells.iter()), &data);
            data.breaks.push(found.map(Arc::new).map_err(|what| ReleaseError::Row("breaks", row, what))?);
        }
        let shared = |text: &String| Arc::from(text.as_str());
        let cell = |pair: &Vec<String>, index: usize| pair.get(index).map(shared).unwrap_or_default();
        let pair = |texts: &Vec<String>| (cell(texts, 0), cell(texts, 1));
        let texts =
            Texts { labels: self.labels.iter().map(pair).collect(), notes: self.notes.iter().map(pair).collect() };
        let length = self.observations.first().map_or(0, |Column(column)| column.len());
        data.observations.reserve(length);
        for row in 0..length {
            let found = self.observation(row, &data, &texts);
            data.observations.push(found.map(Arc::new).map_err(|what| ReleaseError::Row("observations", row, what))?);
        }
        match () {
            () if data.measures.is_empty() => Err(ReleaseError::Empty("measures")),
            () if data.states().next().is_none() => Err(ReleaseError::Empty("places")),
            () if data.observations.is_empty() => Err(ReleaseError::Empty("observations")),
            () => Ok(data.indexed()),
        }
    }

    /// The observation of a row. Not inlined: a browser makes a function faster while it is called again and again, but not a
    /// loop that it is in.
    #[inline(never)]
    fn observation(&self, row: usize, data: &Dataset, texts: &Texts) -> Result<Observation, &'static str> {
        let Texts { labels, notes } = texts;
        let mut cells = [0_i64; COLUMNS.len()];
        for ((cell, name), Column(column)) in cells.iter_mut().zip(COLUMNS).zip(&self.observations) {
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
            due,
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
        let (note, label) = (entry(notes, note, "note")?, entry(labels, label, "label")?);
        Ok(Observation {
            measure: entry(&data.measures, measure, "measure")?.clone(),
            place: entry(&data.places, place, "place")?.clone(),
            area: match area {
                0 => None,
                area => Some(entry(&data.areas, area - 1, "area")?.clone()),
            },
            span: DateSpan::new(day(from).ok_or("from")?, day(to).ok_or("length")?).map_err(|_| "length")?,
            label: label.0.clone(),
            label_en: label.1.clone(),
            value: Value::new(amount(value).ok_or("value")?, upper, *entry(&Qualifier::ALL, qualifier, "qualifier")?)
                .map_err(|_| "upper")?,
            due: match due {
                0 => None,
                due => Some(day(due).ok_or("due")?),
            },
            source: entry(&data.sources, source, "source")?.clone(),
            recorded: day(recorded).ok_or("recorded")?,
            superseded: match superseded {
                0 => None,
                superseded => Some((day(superseded).ok_or("superseded")?, *entry(&Reason::ALL, reason, "reason")?)),
            },
            note_de: note.0.clone(),
            note_en: note.1.clone(),
        })
    }
}

/// Wordings and remarks, each once.
struct Texts {
    labels: Vec<(Arc<str>, Arc<str>)>,
    notes: Vec<(Arc<str>, Arc<str>)>,
}

/// The entry with a code.
fn entry<'a, T>(list: &'a [T], code: i64, name: &'static str) -> Result<&'a T, &'static str> {
    usize::try_from(code).ok().and_then(|index| list.get(index)).ok_or(name)
}

/// The day with this number since 1970-01-01.
fn day(days: i64) -> Option<Date> {
    i32::try_from(days).ok().and_then(Date::from_days)
}
