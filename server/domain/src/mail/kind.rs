//! The kinds of letters, and what the text of each may name.

crate::named! {
    /// What a letter is about.
    pub enum LetterKind {
        /// Shows that letters leave and arrive.
        Test => "test",
    }
}

crate::named! {
    /// Letters that whoever gets them can stop all at once, with one click.
    pub enum Stream {
        /// News of what someone follows.
        Following => "following",
        /// Invitations to answer calls, and reminders.
        Invitations => "invitations",
        /// Letters that show whether letters arrive.
        Tests => "tests",
    }
}

/// A place in the text of a letter that the program fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// What stands between braces.
    pub name: &'static str,
    /// Whether the letter is of no use without it.
    pub needed: bool,
}

impl LetterKind {
    /// What its text may name.
    pub const fn places(self) -> &'static [Place] {
        match self {
            Self::Test => &[Place { name: "site", needed: false }],
        }
    }

    /// Whether someone waits for it: such letters go before all others.
    pub const fn urgent(self) -> bool {
        match self {
            Self::Test => true,
        }
    }
}
