//! Signing out here and at the provider.

use std::collections::HashMap;

use chrono::TimeDelta;
use services::on_both;
use services::testing::Throwaway;
use url::Url;

use super::{EMAIL, PASSWORD, is_in, sign_in, through, with_door};

on_both!(whoever_came_by_a_provider_can_sign_out_there_too, |data: Throwaway| async move {
    let (house, door, _) = with_door(data).await;
    let mut browser = house.browser();
    let back = through(&mut browser, &door, "/sign-in/with/door").await;
    browser.get(&back).await.expect(303);
    let before = browser.clone();
    let page = browser.post("/sign-out", &[]).await.expect(303);
    assert_eq!(page.location().as_deref(), Some("/signed-out"));
    assert!(
        !is_in(&mut before.clone()).await && !is_in(&mut browser).await,
        "signed out here whatever comes"
    );
    let page = browser.get("/signed-out").await.expect(200);
    assert!(page.text("main").contains("still signed in with The Door"));
    let there = page.attribute("main a[role=button]", "href").expect("a way to sign out there");
    let mut stranger = house.browser();
    assert_eq!(stranger.get(&there).await.expect(303).location().as_deref(), Some("/signed-out"));

    let to = browser.get(&there).await.expect(303).location().expect("the provider");
    let to = Url::parse(&to).expect("an address");
    assert!(to.as_str().starts_with(&format!("{}/end?", door.issuer())), "{to}");
    let said: HashMap<String, String> = to.query_pairs().into_owned().collect();
    assert_eq!(said["post_logout_redirect_uri"], "http://folkmoot.test/signed-out");
    assert_eq!(said["client_id"], "folkmoot");
    assert_eq!(said["id_token_hint"].split('.').count(), 3, "the token that it gave");

    let page = browser.get("/signed-out").await.expect(200);
    assert!(!page.text("main").contains("still signed in"), "asked once");
    assert_eq!(browser.get(&there).await.expect(303).location().as_deref(), Some("/signed-out"));
});

on_both!(whoever_came_with_a_password_is_asked_nothing, |data: Throwaway| async move {
    let (house, _, _) = with_door(data).await;
    let mut browser = house.browser();
    sign_in(&mut browser, EMAIL, PASSWORD).await.expect(303);
    assert_eq!(browser.post("/sign-out", &[]).await.expect(303).location().as_deref(), Some("/"));
    assert!(!browser.get("/signed-out").await.expect(200).text("main").contains("still"));
});

on_both!(the_token_is_forgotten_after_a_while, |data: Throwaway| async move {
    let (house, door, _) = with_door(data).await;
    let (mut browser, clock) = (house.browser(), &house.data.services.clock);
    let back = through(&mut browser, &door, "/sign-in/with/door").await;
    browser.get(&back).await.expect(303);
    browser.post("/sign-out", &[]).await.expect(303);
    clock.set(clock.now() + TimeDelta::minutes(10));
    assert!(!browser.get("/signed-out").await.expect(200).text("main").contains("still"));
    let to = browser.get("/sign-out/provider").await.expect(303).location();
    assert_eq!(to.as_deref(), Some("/signed-out"));
});
