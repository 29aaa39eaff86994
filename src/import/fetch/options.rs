//! How to download.

use crate::data::PlaceCode;
use std::path::PathBuf;
use std::time::Duration;

/// The base of the interface.
pub const HOST: &str = "https://api.ozg-umsetzung.de/api";

/// How to download.
#[derive(Debug, Clone)]
pub struct FetchOptions {
    /// Base address of the interface.
    pub host: String,
    /// Folder for the files.
    pub to: PathBuf,
    /// States, as two digits.
    pub states: Vec<String>,
    /// Time between two requests; the wait before a second try is twice as long, then doubles.
    pub pause: Duration,
    /// Number of tries for a file.
    pub tries: u32,
    /// Longest silence before a connection counts as lost.
    pub patience: Duration,
    /// Entries of a page, where an export is too large to be sent at once.
    pub page_size: u32,
}

impl FetchOptions {
    /// All states from the official host.
    pub fn new(to: PathBuf) -> Self {
        Self {
            host: HOST.to_owned(),
            to,
            states: PlaceCode::STATES.iter().map(|code| code.key()).collect(),
            pause: Duration::from_secs(1),
            tries: 5,
            patience: Duration::from_secs(60),
            page_size: 1_000,
        }
    }
}
