//! The page of one response: who answered, the workbench, and what was done.

use domain::people::Action;
use domain::responses::RespondentKind;
use domain::review::{Act, Mark};
use leptos::prelude::*;
use services::calls::{Call, Questionnaire};
use services::people::organisations::Organisation;
use services::responses::Response;
use services::responses::co_signing::CoSignatory;
use services::responses::gathering::record::Quoted;
use services::responses::read::Withdrawn;
use services::responses::together::sign_off::SignedResponse;
use services::review::flags::Flag;
use services::review::memos::Memo;
use services::review::{Entry, Told, Workbench as Bench, WorkbenchAnswer};

use super::list::{back, channel, language, late, received, who};
use super::marks::name;
use super::workbench::{Desk, DeskAnswer, DeskCode, DeskCoding, DeskMark, KEYS, Labels, Workbench};
use super::{documents, flags, glass, memos};
use crate::calls::corrected;
use crate::components::{Button, Hidden, Lines, when};
use crate::layout::{Main, allowed};
use crate::responses::entering::{self, Entered};
use crate::responses::gathering::quoted::sentence;
use crate::responses::names;
use crate::t;

/// What the page shows.
pub struct ResponsePage {
    pub call: Call,
    pub bench: Bench,
    pub codings: Vec<DeskCoding>,
    pub marks: Vec<DeskMark>,
    /// The memos on it, on its answers and on words of them.
    pub memos: Vec<Memo>,
    /// What was asked about it; none for whoever does not code.
    pub flags: Vec<Flag>,
    pub history: Vec<Entry>,
    /// What has just been undone or done again by whoever looks at the page.
    pub told: Option<Told>,
    /// The integrated care system that was named.
    pub system: Option<String>,
    /// The organisation of the directory that it is from.
    pub organisation: Option<Organisation>,
    /// Who has entered it, where one of the team has.
    pub entered: Option<Entered>,
    /// The sign-off by which it came, where the members of an organisation wrote it together.
    pub signed: Option<SignedResponse>,
    /// Those who signed it too.
    pub signatories: Vec<CoSignatory>,
    /// What it quotes of the stories that its organisation gathered. The stories themselves are its own.
    pub quoted: Option<Quoted>,
    /// Whether this person may apply codes.
    pub may_code: bool,
    /// What is asked now, and how it was put right.
    pub form: Questionnaire,
}

/// The page.
pub fn page(shown: ResponsePage) -> AnyView {
    let ResponsePage { call, bench, codings, marks, history, told, system, organisation, .. } = shown;
    let ResponsePage { entered, signed, signatories, quoted, memos, flags, may_code, form, .. } = shown;
    let entered = entered.map(|entered| entering::facts(&call, entered));
    let told = told.map(|told| super::told::notice(&told, &bench.response.reference));
    let base = format!("/team/calls/{}/responses", call.slug);
    let address = format!("{base}/{}", bench.response.reference);
    let before = back(&call);
    let directory = directory(&address, &bench, organisation);
    let together = together(&call, &bench, signed, &signatories, quoted.as_ref());
    let facts = facts(&call, &bench, system, (directory, together, entered));
    let bar = toolbar(&base, &address, &bench, may_code);
    let documents = documents::list(&address, &bench.documents, bench.response.veiled);
    let by_sentence = may_code.then(|| sentences(&address, &bench));
    let history = history_list(&call, &history);
    let corrected = corrected(&call, &bench, &form);
    let heading = t!("desk-title", reference = &bench.response.reference);
    let reference = bench.response.reference.clone();
    let memos = memos::section(&call, &memos, &format!("response={reference}"));
    let flags = may_code.then(|| flags::section(&call, &reference, &flags));
    let desk = desk(address, bench, (codings, marks), may_code);
    view! {
        <Main before>
            {told}
            <div class="fm-toolbar"><h1 class="govuk-heading-l">{heading}</h1> {bar}</div>
            {facts} {documents} {corrected} <Workbench desk/> {memos} {flags} {by_sentence} {history}
        </Main>
    }
    .into_any()
}

