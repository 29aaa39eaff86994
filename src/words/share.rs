//! The fixed strings of the page with embed codes, which is also a dialog. They are published, not loaded.

use super::say;
use crate::question::Lang;

strings! {
/// What stands on the page.
Share {
    /// Title.
    title: "Einbetten und teilen", "Embed and share";
    /// What it is for.
    lead: "Diese Grafik für die eigene Seite: frei zu verwenden, mit Nennung der Quelle. Es werden keine Cookies gesetzt und keine Dritten angefragt.",
          "This chart for a page of your own: free to use with the source named. No cookies are set, and no third party is asked.";
    /// Closes the dialog.
    close: "Schließen", "Close";
    /// Without a script.
    no_script: "Ohne Skript: Die Seite jeder Grafik hat die Codes für Rahmen und Bild.", "Without a script: the page of each chart has the codes for frame and picture.";
    /// Legend: which figures.
    time: "Zahlen", "Figures";
    /// Figures that follow.
    live: "Lebend", "Live";
    /// What that means.
    live_means: "nimmt neue und berichtigte Zahlen auf", "takes in new and corrected figures";
    /// Figures that stay.
    frozen: "Fest", "Frozen";
    /// What that means.
    frozen_means: "bleibt bei heute; auf neuere Zahlen weist später eine Zeile hin", "stays at today; a line will point to newer figures";
    /// Legend: what is to be seen.
    parts: "Zu sehen sind", "Shown are";
    /// The title.
    part_title: "Titel", "title";
    /// The sentence.
    part_sentence: "Satz und Hinweise", "sentence and notes";
    /// The controls.
    part_controls: "Auswahl", "controls";
    /// The table.
    part_table: "Tabelle zum Aufklappen", "table that opens";
    /// The source.
    part_source: "Quelle", "source";
    /// The state that stands out.
    highlight: "Hervorgehoben", "Highlighted";
    /// No state stands out.
    nobody: "keines", "none";
    /// Appearance.
    theme_auto: "wie die Seite darum", "as the page around it";
    /// Language.
    lang: "Sprache", "Language";
    /// Width of the preview.
    width: "Spalte", "Column";
    /// The preview.
    preview: "Vorschau", "Preview";
    /// Legend: which code.
    kind: "Code", "Code";
    /// A frame with a script.
    kind_script: "Rahmen mit Skript", "Frame with script";
    /// What that means.
    kind_script_means: "so hoch wie sein Inhalt", "as high as what it holds";
    /// A frame alone.
    kind_frame: "Rahmen allein", "Frame alone";
    /// What that means.
    kind_frame_means: "die Höhe folgt der Spalte", "the height follows the column";
    /// An element.
    kind_element: "Element", "Element";
    /// What that means.
    kind_element_means: "für eigene Vorlagen, mit Attributen", "for templates of your own, with attributes";
    /// A picture.
    kind_picture: "Bild", "Picture";
    /// What that means.
    kind_picture_means: "ohne Rahmen und Skript", "without frame and script";
    /// There is no picture.
    no_picture: "Ein Bild mit fester Adresse gibt es nur für die Grafiken unter „Grafiken“ mit ihrer eigenen Hervorhebung. Diese Auswahl lässt sich in der Ansicht als SVG und PNG speichern.",
                "There is a picture with an address of its own only for the charts under “Charts” with their own highlight. This selection can be saved as SVG and PNG where it is shown.";
    /// Copies the code.
    copy: "Kopieren", "Copy";
    /// It was copied.
    copied: "Kopiert", "Copied";
    /// It could not be copied.
    marked: "Markiert: mit Strg+C oder ⌘+C kopieren", "Selected: copy with Ctrl+C or ⌘+C";
    /// The heights are being measured.
    measuring: "Die Höhe wird gemessen …", "Measuring the height …";
    /// The preview could not be loaded.
    failed: "Die Vorschau lässt sich gerade nicht laden. Die Codes gelten trotzdem; die Höhe ist geschätzt.", "The preview cannot be loaded right now. The codes hold all the same; the height is an estimate.";
    /// Address of the chart.
    address: "Adresse", "Address";
    /// Copies the picture of the card.
    copy_picture: "Bild kopieren", "Copy the picture";
    /// The picture could not be copied.
    not_copied: "Das Bild lässt sich hier nicht kopieren; auf der Seite der Grafik liegt es unter „Dateien“.", "The picture cannot be copied here; it is under “Files” on the page of the chart.";
    /// The share sheet of the system.
    send: "Teilen …", "Share …";
    /// For the host.
    host: "Für die einbettende Seite: Datenschutz und Sicherheitsregel", "For the page around it: privacy and security policy";
    /// Before the line of a policy.
    policy: "Hat die Seite eine Sicherheitsregel (Content-Security-Policy), braucht sie:", "A page with a security policy (Content-Security-Policy) needs:";
}
}

/// The strings of the page in the language.
pub fn share(lang: Lang) -> &'static Share {
    Share::of(lang)
}

/// The paragraph for the privacy notice of a page with an embed of the site at `url`.
pub fn privacy_notice(url: &str, lang: Lang) -> String {
    say(
        lang,
        "Für die Datenschutzerklärung: „Die Grafik stammt von {0}. Wird sie angezeigt, fragt der Browser der Lesenden sie dort an; dieser Server erfährt dabei die IP-Adresse und den Namen des Browsers, nicht aber, auf welcher Seite die Grafik steht. Er setzt keine Cookies, speichert nichts im Browser und fragt niemanden sonst.“",
        "For the privacy notice: “The chart comes from {0}. When it is shown, the reader’s browser asks that server for it, which thereby learns the IP address and the name of the browser, but not on which page the chart stands. It sets no cookies, stores nothing in the browser and asks nobody else.”",
        &[url],
    )
}
