//! Quoting stories in a draft, in the words of those who told them, and what is wrong with a quote that may not be sent.

use std::collections::HashMap;

use domain::Language;
use domain::calls::{Question, QuestionKind};
use domain::forms::Problem;
use domain::responses::{Quote, QuoteFault, StoryUse, passage, stands, with_passage, word_for_word};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::stories::{numbered, uses_now};
use super::{draft_held, held, row_of};
use crate::calls::{Call, Questionnaire};
use crate::responses::Draft;
use crate::responses::draft::{self as drafts, Writing, check_open, put_answer};
use crate::store::entities::story;
use crate::store::entities::story_citation::{self as cited, Column as C};
use crate::{Failure, Services};

/// Whether stories can be quoted in answer to a question: where it takes a long text.
pub fn takes(asked: &Question) -> bool {
    asked.kind() == QuestionKind::LongText
}

/// What is to be quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The number of the story.
    pub number: i32,
    pub question: Uuid,
    /// As they were typed.
    pub words: String,
}

/// Adds words of a story at the end of an answer, as the writing of whoever does it. Words that stand there already are not
/// added twice.
pub async fn quote(
    services: &Services,
    call: &Call,
    form: &Questionnaire,
    draft: &Draft,
    wanted: Wanted,
    language: Language,
) -> Result<(), Failure> {
    check_open(services, call, draft)?;
    let asked = form.question(wanted.question).filter(|asked| takes(asked)).cloned();
    let asked = asked.ok_or_else(|| Problem::new("question", "error-quote-question"))?;
    let (by, clock, draft) = (services.by.clone(), services.clock.clone(), draft.id);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = draft_held(txn, &by, draft).await?;
                let of = held(txn, draft).await?;
                let quote = quotable(txn, of.id, &wanted).await?;
                let now = drafts::held(txn, draft, asked.id).await?;
                let mut typed = now.as_ref().map(|answer| asked.fields(answer)).unwrap_or_default();
                let before = typed.value("answer").to_owned();
                if cites(txn, draft, asked.id, &quote).await? {
                    if stands(&before, &quote.words) {
                        return Ok(());
                    }
                } else {
                    let by = by.person().ok_or(Failure::NotFound("person"))?;
                    note(txn, (clock.id(), clock.now(), by), draft, asked.id, &quote).await?;
                }
                let added = passage(&quote.words, quote.number, &quote.name, language);
                typed.set("answer", with_passage(&before, &added));
                let too_long = |_| Problem::new("words", "error-quote-too-long");
                let answer = asked.answer(&typed).map_err(too_long)?;
                let writing = Writing { draft: &row, by: &by, clock: &clock, typed: false, wording: None };
                put_answer(txn, &writing, asked.id, answer.as_ref()).await
            })
        })
        .await
}

/// The words of a story that are to be quoted, where they may be and are its own.
async fn quotable(txn: &impl ConnectionTrait, of: Uuid, wanted: &Wanted) -> Result<Quote, Failure> {
    let story = numbered(txn, of, wanted.number).await?;
    let uses = uses_now(&story)?;
    if story.forgotten || !uses.may_be_quoted() {
        return Err(Failure::Refused("error-story-not-quotable"));
    }
    let words = word_for_word(&story.text, &wanted.words);
    Ok(Quote {
        number: story.number,
        words: words.ok_or_else(|| Problem::new("words", "error-quote-not-there"))?,
        name: if uses == StoryUse::Named { story.name } else { String::new() },
    })
}

/// Whether these words of a story are noted as quoted in an answer.
async fn cites(
    txn: &impl ConnectionTrait,
    draft: Uuid,
    question: Uuid,
    quote: &Quote,
) -> Result<bool, Failure> {
    let same = cited::Entity::find()
        .filter(C::DraftId.eq(draft))
        .filter(C::QuestionId.eq(question))
        .filter(C::Number.eq(quote.number))
        .filter(C::Quote.eq(quote.words.as_str()))
        .filter(C::Name.eq(quote.name.as_str()));
    Ok(same.one(txn).await?.is_some())
}

async fn note(
    txn: &impl ConnectionTrait,
    (id, at, by): (Uuid, chrono::DateTime<chrono::Utc>, Uuid),
    draft: Uuid,
    question: Uuid,
    quote: &Quote,
) -> Result<(), Failure> {
    let row = cited::ActiveModel {
        id: Set(id),
        draft_id: Set(draft),
        question_id: Set(question),
        number: Set(quote.number),
        quote: Set(quote.words.clone()),
        name: Set(quote.name.clone()),
        person_id: Set(by),
        quoted_at: Set(at),
    };
    cited::Entity::insert(row).exec_without_returning(txn).await?;
    Ok(())
}

/// A quote in an answer, and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    pub id: Uuid,
    pub question: Uuid,
    pub quote: Quote,
    /// Whether its words stand in the answer.
    pub stands: bool,
    /// Whether it may be said whose they are.
    pub(super) named: bool,
    pub fault: Option<QuoteFault>,
}

/// Every quote that was ever added to a draft, as it is with these answers, which are texts by their questions.
pub(super) async fn all(
    read: &impl ConnectionTrait,
    draft: Uuid,
    answers: &HashMap<Uuid, String>,
) -> Result<Vec<Cited>, Failure> {
    let Some(of) = row_of(read, draft).await? else { return Ok(Vec::new()) };
    let rows = cited::Entity::find().filter(C::DraftId.eq(draft)).order_by_asc(C::Number).order_by_asc(C::Id);
    let rows = rows.all(read).await?;
    let numbers = rows.iter().map(|row| row.number);
    let told = story::Entity::find()
        .filter(story::Column::GatheringId.eq(of.id))
        .filter(story::Column::Number.is_in(numbers));
    let mut uses = HashMap::new();
    for row in told.all(read).await? {
        uses.insert(row.number, uses_now(&row)?);
    }
    let one = |row: cited::Model| {
        let answer = answers.get(&row.question_id).map_or("", String::as_str);
        let quote = Quote { number: row.number, words: row.quote, name: row.name };
        let uses = uses.get(&quote.number).copied().unwrap_or(StoryUse::ReadOnly);
        Cited {
            id: row.id,
            question: row.question_id,
            stands: stands(answer, &quote.words),
            named: uses == StoryUse::Named,
            fault: quote.fault(answer, uses),
            quote,
        }
    };
    Ok(rows.into_iter().map(one).collect())
}

/// The quotes of a draft that stand in what it would send.
pub async fn list(services: &Services, form: &Questionnaire, draft: &Draft) -> Result<Vec<Cited>, Failure> {
    if draft.organisation.is_none() {
        return Ok(Vec::new());
    }
    let text = |asked: &Question| {
        let held = draft.answers.get(&asked.id)?;
        Some((asked.id, asked.fields(held).value("answer").to_owned()))
    };
    let answers = draft.route(form).into_iter().filter(|asked| takes(asked)).filter_map(text).collect();
    let mut found = all(services.db.read(), draft.id, &answers).await?;
    found.retain(|cited| cited.stands);
    Ok(found)
}