/// That a response was withdrawn: all there is to see of it.
pub fn withdrawn(call: &Call, gone: &Withdrawn) -> AnyView {
    let before = back(call);
    let heading = t!("desk-title", reference = &gone.reference);
    let said = t!("desk-withdrawn", when = when(gone.at, call));
    view! {
        <Main before>
            <h1 class="govuk-heading-l">{heading}</h1>
            <p class="govuk-body">{said}</p>
        </Main>
    }
    .into_any()
}

/// The organisation of the directory, and the way to say which it is.
fn directory(address: &str, bench: &Bench, organisation: Option<Organisation>) -> Option<AnyView> {
    let asked = bench.response.kind == RespondentKind::Organisation || organisation.is_some();
    let name = organisation.map_or_else(
        || t!("link-none").into_any(),
        |held| {
            let to = format!("/organisations/{}", held.slug);
            view! { <a class="govuk-link" href=to>{held.name}</a> }.into_any()
        },
    );
    // What a respondent is called says who they are.
    let asked = asked && allowed(Action::ReadPersonalData);
    let change = format!("{address}/organisation");
    let change = view! { " " <a class="govuk-link" href=change>{t!("link-change")}</a> };
    asked.then(|| view! { <div><dt>{t!("link-title")}</dt><dd>{name} {change}</dd></div> }.into_any())
}

fn facts(
    call: &Call,
    bench: &Bench,
    system: Option<String>,
    (directory, together, entered): (Option<AnyView>, AnyView, Option<AnyView>),
) -> AnyView {
    let response = &bench.response;
    let address = format!("/team/calls/{}/responses/{}", call.slug, response.reference);
    let glass = match &bench.glass {
        Some(glass) => Some(glass::open(call, glass)),
        None => (response.veiled && allowed(Action::BreakGlass)).then(|| glass::door(&address)),
    };
    let behalf = (!response.on_behalf_of.is_empty()).then(|| {
        view! { <p class="fm-secondary">{t!("desk-on-behalf-of", name = &response.on_behalf_of)}</p> }
    });
    view! {
        <dl class="fm-facts">
            <div><dt>{t!("list-respondent")}</dt><dd>{who(response)} {glass} {behalf}</dd></div>
            <div><dt>{t!("list-kind")}</dt><dd>{names::kind(response.kind)}</dd></div>
            {response.sector.map(|sector| view! { <div><dt>{t!("list-sector")}</dt><dd>{names::sector(sector)}</dd></div> })}
            {bench.private.iter().map(|(title, words)| view! { <div><dt>{title.clone()}</dt><dd>{words.clone()}</dd></div> }).collect::<Vec<_>>()}
            {directory} {together}
            {system.map(|system| view! { <div><dt>{t!("desk-system")}</dt><dd>{system}</dd></div> })}
            <div><dt>{t!("desk-consent")}</dt><dd>{names::consent(response.consent)}</dd></div>
            <div><dt>{t!("list-language")}</dt><dd>{language(&response.language)}</dd></div>
            <div><dt>{t!("list-received")}</dt><dd>{received(response, call)} {late(response)} {channel(response)}</dd></div>
            {entered}
            {changed(call, response, &address)}
        </dl>
    }
    .into_any()
}

/// For how many it speaks, who signed it off, who signed it too, and whose stories it quotes: people's names for whoever may
/// see them.
fn together(
    call: &Call,
    bench: &Bench,
    signed: Option<SignedResponse>,
    signatories: &[CoSignatory],
    quoted: Option<&Quoted>,
) -> AnyView {
    let represented = bench.response.represented.map(|count| {
        view! { <div><dt>{t!("desk-represented")}</dt><dd>{count.to_string()}</dd></div> }
    });
    let signed = signed.map(|one| {
        let at = when(one.at, call);
        let text = if let Some(by) = &one.by {
            t!("desk-signed-by", organisation = one.organisation, who = by.as_str(), when = at)
        } else {
            t!("desk-signed", organisation = one.organisation, when = at)
        };
        let alone = one.alone.then(|| t!("desk-signed-alone"));
        view! { <div><dt>{t!("desk-signed-off")}</dt><dd>{text} " " {alone}</dd></div> }
    });
    let names = signatories.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join("; ");
    let count = t!("desk-co-signed-count", count = signatories.len());
    let said = if bench.response.veiled { count } else { names };
    let too = (!signatories.is_empty())
        .then(|| view! { <div><dt>{t!("desk-co-signed")}</dt><dd>{said}</dd></div> });
    let quoted = quoted.map(|quoted| {
        view! { <div><dt>{t!("stories-quoted-title")}</dt><dd>{sentence(quoted)}</dd></div> }
    });
    view! { {represented} {signed} {too} {quoted} }.into_any()
}

