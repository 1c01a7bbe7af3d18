//! Inviting people by letter, and coming by a personal link.

use domain::mail::{Fill, Value};
use domain::people::Role;
use sea_orm::{EntityTrait, QueryOrder};
use services::on_both;
use services::store::entities::{audit, draft, letter};
use services::testing::Throwaway;

use crate::support::{ASKED, House, Who};

on_both!(a_personal_link_says_who_has_answered_and_never_what, |data: Throwaway| async move {
    let house = House::new(data).await.with_mail_server();
    let mut lead = house.browser_of(Who::OnPlatform(Role::Owner));
    let base = format!("/team/calls/{}/invited", house.call.slug);
    let typed = "Ann, ann@folkmoot.test\nnobody <script>";
    let page = lead.post(&base, &[("list", typed), ("language", "en")]).await.expect(422);
    assert_eq!(page.raw("textarea").trim_start(), typed, "nothing typed is lost");
    assert!(
        page.text("table").contains("nobody <script>") && page.text("table").contains("no e-mail address")
    );
    assert!(!page.text("main").contains("Who was invited"), "nobody was");
    let page =
        lead.submit(&base, &[("list", "Ann, ann@folkmoot.test"), ("language", "en")]).await.expect(200);
    assert!(page.text(".govuk-notification-banner").contains("1 person was invited"));
    assert!(page.text("table").contains("ann@folkmoot.test"));

    let rows = letter::Entity::find().order_by_desc(letter::Column::Id).all(house.data.services.db.read());
    let fill: Fill = serde_json::from_str(&rows.await.expect("the letters")[0].fill).expect("its values");
    let Some(Value::Private(link)) = fill.get("link") else { panic!("a link") };
    let mut ann = house.browser();
    let call = format!("/calls/{}", house.call.slug);
    assert_eq!(ann.get(link).await.expect(303).location().as_deref(), Some(call.as_str()));
    assert!(lead.get(&base).await.text("table").contains("Letter waits"), "opening a link notes nothing");
    ann.post(&format!("{call}/start"), &[]).await.expect(303);
    assert!(lead.get(&base).await.text("table").contains("Has begun"));
    let no = house.choice(ASKED.route, "No");
    for (step, fields) in [
        ("who", [("kind", "individual")].as_slice()),
        ("about", &[("name", "Nobody knows")]),
        ("1", &[("answer", &no)]),
        ("3", &[]),
        ("4", &[]),
        ("5", &[("answer", "My words.")]),
        ("consent", &[("consent", "with-name")]),
        ("check", &[]),
    ] {
        ann.post(&format!("{call}/answer/{step}"), fields).await.expect(303);
    }
    let page = lead.get(&base).await.expect(200);
    assert!(page.text("table").contains("Has answered"));
    let drafts = draft::Entity::find().all(house.data.services.db.read()).await.expect("the drafts");
    assert!(!format!("{drafts:?}").contains("ann@"), "nothing ties the words to the invitation");

    lead.post(&format!("{base}/remind"), &[]).await.expect(409);
    assert!(
        lead.get(&format!("{base}/remind")).await.expect(200).text("main").contains("Nobody can be reminded")
    );
    house.browser().get("/invited/x").await.expect(404);
});

on_both!(a_file_is_read_and_what_is_wrong_in_it_can_be_put_right_or_left_out, |data: Throwaway| async move {
    let house = House::new(data).await.with_mail_server();
    let mut lead = house.browser_of(Who::OnPlatform(Role::Owner));
    let base = format!("/team/calls/{}/invited", house.call.slug);
    // As Excel saves it here: semicolons, and the letters of Windows.
    let file = b"Name;E-mail\r\nSi\xf4n;sion@folkmoot.test\r\nNobody;\r\nAnn;ann@folkmoot.test\r\n";
    let fields = [("list", "Bob, bob@folkmoot.test"), ("language", "cy")];
    let page = lead.upload(&base, &fields, file).await.expect(422);
    let shown = page.raw("textarea");
    assert!(shown.contains("bob@folkmoot.test") && shown.contains("Siôn;sion@folkmoot.test"), "{shown}");
    assert!(page.text("table").contains("Nobody;"));
    assert_eq!(page.attribute("input[name=language][checked]", "value").as_deref(), Some("cy"));
    let typed = shown.trim_start().replace("&lt;", "<");
    let fields = [("list", typed.as_str()), ("language", "cy"), ("wrong", "leave-out")];
    let page = lead.upload(&base, &fields, b"").await;
    let page = lead.follow(page).await.expect(200);
    assert!(page.text(".govuk-notification-banner").contains("3 people were invited"));
    let rows = letter::Entity::find().all(house.data.services.db.read()).await.expect("the letters");
    assert!(rows.iter().any(|row| row.name == "Siôn" && row.language == "cy"));
});

on_both!(who_was_invited_is_seen_by_few_and_each_look_is_on_record, |data: Throwaway| async move {
    let house = House::new(data).await.with_mail_server();
    let base = format!("/team/calls/{}/invited", house.call.slug);
    let mut owner = house.browser_of(Who::OnCall(Role::Owner));
    owner.post(&base, &[("list", "Ann, ann@folkmoot.test"), ("language", "en")]).await.expect(303);
    for role in
        [Role::LeadAnalyst, Role::Editor, Role::Coder, Role::Reader, Role::Moderator, Role::Administrator]
    {
        let page = house.browser_of(Who::OnPlatform(role)).get(&base).await.expect(403);
        assert!(!page.body.contains("ann@"), "{role}");
    }
    let mut officer = house.browser_of(Who::OnPlatform(Role::DataProtectionOfficer));
    for _ in 0..2 {
        let page = officer.get(&base).await.expect(200);
        assert!(page.text("table").contains("ann@folkmoot.test") && !page.has("textarea"));
    }
    officer.post(&base, &[("list", "Bob, bob@folkmoot.test"), ("language", "en")]).await.expect(403);
    let remove = officer.get(&base).await.attribute("table a", "href").expect("a link");
    assert!(officer.get(&remove).await.expect(200).text("h1").contains("Take Ann off the list?"));
    let page = officer.submit(&remove, &[("refuses", "yes")]).await.expect(200);
    assert!(page.text(".govuk-notification-banner").contains("off the list"));
    assert!(!page.body.contains("ann@folkmoot.test"));
    officer.get(&remove).await.expect(404);
    // Whoever asked not to be invited is not, by the next list.
    let again = [("list", "Ann, Ann@folkmoot.test"), ("language", "en")];
    let told = owner.post(&base, &again).await.expect(303).location().expect("an address");
    let page = officer.get(&told).await.expect(200);
    assert!(
        page.text(".govuk-notification-banner").contains("1 person has said that they want no invitations")
    );
    assert!(!page.text("main").contains("ann@folkmoot.test"));
    let acts = audit::Entity::find().all(house.data.services.db.read()).await.expect("the audit");
    let count = |act: &str| acts.iter().filter(|row| row.act == act).count();
    let counts = ["invitees-added", "invitees-seen", "invitee-removed"].map(count);
    assert_eq!(counts, [1, 1, 1], "looking again within the hour is looking once");
    assert!(acts.iter().all(|row| !row.details.contains("ann@") && !row.details.contains("Ann")));
});
