//! Signing in with two steps.

use axum::http::Method;
use chrono::TimeDelta;
use domain::people::{Actor, Resource, Role, may, needs_second_factor};
use folkmoot::web::routes;
use serde_json::json;
use services::on_both;
use services::people::factors::app::code_at;
use services::testing::Throwaway;
use tokio::task::JoinSet;
use uuid::Uuid;

use super::{EMAIL, PASSWORD, add, is_in, sign_in, through, with_door};
use crate::support::{Browser, House, Page, Who};

/// What someone has for the second step.
struct Kept {
    secret: String,
    codes: Vec<String>,
}

impl Kept {
    /// What the app shows now.
    fn code(&self, house: &House) -> String {
        code_at(&self.secret, house.data.services.clock.now())
    }
}

/// Moves the clock on.
fn wait(house: &House, time: TimeDelta) {
    let clock = &house.data.services.clock;
    clock.set(clock.now() + time);
}

/// Reads the secret off the page to set up, and gives the first code.
async fn set_up(house: &House, browser: &mut Browser, next: &str) -> (Kept, Page) {
    let page = browser.get(&format!("/account/authenticator{next}")).await.expect(200);
    let secret = page.text(".fm-secret").replace(' ', "");
    assert!(page.attribute("a[href^='otpauth:']", "href").is_some_and(|to| to.contains(&secret)));
    assert!(page.has("svg.fm-qr path"));
    let code = code_at(&secret, house.data.services.clock.now());
    let action = page.attribute("main form", "action").expect("where it goes");
    let page = browser.submit(&action, &[("code", &code)]).await.expect(200);
    let codes = page.texts(".fm-recovery li");
    assert_eq!(codes.len(), 10);
    (Kept { secret, codes }, page)
}

/// Ada, an administrator who signs in with two steps, and the browser in which she is signed in.
async fn ada(data: Throwaway) -> (House, Browser, Kept) {
    let house = House::new(data).await;
    add(&house, EMAIL, Role::Administrator).await;
    let mut browser = house.browser();
    sign_in(&mut browser, EMAIL, PASSWORD).await.expect(303);
    let (kept, _) = set_up(&house, &mut browser, "").await;
    (house, browser, kept)
}

/// A browser in which Ada has given her password.
async fn half(house: &House) -> Browser {
    let mut browser = house.browser();
    let page = sign_in(&mut browser, EMAIL, PASSWORD).await.expect(303);
    assert_eq!(page.location().as_deref(), Some("/sign-in/code?next=%2Fteam"));
    browser
}

async fn give(browser: &mut Browser, field: &str, code: &str) -> Page {
    browser.post("/sign-in/code", &[(field, code)]).await
}

on_both!(a_code_is_asked_for_after_the_password, |data: Throwaway| async move {
    let (house, mut first, kept) = ada(data).await;
    assert!(is_in(&mut first).await, "whoever has set it up is in");
    wait(&house, TimeDelta::seconds(30));
    let mut browser = half(&house).await;
    assert!(!is_in(&mut browser).await);
    let page = browser.get("/team/people").await.expect(303);
    assert_eq!(page.location().as_deref(), Some("/sign-in/code?next=%2Fteam%2Fpeople"));
    browser.get("/account").await.expect(303);
    let before = browser.cookie("folkmoot-session").expect("a session").to_owned();
    for wrong in ["", "12345", "1234567", "words", "000000"] {
        let page = give(&mut browser, "code", wrong).await.expect(422);
        assert!(page.has("#code-error"), "{wrong}");
    }
    let action = browser.get("/sign-in/code?next=/team/people").await.attribute("main form", "action");
    let page =
        browser.post(&action.expect("where it goes"), &[("code", &kept.code(&house))]).await.expect(303);
    assert_eq!(page.location().as_deref(), Some("/team/people"));
    assert!(is_in(&mut browser).await);
    let mut old = house.browser();
    old.hold("folkmoot-session", &before);
    assert!(!is_in(&mut old).await, "the secret of the first step opens nothing");
    assert_eq!(old.get("/sign-in/code").await.location().as_deref(), Some("/sign-in"));
});

