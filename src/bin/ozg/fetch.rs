//! `ozg fetch`.

use crate::args::FetchArgs;
use crate::tell::{Done, Failure, Tell};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use ozg_state_comparison::data::PlaceCode;
use ozg_state_comparison::import::fetch::{Event, FetchError, FetchOptions, fetch};
use serde_json::json;
use std::process::ExitCode;
use std::time::Duration;

/// Downloads the export.
pub fn fetch_pvog(args: &FetchArgs, tell: &Tell) -> Done {
    let mut options = FetchOptions::new(args.to.clone());
    options.host.clone_from(&args.host);
    options.pause = Duration::from_millis(args.pause);
    options.patience = Duration::from_secs(args.patience);
    options.tries = args.tries;
    if !args.states.is_empty() {
        if let Some(wrong) = args.states.iter().find(|state| !options.states.contains(state)) {
            return Err(no_state(wrong, tell));
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
        Event::Changed(name, kept) => {
            let de = format!("{name}: nicht, was geladen wurde; bleibt als {kept}, wird neu geladen");
            let en = format!("{name}: not what was downloaded; stays as {kept}, is downloaded again");
            eprintln!("{}", tell.pick(&de, &en));
        }
        Event::Done(name) => eprintln!("{name}: {}", tell.pick("vollständig", "complete")),
        Event::Again(why, wait) => {
            let (why, seconds) = (why.text(tell.lang), format!("{:.1}", wait.as_secs_f32()));
            let de = format!("{why}: neuer Versuch in {seconds} s");
            eprintln!("{}", tell.pick(&de, &format!("{why}: next try in {seconds} s")));
        }
        Event::Pages(state) => {
            let de = format!("{state}: zu groß für eine Antwort, seitenweise");
            eprintln!("{}", tell.pick(&de, &format!("{state}: too large for one answer, page by page")));
        }
    };
    let files = fetch(&options, &mut say).map_err(|error| {
        let code = if matches!(error, FetchError::Host(_)) { 2 } else { 1 };
        Failure { code, ..Failure::of(|lang| error.text(lang)) }
    })?;
    bar.finish_and_clear();
    let (count, folder) = (files.len(), args.to.display());
    let de = format!("{count} Dateien in {folder}; weiter mit: ozg import pvog {folder} --catalogue … --date …");
    let en = format!("{count} files in {folder}; go on with: ozg import pvog {folder} --catalogue … --date …");
    tell.result(&de, &en, &json!({ "files": files }));
    Ok(ExitCode::SUCCESS)
}

/// Words that are no state: the digits of the state that was meant, where one was.
fn no_state(text: &str, tell: &Tell) -> Failure {
    let names = [
        "Schleswig-Holstein",
        "Hamburg",
        "Niedersachsen",
        "Bremen",
        "Nordrhein-Westfalen",
        "Hessen",
        "Rheinland-Pfalz",
        "Baden-Württemberg",
        "Bayern",
        "Saarland",
        "Berlin",
        "Brandenburg",
        "Mecklenburg-Vorpommern",
        "Sachsen",
        "Sachsen-Anhalt",
        "Thüringen",
    ];
    let by_name = names.iter().position(|name| name.to_lowercase() == text.to_lowercase());
    let found = by_name.and_then(|at| PlaceCode::STATES.get(at).copied()).or_else(|| PlaceCode::parse_state(text));
    match found {
        Some(code) => {
            let key = code.key();
            tell.misuse(format!("--states {text}: meinten Sie {key}?"), format!("--states {text}: did you mean {key}?"))
        }
        None => tell.misuse(
            format!("--states {text}: Länder haben die Ziffern 01 bis 16, etwa 05 für Nordrhein-Westfalen"),
            format!("--states {text}: states have the digits 01 to 16, such as 05 for Nordrhein-Westfalen"),
        ),
    }
}
