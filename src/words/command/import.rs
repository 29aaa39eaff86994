//! What an import says: the rows it read, and what changes for each state.

use super::problem::what;
use crate::data::check::Fault;
use crate::data::{Date, Unit, Value};
use crate::question::Lang;
use crate::words::{count, count_of, day, pick, say, value_column};

/// The step of one measure in one state.
#[derive(Debug, Clone)]
pub struct StepWords {
    /// Measure.
    pub measure: &'static str,
    /// State.
    pub state: String,
    /// Name of the measure, German and English.
    pub name: [String; 2],
    /// Value before with the last day of its date.
    pub old: Option<(Value, String)>,
    /// New amount; none where no row of the state counts.
    pub new: Option<u32>,
}

/// What became of the list of services, where an operator must know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListWords {
    /// It is of the date of the import, or there is none.
    Fine,
    /// The package has a newer one, which stays.
    Newer(Date),
    /// It was not asked for, and the one in the package is of this other day.
    Other(Date),
}

/// What an import did, for [`report`].
#[derive(Debug, Clone)]
pub struct Report {
    /// Rows read, counted, left out because of faults.
    pub rows: [u64; 3],
    /// Rows that do not count: what they are in both languages, and how many.
    pub uncounted: Vec<([&'static str; 2], u64)>,
    /// Steps by measure, then state.
    pub steps: Vec<StepWords>,
    /// New and superseded figures.
    pub figures: [usize; 2],
    /// Warnings about states and months that were accepted.
    pub doubts: Vec<Fault>,
    /// What was accepted and written down: the code of the rule, how many.
    pub accepted: Vec<(String, usize)>,
    /// Some single services that the catalogue has in several areas.
    pub examples: Vec<String>,
    /// The list of services.
    pub list: ListWords,
    /// Whether a file of the package is another one afterwards.
    pub is_changed: bool,
}

/// A signed difference: "+13", "−4", "±0".
fn difference(old: Value, new: Option<u32>, lang: Lang) -> String {
    // From an interval there is no one difference, nor to what is missing.
    let Some(new) = new.filter(|_| old.interval().is_exact()) else { return String::new() };
    let old = old.amount().steps();
    match new.abs_diff(old) {
        0 => "±0".to_owned(),
        size if new > old => format!("+{}", count(size, lang)),
        size => format!("−{}", count(size, lang)),
    }
}

/// How an import ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Written.
    Written,
    /// Not written, as asked.
    DryRun,
    /// Not written, as something is wrong.
    Stopped,
}

/// The report as text.
pub fn report(report: &Report, ending: Ending, lang: Lang) -> String {
    let [rows, counted, left_out] = report.rows;
    let mut text = format!(
        "{} {}, {} {}\n",
        count_of(rows, lang),
        pick(lang, "Zeilen gelesen", "rows read"),
        count_of(counted, lang),
        pick(lang, "gezählt", "counted")
    );
    for ([de, en], amount) in report.uncounted.iter().filter(|(_, amount)| *amount > 0) {
        text.push_str(&format!("  {:>12}  {}\n", count_of(*amount, lang), pick(lang, de, en)));
    }
    if left_out > 0 {
        let words = pick(lang, "fehlerhaft und weggelassen", "faulty and left out");
        text.push_str(&format!("  {:>12}  {words}\n", count_of(left_out, lang)));
    }
    for (code, rows) in &report.accepted {
        let words = pick(lang, "bestätigt und festgehalten", "accepted and written down");
        text.push_str(&format!("  {:>12}  {code} {words}\n", count_of(*rows as u64, lang)));
    }
    for fault in &report.doubts {
        text.push_str(&format!("  {}\n", what(&fault.problem, lang)));
    }
    if !report.examples.is_empty() {
        let some = pick(lang, "In mehreren Themenfeldern etwa", "In several areas such as");
        text.push_str(&format!("  {some} {}\n", report.examples.join(", ")));
    }
    let mut measure = "";
    let width = report.steps.iter().map(|step| step.state.chars().count()).max().unwrap_or(0);
    for step in &report.steps {
        if step.measure != measure {
            measure = step.measure;
            let [de, en] = &step.name;
            text.push_str(&format!("\n{} ({measure})\n", pick(lang, de, en)));
        }
        let pad = " ".repeat(width - step.state.chars().count());
        let new = step.new.map_or_else(|| "–".to_owned(), |new| count(new, lang));
        match &step.old {
            Some((old, date)) => text.push_str(&format!(
                "  {}{pad}  {:>9} → {new:>6}  {:>7}  ({} {})\n",
                step.state,
                value_column(*old, Unit::Count, lang),
                difference(*old, step.new, lang),
                pick(lang, "zuvor am", "before on"),
                Date::parse(date).map(|date| day(date, lang)).unwrap_or_default(),
            )),
            None => text.push_str(&format!("  {}{pad}          – → {new:>6}\n", step.state)),
        }
    }
    let [added, superseded] = report.figures;
    text.push('\n');
    let figures = |n: usize| count_of(n as u64, lang);
    let number = |n: usize, [one, several]: [&str; 2]| format!("{} {}", figures(n), if n == 1 { one } else { several });
    text.push_str(&match (added, lang) {
        (0, Lang::De) if superseded > 0 => format!("{} zurückgezogen", number(superseded, ["Zahl", "Zahlen"])),
        (0, Lang::En) if superseded > 0 => format!("{} withdrawn", number(superseded, ["figure", "figures"])),
        (0, Lang::De) if report.is_changed => {
            "Das Paket hat diese Zahlen schon; die Liste der Leistungen ist neu.".to_owned()
        }
        (0, Lang::En) if report.is_changed => {
            "The package has these figures already; the list of services is new.".to_owned()
        }
        (0, Lang::De) => "Das Paket hat diese Zahlen schon; nichts geändert.".to_owned(),
        (0, Lang::En) => "The package has these figures already; nothing changed.".to_owned(),
        (_, Lang::De) => format!("{}, {} ersetzt", number(added, ["neue Zahl", "neue Zahlen"]), figures(superseded)),
        (_, Lang::En) => {
            format!("{}, {} superseded", number(added, ["new figure", "new figures"]), figures(superseded))
        }
    });
    if ending == Ending::DryRun && added > 0 {
        text.push_str(pick(lang, "; nichts geschrieben (--dry-run)", "; nothing written (--dry-run)"));
    }
    text.push('\n');
    let of = |date: Date| day(date, lang);
    match report.list {
        ListWords::Fine => {}
        ListWords::Newer(date) => text.push_str(&say(
            lang,
            "Die Liste der Leistungen im Paket ist neuer ({0}) und bleibt.\n",
            "The list of services in the package is newer ({0}) and stays.\n",
            &[&of(date)],
        )),
        ListWords::Other(date) => text.push_str(&say(
            lang,
            "Die Liste der Leistungen bleibt die vom {0}: sie gehört nicht zu diesen Zahlen.\n",
            "The list of services stays that of {0}: it does not belong to these figures.\n",
            &[&of(date)],
        )),
    }
    text
}

/// What changes as Markdown, for a merge request: a table for each measure.
pub fn markdown(report: &Report, lang: Lang) -> String {
    let [rows, counted, _] = report.rows;
    let [read, counts] = [rows, counted].map(|number| count_of(number, lang));
    let mut text = say(lang, "{0} Zeilen gelesen, {1} gezählt.\n", "{0} rows read, {1} counted.\n", &[&read, &counts]);
    for fault in &report.doubts {
        text.push_str(&format!("\n> {}\n", what(&fault.problem, lang)));
    }
    let mut measure = "";
    for step in &report.steps {
        if step.measure != measure {
            measure = step.measure;
            let [de, en] = &step.name;
            let head =
                pick(lang, "| Land | zuvor | am | jetzt | Unterschied |", "| state | before | on | now | difference |");
            text.push_str(&format!("\n## {}\n\n{head}\n| --- | ---: | --- | ---: | ---: |\n", pick(lang, de, en)));
        }
        let new = step.new.map_or_else(|| "–".to_owned(), |new| count(new, lang));
        let (old, date, change) = match &step.old {
            Some((old, date)) => (
                value_column(*old, Unit::Count, lang),
                Date::parse(date).map(|date| day(date, lang)).unwrap_or_default(),
                difference(*old, step.new, lang),
            ),
            None => ("–".to_owned(), String::new(), String::new()),
        };
        text.push_str(&format!("| {} | {old} | {date} | {new} | {change} |\n", step.state));
    }
    text
}
