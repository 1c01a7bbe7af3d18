//! A closing time that people were told of moves with a reason, and those who write hear of it.

use chrono::TimeDelta;
use domain::calls::{Reasons, Schedule};
use domain::mail::LetterKind;
use domain::people::{Grant, NewAccount, Role, Scope};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::calls::{closings, edit};
use services::people::accounts;
use services::responses::{draft, kept};
use services::store::entities::letter;
use services::testing::Throwaway;
use services::{Services, on_both};
use uuid::Uuid;

use crate::world::{again, from_to, later, problem, ready};

async fn writer(services: &Services) -> Uuid {
    let account = NewAccount {
        name: "A writer".to_owned(),
        email: "writer@a.test".to_owned(),
        password: "three random words".to_owned(),
        grant: Grant { role: Role::Reader, scope: Scope::Platform },
    };
    accounts::add(services, account).await.expect("an account")
}

on_both!(a_closing_time_moves_with_a_reason_that_stays, |data: Throwaway| async move {
    let services = &data.services;
    let made = ready(services).await;
    let silent = |opens, closes| Schedule {
        reasons: Reasons::for_run("It is a test."),
        ..from_to(services, opens, closes)
    };
    edit::schedule(services, &made, silent(1, 90)).await.expect("nobody knows of it yet");
    let made = again(services, &made).await;
    edit::announce(services, &made).await.expect("announced");
    let made = again(services, &made).await;
    let moved = edit::schedule(services, &made, silent(1, 100)).await;
    assert_eq!(problem(moved), ("reason".to_owned(), "error-call-closing-reason"));
    edit::schedule(services, &made, silent(2, 90)).await.expect("it closes when it was to");
    assert_eq!(closings(services, &again(services, &made).await).await.expect("the moves"), []);
    let told = made.times.closes.expect("a time");
    edit::schedule(services, &made, from_to(services, 2, 100)).await.expect("with a reason");
    later(services, TimeDelta::days(3));
    edit::close_now(services, &again(services, &made).await).await.expect("closed");
    let all = closings(services, &again(services, &made).await).await.expect("the moves");
    let longer = told + TimeDelta::days(10);
    let now = services.clock.now();
    let seen: Vec<_> = all.iter().map(|one| (one.before, one.after, one.reason.as_str())).collect();
    assert_eq!(seen, [(told, longer, "Somebody asked for it."), (longer, now, "")]);
});

on_both!(whoever_keeps_a_draft_hears_of_a_move_once, |data: Throwaway| async move {
    let services = &data.services;
    let made = ready(services).await;
    edit::open_now(services, &made).await.expect("open");
    let made = again(services, &made).await;
    let writer = writer(services).await;
    for _ in 0..2 {
        let token = draft::begin(services, &made, "cy").await.expect("begun");
        let begun = draft::find(services, &token).await.expect("a draft");
        kept::keep_draft(services, writer, &begun).await.expect("kept");
    }
    edit::schedule(services, &made, from_to(services, 0, 130)).await.expect("moved");
    let letters = letter::Entity::find()
        .filter(letter::Column::Kind.eq(LetterKind::ClosingMoved.as_str()))
        .all(services.db.read())
        .await
        .expect("the letters");
    let told: Vec<_> = letters.iter().map(|row| (row.address.as_str(), row.language.as_str())).collect();
    assert_eq!(told, [("writer@a.test", "cy")]);
});
