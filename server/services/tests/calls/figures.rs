//! Figures of who takes part: all of them for the team, and a few for everyone, without small numbers.

use chrono::{DateTime, TimeDelta, Utc};
use domain::Language;
use domain::responses::{Channel, EntryDetails, RespondentKind};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use services::calls::figures::{Figures, figures, public};
use services::calls::{Call, edit};
use services::responses::{draft, entering};
use services::store::entities::{draft as drafts, response};
use services::testing::Throwaway;
use services::{Failure, Services, on_both};
use uuid::Uuid;

use crate::world::{again, later, ready};

/// A response of this kind in this language, by this channel, sent at this instant.
async fn sent(services: &Services, call: &Call, of: (RespondentKind, &str, &str), at: DateTime<Utc>) -> Uuid {
    let (id, (kind, language, channel)) = (services.clock.id(), of);
    let empty = || Set(String::new());
    let row = response::ActiveModel {
        id: Set(id),
        call_id: Set(call.id),
        reference: Set(id.to_string()),
        idempotency_key: Set(id.to_string()),
        kind: Set(kind.to_string()),
        name: empty(),
        on_behalf_of: empty(),
        organisation: empty(),
        sector: Set(None),
        system_id: Set(None),
        channel: Set(channel.to_owned()),
        language: Set(language.to_owned()),
        consent: Set("with-name".to_owned()),
        submitted_at: Set(at),
        receipt_hash: empty(),
        invented: Set(false),
        organisation_id: Set(None),
        late: Set(false),
        represented: Set(None),
        version: Set(1),
        changed_at: Set(None),
        withdrawn_at: Set(None),
    };
    let done = services.db.write::<_, Failure, _>(move |txn| {
        Box::pin(async move {
            response::Entity::insert(row).exec_without_returning(txn).await?;
            Ok(())
        })
    });
    done.await.expect("sent");
    id
}

async fn open(services: &Services) -> Call {
    let made = ready(services).await;
    edit::open_now(services, &made).await.expect("open");
    again(services, &made).await
}

on_both!(the_team_sees_every_figure, |data: Throwaway| async move {
    use RespondentKind::{Individual, OnBehalf, Organisation};
    let services = &data.services;
    let call = open(services).await;
    let none = figures(services, &call).await.expect("none yet");
    assert_eq!((none.responses, none.days.len(), none.begun), (0, 0, 0));
    let (now, day) = (services.clock.now(), TimeDelta::days(1));
    for (of, at) in [
        ((Individual, "en", "online"), now),
        ((Individual, "cy", "online"), now),
        ((Organisation, "en", "import"), now + day * 2),
    ] {
        sent(services, &call, of, at).await;
    }
    draft::begin(services, &call, "en").await.expect("begun");
    let Figures { responses, days, kinds, channels, languages, begun, sent, invited } =
        figures(services, &call).await.expect("the figures");
    assert_eq!((responses, begun, sent, invited.all), (3, 1, 0, 0));
    assert_eq!(days.iter().map(|(_, count)| *count).collect::<Vec<_>>(), [2, 0, 1], "no day is left out");
    assert_eq!(kinds, [(Individual, 2), (OnBehalf, 0), (Organisation, 1)]);
    assert_eq!(channels, [(Channel::Online, 2), (Channel::Import, 1)]);
    assert_eq!(languages, [("en".to_owned(), 2), ("cy".to_owned(), 1)]);
});

on_both!(what_was_withdrawn_is_in_no_figure, |data: Throwaway| async move {
    use RespondentKind::{Individual, Organisation};
    let services = &data.services;
    let call = open(services).await;
    let now = services.clock.now();
    for _ in 0..10 {
        sent(services, &call, (Individual, "en", "online"), now).await;
    }
    let token = draft::begin(services, &call, "en").await.expect("begun");
    let mine = draft::find(services, &token).await.expect("held").id;
    draft::begin(services, &call, "en").await.expect("another");
    let gone = sent(services, &call, (Organisation, "cy", "online"), now - TimeDelta::days(1)).await;
    let done = services.db.write::<_, Failure, _>(move |txn| {
        Box::pin(async move {
            response::Entity::update_many()
                .col_expr(response::Column::WithdrawnAt, Expr::value(Some(now)))
                .col_expr(response::Column::IdempotencyKey, Expr::value(mine.to_string()))
                .filter(response::Column::Id.eq(gone))
                .exec(txn)
                .await?;
            drafts::Entity::update_many()
                .col_expr(drafts::Column::SubmittedAt, Expr::value(Some(now)))
                .filter(drafts::Column::Id.eq(mine))
                .exec(txn)
                .await?;
            Ok(())
        })
    });
    done.await.expect("withdrawn");
    let Figures { responses, days, kinds, languages, begun, sent, .. } =
        figures(services, &call).await.expect("the figures");
    assert_eq!((responses, begun, sent), (10, 1, 0), "of its draft nothing is said either");
    assert_eq!((days.len(), languages), (1, vec![("en".to_owned(), 10)]));
    assert!(kinds.contains(&(Organisation, 0)), "{kinds:?}");
    later(services, TimeDelta::days(200));
    let seen = public(services, &call).await.expect("read").expect("it has closed");
    assert_eq!((seen.responses, seen.languages), (10, vec![("en".to_owned(), Some(10))]));
});

on_both!(what_the_team_enters_was_not_begun_on_the_portal, |data: Throwaway| async move {
    let services = &data.services;
    let call = open(services).await;
    draft::begin(services, &call, "en").await.expect("begun");
    let details = EntryDetails {
        channel: Channel::Paper,
        received: services.clock.now().date_naive(),
        language: Language::English,
        late_reason: String::new(),
    };
    entering::begin(services, &call, details).await.expect("begun to enter");
    assert_eq!(figures(services, &call).await.expect("the figures").begun, 1);
});

on_both!(everyone_sees_no_small_number_and_none_before_its_time, |data: Throwaway| async move {
    use RespondentKind::{Individual, OnBehalf, Organisation};
    let services = &data.services;
    let call = open(services).await;
    let now = services.clock.now();
    for number in 0..20 {
        let language = if number < 3 { "cy" } else { "en" };
        sent(services, &call, (Individual, language, "online"), now).await;
    }
    for kind in [Organisation, Organisation, OnBehalf, OnBehalf, OnBehalf] {
        sent(services, &call, (kind, "en", "online"), now).await;
    }
    assert_eq!(public(services, &call).await.expect("read"), None, "nobody counts while it is open");
    edit::set_early_figures(services, &call, true).await.expect("said");
    let call = again(services, &call).await;
    let early = public(services, &call).await.expect("read").expect("some");
    assert_eq!(early.responses, 0, "today is not over");
    assert_eq!(early.until, now.date_naive().pred_opt());
    later(services, TimeDelta::days(1));
    let early = public(services, &call).await.expect("read").expect("some");
    assert_eq!((early.responses, early.until), (25, Some(now.date_naive())));
    edit::set_early_figures(services, &call, false).await.expect("said");
    let call = again(services, &call).await;
    assert_eq!(public(services, &call).await.expect("read"), None);

    later(services, TimeDelta::days(200));
    let seen = public(services, &call).await.expect("read").expect("it has closed");
    assert_eq!((seen.responses, seen.until), (25, None));
    assert_eq!(seen.kinds, [(Individual, Some(20)), (OnBehalf, None), (Organisation, None)]);
    // Of two languages the large one would give the small one away.
    assert!(seen.languages.iter().all(|(_, count)| count.is_none()), "{seen:?}");
});
