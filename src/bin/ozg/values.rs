//! What values of arguments may be; what is wrong with others is said in the language that was asked for.

use ozg_state_comparison::chart::Width;
use ozg_state_comparison::data::check::{Rule, check_text};
use ozg_state_comparison::data::{Date, DateError, Reason};
use ozg_state_comparison::publish::{Column, Shape};
use ozg_state_comparison::question::Lang;
use ozg_state_comparison::words::command::fault;
use std::ops::RangeInclusive;

/// Says in the language that was asked for which words are possible.
fn possible(words: &str) -> String {
    match asked() {
        Lang::De => format!("möglich sind {words}"),
        Lang::En => format!("possible are {words}"),
    }
}

/// A whole number in a range.
pub fn number<T: TryFrom<u64>>(text: &str, range: RangeInclusive<u64>) -> Result<T, String> {
    let found = text.parse::<u64>().ok().filter(|number| range.contains(number));
    let (first, last) = (range.start(), range.end());
    found.and_then(|number| T::try_from(number).ok()).ok_or_else(|| match asked() {
        Lang::De => format!("eine ganze Zahl von {first} bis {last}"),
        Lang::En => format!("a whole number from {first} to {last}"),
    })
}

/// A shape of a picture.
pub fn shape(text: &str) -> Result<Shape, String> {
    Shape::from_name(text).ok_or_else(|| possible(&Shape::ALL.map(Shape::name).join(", ")))
}

/// A width in print.
pub fn column(text: &str) -> Result<Column, String> {
    let found = text.parse().ok().and_then(Column::from_millimetres);
    found.ok_or_else(|| possible(&Column::ALL.map(|column| column.millimetres().to_string()).join(", ")))
}

/// A language.
pub fn lang(text: &str) -> Result<Lang, String> {
    [Lang::De, Lang::En].into_iter().find(|lang| lang.name() == text).ok_or_else(|| possible("de, en"))
}

/// The code of a rule of which there are warnings.
pub fn warning(code: &str) -> Result<Rule, String> {
    let codes = || Rule::WARNINGS.map(Rule::code).join(", ");
    match (Rule::from_code(code), asked()) {
        (Some(rule), _) if Rule::WARNINGS.contains(&rule) => Ok(rule),
        (Some(_), Lang::De) => Err(format!("ein Fehler und nicht zu bestätigen; möglich sind {}", codes())),
        (Some(_), Lang::En) => Err(format!("a fault, which cannot be accepted; possible are {}", codes())),
        (None, _) => Err(possible(&codes())),
    }
}

/// A day; one that is written in German, or that no calendar has, is told from what is no day at all, in German and English.
pub fn day(text: &str) -> Result<Date, [String; 2]> {
    let both = |de: &str, en: &str| Err([de, en].map(str::to_owned));
    let parts: Vec<&str> = text.split('.').collect();
    let found = match parts.as_slice() {
        [day, month, year] => Date::parse(&format!("{year}-{month:0>2}-{day:0>2}")).map(Err),
        _ => Date::parse(text).map(Ok),
    };
    match found {
        Ok(Ok(day)) => Ok(day),
        Ok(Err(day)) => both(&format!("als {day} schreiben"), &format!("write {day}")),
        Err(DateError::Calendar) => both("diesen Tag hat der Kalender nicht", "the calendar does not have this day"),
        Err(DateError::Range) => both("Tage von 1990 bis 2100 sind möglich", "days from 1990 to 2100 are possible"),
        Err(_) => both("als JJJJ-MM-TT schreiben, etwa 2026-11-01", "write YYYY-MM-DD, such as 2026-11-01"),
    }
}

/// The same in the language that was asked for.
pub fn date(text: &str) -> Result<Date, String> {
    day(text).map_err(|[de, en]| if asked() == Lang::De { de } else { en })
}

/// The address of a site.
pub fn address(text: &str) -> Result<String, String> {
    let rest = ["https://", "http://"].iter().find_map(|scheme| text.strip_prefix(scheme));
    match rest.filter(|rest| !rest.is_empty() && !rest.contains(['?', '#', ' '])) {
        Some(_) => Ok(text.to_owned()),
        None if asked() == Lang::De => Err("als https://… schreiben, ohne ? und #".to_owned()),
        None => Err("write https://…, without ? and #".to_owned()),
    }
}

/// A text that can stand in a cell of the package.
pub fn words(text: &str) -> Result<String, String> {
    match check_text(text) {
        None if !text.is_empty() => Ok(text.to_owned()),
        None if asked() == Lang::De => Err("der Grund ist leer".to_owned()),
        None => Err("the reason is empty".to_owned()),
        Some(problem) => Err(fault::what(&problem, asked())),
    }
}

/// A reason for superseding.
pub fn reason(text: &str) -> Result<Reason, String> {
    Reason::from_name(text).ok_or_else(|| possible(&Reason::ALL.map(Reason::name).join(", ")))
}

/// A width of a drawing.
pub fn width(name: &str) -> Result<Width, String> {
    Width::from_name(name).ok_or_else(|| possible(&Width::ALL.map(Width::name).join(", ")))
}

/// The language that was asked for, before anything is parsed: `--lang`, else that of the system.
pub fn asked() -> Lang {
    let args: Vec<String> = std::env::args_os().map(|arg| arg.to_string_lossy().into_owned()).collect();
    let after = args.iter().position(|arg| arg == "--lang").and_then(|at| args.get(at + 1));
    let joined = args.iter().find_map(|arg| arg.strip_prefix("--lang="));
    match joined.or(after.map(String::as_str)) {
        Some("de") => Lang::De,
        Some("en") => Lang::En,
        _ => {
            let system = ["LC_ALL", "LC_MESSAGES", "LANG"]
                .into_iter()
                .find_map(|name| std::env::var(name).ok().filter(|text| !text.is_empty()));
            if system.is_some_and(|system| system.starts_with("de")) { Lang::De } else { Lang::En }
        }
    }
}
