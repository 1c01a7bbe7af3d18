//! The call that is answered while the server is killed.

use chrono::TimeDelta;
use domain::calls::{
    Asks, CallDetails, CallKind, PrivacyNotice, QuestionDetails, Reasons, Schedule, SectionDetails,
};
use services::calls::{by_slug, edit};
use services::{Clock, Place, Services};

use super::client::Client;

/// How many questions the call has; each submission answers all of them.
pub const QUESTIONS: usize = 4;

/// A call that is open, with a few questions.
pub async fn prepare(place: &Place) {
    let services = Services::open(place, Clock::machine()).await.expect("the data opens");
    let text = || "Text".to_owned();
    let details = CallDetails {
        kind: CallKind::CallForEvidence,
        title: "Crash".to_owned(),
        summary: text(),
        remit: text(),
        commissioner: text(),
        contact: text(),
        privacy_notice: PrivacyNotice::from_parts(|_| text()),
        publication_policy: text(),
    };
    let slug = edit::create(&services, details, None).await.expect("a call");
    let call = by_slug(&services, &slug).await.expect("the call");
    let section =
        edit::add_section(&services, call.id, SectionDetails::new(text(), "")).await.expect("a section");
    for number in 0..QUESTIONS {
        let asks = Asks::long_text(None);
        let question = QuestionDetails {
            required: true,
            ..QuestionDetails::new(section, format!("Question {number}"), asks)
        };
        edit::put_question(&services, call.id, None, question).await.expect("a question");
    }
    let now = services.clock.now().naive_utc();
    let times = Schedule {
        opens: now - TimeDelta::hours(3),
        closes: now + TimeDelta::days(9),
        grace_minutes: 30,
        reasons: Reasons::for_run("It is a test."),
    };
    edit::schedule(&services, &call, times).await.expect("times");
    edit::announce(&services, &by_slug(&services, &slug).await.expect("the call")).await.expect("announced");
}

/// The address of the page of a question, counted from 1.
pub fn question(number: usize) -> String {
    format!("/calls/crash/answer/{number}")
}

/// Begins a response and says who answers; nothing where the server is gone.
pub async fn begin(client: &mut Client) -> Option<()> {
    client.post("/calls/crash/start", &[]).await?;
    client.post("/calls/crash/answer/who", &[("kind", "individual")]).await?;
    client.post("/calls/crash/answer/about", &[]).await?;
    Some(())
}
