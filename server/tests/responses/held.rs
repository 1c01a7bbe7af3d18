//! What may not come from a person is held back, and nothing of it is lost.

use chrono::TimeDelta;
use domain::people::Role;
use domain::responses::TRAP;
use folkmoot::settings::limits::Settings;
use services::on_both;
use services::testing::Throwaway;

use super::{Respondent, only, received, texts};
use crate::support::{House, Who};

const PATIENT: Settings = Settings { seconds_a_page: 2, ..Settings::NONE };

fn held(house: &House) -> String {
    format!("/team/calls/{}/held", house.call.slug)
}

on_both!(what_fills_the_trap_is_held_until_a_person_admits_it, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    someone.answer_all().await;
    let check = someone.look("/answer/check").await;
    assert_eq!(check.attribute(&format!("#{TRAP}"), "tabindex").as_deref(), Some("-1"));
    someone.answer("check", &[(TRAP, "https://cheap.example")], "confirmation").await;
    let reference = someone.look("/confirmation").await.expect(200).text(".govuk-panel__body strong");
    let receipt = someone.look("/receipt").await.expect(200);
    assert!(receipt.text("main").contains("The bus was late."), "the receipt says all that was sent");
    // A second click without the trap is the same submission.
    assert_eq!(someone.finish().await, reference);
    assert!(received(&house).await.is_empty(), "it is no response yet");
    let code = receipt.text(".fm-hash");
    let mut mine = house.browser();
    let words = [("reference", reference.as_str()), ("code", code.as_str())];
    let page = mine.post("/my-words", &words).await.expect(422);
    assert!(page.text(".govuk-error-summary").contains("We have this response"));

    let mut analyst = house.browser_of(Who::OnCall(Role::Moderator));
    let list = analyst.get(&held(&house)).await.expect(200);
    assert!(list.text("table").contains(&reference) && list.text("table").contains("The bus was late."));
    let one = format!("{}/{reference}", held(&house));
    let page = analyst.get(&one).await.expect(200);
    assert!(page.text("main").contains("A field that people do not see was filled in."));
    analyst.post(&one, &[("decision", "keep-out")]).await.expect(422);
    analyst.post(&one, &[("decision", "keep-out"), ("reason", "An advertisement")]).await.expect(303);
    assert!(!analyst.get(&held(&house)).await.text("main").contains(&reference));
    let out = analyst.get(&format!("{}?state=kept-out", held(&house))).await;
    assert!(out.text("table").contains(&reference), "it is kept");
    assert!(analyst.get(&one).await.text("main").contains("An advertisement"));

    analyst.post(&one, &[("decision", "admit")]).await.expect(303);
    let (response, answers) = only(&house).await;
    assert_eq!(
        (response.reference, texts(&answers)),
        (reference.clone(), vec!["No", "Llandudno", "The bus was late."])
    );
    analyst.post(&one, &[("decision", "admit")]).await.expect(409);
    assert_eq!(someone.look("/receipt").await.text(".fm-hash"), code, "the receipt still holds");
    let page = mine.post("/my-words", &words).await.expect(200);
    assert!(page.text("main").contains("What we hold still gives it"), "admitted as it was sent");

    let audit = house.browser_of(Who::administrator()).get("/team/audit").await.expect(200);
    let told = audit.texts("tbody th");
    let who = "OnCall(Moderator)";
    let admitted = format!(
        "{who} admitted the response {reference}, which was held back, to the call ‘Home and hospital’"
    );
    let kept_out =
        format!("{who} kept {reference}, which was held back, out of the call ‘Home and hospital’");
    assert!(told[0].starts_with(&admitted) && told[1].starts_with(&kept_out), "{told:?}");
    assert!(!audit.body.contains("An advertisement"), "a reason may quote what was submitted");
});

on_both!(what_comes_faster_than_reading_is_held, |data: Throwaway| async move {
    let house = House::new(data).await.with_limits(&PATIENT);
    let clock = &house.data.services.clock;
    let mut program = Respondent::new(&house).await;
    program.answer_all().await;
    program.finish().await;
    assert!(received(&house).await.is_empty());
    let mut person = Respondent::new(&house).await;
    person.answer_all().await;
    clock.set(clock.now() + TimeDelta::seconds(60));
    let reference = person.finish().await;
    assert_eq!(only(&house).await.0.reference, reference);
});

on_both!(only_those_who_lead_decide_and_only_for_their_call, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    someone.answer_all().await;
    someone.answer("check", &[(TRAP, "x")], "confirmation").await;
    let reference = someone.look("/confirmation").await.text(".govuk-panel__body strong");
    let one = format!("{}/{reference}", held(&house));
    for who in [Who::OnCall(Role::Coder), Who::OnCall(Role::Reader), Who::OnOther(Role::Moderator)] {
        house.browser_of(who).post(&one, &[("decision", "admit")]).await.expect(403);
    }
    let elsewhere = format!("/team/calls/{}/held/{reference}", house.other.slug);
    house.browser_of(Who::Everything).post(&elsewhere, &[("decision", "admit")]).await.expect(404);
    assert!(received(&house).await.is_empty());
});
