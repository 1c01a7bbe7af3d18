//! Following an organisation: the findings that quote it by name, and its end.

use chrono::TimeDelta;
use domain::mail::{Followed as F, Rate};
use domain::people::OrganisationEnding;
use domain::responses::Consent;
use services::outcomes::findings;
use services::people::organisations::{self, Organisation, edit, england, responses};
use services::testing::Throwaway;
use services::testing::spine::{ask, find, respond};
use services::{Services, on_both};

use crate::world::{follow, lines, told};

const ANN: &str = "ann@folkmoot.test";
const GWEN: &str = "gwen@folkmoot.test";

async fn devon(services: &Services) -> Organisation {
    england::load(services).await.expect("it loads");
    organisations::by_slug(services, "devon").await.expect("Devon")
}

fn later(services: &Services) {
    services.clock.set(services.clock.now() + TimeDelta::hours(1));
}

on_both!(
    findings_that_quote_an_organisation_by_name_are_told_to_its_followers,
    |data: Throwaway| async move {
        let services = &data.services;
        let devon = devon(services).await;
        let asked = ask(services, "One call").await;
        let named = respond(services, &asked, "a", Consent::WithName).await;
        let unnamed = respond(services, &asked, "b", Consent::WithoutName).await;
        let stranger = respond(services, &asked, "c", Consent::WithName).await;
        for given in [&named, &unnamed] {
            responses::link(services, asked.call.id, given.response.id, Some(devon.id))
                .await
                .expect("linked");
        }
        follow(services, F::Organisation, "devon", ANN, Rate::AtOnce).await;
        follow(services, F::Organisation, "devon", GWEN, Rate::AtOnce).await;
        follow(services, F::Call, &asked.call.slug, GWEN, Rate::Daily).await;
        later(services);
        for (title, on) in [("Not by name", &unnamed), ("Of others", &stranger)] {
            let finding = find(services, &asked, title, &[on]).await;
            findings::publish(services, &finding).await.expect("published");
        }
        assert!(told(services, ANN).await.is_empty(), "who is not named is not told of");
        let finding = find(services, &asked, "Of Devon", &[&named]).await;
        findings::publish(services, &finding).await.expect("published");
        let letters = told(services, ANN).await;
        assert_eq!(
            letters.iter().flat_map(lines).collect::<Vec<_>>(),
            ["Devon: finding-published, Of Devon"]
        );
        let at_once: Vec<_> = told(services, GWEN).await.iter().flat_map(lines).collect();
        assert_eq!(at_once.len(), 1, "who follows the call too hears of it once: {at_once:?}");

        let more = find(services, &asked, "More of Devon", &[&named]).await;
        findings::publish(services, &more).await.expect("published");
        responses::link(services, asked.call.id, named.response.id, None).await.expect("taken away");
        assert_eq!(told(services, ANN).await.len(), 1, "whose words they are not, after all, is no news");
    }
);

on_both!(the_end_of_an_organisation_is_told_unless_it_is_taken_back, |data: Throwaway| async move {
    let services = &data.services;
    let devon = devon(services).await;
    follow(services, F::Organisation, "devon", ANN, Rate::AtOnce).await;
    later(services);
    let ending = |day| OrganisationEnding {
        last_day: services::testing::spine::day(day),
        successor: None,
        note: String::new(),
    };
    edit::end(services, devon.id, ending(30)).await.expect("ended");
    edit::reopen(services, devon.id).await.expect("taken back");
    assert!(told(services, ANN).await.is_empty());
    edit::end(services, devon.id, ending(31)).await.expect("ended");
    let letters = told(services, ANN).await;
    assert_eq!(letters.iter().flat_map(lines).collect::<Vec<_>>(), ["Devon: organisation-ended, Devon"]);
});
