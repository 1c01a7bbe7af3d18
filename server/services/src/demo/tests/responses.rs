//! The responses: how many, how long, how like each other, and that everything in them has a place.

use std::collections::{HashMap, HashSet};

use chrono::{NaiveDate, NaiveDateTime};

use super::{length, one, questions, several, words};
use crate::demo::RESPONSES;
use crate::demo::model::{Consent, Language, Moment, QuestionKind, RespondentKind, Response, Value, slice};
use crate::demo::responses::{sentences, shared};

#[test]
fn there_are_420_of_every_kind() {
    let responses = &one().responses;
    assert_eq!(responses.len(), RESPONSES);
    let count = |test: &dyn Fn(&Response) -> bool| responses.iter().filter(|response| test(response)).count();
    assert_eq!(count(&|response| response.campaign == Some("home-not-ward")), 38);
    assert_eq!(count(&|response| response.campaign == Some("keep-care-close")), 27);
    assert_eq!(count(&|response| response.language == Language::Welsh), 20);
    assert!(count(&|response| response.kind == RespondentKind::Organisation) > 100);
    assert!(count(&|response| response.kind == RespondentKind::OnBehalf) > 8);
    for consent in [Consent::WithName, Consent::WithoutName, Consent::NotAtAll] {
        assert!(count(&|response| response.consent == consent) > 30, "{consent:?}");
    }
    assert!(count(&|response| words(response) >= 3000) >= 2, "two are very long");
    assert!(count(&|response| words(response) <= 5) > 15, "some are a word or two");
}

#[test]
fn lengths_differ_as_they_do_in_life() {
    let mut lengths: Vec<usize> = one().responses.iter().map(length).collect();
    lengths.sort_unstable();
    let at = |percent: usize| lengths[(lengths.len() - 1) * percent / 100];
    let spread = [0, 5, 10, 25, 50, 75, 90, 95, 99, 100].map(|percent| (percent, at(percent)));
    assert!(at(0) > 0 && at(10) < 60 && at(50) > 350 && at(90) > 1_400 && at(100) > 15_000, "{spread:?}");
}

#[test]
fn every_sentence_is_where_it_is_said_to_be() {
    for demonstration in several() {
        for response in &demonstration.responses {
            assert!(!response.answers.is_empty(), "{} says nothing", response.key);
            for answer in &response.answers {
                let mut last = 0;
                for sentence in &answer.sentences {
                    assert!(sentence.span.start >= last && sentence.span.start < sentence.span.end);
                    assert_eq!(slice(answer.text(), sentence.span), sentence.text, "{}", response.key);
                    last = sentence.span.end;
                }
            }
        }
    }
}

#[test]
fn text_is_as_the_store_keeps_it() {
    for answer in one().responses.iter().flat_map(|response| &response.answers) {
        let text = answer.text();
        assert_eq!(text, text.trim(), "no blanks at the ends");
        assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "no control characters: {text}");
        assert!(matches!(answer.value, Value::Text(_)) != text.is_empty(), "an answer in words has words");
    }
}

#[test]
fn no_two_share_half_of_their_sentences() {
    for (seed, demonstration) in several().iter().enumerate() {
        let long: Vec<(&str, HashSet<String>)> = demonstration
            .responses
            .iter()
            .filter(|response| response.campaign.is_none() && length(response) > 300)
            .map(|response| (response.key.as_str(), sentences(&response.answers)))
            .collect();
        for (at, (key, one)) in long.iter().enumerate() {
            for (other_key, other) in &long[at + 1..] {
                assert!(shared(one, other) <= 50, "seed {seed}: {key} and {other_key}");
            }
        }
    }
}

