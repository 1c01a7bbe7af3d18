//! Where a code stands in the tree, and how it moves.
//!
//! As in [`tree`](super::tree), codes are pairs of id and parent in the order of their siblings.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::descendants;

/// Where a code stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The code it stands under; none at the top.
    pub parent: Option<Uuid>,
    /// How many siblings stand before it.
    pub position: usize,
}

/// A way to move a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Before the sibling above it; the first stays.
    Up,
    /// After the sibling below it; the last stays.
    Down,
    /// Under another code, or at the top, after those that are there.
    LastUnder(Option<Uuid>),
    /// Before another code, under the same parent as that.
    Before(Uuid),
    /// After another code, under the same parent as that.
    After(Uuid),
}

/// The codes that stand directly under this one (or at the top), in order, `without` left out.
pub fn siblings(codes: &[(Uuid, Option<Uuid>)], parent: Option<Uuid>, without: Uuid) -> Vec<Uuid> {
    codes.iter().filter(|(id, held)| *held == parent && *id != without).map(|(id, _)| *id).collect()
}

/// Where a code stands now, if it is one of these.
pub fn place(codes: &[(Uuid, Option<Uuid>)], id: Uuid) -> Option<Place> {
    let (_, parent) = found(codes, id)?;
    let position = codes.iter().filter(|(_, held)| *held == parent).position(|(other, _)| *other == id)?;
    Some(Place { parent, position })
}

/// Where a code would stand after a move. Nothing where it, or the code it is to stand by, is not one of these, or
/// where it would stand under itself.
pub fn moved(codes: &[(Uuid, Option<Uuid>)], id: Uuid, to: Move) -> Option<Place> {
    let now = place(codes, id)?;
    let wished = match to {
        Move::Up => Place { position: now.position.saturating_sub(1), ..now },
        Move::Down => {
            let last = siblings(codes, now.parent, id).len();
            Place { position: (now.position + 1).min(last), ..now }
        }
        Move::LastUnder(parent) => Place { parent, position: siblings(codes, parent, id).len() },
        Move::Before(other) => beside(codes, id, other)?,
        Move::After(other) => {
            let before = beside(codes, id, other)?;
            Place { position: before.position + usize::from(other != id), ..before }
        }
    };
    may_stand_under(codes, id, wished.parent).then_some(wished)
}

/// Whether a code may stand under this one: it is there, and is neither the code itself nor anything under it.
pub fn may_stand_under(codes: &[(Uuid, Option<Uuid>)], id: Uuid, parent: Option<Uuid>) -> bool {
    parent.is_none_or(|parent| {
        codes.iter().any(|(known, _)| *known == parent) && !descendants(codes, id).contains(&parent)
    })
}

/// Those directly under the parent of this place, in their order, once the code stands there. A place after the last
/// is the last.
pub fn arranged(codes: &[(Uuid, Option<Uuid>)], id: Uuid, place: Place) -> Vec<Uuid> {
    let mut order = siblings(codes, place.parent, id);
    order.insert(place.position.min(order.len()), id);
    order
}

/// The place of `other` as counted without `id`. A code beside itself stays where it is.
fn beside(codes: &[(Uuid, Option<Uuid>)], id: Uuid, other: Uuid) -> Option<Place> {
    if other == id {
        return place(codes, id);
    }
    let (_, parent) = found(codes, other)?;
    let position = siblings(codes, parent, id).iter().position(|held| *held == other)?;
    Some(Place { parent, position })
}

fn found(codes: &[(Uuid, Option<Uuid>)], id: Uuid) -> Option<(Uuid, Option<Uuid>)> {
    codes.iter().copied().find(|(known, _)| *known == id)
}

#[cfg(test)]
#[path = "place_tests.rs"]
mod tests;
