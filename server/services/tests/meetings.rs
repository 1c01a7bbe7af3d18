//! Meetings: agenda, papers, evidence packs, decisions, and the trace that reaches them.

use chrono::NaiveDate;
use domain::assembly::{
    AgendaItemDetails, DecisionDetails, MeetingDetails, PaperDetails, Purpose, RecordDetails,
};
use domain::outcomes::Seen;
use domain::people::{Actor, Role};
use domain::responses::Consent;
use domain::text::Span;
use services::assembly::decisions::{self, Cited};
use services::assembly::meetings::evidence::{self, Piece};
use services::assembly::meetings::{self, Exhibit, Meeting, MeetingPage, agenda, papers};
use services::assembly::{self, Assembly};
use services::outcomes::{findings, recommendations, trace};
use services::testing::Throwaway;
use services::testing::spine::{
    ask, ask_quietly, day, find, gather, hour, keeper, member, recommend, respond,
};
use services::{Failure, Services, on_both};
use uuid::Uuid;

fn meeting_on(of_month: u32) -> MeetingDetails {
    let at = |hour| day(of_month).and_hms_opt(hour, 0, 0).expect("an hour");
    MeetingDetails { title: "A meeting".to_owned(), place: "Leeds".to_owned(), starts: at(10), ends: at(12) }
}

async fn meet(services: &Services, body: &Assembly, of_month: u32) -> Meeting {
    meetings::add(services, body, meeting_on(of_month)).await.expect("a meeting")
}

fn item(title: &str) -> AgendaItemDetails {
    AgendaItemDetails {
        title: title.to_owned(),
        text: String::new(),
        minutes: 30,
        purpose: Purpose::Decision,
    }
}

fn paper(title: &str) -> PaperDetails {
    PaperDetails { title: title.to_owned(), author: "The secretariat".to_owned(), body: "Text.".to_owned() }
}

async fn page(services: &Services, body: &Assembly, number: u32, viewer: &Actor) -> MeetingPage {
    meetings::meeting(services, &body.slug, number, viewer).await.expect("it may be read")
}

on_both!(meetings_are_numbered_and_stay_among_the_keepers_until_published, |data: Throwaway| async move {
    let services = &data.services;
    let body = gather(services, "Care assembly").await;
    let (first, second) = (meet(services, &body, 5).await, meet(services, &body, 20).await);
    assert_eq!((first.number, second.number, first.starts_at), (1, 2, hour(5, 10)));
    assert_eq!(first.details(), meeting_on(5));
    meetings::publish(services, &first).await.expect("published");
    meetings::change(services, &first, meeting_on(6)).await.expect("moved by a day");
    let numbers = async |viewer: &Actor| {
        let list = meetings::list(services, &body, viewer).await.expect("a list");
        list.into_iter().map(|meeting| meeting.number).collect::<Vec<_>>()
    };
    assert_eq!((numbers(&keeper()).await, numbers(&Actor::Guest).await), (vec![2, 1], vec![1]));
    let hidden = meetings::meeting(services, &body.slug, 2, &Actor::Guest).await;
    assert!(matches!(hidden, Err(Failure::NotFound("meeting"))));
    let published = meetings::by_number(services, &body, 1, &Actor::Guest).await.expect("it is public");
    assert_eq!((published.starts_at, published.published_at), (hour(6, 10), Some(services.clock.now())));
    meetings::unpublish(services, &published).await.expect("taken back");
    assert!(numbers(&Actor::Guest).await.is_empty());
});

on_both!(
    a_meeting_on_the_night_when_clocks_change_still_ends_after_it_starts,
    |data: Throwaway| async move {
        let services = &data.services;
        let body = gather(services, "Care assembly").await;
        let at = |hour, minute| {
            NaiveDate::from_ymd_opt(2026, 3, 29)
                .and_then(|day| day.and_hms_opt(hour, minute, 0))
                .expect("a time")
        };
        // 1:59 does not exist that night: it is taken as 2:59, after the end.
        let odd = MeetingDetails { starts: at(1, 59), ends: at(2, 10), ..meeting_on(1) };
        let refused = meetings::add(services, &body, odd).await;
        assert!(matches!(refused, Err(Failure::Invalid(problems)) if problems.at("ends").is_some()));
    }
);

