//! Preparing a call: its texts, its questions, its times.

use chrono_tz::Tz;
use domain::calls::{CallDetails, QuestionDetails, Schedule, slug_of, zoned};
use domain::forms::Problem;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait,
    IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;

use super::Call;
use crate::store::entities::{call, choice, question, response, section};
use crate::{Failure, Services};

/// The zone of a new call.
pub const ZONE: Tz = chrono_tz::Europe::London;

/// How long whoever has begun may go on after closing, in minutes, unless the team says otherwise.
pub const GRACE_MINUTES: u32 = 30;

/// Creates a call that nobody but the team can see yet, and gives its slug.
pub async fn create(services: &Services, details: CallDetails, by: Option<Uuid>) -> Result<String, Failure> {
    let clock = services.clock.clone();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let slug = free_slug(txn, &slug_of(&details.title)).await?;
                let row = call::ActiveModel {
                    id: Set(clock.id()),
                    slug: Set(slug.clone()),
                    kind: Set(details.kind.to_string()),
                    title: Set(details.title),
                    summary: Set(details.summary),
                    title_cy: Set(String::new()),
                    summary_cy: Set(String::new()),
                    remit: Set(details.remit),
                    commissioner: Set(details.commissioner),
                    contact: Set(details.contact),
                    privacy_notice: Set(details.privacy_notice),
                    publication_policy: Set(details.publication_policy),
                    zone: Set(ZONE.name().to_owned()),
                    announced_at: Set(None),
                    opens_at: Set(None),
                    closes_at: Set(None),
                    grace_minutes: Set(GRACE_MINUTES as i32),
                    outcome_at: Set(None),
                    invented: Set(false),
                    preview_token: Set(clock.secret()),
                    created_by: Set(by),
                    created_at: Set(clock.now()),
                    version: Set(1),
                };
                row.insert(txn).await?;
                Ok(slug)
            })
        })
        .await
}

async fn free_slug(txn: &DatabaseTransaction, wished: &str) -> Result<String, Failure> {
    for number in 1.. {
        let slug = if number == 1 { wished.to_owned() } else { format!("{wished}-{number}") };
        if call::Entity::find().filter(call::Column::Slug.eq(&slug)).one(txn).await?.is_none() {
            return Ok(slug);
        }
    }
    Err(Failure::Refused("error-call-title"))
}

/// Changes what a call says. Its kind stays once it is announced: using the wrong one can have legal consequences.
pub async fn change(services: &Services, call: &Call, details: CallDetails) -> Result<(), Failure> {
    if call.times.announced.is_some() && details.kind != call.kind {
        return Err(Problem::new("kind", "error-call-kind-fixed").into());
    }
    update(services, call.id, move |row| {
        row.kind = Set(details.kind.to_string());
        row.title = Set(details.title);
        row.summary = Set(details.summary);
        row.remit = Set(details.remit);
        row.commissioner = Set(details.commissioner);
        row.contact = Set(details.contact);
        row.privacy_notice = Set(details.privacy_notice);
        row.publication_policy = Set(details.publication_policy);
    })
    .await
}

/// Sets when a call opens and closes. Typed times are meant in the call's zone.
pub async fn schedule(services: &Services, call: &Call, schedule: Schedule) -> Result<(), Failure> {
    let opens =
        zoned(schedule.opens, call.zone).ok_or_else(|| Problem::new("opens-date", "error-call-opens"))?;
    let closes =
        zoned(schedule.closes, call.zone).ok_or_else(|| Problem::new("closes-date", "error-call-closes"))?;
    let now = services.clock.now();
    if call.times.opens.is_some_and(|old| old <= now && call.times.announced.is_some())
        && call.times.opens != Some(opens)
    {
        return Err(Problem::new("opens-date", "error-call-already-open").into());
    }
    update(services, call.id, move |row| {
        row.opens_at = Set(Some(opens));
        row.closes_at = Set(Some(closes));
        row.grace_minutes = Set(schedule.grace_minutes as i32);
    })
    .await
}

/// Shows a call to the public: from now on the clock decides its state. It needs times and at least one question.
pub async fn announce(services: &Services, call: &Call) -> Result<(), Failure> {
    if call.times.opens.is_none() || call.times.closes.is_none() {
        return Err(Failure::Refused("error-call-no-times"));
    }
    let questions = question::Entity::find()
        .filter(question::Column::CallId.eq(call.id))
        .count(services.db.read())
        .await?;
    if questions == 0 {
        return Err(Failure::Refused("error-call-no-questions"));
    }
    let now = services.clock.now();
    update(services, call.id, move |row| row.announced_at = Set(Some(now))).await
}

