//! Calls to measure with.

use chrono::{DateTime, TimeDelta, Utc};
use domain::calls::{
    Answer, Asks, CallDetails, CallKind, PrivacyNotice, QuestionDetails, QuestionKind, Reasons, Schedule,
    SectionDetails,
};
use domain::responses::{About, Consent, RespondentKind};
use services::Services;
use services::calls::{Call, Questionnaire, by_slug, edit, questionnaire};
use services::responses::submit::{Submission, SubmittedAnswer};
use uuid::Uuid;

const CHOICES: &[&str] = &["Yes", "No", "I do not know"];

/// A call that is open, and what it asks.
#[derive(Clone)]
pub struct Asked {
    pub call: Call,
    pub form: Questionnaire,
}

impl Asked {
    /// Makes a call with one question of each of these kinds, written answers first.
    pub async fn new(services: &Services, kinds: &[QuestionKind]) -> anyhow::Result<Self> {
        let slug = edit::create(services, details(), None).await?;
        let call = by_slug(services, &slug).await?;
        let section =
            edit::add_section(services, call.id, SectionDetails::new("Coming home", text())).await?;
        for kind in kinds {
            edit::put_question(services, call.id, None, question(section, *kind)).await?;
        }
        let now = services.clock.now().naive_utc();
        let times = Schedule {
            opens: now - TimeDelta::hours(3),
            closes: now + TimeDelta::days(9),
            grace_minutes: 30,
            reasons: Reasons::for_run("It is a test."),
        };
        edit::schedule(services, &call, times).await?;
        edit::announce(services, &by_slug(services, &slug).await?).await?;
        let call = by_slug(services, &slug).await?;
        Ok(Self { form: questionnaire(services.db.read(), call.id).await?, call })
    }

    /// A submission of these texts and, for each question with choices, of one of them.
    pub fn submission(
        &self,
        key: String,
        about: About,
        submitted_at: DateTime<Utc>,
        texts: Vec<String>,
        choice: usize,
    ) -> Submission {
        let mut texts = texts.into_iter();
        let answer = |question: &domain::calls::Question| {
            let given = match question.choices.get(choice) {
                Some(chosen) => Answer::choices(vec![chosen.id]),
                None => Answer::text(texts.next().unwrap_or_default()),
            };
            SubmittedAnswer::of(question, &given)
        };
        let answers = self.form.questions.iter().map(answer).collect();
        let call = self.call.id;
        let (channel, language) = ("online", "en".to_owned());
        Submission { call, key, about, channel, language, invented: true, submitted_at, answers, late: false }
    }
}

/// Someone who answers for themselves.
pub fn individual() -> About {
    About { kind: Some(RespondentKind::Individual), consent: Some(Consent::WithoutName), ..About::default() }
}

fn text() -> String {
    "Words that a call has.".to_owned()
}

fn details() -> CallDetails {
    CallDetails {
        kind: CallKind::CallForEvidence,
        title: "Coming home".to_owned(),
        summary: text(),
        remit: text(),
        commissioner: text(),
        contact: text(),
        privacy_notice: PrivacyNotice::from_parts(|_| text()),
        publication_policy: text(),
    }
}

fn question(section: Uuid, kind: QuestionKind) -> QuestionDetails {
    let choices: &[&str] = if kind.has_choices() { CHOICES } else { &[] };
    let title = "What made it possible to come home?";
    let details = QuestionDetails::new(section, title, Asks::plain(kind)).offering(choices.iter().copied());
    QuestionDetails { required: true, ..details }
}
