//! Rules that hold for every text cell.

use super::Rule;

/// Longest text in a cell, in characters.
const LONGEST: usize = 1_000;

/// The rule that a text breaks, with what is wrong and what to do; the first one only.
pub fn check_text(text: &str) -> Option<(Rule, String, &'static str)> {
    let length = text.chars().count();
    if length > LONGEST {
        return Some((Rule::Size, format!("the text has {length} characters"), "shorten it to 1,000 characters"));
    }
    if let Some(found) = text.chars().find(|c| is_hidden(*c)) {
        let what = format!("the text holds the hidden character U+{:04X}", u32::from(found));
        return Some((Rule::Characters, what, "remove control and direction characters; write line breaks as spaces"));
    }
    if let Some(mark) = text.chars().find(|c| ('\u{0300}'..='\u{036F}').contains(c)) {
        let what = format!("the text holds the separate accent U+{:04X}", u32::from(mark));
        return Some((
            Rule::Encoding,
            what,
            "save the file with composed characters (NFC), so that ü is one character",
        ));
    }
    if text.contains('\u{FFFD}') {
        let remedy = "type the letter again; the file went through a wrong encoding";
        return Some((Rule::Encoding, "the text holds the replacement character �".into(), remedy));
    }
    if text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) {
        let what = format!("the text “{}” begins like a formula", short(text));
        return Some((Rule::Formula, what, "begin with another character; spreadsheets would run it"));
    }
    if text != text.trim() {
        return Some((Rule::Form, format!("the text “{text}” begins or ends with a space"), "remove the space"));
    }
    None
}

/// Control characters, bidirectional controls, zero-width characters, byte order marks.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{2028}' | '\u{2029}')
}

/// The first forty characters, for messages.
pub(super) fn short(text: &str) -> String {
    let mut cut: String = text.chars().take(40).collect();
    if cut.len() < text.len() {
        cut.push('…');
    }
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_clean() {
        let rule = |text: &str| check_text(text).map(|(rule, ..)| rule);
        assert_eq!(rule("Thüringen – „über 200“"), None);
        assert_eq!(rule("Thu\u{308}ringen"), Some(Rule::Encoding));
        assert_eq!(rule("a\u{202E}b"), Some(Rule::Characters));
        assert_eq!(rule("a\nb"), Some(Rule::Characters));
        assert_eq!(rule("=cmd()"), Some(Rule::Formula));
        assert_eq!(rule("＝cmd()"), Some(Rule::Formula));
        assert_eq!(rule(" a"), Some(Rule::Form));
        assert_eq!(rule(&"x".repeat(1_001)), Some(Rule::Size));
    }
}
