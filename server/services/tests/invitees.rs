//! Inviting people to answer a call by letter, and reminding those who have not.

use chrono::TimeDelta;
use domain::Language;
use domain::forms::Form;
use domain::mail::{Fill, InviteeList, Value};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use services::calls::invitees::{Added, Progress, Standing, add, call_of, due, list, note, remind};
use services::calls::{Call, edit};
use services::mail::stops;
use services::store::entities::letter;
use services::testing::Throwaway;
use services::testing::spine::{ask, ask_quietly};
use services::{Failure, Services, on_both};

const LIST: &str =
    "Ann, ann@folkmoot.test\nBob, bob@folkmoot.test\nCat, cat@folkmoot.test\nDan, dan@folkmoot.test";

async fn invite(services: &Services, call: &Call, typed: &str) -> Result<Added, Failure> {
    let list = InviteeList::of(&Form::from_pairs([("list", typed)]))?;
    add(services, call, list, Language::English).await
}

/// The letters to an address, oldest first.
async fn letters(services: &Services, address: &str) -> Vec<letter::Model> {
    let rows = letter::Entity::find().filter(letter::Column::Address.eq(address));
    rows.order_by_asc(letter::Column::Id).all(services.db.read()).await.expect("the letters")
}

/// The secret of a private link of a letter.
fn secret(letter: &letter::Model, place: &str) -> String {
    let fill: Fill = serde_json::from_str(&letter.fill).expect("its values");
    match fill.get(place) {
        Some(Value::Private(path)) => path.rsplit('/').next().expect("a secret").to_owned(),
        other => panic!("{other:?}"),
    }
}

async fn set(services: &Services, address: &'static str, state: &'static str) {
    let change = letter::Entity::update_many()
        .col_expr(letter::Column::State, Expr::value(state))
        .filter(letter::Column::Address.like(address));
    let done: Result<_, Failure> =
        services.db.write(move |txn| Box::pin(async move { Ok(change.exec(txn).await?) })).await;
    done.expect("changed");
}

async fn standings(services: &Services, call: &Call) -> Vec<Standing> {
    list(services, call).await.expect("the list").into_iter().map(|one| one.standing).collect()
}

on_both!(a_list_is_taken_whole_once_or_not_at_all, |data: Throwaway| async move {
    let services = &data.services;
    let call = ask(services, "One call").await.call;
    let refused = invite(services, &call, "Ann, ann@folkmoot.test\nnobody").await;
    assert!(matches!(refused, Err(Failure::Invalid(_))));
    assert!(list(services, &call).await.expect("the list").is_empty(), "nothing of it");
    let added = invite(services, &call, LIST).await.expect("invited");
    assert_eq!(added, Added { invited: 4, ..Added::default() });
    let again = "Ann again, ANN@folkmoot.test\nEve, eve@folkmoot.test\neve@folkmoot.test";
    assert_eq!(
        invite(services, &call, again).await.expect("invited"),
        Added { invited: 1, known: 2, refusing: 0 }
    );
    assert_eq!(letters(services, "ann@folkmoot.test").await.len(), 1);
    let quiet = ask_quietly(services, "Another call").await.call;
    assert!(
        matches!(invite(services, &quiet, LIST).await, Err(Failure::Refused(_))),
        "nobody may know of it"
    );
});

on_both!(reminders_go_to_those_who_have_not_answered_and_want_them, |data: Throwaway| async move {
    let services = &data.services;
    let call = ask(services, "One call").await.call;
    let other = ask(services, "Other call").await.call;
    invite(services, &call, LIST).await.expect("invited");
    let of = |address: &'static str| async move { letters(services, address).await };
    let ann = secret(&of("ann@folkmoot.test").await[0], "link");
    assert_eq!(call_of(services, &ann).await.expect("the call").id, call.id);
    note(services, other.id, &ann, Progress::Answered).await.expect("nothing");
    assert_eq!(
        standings(services, &call).await,
        [Standing::Waiting; 4],
        "a link to another call says nothing"
    );
    note(services, call.id, &ann, Progress::Answered).await.expect("noted");
    note(services, call.id, &ann, Progress::Begun).await.expect("noted");
    let bob = secret(&of("bob@folkmoot.test").await[0], "link");
    set(services, "bob@folkmoot.test", "sent").await;
    note(services, call.id, &bob, Progress::Begun).await.expect("noted");
    set(services, "cat@folkmoot.test", "bounced").await;
    stops::stop(services, &secret(&of("dan@folkmoot.test").await[0], "stop")).await.expect("stopped");
    set(services, "dan@folkmoot.test", "stopped").await;
    let expected = [Standing::Answered, Standing::Begun, Standing::NotReached, Standing::Stopped];
    assert_eq!(standings(services, &call).await, expected);

    assert_eq!(due(services, &call).await.expect("a count"), 0, "not within three days");
    assert_eq!(remind(services, &call).await.expect("nobody"), 0);
    services.clock.set(services.clock.now() + TimeDelta::days(3));
    assert_eq!(due(services, &call).await.expect("a count"), 1);
    assert_eq!(remind(services, &call).await.expect("Bob"), 1);
    assert_eq!(remind(services, &call).await.expect("nobody"), 0, "once in three days");
    let his = of("bob@folkmoot.test").await;
    assert_eq!((his.len(), his[1].kind.as_str()), (2, "call-reminder"));
    let newer = secret(&his[1], "link");
    assert_ne!(newer, bob);
    assert_eq!(call_of(services, &bob).await.expect("the first link stays good").id, call.id);

    services.clock.set(services.clock.now() + TimeDelta::days(3));
    edit::close_now(services, &call).await.expect("closed");
    assert_eq!(due(services, &call).await.expect("a count"), 0);
    assert!(matches!(remind(services, &call).await, Err(Failure::Refused(_))), "never after closing");
    assert!(matches!(invite(services, &call, "eve@folkmoot.test").await, Err(Failure::Refused(_))));
    services.clock.set(services.clock.now() + TimeDelta::days(181));
    services::follow::worker::catch_up(services).await.expect("done");
    assert!(
        list(services, &call).await.expect("the list").is_empty(),
        "and in time it is forgotten who was asked"
    );
});

on_both!(a_long_list_is_reminded_in_batches, |data: Throwaway| async move {
    let services = &data.services;
    let call = ask(services, "One call").await.call;
    let typed: Vec<String> = (0..450).map(|number| format!("person-{number}@folkmoot.test")).collect();
    invite(services, &call, &typed.join("\n")).await.expect("invited");
    services.clock.set(services.clock.now() + TimeDelta::days(4));
    assert_eq!(
        due(services, &call).await.expect("a count"),
        0,
        "nobody is reminded of a letter that has not left"
    );
    set(services, "%", "sent").await;
    services.clock.set(services.clock.now() + TimeDelta::days(4));
    assert_eq!(remind(services, &call).await.expect("all of them"), 450);
    assert_eq!(due(services, &call).await.expect("a count"), 0);
});