on_both!(a_code_works_once_and_so_does_none_before_it, |data: Throwaway| async move {
    let (house, _, kept) = ada(data).await;
    let first = kept.code(&house);
    let mut browser = half(&house).await;
    give(&mut browser, "code", &first).await.expect(422);
    let clock = house.data.services.clock.now();
    // A telephone whose clock is up to 30 seconds before or behind.
    let next = code_at(&kept.secret, clock + TimeDelta::seconds(30));
    give(&mut browser, "code", &code_at(&kept.secret, clock + TimeDelta::seconds(60))).await.expect(422);
    give(&mut browser, "code", &next).await.expect(303);
    assert!(is_in(&mut browser).await);
    wait(&house, TimeDelta::seconds(30));
    let mut again = half(&house).await;
    give(&mut again, "code", &next).await.expect(422);
    give(&mut again, "code", &first).await.expect(422);
    wait(&house, TimeDelta::seconds(60));
    let late = code_at(&kept.secret, house.data.services.clock.now() - TimeDelta::seconds(30));
    give(&mut again, "code", &late).await.expect(303);
});

on_both!(two_tabs_with_one_code_are_not_both_let_in, |data: Throwaway| async move {
    let (house, _, kept) = ada(data).await;
    wait(&house, TimeDelta::seconds(30));
    let code = kept.code(&house);
    let (mut one, mut other) = (half(&house).await, half(&house).await);
    let fields = [("code", code.as_str())];
    let (first, second) =
        tokio::join!(one.post("/sign-in/code", &fields), other.post("/sign-in/code", &fields));
    let mut answers = [first.status.as_u16(), second.status.as_u16()];
    answers.sort_unstable();
    assert_eq!(answers, [303, 422]);
});

on_both!(a_recovery_code_works_once, |data: Throwaway| async move {
    let (house, mut signed_in, kept) = ada(data).await;
    let mut browser = half(&house).await;
    let typed = kept.codes[3].to_lowercase().replace('-', " ");
    give(&mut browser, "recovery-code", "no code").await.expect(422);
    give(&mut browser, "recovery-code", &typed).await.expect(303);
    assert!(is_in(&mut browser).await);
    assert!(browser.get("/account").await.text("main").contains("9 recovery codes left"));
    let page = give(&mut half(&house).await, "recovery-code", &typed).await.expect(422);
    assert!(page.has("#recovery-code-error") && page.has("details[open]"));
    // The codes are shown once, and a new set ends the old.
    assert!(!signed_in.get("/account/recovery-codes").await.expect(200).has(".fm-recovery"));
    let page = signed_in.submit("/account/recovery-codes", &[]).await.expect(200);
    assert_eq!(page.texts(".fm-recovery li").len(), 10);
    assert!(!signed_in.get("/account/recovery-codes").await.has(".fm-recovery"));
    give(&mut half(&house).await, "recovery-code", &kept.codes[4]).await.expect(422);
    give(&mut half(&house).await, "recovery-code", &page.texts(".fm-recovery li")[0]).await.expect(303);
});

on_both!(whoever_guesses_codes_must_wait, |data: Throwaway| async move {
    let (house, _, kept) = ada(data).await;
    wait(&house, TimeDelta::seconds(30));
    let mut browser = half(&house).await;
    for _ in 0..5 {
        give(&mut browser, "code", "000000").await.expect(422);
    }
    let page = give(&mut browser, "code", &kept.code(&house)).await.expect(422);
    assert!(page.text("#code-error").contains("Wait 15 minutes"));
    let page = give(&mut browser, "recovery-code", &kept.codes[0]).await.expect(422);
    assert!(page.text("#recovery-code-error").contains("Wait 15 minutes"));
    wait(&house, TimeDelta::minutes(16));
    give(&mut browser, "code", &kept.code(&house)).await.expect(303);
});

on_both!(codes_at_one_moment_do_not_outrun_the_wait, |data: Throwaway| async move {
    let (house, _, kept) = ada(data).await;
    wait(&house, TimeDelta::seconds(30));
    let waiting = half(&house).await;
    let mut tries = JoinSet::new();
    for number in 0..24 {
        let mut browser = waiting.clone();
        tries.spawn(async move { give(&mut browser, "code", &format!("{number:06}")).await.expect(422) });
    }
    let pages = tries.join_all().await;
    let looked_at = pages.iter().filter(|page| !page.text("#code-error").contains("Wait 15 minutes")).count();
    assert!(looked_at <= 5, "{looked_at} codes were looked at");
    wait(&house, TimeDelta::minutes(16));
    give(&mut half(&house).await, "code", &kept.code(&house)).await.expect(303);
});

