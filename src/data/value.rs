//! Values as sources print them: an amount, a qualifier ("über", "rund"), sometimes an upper bound.
//!
//! A value stands for an interval `[low, high]` of amounts that it allows. "Mehr als 70" is `[71, ∞)`, never 70.

use std::fmt;

/// What an amount is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Whole things; one step of an [`Amount`] is one thing.
    Count,
    /// Percent with at most one decimal; one step of an [`Amount`] is a tenth of a percent.
    Percent,
    /// Compared with a start that is 100; one step of an [`Amount`] is a tenth. Only computed, never published.
    Index,
}

/// An amount in the smallest step of its [`Unit`], 0 to 999,999,999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(u32);

/// Why a text is not an [`Amount`]. Numbers are read as digits, never as floating point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AmountError {
    /// `1.234` or `1,234`: a separator in a count.
    Separator,
    /// A decimal comma in a percentage.
    Comma,
    /// Anything else that is not plain ASCII digits, such as `inf`, `-5`, ` 5` or `1e3`.
    Digits,
    /// More than one decimal in a percentage.
    Decimals,
    /// Leading zeros.
    LeadingZero,
    /// Above 999,999,999 steps, or above 100 percent.
    Range,
}

impl fmt::Display for AmountError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Separator => "has a separator in a whole number",
            Self::Comma => "has a decimal comma",
            Self::Digits => "is not written with the digits 0 to 9 alone",
            Self::Decimals => "has more than one decimal",
            Self::LeadingZero => "begins with a zero",
            Self::Range => "is out of range",
        })
    }
}

impl Amount {
    /// The largest amount.
    pub const MAX: u32 = 999_999_999;

    /// The amount of this many steps, where it is in range.
    pub fn new(steps: u32) -> Result<Self, AmountError> {
        if steps > Self::MAX { Err(AmountError::Range) } else { Ok(Self(steps)) }
    }

    /// The number of steps.
    pub fn steps(self) -> u32 {
        self.0
    }

    /// The amount as tenths per hundred of a whole, rounded half up; kept in range.
    pub fn per_hundred(self, whole: u32) -> Self {
        let whole = u64::from(whole.max(1));
        let tenths = (u64::from(self.0) * 2_000 + whole) / (2 * whole);
        Self(u32::try_from(tenths).unwrap_or(Self::MAX).min(Self::MAX))
    }
}

impl Unit {
    /// Reads an amount: `330` for counts, `36.8` or `45` for percentages.
    pub fn parse(self, text: &str) -> Result<Amount, AmountError> {
        match self {
            Self::Count => whole(text),
            Self::Percent | Self::Index => {
                let (whole_part, tenth) = match text.split_once('.') {
                    None => (text, 0),
                    Some((_, decimals)) if decimals.len() > 1 => return Err(AmountError::Decimals),
                    Some((whole_part, decimals)) => (whole_part, whole(decimals)?.steps()),
                };
                let steps = whole(whole_part).map_err(|error| match error {
                    AmountError::Separator => AmountError::Comma,
                    other => other,
                })?;
                match steps.steps().checked_mul(10).map(|steps| steps + tenth) {
                    Some(steps @ 0..=1000) => Amount::new(steps),
                    _ => Err(AmountError::Range),
                }
            }
        }
    }

    /// Writes an amount as the data package does (`330`, `36.8`, `45`).
    pub fn write(self, amount: Amount) -> String {
        match (self, amount.0 / 10, amount.0 % 10) {
            (Self::Count, ..) => amount.0.to_string(),
            (_, whole, 0) => whole.to_string(),
            (_, whole, tenth) => format!("{whole}.{tenth}"),
        }
    }

    /// Writes a bound given in steps as [`Unit::write`] does.
    pub fn write_steps(self, steps: u32) -> String {
        self.write(Amount(steps))
    }

    /// How many steps make one of the unit: 1 for counts, 10 for percent.
    pub fn steps(self) -> u32 {
        match self {
            Self::Count => 1,
            Self::Percent | Self::Index => 10,
        }
    }

    /// The name in the data package.
    pub fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Percent => "percent",
            Self::Index => "index",
        }
    }

    /// The unit with this name in the data package.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Count, Self::Percent].into_iter().find(|unit| unit.name() == name)
    }
}

/// A whole number of ASCII digits.
fn whole(text: &str) -> Result<Amount, AmountError> {
    if text.is_empty() || !text.bytes().all(|b| b.is_ascii_digit()) {
        let separated = text.len() > 1
            && text.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b',')
            && text.starts_with(|c: char| c.is_ascii_digit());
        return Err(if separated { AmountError::Separator } else { AmountError::Digits });
    }
    if text.len() > 1 && text.starts_with('0') {
        return Err(AmountError::LeadingZero);
    }
    text.parse().map_err(|_| AmountError::Range).and_then(Amount::new)
}

/// How a source qualifies the amount that it prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Qualifier {
    /// The amount itself.
    Exact,
    /// "Rund": within five percent of the amount (a rule of this project, see [`Value::interval`]).
    About,
    /// "Mindestens".
    AtLeast,
    /// "Über", "mehr als".
    MoreThan,
    /// Not printed, but bounded from above by the ranking that the source prints.
    AtMost,
    /// Not printed, but bounded on both sides by the ranking that the source prints.
    Between,
}

