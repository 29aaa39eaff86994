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
    /// So many faulty rows may be left out.
    pub leave_out: u64,
    /// Supersede figures of this day that have other values, for this reason.
    pub supersede: Option<Reason>,
    /// Do not write the list of services.
    pub without_services: bool,
    /// The figures are invented: their source says so.
    pub invented: bool,
}