on_both!(the_agenda_is_added_to_moved_changed_and_thinned, |data: Throwaway| async move {
    let services = &data.services;
    let body = gather(services, "Care assembly").await;
    let (meeting, other) = (meet(services, &body, 5).await, meet(services, &body, 6).await);
    let mut ids = Vec::new();
    for title in ["A", "B", "C"] {
        ids.push(agenda::add(services, &meeting, item(title)).await.expect("added"));
    }
    agenda::move_by(services, &meeting, ids[2], -1).await.expect("moved");
    agenda::move_by(services, &meeting, ids[0], -1).await.expect("it is the first already");
    agenda::change(services, &meeting, ids[1], item("B, changed")).await.expect("changed");
    let read = async || page(services, &body, 1, &keeper()).await.agenda;
    let titles = async || read().await.into_iter().map(|item| item.title).collect::<Vec<_>>();
    assert_eq!(titles().await, ["A", "C", "B, changed"]);
    agenda::remove(services, &meeting, ids[0]).await.expect("removed");
    assert_eq!(read().await.iter().map(|item| item.number).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(read().await[1].details(), item("B, changed"));
    let elsewhere = agenda::change(services, &other, ids[1], item("X")).await;
    assert!(matches!(elsewhere, Err(Failure::NotFound("agenda item"))));
});

on_both!(papers_are_added_moved_changed_and_removed, |data: Throwaway| async move {
    let services = &data.services;
    let body = gather(services, "Care assembly").await;
    let (meeting, other) = (meet(services, &body, 5).await, meet(services, &body, 6).await);
    let on = agenda::add(services, &meeting, item("A")).await.expect("added");
    let mut ids = Vec::new();
    for title in ["One", "Two", "Three"] {
        ids.push(papers::add(services, &meeting, on, paper(title)).await.expect("added"));
    }
    papers::move_by(services, &meeting, ids[0], 1).await.expect("moved");
    papers::change(services, &meeting, ids[1], paper("Two, changed")).await.expect("changed");
    papers::remove(services, &meeting, ids[2]).await.expect("removed");
    let read = page(services, &body, 1, &keeper()).await.agenda.remove(0).papers;
    assert_eq!(read.iter().map(|paper| paper.title.as_str()).collect::<Vec<_>>(), ["Two, changed", "One"]);
    assert_eq!(read[0].details(), paper("Two, changed"));
    let elsewhere = papers::remove(services, &other, ids[0]).await;
    assert!(matches!(elsewhere, Err(Failure::NotFound("agenda item"))));
});

on_both!(nothing_is_recorded_of_a_meeting_that_has_not_begun, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let finding = find(services, &asked, "Finding", &[]).await;
    let body = gather(services, "Care assembly").await;
    let meeting = meet(services, &body, 20).await;
    let on = agenda::add(services, &meeting, item("A")).await.expect("added");
    let record = || RecordDetails { text: "It was agreed.".to_owned() };
    let early = agenda::record(services, &meeting, on, record()).await;
    assert!(matches!(early, Err(Failure::Refused("error-meeting-not-begun"))));
    let early = decisions::decide(services, &meeting, on, deciding(&[finding.id], &[])).await;
    assert!(matches!(early, Err(Failure::Refused("error-meeting-not-begun"))));
    services.clock.set(hour(20, 10));
    agenda::record(services, &meeting, on, record()).await.expect("it has begun");
    assert_eq!(page(services, &body, 1, &keeper()).await.agenda[0].record, "It was agreed.");
});

on_both!(evidence_is_put_in_once_moved_and_taken_out, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let given = respond(services, &asked, "a", Consent::WithName).await;
    let finding = find(services, &asked, "Finding", &[&given]).await;
    let body = gather(services, "Care assembly").await;
    let meeting = meet(services, &body, 5).await;
    let on = agenda::add(services, &meeting, item("A")).await.expect("added");
    let words = Piece::Words { answer: given.answer, span: given.words() };
    let first = evidence::add(services, &meeting, on, Piece::Finding(finding.id)).await.expect("put in");
    let second = evidence::add(services, &meeting, on, words).await.expect("put in");
    assert_eq!(evidence::add(services, &meeting, on, words).await.expect("it is there"), second);
    let order = async || {
        let pack = page(services, &body, 1, &keeper()).await.agenda.remove(0).evidence;
        pack.iter().filter_map(Seen::shown).map(|piece| piece.id).collect::<Vec<_>>()
    };
    assert_eq!(order().await, [first, second]);
    evidence::move_by(services, &meeting, second, -1).await.expect("moved");
    assert_eq!(order().await, [second, first]);
    evidence::remove(services, &meeting, first).await.expect("taken out");
    assert_eq!(order().await, [second]);
    let nothing = Piece::Words { answer: given.answer, span: Span { start: 0, end: 999 } };
    let refused = evidence::add(services, &meeting, on, nothing).await;
    assert!(matches!(refused, Err(Failure::Invalid(problems)) if problems.at("excerpt").is_some()));
    let refused = evidence::add(services, &meeting, on, Piece::Finding(Uuid::nil())).await;
    assert!(matches!(refused, Err(Failure::NotFound("finding"))));
});

