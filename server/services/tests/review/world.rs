//! A call with two questions, people to code it, and responses as a test wants them.

use domain::calls::{Asks, CallDetails, CallKind, PrivacyNotice, QuestionDetails, SectionDetails};
use domain::responses::About;
use domain::review::CodeDetails;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use services::calls::{self, edit};
use services::responses::submit::{self, SubmittedAnswer};
use services::responses::{Submission, read};
use services::review::{Coding, codebook, coding};
use services::store::entities::person;
use services::{Failure, Services};
use uuid::Uuid;

/// What the first answer of each response says unless the test gives another.
pub const WORDS: &str = "We waited 3 hours. Naïve, perhaps 😀. Nobody came.";

/// A call and its people: a lead analyst and two coders.
#[derive(Clone)]
pub struct World {
    pub services: Services,
    pub call: Uuid,
    pub lead: Uuid,
    pub ann: Uuid,
    pub ben: Uuid,
    questions: [Uuid; 2],
}

/// A response with its answers.
#[derive(Clone, Debug)]
pub struct Sent {
    pub id: Uuid,
    pub reference: String,
    pub answers: Vec<Uuid>,
}

impl World {
    /// Makes a new call and new people, beside those that are there.
    pub async fn new(services: &Services) -> Self {
        let text = String::new;
        let details = CallDetails {
            kind: CallKind::CallForEvidence,
            title: "Waiting".to_owned(),
            summary: text(),
            remit: text(),
            commissioner: text(),
            contact: text(),
            privacy_notice: PrivacyNotice::from_parts(|_| text()),
            publication_policy: text(),
        };
        let slug = edit::create(services, details, None).await.expect("a call");
        let call = calls::by_slug(services, &slug).await.expect("the call").id;
        let section =
            edit::add_section(services, call, SectionDetails::new("One", text())).await.expect("a section");
        let mut questions = [Uuid::nil(); 2];
        for (place, title) in questions.iter_mut().zip(["What happened?", "What should change?"]) {
            let details = QuestionDetails::new(section, title, Asks::long_text(None));
            *place = edit::put_question(services, call, None, details).await.expect("a question");
        }
        let mut people = [Uuid::nil(); 3];
        for (place, name) in people.iter_mut().zip(["Lead", "Ann", "Ben"]) {
            *place = someone(services, name).await;
        }
        let [lead, ann, ben] = people;
        Self { services: services.clone(), call, lead, ann, ben, questions }
    }

    /// A response that says these words, and something short to the second question.
    pub async fn response(&self, words: &str) -> Sent {
        let answer = |question, text: &str| SubmittedAnswer::written(question, text);
        let submission = Submission {
            late: false,
            call: self.call,
            key: self.services.clock.id().to_string(),
            about: About::default(),
            channel: "online",
            language: "en".to_owned(),
            invented: true,
            submitted_at: self.services.clock.now(),
            answers: vec![answer(self.questions[0], words), answer(self.questions[1], "More staff.")],
        };
        let clock = self.services.clock.clone();
        let receipt = self
            .services
            .db
            .write(move |txn| Box::pin(async move { submit::store(txn, &clock, submission).await }))
            .await
            .expect("a response");
        let sent = read::by_reference(&self.services, self.call, &receipt.reference).await.expect("it is in");
        let answers = read::answers(&self.services, sent.id).await.expect("answers");
        Sent {
            id: sent.id,
            reference: receipt.reference,
            answers: answers.iter().map(|answer| answer.id).collect(),
        }
    }

    /// Adds a code by the lead analyst.
    pub async fn code(&self, name: &str, parent: Option<Uuid>) -> Uuid {
        codebook::add(&self.services, self.call, details(name, parent), self.lead).await.expect("a code")
    }

    /// Puts a code on a whole answer.
    pub async fn apply(&self, answer: Uuid, code: Uuid, coder: Uuid) -> Result<Coding, Failure> {
        coding::apply(&self.services, self.call, answer, code, None, coder).await
    }

    /// The names of the codebook in order, each after a dot for every level above it.
    pub async fn outline(&self) -> Vec<String> {
        let codes = codebook(&self.services, self.call).await.expect("a codebook");
        codes.iter().map(|code| format!("{}{}", ".".repeat(code.depth), code.name)).collect()
    }
}

/// What is typed about a code.
pub fn details(name: &str, parent: Option<Uuid>) -> CodeDetails {
    CodeDetails {
        parent,
        name: name.to_owned(),
        definition: String::new(),
        include: String::new(),
        exclude: String::new(),
        example: String::new(),
        colour: 3,
    }
}

/// The key with which something was refused.
pub fn refusal<T: std::fmt::Debug>(outcome: Result<T, Failure>) -> &'static str {
    match outcome {
        Err(Failure::Refused(key)) => key,
        other => panic!("not refused: {other:?}"),
    }
}

async fn someone(services: &Services, name: &str) -> Uuid {
    let id = services.clock.id();
    let row = person::ActiveModel {
        id: Set(id),
        email: Set(format!("{id}@example.org")),
        name: Set(name.to_owned()),
        password_hash: Set(None),
        created_at: Set(services.clock.now()),
        disabled_at: Set(None),
        email_proven_at: Set(None),
    };
    services
        .db
        .write::<_, Failure, _>(|txn| {
            Box::pin(async move {
                row.insert(txn).await?;
                Ok(())
            })
        })
        .await
        .expect("a person");
    id
}
