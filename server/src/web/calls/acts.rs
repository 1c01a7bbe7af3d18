//! The acts upon a call that can hardly be taken back. Each has a page that asks whether it is meant.

use app::calls::acts::Confirm;
use app::components::Fields;
use app::layout::Area;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::calls::{AskedAct, CallAct, approval_note};
use domain::people::Action;
use services::Failure;
use services::calls::approvals::{self, others_who_may};
use services::calls::{Call, edit, questionnaire};

use super::super::typed::Typed;
use super::super::visit::{Stop, Visit};
use super::approvals::{all_of, onward};

/// Asks whether an act is meant; or says why it cannot be done now.
pub async fn ask(visit: Visit, Path((_, act)): Path<(String, String)>) -> Result<Response, Stop> {
    let (call, act) = (visit.call()?, parsed(&act)?);
    page(&visit, call, act, Fields::default()).await
}

/// Does an act, or asks for it where it takes two people.
pub async fn perform(
    visit: Visit,
    Path((_, act)): Path<(String, String)>,
    Typed(typed): Typed,
) -> Result<Response, Stop> {
    let (call, act) = (visit.call()?, parsed(&act)?);
    let confirmed = act.confirm(&typed, call.kind, call.times.announced.is_some());
    let note = match (confirmed, approval_note(&typed)) {
        (Ok(()), Ok(note)) => note,
        (confirmed, note) => {
            let problems = all_of(confirmed.err(), note.err());
            return page(&visit, call, act, Fields { form: typed, problems }).await;
        }
    };
    let asked = AskedAct::OnCall { act, times: call.times };
    let done = approvals::put(visit.services(), call.id, asked, note).await?;
    let next = if act == CallAct::Delete { "/team".to_owned() } else { super::team_address(&call) };
    Ok(onward(&visit, &call, done, &next))
}

fn parsed(act: &str) -> Result<CallAct, Failure> {
    CallAct::parse(act).ok_or(Failure::NotFound("page"))
}

async fn page(visit: &Visit, call: Call, act: CallAct, fields: Fields) -> Result<Response, Stop> {
    let services = visit.services();
    let (form, now) = (questionnaire(services.db.read(), call.id).await?, services.clock.now());
    let begun = edit::begun(services, call.id).await?;
    if let Some(reason) = edit::refusal(act, &call, &form, begun, now) {
        return Err(Failure::Refused(reason).into());
    }
    let others =
        if call.two_people { Some(others_who_may(services, Action::RunCall, call.id).await?) } else { None };
    let shown = Confirm { act, questions: form.questions.len(), others, now, call };
    let body = || app::calls::acts::confirm(shown);
    Ok(visit.form(Area::Team, StatusCode::OK, fields, || app::calls::acts::question(act), body))
}
