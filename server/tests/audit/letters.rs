//! What the team does about letters is on record, and never whom a letter was for.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::store::entities::{audit, letter};
use services::testing::Throwaway;
use services::{Failure, Services, on_both};
use uuid::Uuid;

use super::{NAME, house, told};

/// Puts every letter into a state, as a mail server would have, and gives one of them.
async fn set(services: &Services, state: &'static str) -> Uuid {
    let change = letter::Entity::update_many().col_expr(letter::Column::State, Expr::value(state));
    let done: Result<_, Failure> =
        services.db.write(move |txn| Box::pin(async move { Ok(change.exec(txn).await?) })).await;
    done.expect("changed");
    let row = letter::Entity::find().filter(letter::Column::State.eq(state)).one(services.db.read()).await;
    row.expect("read").expect("a letter").id
}

on_both!(what_a_team_does_about_letters_is_told, |data: Throwaway| async move {
    let (house, mut browser) = house(data).await;
    let services = &house.data.services;
    let before = told(&mut browser, "/team/audit").await.len();
    for _ in 0..2 {
        let test = [("email", "ann@elsewhere.test"), ("language", "en")];
        browser.post("/team/letters/test", &test).await.expect(303);
    }
    // What changes nothing is not on record: pausing what is paused, going on with what goes on.
    for act in ["resume", "pause", "pause", "resume", "resume"] {
        browser.post(&format!("/team/letters/{act}"), &[]).await.expect(303);
    }
    let text = "/team/letters/texts/test/cy";
    browser.post(text, &[("subject", "Ours"), ("body", "From {site}"), ("preview", "yes")]).await.expect(200);
    browser.post(text, &[("subject", "Ours"), ("body", "From {site}")]).await.expect(303);
    browser.post(&format!("{text}/reset"), &[]).await.expect(303);
    browser.post(&format!("{text}/reset"), &[]).await.expect(303);
    let id = set(services, "kept").await;
    browser.post(&format!("/team/letters/{id}/again"), &[]).await.expect(303);
    browser.post(&format!("/team/letters/{id}/again"), &[]).await.expect(409);
    set(services, "failed").await;
    for _ in 0..2 {
        browser.post("/team/letters/again", &[("shelf", "failed")]).await.expect(303);
    }
    let id = set(services, "unsure").await;
    browser.post(&format!("/team/letters/{id}/arrived"), &[]).await.expect(303);
    let expected = [
        "had a test letter sent",
        "had a test letter sent",
        "paused the sending of letters",
        "let letters be sent again",
        "changed the text of the letter ‘Test letter’ in Welsh",
        "took back the first text of the letter ‘Test letter’ in Welsh",
        "had a letter sent again (‘Test letter’)",
        "had 2 letters sent again (‘Failed’)",
        "noted that a letter had arrived (‘Test letter’), so that it is not sent again",
    ];
    let mut told = told(&mut browser, "/team/audit").await;
    told.truncate(told.len() - before);
    told.reverse();
    assert_eq!(told, expected.map(|what| format!("{NAME} {what}")));
    let rows = audit::Entity::find().all(services.db.read()).await.expect("the audit");
    assert!(!format!("{rows:?}").contains("elsewhere"), "nobody's address");
});
