//! Pages about the site: index of cards, method, data, news, not found.

use super::cards::{Card, Group, tell};
use super::shell::{Page, Shell, folder, source_items, up};
use super::site::rows_of;
use crate::data::diff::Diff;
use crate::data::package::{Files, TABLES};
use crate::data::{Dataset, Date};
use crate::output::escape;
use crate::question::Lang;
use crate::words::{self, Named, fixed, frame, history, pick};

/// A page with a title and a lead.
fn simple(shell: &Shell<'_>, lang: Lang, path: &str, (title, lead): (&str, &str), body: &str) -> (String, Vec<u8>) {
    let body = format!("<h1>{}</h1><p class=\"lead\">{}</p>{body}", escape(title), escape(lead));
    let page = Page { path, lang, title, description: lead, image: "", head: "", body: &body, has_other: true };
    (format!("{}index.html", folder(lang, path)), shell.html(&page).into_bytes())
}

/// The index of cards.
pub fn index(shell: &Shell<'_>, data: &Dataset, cards: &[Card], lang: Lang) -> (String, Vec<u8>) {
    let words = fixed(lang);
    let mut body = String::new();
    for group in Group::ALL {
        let heading = match group {
            Group::Ranking => words.group_ranking,
            Group::Change => words.group_change,
            Group::Growth => words.group_growth,
            Group::Profile => words.group_profile,
            Group::Area => words.group_area,
        };
        let list: String = (cards.iter().filter(|card| card.group == group))
            .map(|card| {
                let title = tell(card, data, lang).headline.title;
                format!(r#"<li><a class="kern-link" href="{}/">{}</a></li>"#, card.id, escape(&title))
            })
            .collect();
        if !list.is_empty() {
            body.push_str(&format!(r#"<section><h2>{}</h2><ul class="list">{list}</ul></section>"#, escape(heading)));
        }
    }
    simple(shell, lang, "cards/", (words.cards, words.cards_lead), &body)
}

/// Rules of computing, German and English.
const RULES: [[&str; 2]; 6] = [
    [
        "Werte sind Intervalle: „über 70“ ist 71 oder mehr und wird mit offenem Ende gezeichnet; „rund 250“ gilt als fünf Prozent nach oben und unten.",
        "Values are intervals: “more than 70” is 71 or more and is drawn with an open end; “around 250” is taken as five percent either way.",
    ],
    [
        "Ränge sind Intervalle: der beste Rang ist eins mehr als die Zahl der Länder, die sicher höher liegen, der schlechteste eins mehr als die Zahl derer, die höher liegen können. Gleiche Werte haben denselben Rang.",
        "Ranks are intervals: the best rank is one more than the number of states certainly higher, the worst one more than the number that may be higher. Ties are ties.",
    ],
    [
        "Zeiten sind Intervalle. Eine Zahl beantwortet einen Monat, wenn ihr Zeitraum ihn berührt und höchstens 92 Tage lang ist. Von mehreren gilt die im Monat vor der nur berührenden, dann der kürzere Zeitraum, dann amtlich vor Forschung, Presse, Verband, dann die neuere; die anderen werden genannt.",
        "Dates are intervals. A figure answers a month if its interval touches it and is at most 92 days long. Of several, one inside the month comes before one that only touches it, then the shorter interval, then official before research, press, association, then the newer; the others are named.",
    ],
    [
        "„Neueste Angaben“ nimmt für jedes Land die neueste Zahl der letzten 24 Monate, jede mit ihrem Datum.",
        "“Latest” takes for each state the newest figure of the last 24 months, each with its date.",
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

/// How figures are counted, and what may be compared.
pub fn method(shell: &Shell<'_>, data: &Dataset, lang: Lang) -> (String, Vec<u8>) {
    let words = fixed(lang);
    let items = |list: &[[&str; 2]]| {
        list.iter().map(|[de, en]| format!("<li>{}</li>", escape(pick(lang, de, en)))).collect::<String>()
    };
    let measures: String = (data.measures.iter())
        .map(|measure| {
            let (name, text) = (escape(measure.name(lang)), escape(words::definition(measure, lang)));
            let family = match data.measures.iter().filter(|other| other.family == measure.family).count() {
                0 | 1 => String::new(),
                _ => format!(" <code>{}</code>", escape(&measure.family)),
            };
            format!(r#"<dt id="{}">{name}</dt><dd>{text}{family}</dd>"#, escape(&measure.id))
        })
        .collect();
    let sources = source_items(&data.sources, lang);
    let body = format!(
        r#"<h2>{}</h2><ul class="prose">{}</ul><h2>{}</h2><ul class="prose">{}</ul><h2>{}</h2><dl class="glossary">{measures}</dl><h2>{}</h2><ul class="prose sources">{sources}</ul>"#,
        words.method_rules,
        items(&RULES),
        words.method_own,
        items(&OWN),
        words.method_measures,
        words.method_sources,
    );
    simple(shell, lang, "method/", (words.method, words.method_lead), &body)
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
        _ => ["Wechsel der Zählweise", "Changes of method"],
    }
}

/// Files, licences, code to read them.
pub fn data_page(shell: &Shell<'_>, files: &Files, lang: Lang) -> (String, Vec<u8>) {
    let words = fixed(lang);
    let root = up(&folder(lang, "data/"));
    let rows: String = (TABLES.iter())
        .map(|(name, _)| {
            let count = files.get(*name).map_or(0, |bytes| rows_of(bytes));
            let [de, en] = content(name);
            let count = words::count_of(count as u64, lang);
            format!(r#"<tr><th scope="row"><a class="kern-link" href="{root}data/{name}">{name}</a></th><td>{}</td><td>{count}</td></tr>"#, pick(lang, de, en))
        })
        .collect();
    let base = format!("{}data/", shell.config.url);
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
    // Line ends are no part of a text that is escaped.
    let lines = |code: &str| code.lines().map(escape).collect::<Vec<_>>().join("\n");
    let block = |(name, code): &(&str, String)| {
        format!("<h3>{name}</h3><pre tabindex=\"0\"><code>{}</code></pre>", lines(code))
    };
    let code: String = samples.iter().map(block).collect();
    let body = format!(
        r#"<div class="table" role="region" tabindex="0" aria-label="{}"><table><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>{rows}</tbody></table></div><p class="prose"><a class="kern-link" href="{root}data/datapackage.json">datapackage.json</a>, <a class="kern-link" href="{root}data/latest.json">latest.json</a>, <a class="kern-link" href="{root}data/manifest.json">manifest.json</a>, <a class="kern-link" href="{root}catalog.jsonld">catalog.jsonld</a> (DCAT-AP.de)</p><p class="prose">{}</p><h2>{}</h2><p class="prose">{}</p>{code}"#,
        escape(words.data),
        words.column_file,
        words.column_content,
        words.column_rows,
        escape(words.data_licence),
        words.data_code,
        escape(words.excel),
    );
    simple(shell, lang, "data/", (words.data, words.data_lead), &body)
}

/// The days on which anything entered or left the data, the newest first, each with what changed on it.
pub fn releases(data: &Dataset) -> Vec<(Date, Diff)> {
    let days = |o: &&'static crate::data::Observation| [Some(o.recorded), o.superseded.map(|(day, _)| day)];
    let mut days: Vec<Date> = data.observations.iter().flat_map(days).flatten().collect();
    days.sort_unstable_by(|a, b| b.cmp(a));
    days.dedup();
    let before = |day: Date| Date::from_days(day.days() - 1).unwrap_or(day);
    days.into_iter().map(|day| (day, Diff::between(data.known(Some(before(day))), data.known(Some(day))))).collect()
}

/// What is new, by day.
pub fn news(shell: &Shell<'_>, data: &Dataset, lang: Lang) -> (String, Vec<u8>) {
    let words = fixed(lang);
    let root = up(&folder(lang, "news/"));
    let mut body =
        format!(r#"<p><a class="kern-link" href="{root}{}">{}</a></p>"#, folder(lang, "feed.xml"), words.feed);
    for (day, diff) in releases(data) {
        body.push_str(&format!(
            r#"<section id="d{day}"><h2>{}</h2><p>{}</p>"#,
            escape(&words::day(day, lang)),
            escape(&history::summary(&diff, lang))
        ));
        for (measure, list) in history::by_measure(&diff.added) {
            let items: String =
                list.iter().map(|o| format!("<li>{}</li>", escape(&history::figure(o, lang)))).collect();
            body.push_str(&format!(
                "<details><summary>{}: {} ({})</summary><ul class=\"prose\">{items}</ul></details>",
                words.added,
                escape(measure.name(lang)),
                list.len()
            ));
        }
        if !diff.corrected.is_empty() {
            let items = diff.corrected.iter().map(|c| {
                format!("<li>{}, {}</li>", escape(c.new.measure.name(lang)), escape(&history::correction(c, lang)))
            });
            body.push_str(&format!(
                "<h3>{}</h3><ul class=\"prose\">{}</ul>",
                words.corrected,
                items.collect::<String>()
            ));
        }
        if !diff.withdrawn.is_empty() {
            let items = diff.withdrawn.iter().map(|(o, why)| {
                format!("<li>{}, {}</li>", escape(&history::figure(o, lang)), history::reason(*why, lang))
            });
            body.push_str(&format!(
                "<h3>{}</h3><ul class=\"prose\">{}</ul>",
                words.withdrawn,
                items.collect::<String>()
            ));
        }
        body.push_str("</section>");
    }
    simple(shell, lang, "news/", (words.news, words.news_lead), &body)
}

/// The glossary.
pub fn glossary(shell: &Shell<'_>, lang: Lang) -> (String, Vec<u8>) {
    let entries: String = words::glossary(lang)
        .map(|(term, text)| format!("<dt>{}</dt><dd>{}</dd>", escape(term), escape(text)))
        .collect();
    let (title, lead) = (frame(lang).glossary, frame(lang).description);
    let body = format!(r#"<h1>{}</h1><dl class="glossary">{entries}</dl>"#, escape(title));
    let page =
        Page { path: "glossary/", lang, title, description: lead, image: "", head: "", body: &body, has_other: true };
    (format!("{}index.html", folder(lang, "glossary/")), shell.html(&page).into_bytes())
}

/// The page for addresses that do not exist: in both languages, with links from the root, as it may stand anywhere.
pub fn not_found(shell: &Shell<'_>) -> (String, Vec<u8>) {
    let base = shell.config.path();
    let part = |lang: Lang| {
        let words = fixed(lang);
        format!(
            r#"<section lang="{}"><h1>{}</h1><p>{}</p><p><a href="{base}{}">{}</a></p></section>"#,
            lang.name(),
            escape(words.not_found),
            escape(words.not_found_help),
            folder(lang, ""),
            escape(frame(lang).site)
        )
    };
    let html = format!(
        r#"<!doctype html>
<html lang="de" data-state="static">
<head>
<meta charset="utf-8">
<title>404 – {}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="stylesheet" href="{base}{}">
<link rel="icon" type="image/svg+xml" href="{base}icon.svg">
</head>
<body class="page">
<main>{}{}</main>
</body>
</html>
"#,
        escape(frame(Lang::De).site),
        shell.style,
        part(Lang::De),
        part(Lang::En).replace("<h1>", "<h2>").replace("</h1>", "</h2>"),
    );
    ("404.html".to_owned(), html.into_bytes())
}
