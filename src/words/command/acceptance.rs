//! What was accepted of a source, for readers.

use crate::data::Source;
use crate::data::check::{Acceptance, Rule};
use crate::question::Lang;
use crate::words::{count, day, pick, say};

/// "Offene Daten …: 60 Zahlen fehlen, bestätigt am 1. November 2026: …"; none where it does not concern readers.
pub fn acceptance(accepted: &Acceptance, of: &Source, lang: Lang) -> Option<String> {
    let (de, en) = match accepted.rule {
        Rule::Complete => ("Zahlen fehlen: {0}", "figures that are missing: {0}"),
        Rule::Change => ("Zahlen, die gefallen oder gesprungen sind: {0}", "figures that fell or jumped: {0}"),
        Rule::Area => ("ein Teil der Leistungen liegt in keinem Themenfeld", "some services lie in no service area"),
        Rule::Month => ("die Daten sind aus einem anderen Monat", "the data are of another month"),
        Rule::Date => ("Angaben, die in der Zukunft liegen: {0}", "dates that lie in the future: {0}"),
        _ => return None,
    };
    let what = say(lang, de, en, &[&count(u32::try_from(accepted.rows).unwrap_or(u32::MAX), lang)]);
    let [german, english] = &accepted.reason;
    let gaps = [of.title.clone(), what, day(accepted.recorded, lang), pick(lang, german, english).to_owned()];
    let gaps = gaps.each_ref().map(String::as_str);
    Some(say(lang, "{0}: {1}. Bestätigt am {2}: {3}", "{0}: {1}. Accepted on {2}: {3}", &gaps))
}
