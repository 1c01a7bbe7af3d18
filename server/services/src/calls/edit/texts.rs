//! What a call says.

use chrono_tz::Tz;
use domain::audit::Act;
use domain::calls::{CallDetails, Keywords, Plan, WelshTexts, slug_of};
use domain::forms::Problem;
use domain::people::{Action, Grant, Role, Scope};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, SqlErr,
};
use uuid::Uuid;

use super::super::materials::{self, Material};
use super::super::{Call, Questionnaire, questionnaire};
use crate::audit::Entry;
use crate::people::roles;
use crate::store::entities::call;
use crate::{Clock, Failure, Services, StoreError};

/// The zone of a new call.
pub const ZONE: Tz = chrono_tz::Europe::London;

/// How long whoever has begun may go on after closing, in minutes, unless the team says otherwise.
pub const GRACE_MINUTES: u32 = 30;

/// How often a new call looks for a free address while others take the one it found.
const TRIES: u32 = 10;

/// Addresses under `/team/calls/` that are pages of their own.
const TAKEN: &[&str] = &["new"];

/// Creates a call that nobody but the team can see yet, and gives its slug. Whoever creates it owns it.
pub async fn create(services: &Services, details: CallDetails, by: Option<Uuid>) -> Result<String, Failure> {
    let (form, keywords) = (Questionnaire::default(), Keywords::default());
    make(services, New { details, by, form, keywords, materials: Vec::new(), private: false }).await
}

/// Creates a call that begins as another: with its form and the documents beside it, and with its texts where `details` have
/// none. Times, people and whatever came in stay with the other.
pub async fn create_like(
    services: &Services,
    details: CallDetails,
    like: &Call,
    by: Option<Uuid>,
) -> Result<String, Failure> {
    let or = |text: String, other: &String| if text.is_empty() { other.clone() } else { text };
    let details = CallDetails {
        summary: or(details.summary, &like.summary),
        remit: or(details.remit, &like.remit),
        commissioner: or(details.commissioner, &like.commissioner),
        contact: or(details.contact, &like.contact),
        publication_policy: or(details.publication_policy, &like.publication_policy),
        privacy_notice: like.privacy_notice.clone(),
        ..details
    };
    let (held, materials) = beside(services, like).await?;
    let form = held.copied(|| services.clock.id());
    let materials = moved(materials, &held, &form);
    // What was for some alone must not be for all by a copy.
    let (keywords, private) = (like.keywords.clone(), like.private);
    make(services, New { details, by, form, keywords, materials, private }).await
}

/// The form of a call and the documents that stand beside it.
async fn beside(services: &Services, call: &Call) -> Result<(Questionnaire, Vec<Material>), Failure> {
    let read = services.db.read();
    Ok((questionnaire(read, call.id).await?, materials::of_call(read, call.id).await?))
}

/// Documents beside the same questions of a copy, which are in the same places.
fn moved(mut all: Vec<Material>, held: &Questionnaire, copy: &Questionnaire) -> Vec<Material> {
    for material in &mut all {
        let place = |id| held.questions.iter().position(|asked| asked.id == id);
        let asked = material.question.and_then(place).and_then(|at| copy.questions.get(at));
        material.question = asked.map(|asked| asked.id);
    }
    all
}

/// What a new call is made of.
#[derive(Clone)]
struct New {
    details: CallDetails,
    by: Option<Uuid>,
    form: Questionnaire,
    keywords: Keywords,
    materials: Vec<Material>,
    private: bool,
}

/// Two may look for a free address at one moment, and find the same.
async fn make(services: &Services, new: New) -> Result<String, Failure> {
    for _ in 1..TRIES {
        match insert(services, new.clone()).await {
            Err(Failure::Store(StoreError::Database(error)))
                if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => {}
            done => return done,
        }
    }
    insert(services, new).await
}

async fn insert(services: &Services, new: New) -> Result<String, Failure> {
    let New { details, by, form, keywords, materials, private } = new;
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let slug = free_slug(txn, &slug_of(&details.title)).await?;
                let row = new_row(&recorder.clock, slug.clone(), details, &keywords, by)?;
                let row = call::ActiveModel { private: Set(private), ..row }.insert(txn).await?;
                let call = Call::try_from(row)?;
                super::write_form(txn, call.id, &form).await?;
                materials::write_copied(txn, &recorder.clock, call.id, &materials).await?;
                recorder.record(txn, Entry::of_call(Act::CallCreated, &call)).await?;
                let owner = Grant { role: Role::Owner, scope: Scope::Call(call.id) };
                roles::run_what_is_made(txn, &recorder, owner, Action::RunCall).await?;
                Ok(slug)
            })
        })
        .await
}

