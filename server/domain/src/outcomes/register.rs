//! What can be asked of the public register of recommendations.

use super::ReplyStatus;
use crate::forms::Form;

/// What a recommendation must have been replied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReplyFilter {
    /// This latest reply.
    Status(ReplyStatus),
    /// No reply at all, which is not the same as a rejection.
    None,
}

impl ReplyFilter {
    /// Every choice, in the order it is shown to people.
    pub fn all() -> impl Iterator<Item = Self> {
        ReplyStatus::ALL.iter().copied().map(Self::Status).chain([Self::None])
    }

    /// Its name in an address.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Status(status) => status.as_str(),
            Self::None => "no-reply",
        }
    }

    /// The choice with this name, if there is one.
    pub fn parse(text: &str) -> Option<Self> {
        Self::all().find(|choice| choice.as_str() == text)
    }

    /// Whether a recommendation with this latest reply is wanted.
    pub fn takes(self, latest: Option<ReplyStatus>) -> bool {
        match self {
            Self::Status(status) => latest == Some(status),
            Self::None => latest.is_none(),
        }
    }
}

/// What is looked for in the register. Everything given must hold; nothing given means everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegisterFilter {
    /// The slug of a call.
    pub call: Option<String>,
    pub theme: Option<String>,
    pub reply: Option<ReplyFilter>,
}

impl RegisterFilter {
    /// Reads the filter's form. What is not understood is left out: a register never fails for its address.
    pub fn parse(form: &Form) -> Self {
        Self {
            call: form.text("call"),
            theme: form.text("theme"),
            reply: ReplyFilter::parse(form.value("reply")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_reads_as_it_is_written() {
        for choice in ReplyFilter::all() {
            assert_eq!(ReplyFilter::parse(choice.as_str()), Some(choice));
        }
        assert_eq!(ReplyFilter::parse("silence"), None);
    }

    #[test]
    fn silence_is_not_rejection() {
        let rejected = ReplyFilter::Status(ReplyStatus::Rejected);
        assert!(!rejected.takes(None) && ReplyFilter::None.takes(None));
        assert!(
            rejected.takes(Some(ReplyStatus::Rejected))
                && !ReplyFilter::None.takes(Some(ReplyStatus::Rejected))
        );
    }
}
