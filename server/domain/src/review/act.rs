//! What is done in a review, act by act.

crate::named! {
    /// One kind of act. Every one is recorded. An undo takes another act back, and a redo does one that was taken back
    /// again; every other act can be undone.
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
        MarkSet => "mark-set",
        MarkChanged => "mark-changed",
        MarkCleared => "mark-cleared",
        MemoWritten => "memo-written",
        MemoChanged => "memo-changed",
        MemoRemoved => "memo-removed",
        FlagRaised => "flag-raised",
        FlagReplied => "flag-replied",
        FlagClosed => "flag-closed",
        Undo => "undo",
        Redo => "redo",
    }
}

/// What kind of thing an act is done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    Code,
    Coding,
    Reading,
    Mark,
    Memo,
    Flag,
}

impl Act {
    /// What it is done to; an undo or a redo is done to whatever its own act was done to.
    pub const fn subject(self) -> Option<Subject> {
        match self {
            Self::CodeAdded
            | Self::CodeChanged
            | Self::CodeMoved
            | Self::CodeRetired
            | Self::CodeRestored => Some(Subject::Code),
            Self::CodingApplied | Self::CodingRemoved => Some(Subject::Coding),
            Self::ResponseRead | Self::ResponseUnread => Some(Subject::Reading),
            Self::MarkSet | Self::MarkChanged | Self::MarkCleared => Some(Subject::Mark),
            Self::MemoWritten | Self::MemoChanged | Self::MemoRemoved => Some(Subject::Memo),
            Self::FlagRaised | Self::FlagReplied | Self::FlagClosed => Some(Subject::Flag),
            Self::Undo | Self::Redo => None,
        }
    }
}
