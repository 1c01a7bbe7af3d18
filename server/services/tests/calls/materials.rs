//! Documents beside a call: kept while anybody needs them, copied with it, and what people hear of their changes.

use chrono::TimeDelta;
use domain::audit::Act;
use domain::calls::{CallAct, Format, MaterialChange, MaterialDetails, Tongue, VariantDetails};
use domain::files::ScanState;
use domain::{Language, calls::CallState};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::calls::materials::{self, Held, Material, Source};
use services::calls::{Call, edit};
use services::files::{Clamd, Files, Incoming, Program, Settings, check, worker};
use services::store::entities::{audit, file};
use services::testing::Throwaway;
use services::{Failure, Services, on_both};
use uuid::Uuid;

use crate::world::{again, call, details, form, later, long, problem, put, ready, reason, section};

/// The same services, whose files are all taken for this kind.
fn taking(data: &Throwaway, kind: &str, clamd: Option<Clamd>) -> Services {
    let says = format!("cat >/dev/null; echo is {kind}; echo nothing; echo");
    let program = Program(["/bin/sh", "-c", says.as_str()].map(Into::into).to_vec());
    let settings = Settings { program, clamd, ..Settings::default() };
    let files = Files::new(&data.place.files(), settings).expect("a place for documents");
    data.services.clone().with_files(files)
}

fn titled(title: &str, question: Option<Uuid>) -> MaterialDetails {
    let empty = String::new;
    MaterialDetails {
        title: title.to_owned(),
        title_cy: empty(),
        summary: empty(),
        summary_cy: empty(),
        question,
    }
}

fn said(format: Format, language: Tongue, link: Option<&str>) -> VariantDetails {
    VariantDetails { format, language, note: String::new(), link: link.map(str::to_owned) }
}

fn source(services: &Services, name: &str, bytes: &[u8]) -> Source {
    let mut incoming = Incoming::new(&services.files).expect("a place for it");
    incoming.take(bytes).expect("taken");
    Source { incoming, name: name.to_owned() }
}

/// A document with the main variant as a file of these bytes.
async fn with_file(services: &Services, call: &Call, title: &str, bytes: &[u8]) -> Uuid {
    let id = materials::add(services, call.id, titled(title, None)).await.expect("added");
    let main = said(Format::Main, Tongue::English, None);
    let file = source(services, "a.pdf", bytes);
    materials::add_variant(services, (call.id, id), main, Some(file)).await.expect("a file");
    id
}

async fn list(services: &Services, call: &Call) -> Vec<Material> {
    materials::list(services, &again(services, call).await).await.expect("the documents")
}

fn titles(all: &[Material]) -> Vec<&str> {
    all.iter().map(|material| material.title.as_str()).collect()
}

async fn files(services: &Services) -> usize {
    file::Entity::find().all(services.db.read()).await.expect("the files").len()
}

on_both!(documents_are_added_said_anew_ordered_and_removed, |data: Throwaway| async move {
    let services = &taking(&data, "pdf", None);
    let made = call(services).await;
    let part = section(services, &made, "One").await;
    let asked = put(services, &made, long(part, "What happened?")).await;
    let first = with_file(services, &made, "First", b"first").await;
    let second = materials::add(services, made.id, titled("Second", Some(asked))).await.expect("added");
    let film = said(Format::Bsl, Tongue::Bsl, Some("https://films.example.org/1"));
    materials::add_variant(services, (made.id, second), film, None).await.expect("a link");
    materials::move_material(services, made.id, second, -1).await.expect("moved");
    materials::move_material(services, made.id, second, -1).await.expect("it stays");
    materials::change(services, made.id, first, titled("Another", None)).await.expect("changed");
    materials::change(services, made.id, first, titled("Another", None)).await.expect("as it was");
    let all = list(services, &made).await;
    assert_eq!(titles(&all), ["Second", "Another"]);
    assert_eq!((all[0].question, all[1].question), (Some(asked), None));
    assert!(matches!(&all[0].variants[0].held, Held::Link(link) if link.ends_with("/1")));
    assert!(matches!(&all[1].variants[0].held, Held::File(file) if file.size == 5));
    // The question goes, and what stood beside it stands beside the call.
    edit::remove_question(services, made.id, asked).await.expect("removed");
    assert_eq!(list(services, &made).await[0].question, None);
    let variant = all[1].variants[0].id;
    materials::remove_variant(services, (made.id, first), variant).await.expect("removed");
    materials::remove(services, made.id, second).await.expect("removed");
    assert_eq!(titles(&list(services, &made).await), ["Another"]);
    let acts = audit::Entity::find().filter(audit::Column::Subject.eq("material"));
    let acts: Vec<String> =
        acts.all(services.db.read()).await.expect("the audit").into_iter().map(|row| row.act).collect();
    let expected = [
        Act::MaterialAdded,
        Act::VariantAdded,
        Act::MaterialAdded,
        Act::VariantAdded,
        Act::MaterialMoved,
        Act::MaterialChanged,
        Act::VariantRemoved,
        Act::MaterialRemoved,
    ];
    assert_eq!(acts, expected.map(|act| act.to_string()), "what changed nothing is not on record");
});

