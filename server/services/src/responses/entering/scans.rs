//! Scans of what is entered: the paper itself. They show who wrote it, so they are no answers: they are neither read, searched
//! nor coded.

use domain::audit::Act;
use domain::files::{Document, FileKind, Refusal, ScanState, shown_name};
use domain::forms::Problem;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;

use super::{Keyed, record};
use crate::files::{Incoming, keep};
use crate::store::entities::{entry_scan, file};
use crate::{Failure, Services, StoreError};

/// The most scans of one response.
pub const MOST: usize = 20;

/// The scans of an entry in the order in which they came.
pub async fn list(services: &Services, entry: Uuid) -> Result<Vec<Document>, Failure> {
    let rows = entry_scan::Entity::find()
        .filter(entry_scan::Column::EntryId.eq(entry))
        .order_by_asc(entry_scan::Column::AddedAt)
        .order_by_asc(entry_scan::Column::Name)
        .all(services.db.read())
        .await?;
    rows.into_iter().map(|row| Ok(document(row)?)).collect()
}

fn document(row: entry_scan::Model) -> Result<Document, StoreError> {
    let kind = FileKind::parse(&row.kind).ok_or_else(|| StoreError::corrupt("a kind of file", &row.kind))?;
    Ok(Document { hash: row.hash, name: row.name, kind, size: row.size as u64 })
}

/// Takes a file as one more scan. What is wrong with it is said at the field `scan`, with its name.
pub async fn add(
    services: &Services,
    call: Uuid,
    entry: Uuid,
    incoming: Incoming,
    name: &str,
) -> Result<(), Failure> {
    let refused = |why: Refusal| {
        Failure::from(
            Problem::new("scan", why.message())
                .with("name", shown_name(name))
                .with("megabytes", services.files.largest_megabytes())
                .with("most", MOST),
        )
    };
    if list(services, entry).await?.len() >= MOST {
        return Err(refused(Refusal::TooMany));
    }
    let taken = incoming.judge(&services.files, name).await?.map_err(refused)?;
    if taken.document.kind.is_sound() {
        return Err(refused(Refusal::Unknown));
    }
    let document = keep::store(services, taken).await?;
    let (id, recorder) = (services.clock.id(), services.recorder());
    let kept = services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let kept = insert(txn, id, entry, document, recorder.clock.now()).await?;
                if kept {
                    recorder.record(txn, record(Act::ScanAdded, call, entry)).await?;
                }
                Ok::<_, Failure>(kept)
            })
        })
        .await?;
    services.files.tell_worker();
    if kept { Ok(()) } else { Err(refused(Refusal::TooMany)) }
}

/// Notes a scan, unless there are too many. One that is there already is not there twice.
async fn insert(
    txn: &impl ConnectionTrait,
    id: Uuid,
    entry: Uuid,
    document: Document,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<bool, Failure> {
    let mine = || entry_scan::Entity::find().filter(entry_scan::Column::EntryId.eq(entry));
    let same = mine().filter(entry_scan::Column::Hash.eq(document.hash.as_str())).one(txn).await?;
    if same.is_some() {
        return Ok(true);
    }
    if mine().count(txn).await? >= MOST as u64 {
        return Ok(false);
    }
    let kept = file::Entity::find().filter(file::Column::Hash.eq(document.hash.as_str())).one(txn).await?;
    let row = entry_scan::ActiveModel {
        id: Set(id),
        entry_id: Set(entry),
        file_id: Set(kept.ok_or(Failure::NotFound("file"))?.id),
        hash: Set(document.hash),
        name: Set(document.name),
        kind: Set(document.kind.to_string()),
        size: Set(document.size as i64),
        added_at: Set(now),
    };
    entry_scan::Entity::insert(row).exec_without_returning(txn).await?;
    Ok(true)
}

/// Takes a scan out. One that is not there is gone already.
pub async fn remove(services: &Services, call: Uuid, entry: Uuid, hash: &str) -> Result<(), Failure> {
    let (recorder, hash) = (services.recorder(), hash.to_owned());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let gone = entry_scan::Entity::delete_many()
                    .filter(entry_scan::Column::EntryId.eq(entry))
                    .filter(entry_scan::Column::Hash.eq(hash))
                    .exec(txn)
                    .await?;
                if gone.rows_affected > 0 {
                    recorder.record(txn, record(Act::ScanRemoved, call, entry)).await?;
                }
                Ok(())
            })
        })
        .await
}

/// The scan with this hash, to be opened, which is put on record. One that waits for the scanner or has a virus is not
/// opened, and none by whoever may not see who wrote it.
pub async fn open(
    services: &Services,
    (call, entry): (Uuid, Uuid),
    keyed: &Keyed,
    hash: &str,
) -> Result<(Document, usize), Failure> {
    if !super::opens(services, call, keyed) {
        return Err(Failure::Refused("error-entering-not-yours"));
    }
    let all = list(services, entry).await?;
    let at = all.iter().position(|scan| scan.hash == hash).ok_or(Failure::NotFound("document"))?;
    let known = keep::known(services.db.read(), [hash]).await?;
    match known.get(hash).map(|kept| kept.scan) {
        Some(ScanState::Clean | ScanState::NotScanned) => {}
        Some(ScanState::Waiting) => return Err(Failure::Refused("error-document-waiting")),
        _ => return Err(Failure::Refused("error-document-infected")),
    }
    let opened = record(Act::ScanOpened, call, entry).with("number", (at + 1) as u64);
    services.recorder().record_alone(&services.db, opened).await?;
    let document = all.into_iter().nth(at).ok_or(Failure::NotFound("document"))?;
    Ok((document, at + 1))
}
