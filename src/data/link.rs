//! Links between the rows of a data set.

/// A row that other rows and answers refer to. A data set is read once and lives as long as the program: a link is a plain
/// reference, which costs nothing to copy or to give up. (Counted references in every figure of every answer would add to
/// what each reader loads, and to the time of each answer.)
pub type Link<T> = &'static T;

/// A row that stays for as long as the program runs.
pub fn link<T>(row: T) -> Link<T> {
    Box::leak(Box::new(row))
}
