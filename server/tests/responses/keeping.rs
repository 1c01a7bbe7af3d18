//! A guest's draft or response in an account: by proof alone, for its owner alone.

use http::Method;
use services::on_both;
use services::responses::{draft, receipt};
use services::testing::Throwaway;

use super::{Respondent, received};
use crate::support::{Browser, House, Who};

/// The address of the only thing that someone keeps.
async fn kept(browser: &mut Browser) -> String {
    let page = browser.get("/account").await.expect(200);
    page.attribute("main a[href*='/account/responses/']", "href").expect("they keep something")
}

/// The secret of the draft that a browser holds of a call.
fn secret(browser: &Browser, house: &House) -> String {
    browser.cookie(&format!("folkmoot-draft-{}", house.call.slug)).expect("a draft").to_owned()
}

on_both!(a_draft_is_kept_by_its_private_link_and_gone_on_with_anywhere, |data: Throwaway| async move {
    let house = House::new(data).await;
    let base = format!("/calls/{}", house.call.slug);
    let mut guest = Respondent::new(&house).await;
    guest.answer("who", &[("kind", "individual")], "answer/about").await;
    let link = format!("/resume/{}", secret(&guest.browser, &house));

    // Who is not signed in is told how, and keeps nothing.
    let page = guest.look("/keep").await.expect(200);
    let sign_in = format!("/sign-in?next={base}/keep");
    assert_eq!(page.attribute("main a.govuk-button", "href"), Some(sign_in));
    let page = guest.browser.post(&format!("{base}/keep"), &[("keep", "yes")]).await.expect(303);
    assert_eq!(page.location(), Some(format!("{base}/keep")));

    // Whoever opens the link while signed in is asked, and nothing is kept before they say so.
    let mut nia = house.browser_of(Who::Nobody);
    let page = nia.open(&link).await.expect(200);
    assert_eq!(page.address, format!("{base}/keep"));
    assert!(!nia.get("/account").await.body.contains("/account/responses/"));
    nia.post(&format!("{base}/keep"), &[("keep", "no")]).await.expect(303);
    assert!(!nia.get("/account").await.body.contains("/account/responses/"));
    nia.post(&format!("{base}/keep"), &[("keep", "yes")]).await.expect(303);
    let mine = kept(&mut nia).await;

    // Another device of hers has neither the link nor the cookie.
    let mut there = house.browser_of(Who::Nobody);
    let page = there.post(&format!("{mine}/open"), &[]).await.expect(303);
    assert_eq!(page.location(), Some(format!("{base}/answer")));
    there.open(&format!("{base}/answer/about")).await.expect(200);
    let later = there.get(&format!("{base}/later")).await.expect(200);
    assert!(!later.has(".fm-private-link"), "the account never knew the private link");
    let mut writer = Respondent { house: &house, browser: there, base: base.clone() };
    writer.answer_all().await;
    let reference = writer.finish().await;
    writer.look("/receipt").await.expect(200);
    let page = nia.get(&mine).await.expect(200);
    assert!(page.text("main").contains(&reference), "she follows what became of it");
    // The private link goes on working for whoever has it.
    assert!(guest.look("/receipt").await.expect(200).text("main").contains(&reference));

    nia.post(&format!("{mine}/let-go"), &[]).await.expect(303);
    nia.get(&mine).await.expect(404);
    writer.look("/receipt").await.expect(409);
    assert!(guest.look("/receipt").await.expect(200).text("main").contains(&reference));
});

