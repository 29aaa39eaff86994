//! Warnings that an operator has accepted: they are written down once, in the package, and pass in every command.

use super::{Fault, Rule};
use crate::data::Date;
use std::collections::BTreeMap;

/// One row of `acceptances.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptance {
    /// Day on which it was accepted.
    pub recorded: Date,
    /// Rule of which the warnings pass.
    pub rule: Rule,
    /// Id of the source of the figures that they are about; empty for the tables beside the figures.
    pub source: String,
    /// So many of them more than before, and no more: rows of the export, figures, or figures that are missing.
    pub rows: usize,
    /// Why, in German and English.
    pub reason: [String; 2],
}

/// The extent of the warnings of each rule about each source.
pub fn extents<'a>(faults: impl Iterator<Item = &'a Fault>) -> BTreeMap<(Rule, String), usize> {
    let mut extents = BTreeMap::new();
    for fault in faults.filter(|fault| fault.problem.is_warning()) {
        *extents.entry((fault.rule(), fault.about.clone())).or_default() += fault.problem.extent();
    }
    extents
}

/// How many warnings of a rule about a source were accepted.
pub fn accepted(acceptances: &[Acceptance], rule: Rule, source: &str) -> usize {
    acceptances.iter().filter(|one| one.rule == rule && one.source == source).map(|one| one.rows).sum()
}

/// Parts faults into those that stop and warnings that were accepted. Where there is more to warn of than was accepted, nothing of
/// it passes.
pub fn settle(faults: Vec<Fault>, acceptances: &[Acceptance]) -> (Vec<Fault>, Vec<Fault>) {
    let extents = extents(faults.iter());
    let passes = |fault: &Fault| {
        let extent = extents.get(&(fault.rule(), fault.about.clone())).copied().unwrap_or_default();
        fault.problem.is_warning() && accepted(acceptances, fault.rule(), &fault.about) >= extent
    };
    faults.into_iter().partition(|fault| !passes(fault))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::check::Problem;

    #[test]
    fn no_more_passes_than_was_accepted() {
        let gaps = |count| {
            let problem = Problem::Gaps { of: String::new(), missing: String::new(), count };
            Fault::of_file("observations.csv", problem).about("pvog-2026-09-30")
        };
        let recorded = Date::parse("2026-11-01").unwrap();
        let reason = ["Bremen fehlt", "Bremen is missing"].map(str::to_owned);
        let source = "pvog-2026-09-30".to_owned();
        let accepted = [Acceptance { recorded, rule: Rule::Complete, source, rows: 60, reason }];
        let stops = |faults: Vec<Fault>| settle(faults, &accepted).0.len();
        assert_eq!(stops(vec![gaps(30), gaps(30)]), 0);
        assert_eq!(stops(vec![gaps(30), gaps(31)]), 2);
        assert_eq!(stops(vec![gaps(1).about("pvog-2026-10-31")]), 1);
        assert_eq!(stops(vec![Fault::of_file("observations.csv", Problem::NoRows).about("pvog-2026-09-30")]), 1);
    }
}
