//! Downloads the official export by state: resumable, polite, with retries; the raw files are kept.

use super::export::entries;
use crate::data::PlaceCode;
use crate::question::Lang;
use crate::words::say;
use sha2::{Digest, Sha256};
use std::fmt;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::sync_channel;
use std::time::{Duration, Instant};

/// The base of the interface.
pub const HOST: &str = "https://api.ozg-umsetzung.de/api";

/// Longest wait that a server may ask for, in seconds.
const LONGEST_WAIT: u64 = 300;

/// How to download.
#[derive(Debug, Clone)]
pub struct FetchOptions {
    /// Base address of the interface.
    pub host: String,
    /// Folder for the files.
    pub to: PathBuf,
    /// States, as two digits.
    pub states: Vec<String>,
    /// Time between two requests; the wait before a second try is twice as long, then doubles.
    pub pause: Duration,
    /// Number of tries for a file.
    pub tries: u32,
    /// Longest silence before a connection counts as lost.
    pub patience: Duration,
    /// Entries of a page, where an export is too large to be sent at once.
    pub page_size: u32,
}

impl FetchOptions {
    /// All states from the official host.
    pub fn new(to: PathBuf) -> Self {
        Self {
            host: HOST.to_owned(),
            to,
            states: PlaceCode::STATES.iter().map(|code| code.key()).collect(),
            pause: Duration::from_secs(1),
            tries: 5,
            patience: Duration::from_secs(60),
            page_size: 1_000,
        }
    }
}

/// What happens, for the progress.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A file begins: its name and the bytes to come, where known.
    Begin(String, Option<u64>),
    /// So many bytes arrived.
    Bytes(u64),
    /// The file was there already.
    There(String),
    /// The file is complete.
    Done(String),
    /// Another try follows after a wait, because of this.
    Again(String, Duration),
    /// The export of this state is too large for one answer: its pages follow.
    Pages(String),
}

/// Why a download ended.
#[derive(Debug)]
pub enum FetchError {
    /// A file could not be written.
    File(PathBuf, std::io::Error),
    /// The server's status, which another try would not change.
    Status(String, u16),
    /// All tries failed; the reason of the last one.
    GaveUp(String, String),
}

impl FetchError {
    /// What happened and what to do.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::File(path, error) => format!("{}: {error}", path.display()),
            Self::Status(url, status) => say(
                lang,
                "{0}: der Server antwortet mit {1}. Adresse (--host) prüfen",
                "{0}: the server answers with {1}. Check the address (--host)",
                &[url, &status.to_string()],
            ),
            Self::GaveUp(url, why) => say(
                lang,
                "{0}: {1}. Später noch einmal starten; was da ist, bleibt und wird nicht neu geladen",
                "{0}: {1}. Start it again later; what is there stays and is not downloaded again",
                &[url, why],
            ),
        }
    }
}

impl fmt::Display for FetchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for FetchError {}

/// Why a try failed.
enum Failed {
    /// Another try may help, after the wait that the server asks for.
    Passing(String, Option<Duration>),
    /// Too large: ask for pages.
    TooLarge,
    Final(FetchError),
}

/// The answer that must come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Csv,
    Json,
}

/// Downloads the export of each state into the folder. Files that are complete are not asked for again.
pub fn fetch(options: &FetchOptions, tell: &mut dyn FnMut(Event)) -> Result<Vec<PathBuf>, FetchError> {
    let at = |error| FetchError::File(options.to.clone(), error);
    fs::create_dir_all(&options.to).map_err(at)?;
    let config = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .timeout_connect(Some(options.patience))
        .timeout_recv_response(Some(options.patience))
        .user_agent(concat!("ozg-state-comparison/", env!("CARGO_PKG_VERSION")))
        .build();
    let mut client = Client { agent: config.into(), options, tell, last: None };
    let mut files = Vec::new();
    for state in &options.states {
        let ars = format!("{state}0000000000");
        let base = format!("{}/public/v1/dash/open-pvog/{ars}", options.host.trim_end_matches('/'));
        let whole = options.to.join(format!("pvog-{state}.csv"));
        let first_page = page_path(&options.to, state, 0);
        if !first_page.exists() {
            let url = format!("{base}/export?filetype=csv&includeAbove=true&includeBelow=true");
            if client.get(&url, &whole, Kind::Csv)? {
                files.push(whole);
                continue;
            }
            (client.tell)(Event::Pages(state.clone()));
        }
        for number in 0.. {
            let path = page_path(&options.to, state, number);
            let size = options.page_size;
            let url = format!("{base}?page={number}&size={size}&includeAbove=true&includeBelow=true");
            if !client.get(&url, &path, Kind::Json)? {
                return Err(FetchError::Status(url, 413));
            }
            let bytes = fs::read(&path).map_err(|error| FetchError::File(path.clone(), error))?;
            files.push(path);
            if is_last(&bytes, number, size) {
                break;
            }
        }
    }
    Ok(files)
}

