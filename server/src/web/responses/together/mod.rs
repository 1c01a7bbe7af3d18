//! Answering together as an organisation: the pages of a draft that its members share. The guard has made sure that whoever
//! asks may write for the organisation of the address.

pub mod begin;
pub mod desk;
pub mod question;
pub mod sign_off;

use app::responses::keeping::Keeping;
use app::responses::together::address;
use app::responses::together::beside::Beside;
use domain::calls::Question;
use services::calls::{self, Call, Questionnaire};
use services::people::organisations::{self, Organisation};
use services::responses::together::{self, Offered, comments, history};
use services::responses::{Draft, draft as drafts};
use services::{Failure, Services};
use uuid::Uuid;

use super::super::visit::Visit;

/// What a browser holds in place of a draft's secret, where a member has opened it from the pages of their organisation. It
/// opens nothing by itself: whoever sends it must be signed in as a member.
pub(in crate::web) const SHARED: &str = "shared:";

/// What an address of these pages is about.
pub(super) struct Desk {
    pub organisation: Organisation,
    pub call: Call,
    pub form: Questionnaire,
    pub draft: Draft,
}

impl Desk {
    pub async fn of(visit: &Visit, id: &str) -> Result<Self, Failure> {
        let (services, organisation) = (visit.services(), visit.organisation()?);
        let id: Uuid = id.parse().map_err(|_| Failure::NotFound("draft"))?;
        let draft = together::of_organisation(services, organisation.id, id).await?;
        let call = calls::by_id(services, draft.call).await?;
        let form = calls::form(services, &call).await?;
        Ok(Self { organisation, call, form, draft })
    }

    /// The address of the draft.
    pub fn address(&self) -> String {
        address(&self.organisation.slug, self.draft.id)
    }

    /// Whether it can be written to.
    pub fn open(&self, services: &Services) -> bool {
        drafts::check_open(services, &self.call, &self.draft).is_ok()
    }
}

/// The organisations for which whoever asks can answer a call together with others.
pub(in crate::web) async fn offered(visit: &Visit, call: Uuid) -> Result<Vec<Offered>, Failure> {
    match &visit.person {
        Some(person) => together::offered(visit.services(), person, call).await,
        None => Ok(Vec::new()),
    }
}

/// The organisation whose members share a draft, where they do.
pub(super) async fn organisation(visit: &Visit, draft: &Draft) -> Result<Option<Organisation>, Failure> {
    match draft.organisation {
        Some(id) => organisations::by_id(visit.services().db.read(), id).await.map(Some),
        None => Ok(None),
    }
}

/// In whose account a draft is, as far as whoever asks is told.
pub(super) async fn keeping(visit: &Visit, draft: &Draft) -> Result<Keeping, Failure> {
    if let Some(organisation) = organisation(visit, draft).await? {
        let name = visit.said(|| app::people::organisations::names::name(&organisation));
        return Ok(Keeping::Organisation(name, organisation.slug, draft.id));
    }
    Ok(if super::kept_already(visit, draft).await? { Keeping::Mine } else { Keeping::Nowhere })
}

/// What stands below a step of a draft that members share.
pub(super) async fn beside(
    visit: &Visit,
    draft: &Draft,
    asked: Option<&Question>,
) -> Result<Option<Beside>, Failure> {
    let Some(organisation) = organisation(visit, draft).await? else { return Ok(None) };
    let question = asked.map(|asked| asked.id);
    let mut comments = comments::list(visit.services(), draft).await?;
    comments.retain(|one| question.is_some() && one.question == question && one.resolved.is_none());
    let last = history::last(visit.services(), draft).await?.remove(&question);
    let desk = address(&organisation.slug, draft.id);
    Ok(Some(Beside {
        organisation: organisation.name,
        question: question.map(|id| format!("{desk}/questions/{id}")),
        desk,
        last,
        comments,
    }))
}
