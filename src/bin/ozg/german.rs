//! The help in German: what each command and each argument says.

use clap::error::{ContextKind, Error, ErrorKind};
use clap::{Arg, ArgAction, Command};

/// Commands by path, their German words.
const COMMANDS: [(&str, &str); 16] = [
    (
        "ozg",
        "Prüft, importiert, vergleicht und veröffentlicht die Daten des OZG-Ländervergleichs. Rückgabe: 0 in Ordnung, 1 Fehler gefunden oder gescheitert, 2 falscher Aufruf.",
    ),
    ("ozg check", "Nennt jeden Fehler eines Datenpakets mit Datei, Zeile, Spalte, Regel und Abhilfe"),
    ("ozg explain", "Erklärt die Regel hinter einem Code wie V09"),
    ("ozg import", "Übernimmt neue Zahlen"),
    (
        "ozg import pvog",
        "Zählt den offenen Export des Dashboards Digitale Verwaltung aus und fügt die Zahlen an: für jedes Land und Themenfeld die OZG-Leistungen und Einzelleistungen (LeiKa), die im ganzen Land und in mindestens einer Kommune online sind. Nicht berücksichtigte, inaktive und nicht erreichbare Zeilen zählen nicht und werden mit ihrer Zahl genannt. Ein Land mit Zeilen, von denen keine zählt, bekommt keine Zahl, auch keine 0: eine Warnung (V08) nennt seine Zeilen und warum sie nicht zählen. Das Paket wird als Ganzes ersetzt oder gar nicht.",
    ),
    ("ozg fetch", "Lädt neue Zahlen herunter"),
    ("ozg fetch pvog", "Lädt den offenen Export des Dashboards Digitale Verwaltung, eine Datei je Land"),
    ("ozg sample", "Erfindet einen Export in der amtlichen Form, zum Ausprobieren des Imports"),
    ("ozg services", "Schreibt die Liste der Leistungen hinter den neuesten Zahlen als statische Dateien"),
    ("ozg diff", "Sagt, was zwischen zwei Paketen oder zwei Tagen hinzukam, berichtigt und zurückgezogen wurde"),
    (
        "ozg publish",
        "Schreibt die Website in einen Ordner mit Seitenvorlage und Programm (von Trunk nach dem Bauen aufgerufen)",
    ),
    (
        "ozg verify",
        "Vergleicht eine Website im Netz mit einer Ausgabe: Dateien, Inhalt, Kopfzeilen; für einen Blick jeden Tag",
    ),
    ("ozg serve", "Zeigt die gebaute Website an einem lokalen Port, mit ihren eigenen Kopfzeilen"),
    ("ozg svg", "Gibt das Bild zu einer Adresse als SVG aus"),
    ("ozg picture", "Schreibt das Bild zu einer Adresse als PNG, PDF oder SVG"),
    ("ozg page", "Gibt die Seite zu einer Adresse als das HTML aus, das der Browser übernimmt"),
];

