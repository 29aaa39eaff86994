//! Reads the cells of a table by column name and collects a fault for each cell that cannot be read.

use super::{Excerpt, Fault, Problem, check_text, nearest, short, swallowed};

/// Most rows of a table.
const MOST_ROWS: usize = 100_000;
/// Largest file, in bytes.
const LARGEST: usize = 50_000_000;

/// A table as text: its header and its records.
pub struct Cells {
    file: String,
    header: Vec<String>,
    records: Vec<Vec<String>>,
}

impl Cells {
    /// Reads a CSV file. A byte order mark, CRLF and a missing last line end are accepted; columns are found by name,
    /// in any order, and unknown ones are ignored. Without its columns a table has no records.
    pub fn read(file: &str, bytes: &[u8], columns: &[&str], faults: &mut Vec<Fault>) -> Self {
        let mut records = Vec::new();
        let cells = if bytes.len() > LARGEST {
            faults.push(Fault::of_file(file, Problem::TooManyBytes(bytes.len())));
            Self { file: file.to_owned(), header: Vec::new(), records: Vec::new() }
        } else {
            Self::walk(file, bytes, (columns, MOST_ROWS), faults, |_, _, record, _| records.push(record))
        };
        Self { records, ..cells }
    }

    /// Reads a long table row by row, at most `most` of them; see [`Cells::read`].
    pub fn each(
        file: &str,
        bytes: &[u8],
        limits: (&[&str], usize),
        faults: &mut Vec<Fault>,
        mut take: impl FnMut(Row<'_>, &mut Vec<Fault>),
    ) {
        Self::walk(file, bytes, limits, faults, |cells, number, record, faults| {
            if !record.is_empty() {
                take(Row { cells, number, record: &record, faults: Vec::new() }, faults);
            }
        });
    }

    /// Takes record by record, with its row; one that is not whole is empty. Gives the table without its records.
    fn walk(
        file: &str,
        bytes: &[u8],
        (columns, most): (&[&str], usize),
        faults: &mut Vec<Fault>,
        mut take: impl FnMut(&Self, usize, Vec<String>, &mut Vec<Fault>),
    ) -> Self {
        let mut cells = Self { file: file.to_owned(), header: Vec::new(), records: Vec::new() };
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                faults.push(not_utf8(file, bytes, columns, error.valid_up_to()));
                return cells;
            }
        };
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        if !cells.begin(text, &mut reader, columns, faults) {
            return cells;
        }
        let mut records = reader.records().map_while(Result::ok).enumerate().peekable();
        while let Some((index, record)) = records.next() {
            if index >= most {
                faults.push(Fault::of_file(file, Problem::TooManyRows(most)));
                break;
            }
            let record: Vec<String> = record.iter().map(str::to_owned).collect();
            let is_whole = cells.is_whole(index + 2, &record, records.peek().is_none(), faults);
            take(&cells, index + 2, if is_whole { record } else { Vec::new() }, faults);
        }
        cells
    }

    /// Reads the header; whether there is anything behind it to read.
    fn begin(
        &mut self,
        text: &str,
        reader: &mut csv::Reader<&[u8]>,
        columns: &[&str],
        faults: &mut Vec<Fault>,
    ) -> bool {
        let first_line = text.lines().next().unwrap_or_default();
        if first_line.trim().is_empty() {
            faults.push(Fault::of_file(&self.file, Problem::EmptyFile));
            return false;
        }
        if first_line.contains(';') && !first_line.contains(',') {
            faults.push(Fault::of_file(&self.file, Problem::Semicolons));
            return false;
        }
        // The text is UTF-8, and rows of any length are read: records do not fail.
        let header = reader.records().next().and_then(Result::ok);
        self.header = header.iter().flat_map(|record| record.iter().map(str::to_owned)).collect();
        self.has_columns(columns, faults)
    }

    /// Whether a record has its cells, and no quote has swallowed others.
    fn is_whole(&self, number: usize, record: &[String], is_last: bool, faults: &mut Vec<Fault>) -> bool {
        let (row, header) = (record.len(), self.header.len());
        let of_row = |problem| Fault { row: Some(number), ..Fault::of_file(&self.file, problem) };
        if let Some((position, lines)) = swallowed(record.iter().map(String::as_bytes), header, b',', is_last) {
            let column = self.header.get(position).cloned().unwrap_or_default();
            faults.push(Fault { column: Some((column, position)), ..of_row(Problem::StrayQuote(lines)) });
            return false;
        }
        if row != header {
            faults.push(of_row(Problem::Cells { row, header }));
        }
        row == header
    }

    fn has_columns(&self, columns: &[&str], faults: &mut Vec<Fault>) -> bool {
        let problems = missing_columns(self.header.iter().map(String::as_str), columns);
        let whole = problems.is_empty();
        for problem in problems {
            let mut fault = Fault::of_file(&self.file, problem);
            fault.row = Some(1);
            faults.push(fault);
        }
        whole
    }

    /// The rows of the table that have all their cells.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        let numbered = self.records.iter().enumerate().filter(|(_, record)| !record.is_empty());
        numbered.map(|(index, record)| Row { cells: self, number: index + 2, record, faults: Vec::new() })
    }
}

