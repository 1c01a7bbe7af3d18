//! What was withdrawn is read by nobody, and can come back.

use domain::assembly::{AgendaItemDetails, MeetingDetails, Purpose};
use domain::outcomes::ReceiptDetails;
use domain::people::{Actor, Role};
use domain::responses::{HeldDecision, HeldState, Reference, Suspicion};
use domain::text::Span;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::assembly::meetings::evidence::Piece;
use services::assembly::meetings::{self, Exhibit};
use services::outcomes::{Tally, findings, trace};
use services::people::organisations;
use services::responses::{change, export, held, read, versions, withdraw};
use services::review::{self, codebook, coding};
use services::store::entities::audit;
use services::testing::Throwaway;
use services::testing::spine::{gather, hour, member};
use services::{Failure, Services, on_both};
use uuid::Uuid;

use crate::rests::{code, coder};
use crate::world::{World, texts};

const SAID: [&str; 3] = ["The bus was late.", "Nobody came.", "It rained."];

impl World {
    async fn withdraw(&self, secret: &str) -> Result<(), Failure> {
        withdraw::withdraw(&self.services, &self.call, &self.draft(secret).await).await
    }

    async fn bring_back(&self, secret: &str) -> Result<(), Failure> {
        withdraw::bring_back(&self.services, &self.call, &self.draft(secret).await).await
    }
}

/// A published meeting whose evidence pack holds these words.
async fn packed(services: &Services, answer: Uuid, span: Span) -> String {
    let body = gather(services, "Care assembly").await;
    let at = |of_day| hour(5, of_day).naive_utc();
    let details =
        MeetingDetails { title: "One".to_owned(), place: "Leeds".to_owned(), starts: at(10), ends: at(12) };
    let meeting = meetings::add(services, &body, details).await.expect("a meeting");
    let item = AgendaItemDetails {
        title: "Buses".to_owned(),
        text: String::new(),
        minutes: 30,
        purpose: Purpose::Decision,
    };
    let on = meetings::agenda::add(services, &meeting, item).await.expect("added");
    meetings::evidence::add(services, &meeting, on, Piece::Words { answer, span }).await.expect("put in");
    meetings::publish(services, &meeting).await.expect("published");
    body.slug
}

/// What a reader sees in the pack of the first item of that meeting.
async fn exhibits(services: &Services, assembly: &str, viewer: &Actor) -> Vec<Exhibit> {
    let page = meetings::meeting(services, assembly, 1, viewer).await.expect("it is public");
    page.agenda[0].evidence.iter().filter_map(|seen| seen.shown()).map(|piece| piece.what.clone()).collect()
}

