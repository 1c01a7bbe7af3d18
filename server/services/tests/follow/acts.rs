//! What happens, and who hears of it: only what is public, and each thing once.

use chrono::TimeDelta;
use domain::assembly::{AgendaItemDetails, DecisionDetails, MeetingDetails, Purpose};
use domain::calls::{Reasons, Schedule};
use domain::mail::{Followed as F, Rate};
use domain::outcomes::{Dated, ProgressStatus, ReplyStatus};
use domain::responses::Consent;
use services::assembly::{decisions, meetings};
use services::calls::{self, edit};
use services::follow::theme_slug;
use services::outcomes::{findings, recommendations, replies};
use services::testing::Throwaway;
use services::testing::spine::{ask, day, find, gather, recommend, respond};
use services::{Services, on_both};

use crate::world::{at, follow, lines, told};

const ANN: &str = "ann@folkmoot.test";

/// The news that was told since there were so many letters.
async fn since(services: &Services, before: usize) -> Vec<String> {
    told(services, ANN).await.iter().skip(before).flat_map(lines).collect()
}

on_both!(the_life_of_a_call_is_told, |data: Throwaway| async move {
    let services = &data.services;
    let call = ask(services, "One call").await.call;
    edit::close_now(services, &call).await.expect("closed");
    services.clock.set(services.clock.now() + TimeDelta::minutes(1));
    follow(services, F::Call, &call.slug, ANN, Rate::AtOnce).await;
    assert!(since(services, 0).await.is_empty(), "what was before is no news");
    services.clock.set(services.clock.now() + TimeDelta::hours(1));
    let call = calls::by_id(services, call.id).await.expect("the call");
    let local = |hours| (services.clock.now() + TimeDelta::hours(hours)).naive_utc();
    let opens = call.times.opens.expect("it has opened").naive_utc();
    let schedule = Schedule {
        opens,
        closes: local(5),
        grace_minutes: 30,
        reasons: Reasons { run: "It is a test.".to_owned(), moved: "Schools asked for longer.".to_owned() },
    };
    edit::schedule(services, &call, schedule.clone()).await.expect("open again");
    assert_eq!(since(services, 0).await, ["One call: closing-changed, One call"]);
    edit::schedule(services, &call, schedule).await.expect("the same times");
    assert_eq!(told(services, ANN).await.len(), 1, "what changes nothing is no news");
    services.clock.set(services.clock.now() + TimeDelta::hours(6));
    assert_eq!(since(services, 1).await, ["One call: call-closed, One call"], "by the clock alone");
    let call = calls::by_id(services, call.id).await.expect("the call");
    edit::publish_outcome(services, &call).await.expect("published");
    assert_eq!(since(services, 2).await, ["One call: outcome-published, One call"]);
});

on_both!(what_comes_of_a_call_is_told_once_and_only_while_it_is_public, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    follow(services, F::Call, &asked.call.slug, ANN, Rate::AtOnce).await;
    services.clock.set(services.clock.now() + TimeDelta::hours(1));
    let given = respond(services, &asked, "a", Consent::WithName).await;
    let finding = find(services, &asked, "A finding", &[&given]).await;
    let recommended = recommend(services, &asked, "Do it", &[&finding]).await;
    let reply =
        |status| Dated { status, words: "Yes.".to_owned(), source: "A letter".to_owned(), on: day(13) };
    replies::add_reply(services, &recommended, reply(ReplyStatus::Accepted)).await.expect("a reply");
    assert!(since(services, 0).await.is_empty(), "nothing is public yet");
    findings::publish(services, &finding).await.expect("published");
    assert_eq!(since(services, 0).await, ["One call: finding-published, A finding"]);
    findings::unpublish(services, &finding).await.expect("withdrawn");
    findings::publish(services, &finding).await.expect("published again");
    assert_eq!(told(services, ANN).await.len(), 1, "it is news once");
    recommendations::publish(services, &recommended).await.expect("published");
    assert_eq!(since(services, 1).await, ["One call: recommendation-published, Do it"]);
    replies::add_reply(services, &recommended, reply(ReplyStatus::Partly)).await.expect("a reply");
    services.clock.set(services.clock.now() + TimeDelta::minutes(1));
    let on = day(13);
    let note =
        Dated { status: ProgressStatus::ALL[0], words: "Soon.".to_owned(), source: "A page".to_owned(), on };
    replies::add_progress(services, &recommended, note).await.expect("progress");
    let lines = since(services, 2).await;
    assert_eq!(
        lines,
        ["One call: reply-recorded, Do it", "One call: progress-recorded, Do it"],
        "in one letter"
    );
    assert_eq!(told(services, ANN).await.len(), 3);
});

