//! The codes of a call as one act finds them, and a code's state as the log keeps it.

use chrono::{DateTime, Utc};
use domain::review::{Place, arranged, place};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::store::entities::code;
use crate::{Failure, StoreError};

/// Parts of a code's state by name.
pub type Parts = Map<String, Value>;

/// Whether a code is offered for new codings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    Current,
    Retired(DateTime<Utc>),
}

/// All that an act can change in a code. The log keeps the parts that it did change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeState {
    pub place: Place,
    pub name: String,
    pub definition: String,
    pub include: String,
    pub exclude: String,
    pub example: String,
    pub colour: u8,
    pub standing: Standing,
}

impl CodeState {
    /// The state as its parts by name.
    pub fn parts(&self) -> Result<Parts, StoreError> {
        match serde_json::to_value(self) {
            Ok(Value::Object(parts)) => Ok(parts),
            _ => Err(StoreError::corrupt("the state of a code", &self.name)),
        }
    }

    /// The parts that another state has otherwise: as they are here, and as they are there.
    pub fn difference(&self, other: &Self) -> Result<(Parts, Parts), StoreError> {
        let (mut here, mut there) = (self.parts()?, other.parts()?);
        let same: Vec<String> = here
            .iter()
            .filter(|(name, part)| there.get(*name) == Some(*part))
            .map(|(n, _)| n.clone())
            .collect();
        for name in same {
            here.remove(&name);
            there.remove(&name);
        }
        Ok((here, there))
    }

    /// This state with some parts replaced.
    pub fn with(&self, parts: &Parts) -> Result<Self, StoreError> {
        let mut all = self.parts()?;
        all.extend(parts.iter().map(|(name, part)| (name.clone(), part.clone())));
        serde_json::from_value(Value::Object(all))
            .map_err(|error| StoreError::corrupt("the state of a code", error.to_string()))
    }
}

/// The codes of a call in the order of their siblings.
pub struct Codes {
    pub rows: Vec<code::Model>,
}

impl Codes {
    /// Reads them; a code whose adding was undone is not among them.
    pub async fn read(read: &impl ConnectionTrait, call: Uuid) -> Result<Self, StoreError> {
        let rows = code::Entity::find()
            .filter(code::Column::CallId.eq(call))
            .filter(code::Column::RemovedAt.is_null())
            .order_by_asc(code::Column::Position)
            .order_by_asc(code::Column::Id);
        Ok(Self { rows: rows.all(read).await? })
    }

    /// Ids and parents, as the rules of the tree take them.
    pub fn pairs(&self) -> Vec<(Uuid, Option<Uuid>)> {
        self.rows.iter().map(|row| (row.id, row.parent_id)).collect()
    }

    /// The code with this id.
    pub fn get(&self, id: Uuid) -> Result<&code::Model, Failure> {
        self.rows.iter().find(|row| row.id == id).ok_or(Failure::NotFound("code"))
    }

    /// The state of the code with this id.
    pub fn state(&self, id: Uuid) -> Result<CodeState, Failure> {
        let row = self.get(id)?;
        Ok(CodeState {
            place: place(&self.pairs(), id).ok_or(Failure::NotFound("code"))?,
            name: row.name.clone(),
            definition: row.definition.clone(),
            include: row.include.clone(),
            exclude: row.exclude.clone(),
            example: row.example.clone(),
            colour: u8::try_from(row.colour).unwrap_or_default(),
            standing: row.retired_at.map_or(Standing::Current, Standing::Retired),
        })
    }

    /// Puts a code into this state, and its siblings into their order around it.
    pub async fn save(&self, txn: &impl ConnectionTrait, id: Uuid, state: CodeState) -> Result<(), Failure> {
        let held = self.get(id)?;
        let moved = self.state(id)?.place != state.place;
        let (parent, place) = (state.place.parent, state.place);
        let mut row = held.clone().into_active_model();
        row.parent_id = Set(parent);
        row.name = Set(state.name);
        row.definition = Set(state.definition);
        row.include = Set(state.include);
        row.exclude = Set(state.exclude);
        row.example = Set(state.example);
        row.colour = Set(state.colour.into());
        row.retired_at = Set(match state.standing {
            Standing::Current => None,
            Standing::Retired(at) => Some(at),
        });
        row.update(txn).await?;
        if moved {
            for (position, sibling) in arranged(&self.pairs(), id, place).into_iter().enumerate() {
                self.put_at(txn, sibling, position as i32).await?;
            }
        }
        Ok(())
    }

    async fn put_at(&self, txn: &impl ConnectionTrait, id: Uuid, position: i32) -> Result<(), Failure> {
        if self.get(id)?.position == position {
            return Ok(());
        }
        let row = code::ActiveModel { id: Set(id), position: Set(position), ..Default::default() };
        row.update(txn).await?;
        Ok(())
    }
}
