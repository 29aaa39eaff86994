//! Links between the rows of a data set.

use std::sync::Arc;

/// A row that other rows and answers refer to.
pub type Link<T> = Arc<T>;
