//! What an import is told.

use crate::data::check::Rule;
use crate::data::{Date, Reason};
use std::path::PathBuf;

/// What to import, and how.
#[derive(Debug, Clone)]
pub struct Options {
    /// Files and folders of the export.
    pub files: Vec<PathBuf>,
    /// The catalogue.
    pub catalogue: PathBuf,
    /// Day of the export.
    pub date: Date,
    /// Today, for `recorded`.
    pub today: Date,
    /// The package.
    pub package: PathBuf,
    /// Write nothing.
    pub dry_run: bool,
    /// Rules of which warnings pass.
    pub accept: Vec<Rule>,
    /// Why they pass, in German and English; written into the package.
    pub reason: [String; 2],
    /// So many faulty rows may be left out.
    pub leave_out: u64,
    /// Supersede figures of this day that have other values, for this reason.
    pub supersede: Option<Reason>,
    /// Do not write the list of services.
    pub without_services: bool,
    /// The figures are invented, and may stand beside real ones: their source and label say so.
    pub invented: bool,
}
