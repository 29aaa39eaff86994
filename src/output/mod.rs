//! Scene or answer → files and markup: shapes, standalone SVG, table, the texts of a figure.

mod figure;
mod html;
mod shapes;
mod svg;

pub use figure::FigureText;
pub use html::{Choice, Group, address, escape, options, table};
pub use shapes::shapes;
pub use svg::{Theme, sources, svg};
