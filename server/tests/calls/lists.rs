//! Long lists in the builder: those that are ready, those of a thousand lines, and rules that rest on them.

use services::calls::{Questionnaire, by_slug, questionnaire};
use services::on_both;
use services::testing::Throwaway;

use super::{Maker, with};
use crate::support::House;

/// This many lines.
fn lines(count: usize) -> String {
    (1..=count).map(|line| format!("Line {line}")).collect::<Vec<_>>().join("\n")
}

on_both!(a_list_begins_with_what_the_directory_knows, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut maker = Maker::ready(&house).await;
    let section = maker.section("Where").await;
    let asked = |kind: &'static str, rest: &[(&'static str, &'static str)]| {
        let mut fields = vec![("section", section.as_str()), ("title", "Where?"), ("kind", kind)];
        fields.extend(rest);
        fields
    };
    // The lines are there to be changed even where something else is wrong.
    let without = [("section", section.as_str()), ("kind", "list"), ("begin-with", "systems")];
    let page = maker.refused("/questions/new", &without, 422).await;
    assert_eq!(page.raw("#choices"), "Avonside\nBrockshire");
    assert!(!page.has("#begin-with option[selected][value='systems']"), "they are not added twice");

    let list = [("choices", "Everywhere\nBrockshire"), ("begin-with", "systems"), ("own", "yes")];
    let list = maker.add("new", &asked("list", &list)).await;
    let shown = maker.look(&format!("/questions/{list}")).await;
    assert_eq!(shown.raw("#choices"), "Everywhere\nBrockshire\nAvonside");
    assert!(shown.has("#own[checked]"));
    let place = maker.add("new", &asked("place", &[])).await;
    let shown = maker.look(&format!("/questions/{place}")).await;
    let places = shown.raw("#choices");
    assert!(places.starts_with("England\nScotland\nWales\nNorthern Ireland\n"), "{places}");
    assert!(places.ends_with("Avonside\nBrockshire"), "{places}");
});

on_both!(a_thousand_lines_are_kept_and_a_rule_can_rest_on_any, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut maker = Maker::ready(&house).await;
    let section = maker.section("Where").await;
    let (many, too_many) = (lines(1_000), lines(1_001));
    let changed =
        format!("{}\nThe last\nAnd one more", many.replace("Line 1\n", "").replace("Line 500\n", ""));
    let asked = |choices| {
        [("section", section.as_str()), ("title", "Which?"), ("kind", "list"), ("choices", choices)]
    };
    let page = maker.refused("/questions/new", &asked(&too_many), 422).await;
    let said = page.text("#choices-error");
    assert!(said.contains("Enter at most 1000 lines"), "{said}");
    let list = maker.add("new", &asked(&many)).await;
    // One more line, and one less: the others stay the choices they are.
    let services = &house.data.services;
    let call = by_slug(services, &maker.slug).await.expect("the call");
    let before = questionnaire(services.db.read(), call.id).await.expect("the questions");
    maker.send(&format!("/questions/{list}"), &asked(&changed)).await;
    let after = questionnaire(services.db.read(), call.id).await.expect("the questions");
    let labels: Vec<&str> = after.questions[1].choices.iter().map(|choice| choice.label.as_str()).collect();
    assert_eq!(labels.join("\n"), changed);
    let id = |form: &Questionnaire, label: &str| {
        form.questions[1].choices.iter().find(|choice| choice.label == label).map(|choice| choice.id)
    };
    assert_eq!(id(&before, "Line 777"), id(&after, "Line 777"));

    let builder = maker.look("/questions").await;
    assert!(builder.text("main").contains("and 988 more"), "{}", builder.text("main"));
    let page = maker.look(&format!("/questions/new?section={section}")).await;
    let offered = page.texts("select[multiple] option");
    assert_eq!(offered.len(), 1_000);
    let value = page.attribute("select[multiple] option:last-child", "value").expect("a value");
    let rule = [
        ("section", section.as_str()),
        ("title", "Why?"),
        ("kind", "long-text"),
        ("asked-if", value.as_str()),
    ];
    maker.add("new", &rule).await;
    let builder = maker.look("/questions").await;
    assert!(builder.text("main").contains("the answer to question 2 is “And one more”"));
});

on_both!(what_is_wrong_with_another_kind_is_said_of_the_kind_that_stays, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut maker = Maker::ready(&house).await;
    let section = maker.section("First").await;
    let ranked = [("section", section.as_str()), ("title", "What first?"), ("kind", "ranking")];
    let choices = [("choices", "Beds\nNurses\nBuses"), ("places", "2")];
    let question = maker.add("new", &[&ranked[..], &choices].concat()).await;
    maker.send("/acts/open-now", &[]).await;
    house.browser().submit(&format!("/calls/{}/start", maker.slug), &[]).await.expect(200);
    let path = format!("/questions/{question}");
    let form = maker.look(&path).await;
    assert!(form.text("#places").contains('2') && form.text("#choices").contains("Nurses"));
    let long = [("kind", "long-text"), ("word-limit", "seven"), ("asked-if-number", "x")];
    let page = maker.refused(&path, &with(&[&ranked[..], &choices].concat(), &long), 422).await;
    for field in ["kind", "asked-if"] {
        let said = page.text(&format!("#{field}-error"));
        assert!(!said.is_empty(), "{field}");
    }
    assert_eq!(page.texts(".govuk-error-summary a").len(), 2);
    let plainer =
        [("title", "What comes first?"), ("correction", "The question was too short to be understood.")];
    maker.send(&path, &plainer).await;
    assert!(maker.look("/questions").await.text("main").contains("What comes first?"));
});