/// Arguments by their id; where one means several things, by command and id.
const ARGUMENTS: [(&str, &str); 55] = [
    ("lang", "Sprache der Meldungen: de oder en (sonst die des Systems)"),
    ("json", "Ergebnisse als JSON, für Programme"),
    (
        "check package",
        "Ordner des Pakets; ein veröffentlichtes (mit manifest.json) wird auch mit seinen Seiten verglichen",
    ),
    ("against", "Paket der letzten Ausgabe: findet umgeschriebene Zeilen, Rückgänge und Sprünge"),
    ("accept", "Lässt Warnungen einer Regel durch, etwa V12, und schreibt das ins Paket; mehrfach möglich"),
    ("reason", "Warum sie durchgehen: Leser sehen es auf der Seite zur Methode"),
    ("reason_en", "Dasselbe auf Englisch; sonst stehen dort die deutschen Worte"),
    (
        "invented",
        "Nimmt erfundene Zahlen (ozg sample) in ein Paket mit veröffentlichten auf; Quelle und Datum sagen, dass sie erfunden sind",
    ),
    ("summary", "Datei für die Änderungen als Markdown, für einen Merge Request"),
    ("sarif", "Fehler als SARIF, für Werkzeuge der Code-Durchsicht"),
    ("code", "Code der Regel"),
    ("files", "Dateien des Exports (CSV mit Komma oder Semikolon, JSON-Seiten, .gz, .zst) oder Ordner damit"),
    ("catalogue", "Katalog, der jeder Leistung ihr Themenfeld gibt: CSV mit ozg_id, ozg_name, area, leika_key"),
    ("pvog date", "Tag des Exports, etwa 2026-11-01"),
    ("package", "Ordner des Pakets"),
    ("dry_run", "Schreibt nichts, zeigt nur die Änderungen"),
    ("leave_out", "Lässt fehlerhafte Zeilen weg, wenn es höchstens so viele sind"),
    (
        "supersede",
        "Ersetzt Zahlen dieses Tages mit anderen Werten, mit dem Grund: correction, real, method oder unknown",
    ),
    ("without_services", "Schreibt die Liste der Leistungen nicht ins Paket"),
    ("pvog to", "Ordner für die Dateien; was dort vollständig ist, wird nicht neu geladen"),
    ("host", "Basisadresse der Schnittstelle"),
    ("states", "Nur diese Länder, zweistellig, etwa 05,09"),
    ("pause", "Millisekunden zwischen zwei Anfragen; ein zweiter Versuch wartet doppelt so lange, dann viermal"),
    ("patience", "Sekunden ohne ein Byte, nach denen eine Verbindung als verloren gilt"),
    ("tries", "Versuche je Datei"),
    ("seed", "Startwert: derselbe Startwert mit Größe und Tag ergibt dieselben Bytes"),
    ("rows", "Zahl der Zeilen"),
    ("sample to", "Ordner für export.csv und catalogue.csv"),
    ("sample date", "Tag des Exports"),
    ("excel", "Semikolons und Bytereihenfolge-Marke, wie Excel schreibt"),
    ("sample package", "Ordner des Pakets mit den Themenfeldern und Ländern"),
    ("services to", "Ordner für die Dateien"),
    ("a", "Ordner eines Pakets, oder ein Tag der Erfassung"),
    ("b", "Ordner eines Pakets, oder ein Tag der Erfassung"),
    ("diff package", "Paket, in dem Tage nachgesehen werden"),
    ("publish to", "Ordner, den Trunk gebaut hat"),
    ("site", "Datei, die sagt, wer die Website betreibt"),
    ("fonts", "Ordner der Schriften für Vorschaubilder"),
    ("keep", "Ordner der letzten Ausgabe: ihr Programm und ihre Daten bleiben, so dass aufgehobene Seiten sie finden"),
    ("heights", "Datei mit den gemessenen Höhen der Einbettungen"),
    ("url", "Adresse der Website"),
    ("release", "Ordner der Ausgabe"),
    ("folder", "Ordner der gebauten Website"),
    ("port", "Port"),
    ("at", "Pfad der Website auf ihrem Host, etwa /some/path/; ohne Angabe der ihrer Adresse"),
    ("svg query", "Anfrage der Adresse, etwa „measure=ozg-land-any&period=2021-12“"),
    ("picture query", "Anfrage der Adresse, etwa „measure=ozg-land-any&period=2021-12“"),
    (
        "picture to",
        "Datei; ihr Ende sagt, was sie ist: .png, .pdf oder .svg (Text als Pfade, für Programme ohne die Schriften)",
    ),
    ("shape", "Pixel eines PNG für Bildschirme und Netze: 1200x628, 1080x1080, 1920x1080"),
    ("column", "Breite im Druck in Millimetern: 85, 125, 185; ein PNG hat 300 Pixel je Zoll"),
    ("query", "Anfrage der Adresse"),
    ("width", "Breite der Zeichnung"),
    ("dark", "Dunkler Grund"),
    ("help", "Zeigt diese Hilfe"),
    ("version", "Zeigt die Version"),
];

