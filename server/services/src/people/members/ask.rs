//! Asking to be let in, where nothing proves that one belongs there: an owner decides, or the team where there is none.

use chrono::{DateTime, Utc};
use domain::Language;
use domain::audit::Act;
use domain::people::{Asked, CheckKind, Decision, MemberRole, Membership};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;

use super::{entry, has_owner, held_by_owner, held_open, is_member, let_in, letters, note_check};
use crate::people::accounts;
use crate::people::organisations::edit;
use crate::store::entities::{membership, membership_request, organisation, person};
use crate::store::rows;
use crate::{Failure, Services};

/// How many answers one person may wait for at once. Each writes to somebody.
const MOST_WAITING: u64 = 10;

/// Somebody who asks to be let in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    pub id: Uuid,
    pub organisation: Uuid,
    pub name: String,
    pub email: String,
    /// When the address was last shown to be theirs.
    pub proven_at: Option<DateTime<Utc>>,
    pub note: String,
    pub asked_at: DateTime<Utc>,
    /// When and why they were refused.
    pub refused: Option<(DateTime<Utc>, String)>,
}

/// Who decides about a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    Owner(Uuid),
    /// Only where there is no owner.
    Team,
}

/// Asks to be let in. Whoever was refused may ask again.
pub async fn ask(
    services: &Services,
    person: Uuid,
    organisation: Uuid,
    asked: Asked,
    language: Language,
) -> Result<(), Failure> {
    let administrators = accounts::administrators(services).await?;
    let recorder = services.recorder();
    services
        .db
        .write_again(move |txn| {
            Box::pin(async move {
                let clock = &recorder.clock;
                let row = held_open(txn, clock, organisation).await?;
                if is_member(txn, organisation, person).await? {
                    return Err(Failure::Refused("error-member-already"));
                }
                let refused = membership_request::Column::RefusedAt.is_not_null();
                delete(txn, its(person, organisation).and(refused)).await?;
                let request = membership_request::Entity::find().filter(its(person, organisation));
                if request.one(txn).await?.is_some() {
                    return Err(Failure::Refused("error-member-asked"));
                }
                let waiting = membership_request::Entity::find()
                    .filter(membership_request::Column::PersonId.eq(person))
                    .filter(membership_request::Column::RefusedAt.is_null());
                if waiting.count(txn).await? >= MOST_WAITING {
                    return Err(Failure::Refused("error-member-asks"));
                }
                let request = membership_request::ActiveModel {
                    id: Set(clock.id()),
                    organisation_id: Set(organisation),
                    person_id: Set(person),
                    note: Set(asked.note),
                    language: Set(language.to_string()),
                    asked_at: Set(clock.now()),
                    refused_at: Set(None),
                    reason: Set(String::new()),
                };
                request.insert(txn).await?;
                letters::asked(txn, clock, &row, person, administrators).await?;
                recorder.record(txn, entry(Act::MembershipAsked, &row, person)).await?;
                Ok(())
            })
        })
        .await
}

/// Takes one's request back.
pub async fn withdraw(services: &Services, person: Uuid, organisation: Uuid) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write_again(move |txn| {
            Box::pin(async move {
                let row = edit::held(txn, organisation).await?;
                if delete(txn, its(person, organisation)).await? == 0 {
                    return Err(Failure::NotFound("request"));
                }
                recorder.record(txn, entry(Act::MembershipAskWithdrawn, &row, person)).await?;
                Ok::<_, Failure>(())
            })
        })
        .await
}

/// What a person has asked of an organisation.
fn its(person: Uuid, organisation: Uuid) -> Expr {
    let mine = membership_request::Column::PersonId.eq(person);
    mine.and(membership_request::Column::OrganisationId.eq(organisation))
}

async fn delete(txn: &impl ConnectionTrait, which: Expr) -> Result<u64, Failure> {
    Ok(membership_request::Entity::delete_many().filter(which).exec(txn).await?.rows_affected)
}

