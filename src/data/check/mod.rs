//! Faults of a data package, a catalogue or an export: what is wrong, where, by which rule.
//!
//! One root cause a row. The codes are stable; `docs/checks.md` has one address for each. What a fault says in German or
//! English is made by `words::command::fault`.

mod acceptance;
mod against;
mod cells;
mod list;
mod problem;
mod quotes;
mod rules;
mod sums;

pub use acceptance::{Acceptance, accepted, extents, settle};
pub use against::against;
pub use cells::{Cells, Row, missing_columns, not_a_name};
pub use list::{check_list, day_of_list};
pub use problem::{Damage, Problem};
pub use quotes::swallowed;
pub(crate) use rules::is_hidden;
pub use rules::{FORMULA, check_text, digits, short};
pub use sums::sums;

use crate::data::columns::TABLES;

/// A rule of the check, with a stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// V01: UTF-8, composed characters.
    Encoding,
    /// V02: comma, quotes, as many cells as columns.
    Form,
    /// V03: the columns of the table.
    Columns,
    /// V04: the type of a cell.
    Type,
    /// V05: places are the sixteen states and Germany.
    Place,
    /// V06: service areas are those of `areas.csv`.
    Area,
    /// V07: keys are unique.
    Key,
    /// V08: every table is there, with all its places.
    Complete,
    /// V09: values lie in their range and bounds make sense.
    Value,
    /// V10: dates exist, are in order and are not in the future.
    Date,
    /// V11: a part is not above its whole.
    Sum,
    /// V12: no fall and no jump of more than a fifth since the last release.
    Change,
    /// V13: sources have an https address or none.
    Source,
    /// V14: no control or direction characters.
    Characters,
    /// V15: no text that a spreadsheet takes for a formula.
    Formula,
    /// V16: sizes.
    Size,
    /// V17: published files are those that the manifest names.
    Manifest,
    /// V18: what was superseded says when and why; nothing of the last release is edited or removed.
    Revision,
    /// V19: the version grows with the data.
    Version,
    /// V20: the published pages show the package.
    Page,
    /// V21: a cell that names a row of another table names one that exists.
    Reference,
    /// V22: the list of services gives the figures.
    List,
    /// V23: the data of an export are of the month of its date.
    Month,
}

impl Rule {
    /// All rules in the order of their codes.
    pub const ALL: [Self; 23] = [
        Self::Encoding,
        Self::Form,
        Self::Columns,
        Self::Type,
        Self::Place,
        Self::Area,
        Self::Key,
        Self::Complete,
        Self::Value,
        Self::Date,
        Self::Sum,
        Self::Change,
        Self::Source,
        Self::Characters,
        Self::Formula,
        Self::Size,
        Self::Manifest,
        Self::Revision,
        Self::Version,
        Self::Page,
        Self::Reference,
        Self::List,
        Self::Month,
    ];

    /// Rules of which there are warnings, which may be right after all.
    pub const WARNINGS: [Self; 6] = [Self::Area, Self::Complete, Self::Date, Self::Change, Self::Source, Self::Month];

    /// The stable code: `V01` to `V23`.
    pub fn code(self) -> String {
        let position = Self::ALL.iter().position(|rule| *rule == self).unwrap_or_default();
        format!("V{:02}", position + 1)
    }

    /// The rule with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.code().eq_ignore_ascii_case(code))
    }
}

/// The text of a row and where in it the faulty cell stands, in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The row, cut around the cell.
    pub line: String,
    /// Where the cell begins.
    pub start: usize,
    /// How long it is, at least 1.
    pub width: usize,
}

impl Excerpt {
    /// The cell at `position` in its row.
    pub fn of<'a>(cells: impl Iterator<Item = &'a str>, position: usize) -> Self {
        let (mut line, mut start, mut width) = (String::new(), 0, 1);
        for (index, cell) in cells.enumerate() {
            if index > 0 {
                line.push(',');
            }
            let shown: String = short(cell).chars().map(|c| if c.is_control() { '·' } else { c }).collect();
            if index == position {
                (start, width) = (line.chars().count(), shown.chars().count().max(1));
            }
            line.push_str(&shown);
        }
        // A window of eighty characters that holds the cell.
        let skip = start.saturating_sub(40);
        let cut: String = line.chars().skip(skip).take(80.max(start - skip + width)).collect();
        Self { line: cut, start: start - skip, width }
    }
}