on_both!(a_pack_shows_the_public_only_what_it_may_see, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let other = ask(services, "Another call").await;
    let named = respond(services, &asked, "named", Consent::WithName).await;
    let nameless = respond(services, &asked, "nameless", Consent::WithoutName).await;
    let kept = respond(services, &asked, "kept", Consent::NotAtAll).await;
    let finding = find(services, &asked, "Finding", &[&kept]).await;
    let body = gather(services, "Care assembly").await;
    let meeting = meet(services, &body, 5).await;
    let on = agenda::add(services, &meeting, item("A")).await.expect("added");
    evidence::add(services, &meeting, on, Piece::Finding(finding.id)).await.expect("put in");
    for given in [&named, &nameless, &kept] {
        let words = Piece::Words { answer: given.answer, span: given.words() };
        evidence::add(services, &meeting, on, words).await.expect("put in");
    }
    meetings::publish(services, &meeting).await.expect("published");
    for viewer in [Actor::Guest, member(Role::LeadAnalyst, &other.call)] {
        let public = page(services, &body, 1, &viewer).await;
        let all = format!("{public:?}");
        assert!(all.contains("wörds-named") && all.contains("name-named"));
        assert!(all.contains("wörds-nameless") && !all.contains("name-nameless"));
        assert!(!all.contains("kept") && !all.contains(&kept.response.reference) && !all.contains("before-"));
        assert!(!all.contains("Finding, at length"));
        assert_eq!(public.agenda[0].evidence.last(), Some(&Seen::Counted(2)));
    }
    findings::publish(services, &finding).await.expect("published");
    let public = page(services, &body, 1, &Actor::Guest).await;
    assert!(!format!("{public:?}").contains("kept"));
    let first = public.agenda[0].evidence[0].shown().expect("the finding is public");
    assert!(matches!(&first.what, Exhibit::Finding(finding) if finding.excerpts == [Seen::Counted(1)]));
    let team = page(services, &body, 1, &member(Role::Reader, &asked.call)).await;
    assert_eq!(team.agenda[0].evidence.iter().filter_map(Seen::shown).count(), 4);
});

on_both!(
    a_keeper_without_the_right_to_a_call_sees_no_words_before_publication,
    |data: Throwaway| async move {
        let services = &data.services;
        let asked = ask(services, "One call").await;
        let given = respond(services, &asked, "named", Consent::WithName).await;
        let body = gather(services, "Care assembly").await;
        let meeting = meet(services, &body, 5).await;
        let on = agenda::add(services, &meeting, item("A")).await.expect("added");
        let words = Piece::Words { answer: given.answer, span: given.words() };
        evidence::add(services, &meeting, on, words).await.expect("put in");
        let team = page(services, &body, 1, &keeper()).await;
        assert!(format!("{team:?}").contains("wörds-named"));
        let reader = member(Role::Reader, &asked.call);
        let refused = meetings::meeting(services, &body.slug, 1, &reader).await;
        assert!(
            matches!(refused, Err(Failure::NotFound("meeting"))),
            "reading a call is not keeping a record"
        );
    }
);

fn deciding(findings: &[Uuid], recommendations: &[Uuid]) -> DecisionDetails {
    DecisionDetails {
        title: "A decision".to_owned(),
        text: "What was decided.".to_owned(),
        votes_for: 20,
        votes_against: 3,
        abstained: 2,
        dissent: "Three would have waited.".to_owned(),
        findings: findings.to_vec(),
        recommendations: recommendations.to_vec(),
        call: None,
    }
}

