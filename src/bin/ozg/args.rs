//! What the command understands.

use crate::german::{in_german, wrong_use};
use crate::values::{address, asked, column, date, lang, number, reason, shape, warning, width, words};
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};
use ozg_state_comparison::chart::Width;
use ozg_state_comparison::data::check::Rule;
use ozg_state_comparison::data::{Date, Reason};
use ozg_state_comparison::publish::{Column, Shape};
use ozg_state_comparison::question::Lang;
use std::path::PathBuf;

/// Checks, imports, compares and publishes the data of the OZG state comparison.
///
/// Exit codes: 0 all right, 1 faults found or work failed, 2 wrong use.
#[derive(Parser)]
#[command(
    name = "ozg",
    version,
    after_help = "The month in five commands: fetch pvog, import pvog --dry-run, import pvog, check, publish. docs/operator.md tells the whole story."
)]
pub struct Ozg {
    /// Language of messages: de or en (without it, that of the system)
    #[arg(long, global = true, value_parser = lang)]
    pub lang: Option<Lang>,
    /// Results as JSON, for machines
    #[arg(long, global = true)]
    pub json: bool,
    /// What to do.
    #[command(subcommand)]
    pub work: Work,
}

/// The commands.
#[derive(Subcommand)]
pub enum Work {
    /// Lists every fault of a data package with file, row, column, rule and remedy
    #[command(
        after_help = "Example: ozg check assets/data --against last-release/data --accept V12 --reason \"Katalog bereinigt\""
    )]
    Check(CheckArgs),
    /// Explains the rule behind a code, such as V09
    Explain {
        /// Code of the rule
        code: String,
    },
    /// Takes over new figures
    Import {
        /// Which export.
        #[command(subcommand)]
        what: Import,
    },
    /// Downloads new figures
    Fetch {
        /// Which export.
        #[command(subcommand)]
        what: Fetch,
    },
    /// Invents an export in the official form, to try the import with
    #[command(after_help = "Example: ozg sample --seed 7 --rows 35000 --to sample")]
    Sample(SampleArgs),
    /// Writes the list of services behind the newest counts as static files
    Services(ServicesArgs),
    /// Says what was added, corrected and withdrawn between two packages or two days of recording
    #[command(
        after_help = "Examples: ozg diff last-release/data assets/data\n          ozg diff 2026-10-01 2026-11-01"
    )]
    Diff(DiffArgs),
    /// Writes the site into a folder that holds the page template and the code (run by Trunk after a build)
    Publish(PublishArgs),
    /// Compares a site on the network with a release: files, content, headers; for a look every day
    #[command(after_help = "Example: ozg verify https://example.org/ --release dist")]
    Verify(VerifyArgs),
    /// Shows the built site on a local port, with its own headers
    Serve(ServeArgs),
    /// Prints the picture for an address as an SVG file
    Svg(SvgArgs),
    /// Writes the picture for an address as PNG, PDF or SVG
    #[command(
        after_help = "Examples: ozg picture \"view=map\" --to map.png --shape 1080x1080\n          ozg picture \"view=growth\" --to growth.pdf --column 85\n          ozg picture \"lang=en\" --to ranking.svg"
    )]
    Picture(PictureArgs),
    /// Prints the page for an address as the HTML that the browser takes over
    Page {
        /// The query of the address
        #[arg(default_value = "")]
        query: String,
        /// Folder of the package
        #[arg(long, default_value = "assets/data")]
        package: PathBuf,
    },
}

/// What can be imported.
#[derive(Subcommand)]
pub enum Import {
    /// Counts the open data export of the Dashboard Digitale Verwaltung and appends the figures
    #[command(
        long_about = "Counts the open data export of the Dashboard Digitale Verwaltung: for each state and service area the OZG services and the single services (LeiKa) that are online throughout the state and in at least one municipality. Rows that the dashboard leaves out, inactive ones and those that are not ok do not count and are reported by number. A state with rows of which none counts gets no figure, not even 0: that is a warning (V08) which names its rows and why they do not count. The package is replaced as a whole, or not at all.",
        after_help = "Example: ozg import pvog export/ --catalogue catalogue.csv --date 2026-11-01 --dry-run"
    )]
    Pvog(ImportArgs),
}

/// What can be downloaded.
#[derive(Subcommand)]
pub enum Fetch {
    /// Downloads the open data export of the Dashboard Digitale Verwaltung, one file a state
    #[command(after_help = "Example: ozg fetch pvog --to export/2026-11")]
    Pvog(FetchArgs),
}

