//! The pages of an organisation's members, from claiming it to handing it over.

use domain::mail::{Fill, LetterKind, Value};
use domain::people::{MemberRole, Role};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use services::on_both;
use services::store::entities::letter;
use services::testing::Throwaway;

use crate::support::{Browser, House, Who};

const HERE: &str = "/account/organisations/avonside";
const PASSWORD: &str = "three random words";

/// What the last letter of this kind to an address is filled with.
async fn last(house: &House, kind: LetterKind, address: &str) -> Fill {
    let row = letter::Entity::find()
        .filter(letter::Column::Address.eq(address))
        .filter(letter::Column::Kind.eq(kind.as_str()))
        .order_by_desc(letter::Column::Id)
        .one(house.data.services.db.read())
        .await
        .expect("the letters")
        .expect("a letter");
    serde_json::from_str(&row.fill).expect("its values")
}

/// The private link of the last such letter.
async fn link(house: &House, kind: LetterKind, address: &str) -> String {
    match last(house, kind, address).await.get("link") {
        Some(Value::Private(path)) => path.clone(),
        other => panic!("{other:?}"),
    }
}

/// What the directory says of the organisation: this domain, and an address for letters.
async fn keep(house: &House, domain: &str) {
    let mut keeper = house.browser_of(Who::administrator());
    let fields = [
        ("name", "Avonside"),
        ("kind", "integrated-care-system"),
        ("email-domain", domain),
        ("contact", "office@avonside.test"),
    ];
    keeper.post("/team/organisations/avonside/edit", &fields).await.expect(303);
}

async fn see(browser: &mut Browser, path: &str) -> String {
    browser.get(path).await.expect(200).text("main")
}

on_both!(somebody_proves_their_address_and_joins_by_its_domain, |data: Throwaway| async move {
    let house = House::new(data).await.with_mail_server();
    let mut nobody = house.browser_of(Who::Nobody);
    let join = format!("{HERE}/join");
    assert!(!see(&mut nobody, &join).await.contains("By your e-mail address"));
    keep(&house, "folkmoot.test").await;
    assert!(see(&mut nobody, &join).await.contains("Show first that the address is yours"));
    nobody.post(&join, &[("by", "domain")]).await.expect(409);
    nobody.post("/account/address", &[]).await.expect(303);
    assert!(see(&mut nobody, "/account/address?sent=yes").await.contains("nobody@folkmoot.test"));
    let link = link(&house, LetterKind::ProveAddress, "nobody@folkmoot.test").await;
    house.browser().get(&link).await.expect(303);
    house.browser_of(Who::OnPlatform(Role::Reader)).get(&link).await.expect(404);
    nobody.get(&link).await.expect(200);
    nobody.post(&link, &[]).await.expect(303);
    nobody.post(&link, &[]).await.expect(404);
    assert!(see(&mut nobody, "/account").await.contains("We know that this address is yours"));
    let page = nobody.submit(&join, &[("by", "domain")]).await.expect(200);
    assert_eq!(page.text("h1"), "Members of Avonside");
    assert!(see(&mut nobody, "/account").await.contains("Avonside Editor"), "the house has an owner of it");
    let public = see(&mut house.browser(), "/organisations/avonside").await;
    assert!(public.contains("Checked by e-mail domain folkmoot.test on"), "{public}");
    assert!(!public.contains("Nobody"), "who it is, nobody is told");
    assert!(see(&mut house.browser(), "/organisations/brockshire").await.contains("Not checked"));
});

