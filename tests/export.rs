//! Files of the export that are not what they seem: quotes that swallow rows, cut archives, pages of JSON, other kinds of file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may

mod common;

use common::room::{Room, day};
use ozg_state_comparison::data::PlaceCode;
use ozg_state_comparison::data::check::{Fault, Rule};
use ozg_state_comparison::import::{
    Catalogue, Context, Findings, ImportError, Options, Outcome, Tally, import, read_bytes,
};
use ozg_state_comparison::question::Lang;
use ozg_state_comparison::words::command::fault;
use serde_json::{Value, json};
use std::fs;
use std::io::Write;
use std::sync::Arc;

fn faults(result: Result<Outcome, ImportError>) -> Vec<Fault> {
    match result {
        Err(ImportError::Faults(faults, _)) => faults,
        other => panic!("{other:?}"),
    }
}

/// Rows read and left out, and whether anything was found wrong.
fn read(bytes: &[u8]) -> (u64, Findings) {
    let states: Vec<String> = PlaceCode::STATES.iter().map(|_| String::new()).collect();
    let catalogue = Catalogue::default();
    let context = Context { catalogue: &catalogue, states: &states, date: day("2026-09-30"), done: Arc::default() };
    let (mut tally, mut findings) = (Tally::default(), Findings::default());
    read_bytes("export.csv", bytes, &context, &mut tally, &mut findings);
    (tally.rows + tally.left_out, findings)
}

/// An export without a quote or a line end in its cells; the states are not named.
fn plain(delimiter: &str) -> Vec<Vec<String>> {
    let header = [
        "leika_key",
        "leika_name",
        "ars",
        "ars_federal_state",
        "ozgid",
        "ozg_bezeichnung",
        "url",
        "online_status",
        "art_flaechendeckung",
    ];
    let mut rows = vec![header.map(str::to_owned).to_vec()];
    for number in 0..40 {
        let cells = [
            format!("9900000{:07}", number * 1_000),
            format!("Leistung{delimiter}Nummer {number}")
                .replace(delimiter, if number % 3 == 0 { " " } else { " und " }),
            "050000000000".to_owned(),
            "05".to_owned(),
            "10001".to_owned(),
            "Bündel".to_owned(),
            format!("https://a.de/{number}"),
            "ok".to_owned(),
            "landesweit flächendeckend".to_owned(),
        ];
        rows.push(cells.to_vec());
    }
    rows
}

#[test]
fn a_stray_quote_never_swallows_rows_silently() {
    for delimiter in [",", ";"] {
        let rows = plain(delimiter);
        let written = |rows: &[Vec<String>]| rows.iter().map(|row| row.join(delimiter) + "\n").collect::<String>();
        assert_eq!(read(written(&rows).as_bytes()).0, 40);
        let mut tried = 0;
        // One quote alone, or a second one in a later row.
        for row in 1..=40 {
            for column in 0..9 {
                for (later, other) in [(0, 0), (1, column), (1, (column + 1) % 9), (2, column), (4, column), (7, 3)] {
                    let mut broken = rows.clone();
                    broken[row][column].insert(0, '"');
                    if later > 0 {
                        let Some(cell) = broken.get_mut(row + later).map(|row| &mut row[other]) else { continue };
                        cell.push('"');
                    }
                    let (found, findings) = read(written(&broken).as_bytes());
                    assert!(findings.errors() > 0, "{row}, {column}, {later}, {other}: {found} rows, nothing found");
                    tried += 1;
                }
            }
        }
        assert!(tried > 1_500, "{tried}");
    }
    // It says where the quote opened, and leaving out rows does not help.
    let room = Room::new(2_000);
    let mut rows = plain(",");
    rows[7][1].insert(0, '"');
    let text: String = rows.iter().map(|row| row.join(",") + "\n").collect();
    fs::write(room.path("stray.csv"), text).unwrap();
    let options = Options { leave_out: 1_000, ..room.options("stray.csv", "2026-09-30") };
    let found = faults(import(&options, Arc::default()));
    assert_eq!((found[0].rule(), found[0].row), (Rule::Form, Some(8)), "{found:?}");
    assert_eq!(found[0].column.as_ref().unwrap().0, "leika_name");
}

#[test]
fn names_over_several_lines_are_read() {
    let mut rows = plain(",");
    rows[3][1] = "\"Anzeige,\nErlaubnis und\n„Genehmigung“\"".to_owned();
    let text: String = rows.iter().map(|row| row.join(",") + "\n").collect();
    let (found, findings) = read(text.as_bytes());
    assert_eq!((found, findings.errors()), (40, 0), "{:?}", findings.faults);
}

#[test]
fn a_cut_archive_is_always_a_fault() {
    let room = Room::new(3_000);
    // More faulty rows than are kept come first.
    let mut text = fs::read_to_string(room.path("export.csv")).unwrap();
    let header = text.lines().next().unwrap().to_owned();
    text = text.replacen(&header, &format!("{header}\n{}", "1,2,3\n".repeat(300).trim_end()), 1);
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gz.write_all(text.as_bytes()).unwrap();
    let gz = gz.finish().unwrap();
    let zst = zstd::encode_all(text.as_bytes(), 1).unwrap();
    for (name, bytes) in [("a.csv.gz", gz), ("a.csv.zst", zst)] {
        let options = Options { leave_out: 1_000_000, dry_run: true, ..room.options(name, "2026-09-30") };
        fs::write(room.path(name), &bytes).unwrap();
        assert!(import(&options, Arc::default()).is_ok(), "{name} is whole");
        for cut in [1, 4, 9, bytes.len() / 3, bytes.len() - 40] {
            fs::write(room.path(name), &bytes[..bytes.len() - cut]).unwrap();
            let found = faults(import(&options, Arc::default()));
            let said = fault::what(&found[0].problem, Lang::De);
            assert!(said.contains("abgeschnitten") || said.contains("beschädigt"), "{name}, {cut}: {said}");
        }
    }
}

