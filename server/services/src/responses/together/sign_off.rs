//! The sign-off: somebody who may has read what would be sent, and it is sent as they have read it or not at all.

use chrono::{DateTime, Utc};
use domain::people::{Action, Actor, Resource, may};
use domain::responses::may_sign;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::{allowed, history, letters, names};
use crate::calls::{Call, Questionnaire};
use crate::people::members::{self, Member};
use crate::responses::draft::{check_open, in_txn, locked};
use crate::responses::{Draft, Response, submit};
use crate::store::entities::{draft, draft_sign_off as signed, organisation, response};
use crate::{Clock, Failure, Services};

/// Who signed, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignOff {
    pub by: String,
    pub at: DateTime<Utc>,
    /// Whether they had also written last, because nobody else could sign.
    pub alone: bool,
    /// Who changed something afterwards, and when: from then on it did not hold.
    pub ended: Option<(String, DateTime<Utc>)>,
}

/// Where a draft stands with its sign-off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Every sign-off, the latest first.
    pub all: Vec<SignOff>,
    /// Whether the latest holds for what would be sent now.
    pub holds: bool,
    /// Whether whoever asks may sign, or why not.
    pub mine: Result<(), &'static str>,
    /// A mark of what would be sent now.
    pub content: String,
}

/// The sign-off of a draft that nobody has ended.
pub(super) async fn holding(
    read: &impl ConnectionTrait,
    draft: Uuid,
) -> Result<Option<signed::Model>, Failure> {
    let last = signed::Entity::find()
        .filter(signed::Column::DraftId.eq(draft))
        .filter(signed::Column::EndedAt.is_null())
        .order_by_desc(signed::Column::SignedAt);
    Ok(last.one(read).await?)
}

/// Those members who may sign off.
fn signers(members: &[Member], organisation: Uuid) -> Vec<&Member> {
    let signs = |member: &&Member| {
        let memberships = vec![domain::people::Membership { organisation, role: member.role }];
        let actor = Actor::Person { id: member.person, grants: Vec::new(), memberships };
        may(&actor, Action::SignOffForOrganisation, Resource::Organisation(organisation))
    };
    members.iter().filter(signs).collect()
}

/// The keys of people.
fn keys(members: &[&Member]) -> Vec<Uuid> {
    members.iter().map(|member| member.person).collect()
}

/// Where a draft stands, for whoever asks.
pub async fn standing(
    services: &Services,
    call: &Call,
    form: &Questionnaire,
    draft: &Draft,
) -> Result<Standing, Failure> {
    let organisation = draft.organisation.ok_or(Failure::NotFound("draft"))?;
    let read = services.db.read();
    let rows = signed::Entity::find()
        .filter(signed::Column::DraftId.eq(draft.id))
        .order_by_desc(signed::Column::SignedAt)
        .order_by_desc(signed::Column::Id)
        .all(read)
        .await?;
    let content = submit::content(call, form, draft);
    let holds = rows.iter().any(|row| row.ended_at.is_none() && row.content == content);
    let people = rows.iter().flat_map(|row| [Some(row.person_id), row.ended_by]).flatten().collect();
    let names = names(read, people).await?;
    let name = |id: Uuid| names.get(&id).cloned().unwrap_or_default();
    let one = |row: signed::Model| SignOff {
        by: name(row.person_id),
        at: row.signed_at,
        alone: row.alone,
        ended: row.ended_by.map(name).zip(row.ended_at),
    };
    Ok(Standing {
        mine: mine(services, organisation, draft.id).await?,
        all: rows.into_iter().map(one).collect(),
        holds,
        content,
    })
}

async fn mine(
    services: &Services,
    organisation: Uuid,
    draft: Uuid,
) -> Result<Result<(), &'static str>, Failure> {
    let Some(me) = services.by.person() else { return Ok(Err("error-sign-not-yours")) };
    if !may(&services.by, Action::SignOffForOrganisation, Resource::Organisation(organisation)) {
        return Ok(Err("error-sign-not-yours"));
    }
    let read = services.db.read();
    let members = members::of(read, organisation).await?;
    let last = history::wrote_last(read, draft).await?;
    Ok(may_sign(me, last, &keys(&signers(&members, organisation))).map(|_| ()))
}