fn new_row(
    clock: &Clock,
    slug: String,
    details: CallDetails,
    keywords: &Keywords,
    by: Option<Uuid>,
) -> Result<call::ActiveModel, Failure> {
    Ok(call::ActiveModel {
        id: Set(clock.id()),
        slug: Set(slug),
        kind: Set(details.kind.to_string()),
        title: Set(details.title),
        summary: Set(details.summary),
        title_cy: Set(String::new()),
        summary_cy: Set(String::new()),
        remit: Set(details.remit),
        commissioner: Set(details.commissioner),
        contact: Set(details.contact),
        privacy_notice: Set(stored(&details.privacy_notice)?),
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
        two_people: Set(false),
        run_reason: Set(String::new()),
        archived_at: Set(None),
        plan: Set(stored(&Plan::default())?),
        keywords: Set(stored(keywords)?),
        private: Set(false),
        early_figures: Set(false),
    })
}

/// A privacy notice, a plan or keywords as the store keeps it.
fn stored(value: &impl serde::Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::corrupt("a call", error.to_string()))
}

/// Says when the later stages of a call are expected.
pub async fn plan(services: &Services, call: &Call, plan: Plan) -> Result<(), Failure> {
    super::update(services, call.id, Act::CallChanged, move |_, row| {
        row.plan = Set(stored(&plan)?);
        Ok(())
    })
    .await
}

/// Says by what people find a call.
pub async fn keywords(services: &Services, call: &Call, keywords: Keywords) -> Result<(), Failure> {
    super::update(services, call.id, Act::CallChanged, move |_, row| {
        row.keywords = Set(stored(&keywords)?);
        Ok(())
    })
    .await
}

/// Says whether a call is for those alone who were invited. Once it is announced that stays: what was public cannot be
/// hidden, and who answered in confidence is not to be surprised.
pub async fn set_private(services: &Services, call: &Call, private: bool) -> Result<(), Failure> {
    let act = if private { Act::CallMadePrivate } else { Act::CallMadePublic };
    super::update(services, call.id, act, move |held, row| {
        if held.times.announced.is_some() {
            return Err(Failure::Refused("error-call-private-announced"));
        }
        row.private = Set(private);
        Ok(())
    })
    .await
}

/// Says whether everyone sees figures of a call while it is open.
pub async fn set_early_figures(services: &Services, call: &Call, early: bool) -> Result<(), Failure> {
    let act = if early { Act::EarlyFiguresSet } else { Act::EarlyFiguresEnded };
    super::update(services, call.id, act, move |_, row| {
        row.early_figures = Set(early);
        Ok(())
    })
    .await
}

async fn free_slug(txn: &DatabaseTransaction, wished: &str) -> Result<String, Failure> {
    for number in 1_u32.. {
        let slug = if number == 1 { wished.to_owned() } else { format!("{wished}-{number}") };
        let held = call::Entity::find().filter(call::Column::Slug.eq(&slug)).one(txn).await?;
        if held.is_none() && !TAKEN.contains(&slug.as_str()) {
            return Ok(slug);
        }
    }
    Err(Failure::Refused("error-call-title"))
}

/// Changes what a call says. Its address stays for life, and its kind stays once it is announced: using the wrong one
/// can have legal consequences.
pub async fn change(
    services: &Services,
    call: &Call,
    details: CallDetails,
    welsh: WelshTexts,
) -> Result<(), Failure> {
    super::update(services, call.id, Act::CallChanged, move |held, row| {
        if held.times.announced.is_some() && details.kind != held.kind {
            return Err(Problem::new("kind", "error-call-kind-fixed").into());
        }
        row.kind = Set(details.kind.to_string());
        row.title = Set(details.title);
        row.summary = Set(details.summary);
        row.title_cy = Set(welsh.title);
        row.summary_cy = Set(welsh.summary);
        row.remit = Set(details.remit);
        row.commissioner = Set(details.commissioner);
        row.contact = Set(details.contact);
        row.privacy_notice = Set(stored(&details.privacy_notice)?);
        row.publication_policy = Set(details.publication_policy);
        Ok(())
    })
    .await
}

/// Makes a new private link to the preview; the old one opens nothing any more.
pub async fn new_preview_link(services: &Services, call: Uuid) -> Result<(), Failure> {
    let secret = services.clock.secret();
    super::update(services, call, Act::PreviewLinkRenewed, move |_, row| {
        row.preview_token = Set(secret);
        Ok(())
    })
    .await
}