on_both!(nobody_reaches_documents_by_way_of_another_call, |data: Throwaway| async move {
    let services = &taking(&data, "pdf", None);
    let (made, other) = (call(services).await, call(services).await);
    let id = with_file(services, &made, "Ours", b"ours").await;
    let variant = list(services, &made).await[0].variants[0].id;
    let gone = |done: Result<(), Failure>| assert!(matches!(done, Err(Failure::NotFound(_))), "{done:?}");
    gone(materials::change(services, other.id, id, titled("Theirs", None)).await);
    gone(materials::move_material(services, other.id, id, 1).await);
    gone(materials::remove(services, other.id, id).await);
    gone(materials::remove_variant(services, (other.id, id), variant).await);
    let link = said(Format::WebPage, Tongue::English, Some("https://example.org"));
    gone(materials::add_variant(services, (other.id, id), link, None).await);
    gone(materials::open(services, &other, variant).await.map(drop));
    assert_eq!(titles(&list(services, &made).await), ["Ours"]);
});

on_both!(a_file_is_kept_while_a_call_needs_it_and_no_longer, |data: Throwaway| async move {
    let services = &taking(&data, "pdf", None);
    let made = ready(services).await;
    let id = with_file(services, &made, "Ours", b"the same bytes").await;
    let slug = edit::create_like(services, details("Another"), &made, None).await.expect("a copy");
    let copy = services::calls::by_slug(services, &slug).await.expect("the copy");
    // A file that nobody needs, beside it.
    let wrong = materials::add_variant(
        services,
        (made.id, Uuid::nil()),
        said(Format::Main, Tongue::English, None),
        Some(source(services, "b.pdf", b"nobody needs these")),
    );
    assert!(matches!(wrong.await, Err(Failure::NotFound(_))));
    assert_eq!(files(services).await, 2);
    later(services, TimeDelta::hours(2));
    worker::catch_up(services).await.expect("swept");
    assert_eq!(files(services).await, 1, "what nobody needs is gone, and what is needed is not");
    materials::remove(services, made.id, id).await.expect("removed");
    worker::catch_up(services).await.expect("swept");
    assert_eq!(files(services).await, 1, "the copy needs it");
    let held = list(services, &copy).await;
    let (_, _, file) = materials::open(services, &copy, held[0].variants[0].id).await.expect("it opens");
    let report = check::check(services).await.expect("checked");
    assert!(report.whole() && report.files == 1, "{report:?}");
    std::fs::remove_file(data.place.files().join(&file.hash[..2]).join(&file.hash)).expect("it was there");
    let report = check::check(services).await.expect("checked");
    assert_eq!(report.missing, [file.hash], "a file beside a call is missed like any other");
    edit::perform(services, &again(services, &copy).await, CallAct::Delete).await.expect("deleted");
    worker::catch_up(services).await.expect("swept");
    assert_eq!(files(services).await, 0);
});

on_both!(a_copy_has_the_documents_beside_the_same_questions, |data: Throwaway| async move {
    let services = &taking(&data, "pdf", None);
    let made = ready(services).await;
    let asked = form(services, &made).await.questions[0].id;
    let second = with_file(services, &made, "For the question", b"bytes").await;
    materials::change(services, made.id, second, titled("For the question", Some(asked)))
        .await
        .expect("said");
    with_file(services, &made, "For the call", b"others").await;
    let slug = edit::create_like(services, details("Another"), &made, None).await.expect("a copy");
    let copy = services::calls::by_slug(services, &slug).await.expect("the copy");
    let (all, theirs) = (list(services, &copy).await, form(services, &copy).await);
    assert_eq!(titles(&all), ["For the question", "For the call"]);
    assert_eq!((all[0].question, all[1].question), (Some(theirs.questions[0].id), None));
    assert_ne!(theirs.questions[0].id, asked);
    materials::remove(services, copy.id, all[0].id).await.expect("its own");
    assert_eq!(list(services, &made).await.len(), 2);
});

on_both!(changes_are_told_from_the_announcement_on, |data: Throwaway| async move {
    let services = &taking(&data, "pdf", None);
    let made = ready(services).await;
    let id = with_file(services, &made, "Before", b"before").await;
    edit::announce(services, &made).await.expect("announced");
    let held = again(services, &made).await;
    assert!(materials::changes(services, &held).await.expect("none").is_empty());
    let easy = said(Format::EasyRead, Tongue::Welsh, None);
    let at = later(services, TimeDelta::days(2));
    let file = source(services, "e.pdf", b"easy");
    materials::add_variant(services, (made.id, id), easy, Some(file)).await.expect("added");
    later(services, TimeDelta::days(1));
    let empty = materials::add(services, made.id, titled("Not yet", None)).await.expect("added");
    materials::change(services, made.id, empty, titled("Not yet here", None)).await.expect("changed");
    materials::remove(services, made.id, empty).await.expect("nobody saw it");
    later(services, TimeDelta::days(1));
    materials::remove(services, made.id, id).await.expect("removed");
    let told = materials::changes(services, &again(services, &made).await).await.expect("the changes");
    let kinds: Vec<_> = told.iter().map(|change| (change.kind, change.variant)).collect();
    let easy = Some((Format::EasyRead, Tongue::Welsh));
    assert_eq!(kinds, [(MaterialChange::Removed, None), (MaterialChange::VariantAdded, easy)]);
    assert_eq!((told[1].at, told[1].title.as_str()), (at, "Before"));
});

