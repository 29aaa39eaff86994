//! The page in Leichte Sprache: what the site is, and the figures of each state in sentences that follow from rules.
//!
//! Short sentences, one thing each; no negation, no passive, no genitive. German alone: the form is that of German.

use crate::answer::{Answer, Datum, Ranking, answer};
use crate::data::{Dataset, PlaceCode, Qualifier, Unit};
use crate::question::{Lang, Question};
use crate::ui::components::site::Block;
use crate::words::{self, amount};

/// What the site is.
const ABOUT: [(&str, &[&str]); 2] = [
    (
        "Was ist das hier?",
        &[
            "Diese Seite vergleicht die 16 Bundes-Länder.",
            "Es geht um Ämter im Internet.",
            "Viele Anträge kann man im Internet stellen.",
            "Zum Beispiel: einen Antrag auf Eltern-Geld.",
            "Die Seite zeigt: So viele Angebote hat Ihr Bundes-Land im Internet.",
        ],
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
];

/// Who can use it.
const ACCESS: (&str, &[&str]) = (
    "Barriere-Freiheit",
    &[
        "Alle Menschen sollen die Seite gut benutzen können.",
        "Sie können die Seite mit der Tastatur benutzen.",
        "Ein Programm kann Ihnen die Seite vorlesen.",
        "Haben Sie ein Problem mit der Seite?",
        "Dann schreiben Sie uns bitte.",
    ],
);

/// What the figures mean.
const FIGURES: [&str; 4] = [
    "Hier stehen die Zahlen für jedes Bundes-Land.",
    "Ein Angebot ist eine Gruppe von Anträgen.",
    "Wir zählen Angebote im ganzen Bundes-Land.",
    "Platz 1 hat die meisten Angebote.",
];

/// How the sentences are made.
const MADE: [&str; 3] = [
    "Ein Computer macht diese Sätze aus den Zahlen.",
    "Menschen haben die Regeln dafür geschrieben.",
    "Eine Prüf-Gruppe muss die Sätze noch lesen.",
];

fn lines<'a>(list: impl IntoIterator<Item = &'a str>) -> impl Iterator<Item = Block> {
    list.into_iter().map(|line| Block::Easy(line.to_owned()))
}

