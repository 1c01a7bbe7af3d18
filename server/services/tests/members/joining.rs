//! Claiming an organisation by a domain or by a code, and asking to be let in.

use chrono::TimeDelta;
use domain::Language::English;
use domain::mail::{LetterKind as Kind, Value};
use domain::people::{
    Asked, CheckKind, CodePassing, Decision, Grant, MemberRole as Role, NewAccount, OrganisationEnding,
    RecoveryCode, Role as TeamRole, Scope,
};
use sea_orm::EntityTrait;
use services::on_both;
use services::people::members::address::PROOF_DAYS;
use services::people::members::ask::{self, By};
use services::people::members::{self, address, code, join, page};
use services::people::organisations::edit;
use services::people::{Person, accounts};
use services::store::entities::claim_code;
use services::testing::Throwaway;
use services::{Failure, Services};

use crate::world::{body, kinds, letters, link, member, members_of, named, proven, refused, unproven};

on_both!(the_first_at_a_domain_is_the_owner_and_the_next_an_editor, |data: Throwaway| async move {
    let services = &data.services;
    let of = body(services, "Harbour", "harbour.test").await;
    let ann = proven(services, "ann@harbour.test").await;
    join::by_domain(services, ann.id, of.id, English).await.expect("she works there");
    services.clock.set(services.clock.now() + TimeDelta::days(3));
    let bob = proven(services, "bob@harbour.test").await;
    join::by_domain(services, bob.id, of.id, English).await.expect("he works there");
    assert_eq!(refused(join::by_domain(services, bob.id, of.id, English).await), "error-member-already");
    assert_eq!(members_of(services, &of).await, named([("ann", Role::Owner), ("bob", Role::Editor)]));
    let checks = members::checks(services.db.read(), of.id).await.expect("the checks");
    assert_eq!(checks.len(), 1);
    assert_eq!((checks[0].kind, checks[0].domain.as_str()), (CheckKind::Domain, "harbour.test"));
    assert_eq!(checks[0].at, services.clock.now() - TimeDelta::days(3), "nobody learns when others joined");
    assert_eq!(kinds(services, "office@elsewhere.test").await, [Kind::OrganisationClaimed]);
    assert_eq!(kinds(services, "ann@harbour.test").await, [Kind::MemberJoined]);
    let held = accounts::by_id(services, bob.id).await.expect("Bob");
    assert!(held.grants.is_empty() && held.memberships.len() == 1, "a member is no part of the team");
});

on_both!(only_an_address_that_is_proven_and_at_the_domain_itself_counts, |data: Throwaway| async move {
    let services = &data.services;
    let of = body(services, "Harbour", "harbour.test").await;
    let other = body(services, "Bay", "").await;
    for person in [
        unproven(services, "ann@harbour.test").await,
        proven(services, "bob@students.harbour.test").await,
        proven(services, "eve@harbour.test.evil.test").await,
        proven(services, "joe@notharbour.test").await,
    ] {
        let done = join::by_domain(services, person.id, of.id, English).await;
        assert_eq!(refused(done), "error-member-domain", "{}", person.email);
    }
    let ann = proven(services, "amy@harbour.test").await;
    assert_eq!(refused(join::by_domain(services, ann.id, other.id, English).await), "error-member-domain");
    let last_day = "2020-01-01".parse().expect("a day");
    let ending = OrganisationEnding { last_day, successor: None, note: String::new() };
    edit::end(services, of.id, ending).await.expect("it ends");
    assert_eq!(refused(join::by_domain(services, ann.id, of.id, English).await), "error-member-ended");
    assert!(members_of(services, &of).await.is_empty());
});

