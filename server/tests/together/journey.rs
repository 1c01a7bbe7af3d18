//! From "answer together" to the receipt.

use domain::people::{MemberRole as Role, Role as Team};
use services::on_both;
use services::testing::Throwaway;

use super::{DRAFTS, Member};
use crate::support::{ASKED, House, Who};

on_both!(three_members_answer_together_and_send_what_was_signed_off, |data: Throwaway| async move {
    let house = House::new(data).await;
    let call = format!("/calls/{}", house.call.slug);
    let page = house.browser_of(Who::Of(Role::Editor)).get(&call).await.expect(200);
    let begin = format!("{DRAFTS}/new?call={}", house.call.slug);
    assert!(
        page.has(&format!("a[href='{begin}']")) && page.text("main").contains("Answer together as Avonside")
    );
    for who in [Who::Guest, Who::Nobody, Who::administrator()] {
        assert!(!house.browser_of(who).get(&call).await.expect(200).text("main").contains("together"));
    }
    let page = house.browser_of(Who::Of(Role::Editor)).get(&begin).await.expect(200);
    let chosen = page.attribute("input[name=call][checked]", "value");
    assert_eq!(chosen.as_deref(), Some(house.call.slug.as_str()));

    let mut editor = Member::beginning(&house, Role::Editor).await;
    let page = editor.browser.get(&call).await.expect(200);
    assert!(page.has(&format!("a[href='{}']", editor.desk)), "from now on it leads to what was begun");
    let page = editor.browser.post(&format!("{DRAFTS}/new"), &[("call", &house.call.slug)]).await;
    assert!(page.expect(422).has(".govuk-error-summary a[href='#call']"));
    let page = editor.open("contents").await;
    assert!(!page.text("main").contains("Who are you answering for?"), "that is known");
    editor.answer_all().await;
    let page = editor.look("/answer/about").await.expect(200);
    assert!(page.text("#organisation").contains("Avonside") && !page.has("input[name=organisation]"));
    assert_eq!(page.attribute("#represented", "value").as_deref(), Some("1200"));
    assert!(!editor.look("/later").await.expect(200).has(".fm-private-link"), "no link opens it");

    // Nobody can send it yet, and an editor can never sign.
    let page = editor.look("/answer/check").await.expect(200);
    assert!(page.text("main").contains("once somebody who may has signed it off"));
    assert!(!page.text("main").contains("Send your response"));
    editor.send("check", &[]).await.expect(409);
    editor.browser.get(&format!("{}/sign-off", editor.desk)).await.expect(403);
    let page = editor.browser.submit(&format!("{}/ask", editor.desk), &[]).await.expect(200);
    assert!(page.text(".govuk-notification-banner").contains("get a letter"));

    let mut approver = editor.other(Role::Approver).await;
    let page = approver.browser.get(&approver.desk).await.expect(200);
    assert!(page.text("table").contains("Of(Editor)"), "who wrote what");
    let whole = approver.question(None);
    let page = approver.browser.post(&whole, &[("comment", " ")]).await.expect(422);
    assert!(page.has(".govuk-error-summary a[href='#comment']"));
    let last = approver.question(Some(ASKED.free));
    approver.browser.post(&last, &[("comment", "Which bus?")]).await.expect(303);
    let page = editor.look("/answer/5").await.expect(200);
    assert!(page.text("aside").contains("Which bus?") && page.text("aside").contains("Of(Approver)"));
    let page = editor.browser.get(&last).await.expect(200);
    let settle = page.attribute("form[action*=comments]", "action").expect("a comment to settle");
    editor.browser.post(&settle, &[("settled", "1")]).await.expect(303);
    assert!(!editor.look("/answer/5").await.expect(200).text("aside").contains("Which bus?"));

    assert_eq!(approver.sign().await.expect(303).location(), Some(approver.desk.clone()));
    editor.send("5", &[("answer", "The bus was late, again.")]).await.expect(303);
    editor.send("check", &[]).await.expect(409);
    let page = approver.browser.get(&approver.desk).await.expect(200).text("main");
    assert!(page.contains("It ended when Of(Editor) changed something"), "{page}");
    approver.sign().await.expect(303);
    let mut owner = editor.other(Role::Owner).await;
    let page = owner.look("/answer/check").await.expect(200).text("main");
    assert!(page.contains("Signed off by Of(Approver)") && page.contains("Send your response"), "{page}");
    owner.send("check", &[]).await.expect(303);
    let page = owner.look("/confirmation").await.expect(200);
    let reference = page.text(".govuk-panel__body strong");
    assert!(page.text("main").contains("This belongs to Avonside"));
    assert!(page.text("main").contains("It can be neither changed nor withdrawn here"));
    assert!(!page.has("main a[href$='/change']") && !page.has("main a[href$='/withdraw']"));
    let page = owner.look("/withdraw").await.expect(200);
    assert!(page.text("main").contains("stays as it was signed off") && !page.has("main form"));
    owner.browser.post(&format!("{call}/withdraw"), &[("withdraw", "away")]).await.expect(409);
    assert!(editor.look("/receipt").await.expect(200).text("main").contains("again."), "every member has it");
    let page = editor.browser.get("/account/organisations/avonside").await.expect(200).text("main");
    assert!(page.contains(&reference), "{page}");
    approver.sign_again_is_over().await;

    let there = format!("/team/calls/{}/responses/{reference}", house.call.slug);
    let told = house.browser_of(Who::OnCall(Team::Moderator)).get(&there).await.expect(200).text("dl");
    assert!(told.contains("1200") && told.contains("For Avonside by Of(Approver)"), "{told}");
    let readers = house.browser_of(Who::OnCall(Team::Reader)).get(&there).await.expect(200).text("dl");
    assert!(readers.contains("For Avonside at") && !readers.contains("Of(Approver)"), "{readers}");
    for page in [told, readers] {
        assert!(!page.contains("Which bus?"), "comments stay with members");
    }
});

