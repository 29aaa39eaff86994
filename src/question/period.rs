//! Which figures of a measure answer: a month, the newest, the oldest, or from one time to another.

use crate::data::Month;

/// One time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Moment {
    /// The oldest figures.
    Earliest,
    /// One month.
    Month(Month),
    /// The newest figures.
    Latest,
}

/// Which figures of a measure answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Period {
    /// The most recent month with the best coverage; over time, all.
    #[default]
    Best,
    /// One time.
    At(Moment),
    /// From one time to another: the second is shown, the first is what it is compared with.
    Between(Moment, Moment),
}

impl Moment {
    /// The spelling in addresses.
    pub fn name(self) -> String {
        match self {
            Self::Earliest => "earliest".to_owned(),
            Self::Month(month) => month.to_string(),
            Self::Latest => "latest".to_owned(),
        }
    }

    /// The moment with this spelling.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "earliest" => Some(Self::Earliest),
            "latest" => Some(Self::Latest),
            _ => Month::parse(name).ok().map(Self::Month),
        }
    }

    /// A number that grows with time.
    fn order(self) -> i32 {
        match self {
            Self::Earliest => i32::MIN,
            Self::Month(month) => month.index(),
            Self::Latest => i32::MAX,
        }
    }
}

impl Period {
    /// From one time to another, the earlier one first; equal times are one time.
    pub fn between(a: Moment, b: Moment) -> Self {
        match a.order().cmp(&b.order()) {
            std::cmp::Ordering::Less => Self::Between(a, b),
            std::cmp::Ordering::Equal => Self::At(a),
            std::cmp::Ordering::Greater => Self::Between(b, a),
        }
    }

    /// The time that is shown, or compared from the second of two.
    pub fn end(self) -> Option<Moment> {
        match self {
            Self::Best => None,
            Self::At(moment) | Self::Between(_, moment) => Some(moment),
        }
    }

    /// The time with which it is compared.
    pub fn start(self) -> Option<Moment> {
        match self {
            Self::Between(moment, _) => Some(moment),
            _ => None,
        }
    }

    /// The spelling in addresses; empty for the default.
    pub fn name(self) -> String {
        match self {
            Self::Best => String::new(),
            Self::At(moment) => moment.name(),
            Self::Between(from, to) => format!("{}..{}", from.name(), to.name()),
        }
    }

    /// The period with this spelling.
    pub fn from_name(name: &str) -> Option<Self> {
        let parts = name.split_once('.').and_then(|(from, to)| Some((from, to.strip_prefix('.')?)));
        match parts {
            Some((from, to)) => Some(Self::between(Moment::from_name(from)?, Moment::from_name(to)?)),
            None => Moment::from_name(name).map(Self::At),
        }
    }

    /// The period with another end or start; a start without an end leaves the end to `fallback`.
    pub fn with(self, start: Option<Moment>, end: Option<Moment>) -> Self {
        match (start, end) {
            (Some(start), Some(end)) => Self::between(start, end),
            (Some(start), None) => Self::between(start, Moment::Latest),
            (None, Some(end)) => Self::At(end),
            (None, None) => Self::Best,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read_in_time_order() {
        let range = Period::from_name("2025-01..2024-01");
        assert_eq!(range.map(Period::name).as_deref(), Some("2024-01..2025-01"));
        assert_eq!(Period::from_name("earliest..latest").map(Period::name).as_deref(), Some("earliest..latest"));
        assert_eq!(Period::from_name("2025-01..2025-01").map(Period::name).as_deref(), Some("2025-01"));
        for wrong in ["", "..", "2025-01..", "..2025-01", "2025-13", "2025-01..x", "2024-01...2025-01"] {
            assert_eq!(Period::from_name(wrong), None, "{wrong}");
        }
    }
}
