//! Files for machines: sitemap, robots, feed, security contact, data catalogue, version.

use super::config::Config;
use super::news::releases;
use super::paths::folder;
use crate::data::Dataset;
use crate::data::package::TABLES;
use crate::output::escape;
use crate::question::Lang;
use crate::words::command::history;
use crate::words::{self, frame, header, names};

/// `sitemap.xml`: every page, with its day.
pub fn sitemap(config: &Config, pages: &[String], data: &Dataset) -> String {
    let day = data.version().map(|day| day.to_string()).unwrap_or_default();
    let entry =
        |path: &String| format!("<url><loc>{}{}</loc><lastmod>{day}</lastmod></url>\n", config.url, escape(path));
    let entries: String = pages.iter().map(entry).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{entries}</urlset>\n"
    )
}

/// `robots.txt`.
pub fn robots(config: &Config) -> String {
    format!("User-agent: *\nAllow: /\nSitemap: {}sitemap.xml\n", config.url)
}

/// `.well-known/security.txt` (RFC 9116).
pub fn security(config: &Config) -> String {
    let (contact, expires, url) = (&config.security.contact, &config.security.expires, &config.url);
    format!(
        "Contact: {contact}\nExpires: {expires}T00:00:00Z\nPreferred-Languages: de, en\nCanonical: {url}.well-known/security.txt\n"
    )
}

/// `feed.xml`: what is new, as Atom.
pub fn feed(config: &Config, data: &Dataset, lang: Lang) -> String {
    let url = &config.url;
    let (own, news) = (folder(lang, "feed.xml"), folder(lang, "news/"));
    let releases = releases(data);
    let updated = releases.first().map(|(day, _)| day.to_string()).unwrap_or_default();
    let entry = |(day, diff): &(crate::data::Date, crate::data::diff::Diff)| {
        format!(
            "<entry><id>{url}{news}#d{day}</id><title>{}</title><updated>{day}T00:00:00Z</updated><link href=\"{url}{news}#d{day}\"/><content type=\"text\">{}</content></entry>\n",
            escape(&format!("{}: {}", words::day(*day, lang), history::summary(diff, lang))),
            escape(&history::text(diff, lang))
        )
    };
    let entries: String = releases.iter().take(20).map(entry).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\"><id>{url}{own}</id><title>{}</title><updated>{updated}T00:00:00Z</updated><link rel=\"self\" href=\"{url}{own}\"/><link href=\"{url}{news}\"/><author><name>{}</name></author>\n{entries}</feed>\n",
        lang.name(),
        escape(&format!("{} – {}", names(lang).news, header(lang).site)),
        escape(&config.operator.name)
    )
}

/// `catalog.jsonld`: the data set as DCAT-AP.de.
pub fn catalogue(config: &Config, data: &Dataset) -> String {
    let url = &config.url;
    let both = |de: &str, en: &str| serde_json::json!([{ "@value": de, "@language": "de" }, { "@value": en, "@language": "en" }]);
    let (de, en) = (frame(Lang::De), frame(Lang::En));
    let file = |name: &str| {
        serde_json::json!({
            "@type": "dcat:Distribution",
            "dct:title": name,
            "dcat:accessURL": { "@id": format!("{url}data/") },
            "dcat:downloadURL": { "@id": format!("{url}data/{name}") },
            "dcat:mediaType": { "@id": "https://www.iana.org/assignments/media-types/text/csv" },
            "dct:license": { "@id": data.licence.dcat() },
        })
    };
    let files: Vec<_> = TABLES.iter().map(|(name, _)| file(name)).collect();
    let publisher = serde_json::json!({ "@type": "foaf:Organization", "foaf:name": config.operator.name });
    let dataset = serde_json::json!({
        "@type": "dcat:Dataset",
        "@id": format!("{url}data/"),
        "dct:title": both(header(Lang::De).site, header(Lang::En).site),
        "dct:description": both(de.description, en.description),
        "dct:identifier": format!("{url}data/"),
        "dct:modified": data.version().map(|day| day.to_string()),
        "dct:publisher": publisher,
        "dct:language": [{ "@id": "http://publications.europa.eu/resource/authority/language/DEU" }],
        "dcat:theme": [{ "@id": "http://publications.europa.eu/resource/authority/data-theme/GOVE" }],
        "dcat:keyword": ["OZG", "Onlinezugangsgesetz", "E-Government"],
        "dcat:distribution": files,
    });
    let found = serde_json::json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
        },
        "@type": "dcat:Catalog",
        "@id": format!("{url}catalog.jsonld"),
        "dct:title": both(header(Lang::De).site, header(Lang::En).site),
        "dct:description": both(de.description, en.description),
        "dct:publisher": publisher,
        "dcat:dataset": [dataset],
    });
    format!("{found:#}\n")
}
