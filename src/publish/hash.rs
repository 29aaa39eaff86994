//! Hashes of files: for policies, for addresses, for the manifest.

use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};

/// The SHA-256 of a file as in `integrity` attributes and policies.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

/// The SHA-256 of a file in hexadecimal digits.
pub fn hexadecimal(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

/// Digits of the hash in a name.
const DIGITS: usize = 16;

/// A name with a part of its content's hash: `start-0123456789abcdef.js`.
pub fn hashed(stem: &str, ending: &str, bytes: &[u8]) -> String {
    format!("{stem}-{}.{ending}", hexadecimal(bytes).get(..DIGITS).unwrap_or_default())
}

/// What stands before the hash in such a name, with its folder: `app-de-` of `app-de-0123456789abcdef.wasm`.
pub fn before_hash(path: &str) -> Option<&str> {
    let (stem, _) = path.rsplit_once('.')?;
    let (start, hash) = stem.split_at_checked(stem.len().checked_sub(DIGITS)?)?;
    let is_hash = hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    (is_hash && start.ends_with('-')).then_some(start)
}

/// A file that pages name: where it lies in the site, and the hash with which browsers compare it.
#[derive(Debug, Clone)]
pub struct Asset {
    /// Its path, with a hash in the name.
    pub name: String,
    /// `sha256-…`.
    pub integrity: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_sixteen_digits_before_the_ending() {
        assert_eq!(before_hash(&hashed("data/release-de", "bin", b"x")), Some("data/release-de-"));
        assert_eq!(before_hash("pages-0123456789abcdef.css"), Some("pages-"));
        for path in [
            "index.html",
            "0123456789abcdef.js",
            "app-0123456789abcdeg.js",
            "start-0123456789ABCDEF.js",
            "a-0123.js",
            "é-1.js",
        ] {
            assert_eq!(before_hash(path), None, "{path}");
        }
    }
}
