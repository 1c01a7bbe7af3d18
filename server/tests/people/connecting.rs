//! Connecting what a provider knows someone by to their account, by proof alone.

use chrono::TimeDelta;
use domain::people::Role;
use services::on_both;
use services::people::sessions::CONFIRMED_MINUTES;
use services::testing::Throwaway;

use super::{EMAIL, PASSWORD, add, is_in, sign_in, through, unconnected, with_door};
use crate::support::House;

const GRACE: &str = "grace@folkmoot.test";

/// Lets so much time pass that whoever signed in before must prove again who they are.
fn let_time_pass(house: &House) {
    let clock = &house.data.services.clock;
    clock.set(clock.now() + TimeDelta::minutes(CONFIRMED_MINUTES));
}

on_both!(connecting_asks_for_the_password_first, |data: Throwaway| async move {
    let (house, door) = unconnected(data).await;
    add(&house, EMAIL, Role::Administrator).await;
    let mut browser = house.browser();
    sign_in(&mut browser, EMAIL, PASSWORD).await.expect(303);
    let_time_pass(&house);
    let page = browser.get("/account/connect/door").await.expect(303);
    let confirm = page.location().expect("the page that asks");
    assert!(confirm.starts_with("/account/confirm?next="), "{confirm}");
    let form = browser.get(&confirm).await.expect(200).attribute("main form", "action").expect("a form");
    let before = browser.clone();
    let page = browser.post(&form, &[("password", "not the password")]).await.expect(422);
    assert!(page.text(".govuk-error-summary").contains("password is wrong"));
    browser.post(&form, &[("password", "")]).await.expect(422);
    let page = browser.post(&form, &[("password", PASSWORD)]).await.expect(303);
    assert_eq!(page.location().as_deref(), Some("/account/connect/door"));
    assert!(!is_in(&mut before.clone()).await, "the session has a new secret");
    let back = through(&mut browser, &door, "/account/connect/door").await;
    assert_eq!(browser.get(&back).await.expect(303).location().as_deref(), Some("/account"));
    assert!(browser.get("/account").await.text("main").contains("The Door"));
});

on_both!(what_belongs_to_one_person_is_not_connected_to_another, |data: Throwaway| async move {
    let (house, door, _) = with_door(data).await;
    add(&house, GRACE, Role::Reader).await;
    let mut grace = house.browser();
    sign_in(&mut grace, GRACE, PASSWORD).await.expect(303);
    let back = through(&mut grace, &door, "/account/connect/door").await;
    let page = grace.get(&back).await.expect(409);
    assert!(page.text("h1").contains("another account"));
    let account = grace.get("/account").await.text("main");
    assert!(account.contains(GRACE) && !account.contains("Connected at"), "{account}");
});

on_both!(only_whoever_began_to_connect_can_finish, |data: Throwaway| async move {
    let (house, door) = unconnected(data).await;
    add(&house, EMAIL, Role::Administrator).await;
    add(&house, GRACE, Role::Reader).await;
    let mut browser = house.browser();
    sign_in(&mut browser, EMAIL, PASSWORD).await.expect(303);
    let back = through(&mut browser, &door, "/account/connect/door").await;
    // Someone else signs in in the same browser before it comes back.
    sign_in(&mut browser, GRACE, PASSWORD).await.expect(303);
    browser.get(&back).await.expect(409);
    sign_in(&mut browser, EMAIL, PASSWORD).await.expect(303);
    let back = through(&mut browser, &door, "/account/connect/door").await;
    browser.post("/sign-out", &[]).await.expect(303);
    browser.get(&back).await.expect(409);
    // Another's browser has no use for what was brought back to this one.
    let mut thief = house.browser();
    sign_in(&mut thief, GRACE, PASSWORD).await.expect(303);
    sign_in(&mut browser, EMAIL, PASSWORD).await.expect(303);
    let back = through(&mut browser, &door, "/account/connect/door").await;
    thief.get(&back).await.expect(409);
    browser.get(&back).await.expect(303);
});

on_both!(the_last_way_to_sign_in_stays, |data: Throwaway| async move {
    let (house, door, ada) = with_door(data).await;
    let mut browser = house.browser();
    sign_in(&mut browser, EMAIL, PASSWORD).await.expect(303);
    let mine = services::people::identities::of(&house.data.services, ada).await.expect("the ways")[0]
        .id
        .to_string();
    add(&house, GRACE, Role::Reader).await;
    let mut grace = house.browser();
    sign_in(&mut grace, GRACE, PASSWORD).await.expect(303);
    grace.post("/account/disconnect", &[("identity", &mine)]).await.expect(404);
    let_time_pass(&house);
    let page = browser.post("/account/disconnect", &[("identity", &mine)]).await.expect(303);
    assert!(page.location().is_some_and(|to| to.starts_with("/account/confirm")), "it asks for proof first");
    sign_in(&mut browser, EMAIL, PASSWORD).await.expect(303);
    browser.post("/account/disconnect", &[("identity", &mine)]).await.expect(303);
    let back = through(&mut house.browser(), &door, "/sign-in/with/door").await;
    house.browser().get(&back).await.expect(409);
    let mut out = house.browser();
    let back = through(&mut out, &door, "/sign-in/with/door").await;
    out.get(&back).await.expect(403);
    for nobody in ["", "x", "00000000-0000-0000-0000-000000000000"] {
        browser.post("/account/disconnect", &[("identity", nobody)]).await.expect(404);
    }
});

on_both!(signing_in_again_is_proof_only_if_the_provider_asked_afresh, |data: Throwaway| async move {
    let (house, door, _) = with_door(data).await;
    let clock = house.data.services.clock.clone();
    let long_ago = clock.now().timestamp() - 3600;
    door.lie(move |claims| claims["auth_time"] = long_ago.into());
    let mut browser = house.browser();
    let back = through(&mut browser, &door, "/sign-in/with/door").await;
    browser.get(&back).await.expect(303);
    assert!(is_in(&mut browser).await, "an open session at the provider is enough to sign in");
    let asked = browser.get("/account/connect/door").await.expect(303).location().expect("a place");
    assert!(asked.starts_with("/account/confirm"), "but no proof: {asked}");
    let again = "/sign-in/with/door?next=/account&again=yes";
    let sent = browser.get(again).await.expect(303).location().expect("the provider");
    assert!(sent.contains("prompt=login") && sent.contains("max_age=0"), "{sent}");
    browser.get(&door.sign_in(&sent)).await.expect(403);
    door.lie(|_| ());
    let back = through(&mut browser, &door, again).await;
    browser.get(&back).await.expect(303);
    let to = browser.get("/account/connect/door").await.expect(303).location().expect("a place");
    assert!(to.starts_with(&door.issuer()), "{to}");
});
