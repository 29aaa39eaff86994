//! Sentences with gaps: one small function instead of a formatter for each sentence and language.

use super::pick;
use crate::question::Lang;

/// The sentence of the language with its gaps `{0}`, `{1}` … filled; a gap without an argument stays empty.
#[inline(always)]
pub fn say(lang: Lang, de: &str, en: &str, gaps: &[&str]) -> String {
    fill(pick(lang, de, en), gaps)
}

/// A sentence with its gaps filled.
pub(super) fn fill(sentence: &str, gaps: &[&str]) -> String {
    let mut text = String::new();
    let mut parts = sentence.split('{');
    text.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (number, rest) = part.split_at_checked(2).unwrap_or((part, ""));
        let index = number.bytes().next().map(|digit| usize::from(digit.wrapping_sub(b'0')));
        text.push_str(index.and_then(|index| gaps.get(index)).copied().unwrap_or_default());
        text.push_str(rest);
    }
    text
}

/// Names joined as a list: "A, B und C".
pub fn list(lang: Lang, names: &[&str]) -> String {
    let and = pick(lang, " und ", " and ");
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => first.join(", ") + and + last,
    }
}

/// Where a text holds another one, in bytes. (The standard library's search is made for long texts; it would add three
/// kilobytes to what readers load.)
pub fn find(text: &str, part: &str) -> Option<usize> {
    (0..=text.len()).find(|start| text.get(*start..).is_some_and(|rest| rest.starts_with(part)))
}

/// A text before and after the first place of another one.
pub fn cut<'a>(text: &'a str, part: &str) -> Option<(&'a str, &'a str)> {
    let start = find(text, part)?;
    Some((text.get(..start)?, text.get(start + part.len()..)?))
}

/// Most characters of what is announced: longer texts cannot be stopped, and hide what comes after them.
const MOST_SAID: usize = 120;

/// A text as it is announced: in at most 120 characters, cut between words.
pub fn brief(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(MOST_SAID) else { return text.to_owned() };
    let head = text.get(..end).unwrap_or_default();
    // Room for the sign of the cut.
    let head = head.rsplit_once(' ').map_or(head, |(head, _)| head).trim_end_matches([',', ':', '.', ';']);
    format!("{head}…")
}

/// A text in lines of at most `width` by the measure of `measured` (text, size, bold).
pub fn lines(text: &str, size: i32, bold: bool, width: i32, measured: impl Fn(&str, i32, bool) -> i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if measured(&format!("{line} {word}"), size, bold) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_announced_is_short() {
        assert_eq!(brief("Hamburg vorn"), "Hamburg vorn");
        let exact = "ä".repeat(120);
        assert_eq!(brief(&exact), exact);
        let long = format!("{}, Bayern und Hessen", "ä".repeat(118));
        assert_eq!(brief(&long), format!("{}…", "ä".repeat(118)));
        assert!(brief(&"Wort ".repeat(40)).chars().count() <= 120);
    }

    #[test]
    fn gaps_are_filled_in_any_order() {
        assert_eq!(say(Lang::De, "{1} vor {0}.", "", &["Hessen", "Bayern"]), "Bayern vor Hessen.");
        assert_eq!(say(Lang::En, "", "no gap", &[]), "no gap");
        assert_eq!(say(Lang::En, "", "{0}{7}!", &["über 70 {x}"]), "über 70 {x}!");
    }
}
