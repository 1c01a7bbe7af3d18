//! Inviting people to act for an organisation, by the machinery that invites to the team.

use chrono::TimeDelta;
use domain::Language::{English, Welsh};
use domain::mail::{LetterKind as Kind, Value};
use domain::people::{LinkForm, MemberInvitee, MemberRole as Role, NewPassword, OrganisationEnding};
use services::on_both;
use services::people::by_link;
use services::people::factors::app;
use services::people::invitations::{self, INVITATION_DAYS, Keeper, Passing, Within};
use services::people::members::invite;
use services::people::organisations::{Organisation, edit};
use services::people::sessions::{self, Opening};
use services::people::{Person, accounts};
use services::testing::Throwaway;
use services::{Failure, Services};
use uuid::Uuid;

use crate::world::{body, kinds, letters, link, member, members_of, named, proven, refused};

fn invitee(email: &str, role: Role) -> MemberInvitee {
    MemberInvitee { name: "Somebody".to_owned(), email: email.to_owned(), role }
}

fn password() -> NewPassword {
    NewPassword("three random words".to_owned())
}

async fn id_of(services: &Services, secret: &str) -> Uuid {
    invitations::by_secret(services, secret).await.expect("it can be accepted").id
}

on_both!(whoever_is_invited_makes_an_account_or_uses_theirs, |data: Throwaway| async move {
    let services = &data.services;
    let of = body(services, "Harbour", "").await;
    let ann = member(services, &of, "ann@a.test", Role::Owner).await;
    let letter = async |email: &str, role, language| {
        let invitee = invitee(email, role);
        invite::invite(services, of.id, invitee, &ann, Passing::ByLetter, language).await
    };
    letter("new@a.test", Role::Approver, Welsh).await.expect("invited");
    let (_, fill) = letters(services, "new@a.test").await.remove(0);
    assert_eq!(fill.get("organisation"), Some(&Value::Words("Harbour".to_owned())));
    assert_eq!((fill.get("role"), fill.get("who").is_some()), (Some(&Value::Role(Role::Approver)), true));
    let secret = link(services, "new@a.test").await;
    let person = invitations::accept(services, id_of(services, &secret).await, password()).await;
    let person = accounts::by_id(services, person.expect("an account")).await.expect("somebody");
    assert!(person.grants.is_empty() && person.email_proven, "no part of the team; the letter arrived");

    let bob = proven(services, "bob@a.test").await;
    letter("bob@a.test", Role::Editor, English).await.expect("whether he has an account is not said");
    let secret = link(services, "bob@a.test").await;
    let id = id_of(services, &secret).await;
    let taken = invitations::accept(services, id, password()).await;
    assert_eq!(refused(taken), "error-invitation-taken", "he has one");
    invitations::accept_as(services, id, &bob).await.expect("and uses it");
    assert_eq!(refused(invitations::accept_as(services, id, &bob).await), "not found", "once");
    let all = [("ann", Role::Owner), ("Somebody", Role::Approver), ("bob", Role::Editor)];
    assert_eq!(members_of(services, &of).await, named(all));
    assert_eq!(kinds(services, "ann@a.test").await, [Kind::MemberJoined, Kind::MemberJoined]);
    let again = letter("bob@a.test", Role::Owner, English).await;
    assert_eq!(refused(again), "error-member-there");
});

on_both!(a_link_that_was_passed_on_by_hand_proves_no_address, |data: Throwaway| async move {
    let services = &data.services;
    let of = body(services, "Harbour", "").await;
    let ann = member(services, &of, "ann@a.test", Role::Owner).await;
    let by_hand =
        invite::invite(services, of.id, invitee("new@a.test", Role::Editor), &ann, Passing::ByHand, English);
    let (id, _) = by_hand.await.expect("invited");
    let person = invitations::accept(services, id, password()).await.expect("an account");
    assert!(!accounts::by_id(services, person).await.expect("somebody").email_proven);
});

on_both!(whoever_reads_the_mailbox_has_the_account_to_themselves, |data: Throwaway| async move {
    let services = &data.services;
    let of = body(services, "Harbour", "").await;
    let ann = member(services, &of, "ann@a.test", Role::Owner).await;
    let invitee = invitee("new@a.test", Role::Editor);
    let by_hand = invite::invite(services, of.id, invitee, &ann, Passing::ByHand, English).await;
    // Ann keeps the link and makes the account herself.
    let person = invitations::accept(services, by_hand.expect("invited").0, password()).await;
    let person = person.expect("an account");
    let opening = Opening { person, ..Opening::default() };
    let hers = sessions::open(services, opening).await.expect("signed in").secret;

    let mut mine = Vec::new();
    for _ in 0..2 {
        let asked = LinkForm { email: "new@a.test".to_owned() };
        by_link::ask(services, asked, None, English).await.expect("asked");
        let held = by_link::by_secret(services, &link(services, "new@a.test").await).await.expect("a link");
        mine.push(by_link::sign_in(services, held, None, None).await.expect("signed in"));
    }
    assert!(mine.iter().all(|opened| opened.person == person && !opened.waits));
    assert!(sessions::find(services, &hers).await.expect("found").is_none(), "Ann is out");
    let account = accounts::by_id(services, person).await.expect("somebody");
    assert!(account.email_proven && !account.password);
    let first = sessions::find(services, &mine[0].secret).await.expect("found");
    assert!(first.is_some(), "the second time nothing is taken away");
});