on_both!(who_follows_one_thing_in_two_ways_hears_of_it_once, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let given = respond(services, &asked, "a", Consent::WithName).await;
    let finding = find(services, &asked, "A finding", &[&given]).await;
    let recommended = recommend(services, &asked, "Do it", &[&finding]).await;
    recommendations::publish(services, &recommended).await.expect("published");
    services.clock.set(services.clock.now() + TimeDelta::minutes(1));
    follow(services, F::Call, &asked.call.slug, ANN, Rate::Weekly).await;
    follow(services, F::Theme, &theme_slug("Targets"), ANN, Rate::AtOnce).await;
    follow(services, F::Recommendation, &recommended.slug, ANN, Rate::Daily).await;
    services.clock.set(services.clock.now() + TimeDelta::hours(1));
    let status = ReplyStatus::Accepted;
    let reply = Dated { status, words: "Yes.".to_owned(), source: "A letter".to_owned(), on: day(13) };
    replies::add_reply(services, &recommended, reply).await.expect("a reply");
    assert_eq!(since(services, 0).await, ["Targets: reply-recorded, Do it"], "as soon as any of them says");
    services.clock.set(services.clock.now() + TimeDelta::days(14));
    assert_eq!(told(services, ANN).await.len(), 1);
});

on_both!(what_an_assembly_does_is_told_once_its_meeting_is_public, |data: Throwaway| async move {
    let services = &data.services;
    let body = gather(services, "Care assembly").await;
    follow(services, F::Assembly, &body.slug, ANN, Rate::AtOnce).await;
    at(services, 14, 9, 0);
    let time = |hour| day(20).and_hms_opt(hour, 0, 0).expect("an hour");
    let details = MeetingDetails {
        title: "Winter".to_owned(),
        place: "Leeds".to_owned(),
        starts: time(10),
        ends: time(12),
    };
    let meeting = meetings::add(services, &body, details.clone()).await.expect("a meeting");
    let item = AgendaItemDetails {
        title: "Beds".to_owned(),
        text: String::new(),
        minutes: 30,
        purpose: Purpose::Decision,
    };
    let item = meetings::agenda::add(services, &meeting, item).await.expect("an item");
    assert!(since(services, 0).await.is_empty());
    meetings::publish(services, &meeting).await.expect("published");
    assert_eq!(since(services, 0).await, ["Care assembly: meeting-published, Winter"]);
    at(services, 15, 9, 0);
    let moved = MeetingDetails { place: "Cardiff".to_owned(), ..details };
    meetings::change(services, &meeting, moved.clone()).await.expect("moved");
    meetings::change(services, &meeting, moved).await.expect("nothing more");
    assert_eq!(since(services, 1).await, ["Care assembly: meeting-moved, Winter"]);
    at(services, 20, 11, 0);
    let asked = ask(services, "One call").await;
    let given = respond(services, &asked, "a", Consent::WithName).await;
    let finding = find(services, &asked, "A finding", &[&given]).await;
    let decided = DecisionDetails {
        title: "More beds".to_owned(),
        text: "Buy beds.".to_owned(),
        votes_for: 3,
        votes_against: 1,
        abstained: 0,
        dissent: String::new(),
        findings: vec![finding.id],
        recommendations: Vec::new(),
        call: None,
    };
    decisions::decide(services, &meeting, item, decided).await.expect("decided");
    assert_eq!(since(services, 2).await, ["Care assembly: decision-taken, More beds"]);
});
