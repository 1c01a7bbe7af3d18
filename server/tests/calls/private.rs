//! Calls by invitation only: nobody else ever hears of them, until their outcome is published.

use domain::mail::{Fill, Value};
use domain::people::{MemberRole, Role};
use sea_orm::{EntityTrait, QueryOrder};
use services::calls::{Call, by_slug, edit, questionnaire};
use services::on_both;
use services::store::entities::letter;
use services::testing::Throwaway;

use super::Maker;
use crate::support::{ASKED, Browser, House, Who};

/// Every public page that tells of calls.
fn listings(call: &Call) -> Vec<String> {
    let asked = [
        "",
        "?words=confidence",
        "?state=open",
        "?theme=Secrets",
        "?audience=carers",
        "?commissioner=The+assembly+on+care",
    ];
    let lists = asked.iter().flat_map(|asked| [format!("/calls{asked}"), format!("/cy/calls{asked}")]);
    let others = ["/", "/cy", "/recommendations", "/assemblies", "/organisations", "/organisations/avonside"];
    lists.chain(others.map(str::to_owned)).chain([format!("/recommendations?call={}", call.slug)]).collect()
}

/// Whether any page that tells of calls tells a guest of this one.
async fn is_told(house: &House, call: &Call) -> Vec<String> {
    let mut telling = Vec::new();
    for address in listings(call) {
        let page = house.browser().get(&address).await.expect(200);
        // What was asked for stands in the address of the page in the other language.
        let told = page.text("main").contains(&call.title) || page.text("main").contains("Secrets");
        if told || (page.body.contains(&call.slug) && !address.contains(&call.slug)) {
            telling.push(address);
        }
    }
    telling
}

on_both!(a_call_by_invitation_is_on_no_list_until_its_outcome_is_published, |data: Throwaway| async move {
    let house = House::new(data).await.with_mail_server();
    let call = house.private_call().await;
    let keywords = domain::calls::Keywords::parse(&domain::forms::Form::from_pairs([
        ("themes", "Secrets"),
        ("audiences", "carers"),
    ]));
    let services = &house.data.services;
    edit::keywords(services, &call, keywords.expect("keywords")).await.expect("said");
    assert_eq!(is_told(&house, &call).await, Vec::<String>::new());
    let (short, follow) = (format!("/c/{}", call.short()), format!("/follow/call/{}", call.slug));
    for address in [&short, &follow] {
        house.browser().get(address).await.expect(404);
    }
    house.browser().post(&follow, &[("email", "a@folkmoot.test"), ("rate", "daily")]).await.expect(404);

    house.set_clock("2023-02-01 09:00:00");
    assert_eq!(is_told(&house, &call).await, Vec::<String>::new(), "nor once it has closed");
    let findings = services::outcomes::findings::add(
        services,
        call.id,
        domain::outcomes::FindingDetails { title: "Found".to_owned(), text: "It is so.".to_owned() },
        None,
    );
    let finding = findings.await.expect("a finding");
    let early = services::outcomes::findings::publish(services, &finding).await;
    let refused = matches!(early, Err(services::Failure::Refused("error-call-private-outcome")));
    assert!(refused, "nothing that rests on it is published before");
    edit::publish_outcome(services, &by_slug(services, &call.slug).await.expect("it")).await.expect("out");
    let told = is_told(&house, &call).await;
    assert!(told.contains(&"/calls".to_owned()) && told.contains(&"/cy/calls".to_owned()), "{told:?}");
    house.browser().get(&format!("/calls/{}", call.slug)).await.expect(200);
    house.browser().get(&short).await.expect(303);
    house.browser().get(&follow).await.expect(200);
});

/// The link in the letter that was posted last.
async fn last_link(house: &House) -> String {
    let rows = letter::Entity::find().order_by_desc(letter::Column::Id).all(house.data.services.db.read());
    let fill: Fill = serde_json::from_str(&rows.await.expect("the letters")[0].fill).expect("its values");
    let Some(Value::Private(link)) = fill.get("link") else { panic!("a link") };
    link.clone()
}

/// Invites Ann, and gives her personal link.
async fn invite(house: &House, call: &Call) -> String {
    let mut lead = house.browser_of(Who::OnPlatform(Role::Owner));
    let list = [("list", "Ann, ann@folkmoot.test"), ("language", "en")];
    lead.submit(&format!("/team/calls/{}/invited", call.slug), &list).await.expect(200);
    last_link(house).await
}

