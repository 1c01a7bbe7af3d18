//! Writing decisions down.

use domain::assembly::DecisionDetails;
use domain::audit::{Act, Subject};
use domain::forms::Problem;
use domain::mail::{Followed, NewsKind};
use sea_orm::sea_query::LockType;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::assembly::meetings::Meeting;
use crate::assembly::meetings::agenda::{check_begun, item_of};
use crate::assembly::{Assembly, part};
use crate::audit::Entry;
use crate::follow::{self, News};
use crate::store::entities::{assembly, call, citation, decision, finding, meeting, recommendation};
use crate::store::rows;
use crate::{Clock, Failure, Services};

/// Writes down a decision taken on an agenda item, on the day of its meeting, and gives its number.
pub async fn decide(
    services: &Services,
    meeting: &Meeting,
    item: Uuid,
    details: DecisionDetails,
) -> Result<u32, Failure> {
    check_begun(services, meeting)?;
    let recorder = services.recorder();
    let day = meeting.starts_at.with_timezone(&meeting.zone).date_naive();
    let (assembly, meeting) = (meeting.assembly, meeting.id);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let whole =
                    assembly::Entity::find_by_id(assembly).lock(LockType::NoKeyUpdate).one(txn).await?;
                whole.ok_or(Failure::NotFound("assembly"))?;
                item_of(txn, meeting, item).await?;
                let last = decision::Entity::find()
                    .filter(decision::Column::AssemblyId.eq(assembly))
                    .order_by_desc(decision::Column::Number);
                let mut row = decision::ActiveModel {
                    id: Set(recorder.clock.id()),
                    assembly_id: Set(assembly),
                    agenda_item_id: Set(item),
                    number: Set(last.one(txn).await?.map_or(1, |row| row.number + 1)),
                    decided_on: Set(day),
                    ..Default::default()
                };
                write(&mut row, &details);
                check(txn, &details).await?;
                let row = row.insert(txn).await?;
                cite(txn, &recorder.clock, row.id, &details).await?;
                tell(txn, &recorder.clock, meeting, &row, &details.recommendations).await?;
                recorder.record(txn, entry(Act::DecisionTaken, &row)).await?;
                Ok(row.number as u32)
            })
        })
        .await
}

/// Tells the followers of the assembly, and of the recommendations that a decision cites, where its meeting is public.
async fn tell(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    meeting: Uuid,
    row: &decision::Model,
    cited: &[Uuid],
) -> Result<(), Failure> {
    let meeting = meeting::Entity::find_by_id(meeting).one(txn).await?;
    if meeting.is_none_or(|meeting| meeting.published_at.is_none()) {
        return Ok(());
    }
    let assembly = follow::Subject::row(Followed::Assembly, row.assembly_id);
    let cited = cited.iter().map(|id| follow::Subject::row(Followed::Recommendation, *id));
    let about = std::iter::once(assembly).chain(cited);
    follow::tell(txn, clock, News::once(NewsKind::DecisionTaken, row.id, about)).await
}

fn entry(act: Act, row: &decision::Model) -> Entry {
    let entry = part(act, row.assembly_id, Subject::Decision, row.id);
    entry.with("title", row.title.as_str()).with("number", row.number)
}

/// Puts right what was written down. The number, the day and the agenda item stay.
pub async fn correct(
    services: &Services,
    assembly: &Assembly,
    number: u32,
    typed: DecisionDetails,
) -> Result<(), Failure> {
    let (recorder, assembly) = (services.recorder(), assembly.id);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let held = row(txn, assembly, number).await?;
                let id = held.id;
                let mut held = held.into_active_model();
                write(&mut held, &typed);
                check(txn, &typed).await?;
                let held = held.update(txn).await?;
                cite(txn, &recorder.clock, id, &typed).await?;
                recorder.record(txn, entry(Act::DecisionCorrected, &held)).await?;
                Ok(())
            })
        })
        .await
}

/// What was typed about a decision, for its form.
pub async fn details(
    services: &Services,
    assembly: &Assembly,
    number: u32,
) -> Result<DecisionDetails, Failure> {
    let read = services.db.read();
    let row = row(read, assembly.id, number).await?;
    let cited = rows::having::<citation::Entity>(read, citation::Column::DecisionId, [row.id]).await?;
    Ok(DecisionDetails {
        title: row.title,
        text: row.text,
        votes_for: row.votes_for as u32,
        votes_against: row.votes_against as u32,
        abstained: row.abstained as u32,
        dissent: row.dissent,
        findings: cited.iter().filter_map(|row| row.finding_id).collect(),
        recommendations: cited.iter().filter_map(|row| row.recommendation_id).collect(),
        call: row.call_id,
    })
}

async fn row(read: &impl ConnectionTrait, assembly: Uuid, number: u32) -> Result<decision::Model, Failure> {
    let row = decision::Entity::find()
        .filter(decision::Column::AssemblyId.eq(assembly))
        .filter(decision::Column::Number.eq(number as i32))
        .one(read)
        .await?;
    row.ok_or(Failure::NotFound("decision"))
}

fn write(row: &mut decision::ActiveModel, typed: &DecisionDetails) {
    row.title = Set(typed.title.clone());
    row.text = Set(typed.text.clone());
    row.votes_for = Set(typed.votes_for as i32);
    row.votes_against = Set(typed.votes_against as i32);
    row.abstained = Set(typed.abstained as i32);
    row.dissent = Set(typed.dissent.clone());
    row.call_id = Set(typed.call);
}

/// A decision cites something, and all that it names is there.
async fn check(txn: &impl ConnectionTrait, typed: &DecisionDetails) -> Result<(), Failure> {
    if typed.findings.is_empty() && typed.recommendations.is_empty() {
        return Err(Problem::new("finding", "error-decision-cites-nothing").into());
    }
    let wished = typed.findings.iter().copied();
    let found = rows::by::<finding::Entity>(txn, finding::Column::Id, wished, |row| row.id).await?;
    if typed.findings.iter().any(|id| !found.contains_key(id)) {
        return Err(Failure::NotFound("finding"));
    }
    let (column, wished) = (recommendation::Column::Id, typed.recommendations.iter().copied());
    let found = rows::by::<recommendation::Entity>(txn, column, wished, |row| row.id).await?;
    if typed.recommendations.iter().any(|id| !found.contains_key(id)) {
        return Err(Failure::NotFound("recommendation"));
    }
    if let Some(put) = typed.call
        && call::Entity::find_by_id(put).one(txn).await?.is_none()
    {
        return Err(Failure::NotFound("call"));
    }
    Ok(())
}

/// Makes a decision cite exactly what was typed.
async fn cite(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    decision: Uuid,
    typed: &DecisionDetails,
) -> Result<(), Failure> {
    citation::Entity::delete_many().filter(citation::Column::DecisionId.eq(decision)).exec(txn).await?;
    let findings = typed.findings.iter().map(|id| (Some(*id), None));
    let recommendations = typed.recommendations.iter().map(|id| (None, Some(*id)));
    let rows = findings.chain(recommendations).map(|(finding, recommendation)| citation::ActiveModel {
        id: Set(clock.id()),
        decision_id: Set(decision),
        finding_id: Set(finding),
        recommendation_id: Set(recommendation),
    });
    citation::Entity::insert_many(rows).exec_without_returning(txn).await?;
    Ok(())
}
