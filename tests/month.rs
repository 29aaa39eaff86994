//! A month by itself: the scripts of docs/ci against a local interface and a repository of their own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may

mod common;

use common::room::Room;
use saphyr::{LoadableYamlNode, Yaml};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Serves the rows of each state of an export; `fails` gives a state that it cannot give.
fn host(room: &Room, fails: Option<&'static str>) -> String {
    let bytes = fs::read(room.path("export.csv")).unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/api", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
            let first = lines.next().unwrap().unwrap();
            let _ = lines.map_while(Result::ok).take_while(|line| !line.is_empty()).count();
            let state = first.split("open-pvog/").nth(1).unwrap()[..2].to_owned();
            let mut reader = csv::Reader::from_reader(bytes.as_slice());
            let mut writer = csv::Writer::from_writer(Vec::new());
            writer.write_record(reader.headers().unwrap()).unwrap();
            for row in reader.records().map(Result::unwrap).filter(|row| row[5] == state) {
                writer.write_record(&row).unwrap();
            }
            let body = writer.into_inner().unwrap();
            let status = if fails == Some(state.as_str()) { "404 Not Found" } else { "200 OK" };
            let head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
            stream.write_all(head.as_bytes()).unwrap();
            stream.write_all(&body).unwrap();
        }
    });
    address
}

/// A repository with the package and the scripts, and the one that it is pushed to.
struct Repository {
    folder: tempfile::TempDir,
    room: Room,
    host: String,
}

impl Repository {
    fn new(fails: Option<&'static str>) -> Self {
        let room = Room::new(6_000);
        let made = Self { folder: tempfile::tempdir().unwrap(), host: host(&room, fails), room };
        for (from, to) in [("script/month", "script/month"), ("tests/package", "assets/data")] {
            fs::create_dir_all(made.path(to)).unwrap();
            for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
                fs::copy(entry.path(), made.path(to).join(entry.file_name())).unwrap();
            }
        }
        fs::copy(made.room.path("catalogue.csv"), made.path("catalogue.csv")).unwrap();
        fs::copy(".gitignore", made.path(".gitignore")).unwrap();
        made.git(&["init", "--quiet", "--initial-branch=main"]);
        made.git(&["add", "."]);
        made.git(&["commit", "--quiet", "--message=first"]);
        made.git(&["init", "--quiet", "--bare", "remote.git"]);
        made.git(&["-C", "remote.git", "config", "receive.advertisePushOptions", "true"]);
        made.git(&["remote", "add", "origin", "remote.git"]);
        made.git(&["push", "--quiet", "origin", "main"]);
        made
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("work").join(name)
    }

    fn command(&self, program: &Path) -> Command {
        fs::create_dir_all(self.path("")).unwrap();
        let mut command = Command::new(program);
        let fonts = fs::canonicalize("node_modules/@expo-google-fonts").unwrap();
        command.current_dir(self.path("")).env("OZG", env!("CARGO_BIN_EXE_ozg")).env("FONTS", fonts);
        command.env("HOST", &self.host).env("DATE", "2026-09-30").env("LC_ALL", "C");
        for (name, text) in [("NAME", "month"), ("EMAIL", "month@example.org")] {
            command.env(format!("GIT_AUTHOR_{name}"), text).env(format!("GIT_COMMITTER_{name}"), text);
        }
        command
    }

    fn git(&self, args: &[&str]) -> String {
        let found = self.command(Path::new("git")).args(args).output().unwrap();
        assert!(found.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&found.stderr));
        String::from_utf8(found.stdout).unwrap()
    }

    /// Runs a step.
    fn step(&self, name: &str, args: &[&str]) -> Output {
        self.command(&self.path("script/month").join(name)).args(args).output().unwrap()
    }

    fn must(&self, name: &str, args: &[&str]) {
        let found = self.step(name, args);
        let said = [found.stdout, found.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        assert!(found.status.success(), "{name}: {}{}", said[0], said[1]);
    }
}

const ACCEPT: [&str; 6] = ["--accept", "V12", "--accept", "V13", "--reason", "erste eigene Auszählung"];

