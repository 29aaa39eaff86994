//! Dates, months and date intervals. A date in this project lies between 1990 and 2100.

use std::fmt;

/// A calendar day between 1990-01-01 and 2100-12-31.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(time::Date);

/// Why a text is not a [`Date`] or [`Month`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateError {
    /// Not written as `YYYY-MM-DD` (or `YYYY-MM` for a month).
    Form,
    /// A day that the calendar does not have, such as 2025-02-31.
    Calendar,
    /// Before 1990 or after 2100.
    Range,
    /// An interval that ends before it begins.
    Reversed,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Form => "is not written as YYYY-MM-DD",
            Self::Calendar => "is a day that the calendar does not have",
            Self::Range => "lies outside 1990 to 2100",
            Self::Reversed => "ends before it begins",
        })
    }
}

/// The digits of `text` as a number; only ASCII digits and exactly `len` of them.
fn digits(text: &str, len: usize) -> Option<u16> {
    (text.len() == len && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

impl Date {
    /// The day with these numbers, where the calendar has it.
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, DateError> {
        if !(1990..=2100).contains(&year) {
            return Err(DateError::Range);
        }
        let month = time::Month::try_from(month).map_err(|_| DateError::Calendar)?;
        time::Date::from_calendar_date(i32::from(year), month, day).map(Self).map_err(|_| DateError::Calendar)
    }

    /// Reads `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let mut parts = text.split('-');
        let (Some(year), Some(month), Some(day), None) = (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(DateError::Form);
        };
        match (digits(year, 4), digits(month, 2), digits(day, 2)) {
            (Some(year), Some(month), Some(day)) => Self::new(year, month as u8, day as u8),
            _ => Err(DateError::Form),
        }
    }

    /// Days since 1970-01-01, the form in which a release stores dates.
    pub fn days(self) -> i32 {
        self.0.to_julian_day() - 2_440_588
    }

    /// The date with this number of days since 1970-01-01, where it is in range.
    pub fn from_days(days: i32) -> Option<Self> {
        let date = time::Date::from_julian_day(days.checked_add(2_440_588)?).ok()?;
        (1990..=2100).contains(&date.year()).then_some(Self(date))
    }

    /// The year, 1990 to 2100.
    pub fn year(self) -> u16 {
        self.0.year() as u16
    }

    /// The month of this day.
    pub fn month(self) -> Month {
        Month { year: self.year(), month: u8::from(self.0.month()) }
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.0.day()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}", self.month(), self.day())
    }
}

/// A month of the calendar, such as January 2025; `2025-01` in addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: u16,
    month: u8,
}

impl Month {
    /// The month with these numbers: 1990 to 2100, 1 to 12.
    pub fn new(year: u16, month: u8) -> Result<Self, DateError> {
        match (year, month) {
            (1990..=2100, 1..=12) => Ok(Self { year, month }),
            (1990..=2100, _) => Err(DateError::Calendar),
            _ => Err(DateError::Range),
        }
    }

    /// Reads `YYYY-MM`.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let (year, month) = text.split_once('-').ok_or(DateError::Form)?;
        match (digits(year, 4), digits(month, 2)) {
            (Some(year), Some(month)) => Self::new(year, month as u8),
            _ => Err(DateError::Form),
        }
    }

    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The number of the month, 1 to 12.
    pub fn number(self) -> u8 {
        self.month
    }

    /// Months since January of year 0; consecutive months differ by one.
    pub fn index(self) -> i32 {
        i32::from(self.year) * 12 + i32::from(self.month) - 1
    }

    /// The month `count` months later (or earlier, if negative), kept between 1990-01 and 2100-12.
    pub fn plus(self, count: i32) -> Self {
        let index = self.index().saturating_add(count).clamp(1990 * 12, 2100 * 12 + 11);
        Self { year: (index / 12) as u16, month: (index % 12) as u8 + 1 }
    }

    /// The first and the last day of the month.
    pub fn span(self) -> DateSpan {
        let first = time::Month::try_from(self.month).unwrap_or(time::Month::January);
        let year = i32::from(self.year);
        let day = |day| time::Date::from_calendar_date(year, first, day).unwrap_or(time::Date::MIN);
        DateSpan { from: Date(day(1)), to: Date(day(first.length(year))) }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// A date interval, both ends included: "Herbst 2021" is 2021-09-01 to 2021-11-30.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DateSpan {
    from: Date,
    to: Date,
}

