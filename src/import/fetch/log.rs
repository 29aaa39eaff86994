//! `fetched.tsv`: name, size, SHA-256 and address of what was downloaded. What it does not confirm does not count as there.

use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Size and SHA-256 of a file.
pub fn measure(path: &Path) -> io::Result<(u64, String)> {
    let mut hash = Sha256::new();
    let size = io::copy(&mut File::open(path)?, &mut hash)?;
    Ok((size, format!("{:x}", hash.finalize())))
}

/// The log of a folder.
pub struct Log {
    path: PathBuf,
    entries: HashMap<String, (u64, String)>,
}

impl Log {
    /// Reads the log of a folder; of several lines about a file the last one holds.
    pub fn open(folder: &Path) -> io::Result<Self> {
        let path = folder.join("fetched.tsv");
        let text = match fs::read_to_string(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            read => read?,
        };
        let entry = |line: &str| {
            let mut cells = line.split('\t').map(str::to_owned);
            Some((cells.next()?, (cells.next()?.parse().ok()?, cells.next()?)))
        };
        Ok(Self { path, entries: text.lines().filter_map(entry).collect() })
    }

    /// Whether it names a file.
    pub fn names(&self, path: &Path) -> bool {
        path.file_name().is_some_and(|name| self.entries.contains_key(&*name.to_string_lossy()))
    }

    /// Whether a file is what was downloaded.
    pub fn confirms(&self, path: &Path) -> io::Result<bool> {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let Some((size, hash)) = self.entries.get(&name) else { return Ok(false) };
        if fs::metadata(path)?.len() != *size {
            return Ok(false);
        }
        Ok(measure(path)?.1 == *hash)
    }

    /// Notes a file, and waits until that is on the disk.
    pub fn note(&mut self, name: &str, (size, hash): (u64, String), url: &str) -> io::Result<()> {
        let mut log = File::options().create(true).append(true).open(&self.path)?;
        log.write_all(format!("{name}\t{size}\t{hash}\t{url}\n").as_bytes())?;
        log.sync_all()?;
        self.entries.insert(name.to_owned(), (size, hash));
        Ok(())
    }
}
