//! A text in German and English at once.

use crate::question::Lang;

/// A text in both languages.
pub(super) struct Both(pub String, pub String);

impl Both {
    pub(super) fn pick(self, lang: Lang) -> String {
        match lang {
            Lang::De => self.0,
            Lang::En => self.1,
        }
    }
}

/// Both texts from format strings that capture names.
macro_rules! both {
    ($de:literal, $en:literal) => {
        $crate::words::command::both::Both(format!($de), format!($en))
    };
}

pub(super) use both;
