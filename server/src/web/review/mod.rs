//! Review: the team reads responses, codes them, and keeps the codebook.

pub mod codebook;
pub mod coding;
pub mod flags;
pub mod glass;
pub mod marks;
pub mod memos;
pub mod versions;

use app::responses::entering::Entered;
use app::review::list::{ListPage, PAGE};
use app::review::page::ResponsePage;
use app::review::sentences::SentencesPage;
use app::review::workbench::{DeskCode, DeskCoding, DeskMark};
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::people::Action;
use domain::review::Mark;
use services::calls::Call;
use services::people::organisations;
use services::responses::entering::{self, Entry};
use services::responses::gathering::record;
use services::responses::together::sign_off;
use services::responses::{co_signing, read};
use services::review::flags::{Flag, Which};
use services::review::{self, Coding, Marked, Workbench, memos as notes};
use services::{Failure, Services, calls};
use uuid::Uuid;

use super::typed::{self, query};
use super::visit::{Stop, Visit};
use app::components::{Fields, when};
use app::layout::Area;

/// The most memos and questions that stand beside what they are about; the lists have all.
const MOST_MEMOS: u64 = 100;

/// Whoever codes: a person, never a guest.
pub(super) fn coder(visit: &Visit) -> Result<Uuid, Failure> {
    visit.person.as_ref().map(|person| person.id).ok_or(Failure::NotFound("person"))
}

/// The list of responses.
pub async fn list(visit: Visit) -> Result<Response, Stop> {
    let (call, me, services) = (visit.call()?, coder(&visit)?, visit.services());
    let asked = query(&visit.uri);
    let page = typed::page(&asked);
    let rich_only = asked.value("marked") == Mark::EvidenceRich.as_str();
    let from = (page - 1) * PAGE;
    let (responses, rich) = if rich_only {
        review::marks::rich(services, call.id, from, PAGE).await?
    } else {
        let responses = read::list(services, call.id, from, PAGE).await?;
        (responses, review::marks::count_rich(services, call.id).await?)
    };
    let shown = ListPage {
        responses,
        rich,
        rich_only,
        flags: review::flags::counts(services, call.id).await?.open,
        progress: review::progress(services, call.id, me).await?,
        next_unread: review::next_unread(services, call.id, me, None).await?,
        withdrawn: read::withdrawn(services, call.id).await?,
        page,
        call,
    };
    Ok(visit.team(|| t!("list-title"), || app::review::list::page(shown)))
}

/// One response on the workbench.
pub async fn response(visit: Visit, Path((_, reference)): Path<(String, String)>) -> Result<Response, Stop> {
    let (call, me, services) = (visit.call()?, coder(&visit)?, visit.services());
    let bench = match review::workbench(services, call.id, &reference, me).await {
        Err(Failure::NotFound("response")) => return withdrawn(&visit, call, &reference).await,
        bench => bench?,
    };
    let system = match bench.response.system {
        Some(id) => organisations::systems(services)
            .await?
            .into_iter()
            .find(|system| system.id == id)
            .map(|system| system.name),
        None => None,
    };
    let title = bench.response.reference.clone();
    // What an address says of an undo that never was is left out, as a page that was kept for long may do.
    let told = match query(&visit.uri).value("told").parse() {
        Ok(event) => review::told(services, call.id, me, event).await.ok(),
        Err(_) => None,
    };
    let shown = ResponsePage {
        told,
        organisation: organisations::responses::of_response(services, bench.response.id).await?,
        history: review::history(services, bench.response.id).await?,
        signed: sign_off::of_response(services, &bench.response).await?,
        signatories: co_signing::of_response(services, bench.response.id).await?,
        quoted: record::of_response(services, bench.response.id).await?,
        codings: desk_codings(&visit, &bench, me),
        marks: desk_marks(&visit, &call, &bench, me),
        memos: notes::list(services, call.id, notes::Which::Response(bench.response.id), 0, MOST_MEMOS)
            .await?,
        flags: asked(&visit, &call, bench.response.id).await?,
        may_code: visit.may(Action::CodeResponses),
        form: calls::form(services, &call).await?,
        entered: entered(&visit, bench.response.id).await?,
        system,
        call,
        bench,
    };
    Ok(visit.team(|| t!("desk-title", reference = title), || app::review::page::page(shown)))
}

