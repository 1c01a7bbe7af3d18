//! Whatever one person does alone, whoever they are: nothing that takes two is done.

use domain::calls::{AskedAct, CallAct, PrivacyNotice, Times, WelshTexts};
use domain::outcomes::RecommendationDetails;
use domain::people::{Grant, Role, Scope};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use services::calls::{approvals, by_id, edit};
use services::outcomes::{findings, recommendations};
use services::people::roles;
use services::testing::{Throwaway, postgres, sqlite};
use services::{Failure, Services};
use uuid::Uuid;

use crate::world::{Phase, World};

/// Something a person tries. Numbers choose among what was asked for.
#[derive(Clone, Debug)]
enum Try {
    Act(CallAct),
    Times(i64, i64, u32),
    OnePerson,
    Publish,
    PublishFinding,
    Reply(u8),
    ChangeFinding,
    ChangePublished,
    ChangeTexts(u8),
    RequireTwo,
    Approve(u8),
    Refuse(u8),
    Withdraw(u8),
    /// Gives themselves a role, as an owner may.
    TakeRole(Role),
}

fn tries() -> impl Strategy<Value = Try> {
    let n = any::<u8>;
    prop_oneof![
        5 => prop::sample::select(CallAct::ALL).prop_map(Try::Act),
        4 => (0_i64..50, 1_i64..90, 0_u32..60).prop_map(|(opens, length, grace)| Try::Times(opens, opens + length, grace)),
        2 => Just(Try::OnePerson),
        2 => Just(Try::Publish),
        2 => Just(Try::PublishFinding),
        2 => n().prop_map(Try::Reply),
        1 => Just(Try::ChangeFinding),
        1 => Just(Try::ChangePublished),
        1 => n().prop_map(Try::ChangeTexts),
        1 => Just(Try::RequireTwo),
        6 => n().prop_map(Try::Approve),
        1 => n().prop_map(Try::Refuse),
        2 => n().prop_map(Try::Withdraw),
        1 => prop::sample::select(Role::ALL).prop_map(Try::TakeRole),
    ]
}

fn phases() -> impl Strategy<Value = Phase> {
    prop_oneof![Just(Phase::Draft), Just(Phase::Unopened), Just(Phase::Open), Just(Phase::Analysing)]
}

/// What the public sees, and what decides that it takes two.
#[derive(Debug, PartialEq)]
struct Public {
    announced: Option<Times>,
    two_people: bool,
    findings: Vec<bool>,
    recommendations: Vec<(bool, Option<String>)>,
    replies: usize,
}

async fn public(world: &World) -> Public {
    let services = &world.services;
    let call = by_id(services, world.call).await.expect("nobody has deleted it");
    let found = findings::list(services, world.call).await.expect("findings");
    let all = recommendations::list(services, world.call).await.expect("recommendations");
    let replies = match &world.published {
        None => 0,
        Some(one) => {
            let trace =
                services::outcomes::trace::down(services, &one.slug, &services.by).await.expect("a trace");
            trace.replies.len()
        }
    };
    Public {
        announced: Some(call.times).filter(|times| times.announced.is_some()),
        two_people: call.two_people,
        findings: found.iter().map(|one| one.published_at.is_some()).collect(),
        recommendations: all
            .into_iter()
            .map(|one| (one.published_at.is_some(), one.published_at.map(|_| one.title)))
            .collect(),
        replies,
    }
}

