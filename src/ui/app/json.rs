//! JSON read by the browser's own parser.

use crate::data::Parsed;
use js_sys::{Array, Float64Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Between texts that cross from the browser in one piece; the data package has no control characters.
const SEPARATOR: char = '\u{1F}';

/// A parsed file.
pub struct Json(JsValue);

impl Json {
    /// What the browser has parsed.
    pub fn of(parsed: JsValue) -> Self {
        Self(parsed)
    }

    fn get(&self, key: &str) -> Option<JsValue> {
        Reflect::get(&self.0, &JsValue::from_str(key)).ok()
    }

    fn list(&self, key: &str) -> Option<Array> {
        self.get(key)?.dyn_into().ok()
    }
}

fn texts(list: &Array) -> Vec<String> {
    if list.length() == 0 {
        return Vec::new();
    }
    String::from(list.join("\u{1F}")).split(SEPARATOR).map(str::to_owned).collect()
}

impl Parsed for Json {
    fn number(&self, key: &str) -> Option<u32> {
        self.get(key)?.as_f64().map(|number| number as u32)
    }

    fn text(&self, key: &str) -> Option<String> {
        self.get(key)?.as_string()
    }

    fn texts(&self, key: &str) -> Option<Vec<String>> {
        self.list(key).as_ref().map(texts)
    }

    fn rows(&self, key: &str) -> Option<Vec<Vec<String>>> {
        self.list(key)?.iter().map(|row| row.dyn_ref().map(texts)).collect()
    }

    fn columns(&self, key: &str) -> Option<Vec<Vec<i64>>> {
        let numbers = |column: JsValue| Float64Array::new(&column).to_vec().into_iter().map(|n| n as i64).collect();
        Some(self.list(key)?.iter().map(numbers).collect())
    }
}
