//! Who was let in, by which door, and who was not: on record, without what the provider says of them.

use domain::people::{Grant, NewAccount, Role, Scope};
use sea_orm::EntityTrait;
use services::on_both;
use services::people::accounts;
use services::store::entities::audit;
use services::testing::Throwaway;
use uuid::Uuid;

use super::{NAME, PASSWORD, house, invite, told};
use crate::support::{Browser, Door, Fault, House, Who};

/// What the provider says of Ada, and nobody else does.
const LABEL: &str = "ada.private@provider.example";

/// Goes to the provider from this address of the portal, and comes back.
async fn through(browser: &mut Browser, door: &Door, from: &str, status: u16) {
    let to = browser.get(from).await.expect(303).location().expect("the provider's address");
    browser.get(&door.sign_in(&to)).await.expect(status);
}

/// A person with a password, and the browser in which they have just given it.
async fn signed_in(house: &House, name: &str, email: &str) -> (Uuid, Browser) {
    let account = NewAccount {
        name: name.to_owned(),
        email: email.to_owned(),
        password: PASSWORD.to_owned(),
        grant: Grant { role: Role::Reader, scope: Scope::Platform },
    };
    let id = accounts::add(&house.data.services, account).await.expect("an account");
    let mut browser = house.browser();
    browser.post("/sign-in", &[("email", email), ("password", PASSWORD)]).await.expect(303);
    (id, browser)
}

/// The sentences since there were so many, oldest first.
async fn since(administrator: &mut Browser, before: usize) -> Vec<String> {
    let mut told = told(administrator, "/team/audit").await;
    told.truncate(told.len() - before);
    told.reverse();
    told
}

/// A portal with a provider that speaks of Ada, a browser of its administrator, and how many acts there are.
async fn with_door(data: Throwaway) -> (House, Door, Browser, usize) {
    let door = Door::open(&data.services.clock, LABEL).await;
    let (house, _) = house(data).await;
    let house = house.with_providers(door.providers());
    let mut administrator = house.browser_of(Who::administrator());
    let before = told(&mut administrator, "/team/audit").await.len();
    (house, door, administrator, before)
}

/// Nothing that a provider says of a person, and no address, is on record.
async fn silent(house: &House) {
    let rows = audit::Entity::find().all(house.data.services.db.read()).await.expect("the audit");
    let all = format!("{rows:?}");
    for never in ["@", "provider.example", PASSWORD] {
        assert!(!all.contains(never), "{never}");
    }
}

on_both!(an_invitation_is_told_from_its_making_to_its_end, |data: Throwaway| async move {
    let (house, door, mut administrator, before) = with_door(data).await;
    let page = administrator.post(
        "/team/people",
        &[("name", "Eve"), ("email", "eve@folkmoot.test"), ("role", "reader"), ("place", "platform")],
    );
    let at = page.await.expect(303).location().expect("the invitation's page");
    administrator.post(&format!("{at}/renew"), &[]).await.expect(303);
    administrator.post(&format!("{at}/withdraw"), &[]).await.expect(303);
    administrator.post(&format!("{at}/withdraw"), &[]).await.expect(404);
    let link = invite(&mut administrator, "Ada Lead", "ada@folkmoot.test", "coder").await;
    let mut ada = house.browser();
    ada.get(&link).await.expect(303);
    through(&mut ada, &door, "/invitation/with/door", 303).await;
    let expected = [
        format!("{NAME} invited Eve to the role of Reader on the whole platform"),
        format!("{NAME} made a new private link to the invitation of Eve"),
        format!("{NAME} took back the invitation of Eve"),
        format!("{NAME} invited Ada Lead to the role of Coder on the whole platform"),
        "Ada Lead accepted an invitation, and has an account with the role of Coder on the whole platform"
            .to_owned(),
        "Ada Lead connected an account at The Door to sign in by".to_owned(),
        "Ada Lead signed in by The Door".to_owned(),
    ];
    assert_eq!(since(&mut administrator, before).await, expected);
    silent(&house).await;
});

on_both!(what_comes_of_a_sign_in_by_a_provider_is_told, |data: Throwaway| async move {
    let (house, door, mut administrator, before) = with_door(data).await;
    let mut stranger = house.browser();
    through(&mut stranger, &door, "/sign-in/with/door", 403).await;
    door.break_with(Fault::Unsigned);
    through(&mut stranger, &door, "/sign-in/with/door", 403).await;
    stranger.get("/sign-in/return/door?state=x&code=y").await.expect(409);
    let services = &house.data.services;
    let (id, mut ada) = signed_in(&house, "Ada Lead", "ada@folkmoot.test").await;
    door.break_with(Fault::None);
    through(&mut ada, &door, "/account/connect/door", 303).await;
    through(&mut ada, &door, "/account/connect/door", 303).await;
    let (_, mut eve) = signed_in(&house, "Eve Reader", "eve@folkmoot.test").await;
    through(&mut eve, &door, "/account/connect/door", 409).await;
    services.clock.set(services.clock.now() + chrono::TimeDelta::minutes(30));
    ada.post("/account/confirm", &[("password", "not three random words")]).await.expect(422);
    ada.post("/account/confirm", &[("password", PASSWORD)]).await.expect(303);
    let page = ada.get("/account").await.expect(200);
    let way = page.attribute("input[name=identity]", "value").expect("the way in");
    ada.post("/account/disconnect", &[("identity", &way)]).await.expect(303);
    ada.post("/account/disconnect", &[("identity", &way)]).await.expect(404);
    through(&mut ada, &door, "/account/connect/door", 303).await;
    accounts::disable(services, id).await.expect("closed");
    through(&mut stranger, &door, "/sign-in/with/door", 403).await;
    let someone = "Someone who was not signed in";
    let expected = [
        format!("{someone} tried to sign in by The Door and failed: nobody here is known by the account there"),
        format!("{someone} tried to sign in by The Door and failed: what the provider said proved nothing"),
        "The command line added an account for Ada Lead".to_owned(),
        "The command line gave Ada Lead the role of Reader on the whole platform".to_owned(),
        "Ada Lead signed in".to_owned(),
        "Ada Lead connected an account at The Door to sign in by".to_owned(),
        "The command line added an account for Eve Reader".to_owned(),
        "The command line gave Eve Reader the role of Reader on the whole platform".to_owned(),
        "Eve Reader signed in".to_owned(),
        "Eve Reader tried to connect an account at The Door and failed: the account there is connected to someone else".to_owned(),
        "Ada Lead was asked for their password again and gave a wrong one".to_owned(),
        "Ada Lead gave their password again to show that it is them".to_owned(),
        "Ada Lead disconnected an account at The Door".to_owned(),
        "Ada Lead connected an account at The Door to sign in by".to_owned(),
        "The command line closed the account of Ada Lead".to_owned(),
        "Someone with the closed account of Ada Lead tried to sign in by The Door and failed: the account here is closed".to_owned(),
    ];
    assert_eq!(since(&mut administrator, before).await, expected);
    silent(&house).await;
});
