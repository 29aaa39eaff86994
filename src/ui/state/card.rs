//! The card that shows what a question asks: its page has the codes to embed it, and a picture of its own where it is shared.

use super::Content;
use crate::answer::Answer;
use crate::data::Month;
use crate::question::{ALIKE, Moment, Period, Question, View};

/// Fewest states with a figure for which a month of a measure is a card.
pub const FEWEST_ON_CARD: usize = 4;

/// The id of the card of a measure and month.
pub fn dated(measure: &str, month: Month) -> String {
    format!("ranking-{measure}-{month}")
}

/// The id of the card that always shows the best month of a measure.
pub fn latest(measure: &str) -> String {
    format!("latest-{measure}")
}

/// The id of the card that goes on to answer the same question when there are newer figures: where no month was asked for, the
/// one of the best month.
pub fn living(content: &Content) -> Option<String> {
    let found = card(content)?;
    let is_best = content.question.period == Period::Best && found.starts_with("ranking-");
    Some(if is_best { latest(&content.measure()) } else { found })
}

/// The id of the card that shows the same; `None` where the reader chose what no card shows. The reader's state and the
/// appearance make no difference, unless the card is about that state.
pub fn card(content: &Content) -> Option<String> {
    let asked = &content.question.clone().tidy();
    let is = |card: Question| Question { focus: asked.focus, theme: asked.theme, ..card }.tidy() == *asked;
    let plain = |view: View| Question { view, ..Question::default() };
    let of = |view: View, measure: &str| Question { measure: Some(measure.to_owned()), ..plain(view) };
    match &content.answer {
        Answer::Ranking(found) if found.coverage.with >= FEWEST_ON_CARD => {
            let Moment::Month(month) = found.moment else { return None };
            let id = &found.measure.id;
            let at = |period| is(Question { period, ..of(View::Ranking, id) });
            (at(Period::Best) || at(Period::At(found.moment))).then(|| dated(id, month))
        }
        Answer::Pairs(found) => {
            let id = ALIKE.into_iter().find(|id| found.ends.iter().all(|end| end.measure.id == *id))?;
            is(of(View::Change, id)).then(|| format!("change-{id}"))
        }
        Answer::Growth(found) => {
            let slug = found.focus.slug();
            let alone = Question { places: Some(vec![found.focus]), ..of(View::Growth, ALIKE[0]) };
            match is(plain(View::Growth)) {
                true => Some("growth-wsp-nrw".to_owned()),
                false => is(alone).then(|| format!("growth-{slug}")),
            }
        }
        Answer::Profile(found) => is(plain(View::Profile)).then(|| format!("profile-{}", found.place.code.slug())),
        Answer::Areas(_) => match asked.areas.as_slice() {
            [] => is(plain(View::Areas)).then(|| "areas".to_owned()),
            [id] => is(Question { areas: vec![id.clone()], ..plain(View::Areas) }).then(|| format!("area-{id}")),
            _ => None,
        },
        _ => None,
    }
}
