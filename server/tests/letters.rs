//! The team's pages of letters, and the page on which they are stopped.

use axum::http::Method;
use domain::Language;
use domain::mail::{Fill, LetterKind, Stream, Value};
use domain::people::Role;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use services::mail::{Letter, Office, Pace, Recipient, post, sender};
use services::store::entities::letter;
use services::testing::Throwaway;
use services::{Failure, Services, on_both};
use tokio::sync::watch;

use crate::support::{House, Who};

/// Posts a letter that can be stopped, and gives its id and the path on which it is.
async fn posted(services: &Services, address: &str) -> (uuid::Uuid, String) {
    let clock = services.clock.clone();
    let letter = Letter {
        kind: LetterKind::Test,
        stream: Some(Stream::Invitations),
        to: Recipient { address: address.to_owned(), name: "Ann".to_owned() },
        language: Language::English,
        fill: Fill::new(),
        key: address.to_owned(),
    };
    let done: Result<_, Failure> =
        services.db.write(move |txn| Box::pin(async move { post(txn, &clock, letter).await })).await;
    done.expect("posted");
    let row =
        letter::Entity::find().filter(letter::Column::Address.eq(address)).one(services.db.read()).await;
    let row = row.expect("read").expect("the letter");
    let fill: Fill = serde_json::from_str(&row.fill).expect("values");
    match fill.get("stop") {
        Some(Value::Private(path)) => (row.id, path.clone()),
        other => panic!("the way out is {other:?}"),
    }
}

/// Puts a letter into a state, as a mail server would have.
async fn set(services: &Services, id: uuid::Uuid, state: &'static str) {
    let change = letter::Entity::update_many()
        .col_expr(letter::Column::State, Expr::value(state))
        .filter(letter::Column::Id.eq(id));
    let done: Result<(), Failure> = services
        .db
        .write(move |txn| {
            Box::pin(async move {
                change.exec(txn).await?;
                Ok(())
            })
        })
        .await;
    done.expect("changed");
}

on_both!(a_link_in_a_letter_asks_first_and_then_stops, |data: Throwaway| async move {
    let house = House::new(data).await;
    let (_, path) = posted(&house.data.services, "ann@folkmoot.test").await;
    let mut ann = house.browser();
    for _ in 0..2 {
        let page = ann.get(&path).await.expect(200);
        assert_eq!(page.text("h1"), "Stop these letters?", "opening a link changes nothing");
        assert!(!page.body.contains("ann@"), "and tells nobody whose it is");
    }
    let page = ann.submit(&path, &[]).await.expect(200);
    assert_eq!(page.text("h1"), "You will get no more of these letters");
    let page = ann.submit(&path, &[("act", "go-on")]).await.expect(200);
    assert_eq!(page.text("h1"), "Stop these letters?");
    let page = ann.get(&format!("/cy{path}")).await.expect(200);
    assert_eq!(page.text("h1"), "Atal y llythyrau hyn?");
    ann.get("/letters/stop/x").await.expect(404);
});

on_both!(the_button_of_a_mail_program_stops_with_one_click, |data: Throwaway| async move {
    let house = House::new(data).await;
    let (_, path) = posted(&house.data.services, "ann@folkmoot.test").await;
    // RFC 8058: no cookies, no Origin, nothing that a browser would add, and no redirect in answer.
    let mut program = house.browser().with("user-agent", "a mail program");
    let page = program.send(Method::POST, &path, b"List-Unsubscribe=One-Click".to_vec()).await.expect(200);
    assert_eq!(page.text("h1"), "You will get no more of these letters");
    assert_eq!(house.browser().get(&path).await.text("h1"), "You will get no more of these letters");
});

on_both!(the_team_reads_letters_without_what_opens_something, |data: Throwaway| async move {
    let house = House::new(data).await;
    let (id, path) = posted(&house.data.services, "ann@folkmoot.test").await;
    let mut lead = house.browser_of(Who::OnPlatform(Role::Owner));
    let page = lead.get("/team").await.expect(200);
    assert!(page.texts("main a").contains(&"Letters".to_owned()), "the way there");
    let page = lead.get("/team/letters").await.expect(200);
    assert!(page.text("table").contains("ann@folkmoot.test") && page.text("main").contains("No mail server"));
    let page = lead.get(&format!("/team/letters/{id}")).await.expect(200);
    assert_eq!(page.text("h1"), "A test letter from Folkmoot");
    assert!(page.text(".fm-paper").contains("[a private link"), "{}", page.text(".fm-paper"));
    let secret = path.rsplit('/').next().expect("a secret");
    assert!(!page.body.contains(secret));
    let mut reader = house.browser_of(Who::OnPlatform(Role::Reader));
    reader.get("/team/letters").await.expect(403);
    lead.get("/team/letters/x").await.expect(404);
    lead.get("/team/letters?shelf=nowhere&page=-1").await.expect(200);
});

