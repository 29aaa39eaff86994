//! `site.toml`: who runs the site, where it is, what its legal pages say.

use super::PublishError;
use crate::data::{Date, Licence};
use serde::Deserialize;
use std::path::Path;

/// Longest age of an accessibility statement, in days (BITV 2.0 § 7: reviewed every year).
const STATEMENT_DAYS: i32 = 366;

/// Kind of operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A sample: the pages say so.
    Demo,
    /// Private persons, companies, associations.
    Private,
    /// Public body of Nordrhein-Westfalen.
    PublicNrw,
    /// Public body of another state.
    PublicLand,
    /// Federal public body.
    PublicBund,
}

/// The operator.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Operator {
    /// Kind.
    pub kind: Kind,
    /// Name.
    pub name: String,
    /// Postal address.
    pub address: String,
    /// E-mail address.
    pub email: String,
    /// Telephone.
    #[serde(default)]
    pub phone: String,
    /// Responsible person under § 18 (2) MStV.
    #[serde(default)]
    pub responsible: String,
}

/// What the privacy page says.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Privacy {
    /// Days for which the web server keeps its log.
    pub log_days: u32,
    /// Data protection officer.
    #[serde(default)]
    pub data_protection_officer: String,
    /// Supervisory authority.
    #[serde(default)]
    pub supervisory_authority: String,
}

/// What the accessibility statement says.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accessibility {
    /// Day of the assessment.
    pub assessed: String,
    /// Its method, German and English.
    pub method: [String; 2],
    /// Who did it, German and English.
    pub assessor: [String; 2],
    /// Address of a contact form.
    #[serde(default)]
    pub contact_form: String,
    /// Enforcement body.
    #[serde(default)]
    pub enforcement: String,
    /// Known barriers, German and English.
    pub barriers: Vec<[String; 2]>,
}

/// The video in German Sign Language.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignLanguage {
    /// Path of the video.
    #[serde(default)]
    pub video: String,
    /// Its size.
    #[serde(default)]
    pub size: String,
    /// Its length.
    #[serde(default)]
    pub length: String,
}

/// Contact for security reports.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Security {
    /// Address with a scheme.
    pub contact: String,
    /// Day on which the notice expires.
    pub expires: String,
}

/// The whole file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Address of the site, with a slash at the end.
    pub url: String,
    /// Whether the second visit works without a network.
    pub offline: bool,
    /// Whether browsers are told to ask this host by HTTPS alone.
    #[serde(default = "yes")]
    pub https_only: bool,
    /// Licence of data, pictures and texts.
    #[serde(default, deserialize_with = "licence")]
    pub licence: Licence,
    /// The operator.
    pub operator: Operator,
    /// Privacy.
    pub privacy: Privacy,
    /// Accessibility.
    pub accessibility: Accessibility,
    /// Sign language.
    #[serde(default)]
    pub sign_language: SignLanguage,
    /// Security.
    pub security: Security,
}

fn yes() -> bool {
    true
}

/// Reads the name of a licence.
fn licence<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Licence, D::Error> {
    let name = String::deserialize(from)?;
    let names = Licence::ALL.map(Licence::name).join(", ");
    Licence::from_name(&name)
        .ok_or_else(|| serde::de::Error::custom(format!("licence: “{name}” is not one of {names}: choose one of them")))
}

impl Config {
    /// Reads the file and refuses what the law asks for and it lacks.
    pub fn read(path: &Path, today: Date) -> Result<Self, PublishError> {
        let text = std::fs::read_to_string(path).map_err(|error| PublishError::File(path.to_owned(), error))?;
        let fault = |words| PublishError::Config(path.to_owned(), words);
        let config: Self = toml::from_str(&text).map_err(|error| {
            let start = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
            let (line, words) = (start.lines().count().max(1), error.message());
            fault([
                format!("nicht lesbar ab Zeile {line} („{words}“)"),
                format!("unreadable from line {line} (“{words}”)"),
            ])
        })?;
        let missing = config.missing(today);
        match missing.is_empty() {
            true => Ok(config),
            false => Err(fault([0, 1].map(|lang| {
                let words = missing.iter().filter_map(|both| both.get(lang).map(String::as_str));
                words.collect::<Vec<_>>().join("; ")
            }))),
        }
    }

