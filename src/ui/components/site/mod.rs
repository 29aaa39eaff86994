//! The pages around figures, only rendered by the publisher: frames of static pages, cards, embeds, start pages.

mod block;
mod card;
mod embed;
mod gallery;
mod not_found;
mod render;
mod services;
mod share;
mod shell;
mod start;

pub use block::{Block, Fact, Section, prose};
pub use card::{CardPage, card, frame_script, iframe, picture};
pub use embed::{EmbedPage, EmbedParts, embed};
pub use gallery::{Filter, Tile};
pub use not_found::not_found;
pub use render::{live_html, static_html};
pub use services::{ServiceLine, ServiceList, services};
pub use share::{SharePage, share_page};
pub use shell::{Named, Preview, Shell, StaticPage};
pub use start::{StartHead, embed_body, preload, start_body, start_head};
