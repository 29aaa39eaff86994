//! The fixed strings of the page in both languages.

use crate::question::Lang;

/// Declares strings with their German and English texts, so that none can lack a language.
macro_rules! strings {
    ($(#[$about:meta])* $type:ident { $($(#[$doc:meta])* $name:ident: $de:literal, $en:literal;)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy)]
        pub struct $type {
            $($(#[$doc])* pub $name: &'static str,)+
        }

        impl $type {
            /// The strings in the language.
            pub fn of(lang: Lang) -> &'static Self {
                static DE: $type = $type { $($name: $de,)+ };
                static EN: $type = $type { $($name: $en,)+ };
                match lang.spoken() {
                    Lang::De => &DE,
                    Lang::En => &EN,
                }
            }
        }
    };
}

strings! {
/// What follows the question.
Ui {
    /// The app could not start or load.
    failed: "Die Auswahl ist gerade nicht möglich. Alle Ansichten stehen auch unter „Grafiken“.",
            "Choosing is not possible right now. All views are also under “Charts”.";
    /// Label of the controls.
    controls: "Auswahl", "Selection";
    /// Legend of the view switch.
    view: "Ansicht", "View";
    /// The ranking as a view.
    view_ranking: "Rangliste", "Ranking";
    /// The growth as a view.
    view_growth: "Verlauf", "Over time";
    /// Legend of the measure cards.
    measure: "Es hängt davon ab, was gezählt wird:", "It depends on what is counted:";
    /// Card: statewide.
    card_statewide: "im ganzen Land", "throughout the state";
    /// Card: any municipality.
    card_any: "in mindestens einer Kommune", "in at least one municipality";
    /// Card: single services.
    card_leika: "im ganzen Land, einzeln", "throughout the state, singly";
    /// What the first two cards count.
    services_ozg: "OZG-Leistungen", "OZG services";
    /// What the third card counts.
    services_leika: "LeiKa-Leistungen", "LeiKa services";
    /// In place of a rank.
    too_few: "zu wenige Länder für einen Rang", "too few states for a rank";
    /// The question of the page, before the state.
    ask: "Wie digital ist", "How digital is";
    /// Makes a state the reader's.
    choose_state: "Als mein Land wählen", "Make this my state";
    /// Closes what is said of a mark.
    close: "Schließen", "Close";
    /// From the catalogue to invented figures.
    to_sample: "Beispiel mit erfundenen Zahlen nach Land", "Sample with invented figures by state";
    /// From the catalogue to the making of figures.
    to_making: "So entstehen echte Zahlen", "How real figures are made";
    /// Before the other states, without a script.
    other_states: "Andere Länder:", "Other states:";
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
    period: "Stand (Länder mit Angabe)", "Date (states with a figure)";
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
    /// A mark of the reader's state.
    my_state: "mein Land", "my state";
    /// Before the reader's state in the key.
    legend_my_state: "Mein Land", "My state";
    /// After the order was changed.
    sorted: "Sortiert", "Sorted";
    /// Heading of the rank column.
    rank: "Rang", "Rank";
    /// Heading of the state column.
    state: "Land", "State";
    /// Heading of the value column.
    value: "Wert", "Figure";
    /// Heading of the date column.
    date: "Stand", "Date";
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
    read_ranking: "Jeder Balken ist ein Land. Ein heller Teil mit Rand ist eine Spanne: Der Wert liegt darin. Ein Pfeil heißt: mindestens so viel. Schraffiert: keine Angabe.",
                  "Each bar is a state. A light part with an outline is a band: the figure lies in it. An arrow means: at least that much. Hatched: no figure.";
    /// How to read the growth.
    read_growth: "Jeder Punkt ist eine veröffentlichte Zahl; ein waagerechter Strich zeigt, wie genau ihr Stand bekannt ist. Ein Pfeil heißt: mindestens so viel. Gestrichelt: Über drei Monate wurde nichts veröffentlicht, oder ein Wert ist nicht genau. Rauten sind Ziele an ihrer Frist, mit einer Linie seit der Nennung.",
                 "Each point is a published figure; a horizontal line shows how exactly its date is known. An arrow means: at least that much. Dashed: nothing was published for over three months, or a figure is not exact. Diamonds are targets at their due date, with a line from when they were stated.";
    /// Keyboard help of a chart.
    keys: "Tastatur: Pfeiltasten führen von Wert zu Wert, Pos1 und Ende zum ersten und letzten, Bild auf und ab zum nächsten Land. Die Eingabetaste öffnet die Angaben zum Wert, Esc schließt sie. Die Leertaste macht das Land zu Ihrem.",
          "Keyboard: arrow keys lead from figure to figure, Home and End to the first and last, Page Up and Down to the next state. Enter opens the details of a figure, Esc closes them. Space makes the state yours.";
    /// Opens the downloads.
    download: "Herunterladen", "Download";
    /// CSV for German Excel.
    csv_excel: "CSV für Excel (deutsch)", "CSV for German Excel";
    /// Leads to the codes for pages of others.
    embed: "Einbetten und teilen", "Embed and share";
    /// Copies the sentence with its source.
    copy_sentence: "Satz kopieren", "Copy sentence";
    /// Plays a chart as sound.
    listen: "Anhören", "Listen";
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
    legend_band: "Spanne: Der Wert liegt darin", "band: the figure lies in it";
    /// Key: band that follows from the ranking of the source.
    legend_band_ranking: "Spanne: aus der Rangfolge der Quelle", "band: from the ranking of the source";
    /// Key: open end.
    legend_open: "nach oben offen", "open upwards";
    /// Key: target.
    legend_target: "Ziel an seiner Frist, Linie seit der Nennung", "target at its due date, line from when it was stated";
    /// A mark of a target.
    planned: "geplant", "planned";
    /// Key: dashed join.
    legend_dashed: "Verlauf dazwischen nicht bekannt", "course in between not known";
    /// Key: break.
    legend_break: "andere Zählung", "another way of counting";
    /// Another published figure.
    also: "Andere Angabe", "Another figure";
    /// The same figure from another source.
    also_same: "Ebenso", "Likewise";
    /// How rounded figures are shown.
    about_rule: "Gerundet; gezeigt als ± 5 %.", "Rounded; shown as ± 5 %.";
    /// Note: data of an earlier day.
    asof: "Datenstand vom", "Data version of";
    /// Way back to today.
    asof_today: "Zum heutigen Datenstand", "To today's data";
    /// Since the day of an embed the figures have changed.
    changed_since: "Inzwischen gibt es neuere oder berichtigte Zahlen", "By now there are newer or corrected figures";
    /// Note: loading.
    loading: "wird geladen …", "loading …";
    /// Way to the view over time.
    to_growth: "Zum Verlauf", "View over time";
    /// Way to a place that has figures.
    to_place: "Zu einem Land mit Angaben", "To a state with figures";
    /// Way to the month with the most figures.
    best_period: "Zum Stand mit den meisten Angaben", "To the month with most figures";
    /// Way back to the default.
    to_default: "Zur Startauswahl", "Back to the start";
    /// The tile map as a view.
    view_map: "Karte", "Map";
    /// The range as a view.
    view_range: "Spanne", "Range";
    /// The change as a view.
    view_change: "Veränderung", "Change";
    /// The service areas as a view.
    view_areas: "Themenfelder", "Service areas";
    /// The profile as a view.
    view_profile: "Länderprofil", "State profile";
    /// Opens the other controls.
    more: "Mehr Auswahl", "More choices";
    /// Label of the unit select.
    unit: "Einheit", "Unit";
    /// Counts.
    unit_count: "Anzahl", "Count";
    /// Shares.
    unit_share: "Anteil am Katalog", "Share of the catalogue";
    /// Label of the scale select.
    scale: "Skala", "Scale";
    /// Amounts.
    scale_count: "Werte", "Values";
    /// Index.
    scale_index: "Index, Beginn = 100", "Index, start = 100";
    /// Label of the group select.
    group: "Gruppe", "Group";
    /// All states.
    group_all: "alle Länder", "all states";
    /// Area states.
    group_area: "Flächenländer", "Area states";
    /// City states.
    group_city: "Stadtstaaten", "City states";
    /// Label of the facet select.
    facet: "Nebeneinander", "Side by side";
    /// One picture.
    facet_one: "eine Zählung", "one count";
    /// The counts that look alike.
    facet_measure: "drei Zählungen", "three counts";
    /// Label of the boxes of states.
    places: "Länder", "States";
    /// Search field of a list of boxes.
    search: "Suchen", "Search";
    /// All.
    quick_all: "alle", "all";
    /// None.
    quick_none: "keine", "none";
    /// East with Berlin.
    quick_east: "Ost mit Berlin", "East with Berlin";
    /// West.
    quick_west: "West", "West";
    /// Label of a service area.
    area: "Themenfeld", "Service area";
    /// Label of the service areas.
    areas: "Themenfelder", "Service areas";
    /// All areas together.
    all_areas_together: "alle zusammen", "all together";
    /// Label of the day of the data.
    asof_control: "Datenstand vom", "Data version of";
    /// Label of the earlier month.
    since: "Verglichen mit", "Compared with";
    /// No earlier month.
    no_comparison: "kein Vergleich", "no comparison";
    /// Label of the start.
    period_from: "Von", "From";
    /// Label of the end.
    period_to: "Bis", "To";
    /// From the first figure.
    from_start: "Beginn", "start";
    /// To the last figure.
    to_end: "heute", "today";
    /// The oldest figures as a choice of the period.
    earliest: "älteste Angabe", "oldest figure";
    /// Name of the slider of months.
    period_slider: "Stand, Monate mit Angaben", "Date, months with figures";
    /// Before a choice that a link takes back.
    remove: "Zurücknehmen:", "Take back:";
    /// Takes back all choices.
    reset: "Auswahl zurücksetzen", "Reset selection";
    /// Key: a tile of two classes.
    legend_two: "zwei Töne: Der Wert liegt dazwischen", "two shades: the figure lies between";
    /// Key: the other states.
    legend_others: "übrige Länder", "other states";
    /// Key: the pace.
    legend_pace: "Durchschnitt pro Jahr", "average a year";
    /// Way to the catalogue by service area.
    to_catalogue: "Zur Größe der Themenfelder", "To the size of the service areas";
    /// Way to the ranking.
    to_ranking: "Zur Rangliste", "To the ranking";
    /// Way to all states.
    all_places: "Alle Länder zeigen", "Show all states";
    /// Way to all areas.
    all_areas: "Alle Themenfelder zusammen", "All service areas together";
    /// Way to the service areas side by side.
    to_areas: "Themenfelder nebeneinander", "Service areas side by side";
    /// Way to the counts.
    to_count: "Zu den Werten", "To the values";
    /// Heading of the column of rank changes.
    rank_change: "Rangänderung", "Change of rank";
    /// Heading of the column of changes.
    change: "Veränderung", "Change";
    /// Before what was counted.
    counted: "Gezählt", "Counted";
    /// How to read the slopes.
    read_change: "Jede Linie ist ein Land: links der frühere, rechts der spätere Stand. Gestrichelt: Ein Wert ist nicht genau; der senkrechte Strich zeigt, wo er liegen kann.",
                 "Each line is a state: on the left the earlier, on the right the later figure. Dashed: a figure is not exact; the vertical line shows where it may lie.";
    /// How to read the range.
    read_range: "Jede Zeile ist ein Land. Der volle Punkt zählt, was im ganzen Land online ist, der offene auch, was es in mindestens einer Kommune gibt: Das eine ist ein Teil des anderen.",
                "Each row is a state. The full dot counts what is online throughout the state, the open one also what exists in at least one municipality: the one is a part of the other.";
    /// How to read the grid.
    read_grid: "Jede Zeile ist ein Land, jede Spalte ein Themenfeld; die Nummern stehen darunter. Je kräftiger ein Feld, desto mehr.",
               "Each row is a state, each column a service area; the numbers are listed below. The stronger a cell, the more.";
    /// How to read the map.
    read_map: "Jede Kachel ist ein Land, ungefähr dort, wo es liegt. Die Farbe zeigt eine von höchstens fünf Klassen; zwei Töne heißen: Der Wert liegt dazwischen. Schraffiert: keine Angabe.",
              "Each tile is a state, roughly where it lies. The colour shows one of at most five classes; two shades mean: the figure lies between. Hatched: no figure.";
    /// How to read the profile.
    read_profile: "Jeder Streifen ist eine Zählung mit eigener Achse, jeder Strich ein Land, ein heller Balken eine Spanne; der Punkt ist das gewählte Land. Darunter stehen Angaben, die mit anderen Ländern nicht vergleichbar sind.",
                  "Each strip is a count with its own axis, each line a state, a light bar a band; the dot is the chosen state. Below are figures that cannot be compared with other states.";
    /// Something cannot be taken along, as a part of the data could not be loaded.
    incomplete: "Die Daten sind nicht vollständig geladen. Laden Sie die Seite neu.", "The data are not completely loaded. Reload the page.";
    /// Link from a number to the list behind it.
    list_of: "Liste", "list";
    /// After the table was sorted.
    falling: "absteigend", "descending";
    /// After the table was sorted.
    rising: "aufsteigend", "ascending";
}
}

/// The strings in the language.
pub fn ui(lang: Lang) -> &'static Ui {
    Ui::of(lang)
}