on_both!(a_session_does_not_wait_for_ever, |data: Throwaway| async move {
    let (house, _, kept) = ada(data).await;
    let mut browser = half(&house).await;
    wait(&house, TimeDelta::minutes(21));
    let page = give(&mut browser, "code", &kept.code(&house)).await.expect(303);
    assert_eq!(page.location().as_deref(), Some("/sign-in"));
    assert!(!is_in(&mut browser).await);
});

on_both!(whoever_was_signed_in_elsewhere_takes_the_second_step_there_too, |data: Throwaway| async move {
    let house = House::new(data).await;
    add(&house, EMAIL, Role::Administrator).await;
    let (mut here, mut there) = (house.browser(), house.browser());
    sign_in(&mut here, EMAIL, PASSWORD).await.expect(303);
    sign_in(&mut there, EMAIL, PASSWORD).await.expect(303);
    let mut later = house.browser();
    sign_in(&mut later, EMAIL, PASSWORD).await.expect(303);
    let (kept, _) = set_up(&house, &mut here, "").await;
    assert!(is_in(&mut here).await && !is_in(&mut there).await);
    wait(&house, TimeDelta::seconds(30));
    give(&mut there, "code", &kept.code(&house)).await.expect(303);
    assert!(is_in(&mut there).await);
    // It waits no longer than one that begins.
    wait(&house, TimeDelta::minutes(21));
    let page = give(&mut later, "code", &kept.code(&house)).await.expect(303);
    assert_eq!(page.location().as_deref(), Some("/sign-in"));
});

on_both!(the_app_is_removed_with_a_code_alone, |data: Throwaway| async move {
    let (house, mut browser, kept) = ada(data).await;
    let remove = "/account/authenticator/remove";
    browser.post(remove, &[]).await.expect(422);
    browser.post(remove, &[("code", &kept.code(&house))]).await.expect(422);
    wait(&house, TimeDelta::seconds(30));
    browser.post(remove, &[("code", &kept.code(&house))]).await.expect(303);
    let page = sign_in(&mut house.browser(), EMAIL, PASSWORD).await.expect(303);
    assert_eq!(page.location().as_deref(), Some("/team"));
    browser.post(remove, &[("code", "123456")]).await.expect(404);
    browser.post("/account/recovery-codes", &[]).await.expect(404);
});

on_both!(setting_up_wants_proof_and_a_right_code, |data: Throwaway| async move {
    let house = House::new(data).await;
    add(&house, EMAIL, Role::Administrator).await;
    let mut browser = house.browser();
    sign_in(&mut browser, EMAIL, PASSWORD).await.expect(303);
    let secret = browser.get("/account/authenticator").await.expect(200).text(".fm-secret");
    let page = browser.post("/account/authenticator", &[("code", "000000")]).await.expect(422);
    assert_eq!(page.text(".fm-secret"), secret, "the square stays the same");
    wait(&house, TimeDelta::minutes(11));
    let page = browser.get("/account/authenticator?next=/team/people").await.expect(303);
    assert!(
        page.location().is_some_and(|to| to.starts_with("/account/confirm?next=%2Faccount%2Fauthenticator"))
    );
    browser.post("/account/confirm", &[("password", PASSWORD)]).await.expect(303);
    wait(&house, TimeDelta::minutes(5));
    let (_, page) = set_up(&house, &mut browser, "?next=/team/people").await;
    assert_eq!(page.attribute("main a[role=button]", "href").as_deref(), Some("/team/people"));
});

on_both!(an_administrator_clears_the_second_step_of_another, |data: Throwaway| async move {
    let (house, mut browser, _) = ada(data).await;
    let mut other = house.browser_of(Who::administrator());
    let page = other.get("/team/people").await.expect(200);
    let form = "form[action='/team/people/clear-second-step'] input[name=person]";
    let ada = page
        .html()
        .select(&scraper::Selector::parse("tr").expect("a selector"))
        .find(|row| row.text().any(|text| text == "Ada Lead"))
        .and_then(|row| row.select(&scraper::Selector::parse(form).expect("a selector")).next())
        .and_then(|field| field.attr("value").map(str::to_owned))
        .expect("a button beside Ada");
    browser.post("/team/people/clear-second-step", &[("person", &ada)]).await.expect(409);
    other.post("/team/people/clear-second-step", &[("person", &ada)]).await.expect(303);
    assert!(!is_in(&mut browser).await, "her sessions end");
    sign_in(&mut browser, EMAIL, PASSWORD).await.expect(303);
    assert!(is_in(&mut browser).await);
    other.post("/team/people/clear-second-step", &[("person", &ada)]).await.expect(404);
    let told = other.get("/team/audit").await.text("main");
    assert!(told.contains("cleared the second step of Ada Lead"), "{told}");
});

