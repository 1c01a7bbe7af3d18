//! Beginning a draft for an organisation, or turning one's own into the organisation's.

use domain::people::Action;
use domain::responses::{About, RespondentKind};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    QueryFilter, QuerySelect,
};
use uuid::Uuid;

use super::allowed;
use crate::calls::Call;
use crate::people::organisations::{Organisation, edit, today};
use crate::responses::draft::{Writing, check_open, text};
use crate::responses::{Draft, by_letter, together::history};
use crate::store::entities::{draft, draft_answer, kept_response};
use crate::{Failure, Services, secrets};

/// Begins the draft of an organisation for a call, and gives its key.
pub async fn begin(
    services: &Services,
    call: &Call,
    organisation: &Organisation,
    language: &str,
) -> Result<Uuid, Failure> {
    if !call.times.may_begin(services.clock.now()) {
        return Err(Failure::Refused("error-call-not-open"));
    }
    not_ended(services, organisation)?;
    let (clock, by, now) = (services.clock.clone(), services.by.clone(), services.clock.now());
    let id = clock.id();
    let row = draft::ActiveModel {
        id: Set(id),
        call_id: Set(call.id),
        // Nobody has its secret: it opens nothing.
        token_hash: Set(secrets::hash(&clock.secret())),
        language: Set(language.to_owned()),
        about: Set(text(&about(About::default(), organisation))?),
        begun_at: Set(now),
        saved_at: Set(now),
        submitted_at: Set(None),
        late_id: Set(None),
        organisation_id: Set(Some(organisation.id)),
        changing_since: Set(None),
        before_change: Set(None),
    };
    let (call, organisation) = (call.id, organisation.id);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                alone(txn, organisation, call).await?;
                allowed(txn, &by, organisation, Action::WriteForOrganisation).await?;
                let row = row.insert(txn).await?;
                let writing = Writing { draft: &row, by: &by, clock: &clock, typed: false, wording: None };
                history::note(txn, &writing, None, Some(row.about.clone())).await?;
                Ok(id)
            })
        })
        .await
}

/// Turns a draft of one's own into that of an organisation. What it holds is from then on what whoever turns it has written;
/// its private link opens it no more, and no account keeps it. One that somebody else keeps is not taken from them.
pub async fn turn(
    services: &Services,
    call: &Call,
    organisation: &Organisation,
    own: &Draft,
) -> Result<Uuid, Failure> {
    check_open(services, call, own)?;
    not_ended(services, organisation)?;
    let (clock, by, id) = (services.clock.clone(), services.by.clone(), own.id);
    let (held, about) = (organisation.id, text(&about(own.about.clone(), organisation))?);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = draft::Entity::find_by_id(id).lock_exclusive().one(txn).await?;
                let row = row.ok_or(Failure::NotFound("draft"))?;
                if row.submitted_at.is_some() || row.organisation_id.is_some() {
                    return Err(Failure::Refused("error-draft-submitted"));
                }
                alone(txn, held, row.call_id).await?;
                allowed(txn, &by, held, Action::WriteForOrganisation).await?;
                take_out(txn, id, by.person()).await?;
                by_letter::forget_reminder(txn, id).await?;
                let mut row = row.into_active_model();
                row.organisation_id = Set(Some(held));
                row.token_hash = Set(secrets::hash(&clock.secret()));
                row.about = Set(about);
                let row = row.update(txn).await?;
                let writing = Writing { draft: &row, by: &by, clock: &clock, typed: false, wording: None };
                history::note(txn, &writing, None, Some(row.about.clone())).await?;
                let mine = draft_answer::Column::DraftId.eq(id);
                for answer in draft_answer::Entity::find().filter(mine).all(txn).await? {
                    history::note(txn, &writing, Some(answer.question_id), Some(answer.value)).await?;
                }
                Ok(id)
            })
        })
        .await
}

fn not_ended(services: &Services, organisation: &Organisation) -> Result<(), Failure> {
    let ended = organisation.ended(today(services));
    if ended { Err(Failure::Refused("error-shared-ended")) } else { Ok(()) }
}

/// Who answers, where an organisation does.
fn about(before: About, organisation: &Organisation) -> About {
    About {
        kind: Some(RespondentKind::Organisation),
        organisation: organisation.name.clone(),
        sector: before.sector.or(organisation.sector),
        on_behalf_of: String::new(),
        ..before
    }
}

/// Holds an organisation, which has no draft of this call yet.
async fn alone(txn: &impl ConnectionTrait, organisation: Uuid, call: Uuid) -> Result<(), Failure> {
    edit::held(txn, organisation).await?;
    let there = draft::Entity::find()
        .filter(draft::Column::OrganisationId.eq(organisation))
        .filter(draft::Column::CallId.eq(call));
    match there.one(txn).await? {
        Some(_) => Err(Failure::Refused("error-shared-there")),
        None => Ok(()),
    }
}

/// Takes a draft out of the account of whoever turns it.
async fn take_out(txn: &impl ConnectionTrait, draft: Uuid, person: Option<Uuid>) -> Result<(), Failure> {
    let kept = kept_response::Entity::find().filter(kept_response::Column::Key.eq(draft.to_string()));
    let Some(row) = kept.one(txn).await? else { return Ok(()) };
    if Some(row.person_id) != person {
        return Err(Failure::Refused("error-kept-elsewhere"));
    }
    kept_response::Entity::delete_by_id(row.id).exec(txn).await?;
    Ok(())
}