/// What was asked about a response, for whoever codes.
async fn asked(visit: &Visit, call: &Call, response: Uuid) -> Result<Vec<Flag>, Failure> {
    if !visit.may(Action::CodeResponses) {
        return Ok(Vec::new());
    }
    review::flags::list(visit.services(), call.id, Which::Response(response), 0, MOST_MEMOS).await
}

/// That a response was withdrawn, and nothing else of it.
async fn withdrawn(visit: &Visit, call: Call, reference: &str) -> Result<Response, Stop> {
    let all = read::withdrawn(visit.services(), call.id).await?;
    let found = all.into_iter().find(|one| one.reference == reference);
    let found = found.ok_or(Failure::NotFound("response"))?;
    let title = || t!("desk-title", reference = reference);
    Ok(visit.team(title, || app::review::page::withdrawn(&call, &found)))
}

/// Who has entered a response, where one of the team has.
async fn entered(visit: &Visit, response: Uuid) -> Result<Option<Entered>, Failure> {
    let entry = entering::of_response(visit.services(), response).await?;
    let opens = |entry: &Entry| {
        visit.may(Action::EnterResponses) && entering::opens(visit.services(), entry.call, &entry.keyed)
    };
    Ok(entry.map(|entry| Entered { opens: opens(&entry), entry }))
}

/// One answer, to be coded by sentence.
pub async fn sentences(
    visit: Visit,
    Path((_, reference, answer)): Path<(String, String, String)>,
) -> Result<Response, Stop> {
    let answer = answer.parse().map_err(|_| Failure::NotFound("answer"))?;
    sentences_page(&visit, &reference, answer, Fields::default()).await
}

/// The page to code one answer by sentence, with what was typed and what is wrong with it.
pub(super) async fn sentences_page(
    visit: &Visit,
    reference: &str,
    answer: Uuid,
    fields: Fields,
) -> Result<Response, Stop> {
    let (call, me) = (visit.call()?, coder(visit)?);
    let bench = review::workbench(visit.services(), call.id, reference, me).await?;
    let codings =
        desk_codings(visit, &bench, me).into_iter().filter(|coding| coding.answer == answer).collect();
    let found =
        bench.answers.into_iter().find(|held| held.id == answer).ok_or(Failure::NotFound("answer"))?;
    let codes = bench.codebook.into_iter().filter(|code| !code.retired);
    let shown = SentencesPage {
        address: format!("/team/calls/{}/responses/{reference}", call.slug),
        answer: found,
        codings,
        codes: codes
            .map(|code| DeskCode {
                id: code.id,
                name: code.name,
                definition: code.definition,
                depth: code.depth,
                colour: code.colour,
            })
            .collect(),
    };
    Ok(visit.form(
        Area::Team,
        StatusCode::OK,
        fields,
        || t!("desk-by-sentence"),
        || app::review::sentences::page(shown),
    ))
}

/// The codings of a response as the desk shows them.
pub(super) fn desk_codings(visit: &Visit, bench: &Workbench, me: Uuid) -> Vec<DeskCoding> {
    let anyones = visit.may(Action::EditCodebook);
    let may_code = visit.may(Action::CodeResponses);
    let shown = |coding: &Coding| {
        let code = bench.codebook.iter().find(|code| code.id == coding.code);
        DeskCoding {
            id: coding.id,
            answer: coding.answer,
            code: coding.code,
            name: code.map(|code| code.name.clone()).unwrap_or_default(),
            colour: code.map_or(0, |code| code.colour),
            span: coding.span,
            coder: coding.coder_name.clone(),
            removable: may_code && (anyones || coding.coder == me),
        }
    };
    bench.codings.iter().map(shown).collect()
}

/// The marks on the answers of a response as the desk shows them.
pub(super) fn desk_marks(visit: &Visit, call: &Call, bench: &Workbench, me: Uuid) -> Vec<DeskMark> {
    let shown = |marked: &Marked| DeskMark {
        answer: marked.answer,
        mark: marked.mark,
        mine: marked.person == me,
        who: marked.person_name.clone(),
        when: visit.said(|| when(marked.set_at, call)),
    };
    bench.marks.iter().map(shown).collect()
}

/// The workbench of a response as it now stands, for what an act answers with.
pub(super) async fn bench(
    services: &Services,
    call: Uuid,
    reference: &str,
    me: Uuid,
) -> Result<Workbench, Failure> {
    review::workbench(services, call, reference, me).await
}
