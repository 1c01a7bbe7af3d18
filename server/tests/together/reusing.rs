//! An answer of an earlier response, used again.

use domain::people::MemberRole;
use services::on_both;
use services::testing::Throwaway;

use super::{DRAFTS, Member};
use crate::support::House;

on_both!(an_earlier_answer_is_put_below_what_is_there_and_not_kept, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut editor = Member::beginning(&house, MemberRole::Editor).await;
    editor.open("contents").await;
    assert!(!editor.look("/answer/5").await.expect(200).text("main").contains("earlier response"));
    editor.answer_all().await;
    editor.other(MemberRole::Approver).await.sign().await.expect(303);
    editor.send("check", &[]).await.expect(303);

    let base = format!("/calls/{}", house.other.slug);
    let fields = [("call", house.other.slug.as_str())];
    let desk = editor.browser.submit(&format!("{DRAFTS}/new"), &fields).await.expect(200).address;
    editor.browser.post(&format!("{desk}/open"), &[("to", "5")]).await.expect(303);
    editor.browser.post(&format!("{base}/answer/5"), &[("answer", "New.")]).await.expect(303);
    let page = editor.browser.get(&format!("{base}/answer/5")).await.expect(200);
    let there = page.attribute("a[href*='/reuse/']", "href").expect("the way to earlier answers");
    let page = editor.browser.get(&there).await.expect(200);
    assert!(page.text("main").contains("The bus was late."));
    let used = page.attribute("a[href*='use=']", "href").expect("a text");
    let page = editor.browser.get(&used).await.expect(200);
    assert_eq!(page.raw("textarea").trim(), "New.\n\nThe bus was late.");
    let page = editor.browser.get(&format!("{base}/answer/5")).await.expect(200);
    assert_eq!(page.raw("textarea").trim(), "New.", "nothing was kept");
    editor.browser.get(&format!("{base}/answer/5?use=x")).await.expect(404);
    editor.browser.get(&format!("{base}/reuse/1")).await.expect(404);
});
