//! Rows that a newer version or somebody's hand has written stop nobody but themselves.

use chrono::TimeDelta;
use domain::mail::{Followed as F, Rate};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::calls::edit;
use services::store::entities::{follower, following, news_item};
use services::testing::Throwaway;
use services::testing::spine::ask;
use services::{Failure, Services, on_both};

use crate::world::{follow, told};

/// Writes something into a row that no version of the program does.
async fn spoil(services: &Services, what: &'static str, address: &'static str) {
    let done: Result<(), Failure> = services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row =
                    follower::Entity::find().filter(follower::Column::Address.eq(address)).one(txn).await?;
                let id = row.expect("a follower").id;
                match what {
                    "language" => {
                        let all = follower::Entity::update_many().filter(follower::Column::Id.eq(id));
                        all.col_expr(follower::Column::Language, Expr::value("xx")).exec(txn).await?
                    }
                    "rate" => {
                        let all =
                            following::Entity::update_many().filter(following::Column::FollowerId.eq(id));
                        all.col_expr(following::Column::Rate, Expr::value("hourly")).exec(txn).await?
                    }
                    _ => {
                        let all =
                            news_item::Entity::update_many().filter(news_item::Column::FollowerId.eq(id));
                        all.col_expr(news_item::Column::Subject, Expr::value("comet")).exec(txn).await?
                    }
                };
                Ok(())
            })
        })
        .await;
    done.expect("spoilt");
}

on_both!(a_row_that_cannot_be_read_stops_nobody_else, |data: Throwaway| async move {
    let services = &data.services;
    let call = ask(services, "One call").await.call;
    let addresses = ["ann@folkmoot.test", "bob@folkmoot.test", "cat@folkmoot.test", "dan@folkmoot.test"];
    for address in addresses {
        follow(services, F::Call, &call.slug, address, Rate::AtOnce).await;
    }
    let [ann, bob, cat, dan] = addresses;
    spoil(services, "language", ann).await;
    spoil(services, "rate", bob).await;
    services.clock.set(services.clock.now() + TimeDelta::hours(1));
    edit::close_now(services, &call).await.expect("closed");
    // News is handed out, and then turned into letters.
    services::follow::worker::step(services).await.expect("handed out");
    spoil(services, "subject", cat).await;
    let mut counts = Vec::new();
    for address in addresses {
        counts.push(told(services, address).await.len());
    }
    assert_eq!(counts, [0, 0, 0, 1]);
    assert_eq!(told(services, dan).await.len(), 1);

    let mended: Result<(), Failure> = services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let all = follower::Entity::update_many();
                all.col_expr(follower::Column::Language, Expr::value("en")).exec(txn).await?;
                let all = news_item::Entity::update_many();
                all.col_expr(news_item::Column::Subject, Expr::value("call")).exec(txn).await?;
                Ok(())
            })
        })
        .await;
    mended.expect("mended");
    services.clock.set(services.clock.now() + TimeDelta::days(1));
    for address in [ann, cat, dan] {
        assert_eq!(told(services, address).await.len(), 1, "once it can be read, what was put off is told");
    }
});
