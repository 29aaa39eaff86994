//! Why nothing can be shown, and what became of keys that could not be read.

use super::{Headline, Named, list, say};
use crate::answer::{Nothing, Why};
use crate::question::{Invalid, Lang, View};

/// The words for an empty answer; the sentence says what can be done instead.
pub fn nothing(found: &Nothing, lang: Lang) -> Headline {
    let measure = found.measure.as_ref().map(|measure| measure.name(lang)).unwrap_or_default();
    let fill =
        |[title, sentence]: [&str; 2], gaps: &[&str]| (super::say::fill(title, gaps), super::say::fill(sentence, gaps));
    let (title, sentence) = match &found.why {
        Why::Unknown => fill(
            either(
                lang,
                ["Diese Zählung gibt es hier nicht", "Wählen Sie eine der angebotenen Zählungen."],
                ["There is no such count here", "Choose one of the counts offered."],
            ),
            &[],
        ),
        Why::NotInView(View::Growth | View::Profile) => fill(
            either(
                lang,
                ["Ein Ziel wurde geplant, nicht gezählt", "Ziele stehen neben der Zählung, für die sie gelten."],
                ["A target was planned, not counted", "Targets stand beside the count that they are for."],
            ),
            &[],
        ),
        Why::NotInView(View::Range) => fill(
            either(
                lang,
                [
                    "Diese Zählung hat keinen Teil und kein Ganzes",
                    "Die Spanne zeigt OZG-Leistungen im ganzen Land als Teil derer in mindestens einer Kommune.",
                ],
                [
                    "This count has no part and no whole",
                    "The range shows OZG services throughout the state as a part of those in at least one municipality.",
                ],
            ),
            &[],
        ),
        Why::NotInView(View::Areas) => fill(
            either(
                lang,
                [
                    "Keine Angaben nach Themenfeld",
                    "Zu dieser Zählung hat bisher niemand Zahlen nach Themenfeld veröffentlicht. Veröffentlicht ist die Größe der Themenfelder im Katalog.",
                ],
                [
                    "No figures by service area",
                    "Nobody has published figures of this count by service area yet. Published is the size of the service areas in the catalogue.",
                ],
            ),
            &[],
        ),
        Why::NotInView(_) => fill(
            either(
                lang,
                [
                    "Diese Angaben sind zwischen den Ländern nicht vergleichbar",
                    "Jede Stelle zählt hier anders. Der Verlauf zeigt die Angaben einzeln.",
                ],
                [
                    "These figures cannot be compared between the states",
                    "Every body counts in its own way here. The view over time shows the figures one by one.",
                ],
            ),
            &[],
        ),
        Why::NoFigures => fill(
            either(
                lang,
                ["Keine Angaben", "Zu dieser Zählung liegen keine Angaben vor, auch nicht am gewünschten Datenstand."],
                ["No figures", "There are no figures of this count, or none was known on the day asked for."],
            ),
            &[],
        ),
        Why::NoneInPeriod => fill(
            either(
                lang,
                [
                    "Keine Angabe in diesem Zeitraum",
                    "Für kein gezeigtes Land gibt es in diesem Zeitraum eine Angabe. Wählen Sie unter „Stand“ einen Monat mit Angaben.",
                ],
                [
                    "No figure in this period",
                    "No state shown has a figure in this period. Choose a month with figures under “Date”.",
                ],
            ),
            &[],
        ),
        Why::NoneForPlace(place, with) => {
            let names: Vec<&str> = with.iter().map(|place| place.name(lang)).collect();
            fill(
                either(
                    lang,
                    ["Keine Angabe für {0}", "Angaben gibt es für {1}."],
                    ["No figure for {0}", "There are figures for {1}."],
                ),
                &[place.name(lang), &list(lang, &names)],
            )
        }
        Why::NoPlaces => fill(
            either(
                lang,
                ["Kein Land ausgewählt", "Die Auswahl der Länder und der Gruppe lässt keines übrig."],
                ["No state selected", "The selection of states and group leaves none."],
            ),
            &[],
        ),
        Why::NoAreas => fill(
            either(
                lang,
                ["Kein Themenfeld ausgewählt", "Wählen Sie eines oder mehrere der Themenfelder."],
                ["No service area selected", "Select one or more of the service areas."],
            ),
            &[],
        ),
        Why::NoneInArea(area) => fill(
            either(
                lang,
                ["Keine Angabe im Themenfeld {0}", "Zu dieser Zählung gibt es keine Zahlen für dieses Themenfeld."],
                ["No figure in the service area {0}", "There are no figures of this count for this service area."],
            ),
            &[area.name(lang)],
        ),
        Why::SeveralAreas => fill(
            either(
                lang,
                [
                    "Mehrere Themenfelder gewählt",
                    "Was hier gezählt wird, kann in mehreren von ihnen liegen; eine Summe zählte es doppelt. Wählen Sie eines, oder sehen Sie die Themenfelder nebeneinander.",
                ],
                [
                    "Several service areas chosen",
                    "What is counted here may lie in several of them; a sum would count it twice. Choose one, or see the service areas side by side.",
                ],
            ),
            &[],
        ),
        Why::NoShare => fill(
            either(
                lang,
                [
                    "Kein Anteil bestimmbar",
                    "Für diese Angaben ist keine Größe des Katalogs zu ihrem Zeitpunkt veröffentlicht. Die Anzahl gibt es.",
                ],
                [
                    "No share can be determined",
                    "No size of the catalogue was published for the dates of these figures. There are counts.",
                ],
            ),
            &[],
        ),
        Why::NoIndex => fill(
            either(
                lang,
                [
                    "Kein Index bestimmbar",
                    "Die erste Angabe ist nicht genau; nichts kann 100 sein. Die Werte selbst gibt es.",
                ],
                [
                    "No index can be determined",
                    "The first figure is not exact, so nothing can be 100. The values themselves are there.",
                ],
            ),
            &[],
        ),
        Why::NothingBefore(month) => fill(
            either(
                lang,
                [
                    "Kein früherer Stand zum Vergleich",
                    "Vor {0} gibt es zu dieser Zählung keinen Monat mit Angaben, mit dem verglichen werden kann.",
                ],
                [
                    "No earlier month to compare with",
                    "Before {0} there is no month with figures of this count to compare with.",
                ],
            ),
            &[&super::month(*month, lang)],
        ),
        Why::Break(found) => fill(
            either(
                lang,
                [
                    "Dazwischen wurde die Zählweise geändert",
                    "Seit {0}: {1} Über diesen Bruch hinweg wird keine Veränderung berechnet.",
                ],
                ["The method changed in between", "Since {0}: {1} No change is computed across it."],
            ),
            &[&super::day(found.date, lang), super::pick(lang, &found.what_de, &found.what_en)],
        ),
    };
    let title = if measure.is_empty() { title } else { format!("{title}: {measure}") };
    Headline { title, definition: measure.to_owned(), sentence }
}

/// Title and sentence in one of two languages.
#[inline(always)]
fn either<'a>(lang: Lang, de: [&'a str; 2], en: [&'a str; 2]) -> [&'a str; 2] {
    [super::pick(lang, de[0], en[0]), super::pick(lang, de[1], en[1])]
}

/// So many keys that could not be used are named.
const NAMED: usize = 3;

/// The note about keys of the address that could not be used: each once, the first of many. Isolates keep a key that is written
/// from right to left from turning the words around it (Unicode, UAX 9).
pub fn invalid(found: &[Invalid], lang: Lang) -> String {
    let mut notes: Vec<String> = Vec::new();
    for Invalid { key, value } in found {
        let note = say(
            lang,
            "Die Adresse nennt „\u{2068}{0}={1}\u{2069}“; das gibt es nicht. Gezeigt wird die Auswahl ohne diese Angabe.",
            "The address says “\u{2068}{0}={1}\u{2069}”, which does not exist. The selection is shown without it.",
            &[key, value],
        );
        if notes.len() < NAMED && !notes.contains(&note) {
            notes.push(note);
        }
    }
    notes.join(" ")
}