/// One fault: where, what, by which rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// File inside the package, or the path of the export.
    pub file: String,
    /// Row as a spreadsheet counts it (the header is row 1), where the fault has one.
    pub row: Option<usize>,
    /// Column: name and position from 0, where the fault has one.
    pub column: Option<(String, usize)>,
    /// The row's text around the cell.
    pub excerpt: Option<Excerpt>,
    /// Id of the source of the figures that it is about; empty where it is about none. An acceptance names it.
    pub about: String,
    /// What is wrong.
    pub problem: Problem,
}

impl Fault {
    /// A fault of a whole file.
    pub fn of_file(file: &str, problem: Problem) -> Self {
        Self { file: file.to_owned(), row: None, column: None, excerpt: None, about: String::new(), problem }
    }

    /// A fault between figures: in a row and a column of `observations.csv`, or of the whole table.
    pub fn of_figure(row: Option<usize>, column: &str, problem: Problem) -> Self {
        let file = "observations.csv";
        let columns = TABLES.iter().find(|(name, _)| *name == file).map_or(&[] as &[&str], |(_, columns)| columns);
        let position = columns.iter().position(|name| *name == column).filter(|_| row.is_some());
        Self { row, column: position.map(|at| (column.to_owned(), at)), ..Self::of_file(file, problem) }
    }

    /// The same, about figures of a source.
    pub fn about(self, source: &str) -> Self {
        Self { about: source.to_owned(), ..self }
    }

    /// The rule that is broken.
    pub fn rule(&self) -> Rule {
        self.problem.rule()
    }
}

/// The letters with which spreadsheets name a column: 0 is A, 26 is AA.
pub fn letters(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    if column < 26 { last.to_string() } else { letters(column / 26 - 1) + &last.to_string() }
}

/// The nearest of the candidates, if it is near: for "did you mean".
pub fn nearest<'a>(text: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let wanted: Vec<char> = text.to_lowercase().chars().collect();
    let distance = |candidate: &str| {
        let other: Vec<char> = candidate.to_lowercase().chars().collect();
        let mut row: Vec<usize> = (0..=other.len()).collect();
        for (i, a) in wanted.iter().enumerate() {
            let mut next = vec![i + 1];
            for ((b, diagonal), above) in other.iter().zip(&row).zip(row.iter().skip(1)) {
                let left = next.last().copied().unwrap_or_default();
                next.push((above + 1).min(left + 1).min(diagonal + usize::from(a != b)));
            }
            row = next;
        }
        row.last().copied().unwrap_or_default()
    };
    candidates
        .map(|candidate| (distance(candidate), candidate))
        .min()
        .filter(|(distance, candidate)| *distance <= 1 + candidate.chars().count() / 4)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_spreadsheet_letters() {
        assert_eq!([0, 25, 26, 701].map(letters), ["A", "Z", "AA", "ZZ"]);
    }

    #[test]
    fn a_slip_finds_its_word() {
        let words = ["DE-TH", "bauen-wohnen", "ozg-land-any"];
        assert_eq!(nearest("bauen-wohnung", words.into_iter()), Some("bauen-wohnen"));
        assert_eq!(nearest("ozg-land-anny", words.into_iter()), Some("ozg-land-any"));
        assert_eq!(nearest("zzzz", words.into_iter()), None);
    }

    #[test]
    fn codes_lead_back_to_their_rules() {
        assert_eq!((Rule::Encoding.code(), Rule::Month.code()), ("V01".to_owned(), "V23".to_owned()));
        for rule in Rule::ALL {
            assert_eq!(Rule::from_code(&rule.code()), Some(rule));
        }
        assert_eq!(Rule::from_code("V99"), None);
    }

    #[test]
    fn an_excerpt_points_at_its_cell() {
        let found = Excerpt::of(["ä", "1.234", "x"].into_iter(), 1);
        assert_eq!((found.line.as_str(), found.start, found.width), ("ä,1.234,x", 2, 5));
        let long = "y".repeat(60);
        let found = Excerpt::of([long.as_str(), long.as_str(), "bad", "z"].into_iter(), 2);
        let marked: String = found.line.chars().skip(found.start).take(found.width).collect();
        assert_eq!(marked, "bad");
        assert_eq!(Excerpt::of(["", ""].into_iter(), 1).width, 1);
    }
}
