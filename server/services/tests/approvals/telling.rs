//! Who hears of it: letters to those who can decide and to whoever asked; and the audit, which names both.

use domain::audit::Filter;
use domain::calls::{AskedAct, CallAct};
use domain::people::Role;
use sea_orm::{EntityTrait, QueryOrder};
use services::audit;
use services::on_both;
use services::people::Providers;
use services::store::entities::letter;
use services::testing::Throwaway;

use crate::world::{Phase, World};

on_both!(those_who_can_decide_and_whoever_asked_get_letters, |data: Throwaway| async move {
    let world = World::new(&data.services, Phase::Open).await;
    let asker = world.with("Asker", Role::Owner).await;
    let other = world.with("Other", Role::Owner).await;
    world.with("Third", Role::Owner).await;
    world.with("Editor", Role::Editor).await;
    let id = world.asks(&asker, world.on_call(CallAct::CloseNow).await).await;
    world.refuses(&other, id).await.expect("refused");
    let letters = letter::Entity::find().order_by_asc(letter::Column::Id);
    let letters = letters.all(data.services.db.read()).await.expect("letters");
    let mut told: Vec<_> = letters.iter().map(|one| (one.kind.as_str(), one.name.as_str())).collect();
    told.sort_unstable();
    let expected = [("approval-asked", "Other"), ("approval-asked", "Third"), ("approval-decided", "Asker")];
    assert_eq!(told, expected);
    assert!(letters.iter().all(|one| one.fill.contains(&format!("approvals/{id}"))));
});

on_both!(the_audit_names_both, |data: Throwaway| async move {
    let world = World::new(&data.services, Phase::Open).await;
    let (asker, other) = (world.with("Asker", Role::Owner).await, world.with("Other", Role::Owner).await);
    let first = world.asks(&asker, world.on_call(CallAct::CloseNow).await).await;
    world.refuses(&other, first).await.expect("refused");
    let second = world.asks(&asker, world.times(-1, 60, 30).await).await;
    world.approves(&other, second).await.expect("it is done");
    world.asks(&asker, AskedAct::OnePerson).await;
    let page = audit::page(&data.services, &Providers::none(), &Filter::default()).await.expect("the audit");
    let told: Vec<_> = page
        .acts
        .iter()
        .take(6)
        .map(|act| (act.row.act.as_str(), act.who.as_deref(), act.asker.as_deref()))
        .collect();
    let (asker, other) = (Some("Asker"), Some("Other"));
    let expected = [
        ("approval-asked", asker, None),
        ("approval-given", other, asker),
        ("call-scheduled", other, asker),
        ("approval-asked", asker, None),
        ("approval-refused", other, asker),
        ("approval-asked", asker, None),
    ];
    assert_eq!(told, expected);
    let whole = audit::check(&data.services, &[]).await.expect("the check runs");
    assert_eq!(whole.faults, vec![]);
});
