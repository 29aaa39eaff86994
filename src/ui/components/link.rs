//! Links to sources.

use super::host::Host;
use super::item::Item;
use crate::words::Linked;

/// An element with a text, linked where there is an address.
pub fn linked(inside: Item, linked: Linked, host: &Host) -> Item {
    let hidden = (!linked.hidden.is_empty()).then(|| Item::new("span").class("visually-hidden").text(linked.hidden));
    match (linked.href.as_str(), linked.lang) {
        ("", None) => return inside.text(linked.text).children(hidden),
        ("", lang) => return inside.child(Item::new("span").maybe("lang", lang).text(linked.text)),
        _ => {}
    }
    let link = Item::new("a").class("kern-link").attr("href", linked.href);
    let link = link.maybe("target", host.target()).attr("rel", "noopener noreferrer").maybe("lang", linked.lang);
    inside.child(link.text(linked.text).children(hidden))
}
