//! What a provider, or someone in its place, can do wrong.

use std::time::{Duration, Instant};

use chrono::TimeDelta;
use domain::people::Role;
use serde_json::{Value, json};
use services::on_both;
use services::testing::Throwaway;

use super::{EMAIL, PASSWORD, add, is_in, sign_in, through, with_door};
use crate::support::{Browser, Door, Fault, House, LIMIT, Page};

/// Signs in by the provider, and gives the page that comes.
async fn enter(browser: &mut Browser, door: &Door) -> Page {
    let back = through(browser, door, "/sign-in/with/door").await;
    browser.get(&back).await
}

/// What is wrong with a token: in words, by which member, and what it says instead.
type Lie = (&'static str, &'static str, Value);

/// Fails where this provider, as it is now, lets anyone in.
#[track_caller]
fn refused(page: Page, what: &str) {
    assert_eq!(page.status.as_u16(), 403, "{what}: {}", page.text("main"));
    assert_eq!(page.text("h1"), "You are not signed in", "{what}");
    assert!(page.header("set-cookie").is_empty(), "{what}");
}

on_both!(no_token_is_believed_that_is_not_right_in_every_part, |data: Throwaway| async move {
    let (house, door, _) = with_door(data).await;
    let mut browser = house.browser();
    let now = house.data.services.clock.now().timestamp();
    let lies: [Lie; 14] = [
        ("a wrong nonce", "nonce", json!("another")),
        ("no nonce", "nonce", Value::Null),
        ("an expired token", "exp", json!(now)),
        ("a token for someone else", "aud", json!("another-client")),
        ("a token for others too", "aud", json!(["folkmoot", "another-client"])),
        ("a token for nobody", "aud", json!([])),
        ("a token that was given to someone else", "azp", json!("another-client")),
        ("a token from someone else", "iss", json!("https://evil.test")),
        ("a token from nearly the same", "iss", json!(format!("{}/", door.issuer()))),
        ("a token of tomorrow", "iat", json!(now + 86400)),
        ("another access token", "at_hash", json!("AAAAAAAAAAAAAAAAAAAAAA")),
        ("a person without a name", "sub", json!("")),
        ("a person with too long a name", "sub", json!("x".repeat(300))),
        ("no time", "exp", Value::Null),
    ];
    for (what, member, value) in lies {
        door.lie(move |claims| claims[member] = value.clone());
        refused(enter(&mut browser, &door).await, what);
        assert!(!is_in(&mut browser).await, "{what}");
    }
    door.lie(|_| ());
    enter(&mut browser, &door).await.expect(303);
});

on_both!(no_signature_is_believed_but_one_of_its_own_keys, |data: Throwaway| async move {
    let (house, door, _) = with_door(data).await;
    let mut browser = house.browser();
    for fault in [Fault::Unsigned, Fault::SharedSecret, Fault::UnknownKey, Fault::OtherKey] {
        door.break_with(fault);
        refused(enter(&mut browser, &door).await, &format!("{fault:?}"));
    }
    door.break_with(Fault::None);
    enter(&mut browser, &door).await.expect(303);
});

on_both!(what_was_brought_back_counts_once_and_in_one_browser, |data: Throwaway| async move {
    let (house, door, _) = with_door(data).await;
    let mut browser = house.browser();
    let back = through(&mut browser, &door, "/sign-in/with/door").await;
    let mut thief = house.browser();
    thief.get(&back).await.expect(409);
    through(&mut thief, &door, "/sign-in/with/door").await;
    thief.get(&back).await.expect(409);
    browser.get(&back).await.expect(303);
    let page = browser.get(&back).await.expect(409);
    assert!(page.text("main").contains("finished before"));
    let state =
        |path: &str| path.split("state=").nth(1).and_then(|rest| rest.split('&').next()).map(str::to_owned);
    for wrong in ["", "x", &"a".repeat(64)] {
        let mut another = house.browser();
        let back = through(&mut another, &door, "/sign-in/with/door").await;
        let held = state(&back).expect("a state");
        another.get(&back.replace(&held, wrong)).await.expect(409);
        assert!(!is_in(&mut another).await, "{wrong:?}");
    }
});

on_both!(a_code_that_was_used_is_refused_in_another_sign_in_too, |data: Throwaway| async move {
    let (house, door, _) = with_door(data).await;
    let code =
        |path: &str| path.split("code=").nth(1).and_then(|rest| rest.split('&').next()).map(str::to_owned);
    let mut browser = house.browser();
    let used = through(&mut browser, &door, "/sign-in/with/door").await;
    browser.get(&used).await.expect(303);
    // A code that was caught on its way and never used is bound to the browser that asked for it, by PKCE.
    let caught = through(&mut browser, &door, "/sign-in/with/door").await;
    for old in [used, caught] {
        let mut thief = house.browser();
        let fresh = through(&mut thief, &door, "/sign-in/with/door").await;
        let (old, new) = (code(&old).expect("a code"), code(&fresh).expect("a code"));
        refused(thief.get(&fresh.replace(&new, &old)).await, "another's code");
    }
});

