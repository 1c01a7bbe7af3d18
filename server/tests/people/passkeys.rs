//! Passkeys: adding one, and signing in with it alone or after a first step.

use chrono::TimeDelta;
use domain::people::Role;
use services::on_both;
use services::testing::Throwaway;

use super::{EMAIL, PASSWORD, add, is_in, sign_in};
use crate::support::{Browser, Device, House, Page};

const HERE: &str = "https://evidence.example.org";

/// A portal that is reached by a name over TLS, and Ada, an administrator.
async fn house(data: Throwaway) -> House {
    let house = House::new(data).await.requiring_two_steps().at(HERE);
    add(&house, EMAIL, Role::Administrator).await;
    house
}

/// What the page asks the browser, as JSON.
fn asked(page: &Page) -> String {
    page.attribute("form[data-passkey]", "data-options").expect("what is asked")
}

/// Adds a passkey for whoever is signed in, and gives its device and the page after it.
async fn add_key(browser: &mut Browser, name: &str) -> (Device, Page) {
    let page = browser.submit("/account/passkeys", &[]).await.expect(200);
    let (device, answer) = Device::make(HERE, &asked(&page));
    let page =
        browser.submit("/account/passkeys/new", &[("name", name), ("answer", &answer)]).await.expect(200);
    (device, page)
}

/// Ada in a browser, with a passkey.
async fn ada(house: &House) -> (Browser, Device, Vec<String>) {
    let mut browser = house.browser();
    sign_in(&mut browser, EMAIL, PASSWORD).await.expect(303);
    let (device, page) = add_key(&mut browser, "My phone").await;
    let codes = page.texts(".fm-recovery li");
    assert_eq!(codes.len(), 10);
    (browser, device, codes)
}

/// Asks to sign in with a passkey, and gives what the browser is asked.
async fn ask(browser: &mut Browser) -> String {
    asked(&browser.submit("/sign-in/passkey/begin", &[]).await.expect(200))
}

async fn give(browser: &mut Browser, answer: &str) -> Page {
    browser.post("/sign-in/passkey", &[("answer", answer)]).await
}

on_both!(a_passkey_signs_in_alone_and_counts_as_two_steps, |data: Throwaway| async move {
    let house = house(data).await;
    let (mut here, device, _) = ada(&house).await;
    assert!(is_in(&mut here).await, "the second step was asked for, and this is one");
    let mut browser = house.browser();
    assert!(browser.get("/sign-in").await.has("form[action^='/sign-in/passkey/begin']"));
    let options = ask(&mut browser).await;
    let answer = device.sign(&options);
    give(&mut browser, &answer).await.expect(303);
    assert!(is_in(&mut browser).await);
    let audit = browser.get("/team/audit").await.expect(200).text("main");
    assert!(audit.contains("signed in with a passkey") && audit.contains("added a passkey"), "{audit}");
    // An answer counts once, and for what was asked.
    let mut again = house.browser();
    ask(&mut again).await;
    give(&mut again, &answer).await.expect(422);
    assert!(!is_in(&mut again).await);
    give(&mut again, "no answer").await.expect(422);
    house.browser().post("/sign-in/passkey", &[("answer", &answer)]).await.expect(422);
});

on_both!(a_passkey_takes_the_second_step_of_its_owner_alone, |data: Throwaway| async move {
    let house = house(data).await;
    let (_, device, codes) = ada(&house).await;
    let mut half = house.browser();
    sign_in(&mut half, EMAIL, PASSWORD).await.expect(303);
    assert!(!is_in(&mut half).await);
    let options = ask(&mut half).await;
    give(&mut half, &device.sign(&options)).await.expect(303);
    assert!(is_in(&mut half).await);

    add(&house, "grace@folkmoot.test", Role::Administrator).await;
    let mut grace = house.browser();
    sign_in(&mut grace, "grace@folkmoot.test", PASSWORD).await.expect(303);
    add_key(&mut grace, "Hers").await;
    let mut other = house.browser();
    sign_in(&mut other, "grace@folkmoot.test", PASSWORD).await.expect(303);
    let options = ask(&mut other).await;
    give(&mut other, &device.sign(&options)).await.expect(422);
    assert!(!is_in(&mut other).await);

    let mut lost = house.browser();
    sign_in(&mut lost, EMAIL, PASSWORD).await.expect(303);
    lost.post("/sign-in/code", &[("recovery-code", &codes[0])]).await.expect(303);
    assert!(is_in(&mut lost).await, "without the device a recovery code helps");
});

