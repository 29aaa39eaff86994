//! The tables beside the observations: measures, places, service areas, sources, events, breaks.

use super::{Date, DateError, DateSpan, Link, Month, PlaceCode, PlaceKind, Unit};

/// What a figure of a measure is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Per {
    /// One state, counted in the same way for all: the states can be ranked.
    State,
    /// Germany as a whole.
    Germany,
    /// One portal, or the own count of one state: compared with itself only, never ranked.
    Portal,
}

impl Per {
    /// The name in the data package.
    pub fn name(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Germany => "germany",
            Self::Portal => "portal",
        }
    }

    /// The value with this name in the data package.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::State, Self::Germany, Self::Portal].into_iter().find(|per| per.name() == name)
    }
}

/// A way of counting. Two measures never share an axis, a line or a rank; measures of one family count the same
/// thing in the same way for different places (a state, Germany), or are its target.
#[derive(Debug, PartialEq, Eq)]
pub struct Measure {
    /// Id, such as `ozg-land-statewide`.
    pub id: String,
    /// Family, see the type.
    pub family: String,
    /// What an amount is measured in.
    pub unit: Unit,
    /// Full name in German: "OZG-Leistungen, im Land flächendeckend online".
    pub name_de: String,
    /// Full name in English.
    pub name_en: String,
    /// Name for titles and sentences, readable after a number: "OZG-Leistungen im ganzen Land".
    pub short_de: String,
    /// The same in English.
    pub short_en: String,
    /// What is counted, by whom, since when (German).
    pub definition_de: String,
    /// The same in English.
    pub definition_en: String,
    /// Id of the measure that says of how many; empty where there is none.
    pub denominator: String,
    /// What a figure is about.
    pub per: Per,
    /// A target rather than a count.
    pub target: bool,
    /// Id of a measure that looks like a continuation but counts otherwise; empty where there is none.
    pub related: String,
    /// What exists of it and is missing here, beside its newest figures (German); empty where nothing is known to be.
    pub note_de: String,
    /// The same in English.
    pub note_en: String,
}

/// A state or Germany, with what the program uses of it.
#[derive(Debug, PartialEq, Eq)]
pub struct Place {
    /// ISO 3166-2 code.
    pub code: PlaceCode,
    /// Abbreviation: NW.
    pub abbr: String,
    /// German name.
    pub name_de: String,
    /// English name.
    pub name_en: String,
    /// German genitive: "Nordrhein-Westfalens", "des Saarlands".
    pub genitive_de: String,
    /// Area state, city state or country.
    pub kind: PlaceKind,
    /// Column and row on the tile map, from 1; none for Germany.
    pub tile: Option<(u8, u8)>,
}

/// A service area (Themenfeld). Its description stands in the package only.
#[derive(Debug, PartialEq, Eq)]
pub struct Area {
    /// Slug: `bauen-wohnen`.
    pub id: String,
    /// German name.
    pub name_de: String,
    /// English name.
    pub name_en: String,
    /// Of how many service areas it consists: 1, unless several are counted as one.
    pub parts: usize,
}

/// Who published a source; the order is the order of preference where sources conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SourceKind {
    /// Governments, ministries, statistical offices, official portals.
    Official,
    /// Institutes and databases.
    Research,
    /// Newspapers, broadcasters, agencies, websites.
    Press,
    /// Associations, interest groups.
    Association,
    /// Parties and parliamentary groups.
    Party,
}

impl SourceKind {
    /// All kinds, the preferred one first.
    pub const ALL: [Self; 5] = [Self::Official, Self::Research, Self::Press, Self::Association, Self::Party];

    /// The name in the data package.
    pub fn name(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::Research => "research",
            Self::Press => "press",
            Self::Association => "association",
            Self::Party => "party",
        }
    }

    /// The kind with this name in the data package.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A date known to the day, the month or the year, or not at all; kept as written (`2024`, `2024-02`, `2024-02-07`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PartialDate(String);

