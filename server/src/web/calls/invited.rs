//! Inviting people to answer a call, reminding them, and the personal link by which they come.

use app::calls::invited::{self as pages, Done, InvitedPage};
use app::components::Fields;
use app::layout::Area;
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::Language;
use domain::forms::{Form, Problems};
use domain::mail::{InviteeList, LetterKind, WrongLine};
use services::Failure;
use services::calls::Call;
use services::calls::invitees::{self, Added};
use services::mail::{Sheet, texts};
use uuid::Uuid;

use super::team_address;
use crate::web::cookies;
use crate::web::typed::{Typed, page as asked_page, query};
use crate::web::visit::{Stop, Visit};

/// Everyone who was invited.
pub async fn page(visit: Visit) -> Result<Response, Stop> {
    let fields = Fields::of(Form::from_pairs([("language", Language::English.as_str())]));
    show(&visit, fields, Vec::new()).await
}

/// What the address says was done just now.
fn done(asked: &Form) -> Option<Done> {
    let number = |name: &str| asked.value(name).parse().ok();
    if asked.sent("removed") {
        return Some(Done::Removed);
    }
    let reminded = asked.value("reminded").parse().ok().map(Done::Reminded);
    let refusing = number("refusing").unwrap_or_default();
    let added = number("invited").zip(number("known"));
    let added = added.map(|(invited, known)| Added { invited, known, refusing });
    reminded.or(added.map(Done::Invited))
}

async fn show(visit: &Visit, fields: Fields, wrong: Vec<WrongLine>) -> Result<Response, Stop> {
    let (call, services) = (visit.call()?, visit.services());
    let asked = query(&visit.uri);
    let shown = InvitedPage {
        invited: invitees::look(services, &call).await?,
        page: asked_page(&asked),
        due: invitees::due(services, &call).await?,
        open: invitees::check(&call, &services.clock).is_ok(),
        mail_server: visit.portal.mail_server(),
        done: done(&asked).filter(|_| fields.problems.is_empty()),
        wrong,
        call,
    };
    Ok(visit.form(Area::Team, StatusCode::OK, fields, || t!("invited-title"), || pages::page(shown)))
}

/// Invites everyone of a list, or says which of its lines are no person.
pub async fn add(visit: Visit, Typed(mut typed): Typed) -> Result<Response, Stop> {
    let call = visit.call()?;
    invitees::check(&call, &visit.services().clock)?;
    // What was in a file is shown where it can be put right: a browser does not choose a file again.
    let lists = ["list", "file"].map(|name| typed.value(name)).into_iter();
    let both: Vec<&str> = lists.filter(|list| !list.trim().is_empty()).collect();
    typed.set("list", both.join("\n"));
    let mut problems = Problems::default();
    let language =
        problems.require(Language::parse(typed.value("language")), "language", "error-letter-language");
    let list =
        InviteeList::of(&typed).map_err(|more| more.iter().for_each(|one| problems.add(one.clone()))).ok();
    let (Some(language), Some(list)) = (language, list) else {
        let wrong = InviteeList::read(typed.value("list")).wrong;
        return show(&visit, Fields { form: typed, problems }, wrong).await;
    };
    let added = invitees::add(visit.services(), &call, list, language).await?;
    let Added { invited, known, refusing } = added;
    let told = format!("invited={invited}&known={known}&refusing={refusing}");
    Ok(visit.go(&format!("{}/invited?{told}", team_address(&call))))
}

fn id(named: &str) -> Result<Uuid, Failure> {
    named.parse().map_err(|_| Failure::NotFound("invitation"))
}

/// Asks whether somebody is to be taken off the list.
pub async fn remove_page(visit: Visit, Path((_, invitee)): Path<(String, String)>) -> Result<Response, Stop> {
    let call = visit.call()?;
    let called = invitees::one(visit.services(), &call, id(&invitee)?).await?;
    Ok(visit.team(|| t!("invited-remove"), || pages::remove(&call, called)))
}

/// Takes somebody off the list.
pub async fn remove(
    visit: Visit,
    Path((_, invitee)): Path<(String, String)>,
    Typed(typed): Typed,
) -> Result<Response, Stop> {
    let call = visit.call()?;
    let refuses = typed.has("refuses", "yes");
    invitees::remove(visit.services(), &call, id(&invitee)?, refuses).await?;
    Ok(visit.go(&format!("{}/invited?removed=1", team_address(&call))))
}

/// Shows a reminder before it goes.
pub async fn remind_page(visit: Visit) -> Result<Response, Stop> {
    let (call, services) = (visit.call()?, visit.services());
    let due = invitees::due(services, &call).await?;
    let (kind, language) = (LetterKind::CallReminder, Language::English);
    let text = texts::own(services.db.read(), kind, language).await?;
    let fill = invitees::fill(&call, language, &t!("letter-sample-name"), "");
    let site = &visit.portal.site.public_address;
    let letter =
        app::mail::write(&Sheet { kind, language, fill: &fill, text: text.as_ref(), site, reveal: false });
    Ok(visit.team(|| t!("invited-remind-title"), || pages::remind(&call, due, letter)))
}

/// Reminds those who have not answered.
pub async fn remind(visit: Visit) -> Result<Response, Stop> {
    let call: Call = visit.call()?;
    let reminded = invitees::remind(visit.services(), &call).await?;
    if reminded == 0 {
        return Err(Failure::Refused("error-invitees-nobody").into());
    }
    Ok(visit.go(&format!("{}/invited?reminded={reminded}", team_address(&call))))
}

/// Opens a call by a personal link, in this browser. Nothing is noted yet: programs that look for bad links open them all.
pub async fn open(visit: Visit, Path(secret): Path<String>) -> Result<Response, Stop> {
    let call = invitees::call_of(visit.services(), &secret).await?;
    let mut response = visit.go(&format!("/calls/{}", call.slug));
    cookies::set(&visit.portal.site, &mut response, &cookies::invited(&call.slug), &secret);
    Ok(response)
}
