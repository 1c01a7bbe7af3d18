//! Reading what was asked for, as whoever reads may know of it.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::calls::{ApprovalState, AskedAct};
use domain::people::{Resource, may};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::super::{Call, by_id};
use super::{act_of, doing, who};
use crate::store::entities::{approval, person};
use crate::{Failure, Services, StoreError};

/// What whoever reads has to do with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// They asked for it.
    Asker,
    /// They may agree to it or refuse it.
    Decider,
    /// They have the role that it takes only since it was asked for.
    TooNew,
}

/// Something that was asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Approval {
    pub id: Uuid,
    pub call: Uuid,
    pub act: AskedAct,
    /// The name of whoever asked.
    pub asker: String,
    pub asked_at: DateTime<Utc>,
    pub note: String,
    pub state: ApprovalState,
    /// The name of whoever decided, where anybody did.
    pub decider: Option<String>,
    pub decided_at: Option<DateTime<Utc>>,
    pub reason: String,
    pub part: Part,
    /// Who may agree to it. Only of what waits.
    pub deciders: Vec<String>,
}

/// What was asked for of a call and whoever reads may do as well, the latest first.
pub async fn of_call(services: &Services, call: &Call) -> Result<Vec<Approval>, Failure> {
    let rows = approval::Entity::find()
        .filter(approval::Column::CallId.eq(call.id))
        .order_by_desc(approval::Column::AskedAt)
        .order_by_desc(approval::Column::Id);
    shown(services, rows.all(services.db.read()).await?).await
}

/// What waits, of any call, and whoever reads may agree to or has asked for; the oldest first.
pub async fn waiting(services: &Services) -> Result<Vec<Approval>, Failure> {
    let rows = approval::Entity::find()
        .filter(approval::Column::State.eq(ApprovalState::Asked.as_str()))
        .order_by_asc(approval::Column::AskedAt)
        .order_by_asc(approval::Column::Id);
    shown(services, rows.all(services.db.read()).await?).await
}

/// One of a call, and whether what it is about has changed since it was asked for, so that nobody can agree to it.
pub async fn one(services: &Services, call: &Call, id: Uuid) -> Result<(Approval, bool), Failure> {
    let row = approval::Entity::find_by_id(id).filter(approval::Column::CallId.eq(call.id));
    let row = row.one(services.db.read()).await?.ok_or(Failure::NotFound("approval"))?;
    let seen = row.seen.clone();
    let found = shown(services, vec![row]).await?.pop().ok_or(Failure::NotFound("approval"))?;
    let changed = found.state == ApprovalState::Asked && changed(services, &found, &seen).await?;
    Ok((found, changed))
}

async fn changed(services: &Services, found: &Approval, seen: &str) -> Result<bool, Failure> {
    let call = by_id(services, found.call).await?;
    match doing::seen(services.db.read(), &call, &found.act).await {
        Ok(now) => Ok(now != seen),
        Err(Failure::NotFound(_)) => Ok(true),
        Err(failure) => Err(failure),
    }
}

async fn shown(services: &Services, rows: Vec<approval::Model>) -> Result<Vec<Approval>, Failure> {
    let people = rows.iter().flat_map(|row| std::iter::once(row.asked_by).chain(row.decided_by));
    let names = who::names(services.db.read(), people.collect::<Vec<_>>()).await?;
    let mut found = Vec::new();
    for row in rows {
        let act = act_of(&row)?;
        let asker = services.by.person() == Some(row.asked_by);
        if asker || may(&services.by, act.action(), Resource::Call(row.call_id)) {
            found.push(of_row(services, row, act, &names).await?);
        }
    }
    Ok(found)
}

async fn of_row(
    services: &Services,
    row: approval::Model,
    act: AskedAct,
    names: &HashMap<Uuid, String>,
) -> Result<Approval, Failure> {
    let state = ApprovalState::parse(&row.state)
        .ok_or_else(|| StoreError::corrupt("the state of an approval", &row.state))?;
    let able = match state {
        ApprovalState::Asked => able(services.db.read(), &row, &act).await?,
        _ => Vec::new(),
    };
    let me = services.by.person();
    let part = if me == Some(row.asked_by) {
        Part::Asker
    } else if able.iter().any(|person| Some(person.id) == me) {
        Part::Decider
    } else {
        Part::TooNew
    };
    Ok(Approval {
        id: row.id,
        call: row.call_id,
        act,
        asker: names.get(&row.asked_by).cloned().unwrap_or_default(),
        asked_at: row.asked_at,
        note: row.note,
        state,
        decider: row.decided_by.and_then(|id| names.get(&id).cloned()),
        decided_at: row.decided_at,
        reason: row.reason,
        part,
        deciders: able.into_iter().map(|person| person.name).collect(),
    })
}

/// Who may agree to this.
async fn able(
    read: &impl ConnectionTrait,
    row: &approval::Model,
    act: &AskedAct,
) -> Result<Vec<person::Model>, StoreError> {
    let mut able = who::those_who_may(read, act.action(), row.call_id, Some(row.asked_at)).await?;
    able.retain(|person| person.id != row.asked_by);
    Ok(able)
}
