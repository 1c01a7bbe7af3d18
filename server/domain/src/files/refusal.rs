//! Why a file is not taken.

crate::named! {
    /// Why a file is not taken, as whoever sent it is told. The message is the Fluent key `error-file-` with this name.
    pub enum Refusal {
        Empty => "empty",
        TooLarge => "too-large",
        TooMany => "too-many",
        /// It is of no kind that is taken.
        Unknown => "unknown",
        /// A web page, or anything else that a browser would run.
        Active => "active",
        /// Its name says another kind than its content.
        WrongEnding => "wrong-ending",
        Macros => "macros",
        /// A password is needed to open it.
        Locked => "locked",
        /// It cannot be read as what it says it is.
        Broken => "broken",
        /// What is in it would be far larger than it.
        Bomb => "bomb",
        /// It names files outside itself.
        Escaping => "escaping",
        /// A spreadsheet.
        Spreadsheet => "spreadsheet",
        /// Slides.
        Slides => "slides",
        /// Word's form of before 2007.
        OldWord => "old-word",
        /// A file of files.
        Archive => "archive",
        TooManyPages => "too-many-pages",
        /// A picture with too many points.
        TooManyPoints => "too-many-points",
        /// Reading it takes too long or too much memory.
        TooHard => "too-hard",
    }
}

impl Refusal {
    /// The Fluent key of what is said.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Empty => "error-file-empty",
            Self::TooLarge => "error-file-too-large",
            Self::TooMany => "error-file-too-many",
            Self::Unknown => "error-file-unknown",
            Self::Active => "error-file-active",
            Self::WrongEnding => "error-file-wrong-ending",
            Self::Macros => "error-file-macros",
            Self::Locked => "error-file-locked",
            Self::Broken => "error-file-broken",
            Self::Bomb => "error-file-bomb",
            Self::Escaping => "error-file-escaping",
            Self::Spreadsheet => "error-file-spreadsheet",
            Self::Slides => "error-file-slides",
            Self::OldWord => "error-file-old-word",
            Self::Archive => "error-file-archive",
            Self::TooManyPages => "error-file-too-many-pages",
            Self::TooManyPoints => "error-file-too-many-points",
            Self::TooHard => "error-file-too-hard",
        }
    }
}
