//! Downloads the official export by state: resumable, polite, with retries; the raw files are kept.

mod client;
mod event;
mod log;
mod options;
mod pages;
mod why;

pub use event::{Event, FetchError};
pub use options::{FetchOptions, HOST};
pub use why::Why;

use client::{Client, Kind};
use pages::Page;
use std::fs;
use std::path::{Path, PathBuf};

/// Most pages of a state.
const MOST_PAGES: u32 = 100_000;

/// Downloads the export of each state into the folder. Files that are complete are not asked for again.
pub fn fetch(options: &FetchOptions, tell: &mut dyn FnMut(Event)) -> Result<Vec<PathBuf>, FetchError> {
    let is_address = ["https://", "http://"].iter().any(|scheme| options.host.starts_with(scheme));
    if !is_address || options.host.parse::<ureq::http::Uri>().is_err() {
        return Err(FetchError::Host(options.host.clone()));
    }
    let at = |error| FetchError::File(options.to.clone(), error);
    fs::create_dir_all(&options.to).map_err(at)?;
    let mut client = Client::new(options, tell).map_err(at)?;
    let mut files = Vec::new();
    for state in &options.states {
        let ars = format!("{state}0000000000");
        let base = format!("{}/public/v1/dash/open-pvog/{ars}", options.host.trim_end_matches('/'));
        let whole = options.to.join(format!("pvog-{state}.csv"));
        if !page_path(&options.to, state, 0).exists() {
            let url = format!("{base}/export?filetype=csv&includeAbove=true&includeBelow=true");
            if client.get(&url, &whole, Kind::Csv)? {
                files.push(whole);
                continue;
            }
            client.tell(Event::Pages(state.clone()));
        }
        files.extend(by_page(&mut client, options, state, &base)?);
    }
    Ok(files)
}

/// Whether a file is as it was downloaded, where the log in its folder names it; else nobody can tell.
pub fn is_as_fetched(path: &Path) -> std::io::Result<bool> {
    let folder = path.parent().filter(|folder| folder.join("fetched.tsv").is_file() && path.is_file());
    let Some(folder) = folder else { return Ok(true) };
    let log = log::Log::open(folder)?;
    Ok(!log.names(path) || log.confirms(path)?)
}

fn page_path(folder: &Path, state: &str, number: u32) -> PathBuf {
    folder.join(format!("pvog-{state}-{number:05}.json"))
}

/// Downloads the pages of a state.
fn by_page(
    client: &mut Client<'_>,
    options: &FetchOptions,
    state: &str,
    base: &str,
) -> Result<Vec<PathBuf>, FetchError> {
    let size = options.page_size;
    let (mut files, mut before, mut so_far) = (Vec::new(), None::<Page>, 0);
    for number in 0..MOST_PAGES {
        let path = page_path(&options.to, state, number);
        let url = format!("{base}?page={number}&size={size}&includeAbove=true&includeBelow=true");
        if !client.get(&url, &path, Kind::Json)? {
            return Err(FetchError::Status(url, 413));
        }
        let at = |error| FetchError::File(path.clone(), error);
        let bytes = fs::read(&path).map_err(at)?;
        files.push(path.clone());
        let Some(page) = Page::read(&bytes, number) else { return Err(FetchError::GaveUp(url, Why::NoPage)) };
        if before.as_ref().is_some_and(|before| page.repeats(before)) {
            forget(std::slice::from_ref(&path))?;
            return Err(FetchError::Repeats(url));
        }
        so_far += page.count;
        if page.is_last(so_far, size) {
            if page.is_whole(so_far) {
                break;
            }
            // What is there cannot be told from what is missing: a new start asks for all of them.
            forget(&files)?;
            return Err(FetchError::Count(url, so_far, page.total));
        }
        before = Some(page);
    }
    Ok(files)
}

/// Removes pages that do not belong together.
fn forget(files: &[PathBuf]) -> Result<(), FetchError> {
    files.iter().try_for_each(|path| fs::remove_file(path).map_err(|error| FetchError::File(path.clone(), error)))
}
