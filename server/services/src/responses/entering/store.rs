//! Storing what was entered.

use domain::audit::{Act, Subject};
use domain::calls::Question;
use domain::people::Scope;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::Keyed;
use crate::audit::{Entry as Record, Recorder};
use crate::calls::{Call, Questionnaire};
use crate::responses::submit::{Submission, check_ready, store_draft, written};
use crate::responses::{Draft, Receipt, receipt};
use crate::store::entities::{entry, response};
use crate::{Failure, Services};

/// The questions to which the answers lead, as they are read off paper.
fn on_route(form: &Questionnaire, draft: &Draft) -> Vec<Uuid> {
    form.on_paper().route(&draft.answers).into_iter().map(|asked| asked.id).collect()
}

/// What a form requires and what was entered leaves out, or says only in part: paper may, with a note.
pub fn left_out<'q>(form: &'q Questionnaire, draft: &Draft) -> Vec<&'q Question> {
    let route = on_route(form, draft);
    let needed = form.questions.iter().filter(|asked| asked.required && route.contains(&asked.id));
    needed.filter(|asked| draft.answer_to(asked).is_none()).collect()
}

/// What was answered although the answers before it do not lead there.
pub fn off_route<'q>(form: &'q Questionnaire, draft: &Draft) -> Vec<&'q Question> {
    let route = on_route(form, draft);
    let answered = form.questions.iter().filter(|asked| draft.answers.contains_key(&asked.id));
    answered.filter(|asked| !route.contains(&asked.id)).collect()
}

/// Stores what was entered as a response that came when it was received. A second time gives the receipt of the first.
/// `form` is the form as it is read off paper.
pub async fn store(
    services: &Services,
    call: &Call,
    form: &Questionnaire,
    draft: &Draft,
    note: String,
) -> Result<Receipt, Failure> {
    let keyed = draft.keyed.as_ref().ok_or(Failure::NotFound("entry"))?;
    if let Err(refused) = check_ready(services, call, form, draft) {
        return receipt::of_draft(services, draft).await?.ok_or(refused);
    }
    let submission = submission(call, form, draft, keyed);
    let (recorder, id) = (services.recorder(), draft.id);
    let receipt = services
        .db
        .write_again(move |txn| {
            Box::pin(async move {
                let receipt = store_draft(txn, &recorder.clock, id, submission.clone(), &[]).await?;
                settle(txn, &recorder, id, &note).await?;
                Ok::<_, Failure>(receipt)
            })
        })
        .await?;
    services.files.tell_worker();
    Ok(receipt)
}

fn submission(call: &Call, form: &Questionnaire, draft: &Draft, keyed: &Keyed) -> Submission {
    Submission {
        channel: keyed.channel.as_str(),
        language: keyed.language.to_string(),
        late: keyed.late,
        ..written(call, form, draft, keyed.received_at)
    }
}

/// Notes that it is in, and records who has entered it.
async fn settle(
    txn: &impl ConnectionTrait,
    recorder: &Recorder,
    id: Uuid,
    note: &str,
) -> Result<(), Failure> {
    let first = entry::Entity::update_many()
        .col_expr(entry::Column::EnteredAt, Expr::value(recorder.clock.now()))
        .col_expr(entry::Column::Note, Expr::value(note))
        .filter(entry::Column::Id.eq(id))
        .filter(entry::Column::EnteredAt.is_null())
        .exec(txn)
        .await?;
    if first.rows_affected == 0 {
        return Ok(());
    }
    let held = response::Entity::find().filter(response::Column::IdempotencyKey.eq(id.to_string()));
    let held = held.one(txn).await?.ok_or(Failure::NotFound("response"))?;
    let record = Record::new(Act::ResponseEntered, Scope::Call(held.call_id), Subject::Response, held.id)
        .with("reference", held.reference)
        .with("channel", held.channel);
    recorder.record(txn, record).await?;
    Ok(())
}
