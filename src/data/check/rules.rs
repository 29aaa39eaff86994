//! Rules that hold for every text cell.

use super::problem::Problem;

/// Longest text in a cell, in characters.
const LONGEST: usize = 1_000;

/// What a text begins with that spreadsheets take for a formula.
pub const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// What is wrong with a text; the first thing only.
pub fn check_text(text: &str) -> Option<Problem> {
    let length = text.chars().count();
    if length > LONGEST {
        return Some(Problem::TooLong(length));
    }
    if let Some(found) = text.chars().find(|c| is_hidden(*c)) {
        return Some(Problem::Hidden(found));
    }
    if let Some(mark) = text.chars().find(|c| ('\u{0300}'..='\u{036F}').contains(c)) {
        return Some(Problem::Accent(mark));
    }
    if text.contains('\u{FFFD}') {
        return Some(Problem::Replacement);
    }
    if text.starts_with(FORMULA) {
        return Some(Problem::FormulaText(short(text)));
    }
    (text != text.trim()).then(|| Problem::Spaces(short(text)))
}

/// Control characters, bidirectional controls, zero-width characters, byte order marks.
pub(crate) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{2028}' | '\u{2029}')
}

/// The first forty characters, for messages.
pub fn short(text: &str) -> String {
    let mut cut: String = text.chars().take(40).collect();
    if cut.len() < text.len() {
        cut.push('…');
    }
    cut
}

/// A number of exactly `length` ASCII digits.
pub fn digits(text: &str, length: usize) -> Option<u64> {
    let plain = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::check::Rule;

    #[test]
    fn texts_are_clean() {
        let rule = |text: &str| check_text(text).map(|problem| problem.rule());
        assert_eq!(rule("Thüringen – „über 200“"), None);
        assert_eq!(rule("Thu\u{308}ringen"), Some(Rule::Encoding));
        assert_eq!(rule("a\u{202E}b"), Some(Rule::Characters));
        assert_eq!(rule("a\nb"), Some(Rule::Characters));
        assert_eq!(rule("=cmd()"), Some(Rule::Formula));
        assert_eq!(rule("＝cmd()"), Some(Rule::Formula));
        assert_eq!(rule(" a"), Some(Rule::Form));
        assert_eq!(rule(&"x".repeat(1_001)), Some(Rule::Size));
    }

    #[test]
    fn numbers_have_their_length() {
        assert_eq!(digits("99041006000000", 14), Some(99_041_006_000_000));
        assert_eq!(digits("9,9041E+13", 14), None);
        assert_eq!(digits("+9041006000000", 14), None);
    }
}
