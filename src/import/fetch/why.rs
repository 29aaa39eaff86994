//! Why a try to download failed, in both languages.

use crate::question::Lang;
use crate::words::command::fault::io;
use crate::words::{pick, say};
use std::time::Duration;

/// Why a try failed.
#[derive(Debug)]
pub enum Why {
    /// The server's status.
    Status(u16),
    /// No byte came for so long.
    Silence(Duration),
    /// So many bytes came, of so many.
    Cut(u64, u64),
    /// An error page.
    Html,
    /// A table that is not the export.
    NoExport,
    /// No page of entries.
    NoPage,
    /// Another part of the file than was asked for: from which byte on, and what came.
    OtherPart(u64, String),
    /// The connection or the system.
    System(std::io::Error),
    /// No host of this name.
    NoHost,
    /// The certificate or the encryption of the host.
    Encryption,
    /// Too many redirections.
    Redirections,
    /// An answer that is no HTTP, or an address that is none.
    Protocol,
}

impl Why {
    /// What an error of the client means.
    pub fn of(error: ureq::Error) -> Self {
        use ureq::Error as E;
        match error {
            // Names that are not found have no kind of their own.
            E::Io(error) if error.to_string().contains("lookup address") => Self::NoHost,
            E::Io(error) => Self::System(error),
            E::Timeout(_) => Self::System(std::io::ErrorKind::TimedOut.into()),
            E::ConnectionFailed => Self::System(std::io::ErrorKind::ConnectionRefused.into()),
            E::HostNotFound => Self::NoHost,
            E::Tls(_) | E::Rustls(_) => Self::Encryption,
            E::TooManyRedirects | E::RedirectFailed => Self::Redirections,
            _ => Self::Protocol,
        }
    }

    /// Whether another try would not change it: the address is wrong.
    pub fn is_final(&self) -> bool {
        matches!(self, Self::NoHost | Self::Encryption | Self::Redirections)
    }

    /// What happened, in German and English.
    pub fn both(&self) -> [String; 2] {
        [Lang::De, Lang::En].map(|lang| self.text(lang))
    }

    /// What happened.
    pub fn text(&self, lang: Lang) -> String {
        let plain = |de: &'static str, en: &'static str| pick(lang, de, en).to_owned();
        match self {
            Self::Status(status) => format!("HTTP {status}"),
            Self::Silence(time) => {
                let seconds = format!("{:.1}", time.as_secs_f32());
                say(lang, "{0} s ohne ein Byte", "{0} s without a byte", &[&seconds])
            }
            Self::Cut(received, expected) => {
                let gaps = [received.to_string(), expected.to_string()];
                let gaps = gaps.each_ref().map(String::as_str);
                say(lang, "nur {0} von {1} Bytes kamen an", "only {0} of {1} bytes arrived", &gaps)
            }
            Self::Html => plain("HTML statt des Exports", "HTML instead of the export"),
            Self::NoExport => {
                plain("kein Export: die Spalte leika_key fehlt", "no export: the column leika_key is missing")
            }
            Self::NoPage => {
                plain("keine Seite: JSON mit Einträgen war erwartet", "no page: JSON with entries was expected")
            }
            Self::OtherPart(asked, came) => {
                let asked = asked.to_string();
                let de = "ab Byte {0} war verlangt, gekommen ist „{1}“; von vorn";
                say(lang, de, "asked for byte {0} on, “{1}” came; from the start", &[&asked, came])
            }
            Self::System(error) => io(error, lang),
            Self::NoHost => plain("einen Rechner dieses Namens gibt es nicht", "there is no host of this name"),
            Self::Encryption => plain(
                "die Verschlüsselung kommt nicht zustande (Zertifikat?)",
                "the encryption cannot be set up (certificate?)",
            ),
            Self::Redirections => plain("leitet im Kreis weiter", "redirects in a circle"),
            Self::Protocol => plain("keine brauchbare Antwort", "no usable answer"),
        }
    }
}
