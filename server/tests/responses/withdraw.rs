//! Taking back what was sent, until the call closes.

use domain::people::Role;
use services::on_both;
use services::testing::Throwaway;

use super::{Respondent, only, received};
use crate::support::{House, Who};

on_both!(a_response_is_withdrawn_and_brought_back, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    someone.answer_all().await;
    let reference = someone.finish().await;
    let code = someone.look("/receipt").await.expect(200).text(".fm-hash");
    let to = format!("{}/withdraw", someone.base);
    assert!(someone.look("/confirmation").await.has(&format!("main a[href='{to}']")));
    let page = someone.look("/withdraw").await.expect(200);
    assert!(page.text("main").contains("The team will no longer read it"));
    assert_eq!(received(&house).await.len(), 1, "asking is not doing");
    let page = someone.browser.post(&to, &[("withdraw", "away")]).await.expect(303);
    assert_eq!(page.location().as_deref(), Some(to.as_str()));
    let page = someone.look("/withdraw").await.expect(200);
    assert_eq!(page.text("h1"), "You have withdrawn your response");
    for path in ["/confirmation", "/receipt", "/change"] {
        assert_eq!(someone.look(path).await.expect(303).location().as_deref(), Some(to.as_str()), "{path}");
    }
    let begin = format!("{}/change", someone.base);
    someone.browser.post(&begin, &[("change", "begin")]).await.expect(409);
    assert!(received(&house).await.is_empty());
    let words = [("reference", reference.as_str()), ("code", code.as_str())];
    let page = house.browser().post("/my-words", &words).await.expect(200);
    assert!(page.text("main").contains("You withdrew this response"));

    let base = format!("/team/calls/{}/responses", house.call.slug);
    let mut team = house.browser_of(Who::OnCall(Role::Reader));
    let list = team.get(&base).await.expect(200).text("main");
    assert!(list.contains(&format!("{reference}, withdrawn")), "{list}");
    let page = team.get(&format!("{base}/{reference}")).await.expect(200);
    assert!(page.text("main").contains("withdrew it at") && !page.text("main").contains("The bus"));
    for path in ["versions", "trace"] {
        team.get(&format!("{base}/{reference}/{path}")).await.expect(404);
    }
    let audit = house.browser_of(Who::administrator()).get("/team/audit").await.expect(200);
    assert!(audit.texts("tbody th")[0].starts_with(&format!("Whoever sent the response {reference}")));

    someone.browser.post(&to, &[("withdraw", "back")]).await.expect(303);
    assert!(someone.look("/confirmation").await.expect(200).text("main").contains(&reference));
    assert_eq!(only(&house).await.0.reference, reference);
    assert_eq!(someone.look("/receipt").await.expect(200).text(".fm-hash"), code);
});

on_both!(after_the_grace_it_is_said_why_nothing_can_be_withdrawn, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    someone.answer_all().await;
    someone.finish().await;
    house.set_clock("2023-01-10 00:29:00");
    let to = format!("{}/withdraw", someone.base);
    assert!(
        someone.look("/withdraw").await.expect(200).text("main").contains("can no longer be withdrawn here")
    );
    someone.browser.post(&to, &[("withdraw", "away")]).await.expect(409);
    assert_eq!(received(&house).await.len(), 1);
});
