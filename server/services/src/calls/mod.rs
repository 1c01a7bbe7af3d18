//! Calls: reading them; in [`edit`] preparing, opening and closing them; and in [`approvals`] whatever takes two people.

pub mod approvals;
pub mod bank;
mod closings;
mod corrections;
mod counts;
pub mod edit;
pub mod figures;
pub mod finder;
mod forms;
pub mod invitees;
pub mod late;
pub mod materials;
mod questionnaire;
mod ready_made;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use domain::Language;
use domain::calls::{
    CallKind, CallState, Caution, FiguresFrom, Keywords, Plan, PrivacyNotice, Times, cautions,
};
use sea_orm::sea_query::LockType;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::store::entities::call;
use crate::{Failure, Services, StoreError};

pub use closings::Closing;
pub(crate) use corrections::{wording_now, wordings_now};
pub use counts::{Counts, counts};
pub use domain::calls::{Questionnaire, Section};
pub use forms::{Forms, closings, form};
pub(crate) use questionnaire::numbers;
pub use questionnaire::questionnaire;
pub use ready_made::ready_made;

/// A call as everyone but its editors needs it.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    pub id: Uuid,
    pub slug: String,
    pub kind: CallKind,
    pub title: String,
    pub summary: String,
    /// Empty where the team has given none in Welsh.
    pub title_cy: String,
    pub summary_cy: String,
    pub remit: String,
    pub commissioner: String,
    pub contact: String,
    pub privacy_notice: PrivacyNotice,
    pub publication_policy: String,
    pub zone: Tz,
    pub times: Times,
    /// Whether its content was invented for a demonstration.
    pub invented: bool,
    pub preview_token: String,
    /// Another one after each change to the call or its form.
    pub version: i32,
    /// Whether what can hardly be taken back takes two people ([`approvals`]).
    pub two_people: bool,
    /// When its later stages are expected.
    pub plan: Plan,
    /// By what people find it.
    pub keywords: Keywords,
    /// Why it runs for less than twelve weeks, or over a holiday; empty where it does neither.
    pub run_reason: String,
    /// Whether it is for those alone who were invited, until its outcome is published.
    pub private: bool,
    /// From when everyone sees its figures.
    pub figures_from: FiguresFrom,
}

impl Call {
    /// Its state at this instant.
    pub fn state(&self, now: DateTime<Utc>) -> CallState {
        self.times.state(now)
    }

    /// Whether nobody is to know of it but the team and, once it is announced, whoever was invited to it.
    pub fn is_hidden(&self, now: DateTime<Utc>) -> bool {
        let state = self.state(now);
        state == CallState::Draft || (self.private && state < CallState::Outcome)
    }

    /// What is worth a second thought about when it runs; nothing while it has no times.
    pub fn cautions(&self) -> Vec<Caution> {
        let day = |at: DateTime<Utc>| at.with_timezone(&self.zone).date_naive();
        match (self.times.opens, self.times.closes) {
            (Some(opens), Some(closes)) => cautions(day(opens), day(closes)),
            _ => Vec::new(),
        }
    }

    /// What its short link ends with: the last thirty bits of its key, which are chance, in letters and figures that nobody
    /// takes for another (Crockford's base 32).
    pub fn short(&self) -> String {
        const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
        let key = self.id.as_u128();
        (0..6).rev().map(|place| char::from(LETTERS[(key >> (5 * place)) as usize & 31])).collect()
    }

    /// Its title in a language, or in English where the team has given no other.
    pub fn title_in(&self, language: Language) -> &str {
        match language {
            Language::Welsh if !self.title_cy.is_empty() => &self.title_cy,
            _ => &self.title,
        }
    }
}

impl TryFrom<call::Model> for Call {
    type Error = StoreError;

