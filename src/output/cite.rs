//! A chart as others cite it: in words, in the style of the APA for data sets, for BibTeX.

use crate::data::Date;
use crate::question::Lang;
use crate::words::{day, say};

/// What is cited.
#[derive(Debug, Clone)]
pub struct Citation<'a> {
    /// The id of the card.
    pub id: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The name of the site.
    pub site: &'a str,
    /// Who runs it.
    pub operator: &'a str,
    /// The version of the data: what was known on that day is what is cited.
    pub version: Date,
    /// "Quelle: …"; empty where there is none.
    pub source: &'a str,
    /// The address.
    pub address: &'a str,
    /// The day on which it was looked at, in words and as ISO 8601; `None` where nobody knows it yet.
    pub retrieved: Option<[&'a str; 2]>,
    /// The language.
    pub lang: Lang,
}

impl Citation<'_> {
    fn version(&self) -> String {
        say(self.lang, "Datenstand {0}", "data version {0}", &[&day(self.version, self.lang)])
    }

    /// In words.
    pub fn text(&self) -> String {
        let source =
            if self.source.is_empty() { String::new() } else { format!(" {}.", self.source.trim_end_matches('.')) };
        let retrieved =
            self.retrieved.map(|[day, _]| say(self.lang, " (abgerufen am {0})", " (retrieved on {0})", &[day]));
        let address = format!("{}{}", self.address, retrieved.unwrap_or_default());
        format!("{}. In: {}, {}.{source} {address}", self.title, self.site, self.version())
    }

    /// As a data set in the style of the American Psychological Association, 7th edition.
    pub fn apa(&self) -> String {
        let kind = say(self.lang, "[Datensatz]", "[Data set]", &[]);
        let Self { title, site, operator, address, .. } = self;
        let address = match self.retrieved {
            Some([day, _]) => say(self.lang, "Abgerufen am {0}, von {1}", "Retrieved {0}, from {1}", &[day, address]),
            None => (*address).to_owned(),
        };
        format!("{operator}. ({}). {title} ({}) {kind}. {site}. {address}", self.version.year(), self.version())
    }

    /// An entry for BibTeX and biblatex.
    pub fn bibtex(&self) -> String {
        let language = say(self.lang, "ngerman", "english", &[]);
        let version = self.version.to_string();
        let note = [self.version(), self.source.to_owned()].join("; ");
        let fields = [
            ("author", format!("{{{}}}", escaped(self.operator))),
            ("title", format!("{{{}}}", escaped(self.title))),
            ("howpublished", escaped(self.site)),
            ("year", self.version.year().to_string()),
            ("version", version),
            ("note", escaped(note.trim_end_matches("; "))),
            ("url", self.address.to_owned()),
            ("langid", language),
        ];
        let retrieved = self.retrieved.map(|[_, day]| ("urldate", day.to_owned()));
        let fields = fields.into_iter().chain(retrieved).map(|(name, value)| format!("  {name} = {{{value}}}"));
        let fields: Vec<String> = fields.collect();
        format!("@misc{{ozg-{},\n{}\n}}", self.id, fields.join(",\n"))
    }
}

/// A text in which TeX reads nothing but text.
fn escaped(text: &str) -> String {
    let mut tex = String::new();
    for c in text.chars() {
        match c {
            '\\' => tex.push_str("\\textbackslash{}"),
            '~' => tex.push_str("\\textasciitilde{}"),
            '^' => tex.push_str("\\textasciicircum{}"),
            '{' | '}' | '$' | '&' | '#' | '_' | '%' => tex.extend(['\\', c]),
            other => tex.push(other),
        }
    }
    tex
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chart_is_cited_with_the_version_of_its_data() {
        let cited = Citation {
            id: "profile-nw",
            title: "100 % & mehr",
            site: "OZG-Ländervergleich",
            operator: "Amt_1",
            version: Date::parse("2026-11-25").unwrap(),
            source: "Quelle: INSM, Februar 2025.",
            address: "https://example.org/cards/profile-nw/",
            retrieved: None,
            lang: Lang::De,
        };
        assert_eq!(
            cited.text(),
            "100 % & mehr. In: OZG-Ländervergleich, Datenstand 25. November 2026. Quelle: INSM, Februar 2025. https://example.org/cards/profile-nw/"
        );
        assert_eq!(
            cited.apa(),
            "Amt_1. (2026). 100 % & mehr (Datenstand 25. November 2026) [Datensatz]. OZG-Ländervergleich. https://example.org/cards/profile-nw/"
        );
        let seen = Citation { retrieved: Some(["26. November 2026", "2026-11-26"]), lang: Lang::De, ..cited.clone() };
        assert!(seen.text().ends_with("/cards/profile-nw/ (abgerufen am 26. November 2026)"));
        assert!(seen.apa().ends_with(". Abgerufen am 26. November 2026, von https://example.org/cards/profile-nw/"));
        assert!(seen.bibtex().ends_with("  urldate = {2026-11-26}\n}"));
        let entry = cited.bibtex();
        assert!(
            entry.starts_with("@misc{ozg-profile-nw,\n  author = {{Amt\\_1}},\n  title = {{100 \\% \\& mehr}},\n"),
            "{entry}"
        );
        assert_eq!(entry.matches('{').count(), entry.matches('}').count());
        assert_eq!(escaped("\\~{"), "\\textbackslash{}\\textasciitilde{}\\{");
    }
}
