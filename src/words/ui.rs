//! The fixed strings of the page in both languages.

use crate::question::Lang;

/// Declares the strings with their German and English texts, so that none can lack a language.
macro_rules! strings {
    ($($(#[$doc:meta])* $name:ident: $de:literal, $en:literal;)+) => {
        /// The fixed strings of the page.
        #[derive(Debug, Clone, Copy)]
        pub struct Ui {
            $($(#[$doc])* pub $name: &'static str,)+
        }

        static DE: Ui = Ui { $($name: $de,)+ };
        static EN: Ui = Ui { $($name: $en,)+ };
    };
}

strings! {
    /// Name of the site.
    site: "OZG-Ländervergleich", "OZG state comparison";
    /// Title of the start page.
    page_title: "Wie digital ist mein Land?", "How digital is my state?";
    /// What the page is about.
    lead: "Verwaltungsleistungen, die die 16 Länder online anbieten. Welches Land vorn liegt, hängt davon ab, was gezählt wird. Eine OZG-Leistung (Onlinezugangsgesetz) bündelt mehrere einzelne Leistungen (LeiKa, Leistungskatalog der Verwaltung).",
          "Public services that the 16 German states offer online. Which state leads depends on what is counted. An OZG service (Online Access Act) bundles several single services (LeiKa, the catalogue of public services).";
    /// What the page is about, for search engines and previews.
    description: "Die 16 Länder im Vergleich nach ihren Online-Leistungen nach dem Onlinezugangsgesetz (OZG): jede Zahl mit Zählweise, Stand und Quelle.",
                 "The 16 German states compared by the services they offer online under the Online Access Act (OZG): every figure with its definition, date and source.";
    /// Skip link.
    skip: "Zum Inhalt springen", "Skip to content";
    /// Label of the main navigation.
    navigation: "Hauptnavigation", "Main navigation";
    /// Link to the ranking.
    nav_ranking: "Vergleich", "Comparison";
    /// Link to the growth of WSP.NRW.
    nav_growth: "Wirtschafts-Service-Portal.NRW", "Wirtschafts-Service-Portal.NRW";
    /// Link to the other language, in that language.
    other_language: "English", "Deutsch";
    /// Label of the controls.
    controls: "Auswahl", "Selection";
    /// Legend of the view switch.
    view: "Ansicht", "View";
    /// The ranking as a view.
    view_ranking: "Rangliste", "Ranking";
    /// The growth as a view.
    view_growth: "Verlauf", "Over time";
    /// Legend of the measure cards.
    measure: "Was wird gezählt?", "What is counted?";
    /// Card: statewide.
    card_statewide: "im ganzen Land", "throughout the state";
    /// Card: statewide, second line.
    card_statewide_hint: "OZG-Leistungen, flächendeckend", "OZG services, statewide";
    /// Card: any municipality.
    card_any: "in mindestens einer Kommune", "in at least one municipality";
    /// Card: any municipality, second line.
    card_any_hint: "OZG-Leistungen, irgendwo im Land", "OZG services, somewhere in the state";
    /// Card: single services.
    card_leika: "einzelne Leistungen", "single services";
    /// Card: single services, second line.
    card_leika_hint: "LeiKa, flächendeckend", "LeiKa, statewide";
    /// The measures beyond the three cards.
    more_measures: "Weitere Zählungen", "More ways of counting";
    /// Label of the measure select of the growth.
    growth_measure: "Zählung", "Count";
    /// Group: by state.
    group_states: "Länder", "States";
    /// Group: Germany.
    group_germany: "Deutschland", "Germany";
    /// Group: portals and own counts.
    group_portals: "Portale und eigene Zählungen", "Portals and own counts";
    /// Label of the period select.
    period: "Stand (Länder mit Angabe)", "As of (states with a figure)";
    /// The newest figures as a choice of the period.
    latest: "neueste Angabe", "newest figure";
    /// Label of the focus select.
    focus: "Mein Land", "My state";
    /// Label of the sort select.
    sort: "Sortierung", "Order";
    /// Sorted by value.
    sort_value: "nach Wert", "by value";
    /// Sorted by name.
    sort_name: "nach Name", "by name";
    /// Label of the theme select.
    theme: "Darstellung", "Appearance";
    /// Theme of the system.
    theme_auto: "wie das System", "system setting";
    /// Light theme.
    theme_light: "hell", "light";
    /// Dark theme.
    theme_dark: "dunkel", "dark";
    /// A mark of the reader's state.
    my_state: "mein Land", "my state";
    /// Before the reader's state in the key.
    key_my_state: "Mein Land", "My state";
    /// Before the nationwide figure in the key.
    key_reference: "Vergleich", "Comparison";
    /// After the order was changed.
    sorted: "Sortiert", "Sorted";
    /// Heading of the rank column.
    rank: "Rang", "Rank";
    /// Heading of the state column.
    state: "Land", "State";
    /// Heading of the value column.
    value: "Wert", "Figure";
    /// Heading of the date column.
    date: "Datum", "Date";
    /// Heading of the source column.
    source: "Quelle", "Source";
    /// Before several sources.
    sources: "Quellen", "Sources";
    /// Where the single sources stand.
    in_table: "Einzelnachweise in der Tabelle.", "Individual sources are in the table.";
    /// Heading of the remark column.
    remark: "Anmerkung", "Remark";
    /// A state without a figure.
    missing: "keine Angabe", "no figure";
    /// Opens the table.
    table: "Tabelle", "Table";
    /// Opens the definition.
    what_counts: "Was wird gezählt?", "What is counted?";
    /// Opens how to read the chart.
    how_to_read: "So lesen Sie die Grafik", "How to read this chart";
    /// How to read the ranking.
    read_ranking: "Jeder Balken ist ein Land, seine Länge die Zahl der Leistungen. Ein heller Teil mit Rand ist eine Spanne: Der Wert liegt irgendwo darin. Ein Pfeil sagt: mindestens so viel, nach oben offen. Schraffiert heißt: keine Angabe.",
                  "Each bar is a state, its length the number of services. A light part with an outline is a band: the figure lies somewhere in it. An arrow means: at least that much, open upwards. Hatching means: no figure.";
    /// How to read the growth.
    read_growth: "Jeder Punkt ist eine veröffentlichte Zahl. Ein waagerechter Strich zeigt, wie genau das Datum bekannt ist. Ein Pfeil sagt: mindestens so viel, nach oben offen. Gestrichelt heißt: Der Verlauf dazwischen ist nicht bekannt, weil über drei Monate nichts veröffentlicht wurde oder ein Wert nicht genau ist. Rauten sind Ziele, keine Bestände; sie stehen dort, wo das Ziel genannt wurde.",
                 "Each point is a published figure. A horizontal line shows how exactly the date is known. An arrow means: at least that much, open upwards. Dashed means: the course in between is not known, as nothing was published for over three months or a figure is not exact. Diamonds are targets, not counts; they stand where the target was stated.";
    /// Keyboard help of a chart.
    keys: "Tastatur: Mit Tab in die Grafik, dann mit den Pfeiltasten von Wert zu Wert, mit Pos1 und Ende zum ersten und letzten. Mit einem Screenreader vorher den Fokusmodus einschalten.",
          "Keyboard: Tab into the chart, then the arrow keys from figure to figure, Home and End to the first and last. With a screen reader, switch to focus mode first.";
    /// Opens the downloads.
    download: "Herunterladen", "Download";
    /// CSV for German Excel.
    csv_excel: "CSV für Excel (deutsch)", "CSV for German Excel";
    /// Copies the sentence with its source.
    copy_sentence: "Satz kopieren", "Copy sentence";
    /// Copies the address.
    copy_link: "Link kopieren", "Copy link";
    /// After copying.
    copied: "Kopiert.", "Copied.";
    /// Where the browser refuses to copy.
    not_copied: "Ihr Browser erlaubt das Kopieren hier nicht. Markieren Sie den Text von Hand.",
                "Your browser does not allow copying here. Select the text by hand.";
    /// Heading of the event list.
    events: "Ereignisse", "Events";
    /// Key: band.
    key_band: "Spanne: Der Wert liegt darin", "band: the figure lies in it";
    /// Key: band that follows from the ranking of the source.
    key_band_ranking: "Spanne: aus der Rangfolge der Quelle", "band: from the ranking of the source";
    /// Key: open end.
    key_open: "nach oben offen", "open upwards";
    /// Key: target.
    key_target: "Ziel (kein Bestand), wann genannt", "target (not a count), when stated";
    /// Key: dashed join.
    key_dashed: "Verlauf dazwischen nicht bekannt", "course in between not known";
    /// Key: break.
    key_break: "andere Zählung", "another way of counting";
    /// Another published figure.
    also: "Andere Angabe", "Another figure";
    /// The same figure from another source.
    also_same: "Ebenso", "Likewise";
    /// How rounded figures are shown.
    about_rule: "Gerundet; gezeigt als ± 5 %.", "Rounded; shown as ± 5 %.";
    /// Note: data of an earlier day.
    asof: "Datenstand vom", "Data as known on";
    /// Way back to today.
    asof_today: "zum heutigen Datenstand", "to today's data";
    /// Note: loading.
    loading: "wird geladen …", "loading …";
    /// The app could not start or load.
    failed: "Die Auswahl ist gerade nicht möglich. Die Seite zeigt den Stand, mit dem sie ausgeliefert wurde.",
            "Choosing is not possible right now. The page shows what it was delivered with.";
    /// Try again.
    reload: "Seite neu laden", "Reload the page";
    /// Way to the view over time.
    to_growth: "Zum Verlauf", "View over time";
    /// Way to a place that has figures.
    to_place: "Zu einem Land mit Angaben", "To a state with figures";
    /// Way to the month with the most figures.
    best_period: "Zum Stand mit den meisten Angaben", "To the month with most figures";
    /// Without a script.
    no_script: "Ohne Skript zeigt die Seite die Startauswahl; alle Daten stehen unten zum Herunterladen.",
               "Without a script the page shows its start selection; all data can be downloaded below.";
    /// Way back to the default.
    to_default: "Zur Startauswahl", "Back to the start";
    /// Footer: data version.
    version: "Datenstand", "Data version";
    /// Footer: data package.
    data_package: "Alle Daten (Data Package)", "All data (Data Package)";
    /// Footer: independence.
    independent: "Ein unabhängiges Angebot. Jede Zahl ist veröffentlicht oder folgt aus einer veröffentlichten Rangfolge, und ihre Quelle ist genannt.",
                 "An independent site. Every figure is published or follows from a published ranking, and its source is named.";
    /// Footer: licence.
    licence: "Software: EUPL-1.2", "Software: EUPL-1.2";
}

/// The strings in the language.
pub fn ui(lang: Lang) -> &'static Ui {
    match lang {
        Lang::De => &DE,
        Lang::En => &EN,
    }
}
