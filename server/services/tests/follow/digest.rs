//! Letters that collect the news of a day or a week.

use domain::mail::{Followed as F, Rate};
use domain::responses::Consent;
use services::on_both;
use services::outcomes::findings;
use services::testing::Throwaway;
use services::testing::spine::{Asked, ask, find, respond};
use services::{Services, follow};

use crate::world::{at, follow as get_letters, lines, secret, told};

/// Publishes a finding.
async fn publish(services: &Services, asked: &Asked, title: &str) -> services::outcomes::Finding {
    services.clock.set(services.clock.now() + chrono::TimeDelta::minutes(1));
    let given = respond(services, asked, &title.replace(' ', "-"), Consent::WithName).await;
    let finding = find(services, asked, title, &[&given]).await;
    findings::publish(services, &finding).await.expect("published");
    finding
}

on_both!(a_digest_comes_in_the_morning_by_what_is_followed_and_never_empty, |data: Throwaway| async move {
    let services = &data.services;
    let (one, other) = (ask(services, "One call").await, ask(services, "Other call").await);
    for call in [&one.call, &other.call] {
        get_letters(services, F::Call, &call.slug, "ann@folkmoot.test", Rate::Daily).await;
        get_letters(services, F::Call, &call.slug, "gwen@folkmoot.test", Rate::Weekly).await;
    }
    at(services, 13, 12, 0);
    publish(services, &one, "First").await;
    publish(services, &other, "Second").await;
    publish(services, &one, "Third").await;
    let withdrawn = publish(services, &one, "Fourth").await;
    at(services, 14, 7, 59);
    assert!(told(services, "ann@folkmoot.test").await.is_empty(), "not before 8");
    findings::unpublish(services, &withdrawn).await.expect("withdrawn");
    at(services, 14, 8, 0);
    let letters = told(services, "ann@folkmoot.test").await;
    assert_eq!((letters.len(), letters[0].kind.as_str()), (1, "digest"));
    let told_of = lines(&letters[0]);
    let expected = [
        "One call: finding-published, First",
        "One call: finding-published, Third",
        "Other call: finding-published, Second",
    ];
    assert_eq!(told_of, expected, "what was withdrawn in between is not told");
    at(services, 15, 9, 0);
    assert_eq!(told(services, "ann@folkmoot.test").await.len(), 1, "a day without news has no letter");
    let last = publish(services, &one, "Fifth").await;
    findings::unpublish(services, &last).await.expect("withdrawn");
    at(services, 16, 9, 0);
    assert_eq!(told(services, "ann@folkmoot.test").await.len(), 1, "nor one whose only news is gone");
    assert!(told(services, "gwen@folkmoot.test").await.is_empty(), "the week is not over");
    at(services, 19, 8, 0);
    let letters = told(services, "gwen@folkmoot.test").await;
    assert_eq!((letters.len(), letters[0].language.as_str()), (1, "cy"), "on Monday, in Welsh");
    assert_eq!(lines(&letters[0]), expected);
});

on_both!(a_new_rate_holds_for_what_waits, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let ann = "ann@folkmoot.test";
    get_letters(services, F::Call, &asked.call.slug, ann, Rate::AtOnce).await;
    at(services, 13, 12, 0);
    publish(services, &asked, "First").await;
    let key = secret(&told(services, ann).await[0], "stop");
    let mine = follow::mine(services, &key, domain::Language::English).await.expect("what she follows");
    let one = mine.all[0].id;
    follow::set_rate(services, &key, one, Rate::Weekly).await.expect("changed");
    publish(services, &asked, "Second").await;
    assert_eq!(told(services, ann).await.len(), 1);
    follow::set_rate(services, &key, one, Rate::AtOnce).await.expect("changed back");
    assert_eq!(told(services, ann).await.len(), 2);
});

on_both!(who_asks_again_with_another_rate_hears_what_waits_by_it, |data: Throwaway| async move {
    let services = &data.services;
    let asked = ask(services, "One call").await;
    let ann = "ann@folkmoot.test";
    get_letters(services, F::Call, &asked.call.slug, ann, Rate::Weekly).await;
    at(services, 13, 12, 0);
    publish(services, &asked, "First").await;
    assert!(told(services, ann).await.is_empty());
    get_letters(services, F::Call, &asked.call.slug, ann, Rate::AtOnce).await;
    assert_eq!(told(services, ann).await.len(), 1);
});