fn words(table: &[(&str, &'static str)], key: &str) -> Option<&'static str> {
    table.iter().find(|(name, _)| *name == key).map(|(_, words)| *words)
}

/// The command with its help in German.
pub fn in_german(command: Command) -> Command {
    translated(command, "ozg")
}

/// The form of the help.
const TEMPLATE: &str = "{about-with-newline}\nAufruf: {usage}\n\n{all-args}{after-help}";

fn translated(mut command: Command, path: &str) -> Command {
    command = command.help_template(TEMPLATE).subcommand_help_heading("Befehle").subcommand_value_name("BEFEHL");
    command = command.disable_help_subcommand(true).disable_help_flag(true);
    let flag = |id: &'static str, short: char, action: ArgAction| Arg::new(id).long(id).short(short).action(action);
    command = command.arg(flag("help", 'h', ArgAction::Help));
    if path == "ozg" {
        command = command.disable_version_flag(true).arg(flag("version", 'V', ArgAction::Version));
    }
    if let Some(after) = command.get_after_help().map(ToString::to_string) {
        let after = after.replace("Examples:", "Beispiele:").replace("Example:", "Beispiel:");
        let month = "The month in five commands: fetch pvog, import pvog --dry-run, import pvog, check, publish. docs/operator.md tells the whole story.";
        let german = "Der Monat in fünf Befehlen: fetch pvog, import pvog --dry-run, import pvog, check, publish. docs/operator.md erzählt alles.";
        command = command.after_help(after.replace(month, german));
    }
    if let Some(about) = words(&COMMANDS, path) {
        command = command.about(about).long_about(about);
    }
    let name = path.rsplit(' ').next().unwrap_or_default().to_owned();
    command = command.mut_args(|arg| {
        let id = arg.get_id().as_str();
        let found = words(&ARGUMENTS, &format!("{name} {id}")).or_else(|| words(&ARGUMENTS, id));
        let default: Vec<String> =
            arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
        let heading = if arg.is_positional() { "Angaben" } else { "Optionen" };
        let takes_value = arg.get_action().takes_values();
        let arg = arg.help_heading(heading);
        let arg = if takes_value { arg.hide_default_value(true) } else { arg };
        match found {
            Some(help) if default.concat().is_empty() || !takes_value => arg.help(help),
            Some(help) => arg.help(format!("{help} (Vorgabe: {})", default.join(", "))),
            None => arg,
        }
    });
    command.mut_subcommands(|sub| {
        let below = format!("{path} {}", sub.get_name());
        translated(sub, &below)
    })
}

/// Wrong use in German.
pub fn wrong_use(error: &Error) -> String {
    let context = |kind: ContextKind| error.get(kind).map(ToString::to_string);
    let (argument, value) = (context(ContextKind::InvalidArg), context(ContextKind::InvalidValue));
    let argument = argument.unwrap_or_default();
    let text = match error.kind() {
        ErrorKind::InvalidValue if value.as_deref().is_none_or(str::is_empty) => {
            format!("Zu {argument} fehlt die Angabe")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let why = std::error::Error::source(error).map(|source| format!(": {source}")).unwrap_or_default();
            format!("„{}“ passt nicht zu {argument}{why}", value.unwrap_or_default())
        }
        ErrorKind::UnknownArgument if argument.starts_with('-') => format!("{argument} gibt es nicht"),
        ErrorKind::UnknownArgument => format!("„{argument}“ ist eine Angabe zu viel"),
        ErrorKind::InvalidSubcommand => {
            let near = context(ContextKind::SuggestedSubcommand).map(|near| format!("; meinten Sie {near}?"));
            let name = context(ContextKind::InvalidSubcommand).unwrap_or_default();
            format!("Den Befehl „{name}“ gibt es nicht{}", near.unwrap_or_default())
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "Es fehlt der Befehl".to_owned()
        }
        ErrorKind::MissingRequiredArgument => format!("Es fehlt: {argument}"),
        ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("Zu {argument} fehlt die Angabe")
        }
        ErrorKind::TooManyValues => format!("{argument} steht mehrmals oder mit zu vielen Angaben da"),
        ErrorKind::ArgumentConflict => match context(ContextKind::PriorArg) {
            Some(prior) if prior == argument => format!("{argument} steht mehrmals da"),
            Some(prior) => format!("{argument} und {prior} passen nicht zusammen"),
            None => format!("{argument} passt nicht zu den anderen Angaben"),
        },
        ErrorKind::InvalidUtf8 => "Eine Angabe ist kein UTF-8".to_owned(),
        _ => "So lässt sich der Befehl nicht aufrufen".to_owned(),
    };
    format!("ozg: {text}\n     Hilfe: ozg --help --lang de")
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    fn walk(command: &Command, path: &str) {
        assert!(words(&COMMANDS, path).is_some(), "{path} has no German words");
        for arg in command.get_arguments() {
            let (name, id) = (path.rsplit(' ').next().unwrap_or_default(), arg.get_id().as_str());
            let found = words(&ARGUMENTS, &format!("{name} {id}")).or_else(|| words(&ARGUMENTS, id));
            assert!(found.is_some(), "{path}: {id} has no German words");
        }
        for sub in command.get_subcommands() {
            walk(sub, &format!("{path} {}", sub.get_name()));
        }
    }

    #[test]
    fn everything_has_german_words() {
        walk(&crate::args::Ozg::command(), "ozg");
        in_german(crate::args::Ozg::command()).debug_assert();
    }
}
