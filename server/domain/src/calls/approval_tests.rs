use chrono::{NaiveDate, TimeDelta};
use proptest::prelude::*;

use super::*;

fn at(minute: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(minute * 60, 0).unwrap_or_default()
}

fn times() -> impl Strategy<Value = Times> {
    let minute = || prop::option::of(0_i64..1000);
    (minute(), minute(), minute(), 0_u32..90, minute()).prop_map(
        |(announced, opens, closes, grace, outcome)| {
            let [announced, opens, closes, outcome] =
                [announced, opens, closes, outcome].map(|it| it.map(at));
            Times { announced, opens, closes, grace_minutes: grace, outcome, archived: None }
        },
    )
}

fn hours() -> impl Strategy<Value = Hours> {
    (0_i64..1000, 1_i64..1000, 0_u32..90).prop_map(|(opens, length, grace_minutes)| Hours {
        opens: at(opens),
        closes: at(opens + length),
        grace_minutes,
    })
}

fn dated<S>(status: S, words: String) -> Dated<S> {
    let on = NaiveDate::from_ymd_opt(2023, 6, 14).expect("a day");
    Dated { status, words, source: "A letter".to_owned(), on }
}

fn acts() -> impl Strategy<Value = AskedAct> {
    let id = || any::<u128>().prop_map(Uuid::from_u128);
    prop_oneof![
        (prop::sample::select(CallAct::ALL), times())
            .prop_map(|(act, times)| AskedAct::OnCall { act, times }),
        (times(), hours(), any::<String>()).prop_map(|(before, after, moved)| {
            let reasons = Reasons { moved, ..Reasons::default() };
            AskedAct::ChangeTimes { before, after, reasons }
        }),
        Just(AskedAct::OnePerson),
        (id(), any::<u32>(), any::<String>()).prop_map(|(finding, number, title)| AskedAct::PublishFinding {
            finding,
            number,
            title
        }),
        (id(), any::<String>()).prop_map(|(recommendation, title)| AskedAct::PublishRecommendation {
            recommendation,
            slug: "one".to_owned(),
            title
        }),
        (id(), prop::sample::select(ReplyStatus::ALL), any::<String>()).prop_map(
            |(recommendation, status, words)| AskedAct::AddReply {
                recommendation,
                slug: "one".to_owned(),
                title: String::new(),
                reply: dated(status, words)
            }
        ),
        (id(), prop::sample::select(ProgressStatus::ALL), any::<String>()).prop_map(
            |(recommendation, status, words)| AskedAct::AddProgress {
                recommendation,
                slug: "one".to_owned(),
                title: String::new(),
                note: dated(status, words)
            }
        ),
    ]
}

proptest! {
    #[test]
    fn what_is_asked_for_is_kept_to_the_letter(act in acts()) {
        let stored = serde_json::to_string(&act).expect("JSON");
        prop_assert_eq!(serde_json::from_str::<AskedAct>(&stored).expect("an act"), act);
    }

    #[test]
    fn with_one_person_nothing_waits_and_with_two_whatever_the_public_would_see_does(act in acts(), times in times(), public: bool) {
        let standing = |two_people| Standing { two_people, times, public };
        prop_assert!(!act.needs_two(&standing(false)));
        let shows = match &act {
            AskedAct::OnCall { .. } | AskedAct::OnePerson => true,
            AskedAct::ChangeTimes { after, .. } => times.announced.is_some() && !after.are(&times),
            AskedAct::PublishFinding { .. } | AskedAct::PublishRecommendation { .. } => !public,
            AskedAct::AddReply { .. } | AskedAct::AddProgress { .. } => public,
        };
        prop_assert_eq!(act.needs_two(&standing(true)), shows);
    }

    #[test]
    fn moving_any_time_of_an_announced_call_by_a_minute_waits(times in times(), by in 1_i64..500, which in 0_usize..3) {
        let (Some(opens), Some(closes)) = (times.opens, times.closes) else { return Ok(()) };
        let held = Times { announced: Some(at(0)), ..times };
        let same = Hours { opens, closes, grace_minutes: times.grace_minutes };
        let mut after = same;
        match which {
            0 => after.opens += TimeDelta::minutes(by),
            1 => after.closes += TimeDelta::minutes(by),
            _ => after.grace_minutes += 1,
        }
        let standing = Standing { two_people: true, times: held, public: false };
        let moved = AskedAct::ChangeTimes { before: held, after, reasons: Reasons::default() };
        prop_assert!(moved.needs_two(&standing));
        let moved = AskedAct::ChangeTimes { before: held, after: same, reasons: Reasons::default() };
        prop_assert!(!moved.needs_two(&standing));
    }
}

#[test]
fn whoever_refuses_says_why() {
    let form = |pairs: &[(&str, &str)]| Verdict::parse(&Form::from_pairs(pairs.iter().copied()));
    let field = |pairs: &[(&str, &str)]| {
        let problems = form(pairs).expect_err("something is wrong");
        problems.iter().map(|problem| problem.field.clone()).collect::<Vec<_>>()
    };
    assert_eq!(field(&[]), ["decision"]);
    assert_eq!(field(&[("decision", "perhaps")]), ["decision"]);
    assert_eq!(field(&[("decision", "refuse"), ("reason", " ")]), ["reason"]);
    let long = "word ".repeat(201);
    assert_eq!(field(&[("decision", "approve"), ("reason", &long)]), ["reason"]);
    assert_eq!(field(&[("reason", &long)]), ["decision", "reason"]);
    let refused = Verdict { approves: false, reason: "Too early".to_owned() };
    assert_eq!(form(&[("decision", "refuse"), ("reason", "Too early")]), Ok(refused));
    let approved = Verdict { approves: true, reason: String::new() };
    assert_eq!(form(&[("decision", "approve")]), Ok(approved));
}

#[test]
fn each_kind_is_stored_under_the_name_it_has_always_had() {
    let act = AskedAct::OnCall { act: CallAct::OpenNow, times: Times::default() };
    let stored = serde_json::to_string(&act).expect("JSON");
    let expected = r#"{"kind":"on-call","act":"open-now","times":{"announced":null,"opens":null,"closes":null,"grace_minutes":0,"outcome":null}}"#;
    assert_eq!(stored, expected);
    assert_eq!(serde_json::to_string(&AskedAct::OnePerson).expect("JSON"), r#"{"kind":"one-person"}"#);
}
