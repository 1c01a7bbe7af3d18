//! Two people: what one asks for is done when another agrees, once, and only if it is still what was asked for.

use chrono::TimeDelta;
use domain::calls::{ApprovalState, AskedAct, CallAct, CallState, SectionDetails};
use domain::outcomes::FindingDetails;
use domain::people::{Grant, Role, Scope};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use services::calls::approvals::{self, Done, Part};
use services::calls::edit;
use services::outcomes::{findings, recommendations};
use services::people::{accounts, roles};
use services::store::entities::approval;
use services::testing::Throwaway;
use services::{Failure, on_both};

use crate::world::{Phase, World, reason};

on_both!(what_one_asks_for_is_done_when_another_agrees, |data: Throwaway| async move {
    for (phase, act) in [
        (Phase::Draft, CallAct::Announce),
        (Phase::Draft, CallAct::OpenNow),
        (Phase::Unopened, CallAct::OpenNow),
        (Phase::Open, CallAct::CloseNow),
        (Phase::Analysing, CallAct::PublishOutcome),
    ] {
        let world = World::new(&data.services, phase).await;
        let (asker, other) = (world.with("Asker", Role::Owner).await, world.with("Other", Role::Owner).await);
        let before = world.held().await;
        let id = world.asks(&asker, world.on_call(act).await).await;
        assert_eq!(world.held().await, before, "{act} waits");
        world.approves(&other, id).await.expect("it is done");
        let (times, now) = (world.held().await.times, data.services.clock.now());
        let done = match act {
            CallAct::Announce => times.announced,
            CallAct::OpenNow => times.opens,
            CallAct::CloseNow => times.closes,
            _ => times.outcome,
        };
        assert_eq!(done, Some(now), "{act} is done in the moment of the approval");
        assert_eq!(reason(world.approves(&other, id).await), "error-approval-decided");
    }
});

on_both!(outcomes_wait_too, |data: Throwaway| async move {
    let world = World::new(&data.services, Phase::Open).await;
    let services = &data.services;
    let asker = world.with("Asker", Role::Publisher).await;
    let other = world.with("Other", Role::Publisher).await;
    let words = world.asks(&asker, world.finding()).await;
    let one = world.asks(&asker, world.publishing()).await;
    let reply = world.asks(&asker, world.replying("Agreed in part")).await;
    for id in [words, one, reply] {
        world.approves(&other, id).await.expect("it is done");
    }
    let found = findings::list(services, world.call).await.expect("findings");
    assert!(found[0].published_at.is_some());
    let all = recommendations::list(services, world.call).await.expect("recommendations");
    assert!(all.iter().all(|one| one.published_at.is_some()));
    // What is public is withdrawn by one, changed, and published by two again.
    let details = FindingDetails { title: "Other".to_owned(), text: "Words.".to_owned() };
    let changed = findings::change(services, &found[0], details.clone()).await;
    assert!(matches!(changed, Err(Failure::Invalid(_))), "{changed:?}");
    findings::unpublish(services, &found[0]).await.expect("withdrawn");
    findings::change(services, &found[0], details).await.expect("changed");
});

on_both!(a_closing_time_is_moved_by_two_and_shown_before_and_after, |data: Throwaway| async move {
    let world = World::new(&data.services, Phase::Open).await;
    let (asker, other) = (world.with("Asker", Role::Owner).await, world.with("Other", Role::Owner).await);
    let before = world.held().await.times;
    let later = world.times(-1, 60, 30).await;
    let id = world.asks(&asker, later).await;
    let (shown, changed) = approvals::one(&other, &world.held().await, id).await.expect("it is shown");
    assert_eq!(
        (shown.part, shown.deciders.clone(), changed),
        (Part::Decider, vec!["Other".to_owned()], false)
    );
    let AskedAct::ChangeTimes { before: told, after, .. } = shown.act else { panic!("{:?}", shown.act) };
    assert_eq!(told, before);
    world.approves(&other, id).await.expect("it is done");
    let times = world.held().await.times;
    assert!(after.are(&times) && times.closes > before.closes);
    // Saving the same times again changes nothing, and waits for nobody.
    let same = world.times(-1, 60, 30).await;
    assert_eq!(world.put(&asker, same).await.expect("done"), Done::Now);
});

