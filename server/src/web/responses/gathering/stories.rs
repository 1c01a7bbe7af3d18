//! What members ask for and were told.

use app::components::Fields;
use app::layout::Area;
use app::responses::gathering::stories::{self as pages, Gathered, PAGE, StoriesPage};
use app::responses::gathering::story::StoryPage;
use app::responses::gathering::{edit as editing, story as one};
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::forms::{Form, Problems};
use domain::responses::{GatheringDetails, read_note};
use services::drawing;
use services::responses::gathering::{self, quotes, stories};

use super::super::together::Desk;
use super::{number, of};
use crate::web::typed::{self, Typed, query};
use crate::web::visit::{Stop, Visit};

type At = Path<(String, String)>;
type OfStory = Path<(String, String, String)>;

/// All that was told, and the link to hand out.
pub async fn list(visit: Visit, Path((_, draft)): At) -> Result<Response, Stop> {
    let services = visit.services();
    let desk = Desk::of(&visit, &draft).await?;
    let asked = query(&visit.uri);
    let gathered = match gathering::of_draft(services, &desk.draft).await? {
        None => None,
        Some(gathering) => {
            let (page, chosen) = (typed::page(&asked), asked.sent("chosen"));
            let place = ((page - 1).saturating_mul(PAGE), PAGE);
            let path = visit.href(&format!("/gather/{}", gathering.secret));
            let link = format!("{}{path}", visit.portal.site.public_address);
            Some(Gathered {
                stories: stories::list(services, &desk.draft, &gathering, chosen, place).await?,
                counts: stories::count(services, &gathering).await?,
                link: (link.clone(), drawing::draw(&link)?),
                gathering,
                chosen,
                page,
            })
        }
    };
    let open = desk.open(services);
    let Desk { organisation, call, draft, .. } = desk;
    let now = services.clock.now();
    let shown = StoriesPage { organisation, call, draft: draft.id, open, now, gathered };
    let body = || pages::page(shown);
    Ok(visit.form(Area::Public, StatusCode::OK, Fields::default(), || t!("stories-title"), body))
}

fn address(desk: &Desk) -> String {
    app::responses::gathering::address(&desk.organisation.slug, desk.draft.id)
}

/// What is asked for; at first until the call closes.
pub async fn edit_page(visit: Visit, Path((_, draft)): At) -> Result<Response, Stop> {
    let services = visit.services();
    let desk = Desk::of(&visit, &draft).await?;
    services::responses::draft::check_open(services, &desk.call, &desk.draft)?;
    let (today, closes) = gathering::days(&desk.call, services.clock.now());
    let details = match gathering::of_draft(services, &desk.draft).await? {
        Some(gathering) => gathering.details,
        None => GatheringDetails {
            heading: String::new(),
            asks: String::new(),
            last: closes.unwrap_or(today),
            named: true,
        },
    };
    Ok(editor(&visit, &desk, Fields::of(details.form())))
}

fn editor(visit: &Visit, desk: &Desk, fields: Fields) -> Response {
    let body = || editing::page(&desk.organisation, &desk.call, desk.draft.id);
    visit.form(Area::Public, StatusCode::OK, fields, || t!("stories-begin"), body)
}

/// Opens the gathering, or changes what it asks for.
pub async fn edit(visit: Visit, Path((_, draft)): At, Typed(typed): Typed) -> Result<Response, Stop> {
    let services = visit.services();
    let desk = Desk::of(&visit, &draft).await?;
    let (today, closes) = gathering::days(&desk.call, services.clock.now());
    match GatheringDetails::parse(&typed, today, closes) {
        Err(problems) => Ok(editor(&visit, &desk, Fields { form: typed, problems })),
        Ok(details) => {
            gathering::put(services, &desk.call, &desk.draft, details).await?;
            Ok(visit.go(&address(&desk)))
        }
    }
}

/// Closes it.
pub async fn close(visit: Visit, Path((_, draft)): At) -> Result<Response, Stop> {
    let desk = Desk::of(&visit, &draft).await?;
    gathering::set_open(visit.services(), &desk.draft, false).await?;
    Ok(visit.go(&address(&desk)))
}

/// Opens it again.
pub async fn open(visit: Visit, Path((_, draft)): At) -> Result<Response, Stop> {
    let desk = Desk::of(&visit, &draft).await?;
    gathering::set_open(visit.services(), &desk.draft, true).await?;
    Ok(visit.go(&address(&desk)))
}

/// Gives it another link.
pub async fn renew(visit: Visit, Path((_, draft)): At) -> Result<Response, Stop> {
    let desk = Desk::of(&visit, &draft).await?;
    gathering::renew(visit.services(), &desk.draft).await?;
    Ok(visit.go(&address(&desk)))
}

/// One story.
pub async fn page(visit: Visit, Path((_, draft, story)): OfStory) -> Result<Response, Stop> {
    show(&visit, &draft, &story, None).await
}

async fn show(
    visit: &Visit,
    draft: &str,
    story: &str,
    wrong: Option<(Form, Problems)>,
) -> Result<Response, Stop> {
    let services = visit.services();
    let desk = Desk::of(visit, draft).await?;
    let of = of(visit, &desk).await?;
    let story = stories::one(services, &desk.draft, &of, number(story)?).await?;
    let mut quotes = quotes::list(services, &desk.form, &desk.draft).await?;
    quotes.retain(|cited| cited.quote.number == story.number);
    let fields = match wrong {
        Some((form, problems)) => Fields { form, problems },
        None => Fields::of(Form::from_pairs([("note", story.note.as_str())])),
    };
    let open = desk.open(services);
    let Desk { organisation, call, form, draft } = desk;
    let shown = StoryPage { organisation, call, form, draft: draft.id, story, quotes, open };
    let title = || t!("story-number", number = shown.story.number);
    Ok(visit.form(Area::Public, StatusCode::OK, fields, title, || one::page(&shown)))
}

/// Keeps the members' note about a story.
pub async fn note(
    visit: Visit,
    Path((_, draft, story)): OfStory,
    Typed(typed): Typed,
) -> Result<Response, Stop> {
    let desk = Desk::of(&visit, &draft).await?;
    match read_note(&typed) {
        Err(problem) => show(&visit, &draft, &story, Some((typed, problem.into()))).await,
        Ok(note) => {
            stories::note(visit.services(), &desk.draft, number(&story)?, note).await?;
            Ok(visit.go(&format!("{}/{story}", address(&desk))))
        }
    }
}

/// Chooses a story, or leaves it.
pub async fn choose(
    visit: Visit,
    Path((_, draft, story)): OfStory,
    Typed(typed): Typed,
) -> Result<Response, Stop> {
    let desk = Desk::of(&visit, &draft).await?;
    let chosen = typed.value("chosen") == "1";
    stories::choose(visit.services(), &desk.draft, number(&story)?, chosen).await?;
    Ok(visit.go(&format!("{}/{story}", address(&desk))))
}
