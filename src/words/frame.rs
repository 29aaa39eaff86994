//! The fixed strings around the question, in both languages: they are published, and no reader's program holds them.

use super::say;
use crate::data::Licence;
use crate::question::Lang;

strings! {
/// What stands around the question.
Frame {
    /// Title of the start page.
    page_title: "Wie digital ist mein Land?", "How digital is my state?";
    /// What the page is about.
    lead: "Was die Ämter der 16 Länder online anbieten. OZG ist das Gesetz dazu (Onlinezugangsgesetz): Eine OZG-Leistung fasst mehrere einzelne Leistungen zusammen. Der LeiKa listet alle einzelnen auf.",
          "Public services that the 16 German states offer online: an OZG service (Online Access Act) bundles several single services (LeiKa, the catalogue of public services).";
    /// What the page is about, for search engines and previews.
    description: "Die 16 Länder im Vergleich nach ihren Online-Leistungen nach dem Onlinezugangsgesetz (OZG): jede Zahl mit Zählweise, Stand und Quelle.",
                 "The 16 German states compared by the services they offer online under the Online Access Act (OZG): every figure with its definition, date and source.";
    /// Skip link.
    skip: "Zum Inhalt springen", "Skip to content";
    /// Try again.
    reload: "Seite neu laden", "Reload the page";
    /// Without a script.
    no_script: "Ohne Skript zeigt die Seite die Startauswahl; alle anderen Ansichten stehen unter „Grafiken“.",
               "Without a script the page shows its start selection; all other views are under “Charts”.";
    /// Footer: data version.
    version: "Datenstand", "Data version";
    /// Footer: independence.
    independent: "Ein unabhängiges Angebot. Jede Zahl ist veröffentlicht oder folgt aus einer veröffentlichten Rangfolge, und ihre Quelle ist genannt.",
                 "An independent site. Every figure is published or follows from a published ranking, and its source is named.";
}
}

/// The strings around the question in the language.
pub fn frame(lang: Lang) -> &'static Frame {
    Frame::of(lang)
}

/// The licences of what the site offers, for the footer.
pub fn licences(licence: Licence, lang: Lang) -> String {
    say(
        lang,
        "Daten, Bilder, Texte: {0}; Software: EUPL-1.2",
        "Data, pictures, texts: {0}; software: EUPL-1.2",
        &[licence.title()],
    )
}
