//! The documents of drafts and responses: an answer names them, and their bytes are where files are kept.
//!
//! Until a response is sent its documents count in nothing. Then, once none of them waits for the scanner any more, the
//! text of those that may be read becomes the text of the answer ([`settle`]): one more passage to read, search, code and
//! quote. It is written once and never changes.

use std::collections::{BTreeSet, HashMap};

use domain::audit::{Act, Subject};
use domain::calls::{Answer, Asks, Given, LONGEST_ANSWER, Question};
use domain::files::{Document, Refusal, ScanState};
use domain::forms::Problem;
use domain::people::Scope;
use domain::text;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, Statement};
use uuid::Uuid;

use super::draft::{Writing, put_answer};
use super::{Draft, Response, draft, entering, read};
use crate::audit::Entry;
use crate::files::keep::{self, Kept};
use crate::files::{Incoming, failed};
use crate::store::entities::{answer, file_use, held_response, response};
use crate::store::outbox;
use crate::{Failure, Services};

/// A document of a response, with what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    pub question: Uuid,
    /// Its number among those of the response, from 1.
    pub number: usize,
    pub document: Document,
    pub kept: Kept,
}

/// Takes a file as one more document of a draft. What is wrong with it is said at the field `answer`, with its name.
pub async fn attach(
    services: &Services,
    draft: &Draft,
    asked: &Question,
    incoming: Incoming,
    name: &str,
) -> Result<Vec<Document>, Failure> {
    let most = most(asked)?;
    let refused = |why: Refusal| {
        Failure::from(
            Problem::new("answer", why.message())
                .with("name", domain::files::shown_name(name))
                .with("megabytes", services.files.largest_megabytes())
                .with("most", most),
        )
    };
    // What is one too many is not even judged; should two come at one moment, the transaction decides.
    if draft.answer_to(asked).map_or(0, |held| held.documents().len()) >= most {
        return Err(refused(Refusal::TooMany));
    }
    let taken = incoming.judge(&services.files, name).await?.map_err(refused)?;
    if taken.document.kind.is_sound() {
        return Err(refused(Refusal::Unknown));
    }
    let document = keep::store(services, taken).await?;
    let (id, question, written) = (draft.id, asked.id, entering::written(services, draft));
    let (by, clock) = (services.by.clone(), services.clock.clone());
    let kept = services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = draft::locked(txn, &by, id).await?;
                let mut sent = held(txn, id, question).await?;
                if !sent.iter().any(|other| other.hash == document.hash) {
                    if sent.len() >= most {
                        return Ok(None);
                    }
                    keep::used(txn, clock.id(), &document, id, question).await?;
                    sent.push(document);
                    let value = Answer::from(Given::Documents(sent.clone()));
                    let writing =
                        Writing { draft: &row, by: &by, clock: &clock, typed: false, wording: None };
                    put_answer(txn, &writing, question, Some(&value)).await?;
                    written.record(txn).await?;
                }
                Ok::<_, Failure>(Some(sent))
            })
        })
        .await?;
    services.files.tell_worker();
    kept.ok_or_else(|| refused(Refusal::TooMany))
}

/// How many documents a question takes; a question of another kind takes none.
fn most(asked: &Question) -> Result<usize, Failure> {
    match &asked.asks {
        Asks::Documents(settings) => Ok(settings.most as usize),
        _ => Err(Failure::NotFound("question")),
    }
}

/// The documents that a draft holds in answer to a question. The draft must be locked: two tabs, each with a file, both keep
/// theirs.
async fn held(txn: &impl ConnectionTrait, draft: Uuid, question: Uuid) -> Result<Vec<Document>, Failure> {
    let held = draft::held(txn, draft, question).await?;
    Ok(held.map(|answer| answer.documents().to_vec()).unwrap_or_default())
}

/// Takes a document out of a draft. One that is not there is gone already.
pub async fn remove(
    services: &Services,
    draft: &Draft,
    question: &Question,
    hash: &str,
) -> Result<Vec<Document>, Failure> {
    let (id, question, hash) = (draft.id, question.id, hash.to_owned());
    let (by, clock, written) =
        (services.by.clone(), services.clock.clone(), entering::written(services, draft));
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = draft::locked(txn, &by, id).await?;
                let mut sent = held(txn, id, question).await?;
                sent.retain(|document| document.hash != hash);
                unused(txn, &hash, id, question).await?;
                let value = (!sent.is_empty()).then(|| Answer::from(Given::Documents(sent.clone())));
                let writing = Writing { draft: &row, by: &by, clock: &clock, typed: false, wording: None };
                put_answer(txn, &writing, question, value.as_ref()).await?;
                written.record(txn).await?;
                Ok(sent)
            })
        })
        .await
}

/// Lets a document of a draft go, unless something that was sent from it, now or before it was changed, names it.
async fn unused(txn: &impl ConnectionTrait, hash: &str, draft: Uuid, question: Uuid) -> Result<(), Failure> {
    let key = draft.to_string();
    let mut mine = Query::select();
    mine.column(response::Column::Id)
        .from(response::Entity)
        .and_where(response::Column::IdempotencyKey.eq(key.as_str()));
    let sent = answer::Entity::find()
        .filter(answer::Column::ResponseId.in_subquery(mine))
        .filter(answer::Column::Value.contains(hash));
    let held = held_response::Entity::find()
        .filter(held_response::Column::Key.eq(key))
        .filter(held_response::Column::Submission.contains(hash));
    if sent.one(txn).await?.is_some() || held.one(txn).await?.is_some() {
        return Ok(());
    }
    keep::unused(txn, hash, draft, question).await
}

