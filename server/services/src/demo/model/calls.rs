//! Calls for evidence and their questions.

use chrono::{NaiveDateTime, NaiveTime};
use domain::calls::{Keywords, PrivacyNotice};

/// A moment of the demonstration, in the call's own time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// A fixed date and time.
    At(NaiveDateTime),
    /// So many days after (or, below zero, before) the day on which the demonstration is made.
    Relative { days: i64, time: NaiveTime },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallKind {
    CallForEvidence,
    Consultation,
}

/// A call for evidence with everything that its page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    pub key: &'static str,
    /// The last part of its address.
    pub slug: &'static str,
    pub kind: CallKind,
    pub title: &'static str,
    pub title_cy: &'static str,
    /// At most 100 words.
    pub summary: &'static str,
    /// Not yet checked by a translator.
    pub summary_cy: &'static str,
    /// Whether a translator has checked the Welsh. None has.
    pub welsh_checked: bool,
    /// Who asks.
    pub commissioner: &'static str,
    /// By what people find it.
    pub keywords: Keywords,
    /// When each later stage is expected, in order.
    pub plan: [&'static str; 4],
    /// Where to write; a demonstration address.
    pub contact: &'static str,
    /// What the call is about and what it is not about: paragraphs.
    pub remit: Vec<&'static str>,
    /// Where it applies.
    pub applies_to: &'static str,
    pub opens: Moment,
    pub closes: Moment,
    /// An IANA zone.
    pub zone: &'static str,
    /// Minutes after closing in which those who had begun may finish.
    pub grace_minutes: u32,
    /// Why the times are what they are: says what is invented.
    pub times_note: &'static str,
    /// What is known of the real exercise, each with its source; empty for an invented call.
    pub facts: Vec<Fact>,
    /// What of this call is invented, in one paragraph.
    pub invented_note: &'static str,
    pub privacy: PrivacyNotice,
    pub publication: Publication,
    pub sections: Vec<Section>,
    /// The decision of the assembly that put this call, if one did.
    pub put_by_decision: Option<&'static str>,
}

/// Something true, and who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    pub text: &'static str,
    pub source: &'static str,
}

/// What will be done with responses, shown before the first question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Publication {
    pub policy: &'static str,
    /// What freedom of information law means for the respondent.
    pub disclosure: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub key: &'static str,
    pub title: &'static str,
    pub intro: &'static str,
    pub questions: Vec<Question>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Unique in its call.
    pub key: &'static str,
    pub text: &'static str,
    pub hint: Option<&'static str>,
    pub kind: QuestionKind,
    pub required: bool,
    /// Shown only if an earlier answer is as given.
    pub shown_if: Option<Condition>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuestionKind {
    /// One line, with a limit of words.
    ShortText {
        words: u32,
    },
    /// Paragraphs, with a limit of words.
    LongText {
        words: u32,
    },
    /// One of the options: key and label.
    SingleChoice {
        options: Vec<(&'static str, &'static str)>,
    },
    /// Any number of the options: key and label.
    MultipleChoice {
        options: Vec<(&'static str, &'static str)>,
    },
    /// How much somebody agrees, and why in so many words.
    Agreement {
        words: u32,
    },
    /// A whole number of something, from 0.
    Number {
        unit: &'static str,
        most: u32,
    },
    Date,
    /// An e-mail address.
    Email,
}

/// Routing by an earlier answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Condition {
    pub question: &'static str,
    /// The key of the option that must have been chosen.
    pub option: &'static str,
}
