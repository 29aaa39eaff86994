//! Nothing silently wrong: what an operator accepts, what is never counted by accident, and the list behind the figures.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may

mod common;

use common::room::{Room, day};
use common::{built, data, files, ozg, text};
use ozg_state_comparison::data::check::{Fault, Rule};
use ozg_state_comparison::data::package::{COUNTED, read_rows};
use ozg_state_comparison::data::{Dataset, PlaceCode};
use ozg_state_comparison::import::{ImportError, List, Options, Outcome, import, import_into};
use ozg_state_comparison::publish::{read_package_files, service_rows};
use ozg_state_comparison::question::Lang;
use ozg_state_comparison::words::command::fault;
use proptest::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;

/// The export of a room with its rows changed: column → text.
fn rewritten(room: &Room, name: &str, change: impl Fn(usize, &mut BTreeMap<String, String>) -> bool) {
    let mut reader = csv::Reader::from_path(room.path("export.csv")).unwrap();
    let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let mut writer = csv::Writer::from_path(room.path(name)).unwrap();
    writer.write_record(&header).unwrap();
    for (index, record) in reader.records().map(Result::unwrap).enumerate() {
        let mut row: BTreeMap<String, String> = header.iter().cloned().zip(record.iter().map(str::to_owned)).collect();
        if change(index + 2, &mut row) {
            writer.write_record(header.iter().map(|column| &row[column])).unwrap();
        }
    }
    writer.flush().unwrap();
}

fn command(room: &Room, file: &str, more: &[&str]) -> Vec<String> {
    let path = |name: &str| room.path(name).to_str().unwrap().to_owned();
    let mut args = ["import", "pvog"].map(str::to_owned).to_vec();
    args.push(path(file));
    args.extend(["--catalogue".to_owned(), path("catalogue.csv"), "--package".to_owned(), path("data")]);
    args.extend(["--date", "2026-09-30"].map(str::to_owned));
    args.extend(more.iter().map(|arg| (*arg).to_owned()));
    args
}

fn run(args: &[String]) -> Output {
    ozg(&args.iter().map(String::as_str).collect::<Vec<_>>())
}

