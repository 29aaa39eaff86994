//! What to do about each problem, in German and English.

use super::both::both;
use crate::data::AmountError;
use crate::data::check::Problem;
use crate::question::Lang;

/// The whole number that a text with separators means: "1.484" and "1 484" are 1484, "197.0" is 197. Of any other text none is
/// suggested, as "36,8" would become ten times as much.
fn digits(text: &str) -> Option<String> {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if let Some((whole, "0" | "00")) = text.split_once(['.', ',']) {
        return (is_number(whole) && whole.len() <= 9).then(|| whole.to_owned());
    }
    let mut groups = text.split(['.', ',', ' ', '\'']);
    let first = groups.next().filter(|first| is_number(first) && first.len() <= 3)?;
    let rest: Vec<&str> = groups.collect();
    let is_grouped = !rest.is_empty() && rest.iter().all(|group| is_number(group) && group.len() == 3);
    (is_grouped && rest.len() <= 2).then(|| format!("{first}{}", rest.concat()))
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
        P::OtherKind(kind) => match *kind {
            "UTF-16" => both!("Als UTF-8 speichern (CSV UTF-8)", "Save it as UTF-8 (CSV UTF-8)"),
            "xz" | "bzip2" | "7z" | "RAR" | "ZIP" => {
                both!("Entpacken, oder als .gz oder .zst packen", "Unpack it, or pack it as .gz or .zst")
            }
            _ => both!("Den Export als CSV herunterladen (filetype=csv)", "Download the export as CSV (filetype=csv)"),
        },
        P::Damaged(_) | P::BrokenPage { .. } | P::NotAnEntry => {
            both!("Die Datei noch einmal herunterladen", "Download the file again")
        }
        P::StrayQuote(_) => both!(
            "Das Anführungszeichen schließen, oder im Text verdoppeln; sonst neu herunterladen",
            "Close the quote, or double it inside a text; otherwise download the file again"
        ),
        P::LongCell(_) | P::LongRow(_) | P::Unpacked(_) => {
            both!("Das ist kein Export: noch einmal herunterladen", "This is no export: download it again")
        }
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
        P::Amount(_, AmountError::Range) => both!(
            "Höchstens neun Ziffern schreiben, bei Prozent höchstens 100.0",
            "Write at most nine digits, as a percentage at most 100.0"
        ),
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
        P::OtherName(_, state) => both!(
            "Der Schlüssel ist der von {state}: ars oder bundesland berichtigen",
            "The key is that of {state}: correct ars or bundesland"
        ),
        P::NotAnArea(_, Some(near)) => both!("Meinten Sie {near}?", "Did you mean {near}?"),
        P::NotAnArea(_, None) => {
            both!("Eine Kennung aus areas.csv schreiben, aber nicht all", "Write an id of areas.csv, but not all")
        }
        P::NoOzgId(_) => both!("Fünf Ziffern schreiben, etwa 10001", "Write five digits, such as 10001"),
        P::PlaceKey { key, .. } => both!("{key} schreiben", "Write {key}"),
        P::MissingPlace(_) => both!(
            "Die Zeile ergänzen; alle 16 Länder und DE müssen da sein",
            "Add the row; all 16 states and DE must be there"
        ),
        P::SameTile(_) => both!("Eine freie Kachel wählen", "Choose a tile that is free"),
        P::Tile(_) => both!("Eine Zahl von 1 bis 12 schreiben", "Write a number from 1 to 12"),
        P::NoPeople => both!("Die Einwohnerzahl eintragen", "Write the number of inhabitants"),
        P::SquareKilometres(_) => both!(
            "Quadratkilometer mit höchstens zwei Nachkommastellen schreiben, etwa 15804.32",
            "Write square kilometres with at most two decimals, such as 15804.32"
        ),
        P::NotASlug(_) => both!(
            "Kleine Buchstaben, Ziffern und einzelne Bindestriche nehmen, nicht „all“: etwa bauen-wohnen",
            "Use small letters, digits and single hyphens, not “all”: such as bauen-wohnen"
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
        P::NotALink(_) => both!(
            "Die Adresse mit https:// oder http:// schreiben oder leer lassen",
            "Write the address with https:// or http://, or leave the cell empty"
        ),
        P::LinkScheme(_) => both!(
            "Erwartet ist eine Adresse mit https://; die Zeile zählt auch ohne Link, mit --accept V13",
            "An https:// address is expected; the row still counts, without a link, with --accept V13"
        ),
        P::PartAboveWhole { .. } => both!(
            "Beide Zahlen in der Quelle nachsehen und die falsche berichtigen",
            "Look both figures up in the source and correct the wrong one"
        ),
        P::Gaps { .. } | P::MissingStates { .. } => both!(
            "Das Fehlende nachliefern; fehlt es in der Quelle, mit --accept V08 bestätigen",
            "Add what is missing; if the source lacks it, confirm it with --accept V08"
        ),
        P::NoneCounts { .. } => both!(
            "Das Land bekäme keine Zahl, auch keine 0. Nachsehen; stimmt es, mit --accept V08 bestätigen",
            "The state would get no figure, not even 0. Look it up; if it is right, confirm it with --accept V08"
        ),
        P::OtherMonth { .. } => both!(
            "Den Tag des Datenstands als --date angeben; gilt er doch für diesen Monat, mit --accept V23 bestätigen",
            "Give the day of the data as --date; if they hold for this month, confirm it with --accept V23"
        ),
        P::ListDiffers { .. } | P::ListAlone(_) => both!(
            "Den Export dieses Tages noch einmal importieren, mit der Liste; oder services.csv entfernen",
            "Import the export of that day again, with its list; or remove services.csv"
        ),
        P::OtherDay { .. } | P::NotNationwide => both!(
            "Die Liste nicht von Hand ändern: den Export noch einmal importieren",
            "Do not edit the list by hand: import the export again"
        ),
        P::Fall { .. } | P::Jump { .. } => both!(
            "In der Quelle nachsehen; stimmt die Zahl, mit --accept V12 bestätigen",
            "Look it up in the source; if the figure is right, confirm it with --accept V12"
        ),
        P::Manifest { .. } => both!(
            "Noch einmal veröffentlichen (ozg publish) und alles hochladen",
            "Publish again (ozg publish) and upload all of it"
        ),
        P::NotAsFetched => both!(
            "ozg fetch noch einmal starten: die Datei wird neu geladen",
            "Start ozg fetch again: the file is downloaded anew"
        ),
        P::NoAnswer(_) => both!("Netz und Server prüfen", "Check the network and the server"),
        P::Surplus => both!(
            "Eine andere Ausgabe steht im Netz: diese hochladen, oder mit jener vergleichen",
            "Another release is on the network: upload this one, or compare with that one"
        ),
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
        P::NoState(_) => both!(
            "Die ersten zwei Ziffern sind 01 bis 16; 00 nur in Zeilen, die bundesweit gelten",
            "The first two digits are 01 to 16; 00 in nationwide rows only"
        ),
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
