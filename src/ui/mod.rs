//! What a reader sees and does. The only room with leptos in it.

#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod components;
pub mod state;
