//! One request after the other: with pauses, tries and parts that go on where they ended.

use super::event::{Event, FetchError};
use super::log::{Log, measure};
use super::options::FetchOptions;
use super::why::Why;
use crate::import::page::entries;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::mpsc::sync_channel;
use std::time::{Duration, Instant, SystemTime};

/// Longest wait, also where a server asks for more.
const LONGEST_WAIT: Duration = Duration::from_secs(300);

/// Why a try failed.
enum Failed {
    /// Another try may help, after the wait that the server asks for.
    Passing(Why, Option<Duration>),
    /// Too large: ask for pages.
    TooLarge,
    Final(FetchError),
}

/// The answer that must come.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The export of a state.
    Csv,
    /// A page of it.
    Json,
}

/// A client of the interface.
pub struct Client<'a> {
    agent: ureq::Agent,
    options: &'a FetchOptions,
    tell: &'a mut dyn FnMut(Event),
    last: Option<Instant>,
    log: Log,
}

impl<'a> Client<'a> {
    /// A client for a folder, of which it reads what was downloaded before.
    pub fn new(options: &'a FetchOptions, tell: &'a mut dyn FnMut(Event)) -> io::Result<Self> {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_connect(Some(options.patience))
            .timeout_recv_response(Some(options.patience))
            .user_agent(concat!("ozg-state-comparison/", env!("CARGO_PKG_VERSION")))
            .build();
        Ok(Self { agent: config.into(), options, tell, last: None, log: Log::open(&options.to)? })
    }

    /// Says what happens.
    pub fn tell(&mut self, event: Event) {
        (self.tell)(event);
    }

    /// Whether the file is there as it was downloaded. Another one under its name is kept under a name of its own.
    fn is_there(&mut self, path: &Path, name: &str) -> io::Result<bool> {
        if !path.exists() {
            return Ok(false);
        }
        if self.log.confirms(path)? {
            return Ok(true);
        }
        let other = path.with_file_name(format!("{name}.old"));
        fs::rename(path, &other)?;
        let kept = other.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        self.tell(Event::Changed(name.to_owned(), kept));
        Ok(false)
    }

    /// Downloads a file; false where the server finds it too large.
    pub fn get(&mut self, url: &str, path: &Path, kind: Kind) -> Result<bool, FetchError> {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let at = |error| FetchError::File(path.to_owned(), error);
        if self.is_there(path, &name).map_err(at)? {
            self.tell(Event::There(name));
            return Ok(true);
        }
        let mut wait = self.options.pause;
        for number in 1.. {
            match self.once(url, path, &name, kind) {
                Ok(()) => {
                    self.tell(Event::Done(name));
                    return Ok(true);
                }
                Err(Failed::TooLarge) => return Ok(false),
                Err(Failed::Final(error)) => return Err(error),
                Err(Failed::Passing(why, asked)) => {
                    if why.is_final() || number >= self.options.tries.max(1) {
                        return Err(FetchError::GaveUp(url.to_owned(), why));
                    }
                    wait = wait.saturating_mul(2).min(LONGEST_WAIT);
                    let wait = asked.unwrap_or(wait);
                    self.tell(Event::Again(why, wait));
                    std::thread::sleep(wait);
                }
            }
        }
        Ok(false)
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
        let passing = |why| Failed::Passing(why, None);
        let response = request.call().map_err(|error| passing(Why::of(error)))?;
        let header = |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let status = response.status().as_u16();
        match status {
            200 | 206 => {}
            413 => return Err(Failed::TooLarge),
            408 | 429 | 500.. => {
                return Err(Failed::Passing(Why::Status(status), header("retry-after").and_then(|text| wait(&text))));
            }
            416 => {
                let _ = fs::remove_file(&part);
                return Err(passing(Why::Status(status)));
            }
            _ => return Err(Failed::Final(FetchError::Status(url.to_owned(), status))),
        }
        let (start, whole) = match status {
            206 => {
                let range = header("content-range").unwrap_or_default();
                let (from, whole) = content_range(&range).unwrap_or((None, None));
                if tag.is_none() || from != Some(written) {
                    let _ = fs::remove_file(&part);
                    return Err(passing(Why::OtherPart(if tag.is_none() { 0 } else { written }, range)));
                }
                (written, whole)
            }
            _ => (0, None),
        };
        let length = header("content-length").and_then(|text| text.parse::<u64>().ok());
        let at = |error| Failed::Final(FetchError::File(part.clone(), error));
        match header("etag") {
            Some(tag) => fs::write(&mark, tag).map_err(at)?,
            None => drop(fs::remove_file(&mark)),
        }
        let file = match start {
            0 => File::create(&part),
            _ => File::options().append(true).open(&part),
        };
        self.tell(Event::Begin(name.to_owned(), length));
        let received = self.receive(response.into_body().into_reader(), file.map_err(at)?, &part)?;
        let expected = length.map(|length| (received, length)).into_iter();
        let expected = expected.chain(whole.map(|whole| (start + received, whole)));
        if let Some((received, expected)) = expected.into_iter().find(|(received, expected)| received != expected) {
            return Err(passing(Why::Cut(received, expected)));
        }
        if let Some(wrong) = wrong_kind(&part, kind).map_err(at)? {
            let _ = fs::remove_file(&part);
            return Err(passing(wrong));
        }
        self.keep(&part, path, name, url).map_err(at)?;
        let _ = fs::remove_file(&mark);
        Ok(())
    }

