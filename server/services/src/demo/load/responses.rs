//! Responses, each stored as a submission is.

use domain::responses::{About, Consent, RespondentKind, Sector};
use sea_orm::EntityTrait;
use uuid::Uuid;

use super::Keys;
use crate::demo::model::{self, Demonstration, Value};
use crate::responses::submit::{Submission, SubmittedAnswer, store};
use crate::store::entities::{answer, choice};
use crate::{Failure, Services};

/// How many responses share a transaction while loading.
const TOGETHER: usize = 70;

/// Loads every response to the first call.
pub(super) async fn load(
    services: &Services,
    content: &Demonstration,
    keys: &mut Keys,
) -> Result<(), Failure> {
    let first = content.calls.first().ok_or(Failure::NotFound("call"))?;
    let call = Keys::get(&keys.calls, &first.key)?;
    let labels = choice::Entity::find().all(services.db.read()).await?;
    let label =
        |id: Uuid| labels.iter().find(|row| row.id == id).map(|row| row.label.clone()).unwrap_or_default();
    for part in content.responses.chunks(TOGETHER) {
        let mut submissions = Vec::with_capacity(part.len());
        for given in part {
            submissions.push((given.submitted, submission(call, given, content, keys, &label)?));
        }
        let clock = services.clock.clone();
        services
            .db
            .write(move |txn| {
                Box::pin(async move {
                    for (at, submission) in submissions {
                        clock.set(at);
                        store(txn, &clock, submission).await?;
                    }
                    Ok::<_, Failure>(())
                })
            })
            .await?;
    }
    find_answers(services, content, keys).await
}

fn submission(
    call: Uuid,
    given: &model::Response,
    content: &Demonstration,
    keys: &Keys,
    label: &impl Fn(Uuid) -> String,
) -> Result<Submission, Failure> {
    let organisation = given
        .organisation
        .as_ref()
        .and_then(|key| content.organisations.iter().find(|body| body.key == *key));
    let mut answers = Vec::with_capacity(given.answers.len());
    for answer in &given.answers {
        let chosen: Vec<&'static str> = match &answer.value {
            Value::Text(_) => Vec::new(),
            Value::Choice(key) => vec![*key],
            Value::Choices(keys) => keys.clone(),
        };
        let mut choices = Vec::with_capacity(chosen.len());
        for key in chosen {
            choices.push(Keys::get(&keys.choices, &(answer.question, key))?);
        }
        let text = match &answer.value {
            Value::Text(text) => text.clone(),
            Value::Choice(_) | Value::Choices(_) => {
                choices.iter().map(|id| label(*id)).collect::<Vec<_>>().join("\n")
            }
        };
        answers.push(SubmittedAnswer {
            question: Keys::get(&keys.questions, &answer.question)?,
            text,
            choices,
            value: None,
            wording: None,
        });
    }
    Ok(Submission {
        late: false,
        call,
        key: format!("demonstration:{}", given.key),
        about: About {
            kind: Some(match given.kind {
                model::RespondentKind::Individual => RespondentKind::Individual,
                model::RespondentKind::OnBehalf => RespondentKind::OnBehalf,
                model::RespondentKind::Organisation => RespondentKind::Organisation,
            }),
            name: given.name.clone().unwrap_or_default(),
            on_behalf_of: String::new(),
            organisation: organisation.map(|body| body.name.clone()).unwrap_or_default(),
            sector: given.sector.map(sector),
            system: given.system.as_ref().and_then(|key| keys.organisations.get(key).copied()),
            consent: Some(match given.consent {
                model::Consent::WithName => Consent::WithName,
                model::Consent::WithoutName => Consent::WithoutName,
                model::Consent::NotAtAll => Consent::NotAtAll,
            }),
            represented: None,
        },
        channel: "online",
        language: if given.language == model::Language::Welsh { "cy" } else { "en" }.to_owned(),
        invented: true,
        submitted_at: given.submitted,
        answers,
    })
}

/// The sector of the form that a finer sector of the content belongs to.
pub(super) fn sector(sector: model::Sector) -> Sector {
    match sector {
        model::Sector::NhsTrust | model::Sector::PrimaryCare | model::Sector::IntegratedCareBoard => {
            Sector::Nhs
        }
        model::Sector::LocalGovernment => Sector::LocalGovernment,
        model::Sector::SocialCare => Sector::SocialCare,
        model::Sector::Voluntary => Sector::Voluntary,
        model::Sector::PatientRepresentative => Sector::PatientGroup,
        model::Sector::Academic => Sector::Academic,
        model::Sector::ThinkTank => Sector::ThinkTank,
        model::Sector::ProfessionalBody | model::Sector::TradeUnion => Sector::Professional,
        model::Sector::Industry => Sector::Business,
    }
}

/// Finds the rows of the answers again, by the key that each response was stored under.
async fn find_answers(services: &Services, content: &Demonstration, keys: &mut Keys) -> Result<(), Failure> {
    use crate::store::entities::response;
    let responses = response::Entity::find().all(services.db.read()).await?;
    let answers = answer::Entity::find().all(services.db.read()).await?;
    let names: std::collections::HashMap<Uuid, String> = responses
        .into_iter()
        .filter_map(|row| Some((row.id, row.idempotency_key.strip_prefix("demonstration:")?.to_owned())))
        .collect();
    let questions: Vec<&'static str> = content
        .calls
        .iter()
        .flat_map(|call| &call.sections)
        .flat_map(|section| &section.questions)
        .map(|asked| asked.key)
        .collect();
    for row in answers {
        let question = questions.iter().find(|key| keys.questions.get(*key) == Some(&row.question_id));
        if let (Some(name), Some(question)) = (names.get(&row.response_id), question) {
            keys.answers.insert((name.clone(), question), row.id);
        }
    }
    Ok(())
}
