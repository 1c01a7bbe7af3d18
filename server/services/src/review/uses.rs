//! How often each code is used.

use std::collections::HashMap;

use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::{codebook, sql};
use crate::{Failure, Services};

/// How often a code is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Uses {
    pub codings: u64,
    /// Responses with at least one coding of it.
    pub responses: u64,
    /// Its codings and those of all the codes under it. How many responses those are from is not the sum of theirs:
    /// [`excerpts`](super::excerpts) counts them for one code.
    pub codings_with_children: u64,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    codings: i64,
    responses: i64,
}

/// Code by code, so that each count is one walk along an index.
const USES: &str = "SELECT k.id, \
    (SELECT COUNT(*) FROM coding c WHERE c.code_id = k.id AND c.removed_at IS NULL) AS codings, \
    (SELECT COUNT(DISTINCT c.response_id) FROM coding c WHERE c.code_id = k.id AND c.removed_at IS NULL) AS responses \
    FROM code k WHERE k.call_id = $1 AND k.removed_at IS NULL";

/// The uses of every code of a call.
pub async fn uses(services: &Services, call: Uuid) -> Result<HashMap<Uuid, Uses>, Failure> {
    let rows = sql::rows::<Row>(services.db.read(), USES, [call.into()]).await?;
    let mut uses: HashMap<Uuid, Uses> = HashMap::new();
    for row in rows {
        let (codings, responses) = (row.codings as u64, row.responses as u64);
        uses.insert(row.id, Uses { codings, responses, codings_with_children: codings });
    }
    // From the end of the tree, so that a code has all that is under it before its parent takes it.
    for code in codebook(services, call).await?.into_iter().rev() {
        let below = uses.get(&code.id).map_or(0, |held| held.codings_with_children);
        if let Some(parent) = code.parent.and_then(|parent| uses.get_mut(&parent)) {
            parent.codings_with_children += below;
        }
    }
    Ok(uses)
}
