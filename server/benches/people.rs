//! People: what it costs to decide whether somebody may, to know who somebody is, and to check fifty passwords at once.

use std::hint::black_box;
use std::time::{Duration, Instant};

use domain::people::{Action, Actor, Grant, NewAccount, Resource, Role, Scope, may};
use services::demo::load::PASSWORD;
use services::people::accounts;
use uuid::Uuid;

use crate::client::{Ask, Client};
use crate::load::{self, Load, Times};
use crate::report::{Figure, found, ms, rate, step};
use crate::site::Site;

/// How often every permission is decided.
const ROUNDS: u32 = 2_000;
/// How many grants a person has who works on many calls.
const GRANTS: u128 = 8;
/// How often a page is read by a guest and by somebody who is signed in, in turn.
const READ: usize = 3_000;
/// How many sign in at once.
const AT_ONCE: usize = 50;
/// How often pages are asked for meanwhile, in a second, and for how many seconds.
const PER_SECOND: f64 = 100.0;
const SECONDS: f64 = 6.0;
/// More than ever wait.
const CONNECTIONS: usize = 64;

/// Measures.
pub async fn figures(site: &Site) -> anyhow::Result<Vec<Figure>> {
    Ok(vec![decision(), signed_in(site).await?, signing_in(site).await?])
}

/// Every action on one call, by somebody with roles on many and none on this: all of their roles are looked at.
fn decision() -> Figure {
    step("Deciding who may do what");
    let grant = |id| Grant { role: Role::LeadAnalyst, scope: Scope::Call(Uuid::from_u128(id)) };
    let actor = Actor::Person {
        id: Uuid::from_u128(1),
        grants: (1..=GRANTS).map(grant).collect(),
        memberships: Vec::new(),
    };
    let elsewhere = Resource::Call(Uuid::from_u128(GRANTS + 1));
    let began = Instant::now();
    for _ in 0..ROUNDS {
        for action in Action::ALL {
            black_box(may(black_box(&actor), black_box(*action), black_box(elsewhere)));
        }
    }
    let decisions = ROUNDS * Action::ALL.len() as u32;
    let each = began.elapsed() / decisions;
    found(&format!("{decisions} decisions, {} ns each", each.as_nanos()));
    Figure {
        what: "Deciding one permission, 8 roles",
        measured: format!("{} ns", each.as_nanos()),
        aim: "under 1 µs".to_owned(),
        yardstick: String::new(),
        ratio: None,
        met: each < Duration::from_micros(1),
    }
}

/// The page of a call for somebody who is signed in, beside the same for a guest: in turn, so that both meet the same machine.
async fn signed_in(site: &Site) -> anyhow::Result<Figure> {
    step("The same page for a guest and for somebody who is signed in");
    let guest = Ask::get(format!("/calls/{}", site.open.call.slug)).compressed();
    let known = guest.clone().with(&site.session);
    let mut client = site.client().await?;
    let (mut as_guest, mut as_known) = (Vec::with_capacity(READ), Vec::with_capacity(READ));
    for _ in 0..READ {
        for (ask, times) in [(&guest, &mut as_guest), (&known, &mut as_known)] {
            let began = Instant::now();
            client.expect(ask, 200).await?;
            times.push(began.elapsed());
        }
    }
    let (guest, known) = (Times::new(as_guest).percentile(50.0), Times::new(as_known).percentile(50.0));
    let ratio = known.as_secs_f64() / guest.as_secs_f64();
    Ok(Figure {
        what: "The call page, signed in, p50",
        measured: ms(known),
        aim: "within 1.2 of a guest's".to_owned(),
        yardstick: format!("{}, a guest's", ms(guest)),
        ratio: Some(ratio),
        met: ratio <= 1.2,
    })
}

/// Pages at a steady rate, first with nothing else and then while fifty people sign in at once.
async fn signing_in(site: &Site) -> anyhow::Result<Figure> {
    step("Pages while 50 people sign in");
    let page = Ask::get(format!("/calls/{}", site.open.call.slug)).compressed();
    let pages = || {
        let asks = vec![page.clone(); (PER_SECOND * SECONDS) as usize];
        load::open(Load { address: site.server.address, clients: CONNECTIONS, asks, status: 200 }, PER_SECOND)
    };
    let addresses = fifty(site).await?;
    let alone = pages().await?.times.p99();
    let (beside, people) = tokio::join!(pages(), sign_in(site, &addresses));
    let (beside, people) = (beside?.times, people?);
    found(&format!(
        "alone p99 {}; beside p50 {}, p99 {}; signing in {}, the last after {}",
        ms(alone),
        ms(beside.percentile(50.0)),
        ms(beside.p99()),
        rate(AT_ONCE as f64 / people.longest().as_secs_f64()),
        ms(people.longest())
    ));
    let ratio = beside.p99().as_secs_f64() / alone.as_secs_f64();
    Ok(Figure {
        what: "A page while 50 sign in, p99",
        measured: ms(beside.p99()),
        aim: "does not move".to_owned(),
        yardstick: format!("{}, with nobody signing in", ms(alone)),
        ratio: Some(ratio),
        met: ratio <= 1.2,
    })
}

/// An account for everybody who signs in: of tries at one account at one moment, most must wait.
async fn fifty(site: &Site) -> anyhow::Result<Vec<String>> {
    let mut addresses = Vec::with_capacity(AT_ONCE);
    for number in 1..=AT_ONCE {
        let account = NewAccount {
            name: format!("Reader {number}"),
            email: format!("reader-{number}@folkmoot.example"),
            password: PASSWORD.to_owned(),
            grant: Grant { role: Role::Reader, scope: Scope::Platform },
        };
        addresses.push(account.email.clone());
        accounts::add(&site.services, account).await?;
    }
    Ok(addresses)
}

/// Everybody asks at the same moment, in the middle of the pages.
async fn sign_in(site: &Site, addresses: &[String]) -> anyhow::Result<Times> {
    tokio::time::sleep(Duration::from_secs_f64(SECONDS / 4.0)).await;
    let one = async |email: &String| {
        let form = form_urlencoded::Serializer::new(String::new())
            .append_pair("email", email)
            .append_pair("password", PASSWORD)
            .finish();
        let ask = Ask::post("/sign-in", form);
        let mut client = Client::new(site.server.address).await?;
        let began = Instant::now();
        client.expect(&ask, 303).await?;
        anyhow::Ok(began.elapsed())
    };
    let all = addresses.iter().map(one);
    Ok(Times::new(futures::future::try_join_all(all).await?))
}