on_both!(what_was_withdrawn_is_nowhere_and_comes_back_whole, |data: Throwaway| async move {
    let (services, world) = (&data.services, World::new(&data.services).await);
    let (secret, other) = (world.respondent(SAID).await, world.respondent(["Else.", "", ""]).await);
    let receipt = world.send(&secret).await.expect("its receipt");
    let beside = world.send(&other).await.expect("its receipt").reference;
    let (response, answers) = world.response(&receipt.reference).await;
    let (call, ann) = (world.call.id, coder(services).await);
    let late = codebook::add(services, call, code("Late"), ann).await.expect("a code");
    let span = Span { start: 0, end: 7 };
    coding::apply(services, call, answers[0].id, late, Some(span), ann).await.expect("a coding");
    let details =
        domain::outcomes::FindingDetails { title: "Late".to_owned(), text: "At length.".to_owned() };
    let finding = findings::add(services, call, details, None).await.expect("a finding");
    findings::pick(services, &finding, answers[0].id, span, None).await.expect("the words fit");
    let finding = findings::by_number(services, call, finding.number).await.expect("it is there");
    findings::publish(services, &finding).await.expect("published");
    let meeting = packed(services, answers[0].id, span).await;
    world.open(&secret).await.expect("open");
    world.write(&secret, ["Something else.", "", ""]).await;

    world.withdraw(&secret).await.expect("withdrawn");
    world.withdraw(&secret).await.expect("a second click changes nothing");
    assert_eq!(read::count(services, call).await.expect("a count"), 1);
    assert!(matches!(
        read::by_reference(services, call, &receipt.reference).await,
        Err(Failure::NotFound(_))
    ));
    let gone = read::withdrawn(services, call).await.expect("what the team sees");
    assert_eq!(
        gone.iter().map(|one| one.reference.as_str()).collect::<Vec<_>>(),
        [receipt.reference.as_str()]
    );
    assert_eq!(services::calls::counts(services).await.expect("counts")[&call].responses, 1);
    let progress = review::progress(services, call, ann).await.expect("progress");
    assert_eq!((progress.responses, progress.codings), (1, 0));
    assert_eq!(review::next_unread(services, call, ann, None).await.expect("one"), Some(beside.clone()));
    let bench = review::workbench(services, call, &beside, ann).await.expect("the other");
    assert_eq!((bench.previous, bench.next, bench.number, bench.of), (None, None, 1, 1));
    let mut out = Vec::new();
    assert_eq!(export::csv(services, call, &mut out).await.expect("an export"), 1);
    assert!(!String::from_utf8(out).expect("text").contains("The bus"));
    for viewer in
        [Actor::Guest, member(Role::Reader, &world.call), member(Role::DataProtectionOfficer, &world.call)]
    {
        let seen = findings::excerpts(services, &finding, &viewer).await.expect("its words");
        assert_eq!(seen, [], "its words are shown to nobody");
        let shown = trace::of_finding(services, call, finding.number, &viewer).await.expect("its page");
        assert_eq!((shown.finding.withdrawn, shown.evidence), (1, Tally::default()), "and counted nowhere");
        let pack = exhibits(services, &meeting, &viewer).await;
        assert_eq!(pack, [Exhibit::Withdrawn]);
    }
    let rests = findings::by_number(services, call, finding.number).await.expect("it is there").excerpts;
    assert_eq!(rests, 0);
    assert_eq!(findings::withdrawn(services, &finding).await.expect("one").len(), 1, "the team is told");
    let refused = coding::apply(services, call, answers[1].id, late, None, ann).await;
    assert!(matches!(refused, Err(Failure::NotFound("answer"))));
    let refused = findings::pick(services, &finding, answers[1].id, span, None).await;
    assert!(matches!(refused, Err(Failure::NotFound("answer"))));
    let journey = trace::own(services, response.id).await.expect("their own");
    assert!(journey.withdrawn_at.is_some() && journey.excerpts.is_empty());
    assert!(matches!(world.open(&secret).await, Err(Failure::Refused("error-response-withdrawn"))));

    world.wait();
    world.bring_back(&secret).await.expect("brought back");
    world.bring_back(&secret).await.expect("a second click changes nothing");
    let (again, back) = world.response(&receipt.reference).await;
    assert_eq!((again, &back), (response.clone(), &answers), "as it was sent, row by row");
    assert_eq!(coding::of_response(services, response.id).await.expect("codings").len(), 1);
    assert!(findings::withdrawn(services, &finding).await.expect("none").is_empty());
    let pack = exhibits(services, &meeting, &Actor::Guest).await;
    assert!(matches!(pack.as_slice(), [Exhibit::Words(words)] if words.words == "The bus"));
    let seen = findings::excerpts(services, &finding, &Actor::Guest).await.expect("its words");
    assert_eq!(seen[0].shown().map(|one| one.words.as_str()), Some("The bus"));
    assert_eq!(world.send(&secret).await.expect("its receipt"), receipt);
    let acts = audit::Entity::find()
        .filter(audit::Column::Act.is_in(["response-withdrawn", "response-brought-back"]));
    let acts = acts.all(services.db.read()).await.expect("the audit");
    assert_eq!(acts.len(), 2, "each once");
    assert!(acts.iter().all(|row| row.actor == "guest" && row.actor_id.is_none()), "by nobody in particular");
});

