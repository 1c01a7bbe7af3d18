//! Signing in by the link of a letter.

use chrono::TimeDelta;
use domain::mail::{Fill, LetterKind, Value};
use domain::people::Role;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use services::on_both;
use services::people::accounts;
use services::people::by_link::LINK_MINUTES;
use services::store::entities::letter;
use services::testing::Throwaway;

use super::{EMAIL, PASSWORD, add, is_in, sign_in};
use crate::support::{Browser, House, Page, Who};

/// The links that letters have taken to an address, oldest first.
async fn links(house: &House, address: &str) -> Vec<String> {
    let rows = letter::Entity::find()
        .filter(letter::Column::Kind.eq(LetterKind::SignInLink.as_str()))
        .filter(letter::Column::Address.eq(address))
        .order_by_asc(letter::Column::Id)
        .all(house.data.services.db.read())
        .await
        .expect("the letters");
    let link = |row: letter::Model| {
        let fill: Fill = serde_json::from_str(&row.fill).expect("its values");
        match fill.get("link") {
            Some(Value::Private(link)) => link.clone(),
            other => panic!("{other:?}"),
        }
    };
    rows.into_iter().map(link).collect()
}

/// Asks for a link, and gives it.
async fn ask(house: &House, browser: &mut Browser, address: &str) -> String {
    wait(house, TimeDelta::milliseconds(1));
    let page = browser.post("/sign-in/link", &[("email", address)]).await.expect(303);
    assert_eq!(page.location().as_deref(), Some("/sign-in/link/sent"));
    links(house, &address.to_lowercase()).await.pop().expect("a letter")
}

/// Opens a link and presses the button.
async fn follow(browser: &mut Browser, link: &str, fields: &[(&str, &str)]) -> Page {
    browser.open(link).await.expect(200);
    browser.post("/sign-in/by-link", fields).await
}

fn wait(house: &House, time: TimeDelta) {
    let clock = &house.data.services.clock;
    clock.set(clock.now() + time);
}

on_both!(a_link_signs_in_whoever_reads_the_mailbox, |data: Throwaway| async move {
    let house = House::new(data).await.with_mail_server();
    let ada = add(&house, EMAIL, Role::Administrator).await;
    let mut browser = house.browser();
    let page = browser.post("/sign-in/link?next=/team/people", &[("email", "ada")]).await.expect(422);
    assert_eq!(page.attribute(".govuk-error-summary a", "href").as_deref(), Some("#email"));
    assert_eq!(page.attribute("#email", "value").as_deref(), Some("ada"), "kept as typed");
    let action = page.attribute("main form", "action").expect("a form");
    browser.post(&action, &[("email", "ADA@folkmoot.test")]).await.expect(303);
    let link = links(&house, EMAIL).await.pop().expect("a letter");
    // A program that looks for bad links opens it first, and changes nothing.
    for _ in 0..2 {
        assert!(house.browser().open(&link).await.expect(200).text("main").contains("Ada Lead"));
    }
    let mut phone = house.browser();
    let page = follow(&mut phone, &link, &[]).await.expect(303);
    assert_eq!(page.location().as_deref(), Some("/team/people"), "on any device");
    assert!(is_in(&mut phone).await && !is_in(&mut browser).await);
    assert_eq!(phone.cookie("folkmoot-link"), None);
    // It was proof just now, so a forgotten password is replaced.
    phone.post("/account/password", &[("password", "four other random words")]).await.expect(303);
    sign_in(&mut browser, EMAIL, "four other random words").await.expect(303);
    let page = house.browser().get(&link).await.expect(404);
    assert_eq!(page.text("h1"), "This link does not work any more");
    let audit = phone.get("/team/audit").await.expect(200).text("main");
    assert!(audit.contains("Ada Lead signed in by the link of a letter"), "{audit}");
    let held = accounts::by_id(&house.data.services, ada).await.expect("her account");
    assert!(held.password);
});

on_both!(whoever_has_no_account_makes_one_with_the_link, |data: Throwaway| async move {
    let house = House::new(data).await.with_mail_server();
    let before = accounts::list(&house.data.services).await.expect("everyone").len();
    let mut browser = house.browser();
    let link = ask(&house, &mut browser, "Rhiannon@village.example").await;
    let page = follow(&mut browser, &link, &[("name", " ")]).await.expect(422);
    assert_eq!(page.attribute(".govuk-error-summary a", "href").as_deref(), Some("#name"));
    let page = browser.post("/sign-in/by-link", &[("name", "Rhiannon Rees")]).await.expect(303);
    assert_eq!(page.location().as_deref(), Some("/account"), "nothing of the team's is theirs");
    let account = browser.get("/account").await.expect(200).text("main");
    assert!(account.contains("Rhiannon Rees") && account.contains("rhiannon@village.example"));
    browser.get("/team").await.expect(403);
    let all = accounts::list(&house.data.services).await.expect("everyone");
    assert_eq!(all.len(), before + 1);
    assert!(all.iter().any(|person| person.name == "Rhiannon Rees" && person.grants.is_empty()));
    // The next link signs her in to the same account.
    let link = ask(&house, &mut browser, "rhiannon@village.example").await;
    follow(&mut house.browser(), &link, &[]).await.expect(303);
    assert_eq!(accounts::list(&house.data.services).await.expect("everyone").len(), before + 1);
});

on_both!(an_invitation_that_waits_is_accepted_by_a_link, |data: Throwaway| async move {
    let house = House::new(data).await.with_mail_server();
    let invited = [("name", "Ada Lead"), ("email", EMAIL), ("role", "administrator"), ("place", "platform")];
    house.browser_of(Who::administrator()).post("/team/people", &invited).await.expect(303);
    let mut browser = house.browser();
    let link = ask(&house, &mut browser, EMAIL).await;
    let page = browser.open(&link).await.expect(200);
    assert!(page.text("main").contains("you are invited") && !page.has("#name"));
    let page = browser.post("/sign-in/by-link", &[]).await.expect(303);
    assert_eq!(page.location().as_deref(), Some("/team"));
    assert!(is_in(&mut browser).await);
});

