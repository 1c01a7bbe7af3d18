//! What tables say of responses that several people wrote or signed.

use std::collections::HashMap;

use uuid::Uuid;

use crate::responses::co_signing;
use crate::store::entities::{co_signatory, draft, organisation, response};
use crate::store::rows;
use crate::{Failure, Services};

/// Of some responses, what a table says.
pub(super) struct Together {
    /// The organisation whose members wrote it and signed it off, by the key of the response.
    pub organisations: HashMap<String, String>,
    /// Who signed it too, by the response.
    pub signatories: HashMap<Uuid, String>,
}

impl Together {
    /// What there is to say of these responses.
    pub(super) async fn of(services: &Services, part: &[response::Model]) -> Result<Self, Failure> {
        let read = services.db.read();
        let keys = part.iter().filter_map(|row| row.idempotency_key.parse::<Uuid>().ok());
        let drafts = rows::having::<draft::Entity>(read, draft::Column::Id, keys.clone()).await?;
        let ids = drafts.iter().filter_map(|row| row.organisation_id);
        let bodies =
            rows::by::<organisation::Entity>(read, organisation::Column::Id, ids, |row| row.id).await?;
        let named = drafts.iter().filter_map(|row| {
            let body = bodies.get(&row.organisation_id?)?;
            Some((row.id.to_string(), body.name.clone()))
        });
        let asked = rows::having::<co_signatory::Entity>(read, co_signatory::Column::DraftId, keys).await?;
        let mut signatories = HashMap::new();
        for row in part {
            let of = |one: &co_signatory::Model| one.draft_id.to_string() == row.idempotency_key;
            if asked.iter().any(of) {
                let signed = co_signing::signed(services, &row.idempotency_key, &row.receipt_hash).await?;
                let names: Vec<String> = signed.into_iter().map(|one| one.name).collect();
                signatories.insert(row.id, names.join("; "));
            }
        }
        Ok(Self { organisations: named.collect(), signatories })
    }
}
