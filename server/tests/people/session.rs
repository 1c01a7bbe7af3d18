//! A session from its beginning to its end.

use std::time::{Duration, Instant};

use chrono::TimeDelta;
use domain::people::Role;
use scraper::Selector;
use sea_orm::{EntityTrait, PaginatorTrait};
use services::on_both;
use services::people::accounts as service;
use services::people::sessions::{IDLE_HOURS, SESSION_HOURS};
use services::store::entities::session;
use services::testing::Throwaway;

use super::{EMAIL, PASSWORD, add, is_in, sign_in};
use crate::support::House;

const SESSION: &str = "folkmoot-session";

on_both!(a_person_signs_in_and_out, |data: Throwaway| async move {
    let house = House::new(data).await;
    add(&house, EMAIL, Role::Administrator).await;
    let mut browser = house.browser();
    let page = sign_in(&mut browser, " Ada@Folkmoot.Test ", PASSWORD).await.expect(303);
    assert_eq!(page.location().as_deref(), Some("/team"));
    assert!(is_in(&mut browser).await);
    let secret = browser.cookie(SESSION).expect("a session").to_owned();
    let page = browser.post("/sign-out", &[]).await.expect(303);
    assert_eq!(page.location().as_deref(), Some("/"));
    assert_eq!(browser.cookie(SESSION), None, "the cookie is taken back");
    let mut thief = house.browser();
    thief.hold(SESSION, &secret);
    assert!(!is_in(&mut thief).await, "what was copied before opens nothing");
});

on_both!(signing_in_ends_the_session_before_it, |data: Throwaway| async move {
    let house = House::new(data).await;
    add(&house, EMAIL, Role::Administrator).await;
    let mut browser = house.browser();
    sign_in(&mut browser, EMAIL, PASSWORD).await.expect(303);
    let mut old = browser.clone();
    sign_in(&mut browser, EMAIL, PASSWORD).await.expect(303);
    assert_ne!(old.cookie(SESSION), browser.cookie(SESSION));
    assert!(is_in(&mut browser).await && !is_in(&mut old).await);
    // A secret that someone planted in the browser does not become a session.
    let mut planted = house.browser();
    planted.hold(SESSION, &"a".repeat(64));
    sign_in(&mut planted, EMAIL, PASSWORD).await.expect(303);
    assert_ne!(planted.cookie(SESSION), Some("a".repeat(64).as_str()));
});

on_both!(a_session_ends_with_the_day, |data: Throwaway| async move {
    let house = House::new(data).await;
    add(&house, EMAIL, Role::Administrator).await;
    let (mut browser, clock) = (house.browser(), &house.data.services.clock);
    sign_in(&mut browser, EMAIL, PASSWORD).await.expect(303);
    let end = clock.now() + TimeDelta::hours(SESSION_HOURS);
    while clock.now() + TimeDelta::hours(2) < end {
        clock.set(clock.now() + TimeDelta::hours(2));
        assert!(is_in(&mut browser).await, "whoever works stays in");
    }
    clock.set(end - TimeDelta::seconds(1));
    assert!(is_in(&mut browser).await);
    clock.set(end);
    assert!(!is_in(&mut browser).await);
});

on_both!(a_session_that_nobody_uses_ends, |data: Throwaway| async move {
    let house = House::new(data).await;
    add(&house, EMAIL, Role::Administrator).await;
    let (mut browser, clock) = (house.browser(), &house.data.services.clock);
    sign_in(&mut browser, EMAIL, PASSWORD).await.expect(303);
    // Whoever goes on working stays in, for as long as the day is.
    for _ in 0..3 {
        clock.set(clock.now() + TimeDelta::hours(IDLE_HOURS) - TimeDelta::minutes(1));
        assert!(is_in(&mut browser).await);
    }
    clock.set(clock.now() + TimeDelta::hours(IDLE_HOURS));
    assert!(!is_in(&mut browser).await);
});

