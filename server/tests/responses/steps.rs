//! Step by step: routing, limits, what is required, and saving for later.

use domain::calls::kinds::Declaration;
use domain::calls::{Asks, QuestionDetails, QuestionKind, Rule, Test};
use services::calls::{edit, questionnaire};
use services::on_both;
use services::testing::Throwaway;

use super::{Respondent, only, texts};
use crate::support::{ASKED, House};

on_both!(an_earlier_answer_decides_what_is_asked, |data: Throwaway| async move {
    let house = House::new(data).await;
    let (yes, no) = (house.choice(ASKED.route, "Yes"), house.choice(ASKED.route, "No"));
    let mut someone = Respondent::new(&house).await;
    someone.answer_all().await;
    let change = |step: usize| format!("{step}?change=1");
    // Yes leads to a question that must be answered before going back to the check.
    someone.answer(&change(ASKED.route), &[("answer", &yes)], "answer/2").await;
    let check = someone.look("/answer/check").await.expect(200);
    assert!(check.has("main .govuk-warning-text"), "something is missing");
    someone.answer("check", &[], "answer/check").await;
    someone.answer(&change(ASKED.limited), &[("answer", "A lift home.")], "answer/check").await;
    assert!(someone.look("/answer/check").await.text("main").contains("A lift home."));
    // No leaves that answer behind: it is neither shown nor sent.
    someone.answer(&change(ASKED.route), &[("answer", &no)], "answer/check").await;
    assert!(!someone.look("/answer/check").await.text("main").contains("A lift home."));
    // Who comes back to Yes before sending finds it again.
    someone.answer(&change(ASKED.route), &[("answer", &yes)], "answer/check").await;
    assert!(someone.look("/answer/check").await.text("main").contains("A lift home."));
    someone.answer(&change(ASKED.route), &[("answer", &no)], "answer/check").await;
    someone.finish().await;
    let (_, answers) = only(&house).await;
    assert_eq!(texts(&answers), ["No", "Llandudno", "The bus was late."]);
});

on_both!(what_a_changed_answer_opens_is_offered_though_it_may_be_left_out, |data: Throwaway| async move {
    let house = House::new(data).await;
    let (yes, no) = (house.choice(ASKED.route, "Yes"), house.choice(ASKED.route, "No"));
    let asked = |number: usize| &house.form.questions[number - 1];
    for title in ["Which bus?", "Which day?"] {
        let rule = Rule::only(asked(ASKED.route).id, Test::AnyOf(vec![yes.parse().expect("an id")]));
        let plain = Asks::plain(QuestionKind::ShortText);
        let details = QuestionDetails {
            asked_if: Some(rule),
            ..QuestionDetails::new(asked(ASKED.free).section, title, plain)
        };
        edit::put_question(&house.data.services, house.call.id, None, details).await.expect("a question");
    }
    let mut someone = Respondent::new(&house).await;
    someone.answer_all().await;
    // Yes opens a question that must be answered, and the two new ones, which are asked last.
    someone.answer("1?change=1", &[("answer", &yes)], "answer/2").await;
    someone.answer("2?change=1", &[("answer", "A lift home.")], "answer/check").await;
    someone.answer("1?change=1", &[("answer", &no)], "answer/check").await;
    someone.answer("1?change=1", &[("answer", &yes)], "answer/6?change=opened").await;
    someone.answer("6?change=opened", &[("answer", "The 9")], "answer/7?change=opened").await;
    someone.answer("7?change=opened", &[], "answer/check").await;
    // What was open already is not offered again.
    someone.answer("1?change=1", &[("answer", &yes)], "answer/check").await;
});

on_both!(whoever_likes_answers_in_an_order_of_their_own, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    someone.answer("5", &[("answer", "The bus was late."), ("contents", "1")], "contents").await;
    let page = someone.look("/contents").await.expect(200);
    let states = page.texts(".govuk-task-list__status");
    assert_eq!(states.iter().filter(|state| *state == "Done").count(), 1, "{states:?}");
    assert_eq!(states.last().map(String::as_str), Some("To do"), "the check");
    let links = page.texts(".govuk-task-list__link");
    assert_eq!(links.len(), states.len());
    // A page with something wrong is shown again: nothing that was typed is lost.
    let page = someone.send("who", &[("kind", "nobody"), ("contents", "1")]).await.expect(422);
    assert!(page.has(".govuk-error-summary"));
    // A blank page has nothing to lose.
    someone.answer("who", &[("contents", "1")], "contents").await;
});

on_both!(what_is_taken_away_before_leaving_is_not_kept, |data: Throwaway| async move {
    let house = House::new(data).await;
    let section = house.form.questions[0].section;
    let declared = Asks::Declaration(Declaration { words: "I may say this.".to_owned() });
    let details = QuestionDetails { required: true, ..QuestionDetails::new(section, "May you?", declared) };
    let id =
        edit::put_question(&house.data.services, house.call.id, None, details).await.expect("a question");
    let form = questionnaire(house.data.services.db.read(), house.call.id).await.expect("the questions");
    let step = (form.questions.iter().position(|asked| asked.id == id).expect("it is there") + 1).to_string();
    let mut someone = Respondent::new(&house).await;
    let ticked = someone.look(&format!("/answer/{step}")).await.expect(200);
    let value = ticked.attribute("input[name=answer]", "value").expect("a box");
    someone.send(&step, &[("answer", &value)]).await.expect(303);
    assert!(someone.look(&format!("/answer/{step}")).await.has("input[name=answer][checked]"));
    someone.answer(&step, &[("later", "1")], "later").await;
    assert!(!someone.look(&format!("/answer/{step}")).await.has("input[name=answer][checked]"));
});

