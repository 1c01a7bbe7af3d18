//! From the list to the receipt on paper.

use domain::people::Role;
use services::on_both;
use services::responses::{entering, read};
use services::testing::Throwaway;

use super::Keyer;
use crate::support::{ASKED, House, Who};

on_both!(a_letter_is_entered_checked_and_read_as_any_response, |data: Throwaway| async move {
    let house = House::new(data).await;
    let call = format!("/team/calls/{}", house.call.slug);
    let mut keyer = Keyer::begin(&house, "2022-12-05").await;
    let page = keyer.browser.get(&format!("{}/answer/who", keyer.entry)).await.expect(200);
    assert!(page.text("main").contains("on paper, 5 December 2022"), "{}", page.text("main"));
    keyer.name().await;
    // The required first question was left blank; the second was answered all the same, in far more words than it may have.
    let long = "word ".repeat(40);
    let page = keyer.browser.get(&format!("{}/answer/2", keyer.entry)).await.expect(200);
    assert!(page.text("main").contains("do not lead to this question"));
    assert!(!page.has("form[data-autosave]"), "what is typed is kept with its step");
    keyer.send("2", &[("answer", &long)]).await;
    keyer.send("5", &[("answer", "<script>alert(1)</script>")]).await;
    let page = keyer.browser.get(&keyer.entry).await.expect(200);
    assert!(page.text("main").contains("Answered, though not asked"));

    let page = keyer.browser.get(&format!("{}/answer/check", keyer.entry)).await.expect(200);
    let said = page.text("main");
    assert!(
        said.contains("they were left out: Did you go home") || said.contains("they were left out:"),
        "{said}"
    );
    let check = format!("{}/answer/check", keyer.entry);
    let page = keyer.browser.post(&check, &[("note", "")]).await.expect(422);
    assert!(page.has("#note-error"));
    let to = keyer.send("check", &[("note", "Question 1 was left blank.")]).await;
    assert_eq!(to, keyer.entry);
    let page = keyer.browser.get(&keyer.entry).await.expect(200);
    let reference = page.text(".govuk-panel__body strong");
    let page = keyer.browser.get(&format!("{}/receipt", keyer.entry)).await.expect(200);
    let said = page.text("main");
    for part in [reference.as_str(), "came on paper", "5 December 2022", "Sioned Parry"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let to = page.attribute("a[download]", "href").expect("the way to the same as a document");
    assert_eq!(to, format!("{}/receipt.docx", keyer.entry), "a page for respondents knows nothing of it");
    let document = keyer.browser.get(&to).await.expect(200);
    assert!(document.header("content-type").contains("wordprocessingml"));
    // A second click finds what is there, and no step can be written any more.
    assert_eq!(keyer.send("check", &[("note", "Again")]).await, keyer.entry);
    assert_eq!(keyer.send("5", &[("answer", "Too late")]).await, keyer.entry);
    keyer.browser.post(&format!("{}/checked", keyer.entry), &[]).await.expect(409);

    let mut reader = house.browser_of(Who::OnCall(Role::Reader));
    let page = reader.get(&format!("{call}/responses")).await.expect(200);
    assert!(page.text("tbody tr").contains("On paper"), "{}", page.text("tbody tr"));
    let page = reader.get(&format!("{call}/responses/{reference}")).await.expect(200);
    let facts = page.text(".fm-facts");
    for part in ["On paper", "OnCall(Moderator)", "Question 1 was left blank.", "Nobody else has checked it"]
    {
        assert!(facts.contains(part), "{part}: {facts}");
    }
    assert!(!page.body.contains("Sioned Parry"), "who wrote it is no reader's business");
    let mut other = house.browser_of(Who::OnPlatform(Role::Moderator));
    let page = other.get(&keyer.entry).await.expect(200);
    assert!(page.has(&format!("form[action='{}/checked']", keyer.entry)));
    other.post(&format!("{}/checked", keyer.entry), &[]).await.expect(303);
    let page = reader.get(&format!("{call}/responses/{reference}")).await.expect(200);
    assert!(page.text(".fm-facts").contains("Checked against the original by OnPlatform(Moderator)"));
});

on_both!(an_entry_is_for_whoever_writes_it_and_those_who_may_see_names, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut keyer = Keyer::begin(&house, "2022-12-05").await;
    keyer.name().await;
    let list = format!("/team/calls/{}/entering", house.call.slug);
    let mut owner = house.browser_of(Who::OnCall(Role::Owner));
    let page = owner.get(&list).await.expect(200);
    assert!(page.text("tbody").contains("OnCall(Moderator)") && !page.body.contains("Sioned"));
    for there in ["", "/answer/about", "/discard", "/receipt", "/receipt.docx"] {
        let page = owner.get(&format!("{}{there}", keyer.entry)).await.expect(409);
        assert!(!page.body.contains("Sioned Parry"), "{there}");
    }
    owner.post(&format!("{}/answer/about", keyer.entry), &[("name", "Another")]).await.expect(409);
    let mut coder = house.browser_of(Who::OnCall(Role::Coder));
    coder.get(&list).await.expect(403);
    let page = house
        .browser_of(Who::OnPlatform(Role::Moderator))
        .get(&format!("{}/answer/about", keyer.entry))
        .await;
    assert_eq!(page.expect(200).attribute("#name", "value").as_deref(), Some("Sioned Parry"));
    // The secret of an entry is nobody's: the pages for respondents know nothing of it.
    let page = keyer.browser.get(&format!("/calls/{}/answer/about", house.call.slug)).await;
    assert!(!page.body.contains("Sioned Parry"));
    keyer.browser.post(&format!("{}/discard", keyer.entry), &[]).await.expect(303);
    keyer.browser.get(&keyer.entry).await.expect(404);
    assert_eq!(entering::count(&house.data.services, house.call.id).await.expect("a count"), 0);
});