/// Lets the documents of answers go that a draft holds no more.
pub(super) async fn let_go(
    txn: &impl ConnectionTrait,
    draft: Uuid,
    answers: &HashMap<Uuid, Answer>,
) -> Result<(), Failure> {
    for (question, answer) in answers {
        for document in answer.documents() {
            unused(txn, &document.hash, draft, *question).await?;
        }
    }
    Ok(())
}

/// The documents of a response in the order of the form.
pub async fn of_response(services: &Services, response: Uuid) -> Result<Vec<Sent>, Failure> {
    let answers = read::answers(services, response).await?;
    let named = |answer: &read::AnswerText| {
        let sent = answer.value.as_ref().map(|value| value.documents().to_vec()).unwrap_or_default();
        sent.into_iter().map(|document| (answer.question, document)).collect::<Vec<_>>()
    };
    let named: Vec<(Uuid, Document)> = answers.iter().flat_map(named).collect();
    let known =
        keep::known(services.db.read(), named.iter().map(|(_, document)| document.hash.as_str())).await?;
    let sent = named.into_iter().enumerate().map(|(at, (question, document))| {
        let kept = known.get(&document.hash).cloned().ok_or_else(|| failed("a document is not known"))?;
        Ok(Sent { question, number: at + 1, document, kept })
    });
    sent.collect()
}

/// The documents of a draft in which the scanner has found something. Nobody will open them.
pub async fn infected(services: &Services, draft: &Draft) -> Result<BTreeSet<String>, Failure> {
    let hashes = draft.answers.values().flat_map(Answer::documents).map(|document| document.hash.as_str());
    let known = keep::known(services.db.read(), hashes).await?.into_values();
    Ok(known.filter(|kept| kept.scan == ScanState::Infected).map(|kept| kept.hash).collect())
}

/// The document of a response with this hash, for the team to open, which is put on record. One that waits for the scanner
/// or has a virus is not opened.
pub async fn open(services: &Services, response: &Response, hash: &str) -> Result<Sent, Failure> {
    let all = of_response(services, response.id).await?;
    let sent =
        all.into_iter().find(|sent| sent.document.hash == hash).ok_or(Failure::NotFound("document"))?;
    match sent.kept.scan {
        ScanState::Waiting => return Err(Failure::Refused("error-document-waiting")),
        ScanState::Infected => return Err(Failure::Refused("error-document-infected")),
        ScanState::Clean | ScanState::NotScanned => {}
    }
    let entry = Entry::new(Act::DocumentOpened, Scope::Call(response.call), Subject::Response, response.id)
        .with("reference", response.reference.as_str())
        .with("number", sent.number as u64);
    services.recorder().record_alone(&services.db, entry).await?;
    Ok(sent)
}

/// An answer of a response whose documents wait for nothing any more.
#[derive(FromQueryResult)]
struct Settled {
    response: Uuid,
    question: Uuid,
    draft: Uuid,
}

/// Gives the answers of responses the text of their documents, where none of them waits for the scanner.
pub(crate) async fn settle(services: &Services) -> Result<(), Failure> {
    let sql = "SELECT DISTINCT r.id AS response, u.question_id AS question, u.draft_id AS draft FROM file_use u \
               JOIN response r ON r.idempotency_key = u.key WHERE u.settled = $1 AND NOT EXISTS \
               (SELECT 1 FROM file_use v JOIN file f ON f.id = v.file_id WHERE v.draft_id = u.draft_id \
               AND v.question_id = u.question_id AND f.scan = $2) LIMIT 50";
    let read = services.db.read();
    let values = [false.into(), ScanState::Waiting.as_str().into()];
    let found = Statement::from_sql_and_values(read.get_database_backend(), sql, values);
    for one in Settled::find_by_statement(found).all(read).await? {
        settle_one(services, one).await?;
    }
    Ok(())
}

async fn settle_one(services: &Services, one: Settled) -> Result<(), Failure> {
    let sent = of_response(services, one.response).await?;
    let sent: Vec<Sent> = sent.into_iter().filter(|sent| sent.question == one.question).collect();
    let (written, now) = (passage(&sent), services.clock.now());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let words = text::words(&written) as i32;
                let changed = answer::Entity::update_many()
                    .col_expr(answer::Column::Text, Expr::value(written))
                    .col_expr(answer::Column::Words, Expr::value(words))
                    .filter(answer::Column::ResponseId.eq(one.response))
                    .filter(answer::Column::QuestionId.eq(one.question))
                    .filter(answer::Column::ReplacedIn.is_null())
                    // Only once: codes and quotes count the letters of it from then on.
                    .filter(answer::Column::Text.eq(""))
                    .exec(txn)
                    .await?;
                file_use::Entity::update_many()
                    .col_expr(file_use::Column::Settled, Expr::value(true))
                    .filter(file_use::Column::DraftId.eq(one.draft))
                    .filter(file_use::Column::QuestionId.eq(one.question))
                    .exec(txn)
                    .await?;
                if changed.rows_affected > 0 {
                    outbox::note(txn, outbox::RESPONSE, one.response, now).await?;
                }
                Ok(())
            })
        })
        .await
}

/// The text of documents as one passage, each under its number where there are several. Their names are not in it.
fn passage(sent: &[Sent]) -> String {
    let read: Vec<&Sent> =
        sent.iter().filter(|sent| sent.kept.scan.opens() && !sent.kept.text.is_empty()).collect();
    let one = |sent: &&Sent| match read.len() {
        1 => sent.kept.text.clone(),
        _ => format!("[Document {}]\n\n{}", sent.number, sent.kept.text),
    };
    let whole = read.iter().map(one).collect::<Vec<_>>().join("\n\n");
    match whole.char_indices().nth(LONGEST_ANSWER) {
        Some((end, _)) => whole[..end].trim_end().to_owned(),
        None => whole,
    }
}
