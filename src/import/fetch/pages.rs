//! Where paging ends: a page says so, or its count does.

use crate::import::page::entries;
use serde_json::Value;

/// What a page says of itself.
pub struct Page {
    /// Number of its entries.
    pub count: u64,
    /// Number of all entries, where it says so.
    pub total: Option<u64>,
    /// Whether it says that it is the last one.
    last: Option<bool>,
    content: Value,
}

impl Page {
    /// Reads a page; none where it has no entries at all.
    pub fn read(bytes: &[u8], number: u32) -> Option<Self> {
        let json: Value = serde_json::from_slice(bytes).ok()?;
        let found = entries(&json)?;
        let (count, content) = (found.len() as u64, Value::Array(found.clone()));
        let number_of = |keys: &[&str]| keys.iter().find_map(|key| json.get(*key)?.as_u64());
        let pages = number_of(&["totalPages"]).map(|pages| u64::from(number) + 1 >= pages);
        let last = json.get("last").and_then(Value::as_bool).or(pages);
        Some(Self { count, total: number_of(&["totalElements", "total"]), last, content })
    }

    /// Whether it is the last one: it says so, all entries are there, or it is not full.
    pub fn is_last(&self, so_far: u64, size: u32) -> bool {
        let by_count = self.total.map_or(self.count < u64::from(size), |total| so_far >= total);
        self.count == 0 || self.last.unwrap_or(by_count)
    }

    /// Whether the pages so far are all of them: the count agrees, and none said that more would come.
    pub fn is_whole(&self, so_far: u64) -> bool {
        let says_more = self.count == 0 && self.last == Some(false);
        self.total.map_or(!says_more, |total| total == so_far)
    }

    /// Whether it has the entries of another page: the server does not heed the number.
    pub fn repeats(&self, other: &Self) -> bool {
        self.count > 0 && self.content == other.content
    }
}