    /// Makes a complete part the file: it is on the disk before it counts.
    fn keep(&mut self, part: &Path, path: &Path, name: &str, url: &str) -> io::Result<()> {
        File::open(part)?.sync_all()?;
        let measured = measure(part)?;
        fs::rename(part, path)?;
        File::open(&self.options.to)?.sync_all()?;
        self.log.note(name, measured, url)
    }

    /// Writes a body; a silence longer than the patience ends it. What has arrived stays for the next try.
    fn receive(&mut self, mut body: impl Read + Send + 'static, mut file: File, part: &Path) -> Result<u64, Failed> {
        let (send, chunks) = sync_channel::<io::Result<Vec<u8>>>(4);
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
                Ok(Err(error)) => return Err(Failed::Passing(Why::System(error), None)),
                Err(_) => return Err(Failed::Passing(Why::Silence(self.options.patience), None)),
            };
            if chunk.is_empty() {
                return Ok(received);
            }
            let at = |error| Failed::Final(FetchError::File(part.to_owned(), error));
            file.write_all(&chunk).map_err(at)?;
            received += chunk.len() as u64;
            self.tell(Event::Bytes(chunk.len() as u64));
        }
    }
}

/// The wait of a `Retry-After`: seconds, or a date.
fn wait(text: &str) -> Option<Duration> {
    let date = |text| httpdate::parse_http_date(text).ok();
    let until = |day: SystemTime| day.duration_since(SystemTime::now()).unwrap_or_default();
    let seconds = text.trim().parse().ok().map(Duration::from_secs);
    seconds.or_else(|| date(text.trim()).map(until)).map(|wait| wait.min(LONGEST_WAIT))
}

/// First byte and whole length of `bytes 100-199/200`.
fn content_range(text: &str) -> Option<(Option<u64>, Option<u64>)> {
    let (range, whole) = text.trim().strip_prefix("bytes ")?.split_once('/')?;
    Some((range.split_once('-')?.0.parse().ok(), whole.parse().ok()))
}

/// What came instead of an export: an error page, another table, half a JSON.
fn wrong_kind(path: &Path, kind: Kind) -> io::Result<Option<Why>> {
    let mut head = Vec::new();
    File::open(path)?.take(1 << 16).read_to_end(&mut head)?;
    let text = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&head).trim_ascii_start();
    if text.starts_with(b"<") {
        return Ok(Some(Why::Html));
    }
    Ok(match kind {
        Kind::Csv => {
            let line = text.split(|byte| *byte == b'\n').next().unwrap_or_default();
            let names = String::from_utf8_lossy(line).to_lowercase();
            (!names.contains("leika_key")).then_some(Why::NoExport)
        }
        Kind::Json => {
            let page = serde_json::from_slice::<serde_json::Value>(&fs::read(path)?).ok();
            let whole = page.as_ref().is_some_and(|page| entries(page).is_some());
            (!whole).then_some(Why::NoPage)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_are_seconds_or_dates() {
        assert_eq!(wait("7"), Some(Duration::from_secs(7)));
        assert_eq!(wait("100000"), Some(LONGEST_WAIT));
        let soon = httpdate::fmt_http_date(SystemTime::now() + Duration::from_secs(90));
        assert!(wait(&soon).is_some_and(|wait| (80..=90).contains(&wait.as_secs())), "{soon}");
        assert_eq!(wait("Sun, 06 Nov 1994 08:49:37 GMT"), Some(Duration::ZERO));
        assert_eq!(wait("bald"), None);
    }

    #[test]
    fn ranges_are_read() {
        assert_eq!(content_range("bytes 100-199/200"), Some((Some(100), Some(200))));
        assert_eq!(content_range("bytes 100-199/*"), Some((Some(100), None)));
        assert_eq!(content_range("items 1-2/3"), None);
    }
}