on_both!(the_team_gives_a_code_that_is_shown_once_or_goes_by_letter, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut administrator = house.browser_of(Who::administrator());
    let here = "/team/organisations/avonside/members";
    let page = administrator.post("/team/organisations/avonside/code", &[]).await.expect(422);
    assert!(page.has(".govuk-error-summary a[href='#passing']"));
    let page = administrator.post("/team/organisations/avonside/code", &[("passing", "letter")]).await;
    assert!(page.expect(422).text(".govuk-error-summary").contains("has no address"));
    let telephone = [("passing", "telephone")];
    let page = administrator.submit("/team/organisations/avonside/code", &telephone).await.expect(200);
    let code = page.text(".fm-secret");
    assert_eq!(code.len(), 19, "{code}");
    assert!(!administrator.get(here).await.expect(200).has(".fm-secret"), "once");

    let mut nobody = house.browser_of(Who::Nobody);
    let join = format!("{HERE}/join");
    let page = nobody.post(&join, &[("by", "code"), ("code", "1234")]).await.expect(422);
    assert_eq!(page.attribute(".govuk-error-summary a", "href").as_deref(), Some("#code"));
    let wrong = [("by", "code"), ("code", "BCDF-BCDF-BCDF-BCDF")];
    assert!(nobody.post(&join, &wrong).await.expect(422).text(".govuk-error-summary").contains("wrong"));
    let page = nobody.submit(&join, &[("by", "code"), ("code", &code.to_lowercase())]).await.expect(200);
    assert_eq!(page.text("h1"), "Members of Avonside");
    assert!(page.has(&format!("a[href='{HERE}/invite']")), "an owner");
    let page = see(&mut house.browser(), "/organisations/avonside").await;
    assert!(page.contains("Checked by a code given to it by telephone"), "{page}");

    keep(&house, "").await;
    let letter = [("passing", "letter")];
    administrator.post("/team/organisations/avonside/code", &letter).await.expect(303);
    let fill = last(&house, LetterKind::OrganisationCode, "office@avonside.test").await;
    assert!(matches!(fill.get("code"), Some(Value::Secret(_))));
    let page = administrator.get("/team/letters?shelf=waiting").await.expect(200);
    let Some(Value::Secret(code)) = fill.get("code") else { panic!("no code") };
    assert!(!page.body.contains(code.as_str()));
    for letter in page.html().select(&scraper::Selector::parse("tbody a").expect("a selector")) {
        let shown = administrator.get(letter.attr("href").expect("a letter")).await.expect(200);
        assert!(!shown.body.contains(code.as_str()), "nobody of the team reads it");
    }
    administrator.post("/team/organisations/avonside/code/withdraw", &[]).await.expect(303);
    administrator.post("/team/organisations/avonside/code/withdraw", &[]).await.expect(404);
});

on_both!(whoever_asks_is_told_and_keeps_what_they_typed, |data: Throwaway| async move {
    let house = House::new(data).await.with_mail_server();
    let mut nobody = house.browser_of(Who::Nobody);
    // Nobody of this house is an owner of what the team has just added.
    let mut administrator = house.browser_of(Who::administrator());
    administrator.post("/team/add-organisation", &[("name", "Bay"), ("kind", "other")]).await.expect(303);
    let join = "/account/organisations/bay/join";
    let page = nobody.post(join, &[("by", "asking"), ("note", " ")]).await.expect(422);
    assert_eq!(page.attribute(".govuk-error-summary a", "href").as_deref(), Some("#note"));
    let long = "x".repeat(501);
    let page = nobody.post(join, &[("by", "asking"), ("note", &long)]).await.expect(422);
    assert_eq!(page.attribute("#note", "value"), Some(long));
    let page = nobody.submit(join, &[("by", "asking"), ("note", "I <b>row</b>")]).await.expect(200);
    assert!(page.text("main").contains("You asked on"));
    assert!(see(&mut nobody, "/account").await.contains("Bay Waits for an answer"));
    nobody.post(join, &[("by", "asking"), ("note", "again")]).await.expect(409);

    let list = administrator.get("/team/organisation-requests").await.expect(200);
    let request = list.attribute("tbody a", "href").expect("who waits");
    let page = administrator.get(&request).await.expect(200);
    assert!(
        page.text("main").contains("I <b>row</b>") && page.text("main").contains("not shown to be theirs")
    );
    let page = administrator.post(&request, &[("decision", "refuse")]).await.expect(422);
    assert_eq!(page.attribute(".govuk-error-summary a", "href").as_deref(), Some("#reason"));
    administrator.post(&request, &[]).await.expect(422);
    administrator.post(&request, &[("decision", "refuse"), ("reason", "Who are you?")]).await.expect(303);
    administrator.get(&request).await.expect(404);
    assert!(see(&mut nobody, join).await.contains("Who are you?"));
    nobody.post(join, &[("by", "asking"), ("note", "The harbour master")]).await.expect(303);
    nobody.post(join, &[("by", "withdrawing")]).await.expect(303);
    nobody.post(join, &[("by", "asking"), ("note", "The harbour master")]).await.expect(303);
    let list = administrator.get("/team/organisation-requests").await.expect(200);
    let request = list.attribute("tbody a", "href").expect("who waits");
    administrator.post(&request, &[("decision", "accept")]).await.expect(303);
    let page = nobody.get("/account/organisations/bay").await.expect(200);
    assert!(page.text("main").contains("Checked by the review team") && page.text("main").contains("Owner"));
    nobody.post(join, &[("by", "nonsense")]).await.expect(404);
});

