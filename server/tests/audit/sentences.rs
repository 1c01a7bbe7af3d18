//! What was done is told in words, by whom, and can be narrowed.

use chrono::TimeDelta;
use domain::people::Role;
use services::audit::{Entry, PAGE};
use services::on_both;
use services::testing::Throwaway;

use super::{NAME, PASSWORD, admit, house, read_out, told};
use crate::support::Who;

on_both!(what_was_done_is_told_in_words, |data: Throwaway| async move {
    let (house, mut browser) = house(data).await;
    let call = &house.call.slug;
    house.set_clock("2023-01-03 17:02:00");
    browser.post(&format!("/team/calls/{call}/acts/close-now"), &[]).await.expect(303);
    let page = browser.get("/team/audit").await.expect(200);
    let row = page.text("tbody tr");
    assert!(row.contains(&format!("{NAME} closed the call ‘Home and hospital’")), "{row}");
    assert!(row.starts_with("5:02pm on 3 January 2023"), "{row}");
    let link = page.attribute("tbody a", "href");
    assert_eq!(link, Some(format!("/team/calls/{call}")), "the call is one link away");
    let before = told(&mut browser, "/team/audit?act=call-scheduled").await;
    let scheduled = "The command line set the call ‘Home and hospital’ to open at 9am on 1 December 2022 and to close at \
                     11:59pm on 9 January 2023";
    assert!(before.iter().any(|sentence| sentence.starts_with(scheduled)), "{before:?}");
});

on_both!(signing_in_is_on_record_and_never_with_what_was_typed, |data: Throwaway| async move {
    let (house, mut administrator) = house(data).await;
    admit(&house, &mut administrator, "Ada Lead", "ada@folkmoot.test", "coder").await;
    let mut ada = house.browser();
    let secret = ("password", "not three random words");
    ada.post("/sign-in", &[("email", "ada@folkmoot.test"), secret]).await.expect(422);
    ada.post("/sign-in", &[("email", "eve@elsewhere.test"), secret]).await.expect(422);
    ada.post("/sign-in", &[("email", "ada@folkmoot.test"), ("password", PASSWORD)]).await.expect(303);
    ada.post("/sign-out", &[]).await.expect(303);
    let page = administrator.get("/team/audit").await.expect(200);
    let told = read_out(&page);
    let expected = [
        "Ada Lead signed out",
        "Ada Lead signed in",
        "Someone tried to sign in as an address without an account and failed",
        "Someone tried to sign in as Ada Lead and failed",
        "Ada Lead signed in",
        "Ada Lead accepted an invitation, and has an account with the role of Coder on the whole platform",
        "Everything invited Ada Lead to the role of Coder on the whole platform",
    ];
    assert_eq!(told[..7], expected);
    assert!(
        !page.body.contains("@folkmoot.test") && !page.body.contains("elsewhere.test"),
        "no address is told"
    );
    let options = page.texts("#person option");
    assert!(options.contains(&"Ada Lead".to_owned()) && options.contains(&"The command line".to_owned()));
});

