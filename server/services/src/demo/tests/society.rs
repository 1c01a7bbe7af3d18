//! Calls, organisations, recommendations, people and the assembly.

use std::collections::HashSet;

use domain::people::Role as R;

use super::{one, questions};
use crate::demo::model::{Moment, OrganisationKind, QuestionKind};

#[test]
fn systems_and_regions_are_all_there() {
    let organisations = &one().organisations;
    let of = |kind| organisations.iter().filter(move |body| body.kind == kind);
    assert_eq!(of(OrganisationKind::Region).count(), 7);
    assert_eq!(of(OrganisationKind::IntegratedCareSystem).count(), 42);
    assert!(of(OrganisationKind::Respondent).count() > 100);
    let keys: HashSet<&str> = organisations.iter().map(|body| body.key.as_str()).collect();
    assert_eq!(keys.len(), organisations.len());
    for body in organisations {
        assert_eq!(body.invented, body.kind == OrganisationKind::Respondent);
        assert!(body.parent.as_ref().is_none_or(|parent| keys.contains(parent.as_str())), "{}", body.key);
    }
    for region in of(OrganisationKind::Region) {
        let systems = of(OrganisationKind::IntegratedCareSystem)
            .filter(|body| body.parent.as_ref() == Some(&region.key));
        let expected = match region.name.as_str() {
            "Midlands" => 11,
            "South West" => 7,
            "East of England" | "South East" => 6,
            "London" => 5,
            "North East and Yorkshire" => 4,
            _ => 3,
        };
        assert_eq!(systems.count(), expected, "{}", region.name);
    }
}

#[test]
fn calls_can_be_published() {
    let calls = &one().calls;
    assert_eq!(calls.len(), 3);
    for call in calls {
        assert!(call.title.len() <= 65 && call.summary.split_whitespace().count() <= 100, "{}", call.slug);
        assert!(!call.title_cy.is_empty() && !call.summary_cy.is_empty() && !call.welsh_checked);
        assert_eq!(call.privacy.missing().count(), 0);
        assert!(call.facts.iter().all(|fact| !fact.source.is_empty()), "every fact has its source");
        assert!(call.invented_note.contains("nvented"));
        let all: Vec<_> = questions(call).collect();
        let keys: HashSet<&str> = all.iter().map(|question| question.key).collect();
        assert_eq!(keys.len(), all.len(), "{}", call.slug);
        for (at, question) in all.iter().enumerate() {
            let Some(condition) = question.shown_if else { continue };
            let earlier = all[..at]
                .iter()
                .find(|earlier| earlier.key == condition.question)
                .expect("an earlier question");
            let QuestionKind::SingleChoice { options } = &earlier.kind else {
                panic!("routing is by one choice")
            };
            assert!(options.iter().any(|(key, _)| *key == condition.option));
        }
        match (call.opens, call.closes) {
            (Moment::At(opens), Moment::At(closes)) => assert!(opens < closes),
            (Moment::Relative { days: opens, .. }, Moment::Relative { days: closes, .. }) => {
                assert!(opens < closes);
            }
            _ => panic!("both times are of one kind"),
        }
    }
    let days = |at: usize| match (calls[at].opens, calls[at].closes) {
        (Moment::Relative { days: opens, .. }, Moment::Relative { days: closes, .. }) => (opens, closes),
        _ => panic!("relative times"),
    };
    assert!(days(1).0 < 0 && days(1).1 > 21, "one is open for some weeks yet");
    assert!(days(2).0 > 0, "one is to come");
    for (call, range) in calls.iter().zip([12..=15, 12..=14, 6..=8]) {
        assert!(range.contains(&questions(call).count()), "{} {}", call.slug, questions(call).count());
        assert!(questions(call).any(|question| question.shown_if.is_some()), "{}", call.slug);
    }
}