on_both!(an_owner_invites_and_a_new_account_is_no_part_of_the_team, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut owner = house.browser_of(Who::Of(MemberRole::Owner));
    let invite = format!("{HERE}/invite");
    let page = owner.post(&invite, &[("name", "Eve"), ("email", "eve")]).await.expect(422);
    for field in ["email", "role"] {
        assert!(page.has(&format!(".govuk-error-summary a[href='#{field}']")), "{field}");
    }
    assert_eq!(page.attribute("#name", "value").as_deref(), Some("Eve"));
    let fields = [("name", "Eve"), ("email", "Eve@elsewhere.test"), ("role", "approver")];
    let page = owner.post(&invite, &fields).await.expect(303);
    let at = page.location().expect("the invitation's page");
    let shown = owner.get(&at).await.expect(200).text(".fm-private-link");
    let link = shown.strip_prefix("http://folkmoot.test").expect("a link to the portal").to_owned();
    assert!(!owner.get(&at).await.expect(200).has(".fm-private-link"), "once");
    assert!(see(&mut owner, HERE).await.contains("Who has not answered their invitation"));
    for who in [Who::Of(MemberRole::Approver), Who::OfOther(MemberRole::Owner), Who::administrator()] {
        house.browser_of(who).get(&at).await.expect(403);
    }
    house.browser_of(Who::administrator()).get(&at.replace(HERE, "/team/people")).await.expect(404);
    assert!(
        !see(&mut house.browser_of(Who::administrator()), "/team/people").await.contains("elsewhere.test")
    );

    let mut eve = house.browser();
    let page = eve.open(&link).await.expect(200);
    assert!(page.text("main").contains("Avonside wants you to act for it") && page.has("#password"));
    let page = eve.submit("/invitation", &[("password", PASSWORD)]).await.expect(200);
    assert_eq!(page.text("h1"), "Members of Avonside");
    assert!(!page.has("a[href='/team']"), "no way to the team");
    eve.get("/team").await.expect(403);
    eve.post("/sign-out", &[]).await.expect(303);
    let page = eve.post("/sign-in", &[("email", "eve@elsewhere.test"), ("password", PASSWORD)]).await;
    assert_eq!(page.expect(303).location().as_deref(), Some("/account"), "where they have something to do");
    owner.post(&format!("{at}/renew"), &[]).await.expect(404);
});

on_both!(somebody_with_an_account_accepts_with_it, |data: Throwaway| async move {
    let house = House::new(data).await.with_mail_server();
    let mut owner = house.browser_of(Who::Of(MemberRole::Owner));
    let fields = [("name", "Nobody"), ("email", "nobody@folkmoot.test"), ("role", "owner")];
    let page = owner.submit(&format!("{HERE}/invite"), &fields).await.expect(200);
    assert!(page.text("main").contains("A letter takes the private link") && !page.has(".fm-private-link"));
    let link = link(&house, LetterKind::MemberInvitation, "nobody@folkmoot.test").await;
    let mut nobody = house.browser_of(Who::Nobody);
    let page = nobody.open(&link).await.expect(200);
    assert!(page.text("main").contains("Accept as Nobody") && !page.has("#password"));
    let page = nobody.submit("/invitation", &[("as", "account")]).await.expect(200);
    assert_eq!(page.text("h1"), "Members of Avonside");
    let mut guest = house.browser();
    guest.get(&link).await.expect(404);
    guest.post("/invitation", &[("as", "account")]).await.expect(404);
});

