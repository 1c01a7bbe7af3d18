//! Long lists and places, and the kinds that give each of several statements or options something.

use domain::calls::kinds::{List, Matrix, Points, Ranking, each};
use domain::calls::{Asks, Question, QuestionDetails, QuestionKind, Questionnaire, SectionDetails};
use services::calls::{Call, by_slug, edit, questionnaire};
use services::on_both;
use services::responses::{AnswerText, export, read};
use services::testing::Throwaway;

use super::kinds::opened;
use crate::support::{Browser, House, Who};

/// A call with a question of each of these kinds.
async fn asking(house: &House) -> (Call, Questionnaire) {
    let services = &house.data.services;
    let slug = house.draft_call().await;
    let call = by_slug(services, &slug).await.expect("the call");
    let section = edit::add_section(services, call.id, SectionDetails::new("You", "")).await.expect("one");
    let ask = |title: &str, asks: Asks, lines: &str| {
        let details = QuestionDetails::new(section, title, asks).offering(lines.lines());
        QuestionDetails { required: true, ..details }
    };
    let scale = ["Never", "Often"].map(str::to_owned).to_vec();
    let optional = ask("How often?", Asks::Matrix(Matrix { scale }), "We were told.\nWe were asked.");
    for details in [
        ask("Which system?", Asks::List(List { own: false }), "Bath and Swindon\nDevon\nNorth Somerset"),
        ask("Where?", Asks::Place(List { own: true }), "Wales\nDevon"),
        ask("What do you say?", Asks::plain(QuestionKind::Matrix), "Care came on time.\nCare was kind."),
        QuestionDetails { required: false, ..optional },
        ask("What first?", Asks::Ranking(Ranking { places: Some(2) }), "Beds\nNurses\nBuses"),
        ask("How much for each?", Asks::Points(Points { total: 10 }), "Carers\nHomes"),
        ask("And these?", Asks::plain(QuestionKind::Votes), "Pay carers.\nBuild homes."),
    ] {
        edit::put_question(services, call.id, None, details).await.expect("a question");
    }
    let form = questionnaire(services.db.read(), call.id).await.expect("the questions");
    (call, form)
}

/// What each choice of a question is given, as its form sends it.
fn given<'v>(asked: &Question, values: &[&'v str]) -> Vec<(String, &'v str)> {
    asked.choices.iter().map(each::field).zip(values.iter().copied()).collect()
}

async fn send(browser: &mut Browser, address: &str, fields: &[(String, &str)]) -> crate::support::Page {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    browser.post(address, &fields).await
}

