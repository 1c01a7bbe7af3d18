//! The codebook, the codings and the findings.

use std::collections::{BTreeMap, HashSet};

use chrono::{Datelike, Timelike, Weekday};
use domain::people::Role;

use super::{answer, one, response, several};
use crate::demo::model::{Target, slice};

#[test]
fn the_codebook_is_a_tree_that_says_what_it_means() {
    let codes = &one().codebook;
    assert!((45..=65).contains(&codes.len()), "{}", codes.len());
    let keys: HashSet<&str> = codes.iter().map(|code| code.key).collect();
    assert_eq!(keys.len(), codes.len());
    for code in codes {
        for text in [code.name, code.definition, code.include, code.exclude, code.example] {
            assert!(!text.is_empty(), "{}", code.key);
        }
        assert!(code.colour < 12);
        assert!(code.parent.is_none_or(|parent| keys.contains(parent)), "{}", code.key);
    }
}

#[test]
fn every_code_is_used() {
    for (seed, demonstration) in several().iter().enumerate() {
        let used: HashSet<&str> = demonstration.codings.iter().map(|coding| coding.code).collect();
        let unused: Vec<&str> =
            demonstration.codebook.iter().map(|code| code.key).filter(|key| !used.contains(key)).collect();
        assert!(unused.is_empty(), "seed {seed}: {unused:?}");
    }
}

#[test]
fn about_half_are_coded_and_some_twice() {
    let demonstration = one();
    let mut coders: BTreeMap<&str, HashSet<&str>> = BTreeMap::new();
    for coding in &demonstration.codings {
        coders.entry(coding.coder).or_default().insert(&coding.response);
    }
    assert_eq!(coders.len(), 2);
    let both = coders["nia"].intersection(&coders["imran"]).count();
    let coded = coders["nia"].union(&coders["imran"]).count();
    assert!((170..=250).contains(&coded), "{coded}");
    assert!((25..=75).contains(&both), "{both}");
    for coder in coders.keys() {
        assert!(
            demonstration.people.iter().any(|person| person.key == *coder && person.roles == [Role::Coder])
        );
    }
}

#[test]
fn codings_are_on_words_that_are_there() {
    let demonstration = one();
    let mut seen = HashSet::new();
    for coding in &demonstration.codings {
        let answer = answer(response(demonstration, &coding.response), coding.question);
        assert!(!answer.text().is_empty(), "{} is on a choice", coding.key);
        if let Target::Excerpt(span) = coding.target {
            assert!(span.start < span.end && span.end <= answer.text().chars().count(), "{}", coding.key);
        }
        let target = match coding.target {
            Target::WholeAnswer => None,
            Target::Excerpt(span) => Some(span),
        };
        assert!(
            seen.insert((&coding.response, coding.question, target, coding.code, coding.coder)),
            "{} twice",
            coding.key
        );
    }
    assert!(demonstration.codings.iter().any(|coding| coding.target == Target::WholeAnswer));
    assert!(demonstration.codings.iter().any(|coding| coding.memo.is_some()));
}

#[test]
fn coders_agree_mostly_and_not_always() {
    let demonstration = one();
    let coded = |coder: &str| -> HashSet<(&str, &str, &str)> {
        demonstration
            .codings
            .iter()
            .filter(|coding| coding.coder == coder)
            .map(|coding| (coding.response.as_str(), coding.question, coding.code))
            .collect()
    };
    let (nia, imran) = (coded("nia"), coded("imran"));
    let shared: HashSet<&str> = nia.iter().map(|(response, _, _)| *response).collect();
    let nia: HashSet<_> =
        nia.iter().filter(|(response, _, _)| imran.iter().any(|(other, _, _)| other == response)).collect();
    let imran: HashSet<_> = imran.iter().filter(|(response, _, _)| shared.contains(response)).collect();
    let percent = nia.intersection(&imran).count() * 100 / nia.union(&imran).count();
    assert!((40..=85).contains(&percent), "{percent}");
}

#[test]
fn coding_took_weeks_in_office_hours() {
    let codings = &one().codings;
    assert!(codings.is_sorted_by_key(|coding| coding.at));
    for coding in codings {
        assert!(!matches!(coding.at.weekday(), Weekday::Sat | Weekday::Sun), "{}", coding.at);
        assert!((9..17).contains(&coding.at.hour()), "{}", coding.at);
    }
    let days = (codings[codings.len() - 1].at - codings[0].at).num_days();
    assert!((14..70).contains(&days), "{days}");
}

#[test]
fn findings_rest_on_words_of_several_people() {
    for (seed, demonstration) in several().iter().enumerate() {
        assert_eq!(demonstration.findings.len(), 10);
        for finding in &demonstration.findings {
            assert!((3..=8).contains(&finding.excerpts.len()), "seed {seed}: {}", finding.key);
            assert!(!finding.statement.is_empty() && !finding.codes.is_empty());
            assert!(
                finding
                    .codes
                    .iter()
                    .all(|code| demonstration.codebook.iter().any(|known| known.key == *code))
            );
            let people: HashSet<&str> =
                finding.excerpts.iter().map(|excerpt| excerpt.response.as_str()).collect();
            assert_eq!(people.len(), finding.excerpts.len(), "each from another response");
            for excerpt in &finding.excerpts {
                let words = slice(
                    answer(response(demonstration, &excerpt.response), excerpt.question).text(),
                    excerpt.span,
                );
                assert!(words.chars().count() > 8, "seed {seed}: {}: {words}", finding.key);
            }
        }
    }
}
