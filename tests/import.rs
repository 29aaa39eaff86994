//! The import of the official export: counts, forms of files, faults, revisions, atomic writes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may

mod common;

use common::room::{Room, day};
use common::sql::{by_sql, list_by_sql};
use common::{data, files};
use ozg_state_comparison::data::check::Rule;
use ozg_state_comparison::data::package::{COUNTED, read_package};
use ozg_state_comparison::data::{PlaceCode, Reason};
use ozg_state_comparison::import::{ImportError, Options, import, import_into, sample::sample};
use ozg_state_comparison::publish::{read_package_files, service_rows};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

#[test]
fn counts_equal_a_naive_sql_count() {
    let room = Room::new(60_000);
    let outcome = room.import("export.csv").unwrap();
    let counts = outcome.tally.counts(data().areas.len());
    let sql = by_sql(&room);
    assert!(sql.len() > 4 * 16 * 14, "{} counts", sql.len());
    let mut seen = 0;
    for (measure, state, area, count) in sql {
        let index = COUNTED.iter().position(|id| *id == measure).unwrap();
        let place = PlaceCode::STATES.iter().position(|code| code.key() == state).unwrap();
        let position = data().areas.iter().position(|known| known.id == area);
        assert!(position.is_some() || area == "all");
        assert_eq!(counts.get(position, place, index), count, "{measure} {state} {area}");
        seen += u64::from(count);
    }
    let mine: u64 = (0..4)
        .flat_map(|measure| (0..16).map(move |state| (measure, state)))
        .flat_map(|(measure, state)| {
            let counts = &counts;
            [None].into_iter().chain((0..14).map(Some)).map(move |area| u64::from(counts.get(area, state, measure)))
        })
        .sum();
    assert_eq!(mine, seen, "nothing else is counted");

    // The package has the same figures, and is whole.
    let files = read_package_files(&room.path("data")).unwrap();
    let (new, faults) = read_package(&files, day("2026-11-25"));
    assert_eq!(faults, []);
    assert_eq!(new.observations.len(), 1 + 4 * 16 * 15);
    let measure = new.measure("leika-land-any").unwrap();
    let nrw = new.known(None).figures(measure).find(|o| o.place.code == PlaceCode::Nw).unwrap();
    let state = PlaceCode::STATES.iter().position(|code| *code == PlaceCode::Nw).unwrap();
    assert_eq!(nrw.value.amount().steps(), counts.get(None, state, 3));
    assert_eq!((&*nrw.label, nrw.recorded), ("30. September 2026", day("2026-11-25")));

    // So is the list behind them; some services lie in two bundles, and in two areas.
    let mut listed: Vec<[String; 6]> = service_rows(&files)
        .into_iter()
        .map(|row| {
            let place = PlaceCode::from_iso(&row.place).unwrap().key();
            [place, row.area, row.ozg_id, row.leika_key, row.coverage, row.url]
        })
        .collect();
    listed.sort();
    let sql = list_by_sql(&room);
    assert!(sql.len() > 1_000, "{}", sql.len());
    assert_eq!(listed.len(), sql.len());
    assert!(listed.iter().zip(&sql).all(|(a, b)| a == b), "{:?}", listed.iter().zip(&sql).find(|(a, b)| a != b));
    let mut bundles: BTreeMap<&str, BTreeSet<(&str, &str)>> = BTreeMap::new();
    for [_, area, bundle, leika, ..] in &listed {
        bundles.entry(leika).or_default().insert((bundle, area));
    }
    let areas = |found: &BTreeSet<(&str, &str)>| found.iter().map(|(_, area)| *area).collect::<BTreeSet<_>>().len();
    assert!(bundles.values().filter(|found| areas(found) > 1).count() > 20, "the sample has such keys");
}

#[test]
fn rows_that_do_not_count_are_reported_by_number() {
    let room = Room::new(20_000);
    let tally = room.import("export.csv").unwrap().tally;
    let mut reader = csv::Reader::from_path(room.path("export.csv")).unwrap();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let left = rows.iter().filter(|row| row[12].starts_with("nicht")).count() as u64;
    let inactive = rows.iter().filter(|row| !row[12].starts_with("nicht") && &row[11] == "nein").count() as u64;
    let not_ok = rows.iter().filter(|row| !row[12].starts_with("nicht") && &row[10] == "nicht ok").count() as u64;
    assert!(left > 0 && inactive > 0 && not_ok > 0);
    let found: Vec<u64> = tally.uncounted.values().copied().collect();
    assert_eq!(found, [left, inactive, not_ok]);
    assert_eq!(tally.rows, 20_000);
    assert_eq!(tally.counted, 20_000 - left - inactive - not_ok);
}

