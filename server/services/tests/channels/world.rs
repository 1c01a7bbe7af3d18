//! A call that is open, and the people who work on it.

use chrono::NaiveDate;
use domain::calls::kinds::{MultipleChoice, Why};
use domain::calls::{
    Asks, CallDetails, CallKind, PrivacyNotice, QuestionDetails, QuestionKind, Reasons, Rule, Schedule,
    SectionDetails, Test, zoned,
};
use domain::people::{Action, Actor, Grant, NewAccount, Resource, Role, Scope, may};
use services::Services;
use services::calls::{Call, by_slug, edit, questionnaire};
use services::people::accounts;

/// A call that closes at five on 9 January 2023. It asks a required yes or no; those who say yes what helped, in at most ten words,
/// required; who helped, with reasons; and what is known of it.
pub async fn call(services: &Services) -> Call {
    let text = || "Text".to_owned();
    let details = CallDetails {
        kind: CallKind::CallForEvidence,
        title: "Coming home".to_owned(),
        summary: text(),
        remit: text(),
        commissioner: text(),
        contact: text(),
        privacy_notice: PrivacyNotice::from_parts(|_| text()),
        publication_policy: text(),
    };
    let slug = edit::create(services, details, None).await.expect("a call");
    let call = by_slug(services, &slug).await.expect("the call");
    ask(services, &call).await;
    let at = |day, hour| {
        let day = NaiveDate::from_ymd_opt(2023, 1, day).expect("a day");
        day.and_hms_opt(hour, 0, 0).expect("a time")
    };
    services.clock.set(zoned(at(1, 8), call.zone).expect("an instant"));
    let schedule = Schedule {
        opens: at(1, 9),
        closes: at(9, 17),
        grace_minutes: 0,
        reasons: Reasons::for_run("A test."),
    };
    edit::schedule(services, &call, schedule).await.expect("its times");
    let call = by_slug(services, &slug).await.expect("the call");
    edit::announce(services, &call).await.expect("announced");
    set_day(services, &call, 5);
    by_slug(services, &slug).await.expect("the open call")
}

async fn ask(services: &Services, call: &Call) {
    let section =
        edit::add_section(services, call.id, SectionDetails::new("You", "")).await.expect("a section");
    let put = async |details| edit::put_question(services, call.id, None, details).await.expect("a question");
    let home = QuestionDetails::new(section, "Did you go home?", Asks::plain(QuestionKind::SingleChoice));
    let home = put(QuestionDetails { required: true, ..home.offering(["Yes", "No"]) }).await;
    let form = questionnaire(services.db.read(), call.id).await.expect("the questions");
    let yes = Rule::only(home, Test::AnyOf(vec![form.questions[0].choices[0].id]));
    let helped = QuestionDetails::new(section, "What helped?", Asks::long_text(Some(10)));
    put(QuestionDetails { required: true, asked_if: Some(yes), ..helped }).await;
    let who =
        Asks::MultipleChoice(MultipleChoice { why: Some(Why { required: true, word_limit: Some(10) }) });
    put(QuestionDetails::new(section, "Who helped?", who).offering(["A nurse", "A neighbour", "Nobody"]))
        .await;
    put(QuestionDetails::new(section, "What is known of it?", Asks::plain(QuestionKind::Evidence))).await;
}

/// Puts the words of the first question right.
pub async fn put_right(services: &Services, call: &Call) {
    let asked =
        questionnaire(services.db.read(), call.id).await.expect("the questions").questions.swap_remove(0);
    let kind = Asks::plain(QuestionKind::SingleChoice);
    let right = QuestionDetails::new(asked.section, "Did you get home?", kind).offering(["Yes indeed", "No"]);
    let right = QuestionDetails { required: true, note: "It was a slip.".to_owned(), ..right };
    edit::put_question(services, call.id, Some(asked.id), right).await.expect("put right");
}

/// Sets the clock to noon of a day of January 2023.
pub fn set_day(services: &Services, call: &Call, day: u32) {
    let noon = NaiveDate::from_ymd_opt(2023, 1, day).and_then(|day| day.and_hms_opt(12, 0, 0)).expect("noon");
    services.clock.set(zoned(noon, call.zone).expect("an instant"));
}

/// The services at work for somebody with this role on the call.
pub async fn by(services: &Services, call: &Call, role: Role, name: &str) -> Services {
    let grant = Grant { role, scope: Scope::Call(call.id) };
    let account = NewAccount {
        name: name.to_owned(),
        email: format!("{}@folkmoot.test", name.to_lowercase()),
        password: "three random words".to_owned(),
        grant,
    };
    let id = accounts::add(services, account).await.expect("an account");
    let actor = Actor::Person { id, grants: vec![grant], memberships: vec![] };
    assert!(may(&actor, Action::EnterTeam, Resource::Platform));
    services.clone().asked_by(actor)
}
