//! Legal pages from `site.toml`: imprint, privacy, accessibility, contact, Leichte Sprache (its text is in `easy`), Gebärdensprache.

use super::barriers::BARRIERS;
use super::config::{Config, Kind};
use super::easy::easy;
use super::notices::{PATH, TITLE};
use super::pages::{PageFile, Pages, link};
use super::paths::page;
use crate::data::Dataset;
use crate::data::Date;
use crate::question::Lang;
use crate::ui::components::site::{Block, Fact};
use crate::words::{day, fixed, names, pick};

/// Paragraphs from pairs of German and English.
fn paragraphs(lang: Lang, list: &[[&str; 2]]) -> Vec<Block> {
    list.iter().map(|[de, en]| Block::Text(pick(lang, de, en).to_owned())).collect()
}

/// Terms with what the operator has filled in.
fn facts(lang: Lang, list: &[([&str; 2], &str)]) -> Block {
    let filled = list.iter().filter(|(_, text)| !text.is_empty());
    let fact = |([de, en], text): &([&str; 2], &str)| Fact {
        term: pick(lang, de, en).to_owned(),
        text: (*text).to_owned(),
        ..Fact::default()
    };
    Block::Facts(filled.map(fact).collect())
}

/// The address to write to.
fn mail(config: &Config) -> Block {
    let address = &config.operator.email;
    Block::Links(vec![link(address, format!("mailto:{address}"))], "")
}

/// Blocks with more after them.
fn with(mut blocks: Vec<Block>, more: impl IntoIterator<Item = Block>) -> Vec<Block> {
    blocks.extend(more);
    blocks
}

/// All legal pages of a language.
pub fn legal(pages: Pages<'_>, data: &Dataset, lang: Lang) -> Vec<PageFile> {
    let names = names(lang);
    let config = pages.config;
    let mut found = vec![
        ("impressum/", names.imprint, imprint(config, lang)),
        ("datenschutz/", names.privacy, privacy(config, lang)),
        ("barrierefreiheit/", names.accessibility, accessibility(config, lang)),
        ("kontakt/", names.contact, contact(config, lang)),
    ];
    if lang == Lang::De {
        found.push(("leichte-sprache/", names.easy, with(easy(data), [mail(config)])));
        found.push(("gebaerdensprache/", names.sign, sign(config)));
    }
    let demo = (config.operator.kind == Kind::Demo).then(|| Block::Note(fixed(lang).demo.to_owned()));
    let file = |(path, title, blocks): (&str, &str, Vec<Block>)| {
        let mut page = page(lang, path, title, title);
        page.has_other = !["leichte-sprache/", "gebaerdensprache/"].contains(&path);
        let head = std::iter::once(Block::Title(title.to_owned())).chain(demo.clone());
        pages.file(&page, head.chain(blocks).collect())
    };
    found.into_iter().map(file).collect()
}

fn imprint(config: &Config, lang: Lang) -> Vec<Block> {
    let operator = &config.operator;
    let law = ["Angaben nach § 5 DDG und § 18 MStV.", "Information under § 5 DDG and § 18 MStV."];
    let who = [
        (["Anbieter", "Provider"], operator.name.as_str()),
        (["Anschrift", "Address"], &operator.address),
        (["E-Mail", "E-mail"], &operator.email),
        (["Telefon", "Telephone"], &operator.phone),
        (["Verantwortlich nach § 18 Abs. 2 MStV", "Responsible under § 18 (2) MStV"], &operator.responsible),
    ];
    let others = link(pick(lang, TITLE[0], TITLE[1]), format!("../{PATH}"));
    with(paragraphs(lang, &[law]), [facts(lang, &who), Block::Links(vec![others], "")])
}

