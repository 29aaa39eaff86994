//! The 16 states and Germany as codes (ISO 3166-2).

/// A state, or Germany as a whole. A code that exists is valid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // the variants are the ISO codes
pub enum PlaceCode {
    De,
    Sh,
    Hh,
    Ni,
    Hb,
    Nw,
    He,
    Rp,
    Bw,
    By,
    Sl,
    Be,
    Bb,
    Mv,
    Sn,
    St,
    Th,
}

/// What kind of place a code names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PlaceKind {
    /// An area state (Flächenland).
    State,
    /// A city state (Stadtstaat): Berlin, Bremen, Hamburg.
    CityState,
    /// Germany.
    Country,
}

impl PlaceKind {
    /// The name in the data package.
    pub fn name(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::CityState => "city_state",
            Self::Country => "country",
        }
    }

    /// The kind with this name in the data package.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::State, Self::CityState, Self::Country].into_iter().find(|kind| kind.name() == name)
    }
}

impl PlaceCode {
    /// The sixteen states in the order of their official keys (01 to 16).
    pub const STATES: [Self; 16] = [
        Self::Sh,
        Self::Hh,
        Self::Ni,
        Self::Hb,
        Self::Nw,
        Self::He,
        Self::Rp,
        Self::Bw,
        Self::By,
        Self::Sl,
        Self::Be,
        Self::Bb,
        Self::Mv,
        Self::Sn,
        Self::St,
        Self::Th,
    ];

    /// The ISO 3166-2 code: `DE-NW`; Germany is `DE`.
    pub fn iso(self) -> &'static str {
        match self {
            Self::De => "DE",
            Self::Sh => "DE-SH",
            Self::Hh => "DE-HH",
            Self::Ni => "DE-NI",
            Self::Hb => "DE-HB",
            Self::Nw => "DE-NW",
            Self::He => "DE-HE",
            Self::Rp => "DE-RP",
            Self::Bw => "DE-BW",
            Self::By => "DE-BY",
            Self::Sl => "DE-SL",
            Self::Be => "DE-BE",
            Self::Bb => "DE-BB",
            Self::Mv => "DE-MV",
            Self::Sn => "DE-SN",
            Self::St => "DE-ST",
            Self::Th => "DE-TH",
        }
    }

    /// The code in addresses: `nw`; Germany is `de`.
    pub fn slug(self) -> String {
        self.iso().rsplit('-').next().unwrap_or_default().to_ascii_lowercase()
    }

    /// The two digits of the official key: `05`; Germany is `00`.
    pub fn key(self) -> String {
        let position = Self::STATES.iter().position(|state| *state == self);
        format!("{:02}", position.map_or(0, |index| index + 1))
    }

    /// Reads the ISO code exactly.
    pub fn from_iso(text: &str) -> Option<Self> {
        Self::STATES.into_iter().chain([Self::De]).find(|code| code.iso() == text)
    }

    /// Reads a state as people write it in addresses: `nw`, `NW`, `DE-NW`, `05`.
    pub fn parse_state(text: &str) -> Option<Self> {
        Self::STATES.into_iter().find(|code| {
            text.eq_ignore_ascii_case(code.iso()) || text.eq_ignore_ascii_case(&code.slug()) || text == code.key()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_read_in_every_spelling() {
        for text in ["nw", "NW", "DE-NW", "de-nw", "05"] {
            assert_eq!(PlaceCode::parse_state(text), Some(PlaceCode::Nw), "{text}");
        }
        for text in ["", "de", "DE", "00", "17", "5", "xx", "DE-XX", "nordrhein"] {
            assert_eq!(PlaceCode::parse_state(text), None, "{text}");
        }
    }

    #[test]
    fn sixteen_states_with_keys_01_to_16() {
        let keys: Vec<String> = PlaceCode::STATES.iter().map(|s| s.key()).collect();
        assert_eq!(keys.first().map(String::as_str), Some("01"));
        assert_eq!(keys.last().map(String::as_str), Some("16"));
        assert_eq!(PlaceCode::from_iso("DE-TH"), Some(PlaceCode::Th));
        assert_eq!(PlaceCode::from_iso("de-th"), None);
    }
}