#[test]
fn each_object_of_a_page_is_read_by_its_own_keys() {
    let room = Room::new(2_000);
    let entry = |more: Value| {
        let mut entry = json!({
            "leikaKey": "99000000001000", "leikaName": "x", "ars": "050000000000", "arsFederalState": "05", "ozgid": "10001",
            "ozgBezeichnung": "b", "url": "https://a.de", "onlineStatus": "ok", "artFlaechendeckung": "landesweit flächendeckend",
        });
        more.as_object().unwrap().iter().for_each(|(key, value)| entry[key] = value.clone());
        entry
    };
    let accept = vec![Rule::Source, Rule::Complete, Rule::Area];
    let options = Options { accept, dry_run: true, ..room.options("page.json", "2026-09-30") };
    let found = |page: String| {
        fs::write(room.path("page.json"), page).unwrap();
        import(&options, Arc::default())
    };
    // A later object has a column that the first one lacks: it does not count as active.
    let page = json!([entry(json!({})), entry(json!({ "leikaKey": "99000000002000", "aktiv": false }))]);
    let outcome = found(page.to_string()).unwrap();
    assert_eq!((outcome.tally.rows, outcome.tally.counted), (2, 1));
    // A key that is missing is named with its object.
    let mut short = entry(json!({}));
    short.as_object_mut().unwrap().remove("onlineStatus");
    let faults_of = |entries: Value| faults(found(entries.to_string()));
    let named = faults_of(json!([entry(json!({})), short]));
    assert_eq!((named[0].rule(), named[0].row), (Rule::Columns, Some(2)), "{named:?}");
    let double = faults_of(json!([entry(json!({ "leika_key": "99000000003000" }))]));
    assert_eq!((double[0].rule(), double[0].row), (Rule::Columns, Some(1)));
    assert_eq!(faults_of(json!([entry(json!({})), "text"]))[0].rule(), Rule::Form);
    let cut = json!([entry(json!({}))]).to_string();
    let broken = faults(found(cut[..cut.len() - 9].to_owned()));
    assert!(fault::what(&broken[0].problem, Lang::De).contains("bricht in Zeile 1"), "{broken:?}");
    assert!(fault::remedy(&broken[0].problem, Lang::De).contains("noch einmal herunterladen"));
}

#[test]
fn other_kinds_of_file_are_called_by_their_name() {
    let room = Room::new(2_000);
    let utf16: Vec<u8> = "leika_key,leika_name\n9,x\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cases: [(&[u8], &str, &str); 9] = [
        (b"\xFD7zXZ\0\0\x04", "xz", "Entpacken"),
        (b"BZh91AY", "bzip2", "Entpacken"),
        (b"7z\xBC\xAF\x27\x1C\0", "7z", "Entpacken"),
        (b"%PDF-1.7\n", "PDF", "als CSV herunterladen"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1", "Excel (XLS)", "als CSV herunterladen"),
        (b"PK\x03\x04", "Excel (XLSX)", "als CSV herunterladen"),
        (&utf16, "UTF-16", "Als UTF-8 speichern"),
        (b"\xFF\xFEl\0", "UTF-16", "Als UTF-8 speichern"),
        (b"  <!doctype html>", "HTML", "als CSV herunterladen"),
    ];
    for (bytes, kind, remedy) in cases {
        fs::write(room.path("other.csv"), bytes).unwrap();
        let found = faults(room.import("other.csv"));
        assert!(fault::what(&found[0].problem, Lang::De).contains(kind), "{kind}: {found:?}");
        assert!(fault::remedy(&found[0].problem, Lang::De).contains(remedy), "{kind}");
    }
    // A day that no calendar has is no matter of its form.
    let text = fs::read_to_string(room.path("export.csv")).unwrap().replacen("2026-09-30", "30.02.2026", 1);
    fs::write(room.path("other.csv"), text).unwrap();
    let found = faults(room.import("other.csv"));
    assert!(fault::what(&found[0].problem, Lang::De).contains("den der Kalender nicht hat"), "{found:?}");
}

#[test]
fn a_stray_quote_in_a_column_of_the_catalogue_that_nobody_reads_is_a_fault() {
    let room = Room::new(2_000);
    let good = fs::read_to_string(room.path("catalogue.csv")).unwrap();
    let lines: Vec<&str> = good.lines().collect();
    let start = lines.iter().position(|line| !line.contains('"') && line.ends_with(",2/3")).unwrap();
    let mut broken: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    broken[start] = broken[start].replace(",Beispielleistung", ",\"Beispielleistung");
    fs::write(room.path("catalogue.csv"), broken.join("\n")).unwrap();
    let found = faults(room.import("export.csv"));
    assert_eq!(found[0].rule(), Rule::Form, "{found:?}");
}
