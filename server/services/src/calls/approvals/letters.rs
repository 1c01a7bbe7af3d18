//! The letters about acts that take two people.

use domain::Language;
use domain::calls::{ApprovalState, AskedAct, AskedKind};
use domain::mail::{Fill, LetterKind, Value};
use sea_orm::{ConnectionTrait, EntityTrait};
use uuid::Uuid;

use super::super::Call;
use super::who;
use crate::Failure;
use crate::audit::Recorder;
use crate::mail::{self, Letter, Recipient};
use crate::store::entities::{approval, person};

/// Tells everyone who may agree that somebody asks.
pub(super) async fn to_those_who_may(
    txn: &impl ConnectionTrait,
    recorder: &Recorder,
    call: &Call,
    row: &approval::Model,
    act: &AskedAct,
) -> Result<(), Failure> {
    let all = who::those_who_may(txn, act.action(), call.id, None).await?;
    let name = name(txn, row.asked_by).await?;
    for to in all.into_iter().filter(|person| person.id != row.asked_by) {
        let fill = about(call, act, &name)
            .with("note", said(&row.note))
            .with("link", Value::Page(address(call, row.id)));
        let key = format!("approval:{}:{}", row.id, to.id);
        post(txn, recorder, LetterKind::ApprovalAsked, to, fill, key).await?;
    }
    Ok(())
}

/// Tells whoever asked what was decided.
pub(super) async fn to_the_asker(
    txn: &impl ConnectionTrait,
    recorder: &Recorder,
    call: &Call,
    row: &approval::Model,
    act: &AskedAct,
    state: ApprovalState,
) -> Result<(), Failure> {
    let Some(to) = person::Entity::find_by_id(row.asked_by).one(txn).await? else { return Ok(()) };
    let Some(decider) = row.decided_by else { return Ok(()) };
    let fill = about(call, act, &name(txn, decider).await?)
        .with("decision", Value::Decided(state))
        .with("reason", said(&row.reason))
        .with("link", Value::Page(after(call, act, row.id, state)));
    let key = format!("decision:{}", row.id);
    post(txn, recorder, LetterKind::ApprovalDecided, to, fill, key).await
}

fn about(call: &Call, act: &AskedAct, who: &str) -> Fill {
    Fill::new()
        .with("who", Value::Words(who.to_owned()))
        .with("what", Value::Asked(act.kind()))
        .with("call", Value::Words(call.title.clone()))
}

/// What somebody wrote, or a dash where they wrote nothing.
fn said(text: &str) -> Value {
    Value::Words(if text.is_empty() { "–".to_owned() } else { text.to_owned() })
}

fn address(call: &Call, id: Uuid) -> String {
    format!("/team/calls/{}/approvals/{id}", call.slug)
}

/// Where whoever asked sees what became of it. Of a call that was deleted there is nothing to see.
fn after(call: &Call, act: &AskedAct, id: Uuid, state: ApprovalState) -> String {
    if act.kind() == AskedKind::Delete && state == ApprovalState::Approved {
        "/team".to_owned()
    } else {
        address(call, id)
    }
}

async fn name(txn: &impl ConnectionTrait, id: Uuid) -> Result<String, Failure> {
    Ok(who::names(txn, [id]).await?.remove(&id).unwrap_or_default())
}

async fn post(
    txn: &impl ConnectionTrait,
    recorder: &Recorder,
    kind: LetterKind,
    to: person::Model,
    fill: Fill,
    key: String,
) -> Result<(), Failure> {
    let to = Recipient { address: to.email, name: to.name };
    // The team's pages are in English.
    let letter = Letter { kind, stream: None, to, language: Language::English, fill, key };
    mail::post(txn, &recorder.clock, letter).await?;
    Ok(())
}
