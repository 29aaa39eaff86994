//! Components: all HTML of the project. The browser takes over what the publisher has rendered from the same components;
//! what differs between app, card and embed is a property ([`Host`]), never an edit of the text.

mod actions;
mod appearance;
mod ask;
mod boxes;
mod chart;
mod chips;
mod controls;
mod counts;
mod figure;
mod header;
mod host;
mod item;
mod item_view;
mod keys;
mod link;
mod notes;
mod page;
mod select;
mod shapes;
mod table;
mod tip;
mod views;

#[cfg(not(target_arch = "wasm32"))]
pub mod site;

pub use appearance::Appearance;
pub use header::{Header, Links};
pub use host::Host;
pub use page::Page;
