//! Every kind of answer, from the field to the record, the table and the team's page.

use std::collections::HashMap;

use domain::calls::kinds::{Agreement, Declaration, NumberWithin, SingleChoice, Why};
use domain::calls::{
    Answer, Asks, CallDetails, Given, Label, Number, PrivacyNotice, QuestionDetails, QuestionKind, Reasons,
    Rule, Schedule, SectionDetails, Test, WelshTexts,
};
use services::calls::{Call, by_preview, by_slug, edit, questionnaire};
use services::responses::{export, read};
use services::testing::Throwaway;
use services::{Services, on_both};

use crate::support::{Browser, House, Page, Who};

/// A call that asks for one answer of each newer kind.
struct Asking<'h> {
    house: &'h House,
    base: String,
    browser: Browser,
}

impl<'h> Asking<'h> {
    async fn new(house: &'h House) -> Self {
        let services = &house.data.services;
        let slug = house.draft_call().await;
        let call = by_slug(services, &slug).await.expect("the call");
        let section =
            edit::add_section(services, call.id, SectionDetails::new("You", "")).await.expect("one");
        let limits = NumberWithin {
            least: Some(Number::whole(0)),
            most: Some(Number::whole(168)),
            unit: "hours a week".to_owned(),
            whole: false,
        };
        let why = |required| Some(Why { required, word_limit: Some(20) });
        let ask = |title: &str, asks: Asks, labels: Vec<Label>| QuestionDetails {
            choices: labels,
            required: true,
            ..QuestionDetails::new(section, title, asks)
        };
        let declared = Declaration { words: "I may say this.".to_owned() };
        let none = Label { text: "None of these".to_owned(), alone: true };
        let any = vec![Label::new("A nurse"), Label::new("A neighbour"), none];
        for details in [
            ask("How much do you care?", Asks::Number(limits), Vec::new()),
            ask("Since when?", Asks::plain(QuestionKind::Date), Vec::new()),
            ask("Your e-mail?", Asks::plain(QuestionKind::Email), Vec::new()),
            ask("Your telephone?", Asks::plain(QuestionKind::Telephone), Vec::new()),
            ask("Is it enough?", Asks::Agreement(Agreement { why: why(false) }), Agreement::points()),
            ask("Who helps?", Asks::plain(QuestionKind::MultipleChoice), any),
            ask(
                "Again?",
                Asks::SingleChoice(SingleChoice { why: why(true) }),
                vec![Label::new("Yes"), Label::new("No")],
            ),
            ask("May you?", Asks::Declaration(declared), Vec::new()),
        ] {
            edit::put_question(services, call.id, None, details).await.expect("a question");
        }
        let preview = format!("/preview/{}", call.preview_token);
        Self { house, base: preview, browser: house.browser() }
    }

    async fn look(&mut self, step: &str) -> Page {
        self.browser.get(&format!("{}/answer/{step}", self.base)).await.expect(200)
    }

    async fn refused(&mut self, step: &str, fields: &[(&str, &str)]) -> Page {
        self.browser.post(&format!("{}/answer/{step}", self.base), fields).await.expect(422)
    }
}

/// The same call, complete and open.
pub(super) async fn opened(services: &Services, call: Call) -> Call {
    let now = services.clock.now().naive_utc();
    let (opens, closes) = (now + chrono::TimeDelta::minutes(1), now + chrono::TimeDelta::days(9));
    let texts = CallDetails {
        kind: call.kind,
        title: call.title.clone(),
        summary: "s".to_owned(),
        remit: "r".to_owned(),
        commissioner: "c".to_owned(),
        contact: "c".to_owned(),
        privacy_notice: PrivacyNotice::from_parts(|_| "p".to_owned()),
        publication_policy: "p".to_owned(),
    };
    let welsh = WelshTexts::default();
    edit::change(services, &call, texts, welsh).await.expect("its texts");
    let times = Schedule { opens, closes, grace_minutes: 5, reasons: Reasons::for_run("It is a test.") };
    edit::schedule(services, &call, times).await.expect("its times");
    let call = by_slug(services, &call.slug).await.expect("the call");
    edit::open_now(services, &call).await.expect("open");
    by_slug(services, &call.slug).await.expect("the call")
}

