//! `ozg import`, `ozg fetch`, `ozg sample`, `ozg services`.

use crate::args::{FetchArgs, ImportArgs, SampleArgs, ServicesArgs};
use crate::check::as_json;
use crate::tell::{Done, Failure, Follow, Tell};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use ozg_state_comparison::import::fetch::{Event, FetchOptions, fetch};
use ozg_state_comparison::import::{self, Options, Outcome, sample as invented};
use ozg_state_comparison::publish::{read_release_package, service_files, today};
use ozg_state_comparison::words::command::import::{self as report, Ending};
use ozg_state_comparison::words::{self};
use serde_json::json;
use std::fs::{self, File};
use std::io::BufWriter;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

/// Imports an export.
pub fn import_pvog(args: &ImportArgs, tell: &Tell) -> Done {
    let options = Options {
        files: args.files.clone(),
        catalogue: args.catalogue.clone(),
        date: args.date,
        today: today().map_err(|error| tell.wrong(&error))?,
        package: args.package.clone(),
        dry_run: args.dry_run,
        accept: args.accept.clone(),
        leave_out: args.leave_out,
        supersede: args.supersede,
        without_services: args.without_services,
        invented: false,
    };
    if options.date > options.today {
        return Err(tell.failure(
            format!("--date {}: liegt in der Zukunft; den Tag des Exports angeben", options.date),
            format!("--date {}: lies in the future; give the day of the export", options.date),
        ));
    }
    let done = Arc::new(AtomicU64::new(0));
    let length = import::length(&options.files).map_err(|error| Failure(error.text(tell.lang)))?;
    let bar = tell.bytes(tell.pick("Export lesen", "reading the export"), length);
    let follow = Follow::start(bar, done.clone());
    let found = import::import(&options, done);
    drop(follow);
    let ending = if args.dry_run { Ending::DryRun } else { Ending::Written };
    match found {
        Ok(outcome) => {
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
        Err(error) => Err(Failure(error.text(tell.lang))),
    }
}

fn outcome_json(outcome: &Outcome, dry_run: bool) -> serde_json::Value {
    let tally = &outcome.tally;
    let uncounted: serde_json::Map<String, serde_json::Value> =
        tally.uncounted.iter().map(|(why, count)| (why.name().to_owned(), json!(count))).collect();
    json!({
        "written": !dry_run && outcome.added > 0,
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
        "warnings": outcome.findings.faults.iter().map(as_json).collect::<Vec<_>>(),
    })
}

/// Downloads the export.
pub fn fetch_pvog(args: &FetchArgs, tell: &Tell) -> Done {
    let mut options = FetchOptions::new(args.to.clone());
    options.host.clone_from(&args.host);
    options.pause = Duration::from_millis(args.pause);
    options.patience = Duration::from_secs(args.patience.max(1));
    options.tries = args.tries;
    if !args.states.is_empty() {
        if let Some(wrong) = args.states.iter().find(|state| !options.states.contains(state)) {
            return Err(tell.failure(
                format!("--states {wrong}: Länder haben die Ziffern 01 bis 16"),
                format!("--states {wrong}: states have the digits 01 to 16"),
            ));
        }
        options.states.clone_from(&args.states);
    }
    let style = ProgressStyle::with_template("{spinner} {msg} {bytes} {bytes_per_sec}");
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    let bar = bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
    let mut say = |event: Event| match event {
        Event::Begin(name, _) => {
            bar.reset();
            bar.set_message(name);
        }
        Event::Bytes(count) => bar.inc(count),
        Event::There(name) => eprintln!("{name}: {}", tell.pick("ist schon da", "is there already")),
        Event::Done(name) => eprintln!("{name}: {}", tell.pick("vollständig", "complete")),
        Event::Again(why, wait) => {
            let seconds = format!("{:.1}", wait.as_secs_f32());
            let de = format!("{why}: neuer Versuch in {seconds} s");
            eprintln!("{}", tell.pick(&de, &format!("{why}: next try in {seconds} s")));
        }
        Event::Pages(state) => {
            let de = format!("{state}: zu groß für eine Antwort, seitenweise");
            eprintln!("{}", tell.pick(&de, &format!("{state}: too large for one answer, page by page")));
        }
    };
    let files = fetch(&options, &mut say).map_err(|error| Failure(error.text(tell.lang)))?;
    bar.finish_and_clear();
    if tell.json {
        out!("{:#}", json!({ "files": files }));
    } else {
        let (count, folder) = (files.len(), args.to.display());
        let de = format!("{count} Dateien in {folder}; weiter mit: ozg import pvog {folder} --catalogue … --date …");
        let en = format!("{count} files in {folder}; go on with: ozg import pvog {folder} --catalogue … --date …");
        out!("{}", tell.pick(&de, &en));
    }
    Ok(ExitCode::SUCCESS)
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
    out!("{}", tell.pick(&de, &format!("{folder}: export.csv with {rows} invented rows, catalogue.csv")));
    Ok(ExitCode::SUCCESS)
}

/// Writes the services behind the counts.
pub fn services(args: &ServicesArgs, tell: &Tell) -> Done {
    let wrong = |error: ozg_state_comparison::publish::PublishError| tell.wrong(&error);
    let (_, data) = read_release_package(&args.package).map_err(wrong)?;
    if !import::has_services(&args.package) {
        return Err(tell.failure(
            format!("{}: keine services.csv; sie entsteht mit „ozg import pvog“", args.package.display()),
            format!("{}: no services.csv; “ozg import pvog” makes it", args.package.display()),
        ));
    }
    let files = service_files(&args.package, &data).map_err(wrong)?;
    for (name, bytes) in &files {
        let path = args.to.join(name);
        let wrong = |error: std::io::Error| tell.file(&path, &error);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(wrong)?;
        }
        fs::write(&path, bytes).map_err(wrong)?;
    }
    let (count, folder) = (files.len(), args.to.display());
    out!("{}", tell.pick(&format!("{count} Dateien in {folder}"), &format!("{count} files in {folder}")));
    Ok(ExitCode::SUCCESS)
}
