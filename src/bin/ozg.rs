//! The operator's command.
#![allow(clippy::print_stdout, clippy::print_stderr)]

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
mod command {
    use clap::{Parser, Subcommand};
    use ozg_state_comparison::answer::answer;
    use ozg_state_comparison::chart::Width;
    use ozg_state_comparison::data::package::read_package;
    use ozg_state_comparison::output::{Theme, svg};
    use ozg_state_comparison::publish::{PublishError, publish, read_package_files, read_release_package, today};
    use ozg_state_comparison::question::{Lang, Question};
    use ozg_state_comparison::ui::view::{Site, page_html};
    use std::path::PathBuf;
    use std::process::ExitCode;
    use std::sync::Arc;

    /// Checks and publishes the data of the OZG state comparison.
    ///
    /// Exit codes: 0 all right, 1 faults found or work failed, 2 wrong use.
    #[derive(Parser)]
    #[command(name = "ozg", version)]
    struct Ozg {
        #[command(subcommand)]
        work: Work,
    }

    #[derive(Subcommand)]
    enum Work {
        /// Lists every fault of a data package with file, row, column, rule and remedy
        Check {
            /// Folder of the package
            #[arg(default_value = "assets/data")]
            package: PathBuf,
        },
        /// Writes the site into a folder that holds the page template and the code (run by Trunk after a build)
        Publish {
            /// Folder of the package
            #[arg(long, default_value = "assets/data")]
            package: PathBuf,
            /// Folder that Trunk has built
            #[arg(long)]
            to: PathBuf,
        },
        /// Prints the picture for an address as an SVG file
        Svg {
            /// The query of the address, such as "measure=ozg-land-any&period=2021-12"
            #[arg(default_value = "")]
            query: String,
            /// Folder of the package
            #[arg(long, default_value = "assets/data")]
            package: PathBuf,
            /// Width of the drawing
            #[arg(long, default_value = "wide", value_parser = width)]
            width: Width,
            /// Dark ground
            #[arg(long)]
            dark: bool,
        },
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

    /// Reads the name of a width.
    fn width(name: &str) -> Result<Width, String> {
        let names = Width::ALL.map(Width::name).join(", ");
        Width::from_name(name).ok_or_else(|| format!("write one of: {names}"))
    }

    /// Runs the command.
    pub fn run() -> ExitCode {
        let done = match Ozg::parse().work {
            Work::Check { package } => check(&package),
            Work::Publish { package, to } => publish(&package, &to).map(|published| {
                let bytes: usize = published.files.iter().map(|(_, bytes)| bytes).sum();
                println!("published {} files, {bytes} bytes", published.files.len());
                ExitCode::SUCCESS
            }),
            Work::Svg { query, package, width, dark } => picture(&query, &package, width, dark),
            Work::Page { query, package } => read_release_package(&package).map(|(_, data)| {
                let question = Question::parse(&query, &data).0;
                print!("{}", page_html(Site { data: Arc::new(data), lang: Lang::De, root: "" }, question));
                ExitCode::SUCCESS
            }),
        };
        done.unwrap_or_else(|error| {
            eprintln!("ozg: {error}");
            ExitCode::FAILURE
        })
    }

    fn check(package: &std::path::Path) -> Result<ExitCode, PublishError> {
        let files = read_package_files(package)?;
        let (data, faults) = read_package(&files, today()?);
        for fault in &faults {
            println!("{fault}");
        }
        if faults.is_empty() {
            let (figures, measures, sources) = (data.observations.len(), data.measures.len(), data.sources.len());
            println!("{}: {figures} figures, {measures} measures, {sources} sources, no faults", package.display());
            return Ok(ExitCode::SUCCESS);
        }
        println!("{}: {} faults", package.display(), faults.len());
        Ok(ExitCode::FAILURE)
    }

    fn picture(query: &str, package: &std::path::Path, width: Width, dark: bool) -> Result<ExitCode, PublishError> {
        let (_, data) = read_release_package(package)?;
        let question = Question::parse(query, &data).0;
        let lang = question.lang.unwrap_or_default();
        let theme = if dark { Theme::Dark } else { Theme::Light };
        Ok(match svg(&answer(&data, &question), lang, width, theme, None) {
            Some(file) => {
                print!("{file}");
                ExitCode::SUCCESS
            }
            None => {
                eprintln!("ozg: there is nothing to draw for “{query}”; try another measure or period");
                ExitCode::FAILURE
            }
        })
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    command::run()
}
