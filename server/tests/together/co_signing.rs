//! Those who sign too, each by a link of their own.

use domain::mail::{Fill, Value};
use domain::people::{MemberRole, Role};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use services::on_both;
use services::store::entities::letter;
use services::testing::Throwaway;

use super::Member;
use crate::support::{House, Who};

/// The link in the last letter to an address.
async fn link(house: &House, address: &str) -> String {
    let row = letter::Entity::find()
        .filter(letter::Column::Address.eq(address))
        .order_by_desc(letter::Column::Id)
        .one(house.data.services.db.read())
        .await
        .expect("the letters")
        .expect("a letter");
    let fill: Fill = serde_json::from_str(&row.fill).expect("its values");
    match fill.get("link") {
        Some(Value::Private(path)) => path.clone(),
        other => panic!("{other:?}"),
    }
}

on_both!(others_sign_by_their_own_links_and_stand_on_the_receipt, |data: Throwaway| async move {
    let house = House::new(data).await.with_mail_server();
    let mut editor = Member::beginning(&house, MemberRole::Editor).await;
    editor.open("contents").await;
    editor.answer_all().await;
    let here = format!("/calls/{}/co-signatories", house.call.slug);
    let page = editor.browser.post(&here, &[("name", ""), ("email", "quay")]).await.expect(422);
    for field in ["name", "email"] {
        assert!(page.has(&format!(".govuk-error-summary a[href='#{field}']")), "{field}");
    }
    for (name, email) in [("Old Quay", "quay@a.test"), ("Far Pier", "pier@a.test")] {
        editor.browser.post(&here, &[("name", name), ("email", email)]).await.expect(303);
    }
    let (quay, pier) = (link(&house, "quay@a.test").await, link(&house, "pier@a.test").await);
    let mut guest = house.browser();
    let page = guest.get(&quay).await.expect(200);
    let main = page.text("main");
    assert!(main.contains("asked as Old Quay") && main.contains("The bus was late."), "{main}");
    assert!(main.contains("Avonside") && !main.contains("Far Pier") && !main.contains("Of(Editor)"));
    let page = guest.post(&quay, &[]).await.expect(422);
    assert!(page.has(".govuk-error-summary a[href='#answer']"));
    let seen = page.attribute("input[name=seen]", "value").expect("a mark");
    editor.send("5", &[("answer", "The train was late.")]).await.expect(303);
    let page = guest.post(&quay, &[("answer", "confirmed"), ("seen", &seen)]).await.expect(422);
    assert!(page.text("main").contains("The train was late."), "they read it again");
    let seen = page.attribute("input[name=seen]", "value").expect("another mark");
    let page = guest.submit(&quay, &[("answer", "confirmed"), ("seen", &seen)]).await.expect(200);
    assert!(page.text(".govuk-notification-banner").contains("We have your answer"));
    let seen = guest.get(&pier).await.expect(200).attribute("input[name=seen]", "value").expect("a mark");
    guest.post(&pier, &[("answer", "declined"), ("seen", &seen)]).await.expect(303);

    let mut approver = editor.other(MemberRole::Approver).await;
    let page = approver.browser.get(&format!("{}/sign-off", approver.desk)).await.expect(200).text("main");
    assert!(page.contains("Old Quay Signs it") && page.contains("Far Pier Does not sign"), "{page}");
    approver.sign().await.expect(303);
    let page = approver.send("check", &[]).await.expect(422);
    assert!(page.has(".govuk-error-summary a[href='#unconfirmed']"));
    approver.send("check", &[("unconfirmed", "yes")]).await.expect(303);
    let receipt = approver.look("/receipt").await.expect(200).text("main");
    assert!(receipt.contains("Old Quay") && !receipt.contains("Far Pier"), "{receipt}");
    let reference = approver.look("/confirmation").await.expect(200).text(".govuk-panel__body strong");
    assert!(guest.get(&quay).await.expect(200).text("main").contains("you are among those who sign it"));
    assert!(guest.get(&pier).await.expect(200).text("main").contains("not counted"));
    guest.post(&pier, &[("answer", "confirmed"), ("seen", &seen)]).await.expect(409);

    let there = format!("/team/calls/{}/responses/{reference}", house.call.slug);
    let told = house.browser_of(Who::OnCall(Role::Moderator)).get(&there).await.expect(200).text("dl");
    assert!(told.contains("Old Quay") && !told.contains("Far Pier"), "{told}");
    let readers = house.browser_of(Who::OnCall(Role::Reader)).get(&there).await.expect(200).text("dl");
    assert!(readers.contains("kept from you") && !readers.contains("Old Quay"), "{readers}");
});

on_both!(nobody_is_asked_where_no_letters_leave, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut editor = Member::beginning(&house, MemberRole::Editor).await;
    let page = editor.open("co-signatories").await;
    assert!(page.text("main").contains("No letters leave this portal") && !page.has("#email"));
    let here = format!("/calls/{}/co-signatories", house.call.slug);
    editor.browser.post(&here, &[("name", "Old Quay"), ("email", "quay@a.test")]).await.expect(404);
    editor.browser.get("/co-sign/nothing").await.expect(404);
});
