//! Under which licence data, pictures and texts may be used. The code has its own, the EUPL-1.2.

/// A licence that names the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Licence {
    /// Creative Commons Attribution 4.0, which data portals and editors know.
    #[default]
    CcBy4,
    /// Datenlizenz Deutschland – Namensnennung – Version 2.0, for public bodies.
    DlDeBy2,
}

impl Licence {
    /// All licences that an operator can choose.
    pub const ALL: [Self; 2] = [Self::CcBy4, Self::DlDeBy2];

    /// The name in `site.toml` and `datapackage.json`.
    pub fn name(self) -> &'static str {
        match self {
            Self::CcBy4 => "CC-BY-4.0",
            Self::DlDeBy2 => "dl-de/by-2-0",
        }
    }

    /// The licence with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|licence| licence.name() == name)
    }

    /// The name as readers know it.
    pub fn title(self) -> &'static str {
        match self {
            Self::CcBy4 => "CC BY 4.0",
            Self::DlDeBy2 => "dl-de/by-2-0",
        }
    }

    /// Where its text is.
    pub fn url(self) -> &'static str {
        match self {
            Self::CcBy4 => "https://creativecommons.org/licenses/by/4.0/",
            Self::DlDeBy2 => "https://www.govdata.de/dl-de/by-2-0",
        }
    }

    /// Its name in the catalogue of DCAT-AP.de.
    pub fn dcat(self) -> &'static str {
        match self {
            Self::CcBy4 => "http://dcat-ap.de/def/licenses/cc-by/4.0",
            Self::DlDeBy2 => "http://dcat-ap.de/def/licenses/dl-by-de/2.0",
        }
    }
}
