//! The questions of a call's form.

use domain::audit::{Act, Subject};
use domain::calls::{Asks, Choice, Label, Question, QuestionDetails, Rule, Wording};
use domain::forms::Problem;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{NotSet, Set},
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter,
};
use uuid::Uuid;

use super::super::Questionnaire;
use super::super::corrections::put_right;
use super::super::questionnaire::{questionnaire, rule_text, settings};
use super::order;
use crate::audit::{Entry, Recorder};
use crate::store::entities::{choice, question};
use crate::{Clock, Failure, Services};

/// Adds a question at the end of its section, or changes the one with this id; a section that is changed takes it in at
/// its end. Once people have begun to answer, only its words, its limit and whether it must be answered can change; and once
/// they know of it, its words with a note alone.
pub async fn put_question(
    services: &Services,
    call: Uuid,
    id: Option<Uuid>,
    details: QuestionDetails,
) -> Result<Uuid, Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = super::hold(txn, call).await?;
                let begun = super::begun_in(txn, call).await?;
                let mut form = questionnaire(txn, call).await?;
                let held = match id {
                    Some(id) => Some(form.question(id).cloned().ok_or(Failure::NotFound("question"))?),
                    None => None,
                };
                if begun {
                    check_same(held.as_ref(), &details)?;
                }
                let note = details.note.clone();
                let question = question_of(&recorder.clock, held.as_ref(), details);
                if begun {
                    check_choices(&form, held.as_ref(), &question)?;
                }
                place(&mut form, question.clone())?;
                order::check_change(&form, &question, held.as_ref())?;
                if let Some(held) = held.as_ref()
                    && super::is_known(txn, &row).await?
                {
                    let words = (&Wording::of(held), &Wording::of(&question));
                    put_right(txn, &recorder, call, question.id, words, &note).await?;
                }
                write(txn, call, &question, held.as_ref()).await?;
                order::save(txn, &form).await?;
                let act = if held.is_some() { Act::QuestionChanged } else { Act::QuestionAdded };
                recorder.record(txn, entry(act, call, &question)).await?;
                Ok(question.id)
            })
        })
        .await
}

/// A question on its way into a form, and from which question of the bank it comes.
pub(in crate::calls) struct Added {
    pub details: QuestionDetails,
    pub bank: Option<Uuid>,
}

/// Adds questions in a transaction, each at the end of its section. Refused once people have begun to answer.
pub(in crate::calls) async fn add_questions(
    txn: &DatabaseTransaction,
    recorder: &Recorder,
    call: Uuid,
    added: Vec<Added>,
) -> Result<(), Failure> {
    let mut form = super::open_form(txn, call).await?;
    for Added { details, bank } in added {
        let question = question_of(&recorder.clock, None, details);
        place(&mut form, question.clone())?;
        write(txn, call, &question, None).await?;
        let from_bank = question::Entity::update_many()
            .col_expr(question::Column::BankId, Expr::value(bank))
            .filter(question::Column::Id.eq(question.id));
        from_bank.exec(txn).await?;
        recorder.record(txn, entry(Act::QuestionAdded, call, &question)).await?;
    }
    order::save(txn, &form).await
}

/// An answer must stay an answer to what was asked, of those it was asked of.
fn check_same(held: Option<&Question>, details: &QuestionDetails) -> Result<(), Failure> {
    let Some(held) = held else { return Err(Failure::Refused("error-question-answered")) };
    let fixed = |field: &str| Err(Problem::new(field, "error-question-answered").into());
    let same_rule = |one: &Rule| details.asked_if.as_ref().is_some_and(|other| one.same(other));
    if held.section != details.section {
        fixed("section")
    } else if !same_kind(&held.asks, &details.asks) {
        fixed("kind")
    } else if !held.asked_if.as_ref().map_or(details.asked_if.is_none(), same_rule) {
        fixed("asked-if")
    } else {
        Ok(())
    }
}

