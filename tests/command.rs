//! The command as an operator uses it: languages, JSON, SARIF, exit codes, rules against the last release and the site.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may

mod common;

use common::{built, few_figures, files, ozg, text};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};

/// A copy of the real package with a change of its figures.
fn package(change: impl Fn(String) -> String) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files() {
        let bytes = if name == "observations.csv" { change(text(&bytes)).into_bytes() } else { bytes };
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    folder
}

fn path(folder: &tempfile::TempDir) -> &str {
    folder.path().to_str().unwrap()
}

/// Codes of the faults of a package against the real one.
fn codes(folder: &tempfile::TempDir, more: &[&str]) -> Vec<String> {
    let mut args = vec!["check", path(folder), "--json"];
    args.extend(more);
    let found: Value = serde_json::from_slice(&ozg(&args).stdout).unwrap();
    found["faults"].as_array().unwrap().iter().map(|fault| fault["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn exit_codes_tell_faults_from_wrong_use() {
    assert_eq!(ozg(&["check"]).status.code(), Some(0));
    let broken = package(|csv| csv.replacen(",exact,", ",exakt,", 1));
    assert_eq!(ozg(&["check", path(&broken)]).status.code(), Some(1));
    assert_eq!(ozg(&["check", "nowhere"]).status.code(), Some(1));
    assert_eq!(ozg(&["chekc"]).status.code(), Some(2));
    assert_eq!(ozg(&["check", "--accept", "V99"]).status.code(), Some(2));
    assert_eq!(ozg(&["import", "pvog", "x.csv", "--date", "31.02.2026", "--catalogue", "y"]).status.code(), Some(2));
}

#[test]
fn faults_point_at_their_cell_in_both_languages() {
    let broken = package(|csv| csv.replacen(",exact,", ",exakt,", 1));
    let german = text(&ozg(&["check", path(&broken), "--lang", "de"]).stdout);
    for words in [
        "observations.csv:2:10 (Zeile 2, Spalte J, qualifier)  V04 Fehler",
        "„exakt“",
        "Meinten Sie exact?",
        "Fehler: 1 · Warnungen: 0",
    ] {
        assert!(german.contains(words), "{german}");
    }
    let lines: Vec<&str> = german.lines().collect();
    let caret = lines.iter().position(|line| line.trim() == "^^^^^").unwrap();
    let at = lines[caret].find('^').unwrap();
    assert_eq!(lines[caret - 1].chars().skip(at).take(5).collect::<String>(), "exakt");
    let english = text(&ozg(&["check", path(&broken), "--lang=en"]).stdout);
    assert!(
        english.contains("(row 2, column J, qualifier)  V04 fault") && english.contains("Did you mean exact?"),
        "{english}"
    );
    let help = |lang: &str| text(&ozg(&["import", "pvog", "--help", "--lang", lang]).stdout);
    assert!(
        help("de").contains("Katalog, der jeder Leistung") && help("en").contains("Catalogue that gives each service")
    );
}

#[test]
fn machines_get_json_and_sarif() {
    let broken = package(|csv| csv.replacen(",exact,", ",exakt,", 1));
    let json: Value = serde_json::from_slice(&ozg(&["check", path(&broken), "--json"]).stdout).unwrap();
    let fault = &json["faults"][0];
    assert_eq!(
        (fault["code"].as_str(), fault["row"].as_u64(), fault["letter"].as_str()),
        (Some("V04"), Some(2), Some("J"))
    );
    assert!(fault["remedy"]["de"].as_str().unwrap().contains("exact"));
    let sarif: Value = serde_json::from_slice(&ozg(&["check", path(&broken), "--sarif"]).stdout).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    let run = &sarif["runs"][0];
    let result = &run["results"][0];
    assert_eq!((result["ruleId"].as_str(), result["level"].as_str()), (Some("V04"), Some("error")));
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(rules.len(), 23);
    assert!(rules.iter().any(|rule| rule["id"] == result["ruleId"]));
    let region = &result["locations"][0]["physicalLocation"]["region"];
    assert_eq!((region["startLine"].as_u64(), region["startColumn"].as_u64()), (Some(2), Some(10)));
}

#[test]
fn german_stays_german() {
    let say = |args: &[&str]| {
        let found = ozg(&[args, &["--lang", "de"]].concat());
        (found.status.code(), text(&found.stdout) + &text(&found.stderr))
    };
    let english = [
        "Usage",
        "error:",
        "Options:",
        "Commands:",
        "Arguments:",
        "No such file",
        "the following",
        "Print help",
        "Example",
        "faults",
        "panicked",
    ];
    for (args, code, words) in [
        (&["--help"][..], 0, "Befehle"),
        (&["import", "pvog", "--help"], 0, "Vorgabe: assets/data"),
        (&["chekc"], 2, "meinten Sie check?"),
        (&["import", "pvog", "x.csv"], 2, "Es fehlt: "),
        (&["import", "pvog", "x.csv", "--catalogue", "y", "--date", "30.09.2026"], 2, "als 2026-09-30 schreiben"),
        (&["import", "pvog", "x.csv", "--catalogue", "y", "--date", "30.02.2026"], 2, "hat der Kalender nicht"),
        (&["import", "pvog", "x.csv", "--catalogue", "y", "--date", "gestern"], 2, "als JJJJ-MM-TT schreiben"),
        (&["fetch", "pvog", "--to", "x", "--states", "Bayern"], 2, "meinten Sie 09?"),
        (&["fetch", "pvog", "--to", "x", "--states", "NW"], 2, "meinten Sie 05?"),
        (&["fetch", "pvog", "--to", "x", "--states", "17"], 2, "Ziffern 01 bis 16"),
        (&["fetch", "pvog", "--to", "target/nothing", "--host", "dashboard.de"], 2, "mit https:// schreiben"),
        (&["fetch", "pvog", "--to", "x", "--tries", "99"], 2, "eine ganze Zahl von 1 bis 20"),
        (&["check", "--accept", "V12"], 2, "Es fehlt: --reason"),
        (&["serve", "nirgends"], 1, "gibt es nicht"),
        (&[], 2, "Es fehlt der Befehl"),
        (&["check", "gibtsnicht"], 1, "kein Datenpaket"),
        (&["check", "--against", "gibtsnicht"], 1, "kein Datenpaket"),
        (&["diff", "30.09.2026", "31.10.2026"], 2, "als 2026-09-30 schreiben"),
        (&["diff", "2026-02-30", "2026-03-01"], 2, "hat der Kalender nicht"),
        (
            &["import", "pvog", "gibtsnicht.csv", "--catalogue", "y", "--date", "2026-09-30", "--dry-run"],
            1,
            "gibt es nicht",
        ),
        (&["svg", "measure=wsp-services"], 1, "nichts zu zeichnen"),
        (&["explain", "V99"], 2, "kein Code"),
    ] {
        let (found, said) = say(args);
        assert_eq!(found, Some(code), "{args:?}: {said}");
        assert!(said.contains(words), "{args:?}: {said}");
        for word in english {
            assert!(!said.contains(word), "{args:?} says {word}: {said}");
        }
    }
}

#[test]
fn every_code_is_explained() {
    for number in 1..=23 {
        let found = ozg(&["explain", &format!("V{number:02}"), "--lang", "de"]);
        let words = text(&found.stdout);
        assert!(words.starts_with(&format!("V{number:02}: ")) && words.len() > 40 && !words.contains("**"), "{words}");
    }
    assert_eq!(ozg(&["explain", "V24"]).status.code(), Some(2));
}

/// A new row behind the others.
fn row(cells: &str) -> impl Fn(String) -> String {
    move |csv| format!("{csv}{cells}\n")
}

#[test]
fn parts_above_their_whole_are_found() {
    let source = "insm-2025-02,2026-11-24,,,,";
    let any = format!("ozg-land-any,DE-BY,all,2025-01-01,2025-01-31,Januar 2025,,100,,exact,,{source}");
    assert_eq!(codes(&package(row(&any)), &[]), ["V11"]);
    let area = format!("ozg-land-statewide,DE-BY,bildung,2025-01-01,2025-01-31,Januar 2025,,300,,exact,,{source}");
    assert_eq!(codes(&package(row(&area)), &[]), ["V11", "V08"]);
    let catalogue = format!("ozg-land-statewide,DE-BY,all,2025-05-01,2025-05-31,Mai 2025,,700,,exact,,{source}");
    assert_eq!(codes(&package(row(&catalogue)), &[]), ["V11"]);
    let fine = format!("ozg-land-any,DE-BY,all,2025-01-01,2025-01-31,Januar 2025,,400,,exact,,{source}");
    assert_eq!(codes(&package(row(&fine)), &[]), [""; 0]);
}

const ACCEPT_V10: [&str; 4] = ["--accept", "V10", "--reason", "angekündigt"];

#[test]
fn warnings_pass_when_accepted() {
    let future = "ozg-land-any,DE-BY,all,2027-01-01,2027-01-31,Januar 2027,,180,,exact,,insm-2025-02,2026-11-24,,,,";
    let folder = package(row(future));
    assert_eq!(codes(&folder, &[]), ["V10"]);
    assert_eq!(ozg(&["check", path(&folder), "--accept", "V10"]).status.code(), Some(2), "it takes a reason");
    assert_eq!(codes(&folder, &ACCEPT_V10), [""; 0]);
    assert_eq!(codes(&folder, &[]), [""; 0], "it is written down");
    let wrong = package(row("ozg-land-any,DE-BY,all,2027-02-31,2027-01-31,x,,180,,exact,,insm-2025-02,2026-11-24,,,,"));
    assert_eq!(codes(&wrong, &ACCEPT_V10), ["V10"], "a day that does not exist is no warning");
}

#[test]
fn the_last_release_is_not_rewritten_and_changes_are_plausible() {
    let against = ["--against", "tests/package"];
    let add = |value: u32, recorded: &str| {
        package(row(&format!(
            "ozg-land-statewide,DE-BY,all,2026-10-01,2026-10-31,Oktober 2026,,{value},,exact,,insm-2025-02,{recorded},,,,"
        )))
    };
    assert_eq!(codes(&add(290, "2026-11-25"), &against), [""; 0]);
    assert_eq!(codes(&add(250, "2026-11-25"), &against), ["V12"], "a fall");
    assert_eq!(codes(&add(400, "2026-11-25"), &against), ["V12"], "a jump");
    let accept = ["--against", "tests/package", "--accept", "V12", "--reason", "Katalog bereinigt"];
    assert_eq!(codes(&add(400, "2026-11-25"), &accept), [""; 0]);
    assert_eq!(codes(&add(290, "2026-10-01"), &against), ["V19"], "recorded before the last release");
    let edited = package(|csv| csv.replacen("January 2025,197,", "January 2025,198,", 1));
    assert_eq!(codes(&edited, &against), ["V18"]);
    let removed = package(|csv| {
        csv.lines().filter(|line| !line.contains("January 2025,276,")).map(|line| format!("{line}\n")).collect()
    });
    assert_eq!(codes(&removed, &against), ["V18"]);
}

#[test]
fn differences_are_told_by_kind() {
    let changed = package(|csv| {
        let old = csv.lines().find(|line| line.contains("DE-BB,all,2025-01-01")).unwrap().to_owned();
        let gone = csv.lines().find(|line| line.contains("DE-SN,all,2025-01-01")).unwrap().to_owned();
        let closed =
            |line: &str, reason: &str| line.replacen("2026-11-24,,", &format!("2026-11-24,2026-11-24,{reason}"), 1);
        let new = old.replacen(",197,", ",199,", 1).replacen("2026-11-24", "2026-11-23", 1);
        let added =
            "ozg-land-statewide,DE-BY,all,2026-10-01,2026-10-31,Oktober 2026,,290,,exact,,insm-2025-02,2026-11-24,,,,";
        csv.replacen(&old, &closed(&old, "correction"), 1).replacen(&gone, &closed(&gone, "unknown"), 1)
            + &format!("{new}\n{added}\n")
    });
    let found = ozg(&["diff", "tests/package", path(&changed), "--json"]);
    let json: Value = serde_json::from_slice(&found.stdout).unwrap();
    let numbers = ["added", "corrected", "withdrawn"].map(|kind| json[kind].as_array().unwrap().len());
    assert_eq!(numbers, [1, 1, 1], "{json:#}");
    assert_eq!(
        (json["corrected"][0]["old"]["value"].as_str(), json["corrected"][0]["new"]["value"].as_str()),
        (Some("197"), Some("199"))
    );
    assert_eq!(json["corrected"][0]["reason"], "correction");
    assert_eq!(json["withdrawn"][0]["reason"], "unknown");
    let german = text(&ozg(&["diff", "tests/package", path(&changed), "--lang", "de"]).stdout);
    assert!(german.contains("1 hinzugekommen, 1 berichtigt, 1 zurückgezogen"), "{german}");
    assert!(german.contains("Brandenburg: 199 statt 197 (Januar 2025), Korrektur"), "{german}");
    // The same figure with another date is nothing to be taken back.
    let redated = package(|csv| {
        let old = csv.lines().find(|line| line.contains("DE-BB,all,2025-01-01")).unwrap().to_owned();
        let closed = old.replacen("2026-11-24,,", "2026-11-24,2026-11-24,correction", 1);
        let new = old.replacen(
            "2025-01-01,2025-01-31,Januar 2025,January 2025",
            "2025-02-01,2025-02-28,Februar 2025,February 2025",
            1,
        );
        csv.replacen(&old, &closed, 1) + &format!("{new}\n")
    });
    let german = text(&ozg(&["diff", "tests/package", path(&redated), "--lang", "de"]).stdout);
    assert!(german.contains("0 hinzugekommen, 1 berichtigt, 0 zurückgezogen"), "{german}");
    assert!(german.contains("Brandenburg: 197 (Februar 2025 statt Januar 2025), Korrektur"), "{german}");
    let none = text(&ozg(&["diff", "tests/package", "tests/package"]).stdout);
    assert_eq!(none, "Nothing changed.\n");
    let days: Value = serde_json::from_slice(
        &ozg(&["diff", "2026-11-23", "2026-11-24", "--package", "tests/package", "--json"]).stdout,
    )
    .unwrap();
    assert_eq!(days["added"].as_array().unwrap().len(), 220, "all came on one day");
}

/// A site of few figures, published by the command.
fn published() -> tempfile::TempDir {
    let (site, package) = (built(), few_figures(|_, text| text));
    let [from, to] = [package.path(), site.path()].map(|path| path.to_str().unwrap());
    assert!(ozg(&["publish", "--package", from, "--to", to]).status.success());
    site
}

#[test]
fn a_published_site_is_compared_with_its_package() {
    let site = published();
    let data = site.path().join("data");
    let check = |what: &str| {
        let found: Value = serde_json::from_slice(&ozg(&["check", data.to_str().unwrap(), "--json"]).stdout).unwrap();
        let codes: Vec<String> =
            found["faults"].as_array().unwrap().iter().map(|f| f["code"].as_str().unwrap().to_owned()).collect();
        (what.to_owned(), codes)
    };
    assert_eq!(check("good").1, [""; 0]);
    let with = |name: &str, change: &dyn Fn(Vec<u8>) -> Vec<u8>, expected: &str| {
        let file = site.path().join(name);
        let good = fs::read(&file).unwrap();
        fs::write(&file, change(good.clone())).unwrap();
        let (_, codes) = check(name);
        assert!(codes.contains(&expected.to_owned()), "{name}: {codes:?}");
        fs::write(&file, good).unwrap();
    };
    let manifest: Value = serde_json::from_slice(&fs::read(data.join("manifest.json")).unwrap()).unwrap();
    let files = manifest["files"].as_array().unwrap().iter().filter_map(|file| file["path"].as_str());
    let release = files.clone().find(|path| path.starts_with("data/release-de-")).unwrap().to_owned();
    with(
        &release,
        &|mut bytes| {
            bytes[40] ^= 1;
            bytes
        },
        "V17",
    );
    with(&release, &|bytes| [bytes, b" ".to_vec()].concat(), "V17");
    with("index.html", &|bytes| text(&bytes).replacen("290", "291", 1).into_bytes(), "V20");
    with(
        "en/index.html",
        &|bytes| text(&bytes).replacen("data-value=\"290\"", "data-value=\"289\"", 1).into_bytes(),
        "V20",
    );
    with("data/latest.json", &|bytes| text(&bytes).replacen("DE-NW", "DE-XX", 1).into_bytes(), "V20");
    fs::remove_file(site.path().join(&release)).unwrap();
    assert_eq!(check("gone").1, ["V08"]);
}

#[test]
fn the_site_is_served_with_its_headers() {
    let site = published();
    let secret = tempfile::NamedTempFile::new().unwrap();
    fs::write(secret.path(), "secret").unwrap();
    std::os::unix::fs::symlink(secret.path(), site.path().join("link.txt")).unwrap();
    // A folder without a site is none.
    let nothing = ozg(&["serve", "src", "--port", "0"]);
    assert_eq!(nothing.status.code(), Some(1));
    assert!(text(&nothing.stderr).contains("_headers"), "{}", text(&nothing.stderr));
    let server = Serving::start(site.path());
    let page = server.ask("GET / HTTP/1.1");
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("content-security-policy: default-src 'none'"), "{page}");
    assert!(server.ask("GET /en HTTP/1.1").starts_with("HTTP/1.1 301"));
    assert!(server.ask("GET /data/observations.csv HTTP/1.1").contains("text/csv; charset=utf-8; header=present"));
    let names = fs::read_dir(site.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let app = names.into_iter().find(|name| name.starts_with("app-de-") && name.ends_with(".wasm")).unwrap();
    assert!(server.ask(&format!("GET /{app} HTTP/1.1")).contains("application/wasm"));
    for hidden in ["/_headers", "/../Cargo.toml", "/%2e%2e/Cargo.toml", "/nowhere", "/link.txt"] {
        let found = server.ask(&format!("GET {hidden} HTTP/1.1"));
        assert!(found.starts_with("HTTP/1.1 404") && !found.contains("secret"), "{hidden}");
    }
    // HEAD is GET without the body; other methods are refused, and what they send is not read.
    let head = server.ask("HEAD / HTTP/1.1");
    let length = page.split_once("\r\n\r\n").unwrap().1.len();
    assert!(head.starts_with("HTTP/1.1 200") && head.ends_with("\r\n\r\n"), "{head}");
    assert!(head.contains(&format!("content-length: {length}\r\n")), "{length}: {head}");
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"] {
        let found = server.ask(&format!("{method} / HTTP/1.1\r\nContent-Length: 100000000000"));
        assert!(found.starts_with("HTTP/1.1 405") && found.contains("allow: GET, HEAD"), "{method}: {found}");
    }
    // A tag says that nothing has changed; a part is a part.
    let tag = page.lines().find_map(|line| line.strip_prefix("etag: ")).unwrap().to_owned();
    let same = server.ask(&format!("GET / HTTP/1.1\r\nIf-None-Match: W/\"x\", {tag}"));
    assert!(same.starts_with("HTTP/1.1 304") && same.ends_with("\r\n\r\n"), "{same}");
    let part = server.ask("GET /data/observations.csv HTTP/1.1\r\nRange: bytes=0-6");
    assert!(part.starts_with("HTTP/1.1 206") && part.ends_with("\r\n\r\nmeasure"), "{part}");
    let whole = server.ask("GET /data/observations.csv HTTP/1.1\r\nRange: bytes=0-6\r\nIf-Range: \"old\"");
    assert!(whole.starts_with("HTTP/1.1 200") && whole.len() > 1_000);
    assert!(server.ask("GET / HTTP/1.1\r\nRange: bytes=99999999-").starts_with("HTTP/1.1 416"));
    // What is on the network is compared with the release.
    let address = format!("http://127.0.0.1:{}/", server.port);
    let release = site.path().to_str().unwrap();
    let verify = |address: &str| ozg(&["verify", address, "--release", release, "--lang", "de"]);
    let same = verify(&address);
    assert_eq!(same.status.code(), Some(0), "{}", text(&same.stdout));
    let stays = fs::read(site.path().join("version.json")).unwrap();
    let index = fs::read_to_string(site.path().join("index.html")).unwrap();
    fs::write(site.path().join("index.html"), index.replacen("290", "291", 1)).unwrap();
    fs::remove_file(site.path().join("data/events.csv")).unwrap();
    let fewer = text(&stays).replacen("\"data/areas.csv\":", "\"data/other.csv\":", 1);
    let found = text(&verify(&address).stdout);
    for words in [
        "index.html  V17 Fehler\n  sha256: laut Ausgabe ",
        "data/events.csv  V17 Fehler\n  status: laut Ausgabe 200, gefunden 404",
    ] {
        assert!(found.contains(words), "{found}");
    }
    assert!(found.contains("Fehler: 2 · Warnungen: 0"), "{found}");
    fs::write(site.path().join("index.html"), index).unwrap();
    let other = tempfile::tempdir().unwrap();
    let headers = fs::read_to_string(site.path().join("_headers")).unwrap();
    fs::write(other.path().join("_headers"), headers.replace("nosniff", "sniff")).unwrap();
    fs::write(other.path().join("version.json"), fewer).unwrap();
    let found = ozg(&["verify", &address, "--release", other.path().to_str().unwrap(), "--json"]);
    assert_eq!(found.status.code(), Some(1));
    let json: Value = serde_json::from_slice(&found.stdout).unwrap();
    let said: BTreeSet<&str> =
        json["faults"].as_array().unwrap().iter().map(|f| f["what"]["en"].as_str().unwrap()).collect();
    assert!(said.contains("X-Content-Type-Options: sniff in the release, nosniff found"), "{said:?}");
    assert!(said.contains("The release does not have this file"), "{said:?}");
    assert_eq!(verify("http://127.0.0.1:9/").status.code(), Some(1));
    assert_eq!(verify("dashboard.de").status.code(), Some(2));
    // Idle connections do not starve a visitor.
    let idle: Vec<_> = (0..300).map(|_| std::net::TcpStream::connect(("127.0.0.1", server.port)).unwrap()).collect();
    let begin = std::time::Instant::now();
    assert!(server.ask("GET / HTTP/1.1").starts_with("HTTP/1.1 200"));
    assert!(begin.elapsed() < std::time::Duration::from_secs(2), "{:?}", begin.elapsed());
    drop(idle);
    // A port in use is said in German too.
    let port = server.port.to_string();
    let found = ozg(&["serve", site.path().to_str().unwrap(), "--port", &port, "--lang", "de"]);
    assert_eq!(text(&found.stderr), format!("ozg: Port {port} ist belegt; mit --port einen anderen wählen\n"));
}

/// A server that ends with the test, however that ends.
struct Serving {
    child: std::process::Child,
    port: u16,
}

impl Serving {
    fn start(folder: &Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_ozg"))
            .args(["serve", folder.to_str().unwrap(), "--port", "0"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        std::io::BufRead::read_line(&mut std::io::BufReader::new(child.stdout.as_mut().unwrap()), &mut line).unwrap();
        let port = line.split("127.0.0.1:").nth(1).unwrap().split('/').next().unwrap().parse().unwrap();
        Self { child, port }
    }

    /// The answer to the first lines of a request.
    fn ask(&self, request: &str) -> String {
        let mut stream = std::net::TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.write_all(format!("{request}\r\nHost: x\r\nConnection: close\r\n\r\n").as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn the_operator_guide_names_every_command_and_code() {
    let guide = fs::read_to_string("docs/operator.md").unwrap();
    let (german, english) = guide.split_once("# Operator's guide").unwrap();
    let help = text(&ozg(&["--help"]).stdout);
    let lines =
        help.lines().skip_while(|line| !line.starts_with("Commands")).skip(1).take_while(|line| !line.is_empty());
    let names = lines.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let commands: Vec<&str> = names.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(commands.len() > 8, "{help}");
    for command in commands.iter().filter(|name| !["help", "svg", "page"].contains(name)) {
        for part in [german, english] {
            assert!(part.contains(&format!("ozg {command}")), "ozg {command} is missing in docs/operator.md");
        }
    }
    assert!(Path::new("docs/checks.md").exists());
}