fn faults(result: Result<Outcome, ImportError>) -> Vec<Fault> {
    match result {
        Err(ImportError::Faults(faults, _) | ImportError::Implausible(faults, _)) => faults,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_acceptance_is_written_down_once_and_every_command_takes_it() {
    let room = Room::new(4_000);
    // A catalogue without a whole area, and an export without Bremen.
    let catalogue = fs::read_to_string(room.path("catalogue.csv")).unwrap();
    let kept: Vec<&str> = catalogue.lines().filter(|line| !line.contains(",bildung,")).collect();
    fs::write(room.path("catalogue.csv"), kept.join("\n") + "\n").unwrap();
    rewritten(&room, "fifteen.csv", |_, row| row["ars_federal_state"] != "04");
    let reasons = ["--reason", "Bremen liefert nicht", "--reason-en", "Bremen does not deliver"];
    assert_eq!(run(&command(&room, "fifteen.csv", &["--accept", "V13", "--accept", "V08"])).status.code(), Some(2));
    let accept = [&["--accept", "V13", "--accept", "V08", "--accept", "V06"], &reasons[..]].concat();
    let found = run(&command(&room, "fifteen.csv", &accept));
    assert!(found.status.success(), "{}", text(&found.stderr));

    let package = room.path("data");
    let package = package.to_str().unwrap();
    let accepted = fs::read_to_string(room.path("data/acceptances.csv")).unwrap();
    let gaps = 4 * (15 + 15);
    let line = format!("V08,pvog-2026-09-30,{gaps},Bremen liefert nicht,Bremen does not deliver");
    assert!(accepted.contains(&line), "{accepted}");
    let to = room.path("services");
    for args in [
        &["check", package][..],
        &["services", package, "--to", to.to_str().unwrap()],
        &["diff", package, package],
        &["svg", "measure=ozg-land-any", "--package", package],
        &["page", "--package", package],
    ] {
        let found = ozg(args);
        assert_eq!(found.status.code(), Some(0), "{args:?}: {}{}", text(&found.stdout), text(&found.stderr));
    }
    let site = built();
    let found = ozg(&["publish", "--package", package, "--to", site.path().to_str().unwrap()]);
    assert!(found.status.success(), "{}", text(&found.stderr));
    let page = |path: &str| fs::read_to_string(site.path().join(path)).unwrap();
    let (german, english) = (page("method/index.html"), page("en/method/index.html"));
    assert!(
        german.contains(&format!("Zahlen fehlen: {gaps}. Bestätigt am")) && german.contains("Bremen liefert nicht")
    );
    assert!(english.contains(&format!("figures that are missing: {gaps}. Accepted on")), "{english}");
    assert!(page("data/acceptances.csv").contains("V08") && page("data/datapackage.json").contains("acceptances.csv"));
    assert!(site.path().join("data/csv-metadata.json").exists(), "the other tables are described all the same");

    // More than was accepted stops.
    let path = room.path("data/observations.csv");
    let rows = fs::read_to_string(&path).unwrap();
    let gone: Vec<&str> = rows.lines().filter(|line| !line.starts_with("leika-land-any,DE-BY,umwelt,")).collect();
    fs::write(&path, gone.join("\n") + "\n").unwrap();
    let found = ozg(&["check", package, "--json"]);
    let json: Value = serde_json::from_slice(&found.stdout).unwrap();
    assert_eq!(json["faults"][0]["code"], "V08", "{json:#}");
}

#[test]
fn a_state_with_rows_of_which_none_counts_gets_nothing() {
    let room = Room::new(4_000);
    rewritten(&room, "gone.csv", |number, row| {
        if row["ars_federal_state"] == "04" {
            let (column, word) = if number % 2 == 0 { ("aktiv", "nein") } else { ("online_status", "nicht ok") };
            row.insert(column.to_owned(), word.to_owned());
        }
        true
    });
    let strict = run(&command(&room, "gone.csv", &["--accept", "V13", "--reason", "x", "--lang", "de"]));
    let said = text(&strict.stderr);
    assert!(said.contains("Bremen: ") && said.contains("keine zählt (") && said.contains("nicht aktiv"), "{said}");
    let accept = ["--accept", "V13", "--accept", "V08", "--reason", "x", "--dry-run"];
    let shown = text(&run(&command(&room, "gone.csv", &[&accept[..], &["--lang", "de"]].concat())).stdout);
    let lines: Vec<&str> = shown.lines().filter(|line| line.trim_start().starts_with("Bremen ")).collect();
    assert!(lines.len() == 4 && lines.iter().all(|line| line.ends_with("→      –")), "{lines:?}");
    let json: Value =
        serde_json::from_slice(&run(&command(&room, "gone.csv", &[&accept[..], &["--json"]].concat())).stdout).unwrap();
    let steps = json["steps"].as_array().unwrap().iter().filter(|step| step["place"] == "DE-HB");
    let new: Vec<&Value> = steps.map(|step| &step["new"]).collect();
    assert_eq!(new, [&Value::Null; 4], "no figure is no 0");
    let summary = room.path("summary.md");
    let file = ["--summary", summary.to_str().unwrap()];
    assert!(run(&command(&room, "gone.csv", &[&accept[..], &file[..]].concat())).status.success());
    let table = fs::read_to_string(&summary).unwrap();
    assert!(table.contains("| Bremen | – |  | – |  |") && table.contains("| Bayern | – |  | "), "{table}");
}

#[test]
fn data_of_another_month_stop_until_accepted() {
    let room = Room::new(2_000);
    for (name, month) in [("other.csv", "2026-08-31"), ("two.csv", "2026-08-15")] {
        rewritten(&room, name, |number, row| {
            if name == "other.csv" || number % 2 == 0 {
                row.insert("datenstand_pvog_import".to_owned(), month.to_owned());
            }
            true
        });
        let found = faults(room.import(name));
        assert_eq!(found.iter().map(Fault::rule).collect::<Vec<_>>(), [Rule::Month], "{name}");
        assert!(fault::what(&found[0].problem, Lang::En).contains("2026-08: "), "{found:?}");
        let options = room.options(name, "2026-09-30");
        let accept = vec![Rule::Source, Rule::Month];
        let outcome = import(&Options { accept, dry_run: true, ..options }, Arc::default()).unwrap();
        assert!(
            outcome
                .accepted
                .iter()
                .any(|((rule, source), _)| (*rule, source.as_str()) == (Rule::Month, "pvog-2026-09-30"))
        );
    }
}

#[test]
fn the_list_carries_its_month_and_a_newer_one_stays() {
    let room = Room::new(4_000);
    room.import("export.csv").unwrap();
    let list = |room: &Room| fs::read_to_string(room.path("data/services.csv")).unwrap();
    assert!(list(&room).lines().skip(1).all(|line| line.ends_with(",2026-09-30")));
    room.export("october.csv", 4_000, "2026-10-31", false);
    let october = room.options("october.csv", "2026-10-31");
    let outcome = import(&Options { without_services: true, ..october.clone() }, Arc::default()).unwrap();
    assert_eq!(outcome.list, List::Other(day("2026-09-30")));
    assert!(list(&room).lines().skip(1).all(|line| line.ends_with(",2026-09-30")), "it stays as it was");
    // The figures are there; the list of the same day comes after.
    let outcome = import(&october, Arc::default()).unwrap();
    assert_eq!((outcome.added, outcome.list), (0, List::Written));
    let newer = list(&room);
    assert!(newer.lines().skip(1).all(|line| line.ends_with(",2026-10-31")));
    // An older month comes late.
    room.export("august.csv", 4_000, "2026-08-31", false);
    let august = Options { accept: vec![Rule::Source, Rule::Change], ..room.options("august.csv", "2026-08-31") };
    let outcome = import(&august, Arc::default()).unwrap();
    assert_eq!((outcome.added, outcome.list), (960, List::Newer(day("2026-10-31"))));
    assert_eq!(list(&room), newer);
    let read = read_rows(&read_package_files(&room.path("data")).unwrap(), day("2026-11-25"));
    assert_eq!(read.faults, []);
}

/// What a list gives, counted by hand: measure, state and area → number.
fn counted(files: &ozg_state_comparison::data::package::Files) -> BTreeMap<(usize, String, String), usize> {
    let mut sets: BTreeMap<(usize, String, String), BTreeSet<String>> = BTreeMap::new();
    for row in service_rows(files) {
        let everywhere: Vec<String> = PlaceCode::STATES.iter().map(|code| code.iso().to_owned()).collect();
        let places = if row.place == "DE" { everywhere } else { vec![row.place.clone()] };
        let wide = ["nationwide", "statewide"].contains(&row.coverage.as_str());
        for place in places {
            for area in ["all", &row.area].into_iter().filter(|area| !area.is_empty()) {
                for (measure, key, counts) in [
                    (0, &row.ozg_id, wide),
                    (1, &row.ozg_id, true),
                    (2, &row.leika_key, wide),
                    (3, &row.leika_key, true),
                ] {
                    if counts && !key.is_empty() {
                        sets.entry((measure, place.clone(), area.to_owned())).or_default().insert(key.clone());
                    }
                }
            }
        }
    }
    sets.into_iter().map(|(key, set)| (key, set.len())).collect()
}

fn figures(data: &Dataset) -> Vec<(usize, String, String, usize)> {
    let own = data.observations.iter().filter(|o| o.source.is_own_count());
    own.map(|o| {
        let measure = COUNTED.iter().position(|id| *id == o.measure.id).unwrap();
        let area = o.area.as_ref().map_or("all", |area| &area.id).to_owned();
        (measure, o.place.code.iso().to_owned(), area, o.value.amount().steps() as usize)
    })
    .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    /// A service in several bundles, bundles in several areas, rows without a bundle, everything nationwide or nowhere.
    #[test]
    fn counting_the_list_gives_every_figure(
        rows in prop::collection::vec((0..5_u64, 0..6_u32, 1..=16_u8, 0..5_usize, any::<bool>()), 20..150),
        holds in prop::collection::vec((0..5_u64, 1..6_u32), 1..12),
    ) {
        let room = Room::new(200);
        let covers = ["bundesweit flächendeckend", "landesweit flächendeckend", "kreisweit flächendeckend", "in mind. einer Kommune verfügbar", "nicht in Auswertung berücksichtigt"];
        let mut export = "leika_key,leika_name,ars,ars_federal_state,ozgid,ozg_bezeichnung,url,online_status,art_flaechendeckung\n".to_owned();
        for (leika, bundle, state, cover, is_ok) in &rows {
            let ozg = if *bundle == 0 { String::new() } else { format!("{:05}", 7 + bundle) };
            let status = if *is_ok { "ok" } else { "nicht ok" };
            export += &format!("{:014},L{leika},{state:02}0000000000,{state:02},{ozg},B{bundle},https://a.de/{state}/{ozg},{status},{}\n", 1_000 + leika, covers[*cover]);
        }
        let areas = &data().areas;
        let mut catalogue = "ozg_id,ozg_name,area,leika_key\n".to_owned();
        for (leika, bundle) in &holds {
            catalogue += &format!("{:05},B,{},{:014}\n", 7 + bundle, areas[*bundle as usize % 3].id, 1_000 + leika);
        }
        fs::write(room.path("export.csv"), export).unwrap();
        fs::write(room.path("catalogue.csv"), catalogue).unwrap();
        let package = read_package_files(&room.path("data")).unwrap();
        let accept = vec![Rule::Complete, Rule::Area, Rule::Change];
        let options = Options { accept, ..room.options("export.csv", "2026-09-30") };
        let mut outcome = match import_into(&package, &options, Arc::default()) {
            Ok(outcome) => outcome,
            Err(error) => return Err(TestCaseError::fail(error.to_string())),
        };
        let mut after = package;
        after.append(&mut outcome.files);
        let listed = counted(&after);
        let read = read_rows(&after, day("2026-11-25"));
        prop_assert!(read.faults.is_empty(), "{:?}", read.faults);
        for (measure, place, area, figure) in figures(&read.data) {
            let found = listed.get(&(measure, place.clone(), area.clone())).copied().unwrap_or_default();
            prop_assert_eq!(found, figure, "{} {} {}", COUNTED[measure], place, area);
        }
    }
}

#[test]
fn leading_zeros_stay() {
    let room = Room::new(2_000);
    rewritten(&room, "zeros.csv", |_, row| {
        for (column, from) in [("ozgid", "10"), ("leika_key", "99")] {
            let text = row[column].replacen(from, "00", 1);
            row.insert(column.to_owned(), text);
        }
        true
    });
    let catalogue = fs::read_to_string(room.path("catalogue.csv")).unwrap();
    let zeros = catalogue.replace("\n10", "\n00").replace(",99000", ",00000");
    fs::write(room.path("catalogue.csv"), zeros).unwrap();
    room.import("zeros.csv").unwrap();
    let rows = service_rows(&read_package_files(&room.path("data")).unwrap());
    assert!(rows.iter().any(|row| row.ozg_id.starts_with("00")), "{:?}", rows.first());
    assert!(rows.iter().all(|row| row.ozg_id.is_empty() || row.ozg_id.len() == 5));
    assert!(rows.iter().all(|row| row.leika_key.len() == 14 && row.leika_key.starts_with("00")));
}

#[test]
fn a_sample_gets_into_no_package_with_published_figures_unless_asked() {
    let room = Room::new(2_000);
    let mut bytes = Vec::new();
    let made = ozg_state_comparison::import::sample::sample(&data(), 7, 2_000, day("2026-09-30"));
    made.write(&mut bytes).unwrap();
    fs::write(room.path("sample.csv"), bytes).unwrap();
    let before = room.package();
    assert!(matches!(room.import("sample.csv"), Err(ImportError::Invented)));
    assert_eq!(room.package(), before);
    let options = Options { invented: true, ..room.options("sample.csv", "2026-09-30") };
    import(&options, Arc::default()).unwrap();
    let read = read_rows(&read_package_files(&room.path("data")).unwrap(), day("2026-11-25"));
    assert_eq!(read.faults, []);
    let own: Vec<_> = read.data.observations.iter().filter(|o| o.measure.id == COUNTED[0]).collect();
    assert!(!own.is_empty() && own.iter().all(|o| o.source.is_invented() && o.source.publisher.contains("erfunden")));
    assert!(own.iter().all(|o| o.label.ends_with("(erfunden)") && o.label_en.ends_with("(invented)")));
}

#[test]
fn a_comparison_before_the_first_day_says_so() {
    let found = text(&ozg(&["diff", "2026-01-01", "2026-02-01", "--package", "tests/package", "--lang", "de"]).stdout);
    assert!(found.starts_with("Erfasst wird seit 2026-11-24: davor ist das Paket leer."), "{found}");
    let found = ozg(&["diff", "2026-01-01", "2026-02-01", "--package", "tests/package", "--json"]);
    let json: Value = serde_json::from_slice(&found.stdout).unwrap();
    assert_eq!(json["recorded_since"], "2026-11-24");
    let found = text(&ozg(&["diff", "2026-11-24", "2026-11-24", "--package", "tests/package"]).stdout);
    assert_eq!(found, "Nothing changed.\n");
}

#[test]
fn every_command_speaks_json_in_faults_too() {
    let room = Room::new(2_000);
    room.import("export.csv").unwrap();
    let path = |name: &str| room.path(name).to_str().unwrap().to_owned();
    let (package, to, picture) = (path("data"), path("out"), path("out.svg"));
    let cases: [(&[&str], i32); 17] = [
        (&["check", "tests/package"], 0),
        (&["explain", "V01"], 0),
        (&["sample", "--rows", "100", "--to", &to], 0),
        (&["services", &package, "--to", &to], 0),
        (&["diff", &package, &package], 0),
        (&["svg", "--package", "tests/package"], 0),
        (&["page", "--package", "tests/package"], 0),
        (&["picture", "--package", "tests/package", "--to", &picture], 0),
        (&["check", "nowhere"], 1),
        (&["services", "tests/package", "--to", &to], 1),
        (&["diff", "nowhere", "nowhere"], 1),
        (&["publish", "--to", "nowhere"], 1),
        (&["serve", "nowhere"], 1),
        (&["fetch", "pvog", "--to", &to, "--states", "99"], 2),
        (&["import", "pvog", "nowhere", "--catalogue", "x", "--date", "2026-09-30"], 1),
        (&["explain", "V99"], 2),
        (&["sample", "--rows", "0", "--to", "x"], 2),
    ];
    for (args, code) in cases {
        for lang in ["de", "en"] {
            let found = ozg(&[args, &["--json", "--lang", lang]].concat());
            assert_eq!(found.status.code(), Some(code), "{args:?}: {}", text(&found.stderr));
            let json: Value = serde_json::from_slice(&found.stdout).unwrap_or_else(|_| panic!("{args:?} {lang}"));
            assert_eq!(json.get("error").is_some(), code > 0, "{args:?}: {json:#}");
            assert!(code == 0 || json["error"]["de"].as_str().is_some_and(|words| !words.is_empty()), "{json:#}");
        }
    }
}

#[test]
fn nothing_panics_on_hostile_arguments() {
    let long = "9".repeat(5_000);
    let odd = [
        "",
        " ",
        "-",
        "--",
        "-1",
        "0",
        "99999999999999999999",
        "-99999999999999999999",
        "1e999",
        "NaN",
        "inf",
        "٣",
        "\u{202E}",
        "\u{FEFF}",
        "ä\u{308}",
        "'",
        "\"",
        "\\",
        "%00",
        "../..",
        "/",
        "/dev/null",
        "/dev/zero",
        "/proc/self/mem",
        "/dev/tty",
        "C:\\x",
        "a=b&c=d",
        "view=map&&&=%",
        "measure=%FF%FE",
        "period=9999-99..0000-00",
        "2026-02-30",
        "0000-00-00",
        "9999-12-31",
        "30.02.2026",
        "V00",
        "V999",
        "{}",
        "[]",
        "${HOME}",
        "*",
        &long,
    ];
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("x").to_str().unwrap().to_owned();
    let templates: [&[&str]; 20] = [
        &["check", "?"],
        &["check", "tests/package", "--against", "?"],
        &["check", "tests/package", "--accept", "?", "--reason", "x"],
        &["explain", "?"],
        &["import", "pvog", "?", "--catalogue", "?", "--date", "2026-09-30", "--package", "tests/package", "--dry-run"],
        &["import", "pvog", "x", "--catalogue", "y", "--date", "?", "--dry-run"],
        &["import", "pvog", "x", "--catalogue", "y", "--date", "2026-09-30", "--dry-run", "--leave-out", "?"],
        &["fetch", "pvog", "--to", &to, "--host", "?", "--tries", "1", "--states", "05"],
        &[
            "fetch",
            "pvog",
            "--to",
            &to,
            "--host",
            "http://127.0.0.1:9",
            "--pause",
            "?",
            "--tries",
            "1",
            "--states",
            "05",
        ],
        &["fetch", "pvog", "--to", &to, "--host", "http://127.0.0.1:9", "--states", "?", "--tries", "1"],
        &[
            "fetch",
            "pvog",
            "--to",
            &to,
            "--host",
            "http://127.0.0.1:9",
            "--patience",
            "?",
            "--tries",
            "?",
            "--states",
            "05",
        ],
        &["sample", "--rows", "?", "--to", &to, "--package", "nowhere"],
        &["sample", "--seed", "?", "--rows", "10", "--date", "?", "--to", &to, "--package", "tests/package"],
        &["services", "?", "--to", &to],
        &["diff", "?", "?", "--package", "tests/package"],
        &["publish", "--to", "?", "--package", "nowhere"],
        &["serve", "nowhere", "--port", "?"],
        &["svg", "?", "--package", "tests/package"],
        &["page", "?", "--package", "tests/package"],
        &["picture", "?", "--to", "?", "--package", "nowhere"],
    ];
    let cases: Vec<Vec<String>> = (templates.iter())
        .flat_map(|template| odd.iter().map(|odd| template.iter().map(|arg| arg.replace('?', odd)).collect()))
        .collect();
    assert!(cases.len() > 200);
    let wrong: Vec<String> = {
        use rayon::prelude::*;
        (cases.par_iter())
            .filter_map(|args: &Vec<String>| {
                let found = run(args);
                let said = String::from_utf8_lossy(&found.stderr).into_owned();
                let calm = matches!(found.status.code(), Some(0..=2)) && !said.contains("panicked");
                (!calm).then(|| format!("{args:?}: {:?} {said}", found.status))
            })
            .collect()
    };
    assert_eq!(wrong, [""; 0]);
}

#[cfg(unix)]
#[test]
fn arguments_that_are_no_utf8_give_a_message() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let odd = OsStr::from_bytes(b"\xFF\xFE");
    for (before, after) in [
        (&["check"][..], &[][..]),
        (&["explain"], &[]),
        (&["svg"], &[]),
        (&["diff"], &["tests/package"]),
        (&["import", "pvog", "x", "--catalogue", "y", "--date"], &[]),
        (&["--lang"], &["check"]),
    ] {
        for lang in ["de_DE.UTF-8", "C"] {
            let mut command = Command::new(env!("CARGO_BIN_EXE_ozg"));
            let found = command.args(before).arg(odd).args(after).env("LC_ALL", lang).output().unwrap();
            let said = String::from_utf8_lossy(&found.stderr);
            assert!(matches!(found.status.code(), Some(1 | 2)) && !said.contains("panicked"), "{before:?}: {said}");
            assert!(lang == "C" || !said.contains("invalid UTF-8"), "{said}");
        }
    }
}

/// The frozen package is what the tests of tables begin with.
#[test]
fn sixty_broken_cells_of_lists_areas_and_places_are_found_at_their_place() {
    let room = Room::new(2_000);
    room.import("export.csv").unwrap();
    let mut package = files();
    package.extend(read_package_files(&room.path("data")).unwrap());
    assert_eq!(read_rows(&package, day("2026-11-25")).faults, []);
    let broken = [
        ("services.csv", 2, "place", "", Rule::Place),
        ("services.csv", 3, "place", "DE-XX", Rule::Place),
        ("services.csv", 4, "place", "NRW", Rule::Place),
        ("services.csv", 5, "place", "de-nw", Rule::Place),
        ("services.csv", 6, "place", "05", Rule::Place),
        ("services.csv", 7, "area", "all", Rule::Area),
        ("services.csv", 8, "area", "bauen", Rule::Area),
        ("services.csv", 9, "area", "../etc", Rule::Area),
        ("services.csv", 10, "ozg_id", "1001", Rule::Type),
        ("services.csv", 11, "ozg_id", "100110", Rule::Type),
        ("services.csv", 12, "ozg_id", "OZG-1", Rule::Type),
        ("services.csv", 13, "ozg_id", "1e4", Rule::Type),
        ("services.csv", 14, "ozg_name", "=cmd()", Rule::Formula),
        ("services.csv", 15, "ozg_name", "a\u{202E}b", Rule::Characters),
        ("services.csv", 16, "ozg_name", "a\nb", Rule::Characters),
        ("services.csv", 17, "ozg_name", " a", Rule::Form),
        ("services.csv", 18, "ozg_name", "F\u{FFFD}hrung", Rule::Encoding),
        ("services.csv", 19, "leika_key", "", Rule::Type),
        ("services.csv", 20, "leika_key", "9900000000100", Rule::Type),
        ("services.csv", 21, "leika_key", "9,9E+13", Rule::Type),
        ("services.csv", 22, "leika_name", "@SUM(A1)", Rule::Formula),
        ("services.csv", 23, "leika_name", "Thu\u{308}ringen", Rule::Encoding),
        ("services.csv", 24, "leika_name", "a\u{200B}b", Rule::Characters),
        ("services.csv", 25, "leika_name", "a\u{0}b", Rule::Characters),
        ("services.csv", 26, "coverage", "", Rule::Type),
        ("services.csv", 27, "coverage", "landesweit", Rule::Type),
        ("services.csv", 28, "coverage", "Statewide", Rule::Type),
        ("services.csv", 29, "url", "javascript:alert(1)", Rule::Source),
        ("services.csv", 30, "url", "data:text/html,x", Rule::Source),
        ("services.csv", 31, "url", "//example.org", Rule::Source),
        ("services.csv", 32, "url", "https://a.de/\u{202E}b", Rule::Characters),
        ("services.csv", 33, "url", "https://a.de/\tb", Rule::Characters),
        ("services.csv", 34, "date", "", Rule::Date),
        ("services.csv", 35, "date", "2026-13-01", Rule::Date),
        ("services.csv", 36, "date", "2026-08-31", Rule::List),
        ("areas.csv", 2, "id", "", Rule::Type),
        ("areas.csv", 3, "id", "all", Rule::Area),
        ("areas.csv", 4, "id", "../../etc", Rule::Area),
        ("areas.csv", 5, "id", "bauen wohnen", Rule::Area),
        ("areas.csv", 6, "id", "Bauen", Rule::Area),
        ("areas.csv", 7, "id", "bauen--wohnen", Rule::Area),
        ("areas.csv", 8, "id", "bauen~umwelt", Rule::Area),
        ("areas.csv", 9, "name_de", "", Rule::Type),
        ("areas.csv", 10, "name_en", "=1+1", Rule::Formula),
        ("areas.csv", 11, "description_de", "", Rule::Type),
        ("areas.csv", 12, "description_en", "a\u{202E}b", Rule::Characters),
        ("places.csv", 3, "population", "0", Rule::Value),
        ("places.csv", 4, "population", "-5", Rule::Value),
        ("places.csv", 5, "population_date", "2024-02-30", Rule::Date),
        ("places.csv", 6, "area_km2", "15.804,32", Rule::Value),
        ("places.csv", 7, "area_km2", "viel", Rule::Value),
        ("places.csv", 8, "municipalities", "1,5", Rule::Value),
        ("places.csv", 4, "tile_col", "2", Rule::Place),
        ("places.csv", 9, "tile_col", "", Rule::Place),
        ("places.csv", 10, "tile_col", "257", Rule::Place),
        ("places.csv", 11, "tile_row", "0", Rule::Place),
        ("places.csv", 12, "kind", "stadtstaat", Rule::Type),
        ("places.csv", 13, "kind", "country", Rule::Type),
        ("places.csv", 14, "abbr", "NW", Rule::Key),
        ("places.csv", 15, "name_de", "Hamburg", Rule::Key),
        ("places.csv", 16, "key", "150000000001", Rule::Place),
        ("places.csv", 17, "code", "DE-XX", Rule::Place),
    ];
    assert!(broken.len() >= 60);
    for (file, row, column, cell, rule) in broken {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(package[file].as_slice());
        let mut records: Vec<Vec<String>> =
            reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
        let position = records[0].iter().position(|name| name == column).unwrap();
        records[row - 1][position] = cell.to_owned();
        let mut writer = csv::Writer::from_writer(Vec::new());
        records.iter().for_each(|record| writer.write_record(record).unwrap());
        let mut changed = package.clone();
        changed.insert(file.to_owned(), writer.into_inner().unwrap());
        let found = read_rows(&changed, day("2026-11-25")).faults;
        let own = found.iter().find(|fault| fault.file == file && fault.row.is_some());
        let own = own.unwrap_or_else(|| panic!("{file} {row} {column} “{cell}”: {found:?}"));
        let place = own.column.as_ref().map(|(name, _)| name.as_str());
        // Of two rows with one name or tile the later one is named.
        let later = matches!(rule, Rule::Key) || (column, cell) == ("tile_col", "2");
        assert!(own.row == Some(row) || later, "{file} {row} {column} “{cell}”: {own:?}");
        assert_eq!((own.rule(), place), (rule, Some(column)), "{file} {row} {column} “{cell}”: {own:?}");
    }
}

#[test]
fn a_list_that_does_not_give_the_figures_is_found() {
    let room = Room::new(2_000);
    room.import("export.csv").unwrap();
    let package = read_package_files(&room.path("data")).unwrap();
    let list = text(&package["services.csv"]);
    let codes = |list: String| {
        let mut changed = package.clone();
        changed.insert("services.csv".to_owned(), list.into_bytes());
        let found = read_rows(&changed, day("2026-11-25")).faults;
        found.iter().map(|fault| fault.rule()).collect::<BTreeSet<_>>()
    };
    assert_eq!(codes(list.clone()), BTreeSet::new());
    let expected = BTreeSet::from([Rule::List]);
    let without = |part: &str| {
        let gone = list.lines().position(|line| line.contains(part)).unwrap();
        list.lines().enumerate().filter(|(at, _)| *at != gone).map(|(_, line)| format!("{line}\n")).collect::<String>()
    };
    assert_eq!(codes(without("statewide")), expected, "a row is missing");
    assert_eq!(codes(list.replacen("statewide", "municipality", 1)), expected, "another coverage");
    assert_eq!(codes(list.replace("2026-09-30", "2026-08-31")), expected, "of a day without figures");
    let header = list.lines().next().unwrap();
    assert_eq!(codes(format!("{header}\n")), BTreeSet::new(), "an empty list is none");
    assert_eq!(codes(list.replacen(",date\n", ",day\n", 1)), BTreeSet::from([Rule::Columns]));
}

#[test]
fn a_bomb_stays_small_and_pipes_are_refused() {
    let room = Room::new(2_000);
    let header =
        "leika_key,leika_name,ars,ars_federal_state,ozgid,ozg_bezeichnung,url,online_status,art_flaechendeckung\n";
    let packed = |parts: &[&[u8]], times: usize| {
        let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        gz.write_all(parts[0]).unwrap();
        (0..times).for_each(|_| gz.write_all(parts[1]).unwrap());
        gz.finish().unwrap()
    };
    let block = vec![b'a'; 1 << 20];
    let lines = "\"a\n".repeat(1 << 18);
    for (name, bytes) in [
        ("cell.csv.gz", packed(&[header.as_bytes(), &block], 300)),
        ("header.csv.gz", packed(&[b"leika_key,", &block], 300)),
        ("quoted.csv.gz", packed(&[format!("{header}\"").as_bytes(), lines.replace('"', "x").as_bytes()], 300)),
        ("page.json.gz", packed(&[b"[\"", &block], 300)),
    ] {
        fs::write(room.path(name), bytes).unwrap();
        let found = faults(room.import(name));
        assert_eq!(found[0].rule(), Rule::Size, "{name}: {found:?}");
    }
    let long =
        format!("{header}99000000001000,{},010000000000,01,,,,ok,landesweit flächendeckend\n", "x".repeat(20_000));
    fs::write(room.path("long.csv"), long).unwrap();
    let found = faults(room.import("long.csv"));
    assert_eq!((found[0].rule(), found[0].row), (Rule::Size, Some(2)));
    let fifo = room.path("pipe");
    assert!(Command::new("mkfifo").arg(&fifo).status().unwrap().success());
    for path in [fifo.as_path(), Path::new("/dev/zero"), Path::new("/dev/null")] {
        let options = room.options("export.csv", "2026-09-30");
        let files = Options { files: vec![path.to_owned()], ..options.clone() };
        assert!(matches!(import(&files, Arc::default()), Err(ImportError::NotAFile(_))), "{}", path.display());
        let catalogue = Options { catalogue: path.to_owned(), ..options };
        assert!(matches!(import(&catalogue, Arc::default()), Err(ImportError::NotAFile(_))));
    }
}

/// The figures of a room that are valid: of Bremen, and of all states.
fn valid(room: &Room) -> [usize; 2] {
    let read = read_rows(&read_package_files(&room.path("data")).unwrap(), day("2026-11-26"));
    assert_eq!(read.faults, []);
    let own: Vec<_> = read.data.known(None).all().filter(|o| o.source.is_own_count()).cloned().collect();
    [own.iter().filter(|o| o.place.code == PlaceCode::Hb).count(), own.len()]
}

#[test]
fn a_correction_withdraws_what_the_export_no_longer_gives() {
    let room = Room::new(4_000);
    room.import("export.csv").unwrap();
    assert_eq!(valid(&room), [60, 960]);
    rewritten(&room, "gone.csv", |_, row| {
        if row["ars_federal_state"] == "04" {
            row.insert("aktiv".to_owned(), "nein".to_owned());
        }
        true
    });
    let accept = vec![Rule::Source, Rule::Complete, Rule::Change];
    let later = Options { accept, today: day("2026-11-26"), ..room.options("gone.csv", "2026-09-30") };
    assert!(matches!(import(&later, Arc::default()), Err(ImportError::Existing(_))), "nothing is withdrawn silently");
    let reason = Some(ozg_state_comparison::data::Reason::Correction);
    let outcome = import(&Options { supersede: reason, ..later }, Arc::default()).unwrap();
    assert!(outcome.superseded >= 60);
    assert_eq!(valid(&room), [0, 900], "Bremen has no figure any more, and the list is that of the others");
}

#[test]
fn what_was_accepted_once_does_not_hold_for_another_import() {
    let room = Room::new(4_000);
    for (name, bytes) in files() {
        fs::write(room.path("data").join(name), bytes).unwrap();
    }
    let accept = vec![Rule::Source, Rule::Change];
    let first = Options { accept: accept.clone(), ..room.options("export.csv", "2026-09-30") };
    let falls =
        |outcome: &Outcome| outcome.accepted.iter().find(|((rule, _), _)| *rule == Rule::Change).map(|(_, n)| *n);
    let before = falls(&import(&first, Arc::default()).unwrap()).unwrap();
    assert!(before > 10);
    // A correction by which Bayern falls: the acceptance of the first import is not its.
    let left = std::cell::Cell::new(0);
    rewritten(&room, "less.csv", |_, row| {
        left.set(left.get() + usize::from(row["ars_federal_state"] == "09"));
        row["ars_federal_state"] != "09" || left.get().is_multiple_of(3)
    });
    let reason = Some(ozg_state_comparison::data::Reason::Correction);
    let second = Options {
        accept: vec![Rule::Source],
        supersede: reason,
        today: day("2026-11-26"),
        ..room.options("less.csv", "2026-09-30")
    };
    let found = faults(import(&second, Arc::default()));
    assert!(
        !found.is_empty() && found.iter().all(|fault| fault.rule() == Rule::Change && fault.row.is_none()),
        "{found:?}"
    );
    let outcome = import(&Options { accept, ..second }, Arc::default()).unwrap();
    assert_eq!(falls(&outcome), Some(found.len()), "so many more");
    // The check against the last release takes both from the package.
    let package = room.path("data");
    let checked = ozg(&["check", package.to_str().unwrap(), "--against", "tests/package"]);
    assert_eq!(checked.status.code(), Some(0), "{}", text(&checked.stdout));
}

#[test]
fn a_download_is_compared_with_its_log() {
    let room = Room::new(2_000);
    fs::create_dir(room.path("fetched")).unwrap();
    let bytes = fs::read(room.path("export.csv")).unwrap();
    let path = room.path("fetched/pvog-05.csv");
    fs::write(&path, &bytes).unwrap();
    let hash = format!("{:x}", <sha2::Sha256 as sha2::Digest>::digest(&bytes));
    fs::write(room.path("fetched/fetched.tsv"), format!("pvog-05.csv\t{}\t{hash}\thttps://a.de\n", bytes.len()))
        .unwrap();
    let options = Options { dry_run: true, ..room.options("fetched", "2026-09-30") };
    assert!(import(&options, Arc::default()).is_ok());
    // Cut exactly between two rows.
    let end = bytes[..bytes.len() / 2].iter().rposition(|byte| *byte == b'\n').unwrap();
    fs::write(&path, &bytes[..=end]).unwrap();
    assert_eq!(faults(import(&options, Arc::default()))[0].rule(), Rule::Manifest);
    // Cut inside a row: that cannot be left out either.
    fs::write(room.path("cut.csv"), &bytes[..bytes.len() - 40]).unwrap();
    let cut = Options { leave_out: 1_000, dry_run: true, ..room.options("cut.csv", "2026-09-30") };
    assert_eq!(faults(import(&cut, Arc::default()))[0].rule(), Rule::Form);
}

#[test]
fn only_warnings_can_be_accepted() {
    for (code, exit) in [("V02", 2), ("V22", 2), ("V99", 2), ("V12", 0)] {
        let found = ozg(&["check", "tests/package", "--accept", code, "--reason", "x", "--lang", "de"]);
        assert_eq!(found.status.code(), Some(exit), "{code}: {}", text(&found.stderr));
    }
    let room = Room::new(2_000);
    fs::write(room.path("html.csv"), "<!doctype html>").unwrap();
    let said = text(&run(&command(&room, "html.csv", &["--lang", "de"])).stderr);
    assert!(said.contains("Fehler lassen sich nicht bestätigen") && !said.contains("--accept CODE"), "{said}");
}