/// What could be chosen still can be, and nothing else, whatever it is called now: but for what another was called once, so
/// that no two choices change places word by word.
fn check_choices(form: &Questionnaire, held: Option<&Question>, wished: &Question) -> Result<(), Failure> {
    let choices = held.map_or(&[][..], |held| &held.choices);
    let anothers = |label: &str, own: Uuid| {
        let mut others = choices.iter().filter(|other| other.id != own);
        others.any(|other| other.label == label || form.corrections.was_called(wished.id, other.id, label))
    };
    let stays = |old: &Choice| {
        let new = wished.choice(old.id).filter(|new| new.alone == old.alone);
        new.is_some_and(|new| new.label == old.label || !anothers(&new.label, old.id))
    };
    if choices.len() == wished.choices.len() && choices.iter().all(stays) {
        Ok(())
    } else {
        Err(Problem::new("choices", "error-question-answered").into())
    }
}

/// Whether two ask for the same, but for how much of it.
fn same_kind(held: &Asks, wished: &Asks) -> bool {
    match (held, wished, held.why(), wished.why()) {
        (Asks::LongText(_), Asks::LongText(_), ..) => true,
        (.., Some(one), Some(other)) => held.kind() == wished.kind() && one.required == other.required,
        _ => held == wished,
    }
}

/// The question that would be there if this were saved.
pub fn previewed(services: &Services, held: Option<&Question>, details: QuestionDetails) -> Question {
    question_of(&services.clock, held, details)
}

/// The question that was typed: one with these choices, new or as it was `held`.
pub(in crate::calls) fn question_of(
    clock: &Clock,
    held: Option<&Question>,
    details: QuestionDetails,
) -> Question {
    Question {
        id: held.map_or_else(|| clock.id(), |held| held.id),
        section: details.section,
        title: details.title,
        help: details.help,
        required: details.required,
        asks: details.asks,
        choices: choices_of(clock, held.map_or(&[], |held| &held.choices), details.choices),
        asked_if: details.asked_if,
    }
}

/// Choices for these labels. One whose label stays is the same choice, so that conditions still point at it; and where
/// as many labels are new as have gone, they are the old choices with new words.
fn choices_of(clock: &Clock, held: &[Choice], labels: Vec<Label>) -> Vec<Choice> {
    let stays = |choice: &Choice| labels.iter().any(|label| label.text == choice.label);
    let gone: Vec<Uuid> = held.iter().filter(|choice| !stays(choice)).map(|choice| choice.id).collect();
    let is_new = |label: &Label| !held.iter().any(|choice| choice.label == label.text);
    let renamed = gone.len() == labels.iter().filter(|label| is_new(label)).count();
    let mut gone = gone.into_iter().filter(|_| renamed);
    labels
        .into_iter()
        .map(|Label { text: label, alone }| {
            let same = held.iter().find(|choice| choice.label == label).map(|choice| choice.id);
            Choice { id: same.or_else(|| gone.next()).unwrap_or_else(|| clock.id()), label, alone }
        })
        .collect()
}

/// Puts a question into the form: where it was, or at the end of its section where that is new to it.
fn place(form: &mut Questionnaire, question: Question) -> Result<(), Failure> {
    if !form.sections.iter().any(|section| section.id == question.section) {
        return Err(Problem::new("section", "error-question-section").into());
    }
    match form.questions.iter().position(|held| held.id == question.id) {
        Some(at) if form.questions[at].section == question.section => form.questions[at] = question,
        Some(at) => {
            form.questions.remove(at);
            form.questions.push(question);
        }
        None => form.questions.push(question),
    }
    order::by_section(form);
    Ok(())
}

/// Writes a question, new or as it was `held`. Its place is stored with those of all the others.
pub(super) async fn write(
    txn: &DatabaseTransaction,
    call: Uuid,
    question: &Question,
    held: Option<&Question>,
) -> Result<(), Failure> {
    let row = question::ActiveModel {
        id: Set(question.id),
        call_id: Set(call),
        section_id: Set(question.section),
        position: Set(0),
        kind: Set(question.kind().to_string()),
        title: Set(question.title.clone()),
        help: Set(question.help.clone()),
        required: Set(question.required),
        asked_if: Set(rule_text(question.asked_if.as_ref())?),
        settings: Set(settings(&question.asks)?),
        bank_id: NotSet,
    };
    if held.is_some() {
        row.update(txn).await?;
    } else {
        row.insert(txn).await?;
    }
    write_choices(txn, question, held.map_or(&[], |held| &held.choices)).await
}

