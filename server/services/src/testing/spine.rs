//! A small record to follow: a call with one question, and responses of every consent, each with words of its own.

use crate::assembly::{self, Assembly};
use crate::calls::{self, Call};
use crate::outcomes::{Finding, Recommendation, findings, recommendations};
use crate::responses::submit::{self, SubmittedAnswer};
use crate::responses::{Response, Submission, read};
use crate::store::entities::answer;
use crate::{Failure, Services};
use chrono::{DateTime, TimeDelta, Utc};
use domain::assembly::{AssemblyDetails, AssemblyKind};
use domain::calls::{
    Asks, CallDetails, CallKind, PrivacyNotice, QuestionDetails, Reasons, Schedule, SectionDetails,
};
use domain::outcomes::{FindingDetails, RecommendationDetails};
use domain::people::{Actor, Grant, Role, Scope};
use domain::responses::{About, Consent, RespondentKind};
use domain::text::Span;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

/// A call that is announced, with one question.
pub struct Asked {
    pub call: Call,
    pub question: Uuid,
}

/// A response and its only answer.
pub struct Given {
    pub response: Response,
    pub answer: Uuid,
    /// Every word of it is told apart from those of other responses by its tag.
    pub tag: String,
}

impl Given {
    /// The span of its third word, `words-TAG`.
    pub fn words(&self) -> Span {
        let start = format!("before-{} and ", self.tag).chars().count();
        Span { start, end: start + self.picked().chars().count() }
    }

    /// The third word.
    pub fn picked(&self) -> String {
        format!("wörds-{}", self.tag)
    }
}

/// Makes a call with one question and announces it.
pub async fn ask(services: &Services, title: &str) -> Asked {
    let asked = ask_quietly(services, title).await;
    let now = services.clock.now();
    let schedule = Schedule {
        opens: (now - TimeDelta::days(1)).naive_utc(),
        closes: (now + TimeDelta::days(30)).naive_utc(),
        grace_minutes: 30,
        reasons: Reasons::for_run("It is a test."),
    };
    calls::edit::schedule(services, &asked.call, schedule).await.expect("it has times");
    let call = calls::by_id(services, asked.call.id).await.expect("it is there");
    calls::edit::announce(services, &call).await.expect("it has a question");
    Asked { call: calls::by_id(services, call.id).await.expect("it is there"), question: asked.question }
}

/// Makes a call with one question that nobody has heard of.
pub async fn ask_quietly(services: &Services, title: &str) -> Asked {
    let text = || "Words.".to_owned();
    let details = CallDetails {
        kind: CallKind::CallForEvidence,
        title: title.to_owned(),
        summary: text(),
        remit: text(),
        commissioner: text(),
        contact: text(),
        privacy_notice: PrivacyNotice::from_parts(|_| text()),
        publication_policy: text(),
    };
    let slug = calls::edit::create(services, details, None).await.expect("a call");
    let call = calls::by_slug(services, &slug).await.expect("it is there");
    let section = calls::edit::add_section(services, call.id, SectionDetails::new(text(), text()))
        .await
        .expect("a section");
    let details = QuestionDetails::new(section, "What would help?", Asks::long_text(None));
    let question = calls::edit::put_question(services, call.id, None, details).await.expect("a question");
    Asked { call, question }
}

/// Stores a response whose words and name carry this tag.
pub async fn respond(services: &Services, asked: &Asked, tag: &str, consent: Consent) -> Given {
    let submission = Submission {
        late: false,
        call: asked.call.id,
        key: format!("key {} {tag}", asked.call.slug),
        about: About {
            kind: Some(RespondentKind::Individual),
            name: format!("name-{tag}"),
            consent: Some(consent),
            ..About::default()
        },
        channel: "import",
        language: "en".to_owned(),
        invented: true,
        submitted_at: services.clock.now(),
        answers: vec![SubmittedAnswer::written(
            asked.question,
            format!("before-{tag} and wörds-{tag} and after-{tag}"),
        )],
    };
    let clock = services.clock.clone();
    let receipt = services
        .db
        .write::<_, Failure, _>(move |txn| {
            Box::pin(async move { submit::store(txn, &clock, submission).await })
        })
        .await
        .expect("it is stored");
    let response =
        read::by_reference(services, asked.call.id, &receipt.reference).await.expect("it is there");
    let answer = answer::Entity::find()
        .filter(answer::Column::ResponseId.eq(response.id))
        .one(services.db.read())
        .await
        .expect("a query")
        .expect("it has an answer");
    Given { response, answer: answer.id, tag: tag.to_owned() }
}

/// A finding that rests on these responses.
pub async fn find(services: &Services, asked: &Asked, title: &str, on: &[&Given]) -> Finding {
    let details = FindingDetails { title: title.to_owned(), text: format!("{title}, at length.") };
    let finding = findings::add(services, asked.call.id, details, None).await.expect("a finding");
    for given in on {
        findings::pick(services, &finding, given.answer, given.words(), None).await.expect("the words fit");
    }
    findings::by_number(services, asked.call.id, finding.number).await.expect("it is there")
}

/// What is typed for a recommendation that rests on these findings.
pub fn recommending(title: &str, theme: &str, on: &[&Finding]) -> RecommendationDetails {
    RecommendationDetails {
        title: title.to_owned(),
        text: format!("{title}, at length."),
        theme: theme.to_owned(),
        source: "Invented for this test".to_owned(),
        official_number: None,
        findings: on.iter().map(|finding| finding.id).collect(),
    }
}

/// A recommendation that rests on these findings.
pub async fn recommend(services: &Services, asked: &Asked, title: &str, on: &[&Finding]) -> Recommendation {
    let details = recommending(title, "Targets", on);
    let slug = recommendations::add(services, asked.call.id, details).await.expect("a recommendation");
    recommendations::by_slug(services, &slug).await.expect("it is there")
}

/// Someone with this role on one call.
pub fn member(role: Role, call: &Call) -> Actor {
    Actor::Person {
        id: Uuid::nil(),
        grants: vec![Grant { role, scope: Scope::Call(call.id) }],
        memberships: vec![],
    }
}

/// A day of December 2022, the month in which given clocks start.
pub fn day(of_month: u32) -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2022, 12, of_month).expect("a day of December")
}

/// An hour of a day of December 2022, in winter, when London keeps UTC.
pub fn hour(of_month: u32, hour: u32) -> DateTime<Utc> {
    day(of_month).and_hms_opt(hour, 0, 0).expect("an hour").and_utc()
}

/// What is typed for an assembly.
pub fn gathering(name: &str) -> AssemblyDetails {
    AssemblyDetails { name: name.to_owned(), kind: AssemblyKind::Stakeholder, remit: "To advise.".to_owned() }
}

/// An assembly of this name.
pub async fn gather(services: &Services, name: &str) -> Assembly {
    let slug = assembly::create(services, gathering(name), true).await.expect("an assembly");
    assembly::by_slug(services, &slug).await.expect("it is there")
}

/// Someone who keeps the record of assemblies and may read every call.
pub fn keeper() -> Actor {
    let grants = [Role::Owner, Role::Secretariat].map(|role| Grant { role, scope: Scope::Platform }).to_vec();
    Actor::Person { id: Uuid::nil(), grants, memberships: vec![] }
}
