//! Opens files of the export: plain, gzip or Zstandard, told by their first bytes.

use super::ImportError;
use crate::data::check::Problem;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Most bytes that one file may unpack to.
const LARGEST: u64 = 40_000_000_000;
/// Size of a buffer, in bytes.
const BUFFER: usize = 1 << 18;

/// Endings of the files that a folder may hold.
const ENDINGS: [&str; 5] = [".csv", ".csv.gz", ".csv.zst", ".json", ".json.gz"];

/// The files to import: files as they are, of a folder those with a known ending in the order of their names.
pub fn expand(paths: &[PathBuf]) -> Result<Vec<PathBuf>, ImportError> {
    let mut files = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let fault = |error| ImportError::File(path.clone(), error);
        let mut found = Vec::new();
        for entry in std::fs::read_dir(path).map_err(fault)? {
            let entry = entry.map_err(fault)?.path();
            let name = entry.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
            let known = ENDINGS.iter().any(|ending| name.ends_with(ending));
            if known && name != "catalogue.csv" && name != "regions.json" {
                found.push(entry);
            }
        }
        if found.is_empty() {
            return Err(ImportError::NoFiles(path.clone()));
        }
        found.sort();
        files.extend(found);
    }
    Ok(files)
}

/// Counts the bytes that are read from the disk, for the progress.
struct Counted<R> {
    inner: R,
    done: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.done.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// An opened file.
pub enum Input {
    /// Text with separated cells, after a byte order mark.
    Table(Box<dyn BufRead + Send>),
    /// A page in JSON.
    Page(Box<dyn BufRead + Send>),
    /// Another kind of file.
    Refused(Problem),
}

/// Opens a file; `done` grows by the bytes read.
pub fn open(path: &Path, done: Arc<AtomicU64>) -> Result<Input, ImportError> {
    let fault = |error| ImportError::File(path.to_owned(), error);
    let file = File::open(path).map_err(fault)?;
    let mut raw = BufReader::with_capacity(BUFFER, Counted { inner: file, done });
    let start = raw.fill_buf().map_err(fault)?;
    let unpacked: Box<dyn Read + Send> = match start {
        [0x1F, 0x8B, ..] => Box::new(flate2::bufread::MultiGzDecoder::new(raw)),
        [0x28, 0xB5, 0x2F, 0xFD, ..] => Box::new(zstd::Decoder::with_buffer(raw).map_err(fault)?),
        _ => Box::new(raw),
    };
    let mut reader: Box<dyn BufRead + Send> = Box::new(BufReader::with_capacity(BUFFER, unpacked.take(LARGEST)));
    let start = match reader.fill_buf() {
        Ok(start) => start,
        Err(error) => return Ok(Input::Refused(Problem::Damaged(error.to_string()))),
    };
    let marked = start.starts_with(b"\xEF\xBB\xBF");
    let first = start.iter().skip(if marked { 3 } else { 0 }).find(|byte| !byte.is_ascii_whitespace()).copied();
    let refused = match start {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => Some("UTF-16"),
        [b'P', b'K', ..] => Some("Excel (XLSX) / ZIP"),
        _ if first == Some(b'<') => Some("HTML"),
        _ => None,
    };
    if let Some(kind) = refused {
        return Ok(Input::Refused(Problem::OtherKind(kind)));
    }
    if first.is_none() {
        return Ok(Input::Refused(Problem::EmptyFile));
    }
    if marked {
        reader.consume(3);
    }
    Ok(if matches!(first, Some(b'{' | b'[')) { Input::Page(reader) } else { Input::Table(reader) })
}