async fn write_choices(
    txn: &DatabaseTransaction,
    question: &Question,
    held: &[Choice],
) -> Result<(), Failure> {
    let gone = held.iter().filter(|old| !question.choices.iter().any(|choice| choice.id == old.id));
    let gone: Vec<Uuid> = gone.map(|old| old.id).collect();
    if !gone.is_empty() {
        choice::Entity::delete_many().filter(choice::Column::Id.is_in(gone)).exec(txn).await?;
    }
    let mut new = Vec::new();
    for (position, offered) in question.choices.iter().enumerate() {
        let row = choice::ActiveModel {
            id: Set(offered.id),
            question_id: Set(question.id),
            position: Set(position as i32),
            label: Set(offered.label.clone()),
            alone: Set(offered.alone),
        };
        match held.iter().position(|old| old.id == offered.id) {
            None => new.push(row),
            // Of a long list most stays as it was.
            Some(at) if at == position && held[at] == *offered => {}
            Some(_) => {
                row.update(txn).await?;
            }
        }
    }
    if !new.is_empty() {
        choice::Entity::insert_many(new).exec_without_returning(txn).await?;
    }
    Ok(())
}

/// Moves a question one place up (`-1`) or down (`1`) among those of its section; at either end it stays. A move past
/// the question that decides whether it is asked is refused, and so is any once people have begun to answer.
pub async fn move_question(services: &Services, call: Uuid, id: Uuid, by: i32) -> Result<(), Failure> {
    let step = move |form: &mut Questionnaire, at: usize| {
        let section = form.questions[at].section;
        Ok(order::swap(&mut form.questions, at, by) && form.questions[at].section == section)
    };
    rearrange(services, call, id, step).await
}

/// Puts a question to a place among those of a section, counted from 0, or behind all of them. Refused as a move is.
pub async fn place_question(
    services: &Services,
    call: Uuid,
    id: Uuid,
    section: Uuid,
    place: usize,
) -> Result<(), Failure> {
    rearrange(services, call, id, move |form, at| order::put(form, at, section, place)).await
}

/// Changes where a question stands; `change` is given its place and says whether it has moved.
async fn rearrange<F>(services: &Services, call: Uuid, id: Uuid, change: F) -> Result<(), Failure>
where
    F: FnOnce(&mut Questionnaire, usize) -> Result<bool, Failure> + Send + 'static,
{
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let mut form = super::open_form(txn, call).await?;
                let at = form.questions.iter().position(|held| held.id == id);
                let at = at.ok_or(Failure::NotFound("question"))?;
                let entry = entry(Act::QuestionMoved, call, &form.questions[at]);
                if change(&mut form, at)? {
                    order::check_order(&form)?;
                    order::save(txn, &form).await?;
                    recorder.record(txn, entry).await?;
                }
                Ok(())
            })
        })
        .await
}

/// Takes a question out. One that decides whether another is asked, or about a skip, stays, and so does every one once people have begun
/// to answer.
pub async fn remove_question(services: &Services, call: Uuid, id: Uuid) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let mut form = super::open_form(txn, call).await?;
                let at = form.questions.iter().position(|held| held.id == id);
                let gone = form.questions.remove(at.ok_or(Failure::NotFound("question"))?);
                if form.misrouted().is_some() {
                    return Err(Failure::Refused("error-question-decides"));
                }
                // Those after it among them: nobody takes out a skip without seeing it.
                if form.misled().is_some() {
                    return Err(Failure::Refused("error-skip-rests"));
                }
                question::Entity::delete_by_id(id).exec(txn).await?;
                order::save(txn, &form).await?;
                recorder.record(txn, entry(Act::QuestionRemoved, call, &gone)).await?;
                Ok(())
            })
        })
        .await
}

fn entry(act: Act, call: Uuid, question: &Question) -> Entry {
    super::part(act, call, Subject::Question, question.id, &question.title)
}
