//! `ozg import` and `ozg sample`.

use crate::args::{ImportArgs, SampleArgs};
use crate::check::as_json;
use crate::tell::{Done, Failure, Follow, Tell};
use ozg_state_comparison::import::{self, List, Options, Outcome, sample as invented};
use ozg_state_comparison::publish::{read_release_package, today};
use ozg_state_comparison::words::command::import::{self as report, Ending};
use ozg_state_comparison::words::{self};
use serde_json::json;
use std::fs::{self, File};
use std::io::BufWriter;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

/// Imports an export.
pub fn import_pvog(args: &ImportArgs, tell: &Tell) -> Done {
    let options = Options {
        files: args.files.clone(),
        catalogue: args.catalogue.clone(),
        date: args.date,
        today: today().map_err(|error| tell.wrong(&error))?,
        package: args.package.clone(),
        dry_run: args.dry_run,
        accept: args.accepted.accept.clone(),
        reason: args.accepted.reasons(),
        leave_out: args.leave_out,
        supersede: args.supersede,
        without_services: args.without_services,
        invented: args.invented,
    };
    if options.date > options.today {
        return Err(tell.misuse(
            format!("--date {}: liegt in der Zukunft; den Tag des Exports angeben", options.date),
            format!("--date {}: lies in the future; give the day of the export", options.date),
        ));
    }
    // Tried before anything is taken over: afterwards the changes could not be told any more.
    args.summary.as_deref().map_or(Ok(()), |path| tell.can_write(path))?;
    let done = Arc::new(AtomicU64::new(0));
    let length = import::length(&options.files).map_err(|error| Failure::of(|lang| error.text(lang)))?;
    let bar = tell.bytes(tell.pick("Export lesen", "reading the export"), length);
    let follow = Follow::start(bar, done.clone());
    let found = import::import(&options, done);
    drop(follow);
    let ending = if args.dry_run { Ending::DryRun } else { Ending::Written };
    match found {
        Ok(outcome) => {
            if let Some(path) = &args.summary {
                let text = report::markdown(&outcome.report(), tell.lang);
                fs::write(path, text).map_err(|error| tell.file(path, &error))?;
            }
            if tell.json {
                out!("{:#}", outcome_json(&outcome, args.dry_run));
            } else {
                put!("{}", report::report(&outcome.report(), ending, tell.lang));
            }
            Ok(ExitCode::SUCCESS)
        }
        Err(error) if tell.json && error.faults().is_some() => {
            let (faults, total) = error.faults().unwrap_or_default();
            let list: Vec<_> = faults.iter().map(as_json).collect();
            out!("{:#}", json!({ "faults": list, "total": total, "written": false }));
            Ok(ExitCode::FAILURE)
        }
        Err(error) => Err(Failure::of(|lang| error.text(lang))),
    }
}

fn outcome_json(outcome: &Outcome, dry_run: bool) -> serde_json::Value {
    let tally = &outcome.tally;
    let uncounted: serde_json::Map<String, serde_json::Value> =
        tally.uncounted.iter().map(|(why, count)| (why.name().to_owned(), json!(count))).collect();
    let accepted = (outcome.accepted.iter())
        .map(|((rule, source), rows)| json!({ "code": rule.code(), "source": source, "rows": rows }));
    let list = match outcome.list {
        List::Written => json!("written"),
        List::None => json!(null),
        List::Newer(day) | List::Other(day) => json!({ "stays": day.to_string() }),
    };
    json!({
        "written": !dry_run && !outcome.files.is_empty(),
        "added": outcome.added,
        "superseded": outcome.superseded,
        "rows": tally.rows + tally.left_out,
        "counted": tally.counted,
        "uncounted": uncounted,
        "left_out": tally.left_out,
        "without_bundle": tally.without_bundle,
        "without_area": tally.without_area,
        "without_link": tally.without_link,
        "steps": outcome.steps,
        "in_several_areas": outcome.in_several_areas.iter().map(|key| format!("{key:014}")).collect::<Vec<_>>(),
        "warnings": outcome.doubts.iter().chain(&outcome.findings.faults).map(as_json).collect::<Vec<_>>(),
        "accepted": accepted.collect::<Vec<_>>(),
        "list": list,
    })
}

/// Invents an export.
pub fn sample(args: &SampleArgs, tell: &Tell) -> Done {
    let (_, data) = read_release_package(&args.package).map_err(|error| tell.wrong(&error))?;
    let mut sample = invented::sample(&data, args.seed, args.rows, args.date);
    sample.excel = args.excel;
    let wrong = |error: std::io::Error| tell.file(&args.to, &error);
    fs::create_dir_all(&args.to).map_err(wrong)?;
    let mut file = BufWriter::new(File::create(args.to.join("export.csv")).map_err(wrong)?);
    sample.write(&mut file).map_err(wrong)?;
    fs::write(args.to.join("catalogue.csv"), sample.catalogue()).map_err(wrong)?;
    let (rows, folder) = (words::count_of(args.rows, tell.lang), args.to.display());
    let de = format!("{folder}: export.csv mit {rows} erfundenen Zeilen, catalogue.csv");
    let en = format!("{folder}: export.csv with {rows} invented rows, catalogue.csv");
    let files = ["export.csv", "catalogue.csv"].map(|name| args.to.join(name));
    tell.result(&de, &en, &json!({ "files": files, "rows": args.rows }));
    Ok(ExitCode::SUCCESS)
}
