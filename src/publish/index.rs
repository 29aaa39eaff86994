//! The index of cards: pictures, filtered by kind, state, count and service area.

use super::cards::{Card, Group, Time, tell};
use super::hash::Asset;
use super::pages::{PageFile, Pages, link};
use super::paths::{folder, named, page, up};
use crate::data::{Dataset, PlaceCode};
use crate::question::Lang;
use crate::ui::components::site::{Block, Filter, Section, Tile};
use crate::words::{Named, fixed, names, ui};

/// The name of a kind of cards in filters, and its heading.
fn kind(group: Group, lang: Lang) -> [&'static str; 2] {
    let words = fixed(lang);
    match group {
        Group::Ranking => ["ranking", words.group_ranking],
        Group::Change => ["change", words.group_change],
        Group::Growth => ["growth", words.group_growth],
        Group::Profile => ["profile", words.group_profile],
        Group::Area => ["area", words.group_area],
    }
}

/// The cards as pictures, in their order.
pub fn tiles(data: &Dataset, cards: &[Card], lang: Lang) -> Vec<Tile> {
    let tile = |card: &Card| {
        let told = tell(card, data, lang);
        let figures = told.answer.data();
        let has = |code: &PlaceCode| figures.iter().any(|row| row.place.code == *code && row.figure.is_some());
        let [kind, _] = kind(card.group, lang);
        Tile {
            id: card.id.clone(),
            places: PlaceCode::STATES.iter().filter(|code| has(code)).map(|code| code.slug()).collect(),
            measure: told.measure(),
            area: told.area(),
            title: told.words.headline.title,
            kind,
        }
    };
    // The newest month of a measure stands there once, under its date.
    cards.iter().filter(|card| card.time != Time::Latest).map(tile).collect()
}

/// What can be filtered: values that some card has, by their names.
fn filters(data: &Dataset, tiles: &[Tile], lang: Lang) -> Vec<Filter> {
    let (strings, words) = (ui(lang), fixed(lang));
    let all = || (String::new(), strings.quick_all.to_owned());
    let filter = |name, label, choices: Vec<(String, String)>| Filter {
        name,
        label,
        choices: std::iter::once(all()).chain(choices).collect(),
    };
    let kinds = Group::ALL.map(|group| kind(group, lang)).map(|[name, words]| (name.to_owned(), words.to_owned()));
    let mut states: Vec<(String, String)> =
        data.states().map(|place| (place.code.slug().to_owned(), place.name(lang).to_owned())).collect();
    states.sort_by(|a, b| a.1.cmp(&b.1));
    let measures = data.measures.iter().filter(|own| tiles.iter().any(|tile| tile.measure == own.id));
    let areas = data.areas.iter().filter(|own| tiles.iter().any(|tile| tile.area == own.id));
    vec![
        filter("kind", words.kind, kinds.to_vec()),
        filter("place", strings.state, states),
        filter(
            "measure",
            strings.growth_measure,
            measures.map(|own| (own.id.clone(), own.name(lang).to_owned())).collect(),
        ),
        filter("area", strings.area, areas.map(|own| (own.id.clone(), own.name(lang).to_owned())).collect()),
    ]
}

/// The index of cards; `script` is the search.
pub fn index(pages: Pages<'_>, data: &Dataset, tiles: &[Tile], script: &Asset, lang: Lang) -> PageFile {
    let words = fixed(lang);
    let section = |group: Group| {
        let [name, heading] = kind(group, lang);
        let own: Vec<Tile> = tiles.iter().filter(|tile| tile.kind == name).cloned().collect();
        let is_empty = own.is_empty();
        let blocks = vec![Block::Tiles(String::new(), own)];
        let section = Section { id: String::new(), heading: heading.to_owned(), blocks };
        (!is_empty).then_some(Block::Section(section))
    };
    let title = names(lang).cards;
    let targets = vec![link(words.targets_way, format!("../{}", super::targets::PATH))];
    let head = [
        Block::Title(title.to_owned()),
        Block::Lead(words.cards_lead.to_owned()),
        Block::Links(targets, ""),
        Block::Filters(filters(data, tiles, lang), [ui(lang).search, words.services_hits]),
    ];
    let mut page = page(lang, "cards/", title, words.cards_lead);
    page.script = Some(named(&up(&folder(lang, "cards/")), script));
    pages.file(&page, head.into_iter().chain(Group::ALL.into_iter().filter_map(section)).collect())
}
