//! A call with three questions, and somebody who answers it and thinks again.

use chrono::TimeDelta;
use domain::calls::{Answer, Asks, QuestionDetails, Reasons, Schedule};
use domain::responses::{About, Consent, RespondentKind, Suspicion};
use services::calls::{self, Call, Questionnaire, edit, questionnaire};
use services::responses::{AnswerText, Draft, Receipt, Response, change, draft, read, submit};
use services::testing::spine::ask_quietly;
use services::{Failure, Services};
use uuid::Uuid;

/// What is said to the three questions; nothing where it is empty.
pub type Said<'w> = [&'w str; 3];

/// A call with three questions, none of which need be answered.
pub struct World {
    pub services: Services,
    pub call: Call,
    pub form: Questionnaire,
}

impl World {
    pub async fn new(services: &Services) -> Self {
        let asked = ask_quietly(services, "One call").await;
        let form = questionnaire(services.db.read(), asked.call.id).await.expect("a form");
        for title in ["What else?", "And what more?"] {
            let details = QuestionDetails::new(form.sections[0].id, title, Asks::long_text(None));
            edit::put_question(services, asked.call.id, None, details).await.expect("a question");
        }
        let now = services.clock.now();
        let schedule = Schedule {
            opens: (now - TimeDelta::days(1)).naive_utc(),
            closes: (now + TimeDelta::days(30)).naive_utc(),
            grace_minutes: 30,
            reasons: Reasons::for_run("It is a test."),
        };
        edit::schedule(services, &asked.call, schedule).await.expect("it has times");
        let call = calls::by_id(services, asked.call.id).await.expect("it is there");
        edit::announce(services, &call).await.expect("it has questions");
        let call = calls::by_id(services, call.id).await.expect("it is there");
        let form = questionnaire(services.db.read(), call.id).await.expect("a form");
        Self { services: services.clone(), call, form }
    }

    /// Lets a minute pass.
    pub fn wait(&self) {
        self.services.clock.set(self.services.clock.now() + TimeDelta::minutes(1));
    }

    /// Somebody who has answered and sent it; gives the secret of their link.
    pub async fn respondent(&self, said: Said<'_>) -> String {
        let secret = self.answered(said).await;
        self.send(&secret).await.expect("sent");
        secret
    }

    /// Somebody who has answered and not sent it yet.
    pub async fn answered(&self, said: Said<'_>) -> String {
        let secret = draft::begin(&self.services, &self.call, "en").await.expect("begun");
        self.call_oneself(&secret, "Sioned Parry").await;
        self.write(&secret, said).await;
        secret
    }

    /// Gives a name.
    pub async fn call_oneself(&self, secret: &str, name: &str) {
        let about = About {
            kind: Some(RespondentKind::Individual),
            name: name.to_owned(),
            consent: Some(Consent::WithName),
            ..About::default()
        };
        draft::save_about(&self.services, &self.draft(secret).await, &about).await.expect("kept");
    }

    pub async fn draft(&self, secret: &str) -> Draft {
        draft::find(&self.services, secret).await.expect("a draft")
    }

    /// Writes these answers into the draft.
    pub async fn write(&self, secret: &str, said: Said<'_>) {
        for (asked, words) in self.form.questions.iter().zip(said) {
            let answer = (!words.is_empty()).then(|| Answer::text(words));
            let draft = self.draft(secret).await;
            draft::save_answer(&self.services, &draft, asked.id, answer.as_ref()).await.expect("kept");
        }
    }

    pub async fn send(&self, secret: &str) -> Result<Receipt, Failure> {
        self.send_with(secret, Vec::new()).await
    }

    /// Sends it with signs that no person has answered.
    pub async fn send_with(&self, secret: &str, signs: Vec<Suspicion>) -> Result<Receipt, Failure> {
        let draft = self.draft(secret).await;
        submit::submit(&self.services, &self.call, &self.form, &draft, "en", signs).await
    }

    /// Opens it again.
    pub async fn open(&self, secret: &str) -> Result<(), Failure> {
        change::begin(&self.services, &self.call, &self.draft(secret).await).await
    }

    /// Changes it to this, and sends it again.
    pub async fn change(&self, secret: &str, said: Said<'_>) -> Receipt {
        self.wait();
        self.open(secret).await.expect("it can be changed");
        self.write(secret, said).await;
        self.send(secret).await.expect("sent again")
    }

    /// The response with this reference, and its answers that count.
    pub async fn response(&self, reference: &str) -> (Response, Vec<AnswerText>) {
        let response = read::by_reference(&self.services, self.call.id, reference).await.expect("it is in");
        let answers = read::answers(&self.services, response.id).await.expect("its answers");
        (response, answers)
    }

    /// The place of a question in the form.
    pub fn place(&self, question: Uuid) -> usize {
        self.form.questions.iter().position(|asked| asked.id == question).expect("it is asked")
    }
}

/// The texts of answers.
pub fn texts(answers: &[AnswerText]) -> Vec<&str> {
    answers.iter().map(|answer| answer.text.as_str()).collect()
}
