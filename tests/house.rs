//! The rooms of the house: what each may import, and what nothing may do.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => found.extend(sources(&path)),
            false if path.extension().is_some_and(|end| end == "rs") => found.push(path),
            false => {}
        }
    }
    found
}

/// The room of a file: its path below `src`.
fn room(path: &Path) -> String {
    path.strip_prefix("src").unwrap().to_string_lossy().replace('\\', "/")
}

/// Code without comments.
fn code(path: &Path) -> String {
    let lines = fs::read_to_string(path).unwrap();
    lines.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn crates_stay_in_their_rooms() {
    let rules: [(&str, &[&str]); 14] = [
        ("plotters", &["chart/"]),
        ("leptos", &["ui/"]),
        ("web_sys", &["ui/app/", "main.rs"]),
        ("js_sys", &["ui/app/", "main.rs"]),
        ("gloo_net", &["ui/app/"]),
        ("wasm_bindgen", &["ui/app/", "main.rs"]),
        ("std::fs", &["import/", "publish/", "bin/"]),
        ("std::process", &["publish/", "bin/", "main.rs"]),
        ("clap", &["bin/"]),
        ("indicatif", &["bin/"]),
        ("ureq", &["import/"]),
        ("zstd", &["import/"]),
        ("tiny_http", &["publish/"]),
        ("resvg", &["publish/"]),
    ];
    for path in sources(Path::new("src")) {
        let (room, code) = (room(&path), code(&path));
        for (name, rooms) in rules {
            let used = code.contains(&format!("{name}::")) || code.contains(&format!("use {name};"));
            assert!(!used || rooms.iter().any(|allowed| room.starts_with(allowed)), "{room} uses {name}");
        }
    }
}

#[test]
fn rooms_import_only_rooms_above_them() {
    let order = ["data", "question", "answer", "words", "chart", "output", "ui", "import", "publish"];
    let position = |name: &str| order.iter().position(|room| *room == name);
    for path in sources(Path::new("src")) {
        let own = room(&path);
        let own_room = own.split(['/', '.']).next().unwrap_or_default().to_owned();
        let Some(own_position) = position(&own_room) else { continue };
        for (name, other) in order.iter().enumerate().map(|(index, name)| (name, index)) {
            let imports = code(&path).contains(&format!("crate::{name}::"));
            assert!(!imports || other <= own_position, "{own} imports {name}, which lies below it");
        }
    }
    for path in sources(Path::new("src/ui/view")) {
        assert!(!code(&path).contains("ui::app"), "{}: the view knows nothing of the app", path.display());
    }
}

#[test]
fn no_float_is_parsed_and_no_markup_is_made_elsewhere() {
    for path in sources(Path::new("src")) {
        let (room, code) = (room(&path), code(&path));
        assert!(!code.contains("parse::<f"), "{room} parses a float");
        let markup = code.contains("inner_html");
        assert!(!markup || ["ui/view/page.rs", "ui/view/frame.rs"].contains(&room.as_str()), "{room} sets markup");
    }
}

#[test]
fn files_stay_small() {
    for path in sources(Path::new("src")) {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        assert!(lines <= 400, "{} has {lines} lines: look hard at it", path.display());
    }
}

#[test]
fn the_style_sheet_has_the_colours_of_the_palette() {
    use ozg_state_comparison::chart::{Role, Token};
    let css = fs::read_to_string("assets/style.css").unwrap();
    for token in Token::ALL {
        let count = |color: &str| css.matches(&format!("--{}: {color};", token.name())).count();
        assert_eq!(count(token.light()), 1, "--{} light", token.name());
        assert_eq!(count(token.dark()), 2, "--{} dark, by system and by choice", token.name());
    }
    for role in Role::ALL {
        let (paint, class) = (role.paint(), format!(".{}", role.name()));
        let silent = ["label", "event-text"];
        assert!(css.contains(&class) || silent.contains(&role.name()), "no style for {class}");
        for token in [paint.fill, paint.stroke].into_iter().flatten() {
            assert!(css.contains(&format!("var(--{})", token.name())));
        }
    }
}

#[test]
fn the_project_speaks_of_itself_alone() {
    let mut files: Vec<PathBuf> = ["src", "tests"].into_iter().flat_map(|folder| sources(Path::new(folder))).collect();
    let others = [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "package.json",
        "package-lock.json",
        "index.html",
        "Trunk.toml",
    ];
    files.extend(others.map(PathBuf::from));
    let words =
        [["../", "shared"].concat(), ["/work", "/"].concat(), ["regi", "stry.npmjs"].concat(), ["/ro", "ot/"].concat()];
    for path in files {
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        for word in &words {
            assert!(!text.contains(word.as_str()), "{} says {word}", path.display());
        }
    }
}
