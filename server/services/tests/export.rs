//! Exports, read back as a spreadsheet would read them.

use calamine::{Reader, Xlsx};
use chrono::TimeDelta;
use domain::calls::{Asks, CallDetails, CallKind, PrivacyNotice, QuestionDetails, SectionDetails};
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
    let words = |number: usize| format!("{}\nline two, with a comma", DANGEROUS[number % DANGEROUS.len()]);
    call_saying(services, (0..responses).map(words).collect()).await
}

/// A call with one question, and a response for each of these answers.
async fn call_saying(services: &Services, answers: Vec<String>) -> Uuid {
    let text = || "Text".to_owned();
    let details = CallDetails {
        kind: CallKind::CallForEvidence,
        title: "Export".to_owned(),
        summary: text(),
        remit: text(),
        commissioner: text(),
        contact: text(),
        privacy_notice: PrivacyNotice::from_parts(|_| text()),
        publication_policy: text(),
    };
    let slug = edit::create(services, details, None).await.expect("a call");
    let call = by_slug(services, &slug).await.expect("the call").id;
    let section =
        edit::add_section(services, call, SectionDetails::new(text(), "")).await.expect("a section");
    let question = QuestionDetails::new(section, "What, \"exactly\"?", Asks::long_text(None));
    let question = edit::put_question(services, call, None, question).await.expect("a question");
    let clock = services.clock.clone();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                for (number, words) in answers.into_iter().enumerate() {
                    let submission = Submission {
                        late: false,
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
                        answers: vec![SubmittedAnswer::written(question, words)],
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

on_both!(a_text_longer_than_a_cell_goes_on_and_nothing_is_lost, |data: Throwaway| async move {
    // A face is two units of UTF-16, as spreadsheets count.
    let long = ["Why? ".repeat(20_001), "😀".repeat(32_767), "x".repeat(32_768), "é".repeat(300_000)];
    let short = ["x".repeat(32_767), "😀".repeat(16_383), String::new()];
    let all = [&long[..], &short[..]].concat();
    let call = call_saying(&data.services, all.clone()).await;
    let mut out = std::io::Cursor::new(Vec::new());
    assert_eq!(export::xlsx(&data.services, call, &mut out).await.expect("an export"), all.len() as u64);
    let mut book: Xlsx<_> = Xlsx::new(out).expect("a workbook");
    let sheet = book.worksheet_range("Responses").expect("the sheet");
    let more = book.worksheet_range("Continued").expect("the second sheet");
    let title = sheet.rows().next().and_then(|row| row.last()).expect("a heading").to_string();
    let mut told = Vec::new();
    for row in sheet.rows().skip(1) {
        let (reference, cell) = (row[0].to_string(), row[row.len() - 1].to_string());
        assert!(cell.encode_utf16().count() <= 32_767);
        let mut text = cell.strip_suffix(export::GOES_ON).unwrap_or(&cell).to_owned();
        let rest: Vec<_> = more.rows().skip(1).filter(|part| part[0].to_string() == reference).collect();
        assert_eq!(rest.is_empty(), text == cell, "what goes on says so");
        for (number, part) in rest.into_iter().enumerate() {
            assert_eq!((part[1].to_string(), part[2].to_string()), (title.clone(), (number + 2).to_string()));
            text += &part[3].to_string();
        }
        told.push(text);
    }
    let (mut told, mut all) = (told, all);
    told.sort_unstable();
    all.sort_unstable();
    assert!(told == all, "what is read back is what was written");
});

on_both!(where_every_text_fits_there_is_one_sheet, |data: Throwaway| async move {
    let call = call_with(&data.services, 3).await;
    let mut out = std::io::Cursor::new(Vec::new());
    export::xlsx(&data.services, call, &mut out).await.expect("an export");
    let book: Xlsx<_> = Xlsx::new(out).expect("a workbook");
    assert_eq!(book.sheet_names(), ["Responses"]);
});
