//! Answering after a call has closed, by leave of the team.

use domain::people::Role;
use services::on_both;
use services::responses::export;
use services::testing::Throwaway;

use crate::support::{ASKED, House, Who};

const LEAVE: &[(&str, &str)] = &[
    ("name", "Age Avon"),
    ("until-date", "2023-01-20"),
    ("until-time", "17:00"),
    ("reason", "Their building flooded."),
];

on_both!(whoever_has_leave_answers_late_and_is_marked_so, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut owner = house.browser_of(Who::OnCall(Role::Owner));
    let base = format!("/team/calls/{}/late", house.call.slug);
    let call = format!("/calls/{}", house.call.slug);
    owner.post(&base, LEAVE).await.expect(409);
    assert!(!owner.get(&base).await.expect(200).has("#name"), "the call is open");

    house.set_clock("2023-01-12 10:00:00");
    let page = owner.post(&base, &[]).await.expect(422);
    assert_eq!(page.texts(".govuk-error-summary li").len(), 4);
    let past = [LEAVE[0], ("until-date", "2023-01-11"), LEAVE[2], LEAVE[3]];
    let page = owner.post(&base, &past).await.expect(422);
    assert!(page.text("#until-date-error").contains("must lie ahead"));
    let page = owner.submit(&base, LEAVE).await.expect(200);
    assert!(page.text("table").contains("Age Avon") && page.text("table").contains("Not used yet"));
    let link = page.attribute(".fm-private-link a", "href").expect("a link");
    let link = &link[link.find("/late/").expect("its address")..];

    let mut guest = house.browser();
    guest.post(&format!("{call}/start"), &[]).await.expect(409);
    assert!(guest.get(link).await.expect(200).text("main").contains("5pm on 20 January 2023"));
    guest.submit(link, &[]).await.expect(200);
    assert!(owner.get(&base).await.text("table").contains("Begun"));
    let no = house.choice(ASKED.route, "No");
    for (step, fields) in [
        ("who", [("kind", "individual")].as_slice()),
        ("about", &[("name", "Nobody knows")]),
        ("1", &[("answer", &no)]),
        ("3", &[]),
        ("4", &[]),
        ("5", &[("answer", "My late words.")]),
        ("consent", &[("consent", "with-name")]),
        ("check", &[]),
    ] {
        guest.post(&format!("{call}/answer/{step}"), fields).await.expect(303);
    }
    assert!(owner.get(&base).await.text("table").contains("Sent"));
    let mut reader = house.browser_of(Who::OnCall(Role::LeadAnalyst));
    let list = reader.get(&format!("/team/calls/{}/responses", house.call.slug)).await.expect(200);
    assert_eq!(list.texts("tbody .govuk-tag"), ["Late"]);
    let mut csv = Vec::new();
    export::csv(&house.data.services, house.call.id, &mut csv).await.expect("the export");
    let csv = String::from_utf8(csv).expect("text");
    assert!(
        csv.lines().any(|line| line.contains("My late words.") && line.contains(",online,yes,en,")),
        "{csv}"
    );
});

on_both!(a_leave_ends_and_takes_nothing_that_was_sent, |data: Throwaway| async move {
    let house = House::new(data).await;
    let call = format!("/calls/{}", house.call.slug);
    // Begun in time, and too late since.
    let mut guest = house.browser();
    guest.post(&format!("{call}/start"), &[]).await.expect(303);
    guest.post(&format!("{call}/answer/who"), &[("kind", "individual")]).await.expect(303);
    house.set_clock("2023-01-12 10:00:00");
    guest.get(&format!("{call}/answer/about")).await.expect(409);

    let mut owner = house.browser_of(Who::OnCall(Role::Owner));
    let base = format!("/team/calls/{}/late", house.call.slug);
    let page = owner.submit(&base, LEAVE).await.expect(200);
    let link = page.attribute(".fm-private-link a", "href").expect("a link");
    let link = &link[link.find("/late/").expect("its address")..];
    let step = guest.submit(link, &[]).await.expect(200);
    assert_eq!(step.address, format!("{call}/answer/about"), "what was begun goes on");
    let later = guest.get(&format!("{call}/later")).await.expect(200);
    assert!(later.text("main").contains("5pm on 20 January 2023"), "{}", later.text("main"));
    let end = page.attribute("form[action$='/end']", "action").expect("a form");
    let page = owner.submit(&end, &[]).await.expect(200);
    assert!(page.text("table").contains("Over") && !page.has(".fm-private-link"));
    owner.post(&end, &[]).await.expect(404);
    guest.get(&format!("{call}/answer/about")).await.expect(409);
    guest.get(link).await.expect(409);
    guest.get("/late/x").await.expect(404);

    owner.submit(&base, LEAVE).await.expect(200);
    let link = owner.get(&base).await.attribute(".fm-private-link a", "href").expect("a link");
    let link = link[link.find("/late/").expect("its address")..].to_owned();
    guest.submit(&link, &[]).await.expect(200);
    house.set_clock("2023-01-20 17:00:00");
    guest.get(&format!("{call}/answer/about")).await.expect(409);
});
