//! Stands in for the crate `wasm-streams`, which leptos brings along for server functions that answer in streams. This site has
//! no server functions, but the classes that the crate exports to JavaScript would reach every reader all the same: 5,200
//! bytes of brotli. Here are the names that `server_fn` compiles against; docs/size.md names the saving.

use futures_util::stream::{self, Stream};
use wasm_bindgen::JsValue;

/// A stream of the browser. Nothing reads or writes it.
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// A stream of the browser.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// A stream that ends at once.
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        Self(JsValue::UNDEFINED.into())
    }

    /// The stream of the browser.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// A stream without items.
    pub fn into_stream(self) -> impl Stream<Item = Result<JsValue, JsValue>> {
        stream::empty()
    }
}
