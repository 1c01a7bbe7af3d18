//! A portal of throw-away data: one open call that asks every kind of question, another beside it, and people.

use std::sync::Arc;

use axum::Router;
use chrono::NaiveDate;
use domain::calls::{
    Asks, CallDetails, CallKind, PrivacyNotice, QuestionDetails, QuestionKind, Reasons, Rule, Schedule,
    SectionDetails, Test,
};
use domain::people::OrganisationKind;
use folkmoot::settings::Settings;
use folkmoot::settings::sign_in::{self, SecondFactor};
use folkmoot::settings::{limits, smtp};
use folkmoot::web::{Limits, Portal, Site, router};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use services::Services;
use services::assembly::Assembly;
use services::calls::{Call, Questionnaire, by_slug, edit, questionnaire};
use services::files::{self, Files, Program};
use services::people::Providers;
use services::store::entities::organisation;
use services::testing::Throwaway;
use services::testing::spine::gather;
use uuid::Uuid;

use super::people::Places;
use super::{Browser, Who, people};

/// The questions of [`House::call`] by number, from 1.
pub struct Asked {
    /// Choose one, required: "Yes" leads to [`Asked::limited`].
    pub route: usize,
    /// Many lines, at most 20 words, required, asked only of those who said "Yes".
    pub limited: usize,
    /// Choose any.
    pub any: usize,
    /// One line.
    pub line: usize,
    /// Many lines without a limit.
    pub free: usize,
}

/// The numbers of the questions.
pub const ASKED: Asked = Asked { route: 1, limited: 2, any: 3, line: 4, free: 5 };

/// The portal and what is in it.
pub struct House {
    pub data: Throwaway,
    pub router: Router,
    /// Where people can sign in besides.
    pub providers: Providers,
    settings: Settings,
    /// A call that is open from before [`services::testing::morning`] until 11:59pm on 9 January 2023, in London, with
    /// a grace of 30 minutes.
    pub call: Call,
    pub form: Questionnaire,
    /// Another call with the same questions and times.
    pub other: Call,
    /// Two integrated care systems, by name.
    pub systems: [Uuid; 2],
    /// Two assemblies that have not met.
    pub assemblies: [Assembly; 2],
}

impl House {
    /// A portal that people reach by plain http.
    pub async fn new(mut data: Throwaway) -> Self {
        data.services = examining(&data, files::Settings::default());
        let services = &data.services;
        let call = open_call(services, "Home and hospital").await;
        let other = open_call(services, "Records and privacy").await;
        let form = questionnaire(services.db.read(), call.id).await.expect("the questions");
        let systems = [system(services, "Avonside").await, system(services, "Brockshire").await];
        let assemblies = [gather(services, "Forum").await, gather(services, "Panel").await];
        people::add_all(services, places(&call, &other, &assemblies, systems)).await;
        let providers = Providers::none();
        let settings = settings(&limits::Settings::NONE);
        let router = built(services.clone(), ADDRESS, &providers, &settings);
        Self { data, router, providers, settings, call, form, other, systems, assemblies }
    }

    /// The same portal, with these settings of documents. They are examined by the program itself.
    pub fn with_files(mut self, settings: files::Settings) -> Self {
        self.data.services = examining(&self.data, settings);
        self.at(ADDRESS)
    }

    /// Where people of the house can have a role.
    pub fn places(&self) -> Places {
        places(&self.call, &self.other, &self.assemblies, self.systems)
    }

    /// The same portal, reached at another address.
    pub fn at(self, public_address: &str) -> Self {
        let services = self.data.services.clone();
        Self { router: built(services, public_address, &self.providers, &self.settings), ..self }
    }

    /// The same portal, with these providers of sign-in.
    pub fn with_providers(self, providers: Providers) -> Self {
        Self { providers, ..self }.at(ADDRESS)
    }

    /// The same portal, with these limits.
    pub fn with_limits(self, limits: &limits::Settings) -> Self {
        Self { settings: settings(limits), ..self }.at(ADDRESS)
    }

    /// The same portal, where whoever may read responses must sign in with two steps.
    pub fn requiring_two_steps(self) -> Self {
        let sign_in = sign_in::Settings { second_factor: SecondFactor::Required };
        Self { settings: Settings { sign_in, ..self.settings.clone() }, ..self }.at(ADDRESS)
    }