on_both!(
    what_is_asked_of_each_is_said_first_and_what_is_wrong_beside_its_field,
    |data: Throwaway| async move {
        let house = House::new(data).await;
        let (call, form) = asking(&house).await;
        let (mut browser, base) = (house.browser(), format!("/preview/{}", call.preview_token));
        for (step, rule) in [
            ("1", "Choose one from the list."),
            ("2", "If it is not in the list, you can write it in your own words."),
            ("3", "For each statement choose one: Strongly agree, Agree,"),
            ("3", "An answer to each is needed."),
            ("4", "choose one: Never, Often. You can leave out any of them."),
            ("5", "Give your first 2 of 3 options a place"),
            ("6", "Share out 10 points among the options. Together they must come to 10."),
            ("7", "say whether you agree or disagree, or pass it."),
        ] {
            let page = browser.get(&format!("{base}/answer/{step}")).await.expect(200);
            assert!(page.text("main").contains(rule), "{step}: {}", page.text("main"));
            assert_eq!(page.texts("h1").len(), 1, "{step}");
        }
        let named = |fields: &[(&str, &'static str)]| {
            fields.iter().map(|(name, value)| ((*name).to_owned(), *value)).collect::<Vec<_>>()
        };
        let field =
            |question: usize, choice: usize| each::field(&form.questions[question - 1].choices[choice]);
        let of = |question: usize, values: &[&'static str]| given(&form.questions[question - 1], values);
        let answer = || "answer".to_owned();
        for (step, fields, at, message) in [
            ("1", named(&[("answer", "")]), answer(), "Choose from the list"),
            ("1", named(&[("answer-typed", "Atlantis")]), answer(), "“Atlantis” is not in the list"),
            ("1", named(&[("answer-typed", "somerset")]), answer(), "Did you mean “North Somerset”?"),
            (
                "2",
                named(&[("answer-typed", "wales"), ("answer-own", "Our valley")]),
                "answer-own".to_owned(),
                "but not both",
            ),
            ("3", of(3, &["Agree"]), field(3, 1), "Choose an answer for “Care was kind.”"),
            ("3", of(3, &["Agree", "Perhaps"]), field(3, 1), "choose from the answers on this page"),
            (
                "5",
                of(5, &["1", "1", ""]),
                field(5, 1),
                "Give “Nurses” another place: “Beds” has place 1 already",
            ),
            ("5", of(5, &["1", "", ""]), answer(), "No option has: 2"),
            ("6", of(6, &["7", "2"]), answer(), "Share out 1 point more, so that together they come to 10"),
            ("6", of(6, &["7", "5"]), answer(), "Take back 2 points, so that together they come to 10"),
            ("6", of(6, &["lots", "5"]), field(6, 0), "Enter the points for “Carers” as a whole number"),
            ("7", of(7, &["", "Pass"]), field(7, 0), "Choose an answer for “Pay carers.”"),
        ] {
            let page = send(&mut browser, &format!("{base}/answer/{step}"), &fields).await.expect(422);
            let links = page.texts(".govuk-error-summary a");
            assert_eq!(links.len(), 1, "{step}: {links:?}");
            assert_eq!(page.attribute(".govuk-error-summary a", "href"), Some(format!("#{at}")), "{step}");
            assert!(page.has(&format!("#{at}")), "{step}: {at}");
            assert!(page.text(&format!("#{at}-error")).contains(message), "{step}: {}", page.text("main"));
            for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty() && *value != "Perhaps") {
                assert!(page.body.contains(*value), "{step}: {name} is kept");
            }
        }
        let page = send(&mut browser, &format!("{base}/answer/6"), &of(6, &["7", "2"])).await;
        assert_eq!(page.attribute(&format!("#{}", field(6, 0)), "value").as_deref(), Some("7"));
        let page = send(&mut browser, &format!("{base}/answer/3"), &of(3, &["Agree"])).await;
        assert_eq!(page.attribute("input[checked]", "value").as_deref(), Some("Agree"));
        for (address, said) in [("3", "Cytuno’n gryf"), ("7", "Mynd heibio"), ("1", "Dewiswch o’r rhestr")]
        {
            let welsh = browser.get(&format!("/cy{base}/answer/{address}")).await.expect(200);
            assert!(welsh.text("main").contains(said), "{said}");
        }
    }
);

on_both!(what_each_is_given_is_kept_read_and_taken_out_by_itself, |data: Throwaway| async move {
    let house = House::new(data).await;
    let (call, form) = asking(&house).await;
    let services = &house.data.services;
    let call = opened(services, call).await;
    let base = format!("/cy/calls/{}", call.slug);
    let mut someone = house.browser();
    someone.submit(&format!("{base}/start"), &[]).await.expect(200);
    let of = |question: usize, values: &[&'static str]| given(&form.questions[question - 1], values);
    let named = |name: &str, value: &'static str| vec![(name.to_owned(), value)];
    for (step, fields) in [
        ("who", named("kind", "individual")),
        ("about", named("name", "Sioned Parry")),
        ("1", named("answer-typed", "devon")),
        ("2", named("answer-own", "Our valley")),
        ("3", of(3, &["Agree", "Strongly disagree"])),
        ("4", of(4, &["", "Often"])),
        ("5", of(5, &["2", "", "1"])),
        ("6", of(6, &["10", ""])),
        ("7", of(7, &["Pass", "Disagree"])),
        ("consent", named("consent", "with-name")),
    ] {
        send(&mut someone, &format!("{base}/answer/{step}"), &fields).await.expect(303);
    }
    // What was given is shown again in its fields.
    let page = someone.get(&format!("{base}/answer/5")).await.expect(200);
    let select = format!("#{} option[selected]", each::field(&form.questions[4].choices[2]));
    assert_eq!(page.attribute(&select, "value").as_deref(), Some("1"));
    let check = someone.get(&format!("{base}/answer/check")).await.expect(200);
    let said = [
        "Devon",
        "Our valley",
        "Cytuno: Care came on time.",
        "Often: We were asked.",
        "1. Buses",
        "10: Carers",
        "Mynd heibio: Pay carers.",
        "Anghytuno: Build homes.",
    ];
    for said in said {
        assert!(check.text("main").contains(said), "{said} is on the check");
    }
    someone.post(&format!("{base}/answer/check"), &[]).await.expect(303);
    let receipt = someone.get(&format!("{base}/receipt")).await.expect(200);
    for said in said {
        assert!(receipt.text("main").contains(said), "{said} is on the receipt");
    }

    let response = read::list(services, call.id, 0, 9).await.expect("the responses").remove(0);
    let answers = read::answers(services, response.id).await.expect("the answers");
    let texts: Vec<&str> = answers.iter().map(|answer| answer.text.as_str()).collect();
    let record = [
        "Devon",
        "Our valley",
        "Agree: Care came on time.\nStrongly disagree: Care was kind.",
        "Often: We were asked.",
        "1. Buses\n2. Beds",
        "10: Carers\n0: Homes",
        "Pass: Pay carers.\nDisagree: Build homes.",
    ];
    assert_eq!(texts, record);
    // The words of the team are in every response, so nobody finds a response by them.
    let searched: Vec<_> = answers.iter().map(AnswerText::searched).collect();
    assert_eq!(searched, ["Devon", "Our valley", "", "", "", "", ""]);
    let mut table = Vec::new();
    export::csv(services, call.id, &mut table).await.expect("a table");
    let table = String::from_utf8(table).expect("text");
    for cells in [
        "3. What do you say? – Care came on time.,3. What do you say? – Care was kind.,4. How often? – We",
        "5. What first? – Beds,5. What first? – Nurses,5. What first? – Buses,6. How much for each? – Carers",
        "Devon,Our valley,Agree,Strongly disagree,,Often,2,,1,10,0,Pass,Disagree",
    ] {
        assert!(table.contains(cells), "{cells} in {table}");
    }
    let mut lines = Vec::new();
    export::json(services, call.id, &mut lines).await.expect("objects");
    let object: serde_json::Value = serde_json::from_slice(&lines).expect("one object");
    let ranked = &object["answers"][4];
    assert_eq!(ranked["cells"], serde_json::json!(["2", "", "1"]));
    assert_eq!(ranked["columns"][2], "What first? – Buses");
    assert_eq!(ranked["value"]["each"][form.questions[4].choices[2].id.to_string()], "1");

    let address = format!("/team/calls/{}/responses/{}", call.slug, response.reference);
    let page = house.browser_of(Who::Everything).get(&address).await.expect(200);
    for said in ["Strongly disagree: Care was kind.", "2. Beds", "Disagree: Build homes."] {
        assert!(page.text("main").contains(said), "{said} is on the page of the response");
    }
});
