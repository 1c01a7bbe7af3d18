//! Finding a call by what the team says of it.

use services::on_both;
use services::testing::Throwaway;

use super::Maker;
use crate::support::{House, Page};

/// The addresses of the calls on a page.
fn found(page: &Page) -> Vec<String> {
    let html = page.html();
    let links = scraper::Selector::parse(".fm-card__title a").expect("a selector");
    html.select(&links).filter_map(|link| link.attr("href")).map(str::to_owned).collect()
}

on_both!(a_call_is_found_by_theme_place_audience_and_words, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut maker = Maker::ready(&house).await;
    let long = "s".repeat(81);
    let page = maker.refused("/keywords", &[("themes", &long), ("places", "Wales")], 422).await;
    assert!(page.text("#themes-error").contains("80 characters"));
    assert_eq!(page.raw("#places").trim(), "Wales", "nothing typed is lost");
    let said = [
        ("themes", "Mental health = Iechyd meddwl\nData"),
        ("places", "Wales = Cymru"),
        ("audiences", "voluntary"),
        ("audiences", "carers"),
    ];
    maker.send("/keywords", &said).await;
    assert!(maker.look("/keywords").await.has("#audiences-5[checked]"));
    let mut guest = house.browser();
    let all = guest.get("/calls").await.expect(200);
    assert!(!all.has("select[name=theme]"), "nobody can find what nobody knows of");

    maker.send("/acts/open-now", &[]).await;
    let mine = format!("/calls/{}", maker.slug);
    let all = guest.get("/calls").await.expect(200);
    assert!(found(&all).contains(&mine) && found(&all).len() > 1);
    assert_eq!(all.texts("select[name=theme] option"), ["Any", "Data", "Mental health"]);
    assert_eq!(all.texts("select[name=audience] option").len(), 3);
    for asked in
        ["theme=Mental+health", "place=Wales", "audience=carers", "theme=Data&place=Wales&state=open"]
    {
        let page = guest.get(&format!("/calls?{asked}")).await.expect(200);
        assert_eq!(found(&page), [mine.as_str()], "{asked}");
        assert!(page.text("[role=status]").contains("1 call was found"), "{asked}");
    }
    for asked in ["theme=Wales", "place=Wales&state=closed", "audience=nhs", "words=no-such-word"] {
        let page = guest.get(&format!("/calls?{asked}")).await.expect(200);
        assert!(found(&page).is_empty(), "{asked}");
        assert!(page.text("[role=status]").contains("No call was found"), "{asked}");
    }
    // What is looked for is still in the form; what is unknown narrows nothing.
    let page = guest.get("/calls?theme=Data&audience=robots").await.expect(200);
    assert_eq!(page.attribute("select[name=theme] option[selected]", "value").as_deref(), Some("Data"));
    assert_eq!(found(&page), [mine.as_str()]);
    let welsh = guest.get("/cy/calls?theme=Mental+health").await.expect(200);
    assert_eq!(welsh.text("select[name=theme] option[selected]"), "Iechyd meddwl");
    assert_eq!(found(&welsh), [format!("/cy{mine}")]);
});
