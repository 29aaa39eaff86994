//! Cards as pictures: the index, which `search.js` filters, and the cards about one state.

use crate::ui::components::item::Item;
use crate::ui::components::select::framed;
use crate::ui::state::{Choice, Group};

/// A card as a small picture that leads to it.
#[derive(Debug, Clone)]
pub struct Tile {
    /// Its id.
    pub id: String,
    /// Its finding.
    pub title: String,
    /// The name of its kind in filters.
    pub kind: &'static str,
    /// The states of which it has figures: `nw by`.
    pub places: Vec<String>,
    /// The id of its measure; empty where there are several.
    pub measure: String,
    /// The id of its service area, or `all`.
    pub area: String,
}

/// A filter of the index: the name of what it compares, its label, what it offers.
#[derive(Debug, Clone)]
pub struct Filter {
    /// The attribute that it compares.
    pub name: &'static str,
    /// Its label.
    pub label: &'static str,
    /// Values and words; the first one is all.
    pub choices: Vec<(String, String)>,
}

/// The pictures; `way` leads to the folder of the cards.
pub fn tiles(way: &str, tiles: Vec<Tile>) -> Item {
    let tile = |tile: Tile| {
        let Tile { id, title, kind, places, measure, area } = tile;
        // The title says what the picture shows. Its box has its place before it is there.
        let picture = Item::new("img").attr("src", format!("{way}{id}.svg")).attr("alt", "").attr("loading", "lazy");
        let picture = picture.attr("width", "300").attr("height", "200");
        let link = Item::new("a").attr("href", format!("{way}{id}/")).child(picture);
        let item = Item::new("li").class("tile").attr("data-kind", kind).attr("data-place", places.join(" "));
        let item = item.attr("data-measure", measure).attr("data-area", area);
        item.child(link.child(Item::new("span").text(title)))
    };
    Item::new("ul").class("tiles").children(tiles.into_iter().map(tile))
}

/// The filters, which come with the script, and a search field; `hits` is said of what is left.
pub fn filters(filters: Vec<Filter>, search: &'static str, hits: &'static str) -> Item {
    let field = |id: String, label: &'static str, field: Item| {
        let label = Item::new("label").class("kern-label").attr("for", id).text(label);
        Item::new("div").class("kern-form-input").child(label).child(field)
    };
    let select = |filter: Filter| {
        let choice = |(value, words)| Choice { value, words, is_chosen: false };
        let group = Group { heading: "", choices: filter.choices.into_iter().map(choice).collect() };
        let id = format!("filter-{}", filter.name);
        field(id.clone(), filter.label, framed(id, filter.name, &[group]))
    };
    let input = Item::new("input").class("search").attr("type", "search").attr("id", "filter-search");
    let searched = field("filter-search".to_owned(), search, input.attr("name", "search").attr("autocomplete", "off"));
    let all = Item::new("div").class("selects").attr("id", "filters").attr("hidden", "");
    let all = all.children(filters.into_iter().map(select)).child(searched);
    all.child(Item::new("p").attr("role", "status").attr("id", "hits").attr("data-hits", hits))
}
