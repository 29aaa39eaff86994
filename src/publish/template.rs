//! The page template that Trunk leaves: `index.html` with named places, `%name%` or `<!--%name%-->`, each filled once.

use super::PublishError;
use std::path::Path;

/// Fills each place of a template once; a place without a text, and a text without a place, are faults.
pub fn filled(template: &str, path: &Path, texts: &[(&'static str, String)]) -> Result<String, PublishError> {
    let missing = |name: String| PublishError::Template(path.to_owned(), name);
    let mut page = String::new();
    let mut used = Vec::new();
    let mut rest = template;
    while let Some((before, name, after)) = next(rest) {
        let (_, text) = texts.iter().find(|(own, _)| *own == name).ok_or_else(|| missing(name.to_owned()))?;
        used.push(name);
        let (before, after) = before.strip_suffix("<!--").zip(after.strip_prefix("-->")).unwrap_or((before, after));
        page.push_str(before);
        page.push_str(text);
        rest = after;
    }
    page.push_str(rest);
    match texts.iter().find(|(name, _)| used.iter().filter(|used| *used == name).count() != 1) {
        Some((name, _)) => Err(missing((*name).to_owned())),
        None => Ok(page),
    }
}

/// What stands before the next place, its name, and what stands after it.
fn next(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        let start = from + text.get(from..)?.find('%')?;
        let inner = text.get(start + 1..)?;
        let end = inner.find(|c: char| !c.is_ascii_lowercase() && c != '-')?;
        match (inner.get(..end), inner.get(end..)?.strip_prefix('%')) {
            (Some(name), Some(after)) if !name.is_empty() => return Some((text.get(..start)?, name, after)),
            _ => from = start + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fill(template: &str, texts: &[(&'static str, &str)]) -> Result<String, String> {
        let texts: Vec<_> = texts.iter().map(|(name, text)| (*name, (*text).to_owned())).collect();
        filled(template, Path::new("index.html"), &texts).map_err(|error| error.to_string())
    }

    #[test]
    fn each_place_is_filled_once() {
        let texts = [("title", "100 % %lang% a"), ("page", "x")];
        assert_eq!(fill("[%title%] 5 %<!--%page%-->", &texts).unwrap(), "[100 % %lang% a] 5 %x");
        assert!(fill("%title%", &texts).unwrap_err().contains("page"), "a text without a place");
        assert!(fill("%title%%page%%other%", &texts).unwrap_err().contains("other"), "a place without a text");
        assert!(fill("%title%%page%%title%", &texts).unwrap_err().contains("title"), "a place twice");
    }
}
