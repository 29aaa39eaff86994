//! `ozg publish`, `ozg services`, `ozg serve`, `ozg svg`, `ozg picture`, `ozg page`.

use crate::args::{PictureArgs, PublishArgs, ServeArgs, ServicesArgs, SvgArgs};
use crate::tell::{Done, Failure, Tell};
use ozg_state_comparison::answer::answer;
use ozg_state_comparison::data::Dataset;
use ozg_state_comparison::output::{Theme, svg};
use ozg_state_comparison::publish::{
    self, Format, Frame, Painter, Pictures, read_release_package, service_files, service_rows,
};
use ozg_state_comparison::question::{KEYS, Lang, Question};
use ozg_state_comparison::ui::components::site::{live_html, start_body};
use ozg_state_comparison::ui::state::{Content, Edition};
use ozg_state_comparison::words::Reader;
use serde_json::json;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

/// Writes the site.
pub fn publish(args: &PublishArgs, tell: &Tell) -> Done {
    let bar = tell.files(tell.pick("Karten", "cards"));
    let options = publish::Options {
        package: args.package.clone(),
        to: args.to.clone(),
        site: args.site.clone(),
        fonts: args.fonts.clone(),
        heights: args.heights.clone(),
        keep: args.keep.clone(),
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
    let en = format!("published {count} files, {cards} cards, {bytes} bytes");
    let unmeasured = published.unmeasured;
    tell.result(&de, &en, &json!({ "files": count, "cards": cards, "bytes": bytes, "unmeasured": unmeasured }));
    if published.unmeasured > 0 && !tell.json {
        let count = published.unmeasured;
        let de = format!(
            "{count} Einbettungen sind nicht vermessen, ihre Höhen sind geschätzt: script/heights.mjs misst sie"
        );
        let en =
            format!("{count} embeds were not measured, their heights are estimates: script/heights.mjs measures them");
        out!("{}", tell.pick(&de, &en));
    }
    Ok(ExitCode::SUCCESS)
}

/// Serves the site until it is stopped.
pub fn serve(args: &ServeArgs, tell: &Tell) -> Done {
    let server =
        publish::Server::open(&args.folder, args.port, args.at.as_deref()).map_err(|error| tell.wrong(&error))?;
    let (address, folder) = (server.address(), args.folder.display());
    let de = format!("{folder}: {address} (Ende mit Strg+C)");
    let en = format!("{folder}: {address} (stop with Ctrl+C)");
    tell.result(&de, &en, &json!({ "address": address }));
    server.run().map_err(|error| tell.wrong(&error))?;
    Ok(ExitCode::SUCCESS)
}

/// What a query asks. Pages show the rest of a wrong address and say so; a file would show something else than what was meant.
fn question(query: &str, data: &Dataset, tell: &Tell) -> Result<Question, Failure> {
    let (question, invalid) = Question::parse(query, data);
    let unknown = question.unknown.iter().map(|(key, value)| format!("{key}={value}"));
    let wrong: Vec<String> =
        invalid.iter().map(|found| format!("{}={}", found.key, found.value)).chain(unknown).collect();
    if wrong.is_empty() {
        return Ok(question);
    }
    let (wrong, keys) =
        (wrong.join(", "), KEYS.iter().chain(&["lang", "theme"]).copied().collect::<Vec<_>>().join(", "));
    Err(tell.misuse(
        format!("„{query}“: {wrong} gibt es nicht; Schlüssel sind {keys}, ihre Werte stehen in der Adresse der Seite"),
        format!("“{query}”: there is no {wrong}; keys are {keys}, their values stand in the address of the page"),
    ))
}

/// Writes a picture.
pub fn picture(args: &PictureArgs, tell: &Tell) -> Done {
    let ending = args.to.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let format = match ending {
        "png" => Format::Png,
        "pdf" => Format::Pdf,
        "svg" => Format::Paths,
        _ => {
            let to = args.to.display();
            return Err(tell.failure(
                format!("{to}: das Ende des Namens sagt nicht, was die Datei sein soll; .png, .pdf oder .svg anhängen"),
                format!("{to}: the ending does not say what the file is to be; add .png, .pdf or .svg"),
            ));
        }
    };
    let frame = match (args.shape, args.column) {
        (Some(_), _) if format != Format::Png => {
            return Err(tell.failure(
                "--shape gibt es nur für PNG; für PDF und SVG --column nehmen".to_owned(),
                "--shape is for PNG only; for PDF and SVG use --column".to_owned(),
            ));
        }
        (Some(shape), _) => Frame::Shape(shape),
        (None, Some(column)) => Frame::Column(column),
        (None, None) => Frame::Whole,
    };
    let (_, data) = read_release_package(&args.package).map_err(|error| tell.wrong(&error))?;
    let painter = Painter::open(&args.fonts).map_err(|error| tell.wrong(&error))?;
    let question = question(&args.query, &data, tell)?;
    tell.can_write(&args.to)?;
    let lang = question.lang.unwrap_or_default();
    let told = Content::of(&data, question, lang, Reader::All);
    let pictures = Pictures { told: &told, lang, address: None, painter: &painter };
    let bytes = pictures.made(format, frame).map_err(|error| tell.wrong(&error))?;
    let bytes = bytes.ok_or_else(|| nothing(&args.query, tell))?;
    std::fs::write(&args.to, &bytes).map_err(|error| tell.file(&args.to, &error))?;
    if tell.json {
        out!("{:#}", json!({ "file": args.to, "bytes": bytes.len() }));
    }
    Ok(ExitCode::SUCCESS)
}

fn nothing(query: &str, tell: &Tell) -> Failure {
    tell.failure(
        format!("Zu „{query}“ gibt es nichts zu zeichnen; eine andere Zählung oder Zeit versuchen"),
        format!("there is nothing to draw for “{query}”; try another measure or period"),
    )
}

/// Prints a drawing as SVG.
pub fn drawing(args: &SvgArgs, tell: &Tell) -> Done {
    let (_, data) = read_release_package(&args.package).map_err(|error| tell.wrong(&error))?;
    let question = question(&args.query, &data, tell)?;
    let lang = question.lang.unwrap_or_default();
    let theme = if args.dark { Theme::Dark } else { Theme::Light };
    match svg(&answer(&data, &question), lang, args.width, theme, None) {
        Some(file) => {
            match tell.json {
                true => out!("{:#}", json!({ "svg": file.svg })),
                false => put!("{}", file.svg),
            }
            Ok(ExitCode::SUCCESS)
        }
        None => Err(nothing(&args.query, tell)),
    }
}

/// Prints a page.
pub fn page(query: &str, package: &Path, tell: &Tell) -> Done {
    let (_, data) = read_release_package(package).map_err(|error| tell.wrong(&error))?;
    let question = question(query, &data, tell)?;
    let edition = Edition {
        data: Arc::new(data),
        lang: Lang::De,
        root: "",
        today: None,
        pages: String::new(),
        lists: None,
        is_embed: false,
    };
    let html = live_html(|| start_body(edition, question, false));
    match tell.json {
        true => out!("{:#}", json!({ "html": html })),
        false => put!("{html}"),
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes the services behind the counts.
pub fn services(args: &ServicesArgs, tell: &Tell) -> Done {
    let wrong = |error: ozg_state_comparison::publish::PublishError| tell.wrong(&error);
    let (files, data) = read_release_package(&args.package).map_err(wrong)?;
    let rows = service_rows(&files);
    if rows.is_empty() {
        return Err(tell.failure(
            format!("{}: keine services.csv; sie entsteht mit „ozg import pvog“", args.package.display()),
            format!("{}: no services.csv; “ozg import pvog” makes it", args.package.display()),
        ));
    }
    let files = service_files(&rows, &data);
    for (name, bytes) in &files {
        let path = args.to.join(name);
        let wrong = |error: std::io::Error| tell.file(&path, &error);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(wrong)?;
        }
        std::fs::write(&path, bytes).map_err(wrong)?;
    }
    let (count, folder) = (files.len(), args.to.display());
    let (de, en) = (format!("{count} Dateien in {folder}"), format!("{count} files in {folder}"));
    tell.result(&de, &en, &json!({ "files": count, "folder": args.to }));
    Ok(ExitCode::SUCCESS)
}
