//! Reading and ordering rows of any table by their keys.

use std::collections::{BTreeSet, HashMap};

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::StoreResult;

/// How many keys are asked for in one statement, well below what either database can bind.
const AT_ONCE: usize = 500;

/// Every row of `E` whose `column` is one of these ids, in no particular order.
pub async fn having<E: EntityTrait>(
    read: &impl ConnectionTrait,
    column: E::Column,
    ids: impl IntoIterator<Item = Uuid>,
) -> StoreResult<Vec<E::Model>> {
    let ids: Vec<Uuid> = ids.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
    let mut found = Vec::new();
    for part in ids.chunks(AT_ONCE) {
        found.extend(E::find().filter(column.is_in(part.iter().copied())).all(read).await?);
    }
    Ok(found)
}

/// The same rows by a key of their own.
pub async fn by<E: EntityTrait>(
    read: &impl ConnectionTrait,
    column: E::Column,
    ids: impl IntoIterator<Item = Uuid>,
    key: impl Fn(&E::Model) -> Uuid,
) -> StoreResult<HashMap<Uuid, E::Model>> {
    let rows = having::<E>(read, column, ids).await?;
    Ok(rows.into_iter().map(|row| (key(&row), row)).collect())
}

/// Numbers the rows with these ids from 0, in this order.
pub async fn place<E: EntityTrait>(
    txn: &impl ConnectionTrait,
    id: E::Column,
    position: E::Column,
    order: &[Uuid],
) -> StoreResult<()> {
    for (place, row) in order.iter().enumerate() {
        let place = Expr::value(place as i32);
        E::update_many().col_expr(position, place).filter(id.eq(*row)).exec(txn).await?;
    }
    Ok(())
}
