//! Choosing another password.

use chrono::TimeDelta;
use domain::people::Role;
use services::on_both;
use services::testing::Throwaway;

use super::{EMAIL, PASSWORD, add, is_in, sign_in};
use crate::support::House;

/// What Ada chooses.
const NEW: &str = "four other random words";

on_both!(a_new_password_is_the_only_one_and_ends_other_sessions, |data: Throwaway| async move {
    let house = House::new(data).await;
    add(&house, EMAIL, Role::Administrator).await;
    let (mut here, mut there) = (house.browser(), house.browser());
    sign_in(&mut here, EMAIL, PASSWORD).await.expect(303);
    sign_in(&mut there, EMAIL, PASSWORD).await.expect(303);
    let before = here.cookie("folkmoot-session").expect("a session").to_owned();
    let page = here.post("/account/password", &[("password", "too short")]).await.expect(422);
    assert!(page.text("#password-error").contains("at least 12"));
    here.post("/account/password", &[("password", NEW)]).await.expect(303);
    assert!(is_in(&mut here).await && !is_in(&mut there).await);
    there.hold("folkmoot-session", &before);
    assert!(!is_in(&mut there).await, "the session here has a new secret");
    sign_in(&mut there, EMAIL, PASSWORD).await.expect(422);
    sign_in(&mut there, EMAIL, NEW).await.expect(303);
    let told = there.get("/team/audit").await.text("main");
    assert!(!told.contains(NEW));
});

on_both!(a_password_is_changed_by_whoever_has_just_given_the_old_one, |data: Throwaway| async move {
    let house = House::new(data).await;
    add(&house, EMAIL, Role::Reader).await;
    let mut browser = house.browser();
    sign_in(&mut browser, EMAIL, PASSWORD).await.expect(303);
    let clock = &house.data.services.clock;
    clock.set(clock.now() + TimeDelta::minutes(11));
    for page in [
        browser.get("/account/password").await,
        browser.post("/account/password", &[("password", NEW)]).await,
    ] {
        assert_eq!(page.location().as_deref(), Some("/account/confirm?next=%2Faccount%2Fpassword"));
    }
    sign_in(&mut house.browser(), EMAIL, PASSWORD).await.expect(303);
    browser.post("/account/confirm", &[("password", PASSWORD)]).await.expect(303);
    browser.post("/account/password", &[("password", NEW)]).await.expect(303);
    sign_in(&mut house.browser(), EMAIL, NEW).await.expect(303);
});
