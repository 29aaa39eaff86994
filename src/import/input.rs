//! Opens files of the export: plain, gzip or Zstandard, told by their first bytes.

use super::ImportError;
use crate::data::check::{Damage, Problem};
use std::fs::File;
use std::io::{BufRead, BufReader, Error, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Most bytes that one file may unpack to.
const LARGEST: u64 = 40_000_000_000;
/// Most bytes of a catalogue.
const LARGEST_CATALOGUE: u64 = 50_000_000;
/// Size of a buffer, in bytes.
const BUFFER: usize = 1 << 18;

/// Endings of the files that a folder may hold.
const ENDINGS: [&str; 5] = [".csv", ".csv.gz", ".csv.zst", ".json", ".json.gz"];

/// How files begin that are no CSV, and what they are.
const KINDS: [(&[u8], &str); 12] = [
    (b"\xFF\xFE", "UTF-16"),
    (b"\xFE\xFF", "UTF-16"),
    (b"PK", "Excel (XLSX) / ZIP"),
    (b"\xD0\xCF\x11\xE0", "Excel (XLS)"),
    (b"%PDF", "PDF"),
    (b"\xFD7zXZ\0", "xz"),
    (b"BZh", "bzip2"),
    (b"7z\xBC\xAF\x27\x1C", "7z"),
    (b"Rar!", "RAR"),
    (b"\x89PNG", "PNG"),
    (b"SQLite format 3", "SQLite"),
    (b"PAR1", "Parquet"),
];

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

/// Opens a file; a pipe or a device, which may never end, is refused.
fn open_file(path: &Path) -> Result<File, ImportError> {
    let fault = |error| ImportError::File(path.to_owned(), error);
    match std::fs::metadata(path).map_err(fault)? {
        found if found.is_file() => File::open(path).map_err(fault),
        found if found.is_dir() => Err(fault(ErrorKind::IsADirectory.into())),
        _ => Err(ImportError::NotAFile(path.to_owned())),
    }
}

/// The bytes of a catalogue.
pub fn read_file(path: &Path) -> Result<Vec<u8>, ImportError> {
    let mut bytes = Vec::new();
    let read = open_file(path)?.take(LARGEST_CATALOGUE + 1).read_to_end(&mut bytes);
    read.map_err(|error| ImportError::File(path.to_owned(), error)).map(|_| bytes)
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

/// Fails after so many bytes, instead of an end that would look like that of the file.
struct Limited<R> {
    inner: R,
    left: u64,
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.left = self.left.checked_sub(read as u64).ok_or_else(|| Error::from(ErrorKind::FileTooLarge))?;
        Ok(read)
    }
}

/// What an error of reading means for a file.
pub fn problem(error: &Error) -> Problem {
    match error.kind() {
        ErrorKind::FileTooLarge => Problem::Unpacked(LARGEST),
        _ => Problem::Damaged(Damage::of(error)),
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
    let mut raw = BufReader::with_capacity(BUFFER, Counted { inner: open_file(path)?, done });
    let start = raw.fill_buf().map_err(fault)?;
    let unpacked: Box<dyn Read + Send> = match start {
        [0x1F, 0x8B, ..] => Box::new(flate2::bufread::MultiGzDecoder::new(raw)),
        [0x28, 0xB5, 0x2F, 0xFD, ..] => Box::new(zstd::Decoder::with_buffer(raw).map_err(fault)?),
        _ => Box::new(raw),
    };
    let limited = Limited { inner: unpacked, left: LARGEST };
    let mut reader: Box<dyn BufRead + Send> = Box::new(BufReader::with_capacity(BUFFER, limited));
    let start = match reader.fill_buf() {
        Ok(start) => start,
        Err(error) => return Ok(Input::Refused(problem(&error))),
    };
    let marked = start.starts_with(b"\xEF\xBB\xBF");
    let first = start.iter().skip(if marked { 3 } else { 0 }).find(|byte| !byte.is_ascii_whitespace()).copied();
    if let Some(kind) = other_kind(start, first) {
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

/// What a file is that is no CSV; `first` is its first byte that is no space.
fn other_kind(start: &[u8], first: Option<u8>) -> Option<&'static str> {
    if first == Some(b'<') {
        return Some("HTML");
    }
    let known = KINDS.iter().find(|(begin, _)| start.starts_with(begin)).map(|(_, kind)| *kind);
    // In UTF-16 every second byte of these letters is 0, with or without a mark.
    let zeros = start.iter().take(64).filter(|byte| **byte == 0).count();
    known.or_else(|| (zeros > 8).then_some("UTF-16"))
}
