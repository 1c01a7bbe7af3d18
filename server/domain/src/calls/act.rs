//! What a team does with a call that can hardly be taken back: public acts, and deleting it.

use super::CallKind;
use crate::forms::{Form, Problem, Problems};

crate::named! {
    /// An act upon a call that can hardly be taken back.
    pub enum CallAct {
        /// Show it to everyone: from then on the clock decides its state.
        Announce => "announce",
        /// Open it at once.
        OpenNow => "open-now",
        /// Close it at once.
        CloseNow => "close-now",
        /// Say that its outcome is published.
        PublishOutcome => "publish-outcome",
        /// Keep it as a record that no longer changes.
        Archive => "archive",
        /// Let an archived call change again.
        BringBack => "bring-back",
        /// Delete a call that nobody but the team ever saw.
        Delete => "delete",
    }
}

impl CallAct {
    /// Whether whoever does this must first confirm that the Consultation Principles were considered: before a
    /// consultation is shown to anyone.
    pub fn asks_for_principles(self, kind: CallKind, announced: bool) -> bool {
        kind == CallKind::Consultation && !announced && matches!(self, Self::Announce | Self::OpenNow)
    }

    /// Reads the form of the page that asks whether it is meant.
    pub fn confirm(self, form: &Form, kind: CallKind, announced: bool) -> Result<(), Problems> {
        if self.asks_for_principles(kind, announced) && !form.has("principles", "yes") {
            return Err(Problem::new("principles", "error-call-principles").into());
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_consultation_asks_for_the_principles_and_only_once() {
        let (blank, ticked) = (Form::default(), Form::from_pairs([("principles", "yes")]));
        assert!(CallAct::Announce.confirm(&blank, CallKind::CallForEvidence, false).is_ok());
        assert!(CallAct::Announce.confirm(&blank, CallKind::Consultation, false).is_err());
        assert!(CallAct::OpenNow.confirm(&blank, CallKind::Consultation, false).is_err());
        assert!(CallAct::OpenNow.confirm(&ticked, CallKind::Consultation, false).is_ok());
        assert!(CallAct::CloseNow.confirm(&blank, CallKind::Consultation, true).is_ok());
    }
}