#[test]
fn every_form_of_file_gives_the_same_counts() {
    let room = Room::new(6_000);
    let plain = fs::read(room.path("export.csv")).unwrap();
    let options = |file: &str| Options { dry_run: true, ..room.options(file, "2026-09-30") };
    let counts = |file: &str| {
        let mut outcome = import(&options(file), Arc::default()).unwrap();
        (outcome.tally.counts(14), outcome.files.remove("services.csv").unwrap())
    };
    let expected = counts("export.csv");
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gz.write_all(&plain).unwrap();
    fs::write(room.path("a.csv.gz"), gz.finish().unwrap()).unwrap();
    fs::write(room.path("a.csv.zst"), zstd::encode_all(plain.as_slice(), 1).unwrap()).unwrap();
    room.export("excel.csv", 6_000, "2026-09-30", true);
    // One file a state, in a folder; one of them as pages.
    fs::create_dir(room.path("folder")).unwrap();
    let mut reader = csv::Reader::from_reader(plain.as_slice());
    let header = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    for state in 1..=16 {
        let own: Vec<_> = rows.iter().filter(|row| row[5] == *format!("{state:02}")).collect();
        if state == 5 {
            for (number, part) in own.chunks(100).enumerate() {
                let entry = |row: &&csv::StringRecord| {
                    header.iter().zip(row.iter()).map(|(key, cell)| (key.to_owned(), cell.into())).collect()
                };
                let content: Vec<serde_json::Map<String, serde_json::Value>> = part.iter().map(entry).collect();
                let page = serde_json::json!({ "content": content });
                fs::write(room.path(&format!("folder/pvog-05-{number:05}.json")), page.to_string()).unwrap();
            }
            continue;
        }
        let mut writer = csv::Writer::from_path(room.path(&format!("folder/pvog-{state:02}.csv"))).unwrap();
        writer.write_record(&header).unwrap();
        own.iter().for_each(|row| writer.write_record(*row).unwrap());
        writer.flush().unwrap();
    }
    for file in ["a.csv.gz", "a.csv.zst", "excel.csv", "folder"] {
        assert_eq!(counts(file), expected, "{file}");
    }
}

/// Changes one cell of the export; the row counts as in a spreadsheet.
fn with_cell(room: &Room, row: usize, column: &str, text: &str) {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(room.path("export.csv")).unwrap();
    let mut records: Vec<Vec<String>> =
        reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
    let position = records[0].iter().position(|name| name == column).unwrap();
    records[row - 1][position] = text.to_owned();
    let mut writer = csv::Writer::from_path(room.path("broken.csv")).unwrap();
    records.iter().for_each(|record| writer.write_record(record).unwrap());
    writer.flush().unwrap();
}

