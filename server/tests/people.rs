//! Signing in and out, and the people of the team.

mod accounts;
mod by_link;
mod by_provider;
mod connecting;
mod faults;
mod invitations;
mod leaving;
mod limits;
mod passkeys;
mod password;
mod roles;
mod second_step;
mod session;

use domain::people::{Grant, NewAccount, Role, Scope};
use services::people::accounts as service;
use uuid::Uuid;

use crate::support::{Browser, Door, House, Page};

const EMAIL: &str = "ada@folkmoot.test";
const PASSWORD: &str = "three random words";

/// Adds a person with a password, and gives their id.
async fn add(house: &House, email: &str, role: Role) -> Uuid {
    let account = NewAccount {
        name: "Ada Lead".to_owned(),
        email: email.to_owned(),
        password: PASSWORD.to_owned(),
        grant: Grant { role, scope: Scope::Platform },
    };
    service::add(&house.data.services, account).await.expect("an account")
}

/// Sends the form to sign in.
async fn sign_in(browser: &mut Browser, email: &str, password: &str) -> Page {
    browser.post("/sign-in", &[("email", email), ("password", password)]).await
}

/// Whether this browser is signed in: the page of people lets an administrator in.
async fn is_in(browser: &mut Browser) -> bool {
    browser.get("/team/people").await.status.as_u16() == 200
}

/// Goes to the provider from this address of the portal, signs in there, and gives what is brought back.
async fn through(browser: &mut Browser, door: &Door, from: &str) -> String {
    let page = browser.get(from).await.expect(303);
    door.sign_in(&page.location().expect("the provider's address"))
}

/// A portal with the provider, and Ada, an administrator who has connected what it knows her by.
async fn with_door(data: services::testing::Throwaway) -> (House, Door, Uuid) {
    let (house, door) = unconnected(data).await;
    let ada = add(&house, EMAIL, Role::Administrator).await;
    let mut browser = house.browser();
    sign_in(&mut browser, EMAIL, PASSWORD).await.expect(303);
    let back = through(&mut browser, &door, "/account/connect/door").await;
    browser.get(&back).await.expect(303);
    (house, door, ada)
}

/// A portal with the provider, by which nobody is known.
async fn unconnected(data: services::testing::Throwaway) -> (House, Door) {
    let door = Door::open(&data.services.clock, EMAIL).await;
    (House::new(data).await.with_providers(door.providers()), door)
}
