//! The static site from a data package: pages, cards, embeds, pictures, data, manifest, headers. Native only.

mod card_page;
mod cards;
mod config;
mod feeds;
mod figure;
mod files;
mod headers;
mod legal;
mod pack;
mod pages;
mod png;
mod sample;
mod serve;
mod service_pages;
mod services;
mod shell;
mod site;
mod start;
mod verify;

pub use cards::{Card, Group, cards};
pub use config::{Config, Kind};
pub use files::{read_package_files, read_release_package, today};
pub use sample::invented;
pub use serve::Server;
pub use services::{ServiceRow, service_files};
pub use site::{Options, Published, publish};
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
    /// The operator's file lacks something; holds what.
    Config(PathBuf, String),
    /// A preview image could not be drawn.
    Picture(String),
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
            Self::Config(path, words) => write!(f, "{}: {words}", path.display()),
            Self::Picture(words) => write!(f, "a preview image could not be drawn: {words}"),
            Self::Clock => f.write_str("the clock of this computer gives no usable date; set it"),
        }
    }
}

impl std::error::Error for PublishError {}
