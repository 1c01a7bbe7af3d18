//! An act on its way into the audit.

use domain::audit::{Act, Subject};
use domain::people::Scope;
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::calls::Call;

/// What was done, to what, and where. Who and when, the recorder knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub(super) act: Act,
    pub(super) scope: Scope,
    pub(super) subject: Subject,
    pub(super) subject_id: Option<Uuid>,
    pub(super) details: Map<String, Value>,
}

impl Entry {
    /// An act on one thing, within a call, an assembly or neither.
    pub fn new(act: Act, scope: Scope, subject: Subject, id: Uuid) -> Self {
        Self { act, scope, subject, subject_id: Some(id), details: Map::new() }
    }

    /// An act on the portal as a whole.
    pub fn of_portal(act: Act) -> Self {
        Self { act, scope: Scope::Platform, subject: Subject::Portal, subject_id: None, details: Map::new() }
    }

    /// An act on a person.
    pub fn of_person(act: Act, person: Uuid) -> Self {
        Self::new(act, Scope::Platform, Subject::Person, person)
    }

    /// An act on a call itself.
    pub fn of_call(act: Act, call: &Call) -> Self {
        Self::new(act, Scope::Call(call.id), Subject::Call, call.id).with("title", call.title.as_str())
    }

    /// Adds what else is to be known: names, numbers and times, by a name of its own. **Never a free text of a
    /// respondent, an e-mail address or a secret**: what is in the audit cannot be taken out again. A title is one that
    /// the team has written; instants are RFC 3339, days `2023-01-09`.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.details.insert(name.to_owned(), value.into());
        self
    }
}
