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
        format!("{}. In: {}, {}.{source} {}", self.title, self.site, self.version(), self.address)
    }

    /// As a data set in the style of the American Psychological Association, 7th edition.
    pub fn apa(&self) -> String {
        let kind = say(self.lang, "[Datensatz]", "[Data set]", &[]);
        let Self { title, site, operator, address, .. } = self;
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
        let fields = fields.map(|(name, value)| format!("  {name} = {{{value}}}"));
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
        let entry = cited.bibtex();
        assert!(
            entry.starts_with("@misc{ozg-profile-nw,\n  author = {{Amt\\_1}},\n  title = {{100 \\% \\& mehr}},\n"),
            "{entry}"
        );
        assert_eq!(entry.matches('{').count(), entry.matches('}').count());
        assert_eq!(escaped("\\~{"), "\\textbackslash{}\\textasciitilde{}\\{");
    }
}