/// Lets somebody in who has asked, or refuses them. Whom the team lets in is the first owner.
pub async fn decide(
    services: &Services,
    organisation: Uuid,
    request: Uuid,
    decision: Decision,
    by: By,
) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write_again(move |txn| {
            Box::pin(async move {
                let clock = &recorder.clock;
                let row = match by {
                    By::Owner(person) => held_by_owner(txn, organisation, person).await?,
                    By::Team => edit::held(txn, organisation).await?,
                };
                if by == By::Team && has_owner(txn, organisation).await? {
                    return Err(Failure::NotFound("request"));
                }
                let asked = one(txn, organisation, request).await?;
                let (person, language) = (asked.person_id, language_of(&asked));
                let entry = match decision {
                    Decision::Accept(role) => {
                        held_open(txn, clock, organisation).await?;
                        let role = if by == By::Team { MemberRole::Owner } else { role };
                        let offered = Membership { organisation, role };
                        let (_, role) = let_in(txn, clock, offered, person, language).await?;
                        if by == By::Team {
                            note_check(txn, clock, organisation, CheckKind::Team, "").await?;
                            letters::claimed(txn, clock, &row).await?;
                        }
                        letters::given(txn, clock, &row, person, language, role).await?;
                        entry(Act::MembershipAccepted, &row, person).with("standing", role.as_str())
                    }
                    Decision::Refuse(reason) => {
                        let mut asked = asked.into_active_model();
                        asked.refused_at = Set(Some(clock.now()));
                        asked.reason = Set(reason.clone());
                        asked.update(txn).await?;
                        letters::refused(txn, clock, &row, person, language, reason).await?;
                        entry(Act::MembershipRefused, &row, person)
                    }
                };
                recorder.record(txn, entry).await?;
                Ok(())
            })
        })
        .await
}

fn language_of(row: &membership_request::Model) -> Language {
    Language::parse(&row.language).unwrap_or(Language::English)
}

/// The row of a request of this organisation that waits.
async fn one(
    read: &impl ConnectionTrait,
    organisation: Uuid,
    request: Uuid,
) -> Result<membership_request::Model, Failure> {
    let row = membership_request::Entity::find_by_id(request)
        .filter(membership_request::Column::OrganisationId.eq(organisation))
        .filter(membership_request::Column::RefusedAt.is_null());
    row.one(read).await?.ok_or(Failure::NotFound("request"))
}

/// A request of this organisation that waits for whoever asks for it.
pub async fn by_id(
    services: &Services,
    organisation: Uuid,
    request: Uuid,
    by: By,
) -> Result<Request, Failure> {
    let read = services.db.read();
    if by == By::Team && has_owner(read, organisation).await? {
        return Err(Failure::NotFound("request"));
    }
    let row = one(read, organisation, request).await?;
    whole(read, vec![row]).await?.into_iter().next().ok_or(Failure::NotFound("request"))
}

/// Those who wait for an answer of this organisation, the longest first.
pub async fn waiting(read: &impl ConnectionTrait, organisation: Uuid) -> Result<Vec<Request>, Failure> {
    let rows = membership_request::Entity::find()
        .filter(membership_request::Column::OrganisationId.eq(organisation))
        .filter(membership_request::Column::RefusedAt.is_null())
        .order_by_asc(membership_request::Column::AskedAt);
    whole(read, rows.all(read).await?).await
}

/// What a person has asked for: what waits, and what was refused.
pub async fn of_person(read: &impl ConnectionTrait, person: Uuid) -> Result<Vec<Request>, Failure> {
    let rows = membership_request::Entity::find()
        .filter(membership_request::Column::PersonId.eq(person))
        .order_by_asc(membership_request::Column::AskedAt);
    whole(read, rows.all(read).await?).await
}

/// Those who wait for the team, the longest first, each with the slug and the name of the organisation.
pub async fn for_the_team(services: &Services) -> Result<Vec<(String, String, Request)>, Failure> {
    let read = services.db.read();
    let rows = membership_request::Entity::find()
        .filter(membership_request::Column::RefusedAt.is_null())
        .order_by_asc(membership_request::Column::AskedAt);
    let all = whole(read, rows.all(read).await?).await?;
    let ids = || all.iter().map(|one| one.organisation);
    let owned = rows::having::<membership::Entity>(read, membership::Column::OrganisationId, ids()).await?;
    let owner = MemberRole::Owner.as_str();
    let owned: Vec<Uuid> =
        owned.into_iter().filter(|row| row.role == owner).map(|row| row.organisation_id).collect();
    let bodies =
        rows::by::<organisation::Entity>(read, organisation::Column::Id, ids(), |row| row.id).await?;
    let for_team = all.into_iter().filter(|one| !owned.contains(&one.organisation));
    let named = for_team.filter_map(|one| {
        let body = bodies.get(&one.organisation)?;
        Some((body.slug.clone(), body.name.clone(), one))
    });
    Ok(named.collect())
}

async fn whole(
    read: &impl ConnectionTrait,
    rows: Vec<membership_request::Model>,
) -> Result<Vec<Request>, Failure> {
    let ids = rows.iter().map(|row| row.person_id);
    let people = rows::by::<person::Entity>(read, person::Column::Id, ids, |row| row.id).await?;
    let one = |row: membership_request::Model| {
        let person = people.get(&row.person_id)?;
        Some(Request {
            id: row.id,
            organisation: row.organisation_id,
            name: person.name.clone(),
            email: person.email.clone(),
            proven_at: person.email_proven_at,
            note: row.note,
            asked_at: row.asked_at,
            refused: row.refused_at.map(|at| (at, row.reason)),
        })
    };
    Ok(rows.into_iter().filter_map(one).collect())
}
