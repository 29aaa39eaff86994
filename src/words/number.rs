//! Numbers: `1.484` and `12,5 %` in German, `1,484` and `12.5 %` in English.

use super::pick;
use crate::answer::RankInterval;
use crate::data::{Qualifier, Unit, Value};
use crate::question::Lang;

/// A number of rows, files or the like, with separators.
#[cfg(not(target_arch = "wasm32"))]
pub fn count_of(number: u64, lang: Lang) -> String {
    count(u32::try_from(number).unwrap_or(u32::MAX), lang)
}

/// A whole number with separators of thousands.
pub fn count(number: u32, lang: Lang) -> String {
    let digits = number.to_string();
    let separator = pick(lang, ".", ",");
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push_str(separator);
        }
        text.push(digit);
    }
    text
}

/// An amount given in steps of the unit, without its unit sign.
fn bare(steps: u32, unit: Unit, lang: Lang) -> String {
    match (unit, steps % 10) {
        (Unit::Count, _) => count(steps, lang),
        (_, 0) => count(steps / 10, lang),
        (_, tenth) => format!("{}{}{tenth}", count(steps / 10, lang), pick(lang, ",", ".")),
    }
}

/// An amount given in steps of the unit, with its unit sign: `1.484`, `36,8 %`.
pub fn amount(steps: u32, unit: Unit, lang: Lang) -> String {
    match unit {
        Unit::Count | Unit::Index => bare(steps, unit, lang),
        Unit::Percent => bare(steps, unit, lang) + "\u{A0}%",
    }
}

/// A value as it stands in a column: `197`, `über 200`, `198–229`.
pub fn value_column(value: Value, unit: Unit, lang: Lang) -> String {
    let shown = amount(value.amount().steps(), unit, lang);
    match (value.qualifier(), value.upper()) {
        (Qualifier::Exact, _) => shown,
        (Qualifier::Between, Some(upper)) => {
            format!("{}–{}", bare(value.amount().steps(), unit, lang), amount(upper.steps(), unit, lang))
        }
        (Qualifier::About, _) => pick(lang, "rund ", "about ").to_owned() + &shown,
        (Qualifier::MoreThan, _) => pick(lang, "über ", "over ").to_owned() + &shown,
        (Qualifier::AtLeast | Qualifier::Between, _) => pick(lang, "mindestens ", "at least ").to_owned() + &shown,
        (Qualifier::AtMost, _) => pick(lang, "höchstens ", "at most ").to_owned() + &shown,
    }
}

/// A value where there is little room: `197`, `> 200`, `≈ 250`, `198–229`; without the sign of percent.
pub fn value_tile(value: Value, unit: Unit, lang: Lang) -> String {
    let shown = bare(value.amount().steps(), unit, lang);
    let sign = match value.qualifier() {
        Qualifier::Exact => "",
        Qualifier::About => "≈\u{A0}",
        Qualifier::MoreThan => ">\u{A0}",
        Qualifier::AtLeast => "≥\u{A0}",
        Qualifier::AtMost => "≤\u{A0}",
        Qualifier::Between => {
            let upper = value.upper().map(|upper| bare(upper.steps(), unit, lang)).unwrap_or_default();
            return format!("{shown}–{upper}");
        }
    };
    format!("{sign}{shown}")
}

/// A value in full: `198 bis 229 (aus der Rangfolge der Quelle)`, `über 200, höchstens 210 (aus der Rangfolge der Quelle)`.
pub fn value_long(value: Value, unit: Unit, lang: Lang) -> String {
    let ranking = pick(lang, "aus der Rangfolge der Quelle", "from the ranking of the source");
    match (value.qualifier(), value.upper()) {
        (Qualifier::Between, Some(upper)) => {
            let (low, high) = (bare(value.amount().steps(), unit, lang), amount(upper.steps(), unit, lang));
            format!("{low} {} {high} ({ranking})", pick(lang, "bis", "to"))
        }
        (_, Some(upper)) => {
            let most = amount(upper.steps(), unit, lang);
            format!("{}, {} {most} ({ranking})", value_column(value, unit, lang), pick(lang, "höchstens", "at most"))
        }
        (_, None) => value_column(value, unit, lang),
    }
}

/// A rank interval: `13`, `6–12`.
pub fn rank(rank: RankInterval) -> String {
    if rank.is_certain() { rank.best.to_string() } else { format!("{}–{}", rank.best, rank.worst) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Amount;

    #[test]
    fn numbers_follow_the_language() {
        assert_eq!((count(1_484, Lang::De).as_str(), count(1_484, Lang::En).as_str()), ("1.484", "1,484"));
        assert_eq!((count(7, Lang::De).as_str(), count(83_577_140, Lang::De).as_str()), ("7", "83.577.140"));
        assert_eq!(amount(368, Unit::Percent, Lang::De), "36,8\u{A0}%");
        assert_eq!(amount(450, Unit::Percent, Lang::En), "45\u{A0}%");
    }

    #[test]
    fn values_keep_their_wording() {
        let value = |amount, upper: Option<u32>, qualifier| {
            let steps = |n| Amount::new(n).unwrap();
            Value::new(steps(amount), upper.map(steps), qualifier).unwrap()
        };
        let band = value(198, Some(229), Qualifier::Between);
        assert_eq!(value_column(band, Unit::Count, Lang::De), "198–229");
        assert_eq!(value_long(band, Unit::Count, Lang::De), "198 bis 229 (aus der Rangfolge der Quelle)");
        let over = value(200, Some(210), Qualifier::MoreThan);
        assert_eq!(value_column(over, Unit::Count, Lang::De), "über 200");
        assert_eq!(value_long(over, Unit::Count, Lang::En), "over 200, at most 210 (from the ranking of the source)");
        assert_eq!(value_long(value(250, None, Qualifier::About), Unit::Count, Lang::De), "rund 250");
    }
}
