//! A file that is brought in by the browser: checked before anything is written, brought in whole and once, and forgotten.

use chrono::TimeDelta;
use domain::forms::Form;
use domain::people::Role;
use domain::responses::columns::{ImportState, Target, read_targets};
use sea_orm::{EntityTrait, PaginatorTrait};
use services::calls::{Call, Questionnaire, questionnaire};
use services::responses::import::batch::{self, Batch, Counts, Meanings};
use services::responses::import::{Map, of_csv, worker};
use services::responses::read;
use services::store::entities::{audit, import_row, response};
use services::testing::Throwaway;
use services::{Failure, Services, on_both};
use uuid::Uuid;

use super::world::{by, call, put_right};

/// What the columns `id`, `home`, `who` and `kind` are.
const COLUMNS: [Target; 4] = [Target::Id, Target::Answer(1), Target::Answer(3), Target::Kind];

async fn uploaded(services: &Services, call: &Call, csv: &str) -> Batch {
    let table = of_csv(csv).expect("a table");
    let id = batch::keep(services, call, "file.csv", table).await.expect("kept").expect("it has rows");
    batch::find(services, call.id, id).await.expect("it is there")
}

async fn form(services: &Services, call: &Call) -> Questionnaire {
    questionnaire(services.db.read(), call.id).await.expect("the questions")
}

/// Says what the columns are, and has every row checked.
async fn checked(
    services: &Services,
    call: &Call,
    held: &Batch,
    targets: &[Target],
    meanings: Meanings,
) -> Batch {
    let map = batch::built(held, targets, &form(services, call).await, ";", meanings);
    batch::map(services, call, held, &map, ImportState::Checking).await.expect("said");
    worker::catch_up(services).await.expect("checked");
    batch::find(services, call.id, held.id).await.expect("it is there")
}

async fn brought_in(services: &Services, call: &Call, held: &Batch) -> Batch {
    batch::begin(services, call, held).await.expect("begun");
    worker::catch_up(services).await.expect("brought in");
    batch::find(services, call.id, held.id).await.expect("it is there")
}

async fn responses(services: &Services) -> u64 {
    response::Entity::find().count(services.db.read()).await.expect("a count")
}

async fn rows(services: &Services) -> Vec<import_row::Model> {
    import_row::Entity::find().all(services.db.read()).await.expect("the rows")
}

const CSV: &str =
    "id,home,who,kind\n1,Yes,A nurse;Nobody,individual\n2,Perhaps,,individual\n3,No,a neighbour,\n";

on_both!(nothing_is_written_before_it_was_seen_and_then_the_good_rows_are, |data: Throwaway| async move {
    let call = call(&data.services).await;
    let analyst = by(&data.services, &call, Role::LeadAnalyst, "Tomasz").await;
    let held = uploaded(&analyst, &call, CSV).await;
    let held = checked(&analyst, &call, &held, &COLUMNS, Meanings::new()).await;
    let counts = Counts { rows: 3, seen: 3, good: 2, bad: 1, ..Counts::default() };
    assert_eq!((held.state, held.counts), (ImportState::Checked, counts));
    let bad = batch::bad_rows(&analyst, held.id, 9).await.expect("the bad rows");
    assert_eq!((bad.len(), bad[0].line, bad[0].column.as_str()), (1, 3, "home"));
    assert!(bad[0].reason.contains("\"Perhaps\" is not among the choices"), "{}", bad[0].reason);
    assert_eq!(responses(&analyst).await, 0, "nothing was written");

    let held = brought_in(&analyst, &call, &held).await;
    assert_eq!(
        (held.state, held.counts.imported, held.by_name.as_deref()),
        (ImportState::Done, 2, Some("Tomasz"))
    );
    let all = read::list(&analyst, call.id, 0, 9).await.expect("the responses");
    assert!(all.iter().all(|one| one.channel == "import"));
    let left = rows(&analyst).await;
    assert_eq!((left.len(), left[0].cells.as_str()), (1, "[]"), "only the reasons are left");
    let acts = audit::Entity::find().all(analyst.db.read()).await.expect("the audit");
    for act in ["import-uploaded", "import-mapped", "import-begun", "responses-imported"] {
        let found: Vec<_> = acts.iter().filter(|row| row.act == act).collect();
        assert_eq!((found.len(), found[0].actor_id), (1, analyst.by.person()), "{act}");
    }

    let again = uploaded(&analyst, &call, CSV).await;
    let again = checked(&analyst, &call, &again, &COLUMNS, Meanings::new()).await;
    assert_eq!((again.counts.good, again.counts.there), (0, 2), "the same file adds nothing");
    batch::begin(&analyst, &call, &again).await.expect_err("there is nothing to bring in");
    assert_eq!(responses(&analyst).await, 2);
});

