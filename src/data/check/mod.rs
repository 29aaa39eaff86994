//! Faults of a data package: what is wrong, where, by which rule, and what to do.
//!
//! One root cause a row. The codes are stable; `docs/checks.md` has one address for each.

mod cells;
mod rules;

pub use cells::{Cells, Row};
pub use rules::check_text;

use std::fmt;

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
    /// V13: sources have an https address or none.
    Source,
    /// V14: no control or direction characters.
    Characters,
    /// V15: no text that a spreadsheet takes for a formula.
    Formula,
    /// V16: sizes.
    Size,
    /// V18: what was superseded says when and why.
    Revision,
    /// V21: a cell that names a row of another table names one that exists.
    Reference,
}

impl Rule {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Encoding => "V01",
            Self::Form => "V02",
            Self::Columns => "V03",
            Self::Type => "V04",
            Self::Place => "V05",
            Self::Area => "V06",
            Self::Key => "V07",
            Self::Complete => "V08",
            Self::Value => "V09",
            Self::Date => "V10",
            Self::Source => "V13",
            Self::Characters => "V14",
            Self::Formula => "V15",
            Self::Size => "V16",
            Self::Revision => "V18",
            Self::Reference => "V21",
        }
    }
}

/// One fault: where, by which rule, what, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Rule that is broken.
    pub rule: Rule,
    /// File inside the package.
    pub file: String,
    /// Row as a spreadsheet counts it (the header is row 1), where the fault has one.
    pub row: Option<usize>,
    /// Column: name and position from 0, where the fault has one.
    pub column: Option<(String, usize)>,
    /// What is wrong, with the offending text.
    pub what: String,
    /// What to do.
    pub remedy: String,
}

/// The letters with which spreadsheets name a column: 0 is A, 26 is AA.
pub fn letters(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    if column < 26 { last.to_string() } else { letters(column / 26 - 1) + &last.to_string() }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.rule.code(), self.file)?;
        if let Some(row) = self.row {
            write!(f, ", row {row}")?;
        }
        if let Some((name, position)) = &self.column {
            write!(f, ", column {} ({name})", letters(*position))?;
        }
        write!(f, ": {}\n    {}", self.what, self.remedy)
    }
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
}
