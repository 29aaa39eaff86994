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
    /// Label of the theme select.
    theme: "Darstellung", "Appearance";
    /// Theme of the system.
    theme_auto: "wie das System", "system setting";
    /// Light theme.
    theme_light: "hell", "light";
    /// Dark theme.
    theme_dark: "dunkel", "dark";
    /// Link to the index of cards.
    nav_cards: "Grafiken", "Charts";
}
}

/// The strings of header and footer in the language.
pub fn header(lang: Lang) -> &'static Header {
    Header::of(lang)
}