on_both!(
    whoever_may_read_responses_or_decides_who_may_sets_it_up_before_any_page_of_the_team,
    |data: Throwaway| async move {
        let house = House::new(data).await.requiring_two_steps();
        let resource = |path: &str| match path {
            path if path.contains("{call}") => Resource::Call(house.call.id),
            path if path.contains("{assembly}") => Resource::Assembly(house.assemblies[0].id),
            _ => Resource::Platform,
        };
        let mut asked = 0;
        let nobody = Actor::Person { id: Uuid::nil(), grants: Vec::new() };
        for who in Who::all() {
            let mut browser = house.browser_of(who);
            let actor = who.actor(&house.places());
            let must = matches!(&actor, Actor::Person { grants, .. } if needs_second_factor(grants));
            for route in routes::all().iter().filter(|route| !may(&nobody, route.action, Resource::Platform))
            {
                let path = route.path.replace("{call}", &house.call.slug);
                let path = path.replace("{assembly}", &house.assemblies[0].slug).replace(['{', '}'], "");
                if !may(&actor, route.action, resource(route.path)) {
                    continue;
                }
                let page = browser.send(route.method.clone(), &path, Vec::new()).await;
                let to = page.location().unwrap_or_default();
                let what = format!("{who:?} {} {path}: {} {to}", route.method, page.status);
                assert_eq!(to.starts_with("/account/authenticator?next="), must, "{what}");
                if !must {
                    continue;
                }
                assert_eq!(
                    to == "/account/authenticator?next=%2Fteam",
                    route.method == Method::POST || path == "/team",
                    "{what}"
                );
                asked += 1;
            }
            browser.get("/").await.expect(200);
        }
        // Nor do their roles count where anyone may go.
        let draft = house.draft_call().await;
        house.browser_of(Who::OnPlatform(Role::Owner)).get(&format!("/calls/{draft}")).await.expect(404);
        assert!(asked > 100, "{asked}");
        add(&house, EMAIL, Role::Administrator).await;
        let mut browser = house.browser();
        sign_in(&mut browser, EMAIL, PASSWORD).await.expect(303);
        assert!(browser.open("/team/people").await.expect(200).text("h1").contains("Set up a second step"));
        let (_, page) = set_up(&house, &mut browser, "?next=/team/people").await;
        let to = page.attribute("main a[role=button]", "href").expect("the way on");
        assert_eq!(to, "/team/people");
        browser.get(&to).await.expect(200);
    }
);

on_both!(a_provider_that_asks_for_a_second_factor_is_believed, |data: Throwaway| async move {
    let (house, door, _) = with_door(data).await;
    let house = house.requiring_two_steps();
    let enter = async |methods: serde_json::Value| {
        door.say("amr", methods);
        let mut browser = house.browser();
        let back = through(&mut browser, &door, "/sign-in/with/door").await;
        browser.get(&back).await.expect(303);
        browser
    };
    let mut browser = enter(json!(["pwd", "otp"])).await;
    assert!(is_in(&mut browser).await);
    let mut browser = enter(json!(["pwd"])).await;
    assert!(!is_in(&mut browser).await);
    let (kept, _) = set_up(&house, &mut browser, "").await;
    assert!(is_in(&mut browser).await);
    wait(&house, TimeDelta::seconds(30));
    let mut browser = enter(json!(["pwd"])).await;
    assert!(!is_in(&mut browser).await);
    give(&mut browser, "code", &kept.code(&house)).await.expect(303);
    assert!(is_in(&mut browser).await);
    let mut browser = enter(json!(["mfa"])).await;
    assert!(is_in(&mut browser).await, "whoever has shown the provider more is not asked here too");
});
