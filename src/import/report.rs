//! What an import did, for words.

use super::take_over::{List, Outcome};
use crate::words::command::import::{ListWords, Report, StepWords};

impl Outcome {
    /// The same for words.
    pub fn report(&self) -> Report {
        let tally = &self.tally;
        let mut uncounted: Vec<([&'static str; 2], u64)> =
            tally.uncounted.iter().map(|(why, count)| (why.words(), *count)).collect();
        uncounted.extend([
            (
                [
                    "gezählt, ohne OZG-ID (nur als Einzelleistung)",
                    "counted, without an OZG id (as a single service only)",
                ],
                tally.without_bundle,
            ),
            (["gezählt, ohne Themenfeld im Katalog", "counted, without an area in the catalogue"], tally.without_area),
            (["gezählt, ohne Internetadresse", "counted, without a web address"], tally.without_link),
            (
                ["OZG-Leistungen, die der Katalog nicht kennt", "OZG services that the catalogue does not know"],
                tally.unknown_bundles() as u64,
            ),
            (
                [
                    "Einzelleistungen in mehreren Themenfeldern des Katalogs (ohne OZG-ID in keinem)",
                    "single services in several areas of the catalogue (without an OZG id in none)",
                ],
                self.in_several_areas.len() as u64,
            ),
        ]);
        let steps = self.steps.iter().map(|step| StepWords {
            measure: step.measure,
            state: step.name.clone(),
            name: step.measure_name.clone(),
            old: step.value.zip(step.old_date.clone()),
            new: step.new,
        });
        Report {
            rows: [tally.rows + tally.left_out, tally.counted, tally.left_out],
            uncounted,
            steps: steps.collect(),
            figures: [self.added, self.superseded],
            accepted: self.accepted.iter().map(|((rule, _), rows)| (rule.code(), *rows)).collect(),
            doubts: self.doubts.clone(),
            examples: self.in_several_areas.iter().take(3).map(|key| format!("{key:014}")).collect(),
            list: match self.list {
                List::Written | List::None => ListWords::Fine,
                List::Newer(day) => ListWords::Newer(day),
                List::Other(day) => ListWords::Other(day),
            },
            is_changed: !self.files.is_empty(),
        }
    }
}
