//! The responses to the first call: written whole, in a line, from the bank, or sent by a campaign.

use std::collections::HashSet;

use super::bank::{BODIES, QUESTIONS};
use super::compose::Composer;
use super::dice::Dice;
use super::model::{
    Answer, Consent, Language, Organisation, OrganisationKind, RespondentKind, Response, Value,
};
use super::organisations::Speaker;
use super::whole::Draft;
use super::{RESPONSES, campaigns, organisations, people, persona, times, whole};

/// How many responses are a line or two.
const SHORT: usize = 76;

/// How often each voice is heard among individuals whose responses are put together from the bank.
const INDIVIDUALS: [(&str, usize); 16] = [
    ("pt", 30),
    ("cr", 15),
    ("pa", 8),
    ("yp", 5),
    ("gp", 8),
    ("nu", 12),
    ("ph", 5),
    ("sw", 6),
    ("ah", 6),
    ("da", 5),
    ("mg", 9),
    ("cw", 5),
    ("mh", 5),
    ("hv", 4),
    ("dn", 2),
    ("cl", 5),
];

/// Makes every response, in the order of submission.
pub fn all(organisations: &[Organisation], dice: &Dice) -> Vec<Response> {
    let mut drafts = whole::all(&mut dice.branch("whole"));
    drafts.extend(whole::short(SHORT, &mut dice.branch("short")));
    drafts.extend(campaigns::all(&mut dice.branch("campaigns")));
    let wanted = RESPONSES.saturating_sub(drafts.len());
    composed(wanted, &mut dice.branch("composed"), &mut drafts);

    let mut dice = dice.branch("submission");
    let mut responses: Vec<Response> =
        drafts.into_iter().map(|draft| submit(draft, organisations, &mut dice)).collect();
    responses.sort_by_key(|response| response.submitted);
    for (number, response) in responses.iter_mut().enumerate() {
        response.key = format!("r-{:03}", number + 1);
    }
    responses
}

/// Adds so many responses made from the bank: one from every body that has not spoken, the rest from individuals.
fn composed(wanted: usize, dice: &mut Dice, drafts: &mut Vec<Draft>) {
    let spoken: HashSet<&str> = drafts.iter().filter_map(|draft| draft.organisation).collect();
    let mut bodies: Vec<_> =
        organisations::speakers().into_iter().filter(|body| !spoken.contains(body.key)).collect();
    dice.shuffle(&mut bodies);
    bodies.truncate(wanted);
    let mut composer = Composer::read();
    let mut seen: Vec<Sentences> = Vec::new();
    for number in 0..wanted {
        let body = bodies.get(number);
        let (voice, answers) = unlike(&mut composer, body, dice, &mut seen);
        drafts.push(Draft {
            voice,
            kind: kind(voice, dice),
            organisation: body.map(|body| body.key),
            consent: None,
            language: Language::English,
            answers,
            campaign: None,
        });
    }
}

/// How often a response is begun again before the last attempt is taken as it is.
const ATTEMPTS: usize = 40;

/// Composes until the sentences are not those of an earlier response. Individuals may change their voice for it.
fn unlike(
    composer: &mut Composer,
    body: Option<&Speaker>,
    dice: &mut Dice,
    seen: &mut Vec<Sentences>,
) -> (&'static str, Vec<Answer>) {
    for attempt in 1.. {
        let before = composer.mark();
        let voice = body.map_or_else(|| dice.weigh(&INDIVIDUALS).copied().unwrap_or("pt"), |body| body.voice);
        let traits = body.map_or_else(|| persona::traits(voice, dice), |body| body.traits.clone());
        let persona = persona::persona(voice, traits, &composer.passages, dice);
        let answers = composer.answers(&persona, body.map(|body| body.about), dice);
        let sentences = sentences(&answers);
        let fresh = !sentences.is_empty() && seen.iter().all(|other| shared(other, &sentences) < 40);
        if fresh || attempt == ATTEMPTS {
            seen.push(sentences);
            return (voice, answers);
        }
        composer.back(before);
    }
    ("pt", Vec::new())
}

/// Some sentences, without regard to case.
pub type Sentences = HashSet<String>;

/// The sentences of some answers.
pub fn sentences(answers: &[Answer]) -> Sentences {
    answers.iter().flat_map(|answer| &answer.sentences).map(|sentence| sentence.text.to_lowercase()).collect()
}

/// How many in a hundred sentences of the shorter are in the longer.
pub fn shared(one: &Sentences, other: &Sentences) -> usize {
    (one.intersection(other).count() * 100).checked_div(one.len().min(other.len())).unwrap_or(0)
}

