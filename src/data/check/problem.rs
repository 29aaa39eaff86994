//! What can be wrong with a data package, a catalogue or an export, as values; `words::command::fault` says it in both languages.

use super::Rule;
use crate::data::{AmountError, Date, DateError, ValueError};

/// What is wrong. Each variant holds the offending text and what helps to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The file has this many bytes, above the limit.
    TooManyBytes(usize),
    /// The byte at this position is not UTF-8.
    NotUtf8(usize),
    /// The file is empty.
    EmptyFile,
    /// The table has a header only.
    NoRows,
    /// The file is not there.
    MissingFile,
    /// Not JSON.
    NotJson,
    /// The descriptor names no resource for this table.
    NoResource(String),
    /// The schema of a table has no such field.
    NoField {
        /// Table.
        table: String,
        /// Field that is missing.
        column: String,
    },
    /// The cells are separated by semicolons.
    Semicolons,
    /// A file of another kind, such as "HTML"; what to do stands in the words.
    OtherKind(&'static str),
    /// The file ends too early or is damaged.
    Damaged(Damage),
    /// A quoted cell that swallows whole rows over this many lines: a quote too many, or one that is never closed.
    StrayQuote(usize),
    /// A page of JSON that cannot be read beyond this line and column.
    BrokenPage {
        /// Line.
        line: usize,
        /// Column.
        column: usize,
    },
    /// An entry of a page that is no object.
    NotAnEntry,
    /// More rows than the limit.
    TooManyRows(usize),
    /// A row with more or fewer cells than the header.
    Cells {
        /// Cells of the row.
        row: usize,
        /// Columns of the header.
        header: usize,
    },
    /// A cell of this many bytes, above the limit.
    LongCell(usize),
    /// A row of more than this many bytes.
    LongRow(u64),
    /// A file that unpacks to more than this many bytes.
    Unpacked(u64),
    /// A column that is not there, and the unknown one that looks like it.
    MissingColumn {
        /// Column.
        column: String,
        /// Name that looks like it.
        near: Option<String>,
    },
    /// A column that stands there several times.
    DoubleColumn {
        /// Column.
        column: String,
        /// How often.
        count: usize,
    },
    /// A cell that must not be empty.
    EmptyCell,
    /// Not one of the names that the column knows.
    NotAName {
        /// The text.
        text: String,
        /// The nearest name.
        near: Option<String>,
        /// All names.
        names: String,
    },
    /// Not an amount.
    Amount(String, AmountError),
    /// Not a date.
    Date(String, DateError),
    /// Not a date that may be a year or a month.
    PartialDate(String, DateError),
    /// A text of this many characters.
    TooLong(usize),
    /// A control, direction or zero-width character.
    Hidden(char),
    /// A separate accent (not NFC).
    Accent(char),
    /// The replacement character.
    Replacement,
    /// Begins like a formula.
    FormulaText(String),
    /// Begins or ends with a space.
    Spaces(String),
    /// The key stands in an earlier row.
    DoubleKey(usize),
    /// Not an id of the table.
    NotInTable {
        /// The text.
        text: String,
        /// The table.
        table: String,
        /// The nearest id.
        near: Option<String>,
    },
    /// Not a place; the nearest one as "Thüringen (DE-TH)".
    NotAPlace {
        /// The text.
        text: String,
        /// The nearest place.
        near: Option<String>,
    },
    /// The name of another state than that of the regional key, and that state: "Schleswig-Holstein (DE-SH)".
    OtherName(String, String),
    /// Not an area of the catalogue, and the nearest id.
    NotAnArea(String, Option<String>),
    /// A bundle without its id.
    NoOzgId(String),
    /// A regional key that is not that of the place.
    PlaceKey {
        /// The text.
        text: String,
        /// The key that it should be.
        key: String,
    },
    /// A place without a row.
    MissingPlace(String),
    /// The tile of another state; holds its row.
    SameTile(usize),
    /// Not a column or row of the tile map.
    Tile(String),
    /// A place without inhabitants.
    NoPeople,
    /// Not an area in square kilometres.
    SquareKilometres(String),
    /// Not a slug, or a word that has another meaning in addresses.
    NotASlug(String),
    /// An interval that ends before it begins.
    EndsEarly(Date, Date),
    /// A day after today.
    Future {
        /// The day.
        day: Date,
        /// Today.
        today: Date,
    },
    /// Value, upper and qualifier do not fit.
    Bounds(ValueError),
    /// A due date of a measure that is no target; holds the measure.
    DueOfCount(String),
    /// A target that was due before it was set.
    DueBefore,
    /// Superseded before it was recorded.
    SupersededEarly {
        /// Day of `superseded`.
        superseded: Date,
        /// Day of `recorded`.
        recorded: Date,
    },
    /// `superseded` without `reason`, or the other way round.
    SupersededAlone,
    /// Not an https address.
    NotHttps(String),
    /// A link with a scheme other than http or https.
    LinkScheme(String),
    /// The same in a list that was cleaned.
    NotALink(String),
    /// A figure above the one that contains it.
    PartAboveWhole {
        /// The part: "ozg-land-statewide 210".
        part: String,
        /// The whole: "ozg-land-any 197".
        whole: String,
    },
    /// States or areas without a figure where the others have one.
    Gaps {
        /// What was counted, when.
        of: String,
        /// What is missing, as a list, cut after five.
        missing: String,
        /// How many are missing.
        count: usize,
    },
    /// States that the export does not have.
    MissingStates {
        /// Their names.
        names: String,
        /// How many.
        count: usize,
    },
    /// A state with rows of which none counts.
    NoneCounts {
        /// Its name.
        state: String,
        /// Number of its rows.
        rows: u64,
        /// Why they do not count, in German and English.
        why: [String; 2],
    },
    /// Data of another month than the date of the import.
    OtherMonth {
        /// The months with the numbers of their rows.
        months: String,
        /// Date of the import.
        date: Date,
    },
    /// The list of services gives another number than the figure.
    ListDiffers {
        /// The figure: "ozg-land-any, DE-NW, bildung".
        of: String,
        /// Number of entries of the list.
        listed: u32,
        /// The figure.
        figure: String,
    },
    /// The list is of a day of which there are no figures.
    ListAlone(Date),
    /// A row of the list of another day than its first row.
    OtherDay {
        /// Day of the row.
        day: String,
        /// Day of the first row.
        first: String,
    },
    /// `nationwide` elsewhere than under `DE`, or the other way round.
    NotNationwide,
    /// Lower than the figure before it.
    Fall {
        /// What was compared: "ozg-land-any, DE-NW".
        of: String,
        /// Old amount with its date.
        old: String,
        /// New amount with its date.
        new: String,
    },
    /// More than a fifth above the figure before it.
    Jump {
        /// What was compared.
        of: String,
        /// Old amount with its date.
        old: String,
        /// New amount with its date.
        new: String,
    },
    /// A file other than the release says: "bytes", "sha256", "rows", "status" or a header.
    Manifest {
        /// What differs.
        what: String,
        /// As the release says.
        said: String,
        /// As found.
        found: String,
    },
    /// A file that is not what was downloaded.
    NotAsFetched,
    /// A live site does not give a file; why, in German and English.
    NoAnswer([String; 2]),
    /// A file of a live site that the release does not have.
    Surplus,
    /// A row of the last release that was changed or removed: its key.
    Rewritten(String),
    /// The data changed, and its version did not grow.
    SameVersion(String),
    /// A page or a file of the site that does not show the package.
    PageDiffers(String),
    /// Counted rows that the catalogue does not know.
    Uncatalogued {
        /// Their share, in percent.
        share: u64,
        /// Number of OZG services that it lacks.
        bundles: usize,
    },
    /// Not a LeiKa key.
    LeikaKey(String),
    /// Not an OZG id.
    OzgId(String),
    /// Not a regional key of 12 digits.
    RegionKey(String),
    /// A regional key of no state, or one of all states in a row that is not nationwide.
    NoState(String),
    /// A regional key in another state.
    OtherState {
        /// Regional key.
        key: String,
        /// Digits of the state.
        state: String,
    },
    /// A service that two rows of the catalogue put into different areas.
    TwoAreas {
        /// Area in this row.
        area: String,
        /// Area in the first row.
        first: String,
        /// Number of the first row.
        row: usize,
    },
    /// The data of the export are newer than the date given.
    AfterDate {
        /// Date in the row.
        day: Date,
        /// Date of the import.
        date: Date,
    },
}