fn privacy(config: &Config, lang: Lang) -> Vec<Block> {
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
    let text = paragraphs(
        lang,
        &[
            [
                "Diese Website setzt keine Cookies, bindet nichts von Dritten ein und misst nicht, wer sie liest. Auch Schriften und Bilder kommen vom eigenen Server.",
                "This site sets no cookies, embeds nothing of third parties and does not measure who reads it. Fonts and pictures come from its own server too.",
            ],
            [&log[0], &log[1]],
            if config.offline {
                [
                    "Damit die Seite auch ohne Netz aufgeht, legt der Browser Seiten, Programm und Zahlen dieser Website in seinem Zwischenspeicher ab (Service Worker). Das ist nach § 25 Abs. 2 Nr. 2 TDDDG ohne Einwilligung erlaubt, weil es nur dem dient, was Sie aufrufen. Es sind keine persönlichen Daten; in eingebetteten Grafiken geschieht das nicht. Der Browser kann den Speicher jederzeit leeren.",
                    "So that the page opens without a network too, the browser keeps pages, code and figures of this site in its cache (service worker). § 25 (2) no. 2 TDDDG allows this without consent, as it serves only what you open. These are no personal data; embedded charts do not do this. The browser can empty the cache at any time.",
                ]
            } else {
                ["Im Browser wird nichts gespeichert.", "Nothing is stored in the browser."]
            },
            [
                "Sie haben das Recht auf Auskunft, Berichtigung, Löschung, Einschränkung und Widerspruch und können sich bei einer Aufsichtsbehörde beschweren.",
                "You have the right of access, rectification, erasure, restriction and objection, and may lodge a complaint with a supervisory authority.",
            ],
        ],
    );
    let who = facts(
        lang,
        &[
            (["Verantwortlich", "Controller"], &config.operator.name),
            (["Anschrift", "Address"], &config.operator.address),
            (["E-Mail", "E-mail"], &config.operator.email),
            (["Datenschutzbeauftragte Person", "Data protection officer"], &config.privacy.data_protection_officer),
            (["Aufsichtsbehörde", "Supervisory authority"], &config.privacy.supervisory_authority),
        ],
    );
    with(text, [who])
}

fn accessibility(config: &Config, lang: Lang) -> Vec<Block> {
    let statement = &config.accessibility;
    let assessed = Date::parse(&statement.assessed).map(|date| day(date, lang)).unwrap_or_default();
    // Those of the software, and those of the operator.
    let known = BARRIERS.iter().map(|known| {
        let [de, en] = known.words;
        (known.test, pick(lang, de, en).to_owned())
    });
    let own_ones = statement.barriers.iter().map(|[de, en]| ("", pick(lang, de, en).to_owned()));
    let barriers: Vec<(&str, String)> = known.chain(own_ones).collect();
    let status = match barriers.is_empty() {
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
    fn own(pair: &[String; 2], lang: Lang) -> &str {
        let [de, en] = pair;
        pick(lang, de, en)
    }
    let facts = facts(
        lang,
        &[
            (["Bewertet am", "Assessed on"], &assessed),
            (["Verfahren", "Method"], own(&statement.method, lang)),
            (["Bewertet von", "Assessed by"], own(&statement.assessor, lang)),
            (["Barriere melden", "Report a barrier"], &config.operator.email),
            (["Kontaktformular", "Contact form"], &statement.contact_form),
            (["Durchsetzungsstelle", "Enforcement body"], &statement.enforcement),
        ],
    );
    with(paragraphs(lang, &[status]), std::iter::once(Block::Barriers(barriers)).chain(more).chain([facts]))
}

fn contact(config: &Config, lang: Lang) -> Vec<Block> {
    let operator = &config.operator;
    let say = [
        "Fehler in einer Zahl, Fragen oder Barrieren: bitte schreiben Sie uns.",
        "A wrong figure, a question, a barrier: please write to us.",
    ];
    let where_else = [
        (["Anschrift", "Address"], operator.address.as_str()),
        (["Telefon", "Telephone"], &operator.phone),
        (["Kontaktformular", "Contact form"], &config.accessibility.contact_form),
    ];
    with(paragraphs(lang, &[say]), [mail(config), facts(lang, &where_else)])
}

/// The video in German Sign Language, or that there is none yet.
fn sign(config: &Config) -> Vec<Block> {
    let video = &config.sign_language;
    if video.video.is_empty() {
        let none = "Ein Video in Deutscher Gebärdensprache gibt es noch nicht. Die Inhalte stehen auf der Seite in Leichter Sprache.";
        let easy = link("Leichte Sprache", "../leichte-sprache/");
        return vec![Block::Text(none.to_owned()), Block::Links(vec![easy], "")];
    }
    let path = format!("../{}", video.video);
    let about = format!("({}, {})", video.size, video.length);
    let file = link("Video herunterladen", path.clone());
    vec![Block::Video(path), Block::Links(vec![file], ""), Block::Text(about)]
}
