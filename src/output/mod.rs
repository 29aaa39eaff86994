//! Answer → what leaves the page as a file: standalone SVG, CSV, JSON, citations. No HTML.

#[cfg(not(target_arch = "wasm32"))]
mod cite;
mod records;
mod shapes;
mod svg;
mod theme;

#[cfg(not(target_arch = "wasm32"))]
pub use cite::Citation;
#[cfg(not(target_arch = "wasm32"))]
pub use records::csv_columns;
pub use records::{Dialect, Provenance, csv, json};
pub use shapes::escape;
pub use svg::{Drawing, svg};
#[cfg(not(target_arch = "wasm32"))]
pub use svg::{legend_line, plain_shapes};
pub use theme::Theme;
