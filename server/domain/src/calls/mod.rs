//! Calls: their life by the clock, and the questions they ask.

mod act;
mod answer;
mod approval;
pub mod bank;
mod cautions;
mod cited;
mod clash;
mod copied;
mod figures;
mod form;
mod keywords;
pub mod kinds;
mod late;
#[cfg(test)]
mod made;
mod material;
mod number;
mod privacy;
mod question;
mod question_form;
mod questionnaire;
mod reach;
mod rule;
mod search;
mod skip;
mod stage;
mod state;
mod survey;
#[cfg(feature = "zones")]
mod when;
mod wording;

pub use act::CallAct;
pub use answer::{Answer, Entry, Given};
pub use approval::{ApprovalState, AskedAct, AskedKind, Hours, Standing, Verdict, approval_note, two_people};
pub use cautions::{Caution, cautions};
pub use cited::Cited;
pub use clash::{Clash, clashes};
pub use figures::{FiguresFrom, SMALL, shown};
pub use form::{CallDetails, Reasons, Schedule, WelshTexts, slug_of};
pub use keywords::{Audience, Keyword, Keywords};
pub use kinds::{Asks, Label, QuestionKind};
pub use late::LateDetails;
pub use material::{
    Format, MOST_MATERIALS, MOST_VARIANTS, MaterialChange, MaterialDetails, Tongue, VariantDetails, host,
};
pub use number::Number;
pub use privacy::{PrivacyNotice, PrivacyPart};
pub use question::{Choice, LONGEST_ANSWER, Question};
pub use question_form::{
    ANSWERED, NOT_ANSWERED, QuestionDetails, RULE_FIELDS, SectionDetails, question_fields, rule_fields,
};
pub use questionnaire::{Questionnaire, Section, Way};
pub use reach::reach;
pub use rule::{Condition, Join, Rule, Test};
pub use skip::{EndPage, EndPageDetails, Skip, SkipDetails, SkipTo, end_page_fields, skip_fields};
pub use stage::{Plan, Stage};
pub use state::{CallKind, CallState, Shown, Times};
pub use survey::{Never, Unasked, unasked};
#[cfg(feature = "zones")]
pub use when::{Spoken, spoken, zoned};
pub use wording::{Correction, Corrections, Wording};
