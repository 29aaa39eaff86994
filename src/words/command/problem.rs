//! What is wrong and what to do, in German and English, for each problem.

use crate::data::check::Problem;
use crate::data::{AmountError, DateError, ValueError};
use crate::question::Lang;

/// A text in both languages.
struct Both(String, String);

impl Both {
    fn pick(self, lang: Lang) -> String {
        match lang {
            Lang::De => self.0,
            Lang::En => self.1,
        }
    }
}

/// Both texts from format strings that capture names.
macro_rules! both {
    ($de:literal, $en:literal) => {
        Both(format!($de), format!($en))
    };
}

fn digits(text: &str) -> Option<String> {
    // What is more than digits and separators is no slip of the keyboard: nothing is suggested.
    let plain = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\''));
    let digits: String = text.chars().filter(|c| plain && c.is_ascii_digit()).collect();
    (!digits.is_empty() && digits.len() <= 9).then_some(digits)
}

fn amount_error(error: AmountError) -> Both {
    match error {
        AmountError::Separator => {
            both!("hat ein Trennzeichen in einer ganzen Zahl", "has a separator in a whole number")
        }
        AmountError::Comma => both!("hat ein Dezimalkomma", "has a decimal comma"),
        AmountError::Digits => {
            both!("besteht nicht allein aus den Ziffern 0 bis 9", "is not written with the digits 0 to 9 alone")
        }
        AmountError::Decimals => both!("hat mehr als eine Nachkommastelle", "has more than one decimal"),
        AmountError::LeadingZero => both!("beginnt mit einer Null", "begins with a zero"),
        AmountError::Range => both!("liegt außerhalb des Bereichs", "lies out of range"),
    }
}

fn date_error(error: DateError) -> Both {
    match error {
        DateError::Form => both!("ist nicht als JJJJ-MM-TT geschrieben", "is not written as YYYY-MM-DD"),
        DateError::Calendar => {
            both!("ist ein Tag, den der Kalender nicht hat", "is a day that the calendar does not have")
        }
        DateError::Range => both!("liegt außerhalb von 1990 bis 2100", "lies outside 1990 to 2100"),
        DateError::Reversed => both!("endet, bevor es beginnt", "ends before it begins"),
    }
}

