//! Finding the response that belongs to whoever holds its receipt or its private link.

use domain::forms::Problem;
use domain::outcomes::ReceiptDetails;
use domain::responses::HeldState;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::people::pace;
use crate::responses::{draft, held, receipt as receipts};
use crate::store::entities::response;
use crate::{Failure, Services, secrets};

/// The response with this reference whose receipt begins with this code. A reference that does not exist and a code
/// that is wrong are refused alike. Whoever tries too often must wait, as at signing in.
pub async fn by_receipt(services: &Services, receipt: &ReceiptDetails) -> Result<Uuid, Failure> {
    let subject = secrets::hash(&format!("receipt {}", receipt.reference));
    pace::count(services, &subject, "code", "error-sign-in-slow").await?;
    let row = response::Entity::find()
        .filter(response::Column::Reference.eq(receipt.reference.as_str()))
        .one(services.db.read())
        .await?;
    if let Some(row) = row
        && is_of(services, &row, &receipt.code).await?
    {
        pace::forgive(services, subject).await?;
        return Ok(row.id);
    }
    if let Some(state) = held::stands(services, receipt.reference.as_str(), &receipt.code).await? {
        pace::forgive(services, subject).await?;
        let gone = state == HeldState::Withdrawn;
        let told = if gone { "error-receipt-withdrawn" } else { "error-receipt-waits" };
        return Err(Problem::new("reference", told).into());
    }
    Err(Problem::new("code", "error-receipt-unknown").into())
}

/// Whether a receipt that begins with this code is of this response, as it is or as it was before it was changed.
async fn is_of(services: &Services, row: &response::Model, code: &str) -> Result<bool, Failure> {
    if row.receipt_hash.starts_with(code) {
        return Ok(true);
    }
    Ok(receipts::version_of(services.db.read(), row.id, code).await?.is_some())
}

/// The response that was submitted from the draft of this private link.
pub async fn by_token(services: &Services, token: &str) -> Result<Uuid, Failure> {
    let draft = draft::find(services, token).await?;
    let row = response::Entity::find()
        .filter(response::Column::IdempotencyKey.eq(draft.id.to_string()))
        .one(services.db.read())
        .await?;
    row.map(|row| row.id).ok_or(Failure::NotFound("response"))
}
