//! What was published: values, dates, places, measures, the data package and its checks.
//!
//! Knows nothing of the question, the screen or files: packages and releases come in as bytes.

#[cfg(not(target_arch = "wasm32"))]
pub mod check;
#[cfg(not(target_arch = "wasm32"))]
mod columns;
mod dataset;
mod date;
#[cfg(not(target_arch = "wasm32"))]
pub mod diff;
mod licence;
mod link;
mod observation;
mod order;
#[cfg(not(target_arch = "wasm32"))]
pub mod package;
mod place;
mod release;
mod tables;
mod together;
mod value;

pub use dataset::{Dataset, Known};
pub use date::{Date, DateError, DateSpan, Month};
pub use licence::Licence;
pub use link::Link;
pub use observation::{Observation, Reason};
pub use order::sort_by;
pub use place::{PlaceCode, PlaceKind};
pub use release::{Release, ReleaseError, SCHEMA};
pub use tables::{Area, Break, Event, Measure, OWN_COUNTS, PartialDate, Per, Place, Source, SourceKind, Target};
pub use value::{Amount, AmountError, Interval, Qualifier, Unit, Value, ValueError};
