//! Marks on answers, in the browser.

use domain::people::Role;
use services::on_both;
use services::testing::Throwaway;
use services::testing::evidence::{Evidence, Sent, individual};

use crate::support::{House, Who};

on_both!(a_coder_marks_an_answer_without_script_and_a_reader_sees_it, |data: Throwaway| async move {
    let house = House::new(data).await;
    let evidence = Evidence::new(&house.data.services).await;
    let mut references = Vec::new();
    for text in ["Nobody came.", "Somebody came."] {
        references.push(
            evidence.send(Sent { about: individual(), text: text.to_owned(), ..Sent::default() }).await,
        );
    }
    let base = format!("/team/calls/{}", evidence.call.slug);
    let one = format!("{base}/responses/{}", references[0]);
    let mut coder = house.browser_of(Who::OnPlatform(Role::Coder));
    let page = coder.get(&one).await.expect(200);
    let action = page.attribute(".fm-marks form", "action").expect("a form");
    let answer = page.attribute(".fm-marks input[name=answer]", "value").expect("the answer");
    let buttons = page.texts(".fm-marks button");
    assert_eq!(buttons, ["Agrees", "Disagrees", "Mixed", "Unclear", "Rich in evidence"]);
    let mark = |value| [("answer", answer.clone()), ("mark", value)];
    let mut send = async |value: &str| {
        let fields = mark(value.to_owned());
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        coder.submit(&action, &fields).await.expect(200)
    };
    let page = send("disagree").await;
    assert_eq!(page.texts(".fm-mark[aria-pressed=true]"), ["Disagrees"]);
    assert_eq!(page.attribute(".fm-mark[aria-pressed=true]", "value").as_deref(), Some("no-stance"));
    assert!(
        page.text(".fm-marks__set li").starts_with("Disagrees OnPlatform(Coder) · "),
        "{}",
        page.text(".fm-marks__set li")
    );
    assert!(page.text(".govuk-details__text").contains("marked an answer: Disagrees"));
    send("evidence-rich").await;
    let page = send("mixed").await;
    assert_eq!(page.texts(".fm-mark[aria-pressed=true]"), ["Mixed", "Rich in evidence"]);

    let mut reader = house.browser_of(Who::OnPlatform(Role::Reader));
    let page = reader.get(&one).await.expect(200);
    assert!(!page.has(".fm-marks form") && page.has(".fm-marks__set li"), "a reader sees and sets nothing");
    reader.post(&action, &[("answer", &answer), ("mark", "agree")]).await.expect(403);
    let page = reader.get(&format!("{base}/responses?marked=evidence-rich")).await.expect(200);
    assert_eq!(page.texts("tbody th"), [references[0].clone()]);
    let page = reader.get(&format!("{base}/stances")).await.expect(200);
    assert_eq!(page.texts("tbody tr:first-child td")[..5], ["2", "0 (0%)", "0 (0%)", "1 (50%)", "0 (0%)"]);

    let page = coder.submit(&format!("{one}/undo"), &[]).await.expect(200);
    assert!(page.text(".govuk-notification-banner").contains("Undone: marked an answer otherwise: Mixed."));
    assert_eq!(page.texts(".fm-mark[aria-pressed=true]"), ["Disagrees", "Rich in evidence"]);
    coder.post(&action, &[("answer", &answer), ("mark", "no-such-mark")]).await.expect(422);
    coder.post(&action, &[("answer", "x"), ("mark", "agree")]).await.expect(404);
    let taken = coder.submit(&action, &[("answer", &answer), ("mark", "no-evidence")]).await.expect(200);
    assert_eq!(taken.texts(".fm-mark[aria-pressed=true]"), ["Disagrees"]);
});

on_both!(the_workbench_is_told_of_marks_as_json, |data: Throwaway| async move {
    let house = House::new(data).await;
    let evidence = Evidence::new(&house.data.services).await;
    let reference =
        evidence.send(Sent { about: individual(), text: "Nobody came.".to_owned(), ..Sent::default() }).await;
    let one = format!("/team/calls/{}/responses/{reference}", evidence.call.slug);
    let mut coder = house.browser_of(Who::OnPlatform(Role::Coder)).with("accept", "application/json");
    let page = coder.get(&one).await.expect(200);
    let answer = page.attribute(".fm-marks input[name=answer]", "value").expect("the answer");
    let told =
        coder.post(&format!("{one}/marks"), &[("answer", &answer), ("mark", "unclear")]).await.expect(200);
    let told: serde_json::Value = serde_json::from_str(&told.body).expect("JSON");
    assert_eq!(told["message"], "Marked: Unclear.");
    assert_eq!((&told["marks"][0]["mark"], &told["marks"][0]["mine"]), (&"unclear".into(), &true.into()));
    let told = coder.post(&format!("{one}/undo"), &[]).await.expect(200);
    let told: serde_json::Value = serde_json::from_str(&told.body).expect("JSON");
    assert_eq!(told["marks"], serde_json::json!([]), "an undo tells of them too");
});
