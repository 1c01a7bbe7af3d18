//! Who reads a trace.

use domain::outcomes::Reader;
use domain::people::{Action, Actor, Resource, may};
use uuid::Uuid;

use crate::store::entities::meeting;

/// Whoever asks: an actor whose rights differ from call to call, or the respondent whose words are followed.
#[derive(Clone, Copy)]
pub(crate) enum Viewer<'a> {
    Actor(&'a Actor),
    /// The respondent of this response, and of no other.
    Respondent(Uuid),
}

impl Viewer<'_> {
    /// In what capacity they read what belongs to this call.
    pub fn reader(self, call: Uuid) -> Reader {
        match self {
            Self::Actor(actor) => Reader::of(actor, call),
            Self::Respondent(_) => Reader::Public,
        }
    }

    /// In what capacity they read this response of this call.
    pub fn reader_of(self, response: Uuid, call: Uuid) -> Reader {
        match self {
            Self::Respondent(own) if own == response => Reader::Respondent,
            Self::Respondent(_) | Self::Actor(_) => self.reader(call),
        }
    }

    /// Whether they know of this meeting. One that is still being prepared is there only for those of its assembly.
    pub fn sees(self, meeting: &meeting::Model) -> bool {
        let prepares = match self {
            Self::Actor(actor) => may(actor, Action::ReadAssembly, Resource::Assembly(meeting.assembly_id)),
            Self::Respondent(_) => false,
        };
        prepares || meeting.published_at.is_some()
    }
}
