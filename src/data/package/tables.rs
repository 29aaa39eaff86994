//! Rows of the tables beside the figures: measures, places, service areas, sources.

use super::Reader;
use crate::data::check::{Acceptance, Cells, Fault, Problem, Row, Rule, nearest, not_a_name, short};
use crate::data::{Area, Date, Measure, PartialDate, Per, Place, PlaceCode, PlaceKind, Source, SourceKind, Unit};
use std::collections::HashMap;
use std::sync::Arc;

/// Columns and rows of the tile map, at most.
const MOST_TILES: u8 = 12;
/// Words that mean something else where ids of service areas stand in addresses and tables.
const RESERVED: [&str; 1] = ["all"];

/// Keys with the row in which each stands first.
type Seen = HashMap<String, usize>;

/// Whether an id can be part of an address: small letters, digits and single hyphens, at most 60.
fn is_slug(id: &str) -> bool {
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    id.len() <= 60 && id.split('-').all(plain) && !RESERVED.contains(&id)
}

/// Whether a text is an area in square kilometres, with at most two decimals.
fn square_kilometres(text: &str) -> Result<(), ()> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_area = digits(whole) && digits(decimals) && whole.len() <= 7 && decimals.len() <= 2;
    if is_area { Ok(()) } else { Err(()) }
}

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
        let (mut seen, mut names, mut tiles) = (HashMap::new(), HashMap::new(), HashMap::new());
        let before = self.faults.len();
        for mut row in cells.rows() {
            let found = self.place_of(&mut row, &mut seen, &mut names);
            if let Some((tile, place)) = found.as_ref().and_then(|place| Some((place.tile?, place)))
                && place.kind != PlaceKind::Country
                && let Some(first) = tiles.insert(tile, row.number())
            {
                row.fault("tile_col", Problem::SameTile(first));
            }
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

    fn place_of(&self, row: &mut Row<'_>, seen: &mut Seen, names: &mut Seen) -> Option<Place> {
        let number = |text: &str| Unit::Count.parse(text);
        let code = row.raw("code");
        let Some(code) = PlaceCode::from_iso(code) else {
            row.fault("code", Problem::NotAPlace { text: short(code), near: None });
            return None;
        };
        self.unique(row, seen, code.iso().to_owned(), "code");
        let key = row.required("key");
        if key != format!("{}0000000000", code.key()) {
            let right = format!("{}0000000000", code.key());
            row.fault("key", Problem::PlaceKey { text: short(&key), key: right });
        }
        for column in ["abbr", "name_de"] {
            let name = row.required(column);
            self.unique(row, names, format!("{column} {name}"), column);
        }
        let population_date = row.parse("population_date", Date::parse, Problem::Date)?;
        self.not_future(row, "population_date", population_date);
        row.required("capital");
        if row.parse("population", number, Problem::Amount)?.steps() == 0 {
            row.fault("population", Problem::NoPeople);
        }
        row.optional("area_km2", square_kilometres, |text, ()| Problem::SquareKilometres(text));
        row.optional("municipalities", number, Problem::Amount);
        let kinds = ["state", "city_state", "country"];
        let kind = row.name("kind", &kinds, PlaceKind::from_name)?;
        if (kind == PlaceKind::Country) != (code == PlaceCode::De) {
            row.fault(
                "kind",
                not_a_name(kind.name(), if code == PlaceCode::De { &["country"] } else { &["state", "city_state"] }),
            );
        }
        let tile = match code {
            PlaceCode::De => None,
            _ => Some((Self::tile(row, "tile_col")?, Self::tile(row, "tile_row")?)),
        };
        Some(Place {
            code,
            abbr: row.raw("abbr").to_owned(),
            name_de: row.raw("name_de").to_owned(),
            name_en: row.required("name_en"),
            genitive_de: row.required("genitive_de"),
            kind,
            tile,
        })
    }

    /// A column or a row of the tile map.
    fn tile(row: &mut Row<'_>, column: &str) -> Option<u8> {
        let text = row.raw(column);
        let found = text.parse::<u8>().ok().filter(|at| (1..=MOST_TILES).contains(at) && at.to_string() == text);
        if found.is_none() {
            row.fault(column, Problem::Tile(short(text)));
        }
        found
    }

    pub(super) fn areas(&mut self, cells: &Cells) {
        let (mut seen, mut names) = (HashMap::new(), HashMap::new());
        for mut row in cells.rows() {
            let id = row.required("id");
            if !id.is_empty() && !is_slug(&id) {
                row.fault("id", Problem::NotASlug(short(&id)));
            }
            self.unique(&mut row, &mut seen, id.clone(), "id");
            for column in ["name_de", "name_en"] {
                let name = row.required(column);
                self.unique(&mut row, &mut names, format!("{column} {name}"), column);
            }
            let [name_de, name_en] = ["name_de", "name_en"].map(|column| row.raw(column).to_owned());
            let found = Area { id, name_de, name_en, parts: 1 };
            row.required("description_de");
            row.required("description_en");
            self.data.areas.extend(row.finish(Some(found), &mut self.faults).map(Arc::new));
        }
    }

    pub(super) fn acceptances(&mut self, cells: &Cells) {
        for mut row in cells.rows() {
            let found = (|| {
                let recorded = row.parse("recorded", Date::parse, Problem::Date)?;
                self.not_future(&mut row, "recorded", recorded);
                let codes = Rule::ALL.map(Rule::code);
                let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
                let rule = row.name("code", &codes, Rule::from_code)?;
                let source = row.raw("source").to_owned();
                if !source.is_empty() {
                    Self::reference(&mut row, "source", &self.data.sources, |s| &s.id, "sources.csv")?;
                }
                let rows = row.parse("rows", |text| Unit::Count.parse(text), Problem::Amount)?.steps() as usize;
                let reason = ["reason_de", "reason_en"].map(|column| row.required(column));
                Some(Acceptance { recorded, rule, source, rows, reason })
            })();
            self.acceptances.extend(row.finish(found, &mut self.faults));
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