/// Warnings that pass, and why.
#[derive(Args)]
pub struct Accepted {
    /// Lets warnings of a rule pass, such as V12, and writes that down in the package; may be repeated
    #[arg(long, value_parser = warning, requires = "reason")]
    pub accept: Vec<Rule>,
    /// Why they pass: readers see it on the method page
    #[arg(long, value_parser = words)]
    pub reason: Option<String>,
    /// The same in English; without it the German words stand there too
    #[arg(long, value_parser = words, requires = "reason")]
    pub reason_en: Option<String>,
}

impl Accepted {
    /// Why they pass, in German and English.
    pub fn reasons(&self) -> [String; 2] {
        let german = self.reason.clone().unwrap_or_default();
        [german.clone(), self.reason_en.clone().unwrap_or(german)]
    }
}

#[derive(Args)]
pub struct CheckArgs {
    /// Folder of the package; a published one (with manifest.json) is compared with its pages too
    #[arg(default_value = "assets/data")]
    pub package: PathBuf,
    /// Package of the last release, to find rewritten rows, falls and jumps
    #[arg(long)]
    pub against: Option<PathBuf>,
    /// What is accepted.
    #[command(flatten)]
    pub accepted: Accepted,
    /// Faults as SARIF, for code review tools
    #[arg(long)]
    pub sarif: bool,
}

#[derive(Args)]
pub struct ImportArgs {
    /// Files of the export (CSV with comma or semicolon, JSON pages, .gz, .zst) or folders of them
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Catalogue that gives each service its area: CSV with ozg_id, ozg_name, area, leika_key
    #[arg(long)]
    pub catalogue: PathBuf,
    /// Day of the export, such as 2026-11-01
    #[arg(long, value_parser = date)]
    pub date: Date,
    /// Folder of the package
    #[arg(long, default_value = "assets/data")]
    pub package: PathBuf,
    /// Writes nothing, shows what would change
    #[arg(long)]
    pub dry_run: bool,
    /// What is accepted.
    #[command(flatten)]
    pub accepted: Accepted,
    /// Leaves out faulty rows, if they are at most so many
    #[arg(long, default_value_t = 0, value_parser = |text: &str| number::<u64>(text, 0..=1_000_000_000))]
    pub leave_out: u64,
    /// Supersedes figures of this day that have other values: correction, real, method or unknown
    #[arg(long, value_parser = reason)]
    pub supersede: Option<Reason>,
    /// Does not write the list of services into the package
    #[arg(long)]
    pub without_services: bool,
    /// Takes invented figures (ozg sample) into a package that holds published ones; source and date say that they are invented
    #[arg(long)]
    pub invented: bool,
    /// File for what changes as Markdown, for a merge request
    #[arg(long)]
    pub summary: Option<PathBuf>,
}

#[derive(Args)]
pub struct FetchArgs {
    /// Folder for the files; what is complete there is not downloaded again
    #[arg(long)]
    pub to: PathBuf,
    /// Base address of the interface
    #[arg(long, default_value = ozg_state_comparison::import::fetch::HOST)]
    pub host: String,
    /// Only these states, as two digits, such as 05,09
    #[arg(long, value_delimiter = ',')]
    pub states: Vec<String>,
    /// Milliseconds between two requests; a second try waits twice as long, then four times
    #[arg(long, default_value_t = 1_000, value_parser = |text: &str| number::<u64>(text, 0..=60_000))]
    pub pause: u64,
    /// Seconds without a byte after which a connection counts as lost
    #[arg(long, default_value_t = 60, value_parser = |text: &str| number::<u64>(text, 1..=3_600))]
    pub patience: u64,
    /// Tries for each file
    #[arg(long, default_value_t = 5, value_parser = |text: &str| number::<u32>(text, 1..=20))]
    pub tries: u32,
}

#[derive(Args)]
pub struct SampleArgs {
    /// Seed: the same seed, size and date give the same bytes
    #[arg(long, default_value_t = 7, value_parser = |text: &str| number::<u64>(text, 0..=u64::MAX))]
    pub seed: u64,
    /// Number of rows
    #[arg(long, default_value_t = 35_000, value_parser = |text: &str| number::<u64>(text, 1..=100_000_000))]
    pub rows: u64,
    /// Folder for export.csv and catalogue.csv
    #[arg(long)]
    pub to: PathBuf,
    /// Day of the export
    #[arg(long, value_parser = date, default_value = "2026-09-30")]
    pub date: Date,
    /// Semicolons and a byte order mark, as Excel writes them
    #[arg(long)]
    pub excel: bool,
    /// Folder of the package with the areas and states
    #[arg(long, default_value = "assets/data")]
    pub package: PathBuf,
}

#[derive(Args)]
pub struct ServicesArgs {
    /// Folder of the package
    #[arg(default_value = "assets/data")]
    pub package: PathBuf,
    /// Folder for the files
    #[arg(long)]
    pub to: PathBuf,
}

