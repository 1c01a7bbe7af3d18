//! One page of answering.

use chrono::{DateTime, Utc};
use domain::responses::{Consent, RespondentKind, Sector, Step};
use leptos::prelude::*;
use services::calls::{Call, Questionnaire};
use services::people::organisations::Organisation;

use super::between::{self, Between};
use super::fields::{self, Attached};
use super::together::beside as members;
use super::{change, entering, names};
use crate::calls::corrected;
use crate::calls::materials::shown::{Beside, of_question};
use crate::calls::questions::condition;
use crate::calls::skips;
use crate::components::{
    BackLink, Button, ErrorSummary, Fixed, Hidden, Inset, Opt, Radios, Select, TextInput,
};
use crate::layout::{Column, Main};
use crate::words::href;
use crate::{calls, t};

/// What a page of answering shows. Values and problems come with the form's fields.
pub struct StepPage {
    pub call: Call,
    /// The address of the call: its own, or that of its preview.
    pub base: String,
    /// Whether nothing is kept, because someone only tries the form.
    pub preview: bool,
    /// What one of the team should know who enters a response.
    pub entered: Option<entering::OnStep>,
    pub form: Questionnaire,
    pub step: Step,
    /// The page before this one; the call's page where there is none.
    pub back: Option<Step>,
    pub kind: Option<RespondentKind>,
    /// A mark of what is held of the question, which comes back with its answer. Where script runs, a page with one keeps what
    /// is typed while it is typed.
    pub seen: Option<String>,
    /// When the draft was begun; nothing where nothing is kept.
    pub begun: Option<DateTime<Utc>>,
    pub between: Option<Between>,
    /// What stands beside it where the members of an organisation answer together.
    pub together: Option<members::Beside>,
    /// Where answers of earlier responses are offered for it.
    pub reuse: Option<String>,
    /// The documents that are there, where the step asks for some.
    pub attached: Option<Attached>,
    /// What stands beside the call and its questions.
    pub beside: Beside,
    pub systems: Vec<Organisation>,
    /// Names of organisations that are offered while one types.
    pub offered: Vec<String>,
    /// How many pages there are on this route, and which one this is.
    pub place: (usize, usize),
    /// When what counts was sent, where the respondent changes it.
    pub counts_since: Option<DateTime<Utc>>,
    /// How the address says that the respondent came from the check page and goes back there.
    pub changing: Option<&'static str>,
}

/// The title of a step, in the language of the page.
pub fn title(step: Step, form: &Questionnaire) -> String {
    match step {
        Step::Who => t!("step-who"),
        Step::About => t!("step-about"),
        Step::Question(number) => {
            form.questions.get(number - 1).map(|asked| asked.title.clone()).unwrap_or_default()
        }
        Step::End(number) => form.ends.get(number - 1).map(|end| end.title.clone()).unwrap_or_default(),
        Step::Consent => t!("step-consent"),
        Step::Check => t!("step-check"),
    }
}

/// The page of a step.
pub fn page(page: StepPage) -> AnyView {
    let base = format!("{}/answer", page.base);
    let back = page.back.map_or_else(|| page.base.clone(), |step| format!("{base}/{step}"));
    let before = view! { <BackLink to=href(&back)/> }.into_any();
    let (at, of) = page.place;
    let section = match page.step {
        Step::Question(number) => section_of(&page.form, number),
        _ => t!("step-section-about"),
    };
    let asked = match page.step {
        Step::Who => who(),
        Step::About => about(&page),
        Step::Question(number) => {
            let attached = page.attached.clone().unwrap_or_default();
            let places: Vec<String> = page.systems.iter().map(|system| system.name.clone()).collect();
            let asked = page.form.questions.get(number - 1);
            asked.map(|asked| fields::field(asked, &attached, &places)).into_any()
        }
        // What is published of a call is said on its own page, whoever enters the response.
        Step::Consent if page.entered.is_some() => consent(&format!("/calls/{}", page.call.slug)),
        Step::Consent => consent(&page.base),
        Step::End(_) | Step::Check => ().into_any(),
    };
    let remove = match page.step {
        Step::Question(number) => page.form.questions.get(number - 1).and_then(fields::remove),
        _ => None,
    };
    let question = match page.step {
        Step::Question(number) => page.form.questions.get(number - 1),
        _ => None,
    };
    let beside = question.map(|asked| of_question(&page.beside, asked.id));
    let change = page.changing.map(|from| format!("?change={from}")).unwrap_or_default();
    let action = href(&format!("{base}/{}{change}", page.step));
    let here = href(&format!("{base}/{}", page.step));
    let between = page.between.clone().map(|between| between::said(between, here));
    // Where one of the team enters it, each step is put on record: a line for each pause in typing would say nothing more.
    let autosave = (page.seen.is_some() && page.entered.is_none()).then_some("on");
    let wording = question.map_or(1, |asked| page.form.corrections.now(asked.id));
    let kept = page.seen.clone().map(|seen| keeping(seen, wording));
    let corrected = question.zip(page.begun);
    let corrected = corrected.map(|(asked, begun)| corrected::told(&page.call, &page.form, asked, begun));
    let together = page.together.clone().map(|beside| members::below(beside, &page.call));
    let reuse = page.reuse.as_ref().map(|to| {
        view! { <p class="govuk-body"><a class="govuk-link" href=href(to)>{t!("reuse-link")}</a></p> }
    });
    let encoding = page.attached.as_ref().map(|_| "multipart/form-data");
    let go_on = if page.preview { t!("preview-next") } else { t!("save-and-continue") };
    view! {
        <Main before>
            <Column>
                {page.preview.then(|| preview(&page))}
                {change::notice(&page.call, page.counts_since)}
                <ErrorSummary/>
                <p class="govuk-caption-l">{calls::title(&page.call)} " · " {section}</p>
                <p class="fm-secondary fm-place">
                    <progress value=at.to_string() max=of.to_string() aria-hidden="true"></progress>
                    {t!("step-place", at = at, of = of)}
                </p>
                {page.entered.as_ref().map(|entered| entering::on_step(entered, page.step))}
                {between} {corrected} {beside}
                <form method="post" action=action enctype=encoding data-autosave=autosave novalidate>
                    {asked} {kept}
                    <div class="govuk-button-group">
                        <Button text=go_on/>
                        {remove}
                        {(!page.preview).then(|| view! {
                            <Button text=t!("save-for-later") class="govuk-button--secondary" name="later" value="1"/>
                            <Button text=t!("save-and-see-all") class="govuk-button--secondary" name="contents" value="1"/>
                        })}
                    </div>
                </form>
                {reuse} {together}
            </Column>
        </Main>
    }
    .into_any()
}

