//! Who takes part in a call, in figures: all of them for the team, and for everyone a few, without small numbers.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use domain::calls::{CallState, FiguresFrom, shown, zoned};
use domain::responses::{Channel, HeldState, RespondentKind};
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::Call;
use crate::responses::read::standing;
use crate::store::entities::{call_invitee, draft, entry, held_response, response};
use crate::store::rows;
use crate::{Failure, Services, StoreError};

/// The figures that the team sees. What was withdrawn is in none of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    pub responses: u64,
    /// From the first day on which any came to the last, in the zone of the call; days on which none came included.
    pub days: Vec<(NaiveDate, u64)>,
    pub kinds: Vec<(RespondentKind, u64)>,
    /// The largest first.
    pub channels: Vec<(Channel, u64)>,
    /// By the tag under which the store has it, the largest first.
    pub languages: Vec<(String, u64)>,
    /// Drafts that were begun on the pages of the portal, and those of them that were sent.
    pub begun: u64,
    pub sent: u64,
    pub invited: Invited,
}

/// How invitations were taken up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Invited {
    pub all: u64,
    pub begun: u64,
    pub answered: u64,
}

/// A response, as far as it is counted.
type Counted = (String, String, String, DateTime<Utc>);

/// All figures of a call, as they are now.
pub async fn figures(services: &Services, call: &Call) -> Result<Figures, Failure> {
    use response::Column as C;
    let read = services.db.read();
    let rows = standing(call.id).select_only().columns([C::Kind, C::Channel, C::Language, C::SubmittedAt]);
    let rows: Vec<Counted> = rows.into_tuple().all(read).await?;
    // What the team enters for somebody else is a draft too.
    let mut entered = Query::select();
    entered.column(entry::Column::Id).from(entry::Entity).and_where(entry::Column::CallId.eq(call.id));
    let drafts = draft::Entity::find()
        .filter(draft::Column::CallId.eq(call.id))
        .filter(draft::Column::Id.not_in_subquery(entered));
    let sent = drafts.clone().filter(draft::Column::SubmittedAt.is_not_null());
    let gone = withdrawn(read, call.id).await?;
    let day = |at: &DateTime<Utc>| at.with_timezone(&call.zone).date_naive();
    Ok(Figures {
        responses: rows.len() as u64,
        days: filled(&tally(rows.iter().map(|(.., at)| day(at)))),
        kinds: kinds(&tally(rows.iter().map(|(kind, ..)| kind.clone())))?,
        channels: channels(tally(rows.iter().map(|(_, channel, ..)| channel.clone())))?,
        languages: by_size(tally(rows.iter().map(|(_, _, language, _)| language.clone()))),
        begun: drafts.count(read).await?.saturating_sub(gone),
        sent: sent.count(read).await?.saturating_sub(gone),
        invited: invited(read, call).await?,
    })
}

/// How many drafts were sent and withdrawn, as a response or while they were held back.
async fn withdrawn(read: &impl ConnectionTrait, call: Uuid) -> Result<u64, Failure> {
    use held_response::Column as H;
    use response::Column as R;
    let responses = response::Entity::find().filter(R::CallId.eq(call)).filter(R::WithdrawnAt.is_not_null());
    let mut keys: Vec<String> =
        responses.select_only().column(R::IdempotencyKey).into_tuple().all(read).await?;
    let held = held_response::Entity::find().filter(H::CallId.eq(call));
    let held = held.filter(H::State.eq(HeldState::Withdrawn.as_str())).select_only().column(H::Key);
    keys.extend(held.into_tuple::<String>().all(read).await?);
    let drafts = keys.iter().filter_map(|key| key.parse::<Uuid>().ok());
    Ok(rows::having::<draft::Entity>(read, draft::Column::Id, drafts).await?.len() as u64)
}

async fn invited(read: &impl ConnectionTrait, call: &Call) -> Result<Invited, Failure> {
    use call_invitee::Column as C;
    let all = call_invitee::Entity::find().filter(C::CallId.eq(call.id));
    Ok(Invited {
        begun: all.clone().filter(C::Begun.eq(true)).count(read).await?,
        answered: all.clone().filter(C::Answered.eq(true)).count(read).await?,
        all: all.count(read).await?,
    })
}

