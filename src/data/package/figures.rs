//! Rows of figures, events, changes of method and targets.

use super::Reader;
use crate::data::check::{Cells, Problem, Row};
use crate::data::{Break, Date, Event, Observation, Qualifier, Reason, Target, Value};
use std::collections::HashMap;
use std::sync::Arc;

impl Reader {
    pub(super) fn observations(&mut self, cells: &Cells) {
        let mut seen = HashMap::new();
        for mut row in cells.rows() {
            let found = self.observation(&mut row);
            if found.is_some() {
                let key =
                    ["measure", "place", "area", "from", "to", "source", "recorded"].map(|c| row.raw(c)).join("\u{1F}");
                self.unique(&mut row, &mut seen, key, "measure");
            }
            let number = row.number();
            if let Some(found) = row.finish(found, &mut self.faults) {
                self.rows.push(number);
                self.data.observations.push(Arc::new(found));
            }
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
        let amount = row.parse("value", |text| unit.parse(text), Problem::Amount);
        let upper = row.optional("upper", |text| unit.parse(text), Problem::Amount);
        let names = Qualifier::ALL.map(Qualifier::name);
        let qualifier = row.name("qualifier", &names, Qualifier::from_name);
        let (amount, qualifier) = (amount?, qualifier?);
        if upper.is_none() && !row.raw("upper").is_empty() {
            return None;
        }
        let value = match Value::new(amount, upper, qualifier) {
            Ok(value) => value,
            Err(error) => {
                row.fault("upper", Problem::Bounds(error));
                return None;
            }
        };
        let source = Self::reference(row, "source", &self.data.sources, |s| &s.id, "sources.csv")?;
        let recorded = row.parse("recorded", Date::parse, Problem::Date)?;
        self.not_future(row, "recorded", recorded);
        let due = row.optional("due", Date::parse, Problem::Date);
        if due.is_some() && !measure.target {
            row.fault("due", Problem::DueOfCount(measure.id.clone()));
        }
        if due.is_some_and(|due| due < span.from()) {
            row.fault("due", Problem::DueBefore);
        }
        Some(Observation {
            superseded: self.superseded(row, recorded),
            label: row.required("label").into(),
            label_en: row.text("label_en").into(),
            due,
            note_de: row.text("note_de").into(),
            note_en: row.text("note_en").into(),
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
                let day = row.parse("superseded", Date::parse, Problem::Date)?;
                let names = ["correction", "real", "method", "unknown"];
                let reason = row.name("reason", &names, Reason::from_name)?;
                self.not_future(row, "superseded", day);
                if day < recorded {
                    row.fault("superseded", Problem::SupersededEarly { superseded: day, recorded });
                }
                Some((day, reason))
            }
            (_, missing) => {
                let column = if missing { "reason" } else { "superseded" };
                row.fault(column, Problem::SupersededAlone);
                None
            }
        }
    }

    pub(super) fn events(&mut self, cells: &Cells) {
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
            self.data.events.extend(row.finish(found, &mut self.faults).map(Arc::new));
        }
    }

    pub(super) fn breaks(&mut self, cells: &Cells) {
        for mut row in cells.rows() {
            let found = (|| {
                Some(Break {
                    measure: Self::reference(&mut row, "measure", &self.data.measures, |m| &m.id, "measures.csv")?,
                    date: row.parse("date", Date::parse, Problem::Date)?,
                    what_de: row.required("what_de"),
                    what_en: row.required("what_en"),
                    source: Self::reference(&mut row, "source", &self.data.sources, |s| &s.id, "sources.csv")?,
                })
            })();
            self.data.breaks.extend(row.finish(found, &mut self.faults).map(Arc::new));
        }
    }

    pub(super) fn targets(&mut self, cells: &Cells) {
        let mut seen = HashMap::new();
        for mut row in cells.rows() {
            let found = (|| {
                let id = row.required("id");
                self.unique(&mut row, &mut seen, id.clone(), "id");
                let measures = &self.data.measures;
                let mut measure = |column| match row.raw(column) {
                    "" => Some(None),
                    _ => Self::reference(&mut row, column, measures, |m| &m.id, "measures.csv").map(Some),
                };
                let (target, counted) = (measure("target")?, measure("counted")?);
                Some(Target {
                    id,
                    place: self.place(&mut row)?.code,
                    title_de: row.required("title_de"),
                    title_en: row.required("title_en"),
                    by_de: row.required("by_de"),
                    by_en: row.required("by_en"),
                    span: Self::span(&mut row)?,
                    due: row.optional("due", Date::parse, Problem::Date),
                    target,
                    counted,
                    source: Self::reference(&mut row, "source", &self.data.sources, |s| &s.id, "sources.csv")?,
                })
            })();
            self.data.targets.extend(row.finish(found, &mut self.faults).map(Arc::new));
        }
    }
}