fn page_path(folder: &Path, state: &str, number: u32) -> PathBuf {
    folder.join(format!("pvog-{state}-{number:05}.json"))
}

/// Whether a page is the last one: it says so, or it is not full.
fn is_last(bytes: &[u8], number: u32, size: u32) -> bool {
    let Ok(json) = serde_json::from_slice::<serde_json::Value>(bytes) else { return true };
    if let Some(last) = json.get("last").and_then(serde_json::Value::as_bool) {
        return last;
    }
    if let Some(pages) = json.get("totalPages").and_then(serde_json::Value::as_u64) {
        return u64::from(number) + 1 >= pages;
    }
    entries(&json).is_none_or(|found| found.len() < size as usize)
}

struct Client<'a> {
    agent: ureq::Agent,
    options: &'a FetchOptions,
    tell: &'a mut dyn FnMut(Event),
    last: Option<Instant>,
}

impl Client<'_> {
    /// Downloads a file; false where the server finds it too large.
    fn get(&mut self, url: &str, path: &Path, kind: Kind) -> Result<bool, FetchError> {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if path.exists() {
            (self.tell)(Event::There(name));
            return Ok(true);
        }
        let mut why = String::new();
        for number in 0..self.options.tries.max(1) {
            match self.once(url, path, &name, kind) {
                Ok(()) => {
                    (self.tell)(Event::Done(name));
                    return Ok(true);
                }
                Err(Failed::TooLarge) => return Ok(false),
                Err(Failed::Final(error)) => return Err(error),
                Err(Failed::Passing(words, asked)) => {
                    let wait = asked.unwrap_or(self.options.pause * 2_u32.pow(number + 1));
                    why.clone_from(&words);
                    if number + 1 < self.options.tries {
                        (self.tell)(Event::Again(words, wait));
                        std::thread::sleep(wait);
                    }
                }
            }
        }
        Err(FetchError::GaveUp(url.to_owned(), why))
    }

    /// One try: into `….part`, which becomes the file when it is complete and of the right kind.
    fn once(&mut self, url: &str, path: &Path, name: &str, kind: Kind) -> Result<(), Failed> {
        if let Some(rest) = self.last.and_then(|last| self.options.pause.checked_sub(last.elapsed())) {
            std::thread::sleep(rest);
        }
        self.last = Some(Instant::now());
        let (part, mark) = (path.with_extension("part"), path.with_extension("etag"));
        let written = fs::metadata(&part).map(|found| found.len()).unwrap_or_default();
        let tag = fs::read_to_string(&mark).ok().filter(|_| written > 0);
        let accept = if kind == Kind::Csv { "application/octet-stream" } else { "application/json" };
        let mut request = self.agent.get(url).header("Accept", accept).header("Accept-Encoding", "identity");
        if let Some(tag) = &tag {
            request = request.header("Range", format!("bytes={written}-")).header("If-Range", tag.as_str());
        }
        let passing = |error: &dyn fmt::Display| Failed::Passing(error.to_string(), None);
        let response = request.call().map_err(|error| passing(&error))?;
        let header = |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let status = response.status().as_u16();
        match status {
            200 | 206 => {}
            413 => return Err(Failed::TooLarge),
            408 | 429 | 500.. => {
                let asked = header("retry-after").and_then(|text| text.trim().parse::<u64>().ok());
                let wait = asked.map(|seconds| Duration::from_secs(seconds.min(LONGEST_WAIT)));
                return Err(Failed::Passing(format!("HTTP {status}"), wait));
            }
            416 => {
                let _ = fs::remove_file(&part);
                return Err(passing(&"HTTP 416"));
            }
            _ => return Err(Failed::Final(FetchError::Status(url.to_owned(), status))),
        }
        let goes_on = status == 206 && tag.is_some();
        let length = header("content-length").and_then(|text| text.parse::<u64>().ok());
        let at = |error| Failed::Final(FetchError::File(part.clone(), error));
        match header("etag") {
            Some(tag) => fs::write(&mark, tag).map_err(at)?,
            None => drop(fs::remove_file(&mark)),
        }
        let file = match goes_on {
            true => File::options().append(true).open(&part),
            false => File::create(&part),
        };
        (self.tell)(Event::Begin(name.to_owned(), length));
        let received = self.receive(response.into_body().into_reader(), file.map_err(at)?, &part)?;
        if let Some(length) = length.filter(|length| *length != received) {
            return Err(Failed::Passing(format!("{received} / {length} bytes"), None));
        }
        if let Some(wrong) = wrong_kind(&part, kind).map_err(at)? {
            let _ = fs::remove_file(&part);
            return Err(Failed::Passing(wrong.to_owned(), None));
        }
        let mut hash = Sha256::new();
        let size = File::open(&part).and_then(|mut file| std::io::copy(&mut file, &mut hash)).map_err(at)?;
        let digest = format!("{:x}", hash.finalize());
        fs::rename(&part, path).map_err(at)?;
        let _ = fs::remove_file(&mark);
        let log = self.options.to.join("fetched.tsv");
        let line = format!("{name}\t{size}\t{digest}\t{url}\n");
        let appended =
            File::options().create(true).append(true).open(&log).and_then(|mut log| log.write_all(line.as_bytes()));
        appended.map_err(|error| Failed::Final(FetchError::File(log, error)))
    }

    /// Writes a body; a silence longer than the patience ends it. What has arrived stays for the next try.
    fn receive(&mut self, mut body: impl Read + Send + 'static, mut file: File, part: &Path) -> Result<u64, Failed> {
        let (send, chunks) = sync_channel::<std::io::Result<Vec<u8>>>(4);
        std::thread::spawn(move || {
            loop {
                let mut chunk = vec![0; 1 << 16];
                let read = body.read(&mut chunk).map(|length| {
                    chunk.truncate(length);
                    chunk
                });
                let ends = read.as_ref().map_or(true, Vec::is_empty);
                if send.send(read).is_err() || ends {
                    return;
                }
            }
        });
        let mut received = 0;
        loop {
            let chunk = match chunks.recv_timeout(self.options.patience) {
                Ok(Ok(chunk)) => chunk,
                Ok(Err(error)) => return Err(Failed::Passing(error.to_string(), None)),
                Err(_) => return Err(Failed::Passing(format!("{:?} without a byte", self.options.patience), None)),
            };
            if chunk.is_empty() {
                return Ok(received);
            }
            let at = |error| Failed::Final(FetchError::File(part.to_owned(), error));
            file.write_all(&chunk).map_err(at)?;
            received += chunk.len() as u64;
            (self.tell)(Event::Bytes(chunk.len() as u64));
        }
    }
}

/// What came instead of an export: an error page, another table, half a JSON.
fn wrong_kind(path: &Path, kind: Kind) -> std::io::Result<Option<&'static str>> {
    let mut head = Vec::new();
    File::open(path)?.take(1 << 16).read_to_end(&mut head)?;
    let text = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&head).trim_ascii_start();
    if text.starts_with(b"<") {
        return Ok(Some("HTML instead of the export"));
    }
    Ok(match kind {
        Kind::Csv => {
            let line = text.split(|byte| *byte == b'\n').next().unwrap_or_default();
            let names = String::from_utf8_lossy(line).to_lowercase();
            (!names.contains("leika_key")).then_some("no export: the column leika_key is missing")
        }
        Kind::Json => {
            let page = serde_json::from_slice::<serde_json::Value>(&fs::read(path)?).ok();
            let whole = page.as_ref().is_some_and(|page| entries(page).is_some());
            (!whole).then_some("no page: JSON with entries was expected")
        }
    })
}
