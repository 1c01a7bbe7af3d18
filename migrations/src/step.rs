//! A migration as data, and the few words its tables are written in.

use sea_orm_migration::prelude::*;
pub use sea_orm_migration::schema::{
    big_integer, boolean, boolean_null, date, date_null, integer, integer_null, pk_uuid, small_integer,
    string, string_null, string_uniq, text, text_null, timestamp_with_time_zone as instant,
    timestamp_with_time_zone_null as instant_null, uuid, uuid_null,
};

/// One migration: tables in the order in which they rest on each other, then indexes.
pub struct Step {
    pub name: &'static str,
    pub tables: fn() -> Vec<TableCreateStatement>,
    pub indexes: fn() -> Vec<IndexCreateStatement>,
}

impl MigrationName for Step {
    fn name(&self) -> &str {
        self.name
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// SQLite would otherwise run each statement by itself and could stop half-way.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in (self.tables)() {
            manager.create_table(table).await?;
        }
        for index in (self.indexes)() {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in (self.tables)().into_iter().rev() {
            if let Some(name) = table.get_table_name() {
                manager.drop_table(Table::drop().table(name.clone()).take()).await?;
            }
        }
        Ok(())
    }
}

/// A step that also adds columns to tables of steps before it. They can be null or have a default, because there are rows already.
pub struct Wider {
    pub step: Step,
    /// The table and the column.
    pub columns: fn() -> Vec<(&'static str, ColumnDef)>,
}

impl MigrationName for Wider {
    fn name(&self) -> &str {
        self.step.name
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Wider {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        self.step.up(manager).await?;
        for (name, column) in (self.columns)() {
            manager.alter_table(Table::alter().table(name).add_column(column).take()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (name, column) in (self.columns)() {
            let column = Alias::new(column.get_column_name());
            manager.alter_table(Table::alter().table(name).drop_column(column).take()).await?;
        }
        self.step.down(manager).await
    }
}

/// A table with a UUID key named `id`, these columns, and foreign keys as pairs of column and table.
pub fn table(
    name: &'static str,
    columns: Vec<ColumnDef>,
    owners: &[(&'static str, &'static str)],
) -> TableCreateStatement {
    let mut statement = Table::create();
    statement.table(name).col(pk_uuid("id"));
    for column in columns {
        statement.col(column);
    }
    for (column, owner) in owners {
        statement.foreign_key(
            ForeignKey::create().from(name, *column).to(*owner, "id").on_delete(ForeignKeyAction::Cascade),
        );
    }
    statement.take()
}

/// An index over these columns.
pub fn index(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut statement = Index::create();
    statement.name(format!("ix_{table}_{}", columns.join("_"))).table(table);
    for column in columns {
        statement.col(*column);
    }
    statement.take()
}

/// An index that also forbids two rows with the same values.
pub fn unique(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    index(table, columns).unique().take()
}