#[derive(Args)]
pub struct DiffArgs {
    /// Folder of a package, or a day on which figures were recorded
    pub a: String,
    /// Folder of a package, or a day on which figures were recorded
    pub b: String,
    /// Package in which days are looked up
    #[arg(long, default_value = "assets/data")]
    pub package: PathBuf,
}

#[derive(Args)]
pub struct PublishArgs {
    /// Folder of the package
    #[arg(long, default_value = "assets/data")]
    pub package: PathBuf,
    /// Folder that Trunk has built
    #[arg(long)]
    pub to: PathBuf,
    /// File that says who runs the site
    #[arg(long, default_value = "site.toml")]
    pub site: PathBuf,
    /// Folder of the fonts for preview images
    #[arg(long, default_value = "node_modules/@expo-google-fonts")]
    pub fonts: PathBuf,
    /// File with the measured heights of embeds
    #[arg(long, default_value = "assets/embed-heights.json")]
    pub heights: PathBuf,
    /// Folder of the last release: its code and data stay, so that kept pages find them
    #[arg(long)]
    pub keep: Option<PathBuf>,
}

#[derive(Args)]
pub struct VerifyArgs {
    /// Address of the site
    #[arg(value_parser = address)]
    pub url: String,
    /// Folder of the release
    #[arg(long, default_value = "dist")]
    pub release: PathBuf,
}

#[derive(Args)]
pub struct ServeArgs {
    /// Folder of the built site
    #[arg(default_value = "dist")]
    pub folder: PathBuf,
    /// Port
    #[arg(long, default_value_t = 8080, value_parser = |text: &str| number::<u16>(text, 0..=65_535))]
    pub port: u16,
    /// Path of the site on its host, such as /some/path/; that of its address where it is left out
    #[arg(long, value_parser = path)]
    pub at: Option<String>,
}

#[derive(Args)]
pub struct SvgArgs {
    /// The query of the address, such as "measure=ozg-land-any&period=2021-12"
    #[arg(default_value = "")]
    pub query: String,
    /// Folder of the package
    #[arg(long, default_value = "assets/data")]
    pub package: PathBuf,
    /// Width of the drawing
    #[arg(long, default_value = "wide", value_parser = width)]
    pub width: Width,
    /// Dark ground
    #[arg(long)]
    pub dark: bool,
}

#[derive(Args)]
pub struct PictureArgs {
    /// The query of the address, such as "measure=ozg-land-any&period=2021-12"
    #[arg(default_value = "")]
    pub query: String,
    /// File to write: its ending says what it is, .png, .pdf or .svg (with text as paths, for programs without the fonts)
    #[arg(long)]
    pub to: PathBuf,
    /// Pixels of a PNG for screens and social networks: 1200x628, 1080x1080, 1920x1080
    #[arg(long, value_parser = shape, conflicts_with = "column")]
    pub shape: Option<Shape>,
    /// Width in print, in millimetres: 85, 125, 185; a PNG has 300 pixels an inch
    #[arg(long, value_parser = column)]
    pub column: Option<Column>,
    /// Folder of the package
    #[arg(long, default_value = "assets/data")]
    pub package: PathBuf,
    /// Folder of the fonts of pictures
    #[arg(long, default_value = "node_modules/@expo-google-fonts")]
    pub fonts: PathBuf,
}

/// Ends the process for wrong use, or after help.
fn wrong(error: &clap::Error, lang: Lang) -> ! {
    let is_json = std::env::args_os().any(|arg| arg == "--json");
    if !error.use_stderr() || (lang == Lang::En && !is_json) {
        error.exit();
    }
    let german = wrong_use(error);
    if is_json {
        let english = error.to_string();
        out!("{:#}", serde_json::json!({ "error": { "de": german, "en": english.trim_end() } }));
    } else {
        eprintln!("{german}");
    }
    std::process::exit(2)
}

/// Reads the command line; wrong use ends the process with 2.
pub fn read() -> (Ozg, Lang) {
    let lang = asked();
    let command = match lang {
        Lang::De => in_german(Ozg::command()),
        Lang::En => Ozg::command(),
    };
    let matches = command.try_get_matches().unwrap_or_else(|error| wrong(&error, lang));
    let ozg = Ozg::from_arg_matches(&matches).unwrap_or_else(|error| wrong(&error, lang));
    let lang = ozg.lang.unwrap_or(lang);
    (ozg, lang)
}

/// A path on a host, with a slash at both ends.
fn path(text: &str) -> Result<String, String> {
    match text.starts_with('/') && text.ends_with('/') {
        true => Ok(text.to_owned()),
        false if asked() == Lang::De => {
            Err("ein Pfad beginnt und endet mit einem Schrägstrich, etwa /ein/pfad/".to_owned())
        }
        false => Err("a path starts and ends with a slash, such as /some/path/".to_owned()),
    }
}