/// What is wrong, as one sentence without a full stop.
pub fn what(problem: &Problem, lang: Lang) -> String {
    use Problem as P;
    let both = match problem {
        P::TooManyBytes(n) => both!("Die Datei hat {n} Bytes", "The file has {n} bytes"),
        P::NotUtf8(at) => both!("Das Byte an Stelle {at} ist kein UTF-8", "The byte at position {at} is not UTF-8"),
        P::EmptyFile => both!("Die Datei ist leer", "The file is empty"),
        P::NoRows => both!("Die Tabelle hat keine Zeilen", "The table has no rows"),
        P::MissingFile => both!("Die Datei fehlt", "The file is missing"),
        P::NotJson => both!("Die Datei ist kein JSON", "The file is not JSON"),
        P::NoResource(t) => both!("Die Beschreibung nennt {t} nicht", "The descriptor names no resource {t}"),
        P::NoField { table: t, column: c } => {
            both!("Das Schema von {t} hat kein Feld {c}", "The schema of {t} has no field {c}")
        }
        P::Semicolons => both!("Die Zellen sind durch Semikolons getrennt", "The cells are separated by semicolons"),
        P::NotCsv(words) => both!("Kein gültiges CSV: {words}", "Not valid CSV: {words}"),
        P::OtherKind(kind) => both!("Das ist kein CSV, sondern {kind}", "This is not CSV but {kind}"),
        P::Damaged(words) => {
            both!("Die Datei ist beschädigt oder unvollständig: {words}", "The file is damaged or cut: {words}")
        }
        P::TooManyRows(n) => both!("Die Tabelle hat mehr als {n} Zeilen", "The table has more than {n} rows"),
        P::Cells { row, header } => {
            both!("Die Zeile hat {row} Zellen, die Kopfzeile {header}", "The row has {row} cells, the header {header}")
        }
        P::MissingColumn { column: c, .. } => both!("Die Spalte {c} fehlt", "The column {c} is missing"),
        P::DoubleColumn { column: c, count: n } => {
            both!("Die Spalte {c} kommt {n}-mal vor", "The column {c} stands there {n} times")
        }
        P::EmptyCell => both!("Die Zelle ist leer", "The cell is empty"),
        P::NotAName { text, .. } if text.is_empty() => both!("Die Zelle ist leer", "The cell is empty"),
        P::NotAName { text, .. } => {
            both!("„{text}“ kennt diese Spalte nicht", "“{text}” is not a word of this column")
        }
        P::Amount(text, error) => {
            let Both(de, en) = amount_error(*error);
            both!("„{text}“ {de}", "“{text}” {en}")
        }
        P::Date(text, error) | P::PartialDate(text, error) => {
            let Both(de, en) = date_error(*error);
            both!("„{text}“ {de}", "“{text}” {en}")
        }
        P::TooLong(n) => both!("Der Text hat {n} Zeichen", "The text has {n} characters"),
        P::Hidden(c) => {
            let code = u32::from(*c);
            both!(
                "Der Text enthält das verborgene Zeichen U+{code:04X}",
                "The text holds the hidden character U+{code:04X}"
            )
        }
        P::Accent(c) => {
            let code = u32::from(*c);
            both!("Der Text enthält den losen Akzent U+{code:04X}", "The text holds the separate accent U+{code:04X}")
        }
        P::Replacement => both!("Der Text enthält das Ersatzzeichen �", "The text holds the replacement character �"),
        P::FormulaText(text) => {
            both!("Der Text „{text}“ beginnt wie eine Formel", "The text “{text}” begins like a formula")
        }
        P::Spaces(text) => both!(
            "Der Text „{text}“ beginnt oder endet mit einem Leerzeichen",
            "The text “{text}” begins or ends with a space"
        ),
        P::DoubleKey(row) => both!("Derselbe Schlüssel steht in Zeile {row}", "The same key stands in row {row}"),
        P::NotInTable { text, table, .. } => both!("„{text}“ steht nicht in {table}", "“{text}” is not in {table}"),
        P::NotAPlace { text, .. } => {
            both!("„{text}“ ist weder eines der 16 Länder noch DE", "“{text}” is not one of the 16 states or DE")
        }
        P::PlaceKey { text, .. } => {
            both!("„{text}“ ist nicht der Schlüssel dieses Landes", "“{text}” is not the key of this place")
        }
        P::MissingPlace(code) => both!("{code} fehlt", "{code} is missing"),
        P::EndsEarly(from, to) => {
            both!(
                "Der Zeitraum {from} bis {to} endet, bevor er beginnt",
                "The interval {from} to {to} ends before it begins"
            )
        }
        P::Future { day, .. } => both!("{day} liegt in der Zukunft", "{day} lies in the future"),
        P::Bounds(error) => match error {
            ValueError::UpperMissing => {
                both!("Zu „between“ fehlt die obere Grenze", "The qualifier between has no upper bound")
            }
            ValueError::UpperNotAllowed => both!(
                "Eine obere Grenze haben nur at_least, more_than und between",
                "Only at_least, more_than and between have an upper bound"
            ),
            ValueError::UpperTooLow => {
                both!("Die obere Grenze lässt keinen Wert übrig", "The upper bound leaves no possible amount")
            }
        },
        P::DueOfCount(measure) => {
            both!("{measure} zählt und hat keine Frist", "{measure} is a count and has no due date")
        }
        P::DueBefore => both!("Die Frist liegt vor der Zielsetzung", "The target was due before it was set"),
        P::SupersededEarly { superseded: s, recorded: r } => {
            both!("{s} liegt vor recorded ({r})", "{s} lies before recorded ({r})")
        }
        P::SupersededAlone => both!("superseded und reason gehören zusammen", "superseded and reason go together"),
        P::NotHttps(text) => both!("„{text}“ ist keine https-Adresse", "“{text}” is not an https address"),
        P::LinkScheme(text) => both!("„{text}“ ist keine Internetadresse", "“{text}” is not a web address"),
        P::PartAboveWhole { part, whole } => {
            both!("Der Teil ist größer als das Ganze: {part}, {whole}", "The part is above its whole: {part}, {whole}")
        }
        P::Gaps { of, missing, count } => {
            both!("{of}: {count} Zahlen fehlen, etwa {missing}", "{of}: {count} figures are missing, such as {missing}")
        }
        P::Fall { of, old, new } => both!("{of}: gefallen von {old} auf {new}", "{of}: fell from {old} to {new}"),
        P::Jump { of, old, new } => both!(
            "{of}: um mehr als ein Fünftel gestiegen, von {old} auf {new}",
            "{of}: rose by more than a fifth, from {old} to {new}"
        ),
        P::Manifest { what, said, found } => {
            both!("{what}: laut Manifest {said}, gefunden {found}", "{what}: {said} in the manifest, {found} found")
        }
        P::Rewritten(key) => both!(
            "Eine Zeile der letzten Ausgabe wurde geändert oder entfernt: {key}",
            "A row of the last release was changed or removed: {key}"
        ),
        P::SameVersion(day) => both!(
            "Die neue Zeile soll am {day} erfasst sein, vor der letzten Ausgabe",
            "The new row says that it was recorded on {day}, before the last release"
        ),
        P::PageDiffers(words) => both!("Die Seite zeigt andere Daten: {words}", "The page shows other data: {words}"),
        P::Uncatalogued { share, bundles } => both!(
            "Der Katalog kennt {share} % der gezählten Zeilen nicht, {bundles} OZG-Leistungen fehlen ihm",
            "The catalogue does not know {share} % of the counted rows; it lacks {bundles} OZG services"
        ),
        P::LeikaKey(text) => both!("„{text}“ ist kein LeiKa-Schlüssel", "“{text}” is not a LeiKa key"),
        P::OzgId(text) => both!("„{text}“ ist keine OZG-ID", "“{text}” is not an OZG id"),
        P::RegionKey(text) => both!("„{text}“ ist kein Regionalschlüssel", "“{text}” is not a regional key"),
        P::OtherState { key, state } => {
            both!("Der Schlüssel {key} liegt nicht im Land {state}", "The key {key} is not in the state {state}")
        }
        P::TwoAreas { area, first, row } => {
            both!("{area}, aber {first} in Zeile {row}", "{area}, but {first} in row {row}")
        }
        P::AfterDate { day, date } => both!(
            "Der Datenstand {day} liegt nach dem Datum des Imports ({date})",
            "The data of {day} are newer than the date of the import ({date})"
        ),
    };
    both.pick(lang)
}

