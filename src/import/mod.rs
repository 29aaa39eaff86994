//! The official export (Dashboard Digitale Verwaltung, open data of the PVOG) becomes figures of the data package. Native only.
//!
//! # What is counted
//!
//! The export has one row a service, region and online service, and no totals. A row **counts** where `online_status` is
//! `ok`, `aktiv` is `ja` or empty (older exports leave it empty) and `art_flaechendeckung` names a coverage. Rows that are
//! "nicht in Auswertung berücksichtigt", inactive or "nicht ok" do not count and are reported by number. From the rows that
//! count, for each state, over all service areas and in each of them:
//!
//! | measure | rule |
//! | --- | --- |
//! | `ozg-land-statewide` | distinct `ozgid` with a row "landesweit flächendeckend" of the state, or "bundesweit flächendeckend" of any state |
//! | `ozg-land-any` | distinct `ozgid` with any row of the state that counts, or "bundesweit flächendeckend" of any state |
//! | `leika-land-statewide` | the same as the first for `leika_key` |
//! | `leika-land-any` | the same as the second for `leika_key` |
//!
//! "kreisweit flächendeckend" and "in mind. einer Kommune verfügbar" count for the second and the fourth only. A row without
//! `ozgid` counts as a single service, not as a bundle. A row lies in the service area which the catalogue gives to its
//! `ozgid`, else to its `leika_key`; what the catalogue does not know counts in all areas together and in no single one. A
//! single service counts in each area in which it has rows. One that bundles of several areas hold lies in none of them where its
//! row has no bundle.
//!
//! **A state with rows of which none counts gets nothing**, not even 0 or what is nationwide: nobody can tell "nothing is online" from
//! "this export is not about it". It is a warning that names its rows and why they do not count.
//!
//! The list of services (`services.csv`) has what rows have together: service, bundle and state. Counting it gives every figure, and
//! the check counts it again.

mod catalogue;
mod change;
mod doubts;
mod export;
pub mod fetch;
mod figures;
mod findings;
mod input;
mod options;
mod page;
mod report;
mod row;
pub mod sample;
mod services;
mod store;
mod take_over;
mod taker;
mod tally;

pub use catalogue::Catalogue;
pub use change::{Step, Steps};
pub use export::{read_bytes, read_exports};
pub use figures::write_acceptances;
pub use findings::Findings;
pub use input::expand;
pub use options::Options;
pub use row::{INVENTED, Uncounted};
pub use store::{lock, package_files, replace_package};
pub use take_over::{List, Outcome, import, import_into, length};
pub use taker::Context;
pub use tally::{Counts, Tally};

use crate::data::check::Fault;
use crate::question::Lang;
use crate::words;
use crate::words::command::import::Ending;
use std::fmt;
use std::path::PathBuf;

/// Why nothing was imported.
#[derive(Debug)]
pub enum ImportError {
    /// A file could not be read or written.
    File(PathBuf, std::io::Error),
    /// Not a folder with a package.
    NoPackage(PathBuf),
    /// No file to import.
    NoFiles(PathBuf),
    /// The package, the catalogue, the export or the change has faults; the number of all of them, of which some are listed.
    Faults(Vec<Fault>, usize),
    /// What would change is implausible, with all that would change.
    Implausible(Vec<Fault>, Box<words::command::import::Report>),
    /// Figures of this day and source are there with other values: how many.
    Existing(usize),
    /// The same, recorded today, so that a correction could not be told from them.
    SameDay(usize),
    /// Another import of this package is running.
    Busy(PathBuf),
    /// A pipe or a device instead of a file.
    NotAFile(PathBuf),
    /// An invented export, and a package that holds real figures.
    Invented,
}

impl ImportError {
    /// The faults that stopped it, as far as they were kept, and how many there are; none where it was something else.
    pub fn faults(&self) -> Option<(&[Fault], usize)> {
        match self {
            Self::Faults(faults, total) => Some((faults, *total)),
            Self::Implausible(faults, _) => Some((faults, faults.len())),
            _ => None,
        }
    }

