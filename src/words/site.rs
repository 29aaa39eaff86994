//! The fixed strings of the static pages: cards, embeds, method, data, news. They are published, not loaded.

use crate::question::Lang;

strings! {
/// What stands on static pages.
Static {
    /// Cards: what they are.
    cards_lead: "Jede Grafik ist eine feste Seite mit Bild, Satz, Tabelle, Quelle und Dateien: zum Zitieren, Verlinken und Einbetten.",
                "Each chart is a page of its own with picture, sentence, table, source and files: to quote, link and embed.";
    /// Cards: the filter of their kind.
    kind: "Art", "Kind";
    /// Cards of a state: heading.
    all_of: "Alle Grafiken mit Angaben für {0}", "All charts with figures of {0}";
    /// Cards: rankings.
    group_ranking: "Vergleiche", "Rankings";
    /// Cards: changes.
    group_change: "Veränderungen", "Changes";
    /// Cards: portals over time.
    group_growth: "Entwicklung", "Over time";
    /// Cards: profiles.
    group_profile: "Länder", "States";
    /// Cards: service areas.
    group_area: "Themenfelder", "Service areas";
    /// A card of a month.
    time_dated: "Fest: Diese Grafik bleibt bei {0}. Wird eine ihrer Zahlen berichtigt, zeigt sie die berichtigte.",
                "Fixed: this chart stays at {0}. If one of its figures is corrected, it shows the corrected one.";
    /// A card of the best month.
    time_latest: "Lebend: Diese Grafik zeigt immer den Monat, für den die meisten Länder eine Angabe haben, von mehreren den neuesten.",
                 "Live: this chart always shows the month for which most states have a figure, the newest of several.";
    /// A card that takes in new figures.
    time_live: "Lebend: Diese Grafik nimmt neue Angaben auf, sobald es sie gibt.", "Live: this chart takes in new figures as soon as there are any.";
    /// To the card of the best month.
    to_latest: "Immer der neueste Stand (zurzeit {0})", "Always the newest (at present {0})";
    /// To the card of a month.
    to_dated: "Fest bei {0}", "Fixed at {0}";
    /// Newer figures than those of an embed.
    newer: "Neuere Zahlen: {0}", "Newer figures: {0}";
    /// Explore link.
    explore: "Interaktiv weiter erkunden", "Explore interactively";
    /// Downloads.
    files: "Dateien", "Files";
    /// Downloads: the whole chart and its figures.
    files_whole: "Ganze Grafik und ihre Zahlen", "The whole chart and its figures";
    /// Downloads: for social networks and screens.
    files_shaped: "Als Bild für Netze und Bildschirme, in Pixeln", "As a picture for social networks and screens, in pixels";
    /// Downloads: for print.
    files_print: "Für den Druck, in der Breite einer Spalte", "For print, in the width of a column";
    /// Citing.
    cite: "Zitieren", "Cite";
    /// Citing in words.
    cite_text: "Als Text", "As text";
    /// Embedding.
    embed: "Einbetten", "Embed";
    /// Embedding as frame with a script.
    embed_script: "Als Rahmen mit Skript: so hoch wie sein Inhalt, auch wenn die Tabelle geöffnet wird",
                  "As a frame with a script: as high as what it holds, also when the table is opened";
    /// Embedding as frame.
    embed_frame: "Als Rahmen allein, für Systeme ohne Skript: die Höhe folgt der Spalte",
                 "As a frame alone, for systems without scripts: its height follows the column";
    /// An interactive embed without scripts.
    embed_no_script: "Ohne Skript zeigt dieser Rahmen die Startauswahl.", "Without a script this frame shows the start selection.";
    /// Embedding as picture.
    embed_picture: "Als Bild", "As a picture";
    /// Copy hint.
    embed_help: "Code markieren und in die eigene Seite einfügen. Hell oder dunkel ist der Rahmen nach „color-scheme“ der Seite, ohne eines nach der Einstellung der Lesenden; „?theme=light“ hinter der Adresse des Rahmens legt es fest. Es werden keine Cookies gesetzt und keine Dritten angefragt.",
                "Select the code and paste it into your page. The frame is light or dark by the “color-scheme” of the page, without one by the setting of the reader; “?theme=light” after the address of the frame fixes it. No cookies are set, and no third party is asked.";
    /// All cards.
    all_cards: "Alle Grafiken", "All charts";
    /// The table.
    table: "Tabelle", "Table";
    /// What counts.
    counted: "Was zählt", "What counts";
    /// Method: lead.
    method_lead: "Drei Zählungen sehen einander ähnlich und dürfen nie auf eine Achse: Leistungen im ganzen Land, Leistungen in mindestens einer Kommune und einzelne Leistungen (LeiKa).",
                 "Three counts look alike and must never share an axis: services throughout the state, services in at least one municipality, and single services (LeiKa).";
    /// Method: rules.
    method_rules: "So wird gerechnet", "How it is computed";
    /// Method: own counts.
    method_own: "Eigene Auszählung des offenen Exports", "Own count of the open data export";
    /// Method: before the commands of an own count.
    method_commands: "So zählt ein Betreiber den Export selbst aus; daraus entstehen auch die Zahlen nach Land und Themenfeld:", "This is how an operator counts the export; it also gives the figures by state and service area:";
    /// Method: measures.
    method_measures: "Alle Zählweisen", "All measures";
    /// Method: sources.
    method_sources: "Alle Quellen", "All sources";
    /// Data: lead.
    data_lead: "Alle Zahlen als offenes Data Package: eine Zeile je veröffentlichter Zahl, mit Quelle, Zeitraum und Genauigkeit.",
               "All figures as an open Data Package: one row for each published figure, with source, date interval and precision.";
    /// Data: licence.
    data_licence: "Zahlen sind Tatsachen; die Rechte an den Quellen liegen bei ihren Herausgebern (Spalte licence in sources.csv). Die Zusammenstellung, Bilder und Texte stehen unter {0}; das Datenbankrecht liegt bei: {1}. Einwohnerzahlen und Flächen: © Statistisches Bundesamt (Destatis), dl-de/by-2-0. Der Programmcode steht unter EUPL-1.2.",
                  "Figures are facts; the rights in the sources are with their publishers (column licence in sources.csv). The compilation, pictures and texts are under {0}; the database right is with: {1}. Population and areas: © Statistisches Bundesamt (Destatis), dl-de/by-2-0. The code is under the EUPL-1.2.";
    /// Data: code.
    data_code: "Einlesen", "Reading them";
    /// Data: file column.
    column_file: "Datei", "File";
    /// Data: content column.
    column_content: "Inhalt", "Content";
    /// Data: rows column.
    column_rows: "Zeilen", "Rows";
    /// Data: Excel.
    excel: "Excel: Daten → Aus Text/CSV → Dateiursprung 65001 (UTF-8), Trennzeichen Komma. Zu jeder Grafik gibt es CSV.",
           "Excel: Data → From Text/CSV → file origin 65001 (UTF-8), delimiter comma. Every chart has a CSV.";
    /// Targets: what they are.
    targets_lead: "Was bis wann erreicht sein sollte, wer es wann gesetzt hat, und die Angabe, die der Frist am nächsten liegt. Daneben steht nur, was dasselbe zählt; ob ein Ziel erreicht wurde, sagt diese Seite nicht.",
                  "What was to be reached by when, who set it when, and the figure nearest to the due date. Only what counts the same thing stands beside it; this page does not say whether a target was met.";
    /// Targets: from the growth of the portal.
    targets_way: "Alle Ziele mit ihren Fristen", "All targets with their due dates";
    /// Targets: to the growth of the portal.
    targets_growth: "Das Wachstum des Wirtschafts-Service-Portals.NRW", "The growth of the Wirtschafts-Service-Portal.NRW";
    /// Targets: column of what was to be reached.
    target: "Ziel", "Target";
    /// Targets: column of the due date.
    target_due: "Frist", "Due";
    /// Targets: column of the amount.
    target_planned: "geplant", "Planned";
    /// Targets: column of who set it when.
    target_set: "gesetzt von, am", "Set by, on";
    /// Targets: column of the nearest figure.
    target_nearest: "Angabe nächst der Frist", "Figure nearest to the due date";
    /// Targets: without a due date.
    no_due: "nicht genannt", "not named";
    /// Targets: without an amount.
    no_amount: "keine Zahl genannt", "no number named";
    /// Targets: without a figure.
    none_found: "keine Angabe gefunden", "no figure found";
    /// Method: what is missing.
    method_missing: "Was es gibt und hier fehlt", "What exists and is missing here";
    /// Method: caveats of the source with most figures.
    method_caveats: "Die Initiative Neue Soziale Marktwirtschaft, von der die meisten Länderwerte stammen, gibt selbst zu bedenken: Nordrhein-Westfalen hat viele Leistungen in einzelnen Kommunen, und Stadtstaaten haben es leichter, eine Leistung im ganzen Land anzubieten.",
                    "The Initiative Neue Soziale Marktwirtschaft, the source of most figures of states, itself points out that North Rhine-Westphalia has many services in single municipalities, and that city states find it easier to offer a service throughout the state.";
    /// News: lead.
    news_lead: "Was hinzukam, berichtigt und zurückgezogen wurde. Keine Zahl wird gelöscht: frühere Stände zeigt „Datenstand“ unter „Mehr Auswahl“ auf der Startseite.",
               "What was added, corrected and withdrawn. No figure is deleted: earlier states are shown by the data version under “More choices” on the start page.";
    /// News: feed.
    feed: "Als Feed abonnieren", "Subscribe to the feed";
    /// News: added.
    added: "Hinzugekommen", "Added";
    /// News: corrected.
    corrected: "Berichtigt", "Corrected";
    /// News: withdrawn.
    withdrawn: "Zurückgezogen", "Withdrawn";
    /// Services.
    services: "Leistungen hinter den Zahlen", "Services behind the figures";
    /// Services: lead.
    services_lead: "Welche Leistungen online sind, Stand {0}.", "Which services are online, as of {0}.";
    /// Services: back to the chart from which the reader came.
    services_back: "Zurück zur Grafik", "Back to the chart";
    /// Services: what a search has found.
    services_hits: "Treffer", "hits";
    /// Services: search.
    services_search: "Leistung suchen", "Search for a service";
    /// Services: name.
    service: "Leistung", "Service";
    /// Services: bundle.
    bundle: "OZG-Leistung", "OZG service";
    /// Services: coverage.
    coverage: "Verfügbar", "Available";
    /// Services: link.
    link: "Link", "Link";
    /// Services: unit of OZG counts.
    group_ozg: "OZG-Leistungen", "OZG services";
    /// Services: unit of LeiKa counts.
    group_leika: "Leistungen (LeiKa)", "services (LeiKa)";
    /// Services: open.
    open: "öffnen", "open";
    /// Not found.
    not_found: "Diese Seite gibt es nicht", "There is no such page";
    /// Not found: help.
    not_found_help: "Die Adresse ist falsch geschrieben, oder die Seite gab es nie: veröffentlichte Grafiken bleiben.",
                    "The address is misspelt, or the page never existed: published charts stay.";
    /// Banner of a demo.
    demo: "Muster – nicht rechtsverbindlich", "Sample – not legally binding";
    /// Banner of invented data.
    sample: "Beispieldaten, frei erfunden: keine Zahl auf dieser Seite ist echt.", "Sample data, invented: no figure on this page is real.";
    /// Mark of titles of invented pages.
    sample_short: "Beispieldaten", "sample data";
    /// Source word.
    source: "Quelle", "Source";
    /// Sources word.
    sources: "Quellen", "Sources";
    /// Start page.
    start: "Start", "Start";
}
}

/// The strings of static pages in the language.
pub fn fixed(lang: Lang) -> &'static Static {
    Static::of(lang)
}
