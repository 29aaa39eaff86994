//! What the reader asks, and its address: every part of a question is a key of the query.
//!
//! Reading never fails: a key is valid, invalid (the default holds, and a note says so) or missing. Unknown keys
//! are kept. Writing writes only what differs from the default.

use crate::data::{Dataset, Date, Measure, Month, Per, PlaceCode};
use std::sync::Arc;

/// Longest query that is read, in bytes.
const LONGEST: usize = 2_048;

/// The language of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// German.
    #[default]
    De,
    /// English.
    En,
}

/// The picture that answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum View {
    /// Bars by state.
    #[default]
    Ranking,
    /// Points over time.
    Growth,
}

/// Which figures of a measure answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Period {
    /// The most recent month with the best coverage.
    #[default]
    Best,
    /// One month.
    Month(Month),
    /// For each state its newest figure.
    Latest,
}

/// The order of the states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Sort {
    /// By value, the highest first.
    #[default]
    Value,
    /// By name.
    Name,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Theme {
    /// As the reader's system.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Values of a key with their spelling in addresses; the first one is the default.
macro_rules! spelled {
    ($type:ident: $($variant:ident = $name:literal),+) => {
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
    };
}
spelled!(Lang: De = "de", En = "en");
spelled!(View: Ranking = "ranking", Growth = "growth");
spelled!(Sort: Value = "value", Name = "name");
spelled!(Theme: Auto = "auto", Light = "light", Dark = "dark");

impl View {
    /// The measure that the view shows where none is asked for.
    pub fn default_measure(self) -> &'static str {
        match self {
            Self::Ranking => "ozg-land-statewide",
            Self::Growth => "wsp-services",
        }
    }

    /// Whether the view can show the measure: only counts of the same kind for all states are ranked, and a target
    /// is never shown without the count that it is for.
    pub fn can_show(self, measure: &Measure) -> bool {
        !measure.target && (self == Self::Growth || measure.per == Per::State)
    }
}

impl Period {
    /// The spelling in addresses; empty for the default.
    pub fn name(self) -> String {
        match self {
            Self::Best => String::new(),
            Self::Month(month) => month.to_string(),
            Self::Latest => "latest".to_owned(),
        }
    }

    /// The period with this spelling.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "latest" => Some(Self::Latest),
            _ => Month::parse(name).ok().map(Self::Month),
        }
    }
}

/// What the reader asks. Equal questions have equal answers over the same data.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Question {
    /// The picture.
    pub view: View,
    /// Id of the measure; none is the default of the view.
    pub measure: Option<String>,
    /// The reader's state; none is Nordrhein-Westfalen.
    pub focus: Option<PlaceCode>,
    /// Which figures.
    pub period: Period,
    /// The order of the states.
    pub sort: Sort,
    /// The data as known on that day; none is today.
    pub asof: Option<Date>,
    /// Language; none is that of the page.
    pub lang: Option<Lang>,
    /// Light or dark.
    pub theme: Theme,
    /// Keys of others, kept as they are.
    pub unknown: Vec<(String, String)>,
}

/// A key whose value could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invalid {
    /// The key as written in the address.
    pub key: String,
    /// Its value, at most forty characters.
    pub value: String,
}

impl Question {
    /// Reads a query (with or without the leading `?`), with the keys that could not be used.
    pub fn parse(query: &str, data: &Dataset) -> (Self, Vec<Invalid>) {
        let mut question = Self::default();
        let mut invalid = Vec::new();
        let query = query.strip_prefix('?').unwrap_or(query);
        if query.len() > LONGEST {
            invalid.push(Invalid { key: "?".to_owned(), value: format!("{} bytes", query.len()) });
            return (question, invalid);
        }
        for (key, value) in form_urlencoded::parse(query.as_bytes()) {
            if !question.take(&key, &value, data) {
                invalid.push(Invalid { key: key.into_owned(), value: value.chars().take(40).collect() });
            }
        }
        (question, invalid)
    }

