//! Compares the 16 German states by the services they offer online under the Online Access Act
//! (Onlinezugangsgesetz, OZG).
//!
//! Data flows one way, top to bottom; a room imports only rooms above it (see `ARCHITECTURE.md`):
//! [`data`] → [`question`] → [`answer`] → [`words`] → [`chart`] → [`output`] → [`ui`] → `publish`.

pub mod answer;
pub mod chart;
pub mod data;
#[cfg(not(target_arch = "wasm32"))]
pub mod import;
pub mod output;
#[cfg(all(feature = "site", not(target_arch = "wasm32")))]
pub mod publish;
pub mod question;
#[cfg(feature = "site")]
pub mod ui;
pub mod words;