on_both!(a_person_signs_out_where_they_no_longer_are, |data: Throwaway| async move {
    let house = House::new(data).await;
    add(&house, EMAIL, Role::Administrator).await;
    add(&house, "grace@folkmoot.test", Role::Administrator).await;
    let (mut here, mut bus, mut library, mut grace) =
        (house.browser(), house.browser(), house.browser(), house.browser());
    for browser in [&mut here, &mut bus, &mut library] {
        sign_in(browser, EMAIL, PASSWORD).await.expect(303);
    }
    sign_in(&mut grace, "grace@folkmoot.test", PASSWORD).await.expect(303);
    let page = here.get("/account").await.expect(200);
    let others = page
        .html()
        .select(&Selector::parse("[name=session]").expect("a selector"))
        .filter_map(|field| field.value().attr("value").map(str::to_owned))
        .collect::<Vec<_>>();
    assert_eq!(others.len(), 2, "every place but this one can be signed out of");
    // Somebody else's session is not theirs to end.
    grace.post("/account/sign-out-elsewhere", &[("session", others[0].as_str())]).await.expect(303);
    assert!(is_in(&mut bus).await && is_in(&mut library).await);
    here.post("/account/sign-out-elsewhere", &[("session", others[0].as_str())]).await.expect(303);
    assert_eq!([is_in(&mut bus).await, is_in(&mut library).await].iter().filter(|there| **there).count(), 1);
    here.post("/account/sign-out-elsewhere", &[]).await.expect(303);
    assert!(!is_in(&mut bus).await && !is_in(&mut library).await);
    assert!(is_in(&mut here).await && is_in(&mut grace).await);
});

on_both!(a_closed_account_is_out_at_once, |data: Throwaway| async move {
    let house = House::new(data).await;
    let ada = add(&house, EMAIL, Role::Administrator).await;
    let mut browser = house.browser();
    sign_in(&mut browser, EMAIL, PASSWORD).await.expect(303);
    service::disable(&house.data.services, ada).await.expect("closed");
    assert!(!is_in(&mut browser).await);
    let page = sign_in(&mut browser, EMAIL, PASSWORD).await.expect(422);
    assert!(page.text(".govuk-error-summary").contains("do not belong together"));
});

on_both!(after_five_failures_it_is_slow_and_then_it_is_free_again, |data: Throwaway| async move {
    let house = House::new(data).await;
    add(&house, EMAIL, Role::Administrator).await;
    add(&house, "grace@folkmoot.test", Role::Administrator).await;
    let (mut browser, clock) = (house.browser(), &house.data.services.clock);
    for _ in 0..5 {
        let page = sign_in(&mut browser, EMAIL, "not the password").await.expect(422);
        assert!(page.text(".govuk-error-summary").contains("do not belong together"));
        clock.set(clock.now() + TimeDelta::seconds(1));
    }
    let page = sign_in(&mut browser, EMAIL, PASSWORD).await.expect(422);
    assert!(page.text(".govuk-error-summary").contains("Wait 15 minutes"), "even with the right one");
    let page = sign_in(&mut browser, "ADA@folkmoot.test", PASSWORD).await.expect(422);
    assert!(page.text(".govuk-error-summary").contains("Wait 15 minutes"), "however it is written");
    // Nobody else is slowed, and nobody else's sign-in frees the address.
    sign_in(&mut house.browser(), "grace@folkmoot.test", PASSWORD).await.expect(303);
    sign_in(&mut browser, EMAIL, PASSWORD).await.expect(422);
    clock.set(clock.now() + TimeDelta::minutes(15));
    sign_in(&mut browser, EMAIL, PASSWORD).await.expect(303);
    assert!(is_in(&mut browser).await);
});

on_both!(nothing_tells_whether_there_is_an_account, |data: Throwaway| async move {
    let house = House::new(data).await;
    add(&house, EMAIL, Role::Administrator).await;
    let mut browser = house.browser();
    let (mut longest, mut shortest) = (Duration::ZERO, Duration::MAX);
    for _ in 0..7 {
        let begun = Instant::now();
        let known = sign_in(&mut browser, EMAIL, "not the password").await.expect(422);
        longest = longest.max(begun.elapsed());
        let begun = Instant::now();
        let unknown = sign_in(&mut browser, "eve@folkmoot.test", "not the password").await.expect(422);
        if unknown.body.contains("do not belong together") {
            shortest = shortest.min(begun.elapsed());
        }
        assert_eq!(known.body.replace(EMAIL, "…"), unknown.body.replace("eve@folkmoot.test", "…"));
        assert!(!known.body.contains("not the password"), "a password is never sent back");
    }
    // An address without an account costs a hash too: without one it would be hundreds of times as fast.
    assert!(shortest * 20 > longest, "{shortest:?} tells it from {longest:?}");
});

