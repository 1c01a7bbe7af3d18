//! The plain structures of the demonstration. Keys are short, lasting words; the loader gives rows their identifiers.

mod calls;
mod outcomes;
mod responses;
mod society;

pub use calls::{Call, CallKind, Condition, Fact, Moment, Publication, Question, QuestionKind, Section};
pub use outcomes::{Excerpt, Finding, Progress, ProgressStatus, Recommendation, Reply, ReplyStatus};
pub use responses::{
    Answer, Coding, Consent, Language, RespondentKind, Response, Sentence, Span, Target, Value, slice,
};
pub use society::{
    Account, AgendaItem, Assembly, Constituency, Decision, EvidencePack, Meeting, Member, Organisation,
    OrganisationKind, Paper, Seat, Sector, Term,
};

/// All that [`generate`](super::generate) makes.
#[derive(Clone, Debug, PartialEq)]
pub struct Demonstration {
    /// What every page must say, in English.
    pub notice: &'static str,
    /// The same in Welsh, unchecked.
    pub notice_cy: &'static str,
    pub organisations: Vec<Organisation>,
    pub calls: Vec<Call>,
    pub codebook: Vec<Code>,
    /// Responses to the first call, in the order in which they were submitted.
    pub responses: Vec<Response>,
    /// Codings of those responses, in the order in which they were made.
    pub codings: Vec<Coding>,
    pub findings: Vec<Finding>,
    pub recommendations: Vec<Recommendation>,
    pub assembly: Assembly,
    /// People who can sign in. The loader sets their password.
    pub people: Vec<Account>,
}

/// A code of the codebook of the first call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    pub key: &'static str,
    /// The key of the code above, none for the groups at the top.
    pub parent: Option<&'static str>,
    pub name: &'static str,
    pub definition: &'static str,
    pub include: &'static str,
    pub exclude: &'static str,
    pub example: &'static str,
    /// Which of the twelve code colours, 0 to 11. A code has the colour of its group.
    pub colour: u8,
}