    /// What is missing or too old, in German and English.
    fn missing(&self, today: Date) -> Vec<[String; 2]> {
        let mut missing = Vec::new();
        let both = |de: &str, en: &str| [de, en].map(str::to_owned);
        if !self.url.starts_with("https://") || !self.url.ends_with('/') {
            missing.push(both(
                "url: https://…/ mit einem Schrägstrich am Ende schreiben",
                "url: write https://…/ with a slash at the end",
            ));
        }
        let (operator, statement) = (&self.operator, &self.accessibility);
        let mut required = vec![
            ("operator.name", &operator.name),
            ("operator.address", &operator.address),
            ("operator.email", &operator.email),
            ("security.contact", &self.security.contact),
        ];
        let public = !matches!(operator.kind, Kind::Demo | Kind::Private);
        if public {
            required.extend([
                ("operator.phone", &operator.phone),
                ("operator.responsible", &operator.responsible),
                ("privacy.data_protection_officer", &self.privacy.data_protection_officer),
                ("privacy.supervisory_authority", &self.privacy.supervisory_authority),
                ("accessibility.enforcement", &statement.enforcement),
            ]);
        }
        if operator.kind == Kind::PublicNrw {
            required.push(("accessibility.contact_form", &statement.contact_form));
        }
        if operator.kind == Kind::PublicBund {
            required.push(("sign_language.video", &self.sign_language.video));
        }
        let [method, method_en] = &statement.method;
        let [assessor, assessor_en] = &statement.assessor;
        required.extend([method, method_en].map(|text| ("accessibility.method", text)));
        required.extend([assessor, assessor_en].map(|text| ("accessibility.assessor", text)));
        let empty = required.iter().filter(|(_, text)| text.trim().is_empty());
        missing
            .extend(empty.map(|(name, _)| {
                both(&format!("{name} ist leer: ausfüllen"), &format!("{name} is empty: fill it in"))
            }));
        match Date::parse(&statement.assessed) {
            Ok(day) if public && today.days() - day.days() > STATEMENT_DAYS => {
                missing.push(both(
                    "accessibility.assessed liegt mehr als ein Jahr zurück: die Website neu bewerten",
                    "accessibility.assessed lies more than a year back: assess the site again",
                ));
            }
            Ok(_) => {}
            Err(_) => missing.push(no_day("accessibility.assessed", &statement.assessed)),
        }
        match Date::parse(&self.security.expires) {
            Ok(day) if day <= today => missing.push(both(
                "security.expires liegt in der Vergangenheit: einen neuen Tag wählen",
                "security.expires lies in the past: choose a new day",
            )),
            Ok(_) => {}
            Err(_) => missing.push(no_day("security.expires", &self.security.expires)),
        }
        if public && self.url.contains(".example/") {
            missing.push(both(
                "url ist noch die des Beispiels: die Adresse der Website schreiben",
                "url is still the sample: write the address of the site",
            ));
        }
        missing
    }

    /// The path of the address: `/`, or `/some/path/`.
    pub fn path(&self) -> &str {
        let rest = self.url.strip_prefix("https://").unwrap_or_default();
        rest.find('/').and_then(|at| rest.get(at..)).unwrap_or("/")
    }
}

/// A cell that is no day.
fn no_day(name: &str, text: &str) -> [String; 2] {
    [
        format!("{name}: „{text}“ ist kein Tag des Kalenders; als JJJJ-MM-TT schreiben"),
        format!("{name}: “{text}” is no day of the calendar; write YYYY-MM-DD"),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(change: impl Fn(String) -> String) -> Vec<String> {
        let text = std::fs::read_to_string("site.toml").unwrap();
        let today = Date::parse("2026-11-24").unwrap();
        let missing = toml::from_str::<Config>(&change(text)).unwrap().missing(today);
        missing.into_iter().map(|[german, english]| format!("{german} {english}")).collect()
    }

    #[test]
    fn a_public_operator_fills_everything_in() {
        assert_eq!(config(|text| text), Vec::<String>::new());
        let public = config(|text| text.replace("kind = \"demo\"", "kind = \"public-nrw\""));
        let other = |name: &str| {
            let text = std::fs::read_to_string("site.toml").unwrap().replace("licence = \"CC-BY-4.0\"", name);
            toml::from_str::<Config>(&text).map(|config| config.licence).map_err(|error| error.to_string())
        };
        assert_eq!(other("licence = \"dl-de/by-2-0\""), Ok(Licence::DlDeBy2));
        assert_eq!(other(""), Ok(Licence::CcBy4));
        assert!(other("licence = \"free\"").unwrap_err().contains("choose one of them"));
        for name in ["phone", "data_protection_officer", "enforcement", "contact_form", "url is still the sample"] {
            assert!(public.iter().any(|line| line.contains(name)), "{name}: {public:?}");
        }
        let old = |text: String| {
            text.replace("kind = \"demo\"", "kind = \"public-land\"").replace("2026-11-24", "2025-11-01")
        };
        assert!(config(old).iter().any(|line| line.contains("assess the site again")));
        assert!(
            config(|text| text.replace("2027-11-01", "2026-11-01"))
                .iter()
                .any(|line| line.contains("security.expires"))
        );
    }
}
