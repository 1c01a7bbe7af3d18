//! The questions of calls as they were last read. A call gets a new version with every change to its form, and whoever
//! asks has just read the call, so what is kept under its version is never out of date, in whichever process it changed.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use uuid::Uuid;

use super::{Call, Questionnaire, questionnaire};
use crate::{Services, StoreError};

/// What was read, by call, each with the version it belongs to. Cheap to clone.
#[derive(Clone, Default)]
pub struct Forms(Arc<Mutex<HashMap<Uuid, (i32, Questionnaire)>>>);

impl Forms {
    fn held(&self) -> MutexGuard<'_, HashMap<Uuid, (i32, Questionnaire)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn of(&self, call: &Call) -> Option<Questionnaire> {
        let held = self.held();
        held.get(&call.id).filter(|(version, _)| *version == call.version).map(|(_, form)| form.clone())
    }
}

/// The questions of a call, for the many who read and answer them.
pub async fn form(services: &Services, call: &Call) -> Result<Questionnaire, StoreError> {
    if let Some(form) = services.forms.of(call) {
        return Ok(form);
    }
    let form = questionnaire(services.db.read(), call.id).await?;
    services.forms.held().insert(call.id, (call.version, form.clone()));
    Ok(form)
}
