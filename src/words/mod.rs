//! German and English: strings, numbers, dates, and sentences built from an answer.

mod among;
mod areas;
mod counted;
mod date;
#[macro_use]
mod ui;

#[cfg(not(target_arch = "wasm32"))]
pub mod command;
mod datum;
mod figure;
#[cfg(not(target_arch = "wasm32"))]
mod frame;
#[cfg(not(target_arch = "wasm32"))]
mod glossary;
mod growth;
mod header;
mod lead;
mod legend;
mod nothing;
mod number;
mod pairs;
mod profile;
mod ranking;
mod say;
#[cfg(not(target_arch = "wasm32"))]
mod share;
#[cfg(not(target_arch = "wasm32"))]
mod site;
mod sources;
mod summary;
mod table;
mod terms;
mod tip;

pub use date::{day, from_to, month, month_short, observation_date, span};
pub use datum::{
    Tell, change, change_short, derivation, due_day, note, noun, own_figure, published, rank_among, rank_column,
    rank_number, rank_of, rank_short, rise, spoken, value_in_full, value_of,
};
pub use figure::{FigureWords, picture, ways_out};
#[cfg(not(target_arch = "wasm32"))]
pub use frame::{Frame, frame, licences};
#[cfg(not(target_arch = "wasm32"))]
pub use glossary::glossary;
pub use growth::GrowthWords;
pub use header::{Header, Names, footer_links, header, names};
pub use lead::lead;
pub use legend::{Entry, Notes, legend, numbered_names};
pub use nothing::{invalid, nothing};
#[cfg(not(target_arch = "wasm32"))]
pub use number::count_of;
pub use number::{amount, count, rank, value_column, value_long, value_tile};
pub use pairs::PairsWords;
pub use profile::standing;
pub use ranking::{RankingWords, period, without_figure};
pub use say::{brief, cut, find, lines, list, say};
#[cfg(not(target_arch = "wasm32"))]
pub use share::{Share, privacy_notice, share};
#[cfg(not(target_arch = "wasm32"))]
pub use site::{Static, fixed};
pub use sources::{Linked, Reader, citation, german, linked, source_line};
pub use summary::{Summary, summary};
pub use table::{Order, Table, TableRow, folded, table};
pub use terms::terms;
pub use tip::{Tip, tip};

use datum::of_how_many;
pub use ui::{Ui, ui};

use crate::answer::{Answer, Denominator};
#[cfg(not(target_arch = "wasm32"))]
use crate::data::Target;
use crate::data::{Area, Event, Measure, Place, Source, Unit};
use crate::question::Lang;

/// What an answer says in words: the finding, the definition, the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    /// The finding with what was counted: "Hamburg vorn, Saarland hinten: OZG-Leistungen im ganzen Land, Januar 2025".
    pub title: String,
    /// What was counted, of how many, when, for how many states.
    pub definition: String,
    /// One sentence or two from the data.
    pub sentence: String,
}

/// The words of an answer.
pub fn headline(answer: &Answer, lang: Lang) -> Headline {
    match answer {
        Answer::Ranking(ranking) => RankingWords { ranking, lang }.headline(),
        Answer::Facets(found) => profile::facets(found, lang),
        Answer::Pairs(pairs) => PairsWords { pairs, lang }.headline(),
        Answer::Areas(found) => areas::areas(found, lang),
        Answer::Profile(found) => profile::profile(found, lang),
        Answer::Growth(growth) => GrowthWords { growth, lang }.headline(),
        Answer::Nothing(found) => nothing(found, lang),
    }
}

/// A text in one of two languages.
#[inline(always)]
pub fn pick<'a>(lang: Lang, de: &'a str, en: &'a str) -> &'a str {
    match lang.spoken() {
        Lang::De => de,
        Lang::En => en,
    }
}

/// Things that have a name in both languages.
pub trait Named {
    /// The name in the language.
    fn name(&self, lang: Lang) -> &str;
}

impl Named for Measure {
    fn name(&self, lang: Lang) -> &str {
        pick(lang, &self.name_de, &self.name_en)
    }
}

impl Named for Place {
    fn name(&self, lang: Lang) -> &str {
        pick(lang, &self.name_de, &self.name_en)
    }
}

impl Named for Area {
    fn name(&self, lang: Lang) -> &str {
        pick(lang, &self.name_de, &self.name_en)
    }
}

impl Named for Event {
    fn name(&self, lang: Lang) -> &str {
        pick(lang, &self.title_de, &self.title_en)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Named for Target {
    fn name(&self, lang: Lang) -> &str {
        pick(lang, &self.title_de, &self.title_en)
    }
}

/// The short name of a measure, readable after a number.
pub fn short(measure: &Measure, lang: Lang) -> &str {
    pick(lang, &measure.short_de, &measure.short_en)
}

/// The definition of a measure.
pub fn definition(measure: &Measure, lang: Lang) -> &str {
    pick(lang, &measure.definition_de, &measure.definition_en)
}

/// A source as it stands at the foot: "INSM: Titel, Februar 2025".
pub fn source(source: &Source, lang: Lang) -> String {
    // The first release lacks the titles of sources that the first view does not show.
    let title = match source.title.as_str() {
        "" => source.publisher.clone(),
        title => format!("{}: {title}", source.publisher),
    };
    match date::partial(&source.published, lang) {
        Some(date) => format!("{title}, {date}"),
        None => format!("{title}, {}", pick(lang, "undatiert", "undated")),
    }
}

/// The text with a capital letter at its beginning, for the letters of German and English. (The tables for all letters
/// of the world would add 25 kB to what readers load.)
pub fn capital(text: &str) -> String {
    let upper = |first: char| match first {
        'ä' => 'Ä',
        'ö' => 'Ö',
        'ü' => 'Ü',
        other => other.to_ascii_uppercase(),
    };
    let mut letters = text.chars();
    letters.next().map(|first| std::iter::once(upper(first)).chain(letters).collect()).unwrap_or_default()
}

/// The publisher of a source in short, with the date: "INSM, Februar 2025".
pub fn publisher(source: &Source, lang: Lang) -> String {
    match date::partial(&source.published, lang) {
        Some(date) => format!("{}, {date}", source.short_publisher()),
        None => source.short_publisher().to_owned(),
    }
}

/// The denominators in a sentence of their own: "Nenner: 575 OZG-Leistungen im Katalog, um 2018, …".
pub fn denominators(found: &[&Denominator], measure: &Measure, lang: Lang) -> String {
    let one = |found: &&Denominator| {
        let (size, what) = (count(found.amount.steps(), lang), short(&found.observation.measure, lang));
        let (when, by) = (observation_date(&found.observation, lang), found.observation.source.short_publisher());
        format!("{size} {what}, {when}, {by}")
    };
    let text = match (found, measure.unit) {
        ([], Unit::Percent) => pick(lang, "in der Quelle nicht genannt", "not named in the source").to_owned(),
        ([], _) if measure.denominator.is_empty() => return String::new(),
        ([], _) => pick(
            lang,
            "für diesen Zeitpunkt oder für alle gemeinsam nicht veröffentlicht",
            "not published for this date, or not for all of them together",
        )
        .to_owned(),
        (many, _) => many.iter().map(one).collect::<Vec<_>>().join("; "),
    };
    format!("{}: {text}", pick(lang, "Nenner", "Denominator"))
}