on_both!(whoever_was_invited_reads_and_answers_and_nobody_else, |data: Throwaway| async move {
    let house = House::new(data).await.with_mail_server();
    let call = house.private_call().await;
    let address = format!("/calls/{}", call.slug);
    let mut lead = house.browser_of(Who::OnPlatform(Role::Owner));
    let link = invite(&house, &call).await;

    let mut ann = house.browser();
    ann.get(&address).await.expect(404);
    let page = ann.open(&link).await.expect(200);
    assert!(page.text("main").contains("This call is by invitation only"));
    assert_eq!(page.header("x-robots-tag"), "noindex, nofollow");
    assert!(!page.has("form[action*='/follow/']"), "what nobody may know of cannot be followed");
    ann.get(&format!("{address}/questions")).await.expect(200);
    ann.get(&format!("{address}/questions.docx")).await.expect(200);
    ann.post(&format!("{address}/start"), &[]).await.expect(303);
    ann.get(&format!("{address}/answer/who")).await.expect(200);

    // Her draft on another device, by its own link: it opens the call as well.
    let secret = ann.cookie(&format!("folkmoot-draft-{}", call.slug)).expect("a draft").to_owned();
    let mut elsewhere = house.browser();
    elsewhere.open(&format!("/resume/{secret}")).await.expect(200);
    elsewhere.get(&address).await.expect(200);
    // What opens another call opens nothing here, and neither does what was made up.
    let mut other = house.browser();
    other.post(&format!("/calls/{}/start", house.call.slug), &[]).await.expect(303);
    let theirs = other.cookie(&format!("folkmoot-draft-{}", house.call.slug)).expect("one").to_owned();
    for (name, value) in [
        (format!("folkmoot-draft-{}", call.slug), theirs.as_str()),
        (format!("folkmoot-draft-{}", call.slug), "made-up"),
        (format!("folkmoot-invited-{}", call.slug), "made-up"),
    ] {
        let mut stranger = house.browser();
        stranger.hold(&name, value);
        stranger.get(&address).await.expect(404);
        stranger.post(&format!("{address}/start"), &[]).await.expect(404);
    }
    // Those of the team who may see it before it is announced see it throughout; those of another call do not.
    house.browser_of(Who::OnPlatform(Role::Reader)).get(&address).await.expect(200);
    house.browser_of(Who::OnOther(Role::Owner)).get(&address).await.expect(404);
    let page = lead.get(&format!("/team{address}")).await.expect(200);
    assert!(page.text("main").contains("This call is by invitation only") && !page.has(".fm-qr"));
});

/// Answers and sends, from a browser that knows of the call.
async fn answer(house: &House, call: &Call, someone: &mut Browser) {
    let form = questionnaire(house.data.services.db.read(), call.id).await.expect("the questions");
    let offered = &form.questions[ASKED.route - 1].choices;
    let no = offered.iter().find(|choice| choice.label == "No").expect("a choice").id.to_string();
    let base = format!("/calls/{}", call.slug);
    someone.post(&format!("{base}/start"), &[]).await.expect(303);
    for (step, fields) in [
        ("who", [("kind", "individual")].as_slice()),
        ("about", &[("name", "Ann")]),
        ("1", &[("answer", &no)]),
        ("5", &[("answer", "Words.")]),
        ("consent", &[("consent", "not-at-all")]),
        ("check", &[]),
    ] {
        someone.post(&format!("{base}/answer/{step}"), fields).await.expect(303);
    }
}

on_both!(whoever_has_answered_holds_what_they_sent_and_nobody_else_does, |data: Throwaway| async move {
    let house = House::new(data).await.with_mail_server();
    let call = house.private_call().await;
    let address = format!("/calls/{}", call.slug);
    let mut ann = house.browser();
    ann.open(&invite(&house, &call).await).await.expect(200);
    answer(&house, &call, &mut ann).await;
    // Her draft alone, without the link of the invitation.
    let (name, mut device) = (format!("folkmoot-draft-{}", call.slug), house.browser());
    device.hold(&name, ann.cookie(&name).expect("a draft"));
    let pages = ["/confirmation", "/receipt", "/receipt.docx", "/change", "/withdraw"];
    for path in pages {
        device.get(&format!("{address}{path}")).await.expect(200);
        let page = house.browser().get(&format!("{address}{path}")).await.expect(404);
        assert!(!page.text("main").contains(&call.title), "{path}");
    }
    for (path, fields) in [
        ("/withdraw", ("withdraw", "away")),
        ("/change", ("change", "begin")),
        ("/confirmation", ("email", "a@folkmoot.test")),
    ] {
        house.browser().post(&format!("{address}{path}"), &[fields]).await.expect(404);
    }
    let to = format!("{address}/withdraw");
    device.post(&to, &[("withdraw", "away")]).await.expect(303);
    device.get(&to).await.expect(200);
    device.get(&address).await.expect(200);
    house.browser().get(&to).await.expect(404);
    device.post(&to, &[("withdraw", "back")]).await.expect(303);
    device.get(&format!("{address}/receipt")).await.expect(200);
});

