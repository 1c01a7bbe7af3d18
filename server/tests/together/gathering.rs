//! Gathering stories: from asking for them, by the link that is handed out, to the response that quotes them.

use domain::people::{MemberRole as Role, Role as Team};
use services::on_both;
use services::testing::Throwaway;

use super::Member;
use crate::support::{ASKED, Browser, House, Page, Who};

impl Member<'_> {
    fn stories(&self) -> String {
        format!("{}/stories", self.desk)
    }

    /// Asks for stories, and gives the link that is handed out.
    async fn gather(&mut self) -> String {
        let fields = [
            ("heading", "Coming home"),
            ("asks", "What happened to you?"),
            ("last-day", "9"),
            ("last-month", "1"),
            ("last-year", "2023"),
            ("named", "yes"),
        ];
        let page = self.browser.submit(&format!("{}/gathering", self.stories()), &fields).await.expect(200);
        page.attribute(".fm-public-link a", "href").expect("the link to hand out")
    }

    /// Quotes words of a story in the last answer.
    async fn quote(&mut self, story: usize, words: &str) -> Page {
        let question = self.house.form.questions[ASKED.free - 1].id.to_string();
        let fields = [("question", question.as_str()), ("words", words)];
        self.browser.post(&format!("{}/{story}/quote", self.stories()), &fields).await
    }
}

/// Tells a story by this link, and gives the page of one's own.
async fn tell(browser: &mut Browser, link: &str, story: &str, name: &str, uses: &str) -> Page {
    let once = browser.get(link).await.expect(200).attribute("input[name=once]", "value").expect("a mark");
    let fields = [("once", once.as_str()), ("story", story), ("name", name), ("use", uses)];
    browser.submit(link, &fields).await.expect(200)
}

/// The path of the page of one's own.
fn own(page: &Page) -> String {
    page.address.split('?').next().expect("a path").to_owned()
}

