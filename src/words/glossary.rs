//! The terms of the field, each explained in a sentence or two.

use crate::question::Lang;

/// The id of a term on the page; the term, its explanation: German, English.
type Entry = (&'static str, [&'static str; 2], [&'static str; 2]);

/// The entries in the order of reading: from the law to the ways of counting.
const ENTRIES: [Entry; 13] = [
    (
        "ozg",
        ["OZG", "OZG (Online Access Act)"],
        [
            "Onlinezugangsgesetz: verpflichtet Bund, Länder und Kommunen, ihre Verwaltungsleistungen auch online anzubieten. Es gilt seit August 2017; die erste Frist endete am 31. Dezember 2022.",
            "Onlinezugangsgesetz: obliges the federation, the states and the municipalities to offer their services online as well. In force since August 2017; its first deadline was 31 December 2022.",
        ],
    ),
    (
        "ozg-leistung",
        ["OZG-Leistung", "OZG service"],
        [
            "Ein Bündel zusammengehöriger Verwaltungsleistungen im OZG-Katalog, zum Beispiel „Eheschließung“. Der Katalog zählte zuerst 575 Bündel, später je nach Stand 580, 582 oder 579. Ist auch nur ein Teil eines Bündels online, zählt das Bündel als online.",
            "A bundle of related public services in the OZG catalogue, such as “marriage”. The catalogue first counted 575 bundles, later 580, 582 or 579 depending on the date. A bundle counts as online as soon as one part of it is.",
        ],
    ),
    (
        "leika",
        ["LeiKa", "LeiKa"],
        [
            "Leistungskatalog der öffentlichen Verwaltung: das Verzeichnis der einzelnen Verwaltungsleistungen, mehrere Tausend. Eine OZG-Leistung bündelt mehrere LeiKa-Leistungen; Zählungen nach LeiKa und nach OZG-Leistungen lassen sich nicht vergleichen.",
            "Leistungskatalog: the catalogue of single public services, several thousand of them. One OZG service bundles several LeiKa services, so counts by LeiKa and by OZG services cannot be compared.",
        ],
    ),
    (
        "im-ganzen-land",
        ["flächendeckend, im ganzen Land", "online throughout the state"],
        [
            "Im ganzen Land ist mindestens ein Teil der Leistung online, gleich in welcher Kommune. Bundesweit verfügbare Leistungen zählen in jedem Land mit.",
            "At least one part of the service is online throughout the state, whatever the municipality. Services available nationwide count in every state.",
        ],
    ),
    (
        "kommune",
        ["in mindestens einer Kommune", "in at least one municipality"],
        [
            "Irgendwo im Land online: Es genügt eine einzige Kommune. Diese Zahl ist immer mindestens so hoch wie die flächendeckende, oft viel höher.",
            "Online somewhere in the state: a single municipality is enough. This count is always at least as high as that throughout the state, often much higher.",
        ],
    ),
    (
        "themenfeld",
        ["Themenfeld", "Service area"],
        [
            "Eines von 14 Gebieten, nach denen der OZG-Katalog geordnet ist, zum Beispiel „Bauen & Wohnen“.",
            "One of the 14 areas by which the OZG catalogue is ordered, such as “Building & Housing”.",
        ],
    ),
    (
        "reifegrad",
        ["Reifegrad", "Maturity level"],
        [
            "Stufe von 0 bis 4, wie weit eine Leistung online geht: 0 nichts, 1 Information, 2 Formular zum Ausdrucken, 3 vollständig online mit Nachweisen, 4 auch ohne erneute Vorlage von Daten, die der Staat schon hat.",
            "Level from 0 to 4 of how far a service goes online: 0 nothing, 1 information, 2 a form to print, 3 entirely online with documents, 4 also without handing in again what the state already knows.",
        ],
    ),
    (
        "efa",
        ["EfA", "EfA (one for all)"],
        [
            "„Einer für alle“: Ein Land entwickelt und betreibt eine Online-Leistung, andere Länder und ihre Kommunen nutzen sie mit.",
            "“Einer für alle”: one state develops and runs an online service, other states and their municipalities use it too.",
        ],
    ),
    (
        "wsp",
        ["WSP, Wirtschafts-Service-Portal", "WSP, Wirtschafts-Service-Portal"],
        [
            "Portal für Leistungen an Unternehmen; das Wirtschafts-Service-Portal.NRW ist das des Landes Nordrhein-Westfalen.",
            "A portal of services for businesses; the Wirtschafts-Service-Portal.NRW is that of North Rhine-Westphalia.",
        ],
    ),
    (
        "insm",
        ["INSM", "INSM"],
        [
            "Initiative Neue Soziale Marktwirtschaft, getragen von den Arbeitgeberverbänden der Metall- und Elektroindustrie. Sie veröffentlicht das „Behörden-Digimeter“, aus dem viele Zahlen dieser Seite stammen.",
            "Initiative Neue Soziale Marktwirtschaft, carried by the employers’ associations of the metal and electrical industry. It publishes the “Behörden-Digimeter”, from which many figures of this site come.",
        ],
    ),
    (
        "nenner",
        ["Nenner", "Denominator"],
        [
            "Die Größe des Katalogs, von der eine Zahl ein Teil ist. Ein Anteil rechnet mit der Größe zum Zeitpunkt der Angabe; ist für den Monat keine veröffentlicht, mit der ältesten, 575.",
            "The size of the catalogue that a figure is a part of. A share uses the size at the date of the figure; where none was published for the month, the oldest one, 575.",
        ],
    ),
    (
        "rang",
        ["Rang 6 bis 12", "Rank 6 to 12"],
        [
            "Kennt man den Wert eines Landes nur als Spanne, kennt man auch seinen Rang nur als Spanne. Der beste Rang ist 1 und die Zahl der Länder, die sicher darüber liegen; der schlechteste 1 und die Zahl derer, die darüber liegen können.",
            "Where the figure of a state is known only as a band, so is its rank. The best rank is 1 plus the number of states that are certainly higher; the worst 1 plus the number of those that may be higher.",
        ],
    ),
    (
        "datenstand",
        ["Datenstand", "Data version"],
        [
            "Jede Angabe trägt den Tag, an dem sie hier aufgenommen wurde. So lässt sich jeder frühere Stand der Daten wieder zeigen, auch nachdem eine Quelle etwas berichtigt hat.",
            "Every figure carries the day on which it was recorded here. So every earlier state of the data can be shown again, even after a source has corrected something.",
        ],
    ),
];

/// The ids, the terms and their explanations in the language.
pub fn glossary(lang: Lang) -> impl Iterator<Item = [&'static str; 3]> {
    ENTRIES
        .iter()
        .map(move |(id, term, text)| [id, super::pick(lang, term[0], term[1]), super::pick(lang, text[0], text[1])])
}
