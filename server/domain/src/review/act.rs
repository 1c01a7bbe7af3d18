//! What is done in a review, act by act.

crate::named! {
    /// One kind of act. Every one is recorded, and every one but an undo can be undone.
    pub enum Act {
        CodeAdded => "code-added",
        CodeChanged => "code-changed",
        CodeMoved => "code-moved",
        CodeRetired => "code-retired",
        CodeRestored => "code-restored",
        CodingApplied => "coding-applied",
        CodingRemoved => "coding-removed",
        ResponseRead => "response-read",
        ResponseUnread => "response-unread",
        Undo => "undo",
    }
}

/// What kind of thing an act is done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    Code,
    Coding,
    Reading,
}

impl Act {
    /// What it is done to; an undo is done to whatever the undone act was done to.
    pub const fn subject(self) -> Option<Subject> {
        match self {
            Self::CodeAdded
            | Self::CodeChanged
            | Self::CodeMoved
            | Self::CodeRetired
            | Self::CodeRestored => Some(Subject::Code),
            Self::CodingApplied | Self::CodingRemoved => Some(Subject::Coding),
            Self::ResponseRead | Self::ResponseUnread => Some(Subject::Reading),
            Self::Undo => None,
        }
    }
}
