//! Pages about the site: index of cards, method, data, glossary, not found.

use super::config::Config;
use super::files::rows_of;
use super::paths::{Shared, folder, named, page, shell, sources, up};
use crate::data::Dataset;
use crate::data::check::Acceptance;
use crate::data::package::{ACCEPTANCES, Files, SERVICES, TABLES};
use crate::question::Lang;
use crate::ui::components::site::{Block, Fact, Section, StaticPage, not_found as not_found_page, prose};
use crate::words::command::acceptance;
use crate::words::{self, Linked, Named, fixed, frame, names, pick};

/// Makes static pages: the operator, and what all of them load.
#[derive(Clone, Copy)]
pub struct Pages<'a> {
    /// The operator.
    pub config: &'a Config,
    /// What they load.
    pub shared: Shared<'a>,
}

/// A page as a file: its path and its bytes.
pub type PageFile = (String, Vec<u8>);

/// A link.
pub fn link(text: impl Into<String>, href: impl Into<String>) -> Linked {
    Linked { text: text.into(), href: href.into(), ..Linked::default() }
}

impl Pages<'_> {
    /// A page of running text.
    pub fn file(self, page: &StaticPage, blocks: Vec<Block>) -> PageFile {
        let html = shell(self.config, self.shared, page).html(page, || prose(blocks));
        (format!("{}index.html", folder(page.lang, &page.path)), html.into_bytes())
    }

    /// A page with a title and a lead.
    pub fn simple(self, lang: Lang, path: &str, (title, lead): (&str, &str), blocks: Vec<Block>) -> PageFile {
        let head = [Block::Title(title.to_owned()), Block::Lead(lead.to_owned())];
        self.file(&page(lang, path, title, lead), head.into_iter().chain(blocks).collect())
    }
}

/// Rules of computing, German and English.
pub const RULES: [[&str; 2]; 6] = [
    [
        "Werte sind Intervalle: „über 70“ ist 71 oder mehr und wird mit offenem Ende gezeichnet; „rund 250“ gilt als fünf Prozent nach oben und unten.",
        "Values are intervals: “more than 70” is 71 or more and is drawn with an open end; “around 250” is taken as five percent either way.",
    ],
    [
        "Ränge sind Intervalle: der beste Rang ist eins mehr als die Zahl der Länder, die sicher höher liegen, der schlechteste eins mehr als die Zahl derer, die höher liegen können. Gleiche Werte haben denselben Rang. Unter weniger als fünf Ländern wird kein Rang genannt.",
        "Ranks are intervals: the best rank is one more than the number of states certainly higher, the worst one more than the number that may be higher. Equal values share a rank. Among fewer than five states no rank is given.",
    ],
    [
        "Zeiten sind Intervalle. Eine Zahl gilt für einen Monat, wenn ihr Zeitraum ihn berührt und höchstens 92 Tage lang ist. Gibt es mehrere, zählt zuerst die genauer datierte, dann die amtliche (vor Forschung, Presse, Verband und Partei), dann die neuere; die anderen werden genannt.",
        "Dates are intervals. A figure holds for a month if its interval touches it and is at most 92 days long. If there are several, the more exactly dated one counts first, then the official one (before research, press, association and party), then the newer; the others are named.",
    ],
    [
        "„Neueste Angabe“ nimmt für jedes Land die neueste Zahl der letzten 24 Monate, jede mit ihrem Datum.",
        "“Newest figure” takes for each state the newest figure of the last 24 months, each with its date.",
    ],
    [
        "Fehlendes bleibt sichtbar: „keine Angabe“, schraffiert, nie 0. Ränge sagen, von wie vielen Ländern es Angaben gibt.",
        "What is missing stays visible: “no figure”, hatched, never 0. Ranks say of how many states there are figures.",
    ],
    [
        "Anteile beziehen sich auf die Größe des Katalogs, die für dieselben Monate veröffentlicht ist, sonst auf die älteste (575). Über einen Wechsel der Zählweise wird keine Veränderung gerechnet.",
        "Shares refer to the size of the catalogue published for the same months, otherwise to the oldest (575). No change is computed across a change of method.",
    ],
];