on_both!(what_is_held_back_is_withdrawn_too, |data: Throwaway| async move {
    let (services, world) = (&data.services, World::new(&data.services).await);
    let secret = world.answered(SAID).await;
    let receipt = world.send_with(&secret, vec![Suspicion::Trap]).await.expect("held back");
    world.withdraw(&secret).await.expect("withdrawn");
    let one = held::by_reference(services, world.call.id, &receipt.reference).await.expect("held");
    assert_eq!(one.state, HeldState::Withdrawn);
    assert_eq!(held::count(services, world.call.id, HeldState::Waiting).await.expect("a count"), 0);
    let refused = held::decide(services, &one, HeldDecision::Admit).await;
    assert!(matches!(refused, Err(Failure::Refused("error-held-withdrawn"))));
    let shown = ReceiptDetails {
        reference: Reference::parse(&receipt.reference).expect("a reference"),
        code: receipt.hash[..12].to_owned(),
    };
    let told = trace::by_receipt(services, &shown).await.expect_err("it is no response");
    let told = match &told {
        Failure::Invalid(problems) => problems.at("reference").map(|problem| problem.message),
        other => panic!("{other:?}"),
    };
    assert_eq!(told, Some("error-receipt-withdrawn"));
    world.bring_back(&secret).await.expect("brought back");
    let one = held::by_reference(services, world.call.id, &receipt.reference).await.expect("held");
    held::decide(services, &one, HeldDecision::Admit).await.expect("admitted");
    assert_eq!(texts(&world.response(&receipt.reference).await.1), SAID);
});

on_both!(
    earlier_versions_are_kept_and_what_rests_on_nothing_is_not_published,
    |data: Throwaway| async move {
        let (services, world) = (&data.services, World::new(&data.services).await);
        let secret = world.respondent(["Before.", "", ""]).await;
        let receipt = world.change(&secret, SAID).await;
        let (response, answers) = world.response(&receipt.reference).await;
        let (call, ann) = (world.call.id, coder(services).await);
        review::reading::mark(services, call, response.id, ann, true).await.expect("read");
        review::undo(services, call, ann).await.expect("taken back");
        let details =
            domain::outcomes::FindingDetails { title: "Late".to_owned(), text: "At length.".to_owned() };
        let finding = findings::add(services, call, details, None).await.expect("a finding");
        let span = Span { start: 0, end: 7 };
        findings::pick(services, &finding, answers[0].id, span, None).await.expect("the words fit");

        world.withdraw(&secret).await.expect("withdrawn");
        let refused = review::redo(services, call, ann).await;
        assert!(matches!(refused, Err(Failure::Refused("error-undo-changed-since"))), "{refused:?}");
        let finding = findings::by_number(services, call, finding.number).await.expect("it is there");
        let refused = findings::publish(services, &finding).await;
        assert!(matches!(refused, Err(Failure::Refused("error-finding-no-excerpts"))));
        let refused = organisations::responses::link(services, call, response.id, None).await;
        assert!(matches!(refused, Err(Failure::NotFound("response"))));
        world.bring_back(&secret).await.expect("brought back");
        let (response, _) = world.response(&receipt.reference).await;
        let versions = versions::of_response(services, &response).await.expect("all versions");
        let said: Vec<_> = versions.iter().map(|version| texts(&version.answers)).collect();
        assert_eq!(said, [vec!["Before."], SAID.to_vec()]);
    }
);

on_both!(after_closing_nothing_goes_and_nothing_comes, |data: Throwaway| async move {
    let (services, world) = (&data.services, World::new(&data.services).await);
    let (gone, there) = (world.respondent(SAID).await, world.respondent(SAID).await);
    world.withdraw(&gone).await.expect("in time");
    let over = world.draft(&gone).await.until(&world.call).expect("it ends");
    services.clock.set(over);
    let (back, away) = (world.bring_back(&gone).await, world.withdraw(&there).await);
    assert!(matches!(back, Err(Failure::Refused("error-bring-back-closed"))), "{back:?}");
    assert!(matches!(away, Err(Failure::Refused("error-withdraw-closed"))), "{away:?}");
    assert_eq!(read::count(services, world.call.id).await.expect("a count"), 1);
    let receipt = world.send(&gone).await.expect("its receipt");
    let standing = change::standing(services, &world.call, &world.draft(&gone).await, &receipt);
    assert_eq!(standing, change::Standing::Gone);
});
