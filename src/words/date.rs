//! Dates: "23. September 2025", "Januar 2025", "September bis November 2021".

use super::pick;
use super::say::find;
use crate::data::{Date, DateSpan, Month, Observation, PartialDate};
use crate::question::Lang;

const MONTHS_DE: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const SHORT_DE: [&str; 12] =
    ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."];
const SHORT_EN: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];

fn name(names: &[&'static str; 12], month: Month) -> &'static str {
    names.get(usize::from(month.number()) - 1).copied().unwrap_or_default()
}

/// The name of a month without its year.
fn month_name(month: Month, lang: Lang) -> &'static str {
    match lang.spoken() {
        Lang::De => name(&MONTHS_DE, month),
        Lang::En => name(&MONTHS_EN, month),
    }
}

/// "Januar 2025", "January 2025".
pub fn month(month: Month, lang: Lang) -> String {
    format!("{} {}", month_name(month, lang), month.year())
}

/// "Jan." or "Jan": for axes.
pub fn month_short(month: Month, lang: Lang) -> &'static str {
    match lang.spoken() {
        Lang::De => name(&SHORT_DE, month),
        Lang::En => name(&SHORT_EN, month),
    }
}

/// "23. September 2025", "23 September 2025".
pub fn day(date: Date, lang: Lang) -> String {
    format!("{}{} {}", date.day(), pick(lang, ".", ""), month(date.month(), lang))
}

/// A date interval by the calendar: a day, a month, a year, months, or two days.
pub fn span(span: DateSpan, lang: Lang) -> String {
    let (from, to) = (span.from(), span.to());
    let (first, last) = (from.month(), to.month());
    let whole_months = first.span().from() == from && last.span().to() == to;
    let until = pick(lang, "bis", "to");
    if from == to {
        day(from, lang)
    } else if !whole_months && first == last {
        let stop = pick(lang, ".", "");
        format!("{}{stop} {until} {}", from.day(), day(to, lang))
    } else if !whole_months {
        format!("{} {until} {}", day(from, lang), day(to, lang))
    } else if first == last {
        month(first, lang)
    } else if from.year() != to.year() {
        format!("{} {until} {}", month(first, lang), month(last, lang))
    } else if first.number() == 1 && last.number() == 12 {
        from.year().to_string()
    } else {
        format!("{} {until} {}", month_name(first, lang), month(last, lang))
    }
}

/// The date of a figure: the published wording, in English as the package translates it; without that by the calendar.
pub fn observation_date(observation: &Observation, lang: Lang) -> String {
    match pick(lang, &observation.label, &observation.label_en) {
        "" => span(observation.span, lang),
        words => words.to_owned(),
    }
}

/// From one date to another; where a date is itself an interval in words, a dash keeps the two apart.
pub fn from_to(since: &str, until: &str, lang: Lang) -> String {
    let to = pick(lang, " bis ", " to ");
    if find(since, to).is_some() || find(until, to).is_some() {
        format!("{since} – {until}")
    } else {
        format!("{since}{to}{until}")
    }
}

/// The date of a publication, as far as known.
pub(super) fn partial(date: &PartialDate, lang: Lang) -> Option<String> {
    date.span().map(|days| span(days, lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_are_said_by_the_calendar() {
        let said =
            |from, to, lang| span(DateSpan::new(Date::parse(from).unwrap(), Date::parse(to).unwrap()).unwrap(), lang);
        assert_eq!(said("2025-09-23", "2025-09-23", Lang::De), "23. September 2025");
        assert_eq!(said("2025-01-01", "2025-01-31", Lang::En), "January 2025");
        assert_eq!(said("2021-09-01", "2021-11-30", Lang::De), "September bis November 2021");
        assert_eq!(said("2023-01-01", "2023-12-31", Lang::De), "2023");
        assert_eq!(said("2022-03-10", "2022-03-20", Lang::En), "10 to 20 March 2022");
        assert_eq!(said("2022-03-10", "2022-03-20", Lang::De), "10. bis 20. März 2022");
        assert_eq!(said("2025-10-01", "2026-03-31", Lang::En), "October 2025 to March 2026");
    }
}
