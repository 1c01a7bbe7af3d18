//! What these tests have in common: an organisation with an editor, two approvers and an owner, and a call that it answers.

use chrono::TimeDelta;
use domain::calls::Answer;
use domain::forms::Form;
use domain::mail::{Fill, LetterKind};
use domain::people::{Actor, MemberRole, Membership, OrganisationDetails, OrganisationKind};
use domain::responses::{About, Consent, Sector};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use services::calls::{self, Call, Questionnaire};
use services::people::organisations::{self as bodies, Organisation, edit};
use services::responses::draft::Saved;
use services::responses::together::{self, begin, sign_off};
use services::responses::{Draft, Receipt, draft, submit};
use services::store::entities::{letter, membership, person};
use services::testing::spine::{Asked, ask};
use services::{Failure, Services};
use uuid::Uuid;

/// Somebody, and the services as they ask for things.
#[derive(Clone)]
pub struct Someone {
    pub id: Uuid,
    pub services: Services,
}

/// The organisation, its members, and what they share.
pub struct World {
    pub services: Services,
    pub organisation: Organisation,
    pub editor: Someone,
    pub approver: Someone,
    pub second: Someone,
    pub owner: Someone,
    pub call: Call,
    pub question: Uuid,
    pub form: Questionnaire,
    /// The key of the draft.
    pub draft: Uuid,
}

impl World {
    /// An organisation whose editor has begun a draft.
    pub async fn new(services: &Services) -> Self {
        let organisation = body(services, "Harbour Lights").await;
        let member = async |name: &str, role| member(services, &organisation, name, role).await;
        let editor = member("ann", MemberRole::Editor).await;
        let approver = member("bob", MemberRole::Approver).await;
        let second = member("eve", MemberRole::Approver).await;
        let owner = member("olwen", MemberRole::Owner).await;
        let Asked { call, question } = ask(services, "Care near home").await;
        let form = calls::questionnaire(services.db.read(), call.id).await.expect("the questions");
        let draft = begin::begin(&editor.services, &call, &organisation, "en").await.expect("begun");
        let services = services.clone();
        Self { services, organisation, editor, approver, second, owner, call, question, form, draft }
    }

    /// Has the editor begin a draft for another call.
    pub async fn answer_another(&mut self, title: &str) {
        let Asked { call, question } = ask(&self.services, title).await;
        self.form = calls::questionnaire(self.services.db.read(), call.id).await.expect("the questions");
        let begun = begin::begin(&self.editor.services, &call, &self.organisation, "en").await;
        (self.draft, self.call, self.question) = (begun.expect("begun"), call, question);
    }

    /// The draft as somebody opens it, a moment later.
    pub async fn open(&self, who: &Someone) -> Draft {
        tick(&self.services);
        together::find(&who.services, self.draft).await.expect("a member opens it")
    }

    /// Writes the answer to the only question.
    pub async fn write(&self, who: &Someone, text: &str) -> Saved {
        let held = self.open(who).await;
        draft::save_answer(&who.services, &held, self.question, Some(&Answer::text(text)))
            .await
            .expect("a member writes")
    }

    /// Says all that is asked of an organisation, and writes an answer.
    pub async fn finish(&self, who: &Someone, text: &str) {
        let about = About {
            sector: Some(Sector::Voluntary),
            consent: Some(Consent::WithName),
            ..self.open(who).await.about
        };
        draft::save_about(&who.services, &self.open(who).await, &about).await.expect("kept");
        assert_eq!(self.write(who, text).await, Saved::Kept);
    }

    /// Signs off what stands there now.
    pub async fn sign(&self, who: &Someone) -> Result<(), Failure> {
        let draft = self.open(who).await;
        let seen = sign_off::standing(&who.services, &self.call, &self.form, &draft).await?.content;
        sign_off::sign(&who.services, &self.call, &self.form, &draft, &seen).await
    }

    /// Sends it.
    pub async fn send(&self, who: &Someone) -> Result<Receipt, Failure> {
        let draft = self.open(who).await;
        submit::submit(&who.services, &self.call, &self.form, &draft, "en", Vec::new()).await
    }
}

