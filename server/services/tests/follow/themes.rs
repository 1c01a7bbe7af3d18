//! Themes with names that are alike.

use chrono::TimeDelta;
use domain::mail::{Followed as F, Rate};
use domain::text::slug;
use services::follow::theme_slug;
use services::on_both;
use services::outcomes::recommendations;
use services::testing::Throwaway;
use services::testing::spine::{ask, find, recommending, respond};

use crate::world::{follow, lines, told};

on_both!(themes_with_one_slug_have_followers_of_their_own, |data: Throwaway| async move {
    let services = &data.services;
    let (one, other) = ("Home & hospital", "Home: hospital");
    assert_eq!(slug(one, "theme"), slug(other, "theme"));
    let asked = ask(services, "One call").await;
    let given = respond(services, &asked, "a", domain::responses::Consent::WithName).await;
    let finding = find(services, &asked, "A finding", &[&given]).await;
    let mut made = Vec::new();
    for (title, theme) in [("First", one), ("Second", other), ("Third", one), ("Fourth", other)] {
        let details = recommending(title, theme, &[&finding]);
        let slug = recommendations::add(services, asked.call.id, details).await.expect("added");
        made.push(recommendations::by_slug(services, &slug).await.expect("it is there"));
    }
    // A theme can be followed once it is public.
    for recommendation in &made[..2] {
        recommendations::publish(services, recommendation).await.expect("published");
    }
    let (ann, bob) = ("ann@folkmoot.test", "bob@folkmoot.test");
    follow(services, F::Theme, &theme_slug(one), ann, Rate::AtOnce).await;
    follow(services, F::Theme, &theme_slug(other), bob, Rate::AtOnce).await;
    services.clock.set(services.clock.now() + TimeDelta::hours(1));
    for recommendation in &made[2..] {
        recommendations::publish(services, recommendation).await.expect("published");
    }
    for (address, theme, title) in [(ann, one, "Third"), (bob, other, "Fourth")] {
        let said: Vec<_> = told(services, address).await.iter().flat_map(lines).collect();
        assert_eq!(said, [format!("{theme}: recommendation-published, {title}")]);
    }
});
