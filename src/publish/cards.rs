//! Cards: one for each finite view. Their ids are addresses and never change.

use crate::answer::{Answer, answer, period_options};
use crate::data::{Dataset, Per, PlaceCode};
use crate::question::{Lang, Moment, Question};
use crate::ui::state::Content;
use crate::words::{self, Reader};

/// Fewest states with a figure for which a ranking of a month is a card.
const FEWEST: usize = 4;

/// Measures of which a change is a card: the three counts that look alike.
const COUNTS: [&str; 3] = ["ozg-land-statewide", "ozg-land-any", "leika-land-statewide"];

/// What a card is about; the order is that of the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// The states by one measure in one month.
    Ranking,
    /// Between two months.
    Change,
    /// Over time.
    Growth,
    /// A state.
    Profile,
    /// A service area.
    Area,
}

impl Group {
    /// All groups.
    pub const ALL: [Self; 5] = [Self::Ranking, Self::Change, Self::Growth, Self::Profile, Self::Area];
}

/// A card.
#[derive(Debug, Clone)]
pub struct Card {
    /// Id: part of its addresses.
    pub id: String,
    /// What it asks, as a query.
    pub query: String,
    /// What it is about.
    pub group: Group,
}

/// The cards of a data set that have something to show.
pub fn cards(data: &Dataset) -> Vec<Card> {
    let mut cards = Vec::new();
    let mut push = |id: String, query: String, group: Group| {
        let (question, _) = Question::parse(&query, data);
        if !matches!(answer(data, &question), Answer::Nothing(_)) {
            cards.push(Card { id, query, group });
        }
    };
    for measure in data.measures.iter().filter(|measure| measure.per == Per::State && !measure.target) {
        let id = &measure.id;
        for option in period_options(data.known(None), measure, None) {
            if let (Moment::Month(month), true) = (option.moment, option.coverage.with >= FEWEST) {
                let query = format!("measure={id}&period={month}");
                push(format!("ranking-{id}-{month}"), query, Group::Ranking);
            }
        }
        let periods = period_options(data.known(None), measure, None);
        let months =
            periods.iter().filter(|option| matches!(option.moment, Moment::Month(_)) && option.coverage.with >= FEWEST);
        if COUNTS.contains(&id.as_str()) && months.count() > 1 {
            push(format!("change-{id}"), format!("view=change&measure={id}"), Group::Change);
        }
    }
    push("growth-wsp-nrw".into(), "view=growth".into(), Group::Growth);
    for code in PlaceCode::STATES {
        let slug = code.slug();
        push(format!("profile-{slug}"), format!("view=profile&focus={slug}"), Group::Profile);
        let query = format!("view=growth&measure=ozg-land-statewide&focus={slug}&places={slug}");
        push(format!("growth-{slug}"), query, Group::Growth);
    }
    push("areas".into(), "view=areas".into(), Group::Area);
    for area in &data.areas {
        push(format!("area-{}", area.id), format!("view=areas&area={}", area.id), Group::Area);
    }
    cards
}

/// The id of the card that shows what the start page shows: the preview of the start page.
pub fn newest_ranking(data: &Dataset) -> Option<String> {
    match answer(data, &Question::default()) {
        Answer::Ranking(found) => Some(format!("ranking-{}-{}", found.measure.id, found.moment.name())),
        _ => None,
    }
}

/// A card in a language: its question, answer and words.
pub fn tell(card: &Card, data: &Dataset, lang: Lang) -> Content {
    let mut content = Content::of(data, Question::parse(&card.query, data).0, lang, Reader::All);
    // A card is for all readers: its sentence is about those who lead, not about one state.
    if let Answer::Ranking(ranking) = &content.answer {
        content.words.headline.sentence = words::lead(ranking, lang);
    }
    content
}
