//! From choosing a file to the search of the team.

use domain::people::Role;
use domain::search::Query;
use sea_orm::EntityTrait;
use services::files::{check, worker};
use services::responses::read;
use services::search::search;
use services::testing::Throwaway;
use services::testing::files::{docx, pdf};
use services::{index, on_both};

use super::{Sender, asking, listed, response};
use crate::support::{House, Who};

on_both!(documents_go_all_the_way, |data: Throwaway| async move {
    let house = House::new(data).await;
    asking(&house).await;
    let mut someone = Sender::new(&house).await;
    let page = someone.look().await;
    assert_eq!(page.text("h1"), "Your documents");
    assert!(page.text("main").contains("up to 3 documents") && page.text("main").contains("up to 10 MB"));
    assert_eq!(page.attribute("main form", "enctype").as_deref(), Some("multipart/form-data"));

    let (ours, theirs) = (docx(&["Zinnober waited for 14 weeks."]), pdf(&["Kobalt was told nothing."]));
    let hostile = "<script>alert(1)</script>.docx";
    someone.attach(&[(hostile, &ours), ("../../report.pdf", &theirs)]).await.expect(303);
    let page = someone.look().await;
    assert_eq!(listed(&page), ["script>.docx", "report.pdf"], "names are names, whatever they were");
    assert!(page.text("main").contains("(Word, ") && page.text("main").contains("2 documents are attached"));

    // What is chosen and not attached yet is taken when going on.
    someone.press(&[], &[("notes.txt", b"Only notes.")]).await.expect(303);
    assert_eq!(listed(&someone.look().await).len(), 3);
    let hash = someone.look().await.attribute("button[name=remove]", "value").expect("a way to remove it");
    someone.press(&[("remove", &hash)], &[]).await.expect(303);
    assert_eq!(listed(&someone.look().await), ["report.pdf", "notes.txt"]);
    someone.attach(&[("ours.docx", &ours)]).await.expect(303);

    let check_page = someone.browser.get(&format!("{}/answer/check", someone.base)).await.expect(200);
    for said in ["report.pdf (PDF, ", "notes.txt (text, 11 bytes)", "ours.docx"] {
        assert!(check_page.text("main").contains(said), "{said}: {}", check_page.text("main"));
    }
    worker::catch_up(&house.data.services).await.expect("looked after");
    assert_eq!(read::count(&house.data.services, house.call.id).await.expect("a count"), 0);
    let reference = someone.finish().await;
    let receipt = someone.browser.get(&format!("{}/receipt", someone.base)).await.expect(200);
    assert!(receipt.text("main").contains("report.pdf (PDF, "));

    let sent = response(&house, &reference).await;
    let answers = read::answers(&house.data.services, sent.id).await.expect("the answers");
    let answer = answers.last().expect("the documents");
    assert_eq!((answer.text.as_str(), answer.value.is_some()), ("", true), "the text comes afterwards");
    worker::catch_up(&house.data.services).await.expect("looked after");
    let answers = read::answers(&house.data.services, sent.id).await.expect("the answers");
    let text = answers.last().expect("the documents").text.clone();
    assert_eq!(
        text,
        "[Document 1]\n\nKobalt was told nothing.\n\n[Document 2]\n\nOnly notes.\n\n[Document 3]\n\nZinnober waited for 14 weeks."
    );
    // It is written once.
    worker::catch_up(&house.data.services).await.expect("looked after");
    assert_eq!(
        read::answers(&house.data.services, sent.id).await.expect("the answers").last().expect("one").text,
        text
    );

    let mut team = house.browser_of(Who::OnPlatform(Role::Coder));
    let address = format!("/team/calls/{}/responses/{reference}", house.call.slug);
    let page = team.get(&address).await.expect(200);
    assert!(page.text("main").contains("Kobalt was told nothing."), "the text stands among the answers");
    assert_eq!(listed(&page), ["Document 1", "Document 2", "Document 3"], "no names for those who see none");
    assert!(page.text(".fm-sent").contains("No virus scanner is set up"));
    assert!(page.text(".fm-sent").contains("Its text stands among the answers."));
    let named = house.browser_of(Who::OnPlatform(Role::Moderator)).get(&address).await.expect(200);
    assert_eq!(listed(&named)[0], "Document 1: report.pdf");

    // Coded and searched as any answer.
    let answer = answers.last().expect("the documents").id;
    let page = team.get(&format!("{address}/answers/{answer}")).await.expect(200);
    assert!(page.text("main").contains("Zinnober waited for 14 weeks."));
    index::catch_up(&house.data.services).await.expect("indexed");
    let query = Query { words: "kobalt".to_owned(), page: 1, ..Query::default() };
    let found = search(&house.data.services, house.call.id, &query).await.expect("an answer");
    assert_eq!(found.hits.iter().map(|hit| hit.reference.as_str()).collect::<Vec<_>>(), [reference.as_str()]);
    let report = check::check(&house.data.services).await.expect("checked");
    assert_eq!((report.whole(), report.files), (true, 3));
});

on_both!(what_nobody_needs_is_cleared_away, |data: Throwaway| async move {
    let house = House::new(data).await;
    asking(&house).await;
    let (services, bytes) = (&house.data.services, docx(&["Ours."]));
    let (mut one, mut other) = (Sender::new(&house).await, Sender::new(&house).await);
    for someone in [&mut one, &mut other] {
        someone.attach(&[("a.docx", &bytes)]).await.expect(303);
    }
    let files = || async { check::check(services).await.expect("checked").files };
    let hash = one.look().await.attribute("button[name=remove]", "value").expect("a way to remove it");
    one.press(&[("remove", &hash)], &[]).await.expect(303);
    let later = services.clock.now() + chrono::TimeDelta::hours(2);
    services.clock.set(later);
    worker::catch_up(services).await.expect("looked after");
    assert_eq!(files().await, 1, "the other still needs it");
    other.press(&[("remove", &hash)], &[]).await.expect(303);
    worker::catch_up(services).await.expect("looked after");
    assert_eq!(files().await, 0);
    let left = walk(&house.data.place.files());
    assert!(left.is_empty(), "{left:?}");

    // A draft that is forgotten leaves nothing behind either.
    one.attach(&[("a.docx", &bytes)]).await.expect(303);
    assert_eq!(walk(&house.data.place.files()).len(), 1);
    services
        .db
        .write::<_, services::Failure, _>(|txn| {
            Box::pin(async move {
                services::store::entities::draft::Entity::delete_many().exec(txn).await?;
                Ok(())
            })
        })
        .await
        .expect("forgotten");
    services.clock.set(later + chrono::TimeDelta::hours(2));
    worker::catch_up(services).await.expect("looked after");
    assert_eq!((files().await, walk(&house.data.place.files()).len()), (0, 0));
});

/// Every file in a folder and those in it.
fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() { found.extend(walk(&path)) } else { found.push(path) }
    }
    found
}

on_both!(two_tabs_both_keep_their_document, |data: Throwaway| async move {
    let house = House::new(data).await;
    asking(&house).await;
    let mut someone = Sender::new(&house).await;
    let mut tab = Sender { browser: someone.browser.clone(), base: someone.base.clone() };
    let (one, other) =
        tokio::join!(someone.attach(&[("one.txt", b"One.")]), tab.attach(&[("other.txt", b"Other.")]));
    assert_eq!((one.status.as_u16(), other.status.as_u16()), (303, 303));
    let mut names = listed(&someone.look().await);
    names.sort();
    assert_eq!(names, ["one.txt", "other.txt"]);
});