on_both!(next_never_leaves_the_portal, |data: Throwaway| async move {
    let house = House::new(data).await;
    add(&house, EMAIL, Role::Administrator).await;
    let page = house.browser().get("/team/people").await.expect(303);
    let asked = page.location().expect("to sign in");
    assert_eq!(asked, "/sign-in?next=%2Fteam%2Fpeople");
    let form = house.browser().get(&asked).await.attribute("main form", "action").expect("a form");
    let fields = [("email", EMAIL), ("password", PASSWORD)];
    let page = house.browser().post(&form, &fields).await.expect(303);
    assert_eq!(page.location().as_deref(), Some("/team/people"), "back to what was asked for");
    for evil in [
        "https://evil.test/",
        "//evil.test/",
        "/\\evil.test",
        "\\\\evil.test",
        "/\t/evil.test",
        "/%09/evil.test",
        "/\n/evil.test",
        "javascript:alert(1)",
        " //evil.test",
        "evil.test",
        "",
    ] {
        let query: String = form_urlencoded::byte_serialize(evil.as_bytes()).collect();
        let page = house.browser().post(&format!("/sign-in?next={query}"), &fields).await.expect(303);
        let to = page.location().expect("somewhere");
        let own = to.starts_with('/') && !to.starts_with("//") && to.bytes().all(|b| b > b' ' && b != b'\\');
        assert!(own, "{evil:?} leads to {to:?}");
    }
});

on_both!(a_wrong_password_keeps_the_way_back, |data: Throwaway| async move {
    let house = House::new(data).await;
    add(&house, EMAIL, Role::Administrator).await;
    let mut browser = house.browser();
    let to = "/sign-in?next=%2Fteam%2Fpeople";
    let page = browser.post(to, &[("email", EMAIL), ("password", "wrong")]).await.expect(422);
    assert_eq!(page.attribute("#email", "value").as_deref(), Some(EMAIL));
    let form = page.attribute("main form", "action").expect("a form");
    let page = browser.post(&form, &[("email", EMAIL), ("password", PASSWORD)]).await.expect(303);
    assert_eq!(page.location().as_deref(), Some("/team/people"));
});

on_both!(cookies_are_for_the_server_alone, |data: Throwaway| async move {
    let mut house = House::new(data).await;
    add(&house, EMAIL, Role::Administrator).await;
    for (address, secure) in [("http://folkmoot.test", false), ("https://folkmoot.test", true)] {
        house = house.at(address);
        let session = sign_in(&mut house.browser(), EMAIL, PASSWORD).await.expect(303);
        let start = format!("/calls/{}/start", house.call.slug);
        let draft = house.browser().post(&start, &[]).await.expect(303);
        for page in [session, draft] {
            let cookie = page.header("set-cookie").to_owned();
            let parts: Vec<&str> = cookie.split("; ").collect();
            for part in ["HttpOnly", "SameSite=Lax", "Path=/"] {
                assert!(parts.contains(&part), "{cookie} lacks {part}");
            }
            assert_eq!(parts.contains(&"Secure"), secure, "{cookie}");
            assert_eq!(cookie.starts_with("__Host-folkmoot-"), secure, "{cookie}");
            assert!(!cookie.contains("Domain="), "{cookie} is for this host alone");
            assert!(
                !cookie.contains("Max-Age") && !cookie.contains("Expires"),
                "{cookie} goes with the browser"
            );
        }
        // Where cookies are secure, one without the prefix is nobody's.
        let mut browser = house.browser();
        sign_in(&mut browser, EMAIL, PASSWORD).await.expect(303);
        assert!(is_in(&mut browser).await);
        if secure {
            let secret = browser.cookie("__Host-folkmoot-session").expect("a session").to_owned();
            let mut planted = house.browser();
            planted.hold(SESSION, &secret);
            assert!(!is_in(&mut planted).await);
            let page = browser.post("/sign-out", &[]).await.expect(303);
            let cookie = page.header("set-cookie");
            assert!(cookie.contains("Secure") && cookie.contains("Path=/"), "{cookie}: else it would stay");
        }
    }
});

on_both!(sessions_that_are_over_are_swept_away, |data: Throwaway| async move {
    let house = House::new(data).await;
    add(&house, EMAIL, Role::Administrator).await;
    let clock = &house.data.services.clock;
    for _ in 0..3 {
        sign_in(&mut house.browser(), EMAIL, PASSWORD).await.expect(303);
    }
    clock.set(clock.now() + TimeDelta::days(120));
    sign_in(&mut house.browser(), EMAIL, PASSWORD).await.expect(303);
    let left = session::Entity::find().count(house.data.services.db.read()).await.expect("a count");
    assert_eq!(left, 1);
});
