//! The letters about a draft that members write together. Each can be stopped.

use domain::Language;
use domain::mail::{Fill, LetterKind, Stream, Value};
use domain::people::Actor;
use sea_orm::{ConnectionTrait, EntityTrait};
use uuid::Uuid;

use super::names;
use crate::calls::Call;
use crate::mail::{self, Letter, Recipient};
use crate::people::members::{self, Member};
use crate::people::organisations::name_in;
use crate::responses::{Draft, Receipt};
use crate::store::entities::organisation;
use crate::{Clock, Failure};

/// What a letter is about.
struct About<'a> {
    call: &'a Call,
    organisation: organisation::Model,
    draft: Uuid,
    /// The name of whoever did it.
    who: String,
}

impl<'a> About<'a> {
    async fn new(
        txn: &impl ConnectionTrait,
        call: &'a Call,
        organisation: Uuid,
        draft: Uuid,
        who: Uuid,
    ) -> Result<Self, Failure> {
        let row = organisation::Entity::find_by_id(organisation).one(txn).await?;
        let organisation = row.ok_or(Failure::NotFound("organisation"))?;
        let who = names(txn, vec![who]).await?.remove(&who).unwrap_or_default();
        Ok(Self { call, organisation, draft, who })
    }

    /// The address of a page of the draft.
    fn page(&self, end: &str) -> Value {
        Value::Page(format!("/account/organisations/{}/drafts/{}{end}", self.organisation.slug, self.draft))
    }

    fn letter(&self, kind: LetterKind, to: &Member, page: Value, key: String) -> Letter {
        let language: Language = to.language;
        let fill = Fill::new()
            .with("who", Value::Words(self.who.clone()))
            .with("organisation", Value::Words(name_in(&self.organisation, language)))
            .with("title", Value::Words(self.call.title_in(language).to_owned()))
            .with("page", page);
        let to = Recipient { address: to.email.clone(), name: to.name.clone() };
        Letter { kind, stream: Some(Stream::Together), to, language, fill, key }
    }
}

/// To those who may sign off.
pub(super) async fn asked(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    call: &Call,
    organisation: Uuid,
    draft: Uuid,
    who: Uuid,
    to: &[&Member],
) -> Result<(), Failure> {
    let about = About::new(txn, call, organisation, draft, who).await?;
    let today = clock.now().date_naive();
    for member in to {
        let key = format!("sign-off-asked:{draft}:{}:{today}", member.person);
        let page = about.page("/sign-off");
        mail::post(txn, clock, about.letter(LetterKind::SignOffAsked, member, page, key)).await?;
    }
    Ok(())
}

/// To the other members: it is signed off.
pub(super) async fn signed_off(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    call: &Call,
    organisation: Uuid,
    draft: Uuid,
    who: Uuid,
    members: &[Member],
) -> Result<(), Failure> {
    let about = About::new(txn, call, organisation, draft, who).await?;
    let once = clock.id();
    for member in members.iter().filter(|member| member.person != who) {
        let key = format!("signed-off:{once}:{}", member.person);
        let page = about.page("");
        mail::post(txn, clock, about.letter(LetterKind::SignedOff, member, page, key)).await?;
    }
    Ok(())
}

/// To all members: it was sent.
pub(in crate::responses) async fn sent(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    by: &Actor,
    draft: &Draft,
    call: &Call,
    receipt: &Receipt,
) -> Result<(), Failure> {
    let Some((organisation, who)) = draft.organisation.zip(by.person()) else { return Ok(()) };
    let about = About::new(txn, call, organisation, draft.id, who).await?;
    for member in members::of(txn, organisation).await? {
        let key = format!("shared-sent:{}:{}", draft.id, member.person);
        let mut letter = about.letter(LetterKind::SharedSent, &member, about.page(""), key);
        letter.fill = letter.fill.with("reference", Value::Words(receipt.reference.clone()));
        mail::post(txn, clock, letter).await?;
    }
    Ok(())
}
