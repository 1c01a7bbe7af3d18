//! Changing what was sent, until the call closes.

use domain::people::Role;
use services::on_both;
use services::responses::versions;
use services::testing::Throwaway;

use super::{Respondent, only, texts};
use crate::support::{ASKED, House, Who};

/// The last second in which a draft is taken, and the first in which it is not.
const LAST: &str = "2023-01-10 00:28:59";
const OVER: &str = "2023-01-10 00:29:00";

/// Someone who has sent a response and has opened it again.
async fn changing(house: &House) -> (Respondent<'_>, String) {
    let mut someone = Respondent::new(house).await;
    someone.answer_all().await;
    let reference = someone.finish().await;
    let page = someone.look("/confirmation").await.expect(200);
    assert!(page.has(&format!("main a[href='{}/change']", someone.base)));
    let page = someone.look("/change").await.expect(200);
    assert!(page.text("main").contains("counts until you send the changed one"));
    let page = someone.browser.post(&format!("{}/change", someone.base), &[("change", "begin")]).await;
    assert_eq!(page.expect(303).location(), Some(format!("{}/answer/check", someone.base)));
    (someone, reference)
}

on_both!(a_response_is_changed_and_sent_again, |data: Throwaway| async move {
    let house = House::new(data).await;
    let (mut someone, reference) = changing(&house).await;
    let first = someone.look("/receipt").await.expect(200).text(".fm-hash");
    for step in ["/answer/check", "/answer/5", "/answer/who", "/contents", "/later"] {
        let page = someone.look(step).await.expect(200);
        assert!(page.text(".govuk-inset-text").contains("counts until you send the changed one"), "{step}");
    }
    assert_eq!(someone.look("/answer").await.location(), Some(format!("{}/answer/check", someone.base)));
    assert!(someone.look("/answer/check").await.text("main").contains("Send your changed response"));
    someone.send("5?change=1", &[("answer", "The train was late.")]).await.expect(303);
    assert_eq!(
        texts(&only(&house).await.1),
        ["No", "Llandudno", "The bus was late."],
        "it counts until then"
    );
    assert!(someone.look("/receipt").await.expect(200).text("main").contains("The bus was late."));

    assert_eq!(someone.finish().await, reference, "the same reference");
    let page = someone.look("/confirmation").await.expect(200);
    assert_eq!(page.text("h1"), "Your changed response has been received");
    assert!(page.text("main").contains("This is version 2 of your response"));
    let receipt = someone.look("/receipt").await.expect(200);
    assert!(
        receipt.text("main").contains("The train was late.")
            && receipt.text(".fm-facts").contains("version 2")
    );
    let second = receipt.text(".fm-hash");
    assert_ne!(first, second);
    let (response, answers) = only(&house).await;
    assert_eq!((response.version, texts(&answers)), (2, vec!["No", "Llandudno", "The train was late."]));
    someone.answer("5", &[("answer", "Too late")], "confirmation").await;
    assert_eq!(only(&house).await.1, answers, "it is sent, and closed again");

    let mut mine = house.browser();
    for (code, said) in
        [(&first, "Your receipt is of version 1 of 2"), (&second, "What we hold still gives it")]
    {
        let words = [("reference", reference.as_str()), ("code", code.as_str())];
        let page = mine.post("/my-words", &words).await.expect(200);
        assert!(page.text("main").contains(said), "{said}");
        assert!(!page.has(".govuk-warning-text"), "{said}");
    }
});

on_both!(a_change_is_dropped, |data: Throwaway| async move {
    let house = House::new(data).await;
    let (mut someone, _) = changing(&house).await;
    let yes = house.choice(ASKED.route, "Yes");
    someone.send("1?change=1", &[("answer", &yes)]).await.expect(303);
    someone.send("4?change=1", &[("answer", "Bangor")]).await.expect(303);
    someone.send("about?change=1", &[("name", "Nia Parry")]).await.expect(303);
    let to = format!("{}/change", someone.base);
    let page = someone.browser.post(&to, &[("change", "drop")]).await.expect(303);
    assert_eq!(page.location(), Some(format!("{}/confirmation", someone.base)));
    someone.browser.post(&to, &[("change", "drop")]).await.expect(303);
    someone.answer("4", &[("answer", "Bangor")], "confirmation").await;
    let (response, answers) = only(&house).await;
    assert_eq!((response.version, texts(&answers)), (1, vec!["No", "Llandudno", "The bus was late."]));
    someone.browser.post(&to, &[("change", "begin")]).await.expect(303);
    let check = someone.look("/answer/check").await.expect(200).text("main");
    assert!(check.contains("Llandudno") && check.contains("Sioned Parry") && !check.contains("Bangor"));
    assert_eq!(someone.look("/receipt").await.expect(200).text("h1"), "Receipt");
});