on_both!(only_another_with_the_same_right_from_before_decides, |data: Throwaway| async move {
    let world = World::new(&data.services, Phase::Open).await;
    let asker = world.with("Asker", Role::Owner).await;
    let editor = world.with("Editor", Role::Editor).await;
    let elsewhere = World::new(&data.services, Phase::Open).await.with("Elsewhere", Role::Owner).await;
    let id = world.asks(&asker, world.on_call(CallAct::CloseNow).await).await;
    data.services.clock.set(data.services.clock.now() + TimeDelta::seconds(1));
    let new = world.with("New", Role::Owner).await;
    for (who, why) in [
        (&asker, "error-approval-own"),
        (&editor, "error-approval-not-yours"),
        (&elsewhere, "error-approval-not-yours"),
        (&new, "error-approval-too-new"),
        (&data.services, "error-approval-nobody"),
    ] {
        assert_eq!(reason(world.approves(who, id).await), why);
        assert_eq!(reason(world.refuses(who, id).await), why);
    }
    for who in [&editor, &elsewhere] {
        let hidden = approvals::one(who, &world.held().await, id).await;
        assert!(matches!(hidden, Err(Failure::NotFound(_))), "{hidden:?}");
        assert!(approvals::waiting(who).await.expect("a list").is_empty());
    }
    // The command line cannot be one of two either.
    let closing = world.on_call(CallAct::CloseNow).await;
    assert_eq!(reason(world.put(&data.services, closing).await), "error-approval-nobody");
    // Another call has no such thing.
    let other = World::new(&data.services, Phase::Open).await;
    let there = approvals::decide(&elsewhere, other.call, id, crate::world::approval()).await;
    assert!(matches!(there, Err(Failure::NotFound(_))), "{there:?}");
});

on_both!(whoever_asked_must_still_be_allowed_to, |data: Throwaway| async move {
    let world = World::new(&data.services, Phase::Open).await;
    let (asker, other) = (world.with("Asker", Role::Owner).await, world.with("Other", Role::Owner).await);
    let id = world.asks(&asker, world.on_call(CallAct::CloseNow).await).await;
    let owner = Grant { role: Role::Owner, scope: Scope::Call(world.call) };
    let person = asker.by.person().expect("a person");
    roles::take(&data.services, person, owner).await.expect("taken");
    assert_eq!(reason(world.approves(&other, id).await), "error-approval-asker");
    let again = accounts::list(&data.services).await.expect("people");
    let again = again.into_iter().find(|one| one.id == person).expect("an account");
    roles::give(&data.services, &again, owner).await.expect("given");
    world.approves(&other, id).await.expect("it is done");
});

on_both!(what_changed_since_is_not_done, |data: Throwaway| async move {
    let world = World::new(&data.services, Phase::Draft).await;
    let (asker, other) = (world.with("Asker", Role::Owner).await, world.with("Other", Role::Owner).await);
    let id = world.asks(&asker, world.on_call(CallAct::OpenNow).await).await;
    edit::add_section(&data.services, world.call, SectionDetails::new("New", "")).await.expect("a section");
    let (_, changed) = approvals::one(&other, &world.held().await, id).await.expect("it is shown");
    assert!(changed);
    assert_eq!(reason(world.approves(&other, id).await), "error-approval-changed");
    assert_eq!(world.held().await.state(data.services.clock.now()), CallState::Draft);
    // It lapses when somebody asks anew.
    let anew = world.asks(&other, world.on_call(CallAct::OpenNow).await).await;
    let (old, _) = approvals::one(&asker, &world.held().await, id).await.expect("it is shown");
    assert_eq!(old.state, ApprovalState::Lapsed);
    world.approves(&asker, anew).await.expect("it is done");
});

on_both!(words_that_changed_since_are_not_published, |data: Throwaway| async move {
    let world = World::new(&data.services, Phase::Open).await;
    let (asker, other) = (world.with("Asker", Role::Owner).await, world.with("Other", Role::Owner).await);
    let finding = world.finding.clone().expect("a finding");
    let id = world.asks(&asker, world.finding()).await;
    let details = FindingDetails { title: finding.title.clone(), text: "Something else.".to_owned() };
    findings::change(&asker, &finding, details).await.expect("changed");
    assert_eq!(reason(world.approves(&other, id).await), "error-approval-changed");
    // The deadline can still be moved: it has nothing to do with the finding.
    let later = world.asks(&asker, world.times(-1, 60, 30).await).await;
    edit::new_preview_link(&asker, world.call).await.expect("another link");
    world.approves(&other, later).await.expect("it is done");
});

