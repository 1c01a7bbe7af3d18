//! The stages of a call as a time line: what is over, what goes on now, and what is still to come.

use domain::calls::{Plan, Stage};
use leptos::prelude::*;
use services::calls::Call;

use crate::components::{Button, ErrorSummary, Tag, TextInput, when};
use crate::layout::{Column, Main, team_nav};
use crate::t;

/// The name of a stage.
pub fn name(stage: Stage) -> String {
    match stage {
        Stage::Evidence => t!("stage-evidence"),
        Stage::Analysis => t!("stage-analysis"),
        Stage::Report => t!("stage-report"),
        Stage::Reply => t!("stage-reply"),
        Stage::FollowUp => t!("stage-follow-up"),
    }
}

/// The time line of a call that has come this far.
pub fn timeline(call: &Call, reached: Option<Stage>) -> AnyView {
    let items: Vec<_> = Stage::ALL.iter().map(|stage| item(call, *stage, reached)).collect();
    view! {
        <h2 class="govuk-heading-l">{t!("stages-title")}</h2>
        <ol class="fm-timeline">{items}</ol>
    }
    .into_any()
}

fn item(call: &Call, stage: Stage, reached: Option<Stage>) -> AnyView {
    let (class, said, colour) = match reached {
        Some(now) if stage == now => ("fm-timeline__stage fm-timeline__stage--now", t!("stage-now"), "green"),
        Some(now) if stage < now => ("fm-timeline__stage fm-timeline__stage--past", t!("stage-past"), "grey"),
        _ => ("fm-timeline__stage", t!("stage-ahead"), "blue"),
    };
    let expected = match (stage, call.times.opens, call.times.closes) {
        (Stage::Evidence, Some(opens), Some(closes)) => {
            t!("stage-evidence-times", opens = when(opens, call), closes = when(closes, call))
        }
        _ => call.plan.of(stage).to_owned(),
    };
    let current = (reached == Some(stage)).then_some("step");
    view! {
        <li class=class aria-current=current>
            <span class="fm-timeline__name">{name(stage)}</span>
            <Tag text=said colour/>
            {(!expected.is_empty()).then(|| view! { <p class="fm-timeline__when fm-secondary">{expected}</p> })}
        </li>
    }
    .into_any()
}

/// The page on which the team says when the later stages are expected.
pub fn plan(call: &Call) -> AnyView {
    let fields: Vec<_> = Plan::planned()
        .map(
            |stage| view! { <TextInput name=stage.field() label=name(stage) width="govuk-input--width-20"/> },
        )
        .collect();
    view! {
        {team_nav(call, "")}
        <Main>
            <Column>
                <ErrorSummary/>
                <h1 class="govuk-heading-l">{t!("stages-plan")}</h1>
                <p class="govuk-body">{t!("stages-lead")}</p>
                <form method="post" novalidate>{fields} <Button text=t!("save")/></form>
            </Column>
        </Main>
    }
    .into_any()
}
