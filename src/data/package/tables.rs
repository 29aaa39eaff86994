//! Rows of the tables beside the figures: measures, places, service areas, sources.

use super::Reader;
use crate::data::check::{Cells, Fault, Problem, nearest, short};
use crate::data::{Area, Date, Measure, PartialDate, Per, Place, PlaceCode, PlaceKind, Source, SourceKind, Unit};
use std::collections::HashMap;
use std::sync::Arc;

impl Reader {
    pub(super) fn measures(&mut self, cells: &Cells) {
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
                    related: row.text("related"),
                    note_de: row.text("note_de"),
                    note_en: row.text("note_en"),
                })
            })();
            self.data.measures.extend(row.finish(found, &mut self.faults).map(Arc::new));
        }
        let ids: Vec<&str> = self.data.measures.iter().map(|m| m.id.as_str()).collect();
        for mut row in cells.rows() {
            for column in ["denominator", "related"] {
                let id = row.raw(column);
                if !id.is_empty() && !ids.contains(&id) {
                    let near = nearest(id, ids.iter().copied()).map(str::to_owned);
                    row.fault(column, Problem::NotInTable { text: short(id), table: "measures.csv".to_owned(), near });
                }
            }
            row.finish(None::<()>, &mut self.faults);
        }
    }

    pub(super) fn places(&mut self, cells: &Cells) {
        let mut seen = HashMap::new();
        let before = self.faults.len();
        for mut row in cells.rows() {
            let number = |text: &str| Unit::Count.parse(text);
            let found = (|| {
                let code = row.raw("code");
                let Some(code) = PlaceCode::from_iso(code) else {
                    row.fault("code", Problem::NotAPlace { text: short(code), near: None });
                    return None;
                };
                self.unique(&mut row, &mut seen, code.iso().to_owned(), "code");
                let key = row.required("key");
                if key != format!("{}0000000000", code.key()) {
                    let right = format!("{}0000000000", code.key());
                    row.fault("key", Problem::PlaceKey { text: short(&key), key: right });
                }
                let population_date = row.parse("population_date", Date::parse, Problem::Date)?;
                self.not_future(&mut row, "population_date", population_date);
                row.required("capital");
                row.parse("population", number, Problem::Amount)?;
                row.optional("municipalities", number, Problem::Amount);
                let col = row.optional("tile_col", number, Problem::Amount);
                let line = row.optional("tile_row", number, Problem::Amount);
                Some(Place {
                    code,
                    abbr: row.required("abbr"),
                    name_de: row.required("name_de"),
                    name_en: row.required("name_en"),
                    genitive_de: row.required("genitive_de"),
                    kind: row.name("kind", &["state", "city_state", "country"], PlaceKind::from_name)?,
                    tile: col.zip(line).map(|(col, line)| (col.steps() as u8, line.steps() as u8)),
                })
            })();
            self.data.places.extend(row.finish(found, &mut self.faults).map(Arc::new));
        }
        if self.faults.len() == before && !self.data.places.is_empty() {
            let absent = |code: &PlaceCode| self.data.place(*code).is_none();
            let codes: Vec<_> = PlaceCode::STATES.into_iter().chain([PlaceCode::De]).filter(absent).collect();
            for code in codes {
                let problem = Problem::MissingPlace(code.iso().to_owned());
                self.faults.push(Fault::of_file("places.csv", problem));
            }
        }
    }

    pub(super) fn areas(&mut self, cells: &Cells) {
        let mut seen = HashMap::new();
        for mut row in cells.rows() {
            let id = row.required("id");
            self.unique(&mut row, &mut seen, id.clone(), "id");
            let found = Area { id, name_de: row.required("name_de"), name_en: row.required("name_en"), parts: 1 };
            row.required("description_de");
            row.required("description_en");
            self.data.areas.extend(row.finish(Some(found), &mut self.faults).map(Arc::new));
        }
    }

    pub(super) fn sources(&mut self, cells: &Cells) {
        let mut seen = HashMap::new();
        for mut row in cells.rows() {
            let found = (|| {
                let id = row.required("id");
                self.unique(&mut row, &mut seen, id.clone(), "id");
                let url = row.text("url");
                if !url.is_empty() && (!url.starts_with("https://") || url.contains([' ', '"', '<', '>'])) {
                    row.fault("url", Problem::NotHttps(short(&url)));
                }
                let published = row.parse("published", PartialDate::parse, Problem::PartialDate)?;
                if let Some(span) = published.span() {
                    self.not_future(&mut row, "published", span.from());
                }
                let kinds = SourceKind::ALL.map(SourceKind::name);
                row.required("licence");
                row.text("note");
                Some(Source {
                    id,
                    publisher: row.required("publisher"),
                    short: row.text("short"),
                    title: row.required("title"),
                    url,
                    published,
                    kind: row.name("kind", &kinds, SourceKind::from_name)?,
                })
            })();
            self.data.sources.extend(row.finish(found, &mut self.faults).map(Arc::new));
        }
    }
}