on_both!(a_provider_that_says_no_is_heard, |data: Throwaway| async move {
    let (house, door, _) = with_door(data).await;
    let mut browser = house.browser();
    for (error, status) in [
        ("access_denied", 403),
        ("login_required", 403),
        ("temporarily_unavailable", 503),
        ("server_error", 503),
    ] {
        let back = through(&mut browser, &door, "/sign-in/with/door").await;
        let (path, query) = back.split_once('?').expect("a query");
        let rest: Vec<&str> = query.split('&').filter(|pair| !pair.starts_with("code=")).collect();
        let page = browser.get(&format!("{path}?error={error}&{}", rest.join("&"))).await.expect(status);
        assert!(page.text("main").contains("The Door"), "{error}");
    }
    let back = through(&mut browser, &door, "/sign-in/with/door").await;
    browser.get(&format!("{back}&error=access_denied")).await.expect(403);
    let back = through(&mut browser, &door, "/sign-in/with/door").await;
    browser.get(&back.replace("&iss=", "&was=")).await.expect(403);
    assert!(!is_in(&mut browser).await);
});

on_both!(new_keys_are_read_when_a_token_names_one_and_not_more_often, |data: Throwaway| async move {
    let (house, door, _) = with_door(data).await;
    let clock = house.data.services.clock.clone();
    let mut browser = house.browser();
    enter(&mut browser, &door).await.expect(303);
    assert_eq!((door.reads("discovery"), door.reads("keys")), (1, 1), "kept, not read for each sign-in");
    clock.set(clock.now() + TimeDelta::minutes(5));
    door.rotate();
    enter(&mut browser, &door).await.expect(303);
    assert_eq!((door.reads("discovery"), door.reads("keys")), (1, 2));
    door.break_with(Fault::UnknownKey);
    for _ in 0..5 {
        refused(enter(&mut house.browser(), &door).await, "an unknown key");
    }
    assert_eq!(door.reads("keys"), 2, "nobody makes us ask without end");
    clock.set(clock.now() + TimeDelta::seconds(10));
    refused(enter(&mut house.browser(), &door).await, "an unknown key");
    assert_eq!(door.reads("keys"), 3);
    door.break_with(Fault::None);
    enter(&mut browser, &door).await.expect(303);
    clock.set(clock.now() + TimeDelta::hours(1));
    enter(&mut browser, &door).await.expect(303);
    assert_eq!(door.reads("discovery"), 2, "read anew after an hour");
});

on_both!(a_provider_that_is_down_is_in_nobodys_way, |data: Throwaway| async move {
    let door = Door::open(&data.services.clock, EMAIL).await;
    let house = House::new(data).await.with_providers(door.providers());
    add(&house, EMAIL, Role::Administrator).await;
    let clock = house.data.services.clock.clone();
    for fault in [Fault::Broken, Fault::Stalled, Fault::Endless, Fault::Moved] {
        door.break_with(fault);
        let mut browser = house.browser();
        let begun = Instant::now();
        let page = browser.get("/sign-in/with/door").await.expect(503);
        assert!(begun.elapsed() < LIMIT * 4, "{fault:?} took {:?}", begun.elapsed());
        assert!(page.text("main").contains("The Door does not answer"), "{fault:?}");
        assert_eq!(page.header("retry-after"), "60");
        // Those who come while it is down do not wait one after the other.
        let begun = Instant::now();
        for _ in 0..20 {
            browser.get("/sign-in/with/door").await.expect(503);
        }
        assert!(begun.elapsed() < Duration::from_secs(2), "{fault:?} took {:?}", begun.elapsed());
        browser.get("/sign-in").await.expect(200);
        sign_in(&mut browser, EMAIL, PASSWORD).await.expect(303);
        assert!(is_in(&mut browser).await, "a password still opens");
        clock.set(clock.now() + TimeDelta::seconds(5));
    }
    door.break_with(Fault::None);
    enter(&mut house.browser(), &door).await.expect(403);
});

on_both!(a_provider_that_fails_half_way_lets_nobody_in, |data: Throwaway| async move {
    let (house, door, _) = with_door(data).await;
    for fault in [Fault::Broken, Fault::Stalled, Fault::Endless] {
        let mut browser = house.browser();
        let back = through(&mut browser, &door, "/sign-in/with/door").await;
        door.break_with(fault);
        let begun = Instant::now();
        let page = browser.get(&back).await.expect(503);
        assert!(begun.elapsed() < LIMIT * 4, "{fault:?} took {:?}", begun.elapsed());
        assert!(page.text("main").contains("does not answer") && !is_in(&mut browser).await);
        door.break_with(Fault::None);
        enter(&mut browser, &door).await.expect(303);
    }
});

on_both!(what_the_provider_calls_someone_is_shown_as_text, |data: Throwaway| async move {
    let (house, door, _) = with_door(data).await;
    door.say("email", json!("<script>alert(1)</script>\u{0}\n\"x\"@example.org"));
    let mut browser = house.browser();
    enter(&mut browser, &door).await.expect(303);
    let page = browser.get("/account").await.expect(200);
    assert!(page.text("main").contains("<script>alert(1)</script>"), "{}", page.text("main"));
    assert!(!page.body.contains("<script>alert"));
});
