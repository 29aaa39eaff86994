//! What a fault says, in German and English: where it stands, what is wrong, what to do.

pub use super::problem::{remedy, what};

use super::{pick, say};
use crate::data::check::{Fault, Rule, letters};
use crate::question::Lang;

/// Where a fault stands: "observations.csv:7:7 (row 7, column G, value)".
pub fn place(fault: &Fault, lang: Lang) -> String {
    let mut text = fault.file.clone();
    let Some(row) = fault.row else { return text };
    text.push_str(&format!(":{row}"));
    let row_word = say(lang, "Zeile {0}", "row {0}", &[&row.to_string()]);
    match &fault.column {
        Some((name, position)) => {
            let letter = letters(*position);
            let column = say(lang, "Spalte {0}, {1}", "column {0}, {1}", &[&letter, name]);
            text.push_str(&format!(":{} ({row_word}, {column})", position + 1));
        }
        None => text.push_str(&format!(" ({row_word})")),
    }
    text
}

/// The fault as text: place and code, what is wrong, the row with a caret under the cell, what to do.
pub fn fault(fault: &Fault, lang: Lang) -> String {
    let code = fault.rule().code();
    let kind = match (fault.problem.is_warning(), lang) {
        (true, Lang::De) => "Warnung",
        (true, Lang::En) => "warning",
        (false, Lang::De) => "Fehler",
        (false, Lang::En) => "fault",
    };
    let mut text = format!("{}  {code} {kind}\n  {}.\n", place(fault, lang), what(&fault.problem, lang));
    if let Some(excerpt) = &fault.excerpt {
        let (space, caret) = (" ".repeat(excerpt.start), "^".repeat(excerpt.width));
        text.push_str(&format!("    {}\n    {space}{caret}\n", excerpt.line));
    }
    text.push_str(&format!("  → {}.", remedy(&fault.problem, lang)));
    text
}

/// The faults one below the other, at most a hundred, and how many there are.
pub fn faults(found: &[Fault], lang: Lang) -> String {
    let mut text: String = found.iter().take(100).map(|one| fault(one, lang) + "\n").collect();
    let warnings = found.iter().filter(|one| one.problem.is_warning()).count();
    let (errors, more) = (found.len() - warnings, found.len().saturating_sub(100));
    if more > 0 {
        text.push_str(&say(lang, "… und {0} weitere\n", "… and {0} more\n", &[&more.to_string()]));
    }
    let counts = [errors.to_string(), warnings.to_string()];
    let gaps = counts.each_ref().map(String::as_str);
    text.push_str(&say(lang, "{0} Fehler, {1} Warnungen", "{0} faults, {1} warnings", &gaps));
    text
}

/// What a rule is about, in a few words.
pub fn rule(rule: Rule, lang: Lang) -> &'static str {
    let (de, en) = match rule {
        Rule::Encoding => ("UTF-8 mit zusammengesetzten Zeichen", "UTF-8 with composed characters"),
        Rule::Form => ("Form der Datei", "form of the file"),
        Rule::Columns => ("Spalten", "columns"),
        Rule::Type => ("Art der Zelle", "type of a cell"),
        Rule::Place => ("Länder und Regionalschlüssel", "states and regional keys"),
        Rule::Area => ("Themenfelder", "service areas"),
        Rule::Key => ("Schlüssel sind eindeutig", "keys are unique"),
        Rule::Complete => ("Vollständigkeit", "completeness"),
        Rule::Value => ("Zahlen und Grenzen", "numbers and bounds"),
        Rule::Date => ("Tage", "dates"),
        Rule::Sum => ("Teil und Ganzes", "part and whole"),
        Rule::Change => ("Sprünge und Rückgänge", "jumps and falls"),
        Rule::Source => ("Adressen", "addresses"),
        Rule::Characters => ("verborgene Zeichen", "hidden characters"),
        Rule::Formula => ("Texte, die wie Formeln beginnen", "texts that begin like formulas"),
        Rule::Size => ("Größe", "size"),
        Rule::Manifest => ("Manifest", "manifest"),
        Rule::Revision => ("Berichtigungen", "revisions"),
        Rule::Version => ("Stand der Daten", "data version"),
        Rule::Page => ("veröffentlichte Seiten", "published pages"),
        Rule::Reference => ("Verweise", "references"),
    };
    pick(lang, de, en)
}
