//! The files of two other programs, in invented words, from the first proposal to the responses.

use domain::responses::columns::{ImportState, Shape, Target};
use services::calls::{Call, questionnaire};
use services::responses::import::batch::{self, Meanings};
use services::responses::import::{of_csv, worker};
use services::responses::{Response, read};
use services::testing::Throwaway;
use services::{Services, on_both};

use super::world::call;

const QUALTRICS: &str = "StartDate,Status,IPAddress,Finished,RecordedDate,ResponseId,UserLanguage,Q1,Q2,Q3_1,Q3_2,Q3_why\n\
    Start Date,Response Type,IP Address,Finished,Recorded Date,Response ID,User Language,Did you go home?,What helped?,Who helped? - Selected Choice - A nurse,Who helped? - Selected Choice - A neighbour,Who helped? - Reasons\n\
    \"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"status\"\"}\",\"{\"\"ImportId\"\":\"\"ipAddress\"\"}\",\"{\"\"ImportId\"\":\"\"finished\"\"}\",\"{\"\"ImportId\"\":\"\"recordedDate\"\"}\",\"{\"\"ImportId\"\":\"\"_recordId\"\"}\",\"{\"\"ImportId\"\":\"\"userLanguage\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\",\"{\"\"ImportId\"\":\"\"QID2\"\"}\",\"{\"\"ImportId\"\":\"\"QID3_1\"\"}\",\"{\"\"ImportId\"\":\"\"QID3_2\"\"}\",\"{\"\"ImportId\"\":\"\"QID4\"\"}\"\n\
    2023-01-02 09:00:00,IP Address,127.0.0.1,True,2023-01-02 09:10:00,R_1abc,EN,Yes,A lift home,A nurse,,She rang\n\
    2023-01-02 09:00:00,Survey Preview,,True,2023-01-02 09:10:00,R_2abc,EN,Yes,Only a try,,,\n\
    2023-01-03 09:00:00,IP Address,127.0.0.1,True,2023-01-03 09:10:00,R_3abc,CY,No,,,A neighbour,\n";

const CITIZEN_SPACE: &str = "Response ID,Date Submitted,What is your name?,1. Did you go home?,2. What helped?,3. Who helped?,3. Who helped?,3. Who helped?\n\
    ANON-1AAA-1AAA-1,2023-01-02 10:00:00,Nia Invented,Yes,A lift home,A nurse,,Nobody\n\
    ANON-2BBB-2BBB-2,03/01/2023,,No,,,A neighbour,\n";

async fn all(services: &Services, call: &Call, csv: &str, shape: Shape) -> Vec<(Response, Vec<String>)> {
    let table = of_csv(csv).expect("a table");
    let id = batch::keep(services, call, "export.csv", table).await.expect("kept").expect("rows");
    let held = batch::find(services, call.id, id).await.expect("it is there");
    assert_eq!(held.shape, shape);
    let form = questionnaire(services.db.read(), call.id).await.expect("the questions");
    let samples = batch::samples(services, &held).await.expect("samples");
    let (targets, _) = batch::propose(services, &held, &form, &samples).await.expect("proposed");
    let answers =
        targets.iter().filter(|target| matches!(target, Target::Answer(_) | Target::Choice(..))).count();
    assert!(answers >= 4, "{targets:?}");
    let unknown =
        batch::unknown(services, &held, &targets, &form, shape.between(), &[]).await.expect("looked");
    let meanings: Meanings = unknown
        .iter()
        .map(|one| {
            let meant = one.values.iter().filter_map(|(value, ours)| Some((value.clone(), ours.clone()?)));
            (held.heading[one.column].clone(), meant.collect())
        })
        .collect();
    let map = batch::built(&held, &targets, &form, shape.between(), meanings);
    batch::map(services, call, &held, &map, ImportState::Checking).await.expect("said");
    worker::catch_up(services).await.expect("checked");
    let bad = batch::bad_rows(services, id, 9).await.expect("bad rows");
    assert_eq!(bad, []);
    let held = batch::find(services, call.id, id).await.expect("it is there");
    batch::begin(services, call, &held).await.expect("begun");
    worker::catch_up(services).await.expect("brought in");
    let mut found = Vec::new();
    for one in read::list(services, call.id, 0, 9).await.expect("the responses") {
        let texts =
            read::answers(services, one.id).await.expect("answers").into_iter().map(|answer| answer.text);
        found.push((one, texts.collect()));
    }
    found
}

on_both!(an_export_of_qualtrics_is_brought_in_as_it_is_proposed, |data: Throwaway| async move {
    let call = call(&data.services).await;
    let found = all(&data.services, &call, QUALTRICS, Shape::Qualtrics).await;
    assert_eq!(found.len(), 2, "a preview is no response");
    let (first, texts) = &found[0];
    assert_eq!(first.submitted_at.to_rfc3339(), "2023-01-02T09:10:00+00:00");
    assert_eq!(texts, &["Yes", "A lift home", "A nurse\n\nShe rang"]);
    let (second, texts) = &found[1];
    assert_eq!((second.language.as_str(), texts), ("cy", &vec!["No".to_owned(), "A neighbour".to_owned()]));
});

on_both!(an_export_of_citizen_space_is_brought_in_as_it_is_proposed, |data: Throwaway| async move {
    let call = call(&data.services).await;
    let found = all(&data.services, &call, CITIZEN_SPACE, Shape::CitizenSpace).await;
    let (first, texts) = &found[0];
    assert_eq!(first.name, "Nia Invented");
    assert_eq!(texts, &["Yes", "A lift home", "A nurse\nNobody"]);
    let (second, texts) = &found[1];
    assert_eq!(second.submitted_at.to_rfc3339(), "2023-01-03T12:00:00+00:00");
    assert_eq!(texts, &["No", "A neighbour"]);
});
