//! Changing who the members are.

use domain::Language::English;
use domain::mail::LetterKind as Kind;
use domain::people::{MemberChange as Change, MemberInvitee, MemberRole as Role};
use services::on_both;
use services::people::accounts;
use services::people::invitations::{self, Passing, Within};
use services::people::members::ask::{self, By};
use services::people::members::{self, change, invite, join, page};
use services::testing::Throwaway;

use crate::world::{body, key, kinds, member, members_of, named, proven, refused};

on_both!(the_last_owner_hands_over_before_they_go, |data: Throwaway| async move {
    let services = &data.services;
    let of = body(services, "Harbour", "").await;
    let ann = member(services, &of, "ann@a.test", Role::Owner).await;
    let bob = member(services, &of, "bob@a.test", Role::Editor).await;
    let make =
        async |wanted, by: &services::people::Person| change::change(services, of.id, wanted, by.id).await;
    for wanted in [Change::Go(ann.id), Change::Give(ann.id, Role::Editor)] {
        assert_eq!(refused(make(wanted, &ann).await), "error-member-last-owner");
    }
    make(Change::HandOver { from: ann.id, to: bob.id }, &ann).await.expect("in one act");
    assert_eq!(members_of(services, &of).await, named([("bob", Role::Owner), ("ann", Role::Editor)]));
    assert_eq!(kinds(services, "bob@a.test").await, [Kind::MembershipGiven]);
    assert!(kinds(services, "ann@a.test").await.is_empty(), "nobody is written to about their own act");
    make(Change::Give(ann.id, Role::Approver), &bob).await.expect("he owns it now");
    // Letters of one instant lie in no order.
    services.clock.set(services.clock.now() + chrono::TimeDelta::milliseconds(1));
    make(Change::Go(ann.id), &bob).await.expect("she is removed");
    assert_eq!(kinds(services, "ann@a.test").await, [Kind::MembershipGiven, Kind::MembershipEnded]);
    make(Change::Go(bob.id), &bob).await.expect("the last member may go");
    assert!(members_of(services, &of).await.is_empty());
});

on_both!(only_an_owner_changes_others_and_only_within_their_organisation, |data: Throwaway| async move {
    let services = &data.services;
    let (of, other) = (body(services, "Harbour", "").await, body(services, "Bay", "").await);
    let ann = member(services, &of, "ann@a.test", Role::Owner).await;
    let bob = member(services, &of, "bob@a.test", Role::Approver).await;
    let eve = member(services, &other, "eve@a.test", Role::Owner).await;
    for wanted in
        [Change::Go(ann.id), Change::Give(bob.id, Role::Owner), Change::HandOver { from: ann.id, to: bob.id }]
    {
        for by in [&bob, &eve] {
            assert_eq!(refused(change::change(services, of.id, wanted, by.id).await), "not found");
        }
    }
    assert_eq!(refused(change::change(services, of.id, Change::Go(eve.id), ann.id).await), "not found");
    let of_other = key(services, &other, &eve).await;
    assert_eq!(refused(page::member(services, of.id, of_other).await), "not found");
    change::change(services, of.id, Change::Go(bob.id), bob.id).await.expect("whoever wants to goes");
});

on_both!(whom_an_owner_takes_out_does_not_come_back_by_their_address, |data: Throwaway| async move {
    let services = &data.services;
    let of = body(services, "Harbour", "harbour.test").await;
    let ann = proven(services, "ann@harbour.test").await;
    let bob = proven(services, "bob@harbour.test").await;
    join::by_domain(services, ann.id, of.id, English).await.expect("the owner");
    join::by_domain(services, bob.id, of.id, English).await.expect("an editor");
    change::change(services, of.id, Change::Go(bob.id), ann.id).await.expect("taken out");
    assert_eq!(refused(join::by_domain(services, bob.id, of.id, English).await), "error-member-removed");
    // Whoever goes by themselves may come back so.
    let cat = proven(services, "cat@harbour.test").await;
    join::by_domain(services, cat.id, of.id, English).await.expect("an editor");
    change::change(services, of.id, Change::Go(cat.id), cat.id).await.expect("gone");
    join::by_domain(services, cat.id, of.id, English).await.expect("and back");
});

on_both!(invitations_end_with_the_owner_who_made_them, |data: Throwaway| async move {
    let services = &data.services;
    let of = body(services, "Harbour", "").await;
    let ann = member(services, &of, "ann@a.test", Role::Owner).await;
    let bob = member(services, &of, "bob@a.test", Role::Owner).await;
    let waiting =
        async || invitations::list(services, Within::Organisation(of.id)).await.expect("the list").len();
    for (by, name) in [(&ann, "one"), (&bob, "two")] {
        let invitee =
            MemberInvitee { name: name.to_owned(), email: format!("{name}@b.test"), role: Role::Owner };
        invite::invite(services, of.id, invitee, by, Passing::ByHand, English).await.expect("invited");
    }
    assert_eq!(waiting().await, 2);
    change::change(services, of.id, Change::Give(bob.id, Role::Editor), ann.id).await.expect("an editor now");
    assert_eq!(waiting().await, 1);
    accounts::disable(services, ann.id).await.expect("closed");
    assert_eq!(waiting().await, 0);
});

on_both!(with_its_last_member_goes_what_was_checked_and_who_was_invited, |data: Throwaway| async move {
    let services = &data.services;
    let of = body(services, "Harbour", "harbour.test").await;
    let ann = proven(services, "ann@harbour.test").await;
    join::by_domain(services, ann.id, of.id, English).await.expect("she works there");
    let invitee =
        MemberInvitee { name: "Bob".to_owned(), email: "bob@a.test".to_owned(), role: Role::Editor };
    let invited = invite::invite(services, of.id, invitee, &ann, Passing::ByHand, English).await;
    let (_, secret) = invited.expect("invited");
    change::change(services, of.id, Change::Go(ann.id), ann.id).await.expect("she leaves");
    assert!(members::checks(services.db.read(), of.id).await.expect("the checks").is_empty());
    assert_eq!(refused(invitations::by_secret(services, &secret).await), "not found");
    let within = Within::Organisation(of.id);
    assert!(invitations::list(services, within).await.expect("a list").is_empty());
});

on_both!(a_closed_account_is_no_member_and_the_team_decides_who_comes_next, |data: Throwaway| async move {
    let services = &data.services;
    let of = body(services, "Harbour", "").await;
    let ann = member(services, &of, "ann@a.test", Role::Owner).await;
    member(services, &of, "bob@a.test", Role::Editor).await;
    accounts::disable(services, ann.id).await.expect("closed");
    assert_eq!(members_of(services, &of).await, named([("bob", Role::Editor)]));
    let eve = proven(services, "eve@a.test").await;
    let asked = domain::people::Asked { note: "I follow Ann.".to_owned() };
    ask::ask(services, eve.id, of.id, asked, English).await.expect("asked");
    let waiting = ask::for_the_team(services).await.expect("who waits");
    assert_eq!(waiting.len(), 1);
    let accept = domain::people::Decision::Accept(Role::Owner);
    ask::decide(services, of.id, waiting[0].2.id, accept, By::Team).await.expect("decided");
    assert_eq!(members_of(services, &of).await, named([("eve", Role::Owner), ("bob", Role::Editor)]));
});
