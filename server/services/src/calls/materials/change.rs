//! How the documents of a call have changed since it was announced. Everyone reads it on the page of the call.

use chrono::{DateTime, Utc};
use domain::Language;
use domain::calls::{Format, MaterialChange, Tongue};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::audit::Recorder;
use crate::calls::Call;
use crate::store::entities::material_change;
use crate::{Failure, StoreError};

/// How many are shown.
const MOST: u64 = 50;

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub at: DateTime<Utc>,
    pub kind: MaterialChange,
    /// What the document was called then.
    pub title: String,
    pub title_cy: String,
    /// Of a variant: what it was.
    pub variant: Option<(Format, Tongue)>,
}

impl Change {
    /// What the document was called then, in a language.
    pub fn title_in(&self, language: Language) -> &str {
        match language {
            Language::Welsh if !self.title_cy.is_empty() => &self.title_cy,
            _ => &self.title,
        }
    }
}

/// The last changes, the last first.
pub async fn of(read: &impl ConnectionTrait, call: Uuid) -> Result<Vec<Change>, StoreError> {
    let rows = material_change::Entity::find()
        .filter(material_change::Column::CallId.eq(call))
        .order_by_desc(material_change::Column::At)
        .order_by_desc(material_change::Column::Id)
        .limit(MOST)
        .all(read)
        .await?;
    rows.into_iter().map(change).collect()
}

fn change(row: material_change::Model) -> Result<Change, StoreError> {
    let kind = MaterialChange::parse(&row.kind)
        .ok_or_else(|| StoreError::corrupt("a change of a document", row.kind.as_str()))?;
    let format = row.format.as_deref().and_then(Format::parse);
    let variant = format.zip(row.language.as_deref().and_then(Tongue::parse));
    Ok(Change { at: row.at, kind, title: row.title, title_cy: row.title_cy, variant })
}

/// Notes a change with its act. Before the call is announced nobody has seen anything that could change.
pub(super) async fn note(
    txn: &impl ConnectionTrait,
    recorder: &Recorder,
    call: &Call,
    kind: MaterialChange,
    (title, title_cy): (&str, &str),
    variant: Option<(Format, Tongue)>,
) -> Result<(), Failure> {
    if call.times.announced.is_none() {
        return Ok(());
    }
    let row = material_change::ActiveModel {
        id: Set(recorder.clock.id()),
        call_id: Set(call.id),
        at: Set(recorder.clock.now()),
        kind: Set(kind.to_string()),
        title: Set(title.to_owned()),
        title_cy: Set(title_cy.to_owned()),
        format: Set(variant.map(|(format, _)| format.to_string())),
        language: Set(variant.map(|(_, language)| language.to_string())),
    };
    material_change::Entity::insert(row).exec_without_returning(txn).await?;
    Ok(())
}
