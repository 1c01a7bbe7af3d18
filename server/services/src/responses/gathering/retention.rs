//! Stories are kept for a while after their call has closed, and then nothing is left of them but their numbers.

use chrono::TimeDelta;
use domain::responses::STORIES_KEPT_DAYS;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::store::entities::story::{self, Column as C};
use crate::store::entities::{call, draft, gathering};
use crate::{Failure, Services};

/// How many are forgotten in one transaction.
const AT_ONCE: u64 = 200;

/// Forgets the stories that were told for calls that closed long ago. What was quoted of them in a response stays in it.
pub(crate) async fn forget(services: &Services) -> Result<(), Failure> {
    let before = services.clock.now() - TimeDelta::days(STORIES_KEPT_DAYS);
    let mut closed = Query::select();
    closed.column(call::Column::Id).from(call::Entity).and_where(call::Column::ClosesAt.lt(before));
    let mut drafts = Query::select();
    drafts.column(draft::Column::Id).from(draft::Entity).and_where(draft::Column::CallId.in_subquery(closed));
    let mut old = Query::select();
    old.column(gathering::Column::Id)
        .from(gathering::Entity)
        .and_where(gathering::Column::DraftId.in_subquery(drafts));
    let those = story::Entity::find()
        .filter(C::GatheringId.in_subquery(old))
        .filter(C::Forgotten.eq(false))
        .limit(AT_ONCE);
    loop {
        let rows = those.clone().all(services.db.read()).await?;
        if rows.is_empty() {
            return Ok(());
        }
        services
            .db
            .write::<_, Failure, _>(move |txn| {
                Box::pin(async move {
                    for row in rows {
                        let gone = story::Entity::update_many()
                            .col_expr(C::Text, Expr::value(""))
                            .col_expr(C::Name, Expr::value(""))
                            .col_expr(C::Note, Expr::value(""))
                            // Of each another, as the table wants it. It opens nothing.
                            .col_expr(C::TokenHash, Expr::value(row.id.to_string()))
                            .col_expr(C::Forgotten, Expr::value(true))
                            .filter(C::Id.eq(row.id));
                        gone.exec(txn).await?;
                    }
                    Ok(())
                })
            })
            .await?;
    }
}