    /// The same portal, which has a mail server. Nobody sends: what is posted waits.
    pub fn with_mail_server(self) -> Self {
        let (host, from) = ("localhost".to_owned(), "evidence@folkmoot.test".to_owned());
        let smtp = Some(smtp::Settings { host, from, ..smtp::Settings::default() });
        Self { settings: Settings { smtp, ..self.settings.clone() }, ..self }.at(ADDRESS)
    }

    /// The same portal, which has none.
    pub fn without_mail_server(self) -> Self {
        Self { settings: Settings { smtp: None, ..self.settings.clone() }, ..self }.at(ADDRESS)
    }

    /// Adds a call that nobody but the team knows of, and gives its slug.
    pub async fn draft_call(&self) -> String {
        edit::create(&self.data.services, self.titled("A secret call"), None).await.expect("a draft")
    }

    /// Adds a call that asks what the open one asks, and that nobody has answered yet, and gives its slug.
    pub async fn draft_like_the_call(&self) -> String {
        let details = self.titled("A call like the other");
        edit::create_like(&self.data.services, details, &self.call, None).await.expect("a draft")
    }

    /// Adds a call by invitation that asks the same as the house's own, at the same times, and gives it.
    pub async fn private_call(&self) -> Call {
        let services = &self.data.services;
        let details = self.titled("A call in confidence");
        let slug = edit::create_like(services, details, &self.call, None).await.expect("a copy");
        let held = async || by_slug(services, &slug).await.expect("the call");
        edit::set_private(services, &held().await, true).await.expect("by invitation");
        edit::schedule(services, &held().await, times()).await.expect("its times");
        edit::announce(services, &held().await).await.expect("announced");
        held().await
    }

    /// The texts of a call that has nothing but a title.
    fn titled(&self, title: &str) -> CallDetails {
        CallDetails {
            kind: self.call.kind,
            title: title.to_owned(),
            summary: String::new(),
            remit: String::new(),
            commissioner: String::new(),
            contact: String::new(),
            privacy_notice: PrivacyNotice::from_parts(|_| String::new()),
            publication_policy: String::new(),
        }
    }

    /// Someone who was never here before.
    pub fn browser(&self) -> Browser {
        Browser::new(self.router.clone())
    }

    /// Someone of the team, signed in; a guest is not.
    pub fn browser_of(&self, who: Who) -> Browser {
        let mut browser = self.browser();
        if let Some(secret) = who.secret() {
            browser.hold("folkmoot-session", &secret);
        }
        browser
    }

    /// The value that a form sends for a choice of a question.
    pub fn choice(&self, number: usize, label: &str) -> String {
        let offered = &self.form.questions[number - 1].choices;
        let choice = offered.iter().find(|choice| choice.label == label).expect("a choice of this question");
        choice.id.to_string()
    }

    /// Moves the clock to this time of this day in the call's zone, such as `2023-01-09 23:59:00`.
    pub fn set_clock(&self, local: &str) {
        let local = chrono::NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M:%S").expect("a time");
        let instant = domain::calls::zoned(local, self.call.zone).expect("an instant");
        self.data.services.clock.set(instant);
    }
}

/// These services with documents examined by the program: the process of these tests cannot be asked to.
fn examining(data: &Throwaway, settings: files::Settings) -> Services {
    let program = Program(vec![env!("CARGO_BIN_EXE_folkmoot").into(), "examine".into()]);
    let settings = files::Settings { program, ..settings };
    let files = Files::new(&data.place.files(), settings).expect("a place for documents");
    data.services.clone().with_files(files)
}

/// The address at which people reach the portal.
const ADDRESS: &str = "http://folkmoot.test";

/// The settings of a portal of tests: these limits, and a password is enough.
fn settings(limits: &limits::Settings) -> Settings {
    let sign_in = sign_in::Settings { second_factor: SecondFactor::Offered };
    Settings { limits: *limits, sign_in, ..Settings::default() }
}

/// The whole portal over these services, reached at this address, without limits.
pub fn portal(services: Services, public_address: &str, providers: &Providers) -> Router {
    built(services, public_address, providers, &settings(&limits::Settings::NONE))
}

fn built(services: Services, public_address: &str, providers: &Providers, settings: &Settings) -> Router {
    let site = Site { public_address: public_address.to_owned(), demonstration: false };
    router(Portal {
        services,
        settings: Arc::new(settings.clone()),
        site: Arc::new(site),
        providers: providers.clone(),
        proxies: Arc::new([]),
        limits: Arc::new(Limits::new(&settings.limits)),
    })
}

