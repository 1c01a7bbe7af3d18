//! Exports, read back as a spreadsheet would read them.

use calamine::{Reader, Xlsx};
use chrono::TimeDelta;
use domain::calls::{CallDetails, CallKind, QuestionDetails, QuestionKind};
use domain::responses::{About, Consent, RespondentKind};
use services::calls::{by_slug, edit, questionnaire};
use services::responses::export;
use services::responses::submit::{Submission, SubmittedAnswer, store};
use services::testing::{Throwaway, morning};
use services::{Failure, Services, on_both};
use uuid::Uuid;

/// Starts of cells that a spreadsheet would run.
const DANGEROUS: [&str; 5] = ["=HYPERLINK(\"http://example.org\")", "+1", "-1", "@SUM(A1)", "\tcmd"];

async fn call_with(services: &Services, responses: usize) -> Uuid {
    let text = || "Text".to_owned();
    let details = CallDetails {
        kind: CallKind::CallForEvidence,
        title: "Export".to_owned(),
        summary: text(),
        remit: text(),
        commissioner: text(),
        contact: text(),
        privacy_notice: text(),
        publication_policy: text(),
    };
    let slug = edit::create(services, details, None).await.expect("a call");
    let call = by_slug(services, &slug).await.expect("the call").id;
    let section = edit::add_section(services, call, text(), String::new()).await.expect("a section");
    let question = QuestionDetails {
        section,
        kind: QuestionKind::LongText,
        title: "What, \"exactly\"?".to_owned(),
        help: String::new(),
        required: false,
        word_limit: None,
        choices: Vec::new(),
        asked_if: None,
    };
    let question = edit::put_question(services, call, None, question).await.expect("a question");
    let clock = services.clock.clone();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                for number in 0..responses {
                    let words = format!("{}\nline two, with a comma", DANGEROUS[number % DANGEROUS.len()]);
                    let submission = Submission {
                        call,
                        key: format!("row {number}"),
                        about: About {
                            kind: Some(RespondentKind::Individual),
                            name: format!("=Name {number}"),
                            consent: Some(Consent::NotAtAll),
                            ..About::default()
                        },
                        channel: "online",
                        language: "en".to_owned(),
                        invented: true,
                        submitted_at: morning() + TimeDelta::seconds((number / 3) as i64),
                        answers: vec![SubmittedAnswer { question, text: words, choices: Vec::new() }],
                    };
                    store(txn, &clock, submission).await?;
                }
                Ok::<_, Failure>(())
            })
        })
        .await
        .expect("responses");
    call
}

on_both!(every_response_is_in_the_csv_once_and_no_cell_is_run, |data: Throwaway| async move {
    let call = call_with(&data.services, 1203).await;
    let mut out = Vec::new();
    assert_eq!(export::csv(&data.services, call, &mut out).await.expect("an export"), 1203);
    let mut reader = csv::Reader::from_reader(out.as_slice());
    let form = questionnaire(data.services.db.read(), call).await.expect("the form");
    assert_eq!(
        reader.headers().expect("a heading").iter().next_back(),
        Some(format!("1. {}", form.questions[0].title).as_str())
    );
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("rows");
    let references: std::collections::HashSet<&str> = rows.iter().filter_map(|row| row.get(0)).collect();
    assert_eq!((rows.len(), references.len()), (1203, 1203));
    let cells = rows.iter().flat_map(csv::StringRecord::iter);
    assert!(cells.clone().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])));
    assert!(cells.filter(|cell| cell.starts_with("'=Name")).count() == 1203);
});

on_both!(every_response_is_in_the_xlsx_as_text, |data: Throwaway| async move {
    let call = call_with(&data.services, 703).await;
    let mut out = std::io::Cursor::new(Vec::new());
    assert_eq!(export::xlsx(&data.services, call, &mut out).await.expect("an export"), 703);
    let mut book: Xlsx<_> = Xlsx::new(out).expect("a workbook");
    let sheet = book.worksheet_range("Responses").expect("the sheet");
    assert_eq!(sheet.height(), 704);
    let formulas = book.worksheet_formula("Responses").expect("formulas");
    assert!(formulas.cells().all(|(_, _, formula)| formula.is_empty()));
    assert!(sheet.rows().skip(1).all(|row| row[3].to_string().starts_with("=Name")));
});
