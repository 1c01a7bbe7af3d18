//! Who may do what to a draft that an organisation writes: by membership at that moment, and by nothing else.

use domain::calls::Answer;
use domain::people::{Action, Actor, Grant, MemberRole, Membership, Role, Scope};
use domain::responses::{About, Comment};
use services::responses::draft::{self, Saved};
use services::responses::together::{self, comments, history, sign_off};
use services::responses::{Draft, submit};
use services::testing::Throwaway;
use services::{Failure, on_both};

use crate::world::{Someone, World, as_member, body, member, remove, somebody, typed};

/// What can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Open,
    Write,
    SayWho,
    Comment,
    Settle,
    Restore,
    Ask,
    Sign,
    Send,
}

const ALL: [Act; 9] = [
    Act::Open,
    Act::Write,
    Act::SayWho,
    Act::Comment,
    Act::Settle,
    Act::Restore,
    Act::Ask,
    Act::Sign,
    Act::Send,
];

impl Act {
    /// The right that it takes.
    const fn right(self) -> Action {
        match self {
            Self::Sign => Action::SignOffForOrganisation,
            _ => Action::WriteForOrganisation,
        }
    }
}

/// Does it, as if this draft had been opened before.
async fn make(world: &World, who: &Someone, held: &Draft, act: Act) -> Result<(), Failure> {
    let (services, question) = (&who.services, world.question);
    match act {
        Act::Open => together::find(services, world.draft).await.map(|_| ()),
        Act::Write => {
            let answer = Answer::text(format!("By {}.", who.id));
            let saved = draft::save_answer(services, held, question, Some(&answer)).await?;
            assert_eq!(saved, Saved::Kept);
            Ok(())
        }
        Act::SayWho => {
            let about = About { name: who.id.to_string(), ..held.about.clone() };
            draft::save_about(services, held, &about).await
        }
        Act::Comment => {
            let comment = Comment::parse(&typed("comment", "Why?")).expect("a comment");
            comments::add(services, held, None, comment).await
        }
        Act::Settle => {
            let all = comments::list(services, held).await?;
            comments::settle(services, held, all[0].id, true).await
        }
        Act::Restore => {
            let all = history::of_question(services, held, question).await?;
            history::restore(services, held, question, all.last().expect("a text").id).await.map(|_| ())
        }
        Act::Ask => sign_off::ask(services, &world.call, &world.form, held).await,
        Act::Sign => {
            let seen = sign_off::standing(services, &world.call, &world.form, held).await?.content;
            sign_off::sign(services, &world.call, &world.form, held, &seen).await
        }
        Act::Send => {
            submit::submit(services, &world.call, &world.form, held, "en", Vec::new()).await.map(|_| ())
        }
    }
}

/// Everyone who could try, and what they are in the organisation.
pub async fn everyone(world: &World) -> Vec<(&'static str, Someone, Option<MemberRole>)> {
    let services = &world.services;
    let other = body(services, "Old Quay").await;
    let removed = member(services, &world.organisation, "removed", MemberRole::Owner).await;
    remove(services, &removed).await;
    let lowered = member(services, &world.organisation, "lowered", MemberRole::Editor).await;
    let was = Membership { organisation: world.organisation.id, role: MemberRole::Owner };
    let team = Actor::Person {
        id: somebody(services, "team").await.id,
        grants: Role::ALL.iter().map(|role| Grant { role: *role, scope: Scope::Platform }).collect(),
        memberships: Vec::new(),
    };
    let team = Someone { id: team.person().expect("one"), services: services.clone().asked_by(team) };
    let guest = Someone { id: uuid::Uuid::nil(), services: services.clone().asked_by(Actor::Guest) };
    vec![
        ("a guest", guest, None),
        ("somebody", somebody(services, "nia").await, None),
        ("the whole team", team, None),
        ("an owner elsewhere", member(services, &other, "quay", MemberRole::Owner).await, None),
        ("one who was removed", removed, None),
        ("one whose role was lowered", as_member(services, lowered.id, vec![was]), Some(MemberRole::Editor)),
        ("an editor", world.editor.clone(), Some(MemberRole::Editor)),
        ("an approver", world.approver.clone(), Some(MemberRole::Approver)),
        ("an owner", world.owner.clone(), Some(MemberRole::Owner)),
    ]
}

/// Whether a role has a right, as the decision says it, and not as the program does.
fn has(role: Option<MemberRole>, right: Action) -> bool {
    !matches!((role, right), (None, _) | (Some(MemberRole::Editor), Action::SignOffForOrganisation))
}

on_both!(membership_alone_opens_writes_signs_and_sends, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let comment = Comment::parse(&typed("comment", "Why?")).expect("a comment");
    let first = world.open(&world.editor).await;
    comments::add(&world.editor.services, &first, None, comment).await.expect("added");
    let mut tried = 0;
    for (name, who, role) in everyone(&world).await {
        for act in ALL.into_iter().filter(|act| *act != Act::Send) {
            // Somebody else has written last, and nothing is signed.
            world.finish(&world.second, &format!("Before {name} {act:?}.")).await;
            let held = world.open(&world.second).await;
            let done = make(&world, &who, &held, act).await;
            tried += 1;
            // Who was removed while their page was open can still look at what that page had.
            let stale = name == "one who was removed" && act == Act::Open;
            assert_eq!(done.is_ok(), has(role, act.right()) || stale, "{name} {act:?}: {done:?}");
        }
    }
    assert_eq!(tried, 9 * 8);
});

on_both!(whoever_was_let_go_sends_nothing_and_every_member_sends, |data: Throwaway| async move {
    let mut world = World::new(&data.services).await;
    for (number, (name, who, role)) in everyone(&world).await.into_iter().enumerate() {
        world.answer_another(&format!("Call {number}")).await;
        world.finish(&world.editor, "Whole.").await;
        world.sign(&world.second).await.expect("signed");
        let held = world.open(&world.second).await;
        let done = make(&world, &who, &held, Act::Send).await;
        assert_eq!(done.is_ok(), has(role, Action::WriteForOrganisation), "{name}: {done:?}");
    }
});
