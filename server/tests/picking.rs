//! Picking words for a finding on the pages of the team.

use services::on_both;
use services::outcomes::findings;
use services::testing::Throwaway;
use services::testing::evidence::{Evidence, Sent, individual};

use crate::support::{House, Who};

on_both!(a_whole_answer_can_be_picked_however_long_it_is, |data: Throwaway| async move {
    let house = House::new(data).await;
    let services = &house.data.services;
    let evidence = Evidence::new(services).await;
    let words = "Nobody told us when. ".repeat(400);
    let words = words.trim_end();
    let sent = Sent { about: individual(), text: words.to_owned(), ..Sent::default() };
    let reference = evidence.send(sent).await;
    let code = evidence.code("Told too late", None).await;
    evidence.apply(code, &reference).await;
    let call = &evidence.call;
    let mut analyst = house.browser_of(Who::administrator());
    let details = [("title", "People are not told"), ("text", "They are not told when.")];
    let findings_page = format!("/team/calls/{}/findings", call.slug);
    analyst.submit(&format!("{findings_page}/new"), &details).await.expect(200);

    let excerpts = format!("/team/calls/{}/codebook/{code}/excerpts", call.slug);
    let page = analyst.get(&excerpts).await.expect(200);
    let shown = page.text("blockquote");
    assert!(
        shown.contains("Read all 8399 characters") || shown.contains("Read all 8,399 characters"),
        "{shown}"
    );
    assert!(page.text("label[for=excerpt]").contains("characters"), "{}", page.text("label[for=excerpt]"));
    let value = page.attribute("#excerpt", "value").expect("it can be chosen");
    let found = analyst.submit(&excerpts, &[("finding", "1"), ("excerpt", &value)]).await.expect(200);
    // The beginning is shown, and the rest follows when it is asked for.
    let both = found.texts(".fm-quote blockquote");
    assert_eq!(both.len(), 2);
    assert!(both[0].chars().count() <= 2000);
    let finding = findings::by_number(services, call.id, 1).await.expect("the finding");
    let held = findings::excerpts(services, &finding, &Who::administrator().actor(call.id, call.id)).await;
    let held = format!("{:?}", held.expect("its excerpts"));
    assert!(held.contains(words), "it rests on the whole answer");
});
