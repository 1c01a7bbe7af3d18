//! Questions that are answered with one entry after another: added, changed and taken out without script, kept while they are
//! half done, sent, read, taken out, and quoted only where that is allowed.

use std::collections::BTreeMap;

use domain::calls::kinds::entries::{Limits, field};
use domain::calls::kinds::{Evidence, Field, FieldKind, Group};
use domain::calls::{Asks, Question, QuestionDetails, SectionDetails};
use domain::outcomes::{FindingDetails, Seen};
use domain::people::Actor;
use domain::text::{Span, length};
use scraper::Selector;
use services::calls::{Call, by_slug, edit, questionnaire};
use services::on_both;
use services::outcomes::findings;
use services::responses::{AnswerText, export, read};
use services::testing::Throwaway;

use super::kinds::opened;
use crate::support::{Browser, House, Page, Who};

/// A call that asks for examples and for pieces of evidence.
async fn asking(house: &House) -> (Call, Vec<Question>) {
    let services = &house.data.services;
    let slug = house.draft_call().await;
    let call = by_slug(services, &slug).await.expect("the call");
    let section = edit::add_section(services, call.id, SectionDetails::new("You", "")).await.expect("one");
    let fields = vec![
        Field::new("What happened", FieldKind::Text).needed(),
        Field::new("Where", FieldKind::Choice).offering(["At home", "In hospital"]),
        Field::new("Cost", FieldKind::Number),
        Field::new("Since", FieldKind::Date),
    ];
    let limits = Limits { least: 2, most: 3 };
    let group = Group { noun: "example".to_owned(), fields, limits };
    for (title, asks) in [
        ("What are your examples?", Asks::Group(group)),
        ("What is your evidence?", Asks::Evidence(Evidence::default())),
    ] {
        let details = QuestionDetails { required: true, ..QuestionDetails::new(section, title, asks) };
        edit::put_question(services, call.id, None, details).await.expect("a question");
    }
    let form = questionnaire(services.db.read(), call.id).await.expect("the questions");
    (call, form.questions)
}

/// What the form of a page sends, as a browser without script would, after these fields were filled in and a button pressed.
fn filled(page: &Page, changes: &[(&str, &str)], button: Option<(&str, &str)>) -> Vec<(String, String)> {
    let selector = Selector::parse("main form input, main form textarea").expect("a selector");
    let mut fields = BTreeMap::new();
    for element in page.html().select(&selector) {
        let value = element.value();
        let chosen =
            !matches!(value.attr("type"), Some("radio" | "checkbox")) || value.attr("checked").is_some();
        if let Some(name) = value.attr("name").filter(|_| chosen) {
            let text: String = element.text().collect();
            fields.insert(name.to_owned(), value.attr("value").map_or(text, str::to_owned));
        }
    }
    fields.extend(changes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    fields.extend(button.map(|(name, value)| (name.to_owned(), value.to_owned())));
    fields.into_iter().collect()
}

/// Fills in the form of a page, presses a button of it, and gives what comes.
async fn press(
    browser: &mut Browser,
    page: &Page,
    changes: &[(&str, &str)],
    button: Option<(&str, &str)>,
) -> Page {
    let action = page.attribute("main form", "action").expect("a form");
    let fields = filled(page, changes, button);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    browser.post(&action, &fields).await
}

/// The same, and what is shown then.
async fn then(
    browser: &mut Browser,
    page: &Page,
    changes: &[(&str, &str)],
    button: Option<(&str, &str)>,
) -> Page {
    let sent = press(browser, page, changes, button).await;
    browser.follow(sent).await.expect(200)
}

/// Someone who has come to the first question.
async fn begun(house: &House, base: &str) -> Browser {
    let mut someone = house.browser();
    someone.submit(&format!("{base}/start"), &[]).await.expect(200);
    someone.post(&format!("{base}/answer/who"), &[("kind", "individual")]).await.expect(303);
    someone.post(&format!("{base}/answer/about"), &[("name", "Sioned Parry")]).await.expect(303);
    someone
}

/// What is typed for a piece of evidence.
fn evidence<'v>(number: u32, claim: &'v str, may: &'v str) -> Vec<(String, &'v str)> {
    vec![(field(number, 0), claim), (field(number, 1), "Case study"), (field(number, 6), may)]
}