on_both!(what_cannot_be_done_any_more_says_why_and_still_waits, |data: Throwaway| async move {
    let world = World::new(&data.services, Phase::Open).await;
    let (asker, other) = (world.with("Asker", Role::Owner).await, world.with("Other", Role::Owner).await);
    let id = world.asks(&asker, world.times(-1, 60, 30).await).await;
    data.services.clock.set(data.services.clock.now() + TimeDelta::days(61));
    let late = world.approves(&other, id).await;
    assert!(matches!(late, Err(Failure::Invalid(_))), "{late:?}");
    let (shown, _) = approvals::one(&asker, &world.held().await, id).await.expect("it is shown");
    assert_eq!(shown.state, ApprovalState::Asked);
    // What could not be done now cannot be asked for.
    let closing = world.on_call(CallAct::CloseNow).await;
    assert_eq!(reason(world.put(&asker, closing).await), "error-call-not-open");
    approvals::withdraw(&asker, world.call, id).await.expect("withdrawn");
    assert_eq!(reason(world.refuses(&other, id).await), "error-approval-decided");
});

on_both!(of_each_thing_one_waits_at_a_time, |data: Throwaway| async move {
    let world = World::new(&data.services, Phase::Open).await;
    let (asker, other) = (world.with("Asker", Role::Owner).await, world.with("Other", Role::Owner).await);
    let first = world.asks(&asker, world.times(-1, 50, 30).await).await;
    assert_eq!(reason(world.put(&other, world.times(-1, 60, 30).await).await), "error-approval-waits");
    // Whoever asked may think again.
    let second = world.asks(&asker, world.times(-1, 55, 30).await).await;
    let (old, _) = approvals::one(&asker, &world.held().await, first).await.expect("it is shown");
    assert_eq!(old.state, ApprovalState::Withdrawn);
    world.refuses(&other, second).await.expect("refused");
    world.asks(&other, world.times(-1, 60, 30).await).await;
});

on_both!(that_one_is_enough_takes_two_and_ends_what_waits, |data: Throwaway| async move {
    let world = World::new(&data.services, Phase::Open).await;
    let (asker, other) = (world.with("Asker", Role::Owner).await, world.with("Other", Role::Owner).await);
    let waits = world.asks(&other, world.on_call(CallAct::CloseNow).await).await;
    let id = world.asks(&asker, AskedAct::OnePerson).await;
    assert!(world.held().await.two_people);
    world.approves(&other, id).await.expect("it is done");
    assert!(!world.held().await.two_people);
    let (shown, _) = approvals::one(&asker, &world.held().await, waits).await.expect("it is shown");
    assert_eq!(shown.state, ApprovalState::Lapsed);
    assert_eq!(reason(world.approves(&asker, waits).await), "error-approval-decided");
    let closing = world.on_call(CallAct::CloseNow).await;
    assert_eq!(world.put(&asker, closing).await.expect("one is enough"), Done::Now);
});

on_both!(many_who_agree_at_once_do_it_once, |data: Throwaway| async move {
    let world = World::new(&data.services, Phase::Open).await;
    let asker = world.with("Asker", Role::Owner).await;
    let mut others = Vec::new();
    for number in 0..6 {
        others.push(world.with(&format!("Other {number}"), Role::Owner).await);
    }
    let id = world.asks(&asker, world.replying("Once")).await;
    let all = others.into_iter().map(|other| {
        let call = world.call;
        tokio::spawn(async move { approvals::decide(&other, call, id, crate::world::approval()).await })
    });
    let mut done = 0;
    for one in all.collect::<Vec<_>>() {
        match one.await.expect("no panic") {
            Ok(()) => done += 1,
            other => assert_eq!(reason(other), "error-approval-decided"),
        }
    }
    assert_eq!(done, 1);
    let published = world.published.as_ref().expect("it is public");
    let by = &data.services.by;
    let trace = services::outcomes::trace::down(&data.services, &published.slug, by).await.expect("a trace");
    assert_eq!(trace.replies.len(), 1);
});

on_both!(the_database_itself_knows_that_it_takes_two, |data: Throwaway| async move {
    let world = World::new(&data.services, Phase::Open).await;
    let asker = world.with("Asker", Role::Owner).await;
    let id = world.asks(&asker, world.on_call(CallAct::CloseNow).await).await;
    let me = asker.by.person();
    let row = approval::Entity::find_by_id(id).one(data.services.db.read()).await;
    let row = row.expect("a query").expect("it is there");
    let changes: [fn(&mut approval::ActiveModel, Option<uuid::Uuid>); 3] = [
        |row, me| row.decided_by = Set(me),
        |row, _| {
            row.state = Set("approved".to_owned());
            row.open_slot = Set(None);
        },
        |row, _| row.state = Set("withdrawn".to_owned()),
    ];
    for change in changes {
        let mut row = row.clone().into_active_model();
        change(&mut row, me);
        let written = data.services.db.write::<_, Failure, _>(move |txn| {
            Box::pin(async move {
                row.update(txn).await?;
                Ok(())
            })
        });
        assert!(matches!(written.await, Err(Failure::Store(_))));
    }
});
