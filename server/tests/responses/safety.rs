//! What is refused: forms from other sites, floods, guesses, and other people's drafts.

use axum::http::Method;
use domain::responses::Step;
use services::on_both;
use services::testing::Throwaway;

use super::{Respondent, only, received};
use crate::support::House;

on_both!(another_site_cannot_send_a_form, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    someone.answer_all().await;
    let to = format!("{}/answer/check", someone.base);
    for (name, value) in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "https://elsewhere.test"),
        ("origin", "null"),
    ] {
        let page = someone.browser.clone().with(name, value).post(&to, &[]).await.expect(403);
        assert!(page.has("h1"), "{name}: {value} is refused on a page that says so");
    }
    assert!(received(&house).await.is_empty());
    // An older browser names no site, but it names where the form came from.
    someone.browser.clone().with("origin", "http://folkmoot.test").post(&to, &[]).await.expect(303);
    only(&house).await;
});

on_both!(a_link_from_another_site_is_welcome, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut browser = house.browser().with("sec-fetch-site", "cross-site");
    browser.get(&format!("/calls/{}", house.call.slug)).await.expect(200);
});

on_both!(a_form_that_is_too_large_is_refused_on_a_page_that_says_so, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    let to = format!("{}/answer/5", someone.base);
    let flood = format!("answer={}", "a".repeat(5 * 1024 * 1024));
    let page = someone.browser.send(Method::POST, &to, flood.into_bytes()).await.expect(413);
    assert!(page.text("main").contains("What you sent is too large"), "{}", page.text("main"));
    let long = "a".repeat(400_001);
    let page = someone.send("5", &[("answer", &long)]).await.expect(422);
    assert_eq!(page.raw("textarea").len(), 400_001, "what is merely too long is kept");
});

on_both!(there_is_no_step_but_those_there_are, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    for step in ["0", "6", "-1", "1.5", "99999999999999999999", "whom", "%00", "who%2F..", "%C3%A9"] {
        let page = someone.look(&format!("/answer/{step}")).await.expect(404);
        assert!(page.has("h1"), "{step}");
        someone.send(step, &[("answer", "x")]).await.expect(404);
    }
    someone.browser.get(&format!("/calls/nowhere/answer/{}", Step::Who)).await.expect(404);
});

on_both!(a_draft_opens_only_to_its_own_secret_under_its_own_call, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    someone.answer_all().await;
    let mut stranger = house.browser();
    for path in ["/answer", "/answer/4", "/later", "/confirmation", "/receipt"] {
        stranger.get(&format!("{}{path}", someone.base)).await.expect(409);
    }
    stranger.post(&format!("{}/answer/4", someone.base), &[("answer", "x")]).await.expect(409);
    // The right secret, held under the name of another call.
    let mine = format!("folkmoot-draft-{}", house.call.slug);
    let secret = someone.browser.cookie(&mine).expect("a cookie of the draft").to_owned();
    stranger.hold(&format!("folkmoot-draft-{}", house.other.slug), &secret);
    stranger.get(&format!("/calls/{}/answer/4", house.other.slug)).await.expect(409);
    // A guess.
    stranger.hold(&mine, &"0".repeat(64));
    stranger.get(&format!("{}/answer/4", someone.base)).await.expect(409);
    stranger.get(&format!("/resume/{}", "0".repeat(64))).await.expect(404);
    // The key of the draft in the database is no secret, so it opens nothing.
    let draft = services::responses::draft::find(&house.data.services, &secret).await.expect("the draft");
    stranger.get(&format!("/resume/{}", draft.id)).await.expect(404);
});

on_both!(a_call_that_was_not_announced_is_not_there, |data: Throwaway| async move {
    let house = House::new(data).await;
    let slug = house.draft_call().await;
    let missing = house.browser().get("/calls/no-such-call").await.expect(404);
    for path in ["", "/questions", "/answer", "/answer/who", "/receipt"] {
        let page = house.browser().get(&format!("/calls/{slug}{path}")).await.expect(404);
        assert_eq!(page.text("main"), missing.text("main"), "it looks as if it did not exist");
    }
    house.browser().post(&format!("/calls/{slug}/start"), &[]).await.expect(404);
    assert!(!house.browser().get("/calls").await.body.contains("A secret call"));
});