on_both!(a_private_call_is_made_before_it_is_announced_and_stays_so, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut maker = Maker::ready(&house).await;
    let page = maker.refused("/private", &[("reach", "robots")], 422).await;
    assert!(page.text("#reach-error").contains("Say who can take part"));
    maker.send("/private", &[("reach", "invited")]).await;
    assert!(maker.look("/private").await.has("input[value=invited][checked]"));
    let announce = maker.look("/acts/announce").await.text("main");
    assert!(announce.contains("by invitation only") && !announce.contains("Everyone can see"), "{announce}");
    maker.send("/acts/announce", &[]).await;
    assert!(!maker.look("/private").await.has("#main form"));
    maker.refused("/private", &[("reach", "public")], 409).await;
    let made = by_slug(&house.data.services, &maker.slug).await.expect("the call");
    assert!(made.private);
    house.browser().get(&format!("/calls/{}", maker.slug)).await.expect(404);
    // A copy is for some alone as well, until somebody says otherwise.
    let texts = [("kind", "call-for-evidence"), ("title", "A copy"), ("summary", "The same.")];
    let like = [texts.as_slice(), &[("like", maker.slug.as_str())]].concat();
    maker.browser.post("/team/calls/new", &like).await.expect(303);
    let copy = by_slug(&house.data.services, "a-copy").await.expect("the copy");
    assert!(copy.private);
});

on_both!(members_know_of_it_once_their_organisation_answers, |data: Throwaway| async move {
    let house = House::new(data).await.with_mail_server();
    let call = house.private_call().await;
    let (address, new) = (format!("/calls/{}", call.slug), "/account/organisations/avonside/drafts/new");
    let link = invite(&house, &call).await;
    let mut editor = house.browser_of(Who::Of(MemberRole::Editor));
    let page = editor.get(new).await.expect(200);
    assert!(!page.text("main").contains(&call.title), "nobody chooses what they may not know of");
    editor.post(new, &[("call", &call.slug)]).await.expect(422);
    editor.open(&link).await.expect(200);
    assert!(editor.get(new).await.expect(200).text("main").contains(&call.title));
    let mut approver = house.browser_of(Who::Of(MemberRole::Approver));
    approver.get(&address).await.expect(404);
    editor.submit(new, &[("call", &call.slug)]).await.expect(200);
    for path in ["", "/questions", "/questions.txt"] {
        approver.get(&format!("{address}{path}")).await.expect(200);
        house.browser_of(Who::OfOther(MemberRole::Owner)).get(&format!("{address}{path}")).await.expect(404);
        house.browser().get(&format!("{address}{path}")).await.expect(404);
    }
});

on_both!(other_links_open_what_they_are_for_and_no_more, |data: Throwaway| async move {
    let house = House::new(data).await.with_mail_server();
    let call = house.private_call().await;
    let address = format!("/calls/{}", call.slug);
    // The link to the preview is for the time before the announcement.
    let preview = format!("/preview/{}", call.preview_token);
    for path in ["", "/questions", "/answer/who", "/materials/0189a5b0-0000-7000-8000-000000000000"] {
        let page = house.browser().get(&format!("{preview}{path}")).await.expect(404);
        assert!(!page.body.contains(&call.slug), "{path}");
    }
    let mut lead = house.browser_of(Who::OnPlatform(Role::Owner));
    lead.get(&preview).await.expect(303);

    let mut ann = house.browser();
    let link = invite(&house, &call).await;
    ann.open(&link).await.expect(200);
    ann.submit(&format!("{address}/start"), &[]).await.expect(200);
    let quay = [("name", "Old Quay"), ("email", "quay@a.test")];
    ann.post(&format!("{address}/co-signatories"), &quay).await.expect(303);
    let mut signs = house.browser();
    let page = signs.get(&last_link(&house).await).await.expect(200);
    assert!(!page.has(&format!("a[href*='{}']", call.slug)), "it leads nowhere that would be hidden");
    signs.get(&address).await.expect(404);
});