impl DateSpan {
    /// The interval from `from` to `to`; equal ends are one day.
    pub fn new(from: Date, to: Date) -> Result<Self, DateError> {
        if from > to { Err(DateError::Reversed) } else { Ok(Self { from, to }) }
    }

    /// The first day.
    pub fn from(self) -> Date {
        self.from
    }

    /// The last day.
    pub fn to(self) -> Date {
        self.to
    }

    /// Length in days, at least 1.
    pub fn days(self) -> i32 {
        self.to.days() - self.from.days() + 1
    }

    /// Twice the middle of the interval in days since 1970-01-01 (twice, so that it stays a whole number).
    pub fn twice_middle(self) -> i32 {
        self.from.days() + self.to.days()
    }

    /// Whether the two intervals share a day.
    pub fn overlaps(self, other: Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }

    /// Whether every day of this interval lies in `other`.
    pub fn within(self, other: Self) -> bool {
        other.from <= self.from && self.to <= other.to
    }

    /// Whether more than half of the shorter interval lies in the longer one: both speak of the same time.
    pub fn is_same_time(self, other: Self) -> bool {
        let shared = self.to.min(other.to).days() - self.from.max(other.from).days() + 1;
        2 * shared > self.days().min(other.days())
    }

    /// All months that the interval touches, in order.
    pub fn months(self) -> impl Iterator<Item = Month> {
        let (first, last) = (self.from.month(), self.to.month());
        (0..=last.index() - first.index()).map(move |step| first.plus(step))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_only_days_that_exist() {
        assert_eq!(Date::parse("2024-02-29").map(|d| d.to_string()), Ok("2024-02-29".into()));
        assert_eq!(Date::parse("2025-02-31"), Err(DateError::Calendar));
        assert_eq!(Date::parse("2025-13-01"), Err(DateError::Calendar));
        assert_eq!(Date::parse("0202-01-01"), Err(DateError::Range));
        assert_eq!(Date::parse("9999-01-01"), Err(DateError::Range));
        for wrong in ["", "31.02.2025", "2025-1-1", "2025-01-01 ", "+025-01-01", "2025-01-01-01", "٢٠٢٥-01-01"] {
            assert_eq!(Date::parse(wrong), Err(DateError::Form), "{wrong}");
        }
    }

    #[test]
    fn a_month_has_its_own_length() {
        let february = Month::parse("2024-02").unwrap().span();
        assert_eq!((february.from().to_string(), february.days()), ("2024-02-01".into(), 29));
        assert_eq!(Month::parse("2025-12").unwrap().plus(1).to_string(), "2026-01");
    }

    #[test]
    fn an_interval_knows_its_months() {
        let autumn = DateSpan::new(Date::parse("2021-09-01").unwrap(), Date::parse("2021-11-30").unwrap()).unwrap();
        let months: Vec<String> = autumn.months().map(|m| m.to_string()).collect();
        assert_eq!(months, ["2021-09", "2021-10", "2021-11"]);
        assert_eq!(DateSpan::new(autumn.to(), autumn.from()), Err(DateError::Reversed));
    }

    #[test]
    fn two_intervals_may_speak_of_the_same_time() {
        let span = |from, to| DateSpan::new(Date::parse(from).unwrap(), Date::parse(to).unwrap()).unwrap();
        let (turn, january) = (span("2022-12-31", "2023-01-01"), span("2023-01-01", "2023-01-31"));
        assert!(!turn.is_same_time(january), "half is not more than half");
        assert!(span("2023-11-02", "2023-11-10").is_same_time(span("2023-09-30", "2023-11-09")));
        assert!(january.is_same_time(span("2023-01-01", "2023-12-31")));
        assert!(!january.is_same_time(span("2023-03-01", "2023-03-31")));
    }

    proptest! {
        #[test]
        fn days_and_text_are_the_same_date(days in 7305i32..47846) {
            let date = Date::from_days(days).unwrap();
            prop_assert_eq!(date.days(), days);
            prop_assert_eq!(Date::parse(&date.to_string()), Ok(date));
        }

        #[test]
        fn any_text_is_read_without_a_panic(text in ".*") {
            let _ = (Date::parse(&text), Month::parse(&text));
        }
    }
}
