//! How often each code is used.

use std::collections::HashMap;

use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::sql;
use crate::{Failure, Services};

/// How often a code is used, alone and together with all the codes under it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Uses {
    pub codings: u64,
    /// Responses with at least one coding.
    pub responses: u64,
    pub codings_with_children: u64,
    /// Responses with at least one coding of this code or one under it: never the sum of theirs.
    pub responses_with_children: u64,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    codings: i64,
    responses: i64,
}

const ALONE: &str = "SELECT id, CAST(SUM(n) AS BIGINT) AS codings, COUNT(*) AS responses FROM \
    (SELECT k.id AS id, c.response_id, COUNT(*) AS n FROM code k JOIN coding c ON c.code_id = k.id \
    WHERE k.call_id = $1 AND c.removed_at IS NULL GROUP BY k.id, c.response_id) AS held GROUP BY id";

/// `UNION` drops what was seen, so that even a ring of parents, which no act can make, would end.
const WITH_CHILDREN: &str = "WITH RECURSIVE under(root, id) AS (\
    SELECT p.id, p.id FROM code p WHERE p.call_id = $1 AND p.removed_at IS NULL \
    AND EXISTS (SELECT 1 FROM code k WHERE k.parent_id = p.id AND k.removed_at IS NULL) \
    UNION SELECT u.root, k.id FROM under u JOIN code k ON k.parent_id = u.id WHERE k.removed_at IS NULL) \
    SELECT id, CAST(SUM(n) AS BIGINT) AS codings, COUNT(*) AS responses FROM \
    (SELECT u.root AS id, c.response_id, COUNT(*) AS n FROM under u JOIN coding c ON c.code_id = u.id \
    WHERE c.removed_at IS NULL GROUP BY u.root, c.response_id) AS held GROUP BY id";

/// The uses of every code of a call that is used, alone or through codes under it.
pub async fn uses(services: &Services, call: Uuid) -> Result<HashMap<Uuid, Uses>, Failure> {
    let read = services.db.read();
    let (alone, together) = tokio::try_join!(
        sql::rows::<Row>(read, ALONE, [call.into()]),
        sql::rows::<Row>(read, WITH_CHILDREN, [call.into()]),
    )?;
    let mut uses: HashMap<Uuid, Uses> = HashMap::new();
    for row in alone {
        let (codings, responses) = (row.codings as u64, row.responses as u64);
        let both =
            Uses { codings, responses, codings_with_children: codings, responses_with_children: responses };
        uses.insert(row.id, both);
    }
    for row in together {
        let held = uses.entry(row.id).or_default();
        held.codings_with_children = row.codings as u64;
        held.responses_with_children = row.responses as u64;
    }
    Ok(uses)
}