on_both!(
    a_mailbox_gets_past_no_second_step_and_takes_nothing_from_whoever_is_there,
    |data: Throwaway| async move {
        let services = &data.services;
        let of = body(services, "Harbour", "").await;
        let ann = member(services, &of, "ann@a.test", Role::Owner).await;
        for second_step in [false, true] {
            let email = if second_step { "two@a.test" } else { "one@a.test" };
            let by_hand =
                invite::invite(services, of.id, invitee(email, Role::Editor), &ann, Passing::ByHand, English);
            let person = invitations::accept(services, by_hand.await.expect("invited").0, password()).await;
            let person = person.expect("an account");
            let opening = Opening { person, confirmed_at: Some(services.clock.now()), ..Opening::default() };
            let mut here = sessions::open(services, opening).await.expect("signed in").secret;
            if second_step {
                let account = accounts::by_id(services, person).await.expect("somebody");
                let set_up = app::begin(services, &account).await.expect("a secret");
                let (_, session) = sessions::find(services, &here).await.expect("found").expect("a session");
                let code = app::code_at(&set_up.secret, services.clock.now());
                (here, _) = app::prove(services, person, session.id, code).await.expect("set up");
            }
            let asked = LinkForm { email: email.to_owned() };
            by_link::ask(services, asked, None, English).await.expect("asked");
            let held = by_link::by_secret(services, &link(services, email).await).await.expect("a link");
            // Whoever reads the mailbox sits at another device where there is a second step, and at this one where not.
            let before = (!second_step).then(|| here.clone());
            let opened = by_link::sign_in(services, held, None, before).await.expect("signed in");
            assert_eq!(opened.waits, second_step);
            let account = accounts::by_id(services, person).await.expect("somebody");
            assert!(account.password, "nothing is taken away");
            assert_eq!(account.email_proven, !second_step, "not before the second step is taken");
        }
    }
);

on_both!(an_invitation_is_its_organisations_alone, |data: Throwaway| async move {
    let services = &data.services;
    let (of, other) = (body(services, "Harbour", "").await, body(services, "Bay", "").await);
    let ann = member(services, &of, "ann@a.test", Role::Owner).await;
    let eve = member(services, &other, "eve@a.test", Role::Owner).await;
    let invite = async |of, by: &Person| {
        invite::invite(services, of, invitee("new@a.test", Role::Editor), by, Passing::ByHand, English).await
    };
    let (id, secret) = invite(of.id, &ann).await.expect("invited");
    assert_eq!(refused(invite(of.id, &ann).await), "error-email-invited");
    let (of_other, _) = invite(other.id, &eve).await.expect("each for itself");
    let mine = Within::Organisation(of.id);
    for within in [Within::Team, Within::Organisation(other.id)] {
        assert_eq!(refused(invitations::by_id(services, id, within).await), "not found");
    }
    let owner = |of: &Organisation, by: &Person| Keeper::Owner { organisation: of.id, person: by.id };
    // The team, another organisation's owner in their own name and in this one's.
    for keeper in [Keeper::Team, owner(&other, &eve), owner(&of, &eve)] {
        assert_eq!(refused(invitations::withdraw(services, id, keeper).await), "not found");
        let renewed = invitations::renew(services, id, keeper, Passing::ByHand).await;
        assert_eq!(refused(renewed), "not found");
    }
    assert_eq!(refused(invite(of.id, &eve).await), "not found", "no owner of it");
    assert!(invitations::list(services, Within::Team).await.expect("a list").is_empty());
    assert_eq!(invitations::list(services, mine).await.expect("a list").len(), 1);
    let renewed =
        invitations::renew(services, id, owner(&of, &ann), Passing::ByHand).await.expect("a new link");
    assert_eq!(refused(invitations::by_secret(services, &secret).await), "not found");
    assert_eq!(id_of(services, &renewed).await, id);
    invitations::withdraw(services, id, owner(&of, &ann)).await.expect("taken back");
    assert_eq!(refused(invitations::by_secret(services, &renewed).await), "not found");
    services.clock.set(services.clock.now() + TimeDelta::days(INVITATION_DAYS));
    assert_eq!(refused(invitations::accept(services, of_other, password()).await), "not found", "too late");
});

on_both!(nobody_joins_what_has_ended, |data: Throwaway| async move {
    let services = &data.services;
    let of = body(services, "Harbour", "").await;
    let ann = member(services, &of, "ann@a.test", Role::Owner).await;
    let bob = proven(services, "bob@a.test").await;
    let invited = async || {
        invite::invite(services, of.id, invitee("bob@a.test", Role::Editor), &ann, Passing::ByHand, English)
            .await
    };
    let (id, _) = invited().await.expect("invited");
    let last_day = "2020-01-01".parse().expect("a day");
    let ending = OrganisationEnding { last_day, successor: None, note: String::new() };
    edit::end(services, of.id, ending).await.expect("it ends");
    assert_eq!(refused(invited().await), "error-member-ended");
    assert_eq!(refused(invitations::accept_as(services, id, &bob).await), "error-member-ended");
    let accepted: Result<Uuid, Failure> = invitations::accept(services, id, password()).await;
    assert_eq!(refused(accepted), "error-member-ended");
    edit::reopen(services, of.id).await.expect("it goes on");
    invitations::accept_as(services, id, &bob).await.expect("and so does the invitation");
});
