//! From files of the export to new figures in a package.

use super::ImportError;
use super::catalogue::Catalogue;
use super::change::{Steps, steps};
use super::doubts::doubts;
use super::export::read_exports;
use super::fetch::is_as_fetched;
use super::figures::{Changed, describe_services, holds_real_figures, source_id};
use super::findings::Findings;
use super::input::expand;
use super::options::Options;
use super::services::services_csv;
use super::store::{lock, package_files, replace_package};
use super::taker::Context;
use super::tally::Tally;
use crate::data::check::{Acceptance, Fault, Problem, Rule, accepted, against, day_of_list, extents};
use crate::data::package::{Files, SERVICES, read_rows};
use crate::data::{Date, PlaceCode};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

/// What became of the list of services.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// It is of the date of the import.
    Written,
    /// The package has a newer one, of this day, which stays.
    Newer(Date),
    /// None was asked for; the package keeps one of this other day.
    Other(Date),
    /// None was asked for, and the package has none, or that of this very day.
    None,
}

/// What an import did.
#[derive(Debug)]
pub struct Outcome {
    /// What was read.
    pub tally: Tally,
    /// What changes, by measure and state.
    pub steps: Steps,
    /// Warnings that were accepted, and faults that were left out.
    pub findings: Findings,
    /// Warnings about states and months that were accepted.
    pub doubts: Vec<Fault>,
    /// What was accepted and written down: rule, source, how many.
    pub accepted: Vec<((Rule, String), usize)>,
    /// Number of new figures; 0 where the package had them all.
    pub added: usize,
    /// Number of figures that were superseded.
    pub superseded: usize,
    /// Single services that the catalogue has in several areas.
    pub in_several_areas: Vec<u64>,
    /// What became of the list of services.
    pub list: List,
    /// The changed files of the package.
    pub files: Files,
}

/// Imports into the package on the disk. `done` grows by the bytes read.
pub fn import(options: &Options, done: Arc<AtomicU64>) -> Result<Outcome, ImportError> {
    if !options.package.join("datapackage.json").is_file() {
        return Err(ImportError::NoPackage(options.package.clone()));
    }
    let _lock = if options.dry_run { None } else { Some(lock(&options.package)?) };
    let files = package_files(&options.package).map_err(|(path, error)| ImportError::File(path, error))?;
    let outcome = import_into(&files, options, done)?;
    if !options.dry_run && !outcome.files.is_empty() {
        replace_package(&options.package, &outcome.files)?;
    }
    Ok(outcome)
}

/// Imports into a package in memory.
pub fn import_into(files: &Files, options: &Options, done: Arc<AtomicU64>) -> Result<Outcome, ImportError> {
    let old = read_rows(files, options.today);
    stop(old.faults, 0)?;
    let catalogue = Catalogue::read(&options.catalogue, &old.data.areas)?;
    let states: Vec<String> = PlaceCode::STATES
        .iter()
        .map(|code| old.data.place(*code).map(|place| place.name_de.clone()).unwrap_or_default())
        .collect();
    let context = Context { catalogue: &catalogue, states: &states, date: options.date, done };
    let paths = expand(&options.files)?;
    stop(not_as_fetched(&paths)?, 0)?;
    let (tally, findings) = read_exports(&paths, &context)?;
    let is_invented = options.invented || tally.invented > 0;
    if is_invented && !options.invented && holds_real_figures(&old.data) {
        return Err(ImportError::Invented);
    }
    let is_accepted = |rule: Rule| options.accept.contains(&rule);
    let is_left_out = tally.left_out <= options.leave_out && !findings.is_file_broken;
    if findings.errors() > 0 && !is_left_out {
        let total = findings.total();
        return Err(ImportError::Faults(findings.faults, total));
    }
    let source = source_id(options.date, is_invented);
    let doubts: Vec<Fault> = doubts(&tally, options, &states).into_iter().map(|fault| fault.about(&source)).collect();
    let warned: Vec<Fault> = (doubts.iter().chain(findings.faults.iter().filter(|fault| fault.problem.is_warning())))
        .filter(|fault| !is_accepted(fault.rule()))
        .cloned()
        .collect();
    let more = findings.warnings().saturating_sub(findings.faults.len());
    stop(warned, more)?;

    let counts = tally.counts(old.data.areas.len());
    let steps = steps(&old.data, &counts, &tally, options.date);
    let mut changed = Changed { data: &old.data, options, catalogue: &catalogue, is_invented, files: files.clone() };
    let (added, superseded) = changed.write(&counts, &tally)?;
    let list = list(files, options);
    if list == List::Written && (added > 0 || old.data.sources.iter().any(|known| known.id == source)) {
        changed.files.insert(SERVICES.0.into(), services_csv(&tally, &catalogue, &old.data.areas, options.date));
        describe_services(&mut changed.files);
    }
    let mut new = read_rows(&changed.files, options.today);
    let mut moved = Vec::new();
    against(&old.data, &new.data, &new.rows, &mut moved);
    // What was accepted of an earlier import does not hold for what this one changes.
    new.faults.extend(moved.into_iter().map(|fault| Fault { row: None, column: None, excerpt: None, ..fault }));
    let passes = |fault: &Fault| fault.problem.is_warning() && is_accepted(fault.rule());
    let (passing, stopping): (Vec<Fault>, Vec<Fault>) = new.faults.into_iter().partition(passes);
    let accepted = match added + superseded {
        0 => Vec::new(),
        _ => written_down(&passing, &doubts, &findings, &source, &new.acceptances),
    };
    changed.accept(&accepted);
    let files = changed.files.into_iter().filter(|(name, bytes)| files.get(name) != Some(bytes)).collect();
    let in_several_areas = catalogue.in_several_areas();
    let outcome =
        Outcome { tally, steps, findings, doubts, accepted, added, superseded, in_several_areas, list, files };
    match stopping.is_empty() {
        true => Ok(outcome),
        false => Err(ImportError::Implausible(stopping, Box::new(outcome.report()))),
    }
}

