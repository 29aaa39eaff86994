//! Several service areas counted as one.

use super::{Amount, Area, Dataset, Known, Link, Measure, Observation, Qualifier, Value};
use std::sync::Arc;

/// The catalogue of bundles: what it counts lies in one service area each.
const BUNDLES: &str = "ozg-catalogue-size";

impl Measure {
    /// Whether its figures of several service areas can be added up: it counts bundles of the catalogue, of which each lies in
    /// one area (an import refuses a catalogue where one lies in two). A single service (LeiKa) may lie in two of them, and
    /// would be counted twice.
    pub fn adds_up(&self) -> bool {
        self.id == BUNDLES || self.denominator == BUNDLES
    }
}

impl Area {
    /// Several service areas as one: `bildung~umwelt`, "Bildung + Umwelt".
    fn of(parts: &[Link<Self>]) -> Self {
        let joined =
            |name: fn(&Self) -> &str, sign: &str| parts.iter().map(|part| name(part)).collect::<Vec<_>>().join(sign);
        Self {
            id: joined(|part| &part.id, "~"),
            name_de: joined(|part| &part.name_de, " + "),
            name_en: joined(|part| &part.name_en, " + "),
            parts: parts.len(),
        }
    }
}

impl Known<'_> {
    /// The data with one service area more, which is several of them together, and the id of it. Its figures are those that one
    /// source gives for one place and date in each of the areas, added up; where one of them is missing, so is the sum.
    pub fn together(self, parts: &[Link<Area>]) -> (Dataset, String) {
        let area: Link<Area> = Arc::new(Area::of(parts));
        let mut data = Dataset::clone(&self);
        for measure in self.measures.iter().filter(|measure| measure.adds_up()) {
            data.add(measure, &area, self.sums(measure, parts, &area));
        }
        let id = area.id.clone();
        data.areas.push(area);
        (data, id)
    }

    fn sums(self, measure: &Measure, parts: &[Link<Area>], area: &Link<Area>) -> Vec<Observation> {
        let Some((first, others)) = parts.split_first() else { return Vec::new() };
        let mut sums: Vec<Observation> = self.figures_in(measure, Some(first)).map(|o| Observation::clone(o)).collect();
        for part in others {
            let figures: Vec<&Link<Observation>> = self.figures_in(measure, Some(part)).collect();
            let mut from = 0;
            sums = sums
                .into_iter()
                .filter_map(|sum| {
                    // The package is sorted in the same way in each area: the next one is mostly near the last.
                    let near = (from..figures.len())
                        .chain(0..from)
                        .find(|at| figures.get(*at).is_some_and(|o| o.is_beside(&sum)))?;
                    from = near;
                    figures.get(near).and_then(|o| sum.plus(o))
                })
                .collect();
        }
        sums.into_iter().map(|sum| Observation { area: Some(area.clone()), ..sum }).collect()
    }
}

impl Observation {
    /// Whether one source gives both for one place and date.
    fn is_beside(&self, other: &Self) -> bool {
        self.place.code == other.place.code && self.span == other.span && self.source.id == other.source.id
    }

    /// The sum with the figure of another service area, since the later of the days on which they were recorded. A remark is
    /// about one area; it stays where both have the same. `None` beyond the largest amount.
    fn plus(self, other: &Self) -> Option<Self> {
        let [own, added] = [self.value, other.value].map(Value::interval);
        let sum = |a: u32, b: u32| Amount::new(a.checked_add(b)?).ok();
        let low = sum(own.low(), added.low())?;
        let high = own.high().zip(added.high()).map(|(a, b)| sum(a, b));
        let value = match high {
            None => Value::new(low, None, Qualifier::AtLeast),
            Some(high) if high == Some(low) => Value::new(low, None, Qualifier::Exact),
            Some(high) => Value::new(low, Some(high?), Qualifier::Between),
        };
        let is_remarked = (&self.note_de, &self.note_en) == (&other.note_de, &other.note_en);
        let (note_de, note_en) = if is_remarked { (self.note_de, self.note_en) } else { ("".into(), "".into()) };
        let recorded = self.recorded.max(other.recorded);
        Some(Self { value: value.ok()?, recorded, superseded: None, note_de, note_en, ..self })
    }
}