/// Opens an announced call at once.
pub async fn open_now(services: &Services, call: &Call) -> Result<(), Failure> {
    let now = services.clock.now();
    if call.times.closes.is_none_or(|closes| closes <= now) {
        return Err(Failure::Refused("error-call-closes-first"));
    }
    update(services, call.id, move |row| row.opens_at = Set(Some(now))).await?;
    let opened = super::by_id(services, call.id).await?;
    if call.times.announced.is_none() { announce(services, &opened).await } else { Ok(()) }
}

/// Closes an open call at once. Whoever has begun has the grace that was stated.
pub async fn close_now(services: &Services, call: &Call) -> Result<(), Failure> {
    let now = services.clock.now();
    if !call.times.may_begin(now) {
        return Err(Failure::Refused("error-call-not-open"));
    }
    update(services, call.id, move |row| row.closes_at = Set(Some(now))).await
}

/// Says that the outcome is published.
pub async fn publish_outcome(services: &Services, call: &Call) -> Result<(), Failure> {
    let now = services.clock.now();
    if call.times.closes.is_none_or(|closes| closes > now) {
        return Err(Failure::Refused("error-call-still-open"));
    }
    update(services, call.id, move |row| row.outcome_at = Set(Some(now))).await
}

async fn update(
    services: &Services,
    call: Uuid,
    change: impl FnOnce(&mut call::ActiveModel) + Send + 'static,
) -> Result<(), Failure> {
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = call::Entity::find_by_id(call).one(txn).await?.ok_or(Failure::NotFound("call"))?;
                let version = row.version;
                let mut row = row.into_active_model();
                change(&mut row);
                row.version = Set(version + 1);
                row.update(txn).await?;
                Ok(())
            })
        })
        .await
}

/// Adds a section at the end.
pub async fn add_section(
    services: &Services,
    call: Uuid,
    title: String,
    intro: String,
) -> Result<Uuid, Failure> {
    let id = services.clock.id();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let last =
                    section::Entity::find().filter(section::Column::CallId.eq(call)).count(txn).await?;
                let row = section::ActiveModel {
                    id: Set(id),
                    call_id: Set(call),
                    position: Set(last as i32),
                    title: Set(title),
                    intro: Set(intro),
                };
                row.insert(txn).await?;
                Ok(id)
            })
        })
        .await
}

/// Changes a section's words.
pub async fn change_section(
    services: &Services,
    call: Uuid,
    id: Uuid,
    title: String,
    intro: String,
) -> Result<(), Failure> {
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row =
                    section::Entity::find_by_id(id).filter(section::Column::CallId.eq(call)).one(txn).await?;
                let mut row = row.ok_or(Failure::NotFound("section"))?.into_active_model();
                row.title = Set(title);
                row.intro = Set(intro);
                row.update(txn).await?;
                Ok(())
            })
        })
        .await
}

/// Adds a question at the end of its section, or changes the one with this id. Once responses are in, a question keeps
/// its kind, its choices and its place: an answer must stay an answer to what was asked.
pub async fn put_question(
    services: &Services,
    call: Uuid,
    id: Option<Uuid>,
    details: QuestionDetails,
) -> Result<Uuid, Failure> {
    let clock = services.clock.clone();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let answered =
                    response::Entity::find().filter(response::Column::CallId.eq(call)).count(txn).await? > 0;
                let held = match id {
                    Some(id) => {
                        let row = question::Entity::find_by_id(id)
                            .filter(question::Column::CallId.eq(call))
                            .one(txn)
                            .await?;
                        Some(row.ok_or(Failure::NotFound("question"))?)
                    }
                    None if answered => return Err(Failure::Refused("error-question-answered")),
                    None => None,
                };
                let position = match &held {
                    Some(row) => row.position,
                    None => {
                        question::Entity::find().filter(question::Column::CallId.eq(call)).count(txn).await?
                            as i32
                    }
                };
                let id = held.as_ref().map_or_else(|| clock.id(), |row| row.id);
                if let Some(held) = &held
                    && answered
                    && (held.kind != details.kind.as_str() || held.section_id != details.section)
                {
                    return Err(Problem::new("kind", "error-question-answered").into());
                }
                let asked_if =
                    details.asked_if.as_ref().and_then(|condition| serde_json::to_string(condition).ok());
                let row = question::ActiveModel {
                    id: Set(id),
                    call_id: Set(call),
                    section_id: Set(details.section),
                    position: Set(position),
                    kind: Set(details.kind.to_string()),
                    title: Set(details.title),
                    help: Set(details.help),
                    required: Set(details.required),
                    word_limit: Set(details.word_limit.map(|limit| limit as i32)),
                    asked_if: Set(asked_if),
                };
                if held.is_some() {
                    row.update(txn).await?;
                } else {
                    row.insert(txn).await?;
                }
                put_choices(txn, &clock, id, details.choices, answered).await?;
                Ok(id)
            })
        })
        .await
}

