//! A hundred thousand responses to one call, with codes on half of them.

use std::time::Instant;

use chrono::{DateTime, TimeDelta, Utc};
use domain::calls::QuestionKind;
use domain::responses::{About, Consent, RespondentKind, Sector};
use domain::review::CodeDetails;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use services::demo::dice::Dice;
use services::responses::submit::{Submission, store};
use services::review::codebook;
use services::store::entities::{answer, coding};
use services::{Clock, Failure, Place, Services};
use uuid::Uuid;

use crate::asked::{Asked, individual};
use crate::report::{found, rate, step};
use crate::texts::Texts;

/// How many responses there are.
pub const RESPONSES: usize = 100_000;

/// How many are written in one commit.
const TOGETHER: usize = 500;

/// The fewest and the most words of a written answer: 90 on average.
const WORDS: (usize, usize) = (10, 170);

/// How many integrated care systems there are.
pub const SYSTEMS: usize = 42;

/// The responses, and the codes that are on them.
pub struct Corpus {
    pub services: Services,
    pub asked: Asked,
    pub codes: Vec<Uuid>,
}

/// Writes the corpus into empty data.
pub async fn write(place: &Place) -> anyhow::Result<Corpus> {
    step(&format!("Search: {RESPONSES} responses are written"));
    let began = Instant::now();
    let services = Services::open(place, Clock::given(at(0), 1)).await?;
    let asked = Asked::new(&services, &[QuestionKind::LongText, QuestionKind::SingleChoice]).await?;
    let mut texts = Texts::new(3);
    for first in (0..RESPONSES).step_by(TOGETHER) {
        // Keys are in the order of time, as those of real responses are.
        services.clock.set(at(first));
        let submissions: Vec<_> =
            (first..first + TOGETHER).map(|number| submission(&asked, number, &mut texts)).collect();
        let clock = services.clock.clone();
        let written = services.db.write(move |txn| {
            Box::pin(async move {
                for submission in submissions {
                    store(txn, &clock, submission).await?;
                }
                Ok::<_, Failure>(())
            })
        });
        written.await?;
    }
    let corpus = Corpus { codes: codes(&services, &asked).await?, services, asked };
    let codings = corpus.code(&mut texts.dice.branch("codes")).await?;
    let written = rate(RESPONSES as f64 / began.elapsed().as_secs_f64());
    found(&format!("{written}, {TOGETHER} a commit, with {codings} codings"));
    Ok(corpus)
}

/// The time at which the response of this number came.
fn at(number: usize) -> DateTime<Utc> {
    DateTime::from_timestamp(1_670_925_600, 0).unwrap_or_default() + TimeDelta::minutes(number as i64)
}

/// One response: a written answer and a choice.
fn submission(asked: &Asked, number: usize, texts: &mut Texts) -> Submission {
    let about = match texts.dice.below(10) {
        0..6 => individual(),
        6 => About { kind: Some(RespondentKind::OnBehalf), ..individual() },
        of => About {
            kind: Some(RespondentKind::Organisation),
            organisation: format!("Body {}", texts.dice.below(3_000)),
            sector: Sector::ALL.get((of + number) % Sector::ALL.len()).copied(),
            consent: Some(Consent::WithName),
            ..About::default()
        },
    };
    let system = texts.dice.chance(60).then(|| system(texts.dice.below(SYSTEMS)));
    let (length, choice) = (texts.dice.between(WORDS.0, WORDS.1), texts.dice.below(3));
    let text = vec![texts.answer(length)];
    asked.submission(number.to_string(), About { system, ..about }, at(number), text, choice)
}

/// The id of an integrated care system by its number.
pub fn system(number: usize) -> Uuid {
    Uuid::from_u128(1 + number as u128)
}

/// Six themes, each with four codes under it.
async fn codes(services: &Services, asked: &Asked) -> anyhow::Result<Vec<Uuid>> {
    let add = async |name: String, parent: Option<Uuid>| {
        let nothing = String::new;
        let (definition, include, exclude, example) = (nothing(), nothing(), nothing(), nothing());
        let details = CodeDetails { parent, name, definition, include, exclude, example, colour: 0 };
        codebook::add(services, asked.call.id, details, Uuid::nil()).await
    };
    let mut codes = Vec::new();
    for theme in 0..6 {
        let parent = add(format!("Theme {theme}"), None).await?;
        codes.push(parent);
        for number in 0..4 {
            codes.push(add(format!("Code {theme}.{number}"), Some(parent)).await?);
        }
    }
    Ok(codes)
}

impl Corpus {
    /// Puts one to three codes on half of the written answers, and gives how many.
    async fn code(&self, dice: &mut Dice) -> anyhow::Result<usize> {
        let written: Vec<(Uuid, Uuid)> = answer::Entity::find()
            .filter(answer::Column::QuestionId.eq(self.asked.form.questions[0].id))
            .select_only()
            .columns([answer::Column::Id, answer::Column::ResponseId])
            .into_tuple()
            .all(self.services.db.read())
            .await?;
        let mut rows = Vec::new();
        for (answer, response) in written {
            for _ in 0..if dice.chance(50) { dice.between(1, 3) } else { 0 } {
                rows.push(self.coding(answer, response, self.codes[dice.below(self.codes.len())]));
            }
        }
        let count = rows.len();
        let writing = self.services.db.write::<_, Failure, _>(move |txn| {
            Box::pin(async move {
                for part in rows.chunks(TOGETHER) {
                    coding::Entity::insert_many(part.to_vec()).exec_without_returning(txn).await?;
                }
                Ok(())
            })
        });
        writing.await?;
        Ok(count)
    }

    fn coding(&self, answer: Uuid, response: Uuid, code: Uuid) -> coding::ActiveModel {
        coding::ActiveModel {
            id: Set(self.services.clock.id()),
            call_id: Set(self.asked.call.id),
            response_id: Set(response),
            answer_id: Set(answer),
            code_id: Set(code),
            coder_id: Set(Uuid::nil()),
            start_at: Set(None),
            end_at: Set(None),
            created_at: Set(at(RESPONSES)),
            removed_at: Set(None),
            set_aside: Set(false),
        }
    }
}