/// How a file is damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// It ends too early.
    Cut,
    /// Its packed content does not agree with its checksum or form.
    Corrupt,
}

impl Damage {
    /// What an error of unpacking means.
    pub fn of(error: &std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::UnexpectedEof { Self::Cut } else { Self::Corrupt }
    }
}

impl Problem {
    /// The rule that is broken. Where a word of a table is missing, the table decides.
    pub fn rule(&self) -> Rule {
        match self {
            Self::NotUtf8(_) | Self::Accent(_) | Self::Replacement => Rule::Encoding,
            Self::NotJson | Self::Semicolons | Self::OtherKind(_) | Self::Damaged(_) => Rule::Form,
            Self::Cells { .. } | Self::Spaces(_) | Self::StrayQuote(_) => Rule::Form,
            Self::BrokenPage { .. } | Self::NotAnEntry => Rule::Form,
            Self::EmptyFile | Self::MissingColumn { .. } | Self::DoubleColumn { .. } => Rule::Columns,
            Self::NoField { .. } => Rule::Columns,
            Self::EmptyCell | Self::NotAName { .. } | Self::LeikaKey(_) => Rule::Type,
            Self::OzgId(_) | Self::NoOzgId(_) => Rule::Type,
            Self::NotAPlace { .. } | Self::PlaceKey { .. } | Self::RegionKey(_) | Self::OtherState { .. } => {
                Rule::Place
            }
            Self::SameTile(_) | Self::Tile(_) | Self::OtherName(..) | Self::NoState(_) => Rule::Place,
            Self::NoPeople | Self::SquareKilometres(_) => Rule::Value,
            Self::NotASlug(_) => Rule::Area,
            Self::NotInTable { table, .. } if table == "areas.csv" => Rule::Area,
            Self::NotInTable { .. } => Rule::Reference,
            Self::NotAnArea(..) | Self::TwoAreas { .. } | Self::Uncatalogued { .. } => Rule::Area,
            Self::DoubleKey(_) => Rule::Key,
            Self::NoRows | Self::MissingFile | Self::NoResource(_) | Self::MissingPlace(_) => Rule::Complete,
            Self::Gaps { .. } | Self::NoneCounts { .. } | Self::MissingStates { .. } => Rule::Complete,
            Self::Amount(..) | Self::Bounds(_) => Rule::Value,
            Self::Date(..) | Self::PartialDate(..) | Self::EndsEarly(..) | Self::Future { .. } => Rule::Date,
            Self::AfterDate { .. } | Self::DueOfCount(_) | Self::DueBefore => Rule::Date,
            Self::PartAboveWhole { .. } => Rule::Sum,
            Self::Fall { .. } | Self::Jump { .. } => Rule::Change,
            Self::NotHttps(_) | Self::LinkScheme(_) | Self::NotALink(_) => Rule::Source,
            Self::Hidden(_) => Rule::Characters,
            Self::FormulaText(_) => Rule::Formula,
            Self::TooManyBytes(_) | Self::TooManyRows(_) | Self::TooLong(_) => Rule::Size,
            Self::LongCell(_) | Self::LongRow(_) | Self::Unpacked(_) => Rule::Size,
            Self::Manifest { .. } | Self::Surplus | Self::NotAsFetched => Rule::Manifest,
            Self::NoAnswer(_) => Rule::Manifest,
            Self::SupersededEarly { .. } | Self::SupersededAlone | Self::Rewritten(_) => Rule::Revision,
            Self::SameVersion(_) => Rule::Version,
            Self::PageDiffers(_) => Rule::Page,
            Self::ListDiffers { .. } | Self::ListAlone(_) | Self::OtherDay { .. } | Self::NotNationwide => Rule::List,
            Self::OtherMonth { .. } => Rule::Month,
        }
    }

    /// Whether it may be right after all: a warning, which passes where its code is accepted.
    pub fn is_warning(&self) -> bool {
        matches!(
            self,
            Self::Fall { .. }
                | Self::Jump { .. }
                | Self::Future { .. }
                | Self::Gaps { .. }
                | Self::NoneCounts { .. }
                | Self::MissingStates { .. }
                | Self::OtherMonth { .. }
                | Self::LinkScheme(_)
                | Self::Uncatalogued { .. }
        )
    }

    /// How much of what it names an acceptance counts: figures that are missing, else one.
    pub fn extent(&self) -> usize {
        match self {
            Self::Gaps { count, .. } | Self::MissingStates { count, .. } => *count,
            _ => 1,
        }
    }
}