on_both!(a_group_gathers_chooses_quotes_and_sends_one_response, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut editor = Member::beginning(&house, Role::Editor).await;
    let page = editor.browser.get(&editor.desk).await.expect(200);
    assert!(page.has(&format!("a[href='{}']", editor.stories())));
    let page = editor.browser.get(&format!("{}/gathering", editor.stories())).await.expect(200);
    assert_eq!(page.attribute("#last-day", "value").as_deref(), Some("9"), "the day on which it closes");
    let page = editor.browser.post(&format!("{}/gathering", editor.stories()), &[]).await.expect(422);
    for field in ["heading", "asks", "last-day"] {
        assert!(page.has(&format!(".govuk-error-summary a[href='#{field}']")), "{field}");
    }
    let link = editor.gather().await;
    let page = editor.browser.get(&editor.stories()).await.expect(200);
    assert!(
        page.has("svg.fm-qr") && page.text(".fm-public-link").starts_with("http://folkmoot.test/gather/")
    );

    // Whoever has the link reads who asks, and what becomes of what they tell.
    let mut guest = house.browser();
    let page = guest.get(&link).await.expect(200);
    let main = page.text("main");
    for said in ["Avonside asks you", "Coming home", "What happened to you?", "90 days after", "does not"] {
        assert!(main.contains(said), "{said}: {main}");
    }
    let typed = [("story", "I waited.\nFor three days."), ("name", ""), ("use", "named")];
    let page = guest.post(&link, &typed).await.expect(422);
    assert!(page.has(".govuk-error-summary a[href='#name']") && page.has("input[value=named][checked]"));
    assert!(page.raw("textarea").contains("I waited.\nFor three days."), "nothing is lost");
    let ann = tell(&mut guest, &link, "I waited.\nFor three days.", "Ann", "named").await;
    assert!(ann.text(".govuk-notification-banner").contains("It is story 1."), "{}", ann.text("main"));
    let ann = own(&ann);
    let bob = own(&tell(&mut guest, &link, "The bus never came.", "", "unnamed").await);
    tell(&mut guest, &link, "Tell nobody of this.", "Eve", "read-only").await;

    // Its members read, choose, note and quote.
    let page = editor.browser.get(&editor.stories()).await.expect(200);
    assert_eq!(page.texts("h3"), ["Story 1, Ann", "Story 2", "Story 3, Eve"]);
    let one = format!("{}/1", editor.stories());
    editor.browser.post(&format!("{one}/choose"), &[("chosen", "1")]).await.expect(303);
    editor.browser.post(&one, &[("note", "Ask her more.")]).await.expect(303);
    let page = editor.browser.get(&format!("{}?chosen=1", editor.stories())).await.expect(200);
    assert_eq!(page.texts("h3"), ["Story 1, Ann"]);
    let page = editor.browser.get(&one).await.expect(200);
    assert!(page.raw("textarea").contains("Ask her more.") && page.has("a[href$='/quote']"));
    let page = editor.browser.get(&format!("{}/3", editor.stories())).await.expect(200);
    assert!(!page.has("a[href$='/quote']"), "who may not be quoted is offered to nobody");
    editor.browser.get(&format!("{}/3/quote", editor.stories())).await.expect(409);
    editor.quote(3, "nobody of this").await.expect(409);
    let page = editor.quote(1, "I waited for four days").await.expect(422);
    assert!(page.has(".govuk-error-summary a[href='#words']"));
    assert!(page.raw("textarea").contains("four days"));
    editor.quote(1, "").await.expect(422);
    editor.open("contents").await;
    editor.answer_all().await;
    let to = editor.quote(1, "waited. For three days.").await.expect(303).location().expect("the answer");
    let page = editor.browser.get(&to).await.expect(200).text("main");
    assert!(
        page.contains("“waited. For three days.” (Story 1, Ann)") && page.contains("Of(Editor)"),
        "{page}"
    );
    editor.quote(2, "The bus never came.").await.expect(303);

    // One changes their mind: until the words are out nothing is sent, and it says so.
    let page = guest.get(&ann).await.expect(200);
    assert!(page.text("main").contains("waited. For three days.") && page.has("input[value=named][checked]"));
    guest.post(&ann, &[]).await.expect(422);
    let page = guest.submit(&ann, &[("use", "read-only")]).await.expect(200);
    assert!(page.text(".govuk-notification-banner").contains("is saved"));
    let mut approver = editor.other(Role::Approver).await;
    for there in [approver.desk.clone(), format!("{}/sign-off", approver.desk)] {
        let page = approver.browser.get(&there).await.expect(200).text("main");
        assert!(page.contains("may not be quoted any more"), "{there}: {page}");
    }
    approver.answer_sends_nothing().await;
    let answer = "We asked.\n\n“The bus never came.” (Story 2)";
    editor.send("5", &[("answer", answer)]).await.expect(303);
    approver.sign().await.expect(303);
    approver.send("check", &[]).await.expect(303);
    let receipt = approver.look("/receipt").await.expect(200).text("main");
    assert!(receipt.contains("Quotes 1 of 3 stories gathered by Avonside: 2"), "{receipt}");
    let reference = approver.look("/confirmation").await.expect(200).text(".govuk-panel__body strong");
    let there = format!("/team/calls/{}/responses/{reference}", house.call.slug);
    let page = house.browser_of(Who::OnCall(Team::Reader)).get(&there).await.expect(200);
    assert!(page.text("dl").contains("Quotes 1 of 3 stories gathered by Avonside: 2"), "{}", page.text("dl"));
    assert!(!page.body.contains("three days") && !page.body.contains("Tell nobody"), "the rest stays theirs");

    // What was sent stays. The story can be taken back all the same.
    let page = guest.get(&bob).await.expect(200);
    assert!(page.text("main").contains("sent its response") && !page.has("input[name=use]"));
    assert!(guest.get(&format!("{bob}/take-back")).await.expect(200).text("main").contains("are part of"));
    let page = guest.submit(&format!("{bob}/take-back"), &[]).await.expect(200).text("main");
    assert!(page.contains("You took your story back") && !page.contains("never came"), "{page}");
    assert!(guest.get(&link).await.expect(200).text("main").contains("takes no more stories"));
    let page = editor.browser.get(&format!("{}/2", editor.stories())).await.expect(200).text("main");
    assert!(page.contains("has taken it back"), "{page}");
});

impl Member<'_> {
    /// The check names what may not be sent, and nothing is sent, signed off or not.
    async fn answer_sends_nothing(&mut self) {
        let page = self.look("/answer/check").await.expect(200);
        assert!(page.text("main").contains("may not be quoted any more"));
        assert!(!page.text("main").contains("Send your response"));
        assert!(page.has("a[href*='/answer/5?change=1']"));
        self.send("check", &[]).await.expect(409);
    }
}

