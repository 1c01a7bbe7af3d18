//! What can go wrong in the database, and where.

/// A result of the store.
pub type StoreResult<T> = Result<T, StoreError>;

/// A failure of the store itself. It never says what a person did wrong: that is the service's to say.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database refused or could not be reached.
    #[error("the database refused: {0}")]
    Database(#[from] sea_orm::DbErr),
    /// A row holds something that no version of the program writes.
    #[error("the database holds {found:?} as {what}, which is not one")]
    Corrupt { what: &'static str, found: String },
    /// The writer has stopped, because the program is closing.
    #[error("the database is closing")]
    Closing,
    /// The folder or file of the data could not be used.
    #[error("the data folder cannot be used: {0}")]
    Folder(#[from] std::io::Error),
}

impl StoreError {
    /// A stored value that is not one of those known.
    pub fn corrupt(what: &'static str, found: impl Into<String>) -> Self {
        Self::Corrupt { what, found: found.into() }
    }
}
