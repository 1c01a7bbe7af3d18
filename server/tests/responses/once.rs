//! One response, however often it is sent; and nothing lost on the way.

use services::on_both;
use services::testing::Throwaway;
use services::{Clock, Services};

use super::{Respondent, only, received, texts};
use crate::support::{House, portal};

on_both!(sending_twice_gives_the_same_receipt, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    someone.answer_all().await;
    let reference = someone.finish().await;
    let receipt = someone.look("/receipt").await.text("main");
    assert_eq!(someone.finish().await, reference);
    // The back button, and then a change of mind.
    for step in ["check", "4", "who"] {
        let page = someone.look(&format!("/answer/{step}")).await.expect(303);
        assert_eq!(page.location(), Some(format!("{}/confirmation", someone.base)));
    }
    someone.answer("4", &[("answer", "Another town")], "confirmation").await;
    assert_eq!(someone.look("/receipt").await.text("main"), receipt);
    let (_, answers) = only(&house).await;
    assert_eq!(texts(&answers), ["No", "Llandudno", "The bus was late."]);
});

on_both!(eight_clicks_at_once_are_one_response, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    someone.answer_all().await;
    let to = format!("{}/answer/check", someone.base);
    let clicks = (0..8).map(|_| {
        let (mut browser, to) = (someone.browser.clone(), to.clone());
        tokio::spawn(async move { browser.submit(&to, &[]).await })
    });
    let mut references = Vec::new();
    for click in clicks.collect::<Vec<_>>() {
        let page = click.await.expect("no panic").expect(200);
        references.push(page.text(".govuk-panel__body strong"));
    }
    references.dedup();
    let (response, answers) = only(&house).await;
    assert_eq!((references, answers.len()), (vec![response.reference], 3));
});

on_both!(a_lost_answer_loses_no_response_and_makes_no_second, |data: Throwaway| async move {
    let house = House::new(data).await;
    for patience in 0..12 {
        let mut someone = Respondent::new(&house).await;
        someone.answer_all().await;
        let (mut browser, to) = (someone.browser.clone(), format!("{}/answer/check", someone.base));
        let click = tokio::spawn(async move { browser.post(&to, &[]).await });
        // The connection breaks while the server is at work, each time a little later.
        for _ in 0..patience {
            tokio::time::sleep(std::time::Duration::from_micros(400)).await;
        }
        click.abort();
        let reference = someone.finish().await;
        let mine = received(&house).await.into_iter().filter(|response| response.reference == reference);
        assert_eq!(mine.count(), 1);
    }
    assert_eq!(received(&house).await.len(), 12);
});

on_both!(two_drafts_are_two_responses, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut first = Respondent::new(&house).await;
    let mut second = Respondent::new(&house).await;
    first.answer_all().await;
    second.answer_all().await;
    assert_ne!(first.finish().await, second.finish().await);
    assert_eq!(received(&house).await.len(), 2);
});

on_both!(a_draft_survives_a_restart, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut someone = Respondent::new(&house).await;
    someone.answer_all().await;
    let now = house.data.services.clock.now();
    let again = Services::open(&house.data.place, Clock::given(now, 2)).await.expect("the data opens again");
    someone.browser = someone.browser.at(portal(again, "http://folkmoot.test", &house.providers));
    assert!(someone.look("/answer/check").await.expect(200).text("main").contains("Llandudno"));
    someone.finish().await;
    assert_eq!(texts(&only(&house).await.1), ["No", "Llandudno", "The bus was late."]);
});
