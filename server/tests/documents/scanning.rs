//! Scanning for viruses, by a real `clamd` that knows the test string of EICAR.

use chrono::TimeDelta;
use domain::people::Role;
use services::files::{Clamd, Settings, worker};
use services::on_both;
use services::responses::read;
use services::testing::Throwaway;
use services::testing::clamd::Scanner;
use services::testing::files::{docx, eicar};

use super::{Sender, asking, listed, response};
use crate::support::{House, Who};

fn scanned_by(clamd: Clamd) -> Settings {
    Settings { clamd: Some(clamd), ..Settings::default() }
}

on_both!(what_waits_or_is_infected_is_not_opened_by_the_team, |data: Throwaway| async move {
    let scanner = tokio::task::spawn_blocking(Scanner::start).await.expect("a scanner");
    let house = House::new(data).await;
    asking(&house).await;
    // Nobody listens there: the scanner is down.
    let house = house.with_files(scanned_by(Clamd::Tcp("127.0.0.1:1".to_owned())));
    let mut someone = Sender::new(&house).await;
    let ours = docx(&["Zinnober waited."]);
    someone.attach(&[("ours.docx", &ours), ("eicar.txt", &eicar())]).await.expect(303);
    let reference = someone.finish().await;
    worker::catch_up(&house.data.services).await.expect("a scanner that is down stops nothing");

    let address = format!("/team/calls/{}/responses/{reference}", house.call.slug);
    let page = house.browser_of(Who::OnPlatform(Role::Moderator)).get(&address).await.expect(200);
    assert!(listed(&page).is_empty(), "none can be opened");
    assert!(page.text(".fm-sent").contains("It waits to be scanned for viruses"));
    let sent = response(&house, &reference).await;
    let all = services::responses::documents::of_response(&house.data.services, sent.id).await.expect("them");
    for one in &all {
        let to = format!("{address}/documents/{}", one.document.hash);
        let page = house.browser_of(Who::OnPlatform(Role::Moderator)).get(&to).await.expect(409);
        assert!(page.text("main").contains("waits to be scanned"));
    }
    assert_eq!(text_of(&house, sent.id).await, "", "what waits is not read");

    // The scanner comes back, at a socket this time; it is asked again after a while.
    let clock = house.data.services.clock.clone();
    let house = house.with_files(scanned_by(scanner.socket()));
    worker::catch_up(&house.data.services).await.expect("looked after");
    assert_eq!(text_of(&house, sent.id).await, "", "not before its time");
    clock.set(clock.now() + TimeDelta::seconds(6));
    worker::catch_up(&house.data.services).await.expect("looked after");
    assert_eq!(text_of(&house, sent.id).await, "Zinnober waited.", "what is infected is not read");
    let mut team = house.browser_of(Who::OnPlatform(Role::Moderator));
    let page = team.get(&address).await.expect(200);
    assert_eq!(listed(&page), ["Document 1: ours.docx"]);
    let told = page.text(".fm-sent");
    assert!(
        told.contains("No virus was found") && told.contains("The scanner calls it Eicar-Test-Signature"),
        "{told}"
    );
    let infected = &all.iter().find(|one| one.document.name == "eicar.txt").expect("it").document.hash;
    let page = team.get(&format!("{address}/documents/{infected}")).await.expect(409);
    assert!(page.text("main").contains("A virus was found"));
    // Not even whoever sent it gets it back.
    let own = format!("{}/documents/{infected}", someone.base);
    someone.browser.at(house.router.clone()).get(&own).await.expect(409);
});

async fn text_of(house: &House, response: uuid::Uuid) -> String {
    let answers = read::answers(&house.data.services, response).await.expect("the answers");
    answers.last().expect("the documents").text.clone()
}

on_both!(what_came_before_the_scanner_is_scanned_too, |data: Throwaway| async move {
    let scanner = tokio::task::spawn_blocking(Scanner::start).await.expect("a scanner");
    let house = House::new(data).await;
    asking(&house).await;
    let mut someone = Sender::new(&house).await;
    someone.attach(&[("eicar.txt", &eicar())]).await.expect(303);
    let reference = someone.finish().await;
    let house = house.with_files(scanned_by(scanner.tcp()));
    worker::catch_up(&house.data.services).await.expect("looked after");
    let address = format!("/team/calls/{}/responses/{reference}", house.call.slug);
    let page = house.browser_of(Who::OnPlatform(Role::Reader)).get(&address).await.expect(200);
    assert!(page.text(".fm-sent").contains("Virus found") && listed(&page).is_empty());
});

on_both!(
    whoever_sent_an_infected_document_is_told_before_they_send_the_response,
    |data: Throwaway| async move {
        let scanner = tokio::task::spawn_blocking(Scanner::start).await.expect("a scanner");
        let house = House::new(data).await;
        asking(&house).await;
        let house = house.with_files(scanned_by(scanner.tcp()));
        let mut someone = Sender::new(&house).await;
        someone.attach(&[("ours.docx", &docx(&["Zinnober."])), ("eicar.txt", &eicar())]).await.expect(303);
        let told = "We found a virus in “eicar.txt”, so nobody will open it.";
        assert!(!someone.look().await.text("main").contains("virus"), "nobody knows yet");
        worker::catch_up(&house.data.services).await.expect("looked after");
        for page in
            [someone.step(), format!("{}/contents", someone.base), format!("{}/answer/check", someone.base)]
        {
            let text = someone.browser.get(&page).await.expect(200).text("main");
            assert!(text.contains(told) && !text.contains("“ours.docx”"), "{page}: {text}");
        }
        let page = someone.look().await;
        let hash = page
            .attribute(".fm-document:last-child button[name=remove]", "value")
            .expect("it can be taken out");
        someone.press(&[("remove", &hash)], &[]).await.expect(303);
        assert!(!someone.look().await.text("main").contains("virus"));
    }
);
