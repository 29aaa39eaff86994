//! What is wrong with an export.

use crate::data::check::{Fault, Rule};
use std::collections::BTreeMap;

/// Most faults of a rule that are kept; the others are counted.
const KEPT: usize = 100;

/// What is wrong with an export.
#[derive(Debug, Default)]
pub struct Findings {
    /// Of each rule the first hundred faults and the first hundred warnings.
    pub faults: Vec<Fault>,
    /// All of them by rule; warnings apart.
    pub counts: BTreeMap<(Rule, bool), usize>,
    /// Whether a whole file is wrong, so that leaving out rows does not help.
    pub is_file_broken: bool,
}

impl Findings {
    /// Notes a fault of a whole file: nobody knows what it would have held.
    pub fn of_file(&mut self, fault: Fault) {
        self.is_file_broken = true;
        // It is the cause of what else is wrong: it comes first, however many there are.
        *self.counts.entry((fault.rule(), false)).or_default() += 1;
        self.faults.insert(0, fault);
    }

    /// Notes a fault or a warning of a row.
    pub fn of_row(&mut self, fault: Fault) {
        let count = self.counts.entry((fault.rule(), fault.problem.is_warning())).or_default();
        *count += 1;
        if *count <= KEPT {
            self.faults.push(fault);
        }
    }

    /// Number of faults that are no warnings.
    pub fn errors(&self) -> usize {
        self.counts.iter().filter(|((_, warning), _)| !warning).map(|(_, count)| count).sum()
    }

    /// Number of warnings.
    pub fn warnings(&self) -> usize {
        self.total() - self.errors()
    }

    /// Number of all.
    pub fn total(&self) -> usize {
        self.counts.values().sum()
    }

    /// Adds what was found in another file.
    pub fn join(&mut self, other: Self) {
        for (key, count) in other.counts {
            *self.counts.entry(key).or_default() += count;
        }
        let mut kept: BTreeMap<(Rule, bool), usize> = BTreeMap::new();
        self.faults.extend(other.faults);
        self.faults.retain(|fault| {
            let count = kept.entry((fault.rule(), fault.problem.is_warning())).or_default();
            *count += 1;
            *count <= KEPT
        });
        self.is_file_broken |= other.is_file_broken;
    }
}
