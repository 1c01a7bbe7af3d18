//! Inviting people, and accepting.

use chrono::TimeDelta;
use domain::mail::{Fill, Value};
use domain::people::Role;
use sea_orm::{EntityTrait, QueryOrder};
use services::on_both;
use services::people::accounts as service;
use services::people::invitations::INVITATION_DAYS;
use services::store::entities::letter;
use services::testing::Throwaway;

use super::{EMAIL, PASSWORD, add, is_in, sign_in, through, unconnected};
use crate::support::{Browser, House, Who};

const ADA: [(&str, &str); 4] =
    [("name", "Ada Lead"), ("email", "Ada@Folkmoot.test"), ("role", "administrator"), ("place", "platform")];

/// Invites Ada, and gives the address of the invitation's page and its private link.
async fn invite(administrator: &mut Browser) -> (String, String) {
    let page = administrator.post("/team/people", &ADA).await.expect(303);
    let page_of = page.location().expect("the page of the invitation");
    let shown = administrator.get(&page_of).await.expect(200);
    (page_of, link(&shown.text(".fm-private-link")))
}

fn link(shown: &str) -> String {
    shown.strip_prefix("http://folkmoot.test").expect("a link to the portal").to_owned()
}

/// How many people there are.
async fn people(house: &House) -> usize {
    service::list(&house.data.services).await.expect("the people").len()
}

on_both!(an_administrator_invites_a_person_who_chooses_a_password, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut administrator = house.browser_of(Who::administrator());
    let page = administrator.post("/team/people", &ADA[..2]).await.expect(422);
    assert_eq!(page.attribute(".govuk-error-summary a", "href").as_deref(), Some("#role"));
    assert_eq!(page.attribute("#email", "value").as_deref(), Some("Ada@Folkmoot.test"), "kept as typed");
    let (page_of, link) = invite(&mut administrator).await;
    assert!(!administrator.get(&page_of).await.expect(200).has(".fm-private-link"), "shown once");
    assert!(administrator.get("/team/people").await.text("main").contains("ada@folkmoot.test"));
    let page = administrator.post("/team/people", &ADA).await.expect(422);
    assert_eq!(page.attribute(".govuk-error-summary a", "href").as_deref(), Some("#email"), "once is enough");

    let mut ada = house.browser();
    let page = ada.open(&link).await.expect(200);
    assert_eq!(page.text("h1"), "You are invited");
    let page = ada.post("/invitation", &[("password", "short")]).await.expect(422);
    assert!(page.text(".govuk-error-summary").contains("at least 12") && !page.body.contains("\"short\""));
    ada.post("/invitation", &[("password", PASSWORD)]).await.expect(303);
    assert!(is_in(&mut ada).await, "signed in at once");
    assert!(!administrator.get("/team/people").await.text("main").contains("The invitation lasts"));

    let mut other = house.browser();
    sign_in(&mut other, EMAIL, PASSWORD).await.expect(303);
    house.browser().get(&link).await.expect(404);
});

on_both!(a_letter_takes_the_link_and_nobody_else_reads_it, |data: Throwaway| async move {
    let house = House::new(data).await.with_mail_server();
    let mut administrator = house.browser_of(Who::administrator());
    let page_of = administrator.post("/team/people", &ADA).await.expect(303).location().expect("its page");
    let page = administrator.get(&page_of).await.expect(200);
    assert!(!page.has(".fm-private-link") && page.text("main").contains("Waiting"), "{}", page.text("main"));
    let link = enclosed(&house).await;
    house.browser().open(&link).await.expect(200);

    let mut lead = house.browser_of(Who::OnPlatform(Role::Owner));
    let row = lead.get("/team/letters").await.expect(200).attribute("table a", "href").expect("the letter");
    let page = lead.get(&row).await.expect(200);
    assert!(page.text("main").contains("only whoever gets it reads it") && !page.has(".fm-paper"));
    assert!(!page.body.contains(&link), "the link is on no page");

    administrator.post(&format!("{page_of}/renew"), &[]).await.expect(303);
    let newer = enclosed(&house).await;
    house.browser().get(&link).await.expect(404);
    administrator.post(&format!("{page_of}/renew"), &[("by", "hand")]).await.expect(303);
    let shown = administrator.get(&page_of).await.expect(200).text(".fm-private-link");
    house.browser().get(&newer).await.expect(404);
    house.browser().open(shown.trim_start_matches("http://folkmoot.test")).await.expect(200);
});

/// The link in the letter that was posted last.
async fn enclosed(house: &House) -> String {
    let rows = letter::Entity::find().order_by_desc(letter::Column::Id).all(house.data.services.db.read());
    let fill: Fill = serde_json::from_str(&rows.await.expect("the letters")[0].fill).expect("its values");
    match fill.get("link") {
        Some(Value::Private(link)) => link.clone(),
        other => panic!("{other:?}"),
    }
}

