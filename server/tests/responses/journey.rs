//! The whole way, for each kind of respondent and in each language.

use domain::responses::{Consent, RespondentKind, Sector};
use services::on_both;
use services::testing::Throwaway;

use super::{Respondent, only, texts};
use crate::support::{ASKED, House};

on_both!(an_individual_answers_everything, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    let system = house.systems[1].to_string();
    let (yes, nurse, nobody) = (
        house.choice(ASKED.route, "Yes"),
        house.choice(ASKED.any, "A nurse"),
        house.choice(ASKED.any, "A neighbour"),
    );
    someone.answer("who", &[("kind", "individual")], "answer/about").await;
    someone.answer("about", &[("name", " Sioned  Parry "), ("system", &system)], "answer/1").await;
    someone.answer_question(ASKED.route, &yes, "answer/2").await;
    someone.answer_question(ASKED.limited, "A lift home.\r\n\r\nAnd a key safe.", "answer/3").await;
    someone.answer("3", &[("answer", &nurse), ("answer", &nobody)], "answer/4").await;
    someone.answer_question(ASKED.line, "Llandudno", "answer/5").await;
    someone.answer_question(ASKED.free, "\n\n  Indented, after two lines.", "answer/consent").await;
    someone.answer("consent", &[("consent", "with-name")], "answer/check").await;

    let check = someone.look("/answer/check").await.expect(200);
    let values = check.texts(".govuk-summary-list__value");
    let expected = [
        "Myself",
        "Sioned Parry",
        "Brockshire",
        "Yes, with the name",
        "Yes",
        "A lift home. And a key safe.",
        "A nurse A neighbour",
        "Llandudno",
        "Indented, after two lines.",
    ];
    assert_eq!(values, expected);
    assert_eq!(check.html().select(&scraper::Selector::parse("dd a").expect("a selector")).count(), 9);

    let reference = someone.finish().await;
    let (response, answers) = only(&house).await;
    assert_eq!(response.reference, reference);
    assert_eq!((response.kind, response.name.as_str()), (RespondentKind::Individual, "Sioned Parry"));
    assert_eq!((response.system, response.consent), (Some(house.systems[1]), Consent::WithName));
    assert_eq!((response.channel.as_str(), response.language.as_str()), ("online", "en"));
    assert_eq!(
        texts(&answers),
        [
            "Yes",
            "A lift home.\n\nAnd a key safe.",
            "A nurse\nA neighbour",
            "Llandudno",
            "\n\n  Indented, after two lines."
        ]
    );
});

on_both!(someone_answers_for_another, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    someone.answer("who", &[("kind", "on-behalf")], "answer/about").await;
    let page = someone.look("/answer/about").await.expect(200);
    assert!(page.has("#on-behalf-of") && !page.has("#organisation"));
    someone.answer("about", &[("name", ""), ("on-behalf-of", "My mother")], "answer/1").await;
    someone.answer_question(ASKED.route, &house.choice(ASKED.route, "No"), "answer/3").await;
    let page = someone.send("consent", &[("consent", "with-name")]).await.expect(422);
    assert_eq!(page.attribute(".govuk-error-summary a", "href").as_deref(), Some("#consent"));
    someone.answer("consent", &[("consent", "without-name")], "answer/check").await;
    someone.finish().await;
    let (response, answers) = only(&house).await;
    assert_eq!((response.kind, response.on_behalf_of.as_str()), (RespondentKind::OnBehalf, "My mother"));
    assert_eq!((response.name.as_str(), texts(&answers)), ("", vec!["No"]));
});

on_both!(an_organisation_says_which_it_is, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    someone.answer("who", &[("kind", "organisation")], "answer/about").await;
    let page = someone.send("about", &[("organisation", " "), ("name", "Ada")]).await.expect(422);
    let links: Vec<_> = page.texts(".govuk-error-summary a");
    assert_eq!(links.len(), 2, "the name and the sector are missing: {links:?}");
    assert_eq!(page.attribute("#name", "value").as_deref(), Some("Ada"), "what was typed is kept");
    let details = [("organisation", "Age Concern & Co"), ("sector", "voluntary"), ("name", "Ada")];
    someone.answer("about", &details, "answer/1").await;
    someone.answer_question(ASKED.route, &house.choice(ASKED.route, "No"), "answer/3").await;
    someone.answer("consent", &[("consent", "not-at-all")], "answer/check").await;
    let reference = someone.finish().await;
    let receipt = someone.look("/receipt").await.expect(200);
    assert!(receipt.text("main").contains(&reference));
    let (response, _) = only(&house).await;
    assert_eq!(response.organisation, "Age Concern & Co");
    assert_eq!((response.sector, response.consent), (Some(Sector::Voluntary), Consent::NotAtAll));
});

