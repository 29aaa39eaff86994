//! Scene or answer → files and markup: standalone SVG, table, the texts of a figure.

mod figure;
mod html;
mod svg;

pub use figure::FigureText;
pub use html::{address, escape, table};
pub use svg::{Theme, sources, svg};
