//! Takes the rows of an export into a tally, and notes what is wrong with them.

use super::catalogue::Catalogue;
use super::findings::Findings;
use super::row::Header;
use super::tally::Tally;
use crate::data::Date;
use crate::data::check::{Excerpt, Fault, Problem};
use csv::ByteRecord;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

/// Most bytes of a cell.
const LONGEST_CELL: usize = 10_000;

/// What is needed to read a row.
pub struct Context<'a> {
    /// The catalogue.
    pub catalogue: &'a Catalogue,
    /// German names of the states in the order of their keys.
    pub states: &'a [String],
    /// Date of the import.
    pub date: Date,
    /// Grows by the bytes read.
    pub done: Arc<AtomicU64>,
}

/// Takes rows into a tally.
pub(super) struct Taker<'a> {
    /// Name of the file.
    pub name: &'a str,
    /// What is needed to read a row.
    pub context: &'a Context<'a>,
    /// What counts.
    pub tally: &'a mut Tally,
    /// What is wrong.
    pub findings: &'a mut Findings,
}

impl Taker<'_> {
    /// Something is wrong with the whole file.
    pub fn of_file(&mut self, row: Option<usize>, problem: Problem) {
        self.findings.of_file(Fault { row, ..Fault::of_file(self.name, problem) });
    }

    /// A row that cannot be read is left out.
    pub fn left_out(&mut self, number: usize, problem: Problem) {
        self.findings.of_row(Fault { row: Some(number), ..Fault::of_file(self.name, problem) });
        self.tally.left_out += 1;
    }

    /// Counts a row, or says what is wrong with it.
    pub fn take(&mut self, number: usize, header: &Header, record: &ByteRecord) {
        let long = record.iter().position(|cell| cell.len() > LONGEST_CELL);
        let row = match long {
            Some(at) => Err((at, Problem::LongCell(record.get(at).unwrap_or_default().len()))),
            None => header.row(record),
        };
        let found = match &row {
            Ok(row) => row.doubt.clone(),
            Err(found) => Some(found.clone()),
        };
        if let Some((position, problem)) = found {
            let mut fault = Fault::of_file(self.name, problem);
            fault.row = Some(number);
            if position < record.len() {
                let cells: Vec<_> = record.iter().map(String::from_utf8_lossy).collect();
                fault.column = Some((header.name(position).to_owned(), position));
                fault.excerpt = Some(Excerpt::of(cells.iter().map(AsRef::as_ref), position));
            }
            self.findings.of_row(fault);
        }
        match row {
            Ok(row) => self.tally.add(&row, self.context.catalogue),
            Err(_) => self.tally.left_out += 1,
        }
    }
}
