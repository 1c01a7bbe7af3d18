//! The paper itself: attached, opened by those who may see names, and never read with the response.

use chrono::TimeDelta;
use domain::people::Role;
use services::files::{check, worker};
use services::on_both;
use services::testing::Throwaway;
use services::testing::files::pdf;

use super::Keyer;
use crate::support::{ASKED, House, Who};

on_both!(an_original_is_attached_opened_and_outlives_the_sweep, |data: Throwaway| async move {
    let house = House::new(data).await;
    let services = &house.data.services;
    let mut keyer = Keyer::begin(&house, "2022-12-05").await;
    let scans = format!("{}/scans", keyer.entry);
    let paper = pdf(&["Sioned Parry, 1 Invented Street"]);
    keyer
        .browser
        .attach(&scans, &[], &[("scan", "letter.pdf", &paper), ("scan", "second.txt", b"Page 2")])
        .await
        .expect(303);
    let page = keyer
        .browser
        .attach(&scans, &[], &[("scan", "trap.pdf", b"<script>alert(1)</script>")])
        .await
        .expect(422);
    assert!(page.text("#scan-error").contains("“trap.pdf” has something in it that would run"));
    keyer.browser.attach(&scans, &[], &[]).await.expect(422);
    let page = keyer.browser.get(&keyer.entry).await.expect(200);
    assert_eq!(page.texts(".fm-document__name a"), ["letter.pdf", "second.txt"]);
    let first = page.attribute(".fm-document__name a", "href").expect("a link to it");
    let opened = keyer.browser.get(&first).await.expect(200);
    assert_eq!(opened.header("content-disposition"), "attachment; filename=\"scan-1.pdf\"");
    keyer.browser.post(&format!("{first}/remove"), &[]).await.expect(303);
    keyer.browser.get(&first).await.expect(404);
    keyer.browser.attach(&scans, &[], &[("scan", "letter.pdf", &paper)]).await.expect(303);

    keyer.name().await;
    let no = house.choice(ASKED.route, "No");
    keyer.send("1", &[("answer", &no)]).await;
    keyer.send("check", &[]).await;
    services.clock.set(services.clock.now() + TimeDelta::days(2));
    worker::catch_up(services).await.expect("looked after");
    keyer.browser.get(&first).await.expect(200);
    let page = keyer.browser.get(&keyer.entry).await.expect(200);
    assert!(!page.has(&format!("form[action='{scans}']")), "what is stored stays as it is");
    keyer.browser.attach(&scans, &[], &[("scan", "more.txt", b"More")]).await.expect(409);
    keyer.browser.post(&format!("{first}/remove"), &[]).await.expect(409);
    house.browser_of(Who::OnCall(Role::Owner)).get(&first).await.expect(409);
    house.browser_of(Who::OnPlatform(Role::Moderator)).get(&first).await.expect(200);
    let report = check::check(services).await.expect("checked");
    assert_eq!(report.files, 2);
});

on_both!(what_is_dropped_leaves_no_original_behind, |data: Throwaway| async move {
    let house = House::new(data).await;
    let services = &house.data.services;
    let mut keyer = Keyer::begin(&house, "2022-12-05").await;
    let scans = format!("{}/scans", keyer.entry);
    keyer.browser.attach(&scans, &[], &[("scan", "letter.txt", b"Sioned Parry")]).await.expect(303);
    keyer.browser.post(&format!("{}/discard", keyer.entry), &[]).await.expect(303);
    services.clock.set(services.clock.now() + TimeDelta::days(2));
    worker::catch_up(services).await.expect("looked after");
    assert_eq!(check::check(services).await.expect("checked").files, 0);
});