on_both!(what_waits_for_the_scanner_is_not_handed_out, |data: Throwaway| async move {
    // Nobody listens there.
    let services = &taking(&data, "pdf", Some(Clamd::Tcp("127.0.0.1:1".to_owned())));
    let made = ready(services).await;
    with_file(services, &made, "Ours", b"ours").await;
    let held = again(services, &made).await;
    let variant = list(services, &made).await[0].variants[0].clone();
    assert_eq!(variant.scan(), Some(ScanState::Waiting));
    let open = materials::open(services, &held, variant.id).await;
    assert_eq!(reason(open.map(drop)), "error-document-waiting");
    let shown = materials::shown(services, &held, Language::English).await.expect("shown");
    assert_eq!(shown.len(), 1, "people see that it is to come");
    // What was read of the call before is kept; where its files stand is not.
    let infected =
        file::Entity::update_many().col_expr(file::Column::Scan, sea_orm::sea_query::Expr::value("infected"));
    let done = services.db.write::<_, Failure, _>(move |txn| {
        Box::pin(async move {
            infected.exec(txn).await?;
            Ok(())
        })
    });
    done.await.expect("a virus was found");
    let open = materials::open(services, &held, variant.id).await;
    assert_eq!(reason(open.map(drop)), "error-document-infected");
    let shown = materials::shown(services, &held, Language::English).await.expect("shown");
    assert!(shown.is_empty(), "{shown:?}");
    assert_eq!(list(services, &made).await[0].variants.len(), 1, "the team sees what became of it");
});

on_both!(welsh_pages_have_what_is_in_welsh_first, |data: Throwaway| async move {
    let services = &taking(&data, "pdf", None);
    let made = ready(services).await;
    let id = with_file(services, &made, "Ours", b"ours").await;
    for (format, language) in
        [(Format::EasyRead, Tongue::English), (Format::Main, Tongue::Welsh), (Format::Main, Tongue::Polish)]
    {
        let link = said(format, language, Some("https://example.org/a"));
        materials::add_variant(services, (made.id, id), link, None).await.expect("added");
    }
    let held = again(services, &made).await;
    let order = async |language| {
        let all = materials::shown(services, &held, language).await.expect("shown");
        all[0].variants.iter().map(|variant| variant.language).collect::<Vec<_>>()
    };
    assert_eq!(
        order(Language::English).await,
        [Tongue::English, Tongue::English, Tongue::Welsh, Tongue::Polish]
    );
    assert_eq!(
        order(Language::Welsh).await,
        [Tongue::Welsh, Tongue::English, Tongue::English, Tongue::Polish]
    );
});

on_both!(what_does_not_fit_is_refused_at_its_field, |data: Throwaway| async move {
    let services = &taking(&data, "mp3", None);
    let made = ready(services).await;
    let id = materials::add(services, made.id, titled("Ours", None)).await.expect("added");
    let put = async |format, name: &str, bytes: &[u8]| {
        let details = said(format, Tongue::English, None);
        let file = source(services, name, bytes);
        materials::add_variant(services, (made.id, id), details, Some(file)).await
    };
    let at = |message| ("file".to_owned(), message);
    assert_eq!(problem(put(Format::Main, "a.mp3", b"sound").await), at("error-variant-fits"));
    assert_eq!(problem(put(Format::Audio, "a.pdf", b"sound").await), at("error-file-wrong-ending"));
    assert_eq!(problem(put(Format::Audio, "a.mp3", b"").await), at("error-file-empty"));
    put(Format::Audio, "a.mp3", b"sound").await.expect("to listen to");
    assert_eq!(list(services, &made).await[0].variants.len(), 1);
});

on_both!(a_record_no_longer_changes, |data: Throwaway| async move {
    let services = &taking(&data, "pdf", None);
    let made = ready(services).await;
    let id = with_file(services, &made, "Ours", b"ours").await;
    edit::open_now(services, &again(services, &made).await).await.expect("open");
    later(services, TimeDelta::days(200));
    edit::publish_outcome(services, &again(services, &made).await).await.expect("its outcome");
    edit::perform(services, &again(services, &made).await, CallAct::Archive).await.expect("archived");
    let held = again(services, &made).await;
    assert_eq!(held.state(services.clock.now()), CallState::Archived);
    assert_eq!(reason(materials::remove(services, made.id, id).await), "error-call-archived");
    let variant = list(services, &made).await[0].variants[0].id;
    materials::open(services, &held, variant).await.expect("it stays readable");
});
