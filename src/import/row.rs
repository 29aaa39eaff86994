//! One row of the export.

use crate::data::check::{Problem, digits, not_a_name, short};
use crate::data::package::COVERAGES;
use crate::data::{Date, DateError, PlaceCode};
use csv::ByteRecord;
use unicode_normalization::UnicodeNormalization;

/// Columns that every export has.
pub const COLUMNS: [&str; 9] = [
    "leika_key",
    "leika_name",
    "ars",
    "ars_federal_state",
    "ozgid",
    "ozg_bezeichnung",
    "url",
    "online_status",
    "art_flaechendeckung",
];

/// Columns that an export may have.
pub const OPTIONAL: [&str; 5] = ["aktiv", "bundesland", "leika_bezeichnung", "datenstand_pvog_import", INVENTED];

/// The column by which an invented export says what it is.
pub const INVENTED: &str = "erfunden";

/// How far an online service reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Coverage {
    /// "bundesweit flächendeckend"
    Nationwide,
    /// "landesweit flächendeckend"
    Statewide,
    /// "kreisweit flächendeckend"
    District,
    /// "in mind. einer Kommune verfügbar"
    Municipality,
}

impl Coverage {
    /// All, the widest first.
    pub const ALL: [Self; 4] = [Self::Nationwide, Self::Statewide, Self::District, Self::Municipality];

    /// The name in the package.
    pub fn name(self) -> &'static str {
        let [nationwide, statewide, district, municipality] = COVERAGES;
        match self {
            Self::Nationwide => nationwide,
            Self::Statewide => statewide,
            Self::District => district,
            Self::Municipality => municipality,
        }
    }

    /// The words of the export.
    pub fn words(self) -> &'static str {
        match self {
            Self::Nationwide => "bundesweit flächendeckend",
            Self::Statewide => "landesweit flächendeckend",
            Self::District => "kreisweit flächendeckend",
            Self::Municipality => "in mind. einer Kommune verfügbar",
        }
    }
}

/// The words for rows that the dashboard itself leaves out.
pub const LEFT_OUT: &str = "nicht in Auswertung berücksichtigt";

/// Why a row does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Uncounted {
    /// "nicht in Auswertung berücksichtigt".
    LeftOut,
    /// `aktiv` is `nein`.
    Inactive,
    /// `online_status` is `nicht ok`.
    NotOk,
}

impl Uncounted {
    /// The name for machines.
    pub fn name(self) -> &'static str {
        match self {
            Self::LeftOut => "left_out_by_dashboard",
            Self::Inactive => "inactive",
            Self::NotOk => "not_ok",
        }
    }

    /// What it is, in German and English.
    pub fn words(self) -> [&'static str; 2] {
        match self {
            Self::LeftOut => ["nicht in Auswertung berücksichtigt", "left out by the dashboard"],
            Self::Inactive => ["nicht aktiv", "inactive"],
            Self::NotOk => ["nicht erreichbar (nicht ok)", "not reachable (nicht ok)"],
        }
    }
}

/// A row that could be read.
#[derive(Debug)]
pub struct Row<'a> {
    /// LeiKa key, 14 digits.
    pub leika: u64,
    /// OZG id, five digits, where there is one.
    pub ozg: Option<u32>,
    /// Position of the state, 0 to 15 in the order of the keys; none for Germany.
    pub state: Option<u8>,
    /// Coverage, or why the row does not count.
    pub coverage: Result<Coverage, Uncounted>,
    /// Name of the service.
    pub name: &'a str,
    /// Name of the bundle.
    pub bundle: &'a str,
    /// Address; empty where there is none or it is no web address.
    pub url: &'a str,
    /// Day of the data, where the row has one.
    pub day: Option<Date>,
    /// The row says of itself that it is invented.
    pub is_invented: bool,
    /// What is doubtful about the row, which counts all the same.
    pub doubt: Option<(usize, Problem)>,
}

/// Where the columns stand, and what each state is called.
#[derive(Debug)]
pub struct Header {
    required: [usize; COLUMNS.len()],
    optional: [Option<usize>; OPTIONAL.len()],
    /// Number of cells of a row.
    pub width: usize,
    states: Vec<String>,
    date: Date,
}

