//! Writes new figures into the files of a package: rows with their source, measure and change of method.

use super::ImportError;
use super::catalogue::Catalogue;
use super::options::Options;
use super::tally::{Counts, Tally};
use crate::data::check::Rule;
use crate::data::package::{ACCEPTANCES, COUNTED, Files, SERVICES, TABLES};
use crate::data::{Dataset, Date, Link, OWN_COUNTS, PlaceCode, Reason};
use crate::question::Lang;
use crate::words;
use std::collections::HashMap;

/// The id of the source of an own count.
pub(super) fn source_id(date: Date, is_invented: bool) -> String {
    let [official, invented] = OWN_COUNTS;
    format!("{}{date}", if is_invented { invented } else { official })
}

/// The measure that nobody had published before, as a row of `measures.csv`.
pub(super) const LEIKA_ANY: [&str; 15] = [
    "leika-land-any",
    "leika-any",
    "count",
    "Einzelleistungen (LeiKa), in mindestens einer Kommune des Landes online",
    "Single services (LeiKa) online in at least one municipality of the state",
    "Einzelleistungen (LeiKa) in mindestens einer Kommune",
    "single services (LeiKa) in at least one municipality",
    "Zahl der einzelnen Verwaltungsleistungen (LeiKa-Einträge), für die es irgendwo im Land mindestens einen Onlinedienst gibt; bundesweit verfügbare zählen mit. Ausgezählt aus den offenen Daten des Dashboards Digitale Verwaltung.",
    "Number of single administrative services (LeiKa entries) with at least one online service anywhere in the state; nationwide ones are included. Counted from the open data of the Dashboard Digitale Verwaltung.",
    "leika-catalogue-size",
    "state",
    "false",
    "",
    "",
    "",
];

/// The files of a package while new figures are written.
pub(super) struct Changed<'a> {
    /// The package before.
    pub data: &'a Dataset,
    /// What to import, and how.
    pub options: &'a Options,
    /// The catalogue: an area of which it has nothing gets no figures.
    pub catalogue: &'a Catalogue,
    /// The figures are invented: source and, beside real figures, label say so.
    pub is_invented: bool,
    /// The files, changed so far.
    pub files: Files,
}

