//! A closing time is that of the clocks of the call; one that people were told of moves with a reason, and those who write hear
//! of it.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::calls::{CallState, Reasons, Schedule};
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

/// Has a call close at 23:59 of this day of October 2026, with three hours of grace, and expects the closing and the end of the
/// grace at these instants.
async fn closes_by_the_clocks_of_the_call(services: &Services, day: u32, closes: &str, over: &str) {
    let instant = |text: &str| text.parse::<DateTime<Utc>>().expect("an instant");
    let local = |day, hour, minute| {
        NaiveDate::from_ymd_opt(2026, 10, day)
            .and_then(|day| day.and_hms_opt(hour, minute, 0))
            .expect("a time")
    };
    services.clock.set(instant("2026-10-20T12:00:00Z"));
    let made = ready(services).await;
    let reasons = Reasons::for_run("It is a test.");
    let times = Schedule { opens: local(1, 9, 0), closes: local(day, 23, 59), grace_minutes: 180, reasons };
    edit::schedule(services, &made, times).await.expect("times");
    edit::announce(services, &again(services, &made).await).await.expect("announced");
    let held = again(services, &made).await;
    let (closes, over, second) = (instant(closes), instant(over), TimeDelta::seconds(1));
    let states = [closes - second, closes, over - second, over].map(|at| held.state(at));
    assert_eq!(states, [CallState::Open, CallState::Closed, CallState::Closed, CallState::Analysing]);
    services.clock.set(closes - second);
    let token = draft::begin(services, &held, "en").await.expect("begun in the last second");
    let begun = draft::find(services, &token).await.expect("a draft");
    services.clock.set(over - second);
    assert!(draft::check_open(services, &held, &begun).is_ok());
    services.clock.set(over);
    assert!(draft::check_open(services, &held, &begun).is_err());
}

// Clocks go back at 01:00 UTC on Sunday 25 October 2026: the grace of the Saturday runs over that hour, and is no longer for it.
on_both!(a_deadline_before_the_night_when_clocks_go_back, |data: Throwaway| async move {
    let (closes, over) = ("2026-10-24T22:59:00Z", "2026-10-25T01:59:00Z");
    closes_by_the_clocks_of_the_call(&data.services, 24, closes, over).await;
});

on_both!(a_deadline_after_the_night_when_clocks_go_back, |data: Throwaway| async move {
    let (closes, over) = ("2026-10-25T23:59:00Z", "2026-10-26T02:59:00Z");
    closes_by_the_clocks_of_the_call(&data.services, 25, closes, over).await;
});
