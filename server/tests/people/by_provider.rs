//! Signing in by a provider, where everything is right.

use chrono::TimeDelta;
use domain::people::Role;
use services::on_both;
use services::people::ATTEMPT_MINUTES;
use services::people::accounts as service;
use services::people::providers::{Providers, TIME_LIMIT};
use services::testing::Throwaway;

use super::{EMAIL, PASSWORD, add, is_in, sign_in, through, unconnected, with_door};
use crate::support::{Door, Fault, House};

const SESSION: &str = "folkmoot-session";

on_both!(a_person_signs_in_and_is_led_to_what_they_asked_for, |data: Throwaway| async move {
    let (house, door, _) = with_door(data).await;
    let mut browser = house.browser();
    let page = browser.open("/team/people").await.expect(200);
    let to = page.attribute(".fm-doors a", "href").expect("the provider's button");
    assert_eq!(page.text(".fm-doors a"), "Sign in with The Door");
    let planted = "a".repeat(64);
    browser.hold(SESSION, &planted);
    let back = through(&mut browser, &door, &to).await;
    let page = browser.get(&back).await.expect(303);
    assert_eq!(page.location().as_deref(), Some("/team/people"));
    assert_ne!(browser.cookie(SESSION), Some(planted.as_str()), "a session of its own");
    assert!(is_in(&mut browser).await);
    let account = browser.get("/account").await.expect(200).text("main");
    assert!(account.contains("The Door") && account.contains("Last used"), "{account}");
});

on_both!(welsh_stays_welsh, |data: Throwaway| async move {
    let (house, door, _) = with_door(data).await;
    let mut browser = house.browser();
    let page = browser.get("/cy/sign-in?next=/cy/account").await.expect(200);
    let to = page.attribute(".fm-doors a", "href").expect("the provider's button");
    let sent = browser.get(&to).await.expect(303).location().expect("the provider");
    assert!(sent.contains("ui_locales=cy"), "{sent}");
    let back = door.sign_in(&sent);
    assert_eq!(browser.get(&back).await.expect(303).location().as_deref(), Some("/cy/account"));
    let sent = browser.get(&to).await.expect(303).location().expect("the provider");
    door.break_with(Fault::Unsigned);
    let page = browser.get(&door.sign_in(&sent)).await.expect(403);
    assert_eq!(page.attribute("html", "lang").as_deref(), Some("cy"), "refusals too");
});

on_both!(the_way_back_never_leaves_the_portal, |data: Throwaway| async move {
    let (house, door, _) = with_door(data).await;
    for evil in ["https://evil.test/", "//evil.test", "/\\evil.test", "/%09/evil.test", "evil.test", ""] {
        let query: String = form_urlencoded::byte_serialize(evil.as_bytes()).collect();
        let mut browser = house.browser();
        let back = through(&mut browser, &door, &format!("/sign-in/with/door?next={query}")).await;
        let to = browser.get(&back).await.expect(303).location().expect("somewhere");
        assert!(to == "/team" || to == "/%09/evil.test", "{evil:?} leads to {to:?}");
    }
});

on_both!(two_tabs_do_not_end_each_others_sign_in, |data: Throwaway| async move {
    let (house, door, _) = with_door(data).await;
    let mut browser = house.browser();
    let first = through(&mut browser, &door, "/sign-in/with/door?next=/calls").await;
    let second = through(&mut browser, &door, "/sign-in/with/door?next=/about").await;
    assert_eq!(browser.get(&first).await.expect(303).location().as_deref(), Some("/calls"));
    assert_eq!(browser.get(&second).await.expect(303).location().as_deref(), Some("/about"));
});

on_both!(nobody_gets_in_who_is_not_known_and_no_page_tells_who_is, |data: Throwaway| async move {
    let (house, door) = unconnected(data).await;
    // Ada has an account with the very address that the provider says and has checked.
    let ada = add(&house, EMAIL, Role::Administrator).await;
    let mut browser = house.browser();
    let back = through(&mut browser, &door, "/sign-in/with/door").await;
    let taken = browser.get(&back).await.expect(403);
    assert!(taken.text("main").contains("connect The Door there"), "it says how to connect");
    assert!(!is_in(&mut browser).await);
    door.say("email", "nobody@example.org".into());
    let back = through(&mut browser, &door, "/sign-in/with/door").await;
    let unknown = browser.get(&back).await.expect(403);
    assert_eq!(taken.body, unknown.body, "an address that has an account and one that has none");

    let mut ada_in = house.browser();
    sign_in(&mut ada_in, EMAIL, PASSWORD).await.expect(303);
    let back = through(&mut ada_in, &door, "/account/connect/door").await;
    ada_in.get(&back).await.expect(303);
    service::disable(&house.data.services, ada).await.expect("closed");
    let back = through(&mut browser, &door, "/sign-in/with/door").await;
    assert_eq!(browser.get(&back).await.expect(403).body, unknown.body, "a closed account and none");
});

