//! What an import says: the rows it read, and what changes for each state.

use crate::data::{Date, Unit, Value};
use crate::question::Lang;
use crate::words::{count, count_of, day, pick, value_column};

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
    /// New amount.
    pub new: u32,
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
    /// Warnings that were accepted.
    pub warnings: usize,
}

/// A signed difference: "+13", "−4", "±0".
fn difference(old: Value, new: u32, lang: Lang) -> String {
    // From an interval there is no one difference.
    if !old.interval().is_exact() {
        return String::new();
    }
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
    if report.warnings > 0 {
        let words = pick(lang, "Warnungen bestätigt", "warnings accepted");
        text.push_str(&format!("  {:>12}  {words}\n", count_of(report.warnings as u64, lang)));
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
        let new = count(step.new, lang);
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
    text.push_str(&match (added, lang) {
        (0, Lang::De) => "Das Paket hat diese Zahlen schon; nichts geändert.".to_owned(),
        (0, Lang::En) => "The package has these figures already; nothing changed.".to_owned(),
        (_, Lang::De) => format!("{} neue Zahlen, {} ersetzt", figures(added), figures(superseded)),
        (_, Lang::En) => format!("{} new figures, {} superseded", figures(added), figures(superseded)),
    });
    if ending == Ending::DryRun && added > 0 {
        text.push_str(pick(lang, "; nichts geschrieben (--dry-run)", "; nothing written (--dry-run)"));
    }
    text.push('\n');
    text
}