on_both!(a_domain_is_one_organisations_alone_and_its_mark_goes_with_it, |data: Throwaway| async move {
    let services = &data.services;
    let of = body(services, "Harbour", "harbour.test").await;
    let other = body(services, "Bay", "").await;
    let mut details = other.details();
    details.email_domains = vec!["harbour.test".to_owned()];
    assert_eq!(refused(edit::change(services, other.id, details).await), "error-organisation-domain-taken");
    let ann = proven(services, "ann@harbour.test").await;
    join::by_domain(services, ann.id, of.id, English).await.expect("she works there");
    let mut details = of.details();
    details.email_domains = vec!["harbour.example".to_owned()];
    edit::change(services, of.id, details).await.expect("it has another");
    assert!(members::checks(services.db.read(), of.id).await.expect("the checks").is_empty());
});

/// The code that was sent to an organisation.
async fn sent(services: &Services) -> String {
    let all = letters(services, "office@elsewhere.test").await;
    let mut codes = all.iter().filter(|(kind, _)| *kind == Kind::OrganisationCode);
    match codes.next_back().and_then(|(_, fill)| fill.get("code")) {
        Some(Value::Secret(code)) => code.clone(),
        other => panic!("{other:?}"),
    }
}

fn read(code: &str) -> RecoveryCode {
    RecoveryCode::parse(code).expect("a code")
}

on_both!(a_code_works_once_for_its_organisation_while_it_lasts, |data: Throwaway| async move {
    let services = &data.services;
    let of = body(services, "Harbour", "").await;
    let other = body(services, "Bay", "").await;
    member(services, &of, "old@harbour.test", Role::Owner).await;
    let ann = unproven(services, "ann@anywhere.test").await;
    let eve = proven(services, "eve@anywhere.test").await;
    code::issue(services, of.id, CodePassing::Letter).await.expect("it goes by letter");
    let first = sent(services).await;
    let rows = claim_code::Entity::find().all(services.db.read()).await.expect("the codes");
    assert!(!format!("{rows:?}").contains(&first), "it is kept as a hash alone");
    let by = async |person: &Person, of, code: &str| {
        join::by_code(services, person.id, of, read(code), English).await
    };
    assert_eq!(refused(by(&eve, other.id, &first).await), "error-member-code-wrong");
    let second = code::issue(services, of.id, CodePassing::Telephone).await.expect("it is read out");
    assert_eq!(refused(by(&ann, of.id, &first).await), "error-member-code-wrong", "a new one is given");
    by(&ann, of.id, second.as_str()).await.expect("she has the code");
    assert_eq!(refused(by(&eve, of.id, second.as_str()).await), "error-member-code-wrong", "once");
    assert_eq!(members_of(services, &of).await, named([("ann", Role::Owner), ("old", Role::Owner)]));
    let checks = members::checks(services.db.read(), of.id).await.expect("the checks");
    assert_eq!(checks.iter().map(|check| check.kind).collect::<Vec<_>>(), [CheckKind::Telephone]);

    let late = code::issue(services, of.id, CodePassing::Letter).await.expect("a letter");
    services.clock.set(services.clock.now() + TimeDelta::days(code::CODE_DAYS));
    assert_eq!(refused(by(&eve, of.id, late.as_str()).await), "error-member-code-wrong", "too old");
    assert_eq!(code::issued(services, of.id).await.expect("read"), None);
    let gone = code::issue(services, of.id, CodePassing::Letter).await.expect("a letter");
    code::withdraw(services, of.id).await.expect("taken back");
    assert_eq!(refused(by(&eve, of.id, gone.as_str()).await), "error-member-code-wrong");
    assert_eq!(refused(code::withdraw(services, of.id).await), "not found");
});

on_both!(whoever_guesses_codes_is_slowed_down_and_nobody_else, |data: Throwaway| async move {
    let services = &data.services;
    let of = body(services, "Harbour", "").await;
    let [eve, ann] = ["eve@a.test", "ann@a.test"].map(|email| unproven(services, email));
    let (eve, ann) = (eve.await, ann.await);
    let right = code::issue(services, of.id, CodePassing::Letter).await.expect("a letter");
    let wrong = RecoveryCode::from_bytes([7; 16]);
    for _ in 0..5 {
        let done = join::by_code(services, eve.id, of.id, wrong.clone(), English).await;
        assert_eq!(refused(done), "error-member-code-wrong");
    }
    let done = join::by_code(services, eve.id, of.id, right.clone(), English).await;
    assert_eq!(refused(done), "error-code-slow", "even the right one");
    join::by_code(services, ann.id, of.id, right, English).await.expect("others are not slowed down");
});

