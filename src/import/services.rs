//! The list behind the counts: which services are online in which state, with their links.

use super::catalogue::Catalogue;
use super::tally::{Place, Tally};
use crate::data::check::{FORMULA, check_text, is_hidden};
use crate::data::package::SERVICES;
use crate::data::{Area, Date, Link, PlaceCode};
use unicode_normalization::UnicodeNormalization;

/// Longest address, in bytes.
const LONGEST_URL: usize = 1_000;

/// `services.csv`: one row for each single service, bundle and state that rows of the export have together; a nationwide one stands
/// once, under `DE`. Counting it gives every figure. Texts of the export are cleaned: no control characters, one space between
/// words, no text that a spreadsheet would take for a formula. `area` is empty where the catalogue does not know the service.
pub fn services_csv(tally: &Tally, catalogue: &Catalogue, areas: &[Link<Area>], date: Date) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut failed = writer.write_record(SERVICES.1).is_err();
    let mut places: Vec<&Place> = tally.offers.keys().collect();
    places.sort_unstable_by_key(|(leika, bundle, state)| (*leika, *state, *bundle));
    let day = date.to_string();
    for place in places {
        let (leika, bundle, state) = place;
        let Some(offer) = tally.offers.get(place) else { continue };
        let code = state.map_or(Some(&PlaceCode::De), |state| PlaceCode::STATES.get(usize::from(state)));
        let area = catalogue.area(*bundle, *leika).and_then(|area| areas.get(area));
        let name = |found: Option<&String>| clean(found.map(String::as_str).unwrap_or_default());
        let record = [
            code.map_or("", |code| code.iso()),
            area.map_or("", |area| &area.id),
            &bundle.map(|bundle| format!("{bundle:05}")).unwrap_or_default(),
            &name(bundle.and_then(|bundle| tally.names.get(&bundle))),
            &format!("{leika:014}"),
            &name(tally.services.get(leika)),
            offer.coverage.name(),
            &address(&offer.url),
            &day,
        ];
        failed |= writer.write_record(record).is_err();
    }
    // Writing into memory does not fail.
    if failed { Vec::new() } else { writer.into_inner().unwrap_or_default() }
}

/// An address that a browser and a spreadsheet can take; empty where it is none.
fn address(url: &str) -> String {
    let lower = url.get(..8).unwrap_or(url).to_ascii_lowercase();
    let scheme = ["https://", "http://"].into_iter().find(|scheme| lower.starts_with(scheme));
    let text = scheme.map(|scheme| scheme.to_owned() + url.get(scheme.len()..).unwrap_or_default());
    text.filter(|text| text.len() <= LONGEST_URL && check_text(text).is_none()).unwrap_or_default()
}

/// A text without hidden characters and with single spaces, at most 300 characters, never like a formula.
fn clean(text: &str) -> String {
    let shown: String =
        text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !is_hidden(*c)).collect();
    let words: Vec<&str> = shown.split_whitespace().collect();
    let joined = words.join(" ");
    let plain = joined.trim_start_matches(|c: char| c == ' ' || FORMULA.contains(&c));
    let composed: String = plain.nfc().filter(|c| !('\u{0300}'..='\u{036F}').contains(c)).take(300).collect();
    composed.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_links() {
        assert_eq!(address("HTTPS://a.de/b"), "https://a.de/b");
        assert_eq!(address("https://a.de/\u{202E}b"), "");
        assert_eq!(address("javascript:x"), "");
    }

    #[test]
    fn texts_are_cleaned() {
        assert_eq!(clean("Thu\u{308}ringen q\u{308}"), "Thüringen q");
        assert_eq!(clean(" =cmd\u{202E}|\n  x "), "cmd| x");
        assert_eq!(clean("Führerschein"), "Führerschein");
        assert_eq!(clean(&"ß".repeat(400)).chars().count(), 300);
    }
}