on_both!(no_answer_is_believed_that_is_not_right_in_every_part, |data: Throwaway| async move {
    let house = house(data).await;
    let (_, mut device, _) = ada(&house).await;
    let grace = add(&house, "grace@folkmoot.test", Role::Administrator).await;
    let mut browser = house.browser();
    let own = device.user.clone();
    for lie in ["unverified", "elsewhere", "another", "changed"] {
        let options = ask(&mut browser).await;
        device.verifies = lie != "unverified";
        HERE.clone_into(&mut device.origin);
        own.clone_into(&mut device.user);
        match lie {
            "elsewhere" => "https://evidence.example.com".clone_into(&mut device.origin),
            "another" => device.user = base64_of(grace.as_bytes()),
            _ => {}
        }
        let mut answer = device.sign(&options);
        if lie == "changed" {
            answer = answer.replacen("\"signature\":\"M", "\"signature\":\"N", 1);
        }
        give(&mut browser, &answer).await.expect(422);
        assert!(!is_in(&mut browser).await, "{lie}");
    }
    let options = ask(&mut browser).await;
    let late = device.sign(&options);
    let clock = &house.data.services.clock;
    clock.set(clock.now() + TimeDelta::minutes(11));
    give(&mut browser, &late).await.expect(422);
    // What was asked for another purpose is no question to sign in.
    let mut account = house.browser();
    let options = ask(&mut account).await;
    give(&mut account, &device.sign(&options)).await.expect(303);
    let page = account.submit("/account/passkeys", &[]).await.expect(200);
    let (_, made) = Device::make(HERE, &asked(&page));
    give(&mut account, &made).await.expect(422);
});

fn base64_of(bytes: &[u8]) -> String {
    use base64::Engine;
    base64::prelude::BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

on_both!(two_answers_at_one_moment_open_one_session, |data: Throwaway| async move {
    let house = house(data).await;
    let (_, device, _) = ada(&house).await;
    let mut one = house.browser();
    let options = ask(&mut one).await;
    let (answer, mut other) = (device.sign(&options), one.clone());
    let (first, second) = tokio::join!(give(&mut one, &answer), give(&mut other, &answer));
    let mut answers = [first.status.as_u16(), second.status.as_u16()];
    answers.sort_unstable();
    assert_eq!(answers, [303, 422]);
});

on_both!(a_passkey_that_is_taken_away_opens_nothing, |data: Throwaway| async move {
    let house = house(data).await;
    let (mut browser, device, codes) = ada(&house).await;
    let id = browser.get("/account").await.attribute("[name=passkey]", "value").expect("one");
    // Nobody takes away what is another's.
    add(&house, "grace@folkmoot.test", Role::Administrator).await;
    let mut grace = house.browser();
    sign_in(&mut grace, "grace@folkmoot.test", PASSWORD).await.expect(303);
    grace.post("/account/passkeys/remove", &[("passkey", &id)]).await.expect(404);
    browser.post("/account/passkeys/remove", &[("passkey", &id)]).await.expect(303);
    assert!(!is_in(&mut browser).await, "the role needs a second step, and there is none now");
    let mut later = house.browser();
    let options = ask(&mut later).await;
    give(&mut later, &device.sign(&options)).await.expect(422);
    sign_in(&mut later, EMAIL, PASSWORD).await.expect(303);
    later.post("/sign-in/code", &[("recovery-code", &codes[0])]).await.expect(303);
    assert!(!is_in(&mut later).await, "the recovery codes went with it");
});

on_both!(a_closed_account_is_not_opened_by_a_passkey, |data: Throwaway| async move {
    let house = house(data).await;
    let (mut browser, device, _) = ada(&house).await;
    let page = browser.get("/account").await;
    assert!(page.text("main").contains("My phone"));
    add(&house, "grace@folkmoot.test", Role::Administrator).await;
    let ada = services::people::accounts::key_of(&house.data.services, EMAIL).await.expect("her");
    services::people::accounts::disable(&house.data.services, ada).await.expect("closed");
    let mut later = house.browser();
    let options = ask(&mut later).await;
    give(&mut later, &device.sign(&options)).await.expect(422);
});

on_both!(where_browsers_keep_no_passkeys_none_are_offered, |data: Throwaway| async move {
    let mut house = House::new(data).await;
    add(&house, EMAIL, Role::Administrator).await;
    for address in ["http://192.0.2.7:3000", "https://192.0.2.7", "http://evidence.example.org"] {
        house = house.at(address);
        let mut browser = house.browser();
        assert!(!browser.get("/sign-in").await.expect(200).has("form[action^='/sign-in/passkey']"));
        browser.post("/sign-in/passkey/begin", &[]).await.expect(404);
        sign_in(&mut browser, EMAIL, PASSWORD).await.expect(303);
        browser.post("/account/passkeys", &[]).await.expect(404);
    }
});
