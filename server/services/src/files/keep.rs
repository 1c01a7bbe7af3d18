//! What is known of the documents that are kept.

use std::collections::HashMap;

use domain::files::{Document, FileKind, ScanState, TextState};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::failed;
use super::incoming::Taken;
use crate::store::entities::{file, file_use};
use crate::{Failure, Services, StoreError};

/// What is known of a document, whoever sent it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub id: Uuid,
    pub hash: String,
    pub kind: FileKind,
    pub size: u64,
    pub scan: ScanState,
    /// What the scanner found.
    pub found: String,
    pub text_state: TextState,
    pub text: String,
}

impl TryFrom<file::Model> for Kept {
    type Error = StoreError;

    fn try_from(row: file::Model) -> Result<Self, StoreError> {
        let corrupt = |what, value: &str| StoreError::corrupt(what, value);
        Ok(Self {
            kind: FileKind::parse(&row.kind).ok_or_else(|| corrupt("a kind of file", &row.kind))?,
            scan: ScanState::parse(&row.scan).ok_or_else(|| corrupt("a state of a scan", &row.scan))?,
            text_state: TextState::parse(&row.text_state)
                .ok_or_else(|| corrupt("a state of a text", &row.text_state))?,
            id: row.id,
            hash: row.hash,
            size: row.size as u64,
            found: row.scan_note,
            text: row.text,
        })
    }
}

/// Keeps the bytes of a document and what is known of it. It is written down before its bytes are stored: whoever clears
/// away what nobody uses leaves alone what was written down a moment ago.
pub async fn store(services: &Services, taken: Taken) -> Result<Document, Failure> {
    let Taken { document, examined, file } = taken;
    let now = services.clock.now();
    let scan = if services.files.clamd().is_some() { ScanState::Waiting } else { ScanState::NotScanned };
    let row = file::ActiveModel {
        id: Set(services.clock.id()),
        hash: Set(document.hash.clone()),
        kind: Set(document.kind.to_string()),
        size: Set(document.size as i64),
        stored_at: Set(now),
        scan: Set(scan.to_string()),
        scan_note: Set(String::new()),
        tries: Set(0),
        next_scan_at: Set(now),
        scanned_at: Set(None),
        text: Set(examined.text),
        text_state: Set(examined.text_state.to_string()),
    };
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let same =
                    OnConflict::column(file::Column::Hash).update_column(file::Column::StoredAt).to_owned();
                file::Entity::insert(row).on_conflict(same).exec_without_returning(txn).await?;
                Ok::<_, Failure>(())
            })
        })
        .await?;
    let bytes = file.reopen().map_err(failed)?;
    services.files.store().put(&document.hash, bytes).await?;
    Ok(document)
}

/// What is known of the documents with these hashes.
pub async fn known(
    read: &impl ConnectionTrait,
    hashes: impl IntoIterator<Item = &str>,
) -> Result<HashMap<String, Kept>, Failure> {
    let hashes: Vec<&str> = hashes.into_iter().collect();
    if hashes.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = file::Entity::find().filter(file::Column::Hash.is_in(hashes)).all(read).await?;
    let mut found = HashMap::new();
    for row in rows {
        let kept = Kept::try_from(row)?;
        found.insert(kept.hash.clone(), kept);
    }
    Ok(found)
}

/// The bytes of a document, piece by piece.
pub async fn bytes(
    services: &Services,
    hash: &str,
) -> Result<futures::stream::BoxStream<'static, std::io::Result<bytes::Bytes>>, Failure> {
    services.files.store().get(hash).await
}

/// Notes that a draft needs a document in answer to a question.
pub(crate) async fn used(
    txn: &impl ConnectionTrait,
    id: Uuid,
    document: &Document,
    draft: Uuid,
    question: Uuid,
) -> Result<(), Failure> {
    let row = file::Entity::find().filter(file::Column::Hash.eq(document.hash.as_str())).one(txn).await?;
    let row = row.ok_or(Failure::NotFound("file"))?;
    let new = file_use::ActiveModel {
        id: Set(id),
        file_id: Set(row.id),
        draft_id: Set(draft),
        question_id: Set(question),
        key: Set(draft.to_string()),
        settled: Set(false),
    };
    let same = [file_use::Column::DraftId, file_use::Column::QuestionId, file_use::Column::FileId];
    let same = OnConflict::columns(same).do_nothing().to_owned();
    file_use::Entity::insert(new).on_conflict(same).exec_without_returning(txn).await?;
    Ok(())
}

/// Notes that a draft needs it no more. Its bytes go with the next sweep, if nobody else needs them.
pub(crate) async fn unused(
    txn: &impl ConnectionTrait,
    hash: &str,
    draft: Uuid,
    question: Uuid,
) -> Result<(), Failure> {
    let Some(row) = file::Entity::find().filter(file::Column::Hash.eq(hash)).one(txn).await? else {
        return Ok(());
    };
    file_use::Entity::delete_many()
        .filter(file_use::Column::FileId.eq(row.id))
        .filter(file_use::Column::DraftId.eq(draft))
        .filter(file_use::Column::QuestionId.eq(question))
        .exec(txn)
        .await?;
    Ok(())
}

/// Sets every document from one state of its scan to another.
pub(super) async fn all_from(services: &Services, from: ScanState, to: ScanState) -> Result<(), Failure> {
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                file::Entity::update_many()
                    .col_expr(file::Column::Scan, Expr::value(to.as_str()))
                    .filter(file::Column::Scan.eq(from.as_str()))
                    .exec(txn)
                    .await?;
                Ok(())
            })
        })
        .await
}
