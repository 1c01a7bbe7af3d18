//! Roles given and taken in the browser.

use domain::people::{Grant, Role, Scope};
use services::on_both;
use services::people::{accounts, roles};
use services::testing::Throwaway;

use super::{EMAIL, PASSWORD, add, is_in, sign_in};
use crate::support::{House, Who};

on_both!(an_administrator_gives_a_role_on_one_call_and_takes_it, |data: Throwaway| async move {
    let house = House::new(data).await;
    let ada = add(&house, EMAIL, Role::Observer).await;
    let mut administrator = house.browser_of(Who::administrator());
    let page = format!("/team/people/{ada}");
    let place = format!("call:{}", house.call.id);

    let wrong = administrator.post(&page, &[("role", "chair"), ("place", &place)]).await.expect(422);
    assert!(wrong.has("#place-error"), "a chair is no role of a call");
    for place in ["", "call", "call:x", "assembly:", "call:00000000-0000-0000-0000-000000000000"] {
        let wrong = administrator.post(&page, &[("role", "coder"), ("place", place)]).await.expect(422);
        assert!(wrong.has("#place-error"), "{place}");
    }
    administrator.submit(&page, &[("role", "coder"), ("place", &place)]).await.expect(200);
    let twice = administrator.post(&page, &[("role", "coder"), ("place", &place)]).await.expect(422);
    assert!(twice.has("#role-error"));
    let rows = administrator.get(&page).await.texts("tbody th");
    assert_eq!(rows, ["Observer", "Coder"]);

    let taken = [("person", &*ada.to_string()), ("role", "coder"), ("place", &place)];
    administrator.submit(&format!("{page}/take"), &taken).await.expect(200);
    administrator.post(&format!("{page}/take"), &taken).await.expect(404);
    assert_eq!(administrator.get(&page).await.texts("tbody th"), ["Observer"]);
});

on_both!(an_owner_gives_roles_on_their_call_and_nowhere_else, |data: Throwaway| async move {
    let house = House::new(data).await;
    let ada = add(&house, EMAIL, Role::Observer).await.to_string();
    let mut owner = house.browser_of(Who::OnCall(Role::Owner));
    let page = format!("/team/calls/{}/people", house.call.slug);

    let unknown = owner.post(&page, &[("email", "who@else.org"), ("role", "coder")]).await.expect(422);
    assert!(unknown.has("#email-error"));
    assert_eq!(
        unknown.attribute("#email", "value").as_deref(),
        Some("who@else.org"),
        "nothing typed is lost"
    );
    // Whoever could give these could lift the veil for themselves.
    for role in ["administrator", "chair", "emperor", "moderator", "data-protection-officer"] {
        owner.post(&page, &[("email", EMAIL), ("role", role)]).await.expect(422);
    }
    // A place that is sent along changes nothing: the address says where.
    let sent = [("email", EMAIL), ("role", "publisher"), ("place", "platform")];
    let after = owner.submit(&page, &sent).await.expect(200);
    assert!(after.body.contains("Ada Lead"));
    let elsewhere = format!("/team/calls/{}/people", house.other.slug);
    owner.post(&elsewhere, &[("email", EMAIL), ("role", "coder")]).await.expect(403);
    let mine = [("person", ada.as_str()), ("role", "publisher")];
    owner.submit(&format!("{page}/take"), &mine).await.expect(200);
    owner.post(&format!("{page}/take"), &[("person", ada.as_str()), ("role", "observer")]).await.expect(422);

    let page = format!("/team/assemblies/{}/people", house.assemblies[0].slug);
    let mut secretariat = house.browser_of(Who::OnAssembly(Role::Secretariat));
    secretariat.submit(&page, &[("email", EMAIL), ("role", "member")]).await.expect(200);
    secretariat.post(&page, &[("email", EMAIL), ("role", "coder")]).await.expect(422);
    let calls = format!("/team/calls/{}/people", house.call.slug);
    let mut everywhere = house.browser_of(Who::OnPlatform(Role::Secretariat));
    everywhere.submit(&page, &[("email", EMAIL), ("role", "observer")]).await.expect(200);
    everywhere.post(&calls, &[("email", EMAIL), ("role", "coder")]).await.expect(403);
    let mut owner = house.browser_of(Who::OnPlatform(Role::Owner));
    owner.post(&page, &[("email", EMAIL), ("role", "chair")]).await.expect(403);
    let mut administrator = house.browser_of(Who::administrator());
    administrator.submit(&calls, &[("email", EMAIL), ("role", "moderator")]).await.expect(200);
});

on_both!(the_portal_always_keeps_an_administrator, |data: Throwaway| async move {
    let house = House::new(data).await;
    let ada = add(&house, EMAIL, Role::Administrator).await;
    let mut last = house.browser();
    sign_in(&mut last, EMAIL, PASSWORD).await.expect(303);
    let all = accounts::list(&house.data.services).await.expect("everyone");
    let give_up = [("role", "administrator"), ("place", "platform")];
    for other in all.iter().filter(|person| person.id != ada) {
        if other.grants.iter().any(|grant| grant.role == Role::Administrator) {
            last.submit(&format!("/team/people/{}/take", other.id), &give_up).await.expect(200);
        }
    }
    last.post(&format!("/team/people/{ada}/take"), &give_up).await.expect(409);
    assert!(is_in(&mut last).await);
});

on_both!(administrators_who_close_each_other_at_one_moment_leave_one, |data: Throwaway| async move {
    let house = House::new(data).await;
    let services = &house.data.services;
    let all = accounts::list(services).await.expect("everyone");
    let ada = add(&house, EMAIL, Role::Administrator).await;
    let grace = add(&house, "grace@folkmoot.test", Role::Administrator).await;
    let administrator = Grant { role: Role::Administrator, scope: Scope::Platform };
    for other in all.iter().filter(|person| person.grants.contains(&administrator)) {
        roles::take(services, other.id, administrator).await.expect("two are left");
    }
    let (one, other) =
        tokio::join!(accounts::disable(services, ada), roles::take(services, grace, administrator));
    assert!(one.is_ok() != other.is_ok(), "{one:?}, {other:?}");
});

on_both!(who_creates_a_call_or_an_assembly_runs_it, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut editor = house.browser_of(Who::OnPlatform(Role::Editor));
    let details = [("title", "Made by an editor"), ("kind", "call-for-evidence")];
    editor.submit("/team/calls/new", &details).await.expect(200);
    editor.get("/team/calls/made-by-an-editor/schedule").await.expect(200);
    editor.get(&format!("/team/calls/{}/schedule", house.call.slug)).await.expect(403);

    let mut administrator = house.browser_of(Who::administrator());
    let details = [("name", "Made by an administrator"), ("kind", "forum"), ("remit", "Words")];
    administrator.submit("/team/add-assembly", &details).await.expect(200);
    administrator.get("/team/assemblies/made-by-an-administrator/edit").await.expect(200);
    administrator.get(&format!("/team/assemblies/{}/edit", house.assemblies[0].slug)).await.expect(403);
});
