//! The rooms of the house: what each may import, and what nothing may do.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may

use std::collections::{BTreeMap, BTreeSet};
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
        // Components name types of events and elements.
        ("web_sys", &["ui/browser/", "ui/components/"]),
        ("js_sys", &["ui/browser/"]),
        ("gloo_net", &["ui/browser/"]),
        ("wasm_bindgen_futures", &["ui/browser/"]),
        ("std::fs", &["import/", "publish/", "bin/"]),
        ("std::process", &["publish/", "bin/", "main.rs"]),
        ("clap", &["bin/"]),
        ("indicatif", &["bin/"]),
        ("ureq", &["import/", "publish/verify.rs"]),
        ("zstd", &["import/"]),
        ("hyper", &["publish/"]),
        ("resvg", &["publish/"]),
    ];
    for path in sources(Path::new("src")) {
        let (room, code) = (room(&path), code(&path));
        for (name, rooms) in rules {
            let used = code.contains(&format!("{name}::")) || code.contains(&format!("use {name};"));
            assert!(!used || rooms.iter().any(|allowed| room.starts_with(allowed)), "{room} uses {name}");
        }
    }
    for path in sources(Path::new("src/ui/state")) {
        let found = ["web_sys", "wasm_bindgen", "leptos::ev"].iter().find(|name| code(&path).contains(**name));
        assert_eq!(found, None, "{}: the state knows nothing of the DOM", path.display());
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
    for (room, below) in [("state", ["components", "browser"].as_slice()), ("components", &["browser"])] {
        for path in sources(&Path::new("src/ui").join(room)) {
            let found = below.iter().find(|name| code(&path).contains(&format!("ui::{name}")));
            assert_eq!(found, None, "{} imports a room below it", path.display());
        }
    }
}

/// The modules inside a room that a file names in its imports, by their path below the room: `state/page`.
fn imported(path: &Path, room: &str, files: &BTreeSet<String>) -> BTreeSet<String> {
    let own = module(path, room);
    let parent = own.rsplit_once('/').map_or(String::new(), |(parent, _)| parent.to_owned());
    // A file named `mod.rs` stands for its folder, whose modules are its own.
    let (me, above) = match path.ends_with("mod.rs") {
        true => (own.clone(), parent),
        false => (parent.clone(), parent.rsplit_once('/').map_or(String::new(), |(above, _)| above.to_owned())),
    };
    let text = code(path);
    let text = text.split("mod tests").next().unwrap_or_default();
    let mut found = BTreeSet::new();
    for statement in text.split("use ").skip(1).map(|rest| rest.split(';').next().unwrap_or_default()) {
        if text.contains(&format!("pub use {statement};")) {
            continue; // what a folder offers is no import
        }
        let place = |base: &str, rest: &str| {
            [base, rest].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join("/")
        };
        let (base, rest) = match statement.split_once("::") {
            Some(("super", rest)) if path.ends_with("mod.rs") => (above.clone(), rest),
            Some(("super", rest)) => (me.clone(), rest),
            Some(("crate", rest)) if rest.starts_with(room) => {
                (String::new(), rest[room.len()..].trim_start_matches("::"))
            }
            Some((name, _)) if files.contains(&place(&me, name)) && path.ends_with("mod.rs") => (me.clone(), statement),
            _ => continue,
        };
        // Of `name::{One, Two}` each belongs to `name`.
        let (start, names) = rest.split_once("::{").map_or(("", rest), |(start, names)| (start, names));
        for name in names.trim_matches(['{', '}']).split(',').map(str::trim) {
            let name = if start.is_empty() { name.to_owned() } else { format!("{start}::{name}") };
            let parts: Vec<&str> = name.split("::").collect();
            let longest = (0..=parts.len()).rev().map(|end| place(&base, &parts[..end].join("/")));
            found.extend(longest.into_iter().find(|candidate| files.contains(candidate)));
        }
    }
    found.remove(&own);
    found
}

