//! Sorting that is small in WebAssembly: the lists of this project have at most a few hundred entries, and the standard
//! library's sorts, compiled for each type, would add fifteen kilobytes to what each reader loads.

use std::cmp::Ordering;

/// Sorts a short list in place; equal entries keep their order. Time grows with the square of the length.
pub fn sort_by<T>(list: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    for end in 1..list.len() {
        let mut place = end;
        while let Some([before, own]) = place.checked_sub(1).and_then(|from| list.get(from..=place)) {
            if compare(before, own) != Ordering::Greater {
                break;
            }
            list.swap(place - 1, place);
            place -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(mut list in proptest::collection::vec((0u8..5, any::<u8>()), 0..40)) {
            let mut expected = list.clone();
            expected.sort_by_key(|(key, _)| *key);
            sort_by(&mut list, |a, b| a.0.cmp(&b.0));
            prop_assert_eq!(list, expected);
        }
    }
}
