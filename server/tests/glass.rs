//! Who wrote a response: for those whose work it is, and behind glass for everybody else.

use chrono::TimeDelta;
use domain::people::Role;
use domain::responses::{About, Consent, RespondentKind};
use sea_orm::EntityTrait;
use services::on_both;
use services::responses::personal::MINUTES;
use services::store::entities::letter;
use services::testing::Throwaway;
use services::testing::evidence::{Evidence, Sent, individual};

use crate::support::{House, Who};

const NAME: &str = "Sioned Parry";
const BEHALF: &str = "Mair Parry";

/// A portal with one response of a person, who answers for another; its reference; and the address of the team's list.
async fn house(data: Throwaway) -> (House, Evidence, String, String) {
    let house = House::new(data).await;
    let evidence = Evidence::new(&house.data.services).await;
    let about = About {
        kind: Some(RespondentKind::OnBehalf),
        name: NAME.to_owned(),
        on_behalf_of: BEHALF.to_owned(),
        consent: Some(Consent::WithoutName),
        ..individual()
    };
    let text = "Nobody came.".to_owned();
    let reference = evidence.send(Sent { about, text, ..Sent::default() }).await;
    let list = format!("/team/calls/{}/responses", evidence.call.slug);
    (house, evidence, reference, list)
}

on_both!(only_those_whose_work_it_is_see_who_wrote_a_response, |data: Throwaway| async move {
    let (house, evidence, reference, list) = house(data).await;
    let code = evidence.code("Told too late", None).await;
    evidence.apply(code, &reference).await;
    let excerpts = format!("/team/calls/{}/codebook/{code}/excerpts", evidence.call.slug);
    let one = format!("{list}/{reference}");
    for role in [Role::Owner, Role::LeadAnalyst, Role::Coder, Role::Reader, Role::Publisher] {
        let mut browser = house.browser_of(Who::OnPlatform(role));
        for page in [&list, &one, &excerpts, &format!("{one}/trace")] {
            let page = browser.get(page).await.expect(200);
            assert!(!page.body.contains(NAME) && !page.body.contains(BEHALF), "{role}: {}", page.address);
        }
        assert!(browser.get(&one).await.body.contains("Name not shown"), "{role}");
    }
    for role in [Role::Moderator, Role::DataProtectionOfficer] {
        let mut browser = house.browser_of(Who::OnPlatform(role));
        assert!(browser.get(&list).await.expect(200).body.contains(NAME), "{role}");
        let page = browser.get(&one).await.expect(200);
        assert!(page.body.contains(NAME) && page.body.contains(BEHALF), "{role}");
        assert!(!page.has(&format!("a[href='{one}/who']")), "{role} needs to break nothing");
    }
});

on_both!(glass_is_broken_with_a_reason_for_an_hour_and_by_one_person, |data: Throwaway| async move {
    let (house, _evidence, reference, list) = house(data).await;
    let one = format!("{list}/{reference}");
    let mut coder = house.browser_of(Who::OnPlatform(Role::Coder));
    assert!(coder.get(&one).await.has(&format!("a[href='{one}/who']")));
    let page = coder.post(&format!("{one}/who"), &[("reason", "  ")]).await.expect(422);
    assert!(page.has("#reason-error"));
    assert!(!coder.get(&one).await.body.contains(NAME), "a blank reason shows nothing");

    let reason = [("reason", "Somebody may be in danger.")];
    let page = coder.submit(&format!("{one}/who"), &reason).await.expect(200);
    assert!(page.body.contains(NAME) && page.body.contains(BEHALF));
    assert!(page.body.contains("because: Somebody may be in danger."));
    assert!(!coder.get(&list).await.body.contains(NAME), "one response alone");
    assert!(!house.browser_of(Who::OnPlatform(Role::Reader)).get(&one).await.body.contains(NAME));

    let mut officer = house.browser_of(Who::OnPlatform(Role::DataProtectionOfficer));
    let told = officer.get("/team/audit").await.expect(200).text("tbody tr");
    let sentence = format!("OnPlatform(Coder) saw who wrote the response {reference}");
    assert!(told.contains(&sentence) && told.contains("because: Somebody may be in danger."), "{told}");
    assert!(!told.contains(NAME), "the audit does not name whoever wrote it");
    let letters = letter::Entity::find().all(house.data.services.db.read()).await.expect("the letters");
    let to: Vec<_> = letters.iter().map(|letter| (letter.kind.as_str(), letter.address.as_str())).collect();
    let everything = Who::Everything.email();
    let officers = Who::OnPlatform(Role::DataProtectionOfficer).email();
    assert_eq!(to.len(), 2, "each officer of the platform: {to:?}");
    for address in [everything, officers] {
        assert!(to.contains(&("glass-broken", address.as_str())), "{to:?}");
    }

    let clock = &house.data.services.clock;
    clock.set(clock.now() + TimeDelta::minutes(MINUTES));
    assert!(!coder.get(&one).await.body.contains(NAME), "the hour is over");
});