/// A file as a module: its path below the room without ending; `mod.rs` is its folder.
fn module(path: &Path, room: &str) -> String {
    let below = path.strip_prefix(Path::new("src").join(room)).unwrap().to_string_lossy().replace('\\', "/");
    below.trim_end_matches(".rs").trim_end_matches("mod").trim_end_matches('/').to_owned()
}

/// Of two files in a room at most one imports the other.
#[test]
fn no_two_files_import_each_other() {
    for room in ["data", "question", "answer", "words", "chart", "output", "ui", "import", "publish"] {
        let paths = sources(&Path::new("src").join(room));
        let files: BTreeSet<String> =
            paths.iter().map(|path| module(path, room)).filter(|name| !name.is_empty()).collect();
        let edges: BTreeMap<String, BTreeSet<String>> =
            paths.iter().map(|path| (module(path, room), imported(path, room, &files))).collect();
        for (file, others) in &edges {
            for other in others {
                let back = edges.get(other).is_some_and(|back| back.contains(file));
                assert!(!back, "{room}: {file} and {other} import each other");
            }
        }
    }
}

#[test]
fn no_float_is_parsed_and_no_markup_is_made_elsewhere() {
    for path in sources(Path::new("src")) {
        let (room, code) = (room(&path), code(&path));
        assert!(!code.contains("parse::<f"), "{room} parses a float");
        for name in ["inner_html", "innerHTML", "insert_adjacent_html", "outer_html"] {
            assert!(!code.contains(name), "{room} sets markup by {name}");
        }
        // Standalone SVG, feeds and the sitemap are files; all HTML is made of components.
        let may_write = ["ui/components/", "output/", "publish/png.rs", "publish/feeds.rs"];
        if !may_write.iter().any(|allowed| room.starts_with(allowed)) {
            let mut tags = code.match_indices('<').filter_map(|(at, _)| code.get(at..at + 3));
            let found =
                tags.find(|tag| ["<p>", "<p ", "<a ", "<ul", "<li", "<di", "<sp", "<ta", "<h1", "<h2"].contains(tag));
            assert_eq!(found, None, "{room} writes HTML");
        }
    }
}

/// What may not wait for the app is plain script; everything else is Rust.
#[test]
fn scripts_stay_small_and_set_no_markup() {
    let mut lines = 0;
    for name in ["boot.js", "start.js", "search.js", "kept.js"] {
        let script = fs::read_to_string(Path::new("assets").join(name)).unwrap();
        lines += script.lines().count();
        assert!(!script.contains("innerHTML") && !script.contains("window.ozg"), "{name}");
    }
    assert!(lines <= 128, "{lines} lines");
    let others = fs::read_dir("assets").unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut scripts: Vec<String> = others.filter(|name| name.ends_with(".js")).collect();
    scripts.sort();
    assert_eq!(
        scripts,
        [
            "boot.js",
            "embed.js",
            "embedded.js",
            "interactive.js",
            "kept.js",
            "later.js",
            "listen.js",
            "search.js",
            "share.js",
            "start.js",
            "sw-off.js",
            "sw.js"
        ]
    );
    // What runs in pages of others, and inside their frames.
    for name in ["embed.js", "embedded.js", "interactive.js"] {
        assert!(fs::read(Path::new("assets").join(name)).unwrap().len() <= 3_000, "{name}");
    }
}