on_both!(what_is_asked_of_each_is_said_first_and_tried_without_being_kept, |data: Throwaway| async move {
    let house = House::new(data).await;
    let (call, _) = asking(&house).await;
    let (mut browser, base) = (house.browser(), format!("/preview/{}", call.preview_token));
    let page = browser.get(&format!("{base}/answer/1")).await.expect(200);
    for said in [
        "one by one, from 2 to 3 of them. An answer is needed.",
        "Where (optional)",
        "Up to 10,000 characters.",
    ] {
        assert!(page.text("main").replace("10000", "10,000").contains(said), "{said}: {}", page.text("main"));
    }
    assert_eq!(page.texts("h1").len(), 1);
    let all = browser.get(&format!("{base}/questions")).await.expect(200).text("main");
    for said in
        ["Where (optional): At home, In hospital", "What sort of evidence is it?: Research, Evaluation"]
    {
        assert!(all.contains(said), "{said}: {all}");
    }
    let welsh = browser.get(&format!("/cy{base}/answer/2")).await.expect(200);
    assert!(welsh.text("main").contains("Astudiaeth achos"), "{}", welsh.text("main"));
    for (step, fields, at, message) in [
        ("1", vec![], "answer", "Add at least one"),
        ("1", vec![("answer-1-3", "7")], "answer-1-1", "Enter an answer to “What happened”"),
        ("1", vec![("answer-1-1", "a"), ("answer-1-3", "lots")], "answer-1-3", "Enter a number in figures"),
        ("1", vec![("answer-1-1", "a"), ("answer-1-4-year", "x")], "answer-1-4-day", "Enter the day"),
        ("1", vec![("answer-1-1", "a"), ("answer-1-2", "Abroad")], "answer-1-2", "Choose from the answers"),
        ("1", vec![("answer-1-1", "a")], "answer", "Add 1 more"),
        ("2", vec![("answer-1-4", "Carers")], "answer-1-1", "Say what the evidence shows"),
        ("2", vec![("answer-1-5", "a report")], "answer-1-5", "Enter the address of a page"),
    ] {
        let page = browser.post(&format!("{base}/answer/{step}"), &fields).await.expect(422);
        let links: Vec<_> = page.texts(".govuk-error-summary a");
        assert!(links.iter().any(|link| link.contains(message)), "{message}: {links:?}");
        assert!(page.has(&format!("#{at}")) && page.text(&format!("#{at}-error")).contains(message), "{at}");
        for (name, value) in fields.iter().filter(|(_, value)| *value != "Abroad") {
            assert!(page.body.contains(*value), "{step}: {name} is kept");
        }
    }
    // Someone who tries the form sees the list, and nothing of it is there afterwards.
    let page = browser.get(&format!("{base}/answer/1")).await.expect(200);
    let page = press(&mut browser, &page, &[("answer-1-1", "Once.")], None).await.expect(200);
    assert!(page.text("main").contains("You have added 1 so far."), "{}", page.text("main"));
    let page = press(&mut browser, &page, &[], Some(("entry", "2"))).await.expect(200);
    assert!(page.has("#answer-2-1") && page.attribute("input[name=answer-1-1]", "value").is_some());
    let page = browser.get(&format!("{base}/answer/1")).await.expect(200);
    assert!(page.has("#answer-1-1") && !page.body.contains("Once."));
});

