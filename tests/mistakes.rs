//! Slips of an operator: nothing is taken over that cannot be told, nothing is suggested that is wrong, nothing is drawn that was
//! not asked.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may

mod common;

use common::room::Room;
use common::{files, ozg, text};
use std::fs;
use std::process::Command;

/// What the check says in German of the frozen package with one table changed.
fn checked(table: &str, change: impl Fn(String) -> Vec<u8>) -> String {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files() {
        let bytes = if name == table { change(text(&bytes)) } else { bytes };
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    text(&ozg(&["check", folder.path().to_str().unwrap(), "--lang", "de"]).stdout)
}

#[test]
fn a_summary_that_cannot_be_written_stops_before_anything_is_taken_over() {
    let room = Room::new(2_000);
    let before = room.package();
    let at = |name: &str| room.path(name).to_str().unwrap().to_owned();
    let [export, catalogue, package] = ["export.csv", "catalogue.csv", "data"].map(at);
    let import = |summary: &str| {
        let mut args = vec!["--lang", "de", "import", "pvog", export.as_str(), "--catalogue", catalogue.as_str()];
        args.extend(["--package", package.as_str(), "--date", "2026-09-30", "--summary", summary]);
        args.extend(["--accept", "V13", "--reason", "Probe"]);
        ozg(&args)
    };
    let missing = at("nowhere");
    let stopped = import(&format!("{missing}/summary.md"));
    assert_eq!(stopped.status.code(), Some(1));
    assert_eq!(text(&stopped.stderr).trim(), format!("ozg: {missing}: gibt es nicht"), "the folder, not the file");
    assert_eq!(room.package(), before, "nothing is taken over");
    let summary = at("summary.md");
    let done = import(&summary);
    assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
    assert!(room.package() != before);
    assert!(fs::read_to_string(summary).unwrap().contains("| Nordrhein-Westfalen |"));
}

#[test]
fn no_number_is_suggested_that_is_ten_times_as_much() {
    for (written, suggested) in [
        ("1.484", Some("1484")),
        ("1 484", Some("1484")),
        ("1.234.567", Some("1234567")),
        ("197.0", Some("197")),
        ("36,8", None),
        ("12.55", None),
        ("19.84", None),
        ("1.4.8", None),
    ] {
        let said = checked("observations.csv", |csv| {
            let cell = if written.contains(',') { format!("\"{written}\"") } else { written.to_owned() };
            csv.replacen(",290,", &format!(",{cell},"), 1).into_bytes()
        });
        assert!(said.contains(written), "{said}");
        let wanted = suggested.map(|number| format!("({number}?)"));
        match wanted {
            Some(wanted) => assert!(said.contains(&wanted), "{written}: {said}"),
            None => assert!(!said.contains("?)"), "{written}: {said}"),
        }
    }
}

#[test]
fn a_state_is_not_taken_for_another_one() {
    let without = checked("places.csv", |csv| {
        let kept: Vec<&str> = csv.lines().filter(|line| !line.contains("DE-NI")).collect();
        (kept.join("\n") + "\n").into_bytes()
    });
    assert!(without.contains("DE-NI fehlt") && !without.contains("Meinten Sie"), "{without}");
    let other = checked("observations.csv", |csv| csv.replacen(",DE-HH,", ",DE-XX,", 1).into_bytes());
    assert!(other.contains("„DE-XX“") && !other.contains("Meinten Sie"), "{other}");
    let small = checked("observations.csv", |csv| csv.replacen(",DE-HH,", ",de-hh,", 1).into_bytes());
    assert!(small.contains("Meinten Sie Hamburg (DE-HH)?"), "{small}");
}

#[test]
fn keys_of_an_export_are_told_apart() {
    let room = Room::new(200);
    let path = |name: &str| room.path(name).to_str().unwrap().to_owned();
    let [export, catalogue, package] = ["export.csv", "catalogue.csv", "data"].map(path);
    let whole = fs::read_to_string(&export).unwrap();
    let header: Vec<&str> = whole.lines().next().unwrap().split(',').collect();
    let said = |changes: &[(&str, &str)]| {
        let mut rows = csv::Reader::from_reader(whole.as_bytes());
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&header).unwrap();
        for (index, row) in rows.records().map(Result::unwrap).enumerate() {
            let changed = |(column, cell)| match changes.iter().find(|(name, _)| index == 0 && *name == column) {
                Some((_, new)) => (*new).to_owned(),
                None => String::from(cell),
            };
            writer.write_record(header.iter().copied().zip(row.iter()).map(changed)).unwrap();
        }
        fs::write(&export, writer.into_inner().unwrap()).unwrap();
        let args = ["--lang", "de", "import", "pvog", &export, "--catalogue", &catalogue, "--package", &package];
        text(&ozg(&[&args[..], &["--date", "2026-09-30", "--dry-run"]].concat()).stderr)
    };
    let none = said(&[("ars", "170000000000"), ("ars_federal_state", "17")]);
    assert!(none.contains("Zum Schlüssel 170000000000 gibt es kein Land"), "{none}");
    let other = said(&[("ars", "010000000000"), ("ars_federal_state", "02")]);
    assert!(other.contains("Der Schlüssel 010000000000 liegt nicht im Land 02"), "{other}");
    let named = said(&[("ars", "010000000000"), ("ars_federal_state", "01"), ("bundesland", "Bayern")]);
    assert!(
        named.contains("„Bayern“ ist nicht das Land dieses Schlüssels") && !named.contains("Meinten Sie"),
        "{named}"
    );
}