#[test]
fn single_broken_cells_of_an_export_are_found_at_their_place() {
    let room = Room::new(2_000);
    let broken = [
        ("leika_key", "9904100600000", "V04"),
        ("leika_key", "990410060000001", "V04"),
        ("leika_key", "9,9041E+13", "V04"),
        ("leika_key", "9.9041e13", "V04"),
        ("leika_key", "", "V04"),
        ("leika_key", "L9041006000000", "V04"),
        ("leika_key", "-9041006000000", "V04"),
        ("leika_key", "٩٩٠٤١٠٠٦٠٠٠٠٠٠", "V04"),
        ("ars", "10000000000", "V05"),
        ("ars", "0500000000000", "V05"),
        ("ars", "", "V05"),
        ("ars", "NRW", "V05"),
        ("ars", "5,00E+10", "V05"),
        ("ars", "050000 00000", "V05"),
        ("ars_federal_state", "17", "V05"),
        ("ars_federal_state", "5", "V05"),
        ("ars_federal_state", "NW", "V05"),
        ("ars_federal_state", "00", "V05"),
        ("bundesland", "Thuringen", "V05"),
        ("bundesland", "Bayern", "V05"),
        ("bundesland", "Nordrhein Westfalen", "V05"),
        ("bundesland", "NRW", "V05"),
        ("ozgid", "1001", "V04"),
        ("ozgid", "100110", "V04"),
        ("ozgid", "OZG-10011", "V04"),
        ("ozgid", "1.0011", "V04"),
        ("ozgid", "-0011", "V04"),
        ("url", "javascript:alert(1)", "V13"),
        ("url", "data:text/html,x", "V13"),
        ("url", "www.example.org", "V13"),
        ("url", "ftp://example.org", "V13"),
        ("online_status", "okay", "V04"),
        ("online_status", "", "V04"),
        ("online_status", "nicht  ok", "V04"),
        ("aktiv", "yes", "V04"),
        ("aktiv", "j", "V04"),
        ("art_flaechendeckung", "landesweit", "V04"),
        ("art_flaechendeckung", "", "V04"),
        ("art_flaechendeckung", "landesweit flachendeckend", "V04"),
        ("art_flaechendeckung", "bundesweit flächendeckend;", "V04"),
        ("leika_name", "Th\u{FFFD}ringen", "V01"),
        ("ozg_bezeichnung", "F\u{FFFD}hrung", "V01"),
        ("datenstand_pvog_import", "2026-13-01", "V10"),
        ("datenstand_pvog_import", "2026-10-01", "V10"),
        ("datenstand_pvog_import", "gestern", "V10"),
    ];
    // A row that counts and lies in Thüringen (16).
    let mut reader = csv::Reader::from_path(room.path("export.csv")).unwrap();
    let good =
        |row: &csv::StringRecord| &row[5] == "16" && &row[10] == "ok" && &row[11] == "ja" && row[12].starts_with("in");
    let row = 2 + reader.records().map(Result::unwrap).position(|row| good(&row)).unwrap();
    for (column, text, code) in broken {
        with_cell(&room, row, column, text);
        let options = Options { accept: vec![], ..room.options("broken.csv", "2026-09-30") };
        let before = room.package();
        let Err(ImportError::Faults(faults, total)) = import(&options, Arc::default()) else {
            panic!("{column} “{text}” slipped through")
        };
        let found: Vec<_> = faults.iter().map(|fault| (fault.row, fault.rule().code())).collect();
        assert_eq!((total, &found), (1, &vec![(Some(row), code.to_owned())]), "{column} “{text}”: {faults:?}");
        let expected = if column == "ars" && ["NRW"].contains(&text) { "ars" } else { column };
        assert_eq!(faults[0].column.as_ref().unwrap().0, expected, "{faults:?}");
        let excerpt = faults[0].excerpt.as_ref().unwrap();
        let marked: String = excerpt.line.chars().skip(excerpt.start).take(excerpt.width).collect();
        assert!(text.is_empty() || text.starts_with(marked.trim_end_matches('…')), "{excerpt:?}");
        assert_eq!(room.package(), before, "nothing is written");
    }
}

#[test]
fn broken_files_are_refused_with_their_reason() {
    let room = Room::new(2_000);
    let good = fs::read(room.path("export.csv")).unwrap();
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gz.write_all(&good).unwrap();
    let gz = gz.finish().unwrap();
    let latin: Vec<u8> = String::from_utf8(good.clone())
        .unwrap()
        .replace("flächendeckend", "fl\u{1}chendeckend")
        .bytes()
        .map(|b| if b == 1 { 0xE4 } else { b })
        .collect();
    let short_row = [good.as_slice(), b"99000000001000,too short\n"].concat();
    let no_column = String::from_utf8(good.clone()).unwrap().replacen("online_status", "onlinestatus", 1).into_bytes();
    let cases: [(&str, Vec<u8>, &str); 11] = [
        ("empty", Vec::new(), "V03"),
        ("blank", b"\n\n  \n".to_vec(), "V03"),
        ("html", b"<!doctype html><title>502</title>".to_vec(), "V02"),
        ("xlsx", b"PK\x03\x04rest".to_vec(), "V02"),
        ("utf16", b"\xFF\xFEl\0e\0".to_vec(), "V02"),
        ("cut gzip", gz[..gz.len() / 2].to_vec(), "V02"),
        ("header only", good.split_inclusive(|b| *b == b'\n').next().unwrap().to_vec(), "V08"),
        ("latin1", latin, "V01"),
        ("short row", short_row, "V02"),
        ("column", no_column, "V03"),
        ("json", b"{\"error\": 1}".to_vec(), "V08"),
    ];
    for (name, bytes, code) in cases {
        fs::write(room.path("broken.csv"), bytes).unwrap();
        let before = room.package();
        let Err(ImportError::Faults(faults, _)) = room.import("broken.csv") else { panic!("{name} slipped through") };
        assert_eq!(faults[0].rule().code(), code, "{name}: {:?}", faults[0]);
        assert_eq!(room.package(), before, "{name}");
    }
}

