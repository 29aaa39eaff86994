//! The list behind the counts: which services are online in which state, with their links.

use super::catalogue::Catalogue;
use super::tally::Tally;
use crate::data::check::{FORMULA, is_hidden};
use crate::data::{Area, Link, PlaceCode};

/// Columns of `services.csv`.
pub const SERVICE_COLUMNS: [&str; 8] =
    ["place", "area", "ozg_id", "ozg_name", "leika_key", "leika_name", "coverage", "url"];

/// `services.csv`: one row for each single service and state in which it is online; a nationwide one stands once, under
/// `DE`. Texts of the export are cleaned: no control characters, one space between words, no text that a spreadsheet would
/// take for a formula. `area` is empty where the catalogue does not know the service.
pub fn services_csv(tally: &Tally, catalogue: &Catalogue, areas: &[Link<Area>]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut failed = writer.write_record(SERVICE_COLUMNS).is_err();
    for ((leika, state), offer) in &tally.offers {
        let place = match state {
            Some(state) => PlaceCode::STATES.get(usize::from(*state)).map_or("", |code| code.iso()),
            None => PlaceCode::De.iso(),
        };
        let service = tally.services.get(leika);
        let bundles: Vec<Option<u32>> = match service.map(|service| service.bundles.as_slice()) {
            Some(found @ [_, ..]) => found.iter().copied().map(Some).collect(),
            _ => vec![None],
        };
        for bundle in bundles {
            let area = catalogue.area(bundle, *leika).and_then(|area| areas.get(area));
            let bundle_name = bundle.and_then(|bundle| tally.names.get(&bundle)).map(|name| clean(name));
            let record = [
                place,
                area.map_or("", |area| &area.id),
                &bundle.map(|bundle| bundle.to_string()).unwrap_or_default(),
                &bundle_name.unwrap_or_default(),
                &format!("{leika:014}"),
                &clean(service.map(|service| service.name.as_str()).unwrap_or_default()),
                offer.coverage.name(),
                if offer.url.len() <= 1_000 { &offer.url } else { "" },
            ];
            failed |= writer.write_record(record).is_err();
        }
    }
    // Writing into memory does not fail.
    if failed { Vec::new() } else { writer.into_inner().unwrap_or_default() }
}

/// A text without hidden characters and with single spaces, at most 300 characters, never like a formula.
fn clean(text: &str) -> String {
    let shown: String =
        text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !is_hidden(*c)).collect();
    let words: Vec<&str> = shown.split_whitespace().collect();
    let joined = words.join(" ");
    let plain = joined.trim_start_matches(|c: char| c == ' ' || FORMULA.contains(&c));
    plain.chars().take(300).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cleaned() {
        assert_eq!(clean(" =cmd\u{202E}|\n  x "), "cmd| x");
        assert_eq!(clean("Führerschein"), "Führerschein");
        assert_eq!(clean(&"ß".repeat(400)).chars().count(), 300);
    }
}