on_both!(an_entry_without_an_address_gets_no_letter, |data: Throwaway| async move {
    let services = &data.services;
    let of = body(services, "Harbour", "").await;
    let mut details = of.details();
    details.contact = String::new();
    edit::change(services, of.id, details).await.expect("changed");
    let done = code::issue(services, of.id, CodePassing::Letter).await;
    assert_eq!(refused(done), "error-member-code-contact");
    code::issue(services, of.id, CodePassing::Telephone).await.expect("it is read out");
});

async fn administrator(services: &Services) {
    let account = NewAccount {
        name: "Ruth".to_owned(),
        email: "ruth@folkmoot.test".to_owned(),
        password: "three random words".to_owned(),
        grant: Grant { role: TeamRole::Administrator, scope: Scope::Platform },
    };
    accounts::add(services, account).await.expect("an administrator");
}

fn asked() -> Asked {
    Asked { note: "I keep the lights.".to_owned() }
}

on_both!(the_team_decides_until_there_is_an_owner_and_then_the_owner, |data: Throwaway| async move {
    let services = &data.services;
    administrator(services).await;
    let of = body(services, "Harbour", "").await;
    let [ann, bob] = ["ann@a.test", "bob@a.test"].map(|email| unproven(services, email));
    let (ann, bob) = (ann.await, bob.await);
    ask::ask(services, ann.id, of.id, asked(), English).await.expect("asked");
    assert_eq!(refused(ask::ask(services, ann.id, of.id, asked(), English).await), "error-member-asked");
    assert_eq!(kinds(services, "ruth@folkmoot.test").await, [Kind::MembershipAsked]);
    let waiting = ask::for_the_team(services).await.expect("who waits");
    assert_eq!(waiting.len(), 1);
    let (_, name, request) = &waiting[0];
    assert_eq!((name.as_str(), request.name.as_str(), request.proven_at), ("Harbour", "ann", None));
    let accept = || Decision::Accept(Role::Editor);
    ask::decide(services, of.id, request.id, accept(), By::Team).await.expect("decided");
    assert_eq!(members_of(services, &of).await, named([("ann", Role::Owner)]), "the first owns it");
    let checks = members::checks(services.db.read(), of.id).await.expect("the checks");
    assert_eq!(checks.iter().map(|check| check.kind).collect::<Vec<_>>(), [CheckKind::Team]);
    assert_eq!(kinds(services, "ann@a.test").await, [Kind::MembershipGiven]);

    ask::ask(services, bob.id, of.id, asked(), English).await.expect("asked");
    assert!(ask::for_the_team(services).await.expect("who waits").is_empty());
    assert_eq!(kinds(services, "ruth@folkmoot.test").await.len(), 1, "the owner is asked");
    let request = &ask::waiting(services.db.read(), of.id).await.expect("who waits")[0];
    assert_eq!(refused(ask::by_id(services, of.id, request.id, By::Team).await), "not found");
    let done = ask::decide(services, of.id, request.id, accept(), By::Team).await;
    assert_eq!(refused(done), "not found", "it is no longer the team's");
    let refuse = Decision::Refuse("We do not know you.".to_owned());
    let (owner, other) = (By::Owner(ann.id), By::Owner(bob.id));
    assert_eq!(
        refused(ask::decide(services, of.id, request.id, accept(), other).await),
        "not found",
        "no owner"
    );
    ask::decide(services, of.id, request.id, refuse, owner).await.expect("decided");
    assert_eq!(refused(ask::decide(services, of.id, request.id, accept(), owner).await), "not found");
    let told = letters(services, "bob@a.test").await;
    assert_eq!(told[0].1.get("reason"), Some(&Value::Words("We do not know you.".to_owned())));
    let (_, asked_for) = page::mine(services, &bob).await.expect("his own");
    assert_eq!(asked_for[0].refused.as_deref(), Some("We do not know you."));
    ask::ask(services, bob.id, of.id, asked(), English).await.expect("he may ask again");
    ask::withdraw(services, bob.id, of.id).await.expect("taken back");
    assert_eq!(refused(ask::withdraw(services, bob.id, of.id).await), "not found");
    assert_eq!(refused(ask::ask(services, ann.id, of.id, asked(), English).await), "error-member-already");
});

