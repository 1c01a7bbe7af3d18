//! Hostile files, each through the whole portal: what is said stands beside the field, and nothing of them is kept.

use services::files::check;
use services::on_both;
use services::testing::Throwaway;
use services::testing::files::{docx, trials};

use super::{Sender, asking, listed};
use crate::support::House;

on_both!(each_hostile_file_is_told_beside_the_field, |data: Throwaway| async move {
    let house = House::new(data).await;
    asking(&house).await;
    let mut someone = Sender::new(&house).await;
    let mut told = std::collections::BTreeSet::new();
    for trial in trials() {
        let page = someone.attach(&[(trial.name, &trial.bytes)]).await;
        let Some(refusal) = trial.refusal else {
            page.expect(303);
            let hash = someone.look().await.attribute("button[name=remove]", "value").expect("it is there");
            someone.press(&[("remove", &hash)], &[]).await.expect(303);
            continue;
        };
        let page = page.expect(422);
        let (said, summary) = (page.text("#answer-error"), page.attribute(".govuk-error-summary a", "href"));
        assert!(said.contains(&format!("“{}”", trial.name)), "{} ({refusal}): {said}", trial.name);
        assert_eq!(summary.as_deref(), Some("#answer"), "{}", trial.name);
        assert!(page.has("#answer[type=file]") && listed(&page).is_empty(), "{}", trial.name);
        told.insert((refusal, said.replace(trial.name, "")));
    }
    let sorts: std::collections::BTreeSet<_> = told.iter().map(|(refusal, _)| *refusal).collect();
    assert_eq!(told.len(), sorts.len(), "one sentence for each reason, and another for each");
    let report = check::check(&house.data.services).await.expect("checked");
    assert!(report.files <= 10, "nothing that was refused is kept");
});

on_both!(limits_are_kept_and_said, |data: Throwaway| async move {
    let house = House::new(data).await;
    asking(&house).await;
    let settings = services::files::Settings { largest: 1024 * 1024, ..services::files::Settings::default() };
    let house = house.with_files(settings);
    let mut someone = Sender::new(&house).await;
    let large = vec![b'a'; 5 * 1024 * 1024];
    let page = someone.attach(&[("fits.txt", b"It fits."), ("large.txt", &large)]).await.expect(422);
    assert!(page.text("#answer-error").contains("“large.txt” is larger than 1 MB"), "{}", page.text("main"));
    assert_eq!(listed(&page), ["fits.txt"], "what fits is kept all the same");
    let page = someone.attach(&[("b.txt", b"b"), ("c.txt", b"c"), ("d.txt", b"d")]).await.expect(422);
    assert!(page.text("#answer-error").contains("“d.txt” was not attached: 3 is the most"));
    assert_eq!(listed(&page), ["fits.txt", "b.txt", "c.txt"]);
    let page = someone.attach(&[]).await.expect(422);
    assert!(page.text("#answer-error").contains("Choose a file, then press “Attach”"));
    // The same bytes again are there already.
    let hash = page.attribute("button[name=remove]", "value").expect("a way to remove it");
    someone.press(&[("remove", &hash)], &[]).await.expect(303);
    someone.attach(&[("again.txt", b"b")]).await.expect(303);
    assert_eq!(listed(&someone.look().await), ["b.txt", "c.txt"]);
    // Far more than a request may have is not read.
    let flood = vec![b'a'; 70 * 1024 * 1024];
    let page = someone.attach(&[("flood.txt", &flood)]).await;
    assert_eq!(page.status.as_u16(), 413, "{}", page.text("main"));
});

on_both!(a_required_document_must_be_there, |data: Throwaway| async move {
    use domain::calls::kinds::Documents;
    use domain::calls::{Asks, QuestionDetails};
    let house = House::new(data).await;
    let section = house.form.sections[1].id;
    let details = QuestionDetails::new(section, "Your documents", Asks::Documents(Documents::default()));
    let details = QuestionDetails { required: true, ..details };
    services::calls::edit::put_question(&house.data.services, house.call.id, None, details)
        .await
        .expect("one");
    let mut someone = Sender::new(&house).await;
    let page = someone.press(&[], &[]).await.expect(422);
    assert_eq!(page.text("#answer-error"), "Error: Attach a document");
    // A form without files is one as well.
    let step = someone.step();
    someone.browser.post(&step, &[("answer", "evidence.pdf")]).await.expect(422);
    someone.press(&[("later", "1")], &[]).await.expect(303);
    let check = someone.browser.get(&format!("{}/answer/check", someone.base)).await.expect(200);
    assert!(check.text("main").contains("Some answers are still needed"));
    someone.press(&[], &[("ours.docx", &docx(&["Ours."]))]).await.expect(303);
    someone.finish().await;
});