/// A moment passes: what happens at one instant has no order.
pub fn tick(services: &Services) {
    services.clock.set(services.clock.now() + TimeDelta::seconds(1));
}

/// An organisation of this name.
pub async fn body(services: &Services, name: &str) -> Organisation {
    let details = OrganisationDetails {
        name: name.to_owned(),
        name_cy: String::new(),
        kind: OrganisationKind::Voluntary,
        sector: None,
        codes: Vec::new(),
        area: None,
        valid_from: None,
        website: String::new(),
        email_domains: Vec::new(),
        contact: String::new(),
    };
    let slug = edit::add(services, details, false).await.expect("it is added");
    bodies::by_slug(services, &slug).await.expect("it is there")
}

/// Somebody who has an account and is of no organisation.
pub async fn somebody(services: &Services, name: &str) -> Someone {
    let id = services.clock.id();
    let row = person::ActiveModel {
        id: Set(id),
        email: Set(format!("{name}@a.test")),
        name: Set(name.to_owned()),
        password_hash: Set(None),
        created_at: Set(services.clock.now()),
        disabled_at: Set(None),
        email_proven_at: Set(None),
    };
    let added =
        services.db.write::<_, Failure, _>(move |txn| Box::pin(async move { Ok(row.insert(txn).await?) }));
    added.await.expect("added");
    as_member(services, id, Vec::new())
}

/// The same person with these memberships, as a request that began so sees them.
pub fn as_member(services: &Services, id: Uuid, memberships: Vec<Membership>) -> Someone {
    let by = Actor::Person { id, grants: Vec::new(), memberships };
    Someone { id, services: services.clone().asked_by(by) }
}

/// Somebody who is a member of an organisation.
pub async fn member(services: &Services, of: &Organisation, name: &str, role: MemberRole) -> Someone {
    let id = somebody(services, name).await.id;
    let row = membership::ActiveModel {
        id: Set(services.clock.id()),
        organisation_id: Set(of.id),
        person_id: Set(id),
        role: Set(role.to_string()),
        language: Set("en".to_owned()),
        joined_at: Set(services.clock.now()),
    };
    let added =
        services.db.write::<_, Failure, _>(move |txn| Box::pin(async move { Ok(row.insert(txn).await?) }));
    added.await.expect("added");
    as_member(services, id, vec![Membership { organisation: of.id, role }])
}

/// Ends a membership in the database alone: requests that have begun do not know of it.
pub async fn remove(services: &Services, who: &Someone) {
    let id = who.id;
    let gone = services.db.write::<_, Failure, _>(move |txn| {
        Box::pin(async move {
            let mine = membership::Column::PersonId.eq(id);
            membership::Entity::delete_many().filter(mine).exec(txn).await?;
            Ok(())
        })
    });
    gone.await.expect("removed");
}

/// The letters to somebody of this name, oldest first.
pub async fn letters(services: &Services, name: &str) -> Vec<(LetterKind, Fill)> {
    let rows = letter::Entity::find()
        .filter(letter::Column::Address.eq(format!("{name}@a.test")))
        .order_by_asc(letter::Column::Id)
        .all(services.db.read())
        .await
        .expect("the letters");
    let one = |row: letter::Model| {
        (LetterKind::parse(&row.kind).expect("a kind"), serde_json::from_str(&row.fill).expect("its values"))
    };
    rows.into_iter().map(one).collect()
}

/// Why something was refused.
#[track_caller]
pub fn refused<T: std::fmt::Debug>(done: Result<T, Failure>) -> &'static str {
    match done {
        Err(Failure::Refused(reason)) => reason,
        Err(Failure::Invalid(problems)) => problems.iter().next().expect("a problem").message,
        Err(Failure::NotFound(_)) => "not found",
        other => panic!("{other:?}"),
    }
}

/// A form with one field.
pub fn typed(name: &str, value: &str) -> Form {
    Form::from_pairs([(name, value)])
}