#[test]
fn a_byte_that_is_no_utf8_is_found_in_its_column() {
    // Texts before it hold commas.
    let said = checked("areas.csv", |csv| csv.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect());
    let header: Vec<String> =
        text(&files()["areas.csv"]).lines().next().unwrap().split(',').map(str::to_owned).collect();
    let named = header.iter().any(|column| said.contains(&format!(", {column})")));
    assert!(said.contains("V01") && named, "{said}");
}

#[test]
fn a_question_that_nobody_can_answer_is_not_answered_by_another_picture() {
    for query in ["view=mapp", "veiw=map", "measure=ozg-land-statewid", "area=nix", "focus=xx", "period=2021-13"] {
        let found = ozg(&["--lang", "de", "svg", query]);
        assert_eq!(found.status.code(), Some(2), "{query}");
        assert!(found.stdout.is_empty() && text(&found.stderr).contains(query), "{}", text(&found.stderr));
        assert_eq!(ozg(&["page", query]).status.code(), Some(2), "{query}");
    }
    for query in ["", "view=map&focus=by", "?lang=en&view=growth", "period=2024-01&unit=share"] {
        assert_eq!(ozg(&["svg", query]).status.code(), Some(0), "{query}");
    }
}

#[test]
fn examples_of_the_help_can_be_pasted() {
    for lang in ["de", "en"] {
        let help = text(&ozg(&["picture", "--help", "--lang", lang]).stdout);
        let examples: Vec<&str> =
            help.lines().filter_map(|line| line.split_once("ozg picture \"")).map(|(_, rest)| rest).collect();
        assert_eq!(examples.len(), 3, "{help}");
        for example in examples {
            let (query, rest) = example.split_once('"').unwrap();
            let folder = tempfile::tempdir().unwrap();
            let mut args = vec!["picture".to_owned(), query.to_owned()];
            args.extend(rest.split_whitespace().map(|word| match word.contains('.') {
                true => folder.path().join(word).to_str().unwrap().to_owned(),
                false => word.to_owned(),
            }));
            let made = Command::new(env!("CARGO_BIN_EXE_ozg")).args(&args).output().unwrap();
            assert_eq!(made.status.code(), Some(0), "{example}: {}", text(&made.stderr));
        }
    }
}
