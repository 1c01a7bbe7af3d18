//! Nothing that was typed is lost: what is no answer yet, what two windows typed, and what came where nothing can be kept.

use serde_json::Value;
use services::on_both;
use services::testing::Throwaway;

use super::{Respondent, only, texts};
use crate::support::{ASKED, House, Page, Who};

/// A word more than the question about limits takes.
fn one_too_many() -> String {
    vec!["word"; 21].join(" ")
}

/// What the script of a page is told.
fn told(page: &Page) -> Value {
    serde_json::from_str(&page.body).unwrap_or_else(|error| panic!("{error}: {}", page.body))
}

/// The mark that the page of the free question carries.
async fn seen(someone: &mut Respondent<'_>) -> String {
    let page = someone.look("/answer/5").await.expect(200);
    page.attribute("input[name=seen]", "value").expect("a mark")
}

on_both!(what_is_no_answer_yet_is_kept_as_it_was_typed, |data: Throwaway| async move {
    let house = House::new(data).await;
    let (yes, long) = (house.choice(ASKED.route, "Yes"), one_too_many());
    let mut someone = Respondent::new(&house).await;
    someone.answer_all().await;
    someone.answer("1?change=1", &[("answer", &yes)], "answer/2").await;
    someone.send("2", &[("answer", &long)]).await.expect(422);

    // It is there again, on any device, with what is wrong; and so is the way out.
    let page = someone.look("/answer/2").await.expect(200);
    assert_eq!(page.raw("textarea"), long);
    assert!(page.text(".govuk-inset-text").contains("it is 1 word too long"), "{}", page.text("main"));
    someone.answer("2", &[("answer", &format!("{long} more")), ("later", "1")], "later").await;
    assert_eq!(someone.look("/answer/2").await.raw("textarea"), format!("{long} more"));

    // It is not sent, and nothing is sent in its place.
    let check = someone.look("/answer/check").await.expect(200);
    assert!(check.has("main .govuk-warning-text"), "something is missing");
    assert!(
        check.text("main").contains("Kept, but something needs to be put right"),
        "{}",
        check.text("main")
    );
    someone.answer("check", &[], "answer/check").await;
    someone.answer("2", &[("answer", "A lift home.")], "answer/3").await;
    assert!(!someone.look("/answer/2").await.has(".govuk-inset-text"));
    someone.finish().await;
    let (_, answers) = only(&house).await;
    assert_eq!(texts(&answers), ["Yes", "A lift home.", "Llandudno", "The bus was late."]);
});

on_both!(an_answer_that_may_be_left_out_is_not_left_out_unseen, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    someone.answer_all().await;
    let long = "a".repeat(501);
    someone.send("4?change=1", &[("answer", &long)]).await.expect(422);
    someone.answer("check", &[], "answer/check").await;
    someone.answer("4?change=1", &[("answer", "")], "answer/check").await;
    someone.finish().await;
});

on_both!(two_windows_see_both_texts_and_lose_neither, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    someone.answer_all().await;
    let (one, other) = (seen(&mut someone).await, seen(&mut someone).await);
    someone.answer("5", &[("answer", "From one."), ("seen", &one)], "answer/consent").await;
    let page = someone.send("5", &[("answer", "From <b>the</b> other."), ("seen", &other)]).await.expect(409);
    assert_eq!(page.raw("textarea"), "From <b>the</b> other.");
    assert!(page.text(".govuk-inset-text").contains("From one."), "{}", page.text("main"));
    assert_eq!(someone.look("/answer/5").await.raw("textarea"), "From one.", "nothing was overwritten");

    // Sent once more from that page, it is what is meant. What both say alike was never at odds.
    let now = page.attribute("input[name=seen]", "value").expect("a mark");
    someone.answer("5", &[("answer", "From both."), ("seen", &now)], "answer/consent").await;
    someone.answer("5", &[("answer", "From both."), ("seen", &other)], "answer/consent").await;
    assert_eq!(someone.look("/answer/5").await.raw("textarea"), "From both.");
});

on_both!(what_is_typed_is_kept_while_it_is_typed, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    someone.answer_all().await;
    assert!(someone.look("/answer/5").await.has("form[data-autosave]"));
    let first = seen(&mut someone).await;
    let send = [("answer", "The bus was lat"), ("seen", &first), ("autosave", "1")];
    let kept = told(&someone.send("5", &send).await.expect(200));
    assert!(kept["saved"].as_str().is_some_and(|saved| saved.starts_with("Saved at ")), "{kept}");
    let next = kept["seen"].as_str().expect("a mark").to_owned();
    assert_eq!(next, seen(&mut someone).await);
    assert_eq!(someone.look("/answer/5").await.raw("textarea"), "The bus was lat");

    // Nothing is taken away by a field that is empty for a moment.
    let send = [("answer", " "), ("seen", &next), ("autosave", "1")];
    let blank = told(&someone.send("5", &send).await.expect(200));
    assert_eq!(blank["saved"], Value::Null);
    assert_eq!(someone.look("/answer/5").await.raw("textarea"), "The bus was lat");

    // Another window is never overwritten, and neither is kept in silence.
    let send = [("answer", "The train"), ("seen", &first), ("autosave", "1")];
    let other = told(&someone.send("5", &send).await.expect(409));
    assert!(other["problem"].as_str().is_some_and(|text| text.contains("another window")), "{other}");
    assert_eq!(someone.look("/answer/5").await.raw("textarea"), "The bus was lat");

    // What is no answer yet is kept, and what is wrong is said.
    let long = one_too_many();
    let told = told(&someone.send("2", &[("answer", &long), ("autosave", "1")]).await.expect(200));
    assert!(told["problem"].as_str().is_some_and(|text| text.contains("1 word too long")), "{told}");
    assert_eq!(someone.look("/answer/2").await.raw("textarea"), long);
});

