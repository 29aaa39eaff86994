//! Fetches the release that the page names.

use super::document::start_attribute;
use crate::data::{Dataset, Release, ReleaseError};
use gloo_net::http::Request;
use leptos::prelude::set_timeout;
use leptos::wasm_bindgen::{JsCast, JsValue};
use std::fmt;
use std::time::Duration;

/// Longest wait for one try, its body included.
const PATIENCE: Duration = Duration::from_secs(8);
/// Least waits before the second and the third try, in milliseconds.
const PAUSES: [u32; 2] = [500, 1_500];
/// Longest wait that a server may ask for, in milliseconds.
const LONGEST: u32 = 10_000;

/// Why there is no data.
#[derive(Debug)]
pub enum LoadError {
    /// The page does not say which file.
    Unnamed,
    /// The network, the time limit, or a file other than the page names.
    Fetch(String),
    /// The server's status, and how many milliseconds it asks to wait; 0 where it does not say.
    Status(u16, u32),
    /// The file is not a valid release.
    Release(ReleaseError),
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unnamed => f.write_str("E-DATA-NAME: the page names no data file"),
            Self::Fetch(words) => write!(f, "E-DATA-FETCH: {words}"),
            Self::Status(status, _) => write!(f, "E-DATA-STATUS: {status}"),
            Self::Release(error) => write!(f, "E-DATA-RELEASE: {error}"),
        }
    }
}

impl LoadError {
    /// How long the server asks to wait before another try, in milliseconds; `None` where none helps.
    fn pause(&self) -> Option<u32> {
        match self {
            Self::Fetch(_) => Some(0),
            Self::Status(408 | 429 | 500.., asked) => Some(*asked),
            _ => None,
        }
    }
}

/// The data set of a release that the page names, `release` or `complete`; whole or not at all.
pub async fn load(name: &str) -> Result<Dataset, LoadError> {
    let path = start_attribute(&format!("data-{name}")).ok_or(LoadError::Unnamed)?;
    let integrity = start_attribute(&format!("data-{name}-integrity")).unwrap_or_default();
    let mut pauses = PAUSES.into_iter();
    let bytes = loop {
        let error = match fetch(&path, &integrity).await {
            Ok(bytes) => break bytes,
            Err(error) => error,
        };
        // Browsers do not tell the status of a file with a hash: that is asked without.
        let error = fetch(&path, "").await.err().unwrap_or(error);
        match error.pause().zip(pauses.next()) {
            Some((asked, usual)) => sleep(asked.clamp(usual, LONGEST)).await,
            None => return Err(error),
        }
    };
    Release::from_bytes(&bytes).and_then(Release::into_dataset).map_err(LoadError::Release)
}

/// One try. The browser itself compares the hash.
async fn fetch(path: &str, integrity: &str) -> Result<Vec<u8>, LoadError> {
    // Only the browser's own words: those of the parsers that gloo also knows are never needed here.
    let words = |error: gloo_net::Error| {
        LoadError::Fetch(match error {
            gloo_net::Error::JsError(error) => format!("{}: {}", error.name, error.message),
            _ => String::new(),
        })
    };
    let abort = web_sys::AbortController::new().ok();
    let signal = abort.as_ref().map(web_sys::AbortController::signal);
    if let Some(abort) = abort {
        set_timeout(move || abort.abort(), PATIENCE);
    }
    let request = Request::get(path).integrity(integrity).abort_signal(signal.as_ref());
    let response = request.send().await.map_err(words)?;
    if !response.ok() {
        let asked = response.headers().get("Retry-After").and_then(|seconds| seconds.parse::<u32>().ok());
        return Err(LoadError::Status(response.status(), asked.unwrap_or_default().saturating_mul(1_000)));
    }
    response.binary().await.map_err(words)
}

/// Waits so many milliseconds.
async fn sleep(pause: u32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        set_timeout(
            move || {
                let _ = resolve.unchecked_ref::<js_sys::Function>().call0(&JsValue::UNDEFINED);
            },
            Duration::from_millis(pause.into()),
        );
    });
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}
