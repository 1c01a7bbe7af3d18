//! Where answers stand: the names of marks, and how many answers have which.

use domain::review::Mark;
use leptos::prelude::*;
use services::calls::Call;
use services::review::marks::Stances;

use super::list::back;
use crate::components::{Cell, table};
use crate::layout::{Column, Main, team_nav};
use crate::t;

/// What a mark is called.
pub fn name(mark: Mark) -> String {
    match mark {
        Mark::Agree => t!("mark-agree"),
        Mark::Disagree => t!("mark-disagree"),
        Mark::Mixed => t!("mark-mixed"),
        Mark::Unclear => t!("mark-unclear"),
        Mark::EvidenceRich => t!("mark-evidence-rich"),
    }
}

/// How many answers to each question stand where.
pub fn page(call: Call, counted: &[Stances]) -> AnyView {
    let before = back(&call);
    let mut columns = vec![t!("stances-question"), t!("stances-answers")];
    columns.extend(Mark::STANCES.iter().map(|stance| name(*stance)));
    columns.extend([t!("stances-differ"), t!("stances-unset"), name(Mark::EvidenceRich)]);
    let rows = counted.iter().map(row).collect();
    let shown = if counted.is_empty() {
        view! { <p class="fm-empty">{t!("stances-none")}</p> }.into_any()
    } else {
        table(t!("stances-title"), columns, rows)
    };
    let rich = format!("/team/calls/{}/responses?marked=evidence-rich", call.slug);
    view! {
        <Main before>
            {team_nav(&call, "/responses")}
            <h1 class="govuk-heading-l">{t!("stances-title")}</h1>
            <Column>
                <p class="govuk-body">{t!("stances-lead")}</p>
                <p class="govuk-body">{t!("stances-base")}</p>
                <p class="govuk-body"><a class="govuk-link" href=rich>{t!("stances-rich")}</a></p>
            </Column>
            {shown}
        </Main>
    }
    .into_any()
}

fn row(counted: &Stances) -> Vec<Cell> {
    let tally = &counted.tally;
    let share = |count: u64| Cell::number(share(count, tally.answers()));
    let mut cells = vec![Cell::heading(counted.title.clone()), Cell::number(tally.answers().to_string())];
    cells.extend(Mark::STANCES.iter().map(|stance| share(tally.at(*stance))));
    cells.extend([tally.differ(), tally.unset(), counted.rich].map(share));
    cells
}

/// A count with its share of the base.
fn share(count: u64, of: u64) -> String {
    let percent = if of == 0 { 0 } else { (count * 200 + of) / (of * 2) };
    t!("stances-share", count = count, percent = percent)
}
