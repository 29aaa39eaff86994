//! Reads files of the export row by row.

use super::ImportError;
use super::findings::Findings;
use super::input::{Input, open, problem};
use super::page::page;
use super::row::Header;
use super::taker::{Context, Taker};
use super::tally::Tally;
use crate::data::check::{Damage, Fault, Problem, swallowed};
use csv::ByteRecord;
use rayon::prelude::*;
use std::cell::Cell;
use std::io::{BufRead, Error, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// Most bytes of a row.
const LONGEST_ROW: u64 = 1 << 20;

/// Counts the rows of files, several at a time. Rows with faults are not counted and stand in the findings.
pub fn read_exports(files: &[PathBuf], context: &Context<'_>) -> Result<(Tally, Findings), ImportError> {
    let read: Result<Vec<_>, ImportError> = (files.par_iter())
        .map(|path| {
            let (mut tally, mut findings) = (Tally::default(), Findings::default());
            read_export(path, context, &mut tally, &mut findings)?;
            Ok((tally, findings))
        })
        .collect();
    let mut all = (Tally::default(), Findings::default());
    for (tally, findings) in read? {
        all.0.join(tally);
        all.1.join(findings);
    }
    Ok(all)
}

fn read_export(
    path: &Path,
    context: &Context<'_>,
    tally: &mut Tally,
    findings: &mut Findings,
) -> Result<(), ImportError> {
    let name = path.display().to_string();
    let mut taker = Taker { name: &name, context, tally, findings };
    match open(path, context.done.clone())? {
        Input::Refused(problem) => findings.of_file(Fault::of_file(&name, problem)),
        Input::Table(reader) => table(reader, &mut taker),
        Input::Page(reader) => page(reader, &mut taker),
    }
    Ok(())
}

/// Reads one file of bytes, for tests and fuzzing.
pub fn read_bytes(name: &str, bytes: &[u8], context: &Context<'_>, tally: &mut Tally, findings: &mut Findings) {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).to_vec();
    table(Box::new(std::io::Cursor::new(bytes)), &mut Taker { name, context, tally, findings });
}

/// Fails where a row has more bytes than it may: `left` is what the row that is being read may still have.
struct Bounded<R> {
    inner: R,
    left: Rc<Cell<u64>>,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(buffer)?;
        let left = self.left.get().checked_sub(read as u64).ok_or_else(|| Error::from(ErrorKind::QuotaExceeded))?;
        self.left.set(left);
        Ok(read)
    }
}

/// What an error of the CSV reader means.
fn problem_of(error: csv::Error) -> Problem {
    match error.into_kind() {
        csv::ErrorKind::Io(error) if error.kind() == ErrorKind::QuotaExceeded => Problem::LongRow(LONGEST_ROW),
        csv::ErrorKind::Io(error) => problem(&error),
        _ => Problem::Damaged(Damage::Corrupt),
    }
}

fn table(mut reader: Box<dyn BufRead + Send>, taker: &mut Taker<'_>) {
    // The header decides between comma and semicolon.
    let mut start = Vec::new();
    if let Err(error) = reader.by_ref().take(1 << 16).read_until(b'\n', &mut start) {
        return taker.of_file(None, problem(&error));
    }
    let count = |byte: u8| start.iter().filter(|found| **found == byte).count();
    let delimiter = [b',', b';', b'\t'].into_iter().rev().max_by_key(|byte| count(*byte)).unwrap_or(b',');
    let left = Rc::new(Cell::new(LONGEST_ROW));
    let source = Bounded { inner: std::io::Cursor::new(start).chain(reader), left: left.clone() };
    let mut csv = csv::ReaderBuilder::new();
    let csv = csv.has_headers(false).flexible(true).delimiter(delimiter).buffer_capacity(1 << 16);
    let mut csv = csv.from_reader(source);
    let mut record = ByteRecord::new();
    let header = match csv.read_byte_record(&mut record) {
        Ok(true) => Header::read(&record, taker.context.states.to_vec(), taker.context.date),
        Ok(false) => return taker.of_file(None, Problem::EmptyFile),
        Err(error) => return taker.of_file(None, problem_of(error)),
    };
    let header = match header {
        Ok(header) => header,
        Err(problems) => return problems.into_iter().for_each(|problem| taker.of_file(Some(1), problem)),
    };
    let mut number = 1;
    let mut ahead = ByteRecord::new();
    let mut next = csv.read_byte_record(&mut ahead);
    loop {
        match next {
            Ok(true) => number += 1,
            Ok(false) => break,
            Err(error) => return taker.of_file(Some(number + 1), problem_of(error)),
        }
        std::mem::swap(&mut record, &mut ahead);
        left.set(LONGEST_ROW);
        next = csv.read_byte_record(&mut ahead);
        let is_last = matches!(next, Ok(false));
        let lines = record.as_slice().contains(&b'\n');
        match lines.then(|| swallowed(record.iter(), header.width, delimiter, is_last)).flatten() {
            // Nobody knows how many rows there were: it is never left out.
            Some((position, lines)) => {
                let mut fault = Fault::of_file(taker.name, Problem::StrayQuote(lines));
                (fault.row, fault.column) = (Some(number), Some((header.name(position).to_owned(), position)));
                taker.findings.of_file(fault);
            }
            // A file that ends inside a row was cut: nobody knows what is missing.
            None if is_last && record.len() < header.width => {
                taker.of_file(Some(number), Problem::Cells { row: record.len(), header: header.width });
            }
            None => taker.take(number, &header, &record),
        }
    }
    if number == 1 {
        taker.of_file(None, Problem::NoRows);
    }
}
