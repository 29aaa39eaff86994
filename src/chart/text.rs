//! Widths of text without asking a browser: a table of Arial-like advance widths, generous enough for the usual
//! system fonts, so that the layout is the same natively and in the browser.

/// Advance widths in thousandths of the font size, for the characters from space to tilde.
const WIDTHS: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
];

/// What other system fonts may need beyond Arial, in percent.
const GENEROUS: i32 = 112;

/// What bold letters of system fonts need beyond regular ones, in percent: DejaVu Sans needs most.
const BOLD: i32 = 114;

/// The width of a text in units.
pub fn width(text: &str, size: i32, bold: bool) -> i32 {
    let advance = |c: char| -> i32 {
        let base = match c {
            'ä' | 'á' | 'à' => 'a',
            'ö' => 'o',
            'ü' => 'u',
            'Ä' => 'A',
            'Ö' => 'O',
            'Ü' => 'U',
            '\u{A0}' => ' ',
            'ß' => 'B',
            other => other,
        };
        let index = u32::from(base).wrapping_sub(u32::from(' ')) as usize;
        WIDTHS.get(index).map_or(600, |width| i32::from(*width))
    };
    let thousandths: i32 = text.chars().map(advance).sum::<i32>().saturating_mul(size);
    let weight = if bold { BOLD } else { 100 };
    thousandths / 1_000 * GENEROUS / 100 * weight / 100 + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_grow_with_text_size_and_weight() {
        assert!(width("Mecklenburg-Vorpommern", 14, false) > width("Hamburg", 14, false));
        assert!(width("Hamburg", 14, true) > width("Hamburg", 14, false));
        assert!((50..70).contains(&width("Hamburg", 14, false)), "Arial needs 58");
        assert_eq!(width("", 14, false), 1);
    }
}
