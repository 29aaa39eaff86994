//! `ozg publish`, `ozg serve`, `ozg svg`, `ozg page`.

use crate::args::{PublishArgs, ServeArgs, SvgArgs};
use crate::tell::{Done, Tell};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use ozg_state_comparison::answer::answer;
use ozg_state_comparison::output::{Theme, svg};
use ozg_state_comparison::publish::{self, read_release_package};
use ozg_state_comparison::question::{Lang, Question};
use ozg_state_comparison::ui::components::site::{live_html, start_body};
use ozg_state_comparison::ui::state::Edition;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

/// Writes the site.
pub fn publish(args: &PublishArgs, tell: &Tell) -> Done {
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {eta}");
    let bar = bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar.set_message(if tell.lang == Lang::De { "Karten" } else { "cards" });
    let options = publish::Options {
        package: args.package.clone(),
        to: args.to.clone(),
        site: args.site.clone(),
        fonts: args.fonts.clone(),
        heights: args.heights.clone(),
    };
    let heard = |done: usize, of: usize| {
        bar.set_length(of as u64);
        bar.set_position(done as u64);
    };
    let published = publish::publish(&options, &heard).map_err(|error| tell.wrong(&error))?;
    bar.finish_and_clear();
    let cards = published.cards;
    let bytes: usize = published.files.iter().map(|(_, bytes)| bytes).sum();
    let count = published.files.len();
    let de = format!("{count} Dateien veröffentlicht, {cards} Karten, {bytes} Bytes");
    out!("{}", tell.pick(&de, &format!("published {count} files, {cards} cards, {bytes} bytes")));
    Ok(ExitCode::SUCCESS)
}

/// Serves the site until it is stopped.
pub fn serve(args: &ServeArgs, tell: &Tell) -> Done {
    let server = publish::Server::open(&args.folder, args.port).map_err(|error| tell.wrong(&error))?;
    let (port, folder) = (server.port(), args.folder.display());
    let de = format!("{folder}: http://127.0.0.1:{port}/ (Ende mit Strg+C)");
    out!("{}", tell.pick(&de, &format!("{folder}: http://127.0.0.1:{port}/ (stop with Ctrl+C)")));
    server.run();
    Ok(ExitCode::SUCCESS)
}

/// Prints a picture.
pub fn picture(args: &SvgArgs, tell: &Tell) -> Done {
    let (_, data) = read_release_package(&args.package).map_err(|error| tell.wrong(&error))?;
    let question = Question::parse(&args.query, &data).0;
    let lang = question.lang.unwrap_or_default();
    let theme = if args.dark { Theme::Dark } else { Theme::Light };
    match svg(&answer(&data, &question), lang, args.width, theme, None) {
        Some(file) => {
            put!("{}", file.svg);
            Ok(ExitCode::SUCCESS)
        }
        None => Err(tell.failure(
            format!("Zu „{}“ gibt es nichts zu zeichnen; eine andere Zählung oder Zeit versuchen", args.query),
            format!("there is nothing to draw for “{}”; try another measure or period", args.query),
        )),
    }
}

/// Prints a page.
pub fn page(query: &str, package: &Path, tell: &Tell) -> Done {
    let (_, data) = read_release_package(package).map_err(|error| tell.wrong(&error))?;
    let question = Question::parse(query, &data).0;
    let edition = Edition {
        data: Arc::new(data),
        lang: Lang::De,
        root: "",
        today: None,
        pages: String::new(),
        lists: None,
        is_embed: false,
    };
    put!("{}", live_html(|| start_body(edition, question, false)));
    Ok(ExitCode::SUCCESS)
}
