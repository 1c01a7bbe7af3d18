//! Seats by constituency, apart from the people in them. A vacancy is a seat without a holder on the day.

mod constituencies;
mod terms;

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::assembly::{Capacity, SeatTerm, Term};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::Assembly;
use crate::store::entities::{constituency, seat, term};
use crate::store::rows;
use crate::{Failure, Services, StoreError};

pub use constituencies::{add_constituency, change_constituency, label_seat};
pub use terms::{appoint, change_term};

/// A constituency on some day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Constituency {
    pub id: Uuid,
    pub name: String,
    /// How many seats it has.
    pub target: usize,
    /// How many of them are held on the day.
    pub filled: usize,
    pub seats: Vec<Seat>,
}

/// A seat on some day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    pub id: Uuid,
    pub label: String,
    /// Nobody where it is vacant.
    pub holder: Option<Holder>,
    /// Those whose terms are to come, the next first.
    pub coming: Vec<Holder>,
    /// Those whose terms have ended, the latest first.
    pub past: Vec<Holder>,
}

/// A person in a seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The key of the term.
    pub id: Uuid,
    pub name: String,
    pub capacity: Capacity,
    pub term: Term,
}

impl Holder {
    /// What was typed about the term, for its form.
    pub fn details(&self) -> SeatTerm {
        SeatTerm { holder: self.name.clone(), capacity: self.capacity, term: self.term }
    }
}

impl TryFrom<term::Model> for Holder {
    type Error = StoreError;

    fn try_from(row: term::Model) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id,
            name: row.holder,
            capacity: Capacity::parse(&row.capacity)
                .ok_or_else(|| StoreError::corrupt("a capacity", &row.capacity))?,
            term: Term { starts: row.starts_on, ends: row.ends_on },
        })
    }
}

/// The seats of an assembly as they are held on this day, by constituency.
pub async fn seats(
    services: &Services,
    assembly: &Assembly,
    on: NaiveDate,
) -> Result<Vec<Constituency>, Failure> {
    let read = services.db.read();
    let constituencies = constituency::Entity::find()
        .filter(constituency::Column::AssemblyId.eq(assembly.id))
        .order_by_asc(constituency::Column::Position)
        .all(read)
        .await?;
    let seats = seat::Entity::find()
        .filter(seat::Column::AssemblyId.eq(assembly.id))
        .order_by_asc(seat::Column::Position)
        .all(read)
        .await?;
    let terms =
        rows::having::<term::Entity>(read, term::Column::SeatId, seats.iter().map(|row| row.id)).await?;
    let mut holders: HashMap<Uuid, Vec<Holder>> = HashMap::new();
    for row in terms {
        holders.entry(row.seat_id).or_default().push(row.try_into()?);
    }
    let mut by_constituency: HashMap<Uuid, Vec<Seat>> = HashMap::new();
    for row in seats {
        let held = holders.remove(&row.id).unwrap_or_default();
        by_constituency.entry(row.constituency_id).or_default().push(on_day(row, held, on));
    }
    let of =
        |row: constituency::Model| constituency_of(by_constituency.remove(&row.id).unwrap_or_default(), row);
    Ok(constituencies.into_iter().map(of).collect())
}

fn constituency_of(seats: Vec<Seat>, row: constituency::Model) -> Constituency {
    let filled = seats.iter().filter(|seat| seat.holder.is_some()).count();
    Constituency { id: row.id, name: row.name, target: seats.len(), filled, seats }
}

fn on_day(row: seat::Model, mut holders: Vec<Holder>, on: NaiveDate) -> Seat {
    holders.sort_by_key(|holder| holder.term.starts);
    let (mut past, rest): (Vec<_>, Vec<_>) = holders.into_iter().partition(|holder| holder.term.ended(on));
    past.reverse();
    let (held, coming): (Vec<_>, Vec<_>) = rest.into_iter().partition(|holder| holder.term.holds(on));
    Seat { id: row.id, label: row.label, holder: held.into_iter().next(), coming, past }
}