    /// Takes one key; false where its value cannot be used. Spellings of Our World in Data are understood.
    fn take(&mut self, key: &str, value: &str, data: &Dataset) -> bool {
        fn set<T>(slot: &mut T, found: Option<T>) -> bool {
            found.map(|found| *slot = found).is_some()
        }
        match key {
            "view" | "tab" => set(&mut self.view, View::from_name(if value == "line" { "growth" } else { value })),
            "measure" => set(&mut self.measure, data.measure(value).map(|measure| Some(measure.id.clone()))),
            "focus" | "country" => set(&mut self.focus, PlaceCode::parse_state(value).map(Some)),
            "period" | "time" => set(&mut self.period, Period::from_name(value)),
            "sort" => set(&mut self.sort, Sort::from_name(value)),
            "asof" => set(&mut self.asof, Date::parse(value).ok().map(Some)),
            "lang" => set(&mut self.lang, Lang::from_name(value).map(Some)),
            "theme" => set(&mut self.theme, Theme::from_name(value)),
            _ => {
                self.unknown.push((key.to_owned(), value.to_owned()));
                true
            }
        }
    }

    /// The query of the question without a leading `?`; empty where all is as by default on a page in `page`.
    pub fn to_query(&self, page: Lang) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let mut write = |key: &str, value: &str, default: &str| {
            if value != default {
                query.append_pair(key, value);
            }
        };
        write("view", self.view.name(), View::default().name());
        write("measure", self.measure.as_deref().unwrap_or_default(), "");
        write("focus", &self.focus.map(PlaceCode::slug).unwrap_or_default(), "");
        write("period", &self.period.name(), "");
        write("sort", self.sort.name(), Sort::default().name());
        write("asof", &self.asof.map(|day| day.to_string()).unwrap_or_default(), "");
        write("lang", self.lang.unwrap_or(page).name(), page.name());
        write("theme", self.theme.name(), Theme::default().name());
        query.extend_pairs(&self.unknown);
        query.finish()
    }

    /// The state in focus: the reader's, or Nordrhein-Westfalen.
    pub fn focus(&self) -> PlaceCode {
        self.focus.unwrap_or(PlaceCode::Nw)
    }

    /// The measure that is asked for, where the data has it.
    pub fn measure<'a>(&self, data: &'a Dataset) -> Option<&'a Arc<Measure>> {
        data.measure(self.measure.as_deref().unwrap_or(self.view.default_measure()))
    }

    /// The same question in another view. What the other view cannot show falls back to its default.
    pub fn in_view(&self, view: View, data: &Dataset) -> Self {
        let kept = self.measure.as_deref().and_then(|id| data.measure(id)).filter(|measure| view.can_show(measure));
        Self { view, measure: kept.map(|measure| measure.id.clone()), ..self.clone() }.tidy()
    }

    /// The same question about another measure, in the period that this measure covers best.
    pub fn about(&self, measure: &str) -> Self {
        Self { measure: Some(measure.to_owned()), period: Period::Best, ..self.clone() }.tidy()
    }

    /// The question after a control with the name `key` was set to `value`; a value that it cannot have changes nothing.
    pub fn change(&self, key: &str, value: &str, data: &Dataset) -> Self {
        let mut next = match (key, View::from_name(value)) {
            ("view", Some(view)) => return self.in_view(view, data),
            ("measure", _) => return self.about(value),
            _ => self.clone(),
        };
        next.take(key, value, data);
        next.tidy()
    }

    /// Writes defaults as "nothing asked", so that equal questions have one address.
    pub fn tidy(mut self) -> Self {
        self.measure = self.measure.filter(|id| id != self.view.default_measure());
        self.focus = self.focus.filter(|code| *code != PlaceCode::Nw);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Unit;
    use proptest::prelude::*;

    fn data() -> Dataset {
        let measure = |id: &str, per, target| {
            Arc::new(Measure {
                id: id.to_owned(),
                family: String::new(),
                unit: Unit::Count,
                name_de: String::new(),
                name_en: String::new(),
                short_de: String::new(),
                short_en: String::new(),
                definition_de: String::new(),
                definition_en: String::new(),
                denominator: String::new(),
                per,
                target,
            })
        };
        let measures = vec![
            measure("ozg-land-statewide", Per::State, false),
            measure("ozg-land-any", Per::State, false),
            measure("wsp-services", Per::Portal, false),
        ];
        Dataset { measures, ..Dataset::default() }
    }

    #[test]
    fn reads_keys_in_every_spelling() {
        let (question, invalid) =
            Question::parse("?tab=line&measure=ozg-land-any&country=DE-BY&time=2024-01&utm=x", &data());
        assert_eq!(invalid, []);
        assert_eq!((question.view, question.focus()), (View::Growth, PlaceCode::By));
        assert_eq!(question.period, Period::Month(Month::parse("2024-01").unwrap()));
        assert_eq!(question.to_query(Lang::De), "view=growth&measure=ozg-land-any&focus=by&period=2024-01&utm=x");
    }

    #[test]
    fn invalid_keys_fall_back_and_are_named() {
        let (question, invalid) = Question::parse("measure=nonsense&period=2024-13&focus=xx&view=3d&asof=%FF", &data());
        assert_eq!(question, Question::default());
        let keys: Vec<_> = invalid.iter().map(|i| i.key.as_str()).collect();
        assert_eq!(keys, ["measure", "period", "focus", "view", "asof"]);
        assert_eq!(Question::parse(&"x".repeat(3_000), &data()).1.len(), 1);
    }

    #[test]
    fn another_view_keeps_what_it_can_show() {
        let any = Question { measure: Some("ozg-land-any".into()), focus: Some(PlaceCode::By), ..Question::default() };
        assert_eq!(any.in_view(View::Growth, &data()).measure.as_deref(), Some("ozg-land-any"));
        let portal = Question { view: View::Growth, measure: Some("wsp-services".into()), ..any };
        let ranking = portal.in_view(View::Ranking, &data());
        assert_eq!((ranking.measure, ranking.focus), (None, Some(PlaceCode::By)));
    }

    prop_compose! {
        fn any_question()(
            view in 0usize..2, measure in 0usize..3, focus in proptest::option::of(0usize..16), period in 0i32..120,
            sort in 0usize..2, asof in proptest::option::of(10_000i32..30_000), lang in proptest::option::of(0usize..2),
            theme in 0usize..3, unknown in proptest::collection::vec(("u[a-z]{1,5}", ".{0,8}"), 0..3),
        ) -> Question {
            Question {
                view: View::ALL[view],
                measure: data().measures.get(measure).map(|m| m.id.clone()),
                focus: focus.map(|index| PlaceCode::STATES[index]),
                period: match period {
                    0 => Period::Best,
                    1 => Period::Latest,
                    other => Period::Month(Month::new(2018, 1).unwrap().plus(other)),
                },
                sort: Sort::ALL[sort],
                asof: asof.and_then(Date::from_days),
                lang: lang.map(|index| Lang::ALL[index]),
                theme: Theme::ALL[theme],
                unknown,
            }
        }
    }

    proptest! {
        #[test]
        fn a_question_survives_its_address(question in any_question()) {
            let (read, invalid) = Question::parse(&question.to_query(Lang::De), &data());
            prop_assert_eq!(invalid, vec![]);
            let lang = question.lang.filter(|lang| *lang != Lang::De);
            prop_assert_eq!(read, Question { lang, ..question });
        }

        #[test]
        fn any_address_is_a_question(query in ".*") {
            let (question, _) = Question::parse(&query, &data());
            let (again, _) = Question::parse(&question.to_query(Lang::De), &data());
            prop_assert_eq!(Question { lang: None, ..again }, Question { lang: None, ..question });
        }
    }
}
