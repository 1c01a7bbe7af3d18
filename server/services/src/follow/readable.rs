//! Rows that cannot be read: a newer version wrote them, or somebody's hand. They must not stop all others.

use uuid::Uuid;

use crate::{Failure, StoreError};

/// What was read; nothing where this row holds what no version of this program writes, which is noted by the row's key
/// alone: whose row it is, is nobody's business. That the store is out of reach is no fault of a row.
pub(super) fn readable<T>(
    read: Result<T, impl Into<Failure>>,
    row: &'static str,
    id: Uuid,
) -> Result<Option<T>, Failure> {
    match read.map_err(Into::into) {
        Ok(read) => Ok(Some(read)),
        Err(Failure::Store(StoreError::Corrupt { what, .. })) => {
            tracing::error!(row, %id, what, "a row cannot be read and was passed over");
            Ok(None)
        }
        Err(Failure::NotFound(what)) => {
            tracing::error!(row, %id, what, "a row names what cannot be and was passed over");
            Ok(None)
        }
        Err(failure) => Err(failure),
    }
}
