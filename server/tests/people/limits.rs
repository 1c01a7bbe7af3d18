//! How often one caller may ask.

use domain::people::Role;
use folkmoot::settings::limits::Settings;
use services::on_both;
use services::testing::Throwaway;

use super::{EMAIL, PASSWORD, add, is_in, sign_in};
use crate::support::{House, Who};

on_both!(whoever_guesses_and_guesses_must_wait, |data: Throwaway| async move {
    let house = House::new(data).await.with_limits(&Settings { sign_in: 4, ..Settings::NONE });
    add(&house, EMAIL, Role::Administrator).await;
    let mut browser = house.browser();
    for wrong in ["one", "two"] {
        sign_in(&mut browser, "nobody@folkmoot.test", wrong).await.expect(422);
    }
    // What guesses receipts takes from the same measure.
    browser.post("/my-words", &[("reference", "ABCD-2345"), ("code", "0123456789ab")]).await.expect(422);
    sign_in(&mut browser, EMAIL, PASSWORD).await.expect(303);
    let page = sign_in(&mut browser, EMAIL, PASSWORD).await.expect(429);
    let wait: u64 = page.header("retry-after").parse().expect("how long to wait");
    assert!((1..=16).contains(&wait), "four a minute is one each 15 s: {wait}");
    assert!(page.text("main").contains("reload this page"));
    assert!(is_in(&mut browser).await, "whoever is in stays in, and reads on");
    browser.get("/cy/sign-in").await.expect(200);
});

on_both!(searching_is_counted_by_person, |data: Throwaway| async move {
    let house = House::new(data).await.with_limits(&Settings { search: 2, ..Settings::NONE });
    let search = format!("/team/calls/{}/search?words=care", house.call.slug);
    let (mut one, mut other) =
        (house.browser_of(Who::OnPlatform(Role::Reader)), house.browser_of(Who::OnPlatform(Role::Owner)));
    for _ in 0..2 {
        one.get(&search).await.expect(200);
    }
    one.get(&search).await.expect(429);
    other.get(&search).await.expect(200);
    one.get("/team").await.expect(200);
});