#[test]
fn a_month_becomes_a_branch_with_its_table_and_pictures() {
    let own = Repository::new(None);
    own.must("fetch", &["--pause", "0"]);
    own.must("import", &ACCEPT);
    own.must("pictures", &[]);
    own.must("request", &["-o", "merge_request.create"]);
    let branches = own.git(&["-C", "remote.git", "branch", "--format=%(refname:short)"]);
    assert_eq!(branches, "main\nmonth/2026-09-30\n");
    let message = own.git(&["-C", "remote.git", "log", "-1", "--format=%B", "month/2026-09-30"]);
    assert!(message.starts_with("Figures of 2026-09-30\n\n6,000 rows read, "), "{message}");
    assert!(
        message.contains("| state | before | on | now | difference |") && message.contains("| Bayern | "),
        "{message}"
    );
    let files = own.git(&["-C", "remote.git", "diff", "--name-only", "main", "month/2026-09-30"]);
    for name in [
        "assets/data/observations.csv",
        "assets/data/services.csv",
        "assets/data/acceptances.csv",
        "docs/month/map.png",
    ] {
        assert!(files.contains(name), "{name}: {files}");
    }
    assert!(message.contains("docs/month/map.png"));
    assert_eq!(own.git(&["rev-parse", "--abbrev-ref", "HEAD"]), "main\n");
    assert_eq!(own.git(&["status", "--porcelain"]), "?? remote.git/\n", "the working copy is as before");
    // A runner that has no branch checked out comes back to where it was.
    own.git(&["switch", "--quiet", "--detach", "main"]);
    own.must("request", &[]);
    own.git(&["switch", "--quiet", "main"]);
    // A second run on the same day changes nothing.
    own.git(&["merge", "--quiet", "month/2026-09-30"]);
    own.must("fetch", &["--pause", "0"]);
    own.must("import", &ACCEPT);
    own.must("pictures", &[]);
    let again = own.step("request", &[]);
    assert!(String::from_utf8_lossy(&again.stdout).contains("Nothing changed"), "{again:?}");
}

#[test]
fn a_month_that_fails_leaves_everything_as_it_was() {
    // The interface does not give a state.
    let own = Repository::new(Some("07"));
    assert!(!own.step("fetch", &["--pause", "0"]).status.success());
    // Without it the import stops too; and a warning that nobody accepted stops one that is whole.
    assert!(!own.step("import", &ACCEPT).status.success());
    let whole = Repository::new(None);
    whole.must("fetch", &["--pause", "0"]);
    let found = whole.step("import", &["--accept", "V13", "--reason", "x"]);
    assert!(String::from_utf8_lossy(&found.stderr).contains("V12"), "{found:?}");
    for own in [own, whole] {
        assert_eq!(own.git(&["status", "--porcelain"]), "?? remote.git/\n");
        assert_eq!(own.git(&["-C", "remote.git", "branch", "--format=%(refname:short)"]), "main\n");
    }
}

/// All texts of a document.
fn texts(node: &Yaml<'_>, found: &mut Vec<String>) {
    if let Some(text) = node.as_str() {
        found.push(text.to_owned());
    }
    for child in node.as_sequence().into_iter().flatten() {
        texts(child, found);
    }
    for (key, child) in node.as_mapping().into_iter().flatten() {
        texts(key, found);
        texts(child, found);
    }
}

#[test]
fn the_workflows_call_scripts_that_are_there() {
    for file in ["docs/ci/gitlab-ci.yml", "docs/ci/github.yml"] {
        let source = fs::read_to_string(file).unwrap();
        let documents = Yaml::load_from_str(&source).unwrap();
        let mut found = Vec::new();
        documents.iter().for_each(|document| texts(document, &mut found));
        let steps: Vec<&str> = found
            .iter()
            .flat_map(|text| text.split([' ', '"', '\n']))
            .filter(|word| word.starts_with("script/"))
            .collect();
        for step in ["fetch", "import", "pictures", "request"] {
            assert!(steps.contains(&format!("script/month/{step}").as_str()), "{file}: {step} in {steps:?}");
        }
        assert!(steps.contains(&"script/build"));
        steps.iter().for_each(|step| assert!(Path::new(step).is_file(), "{file}: {step}"));
        // What publishes and what imports are two jobs: a month that fails publishes nothing.
        let jobs = documents[0].as_mapping_get("jobs").unwrap_or(&documents[0]);
        let names: Vec<&str> = jobs.as_mapping().unwrap().keys().filter_map(|key| key.as_str()).collect();
        assert!(names.contains(&"month") && (names.contains(&"pages") || names.contains(&"publish")), "{names:?}");
    }
}
