//! How far the bringing in of a file is.

crate::named! {
    /// How far a file is. Somebody waits for an answer in those states alone in which the program works.
    pub enum ImportState {
        /// It is here, and nobody has said what its columns are.
        Uploaded => "uploaded",
        /// Every row is being checked.
        Checking => "checking",
        /// Every row was checked, and nothing was written.
        Checked => "checked",
        /// The good rows are being brought in.
        Importing => "importing",
        Done => "done",
        /// It was not brought in, and its rows are gone.
        Discarded => "discarded",
    }
}

impl ImportState {
    /// Whether the program works on it.
    pub const fn works(self) -> bool {
        matches!(self, Self::Checking | Self::Importing)
    }

    /// Whether it can be said (again) what its columns are.
    pub const fn can_be_mapped(self) -> bool {
        matches!(self, Self::Uploaded | Self::Checked)
    }
}

crate::named! {
    /// What a row is.
    pub enum RowState {
        /// Nobody has looked yet.
        New => "new",
        Good => "good",
        Bad => "bad",
        /// An earlier file has brought it in.
        There => "there",
        /// The map says to leave it out.
        Skipped => "skipped",
    }
}
