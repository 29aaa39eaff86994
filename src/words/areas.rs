//! The words of service areas.

use super::among::Among;
use super::counted::Counted;
use super::ranking::what;
use super::{Headline, Named, list, of_how_many, pick, say, value_column, value_of};
use crate::answer::{Areas, Coverage, Datum};
use crate::question::Lang;

/// Most cells or areas that are named as the largest.
const NAMED: usize = 3;

/// The words of service areas: of the catalogue, or of each state.
pub(super) fn areas(found: &Areas, lang: Lang) -> Headline {
    let (name, when) = (what(&found.measure, None, found.shown, lang), super::month(found.month, lang));
    let largest = found.largest_of(found.data().into_iter());
    let area_of = |cell: &Datum| cell.area.as_ref().map(|area| area.name(lang).to_owned()).unwrap_or_default();
    let names: Vec<String> = match found.catalogue() {
        Some(_) => largest.iter().map(|cell| area_of(cell)).collect(),
        None => largest.iter().map(|cell| format!("{} ({})", cell.place.name(lang), area_of(cell))).collect(),
    };
    let names = list(lang, &names.iter().map(String::as_str).collect::<Vec<_>>());
    if let (Some(row), [only]) = (found.catalogue(), found.areas.as_slice()) {
        return one_area(row.cells.first(), only.name(lang), found, lang);
    }
    let finding = match (largest.as_slice(), found.catalogue()) {
        ([], _) => pick(lang, "Nach Themenfeldern", "By service area").to_owned(),
        (many, None) if many.len() > NAMED => pick(lang, "Nach Themenfeldern", "By service area").to_owned(),
        ([_], Some(_)) => say(lang, "Am größten ist das Themenfeld {0}", "The largest service area is {0}", &[&names]),
        (_, Some(_)) => {
            say(lang, "Am größten sind die Themenfelder {0}", "The largest service areas are {0}", &[&names])
        }
        (_, None) => say(lang, "Am meisten: {0}", "Most: {0}", &[&names]),
    };
    let rows = Coverage { with: found.rows.len(), of: found.rows.len() };
    let among = Among { selection: found.selection, coverage: rows, pairs: false }.words(lang);
    let finding = match among.filter(|_| found.catalogue().is_none()) {
        Some(among) => format!("{finding} {among}"),
        None => finding,
    };
    let (count, all) = (found.coverage.with.to_string(), found.coverage.of.to_string());
    let mut parts = vec![found.measure.name(lang).to_owned()];
    parts.extend(of_how_many(&found.denominators(), lang));
    parts.push(when.clone());
    parts.push(match found.catalogue() {
        Some(_) => Counted::Areas.number(found.coverage.with, lang),
        None => say(lang, "{0} von {1} Feldern mit Angabe", "{0} of {1} cells with a figure", &[&count, &all]),
    });
    let sentence = match found.catalogue() {
        Some(row) => {
            let values = row.cells.iter().filter_map(|cell| Some((cell, cell.figure.as_ref()?)));
            let named: Vec<String> = values
                .take(3)
                .map(|(cell, figure)| {
                    let area = cell.area.as_ref().map(|area| area.name(lang)).unwrap_or_default();
                    format!("{area} ({})", value_column(figure.value, figure.unit, lang))
                })
                .collect();
            let names: Vec<&str> = named.iter().map(String::as_str).collect();
            say(
                lang,
                "So groß ist jedes Themenfeld im Katalog: {0}. Wie viel davon welches Land online anbietet, hat noch niemand veröffentlicht.",
                "This is the size of each service area in the catalogue: {0}. Nobody has published yet how much of it each state offers online.",
                &[&list(lang, &names)],
            )
        }
        None => {
            let row = found.rows.iter().find(|row| row.place.code == found.focus);
            let best = row.map(|row| found.largest_of(row.cells.iter())).unwrap_or_default();
            let names: Vec<String> = best.iter().map(|cell| area_of(cell)).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            match best.first() {
                None => String::new(),
                Some(first) if best.len() > NAMED => say(
                    lang,
                    "{0} hat in {1} Themenfeldern am meisten: je {2}.",
                    "{0} has most in {1} service areas: {2} each.",
                    &[first.place.name(lang), &best.len().to_string(), &value_of(first, lang)],
                ),
                Some(first) => say(
                    lang,
                    "{0} hat am meisten im Themenfeld {1}: {2}.",
                    "{0} has most in the service area {1}: {2}.",
                    &[first.place.name(lang), &list(lang, &names), &value_of(first, lang)],
                ),
            }
        }
    };
    Headline { title: format!("{finding}: {name}, {when}"), definition: parts.join(" · "), sentence }
}

/// The words of one service area of the catalogue: its size is the finding.
fn one_area(cell: Option<&Datum>, name: &str, found: &Areas, lang: Lang) -> Headline {
    let what = what(&found.measure, None, found.shown, lang);
    let date = super::month(found.month, lang);
    let value = cell.map(|cell| value_of(cell, lang)).unwrap_or_default();
    let mut parts = vec![found.measure.name(lang).to_owned()];
    parts.extend(of_how_many(&found.denominators(), lang));
    parts.extend([date.clone(), name.to_owned()]);
    let gaps = [name, &value, &what, &date];
    Headline {
        title: say(lang, "Themenfeld {0}: {1} {2}, {3}", "Service area {0}: {1} {2}, {3}", &gaps),
        definition: parts.join(" · "),
        sentence: say(
            lang,
            "Das Themenfeld {0} umfasst {1} {2}; wie viel davon online ist, sagt die Zahl nicht.",
            "The service area {0} holds {1} {2}; the figure does not say how much of it is online.",
            &gaps,
        ),
    }
}
