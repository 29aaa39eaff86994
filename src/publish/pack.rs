//! Compressed copies beside the files, for hosts that send them: `.br` and `.gz`.

use std::io::Write;

/// Endings of files that shrink.
const TEXTS: [&str; 13] =
    ["html", "css", "js", "json", "bin", "jsonld", "svg", "csv", "xml", "txt", "wasm", "webmanifest", "atom"];
/// Smaller files are sent as they are, in bytes.
const SMALLEST: usize = 512;

/// The compressed copies of a file; none where they would not help. What many readers load is packed as tightly as possible.
pub fn packed(path: &str, bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let ending = path.rsplit('.').next().unwrap_or_default();
    // Invented data are looked at, not served to many.
    if !TEXTS.contains(&ending) || bytes.len() < SMALLEST || path.starts_with("sample/") {
        return Vec::new();
    }
    let often = ["wasm", "js"].contains(&ending)
        || ["index.html", "en/index.html"].contains(&path)
        || ["data/release-", "data/complete-"].iter().any(|start| path.starts_with(start));
    let params = brotli::enc::BrotliEncoderParams {
        quality: if often { 11 } else { 5 },
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut tight = Vec::new();
    let done = brotli::BrotliCompress(&mut &*bytes, &mut tight, &params);
    let mut zipped = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(if often { 9 } else { 6 }));
    let gz = zipped.write_all(bytes).and_then(|()| zipped.finish());
    let mut found = Vec::new();
    if done.is_ok() && tight.len() < bytes.len() {
        found.push((format!("{path}.br"), tight));
    }
    if let Ok(gz) = gz
        && gz.len() < bytes.len()
    {
        found.push((format!("{path}.gz"), gz));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn copies_unpack_to_the_file() {
        let text = "Hamburg, Bremen, ".repeat(100).into_bytes();
        let copies = packed("data/x.csv", &text);
        let names: Vec<&str> = copies.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["data/x.csv.br", "data/x.csv.gz"]);
        let mut found = Vec::new();
        brotli::Decompressor::new(copies[0].1.as_slice(), 4_096).read_to_end(&mut found).unwrap();
        assert_eq!(found, text);
        found.clear();
        flate2::read::GzDecoder::new(copies[1].1.as_slice()).read_to_end(&mut found).unwrap();
        assert_eq!(found, text);
        assert!(packed("a.png", &text).is_empty() && packed("a.txt", b"x").is_empty());
    }
}
