//! Questions to the database that are plainest in its own language.

use sea_orm::{ConnectionTrait, FromQueryResult, Statement, Value};

use crate::StoreError;

/// The rows that a statement gives. Both databases know `$1`, `$2`, ….
pub(super) async fn rows<T: FromQueryResult>(
    read: &impl ConnectionTrait,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Vec<T>, StoreError> {
    let statement = Statement::from_sql_and_values(read.get_database_backend(), sql, values);
    Ok(T::find_by_statement(statement).all(read).await?)
}

/// A count.
#[derive(FromQueryResult)]
struct Count {
    n: i64,
}

/// The number that a statement gives as `n`; 0 where it gives no row.
pub(super) async fn count(
    read: &impl ConnectionTrait,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<u64, StoreError> {
    let found = rows::<Count>(read, sql, values).await?;
    Ok(found.first().map_or(0, |row| row.n as u64))
}