fn kind(voice: &str, dice: &mut Dice) -> RespondentKind {
    match voice {
        _ if BODIES.contains(&voice) => RespondentKind::Organisation,
        "cr" if dice.chance(62) => RespondentKind::OnBehalf,
        "pa" if dice.chance(72) => RespondentKind::OnBehalf,
        _ => RespondentKind::Individual,
    }
}

fn submit(draft: Draft, organisations: &[Organisation], dice: &mut Dice) -> Response {
    let organisation = draft.organisation.and_then(|key| organisations.iter().find(|known| known.key == key));
    let consent = draft.consent.unwrap_or_else(|| consent(draft.kind, dice));
    let named = organisation.is_none() && (consent == Consent::WithName || dice.chance(45));
    let name = named.then(|| match draft.language {
        Language::Welsh => people::welsh_name(dice),
        Language::English => people::name(draft.voice == "yp", dice),
    });
    let system = match organisation {
        Some(body) => body.parent.clone(),
        None => dice.chance(82).then(|| organisations::a_system(dice)),
    };
    debug_assert!(
        organisation.is_none_or(|body| body.kind == OrganisationKind::Respondent),
        "a real body cannot answer"
    );
    let mut answers = draft.answers;
    choices(&mut answers, draft.voice, dice);
    Response {
        key: String::new(),
        kind: draft.kind,
        name,
        organisation: draft.organisation.map(str::to_owned),
        sector: organisation.and_then(|body| body.sector),
        system,
        consent,
        language: draft.language,
        submitted: match draft.campaign {
            Some(campaign) => times::burst(campaign, dice),
            None => times::submission(dice),
        },
        answers,
        campaign: draft.campaign,
        voice: draft.voice,
    }
}

fn consent(kind: RespondentKind, dice: &mut Dice) -> Consent {
    let weights = match kind {
        RespondentKind::Organisation => {
            [(Consent::WithName, 86), (Consent::WithoutName, 9), (Consent::NotAtAll, 5)]
        }
        _ => [(Consent::WithName, 24), (Consent::WithoutName, 58), (Consent::NotAtAll, 18)],
    };
    dice.weigh(&weights).copied().unwrap_or(Consent::WithoutName)
}

/// Adds the answers by choice that go with the answers in words, and puts all in the order of the questions.
fn choices(answers: &mut Vec<Answer>, voice: &str, dice: &mut Dice) {
    let answered = |key: &str| answers.iter().any(|answer| answer.question == key);
    let (helped, streamlined, targets) =
        (answered("policy-helped"), answered("data-streamline"), answered("targets-why"));
    let engaged = answers.len() > 1;
    if helped {
        answers.push(choice("policy-help", "yes"));
    } else if engaged && dice.chance(55) {
        answers.push(choice("policy-help", if dice.chance(60) { "no" } else { "not-sure" }));
    }
    if streamlined {
        answers.push(choice("data-collect", "yes"));
    } else if engaged && dice.chance(50) {
        answers.push(choice("data-collect", "no"));
    }
    if targets || dice.chance(if engaged { 50 } else { 12 }) {
        answers.push(issues(voice, dice));
    }
    answers.sort_by_key(|answer| position(answer.question));
}

fn choice(question: &'static str, option: &'static str) -> Answer {
    Answer { question, value: Value::Choice(option), sentences: Vec::new() }
}

/// Which issues need a national target: people who use services choose more of them than those who run them.
fn issues(voice: &str, dice: &mut Dice) -> Answer {
    let all = [
        "ambulance",
        "emergency",
        "cancer",
        "planned",
        "gp",
        "mental-health",
        "discharge",
        "prevention",
        "staff",
    ];
    let likely = [72, 66, 70, 54, 44, 42, 24, 22, 18];
    let fewer = if matches!(voice, "mg" | "oi" | "ot" | "ox" | "oa" | "gp" | "da") { 18 } else { 0 };
    let mut chosen: Vec<&'static str> = Vec::new();
    for (issue, percent) in all.into_iter().zip(likely) {
        if dice.chance(percent - fewer) {
            chosen.push(issue);
        }
    }
    if chosen.is_empty() {
        chosen.push(if dice.chance(50) { "none" } else { "not-sure" });
    }
    Answer { question: "national-issues", value: Value::Choices(chosen), sentences: Vec::new() }
}

/// The order of the questions of the first call.
fn position(question: &str) -> usize {
    let before = match question {
        "policy-help" => "policy-helped",
        "national-issues" => "targets-why",
        "data-collect" => "data-streamline",
        "one-change" => "anything-else",
        known => return 2 * place(known) + 1,
    };
    2 * place(before)
}

fn place(question: &str) -> usize {
    QUESTIONS.iter().position(|(_, key)| *key == question).unwrap_or(QUESTIONS.len())
}
