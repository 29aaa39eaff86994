//! The list of services (`services.csv`): its cells, and that it gives the figures of its day.

use super::{Cells, Fault, Problem, Row, check_text, digits, nearest, not_a_name, short};
use crate::data::columns::{COUNTED, COVERAGES, SERVICES};
use crate::data::{Dataset, Date, Link, Observation, PlaceCode};
use std::collections::{HashMap, HashSet};

/// Most rows of the list.
const MOST_ROWS: usize = 1_000_000;

/// One entry, as far as it counts.
struct Entry {
    place: PlaceCode,
    area: Option<usize>,
    bundle: Option<u32>,
    leika: u64,
    is_wide: bool,
    day: Date,
}

fn entry(row: &mut Row<'_>, data: &Dataset) -> Option<Entry> {
    let text = row.raw("place");
    let Some(place) = PlaceCode::from_iso(text) else {
        row.fault("place", Problem::NotAPlace { text: short(text), near: None });
        return None;
    };
    let text = row.raw("area");
    let area = data.areas.iter().position(|area| area.id == text);
    if area.is_none() && !text.is_empty() {
        let near = nearest(text, data.areas.iter().map(|area| area.id.as_str())).map(str::to_owned);
        row.fault("area", Problem::NotAnArea(short(text), near));
    }
    let text = row.raw("ozg_id");
    let bundle = digits(text, 5).and_then(|number| u32::try_from(number).ok());
    if bundle.is_none() && !text.is_empty() {
        row.fault("ozg_id", Problem::OzgId(short(text)));
    }
    row.text("ozg_name");
    let text = row.raw("leika_key");
    let leika = digits(text, 14);
    if leika.is_none() {
        row.fault("leika_key", Problem::LeikaKey(short(text)));
    }
    row.text("leika_name");
    let text = row.raw("coverage");
    if !COVERAGES.contains(&text) {
        row.fault("coverage", not_a_name(text, &COVERAGES));
    } else if (text == "nationwide") != (place == PlaceCode::De) {
        row.fault("coverage", Problem::NotNationwide);
    }
    let url = row.raw("url");
    let is_link = ["https://", "http://"].iter().any(|scheme| url.starts_with(scheme));
    if !url.is_empty() && !is_link {
        row.fault("url", Problem::NotALink(short(url)));
    } else if let Some(problem) = check_text(url) {
        row.fault("url", problem);
    }
    let day = row.parse("date", Date::parse, Problem::Date)?;
    Some(Entry { place, area, bundle, leika: leika?, is_wide: matches!(text, "nationwide" | "statewide"), day })
}

/// Day of the export that a list is of: that of its first row.
pub fn day_of_list(bytes: &[u8]) -> Option<Date> {
    let mut reader = csv::Reader::from_reader(bytes);
    let position = reader.headers().ok()?.iter().position(|name| name == "date")?;
    let record = reader.records().next()?.ok()?;
    Date::parse(record.get(position)?).ok()
}

/// What the entries give: for each measure, state and area (none: all together) the distinct services or bundles.
#[derive(Default)]
struct Listed {
    /// What was counted with its key, packed into a number: a long list stays small.
    seen: HashSet<u64>,
    /// By measure, state and area; 0 is all areas together.
    counts: HashMap<[usize; 3], u32>,
}

impl Listed {
    fn add(&mut self, entry: &Entry) {
        let states = match PlaceCode::STATES.iter().position(|code| *code == entry.place) {
            Some(state) => state..state + 1,
            None => 0..PlaceCode::STATES.len(),
        };
        let keys = [entry.bundle.map(u64::from), Some(entry.leika)];
        for (kind, key) in keys.into_iter().enumerate().filter_map(|(kind, key)| Some((kind, key?))) {
            for measure in [2 * kind, 2 * kind + 1].into_iter().filter(|measure| entry.is_wide || measure % 2 == 1) {
                for state in states.clone() {
                    for area in [Some(0), entry.area.map(|area| area + 1)].into_iter().flatten() {
                        // A key has at most 14 digits: 47 bits.
                        let packed = key << 16 | (measure << 14 | state << 8 | area) as u64;
                        if self.seen.insert(packed) {
                            *self.counts.entry([measure, state, area]).or_default() += 1;
                        }
                    }
                }
            }
        }
    }
}

/// Faults of the list of a package: of its cells by row and column, and where counting it does not give a figure of its day.
pub fn check_list(bytes: &[u8], data: &Dataset, today: Date, faults: &mut Vec<Fault>) {
    let (file, columns) = SERVICES;
    let before = faults.len();
    let mut listed = Listed::default();
    let mut keys: HashMap<(PlaceCode, Option<u32>, u64), usize> = HashMap::new();
    let mut day = None;
    Cells::each(file, bytes, (columns, MOST_ROWS), faults, |mut row, faults| {
        let found = entry(&mut row, data);
        let number = row.number();
        if let Some(entry) = &found {
            if let Some(first) = keys.insert((entry.place, entry.bundle, entry.leika), number) {
                row.fault("leika_key", Problem::DoubleKey(first));
            }
            let first = *day.get_or_insert(entry.day);
            if entry.day != first {
                let [day, first] = [entry.day, first].map(|day| day.to_string());
                row.fault("date", Problem::OtherDay { day, first });
            } else if entry.day > today {
                row.fault("date", Problem::Future { day: entry.day, today });
            }
        }
        if let Some(entry) = row.finish(found, faults) {
            listed.add(&entry);
        }
    });
    let Some(day) = day.filter(|_| faults.len() == before) else { return };
    compare(&listed, data, day, faults);
}

/// Compares with the figures of the day.
fn compare(listed: &Listed, data: &Dataset, day: Date, faults: &mut Vec<Fault>) {
    let own = |o: &&Link<Observation>| o.source.is_own_count() && o.span.to() == day;
    let mut compared = 0;
    for o in data.known(None).all().filter(own) {
        let measure = COUNTED.iter().position(|id| *id == o.measure.id);
        let state = PlaceCode::STATES.iter().position(|code| *code == o.place.code);
        let Some((measure, state)) = measure.zip(state) else { continue };
        compared += 1;
        let area = o.area.as_ref().and_then(|own| data.areas.iter().position(|area| area.id == own.id));
        let count = listed.counts.get(&[measure, state, area.map_or(0, |area| area + 1)]).copied().unwrap_or_default();
        if count != o.value.amount().steps() {
            let area = o.area.as_ref().map_or("all", |area| &area.id);
            let of = format!("{}, {}, {area}", o.measure.id, o.place.code.iso());
            let figure = o.value.amount().steps().to_string();
            let problem = Problem::ListDiffers { of, listed: count, figure };
            faults.push(Fault::of_file(SERVICES.0, problem).about(&o.source.id));
        }
    }
    if compared == 0 {
        faults.push(Fault::of_file(SERVICES.0, Problem::ListAlone(day)));
    }
}
