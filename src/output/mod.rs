//! Scene or answer → files and markup: shapes, standalone SVG, table, the texts of a figure.

mod choices;
mod controls;
mod figure;
mod html;
mod key;
mod links;
mod records;
mod shapes;
mod svg;
mod table;

pub use controls::Controls;
pub use figure::{FigureIds, FigureText, drawings};
pub use html::{Choice, Group, citation, options};
pub use links::{address, other_language, view_link};
pub use records::{Dialect, Provenance, csv, json};
pub use shapes::{escape, shapes};
pub use svg::{Theme, svg};
#[cfg(not(target_arch = "wasm32"))]
pub use svg::{key_line, scene_shapes, source_line};
pub use table::{Order, column_head, table, tip};
