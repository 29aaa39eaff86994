//! The choices that a question is made of, with their spelling in addresses.

use crate::data::{Dataset, Known, Measure, Per, PlaceCode};

/// Values of a key with their spelling in addresses; the first one is the default.
macro_rules! choices {
    ($($(#[$doc:meta])* $type:ident { $($(#[$about:meta])* $variant:ident = $name:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
        pub enum $type {
            #[default]
            $($(#[$about])* $variant),+
        }

        impl $type {
            /// All values, the default first.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The spelling in addresses.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// The value with this spelling.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)+ _ => None }
            }
        }
    )+};
}

choices! {
    /// The language of the page.
    Lang {
        /// German.
        De = "de",
        /// English.
        En = "en",
    }
    /// The picture that answers.
    View {
        /// Bars by state.
        Ranking = "ranking",
        /// Tiles in the places of the states.
        Map = "map",
        /// From the count in the whole state to the count in at least one municipality.
        Range = "range",
        /// From one month to another.
        Change = "change",
        /// Points over time.
        Growth = "growth",
        /// Service areas.
        Areas = "areas",
        /// Everything about one state.
        Profile = "profile",
    }
    /// What an amount is shown as.
    Quantity {
        /// The count itself.
        Count = "count",
        /// Its share of the catalogue of its date.
        Share = "share",
    }
    /// The scale over time.
    Scale {
        /// Amounts.
        Count = "count",
        /// The first figure of each line is 100.
        Index = "index",
    }
    /// The states among which ranks are given.
    Group {
        /// All sixteen.
        All = "all",
        /// The thirteen area states.
        Area = "area",
        /// Berlin, Bremen and Hamburg.
        City = "city",
    }
    /// The order of the states.
    Sort {
        /// By value, the highest first.
        Value = "value",
        /// By name.
        Name = "name",
    }
    /// What stands side by side.
    Facet {
        /// Nothing: one picture.
        One = "none",
        /// The three counts that look alike, each on its own axis.
        Measure = "measure",
    }
    /// Light or dark.
    Theme {
        /// As the reader's system.
        Auto = "auto",
        /// Light.
        Light = "light",
        /// Dark.
        Dark = "dark",
    }
}

/// The two counts whose difference is what only some municipalities offer: the second includes the first.
pub const RANGE: [&str; 2] = ["ozg-land-statewide", "ozg-land-any"];

/// The services of the portal that the project is about.
const PORTAL: &str = "wsp-services";

/// The counts that look alike and stand side by side, each on its own axis.
pub const ALIKE: [&str; 3] = ["ozg-land-statewide", "ozg-land-any", "leika-land-statewide"];

impl Lang {
    /// The language in which this program speaks. In the browser each page loads a module for its own language alone, so
    /// that no reader loads the words of the other one; natively it is the language asked for.
    #[inline(always)]
    pub const fn spoken(self) -> Self {
        match (cfg!(target_arch = "wasm32"), cfg!(feature = "english")) {
            (false, _) => self,
            (true, false) => Self::De,
            (true, true) => Self::En,
        }
    }

    /// The other language.
    pub const fn other(self) -> Self {
        match self {
            Self::De => Self::En,
            Self::En => Self::De,
        }
    }
}

impl View {
    /// The measure that the view shows where none is asked for: the portal over time, where the data have it, and states by
    /// service area, where somebody has counted them.
    pub fn default_measure(self, data: &Dataset) -> &'static str {
        match self {
            Self::Growth if data.measure(PORTAL).is_some() => PORTAL,
            Self::Areas if !data.observations.iter().any(|o| o.area.is_some() && o.place.code != PlaceCode::De) => {
                "ozg-catalogue-size-kdn"
            }
            _ => ALIKE[0],
        }
    }

    /// The measure that needs no key in an address, whatever the data.
    pub(super) fn unwritten_measure(self) -> Option<&'static str> {
        match self {
            Self::Growth => Some(PORTAL),
            Self::Areas => None,
            _ => Some(ALIKE[0]),
        }
    }

    /// Whether the view can show the measure: only counts of the same kind for all states are ranked, a target is never
    /// shown without the count that it is for, and only a part and its whole share the range.
    pub fn can_show(self, measure: &Measure, data: Known<'_>) -> bool {
        let fits = match self {
            Self::Ranking | Self::Map | Self::Change => measure.per == Per::State,
            Self::Range => RANGE.contains(&measure.id.as_str()),
            Self::Areas => !data.areas_of(measure).is_empty(),
            Self::Growth | Self::Profile => true,
        };
        fits && !measure.target
    }

    /// Whether the view shows states beside each other, so that a selection of states means something.
    pub fn has_places(self) -> bool {
        !matches!(self, Self::Profile)
    }
}