#[test]
fn copies_of_a_campaign_are_alike_and_not_all_the_same() {
    let copies: Vec<&Response> =
        one().responses.iter().filter(|response| response.campaign == Some("home-not-ward")).collect();
    let texts: HashMap<String, usize> = copies.iter().fold(HashMap::new(), |mut texts, response| {
        let text: Vec<&str> =
            response.answers.iter().map(super::Answer::text).filter(|text| !text.is_empty()).collect();
        *texts.entry(text.join("\n")).or_default() += 1;
        texts
    });
    assert!(texts.values().any(|count| *count >= 5), "some are sent as they came");
    assert!(texts.len() > 20, "most are changed");
}

#[test]
fn hostile_text_is_among_them() {
    let all: String =
        one().responses.iter().flat_map(|response| &response.answers).map(super::Answer::text).collect();
    for text in
        ["<script>alert(1)</script>", "onerror=", "=HYPERLINK(", "DROP TABLE", "{{constructor", "${7*7}"]
    {
        assert!(all.contains(text), "{text}");
    }
}

#[test]
fn answers_fit_their_questions() {
    let call = &one().calls[0];
    for demonstration in several() {
        for response in &demonstration.responses {
            let mut last = 0;
            for answer in &response.answers {
                let (at, question) = questions(call)
                    .enumerate()
                    .find(|(_, question)| question.key == answer.question)
                    .expect("a question of the call");
                assert!(at >= last, "in the order of the questions");
                last = at;
                let fits = match (&question.kind, &answer.value) {
                    (
                        QuestionKind::LongText { words } | QuestionKind::ShortText { words },
                        Value::Text(text),
                    ) => text.split_whitespace().count() <= *words as usize,
                    (QuestionKind::SingleChoice { options }, Value::Choice(option)) => {
                        options.iter().any(|(key, _)| key == option)
                    }
                    (QuestionKind::MultipleChoice { options }, Value::Choices(chosen)) => {
                        !chosen.is_empty()
                            && chosen.iter().all(|option| options.iter().any(|(key, _)| key == option))
                    }
                    _ => false,
                };
                assert!(fits, "{} {}", response.key, answer.question);
                if let Some(condition) = question.shown_if {
                    let earlier = super::answer(response, condition.question);
                    assert_eq!(earlier.value, Value::Choice(condition.option), "{}", response.key);
                }
            }
            let asked: HashSet<&str> = response.answers.iter().map(|answer| answer.question).collect();
            assert_eq!(asked.len(), response.answers.len(), "one answer a question");
        }
    }
}

#[test]
fn they_came_while_the_call_was_open_and_most_of_all_on_the_last_day() {
    let (Moment::At(opens), Moment::At(closes)) = (one().calls[0].opens, one().calls[0].closes) else {
        panic!("the call has fixed times");
    };
    // London keeps UTC in winter.
    let times: Vec<NaiveDateTime> =
        one().responses.iter().map(|response| response.submitted.naive_utc()).collect();
    assert!(times.is_sorted());
    assert!(times.iter().all(|time| (opens..closes).contains(time)));
    let last = times.iter().filter(|time| time.date() == closes.date()).count();
    assert!(last > RESPONSES / 4, "{last}");
    let christmas = NaiveDate::from_ymd_opt(2022, 12, 25);
    assert!(times.iter().filter(|time| Some(time.date()) == christmas).count() < 4);
}

#[test]
fn respondents_are_consistent() {
    let demonstration = one();
    let mut bodies = HashSet::new();
    for response in &demonstration.responses {
        assert_eq!(
            response.organisation.is_some(),
            response.kind == RespondentKind::Organisation,
            "{}",
            response.key
        );
        assert_eq!(response.sector.is_some(), response.organisation.is_some());
        if let Some(key) = &response.organisation {
            let body =
                demonstration.organisations.iter().find(|body| body.key == *key).expect("an organisation");
            assert!(body.invented && body.sector == response.sector && bodies.insert(key), "{key}");
        } else if response.consent == Consent::WithName {
            assert!(response.name.is_some(), "{} cannot be named", response.key);
        }
        if let Some(system) = &response.system {
            assert!(demonstration.organisations.iter().any(|body| body.key == *system && !body.invented));
        }
    }
}
