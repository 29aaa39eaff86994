//! Files of earlier releases that stay: a page that a browser or a proxy has kept finds the code and data that it names.

use super::PublishError;
use super::hash::before_hash;
use super::package::Tree;
use crate::data::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::path::Path;

/// So many releases stay, however old.
const RELEASES: usize = 3;
/// So many days an older one stays.
const DAYS: i32 = 30;

/// A release: the day on which it was published, and its files that are named by their content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    /// The day.
    pub day: String,
    /// The files.
    pub files: BTreeSet<String>,
}

/// What `version.json` says of the releases of a site.
#[derive(Deserialize)]
struct Version {
    #[serde(default)]
    releases: Vec<Release>,
    sha256: serde_json::Map<String, serde_json::Value>,
}

/// The files of a tree that are named by their content.
fn hashed<'a>(paths: impl Iterator<Item = &'a String>) -> BTreeSet<String> {
    paths.filter(|path| before_hash(path).is_some()).cloned().collect()
}

/// Adds to a site the hashed files of the earlier releases that stay, from the folder of the last one: the last three, and older
/// ones for thirty days. Says which releases there are, the new one first.
pub fn keep(folder: &Path, tree: &mut Tree, today: Date) -> Result<Vec<Release>, PublishError> {
    let path = folder.join("version.json");
    let bytes = std::fs::read(&path).map_err(|error| PublishError::File(path.clone(), error))?;
    let version: Version =
        serde_json::from_slice(&bytes).map_err(|_| PublishError::File(path, std::io::ErrorKind::InvalidData.into()))?;
    let own = Release { day: today.to_string(), files: hashed(tree.keys()) };
    let mut earlier = version.releases;
    if earlier.is_empty() {
        // Nobody knows since when it is there: its days count from now on.
        earlier.push(Release { day: today.to_string(), files: hashed(version.sha256.keys()) });
    }
    earlier.retain(|release| release.files != own.files);
    let age = |release: &Release| Date::parse(&release.day).map_or(0, |day| today.days() - day.days());
    let mut releases = vec![own];
    for release in earlier {
        if releases.len() < RELEASES || age(&release) <= DAYS {
            releases.push(release);
        }
    }
    for file in releases.iter().flat_map(|release| &release.files) {
        // Names come from a file: none leads out of the folder.
        if tree.contains_key(file) || file.contains("..") || file.starts_with('/') || before_hash(file).is_none() {
            continue;
        }
        let path = folder.join(file);
        let bytes = std::fs::read(&path).map_err(|error| PublishError::File(path, error))?;
        tree.insert(file.clone(), bytes);
    }
    Ok(releases)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn three_releases_and_thirty_days_stay() {
        let old = tempfile::tempdir().unwrap();
        let name = |number: usize| format!("start-{number:016x}.js");
        let release = |number: usize, day: &str| Release { day: day.to_owned(), files: BTreeSet::from([name(number)]) };
        let days = ["2026-11-20", "2026-10-20", "2026-10-10", "2026-09-01"];
        let releases: Vec<Release> = days.iter().enumerate().map(|(at, day)| release(at + 1, day)).collect();
        for release in &releases {
            release.files.iter().for_each(|file| std::fs::write(old.path().join(file), file).unwrap());
        }
        let version = serde_json::json!({ "releases": releases, "sha256": {} });
        std::fs::write(old.path().join("version.json"), version.to_string()).unwrap();
        let mut tree = Tree::from([(name(9), b"new".to_vec()), ("index.html".to_owned(), Vec::new())]);
        let kept = keep(old.path(), &mut tree, day("2026-11-25")).unwrap();
        let found: Vec<&str> = kept.iter().map(|release| release.day.as_str()).collect();
        assert_eq!(found, ["2026-11-25", "2026-11-20", "2026-10-20"], "three, as no older one is within thirty days");
        assert_eq!(tree.keys().filter(|path| before_hash(path).is_some()).count(), 3);
        assert_eq!(tree[&name(1)], name(1).into_bytes());
        let mut tree = Tree::from([(name(9), b"new".to_vec())]);
        let kept = keep(old.path(), &mut tree, day("2026-11-09")).unwrap();
        assert_eq!(kept.len(), 4, "of the 10th of October too, but not of September");
        // Publishing the same again is no release of its own.
        let mut tree = Tree::from([(name(1), b"same".to_vec())]);
        assert_eq!(keep(old.path(), &mut tree, day("2026-11-25")).unwrap().len(), 3);
        std::fs::remove_file(old.path().join(name(1))).unwrap();
        let mut tree = Tree::from([(name(9), b"new".to_vec())]);
        assert!(keep(old.path(), &mut tree, day("2026-11-25")).is_err(), "a file that is missing is named");
    }
}