on_both!(an_organisation_that_becomes_a_person_leaves_no_trace_of_itself, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    someone.answer_all().await;
    someone.answer("who", &[("kind", "organisation")], "answer/about").await;
    someone.answer("about", &[("organisation", "Age Concern"), ("sector", "voluntary")], "answer/1").await;
    someone.answer("consent?change=1", &[("consent", "with-name")], "answer/check").await;
    // The name went with the organisation, so the consent to publish it is asked for again.
    someone.answer("who?change=1", &[("kind", "individual")], "answer/about").await;
    someone.answer("check", &[], "answer/check").await;
    someone.answer("consent?change=1", &[("consent", "without-name")], "answer/check").await;
    someone.finish().await;
    let (response, _) = only(&house).await;
    assert_eq!((response.kind, response.organisation.as_str()), (RespondentKind::Individual, ""));
    assert_eq!((response.sector, response.consent), (None, Consent::WithoutName));
});

on_both!(the_receipt_shows_everything_that_was_sent, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    someone.answer_all().await;
    someone.look("/receipt").await.expect(404);
    let reference = someone.finish().await;
    let confirmation = someone.look("/confirmation").await.expect(200);
    assert_eq!(confirmation.text("h1"), "Your response has been received");
    assert!(confirmation.text("main").contains("10am on 13 December 2022"));
    let receipt = someone.look("/receipt").await.expect(200);
    let shown = receipt.text("main");
    for part in [
        reference.as_str(),
        "10am on 13 December 2022",
        "Myself",
        "Sioned Parry",
        "Yes, with the name",
        "Llandudno",
        "The bus was late.",
    ] {
        assert!(shown.contains(part), "the receipt lacks {part}: {shown}");
    }
    assert_eq!(receipt.text(".fm-hash").len(), 64);
    assert_eq!(receipt.header("cache-control"), "no-store");
});

on_both!(the_whole_way_in_welsh, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::reading(&house, "/cy").await;
    for path in ["", "/questions", "/answer/who", "/answer/about", "/answer/1", "/answer/consent"] {
        let page = someone.look(path).await.expect(200);
        assert_eq!(page.attribute("html", "lang").as_deref(), Some("cy"), "{path}");
        for to in page.html().select(&scraper::Selector::parse("main a, main form").expect("a selector")) {
            let to = to.attr("href").or(to.attr("action")).unwrap_or_default();
            assert!(to.starts_with("/cy/") || to.starts_with('#'), "{path} leads out of Welsh: {to}");
        }
    }
    let page = someone.send("who", &[]).await.expect(422);
    assert!(page.text("title").starts_with("Gwall:"), "{}", page.text("title"));
    someone.answer_all().await;
    someone.finish().await;
    assert_eq!(only(&house).await.0.language, "cy");
});

on_both!(changing_language_in_mid_form_keeps_the_answers, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    someone.answer_all().await;
    let page = someone.look("/answer/4?change=1").await.expect(200);
    let to_welsh = page.attribute(".fm-header__language", "href").expect("a link to the other language");
    let page = someone.browser.open(&to_welsh).await.expect(200);
    assert_eq!(page.attribute("html", "lang").as_deref(), Some("cy"));
    assert_eq!(page.attribute("#answer", "value").as_deref(), Some("Llandudno"));
    let action = page.attribute("main form", "action").expect("a form");
    let page = someone.browser.submit(&action, &[("answer", "Conwy")]).await.expect(200);
    assert_eq!(page.address, format!("/cy/calls/{}/answer/check", house.call.slug));
    assert!(page.text("main").contains("Conwy") && page.text("main").contains("The bus was late."));
    let back = page.attribute(".fm-header__language", "href").expect("the way back");
    let page = someone.browser.open(&back).await.expect(200);
    assert!(page.text("main").contains("Conwy"));
});
