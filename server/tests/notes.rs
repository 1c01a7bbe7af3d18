//! Memos, and questions to the lead analyst, in the browser.

use domain::people::Role;
use services::on_both;
use services::testing::Throwaway;
use services::testing::evidence::{Evidence, Sent, individual};

use crate::support::{Browser, House, Page, Who};

/// A portal with one response; the address of its call among the team's, and that of the response.
async fn desk(data: Throwaway) -> (House, Evidence, String, String) {
    let house = House::new(data).await;
    let evidence = Evidence::new(&house.data.services).await;
    let sent =
        Sent { about: individual(), text: "Nobody came. Nobody called.".to_owned(), ..Sent::default() };
    let reference = evidence.send(sent).await;
    let base = format!("/team/calls/{}", evidence.call.slug);
    let one = format!("{base}/responses/{reference}");
    (house, evidence, base, one)
}

/// Follows the first link whose address holds this, and fills the form it leads to.
async fn write(browser: &mut Browser, from: &Page, link: &str, text: &str) -> Page {
    let to = from.attribute(&format!("main a[href*='{link}']"), "href").expect("a link");
    let page = browser.get(&to).await.expect(200);
    let action = page.attribute("main form", "action").expect("a form");
    // An address of its own keeps what it stands on in hidden fields.
    let hidden = page.html();
    let selector = scraper::Selector::parse("main form input[type=hidden]").expect("a selector");
    let fields: Vec<(String, String)> = hidden
        .select(&selector)
        .filter_map(|field| Some((field.attr("name")?.to_owned(), field.attr("value")?.to_owned())))
        .collect();
    let mut filled: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    filled.push(("text", " "));
    assert!(browser.post(&action, &filled).await.expect(422).has("#text-error"));
    filled.pop();
    filled.push(("text", text));
    browser.submit(&action, &filled).await.expect(200)
}

on_both!(memos_are_written_read_and_changed_in_the_browser, |data: Throwaway| async move {
    let (house, evidence, base, one) = desk(data).await;
    let code = evidence.code("Alone", None).await;
    let mut coder = house.browser_of(Who::OnPlatform(Role::Coder));
    let page = coder.get(&one).await.expect(200);
    let page = write(&mut coder, &page, "memos/new?answer=", "On the answer").await;
    assert!(page.text("#memos").contains("On the answer"));
    let page = write(&mut coder, &page, "memos/new?response=", "On the response").await;
    assert_eq!(page.texts("#memos .fm-memo").len(), 2);
    let about_code = coder.get(&format!("{base}/codebook/{code}/excerpts")).await.expect(200);
    let page = write(&mut coder, &about_code, "memos/new?code=", "On the code").await;
    assert!(page.text("#memos").contains("On the code"));
    let list = coder.get(&format!("{base}/memos")).await.expect(200);
    let page = write(&mut coder, &list, "memos/new", "In the journal").await;
    assert_eq!(page.texts(".fm-memo").len(), 1, "the journal alone");
    let answer = list.attribute(".fm-memo a[href*='#answer-']", "href").expect("a link to the answer");
    let answer = answer.rsplit("answer-").next().expect("its id").to_owned();
    let words = [("answer", answer.as_str()), ("at", "0-12"), ("text", "On the words")];
    let page = coder.submit(&format!("{base}/memos/new"), &words).await.expect(200);
    assert!(page.text("#memos blockquote").contains("Nobody came."));
    for at in ["0-1000", "5-5", "x"] {
        let words = [("answer", answer.as_str()), ("at", at), ("text", "Nowhere")];
        coder.post(&format!("{base}/memos/new"), &words).await.expect(409);
    }

    let all = coder.get(&format!("{base}/memos")).await.expect(200);
    assert_eq!(all.texts(".fm-memo").len(), 5);
    let selector = ".fm-memo blockquote ~ .fm-secondary a";
    let memo = all.attribute(selector, "href").expect("a memo");
    coder.post(&memo, &[("text", " ")]).await.expect(422);
    let page = coder.submit(&memo, &[("text", "Otherwise")]).await.expect(200);
    assert!(page.text(".fm-given").contains("On the words"), "what it said before is there");

    let mut reader = house.browser_of(Who::OnPlatform(Role::Reader));
    let page = reader.get(&memo).await.expect(200);
    assert!(page.text("main").contains("Otherwise") && !page.has("main form"));
    reader.post(&memo, &[("text", "No")]).await.expect(403);
    let mut lead = house.browser_of(Who::OnPlatform(Role::LeadAnalyst));
    assert!(!lead.get(&memo).await.expect(200).has("main form"), "it is the author's");
    lead.post(&memo, &[("text", "No")]).await.expect(409);
    coder.submit(&format!("{memo}/remove"), &[]).await.expect(200);
    coder.get(&memo).await.expect(404);
    let page = coder.submit(&format!("{one}/undo"), &[]).await.expect(200);
    assert!(page.text(".govuk-notification-banner").contains("Undone: took a memo away."));
    coder.get(&memo).await.expect(200);
});

on_both!(a_coder_asks_the_lead_answers_and_the_coder_reads_it, |data: Throwaway| async move {
    let (house, _evidence, base, one) = desk(data).await;
    let mut coder = house.browser_of(Who::OnPlatform(Role::Coder));
    let page = coder.get(&one).await.expect(200);
    let page = write(&mut coder, &page, "flags/new?response=", "Is this a campaign?").await;
    assert!(page.text("#flags").contains("Is this a campaign?") && page.text("#flags").contains("Waiting"));
    let flag = page.attribute("#flags .fm-memo .fm-secondary a", "href").expect("the question");
    let page = coder.get(&flag).await.expect(200);
    assert!(
        !page.has("#reply") && page.has(&format!("form[action='{flag}/close']")),
        "a coder does not answer"
    );
    coder.post(&flag, &[("reply", "Yes")]).await.expect(403);

    let mut lead = house.browser_of(Who::OnPlatform(Role::LeadAnalyst));
    assert!(lead.get(&format!("{base}/responses")).await.expect(200).text("main").contains("(1 open)"));
    let page = lead.get(&format!("{base}/flags")).await.expect(200);
    assert!(page.text(".fm-memo").contains("Is this a campaign?"));
    assert!(lead.post(&flag, &[("reply", " ")]).await.expect(422).has("#reply-error"));
    lead.submit(&flag, &[("reply", "Yes: code one of them.")]).await.expect(200);
    let page = coder.get(&one).await.expect(200);
    assert!(
        page.text("#flags").contains("Yes: code one of them.") && page.text("#flags").contains("Answered")
    );
    let mut other = house.browser_of(Who::OnCall(Role::Coder));
    other.get(&flag).await.expect(403);
    lead.submit(&format!("{flag}/close"), &[]).await.expect(200);
    lead.post(&flag, &[("reply", "Late")]).await.expect(409);
    assert!(!lead.get(&format!("{base}/flags")).await.expect(200).has(".fm-memo"));
    assert!(lead.get(&format!("{base}/flags?closed=1")).await.expect(200).has(".fm-memo"));
    let mut reader = house.browser_of(Who::OnPlatform(Role::Reader));
    reader.get(&format!("{base}/flags")).await.expect(403);
    assert!(!reader.get(&one).await.expect(200).has("#flags"));
});