/// Signs off what a draft would send, whose mark this is.
pub async fn sign(
    services: &Services,
    call: &Call,
    form: &Questionnaire,
    draft: &Draft,
    seen: &str,
) -> Result<(), Failure> {
    let organisation = draft.organisation.ok_or(Failure::NotFound("draft"))?;
    ready(services, call, form, draft)?;
    let (by, clock, seen) = (services.by.clone(), services.clock.clone(), seen.to_owned());
    let (call, form, id) = (call.clone(), form.clone(), draft.id);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                locked(txn, &by, id).await?;
                allowed(txn, &by, organisation, Action::SignOffForOrganisation).await?;
                let person = by.person().ok_or(Failure::NotFound("person"))?;
                let content = submit::content(&call, &form, &in_txn(txn, id).await?);
                if content != seen {
                    return Err(Failure::Refused("error-sign-changed"));
                }
                let members = members::of(txn, organisation).await?;
                let last = history::wrote_last(txn, id).await?;
                let alone = may_sign(person, last, &keys(&signers(&members, organisation)));
                let alone = alone.map_err(Failure::Refused)?;
                if holding(txn, id).await?.is_some_and(|row| row.content == content) {
                    return Ok(());
                }
                note(txn, &clock, id, person, content, alone).await?;
                letters::signed_off(txn, &clock, &call, organisation, id, person, &members).await
            })
        })
        .await
}

async fn note(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    draft: Uuid,
    person: Uuid,
    content: String,
    alone: bool,
) -> Result<(), Failure> {
    let row = signed::ActiveModel {
        id: Set(clock.id()),
        draft_id: Set(draft),
        person_id: Set(person),
        content: Set(content),
        alone: Set(alone),
        signed_at: Set(clock.now()),
        ended_at: Set(None),
        ended_by: Set(None),
    };
    signed::Entity::insert(row).exec_without_returning(txn).await?;
    Ok(())
}

/// Whether there is something to sign off: a whole response, while it can be sent.
fn ready(services: &Services, call: &Call, form: &Questionnaire, draft: &Draft) -> Result<(), Failure> {
    check_open(services, call, draft)?;
    if draft.unfinished(form).is_empty() { Ok(()) } else { Err(Failure::Refused("error-draft-unfinished")) }
}

/// Asks those who may to sign off: each is written to once a day at most.
pub async fn ask(
    services: &Services,
    call: &Call,
    form: &Questionnaire,
    draft: &Draft,
) -> Result<(), Failure> {
    let organisation = draft.organisation.ok_or(Failure::NotFound("draft"))?;
    ready(services, call, form, draft)?;
    let (by, clock, call, id) = (services.by.clone(), services.clock.clone(), call.clone(), draft.id);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                locked(txn, &by, id).await?;
                let person = by.person().ok_or(Failure::NotFound("person"))?;
                let members = members::of(txn, organisation).await?;
                let mut asked = signers(&members, organisation);
                let last = history::wrote_last(txn, id).await?;
                let all = keys(&asked);
                asked.retain(|one| one.person != person && may_sign(one.person, last, &all).is_ok());
                letters::asked(txn, &clock, &call, organisation, id, person, &asked).await
            })
        })
        .await
}

/// Whether a draft may be sent with this content for the first time, with the draft held until the transaction ends. One of
/// nobody's organisation always may; one that was sent is sent no other time.
pub(in crate::responses) async fn may_send(
    txn: &impl ConnectionTrait,
    by: &Actor,
    draft: &Draft,
    content: &str,
) -> Result<bool, Failure> {
    let Some(organisation) = draft.organisation else { return Ok(false) };
    let row = draft::Entity::find_by_id(draft.id).lock_exclusive().one(txn).await?;
    if row.is_none_or(|row| row.submitted_at.is_some()) {
        return Ok(false);
    }
    allowed(txn, by, organisation, Action::WriteForOrganisation).await?;
    let signed = holding(txn, draft.id).await?.is_some_and(|row| row.content == content);
    if signed { Ok(true) } else { Err(Failure::Refused("error-sign-missing")) }
}

/// What the record says of a response that members wrote together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedResponse {
    pub organisation: String,
    /// Who signed it off; nothing for whoever may not see the names of people.
    pub by: Option<String>,
    pub at: DateTime<Utc>,
    pub alone: bool,
}

/// By which sign-off a response came, as whoever asks may read it.
pub async fn of_response(services: &Services, of: &Response) -> Result<Option<SignedResponse>, Failure> {
    let read = services.db.read();
    let row = response::Entity::find_by_id(of.id).one(read).await?.ok_or(Failure::NotFound("response"))?;
    let Ok(draft) = row.idempotency_key.parse::<Uuid>() else { return Ok(None) };
    let Some(written) = draft::Entity::find_by_id(draft).one(read).await? else { return Ok(None) };
    let Some(organisation) = written.organisation_id else { return Ok(None) };
    let Some(signed) = holding(read, draft).await? else { return Ok(None) };
    let body = organisation::Entity::find_by_id(organisation).one(read).await?;
    let by = names(read, vec![signed.person_id]).await?.remove(&signed.person_id);
    Ok(Some(SignedResponse {
        organisation: body.map(|body| body.name).unwrap_or_default(),
        by: by.filter(|_| !of.veiled),
        at: signed.signed_at,
        alone: signed.alone,
    }))
}
