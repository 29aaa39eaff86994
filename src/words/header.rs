//! The fixed strings of the header and the footer that the app takes over, in both languages.

use crate::question::Lang;

strings! {
/// What stands in the header, and the choice of appearance.
Header {
    /// Name of the site.
    site: "OZG-Ländervergleich", "OZG state comparison";
    /// Label of the main navigation.
    navigation: "Hauptnavigation", "Main navigation";
    /// Link to the ranking.
    nav_ranking: "Vergleich", "Comparison";
    /// Link to the growth of WSP.NRW.
    nav_growth: "Wirtschafts-Service-Portal.NRW", "Wirtschafts-Service-Portal.NRW";
    /// Link to the other language, in that language.
    other_language: "English", "Deutsch";
    /// From the invented data to the real ones.
    sample_exit: "Zu den echten Zahlen", "To the real figures";
    /// Label of the theme select.
    theme: "Darstellung", "Appearance";
    /// Theme of the system.
    theme_auto: "wie das System", "system setting";
    /// Light theme.
    theme_light: "hell", "light";
    /// Dark theme.
    theme_dark: "dunkel", "dark";
    /// Patterns beside the colours.
    patterns: "Muster zusätzlich zu Farben", "Patterns beside colours";
}
}

strings! {
/// The names of the pages to which header and footer lead.
Names {
    /// The index of cards.
    cards: "Grafiken", "Charts";
    /// Targets.
    targets: "Ziele", "Targets";
    /// How it is counted.
    method: "Methode", "Method";
    /// The data to take along.
    data: "Daten", "Data";
    /// What was added.
    news: "Was ist neu", "What is new";
    /// Terms.
    glossary: "Glossar", "Glossary";
    /// Legal: imprint.
    imprint: "Impressum", "Imprint";
    /// Legal: privacy.
    privacy: "Datenschutz", "Privacy";
    /// Legal: accessibility.
    accessibility: "Barrierefreiheit", "Accessibility";
    /// Legal: contact.
    contact: "Kontakt", "Contact";
    /// Legal: easy language.
    easy: "Leichte Sprache", "Leichte Sprache";
    /// Legal: sign language.
    sign: "Gebärdensprache", "Gebärdensprache";
}
}

/// The names of pages in the language.
pub fn names(lang: Lang) -> &'static Names {
    Names::of(lang)
}

/// Pages that the footer links, by path and name. The last two are there in German alone.
pub fn footer_links(lang: Lang) -> Vec<(&'static str, &'static str)> {
    let names = names(lang);
    let mut links = vec![
        ("cards/", names.cards),
        ("targets/", names.targets),
        ("method/", names.method),
        ("data/", names.data),
        ("news/", names.news),
        ("glossary/", names.glossary),
        ("impressum/", names.imprint),
        ("datenschutz/", names.privacy),
        ("barrierefreiheit/", names.accessibility),
        ("kontakt/", names.contact),
    ];
    if lang.spoken() == Lang::De {
        links.extend([("leichte-sprache/", names.easy), ("gebaerdensprache/", names.sign)]);
    }
    links
}

/// The strings of header and footer in the language.
pub fn header(lang: Lang) -> &'static Header {
    Header::of(lang)
}
