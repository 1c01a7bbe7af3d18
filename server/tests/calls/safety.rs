//! Nothing typed is lost, nothing typed is understood as HTML, and nobody's answer is changed under them.

use services::on_both;
use services::testing::Throwaway;
use uuid::Uuid;

use super::{Maker, TEXTS, TIMES, with};
use crate::support::{House, Page};

/// What does harm wherever it is taken for HTML, and begins with a line feed that a browser would drop.
const HOSTILE: &str =
    "\n</textarea></title><script>alert(1)</script><img src=x onerror=alert(2)> & \"quoted\" 'too'";

/// The same as one line, as a heading holds it.
const LINE: &str =
    "</textarea></title><script>alert(1)</script><img src=x onerror=alert(2)> & \"quoted\" 'too'";

#[track_caller]
fn harmless(page: &Page) {
    assert!(!page.has("script:not([src])") && !page.has("img") && !page.has("[onerror]"), "{}", page.address);
}

on_both!(a_form_sent_back_holds_everything_that_was_typed, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut maker = Maker::ready(&house).await;
    let lines = ["title", "commissioner", "title-cy"];
    let areas = [
        "summary",
        "remit",
        "contact",
        "publication-policy",
        "privacy-controller",
        "privacy-rights",
        "summary-cy",
    ];
    let mut fields = vec![("kind", "neither")];
    fields.extend(lines.iter().map(|name| (*name, LINE)));
    fields.extend(areas.iter().map(|name| (*name, HOSTILE)));
    let kept = |page: &Page, areas: &[&str], lines: &[&str]| {
        harmless(page);
        for name in areas {
            assert_eq!(page.raw(&format!("#{name}")), HOSTILE, "{} {name}", page.address);
        }
        for name in lines {
            assert_eq!(page.attribute(&format!("#{name}"), "value").as_deref(), Some(LINE), "{name}");
        }
    };
    kept(&maker.refused("/edit", &fields, 422).await, &areas, &lines);
    let page = maker.browser.post("/team/calls/new", &fields).await.expect(422);
    kept(&page, &areas[..1], &lines[..1]);
    let page = maker.refused("/questions/sections/new", &[("intro", HOSTILE)], 422).await;
    kept(&page, &["intro"], &[]);
    let typed =
        [("help", HOSTILE), ("choices", HOSTILE), ("title", LINE), ("word-limit", LINE), ("required", "yes")];
    let page = maker.refused("/questions/new", &typed, 422).await;
    kept(&page, &["help", "choices"], &["title", "word-limit"]);
    assert!(page.has("#required[checked]"));
    let named: Vec<String> = page.texts(".govuk-error-summary li");
    assert_eq!(named.len(), 3, "section, kind and limit: {named:?}");
});

on_both!(hostile_texts_of_a_call_harm_no_page, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut maker = Maker::ready(&house).await;
    let texts: Vec<(&str, &str)> = TEXTS.iter().map(|(name, _)| (*name, HOSTILE)).collect();
    let texts =
        with(&texts, &[("kind", "call-for-evidence"), ("title-cy", HOSTILE), ("summary-cy", HOSTILE)]);
    maker.send("/edit", &texts).await;
    let section = maker.add("sections/new", &[("title", HOSTILE), ("intro", HOSTILE)]).await;
    let question = [
        ("section", section.as_str()),
        ("kind", "single-choice"),
        ("title", HOSTILE),
        ("help", HOSTILE),
        ("choices", "<script>alert(3)</script>\n<img src=x onerror=alert(4)>"),
    ];
    let id = maker.add("new", &question).await;
    let paths =
        ["", "/edit", "/schedule", "/questions", "/questions/new", "/acts/announce"].map(str::to_owned);
    let more = [
        format!("/questions/{id}"),
        format!("/questions/{id}/remove"),
        format!("/questions/sections/{section}"),
    ];
    for path in paths.iter().chain(&more) {
        harmless(&maker.look(path).await);
    }
    assert_eq!(maker.look("/edit").await.raw("#remit"), HOSTILE);
    harmless(&maker.browser.get("/team").await);
    let link = maker.look("").await.text(".fm-private-link").replace("http://folkmoot.test", "");
    let mut guest = house.browser();
    for path in ["", "/questions", "/answer/who", "/answer/2"] {
        harmless(&guest.get(&format!("{link}{path}")).await.expect(200));
        harmless(&guest.get(&format!("/cy{link}{path}")).await.expect(200));
    }
});