#[test]
fn faulty_rows_are_left_out_only_when_asked() {
    let room = Room::new(2_000);
    with_cell(&room, 5, "leika_key", "x");
    assert!(room.import("broken.csv").is_err());
    let options = Options { leave_out: 1, ..room.options("broken.csv", "2026-09-30") };
    let outcome = import(&options, Arc::default()).unwrap();
    assert_eq!((outcome.tally.left_out, outcome.tally.rows), (1, 1_999));
}

#[test]
fn a_second_import_changes_nothing_and_other_values_need_a_reason() {
    let room = Room::new(4_000);
    let first = room.import("export.csv").unwrap();
    assert_eq!((first.added, first.superseded), (960, 0));
    let package = room.package();
    let again = room.import("export.csv").unwrap();
    assert_eq!((again.added, again.superseded), (0, 0));
    assert_eq!(room.package(), package);

    // The same day with other values.
    room.export("later.csv", 4_000, "2026-06-30", false);
    let accept = vec![Rule::Source, Rule::Change, Rule::Month];
    let options = Options { accept, ..room.options("later.csv", "2026-09-30") };
    let later = Options { today: day("2026-11-26"), ..options.clone() };
    assert!(matches!(import(&options, Arc::default()), Err(ImportError::SameDay(_))));
    assert!(matches!(import(&later, Arc::default()), Err(ImportError::Existing(_))));
    assert_eq!(room.package(), package, "nothing is superseded silently");
    let corrected = import(&Options { supersede: Some(Reason::Correction), ..later }, Arc::default()).unwrap();
    assert!(corrected.superseded > 0 && corrected.added == corrected.superseded);
    let (new, faults) = read_package(&read_package_files(&room.path("data")).unwrap(), day("2026-11-26"));
    assert_eq!(faults, []);
    assert_eq!(new.observations.len(), 961 + corrected.added, "nothing is deleted");
    let old = new.observations.iter().filter(|o| o.superseded == Some((day("2026-11-26"), Reason::Correction)));
    assert_eq!(old.count(), corrected.superseded);
    assert_eq!(new.known(Some(day("2026-11-25"))).all().count(), 961, "as known on the day before");
}

#[test]
fn implausible_changes_stop_and_a_series_grows() {
    let room = Room::new(4_000);
    room.import("export.csv").unwrap();
    let package = room.package();
    // A later export that has lost most of its rows.
    room.export("half.csv", 1_900, "2026-10-31", false);
    let options = room.options("half.csv", "2026-10-31");
    let Err(ImportError::Implausible(faults, report)) = import(&options, Arc::default()) else { panic!("it passed") };
    assert!(faults.iter().all(|fault| fault.rule() == Rule::Change), "{faults:?}");
    assert_eq!(report.steps.len(), 64);
    assert_eq!(room.package(), package);
    room.export("october.csv", 4_000, "2026-10-31", false);
    let next = import(&room.options("october.csv", "2026-10-31"), Arc::default()).unwrap();
    assert_eq!(next.added, 960);
    assert!(next.steps.iter().all(|step| step.difference().is_some_and(|by| by >= 0)), "it only grows");
    assert!(next.steps.iter().any(|step| step.difference().is_some_and(|by| by > 0)));
}