    /// What happened and what to do.
    pub fn text(&self, lang: Lang) -> String {
        let gaps = |number: &usize| number.to_string();
        match self {
            Self::File(path, error) => format!("{}: {}", path.display(), words::command::fault::io(error, lang)),
            Self::NoPackage(path) => words::say(
                lang,
                "{0}: kein Datenpaket (Ordner mit datapackage.json); mit --package angeben",
                "{0}: no data package (a folder with datapackage.json); name it with --package",
                &[&path.display().to_string()],
            ),
            Self::NoFiles(path) => {
                let path = path.display().to_string();
                let de = "{0}: kein Export (.csv, .csv.gz, .csv.zst, .json) gefunden; Datei oder Ordner angeben";
                words::say(
                    lang,
                    de,
                    "{0}: no export (.csv, .csv.gz, .csv.zst, .json) found; name a file or a folder",
                    &[&path],
                )
            }
            Self::Faults(faults, total) => {
                words::command::fault::faults_of(faults, *total, lang) + "\n" + stopped(faults, lang)
            }
            Self::Implausible(faults, report) => {
                words::command::import::report(report, Ending::Stopped, lang)
                    + "\n"
                    + &words::command::fault::faults(faults, lang)
                    + "\n"
                    + stopped(faults, lang)
            }
            Self::Existing(number) => words::say(
                lang,
                "{0} Zahlen dieses Tages stehen mit anderen Werten im Paket. Sollen sie ersetzt werden, den Grund nennen: --supersede correction (oder real, method, unknown)",
                "{0} figures of this day are in the package with other values. To supersede them, say why: --supersede correction (or real, method, unknown)",
                &[&gaps(number)],
            ),
            Self::SameDay(number) => words::say(
                lang,
                "{0} Zahlen wurden heute schon mit anderen Werten erfasst. Den Import von heute zurücknehmen (git restore und git clean), dann neu importieren",
                "{0} figures were recorded today with other values. Undo the import of today (git restore and git clean), then import again",
                &[&gaps(number)],
            ),
            Self::NotAFile(path) => words::say(
                lang,
                "{0}: keine gewöhnliche Datei; erst in eine Datei schreiben, dann diese angeben",
                "{0}: not a regular file; write it into a file first and name that",
                &[&path.display().to_string()],
            ),
            Self::Invented => words::pick(
                lang,
                "Der Export ist erfunden (ozg sample), das Paket enthält veröffentlichte Zahlen. In eine Kopie des Pakets importieren, mit --invented: Quelle und Datum sagen dann, dass die Zahlen erfunden sind",
                "The export is invented (ozg sample), and the package holds published figures. Import it into a copy of the package, with --invented: source and date then say that the figures are invented",
            )
            .to_owned(),
            Self::Busy(path) => words::say(
                lang,
                "{0}: ein anderer Import läuft; sein Ende abwarten",
                "{0}: another import is running; wait for its end",
                &[&path.display().to_string()],
            ),
        }
    }
}

/// The last line where nothing was written.
fn stopped(faults: &[Fault], lang: Lang) -> &'static str {
    if !faults.iter().any(|fault| fault.problem.is_warning()) {
        return words::pick(
            lang,
            "Angehalten, nichts geschrieben. Fehler lassen sich nicht bestätigen: beheben und neu importieren.",
            "Stopped, nothing written. Faults cannot be accepted: correct them and import again.",
        );
    }
    words::pick(
        lang,
        "Angehalten, nichts geschrieben. Warnungen, die stimmen, mit --accept CODE --reason GRUND bestätigen und neu importieren.",
        "Stopped, nothing written. Confirm warnings that are right with --accept CODE --reason WHY and import again.",
    )
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for ImportError {}