on_both!(what_cannot_be_kept_is_handed_back, |data: Throwaway| async move {
    let house = House::new(data).await;
    let base = format!("/calls/{}", house.call.slug);

    // A browser that has forgotten its draft.
    let typed = [("answer", "Three thousand words.")];
    let mut nobody = house.browser();
    let page = nobody.post(&format!("{base}/answer/5"), &typed).await.expect(409);
    assert_eq!(page.raw("textarea"), "Three thousand words.");
    assert!(page.text("main").contains("This was not saved"), "{}", page.text("main"));
    let page = nobody.post(&format!("{base}/answer/5"), &[("answer", "")]).await.expect(409);
    assert!(!page.has("textarea"), "nothing was typed");
    let page = nobody.post(&format!("{base}/answer/5"), &[("answer", "A"), ("autosave", "1")]).await;
    assert!(told(&page.expect(409))["problem"].is_string());
    nobody.post(&format!("{base}/answer/99"), &typed).await.expect(409);

    // Whoever went on from their account, and was signed out while they wrote.
    let mut writer = Respondent::new(&house).await;
    let secret = writer.browser.cookie(&format!("folkmoot-draft-{}", house.call.slug)).expect("a draft");
    let link = format!("/resume/{secret}");
    let mut nia = house.browser_of(Who::Nobody);
    nia.open(&link).await.expect(200);
    nia.post(&format!("{base}/keep"), &[("keep", "yes")]).await.expect(303);
    let page = nia.get("/account").await.expect(200);
    let mine = page.attribute("main a[href*='/account/responses/']", "href").expect("she keeps it");
    nia.post(&format!("{mine}/open"), &[]).await.expect(303);
    nia.post("/sign-out", &[]).await.expect(303);
    let page = nia.post(&format!("{base}/answer/5"), &typed).await.expect(409);
    assert_eq!(page.raw("textarea"), "Three thousand words.");

    // The call has closed.
    writer.answer_all().await;
    house.set_clock("2023-02-01 12:00:00");
    let page = writer.send("5", &typed).await.expect(409);
    assert_eq!(page.raw("textarea"), "Three thousand words.");
});

on_both!(who_answers_is_kept_while_it_is_typed_and_takes_nothing_away, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    let mark = |page: Page| page.attribute("input[name=seen]", "value").expect("a mark");
    let first = mark(someone.look("/answer/who").await.expect(200));
    let send = [("kind", "organisation"), ("seen", first.as_str()), ("autosave", "1")];
    let kept = told(&someone.send("who", &send).await.expect(200));
    assert!(kept["saved"].as_str().is_some_and(|saved| saved.starts_with("Saved at ")), "{kept}");
    assert!(someone.look("/answer/who").await.has("input[value=organisation][checked]"));

    // Half of what the page needs is there already, and the page is still to do.
    let page = someone.look("/answer/about").await.expect(200);
    let seen = mark(page);
    let send = [("organisation", "Gofal Cymru"), ("name", ""), ("seen", seen.as_str()), ("autosave", "1")];
    told(&someone.send("about", &send).await.expect(200));
    let page = someone.look("/answer/about").await.expect(200);
    assert_eq!(page.attribute("#organisation", "value").as_deref(), Some("Gofal Cymru"));
    let send = [("organisation", "Gofal"), ("seen", seen.as_str()), ("autosave", "1")];
    let other = told(&someone.send("about", &send).await.expect(409));
    assert!(other["problem"].as_str().is_some_and(|text| text.contains("another window")), "{other}");
    let contents = someone.look("/contents").await.expect(200).text("main");
    assert!(contents.contains("To do"), "{contents}");

    // Pressing a button gives nothing up; sending the page does.
    let seen = mark(someone.look("/answer/who").await.expect(200));
    let send = [("kind", "individual"), ("seen", seen.as_str()), ("autosave", "1")];
    told(&someone.send("who", &send).await.expect(200));
    let page = someone.look("/answer/about").await.expect(200);
    assert_eq!(page.attribute("#organisation", "value").as_deref(), Some("Gofal Cymru"));
    someone.answer("who", &[("kind", "individual"), ("seen", &seen)], "answer/about").await;
    assert!(!someone.look("/answer/about").await.has("#organisation"));
    let seen = mark(someone.look("/answer/consent").await.expect(200));
    let send = [("consent", "not-at-all"), ("seen", seen.as_str()), ("autosave", "1")];
    told(&someone.send("consent", &send).await.expect(200));
    assert!(someone.look("/answer/consent").await.has("input[value=not-at-all][checked]"));
});
