//! One answer of a shared draft: what stands there, what members say about it, and every text that it has had.

use domain::calls::Question;
use leptos::prelude::*;
use services::calls::Call;
use services::people::organisations::Organisation;
use services::responses::Draft;
use services::responses::together::comments::Comment;
use services::responses::together::history::Change;

use super::desk::open;
use crate::calls;
use crate::components::{BackLink, Button, ErrorSummary, Hidden, Inset, Lines, TextArea, Warning, when};
use crate::layout::{Column, Main};
use crate::responses::between;
use crate::t;
use crate::words::href;

/// What the page shows.
pub struct QuestionPage {
    pub organisation: Organisation,
    pub call: Call,
    pub draft: Draft,
    /// The question with its number; nothing where the page is about the whole.
    pub asked: Option<(usize, Question)>,
    pub comments: Vec<Comment>,
    pub history: Vec<Change>,
    /// Whether the draft can be written to.
    pub open: bool,
    /// Whether somebody else has changed the answer since an earlier text was chosen.
    pub overtaken: bool,
}

/// The title of the page.
pub fn title(shown: &QuestionPage) -> String {
    shown.asked.as_ref().map_or_else(|| t!("together-whole"), |(_, asked)| asked.title.clone())
}

/// The page.
pub fn page(shown: QuestionPage) -> AnyView {
    let desk = href(&super::address(&shown.organisation.slug, shown.draft.id));
    let before = view! { <BackLink to=desk.clone() text=t!("together-desk")/> }.into_any();
    let here = match &shown.asked {
        Some((_, asked)) => format!("{desk}/questions/{}", asked.id),
        None => format!("{desk}/questions/whole"),
    };
    let answer = shown.asked.as_ref().map(|(number, asked)| answer(&desk, &shown, *number, asked));
    let history = shown.asked.as_ref().map(|(_, asked)| history(&here, &shown, asked));
    view! {
        <Main before>
            <Column>
                <ErrorSummary/>
                <p class="govuk-caption-l">{calls::title(&shown.call)}</p>
                <h1 class="govuk-heading-l">{title(&shown)}</h1>
                {shown.overtaken.then(|| view! { <Warning text=t!("together-overtaken")/> })}
                {answer}
                {comments(&desk, &here, &shown)}
                {history}
            </Column>
        </Main>
    }
    .into_any()
}

fn answer(desk: &str, shown: &QuestionPage, number: usize, asked: &Question) -> AnyView {
    let held = between::held(asked, shown.draft.answers.get(&asked.id));
    let change =
        shown.open.then(|| open(desk, &number.to_string(), t!("together-change"), "govuk-button--secondary"));
    view! { <Inset><Lines text=held/></Inset> {change} }.into_any()
}

fn comments(desk: &str, here: &str, shown: &QuestionPage) -> AnyView {
    let all: Vec<_> = shown.comments.iter().map(|one| comment(desk, shown, one)).collect();
    let form = shown.open.then(|| {
        view! {
            <form method="post" action=here.to_owned() novalidate>
                <TextArea name="comment" label=t!("together-comment") hint=t!("together-comment-hint") rows=3/>
                <Button text=t!("together-comment-add") class="govuk-button--secondary"/>
            </form>
        }
    });
    view! { <h2 class="govuk-heading-m">{t!("together-comments")}</h2> {all} {form} }.into_any()
}

fn comment(desk: &str, shown: &QuestionPage, one: &Comment) -> AnyView {
    let by = t!("together-by", who = one.by.as_str(), when = when(one.at, &shown.call));
    let settled = one.resolved.as_ref().map(|(who, at)| {
        let text = t!("together-settled", who = who.as_str(), when = when(*at, &shown.call));
        view! { <p class="govuk-body fm-secondary">{text}</p> }
    });
    let (text, value) =
        if one.resolved.is_some() { (t!("together-reopen"), "") } else { (t!("together-settle"), "1") };
    let button = shown.open.then(|| {
        view! {
            <form method="post" action=format!("{desk}/comments/{}", one.id)>
                <Hidden name="settled" value=value/>
                <Button text class="govuk-button--secondary fm-button--small" about=by.clone()/>
            </form>
        }
    });
    view! {
        <section class="fm-way">
            <p class="govuk-body fm-secondary">{by.clone()}</p>
            <Lines text=one.text.clone()/>
            {settled} {button}
        </section>
    }
    .into_any()
}

fn history(here: &str, shown: &QuestionPage, asked: &Question) -> AnyView {
    let seen = shown.draft.mark(asked.id);
    let one = |(at, change): (usize, &Change)| {
        let by = t!("together-by", who = change.by.as_str(), when = when(change.at, &shown.call));
        let text = match &change.answer {
            None => t!("together-taken-away"),
            answer => between::held(asked, answer.as_ref()),
        };
        let restore = (at > 0 && shown.open && change.restorable()).then(|| {
            view! {
                <form method="post" action=format!("{here}/restore")>
                    <Hidden name="change" value=change.id.to_string()/>
                    <Hidden name="seen" value=seen.clone()/>
                    <Button text=t!("together-restore") class="govuk-button--secondary fm-button--small" about=by.clone()/>
                </form>
            }
        });
        view! {
            <section class="fm-way">
                <p class="govuk-body fm-secondary">{by.clone()}</p>
                <Lines text/>
                {restore}
            </section>
        }
    };
    let all: Vec<_> = shown.history.iter().enumerate().map(one).collect();
    let body = if all.is_empty() {
        view! { <p class="govuk-body">{t!("not-answered")}</p> }.into_any()
    } else {
        all.into_any()
    };
    view! {
        <h2 class="govuk-heading-m">{t!("together-history")}</h2>
        <p class="govuk-body">{t!("together-history-text")}</p>
        {body}
    }
    .into_any()
}
