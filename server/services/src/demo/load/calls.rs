//! Calls and their questions.

use chrono::{DateTime, Utc};
use domain::calls::kinds::{Agreement, NumberWithin, Why};
use domain::calls::{
    Asks, CallDetails, CallKind, Label, Number, Plan, QuestionDetails, QuestionKind, Reasons, Rule, Schedule,
    SectionDetails, Stage, Test,
};
use domain::forms::Form;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

use super::{Keys, instant};
use crate::calls::{by_slug, edit};
use crate::demo::model::{self, Demonstration};
use crate::store::entities::{call, choice};
use crate::{Failure, Services};

/// Loads every call with its questions, and announces it.
pub(super) async fn load(
    services: &Services,
    content: &Demonstration,
    made: DateTime<Utc>,
    keys: &mut Keys,
) -> Result<(), Failure> {
    for given in &content.calls {
        let zone =
            given.zone.parse().map_err(|_| Failure::File(format!("{} is no time zone", given.zone)))?;
        let (opens, closes) = (instant(given.opens, made, zone)?, instant(given.closes, made, zone)?);
        // A call is prepared before it opens.
        services.clock.set(opens.min(made) - chrono::TimeDelta::days(7));
        let slug = edit::create(services, details(given), None).await?;
        let id = by_slug(services, &slug).await?.id;
        keys.calls.insert(given.key, id);
        what_forms_do_not_ask(services, id, given).await?;
        let made_of = by_slug(services, given.slug).await?;
        edit::keywords(services, &made_of, given.keywords.clone()).await?;
        edit::plan(services, &made_of, plan(given)?).await?;
        questions(services, id, given, keys).await?;
        let local = |at: DateTime<Utc>| at.with_timezone(&zone).naive_local();
        let reasons = Reasons::for_run(given.times_note);
        let schedule = Schedule {
            opens: local(opens),
            closes: local(closes),
            grace_minutes: given.grace_minutes,
            reasons,
        };
        edit::schedule(services, &by_slug(services, given.slug).await?, schedule).await?;
        edit::announce(services, &by_slug(services, given.slug).await?).await?;
    }
    Ok(())
}

/// When the later stages of a call are expected.
fn plan(given: &model::Call) -> Result<Plan, Failure> {
    let said = Plan::planned().map(Stage::field).zip(given.plan);
    Ok(Plan::parse(&Form::from_pairs(said))?)
}

fn details(given: &model::Call) -> CallDetails {
    let facts: Vec<String> =
        given.facts.iter().map(|fact| format!("{} (Source: {})", fact.text, fact.source)).collect();
    let remit = given.remit.iter().map(|paragraph| (*paragraph).to_owned()).chain(facts);
    let remit = remit.chain([given.applies_to.to_owned(), given.invented_note.to_owned()]);
    let text = |parts: &mut dyn Iterator<Item = String>| {
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
    };
    CallDetails {
        kind: match given.kind {
            model::CallKind::CallForEvidence => CallKind::CallForEvidence,
            model::CallKind::Consultation => CallKind::Consultation,
        },
        title: given.title.to_owned(),
        summary: given.summary.to_owned(),
        remit: text(&mut remit.into_iter()),
        commissioner: given.commissioner.to_owned(),
        contact: given.contact.to_owned(),
        privacy_notice: given.privacy.clone(),
        publication_policy: format!("{}\n\n{}", given.publication.policy, given.publication.disclosure),
    }
}

async fn what_forms_do_not_ask(services: &Services, id: Uuid, given: &model::Call) -> Result<(), Failure> {
    let (slug, title_cy, summary_cy) =
        (given.slug.to_owned(), given.title_cy.to_owned(), given.summary_cy.to_owned());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = call::Entity::find_by_id(id).one(txn).await?.ok_or(Failure::NotFound("call"))?;
                let mut row = row.into_active_model();
                row.slug = Set(slug);
                row.title_cy = Set(title_cy);
                row.summary_cy = Set(summary_cy);
                row.invented = Set(true);
                row.update(txn).await?;
                Ok(())
            })
        })
        .await
}

async fn questions(
    services: &Services,
    call: Uuid,
    given: &model::Call,
    keys: &mut Keys,
) -> Result<(), Failure> {
    for section in &given.sections {
        let details = SectionDetails::new(section.title, section.intro);
        let held = edit::add_section(services, call, details).await?;
        for asked in &section.questions {
            let id = edit::put_question(services, call, None, question(asked, held, keys)?).await?;
            keys.questions.insert(asked.key, id);
            let offered = choice::Entity::find()
                .filter(choice::Column::QuestionId.eq(id))
                .all(services.db.read())
                .await?;
            for (key, label) in options(asked) {
                if let Some(row) = offered.iter().find(|row| row.label == *label) {
                    keys.choices.insert((asked.key, key), row.id);
                }
            }
        }
    }
    Ok(())
}

fn options(asked: &model::Question) -> &[(&'static str, &'static str)] {
    match &asked.kind {
        model::QuestionKind::SingleChoice { options } | model::QuestionKind::MultipleChoice { options } => {
            options
        }
        _ => &[],
    }
}

fn question(asked: &model::Question, section: Uuid, keys: &Keys) -> Result<QuestionDetails, Failure> {
    let asks = match &asked.kind {
        model::QuestionKind::ShortText { .. } => Asks::plain(QuestionKind::ShortText),
        model::QuestionKind::LongText { words } => Asks::long_text(Some(*words)),
        model::QuestionKind::SingleChoice { .. } => Asks::plain(QuestionKind::SingleChoice),
        model::QuestionKind::MultipleChoice { .. } => Asks::plain(QuestionKind::MultipleChoice),
        model::QuestionKind::Agreement { words } => {
            Asks::Agreement(Agreement { why: Some(Why { required: false, word_limit: Some(*words) }) })
        }
        model::QuestionKind::Number { unit, most } => Asks::Number(NumberWithin {
            least: Some(Number::whole(0)),
            most: Some(Number::whole(*most)),
            unit: (*unit).to_owned(),
            whole: true,
        }),
        model::QuestionKind::Date => Asks::plain(QuestionKind::Date),
        model::QuestionKind::Email => Asks::plain(QuestionKind::Email),
    };
    let asked_if = match asked.shown_if {
        None => None,
        Some(condition) => Some(Rule::only(
            Keys::get(&keys.questions, &condition.question)?,
            Test::AnyOf(vec![Keys::get(&keys.choices, &(condition.question, condition.option))?]),
        )),
    };
    let labels = options(asked).iter().map(|(_, label)| Label::new(*label)).collect();
    let choices = if asks.kind() == QuestionKind::Agreement { Agreement::points() } else { labels };
    Ok(QuestionDetails {
        help: asked.hint.unwrap_or_default().to_owned(),
        required: asked.required,
        choices,
        asked_if,
        ..QuestionDetails::new(section, asked.text, asks)
    })
}
