//! Closing accounts, what is kept of people, and what they may do.

use domain::people::{Grant, Role, Scope};
use sea_orm::EntityTrait;
use services::on_both;
use services::people::roles;
use services::store::entities::{person, session};
use services::testing::Throwaway;

use super::{EMAIL, PASSWORD, add, is_in, sign_in};
use crate::support::{House, Who};

on_both!(an_administrator_closes_an_account_but_not_their_own, |data: Throwaway| async move {
    let house = House::new(data).await;
    let ada = add(&house, EMAIL, Role::Administrator).await.to_string();
    let (mut ada_in, mut administrator) = (house.browser(), house.browser_of(Who::administrator()));
    sign_in(&mut ada_in, EMAIL, PASSWORD).await.expect(303);
    ada_in.post("/team/people/close", &[("person", &ada)]).await.expect(409);
    assert!(is_in(&mut ada_in).await);
    administrator.post("/team/people/close", &[("person", &ada)]).await.expect(303);
    assert!(!is_in(&mut ada_in).await);
    assert!(administrator.get("/team/people").await.text("table").contains("Closed"));
    for nobody in ["", "x", "00000000-0000-0000-0000-000000000000"] {
        administrator.post("/team/people/close", &[("person", nobody)]).await.expect(404);
    }
});

on_both!(neither_passwords_nor_secrets_are_kept_as_they_are, |data: Throwaway| async move {
    let house = House::new(data).await;
    let ada = add(&house, EMAIL, Role::Coder).await;
    add(&house, "grace@folkmoot.test", Role::Coder).await;
    let mut browser = house.browser();
    sign_in(&mut browser, EMAIL, PASSWORD).await.expect(303);
    let read = house.data.services.db.read();
    let people = person::Entity::find().all(read).await.expect("the people");
    let hashes: Vec<&String> = people.iter().filter_map(|person| person.password_hash.as_ref()).collect();
    assert_eq!(hashes.len(), 2);
    assert!(hashes.iter().all(|hash| hash.starts_with("$argon2id$v=19$")), "{hashes:?}");
    assert_ne!(hashes[0], hashes[1], "each has its own salt");
    let secret = browser.cookie("folkmoot-session").expect("a session");
    let held = session::Entity::find().all(read).await.expect("the sessions");
    let mine: Vec<_> = held.iter().filter(|session| session.person_id == ada).collect();
    assert_eq!(mine.len(), 1);
    assert!(mine[0].token_hash != secret && mine[0].token_hash == services::secrets::hash(secret));
});

on_both!(a_new_role_counts_from_the_next_page, |data: Throwaway| async move {
    let house = House::new(data).await;
    let ada = add(&house, EMAIL, Role::Administrator).await;
    let mut browser = house.browser();
    sign_in(&mut browser, EMAIL, PASSWORD).await.expect(303);
    assert!(is_in(&mut browser).await);
    let services = &house.data.services;
    let grant = Grant { role: Role::Administrator, scope: Scope::Platform };
    roles::take(services, ada, grant).await.expect("the house has another administrator");
    assert!(!is_in(&mut browser).await);
});
