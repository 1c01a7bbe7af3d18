//! Organisations, people and the assembly.

use chrono::NaiveDate;
use domain::people::Role;

use super::{Excerpt, Moment};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrganisationKind {
    /// A region of NHS England: real.
    Region,
    /// An integrated care system: real.
    IntegratedCareSystem,
    /// A body that answers a call: invented.
    Respondent,
}

/// The part of health and care that an organisation belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sector {
    NhsTrust,
    PrimaryCare,
    IntegratedCareBoard,
    LocalGovernment,
    SocialCare,
    Voluntary,
    PatientRepresentative,
    Academic,
    ThinkTank,
    ProfessionalBody,
    TradeUnion,
    Industry,
}

impl Sector {
    /// Every sector with its stored word.
    pub const ALL: [(Self, &'static str); 12] = [
        (Self::NhsTrust, "nhs-trust"),
        (Self::PrimaryCare, "primary-care"),
        (Self::IntegratedCareBoard, "integrated-care-board"),
        (Self::LocalGovernment, "local-government"),
        (Self::SocialCare, "social-care"),
        (Self::Voluntary, "voluntary"),
        (Self::PatientRepresentative, "patient-representative"),
        (Self::Academic, "academic"),
        (Self::ThinkTank, "think-tank"),
        (Self::ProfessionalBody, "professional-body"),
        (Self::TradeUnion, "trade-union"),
        (Self::Industry, "industry"),
    ];

    /// The sector with this stored word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, name)| *name == word).map(|(sector, _)| *sector)
    }

    /// The stored word.
    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(sector, _)| *sector == self).map_or("", |(_, name)| name)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    pub key: String,
    pub name: String,
    pub kind: OrganisationKind,
    /// For bodies that answer.
    pub sector: Option<Sector>,
    /// For regions and systems: the key of the NHS Organisation Data Service.
    pub ods_code: Option<&'static str>,
    /// The key of the region of a system, or of the system that a body works in.
    pub parent: Option<String>,
    pub valid_from: Option<NaiveDate>,
    pub invented: bool,
    /// How an invented body says who it is; empty for the others.
    pub about: &'static str,
}

/// Someone who can sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Account {
    pub key: &'static str,
    pub name: &'static str,
    pub email: &'static str,
    /// What they are trusted with on the whole portal, the most telling first.
    pub roles: &'static [Role],
    pub about: &'static str,
}

/// A standing body of appointed members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assembly {
    pub key: &'static str,
    pub name: &'static str,
    pub name_cy: &'static str,
    pub purpose: &'static str,
    /// What is invented, and what is known of the body that the Review proposed.
    pub note: &'static str,
    /// How many members must be present for a decision.
    pub quorum: u32,
    pub constituencies: Vec<Constituency>,
    pub members: Vec<Member>,
    pub seats: Vec<Seat>,
    pub meeting: Meeting,
    pub decisions: Vec<Decision>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Constituency {
    pub key: &'static str,
    pub name: &'static str,
    pub seats: u32,
    pub about: &'static str,
}

/// An invented member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub key: String,
    pub name: &'static str,
    pub about: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    pub key: String,
    pub constituency: &'static str,
    /// In order of time. A seat without a running term is vacant.
    pub terms: Vec<Term>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The key of a member.
    pub member: String,
    pub starts: Moment,
    /// The last moment of the term.
    pub ends: Moment,
    /// Why it ended early, if it did.
    pub ended_because: Option<&'static str>,
    /// Whether the member serves in a personal capacity and not as a delegate.
    pub personal_capacity: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    pub key: &'static str,
    pub title: &'static str,
    pub starts: Moment,
    pub place: &'static str,
    /// Keys of the members who were present, with the chair first.
    pub present: Vec<String>,
    pub apologies: Vec<String>,
    pub agenda: Vec<AgendaItem>,
    pub pack: EvidencePack,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaItem {
    pub key: &'static str,
    pub number: u32,
    pub title: &'static str,
    /// `information`, `discussion` or `decision`.
    pub purpose: &'static str,
    pub papers: Vec<Paper>,
    /// What was said and settled, as minuted.
    pub minutes: &'static str,
    /// Whether the evidence pack belongs to this item.
    pub with_pack: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paper {
    pub key: &'static str,
    pub title: &'static str,
    pub author: &'static str,
    pub body: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidencePack {
    pub key: &'static str,
    pub title: &'static str,
    pub intro: &'static str,
    /// Keys of findings.
    pub findings: Vec<&'static str>,
    /// Words put before the members as well as the findings.
    pub excerpts: Vec<Excerpt>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    pub key: &'static str,
    /// The key of the agenda item.
    pub item: &'static str,
    pub title: &'static str,
    pub text: &'static str,
    pub votes_for: u32,
    pub votes_against: u32,
    pub abstained: u32,
    /// What those who did not agree asked to have recorded.
    pub dissent: Option<&'static str>,
    /// Keys of what it cites.
    pub findings: Vec<&'static str>,
    pub recommendations: Vec<&'static str>,
    /// The key of the call that it puts, if it puts one.
    pub puts_call: Option<&'static str>,
}
