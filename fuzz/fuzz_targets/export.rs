//! Any bytes as an export: every row is counted, left out or uncounted, and nothing panics.
#![no_main]

use libfuzzer_sys::fuzz_target;
use ozg_state_comparison::data::{Date, PlaceCode};
use ozg_state_comparison::import::{Catalogue, Context, Findings, Tally, read_bytes};

fuzz_target!(|data: &[u8]| {
    let Ok(date) = Date::parse("2026-09-30") else { return };
    let states: Vec<String> = PlaceCode::STATES.iter().map(|code| code.iso().to_owned()).collect();
    let (catalogue, _) = Catalogue::parse("catalogue.csv", data, &[]);
    let context = Context { catalogue: &catalogue, states: &states, date, done: Default::default() };
    let (mut tally, mut findings) = (Tally::default(), Findings::default());
    read_bytes("export.csv", data, &context, &mut tally, &mut findings);
    assert_eq!(tally.rows, tally.counted + tally.uncounted.values().sum::<u64>());
    assert!(tally.left_out == 0 || findings.total() > 0);
    let counts = tally.counts(14);
    for state in 0..16 {
        assert!(counts.get(None, state, 0) <= counts.get(None, state, 1));
        assert!(counts.get(None, state, 2) <= counts.get(None, state, 3));
    }
});
