//! Whether every document that is known is where documents are kept, as it was sent.

use futures::TryStreamExt;
use sea_orm::{EntityTrait, QueryOrder};
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::store::entities::file;
use crate::{Failure, Services, secrets};

/// What a check has found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    pub files: u64,
    /// The hashes of those that are not there.
    pub missing: Vec<String>,
    /// The hashes of those whose bytes are others.
    pub changed: Vec<String>,
}

impl Report {
    /// Whether all is well.
    pub const fn whole(&self) -> bool {
        self.missing.is_empty() && self.changed.is_empty()
    }
}

/// Reads every document and compares it with its hash.
pub async fn check(services: &Services) -> Result<Report, Failure> {
    let rows = file::Entity::find().order_by_asc(file::Column::Hash).all(services.db.read()).await?;
    let mut report = Report { files: rows.len() as u64, ..Report::default() };
    for row in rows {
        if services.files.store().size(&row.hash).await?.is_none() {
            report.missing.push(row.hash);
            continue;
        }
        let mut hash = Sha256::new();
        let mut bytes = services.files.store().get(&row.hash).await?;
        while let Some(piece) = bytes.try_next().await.map_err(super::failed)? {
            hash.update(&piece);
        }
        if secrets::hex(&hash.finalize()) != row.hash {
            report.changed.push(row.hash);
        }
    }
    Ok(report)
}