on_both!(a_person_decides_about_a_letter_that_may_have_arrived, |data: Throwaway| async move {
    let house = House::new(data).await;
    let services = &house.data.services;
    let (id, _) = posted(services, "ann@folkmoot.test").await;
    let mut lead = house.browser_of(Who::OnPlatform(Role::Owner));
    let at = format!("/team/letters/{id}");
    lead.post(&format!("{at}/arrived"), &[]).await.expect(409);
    lead.post(&format!("{at}/again"), &[]).await.expect(409);
    set(services, id, "unsure").await;
    let page = lead.get("/team/letters").await.expect(200);
    assert!(page.text(".govuk-warning-text").contains("nobody knows"), "it is said on every shelf");
    let page = lead.submit(&format!("{at}/again"), &[]).await.expect(200);
    assert!(page.text(".fm-facts").contains("Waiting"));
    set(services, id, "unsure").await;
    let page = lead.submit(&format!("{at}/arrived"), &[]).await.expect(200);
    assert!(page.text(".fm-facts").contains("Sent") && !page.has("main form"));
    set(services, id, "kept").await;
    let page = lead.get("/team/letters?shelf=kept").await.expect(200);
    assert!(page.has("form[action='/team/letters/again']"));
    lead.submit("/team/letters/again", &[("shelf", "kept")]).await.expect(200);
    assert!(lead.get(&at).await.text(".fm-facts").contains("Waiting"));
    lead.post("/team/letters/again", &[("shelf", "unsure")]).await.expect(409);
    lead.post("/team/letters/again", &[("shelf", "x")]).await.expect(404);
});

on_both!(a_team_pauses_sending_and_asks_for_a_test_letter, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut lead = house.browser_of(Who::OnPlatform(Role::Owner));
    let page = lead.submit("/team/letters/pause", &[]).await.expect(200);
    assert!(page.text(".govuk-warning-text").contains("Sending is paused since 10am on 13 December 2022"));
    assert!(page.has("form[action='/team/letters/resume']"));
    let page = lead.submit("/team/letters/resume", &[]).await.expect(200);
    assert!(!page.has(".govuk-warning-text"));
    let page = lead.post("/team/letters/test", &[("email", "ann@nowhere")]).await.expect(422);
    assert_eq!(page.attribute("#email", "value").as_deref(), Some("ann@nowhere"));
    assert_eq!(page.texts(".govuk-error-summary li").len(), 2);
    let fields = [("email", "ann@folkmoot.test"), ("language", "cy")];
    let page = lead.submit("/team/letters/test", &fields).await.expect(200);
    assert!(page.text("table").contains("ann@folkmoot.test"));
});

on_both!(a_team_writes_its_own_text_sees_it_and_takes_it_back, |data: Throwaway| async move {
    let house = House::new(data).await;
    let (id, _) = posted(&house.data.services, "ann@folkmoot.test").await;
    let mut lead = house.browser_of(Who::OnPlatform(Role::Owner));
    let at = "/team/letters/texts/test/en";
    let page = lead.get(at).await.expect(200);
    assert_eq!(page.attribute("#subject", "value").as_deref(), Some("A test letter from Folkmoot"));
    assert!(page.raw("textarea").contains("{site}") && !page.has("form[action$=reset]"));
    let page = lead.post(at, &[("subject", "Ours {name}"), ("body", "Hello {7*7}")]).await.expect(422);
    assert!(page.text(".govuk-error-summary").contains("There is no {name}"));
    assert!(page.raw("textarea").contains("Hello {7*7}"), "nothing typed is lost");
    let own = [("subject", "Ours"), ("body", "Hello from {site}")];
    let page = lead.post(at, &[own.as_slice(), &[("preview", "yes")]].concat()).await.expect(200);
    assert!(page.text(".fm-paper").contains("Hello from http://folkmoot.test"), "{}", page.text("main"));
    let letter = format!("/team/letters/{id}");
    assert_eq!(lead.get(&letter).await.text("h1"), "A test letter from Folkmoot", "looking writes nothing");
    let page = lead.submit(at, &own).await.expect(200);
    assert!(page.text("table").contains("Your own"));
    assert_eq!(lead.get(&letter).await.text("h1"), "Ours", "also for letters that wait");
    assert!(lead.get("/team/letters/texts/test/cy").await.raw("textarea").contains("Mae'r llythyr"));
    let page = lead.submit(&format!("{at}/reset"), &[]).await.expect(200);
    assert!(!page.text("table").contains("Your own"));
    for nowhere in ["/team/letters/texts/test/fr", "/team/letters/texts/x/en"] {
        lead.get(nowhere).await.expect(404);
        lead.post(nowhere, &own).await.expect(404);
    }
});