impl Changed<'_> {
    /// Appends the figures with their source, measures and changes of method: numbers of new and of superseded ones.
    pub(super) fn write(&mut self, counts: &Counts, tally: &Tally) -> Result<(usize, usize), ImportError> {
        let (date, today) = (self.options.date.to_string(), self.options.today.to_string());
        let source = source_id(self.options.date, self.is_invented);
        let [label, label_en] = self.labels();
        let mut known: HashMap<_, _> = (self.data.known(None).all())
            .filter(|o| o.source.id == source)
            .map(|o| ((o.measure.id.as_str(), o.place.code, o.area.as_ref().map(|area| area.id.as_str())), o.clone()))
            .collect();
        let areas: Vec<Option<usize>> = [None]
            .into_iter()
            .chain((0..self.data.areas.len()).filter(|area| self.catalogue.knows(*area)).map(Some))
            .collect();
        let (mut rows, mut replaced) = (Vec::new(), Vec::new());
        for (index, measure) in COUNTED.into_iter().enumerate() {
            for (state, code) in PlaceCode::STATES.into_iter().enumerate().filter(|(state, _)| tally.has_state(*state))
            {
                for area in &areas {
                    let area_id = area.and_then(|area| self.data.areas.get(area)).map(|area| area.id.as_str());
                    let value = counts.get(*area, state, index);
                    if let Some(o) = known.remove(&(measure, code, area_id)) {
                        if o.value.amount().steps() == value {
                            continue;
                        }
                        replaced.push(o);
                    }
                    let value = value.to_string();
                    let cells = [
                        measure,
                        code.iso(),
                        area_id.unwrap_or("all"),
                        &date,
                        &date,
                        &label,
                        &label_en,
                        &value,
                        "",
                        "exact",
                        "",
                        &source,
                        &today,
                    ];
                    rows.push(cells.map(str::to_owned).to_vec());
                }
            }
        }
        // What this export no longer gives is withdrawn, not left beside it.
        replaced.extend(known.into_values().filter(|o| COUNTED.contains(&o.measure.id.as_str())));
        if replaced.iter().any(|o| o.recorded == self.options.today) {
            return Err(ImportError::SameDay(replaced.len()));
        }
        match self.options.supersede {
            Some(reason) => self.supersede(&replaced, &today, reason),
            None if !replaced.is_empty() => return Err(ImportError::Existing(replaced.len())),
            None => {}
        }
        if rows.is_empty() {
            return Ok((0, replaced.len()));
        }
        self.source(&source, tally);
        self.measures();
        self.breaks(&source, &date);
        let added = rows.len();
        self.append("observations.csv", TABLES[4].1, rows);
        Ok((added, replaced.len()))
    }

    /// The wording of the date. Beside real figures it says that this one is invented; in a package without them the measures do.
    fn labels(&self) -> [String; 2] {
        let [de, en] = [Lang::De, Lang::En].map(|lang| words::day(self.options.date, lang));
        match self.is_invented && holds_real_figures(self.data) {
            true => [format!("{de} (erfunden)"), format!("{en} (invented)")],
            false => [de, String::new()],
        }
    }

    /// Writes down that warnings were accepted: of which rule, about which source, how many.
    pub(super) fn accept(&mut self, extents: &[((Rule, String), usize)]) {
        write_acceptances(&mut self.files, extents, self.options.today, &self.options.reason);
    }

    /// Marks rows as superseded.
    fn supersede(&mut self, replaced: &[Link<crate::data::Observation>], today: &str, reason: Reason) {
        let keys: Vec<[String; 5]> = (replaced.iter())
            .map(|o| {
                let area = o.area.as_ref().map_or("all", |area| area.id.as_str());
                [&o.measure.id, o.place.code.iso(), area, &o.source.id, &o.recorded.to_string()].map(str::to_owned)
            })
            .collect();
        self.edit("observations.csv", |header, record| {
            let at = |column: &str| header.iter().position(|name| name == column);
            let cell = |column: &str| at(column).and_then(|at| record.get(at)).cloned().unwrap_or_default();
            let key = ["measure", "place", "area", "source", "recorded"].map(cell);
            if keys.contains(&key) {
                for (column, text) in [("superseded", today), ("reason", reason.name())] {
                    if let Some(slot) = at(column).and_then(|at| record.get_mut(at)) {
                        text.clone_into(slot);
                    }
                }
            }
        });
    }

    fn source(&mut self, id: &str, tally: &Tally) {
        if self.data.sources.iter().any(|source| source.id == id) {
            return;
        }
        let day = words::day(self.options.date, Lang::De);
        let (publisher, title, url, note) = if self.is_invented {
            ("Beispieldaten, frei erfunden", format!("Erfundener Export vom {day}"), "", String::new())
        } else {
            (
                "Dashboard Digitale Verwaltung, eigene Auszählung",
                format!("Offene Daten (PVOG), Export vom {day}"),
                "https://dashboard.digitale-verwaltung.de",
                format!("{} Zeilen, davon {} gezählt", tally.rows, tally.counted),
            )
        };
        let cells =
            [id, publisher, "", &title, url, &self.options.date.to_string(), "official", "nicht angegeben", &note];
        let columns: Vec<&str> = TABLES[3].1.iter().copied().chain(["note"]).collect();
        self.append("sources.csv", &columns, vec![cells.map(str::to_owned).to_vec()]);
    }

    /// The measure that nobody had published before.
    fn measures(&mut self) {
        if self.data.measure("leika-land-any").is_some() {
            return;
        }
        self.append("measures.csv", TABLES[0].1, vec![LEIKA_ANY.map(str::to_owned).to_vec()]);
    }

    /// The first own count is another method than what others published: no growth is computed across it.
    fn breaks(&mut self, source: &str, date: &str) {
        let mut rows = Vec::new();
        for measure in COUNTED.into_iter().filter_map(|id| self.data.measure(id)) {
            let is_first = !self.data.known(None).figures(measure).any(|o| o.source.is_own_count());
            let others = self.data.known(None).figures(measure).next().is_some();
            if is_first && others {
                let de = "Ab hier eigene Auszählung der offenen Daten des Dashboards Digitale Verwaltung; davor veröffentlichte Zahlen anderer.";
                let en = "From here on counted by this site from the open data of the Dashboard Digitale Verwaltung; before, figures published by others.";
                rows.push([&measure.id, date, de, en, source].map(str::to_owned).to_vec());
            }
        }
        if !rows.is_empty() {
            self.append("breaks.csv", TABLES[6].1, rows);
        }
    }

    fn append(&mut self, file: &str, columns: &[&str], rows: Vec<Vec<String>>) {
        append(&mut self.files, file, columns, rows);
    }

    /// Rewrites a table record by record.
    fn edit(&mut self, file: &str, change: impl Fn(&[String], &mut Vec<String>)) {
        let Some(bytes) = self.files.get(file) else { return };
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes.as_slice());
        let mut writer = csv::Writer::from_writer(Vec::new());
        let mut header: Vec<String> = Vec::new();
        for record in reader.records().filter_map(Result::ok) {
            let mut record: Vec<String> = record.iter().map(str::to_owned).collect();
            if header.is_empty() {
                header.clone_from(&record);
            } else {
                change(&header, &mut record);
            }
            let _ = writer.write_record(record); // into memory: it does not fail
        }
        self.files.insert(file.to_owned(), writer.into_inner().unwrap_or_default());
    }
}

