//! A call with two questions, and the means to put responses and codes into it: shared by several tests.

use crate::calls::{self, Call, Questionnaire, edit};
use crate::responses::submit::{Submission, SubmittedAnswer, store};
use crate::store::entities::{code, coding};
use crate::store::outbox;
use crate::testing::morning;
use chrono::{DateTime, TimeDelta, Utc};
use domain::calls::{
    Answer, Asks, CallDetails, CallKind, PrivacyNotice, QuestionDetails, QuestionKind, SectionDetails,
};
use domain::responses::{About, Consent, RespondentKind, Sector};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};
use uuid::Uuid;

use crate::{Failure, Services};

/// A call with a long text and a single choice.
#[derive(Clone)]
pub struct Evidence {
    pub services: Services,
    pub call: Call,
    pub form: Questionnaire,
}

/// What one respondent sends.
#[derive(Clone, Default)]
pub struct Sent {
    pub about: About,
    pub text: String,
    /// The number of the choice, from 0.
    pub choice: Option<usize>,
    /// Minutes after the morning.
    pub minute: i64,
}

impl Evidence {
    pub async fn new(services: &Services) -> Self {
        let details = CallDetails {
            kind: CallKind::CallForEvidence,
            title: "Care near home".to_owned(),
            summary: "s".to_owned(),
            remit: "r".to_owned(),
            commissioner: "c".to_owned(),
            contact: "c".to_owned(),
            privacy_notice: PrivacyNotice::from_parts(|_| "p".to_owned()),
            publication_policy: "p".to_owned(),
        };
        let slug = edit::create(services, details, None).await.expect("a call");
        let call = calls::by_slug(services, &slug).await.expect("the call");
        let section =
            edit::add_section(services, call.id, SectionDetails::new("All", "")).await.expect("a section");
        let asked = [
            QuestionDetails::new(section, "What works?", Asks::long_text(None)),
            QuestionDetails::new(section, "Do you agree?", Asks::plain(QuestionKind::SingleChoice))
                .offering(["Strongly agree", "Undecided"]),
        ];
        for details in asked {
            edit::put_question(services, call.id, None, details).await.expect("a question");
        }
        let form = calls::questionnaire(services.db.read(), call.id).await.expect("the questions");
        Self { services: services.clone(), call, form }
    }

    /// Stores a response and gives its reference.
    pub async fn send(&self, sent: Sent) -> String {
        let mut answers = Vec::new();
        if !sent.text.is_empty() {
            let question = self.form.questions[0].id;
            answers.push(SubmittedAnswer::written(question, sent.text));
        }
        if let Some(number) = sent.choice {
            let question = &self.form.questions[1];
            let choice = &question.choices[number];
            answers.push(SubmittedAnswer::of(question, &Answer::choices(vec![choice.id])));
        }
        let submission = Submission {
            late: false,
            call: self.call.id,
            key: self.services.clock.secret(),
            about: sent.about,
            channel: "online",
            language: "en".to_owned(),
            invented: true,
            submitted_at: at(sent.minute),
            answers,
        };
        let clock = self.services.clock.clone();
        let receipt =
            self.services.db.write(move |txn| Box::pin(async move { store(txn, &clock, submission).await }));
        receipt.await.expect("stored").reference
    }

    /// Stores a response of an individual with these words.
    pub async fn say(&self, text: &str) -> String {
        self.send(Sent { about: individual(), text: text.to_owned(), ..Sent::default() }).await
    }

    /// Adds a code to the codebook.
    pub async fn code(&self, name: &str, parent: Option<Uuid>) -> Uuid {
        let row = code::ActiveModel {
            id: Set(self.services.clock.id()),
            call_id: Set(self.call.id),
            parent_id: Set(parent),
            position: Set(0),
            name: Set(name.to_owned()),
            definition: Set(String::new()),
            include: Set(String::new()),
            exclude: Set(String::new()),
            example: Set(String::new()),
            colour: Set(0),
            created_at: Set(morning()),
            retired_at: Set(None),
            removed_at: Set(None),
        };
        self.write_noting(outbox::CODEBOOK, self.call.id, row).await.id
    }

    /// Puts a code on the first answer of a response.
    pub async fn apply(&self, code: Uuid, reference: &str) -> coding::Model {
        let response = crate::responses::read::by_reference(&self.services, self.call.id, reference).await;
        let response = response.expect("the response").id;
        let answers = crate::responses::read::answers(&self.services, response).await.expect("its answers");
        let row = coding::ActiveModel {
            id: Set(self.services.clock.id()),
            call_id: Set(self.call.id),
            response_id: Set(response),
            answer_id: Set(answers[0].id),
            code_id: Set(code),
            coder_id: Set(Uuid::nil()),
            start_at: Set(None),
            end_at: Set(None),
            created_at: Set(morning()),
            removed_at: Set(None),
            set_aside: Set(false),
        };
        self.write_noting(outbox::RESPONSE, response, row).await
    }

    /// Writes a row and its outbox row in one transaction.
    pub async fn write_noting<A>(
        &self,
        kind: &'static str,
        subject: Uuid,
        row: A,
    ) -> <A::Entity as EntityTrait>::Model
    where
        A: ActiveModelTrait + sea_orm::ActiveModelBehavior + Send + 'static,
        <A::Entity as EntityTrait>::Model: sea_orm::IntoActiveModel<A> + Send + 'static,
    {
        let write = self.services.db.write(move |txn| {
            Box::pin(async move {
                let made = row.insert(txn).await?;
                outbox::note(txn, kind, subject, morning()).await?;
                Ok::<_, Failure>(made)
            })
        });
        write.await.expect("written")
    }
}

/// The instant so many minutes after the morning.
pub fn at(minute: i64) -> DateTime<Utc> {
    morning() + TimeDelta::minutes(minute)
}

/// Someone who answers for themselves.
pub fn individual() -> About {
    About { kind: Some(RespondentKind::Individual), consent: Some(Consent::WithoutName), ..About::default() }
}

/// An organisation of this name.
pub fn organisation(name: &str, sector: Sector) -> About {
    About {
        kind: Some(RespondentKind::Organisation),
        organisation: name.to_owned(),
        sector: Some(sector),
        consent: Some(Consent::WithName),
        ..About::default()
    }
}
