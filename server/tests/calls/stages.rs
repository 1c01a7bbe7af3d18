//! The time line of a call.

use services::testing::Throwaway;
use services::{calls, on_both};

use super::Maker;
use crate::support::House;

on_both!(the_public_follows_a_call_through_its_stages, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut maker = Maker::ready(&house).await;
    let long = "s".repeat(61);
    let page = maker.refused("/stages", &[("stage-report", &long)], 422).await;
    assert!(page.text("#stage-report-error").contains("60 characters"));
    maker.send("/stages", &[("stage-report", "Summer 2023"), ("stage-reply", "")]).await;
    assert_eq!(
        maker.look("/stages").await.attribute("#stage-report", "value").as_deref(),
        Some("Summer 2023")
    );
    maker.send("/acts/open-now", &[]).await;
    let mut guest = house.browser();
    let address = format!("/calls/{}", maker.slug);
    let page = guest.get(&address).await.expect(200);
    assert_eq!(page.texts(".fm-timeline .govuk-tag"), ["Now", "To come", "To come", "To come", "To come"]);
    assert_eq!(page.texts(".fm-timeline__when").last().map(String::as_str), Some("Summer 2023"));
    assert_eq!(page.text(".fm-timeline [aria-current=step] .fm-timeline__name"), "Evidence");
    // Its short link is short, and leads to the same page however it is typed.
    let short = maker.look("").await.attribute(".fm-public-link a", "href").expect("a link");
    let short = &short[short.find("/c/").expect("its address")..];
    assert_eq!(short.len(), "/c/".len() + 6);
    for typed in [short.to_owned(), short.to_uppercase().replace("/C/", "/c/")] {
        assert_eq!(guest.get(&typed).await.expect(303).location().as_deref(), Some(address.as_str()));
    }
    guest.get("/c/none").await.expect(404);
    maker.send("/acts/close-now", &[]).await;
    house.set_clock("2023-04-22 10:00:00");
    let services = &house.data.services;
    let call = calls::by_slug(services, &maker.slug).await.expect("it is there");
    calls::edit::publish_outcome(services, &call).await.expect("published");
    let page = guest.get(&address).await.expect(200);
    assert_eq!(page.texts(".fm-timeline .govuk-tag"), ["Over", "Over", "Now", "To come", "To come"]);
});
