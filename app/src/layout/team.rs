//! The team's way about: the pages of one call, as far as whoever reads may open them.

use domain::people::Action;
use leptos::prelude::*;
use services::calls::Call;

use crate::t;

/// What whoever reads the page may do with what it is about, as the policy has answered. Pages offer nothing else.
#[derive(Clone, Debug, Default)]
pub struct Allowed(pub Vec<Action>);

impl Allowed {
    /// Whether this is among it.
    pub fn has(&self, action: Action) -> bool {
        self.0.contains(&action)
    }
}

/// Whether whoever reads the page may do this.
pub fn allowed(action: Action) -> bool {
    use_context::<Allowed>().is_some_and(|allowed| allowed.has(action))
}

/// One page of the team's for a call: what follows the address of the call, what it takes to open it, its name.
struct Floor {
    path: &'static str,
    action: Action,
    name: String,
}

/// The team's pages for a call, in the order of the work.
fn floors() -> Vec<Floor> {
    use Action::{
        DecideHeld, EditCall, EditOutcomes, ManageRoles, PreviewCall, ReadCodebook, ReadResponses, RunCall,
        SearchResponses,
    };
    let floor = |path, action, name| Floor { path, action, name };
    vec![
        floor("", PreviewCall, t!("floor-overview")),
        floor("/edit", EditCall, t!("floor-texts")),
        floor("/questions", EditCall, t!("floor-questions")),
        floor("/schedule", RunCall, t!("floor-schedule")),
        floor("/approvals", PreviewCall, t!("floor-approvals")),
        floor("/responses", ReadResponses, t!("floor-responses")),
        floor("/held", DecideHeld, t!("floor-held")),
        floor("/codebook", ReadCodebook, t!("floor-codebook")),
        floor("/search", SearchResponses, t!("floor-search")),
        floor("/findings", EditOutcomes, t!("floor-findings")),
        floor("/recommendations", EditOutcomes, t!("floor-recommendations")),
        floor("/people", ManageRoles, t!("floor-people")),
    ]
}

/// The sub-navigation of a call. `current` is what follows the address of the call: `""` for its overview,
/// `"/questions"` for its questions.
pub fn team_nav(call: &Call, current: &str) -> AnyView {
    let links = links(call, &use_context::<Allowed>().unwrap_or_default(), Some(current));
    view! {
        <nav class="fm-subnav" aria-label=t!("subnav-label", title = call.title.as_str())>
            <p class="govuk-caption-l">{call.title.clone()}</p>
            <ul>{links}</ul>
        </nav>
    }
    .into_any()
}

/// Links to every page of a call that this person may open, for a list of calls.
pub fn floor_links(call: &Call, allowed: &Allowed) -> AnyView {
    view! { <ul class="fm-subnav__list">{links(call, allowed, None)}</ul> }.into_any()
}

fn links(call: &Call, allowed: &Allowed, current: Option<&str>) -> Vec<AnyView> {
    floors()
        .into_iter()
        .filter(|floor| allowed.has(floor.action))
        // Where one person is enough nothing waits: only whoever may change that goes there.
        .filter(|floor| floor.path != "/approvals" || call.two_people || allowed.has(Action::RunCall))
        .map(|floor| {
            let here = (current == Some(floor.path)).then_some("page");
            // Several calls stand on one page, so a link away from its call's own page says which it means.
            let about = current.is_none().then(|| {
                view! { <span class="govuk-visually-hidden">": " {call.title.clone()}</span> }
            });
            let to = format!("/team/calls/{}{}", call.slug, floor.path);
            view! { <li><a class="govuk-link" href=to aria-current=here>{floor.name} {about}</a></li> }
                .into_any()
        })
        .collect()
}
