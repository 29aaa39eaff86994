//! Legal pages from `site.toml`: imprint, privacy, accessibility, contact, Leichte Sprache, Gebärdensprache.

use super::config::{Config, Kind};
use super::shell::{Page, Shell, folder};
use crate::data::Date;
use crate::output::escape;
use crate::question::Lang;
use crate::words::{day, fixed, pick};

/// Paragraphs from pairs of German and English.
fn paragraphs(lang: Lang, list: &[[&str; 2]]) -> String {
    list.iter().map(|[de, en]| format!("<p class=\"prose\">{}</p>", escape(pick(lang, de, en)))).collect()
}

fn lines(lang: Lang, list: &[([&str; 2], &str)]) -> String {
    let filled = list.iter().filter(|(_, text)| !text.is_empty());
    let line =
        |([de, en], text): &([&str; 2], &str)| format!("<dt>{}</dt><dd>{}</dd>", pick(lang, de, en), escape(text));
    format!("<dl class=\"glossary\">{}</dl>", filled.map(line).collect::<String>())
}

/// All legal pages of a language.
pub fn pages(shell: &Shell<'_>, lang: Lang) -> Vec<(String, Vec<u8>)> {
    let words = fixed(lang);
    let config = shell.config;
    let mut found = vec![
        ("impressum/", words.imprint, imprint(config, lang)),
        ("datenschutz/", words.privacy, privacy(config, lang)),
        ("barrierefreiheit/", words.accessibility, accessibility(config, lang)),
        ("kontakt/", words.contact, contact(config, lang)),
    ];
    if lang == Lang::De {
        found.push(("leichte-sprache/", words.easy, easy(config)));
        found.push(("gebaerdensprache/", words.sign, sign(config)));
    }
    let demo = match config.operator.kind {
        Kind::Demo => format!(r#"<p class="note">{}</p>"#, escape(words.demo)),
        _ => String::new(),
    };
    let page = |(path, title, body): &(&str, &str, String)| {
        let body = format!("<h1>{}</h1>{demo}{body}", escape(title));
        let only_german = ["leichte-sprache/", "gebaerdensprache/"].contains(path);
        let page =
            Page { path, lang, title, description: title, image: "", head: "", body: &body, has_other: !only_german };
        (format!("{}index.html", folder(lang, path)), shell.html(&page).into_bytes())
    };
    found.iter().map(page).collect()
}

fn imprint(config: &Config, lang: Lang) -> String {
    let operator = &config.operator;
    let law = ["Angaben nach § 5 DDG und § 18 MStV.", "Information under § 5 DDG and § 18 MStV."];
    paragraphs(lang, &[law])
        + &lines(
            lang,
            &[
                (["Anbieter", "Provider"], &operator.name),
                (["Anschrift", "Address"], &operator.address),
                (["E-Mail", "E-mail"], &operator.email),
                (["Telefon", "Telephone"], &operator.phone),
                (["Verantwortlich nach § 18 Abs. 2 MStV", "Responsible under § 18 (2) MStV"], &operator.responsible),
            ],
        )
}

fn privacy(config: &Config, lang: Lang) -> String {
    let days = config.privacy.log_days.to_string();
    let log = match config.privacy.log_days {
        0 => ["Der Webserver führt kein Protokoll.".to_owned(), "The web server keeps no log.".to_owned()],
        _ => [
            format!(
                "Der Webserver hält Adresse, Zeit und abgerufene Datei jeder Anfrage {days} Tage lang fest, um Störungen und Angriffe zu erkennen (Art. 6 Abs. 1 Buchst. f DSGVO)."
            ),
            format!(
                "The web server keeps address, time and file of each request for {days} days to detect faults and attacks (Art. 6 (1) (f) GDPR)."
            ),
        ],
    };
    paragraphs(
        lang,
        &[
            [
                "Diese Website setzt keine Cookies, bindet nichts von Dritten ein und misst nicht, wer sie liest. Auch Schriften und Karten kommen vom eigenen Server.",
                "This site sets no cookies, embeds nothing of third parties and does not measure who reads it. Fonts and maps come from its own server too.",
            ],
            [&log[0], &log[1]],
            if config.offline {
                [
                    "Damit die Seite auch ohne Netz aufgeht, legt der Browser Seiten, Programm und Zahlen dieser Website in seinem Zwischenspeicher ab (Service Worker). Es sind keine persönlichen Daten; in eingebetteten Grafiken geschieht das nicht. Der Browser kann den Speicher jederzeit leeren.",
                    "So that the page opens without a network too, the browser keeps pages, code and figures of this site in its cache (service worker). These are no personal data; embedded charts do not do this. The browser can empty the cache at any time.",
                ]
            } else {
                ["Im Browser wird nichts gespeichert.", "Nothing is stored in the browser."]
            },
            [
                "Sie haben das Recht auf Auskunft, Berichtigung, Löschung, Einschränkung und Widerspruch und können sich bei einer Aufsichtsbehörde beschweren.",
                "You have the right of access, rectification, erasure, restriction and objection, and may lodge a complaint with a supervisory authority.",
            ],
        ],
    ) + &lines(
        lang,
        &[
            (["Verantwortlich", "Controller"], &config.operator.name),
            (["E-Mail", "E-mail"], &config.operator.email),
            (["Datenschutzbeauftragte Person", "Data protection officer"], &config.privacy.data_protection_officer),
            (["Aufsichtsbehörde", "Supervisory authority"], &config.privacy.supervisory_authority),
        ],
    )
}

fn accessibility(config: &Config, lang: Lang) -> String {
    let statement = &config.accessibility;
    let assessed = Date::parse(&statement.assessed).map(|date| day(date, lang)).unwrap_or_default();
    let barriers: String =
        statement.barriers.iter().map(|[de, en]| format!("<li>{}</li>", escape(pick(lang, de, en)))).collect();
    let status = match statement.barriers.is_empty() {
        true => [
            "Die Website ist vollständig mit EN 301 549 (WCAG 2.1 AA) vereinbar.",
            "The site conforms fully to EN 301 549 (WCAG 2.1 AA).",
        ],
        false => [
            "Die Website ist teilweise mit EN 301 549 (WCAG 2.1 AA) vereinbar; gebaut ist sie nach WCAG 2.2 AA. Nicht barrierefrei sind:",
            "The site conforms partly to EN 301 549 (WCAG 2.1 AA); it is built to WCAG 2.2 AA. Not accessible are:",
        ],
    };
    let more = paragraphs(
        lang,
        &[[
            "Jede Grafik hat dieselben Angaben als Tabelle und als Satz, ist mit der Tastatur und mit Vorlesesoftware bedienbar und folgt der Darstellung des Systems (hell, dunkel, hoher Kontrast). Ohne Skript bleiben Seiten, Tabellen und Dateien vollständig.",
            "Every chart has the same figures as a table and as a sentence, works with keyboard and screen reader, and follows the appearance of the system (light, dark, high contrast). Without a script, pages, tables and files stay whole.",
        ]],
    );
    let facts = lines(
        lang,
        &[
            (["Bewertet am", "Assessed on"], &assessed),
            (["Verfahren", "Method"], &statement.method),
            (["Bewertet von", "Assessed by"], &statement.assessor),
            (["Barriere melden", "Report a barrier"], &config.operator.email),
            (["Kontaktformular", "Contact form"], &statement.contact_form),
            (["Durchsetzungsstelle", "Enforcement body"], &statement.enforcement),
        ],
    );
    format!("{}<ul class=\"prose\">{barriers}</ul>{more}{facts}", paragraphs(lang, &[status]))
}

fn contact(config: &Config, lang: Lang) -> String {
    let operator = &config.operator;
    let say = [
        "Fehler in einer Zahl, Fragen oder Barrieren: bitte schreiben Sie uns.",
        "A wrong figure, a question, a barrier: please write to us.",
    ];
    let mail = escape(&operator.email);
    paragraphs(lang, &[say])
        + &format!(r#"<p><a class="kern-link" href="mailto:{mail}">{mail}</a></p>"#)
        + &lines(
            lang,
            &[
                (["Anschrift", "Address"], &operator.address),
                (["Telefon", "Telephone"], &operator.phone),
                (["Kontaktformular", "Contact form"], &config.accessibility.contact_form),
            ],
        )
}

/// Leichte Sprache: content, navigation, accessibility. Short sentences, no negation, no passive, no genitive.
fn easy(config: &Config) -> String {
    let text = [
        (
            "Was ist das hier?",
            [
                "Diese Seite vergleicht die 16 Bundes-Länder.",
                "Es geht um Ämter im Internet.",
                "Viele Anträge kann man im Internet stellen.",
                "Zum Beispiel: einen Antrag auf Eltern-Geld.",
                "Die Seite zeigt: So viele Angebote hat Ihr Bundes-Land im Internet.",
            ]
            .as_slice(),
        ),
        (
            "So benutzen Sie die Seite",
            &[
                "Oben steht eine Frage: Was wird gezählt?",
                "Wählen Sie eine Antwort aus.",
                "Darunter sehen Sie Balken.",
                "Ein langer Balken heißt: viele Angebote.",
                "Bei „Mein Land“ wählen Sie Ihr Bundes-Land.",
                "Der Balken von Ihrem Land ist dann dunkel.",
                "Unter dem Bild ist eine Tabelle mit allen Zahlen.",
            ],
        ),
        (
            "Barriere-Freiheit",
            &[
                "Alle Menschen sollen die Seite gut benutzen können.",
                "Sie können die Seite mit der Tastatur benutzen.",
                "Ein Programm kann Ihnen die Seite vorlesen.",
                "Haben Sie ein Problem mit der Seite?",
                "Dann schreiben Sie uns bitte.",
            ],
        ),
    ];
    let mail = escape(&config.operator.email);
    let part = |(heading, list): &(&str, &[&str])| {
        let lines: String = list.iter().map(|line| format!("<p>{}</p>", escape(line))).collect();
        format!("<h2>{}</h2>{lines}", escape(heading))
    };
    let parts: String = text.iter().map(part).collect();
    format!(r#"<div class="prose easy">{parts}<p><a class="kern-link" href="mailto:{mail}">{mail}</a></p></div>"#)
}

fn sign(config: &Config) -> String {
    let video = &config.sign_language;
    if video.video.is_empty() {
        return paragraphs(
            Lang::De,
            &[[
                "Ein Video in Deutscher Gebärdensprache gibt es noch nicht. Die Inhalte stehen auf der Seite in Leichter Sprache.",
                "",
            ]],
        ) + r#"<p><a class="kern-link" href="../leichte-sprache/">Leichte Sprache</a></p>"#;
    }
    format!(
        r#"<video controls preload="none" width="640" height="360" src="../{path}"></video><p><a class="kern-link" href="../{path}" download>Video herunterladen</a> ({}, {})</p>"#,
        escape(&video.size),
        escape(&video.length),
        path = escape(&video.video),
    )
}
