//! A receipt proves what was sent.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::on_both;
use services::store::entities::{answer, letter};
use services::testing::Throwaway;

use super::{Respondent, only};
use crate::support::House;

on_both!(whoever_holds_a_receipt_sees_whether_what_is_held_is_what_they_sent, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    someone.answer_all().await;
    let reference = someone.finish().await;
    let code = someone.look("/receipt").await.expect(200).text(".fm-hash");
    let words = [("reference", reference.as_str()), ("code", code.as_str())];
    let mut mine = house.browser();
    let page = mine.post("/my-words", &words).await.expect(200);
    assert!(page.text(".fm-facts").contains("What we hold still gives it"));
    assert!(!page.has(".govuk-warning-text"));

    let (response, answers) = only(&house).await;
    let db = &house.data.services.db;
    let changed = answer::Entity::update_many()
        .col_expr(answer::Column::Text, Expr::value("The bus was on time."))
        .filter(answer::Column::Id.eq(answers[2].id));
    db.write(move |txn| {
        Box::pin(async move { changed.exec(txn).await.map(|_| ()).map_err(services::Failure::from) })
    })
    .await
    .expect("somebody with the database changes a word");
    assert_eq!(response.reference, reference);
    let page = mine.post("/my-words", &words).await.expect(200);
    assert!(page.text(".fm-facts").contains("What we hold no longer gives it"));
    assert!(page.text(".govuk-warning-text").contains("was changed after you sent it"));
});

on_both!(a_receipt_is_taken_along_as_a_document, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    someone.answer_all().await;
    someone.finish().await;
    let page = someone.look("/receipt").await.expect(200);
    let to = page.attribute("a[download]", "href").expect("the way to it");
    let document = someone.browser.get(&to).await.expect(200);
    assert!(document.header("content-type").contains("wordprocessingml"), "a document of Word's");
    assert!(document.header("content-disposition").contains("-receipt.docx"));
    house.browser().get(&to).await.expect(409);
    // Where no letter can be sent, none is offered.
    assert!(!someone.look("/confirmation").await.expect(200).has("#email"));
    let send = format!("{}/confirmation", someone.base);
    someone.browser.post(&send, &[("email", "sioned@folkmoot.test")]).await.expect(404);
});

on_both!(a_receipt_is_sent_to_an_address_that_was_typed, |data: Throwaway| async move {
    let house = House::new(data).await.with_mail_server();
    let mut someone = Respondent::new(&house).await;
    someone.answer_all().await;
    let reference = someone.finish().await;
    let send = format!("{}/confirmation", someone.base);
    let page = someone.browser.post(&send, &[("email", "sioned")]).await.expect(422);
    assert!(page.has(".govuk-error-summary a[href='#email']"));
    let page = someone.browser.submit(&send, &[("email", "sioned@folkmoot.test")]).await.expect(200);
    assert!(page.text(".govuk-notification-banner").contains("We have sent the receipt"));
    let rows = letter::Entity::find().all(house.data.services.db.read()).await.expect("the letters");
    let [posted] = rows.as_slice() else { panic!("{rows:?}") };
    assert_eq!((posted.kind.as_str(), posted.address.as_str()), ("receipt", "sioned@folkmoot.test"));
    assert!(posted.fill.contains(&reference) && !posted.fill.contains("The bus"), "nothing of the answers");
});
