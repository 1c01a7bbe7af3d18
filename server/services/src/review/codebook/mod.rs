//! The codebook of a call: reading it here, changing it in `edit`.

mod edit;
mod snapshot;
mod turn;

use std::collections::HashMap;

use domain::review::tree;
use uuid::Uuid;

use crate::store::entities::code;
use crate::{Failure, Services};

pub(super) use edit::entry;
pub use edit::{add, change, move_to, restore, retire};
pub(super) use snapshot::Codes;
pub(super) use turn::turn;

/// A code in its codebook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    pub id: Uuid,
    pub parent: Option<Uuid>,
    /// How many siblings stand before it.
    pub position: usize,
    /// 0 for a code at the top.
    pub depth: usize,
    pub name: String,
    pub definition: String,
    pub include: String,
    pub exclude: String,
    pub example: String,
    /// 0 to 11.
    pub colour: u8,
    /// A retired code keeps its codings and is not offered for new ones.
    pub retired: bool,
}

/// Every code of a call in the order of the tree, retired ones included.
pub async fn codebook(services: &Services, call: Uuid) -> Result<Vec<Code>, Failure> {
    let codes = Codes::read(services.db.read(), call).await?;
    let order = tree(&codes.pairs());
    let mut rows: HashMap<Uuid, code::Model> = codes.rows.into_iter().map(|row| (row.id, row)).collect();
    let mut placed: HashMap<Option<Uuid>, usize> = HashMap::new();
    let codebook = order.into_iter().filter_map(|node| {
        let row = rows.remove(&node.id)?;
        let before = placed.entry(row.parent_id).or_default();
        *before += 1;
        Some(code_of(row, node.depth, *before - 1))
    });
    Ok(codebook.collect())
}

fn code_of(row: code::Model, depth: usize, position: usize) -> Code {
    Code {
        id: row.id,
        parent: row.parent_id,
        position,
        depth,
        name: row.name,
        definition: row.definition,
        include: row.include,
        exclude: row.exclude,
        example: row.example,
        colour: u8::try_from(row.colour).unwrap_or_default(),
        retired: row.retired_at.is_some(),
    }
}