on_both!(a_link_ends_when_it_is_used_or_old, |data: Throwaway| async move {
    let house = House::new(data).await.with_mail_server();
    add(&house, EMAIL, Role::Administrator).await;
    let mut browser = house.browser();
    let first = ask(&house, &mut browser, EMAIL).await;
    let second = ask(&house, &mut browser, EMAIL).await;
    let mut late = house.browser();
    late.open(&first).await.expect(200);
    follow(&mut browser, &second, &[]).await.expect(303);
    late.post("/sign-in/by-link", &[]).await.expect(404);
    late.get("/sign-in/by-link").await.expect(404);

    let third = ask(&house, &mut browser, EMAIL).await;
    late.open(&third).await.expect(200);
    wait(&house, TimeDelta::minutes(LINK_MINUTES));
    late.post("/sign-in/by-link", &[]).await.expect(404);

    let fourth = ask(&house, &mut browser, EMAIL).await;
    let (mut one, mut other) = (house.browser(), house.browser());
    one.open(&fourth).await.expect(200);
    other.open(&fourth).await.expect(200);
    let (first, second) =
        tokio::join!(one.post("/sign-in/by-link", &[]), other.post("/sign-in/by-link", &[]));
    let mut answers = [first.status.as_u16(), second.status.as_u16()];
    answers.sort_unstable();
    assert_eq!(answers, [303, 404]);
    let mut guesser = house.browser();
    guesser.hold("folkmoot-link", &"a".repeat(64));
    for path in ["/sign-in/by-link".to_owned(), format!("/sign-in/by-link/{}", "b".repeat(64))] {
        guesser.get(&path).await.expect(404);
    }
});

on_both!(nobody_is_flooded_and_every_address_is_answered_alike, |data: Throwaway| async move {
    let house = House::new(data).await.with_mail_server();
    add(&house, EMAIL, Role::Administrator).await;
    let mut browser = house.browser();
    let mut answers = Vec::new();
    for address in [EMAIL, "nobody@folkmoot.test"] {
        for _ in 0..7 {
            let page = browser.submit("/sign-in/link", &[("email", address)]).await.expect(200);
            answers.push(page.text("main"));
        }
        assert_eq!(links(&house, address).await.len(), 5);
    }
    answers.dedup();
    assert_eq!(answers.len(), 1);
    // Whoever reads the mailbox has five to use, and using one makes room.
    let held = links(&house, EMAIL).await;
    follow(&mut house.browser(), &held[0], &[]).await.expect(303);
    ask(&house, &mut browser, EMAIL).await;
    assert_eq!(links(&house, EMAIL).await.len(), 6);
});

on_both!(a_link_gets_past_the_wait_that_somebody_else_has_caused, |data: Throwaway| async move {
    let house = House::new(data).await.with_mail_server();
    add(&house, EMAIL, Role::Administrator).await;
    let mut stranger = house.browser();
    for _ in 0..5 {
        sign_in(&mut stranger, EMAIL, "not the password").await.expect(422);
    }
    let mut ada = house.browser();
    sign_in(&mut ada, EMAIL, PASSWORD).await.expect(422);
    let link = ask(&house, &mut ada, EMAIL).await;
    follow(&mut ada, &link, &[]).await.expect(303);
    sign_in(&mut house.browser(), EMAIL, PASSWORD).await.expect(303);
});

on_both!(no_link_opens_a_closed_account, |data: Throwaway| async move {
    let house = House::new(data).await.with_mail_server();
    let ada = add(&house, EMAIL, Role::Reader).await;
    accounts::disable(&house.data.services, ada).await.expect("closed");
    let mut browser = house.browser();
    let link = ask(&house, &mut browser, EMAIL).await;
    let page = follow(&mut browser, &link, &[]).await.expect(409);
    assert!(page.text("main").contains("This account is closed"));
    browser.get("/account").await.expect(303);
});

on_both!(a_link_is_proof_before_what_could_lock_someone_out, |data: Throwaway| async move {
    let house = House::new(data).await.with_mail_server();
    add(&house, EMAIL, Role::Administrator).await;
    let mut browser = house.browser();
    sign_in(&mut browser, EMAIL, PASSWORD).await.expect(303);
    wait(&house, TimeDelta::minutes(11));
    let asked = browser.submit("/account/password", &[("password", "four other random words")]).await;
    assert_eq!(asked.attribute("[name=email]", "value").as_deref(), Some(EMAIL));
    let to = asked.attribute("main form:has([name=email])", "action").expect("a form");
    browser.post(&to, &[("email", EMAIL)]).await.expect(303);
    let link = links(&house, EMAIL).await.pop().expect("a letter");
    let page = follow(&mut browser, &link, &[]).await.expect(303);
    assert_eq!(page.location().as_deref(), Some("/account/password"));
    browser.post("/account/password", &[("password", "four other random words")]).await.expect(303);
});

on_both!(where_no_letters_leave_no_link_is_offered, |data: Throwaway| async move {
    let house = House::new(data).await.without_mail_server();
    let page = house.browser().get("/sign-in").await.expect(200);
    assert!(!page.has("main a[href^='/sign-in/link']"));
    house.browser().get("/sign-in/link").await.expect(404);
    house.browser().post("/sign-in/link", &[("email", EMAIL)]).await.expect(404);
    let with = house.with_mail_server();
    assert!(with.browser().get("/sign-in").await.expect(200).has("main a[href^='/sign-in/link']"));
});
