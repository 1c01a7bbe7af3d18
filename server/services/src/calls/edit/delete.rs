//! Deleting a call that nobody but the team ever saw.

use domain::audit::Act;
use domain::calls::CallAct;
use domain::people::Scope;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::super::{Call, questionnaire};
use crate::Failure;
use crate::audit::Recorder;
use crate::store::entities::{
    call, citation, decision, finding, following, invitation, recommendation, role_grant,
};

/// Deletes a call with its questions, codebook and drafts of outcomes, the roles that were held there and the invitations
/// to them. What was announced or answered stays for ever, and so does what a decision of an assembly names. What the
/// call was called, and who deleted it, stays in the audit.
pub(super) async fn delete_in(
    txn: &DatabaseTransaction,
    recorder: &Recorder,
    id: Uuid,
) -> Result<(), Failure> {
    let held: Call = super::hold(txn, id).await?.try_into()?;
    let form = questionnaire(txn, id).await?;
    let begun = super::begun_in(txn, id).await?;
    if let Some(reason) = super::refusal(CallAct::Delete, &held, &form, begun, recorder.clock.now()) {
        return Err(Failure::Refused(reason));
    }
    if is_named(txn, id).await? {
        return Err(Failure::Refused("error-call-delete-decided"));
    }
    let (kind, key) = Scope::Call(id).columns();
    role_grant::Entity::delete_many()
        .filter(role_grant::Column::Scope.eq(kind))
        .filter(role_grant::Column::ScopeId.eq(key))
        .exec(txn)
        .await?;
    invitation::Entity::update_many()
        .col_expr(invitation::Column::WithdrawnAt, Expr::value(recorder.clock.now()))
        .filter(invitation::Column::Scope.eq(kind))
        .filter(invitation::Column::ScopeId.eq(key))
        .filter(invitation::Column::AcceptedAt.is_null())
        .filter(invitation::Column::WithdrawnAt.is_null())
        .exec(txn)
        .await?;
    following::Entity::delete_many()
        .filter(following::Column::SubjectKey.eq(id.to_string()))
        .exec(txn)
        .await?;
    call::Entity::delete_by_id(id).exec(txn).await?;
    recorder.record(txn, super::entry(Act::CallDeleted, &held)).await?;
    Ok(())
}

/// Whether a decision put this call, or cites an outcome of it.
async fn is_named(txn: &DatabaseTransaction, id: Uuid) -> Result<bool, Failure> {
    if decision::Entity::find().filter(decision::Column::CallId.eq(id)).one(txn).await?.is_some() {
        return Ok(true);
    }
    let findings = finding::Entity::find().filter(finding::Column::CallId.eq(id));
    let findings: Vec<Uuid> =
        findings.select_only().column(finding::Column::Id).into_tuple().all(txn).await?;
    let recommendations = recommendation::Entity::find().filter(recommendation::Column::CallId.eq(id));
    let recommendations: Vec<Uuid> =
        recommendations.select_only().column(recommendation::Column::Id).into_tuple().all(txn).await?;
    let cited = Condition::any()
        .add(citation::Column::FindingId.is_in(findings))
        .add(citation::Column::RecommendationId.is_in(recommendations));
    Ok(citation::Entity::find().filter(cited).one(txn).await?.is_some())
}