on_both!(after_the_grace_a_change_is_refused_and_kept, |data: Throwaway| async move {
    let house = House::new(data).await;
    let (mut someone, _) = changing(&house).await;
    someone.send("4?change=1", &[("answer", "Bangor")]).await.expect(303);
    house.set_clock(OVER);
    let page = someone.send("check", &[]).await.expect(409);
    assert!(page.text("main").contains("a change can no longer be sent"));
    let page = someone.send("5", &[("answer", "Written at the last moment")]).await.expect(409);
    assert_eq!(page.text("#answer"), "Written at the last moment", "nothing typed is lost");
    assert_eq!(someone.look("/answer").await.location(), Some(format!("{}/change", someone.base)));
    let page = someone.look("/change").await.expect(200).text("main");
    assert!(page.contains("You did not send your change before the call closed"));
    assert!(
        someone.look("/confirmation").await.expect(200).text("main").contains("What you sent before counts")
    );
    assert_eq!(only(&house).await.0.version, 1);
    house.set_clock(LAST);
    someone.finish().await;
    assert_eq!(texts(&only(&house).await.1), ["No", "Bangor", "The bus was late."]);
    house.set_clock(OVER);
    someone.browser.post(&format!("{}/change", someone.base), &[("change", "begin")]).await.expect(409);
    let page = someone.look("/confirmation").await.expect(200);
    assert!(!page.has(&format!("main a[href='{}/change']", someone.base)), "it is over");
});

on_both!(the_team_sees_what_was_changed, |data: Throwaway| async move {
    let house = House::new(data).await;
    let (mut someone, reference) = changing(&house).await;
    someone.send("5?change=1", &[("answer", "The train was late.")]).await.expect(303);
    someone.send("about?change=1", &[("name", "Nia Parry")]).await.expect(303);
    let base = format!("/team/calls/{}/responses", house.call.slug);
    let address = format!("{base}/{reference}");
    let mut reader = house.browser_of(Who::OnCall(Role::Reader));
    assert!(!reader.get(&address).await.expect(200).has(&format!("a[href='{address}/versions']")));
    someone.finish().await;

    assert!(reader.get(&base).await.expect(200).text("table").contains("Changed"));
    let page = reader.get(&address).await.expect(200);
    assert!(page.text(".fm-facts").contains("Once,") && page.has(&format!("a[href='{address}/versions']")));
    assert!(page.text("main").contains("The train was late.") && !page.text("main").contains("The bus"));
    let page = reader.get(&format!("{address}/versions")).await.expect(200);
    let removed: Vec<String> =
        page.texts(".fm-paper del").iter().map(|text| text.replace('\n', " ")).collect();
    assert!(
        removed.iter().any(|text| text.contains("bus"))
            && removed.iter().all(|text| text.contains("Taken out:"))
    );
    let added = page.texts(".fm-paper ins");
    assert!(
        added.iter().any(|text| text.contains("train")) && added.iter().all(|text| text.contains("Added:"))
    );
    assert!(!page.text("main").contains("Llandudno"), "what stayed is not shown");
    assert!(!page.text("main").contains("Parry"), "nor who wrote it");
    let mut officer = house.browser_of(Who::OnCall(Role::DataProtectionOfficer));
    let page = officer.get(&format!("{address}/versions")).await.expect(200);
    assert!(page.text("main").contains("Nia"), "whoever may know who wrote it sees that too");
    let versions = versions::of_response(&house.data.services, &only(&house).await.0).await.expect("two");
    assert_eq!(versions.len(), 2);
});

on_both!(what_is_kept_in_an_account_is_changed_there, |data: Throwaway| async move {
    let house = House::new(data).await;
    let (mut someone, _) = changing(&house).await;
    someone.send("4?change=1", &[("answer", "Bangor")]).await.expect(303);
    let mut held = house.browser_of(Who::OnCall(Role::Reader));
    for (name, value) in someone.browser.cookies() {
        if name.contains("draft") {
            held.hold(&name, &value);
        }
    }
    held.post(&format!("{}/keep", someone.base), &[("keep", "yes")]).await.expect(303);
    let page = held.get("/account").await.expect(200);
    assert!(page.text("main").contains("You are changing what you sent"));
    let one = page.attribute("main a[href*='/account/responses/']", "href").expect("it is kept");
    let page = held.get(&one).await.expect(200);
    assert!(page.text("main").contains("Go on with the change, or keep what you sent"));
    let page = held.post(&format!("{one}/open"), &[]).await.expect(303);
    assert_eq!(page.location(), Some(format!("{}/change", someone.base)));
});
