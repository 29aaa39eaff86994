//! Rows of the tables of a release, read from left to right.

use super::error::ReleaseError;
use crate::data::{
    Area, Break, Dataset, Date, DateSpan, Event, Link, Measure, PartialDate, Per, Place, PlaceCode, PlaceKind, Source,
    SourceKind, Unit,
};
use std::sync::Arc;

/// The cells of a row, read from left to right.
pub(super) struct CellReader<'a>(pub(super) std::slice::Iter<'a, String>);

impl CellReader<'_> {
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

    fn linked<T>(&mut self, list: &[Link<T>], name: &'static str) -> Result<Link<T>, &'static str> {
        let index: usize = self.number(name)?;
        list.get(index).cloned().ok_or(name)
    }
}

/// Reads each row of a table; the first fault names its row.
pub(super) fn rows<T>(
    table: &'static str,
    list: &[Vec<String>],
    read: fn(&mut CellReader<'_>) -> Result<T, &'static str>,
) -> Result<Vec<Link<T>>, ReleaseError> {
    let read_row = |(row, cells): (usize, &Vec<String>)| {
        read(&mut CellReader(cells.iter())).map(Arc::new).map_err(|what| ReleaseError::Row(table, row, what))
    };
    list.iter().enumerate().map(read_row).collect()
}

pub(super) fn read_measure(row: &mut CellReader<'_>) -> Result<Measure, &'static str> {
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
        related: row.text(),
        note_de: row.text(),
        note_en: row.text(),
    })
}

pub(super) fn read_place(row: &mut CellReader<'_>) -> Result<Place, &'static str> {
    Ok(Place {
        code: row.read("code", PlaceCode::from_iso)?,
        abbr: row.text(),
        name_de: row.text(),
        name_en: row.text(),
        genitive_de: row.text(),
        kind: row.read("kind", PlaceKind::from_name)?,
        tile: row.text().parse().ok().zip(row.text().parse().ok()),
    })
}

pub(super) fn read_area(row: &mut CellReader<'_>) -> Result<Area, &'static str> {
    Ok(Area { id: row.text(), name_de: row.text(), name_en: row.text(), parts: 1 })
}

pub(super) fn read_source(row: &mut CellReader<'_>) -> Result<Source, &'static str> {
    Ok(Source {
        id: row.text(),
        publisher: row.text(),
        short: row.text(),
        title: row.text(),
        url: row.text(),
        published: row.read("published", |cell| PartialDate::parse(cell).ok())?,
        kind: row.read("kind", SourceKind::from_name)?,
    })
}

pub(super) fn read_event(row: &mut CellReader<'_>, sources: &[Link<Source>]) -> Result<Event, &'static str> {
    Ok(Event {
        id: row.text(),
        span: DateSpan::new(row.date("from")?, row.date("to")?).map_err(|_| "to")?,
        place: row.read("place", PlaceCode::from_iso)?,
        title_de: row.text(),
        title_en: row.text(),
        source: row.linked(sources, "source")?,
    })
}

pub(super) fn read_break(row: &mut CellReader<'_>, data: &Dataset) -> Result<Break, &'static str> {
    Ok(Break {
        measure: row.linked(&data.measures, "measure")?,
        date: row.date("date")?,
        what_de: row.text(),
        what_en: row.text(),
        source: row.linked(&data.sources, "source")?,
    })
}
