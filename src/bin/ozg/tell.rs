//! How the command speaks: language, JSON, progress.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use ozg_state_comparison::publish::PublishError;
use ozg_state_comparison::question::Lang;
use ozg_state_comparison::words::command::fault;
use std::fmt;
use std::fs::{self, File};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

/// Writes to the standard output; a full disk is a failure, a reader who has gone away is none.
pub fn write(text: &str) {
    use std::io::Write;
    let mut stdout = std::io::stdout().lock();
    if let Err(error) = stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush())
        && error.kind() != std::io::ErrorKind::BrokenPipe
    {
        let lang = crate::values::asked();
        let what = match lang {
            Lang::De => "die Ausgabe lässt sich nicht schreiben",
            Lang::En => "the output cannot be written",
        };
        eprintln!("ozg: {what}: {}", fault::io(&error, lang));
        std::process::exit(1);
    }
}

/// Writes a line.
macro_rules! out {
    ($($part:tt)*) => { $crate::tell::write(&(format!($($part)*) + "\n")) };
}

/// Writes a text.
macro_rules! put {
    ($($part:tt)*) => { $crate::tell::write(&format!($($part)*)) };
}

/// Why a command failed, in German and English.
#[derive(Debug)]
pub struct Failure {
    /// What happened and what to do.
    pub words: [String; 2],
    /// Exit code: 1, or 2 for wrong use.
    pub code: u8,
}

impl Failure {
    /// From words for each language.
    pub fn of(words: impl Fn(Lang) -> String) -> Self {
        Self { words: [Lang::De, Lang::En].map(words), code: 1 }
    }
}

/// What a command ends with.
pub type Done = Result<std::process::ExitCode, Failure>;

/// How to speak.
pub struct Tell {
    /// Language.
    pub lang: Lang,
    /// Results as JSON.
    pub json: bool,
}

impl Tell {
    /// The text of the language.
    pub fn pick<'a>(&self, de: &'a str, en: &'a str) -> &'a str {
        match self.lang {
            Lang::De => de,
            Lang::En => en,
        }
    }

    /// A failure.
    pub fn failure(&self, de: impl fmt::Display, en: impl fmt::Display) -> Failure {
        Failure { words: [de.to_string(), en.to_string()], code: 1 }
    }

    /// Wrong use.
    pub fn misuse(&self, de: impl fmt::Display, en: impl fmt::Display) -> Failure {
        Failure { code: 2, ..self.failure(de, en) }
    }

    /// A package or a site that could not be read or written.
    pub fn wrong(&self, error: &PublishError) -> Failure {
        Failure::of(|lang| error.text(lang))
    }

    /// A file that could not be read or written.
    pub fn file(&self, path: &Path, error: &std::io::Error) -> Failure {
        Failure::of(|lang| format!("{}: {}", path.display(), fault::io(error, lang)))
    }

    /// Whether a file can be written, tried before the work of which it is the end. Nothing changes. A folder that is not there
    /// is named itself.
    pub fn can_write(&self, path: &Path) -> Result<(), Failure> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Some(folder) = folder.filter(|folder| !folder.exists()) {
            return Err(self.file(folder, &std::io::ErrorKind::NotFound.into()));
        }
        let is_new = !path.exists();
        let tried = File::options().append(true).create(true).open(path);
        tried.and_then(|_| if is_new { fs::remove_file(path) } else { Ok(()) }).map_err(|error| self.file(path, &error))
    }

    /// Says a result: a line in the language, or JSON.
    pub fn result(&self, de: &str, en: &str, json: &serde_json::Value) {
        if self.json {
            out!("{json:#}");
        } else {
            out!("{}", self.pick(de, en));
        }
    }

    /// Says why a command failed; its exit code.
    pub fn end(&self, failure: &Failure) -> std::process::ExitCode {
        let [de, en] = &failure.words;
        if self.json {
            out!("{:#}", serde_json::json!({ "error": { "de": de, "en": en } }));
        } else {
            eprintln!("ozg: {}", self.pick(de, en));
        }
        std::process::ExitCode::from(failure.code)
    }

    /// A bar for a number of files; it is drawn on a terminal only.
    pub fn files(&self, what: &'static str) -> ProgressBar {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        let form = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {eta}");
        bar.with_message(what).with_style(form.unwrap_or_else(|_| ProgressStyle::default_bar()))
    }

    /// A bar for work of known length in bytes; it is drawn on a terminal only.
    pub fn bytes(&self, what: &'static str, length: u64) -> ProgressBar {
        let bar = ProgressBar::with_draw_target(Some(length), ProgressDrawTarget::stderr());
        let form = "{msg} {wide_bar} {bytes}/{total_bytes} {eta}";
        bar.with_message(what)
            .with_style(ProgressStyle::with_template(form).unwrap_or_else(|_| ProgressStyle::default_bar()))
    }
}

/// Lets a bar follow a counter until it is dropped.
pub struct Follow {
    ends: Arc<AtomicBool>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Follow {
    /// Starts to follow.
    pub fn start(bar: ProgressBar, counter: Arc<AtomicU64>) -> Self {
        let ends = Arc::new(AtomicBool::new(false));
        let watched = ends.clone();
        let thread = std::thread::spawn(move || {
            while !watched.load(Ordering::Relaxed) {
                bar.set_position(counter.load(Ordering::Relaxed));
                std::thread::sleep(Duration::from_millis(50));
            }
            bar.finish_and_clear();
        });
        Self { ends, thread: Some(thread) }
    }
}

impl Drop for Follow {
    fn drop(&mut self) {
        self.ends.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
