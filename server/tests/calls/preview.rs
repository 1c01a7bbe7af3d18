//! The preview by a private link.

use services::on_both;
use services::testing::Throwaway;

use super::Maker;
use crate::support::House;

on_both!(a_guest_with_the_link_tries_a_call_before_it_is_announced, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut maker = Maker::ready(&house).await;
    let builder = maker.look("/questions").await;
    let section = builder.attribute("section.fm-panel h2", "id").expect("an id").replace("item-", "");
    let choice = [
        ("section", section.as_str()),
        ("kind", "single-choice"),
        ("title", "Did you wait?"),
        ("choices", "Yes\nNo"),
        ("required", "yes"),
    ];
    maker.add("new", &choice).await;
    let link = maker.look("").await.text(".fm-private-link");
    let link = link.strip_prefix("http://folkmoot.test").expect("the portal's own address").to_owned();

    let mut guest = house.browser();
    let page = guest.get(&link).await.expect(200);
    assert_eq!(
        (page.text("h1").as_str(), page.header("x-robots-tag")),
        ("Waiting for care", "noindex, nofollow")
    );
    assert!(page.text(".govuk-notification-banner").contains("It has not been announced."));
    let all = page.attribute("a[href$='/questions']", "href").expect("a link to the questions");
    let all = guest.get(&all).await.expect(200);
    assert_eq!(all.texts(".fm-question h3").len(), 2);
    assert!(!all.has("a[download]"), "what nobody knows of is not taken along");
    assert_eq!(
        guest.get(&format!("/cy{link}")).await.expect(200).attribute("html", "lang").as_deref(),
        Some("cy")
    );

    let first = page.attribute(".govuk-notification-banner a", "href").expect("a link to the form");
    let step = guest.get(&first).await.expect(200);
    assert!(!step.has("button[name=later]"), "nothing is kept, so nothing can wait");
    guest.post(&first, &[]).await.expect(422);
    let about = guest.submit(&first, &[("kind", "organisation")]).await.expect(200);
    assert!(about.has("#organisation"));
    let question = guest.submit(&format!("{link}/answer/about"), &[]).await.expect(200);
    assert_eq!(question.text("h1"), "What happened?");
    let question = guest.submit(&format!("{link}/answer/1"), &[("answer", "I waited.")]).await.expect(200);
    assert_eq!(question.text("h1"), "Did you wait?");
    guest.post(&format!("{link}/answer/2"), &[]).await.expect(422);
    let yes = question.attribute("input[type=radio]", "value").expect("a choice");
    let consent = guest.submit(&format!("{link}/answer/2"), &[("answer", &yes)]).await.expect(200);
    assert_eq!(consent.text("h1"), "May we publish your response?");
    let end = guest.post(&format!("{link}/answer/consent"), &[]).await.expect(303);
    assert_eq!(end.location(), Some(link.clone()));
    assert!(guest.cookie(&format!("folkmoot-draft-{}", maker.slug)).is_none());
    for nowhere in ["answer/3", "answer/check", "answer/0"] {
        guest.get(&format!("{link}/{nowhere}")).await.expect(404);
    }
    assert_eq!(maker.look("").await.texts(".fm-facts dd")[5..], ["0", "0"], "nothing was kept");
});

on_both!(a_link_ends_with_the_announcement_or_a_new_one, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut maker = Maker::ready(&house).await;
    let link = maker.look("").await.attribute(".fm-private-link a", "href").expect("a link");
    let old = link.replace("http://folkmoot.test", "");
    maker.send("/preview-link", &[]).await;
    let link = maker.look("").await.attribute(".fm-private-link a", "href").expect("a link");
    let new = link.replace("http://folkmoot.test", "");
    let mut guest = house.browser();
    guest.get(&old).await.expect(404);
    guest.get(&new).await.expect(200);
    maker.send("/acts/announce", &[]).await;
    for (path, to) in [("", ""), ("/questions", "/questions"), ("/answer/1", "")] {
        let page = guest.get(&format!("{new}{path}")).await.expect(303);
        assert_eq!(page.location(), Some(format!("/calls/{}{to}", maker.slug)));
    }
    assert!(!maker.look("").await.has(".fm-private-link"));
});
