//! Sources as they are named: at the foot of a figure, in a table, in a quotation.

use super::{headline, observation_date, pick, publisher, source, ui, value_column};
use crate::answer::Answer;
use crate::data::{Observation, Source};
use crate::question::Lang;

/// A text, perhaps with a link, perhaps with words that only screen readers say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Linked {
    /// What is seen.
    pub text: String,
    /// What is said after it.
    pub hidden: String,
    /// Where it leads (https); empty is nowhere.
    pub href: String,
    /// The language of the text where it is not that of the page.
    pub lang: Option<&'static str>,
}

impl Linked {
    /// A text alone.
    pub fn plain(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

/// The language of titles of sources, on pages in another language.
pub fn german(lang: Lang) -> Option<&'static str> {
    match lang.spoken() {
        Lang::De => None,
        Lang::En => Some("de"),
    }
}

/// The publisher, linked where there is an address; title and date belong to the name of the link.
pub fn linked(own: &Source, lang: Lang) -> Linked {
    let text = own.short_publisher().to_owned();
    match own.url.starts_with("https://") {
        false => Linked::plain(text),
        true => Linked {
            hidden: match own.short.is_empty() {
                true => source(own, lang).split_off(own.publisher.len()),
                false => format!(", {}", source(own, lang)),
            },
            href: own.url.clone(),
            lang: german(lang),
            text,
        },
    }
}

/// A figure as it is named beside another one: value, date, publisher.
pub fn also(own: &Observation, lang: Lang) -> String {
    let value = value_column(own.value, own.measure.unit, lang);
    format!("{value} ({}; {})", observation_date(own, lang), own.source.short_publisher())
}

/// The label and the sources of an answer: "Quelle", "INSM: …". Up to three stand there in full, of more only publisher and
/// date. Empty where there is none.
pub fn source_parts(answer: &Answer, lang: Lang) -> (&'static str, String) {
    let sources = answer.sources();
    let strings = ui(lang);
    let full: Vec<String> = sources.iter().map(|own| source(own, lang)).collect();
    match full.as_slice() {
        [] => ("", String::new()),
        [only] => (strings.source, only.clone()),
        few if few.len() <= 3 => (strings.sources, few.join("; ")),
        _ => {
            let mut short: Vec<String> = Vec::new();
            for name in sources.iter().map(|own| publisher(own, lang)) {
                if !short.contains(&name) {
                    short.push(name);
                }
            }
            (strings.sources, format!("{}. {}", short.join("; "), strings.in_table))
        }
    }
}

/// "Quelle: …" in one line; empty where there is none.
pub fn source_line(answer: &Answer, lang: Lang) -> String {
    match source_parts(answer, lang) {
        ("", _) => String::new(),
        (label, sources) => format!("{label}: {sources}"),
    }
}

/// The sentence of an answer with its source and address, ready to be quoted.
pub fn citation(answer: &Answer, lang: Lang, address: &str) -> String {
    let said = headline(answer, lang);
    format!("{} ({}; {}; {address})", said.sentence, said.definition, source_line(answer, lang))
}

/// Who reads a figure: it says "mein Land" to a reader who has chosen one, and "hervorgehoben" to all readers of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reader {
    /// The reader of the app.
    #[default]
    One,
    /// All readers of a card or an embed.
    All,
}

impl Reader {
    /// What the state in focus is called, inside a sentence.
    pub fn my_state(self, lang: Lang) -> &'static str {
        match self {
            Self::One => ui(lang).my_state,
            Self::All => pick(lang, "hervorgehoben", "highlighted"),
        }
    }

    /// What the state in focus is called, at the beginning of a line.
    pub fn my_state_title(self, lang: Lang) -> &'static str {
        match self {
            Self::One => ui(lang).legend_my_state,
            Self::All => pick(lang, "Hervorgehoben", "Highlighted"),
        }
    }
}