on_both!(owners_change_roles_remove_and_hand_over, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut owner = house.browser_of(Who::Of(MemberRole::Owner));
    let mut everything = house.browser_of(Who::Everything);
    let page = owner.get(HERE).await.expect(200);
    let of = |name: &str| {
        let page = page.html();
        let links = scraper::Selector::parse("tbody th a").expect("a selector");
        let found = page.select(&links).find(|link| link.text().collect::<String>() == name);
        found.and_then(|link| link.attr("href")).expect("a member").to_owned()
    };
    let (editor, other) = (of("Of(Editor)"), of("Everything"));
    let approvers = see(&mut house.browser_of(Who::Of(MemberRole::Approver)), HERE).await;
    assert!(approvers.contains("Of(Editor)") && !approvers.contains("@folkmoot.test"), "names, no addresses");
    owner.post(&editor, &[]).await.expect(422);
    owner.post(&editor, &[("role", "approver")]).await.expect(303);
    let page = owner.get(&editor).await.expect(200);
    assert_eq!(page.attribute("input[name=role][checked]", "value").as_deref(), Some("approver"));
    owner.post(&format!("{other}/remove"), &[]).await.expect(303);
    everything.get(HERE).await.expect(403);
    owner.post(&format!("{other}/remove"), &[]).await.expect(404);

    let page = owner.get(&format!("{HERE}/leave")).await.expect(200);
    assert!(page.text("main").contains("Hand over to another member first") && !page.has("main form"));
    owner.post(&format!("{HERE}/leave"), &[]).await.expect(409);
    owner.post(&format!("{editor}/hand-over"), &[]).await.expect(303);
    owner.post(&format!("{editor}/hand-over"), &[]).await.expect(403);
    owner.post(&format!("{HERE}/leave"), &[]).await.expect(303);
    owner.get(HERE).await.expect(403);
    let page = house.browser_of(Who::Of(MemberRole::Editor)).get(HERE).await.expect(200);
    assert!(page.has(&format!("a[href='{HERE}/invite']")), "the owner now");
});

on_both!(members_pages_are_in_welsh_too, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut owner = house.browser_of(Who::Of(MemberRole::Owner));
    for (path, title) in [
        (HERE.to_owned(), "Aelodau Avonside"),
        (format!("{HERE}/invite"), "Gwahodd rhywun"),
        (format!("{HERE}/leave"), "Gadael y sefydliad hwn"),
        (format!("{HERE}/join"), "Gweithredu dros y sefydliad hwn"),
        ("/account/address".to_owned(), "Ai eich cyfeiriad chi yw hwn?"),
    ] {
        assert_eq!(owner.get(&format!("/cy{path}")).await.expect(200).text("h1"), title);
    }
    let page = owner.post(&format!("/cy{HERE}/invite"), &[]).await.expect(422);
    assert!(page.text(".govuk-error-summary").contains("Dewiswch rôl"));
});

on_both!(what_is_done_about_members_is_told_in_the_audit, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut owner = house.browser_of(Who::Of(MemberRole::Owner));
    let mut administrator = house.browser_of(Who::administrator());
    let fields = [("name", "Eve"), ("email", "eve@elsewhere.test"), ("role", "approver")];
    let at = owner.post(&format!("{HERE}/invite"), &fields).await.expect(303).location().expect("its page");
    owner.post(&format!("{at}/renew"), &[]).await.expect(303);
    owner.post(&format!("{at}/withdraw"), &[]).await.expect(303);
    let telephone = [("passing", "telephone")];
    let page = administrator.submit("/team/organisations/avonside/code", &telephone).await.expect(200);
    let code = page.text(".fm-secret");
    let mut nobody = house.browser_of(Who::Nobody);
    let join = format!("{HERE}/join");
    nobody.post(&join, &[("by", "code"), ("code", "BCDF-BCDF-BCDF-BCDF")]).await.expect(422);
    nobody.post(&join, &[("by", "code"), ("code", &code)]).await.expect(303);
    nobody.post(&format!("{HERE}/leave"), &[]).await.expect(303);
    nobody.post(&join, &[("by", "asking"), ("note", "I am back.")]).await.expect(303);
    let request = owner.get(HERE).await.expect(200).attribute("main li a[href*=requests]", "href");
    let accept = [("decision", "accept"), ("role", "editor")];
    owner.post(&request.expect("who asks"), &accept).await.expect(303);
    let told = house.browser_of(Who::Everything).get("/team/audit").await.expect(200).texts("tbody th");
    let expected = [
        "Of(Owner) made Nobody a member of the organisation ‘Avonside’, with the role of Editor",
        "Nobody asked to become a member of the organisation ‘Avonside’",
        "Nobody left the organisation ‘Avonside’",
        "Nobody became a member of the organisation ‘Avonside’ by its code, with the role of Owner",
        "Nobody typed a wrong code for the organisation ‘Avonside’",
        "OnPlatform(Administrator) gave the organisation ‘Avonside’ a code to be read out by telephone",
        "Of(Owner) took back the invitation of Eve to the organisation ‘Avonside’",
        "Of(Owner) made a new private link to the invitation of Eve to the organisation ‘Avonside’",
        "Of(Owner) invited Eve to the organisation ‘Avonside’, with the role of Approver",
    ];
    assert_eq!(told[..expected.len()], expected);
});
