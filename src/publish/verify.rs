//! Compares a site on the network with a release: its files, their content and headers.

use super::PublishError;
use super::hash::hexadecimal;
use super::hosts::HIDDEN;
use super::served::Site;
use crate::data::check::{Fault, Problem};
use crate::import::fetch::Why;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// What names the files of a release.
const VERSION: &str = "version.json";
/// The page of addresses that do not exist.
const NOT_FOUND: &str = "404.html";
/// Requests at a time.
const AT_ONCE: usize = 8;
/// Longest wait for an answer.
const PATIENCE: Duration = Duration::from_secs(30);
/// Largest file.
const LARGEST: u64 = 500_000_000;

/// An answer of the live site.
struct Answer {
    status: u16,
    headers: ureq::http::HeaderMap,
    body: Vec<u8>,
}

/// Files with their hashes, as `version.json` names them.
fn listed(bytes: &[u8]) -> Option<BTreeMap<String, String>> {
    let json: serde_json::Value = serde_json::from_slice(bytes).ok()?;
    let files = json.get("sha256")?.as_object()?;
    Some(files.iter().filter_map(|(path, hash)| Some((path.clone(), hash.as_str()?.to_owned()))).collect())
}

/// The address of a file below that of the site.
fn address(path: &str) -> &str {
    match path.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ if path == NOT_FOUND => "there-is-no-such-page/",
        _ => path,
    }
}

fn get(agent: &ureq::Agent, url: &str) -> Result<Answer, Why> {
    let response = agent.get(url).header("Accept-Encoding", "identity").call().map_err(Why::of)?;
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    let body = response.into_body().with_config().limit(LARGEST).read_to_vec().map_err(Why::of)?;
    Ok(Answer { status, headers, body })
}

/// What differs between the site at `url` and the release in `folder`. `tell` hears how many files are compared, of how many.
pub fn verify(url: &str, folder: &Path, tell: &(dyn Fn(usize, usize) + Sync)) -> Result<Vec<Fault>, PublishError> {
    let base = format!("{}/", url.trim_end_matches('/'));
    let site = Site::open(folder)?;
    let version = folder.join(VERSION);
    let bytes = std::fs::read(&version).map_err(|error| PublishError::File(version.clone(), error))?;
    let Some(files) = listed(&bytes) else {
        return Ok(vec![Fault::of_file(VERSION, Problem::NotJson)]);
    };
    let config = ureq::Agent::config_builder().http_status_as_error(false).timeout_global(Some(PATIENCE));
    let agent: ureq::Agent = config.build().into();
    let live = get(&agent, &format!("{base}{VERSION}")).map_err(|why| PublishError::Live(base.clone(), why))?;
    let others = listed(&live.body).unwrap_or_default();
    let surplus = others.keys().filter(|path| !files.contains_key(*path));
    let mut faults: Vec<Fault> = surplus.map(|path| Fault::of_file(path, Problem::Surplus)).collect();
    let mut shown: Vec<(&String, &String)> =
        files.iter().filter(|(path, _)| !HIDDEN.contains(&path.as_str())).collect();
    let hash = hexadecimal(&bytes);
    let own = (VERSION.to_owned(), hash);
    shown.push((&own.0, &own.1));
    let done = AtomicUsize::new(0);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(AT_ONCE).build();
    let work = || -> Vec<Vec<Fault>> {
        let one = |(path, hash): &(&String, &String)| {
            let found = of_file(&agent, &base, &site, path, hash);
            tell(done.fetch_add(1, Ordering::Relaxed) + 1, shown.len());
            found
        };
        shown.par_iter().map(one).collect()
    };
    // Without threads of its own it works with those that there are.
    let found = match pool {
        Ok(pool) => pool.install(work),
        Err(_) => work(),
    };
    faults.extend(found.into_iter().flatten());
    Ok(faults)
}

/// What differs of one file.
fn of_file(agent: &ureq::Agent, base: &str, site: &Site, path: &str, hash: &str) -> Vec<Fault> {
    let differs = |what: &str, said: String, found: String| {
        Fault::of_file(path, Problem::Manifest { what: what.to_owned(), said, found })
    };
    let (own, expected) = (address(path), if path == NOT_FOUND { 404 } else { 200 });
    let answer = match get(agent, &format!("{base}{own}")) {
        Ok(answer) => answer,
        Err(why) => return vec![Fault::of_file(path, Problem::NoAnswer(why.both()))],
    };
    if answer.status != expected {
        return vec![differs("status", expected.to_string(), answer.status.to_string())];
    }
    let found = hexadecimal(&answer.body);
    let mut faults = Vec::new();
    if found != hash {
        faults.push(differs("sha256", hash.to_owned(), found));
    }
    for (name, value) in site.headers(own) {
        let values: Vec<&str> =
            answer.headers.get_all(name.as_str()).iter().filter_map(|value| value.to_str().ok()).collect();
        if values.join(", ") != value {
            let found = if values.is_empty() { "–".to_owned() } else { values.join(", ") };
            faults.push(differs(&name, value, found));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_have_the_address_of_their_folder() {
        assert_eq!([address("index.html"), address("en/index.html")], ["", "en/"]);
        assert_eq!([address("data/x.csv"), address("oindex.html")], ["data/x.csv", "oindex.html"]);
        assert_eq!(address("404.html"), "there-is-no-such-page/");
    }
}
