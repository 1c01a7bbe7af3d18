//! One of several choices, or any of them; and the points of the scale of agreement, in the reader's language.

use domain::calls::kinds::Point;
use domain::calls::{Answer, Choice, Question, QuestionKind};
use leptos::prelude::*;

use super::Heading;
use crate::components::{Checkboxes, Opt, Radios};
use crate::t;

pub(super) fn one(asked: &Question, heading: Heading) -> AnyView {
    view! { <Radios name="answer" legend=heading.title options=options(asked) hint=heading.hint heading=true/> }
        .into_any()
}

pub(super) fn any(asked: &Question, heading: Heading) -> AnyView {
    view! { <Checkboxes name="answer" legend=heading.title options=options(asked) hint=heading.hint heading=true/> }
        .into_any()
}

fn options(asked: &Question) -> Vec<Opt> {
    let option = |choice: &Choice| {
        let option = Opt::new(choice.id, label(asked, choice));
        if choice.alone { option.alone() } else { option }
    };
    asked.choices.iter().map(option).collect()
}

/// What a choice of a question is called.
pub fn label(asked: &Question, choice: &Choice) -> String {
    match (asked.kind(), Point::of(choice)) {
        (QuestionKind::Agreement, Some(point)) => self::point(point),
        _ => choice.label.clone(),
    }
}

/// What the record calls each point of the scale of agreement, and what the page calls it.
pub(super) fn scale() -> Vec<(String, String)> {
    Point::ALL.iter().map(|point| (point.label().to_owned(), self::point(*point))).collect()
}

fn point(point: Point) -> String {
    match point {
        Point::StronglyAgree => t!("agreement-strongly-agree"),
        Point::Agree => t!("agreement-agree"),
        Point::Neither => t!("agreement-neither"),
        Point::Disagree => t!("agreement-disagree"),
        Point::StronglyDisagree => t!("agreement-strongly-disagree"),
        Point::DontKnow => t!("agreement-dont-know"),
    }
}

pub(super) fn said(asked: &Question, answer: &Answer) -> String {
    let chosen = asked.choices.iter().filter(|choice| answer.chosen().contains(&choice.id));
    chosen.map(|choice| label(asked, choice)).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_record_calls_a_point_what_the_english_page_calls_it() {
        for point in Point::ALL {
            assert_eq!(self::point(*point), point.label());
        }
    }
}
