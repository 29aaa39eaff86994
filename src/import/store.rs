//! Replaces a package as a whole: a reader, or a process killed at any moment, finds the old one or the new one.

use super::ImportError;
use crate::data::package::{ACCEPTANCES, Files, SERVICES, TABLES};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Start of the names of folders in the making, beside the package.
const MAKING: &str = ".ozg-new-";

/// How long to wait for another import.
const PATIENCE: Duration = Duration::from_secs(2);

fn at(path: &Path) -> impl Fn(std::io::Error) -> ImportError + '_ {
    move |error| ImportError::File(path.to_owned(), error)
}

/// Largest file of a package, in bytes.
const LARGEST: u64 = 500_000_000;

/// The files of the package in a folder; those that are not there are left out. An error names its file.
pub fn package_files(folder: &Path) -> Result<Files, (PathBuf, std::io::Error)> {
    let mut files = Files::new();
    let names = TABLES.iter().chain([&SERVICES, &ACCEPTANCES]).map(|(name, _)| *name);
    for name in names.chain(["datapackage.json"]) {
        let path = folder.join(name);
        let read = fs::metadata(&path).and_then(|found| match (found.is_file(), found.len() <= LARGEST) {
            (true, true) => fs::read(&path),
            (true, false) => Err(std::io::ErrorKind::FileTooLarge.into()),
            (false, _) => Err(std::io::ErrorKind::Unsupported.into()),
        });
        match read {
            Ok(bytes) => drop(files.insert(name.to_owned(), bytes)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => {}
            Err(error) => return Err((path, error)),
        }
    }
    Ok(files)
}

/// The folder in which the package lies.
fn parent(package: &Path) -> PathBuf {
    match package.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// The folder itself, where `package` is a link to it.
fn real(package: &Path) -> Result<PathBuf, ImportError> {
    package.canonicalize().map_err(at(package))
}

/// Lets one import work on a package at a time: the lock holds until the file is dropped, also when the process dies.
pub fn lock(package: &Path) -> Result<File, ImportError> {
    let home = parent(&real(package)?);
    let path = home.join(".ozg-lock");
    let file = File::options().create(true).append(true).open(&path).map_err(at(&home))?;
    let begin = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(fs::TryLockError::WouldBlock) if begin.elapsed() < PATIENCE => std::thread::sleep(PATIENCE / 100),
            Err(fs::TryLockError::WouldBlock) => return Err(ImportError::Busy(package.to_owned())),
            Err(fs::TryLockError::Error(error)) => return Err(ImportError::File(path, error)),
        }
    }
}

/// Writes `changed` into the package. A whole new folder is made beside the old one and the two are exchanged in one step of
/// the file system; where it cannot do that, the files are replaced one by one, the figures last, so that the package is
/// valid at any moment. What an earlier, killed run left is removed. Hold the lock meanwhile.
pub fn replace_package(package: &Path, changed: &Files) -> Result<(), ImportError> {
    let package = &real(package)?;
    if fs::metadata(package).map_err(at(package))?.permissions().readonly() {
        let denied = std::io::Error::from(std::io::ErrorKind::PermissionDenied);
        return Err(ImportError::File(package.to_owned(), denied));
    }
    let home = parent(package);
    for entry in fs::read_dir(&home).map_err(at(&home))? {
        let path = entry.map_err(at(&home))?.path();
        if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(MAKING)) {
            fs::remove_dir_all(&path).map_err(at(&path))?;
        }
    }
    let making = tempfile::Builder::new().prefix(MAKING).tempdir_in(&home).map_err(at(&home))?;
    copy(package, making.path())?;
    for (name, bytes) in changed {
        write(&making.path().join(name), bytes)?;
    }
    let mode = fs::metadata(package).map_err(at(package))?.permissions();
    fs::set_permissions(making.path(), mode).map_err(at(making.path()))?;
    sync(making.path())?;
    if exchange(making.path(), package) {
        return sync(&home);
    }
    // Tables that others refer to come first.
    let mut names: Vec<&String> = changed.keys().collect();
    let order = ["measures.csv", "sources.csv", "breaks.csv", "acceptances.csv", "services.csv", "datapackage.json"];
    names.sort_by_key(|name| order.iter().position(|first| first == name).unwrap_or(order.len()));
    for name in names {
        let (from, to) = (making.path().join(name), package.join(name));
        fs::rename(&from, &to).map_err(at(&to))?;
    }
    sync(package)
}

/// Exchanges two folders in one step, where the system can.
#[cfg(target_os = "linux")]
fn exchange(new: &Path, old: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, new, CWD, old, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(target_os = "linux"))]
fn exchange(_: &Path, _: &Path) -> bool {
    false
}

fn copy(from: &Path, to: &Path) -> Result<(), ImportError> {
    for entry in fs::read_dir(from).map_err(at(from))? {
        let entry = entry.map_err(at(from))?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            fs::create_dir(&target).map_err(at(&target))?;
            copy(&source, &target)?;
        } else {
            fs::copy(&source, &target).map_err(at(&source))?;
            sync(&target)?;
        }
    }
    sync(to)
}

/// Waits until a file or the entries of a folder are on the disk.
fn sync(path: &Path) -> Result<(), ImportError> {
    File::open(path).and_then(|file| file.sync_all()).map_err(at(path))
}

/// Writes a file and waits until it is on the disk.
fn write(path: &Path, bytes: &[u8]) -> Result<(), ImportError> {
    fs::write(path, bytes).map_err(at(path))?;
    sync(path)
}
