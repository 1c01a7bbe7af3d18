//! Making an invitation, and the letter that takes its link.

use chrono::TimeDelta;
use domain::Language;
use domain::audit::{Act, Subject};
use domain::forms::Problem;
use domain::mail::{Fill, LetterKind, Value};
use domain::people::{Grant, Invitee, Membership, Scope};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{INVITATION_DAYS, Offer, Passing, Within, free, language, letter_key, waiting};
use crate::audit::{Entry, Recorder};
use crate::mail::{self, Letter, Recipient};
use crate::people::members::letters;
use crate::people::roles;
use crate::store::entities::{invitation, organisation, person};
use crate::{Clock, Failure, Services, secrets};

/// An invitation that is to be made.
#[derive(Clone)]
pub(in crate::people) struct New {
    pub id: Uuid,
    pub secret: String,
    pub name: String,
    pub email: String,
    pub offer: Offer,
    pub by: Option<Uuid>,
    pub language: Language,
    pub passing: Passing,
}

/// Invites a person to the team, and gives the invitation's id and the secret of its private link, which is kept nowhere.
pub async fn invite(
    services: &Services,
    invitee: Invitee,
    by: Option<Uuid>,
    passing: Passing,
) -> Result<(Uuid, String), Failure> {
    let recorder = services.recorder();
    let new = New {
        id: services.clock.id(),
        secret: services.clock.secret(),
        name: invitee.name,
        email: invitee.email,
        offer: Offer::Role(invitee.grant),
        by,
        // The team's pages are in English.
        language: Language::English,
        passing,
    };
    let made = (new.id, new.secret.clone());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                free(txn, &new.email).await?;
                roles::there(txn, invitee.grant.scope).await?;
                insert(txn, &recorder, new, None).await
            })
        })
        .await?;
    Ok(made)
}

/// Writes an invitation, posts the letter that takes its link where one does, and puts it on record.
pub(in crate::people) async fn insert(
    txn: &impl ConnectionTrait,
    recorder: &Recorder,
    new: New,
    organisation: Option<&organisation::Model>,
) -> Result<(), Failure> {
    let now = recorder.clock.now();
    let within = organisation.map_or(Within::Team, |row| Within::Organisation(row.id));
    let twice = invitation::Entity::find()
        .filter(waiting(now))
        .filter(within.condition())
        .filter(invitation::Column::Email.eq(&new.email));
    if twice.one(txn).await?.is_some() {
        return Err(Problem::new("email", "error-email-invited").into());
    }
    let (role, kind, scope_id) = new.offer.columns();
    let row = invitation::ActiveModel {
        id: Set(new.id),
        name: Set(new.name),
        email: Set(new.email),
        role: Set(role.to_owned()),
        scope: Set(Some(kind.to_owned())),
        scope_id: Set(scope_id),
        token_hash: Set(secrets::hash(&new.secret)),
        invited_by: Set(new.by),
        invited_at: Set(now),
        expires_at: Set(now + TimeDelta::days(INVITATION_DAYS)),
        accepted_at: Set(None),
        withdrawn_at: Set(None),
        language: Set(Some(new.language.to_string())),
    };
    let row = row.insert(txn).await?;
    let id = row.id;
    post(txn, &recorder.clock, row, enclosed(new.passing, &new.secret)).await?;
    let entry = match new.offer {
        Offer::Role(Grant { role, scope }) => {
            Entry::new(Act::InvitationMade, scope, Subject::Invitation, id).with("role", role.as_str())
        }
        Offer::Membership(Membership { role, .. }) => {
            entry(Act::MemberInvited, id, organisation).with("standing", role.as_str())
        }
    };
    recorder.record(txn, entry).await?;
    Ok(())
}

/// The secret, where a letter takes it.
pub(super) fn enclosed(passing: Passing, secret: &str) -> Option<String> {
    (passing == Passing::ByLetter).then(|| secret.to_owned())
}

/// Posts the letter that takes a private link to whoever is invited.
pub(super) async fn post(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    row: invitation::Model,
    enclosed: Option<String>,
) -> Result<(), Failure> {
    let Some(secret) = enclosed else { return Ok(()) };
    let language = language(&row);
    let fill = Fill::new()
        .with("name", Value::Words(row.name.clone()))
        .with("link", Value::Private(format!("/invitation/{secret}")))
        .with("until", Value::When(row.expires_at));
    let (kind, fill) = match Offer::parse(&row)? {
        Offer::Role(_) => (LetterKind::TeamInvitation, fill),
        Offer::Membership(Membership { organisation, role }) => {
            let body = organisation::Entity::find_by_id(organisation).one(txn).await?;
            let body = body.ok_or(Failure::NotFound("organisation"))?;
            let by = match row.invited_by {
                Some(id) => person::Entity::find_by_id(id).one(txn).await?,
                None => None,
            };
            let fill = fill
                .with("organisation", Value::Words(letters::name(&body, language)))
                .with("who", Value::Words(by.map(|by| by.name).unwrap_or_default()))
                .with("role", Value::Role(role));
            (LetterKind::MemberInvitation, fill)
        }
    };
    let letter = Letter {
        kind,
        stream: None,
        to: Recipient { address: row.email, name: row.name },
        language,
        fill,
        key: letter_key(&row.token_hash),
    };
    mail::post(txn, clock, letter).await?;
    Ok(())
}

pub(super) fn entry(act: Act, id: Uuid, organisation: Option<&organisation::Model>) -> Entry {
    let entry = Entry::new(act, Scope::Platform, Subject::Invitation, id);
    match organisation {
        Some(row) => entry.with("title", row.name.as_str()),
        None => entry,
    }
}