on_both!(a_letter_is_written_in_the_words_of_the_interface, |data: Throwaway| async move {
    use services::testing::smtp::MailServer;
    let house = House::new(data).await;
    let (services, server) = (&house.data.services, MailServer::start());
    let mut lead = house.browser_of(Who::OnPlatform(Role::Owner));
    let fields = [("email", "ann@folkmoot.test"), ("language", "cy")];
    lead.submit("/team/letters/test", &fields).await.expect(200);
    let smtp = services::mail::Smtp {
        host: server.address.ip().to_string(),
        port: server.address.port(),
        tls: services::mail::Tls::None,
        login: None,
        from: "evidence@folkmoot.test".to_owned(),
        name: String::new(),
        authority: None,
    };
    let site = "http://folkmoot.test".to_owned();
    let office = Office { smtp: Some(smtp), site, pen: app::mail::write, pace: Pace::default() };
    let (stop, stopping) = watch::channel(false);
    let sending = tokio::spawn(sender::run(services.clone(), office, stopping));
    while server.arrived().is_empty() {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    stop.send_replace(true);
    sending.await.expect("it ends well");
    let letter = &server.arrived()[0];
    assert_eq!(letter.header("Subject"), "Llythyr prawf gan Folkmoot");
    assert!(letter.words.contains("text/plain") && letter.words.contains("text/html"));
    let page = lead.get("/team/letters?shelf=sent").await.expect(200);
    assert!(page.text("table").contains("ann@folkmoot.test"));
});

/// The portal, with a mail server, and a page of something that can be followed.
async fn to_follow(data: Throwaway) -> (House, String) {
    let house = House::new(data).await.with_mail_server();
    let page = format!("/calls/{}", house.call.slug);
    (house, page)
}

/// The private link in the letter that was posted last.
async fn last_link(house: &House, place: &str) -> String {
    let rows = letter::Entity::find().order_by_desc(letter::Column::Id).all(house.data.services.db.read());
    let fill: Fill = serde_json::from_str(&rows.await.expect("the letters")[0].fill).expect("its values");
    match fill.get(place) {
        Some(Value::Private(link)) => link.clone(),
        other => panic!("{other:?}"),
    }
}

on_both!(anyone_follows_a_call_says_yes_and_looks_after_it, |data: Throwaway| async move {
    let (house, page) = to_follow(data).await;
    let services = &house.data.services;
    let mut ann = house.browser();
    let shown = ann.get(&format!("/cy{page}")).await.expect(200);
    let action = shown.attribute(".fm-follow form", "action").expect("a form");
    assert_eq!(action, format!("/cy/follow/call/{}", house.call.slug));
    let refused = ann.post(&action, &[("email", "ann@nowhere")]).await.expect(422);
    assert_eq!(refused.attribute("#email", "value").as_deref(), Some("ann@nowhere"), "kept as typed");
    assert_eq!(refused.texts(".govuk-error-summary li").len(), 2);
    let typed = [("email", "ann@folkmoot.test"), ("rate", "at-once")];
    let first = ann.submit(&action, &typed).await.expect(200);
    let link = last_link(&house, "link").await;
    let asks = ann.get(&link).await.expect(200);
    assert_eq!(asks.text("h1"), "Get these letters?");
    assert!(!asks.body.contains("ann@"), "the page tells nobody whose it is");
    let said = ann.submit(&link, &[]).await.expect(200);
    assert_eq!(said.text("h1"), "You get letters from now on");
    let again = ann.submit(&action, &typed).await.expect(200);
    assert_eq!(first.text("main"), again.text("main"), "nobody learns who follows");

    services.clock.set(services.clock.now() + chrono::TimeDelta::minutes(1));
    services::calls::edit::close_now(services, &house.call).await.expect("closed");
    services::follow::worker::catch_up(services).await.expect("done");
    let key = last_link(&house, "stop").await;
    let mine = ann.get(&key).await.expect(200);
    assert_eq!(mine.text("h1"), "What you follow");
    assert!(mine.text("main").contains("Home and hospital") && mine.text("main").contains("at once"));
    let one = mine.attribute("input[name=following]", "value").expect("what is followed");
    let weekly = ann.submit(&key, &[("following", &one), ("act", "weekly")]).await.expect(200);
    assert!(weekly.text("main").contains("Letters come once a week"));
    ann.post(&key, &[("following", "x"), ("act", "stop")]).await.expect(404);
    let mut program = house.browser().with("user-agent", "a mail program");
    let stopped = program.send(Method::POST, &key, b"List-Unsubscribe=One-Click".to_vec()).await.expect(200);
    assert!(stopped.text("main").contains("You follow nothing"));
});

on_both!(
    who_is_signed_in_need_not_type_an_address_and_without_a_mail_server_none_asks,
    |data: Throwaway| async move {
        let (house, page) = to_follow(data).await;
        let mut reader = house.browser_of(Who::OnPlatform(Role::Reader));
        let shown = reader.get(&page).await.expect(200);
        assert!(shown.attribute(".fm-follow #email", "value").is_some_and(|email| email.contains('@')));
        assert!(
            house
                .browser()
                .get(&page)
                .await
                .attribute(".fm-follow #email", "value")
                .is_none_or(|it| it.is_empty())
        );
        let house = house.without_mail_server();
        assert!(!house.browser().get(&page).await.expect(200).has(".fm-follow"));
        for nowhere in ["/follow/call/no-such-call", "/follow/x/y", "/follow/confirm/x"] {
            house.browser().get(nowhere).await.expect(404);
            house
                .browser()
                .post(nowhere, &[("email", "ann@folkmoot.test"), ("rate", "daily")])
                .await
                .expect(404);
        }
    }
);