on_both!(what_comes_too_late_is_handed_back, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut editor = Member::beginning(&house, Role::Editor).await;
    let link = editor.gather().await;
    let mut guest = house.browser();
    let fields = [("story", "I waited."), ("name", ""), ("use", "unnamed")];
    editor.browser.post(&format!("{}/close", editor.stories()), &[]).await.expect(303);
    let page = guest.get(&link).await.expect(200);
    assert!(page.text("main").contains("takes no more stories") && !page.has("form textarea"));
    for fields in [&fields[..], &fields[..1]] {
        let page = guest.post(&link, fields).await.expect(409);
        assert!(page.text("main").contains("I waited."), "what was typed is handed back");
    }
    editor.browser.post(&format!("{}/open", editor.stories()), &[]).await.expect(303);
    guest.get(&link).await.expect(200);
    editor.browser.post(&format!("{}/renew", editor.stories()), &[]).await.expect(303);
    guest.get(&link).await.expect(404);
    let page = guest.post(&link, &fields).await.expect(404);
    assert!(page.text("main").contains("I waited.") && page.text("main").contains("no longer in use"));
    guest.get("/my-story/nothing").await.expect(404);
    guest.post("/my-story/nothing/take-back", &[]).await.expect(404);
});

on_both!(a_second_click_leads_to_the_same_story, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut editor = Member::beginning(&house, Role::Editor).await;
    let link = editor.gather().await;
    let mut guest = house.browser();
    let once = guest.get(&link).await.expect(200).attribute("input[name=once]", "value").expect("a mark");
    let fields = |story| [("once", once.as_str()), ("story", story), ("use", "unnamed")];
    let first = guest.post(&link, &fields("I waited.")).await.expect(303).location();
    assert_eq!(guest.post(&link, &fields("I waited.")).await.expect(303).location(), first);
    let second = guest.post(&link, &fields("Another waited.")).await.expect(303).location();
    assert_ne!(second, first, "whoever writes next on the same device tells another");
    // Also after the last moment.
    editor.browser.post(&format!("{}/close", editor.stories()), &[]).await.expect(303);
    assert_eq!(guest.post(&link, &fields("I waited.")).await.expect(303).location(), first);
    let page = editor.browser.get(&editor.stories()).await.expect(200);
    assert_eq!(page.texts("h3"), ["Story 1", "Story 2"]);
});

on_both!(stories_are_told_in_welsh_too, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut editor = Member::beginning(&house, Role::Editor).await;
    let link = format!("/cy{}", editor.gather().await);
    let mut guest = house.browser();
    let page = guest.get(&link).await.expect(200);
    assert!(page.text("main").contains("Mae Avonside yn gofyn i chi"));
    let page = guest.post(&link, &[]).await.expect(422);
    assert!(page.text(".govuk-error-summary").contains("Ysgrifennwch eich stori"));
    let page = tell(&mut guest, &link, "Arhosais i am dridiau.", "Ann", "named").await;
    assert!(page.address.starts_with("/cy/my-story/") && page.text("h1") == "Eich stori");
    assert!(page.text(".fm-private-link").contains("/cy/my-story/"), "the link is in the same language");
    let page = editor.browser.get(&format!("/cy{}/1", editor.stories())).await.expect(200);
    assert_eq!(page.text("h1"), "Stori 1");
    editor.browser.get(&format!("/cy{}/1/quote", editor.stories())).await.expect(200);
});

on_both!(stories_are_for_members_alone, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut editor = Member::beginning(&house, Role::Editor).await;
    let link = editor.gather().await;
    tell(&mut house.browser(), &link, "I waited.", "Ann", "named").await;
    for there in ["", "/gathering", "/1", "/1/quote"] {
        let there = format!("{}{there}", editor.stories());
        for who in [Who::Nobody, Who::OfOther(Role::Owner), Who::administrator(), Who::OnCall(Team::Owner)] {
            let page = house.browser_of(who).get(&there).await.expect(403);
            assert!(!page.body.contains("I waited."));
        }
        // Another organisation's address leads to nothing of this one's.
        let elsewhere = there.replace("avonside", "brockshire");
        house.browser_of(Who::OfOther(Role::Owner)).get(&elsewhere).await.expect(404);
    }
});
