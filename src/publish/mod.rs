//! The static site from a data package: pages, cards, embeds, pictures, data, manifest, headers. Native only.

mod barriers;
mod card_page;
mod cards;
mod check_site;
mod config;
mod easy;
mod feeds;
mod files;
mod frame;
mod hash;
mod headers;
mod hosts;
mod index;
mod keep;
mod legal;
mod metadata;
mod news;
mod notices;
mod pack;
mod package;
mod pages;
mod painter;
mod paths;
mod pictures;
mod sample;
mod serve;
mod served;
mod service_pages;
mod services;
mod shaped;
mod share;
mod site;
mod start;
mod targets;
mod template;
mod types;
mod verify;

pub use cards::{Card, Group, Time, cards};
pub use check_site::check_site;
pub use config::{Config, Kind};
pub use files::{read_package_files, read_release_package, today};
pub use keep::keep;
pub use pages::RULES as METHOD;
pub use painter::Painter;
pub use pictures::{Column, Format, Frame, Pictures};
pub use sample::invented;
pub use serve::Server;
pub use served::Site as Served;
pub use services::{ServiceRow, service_files, service_rows};
pub use shaped::{Shape, shaped};
pub use site::{Options, Written, publish};
pub use verify::verify;

use crate::data::check::Fault;
use crate::import::fetch::Why;
use crate::question::Lang;
use crate::words::command::fault;
use crate::words::{pick, say};
use std::fmt;
use std::path::PathBuf;

/// Why nothing was published.
#[derive(Debug)]
pub enum PublishError {
    /// A file could not be read or written.
    File(PathBuf, std::io::Error),
    /// Not a folder with a package.
    NoPackage(PathBuf),
    /// The package has faults.
    Faults(Vec<Fault>),
    /// The page template lacks a place that must be filled, or has one that nothing fills; holds its name.
    Template(PathBuf, String),
    /// The operator's file lacks something; holds what, in German and English.
    Config(PathBuf, [String; 2]),
    /// A preview image could not be drawn.
    Picture(String),
    /// A live site does not answer.
    Live(String, Why),
    /// The port of the local server could not be opened.
    Port(u16, std::io::Error),
    /// The system's clock gives no usable date.
    Clock,
}

impl PublishError {
    /// What happened and what to do.
    pub fn text(&self, lang: Lang) -> String {
        let path = |path: &PathBuf| path.display().to_string();
        match self {
            Self::File(file, error) => format!("{}: {}", file.display(), fault::io(error, lang)),
            Self::NoPackage(folder) => say(
                lang,
                "{0}: kein Datenpaket (Ordner mit datapackage.json)",
                "{0}: no data package (a folder with datapackage.json)",
                &[&path(folder)],
            ),
            Self::Faults(faults) => {
                let list = fault::faults(faults, lang);
                say(
                    lang,
                    "{0}\nDas Datenpaket hat Fehler: erst berichtigen",
                    "{0}\nThe package has faults: correct them first",
                    &[&list],
                )
            }
            Self::Template(file, mark) => say(
                lang,
                "{0}: die Stelle {1} fehlt, steht zweimal da oder bleibt leer; mit Trunk aus index.html bauen",
                "{0}: the place {1} is missing, there twice or left empty; build it with Trunk from index.html",
                &[&path(file), mark],
            ),
            Self::Config(file, [de, en]) => format!("{}: {}", file.display(), pick(lang, de, en)),
            Self::Picture(words) => say(
                lang,
                "Ein Vorschaubild ließ sich nicht zeichnen: {0}",
                "A preview image could not be drawn: {0}",
                &[words],
            ),
            Self::Live(url, why) => {
                let why = why.text(lang);
                say(
                    lang,
                    "{0}: {1}. Adresse und Netz prüfen",
                    "{0}: {1}. Check the address and the network",
                    &[url, &why],
                )
            }
            Self::Port(port, error) => {
                let gaps = [port.to_string(), fault::io(error, lang)];
                say(lang, "Port {0} {1}", "port {0} {1}", &gaps.each_ref().map(String::as_str))
            }
            Self::Clock => pick(
                lang,
                "Die Uhr dieses Rechners gibt keinen brauchbaren Tag; stellen Sie sie",
                "The clock of this computer gives no usable date; set it",
            )
            .to_owned(),
        }
    }
}

impl fmt::Display for PublishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for PublishError {}