    fn try_from(row: call::Model) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id,
            kind: CallKind::parse(&row.kind)
                .ok_or_else(|| StoreError::corrupt("a kind of call", &row.kind))?,
            zone: row.zone.parse().map_err(|_| StoreError::corrupt("a time zone", &row.zone))?,
            times: Times {
                announced: row.announced_at,
                opens: row.opens_at,
                closes: row.closes_at,
                grace_minutes: u32::try_from(row.grace_minutes).unwrap_or_default(),
                outcome: row.outcome_at,
                archived: row.archived_at,
            },
            slug: row.slug,
            title: row.title,
            summary: row.summary,
            title_cy: row.title_cy,
            summary_cy: row.summary_cy,
            remit: row.remit,
            commissioner: row.commissioner,
            contact: row.contact,
            privacy_notice: serde_json::from_str(&row.privacy_notice)
                .map_err(|_| StoreError::corrupt("a privacy notice", &row.privacy_notice))?,
            publication_policy: row.publication_policy,
            invented: row.invented,
            preview_token: row.preview_token,
            version: row.version,
            two_people: row.two_people,
            run_reason: row.run_reason,
            private: row.private,
            figures_from: if row.early_figures { FiguresFrom::Opening } else { FiguresFrom::Closing },
            keywords: serde_json::from_str(&row.keywords)
                .map_err(|_| StoreError::corrupt("the keywords of a call", &row.keywords))?,
            plan: serde_json::from_str(&row.plan).map_err(|_| StoreError::corrupt("a plan", &row.plan))?,
        })
    }
}

/// Every call that was announced to everyone, the one that closes last first.
pub async fn announced(services: &Services) -> Result<Vec<Call>, Failure> {
    let now = services.clock.now();
    let calls = all(services).await?;
    Ok(calls.into_iter().filter(|call| !call.is_hidden(now)).collect())
}

/// Every call, drafts included, the one that closes last first.
pub async fn all(services: &Services) -> Result<Vec<Call>, Failure> {
    let rows = call::Entity::find().order_by_desc(call::Column::ClosesAt).order_by_desc(call::Column::Id);
    let rows = rows.all(services.db.read()).await?;
    Ok(rows.into_iter().map(Call::try_from).collect::<Result<_, _>>()?)
}

/// The call with this slug, announced or not.
pub async fn by_slug(services: &Services, slug: &str) -> Result<Call, Failure> {
    let row = call::Entity::find().filter(call::Column::Slug.eq(slug)).one(services.db.read()).await?;
    Ok(row.ok_or(Failure::NotFound("call"))?.try_into()?)
}

/// The call that was announced to everyone to which this short link leads. Should two have the same, it leads to the older.
pub async fn by_short(services: &Services, short: &str) -> Result<Call, Failure> {
    let short = short.to_lowercase();
    let found = announced(services).await?.into_iter().filter(|call| call.short() == short);
    found.min_by_key(|call| call.id).ok_or(Failure::NotFound("call"))
}

/// The call with this id.
pub async fn by_id(services: &Services, id: Uuid) -> Result<Call, Failure> {
    let row = call::Entity::find_by_id(id).one(services.db.read()).await?;
    Ok(row.ok_or(Failure::NotFound("call"))?.try_into()?)
}

/// The call as it is now, held for this transaction. Not with the strongest lock: responses that are coming in point at the
/// call and must not wait.
pub(crate) async fn held(txn: &impl ConnectionTrait, id: Uuid) -> Result<Call, Failure> {
    let row = call::Entity::find_by_id(id).lock(LockType::NoKeyUpdate).one(txn).await?;
    Ok(row.ok_or(Failure::NotFound("call"))?.try_into()?)
}

/// The call that this private link previews.
pub async fn by_preview(services: &Services, token: &str) -> Result<Call, Failure> {
    let row =
        call::Entity::find().filter(call::Column::PreviewToken.eq(token)).one(services.db.read()).await?;
    Ok(row.ok_or(Failure::NotFound("call"))?.try_into()?)
}