async fn attempt(world: &World, who: &Services, asked: &mut Vec<Uuid>, what: Try) -> Result<(), Failure> {
    let pick = |number: u8, asked: &[Uuid]| {
        let some = asked.get(usize::from(number) % asked.len().max(1)).copied();
        some.ok_or(Failure::NotFound("approval"))
    };
    let act = match what {
        Try::Act(act) => world.on_call(act).await,
        Try::Times(opens, closes, grace) => world.times(opens, closes, grace).await,
        Try::OnePerson => AskedAct::OnePerson,
        Try::Publish => world.publishing(),
        Try::PublishFinding => match &world.finding {
            Some(finding) => findings::publishing(finding),
            None => return Ok(()),
        },
        Try::Reply(number) => world.replying(&format!("Words {number}")),
        Try::ChangeFinding => {
            let Some(finding) = &world.finding else { return Ok(()) };
            return findings::change(who, finding, finding.details()).await;
        }
        Try::ChangePublished => {
            let Some(one) = &world.published else { return Ok(()) };
            let details = RecommendationDetails { title: "Something else".to_owned(), ..one.details() };
            return recommendations::change(who, one, details).await;
        }
        Try::ChangeTexts(number) => {
            let (call, spoken) = (world.held().await, format!("Words {number}"));
            let details = domain::calls::CallDetails {
                kind: call.kind,
                title: call.title.clone(),
                summary: spoken.clone(),
                remit: spoken.clone(),
                commissioner: spoken.clone(),
                contact: spoken.clone(),
                privacy_notice: PrivacyNotice::from_parts(|_| spoken.clone()),
                publication_policy: spoken,
            };
            return edit::change(who, &call, details, WelshTexts::default()).await;
        }
        Try::RequireTwo => return approvals::require_two(who, world.call).await,
        Try::Approve(number) => return world.approves(who, pick(number, asked)?).await,
        Try::Refuse(number) => return world.refuses(who, pick(number, asked)?).await,
        Try::Withdraw(number) => return approvals::withdraw(who, world.call, pick(number, asked)?).await,
        Try::TakeRole(role) => {
            let id = who.by.person().expect("a person");
            let all = services::people::accounts::list(who).await?;
            let me = all.into_iter().find(|person| person.id == id).expect("an account");
            return roles::give(who, &me, Grant { role, scope: Scope::Platform }).await;
        }
    };
    match world.put(who, act).await? {
        approvals::Done::Now => Ok(()),
        approvals::Done::Asked(id) => {
            asked.push(id);
            Ok(())
        }
    }
}

/// The same person as they are now, with all the roles that they have been given.
async fn again(world: &World, who: &Services) -> Services {
    let id = who.by.person().expect("a person");
    let all = services::people::accounts::list(&world.services).await.expect("people");
    let me = all.into_iter().find(|person| person.id == id).expect("an account");
    world.services.clone().asked_by(me.actor())
}

fn nothing_is_done_alone(data: &Throwaway, runtime: &tokio::runtime::Runtime) {
    let roles = prop::collection::vec((prop::sample::select(Role::ALL), any::<bool>()), 0..4);
    let strategy = (phases(), roles, prop::collection::vec(tries(), 1..14));
    let config = Config { cases: 40, failure_persistence: None, ..Config::default() };
    let outcome = TestRunner::new(config).run(&strategy, |(phase, mut roles, sequence)| {
        // Most who try may do it: an owner of the call, and whatever else.
        if sequence.len() % 3 != 0 {
            roles.push((Role::Owner, true));
        }
        runtime.block_on(async {
            let world = World::new(&data.services, phase).await;
            let grants = roles.into_iter().map(|(role, here)| {
                let here = here && role.fits(Scope::Call(world.call));
                Grant { role, scope: if here { Scope::Call(world.call) } else { Scope::Platform } }
            });
            let mut grants: Vec<Grant> = grants.collect();
            grants.dedup();
            let mut who = world.person("Alone", grants).await;
            let (before, mut asked) = (public(&world).await, Vec::new());
            for what in sequence {
                let outcome = attempt(&world, &who, &mut asked, what.clone()).await;
                let plain = matches!(
                    outcome,
                    Ok(()) | Err(Failure::Refused(_) | Failure::Invalid(_) | Failure::NotFound(_))
                );
                assert!(plain, "{what:?}: {outcome:?}");
                assert_eq!(public(&world).await, before, "{what:?}");
                who = again(&world, &who).await;
            }
        });
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{error}"));
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime")
}

#[test]
fn nothing_that_takes_two_is_done_by_one_on_sqlite() {
    let runtime = runtime();
    let data = runtime.block_on(sqlite());
    nothing_is_done_alone(&data, &runtime);
}

#[test]
fn nothing_that_takes_two_is_done_by_one_on_postgres() {
    let runtime = runtime();
    let data = runtime.block_on(postgres());
    nothing_is_done_alone(&data, &runtime);
}
