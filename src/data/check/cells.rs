//! Reads the cells of a table by column name and collects a fault for each cell that cannot be read.

use super::{Fault, Rule, check_text, nearest, rules::short};

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
        let mut cells = Self { file: file.to_owned(), header: Vec::new(), records: Vec::new() };
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        if bytes.len() > LARGEST {
            faults.push(cells.fault(Rule::Size, format!("the file has {} bytes", bytes.len()), "keep it below 50 MB"));
            return cells;
        }
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
                let row = before.iter().filter(|byte| **byte == b'\n').count() + 1;
                let line = before.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
                let column = line.iter().filter(|byte| **byte == b',').count();
                let what = format!("the byte at position {} is not UTF-8", error.valid_up_to());
                let mut fault = cells.fault(Rule::Encoding, what, "save the file as UTF-8, not as Windows-1252");
                fault.row = Some(row);
                fault.column = Some((columns.get(column).copied().unwrap_or("?").to_owned(), column));
                faults.push(fault);
                return cells;
            }
        };
        cells.parse(text, columns, faults);
        cells
    }

    fn parse(&mut self, text: &str, columns: &[&str], faults: &mut Vec<Fault>) {
        let first_line = text.lines().next().unwrap_or_default();
        if first_line.trim().is_empty() {
            faults.push(self.fault(Rule::Columns, "the file is empty".into(), "write a header and at least one row"));
            return;
        }
        if first_line.contains(';') && !first_line.contains(',') {
            let remedy = "save it with commas between the cells (CSV UTF-8), not with semicolons";
            faults.push(self.fault(Rule::Form, "the cells are separated by semicolons".into(), remedy));
            return;
        }
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        for (index, record) in reader.records().enumerate() {
            let record: Vec<String> = match record {
                Ok(record) => record.iter().map(str::to_owned).collect(),
                Err(error) => {
                    faults.push(self.fault(Rule::Form, error.to_string(), "close every quote and save the file again"));
                    return;
                }
            };
            if index == 0 {
                self.header = record;
                if !self.has_columns(columns, faults) {
                    return;
                }
            } else if index > MOST_ROWS {
                faults.push(self.fault(Rule::Size, "the table has over 100,000 rows".into(), "split the package"));
                return;
            } else if record.len() != self.header.len() {
                let what = format!("the row has {} cells, the header {}", record.len(), self.header.len());
                let mut fault = self.fault(Rule::Form, what, "put texts that hold commas into double quotes");
                fault.row = Some(index + 1);
                faults.push(fault);
                self.records.push(Vec::new());
            } else {
                self.records.push(record);
            }
        }
    }

    fn has_columns(&self, columns: &[&str], faults: &mut Vec<Fault>) -> bool {
        let mut whole = true;
        for column in columns {
            match self.header.iter().filter(|name| name == column).count() {
                1 => continue,
                0 => {
                    let near = self.header.iter().map(String::as_str).filter(|name| !columns.contains(name));
                    let remedy = match nearest(column, near) {
                        Some(name) => format!("rename the column {name} to {column}"),
                        None => format!("add a column {column}; docs/data.md says what it holds"),
                    };
                    let mut fault = self.fault(Rule::Columns, format!("the column {column} is missing"), &remedy);
                    fault.row = Some(1);
                    faults.push(fault);
                }
                count => {
                    let what = format!("the column {column} stands there {count} times");
                    faults.push(self.fault(Rule::Columns, what, "keep one of them"));
                }
            }
            whole = false;
        }
        whole
    }

    fn fault(&self, rule: Rule, what: String, remedy: &str) -> Fault {
        Fault { rule, file: self.file.clone(), row: None, column: None, what, remedy: remedy.to_owned() }
    }

    /// The rows of the table that have all their cells.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        let numbered = self.records.iter().enumerate().filter(|(_, record)| !record.is_empty());
        numbered.map(|(index, record)| Row { cells: self, number: index + 2, record, faults: Vec::new() })
    }
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
    pub fn fault(&mut self, rule: Rule, column: &str, what: impl Into<String>, remedy: impl Into<String>) {
        self.faults.push(Fault {
            rule,
            file: self.cells.file.clone(),
            row: Some(self.number),
            column: self.position(column).map(|position| (column.to_owned(), position)),
            what: what.into(),
            remedy: remedy.into(),
        });
    }

    /// A text that may be empty.
    pub fn text(&mut self, column: &str) -> String {
        let text = self.raw(column);
        if let Some((rule, what, remedy)) = check_text(text) {
            self.fault(rule, column, what, remedy);
        }
        text.to_owned()
    }

    /// A text that must not be empty.
    pub fn required(&mut self, column: &str) -> String {
        let text = self.text(column);
        if text.is_empty() {
            self.fault(Rule::Type, column, "the cell is empty", "fill it in");
        }
        text
    }

    /// One of a list of names.
    pub fn name<T>(&mut self, column: &str, names: &[&str], read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.raw(column);
        let found = read(text);
        if found.is_none() {
            let remedy = match nearest(text, names.iter().copied()) {
                Some(name) => format!("did you mean {name}?"),
                None => format!("write one of: {}", names.join(", ")),
            };
            self.fault(Rule::Type, column, format!("“{}” is not a {column}", short(text)), remedy);
        }
        found
    }

    /// Any cell that `read` understands.
    pub fn parse<T, E: std::fmt::Display>(
        &mut self,
        rule: Rule,
        column: &str,
        read: impl Fn(&str) -> Result<T, E>,
        remedy: impl Fn(&str) -> String,
    ) -> Option<T> {
        let text = self.raw(column);
        match read(text) {
            Ok(found) => Some(found),
            Err(error) => {
                self.fault(rule, column, format!("“{}” {error}", short(text)), remedy(text));
                None
            }
        }
    }

    /// The same for a cell that may be empty.
    pub fn optional<T, E: std::fmt::Display>(
        &mut self,
        rule: Rule,
        column: &str,
        read: impl Fn(&str) -> Result<T, E>,
        remedy: impl Fn(&str) -> String,
    ) -> Option<T> {
        if self.raw(column).is_empty() { None } else { self.parse(rule, column, read, remedy) }
    }

    /// What was read, if nothing was wrong; otherwise the root cause goes to `faults`.
    pub fn finish<T>(self, found: Option<T>, faults: &mut Vec<Fault>) -> Option<T> {
        match self.faults.into_iter().next() {
            None => found,
            Some(fault) => {
                faults.push(fault);
                None
            }
        }
    }
}