on_both!(entries_are_added_changed_and_taken_out_and_none_is_lost, |data: Throwaway| async move {
    let house = House::new(data).await;
    let (call, _) = asking(&house).await;
    let call = opened(&house.data.services, call).await;
    let base = format!("/calls/{}", call.slug);
    let mut someone = begun(&house, &base).await;
    let page = someone.get(&format!("{base}/answer/1")).await.expect(200);
    assert!(!page.has("main button[name=remove]"), "there is nothing to take out");
    let page = then(&mut someone, &page, &[("answer-1-1", "First.\nAnd then?")], None).await;
    assert_eq!(page.address, format!("{base}/answer/1"));
    assert!(
        page.text("main").contains("You have added 1 so far.")
            && page.text(".govuk-inset-text").contains("Add 1 more")
    );
    press(&mut someone, &page, &[], None).await.expect(422);

    // What is half done is kept as it was typed, and the way out is open.
    let page = then(&mut someone, &page, &[], Some(("entry", "2"))).await;
    assert_eq!(page.address, format!("{base}/answer/1?entry=2"));
    let wrong = [("answer-2-1", "Second."), ("answer-2-3", "lots <b>")];
    let again = press(&mut someone, &page, &wrong, None).await.expect(422);
    assert!(again.has("#answer-2-3-error") && !again.has("#answer-1-1"), "{}", again.text("main"));
    press(&mut someone, &page, &wrong, Some(("later", "1"))).await.expect(303);
    let page = someone.get(&format!("{base}/answer/1")).await.expect(200);
    assert_eq!(page.attribute("#answer-2-3", "value").as_deref(), Some("lots <b>"));
    assert_eq!(page.attribute("input[name=answer-1-1]", "value").as_deref(), Some("First.\nAnd then?"));
    let check = someone.get(&format!("{base}/answer/check")).await.expect(200);
    assert!(check.text("main").contains("Kept, but something needs to be put right"));
    let page = then(&mut someone, &page, &[("answer-2-3", "12.50")], None).await;
    assert!(page.text("main").contains("You have added 2 so far.") && !page.has(".govuk-inset-text"));
    assert!(page.texts("dd").iter().any(|said| said == "12.5"), "{:?}", page.texts("dd"));

    // One is changed, one more added, and one taken out. More than there may be are not offered.
    let page = then(&mut someone, &page, &[], Some(("entry", "1"))).await;
    assert_eq!(page.raw("#answer-1-1"), "First.\nAnd then?");
    let page =
        then(&mut someone, &page, &[("answer-1-1", "Changed."), ("answer-1-2", "At home")], None).await;
    let page = then(&mut someone, &page, &[], Some(("entry", "3"))).await;
    let page = then(&mut someone, &page, &[("answer-3-1", "Third.")], None).await;
    assert!(
        page.text("main").contains("You have added as many as you can") && !page.has("button[value='4']")
    );
    let page = then(&mut someone, &page, &[], Some(("remove", "2"))).await;
    assert_eq!(page.texts("dd"), ["Changed.", "At home", "Third."]);

    // A new entry that is left blank is none, and whoever goes on goes on.
    let page = then(&mut someone, &page, &[], Some(("entry", "3"))).await;
    let page = then(&mut someone, &page, &[], None).await;
    assert_eq!(page.address, format!("{base}/answer/2"));
    // The last that is taken out leaves a blank page.
    let page = someone.get(&format!("{base}/answer/1?change=1")).await.expect(200);
    let page = then(&mut someone, &page, &[], Some(("remove", "1"))).await;
    assert_eq!(page.address, format!("{base}/answer/1?change=1"));
    let page = then(&mut someone, &page, &[], Some(("remove", "1"))).await;
    assert!(page.has("#answer-1-1") && page.raw("#answer-1-1").is_empty());
});

on_both!(two_windows_see_the_entries_of_both, |data: Throwaway| async move {
    let house = House::new(data).await;
    let (call, _) = asking(&house).await;
    let call = opened(&house.data.services, call).await;
    let base = format!("/calls/{}", call.slug);
    let mut someone = begun(&house, &base).await;
    let one = someone.get(&format!("{base}/answer/1")).await.expect(200);
    let other = someone.get(&format!("{base}/answer/1")).await.expect(200);
    then(&mut someone, &one, &[("answer-1-1", "From one.")], None).await;
    let page =
        press(&mut someone, &other, &[("answer-1-1", "From <b>the</b> other.")], None).await.expect(409);
    assert!(page.text(".govuk-inset-text").contains("From one.") && page.body.contains("From &lt;b&gt;the"));
    let page = then(&mut someone, &page, &[], None).await;
    assert_eq!(page.texts("dd"), ["From <b>the</b> other."]);

    // The script keeps what is half done, says nothing is wrong with it, and does not overwrite either.
    let page = then(&mut someone, &page, &[], Some(("entry", "2"))).await;
    let half = [("answer-2-3", "1"), ("autosave", "1")];
    let told = press(&mut someone, &page, &half, None).await.expect(200);
    assert!(told.body.contains("Saved at") && told.body.contains("\"problem\":null"), "{}", told.body);
    press(&mut someone, &page, &[("answer-2-3", "2"), ("autosave", "1")], None).await.expect(409);
    let page = someone.get(&format!("{base}/answer/1")).await.expect(200);
    assert_eq!(page.attribute("#answer-2-3", "value").as_deref(), Some("1"));

    // A browser that has lost its draft is handed everything back.
    let page = press(&mut house.browser(), &page, &[("answer-2-1", "Lost?")], None).await.expect(409);
    assert!(page.body.contains("Lost?") && page.body.contains("From &lt;b&gt;the"));
});

