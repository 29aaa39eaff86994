//! The legend of a picture and its numbered notes.

use super::{GrowthWords, Named, PairsWords, RankingWords, Reader, amount, day, pick, say, span, ui};
use crate::answer::{Answer, Datum, Growth, Join, LineKind, Ranking, SeriesRole};
use crate::data::{Event, Unit, Value};
use crate::question::{Lang, View};

/// What a legend shows: the name of its swatch, its words.
pub type Entry = (String, String);

fn is_open(value: Value) -> bool {
    value.interval().high().is_none()
}

fn is_band(value: Value) -> bool {
    !is_open(value) && !value.interval().is_exact()
}

/// The entries of the legend: only what the picture really shows.
pub fn legend(answer: &Answer, lang: Lang, reader: Reader) -> Vec<Entry> {
    let strings = ui(lang);
    let mut list: Vec<Entry> = Vec::new();
    let mut entry = |swatch: &str, text: &str| list.push((swatch.to_owned(), text.to_owned()));
    let data = answer.data();
    let drawn: Vec<&Datum> = match answer {
        Answer::Profile(found) => found.strips.iter().filter_map(Ranking::focus_row).collect(),
        _ => data.clone(),
    };
    let values: Vec<Value> =
        drawn.iter().filter_map(|datum| datum.figure.as_ref()).map(|figure| figure.value).collect();
    let are_named = matches!(answer, Answer::Ranking(found) if found.lacks_many());
    let missing = !are_named && data.iter().any(|datum| datum.figure.is_none());
    let mine = |code| {
        let place = data.iter().find(|datum| datum.place.code == code).map(|datum| datum.place.name(lang));
        place.map(|name| format!("{}: {name}", reader.my_state_title(lang)))
    };
    match answer {
        Answer::Ranking(ranking) => {
            let is_map = ranking.view == View::Map;
            if let Some(text) = mine(ranking.focus) {
                entry(if is_map { "frame" } else { "focus" }, &text);
            }
            if is_map {
                classes(&mut entry, ranking, lang);
                if values.iter().any(|value| is_band(*value) || is_open(*value)) {
                    entry("two", strings.legend_two);
                }
            } else {
                for (kind, text) in (RankingWords { ranking, lang }).lines() {
                    entry(line_swatch(kind), &text);
                }
            }
        }
        Answer::Facets(found) => {
            if let Some(text) = found.panels.first().and_then(|panel| mine(panel.focus)) {
                entry("focus", &text);
            }
        }
        Answer::Pairs(pairs) => {
            if let Some(text) = mine(pairs.focus) {
                entry("focus", &text);
            }
            if pairs.view == View::Range {
                let [first, second] = PairsWords { pairs, lang }.ends();
                entry("dot", &first);
                entry("ring", &second);
            }
        }
        Answer::Growth(growth) => growth_entries(&mut entry, growth, &values, lang),
        Answer::Areas(found) => {
            for (index, (from, to)) in found.classes().into_iter().enumerate().filter(|_| found.catalogue().is_none()) {
                entry(&format!("class-{}", index + 1), &class_words(from, to, found.unit, lang));
            }
        }
        Answer::Profile(found) => {
            entry("focus", found.place.name(lang));
            entry("tick", strings.legend_others);
        }
        Answer::Nothing(_) => {}
    }
    let draws_bands = !matches!(answer, Answer::Growth(_) | Answer::Areas(_) | Answer::Nothing(_))
        && !matches!(answer, Answer::Ranking(found) if found.view == View::Map);
    if draws_bands && values.iter().any(|value| is_band(*value)) {
        let ranked = values.iter().filter(|value| is_band(**value)).all(|value| value.upper().is_some());
        entry("band", if ranked { strings.legend_band_ranking } else { strings.legend_band });
    }
    if draws_bands && values.iter().any(|value| is_open(*value)) {
        entry("open", strings.legend_open);
    }
    if missing {
        entry("missing", strings.missing);
    }
    list
}

fn line_swatch(kind: LineKind) -> &'static str {
    match kind {
        LineKind::Nationwide => "reference",
        LineKind::Target => "goal",
        LineKind::Mean => "mean",
    }
}

fn classes(entry: &mut impl FnMut(&str, &str), ranking: &Ranking, lang: Lang) {
    for (index, (from, to)) in ranking.classes().into_iter().enumerate() {
        entry(&format!("class-{}", index + 1), &class_words(from, to, ranking.unit, lang));
    }
}

/// "180 bis 199".
fn class_words(from: u32, to: u32, unit: Unit, lang: Lang) -> String {
    let [from, to] = [from, to.saturating_sub(1)].map(|steps| amount(steps, unit, lang));
    say(lang, "{0} bis {1}", "{0} to {1}", &[&from, &to])
}

fn growth_entries(entry: &mut impl FnMut(&str, &str), growth: &Growth, values: &[Value], lang: Lang) {
    let strings = ui(lang);
    let words = GrowthWords { growth, lang };
    if growth.series.len() > 1 {
        for series in &growth.series {
            match series.role {
                SeriesRole::Focus => entry("join-solid", &words.end_label(series)),
                SeriesRole::Chosen(index) => entry(&format!("series-{}", index + 1), &words.end_label(series)),
                SeriesRole::Context => {}
            }
        }
        if growth.series.iter().any(|series| series.role == SeriesRole::Context) {
            entry("context", strings.legend_others);
        }
    }
    if values.iter().any(|value| is_open(*value)) {
        entry("open-up", strings.legend_open);
    }
    if values.iter().any(|value| is_band(*value)) {
        entry("band", strings.legend_band);
    }
    if growth.series.iter().flat_map(|series| &series.points).any(|point| point.join == Join::Dashed) {
        entry("join", strings.legend_dashed);
    }
    if words.pace().is_some() {
        entry("pace", strings.legend_pace);
    }
    if !growth.targets.is_empty() {
        entry("target", strings.legend_target);
    }
    for found in &growth.breaks {
        entry("break", &format!("{} ({})", strings.legend_break, day(found.date, lang)));
    }
}

/// Notes below a picture.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notes {
    /// What is numbered.
    pub heading: &'static str,
    /// The numbered events of a growth, or the numbered service areas of a grid.
    pub numbered: Vec<String>,
    /// Changes of method and the pace of a growth.
    pub more: Vec<String>,
}

/// The names of what the numbers in a picture mean.
pub fn numbered_names(answer: &Answer, lang: Lang) -> Vec<&str> {
    match answer {
        Answer::Growth(growth) => growth.events.iter().map(|event| event.name(lang)).collect(),
        Answer::Areas(found) if found.catalogue().is_none() => found.areas.iter().map(|area| area.name(lang)).collect(),
        _ => Vec::new(),
    }
}

/// The notes of a picture; empty where it needs none.
pub fn notes(answer: &Answer, lang: Lang) -> Notes {
    match answer {
        Answer::Growth(growth) => {
            let event = |event: &Event| format!("{}: {}", span(event.span, lang), event.name(lang));
            let breaks = growth.breaks.iter().map(|found| pick(lang, &found.what_de, &found.what_en).to_owned());
            Notes {
                heading: ui(lang).events,
                numbered: growth.events.iter().map(|found| event(found)).collect(),
                more: breaks.chain(GrowthWords { growth, lang }.pace()).collect(),
            }
        }
        Answer::Areas(found) if found.catalogue().is_none() => Notes {
            heading: ui(lang).areas,
            numbered: found.areas.iter().map(|area| area.name(lang).to_owned()).collect(),
            more: Vec::new(),
        },
        _ => Notes::default(),
    }
}
