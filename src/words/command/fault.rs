//! What a fault says, in German and English: where it stands, what is wrong, what to do.

pub use super::problem::what;
pub use super::remedy::remedy;

use crate::data::check::{Fault, Rule, letters};
use crate::question::Lang;
use crate::words::{count_of, pick, say};
use std::collections::HashMap;

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
    let remedy = remedy(&fault.problem, lang);
    let end = if remedy.ends_with('?') { "" } else { "." };
    text.push_str(&format!("  → {remedy}{end}"));
    text
}

/// Most faults that are shown, and of those that say the same of one column.
const SHOWN: [usize; 2] = [100, 3];

/// The faults one below the other, at most a hundred, and how many there are.
pub fn faults(found: &[Fault], lang: Lang) -> String {
    faults_of(found, found.len(), lang)
}

/// The same where only some of `total` faults were kept. Of many that say the same of one column the first three stand for all.
pub fn faults_of(found: &[Fault], total: usize, lang: Lang) -> String {
    let [most, alike] = SHOWN;
    let mut same: HashMap<(&str, Option<usize>, String), usize> = HashMap::new();
    let mut shown: Vec<String> = Vec::new();
    for one in found {
        let column = one.column.as_ref().map(|(_, position)| *position);
        let count = same.entry((&one.file, column, what(&one.problem, lang))).or_default();
        *count += 1;
        if *count <= alike && shown.len() < most {
            shown.push(fault(one, lang) + "\n");
        }
    }
    let mut text = shown.concat();
    let warnings = found.iter().filter(|one| one.problem.is_warning()).count();
    let (errors, more) = (total.saturating_sub(warnings), total.saturating_sub(shown.len()));
    if more > 0 {
        text.push_str(&say(lang, "… und {0} weitere\n", "… and {0} more\n", &[&count_of(more as u64, lang)]));
    }
    let counts = [errors, warnings].map(|number| count_of(number as u64, lang));
    let gaps = counts.each_ref().map(String::as_str);
    text.push_str(&say(lang, "Fehler: {0} · Warnungen: {1}", "Faults: {0} · Warnings: {1}", &gaps));
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
        Rule::List => ("Liste der Leistungen", "list of services"),
        Rule::Month => ("Monat der Daten", "month of the data"),
    };
    pick(lang, de, en)
}

/// What the system says about a file, in the language.
pub fn io(error: &std::io::Error, lang: Lang) -> String {
    use std::io::ErrorKind as Kind;
    let known = match error.kind() {
        Kind::NotFound => Some(("gibt es nicht", "does not exist")),
        Kind::PermissionDenied => Some(("kein Zugriff: Rechte prüfen", "no access: check the permissions")),
        Kind::AlreadyExists => Some(("gibt es schon", "exists already")),
        Kind::NotADirectory => Some(("ist kein Ordner", "is not a folder")),
        Kind::IsADirectory => Some(("ist ein Ordner, keine Datei", "is a folder, not a file")),
        Kind::StorageFull => Some(("der Datenträger ist voll", "the disk is full")),
        Kind::ReadOnlyFilesystem => Some(("das Dateisystem lässt sich nur lesen", "the file system is read-only")),
        Kind::AddrInUse => {
            Some(("ist belegt; mit --port einen anderen wählen", "is in use; choose another one with --port"))
        }
        Kind::AddrNotAvailable => Some(("ist nicht verfügbar", "is not available")),
        Kind::ConnectionRefused => {
            Some(("keine Verbindung: niemand antwortet dort", "no connection: nobody answers there"))
        }
        Kind::ConnectionReset | Kind::ConnectionAborted | Kind::BrokenPipe => {
            Some(("die Verbindung brach ab", "the connection broke"))
        }
        Kind::FileTooLarge => Some(("ist zu groß", "is too large")),
        Kind::Unsupported => Some(("ist keine gewöhnliche Datei", "is not a regular file")),
        Kind::TimedOut | Kind::WouldBlock => Some(("keine Antwort in der Zeit", "no answer in time")),
        Kind::UnexpectedEof => Some(("endet zu früh", "ends too early")),
        Kind::InvalidInput if error.raw_os_error().is_none() => Some(("ist kein gültiger Name", "is not a valid name")),
        _ => None,
    };
    match (known, error.raw_os_error(), lang) {
        (Some((de, en)), ..) => pick(lang, de, en).to_owned(),
        (None, Some(number), Lang::De) => format!("das System meldet Fehler {number}"),
        _ => error.to_string(),
    }
}
