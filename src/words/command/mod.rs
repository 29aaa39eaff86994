//! What the operator's command says: faults, imports, histories. Apart from what pages say, and never loaded by readers.

mod acceptance;
mod both;
pub mod fault;
pub mod history;
pub mod import;
mod problem;
mod remedy;

pub use acceptance::acceptance;
