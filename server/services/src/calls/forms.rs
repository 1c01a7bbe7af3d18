//! The questions of calls, what stands beside them, and how their closing times have moved, as they were last read. A call
//! gets a new version with every change to any of these, and whoever asks has just read the call, so what is kept under its version is never out of date,
//! in whichever process it changed.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use uuid::Uuid;

use super::closings::{self, Closing};
use super::materials::{self, Change, Material};
use super::{Call, Questionnaire, questionnaire};
use crate::{Services, StoreError};

/// What was read of one call at a version of it.
#[derive(Clone)]
struct Read {
    version: i32,
    form: Questionnaire,
    closings: Vec<Closing>,
    materials: Vec<Material>,
    changes: Vec<Change>,
}

/// What was read, by call. Cheap to clone.
#[derive(Clone, Default)]
pub struct Forms(Arc<Mutex<HashMap<Uuid, Read>>>);

impl Forms {
    fn held(&self) -> MutexGuard<'_, HashMap<Uuid, Read>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn of<T>(&self, call: &Call, part: impl Fn(&Read) -> T) -> Option<T> {
        let held = self.held();
        held.get(&call.id).filter(|read| read.version == call.version).map(part)
    }
}

/// The questions of a call, for the many who read and answer them.
pub async fn form(services: &Services, call: &Call) -> Result<Questionnaire, StoreError> {
    part(services, call, |read| read.form.clone()).await
}

/// How the closing time of a call has moved, the first move first.
pub async fn closings(services: &Services, call: &Call) -> Result<Vec<Closing>, StoreError> {
    part(services, call, |read| read.closings.clone()).await
}

/// The documents beside a call. Where their files stand with the scanner is not kept here.
pub(super) async fn materials(services: &Services, call: &Call) -> Result<Vec<Material>, StoreError> {
    part(services, call, |read| read.materials.clone()).await
}

/// How they have changed since the call was announced.
pub(super) async fn material_changes(services: &Services, call: &Call) -> Result<Vec<Change>, StoreError> {
    part(services, call, |read| read.changes.clone()).await
}

async fn part<T>(services: &Services, call: &Call, part: impl Fn(&Read) -> T) -> Result<T, StoreError> {
    if let Some(part) = services.forms.of(call, &part) {
        return Ok(part);
    }
    let read = services.db.read();
    let form = questionnaire(read, call.id).await?;
    let read = Read {
        version: call.version,
        form,
        closings: closings::of(read, call.id).await?,
        materials: materials::of_call(read, call.id).await?,
        changes: materials::changes_of(read, call.id).await?,
    };
    let found = part(&read);
    services.forms.held().insert(call.id, read);
    Ok(found)
}
