//! `ozg diff`.

use crate::args::DiffArgs;
use crate::tell::{Done, Failure, Tell};
use crate::values::day;
use ozg_state_comparison::data::diff::Diff;
use ozg_state_comparison::data::{Dataset, Date, Observation};
use ozg_state_comparison::publish::read_release_package;
use ozg_state_comparison::words::command::history;
use serde_json::{Value, json};
use std::path::Path;
use std::process::ExitCode;

/// One side of a comparison.
fn side(text: &str, package: &Path, tell: &Tell) -> Result<(Dataset, Option<Date>), Failure> {
    let wrong = |error: ozg_state_comparison::publish::PublishError| tell.wrong(&error);
    let is_day = text.starts_with(|c: char| c.is_ascii_digit()) && !Path::new(text).exists();
    if is_day && let Err([de, en]) = day(text) {
        return Err(tell.misuse(format!("„{text}“: {de}"), format!("“{text}”: {en}")));
    }
    match Date::parse(text) {
        Ok(day) => Ok((read_release_package(package).map_err(wrong)?.1, Some(day))),
        Err(_) => Ok((read_release_package(Path::new(text)).map_err(wrong)?.1, None)),
    }
}

fn figure(o: &Observation) -> Value {
    json!({
        "measure": o.measure.id,
        "place": o.place.code.iso(),
        "area": o.area.as_ref().map_or("all", |area| &area.id),
        "from": o.span.from().to_string(),
        "to": o.span.to().to_string(),
        "value": o.measure.unit.write(o.value.amount()),
        "qualifier": o.value.qualifier().name(),
        "source": o.source.id,
        "recorded": o.recorded.to_string(),
    })
}

/// Says what changed. Whether anything changed is no fault: the exit code is 0.
pub fn diff(args: &DiffArgs, tell: &Tell) -> Done {
    let (old, old_day) = side(&args.a, &args.package, tell)?;
    let (new, new_day) = side(&args.b, &args.package, tell)?;
    let found = Diff::between(old.known(old_day), new.known(new_day));
    // Of a day before the first one nobody knows what was known.
    let first = |data: &Dataset, day: Option<Date>| {
        let first = data.observations.iter().map(|o| o.recorded).min();
        first.filter(|first| day.is_some_and(|day| day < *first))
    };
    let before = first(&old, old_day).or_else(|| first(&new, new_day));
    if tell.json {
        let corrected: Vec<Value> = (found.corrected.iter())
            .map(|c| json!({ "old": figure(&c.old), "new": figure(&c.new), "reason": c.reason.map(|reason| reason.name()) }))
            .collect();
        let withdrawn: Vec<Value> = (found.withdrawn.iter())
            .map(|(o, why)| json!({ "figure": figure(o), "reason": why.map(|reason| reason.name()) }))
            .collect();
        let added: Vec<Value> = found.added.iter().map(|o| figure(o)).collect();
        out!(
            "{:#}",
            json!({
                "added": added, "corrected": corrected, "withdrawn": withdrawn,
                "recorded_since": before.map(|day| day.to_string()),
            })
        );
    } else {
        if let Some(day) = before {
            let de = format!("Erfasst wird seit {day}: davor ist das Paket leer.");
            out!("{}", tell.pick(&de, &format!("Figures are recorded since {day}: before that the package is empty.")));
        }
        put!("{}", history::text(&found, tell.lang));
    }
    Ok(ExitCode::SUCCESS)
}
