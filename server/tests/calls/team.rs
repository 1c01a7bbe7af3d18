//! The team's home, and who is shown what.

use domain::people::{Role, Scope};
use services::on_both;
use services::testing::Throwaway;

use super::Maker;
use crate::support::{House, Who};

on_both!(everyone_of_the_team_sees_the_calls_that_their_roles_reach, |data: Throwaway| async move {
    let house = House::new(data).await;
    for (who, calls) in [
        (Who::OnPlatform(Role::Reader), 2),
        (Who::OnCall(Role::LeadAnalyst), 1),
        (Who::OnOther(Role::Coder), 1),
    ] {
        let page = house.browser_of(who).get("/team").await.expect(200);
        assert_eq!(page.texts(".fm-card").len(), calls, "{who:?}");
        assert!(!page.has("a[href='/team/calls/new']"), "{who:?}");
    }
    let page = house.browser_of(Who::OnPlatform(Role::Owner)).get("/team").await.expect(200);
    assert!(page.has("a[href='/team/calls/new']") && !page.has("a[href='/team/people']"));
    let facts = ["Open", "Closes: 11:59pm on 9 January 2023", "Responses: 0"];
    assert_eq!(page.texts(".fm-card__facts > *")[..3], facts);
    assert!(house.browser_of(Who::administrator()).get("/team").await.has("a[href='/team/people']"));
    house.browser_of(Who::Nobody).get("/team").await.expect(403);
});

on_both!(every_link_of_the_sub_navigation_opens, |data: Throwaway| async move {
    let house = House::new(data).await;
    let address = format!("/team/calls/{}", house.call.slug);
    let here = Scope::Call(house.call.id);
    for role in Role::ALL.iter().filter(|role| role.fits(here)) {
        let mut browser = house.browser_of(Who::OnCall(*role));
        let overview = browser.get(&address).await.expect(200);
        assert!(overview.has(".fm-subnav a[aria-current=page]"), "{role}");
        let links: Vec<String> = overview
            .html()
            .select(&scraper::Selector::parse(".fm-subnav a").expect("a selector"))
            .filter_map(|link| link.attr("href").map(str::to_owned))
            .collect();
        let edits = links.iter().any(|link| link.ends_with("/edit"));
        assert_eq!(edits, matches!(role, Role::Owner | Role::Editor), "{role}");
        let reads = links.iter().any(|link| link.ends_with("/responses"));
        assert_eq!(reads, *role != Role::Editor, "{role}");
        for link in links {
            browser.get(&link).await.expect(200);
        }
    }
});

on_both!(a_reader_is_offered_nothing_that_changes_a_call, |data: Throwaway| async move {
    let house = House::new(data).await;
    let maker = Maker::ready(&house).await;
    let page = house.browser_of(Who::OnPlatform(Role::Reader)).get(&maker.base).await.expect(200);
    assert!(!page.has("#main form") && !page.has(".govuk-task-list a") && !page.has("a[href*='/acts/']"));
    assert!(page.has(".fm-private-link"), "the preview is theirs too");
});