/// What to do, as one sentence without a full stop.
pub fn remedy(problem: &Problem, lang: Lang) -> String {
    use Problem as P;
    let both = match problem {
        P::TooManyBytes(_) => both!("Unter 50 MB halten", "Keep it below 50 MB"),
        P::NotUtf8(_) => {
            both!("Als UTF-8 speichern, nicht als Windows-1252", "Save the file as UTF-8, not as Windows-1252")
        }
        P::EmptyFile => both!("Kopfzeile und mindestens eine Zeile schreiben", "Write a header and at least one row"),
        P::NoRows => both!("Zeilen ergänzen oder die Datei wiederherstellen", "Add the rows, or restore the file"),
        P::MissingFile => both!(
            "Wiederherstellen; jedes Paket hat alle seine Tabellen",
            "Restore it; every package has all its tables"
        ),
        P::NotJson => both!("Aus der letzten Ausgabe wiederherstellen", "Restore it from the last release"),
        P::NoResource(_) => both!("Die Ressource ergänzen", "Add the resource"),
        P::NoField { .. } => both!("Das Feld ergänzen", "Add the field"),
        P::Semicolons => both!(
            "Mit Kommas zwischen den Zellen speichern (CSV UTF-8)",
            "Save it with commas between the cells (CSV UTF-8)"
        ),
        P::NotCsv(_) => {
            both!("Jedes Anführungszeichen schließen und neu speichern", "Close every quote and save the file again")
        }
        P::OtherKind(_) => {
            both!("Den Export als CSV herunterladen (filetype=csv)", "Download the export as CSV (filetype=csv)")
        }
        P::Damaged(_) => both!("Die Datei noch einmal herunterladen", "Download the file again"),
        P::TooManyRows(_) => both!("Das Paket aufteilen", "Split the package"),
        P::Cells { .. } => {
            both!(
                "Texte mit Kommas in doppelte Anführungszeichen setzen; endet die Datei hier, ist sie abgeschnitten: neu laden",
                "Put texts that hold commas into double quotes; if the file ends here, it was cut: download it again"
            )
        }
        P::MissingColumn { column: c, near: Some(near) } => {
            both!("Die Spalte {near} in {c} umbenennen", "Rename the column {near} to {c}")
        }
        P::MissingColumn { column: c, near: None } => both!(
            "Eine Spalte {c} ergänzen; docs/data.md sagt, was hineingehört",
            "Add a column {c}; docs/data.md says what it holds"
        ),
        P::DoubleColumn { .. } => both!("Eine davon behalten", "Keep one of them"),
        P::EmptyCell => both!("Ausfüllen", "Fill it in"),
        P::NotAName { near: Some(near), .. } => both!("Meinten Sie {near}?", "Did you mean {near}?"),
        P::NotAName { names, .. } => both!("Eines davon schreiben: {names}", "Write one of: {names}"),
        P::Amount(text, _) => match digits(text) {
            Some(digits) => both!(
                "Nur Ziffern, ohne Trennzeichen ({digits}?), ein Prozentwert wie 36.8",
                "Write a count with digits alone, without separators ({digits}?), a percentage such as 36.8"
            ),
            None => both!(
                "Eine ganze Zahl mit den Ziffern 0 bis 9 schreiben, oder einen Prozentwert wie 36.8",
                "Write a whole number with the digits 0 to 9, or a percentage such as 36.8"
            ),
        },
        P::Date(..) => both!(
            "Einen Tag des Kalenders als JJJJ-MM-TT schreiben, etwa 2025-01-31",
            "Write an existing day as YYYY-MM-DD, such as 2025-01-31"
        ),
        P::PartialDate(..) => both!(
            "JJJJ, JJJJ-MM oder JJJJ-MM-TT schreiben, oder leer lassen",
            "Write YYYY, YYYY-MM or YYYY-MM-DD, or leave the cell empty"
        ),
        P::TooLong(_) => both!("Auf 1.000 Zeichen kürzen", "Shorten it to 1,000 characters"),
        P::Hidden(_) => both!(
            "Steuer- und Richtungszeichen entfernen; Zeilenumbrüche als Leerzeichen schreiben",
            "Remove control and direction characters; write line breaks as spaces"
        ),
        P::Accent(_) => both!(
            "Mit zusammengesetzten Zeichen speichern (NFC), so dass ü ein Zeichen ist",
            "Save the file with composed characters (NFC), so that ü is one character"
        ),
        P::Replacement => both!(
            "Den Buchstaben neu schreiben; die Datei ging durch eine falsche Kodierung",
            "Type the letter again; the file went through a wrong encoding"
        ),
        P::FormulaText(_) => both!(
            "Mit einem anderen Zeichen beginnen; Tabellenprogramme würden es ausführen",
            "Begin with another character; spreadsheets would run it"
        ),
        P::Spaces(_) => both!("Das Leerzeichen entfernen", "Remove the space"),
        P::DoubleKey(_) => {
            both!("Eine der beiden Zeilen entfernen oder berichtigen", "Remove or correct one of the two rows")
        }
        P::NotInTable { table, near: Some(near), .. } => {
            both!("Meinten Sie {near}? Sonst in {table} ergänzen", "Did you mean {near}? Otherwise add it to {table}")
        }
        P::NotInTable { table, near: None, .. } if table == "areas.csv" => {
            both!("„all“ schreiben, oder eine Kennung aus {table}", "Write “all”, or an id of {table}")
        }
        P::NotInTable { table, near: None, .. } => both!(
            "Eine Kennung aus {table} schreiben oder dort die Zeile ergänzen",
            "Write an id of {table}, or add the row there"
        ),
        P::NotAPlace { near: Some(near), .. } => both!("Meinten Sie {near}?", "Did you mean {near}?"),
        P::NotAPlace { near: None, .. } => both!(
            "Einen Code nach ISO 3166-2 wie DE-NW schreiben, oder DE für Deutschland",
            "Write an ISO 3166-2 code such as DE-NW, or DE for Germany"
        ),
        P::PlaceKey { key, .. } => both!("{key} schreiben", "Write {key}"),
        P::MissingPlace(_) => both!(
            "Die Zeile ergänzen; alle 16 Länder und DE müssen da sein",
            "Add the row; all 16 states and DE must be there"
        ),
        P::EndsEarly(..) => {
            both!("Die beiden Tage tauschen oder einen berichtigen", "Swap the two dates or correct one")
        }
        P::Future { today, .. } => both!(
            "Einen Tag bis {today} schreiben; stimmt er doch, mit --accept V10 bestätigen",
            "Write a day up to {today}; if it is right, confirm it with --accept V10"
        ),
        P::Bounds(_) => {
            both!("value, upper und qualifier zusammen berichtigen", "Correct value, upper and qualifier together")
        }
        P::DueOfCount(_) => both!(
            "due leeren, oder in measures.csv target auf true setzen",
            "Clear due, or set target to true in measures.csv"
        ),
        P::DueBefore => both!("from, to und due zusammen berichtigen", "Correct from, to and due together"),
        P::SupersededEarly { .. } => both!("Einen der beiden Tage berichtigen", "Correct one of the two days"),
        P::SupersededAlone => both!(
            "Beides angeben: wann die Zeile ersetzt wurde und warum (correction, real, method, unknown)",
            "Say both when the row was superseded and why (correction, real, method, unknown)"
        ),
        P::NotHttps(_) => both!(
            "Die Adresse mit https:// schreiben oder leer lassen",
            "Write the address with https://, or leave the cell empty"
        ),
        P::LinkScheme(_) => both!(
            "Erwartet ist eine Adresse mit https://; die Zeile zählt auch ohne Link, mit --accept V13",
            "Expected is an address with https://; the row counts without a link too, with --accept V13"
        ),
        P::PartAboveWhole { .. } => both!(
            "Beide Zahlen in der Quelle nachsehen und die falsche berichtigen",
            "Look both figures up in the source and correct the wrong one"
        ),
        P::Gaps { .. } => both!(
            "Die fehlenden Länder nachliefern; fehlen sie in der Quelle, mit --accept V08 bestätigen",
            "Add the missing ones; if the source lacks them, confirm it with --accept V08"
        ),
        P::Fall { .. } | P::Jump { .. } => both!(
            "In der Quelle nachsehen; stimmt die Zahl, mit --accept V12 bestätigen",
            "Look it up in the source; if the figure is right, confirm it with --accept V12"
        ),
        P::Manifest { .. } => both!("Noch einmal veröffentlichen (ozg publish)", "Publish again (ozg publish)"),
        P::Rewritten(_) => both!(
            "Die Zeile wiederherstellen, superseded und reason ausfüllen und eine neue Zeile anfügen",
            "Restore the row, fill in superseded and reason, and append a new row"
        ),
        P::SameVersion(_) => both!("In recorded den heutigen Tag schreiben", "Write today into recorded"),
        P::PageDiffers(_) => both!("Noch einmal bauen und veröffentlichen", "Build and publish again"),
        P::Uncatalogued { .. } => both!(
            "Einen Katalog nehmen, der zum Export passt; stimmt er doch, mit --accept V06 bestätigen",
            "Use a catalogue that fits the export; if it is right, confirm it with --accept V06"
        ),
        P::LeikaKey(_) => both!(
            "14 Ziffern schreiben; Excel kürzt lange Zahlen: die Spalte als Text einlesen",
            "Write 14 digits; Excel shortens long numbers: import the column as text"
        ),
        P::OzgId(_) => both!("Fünf Ziffern schreiben, oder leer lassen", "Write five digits, or leave it empty"),
        P::RegionKey(text) if text.len() == 11 => both!(
            "Die führende Null fehlt (0{text}?); Excel entfernt sie: die Spalte als Text einlesen",
            "The leading zero is missing (0{text}?); Excel removes it: import the column as text"
        ),
        P::RegionKey(_) => both!("12 Ziffern schreiben, etwa 050000000000", "Write 12 digits, such as 050000000000"),
        P::OtherState { .. } => both!(
            "ars und ars_federal_state vergleichen und berichtigen",
            "Compare ars and ars_federal_state and correct one"
        ),
        P::TwoAreas { .. } => {
            both!("Ein Bündel hat ein Themenfeld: eine Zeile berichtigen", "A bundle has one area: correct one row")
        }
        P::AfterDate { day, .. } => both!("--date {day} angeben", "Give --date {day}"),
    };
    both.pick(lang)
}
