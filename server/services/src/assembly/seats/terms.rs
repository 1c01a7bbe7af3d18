//! Terms: a seat has at most one holder on any day.

use domain::assembly::{SeatTerm, Term};
use domain::forms::Problem;
use sea_orm::sea_query::LockType;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::assembly::Assembly;
use crate::store::entities::{seat, term};
use crate::{Failure, Services};

/// Seats a person and gives the key of the term.
pub async fn appoint(
    services: &Services,
    assembly: &Assembly,
    seat: Uuid,
    typed: SeatTerm,
) -> Result<Uuid, Failure> {
    let (clock, assembly) = (services.clock.clone(), assembly.id);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                check_free(txn, assembly, seat, None, typed.term).await?;
                let row = term::ActiveModel {
                    id: Set(clock.id()),
                    seat_id: Set(seat),
                    holder: Set(typed.holder),
                    capacity: Set(typed.capacity.to_string()),
                    starts_on: Set(typed.term.starts),
                    ends_on: Set(typed.term.ends),
                };
                Ok(row.insert(txn).await?.id)
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
    let assembly = assembly.id;
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = term::Entity::find_by_id(id).one(txn).await?.ok_or(Failure::NotFound("term"))?;
                check_free(txn, assembly, row.seat_id, Some(id), typed.term).await?;
                let mut row = row.into_active_model();
                row.holder = Set(typed.holder);
                row.capacity = Set(typed.capacity.to_string());
                row.starts_on = Set(typed.term.starts);
                row.ends_on = Set(typed.term.ends);
                row.update(txn).await?;
                Ok(())
            })
        })
        .await
}

/// Holds the seat for this transaction and refuses a term in which someone else holds it. `but` is the term that is
/// being changed.
async fn check_free(
    txn: &impl ConnectionTrait,
    assembly: Uuid,
    seat: Uuid,
    but: Option<Uuid>,
    wished: Term,
) -> Result<(), Failure> {
    let row = seat::Entity::find_by_id(seat)
        .filter(seat::Column::AssemblyId.eq(assembly))
        .lock(LockType::NoKeyUpdate)
        .one(txn)
        .await?;
    row.ok_or(Failure::NotFound("seat"))?;
    let terms = term::Entity::find()
        .filter(term::Column::SeatId.eq(seat))
        .order_by_asc(term::Column::StartsOn)
        .all(txn)
        .await?;
    let held = |row: &&term::Model| {
        Some(row.id) != but && Term { starts: row.starts_on, ends: row.ends_on }.overlaps(&wished)
    };
    match terms.iter().find(held) {
        None => Ok(()),
        Some(other) => {
            Err(Problem::new("starts", "error-term-overlaps").with("holder", &other.holder).into())
        }
    }
}
