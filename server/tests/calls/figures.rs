//! Figures of who takes part: the team's page, and what everyone sees of them.

use domain::people::Role;
use services::on_both;
use services::testing::Throwaway;

use crate::support::{ASKED, House, Who};

/// Sends so many responses as individuals.
async fn answered(house: &House, many: usize) {
    let base = format!("/calls/{}", house.call.slug);
    let no = house.choice(ASKED.route, "No");
    for _ in 0..many {
        let mut someone = house.browser();
        someone.post(&format!("{base}/start"), &[]).await.expect(303);
        for (step, fields) in [
            ("who", [("kind", "individual")].as_slice()),
            ("about", &[("name", "Somebody")]),
            ("1", &[("answer", &no)]),
            ("5", &[("answer", "Words.")]),
            ("consent", &[("consent", "not-at-all")]),
            ("check", &[]),
        ] {
            someone.post(&format!("{base}/answer/{step}"), fields).await.expect(303);
        }
    }
}

on_both!(the_team_counts_while_it_is_open_and_everyone_after, |data: Throwaway| async move {
    let house = House::new(data).await;
    let (call, mut guest) = (format!("/calls/{}", house.call.slug), house.browser());
    let team = format!("/team{call}/figures");
    let mut lead = house.browser_of(Who::OnPlatform(Role::Owner));
    assert!(lead.get(&team).await.expect(200).text("main").contains("Nobody has answered yet"));
    answered(&house, 6).await;
    house.browser().post(&format!("{call}/start"), &[]).await.expect(303);

    let page = lead.get(&team).await.expect(200);
    let facts = page.text(".fm-facts");
    assert!(facts.contains("6 of 7 (85%)"), "{facts}");
    let said = page.attribute("svg.fm-bars", "aria-label").expect("words for the drawing");
    assert_eq!(
        said,
        "6 responses from 13 December 2022 to 13 December 2022. Most on one day: 6, on 13 December 2022."
    );
    assert!(
        page.has("svg.fm-bars rect[height='160']") && page.text("details table").contains("13 December 2022")
    );
    assert!(page.text("main").contains("On this portal"));
    let mut reader = house.browser_of(Who::OnPlatform(Role::Reader));
    let page = reader.get(&team).await.expect(200);
    assert!(!page.has("#main form"), "who may not set it is not asked");
    reader.post(&team, &[("early", "yes")]).await.expect(403);

    assert!(!guest.get(&call).await.expect(200).has("#figures"));
    lead.post(&team, &[("early", "yes")]).await.expect(303);
    assert!(lead.get(&team).await.has("#early[checked]"));
    house.set_clock("2022-12-14 09:00:00");
    let page = guest.get(&call).await.expect(200);
    assert!(
        page.text("main").contains("6 responses had come by the end of 13 December 2022. More may follow.")
    );
    assert!(page.text("main").contains("This is not a poll."));
    lead.post(&team, &[]).await.expect(303);
    assert!(!guest.get(&call).await.expect(200).has("#figures"));

    house.set_clock("2023-01-10 09:00:00");
    let page = guest.get(&call).await.expect(200);
    assert_eq!(page.texts("section[aria-labelledby=figures] tbody tr").len(), 4);
    assert!(page.text("main").contains("6 responses were received."));
    assert!(guest.get(&format!("/cy{call}")).await.expect(200).has("#figures"));
});

on_both!(nobody_is_counted_out_by_a_small_number, |data: Throwaway| async move {
    let house = House::new(data).await;
    answered(&house, 3).await;
    house.set_clock("2023-01-10 09:00:00");
    let page = house.browser().get(&format!("/calls/{}", house.call.slug)).await.expect(200);
    assert!(page.has("#figures") && !page.has("section[aria-labelledby=figures] table"));
});
