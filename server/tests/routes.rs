//! Every route for everyone who could ask: what comes is what the policy says, safe headers included.

use std::io::Write;

use axum::http::Method;
use domain::people::{Action, Actor, Resource, may};
use folkmoot::web::{Route, routes};
use services::on_both;
use services::testing::Throwaway;

use crate::support::{Browser, House, Page, Who};

/// The address of a route, with this call, assembly and organisation in it and something harmless in its other places.
fn address(route: &Route, [call, assembly, organisation]: [&str; 3]) -> String {
    let part = |part: &str| match part {
        "{call}" => call.to_owned(),
        "{assembly}" => assembly.to_owned(),
        "{organisation}" => organisation.to_owned(),
        part if part.starts_with('{') => "x".to_owned(),
        part => part.to_owned(),
    };
    route.path.split('/').map(part).collect::<Vec<_>>().join("/")
}

async fn ask(browser: &mut Browser, method: &Method, address: &str) -> Page {
    browser.send(method.clone(), address, Vec::new()).await
}

/// Whether the answer says that whoever asked may not.
fn refused(page: &Page) -> bool {
    let to_sign_in = page
        .location()
        .is_some_and(|to| to.starts_with("/sign-in?next=") || to.starts_with("/sign-in/code?next="));
    to_sign_in || matches!(page.status.as_u16(), 401 | 403)
}

/// What is in the places of addresses.
fn here(house: &House) -> [&str; 3] {
    [&house.call.slug, &house.assemblies[0].slug, "avonside"]
}

/// What a route is about: a call, an assembly among the team's pages, an organisation on those of its members, or the
/// portal.
fn about(route: &Route, house: &House) -> Resource {
    if route.path.contains("{call}") {
        Resource::Call(house.call.id)
    } else if route.path.starts_with("/team/assemblies/{assembly}") {
        Resource::Assembly(house.assemblies[0].id)
    } else if route.path.starts_with("/account/organisations/{organisation}") {
        Resource::Organisation(house.systems[0])
    } else {
        Resource::Platform
    }
}

fn public(action: Action) -> bool {
    may(&Actor::Guest, action, Resource::Platform)
}

/// Every route; leaving an organisation and signing out last, because whoever walks could do no more after them.
fn walk() -> Vec<Route> {
    let leaves = "/account/organisations/{organisation}/leave";
    let ends =
        |route: &Route| route.path == "/sign-out" || (route.path == leaves && route.method == Method::POST);
    let (mut last, mut all): (Vec<_>, Vec<_>) = routes::all().into_iter().partition(ends);
    last.sort_by_key(|route| route.path == "/sign-out");
    all.extend(last);
    all
}

on_both!(every_route_answers_everyone_as_the_policy_says, |data: Throwaway| async move {
    let house = House::new(data).await;
    let (all, everyone) = (walk(), Who::all());
    let mut asked = 0;
    for who in &everyone {
        let mut browser = house.browser_of(*who);
        let actor = who.actor(&house.places());
        for route in &all {
            let resource = about(route, &house);
            let there = address(route, here(&house));
            let page = ask(&mut browser, &route.method, &there).await;
            asked += 1;
            let what = format!("{who:?} {} {}: {}", route.method, route.path, page.status);
            assert!(page.status.as_u16() < 500, "{what}");
            safe(&page, &what);
            if may(&actor, route.action, resource) {
                assert!(!refused(&page), "{what}, though they may {}", route.action);
            } else if actor == Actor::Guest && route.method == Method::GET {
                assert_eq!(page.status.as_u16(), 303, "{what}");
                let to_code = page.location().is_some_and(|to| to.starts_with("/sign-in/code?"));
                assert_eq!(to_code, *who == Who::AtFirstStep, "{what}");
                assert!(refused(&page), "{what}, though they may not {}", route.action);
            } else {
                assert_eq!(page.status.as_u16(), 403, "{what}, though they may not {}", route.action);
            }
        }
    }
    let line = format!("{} routes × {} kinds of people = {asked} answers\n", all.len(), everyone.len());
    std::io::stdout().write_all(line.as_bytes()).expect("standard output is open");
});

on_both!(nobody_learns_which_calls_assemblies_and_members_pages_there_are, |data: Throwaway| async move {
    let house = House::new(data).await;
    let one = |route: &&Route| about(route, &house) != Resource::Platform && !public(route.action);
    for route in walk().iter().filter(one) {
        for who in Who::all() {
            if may(&who.actor(&house.places()), route.action, about(route, &house)) {
                continue;
            }
            let mut browser = house.browser_of(who);
            let there = address(route, here(&house));
            let there = ask(&mut browser, &route.method, &there).await;
            let nowhere = address(route, ["no-such-call", "no-such-assembly", "no-such-organisation"]);
            let nowhere = ask(&mut browser, &route.method, &nowhere).await;
            assert_eq!(there.status, nowhere.status, "{who:?} {} {}", route.method, route.path);
            assert_eq!(there.text("main"), nowhere.text("main"), "{who:?} {} {}", route.method, route.path);
        }
    }
});

