//! The tests of values.

use super::*;
use proptest::prelude::*;

fn value(amount: u32, upper: Option<u32>, qualifier: Qualifier) -> Result<Value, ValueError> {
    Value::new(Amount(amount), upper.map(Amount), qualifier)
}

fn bounds(amount: u32, upper: Option<u32>, qualifier: Qualifier) -> (u32, Option<u32>) {
    let interval = value(amount, upper, qualifier).unwrap().interval();
    (interval.low(), interval.high())
}

#[test]
fn qualifiers_are_intervals() {
    assert_eq!(bounds(197, None, Qualifier::Exact), (197, Some(197)));
    assert_eq!(bounds(70, None, Qualifier::MoreThan), (71, None));
    assert_eq!(bounds(200, Some(210), Qualifier::MoreThan), (201, Some(210)));
    assert_eq!(bounds(198, Some(229), Qualifier::Between), (198, Some(229)));
    assert_eq!(bounds(125, None, Qualifier::AtLeast), (125, None));
    assert_eq!(bounds(90, None, Qualifier::AtMost), (0, Some(90)));
    assert_eq!(bounds(250, None, Qualifier::About), (237, Some(263)));
    assert_eq!(bounds(0, None, Qualifier::About), (0, Some(0)));
}

#[test]
fn upper_bounds_must_make_sense() {
    assert_eq!(value(198, None, Qualifier::Between), Err(ValueError::UpperMissing));
    assert_eq!(value(197, Some(200), Qualifier::Exact), Err(ValueError::UpperNotAllowed));
    assert_eq!(value(200, Some(200), Qualifier::MoreThan), Err(ValueError::UpperTooLow));
    assert_eq!(value(200, Some(199), Qualifier::AtLeast), Err(ValueError::UpperTooLow));
}

#[test]
fn counts_are_whole_numbers() {
    assert_eq!(Unit::Count.parse("330"), Ok(Amount(330)));
    assert_eq!(Unit::Count.parse("0"), Ok(Amount(0)));
    for separated in ["1.234", "1,234", "12,5"] {
        assert_eq!(Unit::Count.parse(separated), Err(AmountError::Separator), "{separated}");
    }
    for wrong in ["", "-5", "+5", "1e3", " 5", "5 ", "٣", "inf", "NaN", ".5", "0x10"] {
        assert_eq!(Unit::Count.parse(wrong), Err(AmountError::Digits), "{wrong}");
    }
    assert_eq!(Unit::Count.parse("007"), Err(AmountError::LeadingZero));
    assert_eq!(Unit::Count.parse("1000000000"), Err(AmountError::Range));
    assert_eq!(Unit::Count.parse("99999999999"), Err(AmountError::Range));
}

#[test]
fn percentages_are_tenths() {
    assert_eq!(Unit::Percent.parse("36.8"), Ok(Amount(368)));
    assert_eq!(Unit::Percent.parse("45"), Ok(Amount(450)));
    assert_eq!(Unit::Percent.parse("100"), Ok(Amount(1000)));
    assert_eq!(Unit::Percent.parse("36,8"), Err(AmountError::Comma));
    assert_eq!(Unit::Percent.parse("36.85"), Err(AmountError::Decimals));
    assert_eq!(Unit::Percent.parse("36."), Err(AmountError::Digits));
    assert_eq!(Unit::Percent.parse("100.1"), Err(AmountError::Range));
    assert_eq!(Unit::Percent.parse("inf"), Err(AmountError::Digits));
}

#[test]
fn shares_are_rounded_half_up() {
    let share = |amount, upper, qualifier| {
        let found = value(amount, upper, qualifier).unwrap().per_hundred(575);
        (found.amount().steps(), found.upper().map(Amount::steps), found.qualifier())
    };
    assert_eq!(share(197, None, Qualifier::Exact), (343, None, Qualifier::Exact));
    assert_eq!(share(198, Some(229), Qualifier::Between), (344, Some(398), Qualifier::Between));
    assert_eq!(share(200, None, Qualifier::MoreThan), (350, None, Qualifier::AtLeast));
    assert_eq!(share(250, None, Qualifier::About), (435, None, Qualifier::About));
}

proptest! {
    #[test]
    fn amounts_survive_writing_and_reading(steps in 0u32..=1000, percent in any::<bool>()) {
        let unit = if percent { Unit::Percent } else { Unit::Count };
        prop_assert_eq!(unit.parse(&unit.write(Amount(steps))), Ok(Amount(steps)));
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in ".*") {
        let _ = (Unit::Count.parse(&text), Unit::Percent.parse(&text));
    }

    #[test]
    fn an_interval_is_never_empty(amount in 0u32..=Amount::MAX, upper in proptest::option::of(0u32..=Amount::MAX), q in 0usize..6) {
        if let Ok(value) = value(amount, upper, Qualifier::ALL[q]) {
            let interval = value.interval();
            prop_assert!(interval.contains(interval.low()));
            prop_assert!(interval.high().is_none_or(|high| high >= interval.low()));
            prop_assert!(value.qualifier() == Qualifier::MoreThan || interval.contains(amount));
        }
    }
}
