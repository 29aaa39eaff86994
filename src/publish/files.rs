//! Files of a package on disk.

use super::PublishError;
use crate::data::package::{Files, ReadPackage, read_rows};
use crate::data::{Dataset, Date};
use crate::import::package_files;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// The files of the package in a folder. Files that are not there are left out; the check names them.
pub fn read_package_files(folder: &Path) -> Result<Files, PublishError> {
    match package_files(folder) {
        Ok(files) if files.is_empty() => Err(PublishError::NoPackage(folder.to_owned())),
        Ok(files) => Ok(files),
        Err((path, error)) => Err(PublishError::File(path, error)),
    }
}

/// Number of rows of a CSV file, without its header.
pub fn rows_of(bytes: &[u8]) -> usize {
    csv::Reader::from_reader(bytes).into_records().count()
}

/// Today in UTC.
pub fn today() -> Result<Date, PublishError> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_err(|_| PublishError::Clock)?.as_secs();
    i32::try_from(seconds / 86_400).ok().and_then(Date::from_days).ok_or(PublishError::Clock)
}

/// A package without faults, with what it has accepted.
pub fn read_whole_package(folder: &Path) -> Result<(Files, ReadPackage), PublishError> {
    let files = read_package_files(folder)?;
    let mut read = read_rows(&files, today()?);
    match std::mem::take(&mut read.faults) {
        faults if faults.is_empty() => Ok((files, read)),
        faults => Err(PublishError::Faults(faults)),
    }
}

/// The data set of a package without faults.
pub fn read_release_package(folder: &Path) -> Result<(Files, Dataset), PublishError> {
    read_whole_package(folder).map(|(files, read)| (files, read.data))
}
