//! What these tests have in common.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use domain::calls::{
    Asks, CallDetails, CallKind, PrivacyNotice, Question, QuestionDetails, QuestionKind, Reasons, Rule,
    Schedule, SectionDetails, Test,
};
use services::calls::{self, Call, Questionnaire, by_id, by_slug, edit, questionnaire};
use services::{Failure, Services};
use uuid::Uuid;

/// The texts of a call with this title.
pub fn details(title: &str) -> CallDetails {
    let text = |of: &str| format!("The {of} of it.");
    CallDetails {
        kind: CallKind::CallForEvidence,
        title: title.to_owned(),
        summary: text("summary"),
        remit: text("remit"),
        commissioner: text("commissioner"),
        contact: text("contact"),
        privacy_notice: PrivacyNotice::from_parts(|_| text("privacy notice")),
        publication_policy: text("publication policy"),
    }
}

/// A new call, as it is held.
pub async fn call(services: &Services) -> Call {
    let slug = edit::create(services, details("Waiting times"), None).await.expect("a call");
    by_slug(services, &slug).await.expect("the call is there")
}

/// The call as it is held now.
pub async fn again(services: &Services, call: &Call) -> Call {
    by_id(services, call.id).await.expect("the call is there")
}

/// A section with this title.
pub async fn section(services: &Services, call: &Call, title: &str) -> Uuid {
    edit::add_section(services, call.id, SectionDetails::new(title, "")).await.expect("a section")
}

/// A question of free text.
pub fn long(section: Uuid, title: &str) -> QuestionDetails {
    QuestionDetails { required: true, ..QuestionDetails::new(section, title, Asks::long_text(Some(300))) }
}

/// A question with these choices.
pub fn choice(section: Uuid, title: &str, choices: &[&str]) -> QuestionDetails {
    let asks = Asks::plain(QuestionKind::SingleChoice);
    QuestionDetails { asks, ..long(section, title) }.offering(choices.iter().copied())
}

/// Adds a question, which must be taken.
pub async fn put(services: &Services, call: &Call, details: QuestionDetails) -> Uuid {
    edit::put_question(services, call.id, None, details).await.expect("a question")
}

/// The questions as they are held now, which are also those that everyone who answers is shown.
pub async fn form(services: &Services, call: &Call) -> Questionnaire {
    let held = questionnaire(services.db.read(), call.id).await.expect("the questions");
    let shown = calls::form(services, &again(services, call).await).await.expect("the questions");
    assert_eq!(shown, held, "what is kept in memory is out of date");
    held
}

/// One question as it is held now.
pub async fn held(services: &Services, call: &Call, id: Uuid) -> Question {
    form(services, call).await.question(id).expect("the question is there").clone()
}

/// "Only if this question was answered with its choice of this number."
pub fn only_if(question: &Question, choice: usize) -> Rule {
    Rule::only(question.id, Test::AnyOf(vec![question.choices[choice].id]))
}

/// A schedule from so many days from now to so many days from now, on the whole minute. London keeps UTC in winter,
/// when given clocks start.
pub fn from_to(services: &Services, opens: i64, closes: i64) -> Schedule {
    let reasons = Reasons { run: "It is a test.".to_owned(), moved: "Somebody asked for it.".to_owned() };
    Schedule { opens: days(services, opens), closes: days(services, closes), grace_minutes: 45, reasons }
}

fn days(services: &Services, days: i64) -> NaiveDateTime {
    (services.clock.now() + TimeDelta::days(days)).naive_utc()
}

/// Moves the clock on.
pub fn later(services: &Services, by: TimeDelta) -> DateTime<Utc> {
    services.clock.set(services.clock.now() + by);
    services.clock.now()
}

/// A call with times and a question that nobody knows of.
pub async fn ready(services: &Services) -> Call {
    let made = call(services).await;
    let section = section(services, &made, "One").await;
    put(services, &made, long(section, "What happened?")).await;
    edit::schedule(services, &made, from_to(services, 1, 100)).await.expect("times");
    again(services, &made).await
}

/// The reason of a refusal.
pub fn reason<T: std::fmt::Debug>(done: Result<T, Failure>) -> &'static str {
    match done {
        Err(Failure::Refused(reason)) => reason,
        other => panic!("it was not refused: {other:?}"),
    }
}

/// The field and the message of the first problem.
pub fn problem<T: std::fmt::Debug>(done: Result<T, Failure>) -> (String, &'static str) {
    match done {
        Err(Failure::Invalid(problems)) => {
            let first = problems.iter().next().expect("a problem");
            (first.field.clone(), first.message)
        }
        other => panic!("no field was wrong: {other:?}"),
    }
}
