//! The pages of an organisation's members: who they are, what each may do, leaving and handing over.

use app::components::Fields;
use app::layout::Area;
use app::people::members::{address, one, page as pages};
use app::people::organisations::names;
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::forms::Form;
use domain::people::{MemberChange, read_member_role};
use services::Failure;
use services::people::members::{Member, change, page as read};
use services::responses::together;
use uuid::Uuid;

use super::key;
use crate::web::people::account::myself;
use crate::web::typed::Typed;
use crate::web::visit::{Stop, Visit};

type At = Path<(String, String)>;

/// The members' page.
pub async fn page(visit: Visit) -> Result<Response, Stop> {
    let me = me(&visit)?;
    let shown = read::members(visit.services(), visit.organisation()?.id).await?;
    let held = shown.organisation.clone();
    let drafts = together::list(visit.services(), held.id).await?;
    let title = || t!("members-title", name = names::name(&held));
    Ok(visit.page(title, || pages::page(shown, drafts, me)))
}

fn me(visit: &Visit) -> Result<Uuid, Failure> {
    Ok(myself(visit)?.0.id)
}

/// Another member. One's own role is changed by handing over, or by another owner.
async fn other(visit: &Visit, id: &str) -> Result<Member, Failure> {
    let (me, organisation) = (me(visit)?, visit.organisation()?);
    let member = read::member(visit.services(), organisation.id, key(id, "member")?).await?;
    Some(member).filter(|member| member.person != me).ok_or(Failure::NotFound("member"))
}

/// The page of another member.
pub async fn member(visit: Visit, Path((_, id)): At) -> Result<Response, Stop> {
    let member = other(&visit, &id).await?;
    let fields = Fields::of(Form::from_pairs([("role", member.role.as_str())]));
    show(&visit, member, fields)
}

fn show(visit: &Visit, member: Member, fields: Fields) -> Result<Response, Stop> {
    let (organisation, title) = (visit.organisation()?, member.name.clone());
    let body = || one::page(&organisation, member);
    Ok(visit.form(Area::Public, StatusCode::OK, fields, || title, body))
}

/// Changes what a member may do.
pub async fn give(visit: Visit, Path((_, id)): At, Typed(typed): Typed) -> Result<Response, Stop> {
    let member = other(&visit, &id).await?;
    match read_member_role(&typed) {
        Err(problem) => show(&visit, member, Fields { form: typed, problems: problem.into() }),
        Ok(role) => make(&visit, MemberChange::Give(member.person, role)).await,
    }
}

/// Removes a member.
pub async fn remove(visit: Visit, Path((_, id)): At) -> Result<Response, Stop> {
    let member = other(&visit, &id).await?;
    make(&visit, MemberChange::Go(member.person)).await
}

/// Makes a member an owner, and whoever asks an editor.
pub async fn hand_over(visit: Visit, Path((_, id)): At) -> Result<Response, Stop> {
    let to = other(&visit, &id).await?.person;
    make(&visit, MemberChange::HandOver { from: me(&visit)?, to }).await
}

async fn make(visit: &Visit, wanted: MemberChange) -> Result<Response, Stop> {
    let organisation = visit.organisation()?;
    change::change(visit.services(), organisation.id, wanted, me(visit)?).await?;
    Ok(visit.go(&address(&organisation)))
}

/// The page on which a member leaves.
pub async fn leave_page(visit: Visit) -> Result<Response, Stop> {
    let (me, organisation) = (me(&visit)?, visit.organisation()?);
    let shown = read::members(visit.services(), organisation.id).await?;
    let (mine, others): (Vec<_>, Vec<_>) = shown.members.into_iter().partition(|one| one.person == me);
    let mine = mine.first().ok_or(Failure::NotFound("member"))?.role;
    Ok(visit.page(|| t!("members-leave"), || one::leave(&organisation, mine, &others)))
}

/// Leaves.
pub async fn leave(visit: Visit) -> Result<Response, Stop> {
    let (me, organisation) = (me(&visit)?, visit.organisation()?);
    change::change(visit.services(), organisation.id, MemberChange::Go(me), me).await?;
    Ok(visit.go("/account"))
}