/// The byte at a position is not UTF-8.
fn not_utf8(file: &str, bytes: &[u8], columns: &[&str], position: usize) -> Fault {
    let before = bytes.get(..position).unwrap_or_default();
    let row = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let line = before.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
    // Commas inside of quotes end no cell.
    let mut cells = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(line);
    let cells = cells.byte_records().next().and_then(Result::ok);
    let column = cells.map_or(0, |record| record.len().saturating_sub(1));
    let name = columns.get(column).copied().unwrap_or("?").to_owned();
    let fault = Fault::of_file(file, Problem::NotUtf8(position));
    Fault { row: Some(row), column: Some((name, column)), ..fault }
}

/// One row. Reading a cell that is wrong leaves a fault behind; the first one counts, as the root cause.
pub struct Row<'a> {
    cells: &'a Cells,
    number: usize,
    record: &'a [String],
    faults: Vec<Fault>,
}

impl<'a> Row<'a> {
    fn position(&self, column: &str) -> Option<usize> {
        self.cells.header.iter().position(|name| name == column)
    }

    /// The number of the row as a spreadsheet counts it.
    pub fn number(&self) -> usize {
        self.number
    }

    /// The cell as it stands there; empty where the table has no such column.
    pub fn raw(&self, column: &str) -> &'a str {
        self.position(column).and_then(|position| self.record.get(position)).map(String::as_str).unwrap_or_default()
    }

    /// Notes a fault of this row in a column.
    pub fn fault(&mut self, column: &str, problem: Problem) {
        let position = self.position(column);
        self.faults.push(Fault {
            file: self.cells.file.clone(),
            row: Some(self.number),
            column: position.map(|position| (column.to_owned(), position)),
            excerpt: position.map(|position| Excerpt::of(self.record.iter().map(String::as_str), position)),
            about: self.raw(if self.cells.file == "sources.csv" { "id" } else { "source" }).to_owned(),
            problem,
        });
    }

    /// A text that may be empty.
    pub fn text(&mut self, column: &str) -> String {
        let text = self.raw(column);
        if let Some(problem) = check_text(text) {
            self.fault(column, problem);
        }
        text.to_owned()
    }

    /// A text that must not be empty.
    pub fn required(&mut self, column: &str) -> String {
        let text = self.text(column);
        if text.is_empty() {
            self.fault(column, Problem::EmptyCell);
        }
        text
    }

    /// One of a list of names.
    pub fn name<T>(&mut self, column: &str, names: &[&str], read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.raw(column);
        let found = read(text);
        if found.is_none() {
            self.fault(column, not_a_name(text, names));
        }
        found
    }

    /// Any cell that `read` understands; `problem` says what is wrong with any other.
    pub fn parse<T, E>(
        &mut self,
        column: &str,
        read: impl Fn(&str) -> Result<T, E>,
        problem: impl Fn(String, E) -> Problem,
    ) -> Option<T> {
        let text = self.raw(column);
        match read(text) {
            Ok(found) => Some(found),
            Err(error) => {
                self.fault(column, problem(short(text), error));
                None
            }
        }
    }

    /// The same for a cell that may be empty.
    pub fn optional<T, E>(
        &mut self,
        column: &str,
        read: impl Fn(&str) -> Result<T, E>,
        problem: impl Fn(String, E) -> Problem,
    ) -> Option<T> {
        if self.raw(column).is_empty() { None } else { self.parse(column, read, problem) }
    }

    /// What was read, if nothing was wrong but what may be right after all; the root cause goes to `faults`.
    pub fn finish<T>(self, found: Option<T>, faults: &mut Vec<Fault>) -> Option<T> {
        let cause = self.faults.iter().position(|fault| !fault.problem.is_warning());
        let is_usable = cause.is_none();
        faults.extend(self.faults.into_iter().nth(cause.unwrap_or_default()));
        found.filter(|_| is_usable)
    }
}

/// What is wrong with the columns of a header: those that are missing or stand there more than once.
pub fn missing_columns<'a>(header: impl Iterator<Item = &'a str> + Clone, columns: &[&str]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for column in columns {
        match header.clone().filter(|name| name == column).count() {
            1 => {}
            0 => {
                let near = nearest(column, header.clone().filter(|name| !columns.contains(name))).map(str::to_owned);
                problems.push(Problem::MissingColumn { column: (*column).to_owned(), near });
            }
            count => problems.push(Problem::DoubleColumn { column: (*column).to_owned(), count }),
        }
    }
    problems
}

/// A text that is none of the names that its column knows.
pub fn not_a_name(text: &str, names: &[&str]) -> Problem {
    let near = nearest(text, names.iter().copied()).map(str::to_owned);
    Problem::NotAName { text: short(text), near, names: names.join(", ") }
}
