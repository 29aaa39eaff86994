//! Cards: one for each finite view. Their ids are addresses and never change.

use crate::answer::{Answer, Ranking, answer, period_options};
use crate::data::{Dataset, Month, Per, PlaceCode};
use crate::question::{ALIKE, Lang, Moment, Question, View};
use crate::ui::state::{Content, FEWEST_ON_CARD, dated, latest};
use crate::words::Reader;

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
    /// Which figures it shows when there are newer ones.
    pub time: Time,
}

/// Which figures a card shows when there are newer ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    /// Those of its month.
    Dated,
    /// The newest of all that it is about.
    Live,
    /// Those of the month that most states have a figure in, as a dated card of its own shows them.
    Latest,
}

/// The cards of a data set that have something to show.
pub fn cards(data: &Dataset) -> Vec<Card> {
    let mut cards = Vec::new();
    let mut add = |id: String, query: String, group: Group, time: Time| {
        let (question, _) = Question::parse(&query, data);
        if !matches!(answer(data, &question), Answer::Nothing(_)) {
            cards.push(Card { id, query, group, time });
        }
    };
    for measure in data.measures.iter().filter(|measure| measure.per == Per::State && !measure.target) {
        let id = &measure.id;
        let periods = period_options(data.known(None), measure, None);
        let months = periods.iter().filter(|option| option.coverage.with >= FEWEST_ON_CARD);
        let months = months.filter_map(|option| match option.moment {
            Moment::Month(month) => Some(month),
            _ => None,
        });
        let months: Vec<Month> = months.collect();
        for month in &months {
            add(dated(id, *month), format!("measure={id}&period={month}"), Group::Ranking, Time::Dated);
        }
        if !months.is_empty() {
            add(latest(id), format!("measure={id}"), Group::Ranking, Time::Latest);
        }
        if ALIKE.contains(&id.as_str()) && months.len() > 1 {
            add(format!("change-{id}"), format!("view=change&measure={id}"), Group::Change, Time::Live);
        }
    }
    let mut push = |id: String, query: String, group: Group| add(id, query, group, Time::Live);
    push("growth-wsp-nrw".into(), "view=growth".into(), Group::Growth);
    for code in PlaceCode::STATES {
        let slug = code.slug();
        push(format!("profile-{slug}"), format!("view=profile&focus={slug}"), Group::Profile);
        let [statewide, ..] = ALIKE;
        let query = format!("view=growth&measure={statewide}&focus={slug}&places={slug}");
        push(format!("growth-{slug}"), query, Group::Growth);
    }
    push("areas".into(), "view=areas".into(), Group::Area);
    for area in &data.areas {
        push(format!("area-{}", area.id), format!("view=areas&area={}", area.id), Group::Area);
    }
    cards
}

/// The month that most states have a figure of a measure in, the newest of several.
pub fn best_month(data: &Dataset, measure: &str) -> Option<Month> {
    let question = Question { measure: Some(measure.to_owned()), ..Question::default() };
    match answer(data, &question) {
        Answer::Ranking(Ranking { moment: Moment::Month(month), .. }) => Some(month),
        _ => None,
    }
}

/// The id of the card that shows what the start page shows: the preview of the start page.
pub fn newest_ranking(data: &Dataset) -> Option<String> {
    let measure = View::Ranking.default_measure(data);
    best_month(data, measure).map(|month| dated(measure, month))
}

/// A card in a language: its question, answer and words.
pub fn tell(card: &Card, data: &Dataset, lang: Lang) -> Content {
    Content::of(data, Question::parse(&card.query, data).0, lang, Reader::All)
}