impl PartialDate {
    /// Reads `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or nothing.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let date = Self(text.to_owned());
        if !text.is_empty() && date.span().is_none() {
            return Err(Date::parse(text).err().unwrap_or(DateError::Form));
        }
        Ok(date)
    }

    /// The days it may be; none where nothing is known.
    pub fn span(&self) -> Option<DateSpan> {
        match self.0.len() {
            4 => {
                let year = self.0.parse().ok()?;
                DateSpan::new(Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?).ok()
            }
            7 => Month::parse(&self.0).ok().map(Month::span),
            10 => Date::parse(&self.0).ok().and_then(|day| DateSpan::new(day, day).ok()),
            _ => None,
        }
    }

    /// The text as written in the data package.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is certainly later than the other; an unknown date is never later.
    pub fn certainly_later(&self, other: &Self) -> bool {
        matches!((self.span(), other.span()), (Some(a), Some(b)) if a.from() > b.to())
    }
}

/// Where a figure was read. Licence and remark stand in the package only.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    /// Id.
    pub id: String,
    /// Publisher, with what a reader has to know of it: who carries it, by which way its words came.
    pub publisher: String,
    /// What the publisher is called where there is little room; empty where that is the same.
    pub short: String,
    /// Title.
    pub title: String,
    /// Address (https), empty where there is none.
    pub url: String,
    /// When it was published, as far as known.
    pub published: PartialDate,
    /// Who published it.
    pub kind: SourceKind,
}

/// Starts of the ids of sources that an import makes: own counts of the official export, and of an invented one.
pub const OWN_COUNTS: [&str; 2] = ["pvog-", "sample-"];

impl Source {
    /// The publisher where there is little room.
    pub fn short_publisher(&self) -> &str {
        if self.short.is_empty() { &self.publisher } else { &self.short }
    }

    /// Whether it is invented: sample data.
    pub fn is_invented(&self) -> bool {
        self.id.starts_with(OWN_COUNTS[1]) || self.id == "sample"
    }

    /// Whether its figures are counted by this project rather than published by others.
    pub fn is_own_count(&self) -> bool {
        OWN_COUNTS.iter().any(|start| self.id.starts_with(start))
    }
}

/// A dated policy event.
#[derive(Debug, PartialEq, Eq)]
pub struct Event {
    /// Id.
    pub id: String,
    /// When.
    pub span: DateSpan,
    /// Where.
    pub place: PlaceCode,
    /// German title.
    pub title_de: String,
    /// English title.
    pub title_en: String,
    /// Source.
    pub source: Link<Source>,
}

/// A target that somebody set for a day, or without one.
#[derive(Debug, PartialEq, Eq)]
pub struct Target {
    /// Id.
    pub id: String,
    /// For where.
    pub place: PlaceCode,
    /// What was to be reached (German).
    pub title_de: String,
    /// What was to be reached (English).
    pub title_en: String,
    /// Who set it (German).
    pub by_de: String,
    /// Who set it (English).
    pub by_en: String,
    /// When it was set.
    pub span: DateSpan,
    /// The day by which it was to be reached; `None` where the source names none.
    pub due: Option<Date>,
    /// The measure that holds the amount that was to be reached, where one was named.
    pub target: Option<Link<Measure>>,
    /// The measure that counts the same thing, where there is one: only its figures may stand beside the target.
    pub counted: Option<Link<Measure>>,
    /// Source.
    pub source: Link<Source>,
}

/// A change of method inside a measure; no growth is computed across it.
#[derive(Debug, PartialEq, Eq)]
pub struct Break {
    /// Measure.
    pub measure: Link<Measure>,
    /// First day of the new method.
    pub date: Date,
    /// What changed (German).
    pub what_de: String,
    /// What changed (English).
    pub what_en: String,
    /// Source.
    pub source: Link<Source>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partial_dates_compare_only_where_certain() {
        let date = |text| PartialDate::parse(text).unwrap();
        assert!(date("2024-04").certainly_later(&date("2024-03-31")));
        assert!(!date("2024-04").certainly_later(&date("2024")));
        assert!(!date("").certainly_later(&date("2020")));
        assert!(PartialDate::parse("April 2024").is_err());
        assert!(PartialDate::parse("2024-13").is_err());
    }
}