on_both!(the_day_it_came_is_what_counts, |data: Throwaway| async move {
    let house = House::new(data).await;
    house.set_clock("2023-01-20 12:00:00");
    let mut keyer = Keyer::begin(&house, "2023-01-09").await;
    keyer.name().await;
    let no = house.choice(ASKED.route, "No");
    keyer.send("1", &[("answer", &no)]).await;
    keyer.send("check", &[]).await;
    let new = format!("/team/calls/{}/entering/new", house.call.slug);
    let late = [("channel", "email"), ("received", "2023-01-10"), ("language", "en")];
    let page = keyer.browser.post(&new, &late).await.expect(422);
    assert!(page.has("#late-reason-error"), "{}", page.text("main"));
    let reason = [late.as_slice(), &[("late-reason", "It was sent to the old address.")]].concat();
    let page = keyer.browser.post(&new, &reason).await.expect(422);
    assert!(page.text("#received-error").contains("Only an owner"), "a moderator gives no leave");
    assert_eq!(page.text("#late-reason"), "It was sent to the old address.", "what was typed is there");
    let mut owner = house.browser_of(Who::OnCall(Role::Owner));
    let to = owner.post(&new, &reason).await.expect(303).location().expect("the first step");
    let entry = to.trim_end_matches("/answer/who").to_owned();
    for (step, fields) in [
        ("who", [("kind", "individual")]),
        ("about", [("name", "")]),
        ("1", [("answer", no.as_str())]),
        ("consent", [("consent", "not-at-all")]),
        ("check", [("note", "")]),
    ] {
        owner.post(&format!("{entry}/answer/{step}"), &fields).await.expect(303);
    }
    let all = read::list(&house.data.services, house.call.id, 0, 9).await.expect("the responses");
    let late: Vec<_> = all.iter().map(|one| (one.channel.as_str(), one.late)).collect();
    assert_eq!(late, [("paper", false), ("email", true)]);
});

on_both!(what_cannot_be_an_answer_is_kept_as_it_was_typed, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut keyer = Keyer::begin(&house, "2022-12-05").await;
    let address = format!("{}/answer/1", keyer.entry);
    let (yes, no) = (house.choice(ASKED.route, "Yes"), house.choice(ASKED.route, "No"));
    let page = keyer.browser.post(&address, &[("answer", &yes), ("answer", &no)]).await.expect(422);
    assert!(page.has("#answer-error"));
    let page = keyer.browser.get(&format!("{}/answer/check", keyer.entry)).await.expect(200);
    assert!(!page.has("main form"), "it is put right before it is stored");
    assert_eq!(keyer.send("1", &[]).await, format!("{}/answer/3", keyer.entry), "or left out, with a note");
    assert_eq!(keyer.send("3", &[("contents", "1")]).await, keyer.entry);
    let list = format!("/team/calls/{}/entering", house.call.slug);
    assert_eq!(keyer.send("4", &[("answer", "Here"), ("later", "1")]).await, list);
    let page = keyer.browser.get(&format!("{}/answer/4", keyer.entry)).await.expect(200);
    assert_eq!(page.attribute("#answer", "value").as_deref(), Some("Here"));
});

on_both!(what_comes_in_welsh_has_a_receipt_in_welsh, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut browser = house.browser_of(Who::OnCall(Role::Moderator));
    let fields = [("channel", "telephone"), ("received", "2022-12-05"), ("language", "cy")];
    let new = format!("/team/calls/{}/entering/new", house.call.slug);
    let to = browser.post(&new, &fields).await.expect(303).location().expect("the first step");
    let mut keyer = Keyer { browser, entry: to.trim_end_matches("/answer/who").to_owned() };
    keyer.name().await;
    let no = house.choice(ASKED.route, "No");
    keyer.send("1", &[("answer", &no)]).await;
    keyer.send("check", &[]).await;
    let page = keyer.browser.get(&format!("{}/receipt", keyer.entry)).await.expect(200);
    assert!(page.text("main").contains("dros y ffôn") && page.body.contains("lang=\"cy\""));
    let document = keyer.browser.get(&format!("{}/receipt.docx", keyer.entry)).await.expect(200);
    assert!(document.header("content-disposition").contains("-cy-receipt.docx"));
});
