//! From files of the export to new figures in a package.

use super::ImportError;
use super::catalogue::Catalogue;
use super::change::{Steps, steps};
use super::export::{Context, Findings, read_export};
use super::figures::{Changed, SOURCE, describe_services};
use super::input::expand;
use super::options::Options;
use super::services::services_csv;
use super::store::{lock, package_files, replace_package};
use super::tally::Tally;
use crate::data::PlaceCode;
use crate::data::check::{Fault, Problem, Rule, against};
use crate::data::package::{Files, ReadPackage, read_rows};
use crate::words::command::import::{Report, StepWords};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

/// From this share of counted rows on, in percent, a catalogue that does not know them is doubted.
const MOST_UNCATALOGUED: u64 = 10;

/// What an import did.
#[derive(Debug)]
pub struct Outcome {
    /// What was read.
    pub tally: Tally,
    /// What changes, by measure and state.
    pub steps: Steps,
    /// Warnings that were accepted, and faults that were left out.
    pub findings: Findings,
    /// Number of new figures; 0 where the package had them all.
    pub added: usize,
    /// Number of figures that were superseded.
    pub superseded: usize,
    /// The changed files of the package.
    pub files: Files,
}

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
            warnings: self.findings.counts.iter().filter(|((_, warning), _)| *warning).map(|(_, count)| count).sum(),
        }
    }
}

/// Imports into the package on the disk. `done` grows by the bytes read.
pub fn import(options: &Options, done: Arc<AtomicU64>) -> Result<Outcome, ImportError> {
    if !options.package.join("datapackage.json").is_file() {
        return Err(ImportError::NoPackage(options.package.clone()));
    }
    let _lock = if options.dry_run { None } else { Some(lock(&options.package)?) };
    let files = package_files(&options.package).map_err(|(path, error)| ImportError::File(path, error))?;
    let outcome = import_into(&files, options, done)?;
    if !options.dry_run && outcome.added + outcome.superseded > 0 {
        replace_package(&options.package, &outcome.files)?;
    }
    Ok(outcome)
}

/// Imports into a package in memory.
pub fn import_into(files: &Files, options: &Options, done: Arc<AtomicU64>) -> Result<Outcome, ImportError> {
    let old = read_rows(files, options.today);
    refuse(old.faults, &options.accept)?;
    let catalogue = Catalogue::read(&options.catalogue, &old.data.areas)?;
    let states: Vec<String> = PlaceCode::STATES
        .iter()
        .map(|code| old.data.place(*code).map(|place| place.name_de.clone()).unwrap_or_default())
        .collect();
    let (mut tally, mut findings) = (Tally::default(), Findings::default());
    let context = Context { catalogue: &catalogue, states: &states, date: options.date, done };
    for path in expand(&options.files)? {
        read_export(&path, &context, &mut tally, &mut findings)?;
    }
    let accepted = |rule: &Rule| options.accept.contains(rule);
    let left_out = tally.left_out <= options.leave_out;
    let whole_file = findings.faults.iter().any(|fault| {
        !fault.problem.is_warning() && fault.column.is_none() && !matches!(fault.problem, Problem::Cells { .. })
    });
    let warned = findings.counts.keys().any(|(rule, warning)| *warning && !accepted(rule));
    if (findings.errors() > 0 && (!left_out || whole_file)) || warned {
        let total = findings.total();
        return Err(ImportError::Faults(findings.faults, total));
    }
    let uncatalogued = 100 * tally.without_area / tally.counted.max(1);
    if uncatalogued >= MOST_UNCATALOGUED && !accepted(&Rule::Area) {
        let name = options.catalogue.display().to_string();
        let problem = Problem::Uncatalogued { share: uncatalogued, bundles: tally.unknown_bundles() };
        return Err(ImportError::Faults(vec![Fault::of_file(&name, problem)], 1));
    }
    let counts = tally.counts(old.data.areas.len());
    let missing: Vec<&str> = (0..16)
        .filter(|state| !tally.has_state(*state))
        .filter_map(|state| PlaceCode::STATES.get(state))
        .map(|code| code.iso())
        .collect();
    if !missing.is_empty() && !accepted(&Rule::Complete) {
        let count = missing.len();
        let missing = missing.iter().take(5).copied().collect::<Vec<_>>().join(", ");
        let of = format!("{} {}", SOURCE, options.date);
        let fault = Fault::of_file("observations.csv", Problem::Gaps { of, missing, count });
        return Err(ImportError::Faults(vec![fault], 1));
    }
    let steps = steps(&old.data, &counts, options.date);
    let mut changed = Changed { data: &old.data, options, catalogue: &catalogue, files: files.clone() };
    let (added, superseded) = changed.write(&counts, &tally)?;
    if !options.without_services {
        changed.files.insert("services.csv".into(), services_csv(&tally, &catalogue, &old.data.areas));
        describe_services(&mut changed.files);
    }
    let mut new: ReadPackage = read_rows(&changed.files, options.today);
    against(&old.data, &new.data, &new.rows, &mut new.faults);
    let files = changed.files.into_iter().filter(|(name, bytes)| files.get(name) != Some(bytes)).collect();
    let outcome = Outcome { tally, steps, findings, added, superseded, files };
    let stopping = stopping(new.faults, &options.accept);
    match stopping.is_empty() {
        true => Ok(outcome),
        false => Err(ImportError::Implausible(stopping, Box::new(outcome.report()))),
    }
}

/// Faults, and warnings that are not accepted.
fn stopping(faults: Vec<Fault>, accept: &[Rule]) -> Vec<Fault> {
    faults.into_iter().filter(|fault| !fault.problem.is_warning() || !accept.contains(&fault.rule())).collect()
}

/// Stops at them.
fn refuse(faults: Vec<Fault>, accept: &[Rule]) -> Result<(), ImportError> {
    let stopping = stopping(faults, accept);
    let count = stopping.len();
    if count == 0 { Ok(()) } else { Err(ImportError::Faults(stopping, count)) }
}

/// The length of all files and of those in folders together, in bytes, for the progress.
pub fn length(files: &[PathBuf]) -> Result<u64, ImportError> {
    let size = |path: &PathBuf| std::fs::metadata(path).map(|found| found.len()).unwrap_or_default();
    Ok(expand(files)?.iter().map(size).sum())
}

/// Whether a package has a list of services.
pub fn has_services(package: &Path) -> bool {
    package.join("services.csv").exists()
}