impl Header {
    /// Reads the header; names are compared without regard to case and spaces around them. `states` holds the German names of
    /// the states in the order of their keys; data newer than `date` are refused.
    pub fn read(record: &ByteRecord, states: Vec<String>, date: Date) -> Result<Self, Vec<Problem>> {
        let names: Vec<String> =
            record.iter().map(|name| String::from_utf8_lossy(name).trim().to_lowercase()).collect();
        let problems = crate::data::check::missing_columns(names.iter().map(String::as_str), &COLUMNS);
        if !problems.is_empty() {
            return Err(problems);
        }
        let position = |column: &str| names.iter().position(|name| name == column);
        Ok(Self {
            required: COLUMNS.map(|column| position(column).unwrap_or_default()),
            optional: OPTIONAL.map(position),
            width: record.len(),
            states,
            date,
        })
    }

    /// The name of the column at a position, as the export calls it.
    pub fn name(&self, position: usize) -> &'static str {
        let required = self.required.iter().zip(COLUMNS).map(|(at, name)| (Some(*at), name));
        let optional = self.optional.iter().copied().zip(OPTIONAL);
        required.chain(optional).find(|(at, _)| *at == Some(position)).map_or("", |(_, name)| name)
    }

    /// Reads a row, or says in which column what is wrong.
    pub fn row<'a>(&self, record: &'a ByteRecord) -> Result<Row<'a>, (usize, Problem)> {
        if record.len() != self.width {
            return Err((usize::MAX, Problem::Cells { row: record.len(), header: self.width }));
        }
        let text = match std::str::from_utf8(record.as_slice()) {
            Ok(text) => text,
            Err(error) => return Err(self.not_utf8(record, error.valid_up_to())),
        };
        let at = |position: usize| record.range(position).and_then(|range| text.get(range)).unwrap_or_default().trim();
        let [leika_at, name_at, ars_at, state_at, ozg_at, bundle_at, url_at, status_at, cover_at] = self.required;
        let [active_at, land_at, title_at, day_at, invented_at] = self.optional;
        let optional = |position: Option<usize>| position.map(at).unwrap_or_default();

        let leika = digits(at(leika_at), 14).ok_or_else(|| (leika_at, Problem::LeikaKey(short(at(leika_at)))))?;
        let ars = at(ars_at);
        digits(ars, 12).ok_or_else(|| (ars_at, Problem::RegionKey(short(ars))))?;
        let cover = at(cover_at);
        let coverage = match Coverage::ALL.into_iter().find(|coverage| coverage.words().eq_ignore_ascii_case(cover)) {
            Some(coverage) => Ok(coverage),
            None if LEFT_OUT.eq_ignore_ascii_case(cover) => Err(Uncounted::LeftOut),
            None => {
                let names = Coverage::ALL.map(Coverage::words);
                let names: Vec<&str> = names.into_iter().chain([LEFT_OUT]).collect();
                return Err((cover_at, not_a_name(cover, &names)));
            }
        };
        let state = Self::state(ars, at(state_at), coverage == Ok(Coverage::Nationwide));
        let state = state.map_err(|problem| (state_at, problem))?;
        if let (Some(index), land) = (state, optional(land_at)) {
            self.is_named(usize::from(index), land).map_err(|problem| (land_at.unwrap_or_default(), problem))?;
        }
        let ozg = match at(ozg_at) {
            "" => None,
            id => {
                let number = digits(id, 5).and_then(|number| u32::try_from(number).ok());
                Some(number.ok_or_else(|| (ozg_at, Problem::OzgId(short(id))))?)
            }
        };
        let active = one_of(optional(active_at), &["ja", "nein"], true)
            .map_err(|problem| (active_at.unwrap_or_default(), problem))?;
        let may_lack = coverage == Err(Uncounted::LeftOut);
        let status = one_of(at(status_at), &["ok", "nicht ok"], may_lack).map_err(|problem| (status_at, problem))?;
        let day = self.day(day_at.map(|position| (position, at(position))))?;
        let coverage = match (coverage, active, status) {
            (Ok(_), Some(1), _) => Err(Uncounted::Inactive),
            (Ok(_), _, Some(1)) => Err(Uncounted::NotOk),
            (coverage, ..) => coverage,
        };
        let name = Some(at(name_at)).filter(|name| !name.is_empty()).unwrap_or_else(|| optional(title_at));
        let (bundle, url) = (at(bundle_at), at(url_at));
        for (position, text) in [(name_at, name), (bundle_at, bundle)] {
            if text.contains('\u{FFFD}') {
                return Err((position, Problem::Replacement));
            }
        }
        let is_web = url.is_empty() || scheme(url, "https://") || scheme(url, "http://");
        let doubt = (!is_web).then(|| (url_at, Problem::LinkScheme(short(url))));
        let is_invented = optional(invented_at) == "ja";
        let url = if is_web { url } else { "" };
        Ok(Row { leika, ozg, state, coverage, name, bundle, url, day, is_invented, doubt })
    }

    /// The day of the data of a row, which is not after the date of the import.
    fn day(&self, cell: Option<(usize, &str)>) -> Result<Option<Date>, (usize, Problem)> {
        let Some((position, text)) = cell.filter(|(_, text)| !text.is_empty()) else { return Ok(None) };
        let day = day_of(text).map_err(|error| (position, Problem::Date(short(text), error)))?;
        if day > self.date {
            return Err((position, Problem::AfterDate { day, date: self.date }));
        }
        Ok(Some(day))
    }

    fn not_utf8(&self, record: &ByteRecord, position: usize) -> (usize, Problem) {
        let cell = (0..record.len()).find(|index| record.range(*index).is_some_and(|range| range.end > position));
        (cell.unwrap_or_default(), Problem::NotUtf8(position))
    }

    /// The state of a row: `None` for Germany, which only nationwide rows may name.
    fn state(ars: &str, digits: &str, nationwide: bool) -> Result<Option<u8>, Problem> {
        let own = ars.get(..2).unwrap_or_default();
        if !digits.is_empty() && digits != own {
            return Err(Problem::OtherState { key: ars.to_owned(), state: short(digits) });
        }
        match own.parse::<u8>() {
            Ok(0) if nationwide => Ok(None),
            Ok(number @ 1..=16) => Ok(Some(number - 1)),
            _ => Err(Problem::NoState(ars.to_owned())),
        }
    }

    fn is_named(&self, index: usize, land: &str) -> Result<(), Problem> {
        let expected = self.states.get(index).map(String::as_str).unwrap_or_default();
        if land.is_empty() || land == expected || land.nfc().eq(expected.chars()) {
            return Ok(());
        }
        let code = PlaceCode::STATES.get(index).map_or("", |code| code.iso());
        Err(Problem::OtherName(short(land), format!("{expected} ({code})")))
    }
}

