//! How many answers stand where, and which responses are rich in evidence. Only answers that count are counted.

use std::collections::HashMap;

use domain::review::{Mark, MarkKind, Tally};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{
    ColumnTrait, FromQueryResult, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select, Value,
};
use uuid::Uuid;

use super::parse;
use crate::calls::questionnaire;
use crate::responses::read::standing;
use crate::responses::{Response, personal};
use crate::review::sql;
use crate::store::entities::{answer, mark, response};
use crate::{Failure, Services};

/// Where the answers to one question stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stances {
    pub question: Uuid,
    pub title: String,
    pub tally: Tally,
    /// How many of the same answers somebody has marked as rich in evidence.
    pub rich: u64,
}

#[derive(FromQueryResult)]
struct Answers {
    question_id: Uuid,
    n: i64,
}

#[derive(FromQueryResult)]
struct SetSo {
    question_id: Uuid,
    lowest: String,
    highest: String,
    n: i64,
}

/// The answers that can be marked, as the workbench shows them: with a text, and not replaced or withdrawn.
const ANSWERS: &str = "SELECT a.question_id, COUNT(*) AS n FROM answer a JOIN response r ON r.id = a.response_id \
    WHERE r.call_id = $1 AND r.withdrawn_at IS NULL AND a.replaced_in IS NULL AND a.text <> '' \
    GROUP BY a.question_id";

/// Marked answers by what is set on them: where the first and the last by the letters are the same, all are.
const SET: &str = "SELECT seen.question_id, seen.lowest, seen.highest, COUNT(*) AS n FROM \
    (SELECT a.question_id, m.answer_id, MIN(m.mark) AS lowest, MAX(m.mark) AS highest FROM mark m \
    JOIN answer a ON a.id = m.answer_id JOIN response r ON r.id = m.response_id \
    WHERE m.call_id = $1 AND m.kind = $2 AND r.withdrawn_at IS NULL AND a.replaced_in IS NULL AND a.text <> '' \
    GROUP BY a.question_id, m.answer_id) AS seen GROUP BY seen.question_id, seen.lowest, seen.highest";

/// Where the answers of a call stand, question by question in the order of the form. Questions without any answer that
/// can be read are left out.
pub async fn stances(services: &Services, call: Uuid) -> Result<Vec<Stances>, Failure> {
    let read = services.db.read();
    let kind = |kind: MarkKind| -> [Value; 2] { [call.into(), kind.as_str().into()] };
    let (answers, set, rich) = tokio::try_join!(
        sql::rows::<Answers>(read, ANSWERS, [call.into()]),
        sql::rows::<SetSo>(read, SET, kind(MarkKind::Stance)),
        sql::rows::<SetSo>(read, SET, kind(MarkKind::Evidence)),
    )?;
    let mut tallies: HashMap<Uuid, Tally> =
        answers.into_iter().map(|row| (row.question_id, Tally::of(row.n as u64))).collect();
    for row in set {
        let here: [Mark; 2] = [parse(&row.lowest)?, parse(&row.highest)?];
        if let Some(tally) = tallies.get_mut(&row.question_id) {
            tally.count(&here, row.n as u64);
        }
    }
    let rich: HashMap<Uuid, u64> = rich.into_iter().map(|row| (row.question_id, row.n as u64)).collect();
    let form = questionnaire(read, call).await?;
    let counted = form.questions.into_iter().filter_map(|asked| {
        let tally = tallies.remove(&asked.id)?;
        let rich = rich.get(&asked.id).copied().unwrap_or_default();
        Some(Stances { question: asked.id, title: asked.title, tally, rich })
    });
    Ok(counted.collect())
}

/// The responses of a call with an answer that somebody has marked as rich in evidence, in the order in which they came,
/// from this place on, at most `most`, as whoever asks may read them; and how many there are in all.
pub async fn rich(
    services: &Services,
    call: Uuid,
    from: u64,
    most: u64,
) -> Result<(Vec<Response>, u64), Failure> {
    let found = with_evidence(call);
    let page = found
        .clone()
        .order_by_asc(response::Column::SubmittedAt)
        .order_by_asc(response::Column::Id)
        .offset(from)
        .limit(most);
    let read = services.db.read();
    let (rows, count) = tokio::try_join!(page.all(read), found.count(read))?;
    let veiled = |row| Ok(personal::veil(services, Response::try_from(row)?));
    Ok((rows.into_iter().map(veiled).collect::<Result<_, Failure>>()?, count))
}

/// How many there are in all.
pub async fn count_rich(services: &Services, call: Uuid) -> Result<u64, Failure> {
    Ok(with_evidence(call).count(services.db.read()).await?)
}

fn with_evidence(call: Uuid) -> Select<response::Entity> {
    let same = ExprTrait::equals(
        Expr::col((mark::Entity, mark::Column::AnswerId)),
        (answer::Entity, answer::Column::Id),
    );
    let mut marked = Query::select();
    marked
        .column((mark::Entity, mark::Column::ResponseId))
        .from(mark::Entity)
        .inner_join(answer::Entity, same)
        .and_where(mark::Column::CallId.eq(call))
        .and_where(mark::Column::Kind.eq(MarkKind::Evidence.as_str()))
        .and_where(answer::Column::ReplacedIn.is_null());
    standing(call).filter(response::Column::Id.in_subquery(marked))
}
