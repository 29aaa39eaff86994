//! What a reader sees and does. The only room with leptos in it.

#[cfg(target_arch = "wasm32")]
pub mod app;
pub mod view;