on_both!(decisions_are_numbered_over_the_assembly_and_cite_what_they_rest_on, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let given = respond(services, &asked, "a", Consent::WithName).await;
    let finding = find(services, &asked, "Finding", &[&given]).await;
    let recommendation = recommend(services, &asked, "Do it", &[&finding]).await;
    recommendations::publish(services, &recommendation).await.expect("published");
    let body = gather(services, "Care assembly").await;
    let (one, two) = (meet(services, &body, 5).await, meet(services, &body, 6).await);
    for meeting in [&one, &two] {
        let on = agenda::add(services, meeting, item("A")).await.expect("added");
        let number =
            decisions::decide(services, meeting, on, deciding(&[finding.id], &[recommendation.id])).await;
        assert_eq!(number.expect("it cites two"), meeting.number);
        let refused = decisions::decide(services, meeting, on, deciding(&[], &[])).await;
        assert!(matches!(refused, Err(Failure::Invalid(problems)) if problems.at("finding").is_some()));
        let removed = agenda::remove(services, meeting, on).await;
        assert!(matches!(removed, Err(Failure::Refused("error-agenda-decided"))));
    }
    meetings::publish(services, &one).await.expect("published");
    let all = decisions::register(services, &body, &keeper()).await.expect("the register");
    assert_eq!(all.iter().map(|decision| decision.number).collect::<Vec<_>>(), [2, 1]);
    let public = decisions::register(services, &body, &Actor::Guest).await.expect("the register");
    let [decision] = public.as_slice() else { panic!("one meeting is published: {public:?}") };
    assert_eq!((decision.meeting, decision.item.as_str(), decision.decided_on), (1, "A", day(5)));
    assert_eq!((decision.votes_for, decision.votes_against, decision.abstained), (20, 3, 2));
    let cited = |seen: &Seen<Cited>| matches!(seen.shown(), Some(Cited::Recommendation { slug, .. }) if slug == "do-it");
    assert!(cited(&decision.cites[0]));
    assert_eq!(decision.cites[1..], [Seen::Counted(1)]);
    assert!(matches!(all[0].cites[0].shown(), Some(Cited::Finding { number: 1, .. })));
    let shown = page(services, &body, 1, &Actor::Guest).await.agenda.remove(0).decisions;
    assert_eq!(shown, public);
});

on_both!(a_decision_can_be_put_right, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let (one, two) = (find(services, &asked, "One", &[]).await, find(services, &asked, "Two", &[]).await);
    let body = gather(services, "Care assembly").await;
    let meeting = meet(services, &body, 5).await;
    let on = agenda::add(services, &meeting, item("A")).await.expect("added");
    let number =
        decisions::decide(services, &meeting, on, deciding(&[one.id], &[])).await.expect("it cites one");
    let right = DecisionDetails { votes_for: 21, ..deciding(&[two.id], &[]) };
    decisions::correct(services, &body, number, right.clone()).await.expect("put right");
    assert_eq!(decisions::details(services, &body, number).await.expect("it is there"), right);
    let wrong = decisions::correct(services, &body, number, deciding(&[Uuid::nil()], &[])).await;
    assert!(matches!(wrong, Err(Failure::NotFound("finding"))));
    let missing = decisions::correct(services, &body, 9, right.clone()).await;
    assert!(matches!(missing, Err(Failure::NotFound("decision"))));
    assert_eq!(decisions::details(services, &body, number).await.expect("nothing changed"), right);
});

on_both!(a_call_that_a_decision_puts_is_named_once_it_may_be_known, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let secret = ask_quietly(services, "A call to come").await;
    let finding = find(services, &asked, "Finding", &[]).await;
    let body = gather(services, "Care assembly").await;
    let meeting = meet(services, &body, 5).await;
    let on = agenda::add(services, &meeting, item("A")).await.expect("added");
    let putting = DecisionDetails { call: Some(secret.call.id), ..deciding(&[finding.id], &[]) };
    let number = decisions::decide(services, &meeting, on, putting.clone()).await.expect("it cites one");
    meetings::publish(services, &meeting).await.expect("published");
    let put = async |viewer: Actor| {
        let all = decisions::register(services, &body, &viewer).await.expect("the register");
        all[0].call.as_ref().map(|call| call.slug.clone())
    };
    assert_eq!((put(Actor::Guest).await, put(keeper()).await), (None, Some("a-call-to-come".to_owned())));
    let announced = DecisionDetails { call: Some(asked.call.id), ..putting };
    decisions::correct(services, &body, number, announced).await.expect("put right");
    assert_eq!(put(Actor::Guest).await, Some("one-call".to_owned()));
});