on_both!(nobody_asks_everywhere, |data: Throwaway| async move {
    let services = &data.services;
    let ann = unproven(services, "ann@a.test").await;
    for number in 0..10 {
        let of = body(services, &format!("Body {number}"), "").await;
        ask::ask(services, ann.id, of.id, asked(), English).await.expect("asked");
    }
    let of = body(services, "One more", "").await;
    assert_eq!(refused(ask::ask(services, ann.id, of.id, asked(), English).await), "error-member-asks");
});

on_both!(an_address_is_proven_by_the_letter_to_it_and_by_nobody_else, |data: Throwaway| async move {
    let services = &data.services;
    let [ann, eve] = ["ann@a.test", "eve@a.test"].map(|email| unproven(services, email));
    let (ann, eve) = (ann.await, eve.await);
    address::ask(services, &ann, English).await.expect("a letter");
    let old = link(services, "ann@a.test").await;
    services.clock.set(services.clock.now() + TimeDelta::minutes(5));
    address::ask(services, &ann, English).await.expect("another");
    let secret = link(services, "ann@a.test").await;
    let prove =
        async |person: &Person, secret: &str| address::prove(services, person.id, secret.to_owned()).await;
    assert_eq!(refused(prove(&ann, &old).await), "not found", "the last link alone works");
    assert_eq!(refused(prove(&eve, &secret).await), "not found", "it is of one account");
    prove(&ann, &secret).await.expect("it is hers");
    assert!(accounts::by_id(services, ann.id).await.expect("Ann").email_proven);
    assert_eq!(refused(prove(&ann, &secret).await), "not found", "once");
    address::ask(services, &eve, English).await.expect("a letter");
    let secret = link(services, "eve@a.test").await;
    services.clock.set(services.clock.now() + TimeDelta::hours(address::PROOF_HOURS));
    assert!(matches!(prove(&eve, &secret).await, Err(Failure::NotFound(_))), "too late");
});

on_both!(whoever_asks_again_and_again_writes_once_a_day, |data: Throwaway| async move {
    let services = &data.services;
    let of = body(services, "Harbour", "").await;
    member(services, &of, "ann@a.test", Role::Owner).await;
    let bob = unproven(services, "bob@a.test").await;
    for day in 1..=2 {
        for _ in 0..3 {
            ask::ask(services, bob.id, of.id, asked(), English).await.expect("asked");
            ask::withdraw(services, bob.id, of.id).await.expect("taken back");
        }
        assert_eq!(kinds(services, "ann@a.test").await.len(), day);
        services.clock.set(services.clock.now() + TimeDelta::days(1));
    }
});

on_both!(a_proof_of_an_address_counts_for_a_while, |data: Throwaway| async move {
    let services = &data.services;
    let of = body(services, "Harbour", "harbour.test").await;
    let ann = proven(services, "ann@harbour.test").await;
    services.clock.set(services.clock.now() + TimeDelta::days(PROOF_DAYS));
    assert_eq!(refused(join::by_domain(services, ann.id, of.id, English).await), "error-member-domain");
    address::ask(services, &ann, English).await.expect("a letter");
    assert_eq!(refused(address::ask(services, &ann, English).await), "error-address-soon");
    let secret = link(services, "ann@harbour.test").await;
    address::prove(services, ann.id, secret).await.expect("proven anew");
    join::by_domain(services, ann.id, of.id, English).await.expect("a member");
});