/// How often it was changed since, and the way to what it was before.
fn changed(call: &Call, response: &Response, address: &str) -> Option<AnyView> {
    let at = when(response.changed_at?, call);
    let said = t!("desk-changed-times", count = response.version - 1, when = at);
    let to = format!("{address}/versions");
    Some(
        view! {
            <div>
                <dt>{t!("desk-changed")}</dt>
                <dd>{said} " " <a class="govuk-link" href=to>{t!("desk-versions")}</a></dd>
            </div>
        }
        .into_any(),
    )
}

fn toolbar(base: &str, address: &str, bench: &Bench, may_code: bool) -> AnyView {
    let link = |to: &Option<String>, text: String| {
        to.as_ref().map(|to| view! { <a class="govuk-link" href=format!("{base}/{to}")>{text}</a> })
    };
    let done = if bench.done { t!("desk-not-done") } else { t!("desk-done") };
    let acts = may_code.then(|| {
        view! {
            <form method="post" action=format!("{address}/read") id="done">
                <Hidden name="done" value=if bench.done { "" } else { "1" }/>
                <Button text=done class="fm-button--small"/>
            </form>
            <form method="post" action=format!("{address}/undo")>
                <Button text=t!("desk-undo") class="govuk-button--secondary fm-button--small"/>
            </form>
            <form method="post" action=format!("{address}/redo")>
                <Button text=t!("desk-redo") class="govuk-button--secondary fm-button--small"/>
            </form>
        }
    });
    view! {
        <p>{t!("desk-place", number = bench.number, of = bench.of)}</p>
        {link(&bench.previous, t!("desk-previous"))} {link(&bench.next, t!("desk-next"))}
        <a class="govuk-link" href=format!("{address}/trace")>{t!("desk-trace")}</a>
        <div class="fm-toolbar__end">{acts}</div>
    }
    .into_any()
}

/// What was put right of the questions since they were answered; the desk shows them as they were.
fn corrected(call: &Call, bench: &Bench, form: &Questionnaire) -> AnyView {
    let since = |answer: &WorkbenchAnswer| {
        let text = corrected::since(call, form, answer.question, answer.wording)?;
        Some(view! { <h3 class="govuk-heading-s">{answer.title.clone()}</h3> <Lines text/> })
    };
    let all: Vec<_> = bench.answers.iter().filter_map(since).collect();
    (!all.is_empty())
        .then(|| {
            view! { <section class="fm-panel"><h2 class="govuk-heading-s">{t!("desk-corrected")}</h2> {all}</section> }
        })
        .into_any()
}

/// Links to the page where words are chosen by sentence: for whoever has no script, or prefers it.
fn sentences(address: &str, bench: &Bench) -> AnyView {
    let links: Vec<_> = bench
        .answers
        .iter()
        .map(|answer| view! { <li><a class="govuk-link" href=format!("{address}/answers/{}", answer.id)>{answer.title.clone()}</a></li> })
        .collect();
    view! {
        <section class="fm-panel">
            <h2 class="govuk-heading-s">{t!("desk-by-sentence")}</h2>
            <ul class="govuk-list">{links}</ul>
        </section>
    }
    .into_any()
}

fn history_list(call: &Call, history: &[Entry]) -> AnyView {
    let rows: Vec<_> = history
        .iter()
        .take(50)
        .map(|entry| {
            let code = thing(entry);
            let undone = entry.undone.then(|| view! { " " <em>{t!("history-undone")}</em> });
            let about = entry.about.map(|about| format!("{} ", act(about))).unwrap_or_default();
            view! {
                <li>
                    {t!("history-line", when = when(entry.at, call), who = &entry.actor_name, what = act(entry.act), code = format!("{about}{code}"))} {undone}
                </li>
            }
        })
        .collect();
    view! {
        <details class="govuk-details">
            <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{t!("history-title")}</span></summary>
            <div class="govuk-details__text"><ul class="govuk-list">{rows}</ul></div>
        </details>
    }
    .into_any()
}