/// Whether a package holds figures that somebody has published.
pub(super) fn holds_real_figures(data: &Dataset) -> bool {
    data.observations.iter().any(|o| !o.source.is_invented())
}

/// Appends rows; their cells are in the order of `columns`, the table has its own.
fn append(files: &mut Files, file: &str, columns: &[&str], rows: Vec<Vec<String>>) {
    let bytes = files.entry(file.to_owned()).or_default();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes.as_slice());
    let header: Vec<String> = (reader.records().next().and_then(Result::ok))
        .map(|record| record.iter().map(|name| name.trim_start_matches('\u{FEFF}').to_owned()).collect())
        .unwrap_or_default();
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        let cell = |name: &String| columns.iter().position(|column| column == name).and_then(|at| row.get(at));
        let record: Vec<&str> = header.iter().map(|name| cell(name).map_or("", String::as_str)).collect();
        let _ = writer.write_record(record); // into memory: it does not fail
    }
    if !bytes.ends_with(b"\n") {
        bytes.push(b'\n');
    }
    bytes.extend(writer.into_inner().unwrap_or_default());
}

/// Appends acceptances to a package: of which rule, about which source, how many more than before; the first one makes their table.
pub fn write_acceptances(files: &mut Files, extents: &[((Rule, String), usize)], today: Date, reason: &[String; 2]) {
    if extents.is_empty() {
        return;
    }
    let ((file, columns), today, [de, en]) = (ACCEPTANCES, today.to_string(), reason);
    let row = |((rule, source), rows): &((Rule, String), usize)| {
        [&today, &rule.code(), source, &rows.to_string(), de, en].map(|cell| cell.to_owned()).to_vec()
    };
    let rows = extents.iter().map(row).collect();
    files.entry(file.to_owned()).or_insert_with(|| format!("{}\n", columns.join(",")).into_bytes());
    append(files, file, columns, rows);
    describe(
        files,
        ACCEPTANCES,
        "Warnings of the checks that the operator has accepted: the day, the code of the rule, the source of the figures, how many, and why.",
    );
}

/// Names the list of services in the descriptor.
pub(super) fn describe_services(files: &mut Files) {
    describe(
        files,
        SERVICES,
        "Services that are online, by bundle and state: the list behind the newest counts. A nationwide service stands once, under DE.",
    );
}

/// Names a table in the descriptor, with the type of each column; one that stands there with other columns is replaced.
fn describe(files: &mut Files, (file, columns): (&str, &[&str]), description: &str) {
    let Some(bytes) = files.get("datapackage.json") else { return };
    let Ok(mut json) = serde_json::from_slice::<serde_json::Value>(bytes) else { return };
    let Some(resources) = json.get_mut("resources").and_then(|list| list.as_array_mut()) else { return };
    let kind = |name: &str| match name {
        "date" | "recorded" => "date",
        "rows" => "integer",
        _ => "string",
    };
    let fields: Vec<_> = columns.iter().map(|name| serde_json::json!({ "name": name, "type": kind(name) })).collect();
    let own = serde_json::json!({
        "name": file.trim_end_matches(".csv"),
        "path": file,
        "type": "table",
        "description": description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": { "$schema": "https://datapackage.org/profiles/2.0/tableschema.json", "fields": fields },
    });
    let found = resources.iter_mut().find(|one| one.get("path").and_then(|path| path.as_str()) == Some(file));
    match found {
        Some(one) if *one == own => return,
        Some(one) => *one = own,
        None => resources.push(own),
    }
    files.insert("datapackage.json".into(), format!("{json:#}\n").into_bytes());
}