on_both!(every_kind_says_its_rules_first_and_what_is_wrong_beside_the_field, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut asking = Asking::new(&house).await;
    let form = {
        let services = &asking.house.data.services;
        let call = by_slug(services, "a-secret-call").await.expect("the call");
        questionnaire(services.db.read(), call.id).await.expect("the questions")
    };
    for (step, rule) in [
        ("1", "It is counted in hours a week. It can be from 0 to 168."),
        ("2", "day, month and year"),
        ("3", "e-mail address. It is not published"),
        ("4", "telephone number. It is not published"),
        ("5", "You can also say why, in up to 20 words."),
        ("6", "Choose all that apply."),
        ("7", "You are also asked why, in up to 20 words."),
        ("8", "Tick the box."),
    ] {
        let page = asking.look(step).await;
        assert!(page.text("main").contains(rule), "{step}: {}", page.text("main"));
        assert_eq!(page.texts("h1").len(), 1, "{step}");
    }
    let (nurse, none) =
        (form.questions[5].choices[0].id.to_string(), form.questions[5].choices[2].id.to_string());
    let yes = form.questions[6].choices[0].id.to_string();
    for (step, fields, field, message) in [
        ("1", vec![("answer", "200")], "answer", "Enter a number from 0 to 168"),
        (
            "2",
            vec![("answer-day", "31"), ("answer-month", "2"), ("answer-year", "2023")],
            "answer-day",
            "There is no such day",
        ),
        (
            "2",
            vec![("answer-day", "1"), ("answer-month", "2"), ("answer-year", "23")],
            "answer-year",
            "four figures",
        ),
        ("3", vec![("answer", "sioned")], "answer", "Enter an e-mail address"),
        ("4", vec![("answer", "ring me")], "answer", "Enter a telephone number"),
        (
            "6",
            vec![("answer", &*nurse), ("answer", &none)],
            "answer",
            "Choose “None of these” or other answers",
        ),
        ("7", vec![("answer", &*yes), ("why", " ")], "why", "Say why"),
        ("8", vec![], "answer", "Tick the box"),
    ] {
        let page = asking.refused(step, &fields).await;
        assert_eq!(page.attribute(".govuk-error-summary a", "href"), Some(format!("#{field}")), "{step}");
        assert!(page.has(&format!("#{field}")), "{step}");
        assert!(page.text(&format!("#{field}-error")).contains(message), "{step}: {}", page.text("main"));
        for (name, value) in fields {
            let kept = page.body.contains(value.trim()) || page.body.contains(&format!("name=\"{name}\""));
            assert!(kept, "{step}: {name} is kept");
        }
    }
    let welsh = asking.browser.get(&format!("/cy{}/answer/5", asking.base)).await.expect(200);
    assert!(welsh.text("main").contains("Cytuno’n gryf"), "the scale is in the language of the page");
});