on_both!(nobody_who_was_not_invited_learns_of_a_call_by_invitation, |data: Throwaway| async move {
    let house = House::new(data).await;
    let call = house.private_call().await;
    let mut asked = 0;
    for route in walk().iter().filter(|route| route.path.contains("{call}") && public(route.action)) {
        for who in Who::all() {
            if may(&who.actor(&house.places()), Action::PreviewCall, Resource::Call(call.id)) {
                continue;
            }
            let mut browser = house.browser_of(who);
            let there = address(route, [&call.slug, "no-such-assembly", "no-such-organisation"]);
            let there = ask(&mut browser, &route.method, &there).await.expect(404);
            let nowhere = address(route, ["no-such-call", "no-such-assembly", "no-such-organisation"]);
            let nowhere = ask(&mut browser, &route.method, &nowhere).await.expect(404);
            let same = there.body.replace(&call.slug, "no-such-call") == nowhere.body;
            assert!(same, "{who:?} {} {}", route.method, route.path);
            asked += 1;
        }
    }
    assert!(asked > 100, "only {asked} were asked");
});

/// The headers that keep a page safe.
#[track_caller]
fn safe(page: &Page, what: &str) {
    let policy = page.header("content-security-policy");
    for part in ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"] {
        assert!(policy.contains(part), "{what}: {policy}");
    }
    assert!(!policy.contains("'unsafe-"), "{what}: {policy}");
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("x-frame-options", "DENY"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(page.header(name), value, "{what}");
    }
    let https = page.header("strict-transport-security");
    assert!(https.contains("max-age=31536000"), "{what}: {https}");
    let cache = page.header("cache-control");
    assert!(cache == "no-store" || cache.contains("immutable"), "{what}: {cache}");
}

on_both!(who_finds_a_weakness_is_told_where_to_write, |data: Throwaway| async move {
    let house = House::new(data).await;
    let expires = (house.data.services.clock.now() + chrono::TimeDelta::days(180)).format("%Y-%m-%d");
    let page = house.browser().get("/.well-known/security.txt").await.expect(200);
    assert!(page.header("content-type").starts_with("text/plain"));
    let lines: Vec<&str> = page.body.lines().collect();
    for line in ["Contact: http://folkmoot.test/security", &format!("Expires: {expires}T00:00:00Z")] {
        assert!(lines.contains(&line), "{lines:?}");
    }
});

on_both!(errors_and_files_are_as_safe_as_pages, |data: Throwaway| async move {
    let house = House::new(data).await;
    let slug = &house.call.slug;
    let mut browser = house.browser();
    for (method, path, status) in [
        (Method::GET, "/no/such/page".to_owned(), 404),
        (Method::GET, "/cy/no/such/page".to_owned(), 404),
        (Method::GET, format!("/calls/{slug}/start"), 405),
        (Method::DELETE, format!("/calls/{slug}"), 405),
        (Method::GET, "/calls/%FF".to_owned(), 400),
        (Method::GET, "/assets/nothing.css".to_owned(), 404),
        (Method::GET, "/health/live".to_owned(), 200),
        (Method::GET, "/health/ready".to_owned(), 200),
        (Method::GET, "/.well-known/security.txt".to_owned(), 200),
        (Method::HEAD, "/".to_owned(), 200),
    ] {
        let page = ask(&mut browser, &method, &path).await.expect(status);
        safe(&page, &path);
        assert!(status < 400 || page.has("h1"), "{path} is an error without a page");
    }
    assert_eq!(browser.get("/cy/no/such/page").await.attribute("html", "lang").as_deref(), Some("cy"));
    let page = browser.clone().with("sec-fetch-site", "cross-site").post("/sign-out", &[]).await.expect(403);
    safe(&page, "a form from elsewhere");
    let home = browser.get("/").await;
    for selector in ["link[rel=stylesheet]", "link[rel=icon]"] {
        // A program built without its assets has none to serve.
        let Some(file) = home.attribute(selector, "href").filter(|file| !file.is_empty()) else { continue };
        let page = browser.get(&file).await.expect(200);
        safe(&page, &file);
        assert!(page.header("cache-control").contains("immutable"), "{file}");
    }
});

on_both!(a_slash_after_the_language_leads_to_its_home_page, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut browser = house.browser();
    for (asked, led) in [("/cy/", "/cy"), ("/cy/?a=b%2F&c", "/cy?a=b%2F&c"), ("/cy/?", "/cy?")] {
        let page = browser.get(asked).await.expect(308);
        safe(&page, asked);
        assert_eq!(page.location().as_deref(), Some(led));
    }
    assert_eq!(browser.open("/cy/").await.expect(200).attribute("html", "lang").as_deref(), Some("cy"));
    // Nothing else than the one address leads on: a slash may be part of what was meant.
    for nowhere in ["/cy//", "/cy/about/", "/cy//example.org"] {
        browser.get(nowhere).await.expect(404);
    }
});

#[test]
fn the_team_area_and_accounts_are_never_public_and_the_public_area_is_never_closed() {
    for route in routes::all() {
        let within = |area: &str| route.path == area || route.path.starts_with(&format!("{area}/"));
        let closed = within("/team") || within("/account");
        assert_ne!(closed, public(route.action), "{} {} is {}", route.method, route.path, route.action);
    }
}

#[test]
fn no_route_is_there_twice_and_each_names_its_parts() {
    let all = routes::all();
    for (at, route) in all.iter().enumerate() {
        let twice = all[..at].iter().any(|other| (&other.method, other.path) == (&route.method, route.path));
        assert!(!twice, "{} {} is there twice", route.method, route.path);
        assert!(route.path == "/" || !route.path.ends_with('/'), "{} ends with a slash", route.path);
    }
}
