//! The static site from a data package: pages, data, manifest. Native only.

mod files;
mod serve;
mod services;
mod site;
mod verify;

pub use files::{read_package_files, read_release_package, today};
pub use serve::Server;
pub use services::{ServiceRow, service_files};
pub use site::{Published, publish};
pub use verify::verify;

use crate::data::check::Fault;
use crate::question::Lang;
use std::fmt;
use std::path::PathBuf;

/// Why nothing was published.
#[derive(Debug)]
pub enum PublishError {
    /// A file could not be read or written.
    File(PathBuf, std::io::Error),
    /// The package has faults.
    Faults(Vec<Fault>),
    /// The page template lacks a mark that must be filled.
    Template(PathBuf, &'static str),
    /// The system's clock gives no usable date.
    Clock,
}

impl fmt::Display for PublishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Faults(faults) => {
                write!(f, "{}: correct them, then publish again", crate::words::fault::faults(faults, Lang::En))
            }
            Self::Template(path, mark) => {
                write!(f, "{}: the mark {mark} is missing; build it with Trunk from index.html", path.display())
            }
            Self::Clock => f.write_str("the clock of this computer gives no usable date; set it"),
        }
    }
}

impl std::error::Error for PublishError {}
