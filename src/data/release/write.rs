//! Writes a release (native only: readers never do).

use super::{COLUMNS, Release, ReleaseError, SCHEMA};
use crate::data::{Area, Break, Dataset, Event, Measure, Place, Qualifier, Reason, Source};

/// The code of an entry, which is added where it is new.
fn code<T: PartialEq>(list: &mut Vec<T>, entry: T) -> usize {
    list.iter().position(|known| *known == entry).unwrap_or_else(|| {
        list.push(entry);
        list.len() - 1
    })
}

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
                source(e.source).to_string(),
            ]
        };
        let change = |b: &Break| {
            let (measure, source) = (measure(b.measure).to_string(), source(b.source).to_string());
            vec![measure, b.date.to_string(), b.what_de.clone(), b.what_en.clone(), source]
        };
        let mut release = Self {
            schema: SCHEMA,
            version: data.version().map(|day| day.to_string()).unwrap_or_default(),
            measures: data.measures.iter().map(|m| measure_row(m)).collect(),
            places: data.places.iter().map(|p| place_row(p)).collect(),
            areas: data.areas.iter().map(|a| area_row(a)).collect(),
            sources: data.sources.iter().map(|s| source_row(s)).collect(),
            events: data.events.iter().map(|e| event(e)).collect(),
            breaks: data.breaks.iter().map(|b| change(b)).collect(),
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
                measure(o.measure),
                data.places.iter().position(|p| p.code == o.place.code).unwrap_or_default(),
                area.map_or(0, |index| index + 1),
            ];
            let label = code(&mut release.labels, o.label.to_string());
            let note = code(&mut release.notes, vec![o.note_de.to_string(), o.note_en.to_string()]);
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
                number(source(o.source)),
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

/// The schema of a file that cannot be read otherwise, where it is newer.
fn newer_schema(text: &str) -> Option<u32> {
    let digits = text.split("\"schema\":").nth(1)?.trim_start();
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    digits.get(..end)?.parse().ok().filter(|schema| *schema > SCHEMA)
}

fn measure_row(m: &Measure) -> Vec<String> {
    let (unit, per, target) = (m.unit.name().to_owned(), m.per.name().to_owned(), m.target.to_string());
    let cells = [&m.id, &m.family, &unit, &m.name_de, &m.name_en, &m.short_de, &m.short_en, &m.definition_de];
    cells.into_iter().chain([&m.definition_en, &m.denominator, &per, &target]).cloned().collect()
}

fn place_row(p: &Place) -> Vec<String> {
    let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    let (column, line) = (p.tile.map(|(column, _)| u32::from(column)), p.tile.map(|(_, line)| u32::from(line)));
    let texts = [p.code.iso(), &p.key, &p.abbr, &p.name_de, &p.name_en, &p.genitive_de, p.kind.name(), &p.capital];
    let mut cells = texts.map(str::to_owned).to_vec();
    cells.extend([p.population.to_string(), p.population_date.to_string()]);
    cells.extend([p.municipalities, column, line].map(number));
    cells
}

fn area_row(a: &Area) -> Vec<String> {
    [&a.id, &a.name_de, &a.name_en, &a.description_de, &a.description_en].map(String::clone).to_vec()
}

fn source_row(s: &Source) -> Vec<String> {
    let (published, kind) = (s.published.as_str().to_owned(), s.kind.name().to_owned());
    [&s.id, &s.publisher, &s.title, &s.url, &published, &kind, &s.licence, &s.note].map(String::clone).to_vec()
}