on_both!(what_is_brought_in_answers_the_words_of_its_day, |data: Throwaway| async move {
    let call = call(&data.services).await;
    let services = &data.services;
    put_right(services, &call).await;
    let held = uploaded(services, &call, "id,home,who,kind\n1,Yes indeed,A nurse,individual\n").await;
    let held = checked(services, &call, &held, &COLUMNS, Meanings::new()).await;
    brought_in(services, &call, &held).await;
    let all = read::list(services, call.id, 0, 9).await.expect("the responses");
    let answers = read::answers(services, all[0].id).await.expect("its answers");
    let said: Vec<_> = answers.iter().map(|answer| (answer.wording, answer.text.as_str())).collect();
    assert_eq!(said, [(2, "Yes indeed"), (1, "A nurse")]);
});

on_both!(what_ends_in_the_middle_goes_on_where_it_was, |data: Throwaway| async move {
    let call = call(&data.services).await;
    let services = &data.services;
    let lines: Vec<String> = (0..450).map(|id| format!("{id},Yes,,\n")).collect();
    let csv = format!("id,home,who,kind\n{}0,No,,\n", lines.concat());
    let held = uploaded(services, &call, &csv).await;
    let map = batch::built(&held, &COLUMNS, &form(services, &call).await, ";", Meanings::new());
    batch::map(services, &call, &held, &map, ImportState::Checking).await.expect("said");
    for seen in [200, 400, 451] {
        assert!(worker::step(services).await.expect("some rows"));
        let now = batch::find(services, call.id, held.id).await.expect("it is there");
        assert_eq!((now.state, now.counts.seen), (ImportState::Checking, seen), "each turn is whole");
    }
    worker::catch_up(services).await.expect("checked");
    let held = batch::find(services, call.id, held.id).await.expect("it is there");
    assert_eq!((held.counts.good, held.counts.bad), (450, 1), "a row that comes twice is taken once");
    batch::begin(services, &call, &held).await.expect("begun");
    assert!(worker::step(services).await.expect("some rows"));
    let now = batch::find(services, call.id, held.id).await.expect("it is there");
    assert_eq!((now.counts.imported, responses(services).await), (200, 200), "what is counted is in");
    // Two programs at work on one database at one moment.
    let (one, other) = (services.clone(), services.clone());
    let both = tokio::join!(worker::catch_up(&one), worker::catch_up(&other));
    both.0.and(both.1).expect("both end");
    assert_eq!(responses(services).await, 450);
    let done = batch::find(services, call.id, held.id).await.expect("it is there");
    assert_eq!((done.state, done.counts.imported), (ImportState::Done, 450));
});

on_both!(a_file_is_forgotten_after_some_days_and_at_once_when_discarded, |data: Throwaway| async move {
    let call = call(&data.services).await;
    let services = &data.services;
    let first = uploaded(services, &call, CSV).await;
    batch::discard(services, &call, &first).await.expect("discarded");
    assert!(rows(services).await.is_empty());
    batch::discard(services, &call, &first).await.expect_err("it is gone");
    let second = uploaded(services, &call, CSV).await;
    services.clock.set(services.clock.now() + batch::KEPT - TimeDelta::seconds(1));
    batch::forget(services).await.expect("looked");
    assert_eq!(rows(services).await.len(), 3);
    services.clock.set(services.clock.now() + TimeDelta::seconds(2));
    worker::catch_up(services).await.expect("forgotten");
    assert!(rows(services).await.is_empty());
    let second = batch::find(services, call.id, second.id).await.expect("that it was here is known");
    assert_eq!(second.state, ImportState::Discarded);
});