/// What goes along with an answer, and where the script of the page says that it keeps what is typed. Only what went wrong is
/// read out: whoever listens is not told the time again and again.
fn keeping(seen: String, wording: u32) -> AnyView {
    view! {
        <Hidden name="seen" value=seen/>
        <Hidden name="wording" value=wording.to_string()/>
        <div class="fm-kept">
            <p class="govuk-hint" data-saved=""></p>
            <p class="govuk-error-message" role="status" data-unsaved=t!("autosave-failed")></p>
        </div>
    }
    .into_any()
}

/// What whoever tries the form should know: nothing is kept, who would be asked this, and where its answers lead.
fn preview(page: &StepPage) -> AnyView {
    let asked = match page.step {
        Step::Question(number) => page.form.questions.get(number - 1),
        _ => None,
    };
    let condition = asked.and_then(|asked| condition(&page.form, asked));
    let skips = asked.map(|asked| skips::after(&page.form, asked.id)).unwrap_or_default();
    let said: Vec<_> = condition.into_iter().chain(skips).map(|text| view! { <p>{text}</p> }).collect();
    view! {
        <Inset><p>{t!("preview-step")}</p> {said}</Inset>
    }
    .into_any()
}

fn section_of(form: &Questionnaire, number: usize) -> String {
    let section = form.questions.get(number - 1).and_then(|asked| form.section(asked.section));
    section.map(|section| section.title.clone()).unwrap_or_default()
}

fn who() -> AnyView {
    let options = RespondentKind::ALL.iter().map(|kind| Opt::new(kind, names::kind(*kind))).collect();
    view! { <Radios name="kind" legend=t!("step-who") options heading=true/> }.into_any()
}

fn about(page: &StepPage) -> AnyView {
    let list = std::iter::once(Opt::new("", t!("system-none")))
        .chain(page.systems.iter().map(|system| Opt::new(system.id, system.name.clone())))
        .collect();
    let system =
        view! { <Select name="system" label=t!("about-system") options=list hint=t!("about-system-hint")/> };
    let heading = view! { <h1 class="govuk-heading-l">{t!("step-about")}</h1> };
    match page.kind {
        Some(RespondentKind::Organisation) => view! { {heading} {organisation(page)} {system} }.into_any(),
        Some(RespondentKind::OnBehalf) => view! {
            {heading}
            <TextInput name="name" label=t!("about-name") hint=t!("about-name-hint") autocomplete="name"/>
            <TextInput name="on-behalf-of" label=t!("about-on-behalf-of") hint=t!("about-on-behalf-of-hint")/>
            {system}
        }
        .into_any(),
        _ => view! {
            {heading}
            <TextInput name="name" label=t!("about-name") hint=t!("about-name-hint") autocomplete="name"/>
            {system}
        }
        .into_any(),
    }
}

/// What only an organisation is asked. What it is called is known where its members answer together.
fn organisation(page: &StepPage) -> AnyView {
    let sectors = Sector::ALL.iter().map(|sector| Opt::new(sector, names::sector(*sector))).collect();
    let name = match &page.together {
        Some(beside) => view! {
            <Fixed name="organisation" label=t!("about-organisation") value=beside.organisation.clone()/>
        }
        .into_any(),
        None => view! {
            <TextInput
                name="organisation"
                label=t!("about-organisation")
                hint=t!("about-organisation-hint")
                autocomplete="organization"
                offers=page.offered.clone()
            />
        }
        .into_any(),
    };
    view! {
        {name}
        <Radios name="sector" legend=t!("about-sector") options=sectors small=true/>
        <TextInput
            name="represented"
            label=t!("about-represented-label")
            hint=t!("about-represented-hint")
            width="govuk-input--width-10"
            inputmode="numeric"
        />
        <TextInput name="name" label=t!("about-contact-name") hint=t!("about-contact-name-hint") autocomplete="name"/>
    }
    .into_any()
}

fn consent(base: &str) -> AnyView {
    let options = Consent::ALL
        .iter()
        .map(|consent| {
            let hint = match consent {
                Consent::WithName => t!("consent-with-name-hint"),
                Consent::WithoutName => t!("consent-without-name-hint"),
                Consent::NotAtAll => t!("consent-not-at-all-hint"),
            };
            Opt::new(consent, names::consent(*consent)).hint(hint)
        })
        .collect();
    let policy = href(&format!("{base}#publication"));
    view! {
        <Radios name="consent" legend=t!("step-consent") options heading=true/>
        <Inset>
            <p>{t!("consent-law")}</p>
            <p>{t!("consent-law-say")}</p>
            <p><a class="govuk-link" href=policy>{t!("call-publication")}</a></p>
        </Inset>
    }
    .into_any()
}
