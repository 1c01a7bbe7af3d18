//! Signing in and out, and the people of the team.

mod accounts;
mod session;

use domain::people::{NewAccount, Role};
use services::people::accounts as service;
use uuid::Uuid;

use crate::support::{Browser, House, Page};

const EMAIL: &str = "ada@folkmoot.test";
const PASSWORD: &str = "three random words";

/// Adds a person with a password, and gives their id.
async fn add(house: &House, email: &str, role: Role) -> Uuid {
    let account = NewAccount {
        name: "Ada Lead".to_owned(),
        email: email.to_owned(),
        password: PASSWORD.to_owned(),
        role,
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