on_both!(a_response_is_taken_in_by_its_receipt_alone, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut guest = Respondent::new(&house).await;
    guest.answer_all().await;
    let reference = guest.finish().await;
    let held = draft::find(&house.data.services, &secret(&guest.browser, &house)).await.expect("a draft");
    let receipt = receipt::of_draft(&house.data.services, &held).await.expect("a query").expect("a receipt");

    let mut nia = house.browser_of(Who::Nobody);
    let wrong = [("reference", reference.as_str()), ("code", "000000000000")];
    let page = nia.post("/account/take-in", &wrong).await.expect(422);
    assert_eq!(page.attribute("#reference", "value"), Some(reference.clone()), "nothing typed is lost");
    nia.post("/account/take-in", &[]).await.expect(422);
    assert!(!nia.get("/account").await.body.contains("/account/responses/"));
    let right = [("reference", reference.as_str()), ("code", &receipt.hash[..12])];
    nia.post("/account/take-in", &right).await.expect(303);
    assert!(nia.get(&kept(&mut nia.clone()).await).await.expect(200).text("main").contains(&reference));
    nia.post("/account/take-in", &right).await.expect(303);

    // It is in one account at most, until that one lets go of it.
    let mut ruth = house.browser_of(Who::administrator());
    ruth.post("/account/take-in", &right).await.expect(409);
    let theirs = kept(&mut nia).await;
    nia.post(&format!("{theirs}/let-go"), &[]).await.expect(303);
    ruth.post("/account/take-in", &right).await.expect(303);
    kept(&mut ruth).await;

    // Whoever guesses is slowed down, as at signing in.
    let slow = async |nia: &mut Browser| {
        let page = nia.post("/account/take-in", &wrong).await.expect(422);
        page.text(".govuk-error-summary").contains("Wait")
    };
    let mut tries = 0;
    while !slow(&mut nia).await {
        tries += 1;
        assert!(tries < 50, "nobody may guess for ever");
    }
});

on_both!(nobody_sees_opens_or_lets_go_of_what_another_keeps, |data: Throwaway| async move {
    let house = House::new(data).await;
    let base = format!("/calls/{}", house.call.slug);
    let mut nia = house.browser_of(Who::Nobody);
    nia.post(&format!("{base}/start"), &[]).await.expect(303);
    nia.post(&format!("{base}/keep"), &[("keep", "yes")]).await.expect(303);
    let hers = kept(&mut nia).await;
    let id = hers.rsplit('/').next().expect("its key").to_owned();
    for who in Who::all().into_iter().filter(|who| *who != Who::Nobody) {
        let mut other = house.browser_of(who);
        let statuses = [
            other.get(&hers).await.status.as_u16(),
            other.send(Method::POST, &format!("{hers}/open"), Vec::new()).await.status.as_u16(),
            other.send(Method::POST, &format!("{hers}/let-go"), Vec::new()).await.status.as_u16(),
        ];
        // Whoever is at the first step of signing in is nobody yet.
        let nobody = matches!(who, Who::Guest | Who::AtFirstStep);
        let expected = if nobody { [303, 403, 403] } else { [404; 3] };
        assert_eq!(statuses, expected, "{who:?}");
        // Nor does what her browser holds open it for anybody else.
        other.hold(&format!("folkmoot-draft-{}", house.call.slug), &format!("kept:{id}"));
        other.get(&format!("{base}/answer")).await.expect(409);
        other.post(&format!("{base}/keep"), &[("keep", "yes")]).await.expect(409);
    }
    nia.get(&hers).await.expect(200);
    // Who holds no draft keeps none.
    house
        .browser_of(Who::administrator())
        .post(&format!("{base}/keep"), &[("keep", "yes")])
        .await
        .expect(409);
});

on_both!(the_team_and_the_public_learn_nothing_of_it, |data: Throwaway| async move {
    let house = House::new(data).await;
    let services = &house.data.services;
    let mut guest = Respondent::new(&house).await;
    guest.answer_all().await;
    let reference = guest.finish().await;
    let mut team = house.browser_of(Who::Everything);
    let address = format!("/team/calls/{}/responses/{reference}", house.call.slug);
    let before = team.get(&address).await.expect(200).text("main");
    let acts = services::audit::head(services).await.expect("the audit");
    let link = format!("/resume/{}", secret(&guest.browser, &house));
    let mut nia = house.browser_of(Who::Nobody);
    nia.open(&link).await.expect(200);
    nia.post(&format!("/calls/{}/keep", house.call.slug), &[("keep", "yes")]).await.expect(303);
    kept(&mut nia).await;
    assert_eq!(team.get(&address).await.expect(200).text("main"), before);
    assert_eq!(services::audit::head(services).await.expect("the audit"), acts, "not even the audit tells");
    assert_eq!(received(&house).await.len(), 1);
    let journey = team.get(&format!("{address}/trace")).await.expect(200);
    assert!(!journey.body.contains("nobody@folkmoot.test"));
});