impl Qualifier {
    /// All qualifiers.
    pub const ALL: [Self; 6] = [Self::Exact, Self::About, Self::AtLeast, Self::MoreThan, Self::AtMost, Self::Between];

    /// The name in the data package and in `data-qualifier`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::AtLeast => "at_least",
            Self::MoreThan => "more_than",
            Self::AtMost => "at_most",
            Self::Between => "between",
        }
    }

    /// The qualifier with this name in the data package.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|qualifier| qualifier.name() == name)
    }
}

/// All amounts that a value allows: from `low` to `high`, both included; no `high` is an open end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Interval {
    low: u32,
    high: Option<u32>,
}

impl Interval {
    /// The interval of these bounds in steps; `None` where `high` lies below `low`.
    pub fn new(low: u32, high: Option<u32>) -> Option<Self> {
        high.is_none_or(|high| low <= high).then_some(Self { low, high })
    }

    /// The smallest amount, in steps.
    pub fn low(self) -> u32 {
        self.low
    }

    /// The largest amount, in steps; `None` is an open end.
    pub fn high(self) -> Option<u32> {
        self.high
    }

    /// Whether only one amount is possible.
    pub fn is_exact(self) -> bool {
        self.high == Some(self.low)
    }

    /// Whether the amount lies in the interval.
    pub fn contains(self, steps: u32) -> bool {
        self.low <= steps && self.high.is_none_or(|high| steps <= high)
    }

    /// Whether every amount here is above every amount there.
    pub fn certainly_above(self, other: Self) -> bool {
        other.high.is_some_and(|high| self.low > high)
    }

    /// Whether some amount here is above some amount there.
    pub fn possibly_above(self, other: Self) -> bool {
        self.high.is_none_or(|high| high > other.low)
    }

    /// Twice the middle of a bounded interval, twice the lower end of an open one: an order for lists.
    pub fn twice_middle(self) -> u64 {
        u64::from(self.low) + u64::from(self.high.unwrap_or(self.low))
    }
}

/// A value as published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Value {
    amount: Amount,
    upper: Option<Amount>,
    qualifier: Qualifier,
}

/// Why an amount, an upper bound and a qualifier make no [`Value`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueError {
    /// `between` without an upper bound.
    UpperMissing,
    /// An upper bound beside `exact`, `about` or `at_most`.
    UpperNotAllowed,
    /// An upper bound that leaves no amount.
    UpperTooLow,
}

impl fmt::Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::UpperMissing => "needs an upper bound beside the qualifier between",
            Self::UpperNotAllowed => "has an upper bound, which only at_least, more_than and between can have",
            Self::UpperTooLow => "has an upper bound that leaves no possible amount",
        })
    }
}

impl Value {
    /// The value of these three cells of the data package.
    pub fn new(amount: Amount, upper: Option<Amount>, qualifier: Qualifier) -> Result<Self, ValueError> {
        use Qualifier::{About, AtLeast, AtMost, Between, Exact, MoreThan};
        match (qualifier, upper) {
            (Between, None) => return Err(ValueError::UpperMissing),
            (Exact | About | AtMost, Some(_)) => return Err(ValueError::UpperNotAllowed),
            (MoreThan, Some(upper)) if upper <= amount => return Err(ValueError::UpperTooLow),
            (AtLeast | Between, Some(upper)) if upper < amount => return Err(ValueError::UpperTooLow),
            _ => {}
        }
        Ok(Self { amount, upper, qualifier })
    }

    /// The amount that the source prints (for `between` and `at_least`: the lower bound).
    pub fn amount(self) -> Amount {
        self.amount
    }

    /// The upper bound, where the source gives or implies one.
    pub fn upper(self) -> Option<Amount> {
        self.upper
    }

    /// How the source qualifies the amount.
    pub fn qualifier(self) -> Qualifier {
        self.qualifier
    }

    /// The value as tenths per hundred of a whole: its share of a catalogue, or its index where a start is 100. All amounts
    /// are rounded half up, so that the same count gives the same share, and keep their words ("rund"); "mehr als 70" becomes
    /// "at least" what 71 are.
    pub fn per_hundred(self, whole: u32) -> Self {
        let (amount, qualifier) = match self.qualifier {
            Qualifier::MoreThan => (Amount(self.amount.0 + 1), Qualifier::AtLeast),
            qualifier => (self.amount, qualifier),
        };
        Self { amount: amount.per_hundred(whole), upper: self.upper.map(|upper| upper.per_hundred(whole)), qualifier }
    }

    /// All amounts that the value allows.
    ///
    /// "Rund" is taken as five percent either way, rounded outwards: the sources say "rund 250" of counts that
    /// others print as 251 and 259.
    pub fn interval(self) -> Interval {
        let amount = self.amount.0;
        let upper = self.upper.map(|upper| upper.0);
        let (low, high) = match self.qualifier {
            Qualifier::Exact => (amount, Some(amount)),
            Qualifier::About => {
                let margin = amount.div_ceil(20);
                (amount - margin, Some(amount + margin))
            }
            Qualifier::AtLeast | Qualifier::Between => (amount, upper),
            Qualifier::MoreThan => (amount + 1, upper),
            Qualifier::AtMost => (0, Some(amount)),
        };
        Interval { low, high }
    }
}

#[cfg(test)]
mod tests;