on_both!(what_is_called_otherwise_is_understood_once_somebody_says_it, |data: Throwaway| async move {
    let call = call(&data.services).await;
    let services = &data.services;
    let form = form(services, &call).await;
    let csv = "id,home,who,kind\n1,yep,nurse;Nobody,Member of the public\n2,nope,,??\n";
    let held = uploaded(services, &call, csv).await;
    let unknown = batch::unknown(services, &held, &COLUMNS, &form, ";", &[]).await.expect("looked");
    let said: Vec<(usize, Vec<&str>)> = unknown
        .iter()
        .map(|one| (one.column, one.values.iter().map(|(value, _)| value.as_str()).collect()))
        .collect();
    assert_eq!(said, [(1, vec!["nope", "yep"]), (2, vec!["nurse"]), (3, vec!["??", "Member of the public"])]);
    let proposed = |column: usize, at: usize| unknown[column].values[at].1.as_deref();
    assert_eq!((proposed(1, 0), proposed(2, 1), proposed(2, 0)), (Some("A nurse"), Some("individual"), None));
    let mean = |pairs: &[(&str, &str)]| {
        pairs.iter().map(|(theirs, ours)| ((*theirs).to_owned(), (*ours).to_owned())).collect()
    };
    let meanings = Meanings::from([
        ("home".to_owned(), mean(&[("yep", "Yes"), ("nope", "No")])),
        ("who".to_owned(), mean(&[("nurse", "A nurse")])),
        ("kind".to_owned(), mean(&[("Member of the public", "individual"), ("??", "")])),
    ]);
    let held = checked(services, &call, &held, &COLUMNS, meanings).await;
    assert_eq!((held.counts.good, held.counts.bad), (2, 0));
    brought_in(services, &call, &held).await;
    let all = read::list(services, call.id, 0, 9).await.expect("the responses");
    let mut texts = Vec::new();
    for one in &all {
        let answers = read::answers(services, one.id).await.expect("answers");
        texts.push(answers.into_iter().map(|answer| answer.text).collect::<Vec<_>>().join(" | "));
    }
    texts.sort();
    assert_eq!(texts, ["No", "Yes | A nurse\nNobody"]);

    // The next file with the same columns is understood as this one was.
    let next = uploaded(services, &call, "id,home,who,kind\n9,yep,,\n").await;
    let samples = batch::samples(services, &next).await.expect("samples");
    let (targets, again) = batch::propose(services, &next, &form, &samples).await.expect("proposed");
    assert_eq!((targets.as_slice(), again), (COLUMNS.as_slice(), true));
    let map = batch::earlier(services, &next).await.expect("looked").expect("a map");
    assert_eq!(map.values["home"]["yep"], "Yes");
});

