//! Answer → what leaves the page as a file: standalone SVG, CSV, JSON. No HTML.

mod records;
mod shapes;
mod svg;
mod theme;

pub use records::{Dialect, Provenance, csv, json};
pub use shapes::escape;
pub use svg::{Drawing, svg};
#[cfg(not(target_arch = "wasm32"))]
pub use svg::{legend_line, scene_shapes};
pub use theme::Theme;