fn part((heading, list): (&str, &[&'static str])) -> Vec<Block> {
    std::iter::once(Block::Heading(heading.to_owned())).chain(lines(list.iter().copied())).collect()
}

/// The blocks of the page.
pub fn easy(data: &Dataset) -> Vec<Block> {
    let mut blocks: Vec<Block> = ABOUT.into_iter().flat_map(part).collect();
    if let Answer::Ranking(found) = answer(data, &Question::default()) {
        blocks.extend(part(("Die Zahlen", &FIGURES)));
        for row in by_name(&found) {
            blocks.push(Block::Subheading(row.place.name_de.clone()));
            blocks.extend(result(row).into_iter().map(Block::Easy));
        }
        blocks.push(Block::Heading("So machen wir die Sätze".to_owned()));
        blocks.extend(lines(MADE));
    }
    blocks.extend(part(ACCESS));
    blocks
}

/// The states in the alphabet of their names.
fn by_name(found: &Ranking) -> Vec<&Datum> {
    let mut rows: Vec<&Datum> = found.rows.iter().collect();
    rows.sort_by(|a, b| a.place.name_de.cmp(&b.place.name_de));
    rows
}

/// The sentences of a state: how many, which rank, of when.
fn result(row: &Datum) -> Vec<String> {
    let article = if row.place.code == PlaceCode::Sl { "Das " } else { "" };
    let name = format!("{article}{}", row.place.name_de);
    let Some(figure) = &row.figure else { return vec![format!("Die Zahl für {} fehlt.", row.place.name_de)] };
    let count = |steps| amount(steps, Unit::Count, Lang::De);
    let interval = figure.value.interval();
    let (low, high) = (interval.low(), interval.high());
    let said = match (figure.value.qualifier(), high) {
        (Qualifier::About, _) => format!("ungefähr {}", count(figure.value.amount().steps())),
        (_, Some(high)) if high == low => count(low),
        (_, Some(high)) if low == 0 => format!("höchstens {}", count(high)),
        (_, Some(high)) => format!("{} bis {}", count(low), count(high)),
        (_, None) => format!("mindestens {}", count(low)),
    };
    let mut found = vec![format!("{name} hat {said} Angebote.")];
    if let Some(rank) = figure.rank {
        let place =
            if rank.best == rank.worst { rank.best.to_string() } else { format!("{} bis {}", rank.best, rank.worst) };
        found.push(format!("Das ist Platz {place} von {}.", rank.of));
    }
    found.push(format!("Stand: {}.", words::observation_date(&figure.observation, Lang::De)));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::RankInterval;
    use crate::data::{Amount, Value};
    use crate::publish::read_release_package;
    use std::path::Path;

    fn found() -> Ranking {
        let data = read_release_package(Path::new("tests/package")).unwrap().1;
        let Answer::Ranking(found) = answer(&data, &Question::default()) else { panic!("no ranking") };
        found
    }

    #[test]
    fn what_is_counted_is_what_the_page_says() {
        let found = found();
        assert_eq!(found.measure.id, "ozg-land-statewide", "“im ganzen Bundes-Land”");
        let states: Vec<String> = by_name(&found).into_iter().flat_map(result).collect();
        for sentence in [
            "Nordrhein-Westfalen hat 197 Angebote.",
            "Hamburg hat 290 Angebote.",
            "Das ist Platz 1 von 16.",
            "Bremen hat 198 bis 229 Angebote.",
            "Das ist Platz 6 bis 12 von 16.",
            "Das Saarland hat 196 Angebote.",
        ] {
            assert!(states.iter().any(|known| known == sentence), "{sentence}: {states:?}");
        }
        assert_eq!(by_name(&found).len(), 16);
    }

    #[test]
    fn every_value_has_its_sentence() {
        let mut row = found().rows.swap_remove(0);
        let value = |low: u32, upper: Option<u32>, qualifier| {
            Value::new(Amount::new(low).unwrap(), upper.map(|upper| Amount::new(upper).unwrap()), qualifier).unwrap()
        };
        for (shown, said) in [
            (value(200, None, Qualifier::MoreThan), "mindestens 201"),
            (value(200, None, Qualifier::AtLeast), "mindestens 200"),
            (value(200, None, Qualifier::AtMost), "höchstens 200"),
            (value(250, None, Qualifier::About), "ungefähr 250"),
            (value(1_234, None, Qualifier::Exact), "1.234"),
        ] {
            row.figure.as_mut().unwrap().value = shown;
            assert_eq!(result(&row)[0], format!("{} hat {said} Angebote.", row.place.name_de));
        }
        row.figure.as_mut().unwrap().rank = Some(RankInterval { best: 2, worst: 2, of: 16 });
        assert_eq!(result(&row)[1], "Das ist Platz 2 von 16.");
        row.figure = None;
        assert_eq!(result(&row), [format!("Die Zahl für {} fehlt.", row.place.name_de)]);
    }

    /// LIX (Björnsson 1968): words a sentence, and the share of words of more than six letters.
    fn lix(text: &str) -> f64 {
        let words: Vec<&str> = text.split_whitespace().collect();
        let sentences = text.matches(['.', '?', ':']).count().max(1);
        let letters = |word: &&&str| word.chars().filter(|c| c.is_alphabetic()).count() > 6;
        words.len() as f64 / sentences as f64 + 100.0 * words.iter().filter(letters).count() as f64 / words.len() as f64
    }

    #[test]
    fn sentences_are_short_and_the_words_are_too() {
        let data = read_release_package(Path::new("tests/package")).unwrap().1;
        let sentences: Vec<String> = easy(&data)
            .into_iter()
            .filter_map(|block| if let Block::Easy(text) = block { Some(text) } else { None })
            .collect();
        assert!(sentences.len() > 60, "{}", sentences.len());
        for sentence in &sentences {
            assert!(sentence.split_whitespace().count() <= 12, "{sentence}");
            for word in [" nicht", " kein", " wird gezählt wurde", "; ", " – "] {
                assert!(!sentence.contains(word), "{sentence}");
            }
        }
        let level = lix(&sentences.join(" "));
        assert!(level <= 45.0, "LIX {level:.1}");
    }
}