on_both!(entries_are_sent_read_taken_out_and_quoted_as_their_giver_said, |data: Throwaway| async move {
    let house = House::new(data).await;
    let (call, _) = asking(&house).await;
    let services = &house.data.services;
    let call = opened(services, call).await;
    let base = format!("/calls/{}", call.slug);
    let mut someone = begun(&house, &base).await;
    let examples = [
        ("answer-1-1", "The ward closed."),
        ("answer-1-2", "In hospital"),
        ("answer-1-4-day", "9"),
        ("answer-1-4-month", "1"),
        ("answer-1-4-year", "2023"),
        ("answer-2-1", "Nobody rang."),
        ("answer-2-3", "0"),
    ];
    someone.post(&format!("{base}/answer/1"), &examples).await.expect(303);
    let pieces = [evidence(1, "Visits help.", "Yes"), evidence(2, "Staff left.", "No")].concat();
    let pieces: Vec<(&str, &str)> = pieces.iter().map(|(name, value)| (&**name, *value)).collect();
    someone.post(&format!("{base}/answer/2"), &pieces).await.expect(303);
    someone.post(&format!("{base}/answer/consent"), &[("consent", "with-name")]).await.expect(303);
    let check = someone.get(&format!("/cy{base}/answer/check")).await.expect(200).text("main");
    for said in ["Since: 9 Ionawr 2023", "Tystiolaeth 2", "Na chaiff, dim ond i’r tîm ei ddarllen"] {
        assert!(check.contains(said), "{said}: {check}");
    }
    someone.post(&format!("{base}/answer/check"), &[]).await.expect(303);
    let receipt = someone.get(&format!("{base}/receipt")).await.expect(200).text("main");
    assert!(
        receipt.contains("What happened: Nobody rang.") && receipt.contains("No, it is only for the team")
    );

    let response = read::list(services, call.id, 0, 9).await.expect("the responses").remove(0);
    let answers = read::answers(services, response.id).await.expect("the answers");
    let first = "Example 1\nWhat happened: The ward closed.\nWhere: In hospital\nSince: 9 January 2023\n\n\
                 Example 2\nWhat happened: Nobody rang.\nCost: 0";
    assert_eq!(answers[0].text, first);
    let (open, closed) = answers[1].text.split_once("\n\n").expect("two pieces");
    assert_eq!(
        closed,
        "Evidence 2\nWhat it shows: Staff left.\nSort of evidence: Case study\nMay be published: No"
    );
    // What the team has written stands in every response, so nobody finds a response by it.
    let searched: Vec<_> = answers.iter().map(AnswerText::searched).collect();
    assert!(searched[0].contains("Nobody rang.") && !searched[0].contains("What happened"), "{searched:?}");

    let mut table = Vec::new();
    export::csv(services, call.id, &mut table).await.expect("a table");
    let table = String::from_utf8(table).expect("text");
    for cells in [
        "1. What are your examples? – Example 2 – Cost",
        "2. What is your evidence? – Evidence 5 – May be published",
        "The ward closed.,In hospital,,2023-01-09,Nobody rang.,,0,,,,,,Visits help.,Case study,,,,,Yes,Staff left.,",
    ] {
        assert!(table.contains(cells), "{cells} in {table}");
    }
    let mut lines = Vec::new();
    export::json(services, call.id, &mut lines).await.expect("objects");
    let object: serde_json::Value = serde_json::from_slice(&lines).expect("one object");
    assert_eq!(object["answers"][0]["value"]["entries"][0]["Since"], "2023-01-09");
    let mut sheet = std::io::Cursor::new(Vec::new());
    assert_eq!(export::xlsx(services, call.id, &mut sheet).await.expect("a sheet"), 1);
    let address = format!("/team/calls/{}/responses/{}", call.slug, response.reference);
    let page = house.browser_of(Who::Everything).get(&address).await.expect(200).text("main");
    assert!(
        page.contains("Staff left.") && page.contains("May be published: No"),
        "the team reads it: {page}"
    );

    // Published with the rest, and not seen by anyone outside.
    let details = FindingDetails { title: "Visits".to_owned(), text: "They help.".to_owned() };
    let finding = findings::add(services, call.id, details, None).await.expect("a finding");
    let (end, start) = (length(open), length(open) + 2);
    let whole = length(&answers[1].text);
    for span in [Span { start: 0, end }, Span { start, end: whole }, Span { start: 0, end: whole }] {
        findings::pick(services, &finding, answers[1].id, span, None).await.expect("the words fit");
    }
    findings::publish(services, &finding).await.expect("published");
    let seen = findings::excerpts(services, &finding, &Actor::Guest).await.expect("it is public");
    assert_eq!(seen.iter().map(Seen::count).collect::<Vec<_>>(), [1, 2], "two of three are counted alone");
    assert_eq!(seen[0].shown().map(|excerpt| excerpt.words.as_str()), Some(open));
});
