//! Inviting people from a list: all of it or nothing, each once, with the letters in the same transaction.

use std::collections::HashSet;

use domain::Language;
use domain::audit::Act;
use domain::calls::CallState;
use domain::mail::{Fill, Invited, InviteeList, LetterKind, Stream, Value};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QuerySelect,
};

use crate::audit::Entry;
use crate::calls::{Call, held};
use crate::mail::{self, Letter, Recipient};
use crate::store::entities::{call_invitee, invitee_link};
use crate::{Clock, Failure, Services, secrets};

/// What came of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Added {
    pub invited: usize,
    /// How many of it were invited before or named twice.
    pub known: usize,
    /// How many want no invitations, and are not on the list.
    pub refusing: usize,
}

/// Whether people can be invited to answer now.
pub fn check(call: &Call, clock: &Clock) -> Result<(), Failure> {
    match call.state(clock.now()) {
        CallState::Unopened | CallState::Open => Ok(()),
        _ => Err(Failure::Refused("error-invitees-closed")),
    }
}

/// Whether those who were invited can be reminded now: not before they can answer.
pub(super) fn check_open(call: &Call, clock: &Clock) -> Result<(), Failure> {
    match call.state(clock.now()) {
        CallState::Open => Ok(()),
        _ => Err(Failure::Refused("error-invitees-not-open")),
    }
}

/// Invites everyone of a list who was not invited yet and has not refused: all of them with their letters, or nobody.
pub async fn add(
    services: &Services,
    call: &Call,
    list: InviteeList,
    language: Language,
) -> Result<Added, Failure> {
    let (call, recorder) = (call.clone(), services.recorder());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let call = held(txn, call.id).await?;
                check(&call, &recorder.clock)?;
                let known: Vec<String> = call_invitee::Entity::find()
                    .select_only()
                    .column(call_invitee::Column::AddressHash)
                    .filter(call_invitee::Column::CallId.eq(call.id))
                    .into_tuple()
                    .all(txn)
                    .await?;
                let known: HashSet<String> = known.into_iter().collect();
                let mut added = Added { known: list.repeated, ..Added::default() };
                for one in list.people {
                    let hash = mail::address_hash(&one.address);
                    if known.contains(&hash) {
                        added.known += 1;
                        continue;
                    }
                    if mail::is_stopped(txn, &hash, Stream::Invitations).await? {
                        added.refusing += 1;
                        continue;
                    }
                    insert(txn, &recorder.clock, &call, one, hash, language).await?;
                    added.invited += 1;
                }
                if added.invited > 0 {
                    let entry = Entry::of_call(Act::InviteesAdded, &call).with("count", added.invited);
                    recorder.record(txn, entry).await?;
                }
                Ok(added)
            })
        })
        .await
}

async fn insert(
    txn: &DatabaseTransaction,
    clock: &Clock,
    call: &Call,
    one: Invited,
    hash: String,
    language: Language,
) -> Result<(), Failure> {
    let (id, now) = (clock.id(), clock.now());
    let row = call_invitee::Model {
        id,
        call_id: call.id,
        name: one.name,
        address: one.address,
        address_hash: hash,
        language: language.to_string(),
        invited_at: now,
        written_at: now,
        letter_key: format!("invitee:{id}"),
        begun: false,
        answered: false,
    };
    let active = call_invitee::ActiveModel::from(row.clone()).reset_all();
    call_invitee::Entity::insert(active).exec_without_returning(txn).await?;
    write(txn, clock, call, &row, LetterKind::CallInvitation).await
}

/// Posts a letter to someone who is invited, with a link of its own.
pub(super) async fn write(
    txn: &DatabaseTransaction,
    clock: &Clock,
    call: &Call,
    to: &call_invitee::Model,
    kind: LetterKind,
) -> Result<(), Failure> {
    let secret = clock.secret();
    let link = invitee_link::ActiveModel {
        id: Set(clock.id()),
        invitee_id: Set(to.id),
        token_hash: Set(secrets::hash(&secret)),
    };
    invitee_link::Entity::insert(link).exec_without_returning(txn).await?;
    let language = Language::parse(&to.language).unwrap_or(Language::English);
    // Who has no name on the list is greeted by their address.
    let greeted = if to.name.is_empty() { &to.address } else { &to.name };
    let letter = Letter {
        kind,
        stream: Some(Stream::Invitations),
        to: Recipient { address: to.address.clone(), name: to.name.clone() },
        language,
        fill: fill(call, language, greeted, &format!("/invited/{secret}")),
        key: to.letter_key.clone(),
    };
    mail::post(txn, clock, letter).await?;
    Ok(())
}

/// What such a letter is filled with.
pub fn fill(call: &Call, language: Language, name: &str, link: &str) -> Fill {
    let fill = Fill::new()
        .with("name", Value::Words(name.to_owned()))
        .with("title", Value::Words(call.title_in(language).to_owned()))
        .with("link", Value::Private(link.to_owned()))
        .with("page", Value::Page(format!("/calls/{}", call.slug)));
    let times = [("opens", call.times.opens), ("until", call.times.closes)];
    times
        .into_iter()
        .filter_map(|(place, at)| Some((place, at?)))
        .fold(fill, |fill, (place, at)| fill.with(place, Value::When(at)))
}
