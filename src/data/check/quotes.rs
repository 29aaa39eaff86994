//! Quotes that are not closed, or one too many: a quoted cell then swallows the rows that follow.

/// Most line ends inside a cell that are believed.
const MOST_LINES: usize = 5;
/// Digits of a LeiKa key, which begins each row of an export.
const KEY: usize = 14;

/// Position of a cell that has swallowed rows, and over how many lines it runs. It is one with more than five line ends, with as
/// many separators at least as its lines had as rows, or with a LeiKa key after a line end; in the last record of a file also one
/// that ends with a line end, as its quote was never closed. `width` is the number of columns.
pub fn swallowed<'a>(
    cells: impl Iterator<Item = &'a [u8]>,
    width: usize,
    delimiter: u8,
    is_last: bool,
) -> Option<(usize, usize)> {
    cells.enumerate().find_map(|(position, cell)| {
        let ends = cell.iter().filter(|byte| **byte == b'\n').count();
        if ends == 0 {
            return None;
        }
        let separators = cell.iter().filter(|byte| **byte == delimiter).count();
        let rows = width > 1 && separators >= ends * (width - 1);
        let open = is_last && cell.ends_with(b"\n");
        (ends > MOST_LINES || rows || open || has_key(cell)).then_some((position, ends + 1))
    })
}

/// Whether there is a LeiKa key after a line end.
fn has_key(cell: &[u8]) -> bool {
    let Some(start) = cell.iter().position(|byte| *byte == b'\n') else { return false };
    let after = cell.get(start..).unwrap_or_default();
    after.split(|byte| !byte.is_ascii_digit()).any(|digits| digits.len() == KEY)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(cells: &[&str], is_last: bool) -> Option<(usize, usize)> {
        swallowed(cells.iter().map(|cell| cell.as_bytes()), 4, b',', is_last)
    }

    #[test]
    fn names_may_have_line_ends() {
        assert_eq!(found(&["99000000001000", "Anzeige,\nErlaubnis", "x", "y"], true), None);
        assert_eq!(found(&["a", "one\ntwo\nthree\nfour\nfive\nsix", "x", "y"], false), None);
    }

    #[test]
    fn swallowed_rows_are_seen() {
        assert_eq!(found(&["a", "b,c,d\ne", "x", "y"], false), None, "fewer separators than a row has");
        assert_eq!(found(&["a", "b,c,d\ne,f", "x", "y"], false), Some((1, 2)));
        assert_eq!(found(&["a", "b\n99000000001000,\"", "x", "y"], false), Some((1, 2)), "a key begins a row");
        assert_eq!(found(&["a", "1\n2\n3\n4\n5\n6\n7", "x", "y"], false), Some((1, 7)));
        assert_eq!(found(&["a", "b", "c", "d\n"], true), Some((3, 2)), "never closed");
    }
}