on_both!(a_provider_of_oauth_2_alone_works_too, |data: Throwaway| async move {
    let door = Door::open(&data.services.clock, EMAIL).await;
    door.say("id", 4711.into());
    let house = House::new(data).await.with_providers(door.plain("id"));
    add(&house, EMAIL, Role::Administrator).await;
    let mut browser = house.browser();
    let back = through(&mut browser, &door, "/sign-in/with/door").await;
    browser.get(&back).await.expect(403);
    sign_in(&mut browser, EMAIL, PASSWORD).await.expect(303);
    let back = through(&mut browser, &door, "/account/connect/door").await;
    browser.get(&back).await.expect(303);
    assert!(browser.get("/account").await.text("main").contains(EMAIL));
    let mut later = house.browser();
    let back = through(&mut later, &door, "/sign-in/with/door").await;
    later.get(&back).await.expect(303);
    assert!(is_in(&mut later).await);
    assert_eq!(door.reads("discovery"), 0);
    // Another number is another person, whatever else is the same.
    door.say("id", 4712.into());
    let back = through(&mut house.browser(), &door, "/sign-in/with/door").await;
    house.browser().get(&back).await.expect(409);
    let mut other = house.browser();
    let back = through(&mut other, &door, "/sign-in/with/door").await;
    other.get(&back).await.expect(403);
    door.say("id", serde_json::Value::Null);
    let back = through(&mut other, &door, "/sign-in/with/door").await;
    assert_eq!(other.get(&back).await.expect(403).text("h1"), "You are not signed in");
});

on_both!(two_providers_are_not_taken_for_one_another, |data: Throwaway| async move {
    let (one, two) =
        (Door::open(&data.services.clock, EMAIL).await, Door::open(&data.services.clock, EMAIL).await);
    let all = vec![one.settings("one", "One"), two.settings("two", "Two")];
    let house = House::new(data).await.with_providers(Providers::new(all, TIME_LIMIT));
    add(&house, EMAIL, Role::Administrator).await;
    let mut browser = house.browser();
    sign_in(&mut browser, EMAIL, PASSWORD).await.expect(303);
    let back = through(&mut browser, &one, "/account/connect/one").await;
    browser.get(&back).await.expect(303);
    // The same subject of another issuer is another person.
    let mut stranger = house.browser();
    let back = through(&mut stranger, &two, "/sign-in/with/two").await;
    assert!(stranger.get(&back).await.expect(403).text("h1").contains("one more step"));
    // What belongs to a sign-in at one cannot be brought back to the other.
    let back = through(&mut stranger, &one, "/sign-in/with/one").await;
    stranger.get(&back.replace("/return/one", "/return/two")).await.expect(409);
    let iss = form_urlencoded::byte_serialize(one.issuer().as_bytes()).collect::<String>();
    let other: String = form_urlencoded::byte_serialize(two.issuer().as_bytes()).collect();
    let mixed = stranger.get(&back.replace(&iss, &other)).await.expect(403);
    assert_eq!(mixed.text("h1"), "You are not signed in");
    assert!(!is_in(&mut stranger).await);
});

on_both!(a_sign_in_that_takes_too_long_is_over, |data: Throwaway| async move {
    let (house, door, _) = with_door(data).await;
    let (mut browser, clock) = (house.browser(), &house.data.services.clock);
    let back = through(&mut browser, &door, "/sign-in/with/door").await;
    clock.set(clock.now() + TimeDelta::minutes(ATTEMPT_MINUTES));
    let page = browser.get(&back).await.expect(409);
    assert!(page.text("main").contains("longer than 20 minutes"));
    assert!(!is_in(&mut browser).await);
});