on_both!(candidates_are_what_the_reader_may_see, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let secret = ask_quietly(services, "A call to come").await;
    let given = respond(services, &asked, "a", Consent::WithName).await;
    let published = find(services, &asked, "Published", &[&given]).await;
    find(services, &asked, "Unpublished", &[]).await;
    findings::publish(services, &published).await.expect("published");
    let recommendation = recommend(services, &asked, "Do it", &[]).await;
    let guest = assembly::candidates(services, &Actor::Guest).await.expect("what is public");
    assert_eq!((guest.findings.len(), guest.recommendations.len(), guest.calls.len()), (1, 0, 1));
    assert_eq!((guest.findings[0].id, guest.findings[0].number), (published.id, Some(1)));
    let all = assembly::candidates(services, &keeper()).await.expect("everything");
    assert_eq!((all.findings.len(), all.recommendations[0].id), (2, recommendation.id));
    assert!(all.calls.iter().any(|call| call.id == secret.call.id));
});

on_both!(the_trace_reaches_decisions_and_agendas, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let given = respond(services, &asked, "a", Consent::WithName).await;
    let finding = find(services, &asked, "Finding", &[&given]).await;
    let recommendation = recommend(services, &asked, "Do it", &[&finding]).await;
    findings::publish(services, &finding).await.expect("published");
    recommendations::publish(services, &recommendation).await.expect("published");
    let body = gather(services, "Care assembly").await;
    let (shown, hidden) = (meet(services, &body, 5).await, meet(services, &body, 6).await);
    for meeting in [&shown, &hidden] {
        let on = agenda::add(services, meeting, item("Evidence")).await.expect("added");
        evidence::add(services, meeting, on, Piece::Finding(finding.id)).await.expect("put in");
        let words = Piece::Words { answer: given.answer, span: given.words() };
        evidence::add(services, meeting, on, words).await.expect("put in");
        let both = deciding(&[finding.id], &[recommendation.id]);
        decisions::decide(services, meeting, on, both).await.expect("it cites two");
    }
    meetings::publish(services, &shown).await.expect("published");
    for (viewer, expected) in [(Actor::Guest, vec![1]), (keeper(), vec![1, 2])] {
        let trace = trace::down(services, &recommendation.slug, &viewer).await.expect("it is public");
        let decided: Vec<_> = trace.decisions.iter().map(|link| link.number).collect();
        let met: Vec<_> = trace.agenda.iter().map(|link| link.meeting).collect();
        assert_eq!((&decided, &met), (&expected, &expected), "each once, and drafts for keepers alone");
    }
    let own = trace::own(services, given.response.id).await.expect("their own");
    let words = &own.excerpts[0];
    let supported = words.findings[0].shown().expect("it is published");
    let led = supported.recommendations[0].shown().expect("it is published");
    assert_eq!((words.agenda.len(), supported.agenda.len()), (1, 1));
    assert_eq!((supported.decisions.len(), led.decisions.len()), (1, 1));
    assert_eq!(led.decisions[0].title, "A decision");
    let all = trace::up(services, given.response.id, &keeper()).await.expect("the team follows them");
    assert_eq!((own.excerpts.len(), all.excerpts[0].agenda.len()), (1, 2));
});

on_both!(words_that_only_a_pack_holds_are_followed_too, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let given = respond(services, &asked, "a", Consent::NotAtAll).await;
    let body = gather(services, "Care assembly").await;
    let meeting = meet(services, &body, 5).await;
    let on = agenda::add(services, &meeting, item("Evidence")).await.expect("added");
    let words = Piece::Words { answer: given.answer, span: given.words() };
    evidence::add(services, &meeting, on, words).await.expect("put in");
    let before = trace::own(services, given.response.id).await.expect("their own");
    assert!(before.excerpts.is_empty(), "the meeting is still in preparation");
    meetings::publish(services, &meeting).await.expect("published");
    let after = trace::own(services, given.response.id).await.expect("their own");
    assert_eq!(after.excerpts[0].excerpt.words, "wörds-a");
    assert_eq!(
        (after.excerpts[0].agenda[0].title.as_str(), after.excerpts[0].findings.len()),
        ("Evidence", 0)
    );
});
