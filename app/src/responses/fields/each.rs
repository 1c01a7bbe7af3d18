//! What each of several statements or options is given: a point of a scale, a place, a number of points.

use std::collections::BTreeMap;

use domain::calls::kinds::{Points, Ranking, Vote, each};
use domain::calls::{Answer, Asks, Given, Question};
use leptos::prelude::*;

use super::{Heading, choice};
use crate::components::{Opt, Radios, Select, Several, TextInput};
use crate::t;

/// What the record calls each point of the scale of a question, and what the page calls it.
fn points(asks: &Asks) -> Vec<(String, String)> {
    match asks {
        Asks::Matrix(settings) if settings.scale.is_empty() => choice::scale(),
        Asks::Matrix(settings) => settings.scale.iter().map(|point| (point.clone(), point.clone())).collect(),
        Asks::Votes(_) => Vote::ALL.iter().map(|vote| (vote.label().to_owned(), self::vote(*vote))).collect(),
        _ => Vec::new(),
    }
}

fn vote(vote: Vote) -> String {
    match vote {
        Vote::Agree => t!("vote-agree"),
        Vote::Disagree => t!("vote-disagree"),
        Vote::Pass => t!("vote-pass"),
    }
}

/// The points of the scale, as a sentence lists them.
pub(super) fn listed(asks: &Asks) -> String {
    points(asks).into_iter().map(|(_, said)| said).collect::<Vec<_>>().join(", ")
}

/// The most points of a scale that stand beside each other on a wide page.
const MOST_BESIDE: usize = 7;

/// Statements on one scale: below each other on a telephone, and with the points in columns where there is room for them.
/// Whoever does not see the columns is told the point of each button all the same.
pub(super) fn rated(asked: &Question, heading: Heading) -> AnyView {
    let points = points(&asked.asks);
    let options = || points.iter().map(|(value, said)| Opt::new(value, said.clone())).collect::<Vec<_>>();
    let statements: Vec<_> = asked
        .choices
        .iter()
        .map(|choice| view! { <Radios name=each::field(choice) legend=choice.label.clone() options=options() small=true/> })
        .collect();
    let heads: Vec<_> = points.iter().map(|(_, said)| view! { <span>{said.clone()}</span> }).collect();
    let class = if points.len() > MOST_BESIDE { "fm-rated" } else { "fm-rated fm-rated--beside" };
    view! {
        <Several name="answer" legend=heading.title hint=heading.hint>
            <div class=class>
                <div class="fm-rated__points" aria-hidden="true">{heads}</div>
                {statements}
            </div>
        </Several>
    }
    .into_any()
}

pub(super) fn ranked(asked: &Question, heading: Heading, settings: Ranking) -> AnyView {
    let places = settings.places(asked);
    let options = || {
        let none = Opt::new("", t!("ranking-none"));
        let places = (1..=places).map(|place| Opt::new(place, place.to_string()));
        std::iter::once(none).chain(places).collect::<Vec<_>>()
    };
    let choices: Vec<_> = asked
        .choices
        .iter()
        .map(|choice| view! { <Select name=each::field(choice) label=choice.label.clone() options=options()/> })
        .collect();
    view! {
        <Several name="answer" legend=heading.title hint=heading.hint>
            <div class="fm-each">{choices}</div>
        </Several>
    }
    .into_any()
}

pub(super) fn shared_out(asked: &Question, heading: Heading, settings: Points) -> AnyView {
    let choices: Vec<_> = asked
        .choices
        .iter()
        .map(|choice| {
            view! {
                <TextInput
                    name=each::field(choice)
                    label=choice.label.clone()
                    inputmode="numeric"
                    autocomplete="off"
                    width="govuk-input--width-4"
                />
            }
        })
        .collect();
    view! {
        <Several name="answer" legend=heading.title hint=heading.hint>
            <div
                class="fm-each"
                data-module="fm-points"
                data-total=settings.total.to_string()
                data-left=t!("points-left")
                data-over=t!("points-over")
            >
                {choices}
                <p class="govuk-hint" role="status" data-sum=""></p>
            </div>
        </Several>
    }
    .into_any()
}

pub(super) fn ranking_rule(asked: &Question, settings: Ranking) -> String {
    let (places, all) = (settings.places(asked), asked.choices.len());
    if places as usize == all {
        t!("rule-ranking", places = places)
    } else {
        t!("rule-ranking-first", places = places, all = all)
    }
}

pub(super) fn points_rule(settings: Points) -> String {
    t!("rule-points", total = settings.total)
}

/// What was given to each, with the points of the scale in the language of the page.
pub(super) fn said(asked: &Question, answer: &Answer) -> String {
    let Given::Each(all) = &answer.given else { return String::new() };
    let points = points(&asked.asks);
    let point = |held: &String| {
        points.iter().find(|(value, _)| value == held).map_or_else(|| held.clone(), |(_, said)| said.clone())
    };
    let all: BTreeMap<_, _> = all.iter().map(|(id, held)| (*id, point(held))).collect();
    asked.plain(&Given::Each(all).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_record_calls_a_vote_what_the_english_page_calls_it() {
        for vote in Vote::ALL {
            assert_eq!(self::vote(*vote), vote.label());
        }
    }
}
