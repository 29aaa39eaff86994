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

/// A name with a part of its content's hash: `start-0123456789abcdef.js`.
pub fn hashed(stem: &str, ending: &str, bytes: &[u8]) -> String {
    format!("{stem}-{}.{ending}", hexadecimal(bytes).get(..16).unwrap_or_default())
}
