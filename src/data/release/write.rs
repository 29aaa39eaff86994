//! Writes a release (native only: readers never do).

use super::{COLUMNS, Column, Release, SCHEMA};
use crate::data::{Area, Break, Dataset, Event, Link, Measure, Observation, Place, Qualifier, Reason, Source};

/// The code of an entry, which is added where it is new.
fn position_of<T: PartialEq>(list: &mut Vec<T>, entry: T) -> usize {
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
            licence: data.licence.name().to_owned(),
            measures: data.measures.iter().map(|m| measure_row(m)).collect(),
            places: data.places.iter().map(|p| place_row(p)).collect(),
            areas: data.areas.iter().map(|a| area_row(a)).collect(),
            sources: data.sources.iter().map(|s| source_row(s)).collect(),
            events: data.events.iter().map(|e| event(e)).collect(),
            breaks: data.breaks.iter().map(|b| change(b)).collect(),
            labels: Vec::new(),
            notes: Vec::new(),
            observations: vec![Column::default(); COLUMNS.len()],
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
            let label = position_of(&mut release.labels, vec![o.label.to_string(), o.label_en.to_string()]);
            let note = position_of(&mut release.notes, vec![o.note_de.to_string(), o.note_en.to_string()]);
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
                o.due.map_or(0, |due| i64::from(due.days())),
                number(source(&o.source)),
                i64::from(o.recorded.days()),
                i64::from(superseded),
                number(reason),
                number(note),
            ];
            for (Column(column), cell) in release.observations.iter_mut().zip(cells) {
                column.push(cell);
            }
        }
        release
    }

    /// The release as a page loads it.
    pub fn to_bytes(&self) -> Vec<u8> {
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// The release as JSON.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The release with which a page begins: of the titles and addresses of sources, the wordings of dates, the remarks and the
    /// definitions only what these observations, the first that are shown, need; and only the events that are shown with them.
    pub fn first(mut self, shown: &[Link<Observation>], events: &[Link<Event>]) -> Self {
        self.events.retain(|row| row.first().is_some_and(|id| events.iter().any(|event| event.id == *id)));
        for measure in &mut self.measures {
            let is_needed = measure.first().is_some_and(|id| shown.iter().any(|o| o.measure.id == *id));
            let texts = measure.iter_mut().enumerate().filter(|(column, _)| [7, 8, 13, 14].contains(column));
            texts.filter(|_| !is_needed).for_each(|(_, text)| text.clear());
        }
        for source in &mut self.sources {
            let is_needed = source.first().is_some_and(|id| shown.iter().any(|o| o.source.id == *id));
            source.iter_mut().skip(3).take(if is_needed { 0 } else { 2 }).for_each(String::clear);
        }
        for label in &mut self.labels {
            let is_needed = shown.iter().any(|o| label.first().is_some_and(|de| *de == *o.label));
            label.iter_mut().take(if is_needed { 0 } else { 2 }).for_each(String::clear);
        }
        for note in &mut self.notes {
            let is_needed = shown.iter().any(|o| note.first().is_some_and(|de| *de == *o.note_de));
            if !is_needed {
                note.iter_mut().for_each(String::clear);
            }
        }
        self
    }

    /// The release as a page in one language loads it, `de` or `en`: the texts of the other language are empty.
    pub fn in_language(mut self, code: &str) -> Self {
        let others = |pair: [usize; 2]| if code == "de" { pair[1] } else { pair[0] };
        // Positions of the German and the English text in the rows of each table.
        type Table<'a> = (&'a mut Vec<Vec<String>>, &'a [[usize; 2]]);
        let tables: [Table<'_>; 7] = [
            (&mut self.measures, &[[3, 4], [5, 6], [7, 8], [13, 14]]),
            (&mut self.places, &[[2, 3]]),
            (&mut self.areas, &[[1, 2]]),
            (&mut self.events, &[[4, 5]]),
            (&mut self.breaks, &[[2, 3]]),
            (&mut self.labels, &[[0, 1]]),
            (&mut self.notes, &[[0, 1]]),
        ];
        for (rows, pairs) in tables {
            for row in rows {
                for pair in pairs {
                    if let Some(cell) = row.get_mut(others(*pair)) {
                        cell.clear();
                    }
                }
            }
        }
        self
    }
}

fn measure_row(m: &Measure) -> Vec<String> {
    let (unit, per, target) = (m.unit.name().to_owned(), m.per.name().to_owned(), m.target.to_string());
    let cells = [&m.id, &m.family, &unit, &m.name_de, &m.name_en, &m.short_de, &m.short_en, &m.definition_de];
    cells
        .into_iter()
        .chain([&m.definition_en, &m.denominator, &per, &target, &m.related, &m.note_de, &m.note_en])
        .cloned()
        .collect()
}

fn place_row(p: &Place) -> Vec<String> {
    let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    let (column, line) = (p.tile.map(|(column, _)| u32::from(column)), p.tile.map(|(_, line)| u32::from(line)));
    let texts = [p.code.iso(), &p.abbr, &p.name_de, &p.name_en, &p.genitive_de, p.kind.name()];
    let mut cells = texts.map(str::to_owned).to_vec();
    cells.extend([column, line].map(number));
    cells
}

fn area_row(a: &Area) -> Vec<String> {
    [&a.id, &a.name_de, &a.name_en].map(String::clone).to_vec()
}

fn source_row(s: &Source) -> Vec<String> {
    let (published, kind) = (s.published.as_str().to_owned(), s.kind.name().to_owned());
    [&s.id, &s.publisher, &s.short, &s.title, &s.url, &published, &kind].map(String::clone).to_vec()
}
