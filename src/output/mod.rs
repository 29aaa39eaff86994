//! Scene or answer → files and markup: shapes, standalone SVG, table, the texts of a figure.

mod figure;
mod html;
mod links;
mod records;
mod shapes;
mod svg;

pub use figure::FigureText;
pub use html::{Choice, Group, citation, options, table, take};
pub use links::{address, other_language, view_link};
pub use records::{Dialect, Provenance, csv, json};
pub use shapes::{escape, shapes};
pub use svg::{Theme, sources, svg};