#[test]
fn a_missing_state_is_named() {
    let room = Room::new(4_000);
    let text = fs::read(room.path("export.csv")).unwrap();
    let mut reader = csv::Reader::from_reader(text.as_slice());
    let mut writer = csv::Writer::from_path(room.path("fifteen.csv")).unwrap();
    writer.write_record(reader.headers().unwrap()).unwrap();
    reader
        .records()
        .map(Result::unwrap)
        .filter(|row| &row[5] != "04")
        .for_each(|row| writer.write_record(&row).unwrap());
    writer.flush().unwrap();
    let Err(ImportError::Faults(faults, _)) = room.import("fifteen.csv") else { panic!("it passed") };
    assert_eq!(faults[0].rule(), Rule::Complete);
    let options = Options { accept: vec![Rule::Source, Rule::Complete], ..room.options("fifteen.csv", "2026-09-30") };
    let outcome = import(&options, Arc::default()).unwrap();
    assert_eq!(outcome.added, 4 * 15 * 15, "no zero is written for Bremen");
}

#[test]
fn the_first_own_count_is_a_change_of_method_beside_published_figures() {
    let room = Room::new(4_000);
    for (name, bytes) in files() {
        fs::write(room.path("data").join(name), bytes).unwrap();
    }
    let strict = room.import("export.csv");
    assert!(matches!(strict, Err(ImportError::Implausible(..))), "other sources counted otherwise");
    let options = Options { accept: vec![Rule::Source, Rule::Change], ..room.options("export.csv", "2026-09-30") };
    import(&options, Arc::default()).unwrap();
    let (new, faults) = read_package(&read_package_files(&room.path("data")).unwrap(), day("2026-11-25"));
    assert_eq!(faults, []);
    let breaks: Vec<&str> =
        new.breaks.iter().filter(|b| b.source.id == "pvog-2026-09-30").map(|b| b.measure.id.as_str()).collect();
    assert_eq!(breaks, ["ozg-land-statewide", "ozg-land-any", "leika-land-statewide"]);
}

#[test]
fn a_catalogue_of_something_else_is_refused_and_no_zero_is_made_up() {
    let room = Room::new(4_000);
    let good = fs::read(room.path("catalogue.csv")).unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(good.as_slice());
    let mut writer = csv::Writer::from_path(room.path("catalogue.csv")).unwrap();
    reader.records().take(30).for_each(|record| writer.write_record(&record.unwrap()).unwrap());
    writer.flush().unwrap();
    let Err(ImportError::Faults(faults, _)) = room.import("export.csv") else { panic!("it passed") };
    assert_eq!(faults[0].rule(), Rule::Area);
    let accept = vec![Rule::Source, Rule::Area, Rule::Complete];
    import(&Options { accept, ..room.options("export.csv", "2026-09-30") }, Arc::default()).unwrap();
    let new = read_package(&read_package_files(&room.path("data")).unwrap(), day("2026-11-25")).0;
    let areas: std::collections::BTreeSet<&str> =
        new.observations.iter().filter_map(|o| o.area.as_ref().map(|area| area.id.as_str())).collect();
    assert!(!areas.is_empty() && areas.len() < 14, "{areas:?}");
}

#[cfg(unix)]
#[test]
fn a_link_to_the_package_stays_a_link_and_a_locked_one_stays_as_it_is() {
    use std::os::unix::fs::PermissionsExt;
    let room = Room::new(2_000);
    std::os::unix::fs::symlink(room.path("data"), room.path("link")).unwrap();
    let options = Options { package: room.path("link"), ..room.options("export.csv", "2026-09-30") };
    import(&options, Arc::default()).unwrap();
    assert!(room.path("link").is_symlink() && room.path("data/services.csv").exists());
    let locked = Room::new(2_000);
    fs::set_permissions(locked.path("data"), fs::Permissions::from_mode(0o555)).unwrap();
    assert!(matches!(locked.import("export.csv"), Err(ImportError::File(..))));
    fs::set_permissions(locked.path("data"), fs::Permissions::from_mode(0o755)).unwrap();
    assert!(!locked.path("data/services.csv").exists());
}

#[test]
fn a_dry_run_writes_nothing() {
    let room = Room::new(2_000);
    let package = room.package();
    let outcome =
        import(&Options { dry_run: true, ..room.options("export.csv", "2026-09-30") }, Arc::default()).unwrap();
    assert_eq!(outcome.added, 960);
    assert_eq!(room.package(), package);
    assert!(!room.path("data/services.csv").exists());
}

