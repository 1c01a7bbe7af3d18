//! Times and public acts.

use chrono::TimeDelta;
use domain::calls::{CallState, Schedule};
use services::calls::edit::{self, Need};
use services::on_both;
use services::responses::draft;
use services::testing::Throwaway;

use crate::world::{again, call, form, from_to, later, long, problem, put, ready, reason, section};

on_both!(a_call_is_announced_once_it_lacks_nothing, |data: Throwaway| async move {
    let services = &data.services;
    let bare = call(services).await;
    let now = services.clock.now();
    let lacks = edit::needs(&bare, &form(services, &bare).await, now);
    assert_eq!(lacks, [Need::Times, Need::ClosesLater, Need::Questions]);
    assert_eq!(reason(edit::announce(services, &bare).await), "error-call-no-times");
    edit::schedule(services, &bare, from_to(services, -9, -2)).await.expect("nobody knows of it yet");
    assert_eq!(reason(edit::announce(services, &bare).await), "error-call-closing-passed");
    edit::schedule(services, &bare, from_to(services, 1, 90)).await.expect("times");
    assert_eq!(reason(edit::announce(services, &bare).await), "error-call-no-questions");
    let part = section(services, &bare, "One").await;
    put(services, &bare, long(part, "What happened?")).await;
    edit::announce(services, &bare).await.expect("nothing is lacking");
    assert_eq!(again(services, &bare).await.state(now), CallState::Unopened);
    assert_eq!(reason(edit::announce(services, &bare).await), "error-call-announced");
});

on_both!(a_call_lives_by_the_clock_once_announced, |data: Throwaway| async move {
    let services = &data.services;
    let made = ready(services).await;
    edit::announce(services, &made).await.expect("announced");
    let held = again(services, &made).await;
    let mut states = vec![held.state(services.clock.now())];
    for step in [TimeDelta::days(1), TimeDelta::days(99), TimeDelta::minutes(45)] {
        states.push(held.state(later(services, step)));
    }
    assert_eq!(states, [CallState::Unopened, CallState::Open, CallState::Closed, CallState::Analysing]);
});

on_both!(opening_at_once_announces_too, |data: Throwaway| async move {
    let services = &data.services;
    let bare = call(services).await;
    assert_eq!(reason(edit::open_now(services, &bare).await), "error-call-no-times");
    let made = ready(services).await;
    edit::open_now(services, &made).await.expect("opened");
    let held = again(services, &made).await;
    let now = services.clock.now();
    assert_eq!(held.state(now), CallState::Open);
    assert_eq!((held.times.announced, held.times.opens), (Some(now), Some(now)));
    assert_eq!(reason(edit::open_now(services, &made).await), "error-call-is-open");
});

on_both!(closing_at_once_leaves_the_grace, |data: Throwaway| async move {
    let services = &data.services;
    let made = ready(services).await;
    assert_eq!(reason(edit::close_now(services, &made).await), "error-call-not-open");
    edit::open_now(services, &made).await.expect("opened");
    let open = again(services, &made).await;
    let secret = draft::begin(services, &open, "en").await.expect("begun while open");
    let begun = draft::find(services, &secret).await.expect("the draft");
    later(services, TimeDelta::seconds(90));
    edit::close_now(services, &open).await.expect("closed");
    let closed = again(services, &made).await;
    assert_eq!(closed.state(services.clock.now()), CallState::Closed);
    assert!(draft::check_open(services, &closed, &begun).is_ok());
    assert_eq!(reason(draft::begin(services, &closed, "en").await), "error-call-not-open");
    assert_eq!(reason(edit::close_now(services, &closed).await), "error-call-not-open");
    assert_eq!(reason(edit::open_now(services, &closed).await), "error-call-closing-passed");
});

on_both!(an_outcome_waits_until_nobody_may_answer, |data: Throwaway| async move {
    let services = &data.services;
    let made = ready(services).await;
    assert_eq!(reason(edit::publish_outcome(services, &made).await), "error-call-still-open");
    edit::open_now(services, &made).await.expect("opened");
    later(services, TimeDelta::hours(1));
    edit::close_now(services, &made).await.expect("closed");
    assert_eq!(reason(edit::publish_outcome(services, &made).await), "error-call-still-open");
    later(services, TimeDelta::minutes(45));
    edit::publish_outcome(services, &made).await.expect("the grace is over");
    let held = again(services, &made).await;
    assert_eq!(held.state(services.clock.now()), CallState::Outcome);
    for done in [edit::publish_outcome(services, &made).await, edit::open_now(services, &made).await] {
        assert_eq!(reason(done), "error-call-outcome-out");
    }
    let longer = edit::schedule(services, &held, from_to(services, -1, 9)).await;
    assert_eq!(reason(longer), "error-call-outcome-out");
});

on_both!(an_opening_that_has_passed_stays_and_a_closing_lies_ahead, |data: Throwaway| async move {
    let services = &data.services;
    let made = ready(services).await;
    edit::announce(services, &made).await.expect("announced");
    edit::schedule(services, &made, from_to(services, 2, 90)).await.expect("it has not opened");
    later(services, TimeDelta::days(3));
    let moved = edit::schedule(services, &made, from_to(services, 1, 90)).await;
    assert_eq!(problem(moved), ("opens-date".to_owned(), "error-call-already-open"));
    let today = edit::schedule(services, &made, from_to(services, -1, 0)).await;
    assert_eq!(problem(today), ("closes-time".to_owned(), "error-call-closes-past"));
    let past = edit::schedule(services, &made, from_to(services, -1, -1)).await;
    assert_eq!(problem(past), ("closes-date".to_owned(), "error-call-closes-past"));
    edit::schedule(services, &made, from_to(services, -1, 120)).await.expect("an extension");
});

on_both!(a_time_set_by_hand_survives_a_form_that_shows_minutes, |data: Throwaway| async move {
    let services = &data.services;
    let made = ready(services).await;
    later(services, TimeDelta::seconds(34));
    edit::open_now(services, &made).await.expect("opened");
    let open = again(services, &made).await;
    let shown = Schedule {
        opens: (services.clock.now() - TimeDelta::seconds(34)).naive_utc(),
        ..from_to(services, 0, 50)
    };
    edit::schedule(services, &open, shown).await.expect("the opening is the same minute");
    assert_eq!(again(services, &made).await.times.opens, open.times.opens);
});