on_both!(an_answer_to_a_question_that_is_not_asked_is_not_sent, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    someone.answer_all().await;
    someone.answer_question(ASKED.limited, "Nobody asked me this.", "answer/3").await;
    someone.finish().await;
    let (_, answers) = only(&house).await;
    assert_eq!(texts(&answers), ["No", "Llandudno", "The bus was late."]);
});

on_both!(the_server_counts_the_words, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    let page = someone.look("/answer/2").await.expect(200);
    assert!(page.text("main").contains("up to 20 words"), "the limit is said before writing");
    let one_too_many = format!("\n</textarea>{}\ntwenty-one & last", "word ".repeat(18));
    let page = someone.send("2", &[("answer", &one_too_many)]).await.expect(422);
    assert_eq!(page.raw("textarea"), one_too_many, "every letter is kept");
    assert_eq!(page.attribute(".govuk-error-summary a", "href").as_deref(), Some("#answer"));
    assert_eq!(page.attribute("textarea", "id").as_deref(), Some("answer"));
    assert!(page.text(".govuk-error-summary").contains("it is 1 word too long"));
    assert!(page.text(".govuk-error-message").contains("it is 1 word too long"));
    let described = page.attribute("textarea", "aria-describedby").unwrap_or_default();
    assert!(described.split(' ').any(|id| id == "answer-error"), "{described}");
    assert!(page.text("title").starts_with("Error: "), "{}", page.text("title"));
    let fine = vec!["word"; 20].join("\n");
    someone.answer_question(ASKED.limited, &fine, "answer/3").await;
    assert_eq!(someone.look("/answer/2").await.raw("textarea"), fine);
});

on_both!(what_is_needed_is_said_at_its_field, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    let elsewhere = house.choice(ASKED.any, "A nurse");
    let (yes, no) = (house.choice(ASKED.route, "Yes"), house.choice(ASKED.route, "No"));
    let long = "a".repeat(501);
    let wrong = [
        ("who", [].as_slice(), "#kind"),
        ("who", &[("kind", "robot")], "#kind"),
        ("about", &[("system", "00000000-0000-0000-0000-000000000000")], "#system"),
        ("1", &[], "#answer"),
        ("1", &[("answer", &elsewhere)], "#answer"),
        ("1", &[("answer", &yes), ("answer", &no)], "#answer"),
        ("2", &[("answer", " \r\n ")], "#answer"),
        ("4", &[("answer", &long)], "#answer"),
        ("consent", &[("consent", "")], "#consent"),
    ];
    for (step, fields, field) in wrong {
        let page = someone.send(step, fields).await.expect(422);
        assert_eq!(page.attribute(".govuk-error-summary a", "href").as_deref(), Some(field), "{step}");
        assert!(page.has(field), "{step}: the summary leads to a field that is there");
        let form = page.attribute("main form", "action").unwrap_or_default();
        assert_eq!(form, format!("{}/answer/{step}", someone.base), "the form can be sent again");
    }
});

on_both!(an_answer_of_three_hundred_thousand_letters_arrives_whole, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    someone.answer_all().await;
    let long = "Tŷ’r cyffredin — 漢字. ".repeat(15_000).trim_end().to_owned();
    assert!(long.chars().count() > 300_000);
    someone.answer("5?change=1", &[("answer", &long)], "answer/check").await;
    someone.finish().await;
    let (_, answers) = only(&house).await;
    assert_eq!(answers.last().map(|answer| answer.text.as_str()), Some(long.as_str()));
});

on_both!(a_private_link_opens_the_draft_on_another_device, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    someone.answer("who", &[("kind", "individual")], "answer/about").await;
    someone.answer("about", &[("name", "Sioned Parry"), ("later", "1")], "later").await;
    let page = someone.look("/later").await.expect(200);
    assert!(page.text("main").contains("12:29am on 10 January 2023"), "until closing and its grace");
    let link = page.text(".fm-private-link");
    let path = link.strip_prefix("http://folkmoot.test").expect("an address that can be copied").to_owned();

    let mut elsewhere = house.browser();
    let page = elsewhere.open(&path).await.expect(200);
    assert_eq!(page.address, format!("{}/answer/1", someone.base), "on where it stands");
    let page = elsewhere.get(&format!("{}/answer/about", someone.base)).await;
    assert_eq!(page.attribute("#name", "value").as_deref(), Some("Sioned Parry"));
    let to = format!("{}/answer/about", someone.base);
    elsewhere.post(&to, &[("name", "Siôn Parry")]).await.expect(303);
    let page = someone.look("/answer/about").await;
    assert_eq!(page.attribute("#name", "value").as_deref(), Some("Siôn Parry"), "one draft, two devices");
});

on_both!(leaving_for_later_asks_for_nothing_but_keeps_what_is_there, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    for step in ["who", "about", "1", "2", "4", "consent", "check"] {
        someone.answer(step, &[("answer", ""), ("later", "1")], "later").await;
    }
    someone.answer("4", &[("answer", "Llandudno"), ("later", "1")], "later").await;
    let page = someone.look("/answer/4").await;
    assert_eq!(page.attribute("#answer", "value").as_deref(), Some("Llandudno"));
    someone.send("about", &[("system", "nonsense"), ("later", "1")]).await.expect(422);
});

on_both!(an_answer_can_be_taken_back, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    someone.answer_all().await;
    someone.answer("4?change=1", &[("answer", " ")], "answer/check").await;
    someone.finish().await;
    let (_, answers) = only(&house).await;
    assert_eq!(texts(&answers), ["No", "The bus was late."]);
});