/// What something was done to: the name of a code, or of a mark.
pub fn thing(entry: &Entry) -> String {
    let code = entry.code.as_ref().map(|(_, name)| name.clone());
    code.or_else(|| entry.mark.map(name)).unwrap_or_default()
}

/// What was done, in a word or two.
pub fn act(act: Act) -> String {
    match act {
        Act::CodeAdded => t!("act-code-added"),
        Act::CodeChanged => t!("act-code-changed"),
        Act::CodeMoved => t!("act-code-moved"),
        Act::CodeRetired => t!("act-code-retired"),
        Act::CodeRestored => t!("act-code-restored"),
        Act::CodingApplied => t!("act-coding-applied"),
        Act::CodingRemoved => t!("act-coding-removed"),
        Act::ResponseRead => t!("act-response-read"),
        Act::ResponseUnread => t!("act-response-unread"),
        Act::MarkSet => t!("act-mark-set"),
        Act::MarkChanged => t!("act-mark-changed"),
        Act::MarkCleared => t!("act-mark-cleared"),
        Act::MemoWritten => t!("act-memo-written"),
        Act::MemoChanged => t!("act-memo-changed"),
        Act::MemoRemoved => t!("act-memo-removed"),
        Act::FlagRaised => t!("act-flag-raised"),
        Act::FlagReplied => t!("act-flag-replied"),
        Act::FlagClosed => t!("act-flag-closed"),
        Act::Undo => t!("act-undo"),
        Act::Redo => t!("act-redo"),
    }
}

fn desk(
    address: String,
    bench: Bench,
    (codings, marks): (Vec<DeskCoding>, Vec<DeskMark>),
    may_code: bool,
) -> Desk {
    let base = address.rsplit_once('/').map_or(String::new(), |(base, _)| base.to_owned());
    let beside = |reference: Option<String>| reference.map(|reference| format!("{base}/{reference}"));
    Desk {
        previous: beside(bench.previous),
        next: beside(bench.next),
        address,
        answers: bench
            .answers
            .into_iter()
            .map(|answer| DeskAnswer {
                id: answer.id,
                title: answer.title,
                text: answer.text,
                cited: answer.cited,
            })
            .collect(),
        codings,
        marks,
        codes: bench
            .codebook
            .into_iter()
            .filter(|code| !code.retired)
            .map(|code| DeskCode {
                id: code.id,
                name: code.name,
                definition: code.definition,
                depth: code.depth,
                colour: code.colour,
            })
            .collect(),
        may_code,
        labels: labels(),
    }
}

fn labels() -> Labels {
    let marks = KEYS.map(|(key, mark)| (key, t!("key-mark", mark = name(mark))));
    let sheet = [
        ("j  k", t!("key-sentence")),
        ("J  K", t!("key-extend")),
        ("w", t!("key-whole")),
        ("1 – 9", t!("key-recent")),
        ("c", t!("key-find")),
        ("m", t!("key-memo")),
        ("q", t!("key-ask")),
        ("z", t!("key-undo")),
        ("Z", t!("key-redo")),
        ("n  p", t!("key-next")),
        ("d", t!("key-done")),
        ("?", t!("key-sheet")),
    ];
    Labels {
        find: t!("desk-find"),
        find_hint: t!("desk-find-hint"),
        recent: t!("desk-recent"),
        all_codes: t!("desk-codes"),
        whole: t!("desk-whole"),
        codes_here: t!("desk-codes-here"),
        remove: t!("desk-remove"),
        undo: t!("desk-undo"),
        redo: t!("desk-redo"),
        chosen_none: t!("desk-chosen-none"),
        chosen_whole: t!("desk-chosen-whole"),
        failed: t!("desk-failed"),
        keys: t!("desk-keys"),
        keys_on: t!("desk-keys-on"),
        sheet: sheet.into_iter().chain(marks).map(|(key, what)| (key.to_owned(), what)).collect(),
        nothing_found: t!("desk-nothing-found"),
        paragraph: t!("paragraph"),
        marks_here: t!("marks-here"),
        memo: t!("memo-write-answer"),
        ask: t!("flag-ask"),
        marks: Mark::ALL.iter().map(|mark| (*mark, name(*mark))).collect(),
    }
}
