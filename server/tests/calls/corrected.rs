//! Words of an open call that are put right: what everyone, whoever answered and the team then read.

use services::on_both;
use services::testing::Throwaway;

use super::{Maker, TIMES};
use crate::support::House;

on_both!(what_was_put_right_is_said_wherever_it_is_read, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut maker = Maker::new(&house).await;
    let section = maker.section("You").await;
    let fields = [
        ("section", section.as_str()),
        ("kind", "single-choice"),
        ("title", "Did you wiat?"),
        ("choices", "Yse\nNo"),
    ];
    let question = maker.add("new", &fields).await;
    maker.send("/schedule", TIMES).await;
    maker.send("/acts/open-now", &[]).await;

    let base = format!("/calls/{}", maker.slug);
    let mut guest = house.browser();
    guest.submit(&format!("{base}/start"), &[]).await.expect(200);
    guest.submit(&format!("{base}/answer/who"), &[("kind", "individual")]).await.expect(200);
    let step = guest.submit(&format!("{base}/answer/about"), &[("name", "")]).await.expect(200);
    assert_eq!(step.attribute("input[name=wording]", "value").as_deref(), Some("1"));
    let yes = step.attribute("#answer", "value").expect("a choice");

    house.set_clock("2022-12-13 11:00:00");
    let form = maker.look(&format!("/questions/{question}")).await;
    assert_eq!(form.raw("#choices"), "Yse\nNo");
    let fewer = [("title", "Did you wait?"), ("choices", "Yes"), ("correction", "Slips.")];
    let page = maker.refused(&format!("/questions/{question}"), &fewer, 422).await;
    assert!(page.has("#choices-error"));
    let right = [("title", "Did you wait?"), ("choices", "Yes\nNo"), ("correction", "Two slips were in it.")];
    maker.send(&format!("/questions/{question}"), &right).await;

    let all = house.browser().get(&format!("{base}/questions")).await.expect(200).text("#main");
    assert!(all.contains("Two slips were in it."), "{all}");
    assert!(all.contains("Before that it said: “Did you wiat?”"), "{all}");
    assert!(all.contains("“Yes” was called “Yse” before."), "{all}");
    let text = house.browser().get(&format!("{base}/questions.txt")).await.expect(200);
    assert!(text.body.contains("Two slips were in it."));
    let welsh = house.browser().get(&format!("/cy{base}/questions")).await.expect(200).text("#main");
    assert!(welsh.contains("Cywirwyd am"), "{welsh}");

    let page = house.browser().get(&base).await.expect(200).text("main");
    assert!(
        page.contains("Corrections to the questions") && page.contains("Two slips were in it."),
        "{page}"
    );
    // Whoever had begun is told; whoever begins now has nothing to be told.
    let step = guest.get(&format!("{base}/answer/1")).await.expect(200);
    assert!(step.text(".govuk-inset-text").contains("Before that it said: “Did you wiat?”"));
    house.set_clock("2022-12-13 12:00:00");
    let mut late = house.browser();
    late.submit(&format!("{base}/start"), &[]).await.expect(200);
    late.submit(&format!("{base}/answer/who"), &[("kind", "individual")]).await.expect(200);
    let step = late.submit(&format!("{base}/answer/about"), &[("name", "")]).await.expect(200);
    assert!(!step.has(".govuk-inset-text"), "{}", step.text("main"));
    assert_eq!(step.attribute("input[name=wording]", "value").as_deref(), Some("2"));

    // The page was opened before, and is sent after.
    let typed = [("answer", yes.as_str()), ("wording", "1")];
    guest.submit(&format!("{base}/answer/1"), &typed).await.expect(200);
    guest.submit(&format!("{base}/answer/consent"), &[("consent", "without-name")]).await.expect(200);
    let check = guest.get(&format!("{base}/answer/check")).await.expect(200).text("main");
    assert!(check.contains("Did you wiat?") && check.contains("It now says: “Did you wait?”"), "{check}");
    let done = guest.submit(&format!("{base}/answer/check"), &[]).await.expect(200);
    let reference = done.text(".govuk-panel__body strong");
    let receipt = guest.get(&format!("{base}/receipt")).await.expect(200).text("#main");
    assert!(receipt.contains("Did you wiat?") && receipt.contains("Yse"), "{receipt}");
    assert!(receipt.contains("It now says: “Did you wait?”"), "{receipt}");
    let desk = maker.look(&format!("/responses/{reference}")).await.text("#main");
    assert!(desk.contains("Did you wiat?") && desk.contains("Two slips were in it."), "{desk}");
});
