//! The ground on which a file is drawn.

use crate::chart::Token;

/// The ground of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Light.
    Light,
    /// Dark; readers take along light pictures only.
    #[cfg(not(target_arch = "wasm32"))]
    Dark,
}

impl Theme {
    pub(super) fn color(self, token: Token) -> &'static str {
        match self {
            Self::Light => token.light(),
            #[cfg(not(target_arch = "wasm32"))]
            Self::Dark => token.dark(),
        }
    }
}
