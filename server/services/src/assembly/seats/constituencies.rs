//! Constituencies, and how many seats each has.

use std::collections::HashSet;

use domain::assembly::{ConstituencyDetails, SeatDetails};
use domain::audit::{Act, Subject};
use domain::forms::Problem;
use sea_orm::sea_query::LockType;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::assembly::{Assembly, part};
use crate::audit::Entry;
use crate::store::entities::{assembly, constituency, seat, term};
use crate::store::rows;
use crate::{Clock, Failure, Services};

/// Adds a constituency after the others, with its seats numbered from 1.
pub async fn add_constituency(
    services: &Services,
    assembly: &Assembly,
    details: ConstituencyDetails,
) -> Result<Uuid, Failure> {
    let (recorder, assembly) = (services.recorder(), assembly.id);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let whole =
                    assembly::Entity::find_by_id(assembly).lock(LockType::NoKeyUpdate).one(txn).await?;
                whole.ok_or(Failure::NotFound("assembly"))?;
                let last = constituency::Entity::find()
                    .filter(constituency::Column::AssemblyId.eq(assembly))
                    .order_by_desc(constituency::Column::Position);
                let row = constituency::ActiveModel {
                    id: Set(recorder.clock.id()),
                    assembly_id: Set(assembly),
                    position: Set(last.one(txn).await?.map_or(0, |row| row.position + 1)),
                    name: Set(details.name),
                };
                let row = row.insert(txn).await?;
                add_seats(txn, &recorder.clock, &row, 0, details.seats).await?;
                recorder.record(txn, entry(Act::ConstituencyAdded, &row, details.seats)).await?;
                Ok(row.id)
            })
        })
        .await
}

fn entry(act: Act, row: &constituency::Model, seats: u32) -> Entry {
    let entry = part(act, row.assembly_id, Subject::Constituency, row.id);
    entry.with("title", row.name.as_str()).with("count", seats)
}

/// Adds so many seats whose places begin at `from`.
async fn add_seats(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    constituency: &constituency::Model,
    from: i32,
    count: u32,
) -> Result<(), Failure> {
    let rows = (from..).take(count as usize).map(|position| seat::ActiveModel {
        id: Set(clock.id()),
        assembly_id: Set(constituency.assembly_id),
        constituency_id: Set(constituency.id),
        position: Set(position),
        label: Set((position + 1).to_string()),
    });
    seat::Entity::insert_many(rows).exec_without_returning(txn).await?;
    Ok(())
}

/// Renames a constituency and gives it this many seats. Seats that someone has held stay: only those that nobody ever
/// held can be taken away, the last first.
pub async fn change_constituency(
    services: &Services,
    assembly: &Assembly,
    id: Uuid,
    details: ConstituencyDetails,
) -> Result<(), Failure> {
    let (recorder, assembly) = (services.recorder(), assembly.id);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = constituency::Entity::find_by_id(id)
                    .filter(constituency::Column::AssemblyId.eq(assembly))
                    .lock(LockType::NoKeyUpdate)
                    .one(txn)
                    .await?;
                let mut row = row.ok_or(Failure::NotFound("constituency"))?.into_active_model();
                row.name = Set(details.name);
                let row = row.update(txn).await?;
                resize(txn, &recorder.clock, &row, details.seats).await?;
                recorder.record(txn, entry(Act::ConstituencyChanged, &row, details.seats)).await?;
                Ok(())
            })
        })
        .await
}

async fn resize(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    constituency: &constituency::Model,
    wanted: u32,
) -> Result<(), Failure> {
    // Locked, so that nobody is appointed to a seat that is just being taken away.
    let seats = seat::Entity::find()
        .filter(seat::Column::ConstituencyId.eq(constituency.id))
        .order_by_desc(seat::Column::Position)
        .lock(LockType::Update)
        .all(txn)
        .await?;
    let (held, wanted) = (seats.len(), wanted as usize);
    if wanted > held {
        let next = seats.first().map_or(0, |row| row.position + 1);
        return add_seats(txn, clock, constituency, next, (wanted - held) as u32).await;
    }
    if wanted == held {
        return Ok(());
    }
    let terms =
        rows::having::<term::Entity>(txn, term::Column::SeatId, seats.iter().map(|row| row.id)).await?;
    let used: HashSet<Uuid> = terms.into_iter().map(|row| row.seat_id).collect();
    let spare = seats.iter().map(|row| row.id).filter(|seat| !used.contains(seat)).take(held - wanted);
    let spare: Vec<Uuid> = spare.collect();
    if spare.len() < held - wanted {
        let problem = Problem::new("seats", "error-constituency-seats-held").with("least", used.len());
        return Err(problem.into());
    }
    seat::Entity::delete_many().filter(seat::Column::Id.is_in(spare)).exec(txn).await?;
    Ok(())
}

/// Changes what a seat is called.
pub async fn label_seat(
    services: &Services,
    assembly: &Assembly,
    seat: Uuid,
    details: SeatDetails,
) -> Result<(), Failure> {
    let (assembly, recorder) = (assembly.id, services.recorder());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = seat::Entity::find_by_id(seat).filter(seat::Column::AssemblyId.eq(assembly));
                let row = row.one(txn).await?.ok_or(Failure::NotFound("seat"))?;
                let mut row = row.into_active_model();
                row.label = Set(details.label);
                let row = row.update(txn).await?;
                let entry = part(Act::SeatRenamed, assembly, Subject::Seat, row.id);
                recorder.record(txn, entry.with("title", row.label)).await?;
                Ok(())
            })
        })
        .await
}
