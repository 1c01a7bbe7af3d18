//! What these tests have in common.

use chrono::{DateTime, Utc};
use domain::Language;
use domain::mail::{Fill, FollowForm, Followed, LetterKind, NewsGroup, Rate, Value};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use services::Services;
use services::follow::{self, worker};
use services::store::entities::letter;

/// Asks for letters, as the form does.
pub async fn ask(services: &Services, of: Followed, slug: &str, address: &str, rate: Rate) {
    let language = if address.starts_with("gwen") { Language::Welsh } else { Language::English };
    let found = follow::find(services, of, slug, language).await.expect("it is public");
    let typed = FollowForm { address: address.to_owned(), rate };
    follow::ask(services, found, typed, language).await.expect("asked");
}

/// The letters to an address of these kinds, oldest first.
pub async fn letters(services: &Services, address: &str, kinds: &[LetterKind]) -> Vec<letter::Model> {
    letter::Entity::find()
        .filter(letter::Column::Address.eq(address))
        .filter(letter::Column::Kind.is_in(kinds.iter().map(|kind| kind.as_str())))
        .order_by_asc(letter::Column::Id)
        .all(services.db.read())
        .await
        .expect("the letters")
}

pub fn fill(letter: &letter::Model) -> Fill {
    serde_json::from_str(&letter.fill).expect("its values")
}

/// The secret at the end of a private link of a letter.
pub fn secret(letter: &letter::Model, place: &str) -> String {
    match fill(letter).get(place) {
        Some(Value::Private(path)) => path.rsplit('/').next().expect("a secret").to_owned(),
        other => panic!("{place} is {other:?}"),
    }
}

/// The secret by which an address that was asked last says yes.
pub async fn asked(services: &Services, address: &str) -> String {
    let all = letters(services, address, &[LetterKind::Follow]).await;
    secret(all.last().expect("a letter that asks"), "link")
}

/// Follows something from now on.
pub async fn follow(services: &Services, of: Followed, slug: &str, address: &str, rate: Rate) {
    // Letters of one instant lie in no order.
    services.clock.set(services.clock.now() + chrono::TimeDelta::milliseconds(1));
    ask(services, of, slug, address, rate).await;
    let secret = asked(services, address).await;
    follow::confirm(services, &secret).await.expect("said yes");
}

/// The letters with news to an address, after all that there is to do is done.
pub async fn told(services: &Services, address: &str) -> Vec<letter::Model> {
    worker::catch_up(services).await.expect("done");
    letters(services, address, &[LetterKind::News, LetterKind::Digest]).await
}

/// The news of a letter.
pub fn news(letter: &letter::Model) -> Vec<NewsGroup> {
    match fill(letter).get("news") {
        Some(Value::News(groups)) => groups.clone(),
        other => panic!("the news is {other:?}"),
    }
}

/// What happened, in a line each: `what it is followed by: what happened, to what`.
pub fn lines(letter: &letter::Model) -> Vec<String> {
    let line = |group: &NewsGroup| {
        let title = group.title.clone();
        group.items.iter().map(|item| format!("{title}: {}, {}", item.kind, item.title)).collect::<Vec<_>>()
    };
    news(letter).iter().flat_map(line).collect()
}

/// Sets the clock to this hour and minute of a day of December 2022.
pub fn at(services: &Services, day: u32, hour: u32, minute: u32) {
    let day = chrono::NaiveDate::from_ymd_opt(2022, 12, day).expect("a day");
    let instant: DateTime<Utc> = day.and_hms_opt(hour, minute, 0).expect("a time").and_utc();
    services.clock.set(instant);
}
