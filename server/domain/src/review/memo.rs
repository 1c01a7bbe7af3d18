//! Memos: what an analyst notes, and what the note stands on.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::forms::{Form, Problem, Problems};
use crate::text::{self, Span};

/// What a memo stands on. Those on the call itself are the analytic journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MemoOn {
    Call,
    Code(Uuid),
    Response(Uuid),
    Answer(Uuid),
    Excerpt { answer: Uuid, span: Span },
}

impl MemoOn {
    /// The answer that it stands on, or on words of which it stands.
    pub const fn answer(self) -> Option<Uuid> {
        match self {
            Self::Answer(answer) | Self::Excerpt { answer, .. } => Some(answer),
            Self::Call | Self::Code(_) | Self::Response(_) => None,
        }
    }
}

/// The most that a note holds, in code points.
pub const LONGEST_NOTE: usize = 20_000;

/// What is typed as a note of one of the team's, in this field: not blank and not too long.
pub fn note(form: &Form, field: &str, missing: &'static str) -> Result<String, Problems> {
    let mut problems = Problems::default();
    let typed = problems.require(form.long_text(field), field, missing);
    if typed.as_ref().is_some_and(|typed| text::length(typed) > LONGEST_NOTE) {
        problems.add(Problem::new(field, "error-note-long").with("limit", LONGEST_NOTE));
    }
    typed.filter(|_| problems.is_empty()).ok_or(problems)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_note_is_what_was_typed_or_nothing(typed in "[ \n\ta-zé😀]{0,40}") {
            let form = Form::from_pairs([("text", typed.clone())]);
            match note(&form, "text", "error-memo-text") {
                Ok(kept) => prop_assert_eq!(kept, text::normalise(&typed)),
                Err(problems) => {
                    prop_assert!(typed.trim().is_empty());
                    prop_assert!(problems.at("text").is_some());
                }
            }
        }
    }

    #[test]
    fn a_note_ends_somewhere() {
        let typed = |length| Form::from_pairs([("text", "é".repeat(length))]);
        assert!(note(&typed(LONGEST_NOTE), "text", "error-memo-text").is_ok());
        assert!(note(&typed(LONGEST_NOTE + 1), "text", "error-memo-text").is_err());
    }
}
