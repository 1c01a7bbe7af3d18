//! Terms: a seat has at most one holder on any day.

use domain::assembly::{SeatTerm, Term};
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
use crate::store::entities::{seat, term};
use crate::{Failure, Services};

/// Seats a person and gives the key of the term.
pub async fn appoint(
    services: &Services,
    assembly: &Assembly,
    seat: Uuid,
    typed: SeatTerm,
) -> Result<Uuid, Failure> {
    let (recorder, assembly) = (services.recorder(), assembly.id);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let on = check_free(txn, assembly, seat, None, typed.term).await?;
                let row = term::ActiveModel {
                    id: Set(recorder.clock.id()),
                    seat_id: Set(seat),
                    holder: Set(typed.holder),
                    capacity: Set(typed.capacity.to_string()),
                    starts_on: Set(typed.term.starts),
                    ends_on: Set(typed.term.ends),
                };
                let row = row.insert(txn).await?;
                recorder.record(txn, entry(Act::TermAdded, &on, &row)).await?;
                Ok(row.id)
            })
        })
        .await
}

/// Changes a term: to end it, or to put right what was typed.
pub async fn change_term(
    services: &Services,
    assembly: &Assembly,
    id: Uuid,
    typed: SeatTerm,
) -> Result<(), Failure> {
    let (assembly, recorder) = (assembly.id, services.recorder());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = term::Entity::find_by_id(id).one(txn).await?.ok_or(Failure::NotFound("term"))?;
                let on = check_free(txn, assembly, row.seat_id, Some(id), typed.term).await?;
                let mut row = row.into_active_model();
                row.holder = Set(typed.holder);
                row.capacity = Set(typed.capacity.to_string());
                row.starts_on = Set(typed.term.starts);
                row.ends_on = Set(typed.term.ends);
                let row = row.update(txn).await?;
                recorder.record(txn, entry(Act::TermChanged, &on, &row)).await?;
                Ok(())
            })
        })
        .await
}

/// An act on a term on its way into the audit. Whoever holds the seat is looked up when it is read.
fn entry(act: Act, seat: &seat::Model, term: &term::Model) -> Entry {
    let entry = part(act, seat.assembly_id, Subject::Term, term.id).with("title", seat.label.as_str());
    let entry = entry.with("starts", term.starts_on.to_string());
    match term.ends_on {
        Some(ends) => entry.with("ends", ends.to_string()),
        None => entry,
    }
}

/// Holds the seat for this transaction and refuses a term in which someone else holds it. `but` is the term that is
/// being changed.
async fn check_free(
    txn: &impl ConnectionTrait,
    assembly: Uuid,
    seat: Uuid,
    but: Option<Uuid>,
    wished: Term,
) -> Result<seat::Model, Failure> {
    let row = seat::Entity::find_by_id(seat)
        .filter(seat::Column::AssemblyId.eq(assembly))
        .lock(LockType::NoKeyUpdate)
        .one(txn)
        .await?;
    let row = row.ok_or(Failure::NotFound("seat"))?;
    let terms = term::Entity::find()
        .filter(term::Column::SeatId.eq(seat))
        .order_by_asc(term::Column::StartsOn)
        .all(txn)
        .await?;
    let held = |row: &&term::Model| {
        Some(row.id) != but && Term { starts: row.starts_on, ends: row.ends_on }.overlaps(&wished)
    };
    match terms.iter().find(held) {
        None => Ok(row),
        Some(other) => {
            Err(Problem::new("starts", "error-term-overlaps").with("holder", &other.holder).into())
        }
    }
}
