//! Components that show an answer. The browser takes over what the publisher has rendered from the same components through
//! Leptos' `ssr`, so that the page that the browser gets is the page that it takes over.
//!
//! A page has one language, and its structure never changes: what follows the question is the content of a few parts, made
//! as text by `output/`. `ui/app` changes only those nodes of a part whose text differs.

mod figure;
#[cfg(not(target_arch = "wasm32"))]
mod frame;
#[cfg(not(target_arch = "wasm32"))]
mod html;
mod model;
mod page;

#[cfg(not(target_arch = "wasm32"))]
pub use html::page_html;
pub use model::{ATTRIBUTES, FIGURES, Model, PARTS, Part, Shown, Site, State};
pub use page::{Page, PageProps, announcement};
