//! The deadline, by the clock of the server alone.

use services::on_both;
use services::testing::Throwaway;

use super::{Respondent, received};
use crate::support::{ASKED, House};

const BEFORE: &str = "2023-01-09 23:58:59";
const CLOSED: &str = "2023-01-09 23:59:00";
const LAST: &str = "2023-01-10 00:28:59";
const OVER: &str = "2023-01-10 00:29:00";

on_both!(nobody_begins_before_it_opens, |data: Throwaway| async move {
    let house = House::new(data).await;
    house.set_clock("2022-12-01 08:59:59");
    let start = format!("/calls/{}/start", house.call.slug);
    let call = format!("/calls/{}", house.call.slug);
    let page = house.browser().get(&call).await.expect(200);
    assert!(!page.has("main form"), "nothing to start yet");
    house.browser().post(&start, &[]).await.expect(409);
    house.set_clock("2022-12-01 09:00:00");
    assert!(house.browser().get(&call).await.has("main form"));
    house.browser().post(&start, &[]).await.expect(303);
});

on_both!(whoever_began_in_time_may_finish_in_the_grace, |data: Throwaway| async move {
    let house = House::new(data).await;
    house.set_clock(BEFORE);
    let mut someone = Respondent::new(&house).await;
    house.set_clock(CLOSED);
    let page = someone.look("").await.expect(200);
    assert!(!page.has("main form"), "the call cannot be started any more");
    assert!(page.has(&format!("main a[href='{}/answer']", someone.base)), "but it can be gone on with");
    house.browser().post(&format!("{}/start", someone.base), &[]).await.expect(409);
    someone.answer_all().await;
    house.set_clock(LAST);
    someone.finish().await;
    assert_eq!(received(&house).await.len(), 1);
});

on_both!(after_the_grace_nothing_more_is_taken, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    someone.answer_all().await;
    house.set_clock(OVER);
    for step in ["who", "4", "consent", "check"] {
        someone.look(&format!("/answer/{step}")).await.expect(409);
    }
    someone.send("4", &[("answer", "Too late")]).await.expect(409);
    someone.send("check", &[]).await.expect(409);
    someone.look("/later").await.expect(409);
    someone.look("/answer").await.expect(409);
    assert!(received(&house).await.is_empty());
    let page = someone.look("").await.expect(200);
    assert!(!page.has("main form") && !page.has(&format!("main a[href='{}/answer']", someone.base)));
    house.set_clock(LAST);
    let page = someone.look("/answer/4").await.expect(200);
    assert_eq!(page.attribute("#answer", "value").as_deref(), Some("Llandudno"), "nothing was changed");
});

on_both!(a_receipt_outlives_the_deadline, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    someone.answer_all().await;
    let reference = someone.finish().await;
    house.set_clock("2023-06-01 12:00:00");
    assert!(someone.look("/confirmation").await.expect(200).text("main").contains(&reference));
    assert!(someone.look("/receipt").await.expect(200).text("main").contains(&reference));
    // The answer to the same form sent once more, because the first answer was lost on the way.
    let again = someone.send("check", &[]).await.expect(303);
    assert_eq!(again.location(), Some(format!("{}/confirmation", someone.base)));
});

on_both!(a_call_that_closes_early_keeps_its_word, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    house.set_clock("2022-12-14 12:00:00");
    services::calls::edit::close_now(&house.data.services, &house.call).await.expect("closed by the team");
    house.browser().post(&format!("{}/start", someone.base), &[]).await.expect(409);
    house.set_clock("2022-12-14 12:29:59");
    someone.answer_question(ASKED.line, "In the grace", "answer/5").await;
    house.set_clock("2022-12-14 12:30:00");
    someone.send("4", &[("answer", "After it")]).await.expect(409);
});
