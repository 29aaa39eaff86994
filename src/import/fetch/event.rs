//! What happens while downloading, and why it ends.

use super::options::HOST;
use super::why::Why;
use crate::question::Lang;
use crate::words::command::fault::io;
use crate::words::say;
use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

/// What happens, for the progress.
#[derive(Debug)]
pub enum Event {
    /// A file begins: its name and the bytes to come, where known.
    Begin(String, Option<u64>),
    /// So many bytes arrived.
    Bytes(u64),
    /// The file was there already, as it was downloaded.
    There(String),
    /// A file was there that is not what was downloaded: it is kept under the second name.
    Changed(String, String),
    /// The file is complete.
    Done(String),
    /// Another try follows after a wait, because of this.
    Again(Why, Duration),
    /// The export of this state is too large for one answer: its pages follow.
    Pages(String),
}

/// Why a download ended.
#[derive(Debug)]
pub enum FetchError {
    /// A file could not be read or written.
    File(PathBuf, std::io::Error),
    /// Not an address of an interface.
    Host(String),
    /// The server's status, which another try would not change.
    Status(String, u16),
    /// All tries failed, or another one would not help; the reason of the last one.
    GaveUp(String, Why),
    /// A page that repeats the one before: the server does not heed the number.
    Repeats(String),
    /// The pages of a state end with another number of entries than they say: found, said.
    Count(String, u64, Option<u64>),
}

impl FetchError {
    /// What happened and what to do.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::File(path, error) => format!("{}: {}", path.display(), io(error, lang)),
            Self::Host(text) => say(
                lang,
                "--host {0}: keine Adresse; mit https:// schreiben, etwa {1}",
                "--host {0}: no address; write it with https://, such as {1}",
                &[text, HOST],
            ),
            Self::Status(url, status) => say(
                lang,
                "{0}: der Server antwortet mit {1}. Adresse (--host) prüfen",
                "{0}: the server answers with {1}. Check the address (--host)",
                &[url, &status.to_string()],
            ),
            Self::GaveUp(url, why) if why.is_final() => say(
                lang,
                "{0}: {1}. Adresse (--host) und Netz prüfen",
                "{0}: {1}. Check the address (--host) and the network",
                &[url, &why.text(lang)],
            ),
            Self::GaveUp(url, why) => say(
                lang,
                "{0}: {1}. Adresse (--host) prüfen, oder später noch einmal starten; was da ist, bleibt und wird nicht neu geladen",
                "{0}: {1}. Check the address (--host), or start it again later; what is there stays and is not downloaded again",
                &[url, &why.text(lang)],
            ),
            Self::Repeats(url) => say(
                lang,
                "{0}: dieselben Einträge wie die Seite davor; der Server beachtet page= nicht. Den Export als CSV laden",
                "{0}: the same entries as the page before; the server does not heed page=. Download the export as CSV",
                &[url],
            ),
            Self::Count(url, found, said) => {
                let gaps = [found.to_string(), said.map_or_else(|| "?".to_owned(), |said| said.to_string())];
                let [found, said] = gaps.each_ref().map(String::as_str);
                say(
                    lang,
                    "{0}: die Seiten enden mit {1} Einträgen, angekündigt sind {2}. Noch einmal starten: die Seiten des Landes werden neu geladen",
                    "{0}: the pages end with {1} entries, {2} were announced. Start it again: the pages of the state are downloaded anew",
                    &[url, found, said],
                )
            }
        }
    }
}

impl fmt::Display for FetchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for FetchError {}