on_both!(an_invitation_is_accepted_by_signing_in_at_a_provider, |data: Throwaway| async move {
    let (house, door) = unconnected(data).await;
    let (_, link) = invite(&mut house.browser_of(Who::administrator())).await;
    let mut ada = house.browser();
    ada.get(&link).await.expect(303);
    // What the provider says of the e-mail address decides nothing: the private link does.
    door.say("email", "someone.else@example.org".into());
    let back = through(&mut ada, &door, "/invitation/with/door").await;
    assert_eq!(ada.get(&back).await.expect(303).location().as_deref(), Some("/team"));
    assert!(is_in(&mut ada).await);
    let account = ada.get("/account").await.expect(200).text("main");
    assert!(account.contains("ada@folkmoot.test") && account.contains("someone.else@example.org"));
    assert!(account.contains("no password here"));

    let mut later = house.browser();
    let back = through(&mut later, &door, "/sign-in/with/door").await;
    later.get(&back).await.expect(303);
    assert!(is_in(&mut later).await);
});

on_both!(a_renewed_invitation_is_not_accepted_by_whoever_set_out_before, |data: Throwaway| async move {
    let (house, door) = unconnected(data).await;
    let mut administrator = house.browser_of(Who::administrator());
    let (page_of, old) = invite(&mut administrator).await;
    let before = people(&house).await;
    let mut early = house.browser();
    early.get(&old).await.expect(303);
    let back = through(&mut early, &door, "/invitation/with/door").await;
    let clock = &house.data.services.clock;
    clock.set(clock.now() + TimeDelta::minutes(1));
    administrator.post(&format!("{page_of}/renew"), &[]).await.expect(303);
    early.get(&back).await.expect(404);
    assert_eq!(people(&house).await, before);
    let link = link(&administrator.get(&page_of).await.expect(200).text(".fm-private-link"));
    let mut ada = house.browser();
    ada.get(&link).await.expect(303);
    let back = through(&mut ada, &door, "/invitation/with/door").await;
    ada.get(&back).await.expect(303);
    assert!(is_in(&mut ada).await);
});

on_both!(an_invitation_ends_when_it_is_used_withdrawn_renewed_or_old, |data: Throwaway| async move {
    let house = House::new(data).await;
    let (mut administrator, clock) = (house.browser_of(Who::administrator()), &house.data.services.clock);
    let before = people(&house).await;

    let (page_of, old) = invite(&mut administrator).await;
    administrator.post(&format!("{page_of}/renew"), &[]).await.expect(303);
    let link = link(&administrator.get(&page_of).await.expect(200).text(".fm-private-link"));
    house.browser().get(&old).await.expect(404);
    let mut waiting = house.browser();
    waiting.open(&link).await.expect(200);
    administrator.post(&format!("{page_of}/withdraw"), &[]).await.expect(303);
    waiting.post("/invitation", &[("password", PASSWORD)]).await.expect(404);
    administrator.get(&page_of).await.expect(404);

    let (_, link) = invite(&mut administrator).await;
    let mut late = house.browser();
    late.open(&link).await.expect(200);
    clock.set(clock.now() + TimeDelta::days(INVITATION_DAYS));
    late.post("/invitation", &[("password", PASSWORD)]).await.expect(404);

    let (_, link) = invite(&mut administrator).await;
    let mut twice = house.browser();
    twice.open(&link).await.expect(200);
    add(&house, EMAIL, Role::Reader).await;
    let page = twice.post("/invitation", &[("password", PASSWORD)]).await.expect(409);
    assert!(page.text("main").contains("by now"));
    assert_eq!(people(&house).await, before + 1, "nobody but the one that was added in between");

    let mut guesser = house.browser();
    guesser.hold("folkmoot-invitation", &"a".repeat(64));
    for path in ["/invitation", "/invitation/with/door", "/invitation/x"] {
        guesser.get(path).await.expect(404);
    }
});

on_both!(two_who_accept_the_same_invitation_are_one_person, |data: Throwaway| async move {
    let house = House::new(data).await;
    let before = people(&house).await;
    let (_, link) = invite(&mut house.browser_of(Who::administrator())).await;
    let (mut one, mut two) = (house.browser(), house.browser());
    one.open(&link).await.expect(200);
    two.open(&link).await.expect(200);
    let fields = [("password", PASSWORD)];
    let (first, second) = tokio::join!(one.post("/invitation", &fields), two.post("/invitation", &fields));
    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 404]);
    assert_eq!(people(&house).await, before + 1);
});