/// Keeps the choices whose label stays, so that conditions and answers that point at them still do.
async fn put_choices(
    txn: &DatabaseTransaction,
    clock: &crate::Clock,
    question: Uuid,
    labels: Vec<String>,
    answered: bool,
) -> Result<(), Failure> {
    let held = choice::Entity::find().filter(choice::Column::QuestionId.eq(question)).all(txn).await?;
    let same =
        held.len() == labels.len() && labels.iter().all(|label| held.iter().any(|row| row.label == *label));
    if answered && !same {
        return Err(Problem::new("choices", "error-question-answered").into());
    }
    for gone in held.iter().filter(|row| !labels.contains(&row.label)) {
        choice::Entity::delete_by_id(gone.id).exec(txn).await?;
    }
    for (position, label) in labels.into_iter().enumerate() {
        let position = position as i32;
        if let Some(row) = held.iter().find(|row| row.label == label) {
            let mut row = row.clone().into_active_model();
            row.position = Set(position);
            row.update(txn).await?;
        } else {
            let row = choice::ActiveModel {
                id: Set(clock.id()),
                question_id: Set(question),
                position: Set(position),
                label: Set(label),
            };
            row.insert(txn).await?;
        }
    }
    Ok(())
}

/// Moves a question one place up (`-1`) or down (`1`) among those of its section. A move past the question that
/// decides whether it is asked is refused.
pub async fn move_question(services: &Services, call: Uuid, id: Uuid, by: i32) -> Result<(), Failure> {
    let form = super::questionnaire(services.db.read(), call).await?;
    let at = form.questions.iter().position(|q| q.id == id).ok_or(Failure::NotFound("question"))?;
    let other = at.checked_add_signed(by.signum() as isize).and_then(|other| form.questions.get(other));
    let Some(other) = other.filter(|other| other.section == form.questions[at].section) else {
        return Ok(());
    };
    let (first, second) = if by < 0 { (&form.questions[at], other) } else { (other, &form.questions[at]) };
    if first.asked_if.as_ref().is_some_and(|condition| condition.question == second.id) {
        return Err(Failure::Refused("error-question-asked-if"));
    }
    let other = other.id;
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let a =
                    question::Entity::find_by_id(id).one(txn).await?.ok_or(Failure::NotFound("question"))?;
                let b = question::Entity::find_by_id(other)
                    .one(txn)
                    .await?
                    .ok_or(Failure::NotFound("question"))?;
                let (mut a_new, mut b_new) = (a.clone().into_active_model(), b.clone().into_active_model());
                a_new.position = Set(b.position);
                b_new.position = Set(a.position);
                a_new.update(txn).await?;
                b_new.update(txn).await?;
                Ok(())
            })
        })
        .await
}

/// Takes a question out. One that was answered, or that decides whether another is asked, stays.
pub async fn remove_question(services: &Services, call: Uuid, id: Uuid) -> Result<(), Failure> {
    let form = super::questionnaire(services.db.read(), call).await?;
    if form.questions.iter().any(|q| q.asked_if.as_ref().is_some_and(|condition| condition.question == id)) {
        return Err(Failure::Refused("error-question-decides"));
    }
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                if response::Entity::find().filter(response::Column::CallId.eq(call)).count(txn).await? > 0 {
                    return Err(Failure::Refused("error-question-answered"));
                }
                let mine = question::Entity::delete_many()
                    .filter(question::Column::Id.eq(id))
                    .filter(question::Column::CallId.eq(call));
                mine.exec(txn).await?;
                renumber(txn, call).await
            })
        })
        .await
}

async fn renumber(txn: &impl ConnectionTrait, call: Uuid) -> Result<(), Failure> {
    let rows = question::Entity::find()
        .filter(question::Column::CallId.eq(call))
        .order_by_asc(question::Column::Position);
    for (position, row) in rows.all(txn).await?.into_iter().enumerate() {
        let mut row = row.into_active_model();
        row.position = Set(position as i32);
        row.update(txn).await?;
    }
    Ok(())
}
