//! A whole call built by hand, then read by someone who was never here before.

use services::on_both;
use services::testing::Throwaway;

use super::{Maker, TEXTS, TIMES, with};
use crate::support::House;

on_both!(a_call_is_built_in_the_browser_and_read_by_a_guest, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut maker = Maker::new(&house).await;
    assert_eq!(maker.slug, "waiting-for-care");

    let overview = maker.look("").await;
    assert_eq!(overview.text("h1"), "Waiting for care");
    let states = overview.texts(".govuk-task-list__status");
    assert_eq!(states, ["Done", "Done", "To do", "To do", "Done", "To do", "Done"]);
    assert!(!overview.has("a[href$='/acts/announce']"), "it lacks something");

    let (one, two) = (maker.section("Your experience").await, maker.section("Your wishes").await);
    let ask = async |maker: &mut Maker, section: &str, title: &str, rest: &[(&str, &str)]| {
        let mut fields = vec![("section", section), ("title", title), ("help", "Help for it.")];
        fields.extend(rest);
        maker.add("new", &fields).await
    };
    let yes_or_no =
        [("kind", "single-choice"), ("choices", "Yes\r\n\r\n No \r\nI do not know"), ("required", "yes")];
    ask(&mut maker, &one, "Did you wait?", &yes_or_no).await;
    let yes = maker.condition(&one, "Yes").await;
    let long = [("kind", "long-text"), ("word-limit", "250"), ("asked-if", yes.as_str())];
    ask(&mut maker, &one, "What did it do to you?", &long).await;
    let any = [("kind", "multiple-choice"), ("choices", "More staff\r\nMore beds")];
    let wishes = ask(&mut maker, &two, "What would help?", &any).await;
    ask(&mut maker, &two, "Where do you live?", &[("kind", "short-text")]).await;
    let builder = maker.send(&format!("/questions/{wishes}/move"), &[("to", "down")]).await;
    let titles =
        ["1. Did you wait?", "2. What did it do to you?", "3. Where do you live?", "4. What would help?"];
    assert_eq!(builder.texts("h3"), titles);

    let times = maker.send("/schedule", TIMES).await;
    let said = times.texts(".fm-facts dd");
    assert_eq!(said, ["9am on 16 January 2023", "midday on 21 April 2023", "45 minutes"]);

    let mut guest = house.browser();
    let address = format!("/calls/{}", maker.slug);
    guest.get(&address).await.expect(404);
    let overview = maker.look("").await;
    assert_eq!(overview.texts(".govuk-task-list__status"), ["Done"; 7]);
    let question = maker.look("/acts/announce").await;
    assert!(question.text("#main").contains("It opens at 9am on 16 January 2023."));
    let overview = maker.send("/acts/announce", &[]).await;
    assert!(overview.text(".fm-facts").contains("Opening soon"));

    let page = guest.get(&address).await.expect(200);
    assert_eq!(page.text("h1"), "Waiting for care");
    assert!(page.text("#main").contains("Not dentists."));
    let all = guest.get(&format!("{address}/questions")).await.expect(200);
    let after = ["Ways to respond", "What will be published", "Privacy notice"];
    assert_eq!(all.texts("h2"), [["Your experience", "Your wishes"].as_slice(), &after].concat());
    assert_eq!(all.texts(".fm-question h3"), titles);
    assert_eq!(all.texts("h3").len(), titles.len() + 7, "and each part of the privacy notice");
    assert_eq!(
        all.texts("ul.govuk-list--bullet li"),
        ["Yes", "No", "I do not know", "More staff", "More beds"]
    );
    assert!(all.text("#main").contains("Asked only if the answer to question 1 is “Yes”."));
    assert!(all.text("#main").contains("You can use up to 250 words. You can leave this out."));

    house.set_clock("2023-01-16 09:00:00");
    let step = guest.submit(&format!("{address}/start"), &[]).await.expect(200);
    assert_eq!(step.address, format!("{address}/answer/who"));
});

on_both!(everything_of_a_call_can_be_changed_before_anyone_answers, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut maker = Maker::ready(&house).await;
    let texts = maker.look("/edit").await;
    assert_eq!(texts.raw("#remit"), "England alone.\nNot dentists.");
    let welsh = [("title-cy", "Aros am ofal"), ("summary-cy", "Yr hyn y mae aros yn ei wneud.")];
    maker.send("/edit", &with(TEXTS, &welsh)).await;
    maker.send("/edit", &with(TEXTS, &[("kind", "consultation"), ("title", "Waiting"), welsh[0]])).await;

    let builder = maker.look("/questions").await;
    let change = builder.attribute("h3 ~ .fm-toolbar a", "href").expect("a link to the question");
    let question = change.rsplit('/').next().expect("an id").to_owned();
    let section = builder.attribute("section.fm-panel h2", "id").expect("an id").replace("item-", "");
    maker.send(&format!("/questions/sections/{section}"), &[("title", "Before"), ("intro", "")]).await;
    let other = maker.section("After").await;
    let changed = [
        ("section", other.as_str()),
        ("kind", "single-choice"),
        ("title", "Did you wait?"),
        ("choices", "Yes\nNo"),
        ("required", "yes"),
    ];
    maker.send(&format!("/questions/{question}"), &changed).await;
    let shown = maker.look(&format!("/questions/{question}")).await;
    assert_eq!(shown.raw("#choices"), "Yes\nNo");
    assert_eq!(shown.attribute("#section option[selected]", "value"), Some(other.clone()));
    assert!(shown.has("#required[checked]"));

    let builder = maker.send(&format!("/questions/sections/{other}/move"), &[("to", "up")]).await;
    assert_eq!(builder.texts("section.fm-panel h2"), ["After", "Before"]);
    let ask = maker.look(&format!("/questions/sections/{section}/remove")).await;
    assert!(ask.text("#main").contains("Before"));
    maker.send(&format!("/questions/sections/{section}/remove"), &[]).await;
    let ask = maker.look(&format!("/questions/{question}/remove")).await;
    assert!(ask.text("#main").contains("Did you wait?"));
    let builder = maker.send(&format!("/questions/{question}/remove"), &[]).await;
    assert_eq!((builder.texts("h2"), builder.texts("h3").len()), (vec!["After".to_owned()], 0));
    assert_eq!(maker.look("").await.text("span.govuk-caption-l"), "Consultation");
});

on_both!(a_call_begins_as_another, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut maker = Maker::ready(&house).await;
    let page = maker.browser.get("/team/calls/new").await.expect(200);
    assert!(page.texts("#like option").contains(&"Waiting for care".to_owned()));
    let begun = [("kind", "consultation"), ("title", "Waiting again"), ("like", "no-such-call")];
    let page = maker.browser.post("/team/calls/new", &begun).await.expect(422);
    assert!(page.text("#like-error").contains("Choose one of the calls"));
    assert_eq!(page.attribute("#title", "value").as_deref(), Some("Waiting again"));
    let begun = with(&begun, &[("like", &maker.slug)]);
    maker.browser.submit("/team/calls/new", &begun).await.expect(200);
    let other = maker.browser.get("/team/calls/waiting-again").await.expect(200);
    assert_eq!(other.text("span.govuk-caption-l"), "Consultation");
    let states = other.texts(".govuk-task-list__status");
    assert_eq!(states, ["Done", "Done", "To do", "To do", "Done", "Done", "Done"], "all but its times");
    let questions = maker.browser.get("/team/calls/waiting-again/questions").await.expect(200);
    assert_eq!(questions.texts("h3"), ["1. What happened?"]);
});
