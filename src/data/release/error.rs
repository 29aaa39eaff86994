//! Why a release is refused.

use std::fmt;

/// Version of the form. It grows by one when an older reader would misread a newer file.
pub const SCHEMA: u32 = 2;

/// Why a release is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReleaseError {
    /// Not the form of a release; holds where it stops being one, where that is known.
    Form(String),
    /// Made by a newer version of this program; holds its schema.
    Newer(u32),
    /// A row that is not valid; holds the table, the row (from 0) and what is wrong.
    Row(&'static str, usize, &'static str),
    /// A table without the rows that everything needs.
    Empty(&'static str),
}

impl fmt::Display for ReleaseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form(words) => write!(f, "not a release: {words}"),
            Self::Newer(schema) => write!(f, "schema {schema} is newer than {SCHEMA}: reload the page"),
            Self::Row(table, row, what) => write!(f, "{table}, row {row}: {what}"),
            Self::Empty(table) => write!(f, "{table} has no rows"),
        }
    }
}

impl std::error::Error for ReleaseError {}
