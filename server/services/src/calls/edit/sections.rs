//! The sections of a call's form.

use domain::audit::{Act, Subject};
use domain::calls::{SectionDetails, Wording};
use domain::forms::Problem;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel,
    QueryFilter,
};
use uuid::Uuid;

use super::super::corrections::put_right;
use super::super::questionnaire::{questionnaire, rule_text};
use super::super::{Questionnaire, Section};
use super::order;
use crate::audit::Entry;
use crate::store::entities::section;
use crate::{Failure, Services};

/// Adds a section at the end. Once people have begun to answer there is nothing that it could hold.
pub async fn add_section(services: &Services, call: Uuid, details: SectionDetails) -> Result<Uuid, Failure> {
    let (id, recorder) = (services.clock.id(), services.recorder());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let mut form = super::open_form(txn, call).await?;
                let last = form.sections.len();
                let SectionDetails { title, intro, asked_if, .. } = details;
                let added = Section { id, title, intro, asked_if };
                form.sections.push(added.clone());
                check_rule(&form)?;
                insert(txn, call, last, &added).await?;
                recorder.record(txn, entry(Act::SectionAdded, call, id, &added.title)).await?;
                Ok(id)
            })
        })
        .await
}

/// Writes a section to its place, counted from 0.
pub(super) async fn insert(
    txn: &DatabaseTransaction,
    call: Uuid,
    position: usize,
    added: &Section,
) -> Result<(), Failure> {
    let row = section::ActiveModel {
        id: Set(added.id),
        call_id: Set(call),
        position: Set(position as i32),
        title: Set(added.title.clone()),
        intro: Set(added.intro.clone()),
        asked_if: Set(rule_text(added.asked_if.as_ref())?),
    };
    row.insert(txn).await?;
    Ok(())
}

/// Changes a section's words and its rule. Once people know of it, words are put right with a note; once they have begun to
/// answer, the rule stays.
pub async fn change_section(
    services: &Services,
    call: Uuid,
    id: Uuid,
    details: SectionDetails,
) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let known = super::hold(txn, call).await?;
                let known = super::is_known(txn, &known).await?;
                let row =
                    section::Entity::find_by_id(id).filter(section::Column::CallId.eq(call)).one(txn).await?;
                let mut row = row.ok_or(Failure::NotFound("section"))?.into_active_model();
                let mut form = questionnaire(txn, call).await?;
                let held = form.sections.iter_mut().find(|held| held.id == id);
                let held = held.ok_or(Failure::NotFound("section"))?;
                let same = match (&held.asked_if, &details.asked_if) {
                    (Some(one), Some(other)) => one.same(other),
                    (one, other) => one.is_none() && other.is_none(),
                };
                if !same && super::begun_in(txn, call).await? {
                    return Err(Problem::new("asked-if", "error-question-answered").into());
                }
                let before = Wording::of_section(held);
                held.asked_if.clone_from(&details.asked_if);
                held.title.clone_from(&details.title);
                held.intro.clone_from(&details.intro);
                let after = Wording::of_section(held);
                check_rule(&form)?;
                if known {
                    put_right(txn, &recorder, call, id, (&before, &after), &details.note).await?;
                }
                row.title = Set(details.title);
                row.intro = Set(details.intro);
                row.asked_if = Set(rule_text(details.asked_if.as_ref())?);
                let row = row.update(txn).await?;
                recorder.record(txn, entry(Act::SectionChanged, call, id, &row.title)).await?;
                Ok(())
            })
        })
        .await
}

/// Refuses a rule that does not hold together.
fn check_rule(form: &Questionnaire) -> Result<(), Failure> {
    match form.misrouted() {
        Some(_) => Err(Problem::new("asked-if", "error-question-asked-if").into()),
        None => Ok(()),
    }
}

/// Moves a section with its questions one place up (`-1`) or down (`1`). A move that would put a question before the
/// one that decides whether it is asked is refused, and so is any once people have begun to answer.
pub async fn move_section(services: &Services, call: Uuid, id: Uuid, by: i32) -> Result<(), Failure> {
    rearrange(services, call, id, move |sections, at| order::swap(sections, at, by)).await
}

/// Puts a section with its questions to a place among all sections, counted from 0, or behind all of them. Refused as a
/// move is.
pub async fn place_section(services: &Services, call: Uuid, id: Uuid, place: usize) -> Result<(), Failure> {
    let put = move |sections: &mut Vec<Section>, at: usize| {
        let moved = sections.remove(at);
        let to = place.min(sections.len());
        sections.insert(to, moved);
        to != at
    };
    rearrange(services, call, id, put).await
}

/// Changes where a section stands; `change` is given its place and says whether it has moved.
async fn rearrange<F>(services: &Services, call: Uuid, id: Uuid, change: F) -> Result<(), Failure>
where
    F: FnOnce(&mut Vec<Section>, usize) -> bool + Send + 'static,
{
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let mut form = super::open_form(txn, call).await?;
                let at = form.sections.iter().position(|held| held.id == id);
                let at = at.ok_or(Failure::NotFound("section"))?;
                let entry = entry(Act::SectionMoved, call, id, &form.sections[at].title);
                if change(&mut form.sections, at) {
                    order::by_section(&mut form);
                    order::check_order(&form)?;
                    order::save(txn, &form).await?;
                    recorder.record(txn, entry).await?;
                }
                Ok(())
            })
        })
        .await
}

/// Takes out a section that holds no questions, and to which no skip leads.
pub async fn remove_section(services: &Services, call: Uuid, id: Uuid) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                super::hold(txn, call).await?;
                let mut form = questionnaire(txn, call).await?;
                let at = form.sections.iter().position(|held| held.id == id);
                let at = at.ok_or(Failure::NotFound("section"))?;
                if form.of_section(id).next().is_some() {
                    return Err(Failure::Refused("error-section-not-empty"));
                }
                let gone = form.sections.remove(at);
                if form.misled().is_some() {
                    return Err(Failure::Refused("error-section-led-to"));
                }
                section::Entity::delete_by_id(id).exec(txn).await?;
                order::save(txn, &form).await?;
                recorder.record(txn, entry(Act::SectionRemoved, call, id, &gone.title)).await?;
                Ok(())
            })
        })
        .await
}

fn entry(act: Act, call: Uuid, section: Uuid, title: &str) -> Entry {
    super::part(act, call, Subject::Section, section, title)
}
