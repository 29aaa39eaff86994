//! Why nothing can be shown, and what became of keys that could not be read.

use super::{Headline, Named, list};
use crate::answer::{Nothing, Why};
use crate::question::{Invalid, Lang, View};

/// The words for an empty answer; the sentence says what can be done instead.
pub fn nothing(found: &Nothing, lang: Lang) -> Headline {
    let measure = found.measure.as_ref().map(|measure| measure.name(lang)).unwrap_or_default();
    let (title, sentence) = match (&found.why, lang) {
        (Why::Unknown, Lang::De) => ("Diese Zählung gibt es hier nicht".to_owned(), "Wählen Sie eine der angebotenen Zählungen.".to_owned()),
        (Why::Unknown, Lang::En) => ("There is no such count here".to_owned(), "Choose one of the counts offered.".to_owned()),
        (Why::NotInView(View::Ranking), Lang::De) => (
            "Diese Angaben sind zwischen den Ländern nicht vergleichbar".to_owned(),
            "Jede Stelle zählt hier anders; eine Rangfolge wäre falsch. Der Verlauf zeigt die Angaben einzeln.".to_owned(),
        ),
        (Why::NotInView(View::Ranking), Lang::En) => (
            "These figures cannot be compared between the states".to_owned(),
            "Every body counts in its own way here; a ranking would be wrong. The view over time shows the figures one by one.".to_owned(),
        ),
        (Why::NotInView(View::Growth), Lang::De) => (
            "Ein Ziel ist kein Bestand".to_owned(),
            "Ziele stehen gestrichelt neben der Zählung, für die sie gelten. Wählen Sie diese Zählung.".to_owned(),
        ),
        (Why::NotInView(View::Growth), Lang::En) => (
            "A target is not a count".to_owned(),
            "Targets are drawn dashed beside the count that they are for. Choose that count.".to_owned(),
        ),
        (Why::NoFigures, Lang::De) => (
            "Keine Angaben".to_owned(),
            "Zu dieser Zählung liegen keine Angaben vor, auch nicht am gewünschten Datenstand.".to_owned(),
        ),
        (Why::NoFigures, Lang::En) => (
            "No figures".to_owned(),
            "There are no figures of this count, or none was known on the day asked for.".to_owned(),
        ),
        (Why::NoneInPeriod, Lang::De) => (
            "Keine Angabe in diesem Zeitraum".to_owned(),
            "Für kein Land gibt es in diesem Zeitraum eine Angabe. Wählen Sie unter „Stand“ einen Monat mit Angaben.".to_owned(),
        ),
        (Why::NoneInPeriod, Lang::En) => (
            "No figure in this period".to_owned(),
            "No state has a figure in this period. Choose a month with figures under “As of”.".to_owned(),
        ),
        (Why::NoneForPlace(place, with), lang) => {
            let names: Vec<&str> = with.iter().map(|place| place.name(lang)).collect();
            let (name, others) = (place.name(lang), list(lang, &names));
            match lang {
                Lang::De => (format!("Keine Angabe für {name}"), format!("Angaben gibt es für {others}.")),
                Lang::En => (format!("No figure for {name}"), format!("There are figures for {others}.")),
            }
        }
    };
    let title = if measure.is_empty() { title } else { format!("{title}: {measure}") };
    Headline { title, definition: measure.to_owned(), sentence }
}

/// The note about a key of the address that could not be used.
pub fn invalid(found: &Invalid, lang: Lang) -> String {
    let Invalid { key, value } = found;
    match lang {
        Lang::De => format!("Die Adresse nennt „{key}={value}“; das gibt es nicht. Gezeigt wird die Voreinstellung."),
        Lang::En => format!("The address says “{key}={value}”, which does not exist. The default is shown."),
    }
}