#[test]
fn recommendations_claim_no_more_than_is_known() {
    let demonstration = one();
    let all = &demonstration.recommendations;
    assert_eq!(all.len(), 29);
    for recommendation in all {
        assert!(recommendation.number.is_none() && !recommendation.verified, "{}", recommendation.key);
        assert!(!recommendation.sources.is_empty(), "{}", recommendation.key);
        for key in &recommendation.findings {
            assert!(demonstration.findings.iter().any(|finding| finding.key == *key), "{key}");
        }
        if let Some(reply) = recommendation.reply {
            assert!(
                !reply.source.is_empty() && reply.paraphrase.starts_with("Reported as"),
                "{}",
                recommendation.key
            );
        }
    }
    assert!(all.iter().filter(|recommendation| !recommendation.findings.is_empty()).count() >= 10);
    assert_eq!(all.iter().filter(|recommendation| recommendation.reply.is_some()).count(), 9);
    assert_eq!(all.iter().filter(|recommendation| recommendation.progress.is_some()).count(), 1);
    let assembly = all.iter().find(|recommendation| recommendation.key == "assembly").expect("the assembly");
    assert!(assembly.reply.is_none(), "the reply on the assembly is not known");
}

#[test]
fn the_assembly_is_seated() {
    let assembly = &one().assembly;
    let wanted: u32 = assembly.constituencies.iter().map(|constituency| constituency.seats).sum();
    assert_eq!(assembly.seats.len(), wanted as usize);
    for constituency in &assembly.constituencies {
        let seats = assembly.seats.iter().filter(|seat| seat.constituency == constituency.key).count();
        assert_eq!(seats, constituency.seats as usize, "{}", constituency.key);
    }
    assert_eq!(assembly.seats.iter().filter(|seat| seat.terms.is_empty()).count(), 1, "one is vacant");
    assert_eq!(assembly.seats.iter().filter(|seat| seat.terms.len() == 2).count(), 1, "one has a successor");
    let ended =
        assembly.seats.iter().flat_map(|seat| &seat.terms).filter(|term| term.ended_because.is_some());
    assert_eq!(ended.count(), 1);
    for term in assembly.seats.iter().flat_map(|seat| &seat.terms) {
        assert!(assembly.members.iter().any(|member| member.key == term.member));
    }
    let names: HashSet<&str> = assembly.members.iter().map(|member| member.name).collect();
    assert_eq!(names.len(), assembly.members.len());
}

#[test]
fn the_meeting_decided_what_it_could() {
    let demonstration = one();
    let assembly = &demonstration.assembly;
    let meeting = &assembly.meeting;
    assert!(meeting.present.len() >= assembly.quorum as usize);
    assert!(meeting.present.iter().all(|key| !meeting.apologies.contains(key)));
    assert_eq!(meeting.agenda.len(), 5);
    assert!(meeting.agenda.iter().all(|item| !item.papers.is_empty() && !item.minutes.is_empty()));
    assert!(!meeting.pack.excerpts.is_empty());
    for key in &meeting.pack.findings {
        assert!(demonstration.findings.iter().any(|finding| finding.key == *key), "{key}");
    }
    for decision in &assembly.decisions {
        let votes = decision.votes_for + decision.votes_against + decision.abstained;
        assert_eq!(votes as usize, meeting.present.len(), "{}", decision.key);
        assert!(meeting.agenda.iter().any(|item| item.key == decision.item && item.purpose == "decision"));
        assert!(
            decision
                .findings
                .iter()
                .all(|key| demonstration.findings.iter().any(|finding| finding.key == *key))
        );
        for key in &decision.recommendations {
            assert!(demonstration.recommendations.iter().any(|known| known.key == *key), "{key}");
        }
        if let Some(key) = decision.puts_call {
            let call = demonstration.calls.iter().find(|call| call.key == key).expect("a call");
            assert_eq!(call.put_by_decision, Some(decision.key));
        }
    }
    assert!(assembly.decisions.iter().any(|decision| decision.dissent.is_some()));
    assert!(assembly.decisions.iter().any(|decision| decision.puts_call.is_some()));
}

#[test]
fn nobody_has_a_real_address() {
    for person in &one().people {
        assert!(person.email.ends_with("@folkmoot.example"));
    }
    let roles: Vec<R> = one().people.iter().map(|person| person.roles[0]).collect();
    assert_eq!(
        roles,
        [R::Administrator, R::Owner, R::Coder, R::Coder, R::Reader, R::Moderator, R::DataProtectionOfficer]
    );
}
