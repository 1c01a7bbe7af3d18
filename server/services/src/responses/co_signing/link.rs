//! The link of somebody who was asked to sign: what it shows, and what they say.

use domain::responses::CoSigning;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::CoSignatory;
use crate::calls::{self, Call, Questionnaire};
use crate::responses::draft::{by_id, check_open, in_txn, locked_by_link};
use crate::responses::{Draft, receipt, submit};
use crate::store::entities::co_signatory::{self, Column as C};
use crate::{Failure, Services, secrets};

/// What somebody sees who was asked to sign.
#[derive(Clone, Debug)]
pub struct Asked {
    pub me: CoSignatory,
    pub call: Call,
    pub form: Questionnaire,
    pub draft: Draft,
    /// A mark of what would be sent now, which tells nothing of it.
    pub seen: String,
    /// Whether it was sent and withdrawn since.
    pub withdrawn: bool,
}

/// What this link opens.
pub async fn open(services: &Services, token: &str) -> Result<Asked, Failure> {
    let row = by_token(services.db.read(), token).await?;
    let draft = by_id(services, row.draft_id).await?;
    let call = calls::by_id(services, draft.call).await?;
    let form = calls::form(services, &call).await?;
    let receipt = receipt::of_draft(services, &draft).await?;
    let withdrawn = receipt.as_ref().is_some_and(|receipt| receipt.withdrawn_at.is_some());
    let content = receipt.map_or_else(|| submit::content(&call, &form, &draft), |receipt| receipt.hash);
    let seen = mark(&row.token_hash, &content);
    Ok(Asked { me: CoSignatory::new(row, &content)?, call, form, draft, seen, withdrawn })
}

async fn by_token(read: &impl ConnectionTrait, token: &str) -> Result<co_signatory::Model, Failure> {
    let row = co_signatory::Entity::find().filter(C::TokenHash.eq(secrets::hash(token))).one(read).await?;
    row.ok_or(Failure::NotFound("link"))
}

/// The fingerprint on a receipt proves whose words they are, so that it is not shown to those who only sign them.
fn mark(token_hash: &str, content: &str) -> String {
    secrets::hash(&format!("{token_hash}:{content}"))
}

/// Takes what somebody says of what they have seen. Where it is something else by now, they are shown that first.
pub async fn answer(services: &Services, token: &str, said: CoSigning, seen: &str) -> Result<(), Failure> {
    let Asked { call, form, draft, .. } = open(services, token).await?;
    check_open(services, &call, &draft)?;
    let (clock, token, seen) = (services.clock.clone(), token.to_owned(), seen.to_owned());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                locked_by_link(txn, draft.id).await?;
                let row = by_token(txn, &token).await?;
                let content = submit::content(&call, &form, &in_txn(txn, row.draft_id).await?);
                if mark(&row.token_hash, &content) != seen {
                    return Err(Failure::Refused("error-co-sign-changed"));
                }
                co_signatory::Entity::update_many()
                    .col_expr(C::State, Expr::value(said.as_str()))
                    .col_expr(C::Content, Expr::value(content))
                    .col_expr(C::AnsweredAt, Expr::value(clock.now()))
                    .filter(C::Id.eq(row.id))
                    .exec(txn)
                    .await?;
                Ok(())
            })
        })
        .await
}
