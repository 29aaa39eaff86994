//! The key of a picture, its events, and the ways out of an empty answer.

use super::html::ask_link;
use super::shapes::escape;
use crate::answer::{Answer, Datum, Growth, Join, LineKind, Ranking, SeriesRole, Why};
use crate::data::Value;
use crate::question::{Group, Lang, Period, Question, Scale, Shown, View};
use crate::words::{self, GrowthWords, Named, PairsWords, RankingWords, ui};
use std::fmt::Write;

/// What a key shows: the class of its swatch, its words.
pub type Entry = (String, String);

fn is_open(value: Value) -> bool {
    value.interval().high().is_none()
}

fn is_band(value: Value) -> bool {
    !is_open(value) && !value.interval().is_exact()
}

/// The entries of the key: only what the picture really shows.
pub fn entries(answer: &Answer, lang: Lang) -> Vec<Entry> {
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
    let missing = data.iter().any(|datum| datum.figure.is_none());
    let mine = |code| {
        let place = data.iter().find(|datum| datum.place.code == code).map(|datum| datum.place.name(lang));
        place.map(|name| format!("{}: {name}", strings.key_my_state))
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
                    entry("two", strings.key_two);
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
            entry("tick", strings.key_others);
        }
        Answer::Nothing(_) => {}
    }
    let draws_bands = !matches!(answer, Answer::Growth(_) | Answer::Areas(_) | Answer::Nothing(_))
        && !matches!(answer, Answer::Ranking(found) if found.view == View::Map);
    if draws_bands && values.iter().any(|value| is_band(*value)) {
        let ranked = values.iter().filter(|value| is_band(**value)).all(|value| value.upper().is_some());
        entry("band", if ranked { strings.key_band_ranking } else { strings.key_band });
    }
    if draws_bands && values.iter().any(|value| is_open(*value)) {
        entry("open", strings.key_open);
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
fn class_words(from: u32, to: u32, unit: crate::data::Unit, lang: Lang) -> String {
    let [from, to] = [from, to.saturating_sub(1)].map(|steps| words::amount(steps, unit, lang));
    words::say(lang, "{0} bis {1}", "{0} to {1}", &[&from, &to])
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
            entry("context", strings.key_others);
        }
    }
    if values.iter().any(|value| is_open(*value)) {
        entry("open-up", strings.key_open);
    }
    if values.iter().any(|value| is_band(*value)) {
        entry("band", strings.key_band);
    }
    if growth.series.iter().flat_map(|series| &series.points).any(|point| point.join == Join::Dashed) {
        entry("join", strings.key_dashed);
    }
    if words.pace().is_some() {
        entry("pace", strings.key_pace);
    }
    if !growth.targets.is_empty() {
        entry("target", strings.key_target);
    }
    for found in &growth.breaks {
        entry("break", &format!("{} ({})", strings.key_break, words::day(found.date, lang)));
    }
}

/// The key as list items.
pub fn key(answer: &Answer, lang: Lang) -> String {
    let mut html = String::new();
    for (swatch, text) in entries(answer, lang) {
        let _ = write!(html, r#"<li class="key-{swatch}">{}</li>"#, escape(&text));
    }
    html
}

/// The numbered events of a growth, its changes of method and its pace; the numbered service areas of a grid.
pub fn notes(answer: &Answer, lang: Lang) -> String {
    let mut html = String::new();
    let mut numbered = |heading: &str, list: Vec<String>| {
        if !list.is_empty() {
            let items: String = list.iter().map(|text| format!("<li>{}</li>", escape(text))).collect();
            let _ = write!(html, "<h3>{heading}</h3><ol>{items}</ol>");
        }
    };
    match answer {
        Answer::Growth(growth) => {
            let event = |event: &crate::data::Link<crate::data::Event>| {
                format!("{}: {}", words::span(event.span, lang), event.name(lang))
            };
            numbered(ui(lang).events, growth.events.iter().map(event).collect());
            let breaks = growth.breaks.iter().map(|found| words::pick(lang, &found.what_de, &found.what_en).to_owned());
            for text in breaks.chain(GrowthWords { growth, lang }.pace()) {
                let _ = write!(html, "<p>{}</p>", escape(&text));
            }
        }
        Answer::Areas(found) if found.catalogue().is_none() => {
            numbered(ui(lang).areas, found.areas.iter().map(|area| area.name(lang).to_owned()).collect());
        }
        _ => {}
    }
    html
}

/// Links out of an empty answer: what can be shown instead.
pub fn ways_out(answer: &Answer, question: &Question, lang: Lang) -> String {
    let Answer::Nothing(found) = answer else { return String::new() };
    let strings = ui(lang);
    type Way = (fn(&mut Question), &'static str);
    let other: Option<Way> = match &found.why {
        Why::NotInView(View::Areas) => Some((|own| own.measure = None, strings.to_catalogue)),
        Why::NotInView(View::Ranking | View::Map | View::Change) => {
            Some((|own| own.view = View::Growth, strings.to_growth))
        }
        Why::NotInView(View::Range) => Some((|own| own.view = View::Ranking, strings.to_ranking)),
        Why::NoneInPeriod | Why::NothingBefore(_) | Why::Break(_) => {
            Some((|own| own.period = Period::Best, strings.best_period))
        }
        Why::NoPlaces => Some((
            |own| {
                own.places = None;
                own.group = Group::All;
            },
            strings.all_places,
        )),
        Why::NoneInArea(_) => Some((|own| own.areas.clear(), strings.all_areas)),
        Why::SeveralAreas => Some((|own| own.view = View::Areas, strings.to_areas)),
        Why::NoShare => Some((|own| own.unit = Shown::Count, strings.to_count)),
        Why::NoIndex => Some((|own| own.scale = Scale::Count, strings.to_count)),
        _ => None,
    };
    let mut html = String::new();
    if let Why::NoneForPlace(_, with) = &found.why {
        let place = with.first().map(|place| place.code);
        html += &ask_link(&question.with(|own| own.focus = place), lang, strings.to_place);
    }
    if let Some((change, words)) = other {
        html += &ask_link(&question.with(change), lang, words);
    }
    let default = Question { theme: question.theme, unknown: question.unknown.clone(), ..Question::default() };
    html + &ask_link(&default, lang, strings.to_default)
}

/// Whether a datum is the reader's own in this answer.
pub(super) fn is_mine(answer: &Answer, datum: &Datum) -> bool {
    let focus = match answer {
        Answer::Ranking(found) => Some(found.focus),
        Answer::Facets(found) => found.panels.first().map(|panel| panel.focus),
        Answer::Pairs(found) => Some(found.focus),
        Answer::Areas(found) => Some(found.focus),
        _ => None,
    };
    focus == Some(datum.place.code)
}