/// Files that are not what was downloaded, where the log of a download lies beside them.
fn not_as_fetched(paths: &[PathBuf]) -> Result<Vec<Fault>, ImportError> {
    let checked: Result<Vec<_>, ImportError> = (paths.par_iter())
        .map(|path| {
            let as_fetched = is_as_fetched(path).map_err(|error| ImportError::File(path.clone(), error))?;
            Ok((!as_fetched).then(|| Fault::of_file(&path.display().to_string(), Problem::NotAsFetched)))
        })
        .collect();
    Ok(checked?.into_iter().flatten().collect())
}

/// What becomes of the list of services: a newer one stays.
fn list(files: &Files, options: &Options) -> List {
    let old = files.get(SERVICES.0).and_then(|bytes| day_of_list(bytes));
    match (options.without_services, old) {
        (false, Some(day)) if day > options.date => List::Newer(day),
        (false, _) => List::Written,
        (true, Some(day)) if day != options.date => List::Other(day),
        (true, _) => List::None,
    }
}

/// What is written down as accepted. Gaps that stay in the package count with what is missing there.
fn written_down(
    passing: &[Fault],
    doubts: &[Fault],
    findings: &Findings,
    source: &str,
    before: &[Acceptance],
) -> Vec<((Rule, String), usize)> {
    let mut found: BTreeMap<(Rule, String), usize> = extents(doubts.iter());
    for ((rule, _), count) in findings.counts.iter().filter(|((_, warning), _)| *warning) {
        *found.entry((*rule, source.to_owned())).or_default() += count;
    }
    for ((rule, source), extent) in extents(passing.iter()) {
        // Of gaps the package names all; steps are those of this import alone.
        let known = if rule == Rule::Change { 0 } else { accepted(before, rule, &source) };
        let own = found.entry((rule, source)).or_default();
        *own = extent.saturating_sub(known).max(*own);
    }
    found.into_iter().collect()
}

/// Stops at faults, of which `more` are not listed.
fn stop(faults: Vec<Fault>, more: usize) -> Result<(), ImportError> {
    let total = faults.len() + more;
    if faults.is_empty() { Ok(()) } else { Err(ImportError::Faults(faults, total)) }
}

/// The length of all files and of those in folders together, in bytes, for the progress.
pub fn length(files: &[PathBuf]) -> Result<u64, ImportError> {
    let size = |path: &PathBuf| std::fs::metadata(path).map(|found| found.len()).unwrap_or_default();
    Ok(expand(files)?.iter().map(size).sum())
}
