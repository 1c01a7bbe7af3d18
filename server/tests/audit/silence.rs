//! Nothing that a respondent wrote is ever in the audit.

use domain::outcomes::FindingDetails;
use domain::text::Span;
use sea_orm::EntityTrait;
use services::on_both;
use services::outcomes::findings;
use services::responses::import::{Map, import, read};
use services::responses::{export, read as responses};
use services::store::entities::audit;
use services::testing::Throwaway;

use super::house;
use crate::support::{ASKED, House};

/// A word that is in everything that respondents write here, and nowhere else.
const MARK: &str = "zinnober";

/// Answers everything in which words can be written, as someone who answers for others.
async fn respond(house: &House, kind: &str) {
    let mut browser = house.browser();
    let base = format!("/calls/{}", house.call.slug);
    browser.post(&format!("{base}/start"), &[]).await.expect(303);
    let (yes, about) = (house.choice(ASKED.route, "Yes"), format!("{MARK} about"));
    let about: [(&str, &str); 4] =
        [("name", &about), ("on-behalf-of", &about), ("organisation", &about), ("sector", "voluntary")];
    let words = format!("{MARK} words");
    for (step, fields) in [
        ("who", [("kind", kind)].as_slice()),
        ("about", &about),
        ("1", &[("answer", &yes)]),
        ("2", &[("answer", &words)]),
        ("3", &[]),
        ("4", &[("answer", &words)]),
        ("5", &[("answer", &words)]),
        ("consent", &[("consent", "with-name")]),
        ("check", &[]),
    ] {
        browser.post(&format!("{base}/answer/{step}"), fields).await.expect(303);
    }
    let reference = browser.get(&format!("{base}/confirmation")).await.text(".govuk-panel__body strong");
    assert!(!reference.is_empty(), "{kind} has answered");
    browser.post("/my-words", &[("reference", MARK), ("code", MARK)]).await.expect(422);
}

on_both!(nothing_that_respondents_write_is_in_the_audit, |data: Throwaway| async move {
    let (house, mut browser) = house(data).await;
    let (services, call) = (&house.data.services, &house.call);
    for kind in ["individual", "on-behalf", "organisation"] {
        respond(&house, kind).await;
    }
    house
        .browser()
        .post("/sign-in", &[("email", &format!("{MARK}@folkmoot.test")), ("password", MARK)])
        .await
        .expect(422);
    // Everything that the team does with responses.
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(format!("{MARK}.csv"));
    std::fs::write(&path, format!("id,home,words\n1,No,{MARK} imported\n")).expect("a file");
    let map = "id = \"id\"\n[questions]\n1 = \"home\"\n5 = \"words\"\n";
    let table = read(&path, None).expect("a table");
    let map = Map::parse(map).expect("a map");
    let report = import(services, &call.slug, &map, &table, None, false).await.expect("imported");
    assert_eq!(report.imported, 1, "{report:?}");
    export::csv(services, call.id, std::io::sink()).await.expect("exported");
    let details = FindingDetails { title: "A finding".to_owned(), text: "It rests on words.".to_owned() };
    let finding = findings::add(services, call.id, details, None).await.expect("a finding");
    let all = responses::list(services, call.id, 0, 10).await.expect("the responses");
    assert_eq!(all.len(), 4);
    for response in &all {
        let answers = responses::answers(services, response.id).await.expect("the answers");
        let written = answers.iter().find(|answer| answer.text.contains(MARK)).expect("words");
        let span = Span { start: 0, end: MARK.len() };
        findings::pick(services, &finding, written.id, span, None).await.expect("picked");
        let address = format!("/team/calls/{}/responses/{}", call.slug, response.reference);
        browser.get(&address).await.expect(200);
        browser.post(&format!("{address}/read"), &[("done", "yes")]).await;
    }
    findings::publish(services, &finding).await.expect("published");
    browser.get(&format!("/team/calls/{}/search?words={MARK}", call.slug)).await.expect(200);

    let rows = audit::Entity::find().all(services.db.read()).await.expect("the audit");
    for act in
        ["import-begun", "responses-imported", "responses-exported", "words-picked", "finding-published"]
    {
        assert!(rows.iter().any(|row| row.act == act), "{act} is on record");
    }
    assert!(!format!("{rows:?}").to_lowercase().contains(MARK));
    for form in ["csv", "json"] {
        let page = browser.post(&format!("/team/audit/{form}"), &[]).await.expect(200);
        assert!(!page.body.to_lowercase().contains(MARK), "{form}");
    }
    let page = browser.get("/team/audit").await.expect(200);
    assert!(!page.body.to_lowercase().contains(MARK));
});