on_both!(each_answer_is_found_again_where_it_may_be_read_and_nowhere_else, |data: Throwaway| async move {
    let house = House::new(data).await;
    let asking = Asking::new(&house).await;
    let (services, token) = (&house.data.services, asking.base.replace("/preview/", ""));
    let call = opened(services, by_preview(services, &token).await.expect("the call")).await;
    let form = questionnaire(services.db.read(), call.id).await.expect("the questions");
    let choice = |number: usize, at: usize| form.questions[number - 1].choices[at].id.to_string();

    let base = format!("/cy/calls/{}", call.slug);
    let mut someone = house.browser();
    someone.submit(&format!("{base}/start"), &[]).await.expect(200);
    let (agree, both, yes) = (choice(5, 1), [choice(6, 0), choice(6, 1)], choice(7, 0));
    for (step, fields) in [
        ("who", vec![("kind", "individual")]),
        ("about", vec![("name", "Sioned Parry")]),
        ("1", vec![("answer", "37.50")]),
        ("2", vec![("answer-day", "9"), ("answer-month", "Ion"), ("answer-year", "2023")]),
        ("3", vec![("answer", "sioned@folkmoot.example")]),
        ("4", vec![("answer", "01632 960 001")]),
        ("5", vec![("answer", &*agree), ("why", "They came on Monday.")]),
        ("6", vec![("answer", &*both[0]), ("answer", &both[1])]),
        ("7", vec![("answer", &*yes), ("why", "It helped.")]),
        ("8", vec![("answer", "yes")]),
        ("consent", vec![("consent", "with-name")]),
    ] {
        someone.post(&format!("{base}/answer/{step}"), &fields).await.expect(303);
    }
    let check = someone.get(&format!("{base}/answer/check")).await.expect(200);
    for said in [
        "37.5 hours a week",
        "9 Ionawr 2023",
        "sioned@folkmoot.example",
        "Cytuno",
        "They came on Monday.",
        "I may say this.",
    ] {
        assert!(check.text("main").contains(said), "{said} is on the check");
    }
    someone.post(&format!("{base}/answer/check"), &[]).await.expect(303);
    let receipt = someone.get(&format!("{base}/receipt")).await.expect(200);
    for said in ["9 Ionawr 2023", "01632 960 001", "Cytuno", "It helped."] {
        assert!(receipt.text("main").contains(said), "{said} is on the receipt");
    }

    let response = read::list(services, call.id, 0, 9).await.expect("the responses").remove(0);
    let answers = read::answers(services, response.id).await.expect("the answers");
    let texts: Vec<&str> = answers.iter().map(|answer| answer.text.as_str()).collect();
    let record = [
        "37.5 hours a week",
        "9 January 2023",
        "",
        "",
        "Agree\n\nThey came on Monday.",
        "A nurse\nA neighbour",
        "Yes\n\nIt helped.",
        "I may say this.",
    ];
    assert_eq!(texts, record);
    let mut table = Vec::new();
    export::csv(services, call.id, &mut table).await.expect("a table");
    let table = String::from_utf8(table).expect("text");
    for cell in [
        "37.5,2023-01-09,sioned@folkmoot.example,01632 960 001,Agree,They came on Monday.",
        "Yes,It helped.,yes",
    ] {
        assert!(table.contains(cell), "{cell} in {table}");
    }
    let mut lines = Vec::new();
    export::json(services, call.id, &mut lines).await.expect("objects");
    let object: serde_json::Value = serde_json::from_slice(&lines).expect("one object");
    assert_eq!(object["reference"], response.reference);
    let why = &object["answers"][4];
    assert_eq!((&why["value"]["why"], &why["cells"][0]), (&"They came on Monday.".into(), &"Agree".into()));
    assert_eq!(object["answers"][1]["value"]["date"], "2023-01-09");
    assert!(table.contains("1. How much do you care? (hours a week),2. Since when?"));
    assert!(table.contains("5. Is it enough?,5. Is it enough? (why)"));

    let address = format!("/team/calls/{}/responses/{}", call.slug, response.reference);
    let officer = house.browser_of(Who::Everything).get(&address).await.expect(200);
    assert!(
        officer.text("main").contains("sioned@folkmoot.example"),
        "whoever may see who it is sees the address"
    );
    assert!(officer.text("main").contains("They came on Monday."));
});

on_both!(
    a_section_is_passed_over_whole_and_what_was_answered_there_stays_in_the_draft,
    |data: Throwaway| async move {
        let house = House::new(data).await;
        let services = &house.data.services;
        let slug = house.draft_call().await;
        let call = by_slug(services, &slug).await.expect("the call");
        let one = edit::add_section(services, call.id, SectionDetails::new("One", "")).await.expect("one");
        let care = QuestionDetails::new(one, "Do you care?", Asks::plain(QuestionKind::Number));
        let care = edit::put_question(services, call.id, None, care).await.expect("a question");
        let is = Test::Between { least: Some(Number::whole(35)), most: None };
        let rule = Some(Rule::only(care, is));
        let carers = SectionDetails { asked_if: rule, ..SectionDetails::new("Carers", "") };
        let two = edit::add_section(services, call.id, carers).await.expect("two");
        let asked = QuestionDetails::new(two, "What would help?", Asks::long_text(None));
        let asked = edit::put_question(services, call.id, None, asked).await.expect("a question");
        let form = questionnaire(services.db.read(), call.id).await.expect("the questions");
        let mut browser = house.browser();
        let all = browser.get(&format!("/preview/{}/questions", call.preview_token)).await.expect(200);
        let said = "This section is asked only if the answer to question 1 is at least 35.";
        assert!(all.text("main").contains(said), "{}", all.text("main"));
        let number = |typed: &str| Answer::from(Given::Number(typed.parse().expect("a number")));
        let mut answers = HashMap::from([(asked, Answer::text("Rest."))]);
        for (typed, count) in [("35", 2), ("34.9", 1)] {
            answers.insert(care, number(typed));
            assert_eq!(form.route(&answers).len(), count, "{typed}");
        }
    }
);