/// Rules of the own count, German and English.
const OWN: [[&str; 2]; 6] = [
    [
        "Der Export hat eine Zeile je Leistung, Region und Onlinedienst. Eine Zeile zählt, wenn online_status „ok“ und aktiv „ja“ oder leer ist und art_flaechendeckung eine Verbreitung nennt. „Nicht in Auswertung berücksichtigt“, inaktive und nicht erreichbare Zeilen zählen nicht.",
        "The export has one row for each service, region and online service. A row counts where online_status is “ok”, aktiv is “ja” or empty, and art_flaechendeckung names a coverage. Rows that are left out of the evaluation, inactive or not reachable do not count.",
    ],
    [
        "OZG-Leistungen im ganzen Land: verschiedene ozgid mit einer Zeile „landesweit flächendeckend“ des Landes oder „bundesweit flächendeckend“.",
        "OZG services throughout the state: distinct ozgid with a row “landesweit flächendeckend” of the state or “bundesweit flächendeckend”.",
    ],
    [
        "OZG-Leistungen in mindestens einer Kommune: verschiedene ozgid mit irgendeiner zählenden Zeile des Landes oder „bundesweit flächendeckend“.",
        "OZG services in at least one municipality: distinct ozgid with any counting row of the state or “bundesweit flächendeckend”.",
    ],
    [
        "Einzelleistungen (LeiKa): beide Zählungen ebenso für leika_key. Eine Zeile ohne ozgid zählt nur hier.",
        "Single services (LeiKa): both counts in the same way for leika_key. A row without ozgid counts here only.",
    ],
    [
        "Bundesweite Leistungen zählen in jedem Land. „Kreisweit flächendeckend“ und „in mind. einer Kommune verfügbar“ zählen nur in der zweiten Zählung.",
        "Nationwide services count in every state. “Kreisweit flächendeckend” and “in mind. einer Kommune verfügbar” count in the second count only.",
    ],
    [
        "Das Themenfeld folgt aus dem Katalog des Betreibers: nach ozgid, sonst nach leika_key. Was dort fehlt, zählt nur in allen Themenfeldern zusammen.",
        "The service area follows from the operator's catalogue: by ozgid, else by leika_key. What it lacks counts in all areas together only.",
    ],
];

/// How an operator makes figures by state and service area; docs/operator.md explains each command.
const COMMANDS: &str = "ozg fetch pvog --to export\nozg import pvog export --catalogue catalogue.csv --date 2026-11-01\nozg check assets/data\nscript/build";

/// How figures are counted, and what may be compared.
pub fn method(pages: Pages<'_>, data: &Dataset, acceptances: &[Acceptance], lang: Lang) -> PageFile {
    let words = fixed(lang);
    let items = |list: &[[&str; 2]]| Block::Items(list.iter().map(|[de, en]| pick(lang, de, en).to_owned()).collect());
    let family = |own: &str| match data.measures.iter().filter(|measure| measure.family == own).count() {
        0 | 1 => String::new(),
        _ => own.to_owned(),
    };
    let measures = data.measures.iter().map(|measure| Fact {
        id: measure.id.clone(),
        term: measure.name(lang).to_owned(),
        text: words::definition(measure, lang).to_owned(),
        code: family(&measure.family),
    });
    let notes = data.measures.iter().map(|measure| (measure, pick(lang, &measure.note_de, &measure.note_en)));
    let missing = notes.filter(|(_, note)| !note.is_empty());
    let missing = missing.map(|(measure, note)| format!("{}: {note}", measure.name(lang)));
    let heading = |text: &str| Block::Heading(text.to_owned());
    let own = vec![items(&OWN), Block::Text(words.method_commands.to_owned()), Block::Code(COMMANDS.to_owned())];
    let mut blocks = vec![
        heading(words.method_rules),
        items(&RULES),
        Block::Section(Section { id: "own".to_owned(), heading: words.method_own.to_owned(), blocks: own }),
        heading(words.method_missing),
        Block::Items(missing.collect()),
        Block::Text(words.method_caveats.to_owned()),
    ];
    let source = |id: &str| data.sources.iter().find(|source| source.id == id);
    let accepted: Vec<String> =
        acceptances.iter().filter_map(|one| acceptance(one, source(&one.source)?, lang)).collect();
    if !accepted.is_empty() {
        blocks.extend([heading(pick(lang, "Bestätigte Auffälligkeiten", "What was accepted")), Block::Items(accepted)]);
    }
    blocks.extend([
        heading(words.method_measures),
        Block::Facts(measures.collect()),
        heading(words.method_sources),
        Block::Sources(sources(&data.sources, lang)),
    ]);
    pages.simple(lang, "method/", (names(lang).method, words.method_lead), blocks)
}

