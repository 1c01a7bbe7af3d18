//! Two acts at one moment: one comes after the other.

use domain::Language::English;
use domain::people::{CodePassing, MemberChange as Change, MemberRole as Role};
use services::on_both;
use services::people::members::{change, code, join};
use services::testing::Throwaway;

use crate::world::{body, member, members_of, proven, refused};

/// How often each is tried: one try may be lucky.
const ROUNDS: usize = 8;

on_both!(
    two_owners_who_leave_at_one_moment_do_not_leave_the_others_without_one,
    |data: Throwaway| async move {
        let services = &data.services;
        for round in 0..ROUNDS {
            let of = body(services, &format!("Harbour {round}"), "").await;
            let email = |name: &str| format!("{name}-{round}@a.test");
            let ann = member(services, &of, &email("ann"), Role::Owner).await;
            let bob = member(services, &of, &email("bob"), Role::Owner).await;
            member(services, &of, &email("eve"), Role::Editor).await;
            let second = if round % 2 == 0 { Change::Go(bob.id) } else { Change::Give(bob.id, Role::Editor) };
            let both = futures::future::join(
                change::change(services, of.id, Change::Go(ann.id), ann.id),
                change::change(services, of.id, second, bob.id),
            );
            let (first, second) = both.await;
            assert_ne!(first.is_ok(), second.is_ok(), "one of them");
            assert_eq!(refused(if first.is_ok() { second } else { first }), "error-member-last-owner");
            let owners = members_of(services, &of).await.into_iter().filter(|(_, role)| *role == Role::Owner);
            assert_eq!(owners.count(), 1);
        }
    }
);

on_both!(of_two_who_claim_at_one_moment_one_is_the_owner, |data: Throwaway| async move {
    let services = &data.services;
    for round in 0..ROUNDS {
        let domain = format!("harbour-{round}.test");
        let of = body(services, &format!("Harbour {round}"), &domain).await;
        let ann = proven(services, &format!("ann@{domain}")).await;
        let bob = proven(services, &format!("bob@{domain}")).await;
        let (first, second) = futures::future::join(
            join::by_domain(services, ann.id, of.id, English),
            join::by_domain(services, bob.id, of.id, English),
        )
        .await;
        first.and(second).expect("both work there");
        let roles: Vec<_> = members_of(services, &of).await.into_iter().map(|(_, role)| role).collect();
        assert_eq!(roles, [Role::Owner, Role::Editor]);
    }
});

on_both!(a_code_that_two_type_at_one_moment_lets_one_in, |data: Throwaway| async move {
    let services = &data.services;
    for round in 0..ROUNDS {
        let of = body(services, &format!("Harbour {round}"), "").await;
        let ann = proven(services, &format!("ann-{round}@a.test")).await;
        let bob = proven(services, &format!("bob-{round}@a.test")).await;
        let right = code::issue(services, of.id, CodePassing::Letter).await.expect("a letter");
        let (first, second) = futures::future::join(
            join::by_code(services, ann.id, of.id, right.clone(), English),
            join::by_code(services, bob.id, of.id, right, English),
        )
        .await;
        assert_ne!(first.is_ok(), second.is_ok(), "one of them");
        assert_eq!(members_of(services, &of).await.len(), 1);
    }
});