impl Member<'_> {
    /// What was sent is signed off no more.
    async fn sign_again_is_over(&mut self) {
        let page = self.browser.get(&format!("{}/sign-off", self.desk)).await.expect(303);
        assert_eq!(page.location(), Some(self.desk.clone()));
    }
}

on_both!(two_members_who_write_meet_both_texts_and_can_go_back, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut editor = Member::beginning(&house, Role::Editor).await;
    editor.open("5").await;
    let seen = editor.look("/answer/5").await.expect(200).attribute("input[name=seen]", "value");
    let seen = seen.expect("a mark");
    let mut owner = editor.other(Role::Owner).await;
    owner.send("5", &[("answer", "The owner's words."), ("seen", &seen)]).await.expect(303);
    let page = editor.send("5", &[("answer", "The editor's words."), ("seen", &seen)]).await.expect(409);
    assert!(page.text("main").contains("The owner's words.") && page.raw("textarea").contains("editor's"));
    let now = page.attribute("input[name=seen]", "value").expect("another mark");
    house.data.services.clock.set(house.data.services.clock.now() + chrono::TimeDelta::seconds(1));
    editor.send("5", &[("answer", "The editor's words."), ("seen", &now)]).await.expect(303);

    let there = editor.question(Some(ASKED.free));
    let page = owner.browser.get(&there).await.expect(200);
    let main = page.text("main");
    assert!(main.contains("The editor's words.") && main.contains("The owner's words."), "{main}");
    let field = |name: &str| page.attribute(&format!("form[action$=restore] input[name={name}]"), "value");
    let (change, mark) = (field("change").expect("a text"), field("seen").expect("a mark"));
    let restore = format!("{there}/restore");
    let stale = owner.browser.post(&restore, &[("change", &change), ("seen", "x")]).await.expect(409);
    assert!(stale.text("main").contains("Nothing is lost"));
    owner.browser.post(&restore, &[("change", &change), ("seen", &mark)]).await.expect(303);
    assert!(editor.look("/answer/5").await.expect(200).raw("textarea").contains("The owner's words."));
});