on_both!(what_is_refused_says_why_where_it_was_tried, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut maker = Maker::new(&house).await;
    let section = maker.section("One").await;
    let decides = [
        ("section", section.as_str()),
        ("kind", "single-choice"),
        ("title", "Did you?"),
        ("choices", "Yes\nNo"),
    ];
    let first = maker.add("new", &decides).await;
    let yes = maker.condition(&section, "Yes").await;
    let asked =
        [("section", section.as_str()), ("kind", "long-text"), ("title", "Why?"), ("asked-if", yes.as_str())];
    let second = maker.add("new", &asked).await;

    let page = maker.refused(&format!("/questions/{second}/move"), &[("to", "up")], 422).await;
    assert_eq!(page.attribute(".govuk-error-summary a", "href"), Some(format!("#item-{second}")));
    assert!(page.has(&format!("#item-{second}")));
    let page = maker.refused(&format!("/questions/{first}/remove"), &[], 422).await;
    assert!(page.text(".govuk-error-summary").contains("Another question is asked only after"));
    let page = maker.refused(&format!("/questions/sections/{section}/remove"), &[], 422).await;
    assert!(page.text(".govuk-error-summary").contains("Move or remove the questions"));
    let fewer = with(&decides, &[("choices", "No\nPerhaps\nNever")]);
    let page = maker.refused(&format!("/questions/{first}"), &fewer, 422).await;
    assert_eq!(page.raw("#choices"), "No\nPerhaps\nNever");
    assert!(page.text("#choices-error").contains("Another question"));
    // A condition on itself cannot be, and what was ticked is still there.
    let page =
        maker.refused(&format!("/questions/{first}"), &with(&decides, &[("asked-if", &yes)]), 422).await;
    assert_eq!(page.attribute("input[name=asked-if][checked]", "value"), Some(yes.clone()));
    for nothing in ["x", "0198c0de-0000-7000-8000-000000000000"] {
        for path in [
            format!("/questions/{nothing}"),
            format!("/questions/sections/{nothing}"),
            format!("/questions/{nothing}/remove"),
        ] {
            let page = maker.browser.get(&format!("{}{path}", maker.base)).await.expect(404);
            assert!(page.has("h1"));
        }
        maker.refused(&format!("/questions/{nothing}"), &asked, 404).await;
        maker.refused(&format!("/questions/{nothing}/move"), &[("to", "up")], 404).await;
    }
});

on_both!(once_someone_answers_only_words_change, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut maker = Maker::ready(&house).await;
    maker.send("/acts/open-now", &[]).await;
    let mut guest = house.browser();
    guest.submit(&format!("/calls/{}/start", maker.slug), &[]).await.expect(200);

    let builder = maker.look("/questions").await;
    assert!(builder.text(".govuk-inset-text").contains("People have begun to answer."));
    assert!(!builder.has("form[action$='/move']") && !builder.has("a[href$='/remove']"));
    let question = builder.attribute("h3", "id").expect("an id").replace("item-", "");
    let section = builder.attribute("section.fm-panel h2", "id").expect("an id").replace("item-", "");
    let asked = [("section", section.as_str()), ("kind", "long-text"), ("title", "What happened to you?")];
    let page =
        maker.refused(&format!("/questions/{question}"), &with(&asked, &[("kind", "short-text")]), 422).await;
    assert!(page.text("#kind-error").contains("People have begun to answer"));
    assert_eq!(page.attribute("#title", "value").as_deref(), Some("What happened to you?"));
    let page = maker.refused("/questions/new", &asked, 422).await;
    assert_eq!(page.attribute("#title", "value").as_deref(), Some("What happened to you?"));
    let page = maker.refused(&format!("/questions/{question}/remove"), &[], 422).await;
    assert!(page.text(".govuk-error-summary").contains("People have begun to answer"));
    // Of what somebody else has removed meanwhile there is no heading left that could be given as the place.
    maker.refused(&format!("/questions/{}/move", Uuid::nil()), &[("to", "up")], 404).await;
    // What is left to change is the words; everything else is shown, and stays whatever a form sends.
    let form = maker.look(&format!("/questions/{question}")).await;
    assert!(form.text(".govuk-inset-text").contains("You can still put words right"));
    assert!(!form.has("input[name=kind]") && !form.has("[name=section]") && !form.has("[name=choices]"));
    assert!(form.text("#kind").contains("In many lines"), "{}", form.text("#kind"));
    let note = ("correction", "It was not clear.");
    let there = format!("/questions/{question}");
    let page = maker.refused(&there, &[("title", "What has happened to you?")], 422).await;
    assert!(page.text("#correction-error").contains("Say why"));
    let words = [("title", "What has happened to you?"), note];
    let builder = maker.send(&format!("/questions/{question}"), &words).await;
    assert_eq!(builder.text("h3"), "1. What has happened to you?");
    let builder = maker.send(&format!("/questions/{question}"), &with(&asked, &[note])).await;
    assert_eq!(builder.text("h3"), "1. What happened to you?");
    // Forms that could only be refused are not offered, and say why to whoever still has their address.
    assert!(!builder.has("a[href$='/sections/new']") && !builder.has("a[href*='/questions/new']"));
    for path in [
        "/questions/new".to_owned(),
        "/questions/sections/new".to_owned(),
        format!("/questions/{question}/remove"),
    ] {
        let page = maker.browser.get(&format!("{}{path}", maker.base)).await.expect(409);
        assert!(page.text("main").contains("People have begun to answer"), "{path}");
        assert!(!page.has("main form"), "{path}");
    }
    let page = maker.refused("/questions/sections/new", &[("title", "More"), ("intro", "")], 422).await;
    assert!(page.text("#title-error").contains("People have begun to answer"));
    assert_eq!(page.attribute("#title", "value").as_deref(), Some("More"));
    let page = maker.browser.get(&format!("{}/questions/sections/{section}/remove", maker.base)).await;
    assert!(page.expect(422).text(".govuk-error-summary").contains("Move or remove the questions"));
    let page = maker.refused("/schedule", TIMES, 422).await;
    assert!(page.text("#opens-date-error").contains("has opened"));
});