#[test]
fn a_killed_import_leaves_the_old_or_the_new_package() {
    let room = Room::new(2_000);
    let ozg = Path::new(env!("CARGO_BIN_EXE_ozg"));
    let mut command = Command::new(ozg);
    command.args(["import", "pvog", "--date", "2026-09-30", "--accept", "V13", "--reason", "Probe", "--json"]);
    command.arg(room.path("export.csv")).arg("--catalogue").arg(room.path("catalogue.csv"));
    command
        .arg("--package")
        .arg(room.path("data"))
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null());
    let old = room.package();
    let begin = std::time::Instant::now();
    assert!(command.status().unwrap().success());
    let length = begin.elapsed();
    let new = room.package();
    assert_ne!(old, new);
    let restore = || {
        for (name, _) in room.package() {
            fs::remove_file(room.path("data").join(name)).unwrap();
        }
        old.iter().for_each(|(name, bytes)| fs::write(room.path("data").join(name), bytes).unwrap());
    };
    let (mut before, mut after) = (0, 0);
    // Most moments lie near the end, where it writes; on a machine that has become slower the end comes later.
    let early = (0..15).map(|moment| f64::from(moment) / 15.0);
    let late = (0..35).map(|moment| 0.55 + 0.55 * f64::from(moment) / 35.0);
    let later = (0..10).map(|moment| 1.1 + 0.5 * f64::from(moment));
    for share in early.chain(late).chain(later) {
        if share >= 1.1 && after > 0 {
            break;
        }
        restore();
        let mut running = command.spawn().unwrap();
        std::thread::sleep(length.mul_f64(share));
        let _ = running.kill();
        running.wait().unwrap();
        let found = room.package();
        assert!(found == old || found == new, "a package between old and new at {share}");
        let faults = read_package(&found.iter().cloned().collect(), day("2026-12-31")).1;
        assert_eq!(faults, []);
        if found == old { before += 1 } else { after += 1 }
    }
    assert!(before > 0, "no kill came before the end");
    assert!(after > 0, "no kill came after the end");
    restore();
    assert!(command.status().unwrap().success(), "what the killed ones left does not disturb");
    assert_eq!(room.package(), new);
    let leftovers = fs::read_dir(room.folder.path())
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().starts_with(".ozg-new"));
    assert_eq!(leftovers.count(), 0);
}

#[test]
fn the_sample_is_deterministic() {
    let write = |seed| {
        let mut bytes = Vec::new();
        sample(&data(), seed, 3_000, day("2026-09-30")).write(&mut bytes).unwrap();
        bytes
    };
    assert_eq!(write(1), write(1));
    assert_ne!(write(1), write(2));
    let text = String::from_utf8(write(1)).unwrap();
    let oddities =
        ["bundesweit", "kreisweit", "nicht ok", ",nein,", "nicht in Auswertung", "http://", "\"Beispielleistung"];
    oddities.iter().for_each(|oddity| assert!(text.contains(oddity), "{oddity}"));
}

#[test]
fn catalogues_are_checked() {
    let room = Room::new(2_000);
    let good = fs::read_to_string(room.path("catalogue.csv")).unwrap();
    let line = good.lines().nth(1).unwrap().to_owned();
    let id = line.split(',').next().unwrap();
    let cases = [
        (good.replacen(",arbeit-ruhestand,", ",arbeit-ruhestnd,", 1), "V06"),
        (format!("{good}1001,x,bildung,,x,\n"), "V04"),
        (format!("{good}10999,x,bildung,123,x,\n"), "V04"),
        (format!("{good}{id},x,bildung,,x,\n"), "V06"),
        (good.replacen("ozg_id", "ozgid", 1), "V03"),
        ("ozg_id,ozg_name,area,leika_key\n".to_owned(), "V08"),
    ];
    for (text, code) in cases {
        fs::write(room.path("catalogue.csv"), text).unwrap();
        let Err(ImportError::Faults(faults, _)) = room.import("export.csv") else { panic!("{code} slipped through") };
        assert_eq!(faults[0].rule().code(), code, "{faults:?}");
    }
}

#[test]
fn an_import_in_memory_needs_no_package_on_the_disk() {
    let room = Room::new(2_000);
    let files = read_package_files(&room.path("data")).unwrap();
    let options = Options { package: PathBuf::new(), ..room.options("export.csv", "2026-09-30") };
    let outcome = import_into(&files, &options, Arc::default()).unwrap();
    assert!(outcome.files.contains_key("observations.csv") && outcome.files.contains_key("services.csv"));
}