on_both!(ones_own_draft_becomes_the_organisations, |data: Throwaway| async move {
    let house = House::new(data).await;
    let base = format!("/calls/{}", house.call.slug);
    let mut editor = house.browser_of(Who::Of(Role::Editor));
    editor.submit(&format!("{base}/start"), &[]).await.expect(200);
    let cookie = format!("folkmoot-draft-{}", house.call.slug);
    let secret = editor.cookie(&cookie).expect("a draft").to_owned();
    editor.post(&format!("{base}/answer/5"), &[("answer", "I began alone.")]).await.expect(303);
    assert!(editor.get(&format!("{base}/later")).await.expect(200).has(&format!("a[href^='{DRAFTS}/new']")));
    let page = editor.get(&format!("{DRAFTS}/new?call={}", house.call.slug)).await.expect(200);
    assert!(page.has("input[name=from][value=mine]"));
    let fields = [("call", house.other.slug.as_str()), ("from", "mine")];
    let page = editor.post(&format!("{DRAFTS}/new"), &fields).await.expect(422);
    assert!(page.has(".govuk-error-summary a[href='#from']"));
    let fields = [("call", house.call.slug.as_str()), ("from", "mine")];
    let desk = editor.submit(&format!("{DRAFTS}/new"), &fields).await.expect(200).address;
    editor.get(&format!("{base}/answer/5")).await.expect(409);
    house.browser().get(&format!("/resume/{secret}")).await.expect(404);
    let mut owner = house.browser_of(Who::Of(Role::Owner));
    owner.post(&format!("{desk}/open"), &[("to", "5")]).await.expect(303);
    assert!(
        owner.get(&format!("{base}/answer/5")).await.expect(200).raw("textarea").contains("I began alone.")
    );
    // It is nobody's own any more.
    owner.post(&format!("{base}/keep"), &[("keep", "yes")]).await.expect(404);
    owner.get(&format!("{base}/keep")).await.expect(303);
});

on_both!(whoever_is_removed_opens_it_no_more, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut editor = Member::beginning(&house, Role::Editor).await;
    editor.open("5").await;
    editor.send("5", &[("answer", "Mine.")]).await.expect(303);
    let mut owner = editor.other(Role::Owner).await;
    let members = owner.browser.get("/account/organisations/avonside").await.expect(200);
    let html = members.html();
    let links = scraper::Selector::parse("tbody th a").expect("a selector");
    let found = html.select(&links).find(|link| link.text().collect::<String>() == "Of(Editor)");
    let member = found.and_then(|link| link.attr("href")).expect("the editor").to_owned();
    owner.browser.post(&format!("{member}/remove"), &[]).await.expect(303);

    editor.browser.get(&editor.desk).await.expect(403);
    editor.look("/answer/5").await.expect(409);
    let page = editor.send("5", &[("answer", "Still mine?")]).await.expect(409);
    assert!(page.raw("textarea").contains("Still mine?"), "what was typed is handed back");
    assert!(owner.look("/answer/5").await.expect(200).raw("textarea").contains("Mine."));
    // A cookie opens nothing for others.
    let cookie = format!("folkmoot-draft-{}", house.call.slug);
    let held = owner.browser.cookie(&cookie).expect("what it holds").to_owned();
    for who in [Who::Guest, Who::Nobody, Who::OfOther(Role::Owner), Who::administrator()] {
        let mut browser = house.browser_of(who);
        browser.hold(&cookie, &held);
        browser.get(&format!("/calls/{}/answer/5", house.call.slug)).await.expect(409);
        let posted = browser.post(&format!("/calls/{}/answer/5", house.call.slug), &[("answer", "x")]).await;
        posted.expect(409);
    }
    let elsewhere = owner.desk.replace("avonside", "brockshire");
    house.browser_of(Who::OfOther(Role::Owner)).get(&elsewhere).await.expect(404);
});

on_both!(answering_together_is_in_welsh_too, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut editor = Member::beginning(&house, Role::Editor).await;
    let page = editor.browser.get(&format!("/cy{}", editor.desk)).await.expect(200).text("main");
    assert!(page.contains("Pwy ysgrifennodd beth"), "{page}");
    let page = editor.browser.get(&format!("/cy{DRAFTS}/new")).await.expect(200);
    assert_eq!(page.text("h1"), "Ateb gyda’ch gilydd");
    let whole = editor.question(None);
    let page = editor.browser.post(&format!("/cy{whole}"), &[]).await.expect(422);
    assert!(page.text(".govuk-error-summary").contains("Ysgrifennwch sylw"));
});
