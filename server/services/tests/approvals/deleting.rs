//! A call that nobody but the team ever saw can be deleted, with all that belongs to it; any other stays for ever.

use domain::calls::CallAct;
use domain::people::{Grant, Role, Scope};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use services::calls::{by_id, edit};
use services::store::entities::{approval, audit, question, recommendation, role_grant};
use services::testing::Throwaway;
use services::testing::spine::ask_quietly;
use services::{Failure, on_both};

use crate::world::{Phase, World, reason, someone};

on_both!(a_draft_goes_with_all_that_belongs_to_it, |data: Throwaway| async move {
    let services = &data.services;
    let call = ask_quietly(services, "A draft").await.call;
    let here = Grant { role: Role::Editor, scope: Scope::Call(call.id) };
    someone(services, "Editor", &[here]).await;
    edit::perform(services, &call, CallAct::Delete).await.expect("deleted");
    assert!(matches!(by_id(services, call.id).await, Err(Failure::NotFound("call"))));
    let questions = question::Entity::find().filter(question::Column::CallId.eq(call.id));
    assert_eq!(questions.count(services.db.read()).await.expect("a count"), 0);
    let roles = role_grant::Entity::find().filter(role_grant::Column::ScopeId.eq(call.id));
    assert_eq!(roles.count(services.db.read()).await.expect("a count"), 0);
    let told = audit::Entity::find().filter(audit::Column::Act.eq("call-deleted"));
    let told = told.one(services.db.read()).await.expect("a query").expect("it is on record");
    assert!(told.details.contains("A draft"), "{}", told.details);
    // Its address is free again.
    assert_eq!(ask_quietly(services, "A draft").await.call.slug, call.slug);
});

on_both!(what_was_announced_or_answered_stays, |data: Throwaway| async move {
    for (phase, why) in [
        (Phase::Unopened, "error-call-delete-announced"),
        (Phase::Open, "error-call-delete-answered"),
        (Phase::Analysing, "error-call-delete-answered"),
    ] {
        let world = World::new(&data.services, phase).await;
        let asker = world.with("Asker", Role::Owner).await;
        let deleting = world.on_call(CallAct::Delete).await;
        assert_eq!(reason(world.put(&asker, deleting).await), why);
    }
});

on_both!(two_people_delete_a_draft_and_what_was_asked_goes_with_it, |data: Throwaway| async move {
    let (services, world) = (&data.services, World::new(&data.services, Phase::Draft).await);
    let (asker, other) = (world.with("Asker", Role::Owner).await, world.with("Other", Role::Owner).await);
    let id = world.asks(&asker, world.on_call(CallAct::Delete).await).await;
    world.asks(&other, world.on_call(CallAct::Announce).await).await;
    assert!(by_id(services, world.call).await.is_ok());
    world.approves(&other, id).await.expect("deleted");
    assert!(matches!(by_id(services, world.call).await, Err(Failure::NotFound("call"))));
    for left in [
        approval::Entity::find().count(services.db.read()).await,
        recommendation::Entity::find().count(services.db.read()).await,
    ] {
        assert_eq!(left.expect("a count"), 0);
    }
});