/// The boot guard marks a page whose address asks another question: it must know every key of a question.
#[test]
fn the_boot_guard_knows_every_key_of_a_question() {
    let boot = fs::read_to_string("assets/boot.js").unwrap();
    let marks = boot.lines().find(|line| line.contains("page.other")).unwrap();
    let list = marks.split("value('").nth(1).unwrap().split("',").next().unwrap();
    let known: BTreeSet<&str> = list.split('|').collect();
    let asked: BTreeSet<&str> = ozg_state_comparison::question::KEYS.iter().copied().collect();
    assert_eq!(known, asked);
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
fn the_style_sheet_has_the_widths_of_the_drawings() {
    use ozg_state_comparison::chart::Width;
    let css = fs::read_to_string("assets/style.css").unwrap();
    for (width, next) in Width::ALL.iter().zip(Width::ALL.iter().skip(1).map(Some).chain([None])) {
        let from = Some(width.fewest_pixels()).filter(|from| *from > 0).map(|from| format!("(min-width: {from}px)"));
        let to = next.map(|next| format!("(max-width: {}.98px)", next.fewest_pixels() - 1));
        let query: Vec<String> = from.into_iter().chain(to).collect();
        let rule = format!("@container figure {} {{ .drawings .chart-{} {{", query.join(" and "), width.name());
        assert!(css.contains(&rule), "{rule}");
    }
    assert!(css.contains(&format!("max-width: {}px; overflow: visible", Width::Narrow.most_pixels())));
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

/// What is built comes from two registries, by hashes, and builds ask for nothing else.
#[test]
fn dependencies_come_from_the_registries_and_are_locked() {
    let read = |path: &str| fs::read_to_string(path).unwrap();
    for lock in ["Cargo.lock", "fuzz/Cargo.lock"] {
        let sources: Vec<String> =
            read(lock).lines().filter_map(|line| line.strip_prefix("source = ").map(str::to_owned)).collect();
        assert!(sources.len() > 100, "{lock}");
        for source in sources {
            assert_eq!(source, "\"registry+https://github.com/rust-lang/crates.io-index\"", "{lock}");
        }
    }
    let npm: serde_json::Value = serde_json::from_str(&read("package-lock.json")).unwrap();
    let packages = npm["packages"].as_object().unwrap();
    for (path, package) in packages.iter().filter(|(path, _)| !path.is_empty()) {
        assert!(package["integrity"].as_str().is_some_and(|hash| hash.starts_with("sha512-")), "{path}");
    }
    let wanted: serde_json::Value = serde_json::from_str(&read("package.json")).unwrap();
    for (name, version) in wanted["devDependencies"].as_object().unwrap() {
        assert!(version.as_str().unwrap().starts_with(|sign: char| sign.is_ascii_digit()), "{name}: an exact version");
    }
    let trunk: toml::Value = toml::from_str(&read("Trunk.toml")).unwrap();
    assert!(trunk["build"]["offline"].as_bool().unwrap() && trunk["build"]["locked"].as_bool().unwrap());
    let toolchain: toml::Value = toml::from_str(&read("rust-toolchain.toml")).unwrap();
    let manifest: toml::Value = toml::from_str(&read("Cargo.toml")).unwrap();
    let version = manifest["package"]["rust-version"].as_str().unwrap();
    assert!(toolchain["toolchain"]["channel"].as_str().unwrap().starts_with(version));
    for script in
        ["script/test", "script/build", "script/server", "script/modules.mjs", "script/sbom.mjs", "Trunk.toml"]
    {
        for line in read(script).lines().filter(|line| !line.trim_start().starts_with('#')) {
            let runs = ["cargo run ", "cargo test ", "cargo clippy ", "cargo doc ", "cargo build "];
            assert!(!runs.iter().any(|run| line.contains(run)) || line.contains("--locked"), "{script}: {line}");
        }
    }
    assert!(read("script/bootstrap").contains("npm ci"));
}

/// No address leads a reader elsewhere: who may change the location does it by ways that are written down.
#[test]
fn the_location_is_changed_in_few_places() {
    let signs = ["location.assign", "location.replace", "location.href =", "at.replace", "set_href", "redirect("];
    let scripts = fs::read_dir("assets").unwrap().map(|entry| entry.unwrap().path());
    let scripts = scripts.filter(|path| path.extension().is_some_and(|end| end == "js"));
    for path in sources(Path::new("src")).into_iter().chain(scripts) {
        let name = path.to_string_lossy().into_owned();
        let may = ["assets/boot.js", "assets/later.js", "assets/share.js", "src/ui/browser/save.rs"];
        let text = fs::read_to_string(&path).unwrap();
        let found = signs.iter().find(|sign| text.contains(**sign));
        assert!(found.is_none() || may.contains(&name.as_str()), "{name}: {found:?}");
    }
}