/// What each table of the package holds, German and English.
fn content(table: &str) -> [&'static str; 2] {
    match table {
        "measures.csv" => ["Zählweisen mit Definition", "Measures with definition"],
        "places.csv" => ["Länder und Deutschland", "States and Germany"],
        "areas.csv" => ["Themenfelder", "Service areas"],
        "sources.csv" => ["Quellen", "Sources"],
        "observations.csv" => ["veröffentlichte Zahlen", "Published figures"],
        "events.csv" => ["Ereignisse", "Events"],
        "targets.csv" => ["Ziele mit Frist", "Dated targets"],
        "services.csv" => ["Leistungen hinter den neuesten Auszählungen", "Services behind the newest counts"],
        "acceptances.csv" => ["bestätigte Warnungen", "Accepted warnings"],
        _ => ["Wechsel der Zählweise", "Changes of method"],
    }
}

/// Files, licences, code to read them.
pub fn data_page(pages: Pages<'_>, files: &Files, lang: Lang) -> PageFile {
    let (words, config) = (fixed(lang), pages.config);
    let root = up(&folder(lang, "data/"));
    let row = |name: &&str| {
        let count = files.get(*name).map_or(0, |bytes| rows_of(bytes));
        let [de, en] = content(name);
        let cells = [pick(lang, de, en).to_owned(), words::count_of(count as u64, lang)];
        std::iter::once(link(*name, format!("{root}data/{name}"))).chain(cells.map(Linked::plain)).collect()
    };
    let mut tables: Vec<&str> = TABLES.iter().map(|(name, _)| *name).collect();
    tables.extend([SERVICES.0, ACCEPTANCES.0].iter().filter(|name| files.contains_key(**name)));
    let heads = vec![words.column_file, words.column_content, words.column_rows];
    let more = ["data/datapackage.json", "data/latest.json", "data/manifest.json", "catalog.jsonld"];
    let more = more.map(|path| link(path.trim_start_matches("data/"), format!("{root}{path}")));
    let base = format!("{}data/", pages.config.url);
    let samples = [
        ("curl", format!("curl -O {base}observations.csv")),
        (
            "Python",
            format!(
                "import pandas as pd\n\nfigures = pd.read_csv(\"{base}observations.csv\")\nstatewide = figures.query(\"measure == 'ozg-land-statewide' and area == 'all'\")"
            ),
        ),
        (
            "R",
            format!(
                "figures <- read.csv(\"{base}observations.csv\", encoding = \"UTF-8\")\nsubset(figures, measure == \"ozg-land-statewide\")"
            ),
        ),
    ];
    let mut blocks = vec![
        Block::Table(names(lang).data.to_owned(), heads, tables.iter().map(row).collect()),
        Block::Links(more.to_vec(), " (DCAT-AP.de)"),
        Block::Text(words::say(
            lang,
            words.data_licence,
            words.data_licence,
            &[config.licence.title(), &config.operator.name],
        )),
        Block::Heading(words.data_code.to_owned()),
        Block::Text(words.excel.to_owned()),
    ];
    let sample = |(name, code): (&str, String)| [Block::Subheading(name.to_owned()), Block::Code(code)];
    blocks.extend(samples.into_iter().flat_map(sample));
    pages.simple(lang, "data/", (names(lang).data, words.data_lead), blocks)
}

/// The glossary.
pub fn glossary(pages: Pages<'_>, lang: Lang) -> PageFile {
    let fact = |[id, term, text]: [&str; 3]| {
        let [id, term, text] = [id, term, text].map(str::to_owned);
        Fact { id, term, text, ..Fact::default() }
    };
    let entries = words::glossary(lang).map(fact).collect();
    let title = names(lang).glossary;
    let page = page(lang, "glossary/", title, frame(lang).description);
    pages.file(&page, vec![Block::Title(title.to_owned()), Block::Facts(entries)])
}

/// The page for addresses that do not exist.
pub fn not_found(pages: Pages<'_>) -> PageFile {
    let base = pages.config.path();
    ("404.html".to_owned(), not_found_page(base, named(base, pages.shared.style)).into_bytes())
}