on_both!(acts_are_narrowed_by_person_act_call_and_day, |data: Throwaway| async move {
    let (house, mut browser) = house(data).await;
    let mine = |call: &str| format!("/team/calls/{call}/preview-link");
    house.set_clock("2023-01-02 23:59:59");
    browser.post(&mine(&house.call.slug), &[]).await.expect(303);
    house.set_clock("2023-01-03 00:00:00");
    browser.post(&mine(&house.other.slug), &[]).await.expect(303);
    let page = browser.get("/team/audit").await;
    let person = |name: &str| {
        let options = page.html();
        let selector = scraper::Selector::parse("#person option").expect("a selector");
        let found = options.select(&selector).find(|option| option.text().collect::<String>() == name);
        found.and_then(|option| option.attr("value")).expect("an option").to_owned()
    };
    let (me, other) = (person(NAME), house.other.id);
    let link = |title: &str| format!("{NAME} made a new private link to the preview of the call ‘{title}’");
    let (home, records) = (link("Home and hospital"), link("Records and privacy"));
    for (query, expected) in [
        (format!("person={me}"), vec![&records, &home]),
        (format!("person={}", person("OnCall(Reader)")), vec![]),
        ("act=preview-link-renewed".to_owned(), vec![&records, &home]),
        (format!("act=preview-link-renewed&call={other}"), vec![&records]),
        ("act=preview-link-renewed&from=2023-01-03".to_owned(), vec![&records]),
        ("act=preview-link-renewed&to=2023-01-02".to_owned(), vec![&home]),
        ("act=preview-link-renewed&from=2023-01-02&to=2023-01-03".to_owned(), vec![&records, &home]),
        ("from=2023-01-04".to_owned(), vec![]),
    ] {
        let told = told(&mut browser, &format!("/team/audit?{query}")).await;
        let told: Vec<&str> =
            told.iter().map(|sentence| sentence.split('’').next().unwrap_or_default()).collect();
        let expected: Vec<&str> = expected.iter().map(|text| text.trim_end_matches('’')).collect();
        assert_eq!(told, expected, "{query}");
    }
    let none = browser.get("/team/audit?from=2023-01-04").await;
    assert!(none.text("#main").contains("Nothing on record is like this."));
    let kept = browser.get(&format!("/team/audit?person={me}&act=call-closed&from=2023-01-01")).await;
    assert_eq!(kept.attribute("#act option[selected]", "value").as_deref(), Some("call-closed"));
    assert_eq!(kept.attribute("#person option[selected]", "value"), Some(me));
    assert_eq!(kept.attribute("#from", "value").as_deref(), Some("2023-01-01"));
});

on_both!(a_day_that_is_none_is_named_and_nothing_else_is_shown_for_it, |data: Throwaway| async move {
    let (_house, mut browser) = house(data).await;
    let page = browser.get("/team/audit?from=yesterday&to=2023-02-30").await.expect(422);
    let links = page.texts(".govuk-error-summary a");
    assert_eq!(links.len(), 2, "{links:?}");
    assert!(links[0].contains("‘yesterday’ is not a day"));
    assert!(page.has("#from-error") && page.has("#to-error") && !page.has("table"));
    assert_eq!(page.attribute("#from", "value").as_deref(), Some("yesterday"));
    let page = browser.get("/team/audit?from=2023-02-02&to=2023-02-01").await.expect(422);
    assert_eq!(page.attribute(".govuk-error-summary a", "href").as_deref(), Some("#to"));
    browser.post("/team/audit/csv?from=yesterday", &[]).await.expect(422);
});

on_both!(a_long_audit_is_read_page_by_page, |data: Throwaway| async move {
    let (house, mut browser) = house(data).await;
    let services = &house.data.services;
    for number in 0..(PAGE * 2) {
        services.clock.set(services.clock.now() + TimeDelta::seconds(1));
        let entry = Entry::of_portal(domain::audit::Act::IndexRebuilt).with("number", number);
        services.recorder().record_alone(&services.db, entry).await.expect("recorded");
    }
    let (mut numbers, mut address) = (Vec::new(), "/team/audit?act=index-rebuilt".to_owned());
    loop {
        let page = browser.get(&address).await.expect(200);
        numbers.extend(page.texts("tbody td:last-child"));
        let older = page.html();
        let selector = scraper::Selector::parse(".fm-pages a").expect("a selector");
        let older = older.select(&selector).find(|link| link.text().collect::<String>() == "Earlier");
        let Some(older) = older.and_then(|link| link.attr("href")).map(str::to_owned) else { break };
        address = older;
    }
    assert_eq!(numbers.len(), PAGE * 2);
    let parsed: Vec<i64> = numbers.iter().map(|number| number.parse().expect("a number")).collect();
    assert!(parsed.is_sorted_by(|a, b| a > b), "every act once, the latest first");
});

on_both!(only_whoever_may_reads_it, |data: Throwaway| async move {
    let (house, mut administrator) = house(data).await;
    assert!(administrator.get("/team").await.body.contains("href=\"/team/audit\""));
    for who in Who::all().into_iter().filter(|who| {
        let officer = *who == Who::OnPlatform(Role::DataProtectionOfficer);
        !officer && *who != Who::administrator() && *who != Who::Everything
    }) {
        let mut browser = house.browser_of(who);
        assert!(!browser.open("/team").await.body.contains("href=\"/team/audit\""), "{who:?}");
    }
});
