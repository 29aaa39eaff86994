//! What is wrong and what to do, in German and English, for each problem.

use super::both::{Both, both};
use crate::data::check::{Damage, Problem};
use crate::data::{AmountError, DateError, ValueError};
use crate::question::Lang;

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
        P::OtherKind(kind) => both!("Das ist kein CSV, sondern {kind}", "This is not CSV but {kind}"),
        P::Damaged(Damage::Cut) => both!("Die Datei ist abgeschnitten", "The file was cut"),
        P::Damaged(Damage::Corrupt) => both!("Die gepackte Datei ist beschädigt", "The packed file is damaged"),
        P::StrayQuote(lines) => both!(
            "Ein Anführungszeichen in dieser Zelle verschluckt die folgenden Zeilen; sie läuft über {lines}",
            "A quote in this cell swallows the rows that follow; it runs over {lines} lines"
        ),
        P::BrokenPage { line, column } => both!(
            "Das JSON bricht in Zeile {line} an Stelle {column} ab",
            "The JSON breaks off in line {line} at column {column}"
        ),
        P::NotAnEntry => both!("Der Eintrag ist kein Objekt", "The entry is no object"),
        P::LongCell(n) => both!("Die Zelle hat {n} Bytes", "The cell has {n} bytes"),
        P::LongRow(n) => both!("Die Zeile hat mehr als {n} Bytes", "The row has more than {n} bytes"),
        P::Unpacked(n) => {
            both!("Die Datei ist entpackt größer als {n} Bytes", "The file unpacks to more than {n} bytes")
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
        P::OtherName(name, _) => {
            both!("„{name}“ ist nicht das Land dieses Schlüssels", "“{name}” is not the state of this key")
        }
        P::NotAnArea(text, _) => both!("„{text}“ steht nicht in areas.csv", "“{text}” is not in areas.csv"),
        P::NoOzgId(text) if text.is_empty() => both!("Die OZG-ID fehlt", "The OZG id is missing"),
        P::NoOzgId(text) => both!("„{text}“ ist keine OZG-ID", "“{text}” is not an OZG id"),
        P::PlaceKey { text, .. } => {
            both!("„{text}“ ist nicht der Schlüssel dieses Landes", "“{text}” is not the key of this place")
        }
        P::MissingPlace(code) => both!("{code} fehlt", "{code} is missing"),
        P::SameTile(row) => {
            both!("Auf dieser Kachel liegt schon das Land in Zeile {row}", "The state in row {row} lies on this tile")
        }
        P::Tile(text) => both!("„{text}“ ist keine Kachel der Karte", "“{text}” is no tile of the map"),
        P::NoPeople => both!("Ein Land ohne Einwohner", "A place without inhabitants"),
        P::SquareKilometres(text) => both!("„{text}“ ist keine Fläche", "“{text}” is no area"),
        P::NotASlug(text) => {
            both!("„{text}“ kann keine Kennung eines Themenfelds sein", "“{text}” cannot be the id of a service area")
        }
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
        P::LinkScheme(text) | P::NotALink(text) => {
            both!("„{text}“ ist keine Internetadresse", "“{text}” is not a web address")
        }
        P::PartAboveWhole { part, whole } => {
            both!("Der Teil ist größer als das Ganze: {part}, {whole}", "The part is above its whole: {part}, {whole}")
        }
        P::Gaps { of, missing, count } => {
            both!("{of}: fehlende Zahlen: {count}, etwa {missing}", "{of}: missing figures: {count}, such as {missing}")
        }
        P::MissingStates { names, .. } => {
            both!("Im Export fehlen Länder: {names}", "The export lacks states: {names}")
        }
        P::NoneCounts { state, rows, why: [de, en] } => {
            both!("{state}: {rows} Zeilen, keine zählt ({de})", "{state}: {rows} rows, none counts ({en})")
        }
        P::OtherMonth { months, date } => both!(
            "Der Datenstand (datenstand_pvog_import) ist nicht aus dem Monat von --date {date}: {months}",
            "The data (datenstand_pvog_import) are not of the month of --date {date}: {months}"
        ),
        P::ListDiffers { of, listed, figure } => both!(
            "{of}: die Liste gibt {listed}, die Zahl ist {figure}",
            "{of}: the list gives {listed}, the figure is {figure}"
        ),
        P::ListAlone(day) => {
            both!("Zur Liste vom {day} gibt es keine Zahlen", "There are no figures of {day}, the day of the list")
        }
        P::OtherDay { day, first } => {
            both!("Die Zeile ist vom {day}, die Liste vom {first}", "The row is of {day}, the list of {first}")
        }
        P::NotNationwide => both!(
            "Bundesweites steht unter DE, und unter DE steht nur Bundesweites",
            "What is nationwide stands under DE, and nothing else does"
        ),
        P::Fall { of, old, new } => both!("{of}: gefallen von {old} auf {new}", "{of}: fell from {old} to {new}"),
        P::Jump { of, old, new } => both!(
            "{of}: um mehr als ein Fünftel gestiegen, von {old} auf {new}",
            "{of}: rose by more than a fifth, from {old} to {new}"
        ),
        P::Manifest { what, said, found } => {
            both!("{what}: laut Ausgabe {said}, gefunden {found}", "{what}: {said} in the release, {found} found")
        }
        P::NotAsFetched => both!(
            "Die Datei ist nicht die, die geladen wurde (Größe oder SHA-256 in fetched.tsv)",
            "The file is not what was downloaded (size or SHA-256 in fetched.tsv)"
        ),
        P::NoAnswer([de, en]) => both!("Keine Antwort: {de}", "No answer: {en}"),
        P::Surplus => both!("Die Ausgabe kennt diese Datei nicht", "The release does not have this file"),
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
        P::NoState(key) => both!("Zum Schlüssel {key} gibt es kein Land", "There is no state of the key {key}"),
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
