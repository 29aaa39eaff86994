//! The operator's command (native only).
#![allow(clippy::print_stdout, clippy::print_stderr)]

#[cfg(not(target_arch = "wasm32"))]
#[macro_use]
mod tell;
#[cfg(not(target_arch = "wasm32"))]
mod args;
#[cfg(not(target_arch = "wasm32"))]
mod check;
#[cfg(not(target_arch = "wasm32"))]
mod fetch;
#[cfg(not(target_arch = "wasm32"))]
mod german;
#[cfg(not(target_arch = "wasm32"))]
mod history;
#[cfg(not(target_arch = "wasm32"))]
mod import;
#[cfg(not(target_arch = "wasm32"))]
mod site;
#[cfg(not(target_arch = "wasm32"))]
mod values;

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    let (ozg, lang) = args::read();
    let tell = tell::Tell { lang, json: ozg.json };
    let done = match ozg.work {
        args::Work::Check(args) => check::check(&args, &tell),
        args::Work::Explain { code } => check::explain(&code, &tell),
        args::Work::Import { what: args::Import::Pvog(args) } => import::import_pvog(&args, &tell),
        args::Work::Fetch { what: args::Fetch::Pvog(args) } => fetch::fetch_pvog(&args, &tell),
        args::Work::Sample(args) => import::sample(&args, &tell),
        args::Work::Services(args) => site::services(&args, &tell),
        args::Work::Diff(args) => history::diff(&args, &tell),
        args::Work::Publish(args) => site::publish(&args, &tell),
        args::Work::Verify(args) => check::live(&args, &tell),
        args::Work::Serve(args) => site::serve(&args, &tell),
        args::Work::Svg(args) => site::drawing(&args, &tell),
        args::Work::Picture(args) => site::picture(&args, &tell),
        args::Work::Page { query, package } => site::page(&query, &package, &tell),
    };
    done.unwrap_or_else(|failure| tell.end(&failure))
}