on_both!(pieces_of_evidence_are_brought_in_as_an_export_has_them, |data: Throwaway| async move {
    let (services, call) = (&data.services, call(&data.services).await);
    let form = form(services, &call).await;
    let headings = form.questions[3].columns();
    // The first piece in part, the second with what it may be called elsewhere, and a third row that says what nobody can know.
    let row = |id: u32, said: &[(usize, &str)]| {
        let cell = |at| said.iter().find(|(held, _)| *held == at).map_or("", |(_, cell)| *cell);
        format!("{id},{}", (0..headings.len()).map(cell).collect::<Vec<_>>().join(","))
    };
    let rows = [
        format!("id,{}", headings.join(",")),
        row(1, &[(0, "The bus was late."), (6, "no"), (7, "Nobody came."), (13, "Certainly")]),
        row(2, &[(0, "We waited."), (5, "Some day")]),
    ];
    let held = uploaded(services, &call, &format!("{}\n", rows.join("\n"))).await;
    let samples = batch::samples(services, &held).await.expect("samples");
    let (targets, _) = batch::propose(services, &held, &form, &samples).await.expect("proposed");
    let cells = (0..headings.len()).map(|at| Target::Cell(4, at));
    assert_eq!(targets, std::iter::once(Target::Id).chain(cells).collect::<Vec<_>>());
    let unknown = batch::unknown(services, &held, &targets, &form, ";", &[]).await.expect("looked");
    let said: Vec<(usize, &str)> = unknown.iter().map(|one| (one.column, one.values[0].0.as_str())).collect();
    assert_eq!(said, [(14, "Certainly")]);
    let means = std::iter::once(("Certainly".to_owned(), "Yes".to_owned())).collect();
    let meanings = Meanings::from([(headings[13].clone(), means)]);
    let held = checked(services, &call, &held, &targets, meanings).await;
    let map = held.map.clone().expect("a map");
    assert_eq!(batch::targets_of(&map, &held.heading, &form), targets);
    let bad = batch::bad_rows(services, held.id, 9).await.expect("bad rows");
    assert_eq!(bad.iter().map(|bad| bad.line).collect::<Vec<_>>(), [3]);
    brought_in(services, &call, &held).await;
    let one = read::list(services, call.id, 0, 9).await.expect("the responses").remove(0);
    let answers = read::answers(services, one.id).await.expect("answers");
    let expected = "Evidence 1\nWhat it shows: The bus was late.\nMay be published: No\n\n\
                    Evidence 2\nWhat it shows: Nobody came.\nMay be published: Yes";
    assert_eq!(answers.iter().map(|answer| answer.text.as_str()).collect::<Vec<_>>(), [expected]);
});

on_both!(what_is_in_a_file_is_for_whoever_uploaded_it, |data: Throwaway| async move {
    let call = call(&data.services).await;
    let analyst = by(&data.services, &call, Role::LeadAnalyst, "Tomasz").await;
    let other = by(&data.services, &call, Role::LeadAnalyst, "Ada").await;
    let officer = by(&data.services, &call, Role::DataProtectionOfficer, "Dilys").await;
    let held = uploaded(&analyst, &call, CSV).await;
    assert!(held.opens(&analyst) && held.opens(&officer) && !held.opens(&other));
    assert!(batch::find(&analyst, Uuid::nil(), held.id).await.is_err(), "it is of this call alone");
    let checked = checked(&analyst, &call, &held, &COLUMNS, Meanings::new()).await;
    let map = checked.map.clone().unwrap_or_default();
    batch::begin(&analyst, &call, &checked).await.expect("begun");
    let refused = batch::map(&analyst, &call, &held, &map, ImportState::Checking).await;
    assert!(
        matches!(refused, Err(Failure::Refused("error-import-state"))),
        "nobody changes its columns meanwhile"
    );
});

#[test]
fn a_map_is_read_as_it_was_written() {
    let map = "id = \"id\"\nbetween = \",\"\nchannel = { value = \"paper\" }\n[questions]\n1 = \"home\"\n\
               2 = [\"a\", \"\"]\n3 = { nurse = \"A nurse\" }\n[why]\n3 = \"why\"\n[values.home]\nyep = \"Yes\"\n";
    let map = Map::parse(map).expect("a map");
    let text = serde_json::to_string(&map).expect("text");
    assert_eq!(serde_json::from_str::<Map>(&text).expect("the same"), map);
}

#[test]
fn nothing_is_two_columns_at_once() {
    let form = Form::from_pairs([("column-0", "id"), ("column-1", "id")]);
    let problems = read_targets(&form, 2, &Questionnaire::default()).expect_err("twice");
    assert!(problems.at("column-1").is_some());
}