async fn open_call(services: &Services, title: &str) -> Call {
    let details = CallDetails {
        kind: CallKind::CallForEvidence,
        title: title.to_owned(),
        summary: "What helps people to come home from hospital in time.".to_owned(),
        remit: "England alone.\nNot mental health wards.".to_owned(),
        commissioner: "The assembly on care".to_owned(),
        contact: "evidence@folkmoot.test".to_owned(),
        privacy_notice: PrivacyNotice::from_parts(|_| "We keep it for two years.".to_owned()),
        publication_policy: "Names only of those who agree.".to_owned(),
    };
    let slug = edit::create(services, details, None).await.expect("a new call");
    let call = by_slug(services, &slug).await.expect("the new call");
    ask_everything(services, call.id).await;
    edit::schedule(services, &call, times()).await.expect("its times");
    let call = by_slug(services, &slug).await.expect("the call with times");
    edit::announce(services, &call).await.expect("announced");
    by_slug(services, &slug).await.expect("the announced call")
}

/// When every call of the house runs.
fn times() -> Schedule {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).expect("a day");
    Schedule {
        opens: day(2022, 12, 1).and_hms_opt(9, 0, 0).expect("a time"),
        closes: day(2023, 1, 9).and_hms_opt(23, 59, 0).expect("a time"),
        grace_minutes: 30,
        reasons: Reasons::for_run("It is a test."),
    }
}

async fn ask_everything(services: &Services, call: Uuid) {
    let section = async |title: &str| {
        edit::add_section(services, call, SectionDetails::new(title, format!("About {title}.")))
            .await
            .expect("a section")
    };
    let (first, second) = (section("Coming home").await, section("Your words").await);
    let ask = async |details: QuestionDetails| {
        edit::put_question(services, call, None, details).await.expect("a question")
    };
    let route = QuestionDetails {
        required: true,
        ..question(first, QuestionKind::SingleChoice, "Did you go home on the day you were told?", "Yes\nNo")
    };
    let route = ask(route).await;
    let form = questionnaire(services.db.read(), call).await.expect("the questions so far");
    let yes = form.questions[0].choices[0].id;
    ask(QuestionDetails {
        required: true,
        asks: Asks::long_text(Some(20)),
        asked_if: Some(Rule::only(route, Test::AnyOf(vec![yes]))),
        ..question(first, QuestionKind::LongText, "What made that possible?", "")
    })
    .await;
    ask(question(first, QuestionKind::MultipleChoice, "Who helped?", "A nurse\nA neighbour\nNobody")).await;
    ask(question(second, QuestionKind::ShortText, "Where do you live?", "")).await;
    ask(question(second, QuestionKind::LongText, "Is there anything else?", "")).await;
}

fn question(section: Uuid, kind: QuestionKind, title: &str, choices: &str) -> QuestionDetails {
    QuestionDetails::new(section, title, Asks::plain(kind)).offering(choices.lines())
}

/// An integrated care system, as if it had always been there: nobody's act.
async fn system(services: &Services, name: &str) -> Uuid {
    let (id, empty) = (services.clock.id(), || Set(String::new()));
    let row = organisation::ActiveModel {
        id: Set(id),
        slug: Set(name.to_lowercase()),
        name: Set(name.to_owned()),
        name_cy: empty(),
        kind: Set(OrganisationKind::IntegratedCareSystem.to_string()),
        sector: Set(None),
        area_id: Set(None),
        valid_from: Set(NaiveDate::from_ymd_opt(2022, 7, 1)),
        valid_to: Set(None),
        successor_id: Set(None),
        note: empty(),
        website: empty(),
        contact: empty(),
        invented: Set(false),
    };
    services
        .db
        .write::<_, services::Failure, _>(move |txn| {
            Box::pin(async move {
                row.insert(txn).await?;
                Ok(id)
            })
        })
        .await
        .expect("an organisation")
}

fn places(
    call: &Call,
    other: &Call,
    [assembly, other_assembly]: &[Assembly; 2],
    [organisation, other_organisation]: [Uuid; 2],
) -> Places {
    Places {
        call: call.id,
        other: other.id,
        assembly: assembly.id,
        other_assembly: other_assembly.id,
        organisation,
        other_organisation,
    }
}