/// The position of a text among two words.
fn one_of(text: &str, words: &[&str], may_be_empty: bool) -> Result<Option<usize>, Problem> {
    if text.is_empty() && may_be_empty {
        return Ok(None);
    }
    let found = words.iter().position(|word| word.eq_ignore_ascii_case(text));
    found.map(Some).ok_or_else(|| not_a_name(text, words))
}

fn scheme(url: &str, scheme: &str) -> bool {
    url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
}

/// The day of `2026-11-01`, `2026-11-01T04:00:00Z`, `01.11.2026` or `01.11.2026 04:00`.
fn day_of(text: &str) -> Result<Date, DateError> {
    let start = text.get(..10).ok_or(DateError::Form)?;
    let parts: Vec<&str> = start.split('.').collect();
    match parts.as_slice() {
        [day, month, year] => Date::parse(&format!("{year}-{month}-{day}")),
        _ => Date::parse(start),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_two_forms() {
        let day = Date::parse("2026-11-01").ok();
        for text in ["2026-11-01", "2026-11-01T04:00:00Z", "01.11.2026", "01.11.2026 04:00"] {
            assert_eq!(day_of(text).ok(), day, "{text}");
        }
        assert_eq!(day_of("gestern"), Err(DateError::Form));
        assert_eq!(day_of("30.02.2026"), Err(DateError::Calendar), "the form is right, the day is not");
    }
}