fn tally<K: Ord>(things: impl Iterator<Item = K>) -> BTreeMap<K, u64> {
    let mut counts = BTreeMap::new();
    for thing in things {
        *counts.entry(thing).or_default() += 1;
    }
    counts
}

/// Every kind of respondent in its order, also one of which there is none.
fn kinds(counts: &BTreeMap<String, u64>) -> Result<Vec<(RespondentKind, u64)>, StoreError> {
    if let Some(unknown) = counts.keys().find(|kind| RespondentKind::parse(kind).is_none()) {
        return Err(StoreError::corrupt("a kind of respondent", unknown.as_str()));
    }
    let count = |kind: &RespondentKind| (*kind, counts.get(kind.as_str()).copied().unwrap_or_default());
    Ok(RespondentKind::ALL.iter().map(count).collect())
}

fn channels(counts: BTreeMap<String, u64>) -> Result<Vec<(Channel, u64)>, StoreError> {
    let known = |(channel, count): (String, u64)| {
        let known = Channel::parse(&channel).ok_or_else(|| StoreError::corrupt("a channel", channel))?;
        Ok((known, count))
    };
    by_size(counts).into_iter().map(known).collect()
}

fn by_size(counts: BTreeMap<String, u64>) -> Vec<(String, u64)> {
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts
}

/// The days between the first and the last, each once.
fn filled(counts: &BTreeMap<NaiveDate, u64>) -> Vec<(NaiveDate, u64)> {
    let (Some(first), Some(last)) = (counts.keys().next(), counts.keys().next_back()) else {
        return Vec::new();
    };
    let days = first.iter_days().take_while(|day| day <= last);
    days.map(|day| (day, counts.get(&day).copied().unwrap_or_default())).collect()
}

/// The figures that everyone sees. A number that is not shown is small, or would give a small one away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicFigures {
    pub responses: u64,
    /// Until the end of which day they are counted, while more can come.
    pub until: Option<NaiveDate>,
    pub kinds: Vec<(RespondentKind, Option<u64>)>,
    pub languages: Vec<(String, Option<u64>)>,
}

/// The figures of a call that everyone may see now, where they may see any: once it has closed, or from its opening where
/// the team says so. Until then only whole days are counted, so that nobody sees a single response come in.
pub async fn public(services: &Services, call: &Call) -> Result<Option<PublicFigures>, Failure> {
    use response::Column as C;
    let now = services.clock.now();
    let open = match call.state(now) {
        CallState::Draft | CallState::Unopened => return Ok(None),
        CallState::Open | CallState::Closed if call.figures_from == FiguresFrom::Closing => return Ok(None),
        CallState::Open | CallState::Closed => true,
        CallState::Analysing | CallState::Outcome | CallState::Archived => false,
    };
    let today = now.with_timezone(&call.zone).date_naive();
    let mut rows = standing(call.id);
    if open {
        let midnight = zoned(today.and_time(NaiveTime::MIN), call.zone).unwrap_or(now);
        rows = rows.filter(C::SubmittedAt.lt(midnight));
    }
    let rows = rows.select_only().column(C::Kind).column(C::Language).column_as(C::Id.count(), "counted");
    let rows = rows.group_by(C::Kind).group_by(C::Language);
    let rows: Vec<(String, String, i64)> = rows.into_tuple().all(services.db.read()).await?;
    let sum = |key: fn(&(String, String, i64)) -> &String| {
        let mut counts: BTreeMap<String, u64> = BTreeMap::new();
        for row in &rows {
            *counts.entry(key(row).clone()).or_default() += row.2 as u64;
        }
        counts
    };
    Ok(Some(PublicFigures {
        responses: rows.iter().map(|row| row.2 as u64).sum(),
        until: today.checked_sub_days(Days::new(1)).filter(|_| open),
        kinds: veiled(kinds(&sum(|row| &row.0))?),
        languages: veiled(by_size(sum(|row| &row.1))),
    }))
}

fn veiled<K>(counts: Vec<(K, u64)>) -> Vec<(K, Option<u64>)> {
    let seen = shown(&counts.iter().map(|(_, count)| *count).collect::<Vec<_>>());
    counts.into_iter().map(|(key, _)| key).zip(seen).collect()
}
