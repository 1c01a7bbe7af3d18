//! Filling forms with hostile text, and with what they ask for where they will not take it.

use std::collections::{BTreeMap, BTreeSet};

use super::crawl::Crawl;
use super::form::{Field, Form, Kind, wrong};
use super::{LEFT_ALONE, MOST, PAYLOADS, proof};
use domain::mail::LetterKind;
use services::Services;

use crate::support::{Browser, Page};

/// How often a form that names what is wrong is mended and sent again.
const TRIES: usize = 12;

/// What became of the forms of one shape.
#[derive(Clone, Copy, Default)]
struct Tried {
    /// Whether anything can be typed into it.
    text: bool,
    /// How many of the texts were tried, and how many taken.
    texts: usize,
    taken: usize,
    /// Whether it was ever sent to any effect, and whether that was ever put on record.
    done: bool,
    recorded: bool,
}

/// A walk that fills every form it meets.
pub struct Filler {
    crawl: Crawl,
    tried: BTreeMap<String, Tried>,
    waiting: Vec<Form>,
    /// How often the form at an address took nothing, whatever was sent to it: then another of its shape has its turn.
    refused: BTreeMap<String, usize>,
    sent: usize,
    /// Where what was done is put on record.
    services: Services,
    /// The slug of the call whose forms come first, so that one draft gets every answer.
    call: String,
    /// The texts that were shown on the way.
    pub shown: BTreeSet<usize>,
}

impl Filler {
    /// Someone who fills forms.
    pub fn new(browser: Browser, call: &str, services: Services) -> Self {
        Self {
            crawl: Crawl::new(browser, MOST),
            tried: BTreeMap::new(),
            waiting: Vec::new(),
            refused: BTreeMap::new(),
            sent: 0,
            services,
            call: call.to_owned(),
            shown: BTreeSet::new(),
        }
    }

    /// Walks from these pages until no page is unread and no form is unfilled: one round for each text. In a round a
    /// draft is begun first, and buttons alone come last: they close and remove what others would fill.
    pub async fn fill(&mut self, starts: &[String]) {
        for start in starts {
            self.crawl.offer(start);
        }
        loop {
            while let Some(page) = self.crawl.next().await {
                self.read(&page);
            }
            let round = |form: &Form| self.tried.get(&form.shape).map_or(0, |tried| tried.texts);
            self.waiting.retain(|form| round(form) < PAYLOADS.len());
            self.waiting.sort_by_cached_key(|form| {
                // A respondent's forms are those of one call, so that a draft gets every answer; the team's are those of
                // new calls first, because one that was answered lets its questions be changed no more.
                let other = form.action.contains(&self.call) == form.action.starts_with("/team");
                let refused = self.refused.get(&form.action).copied().unwrap_or_default();
                (round(form), stage(form), form.shape.clone(), other, refused, form.action.clone())
            });
            if self.waiting.is_empty() {
                return;
            }
            let form = self.waiting.remove(0);
            self.try_form(form).await;
        }
    }

    fn read(&mut self, page: &Page) {
        assert!(page.status.as_u16() < 500, "{} is {}", page.address, page.status);
        self.shown.extend(proof::inert(page));
        proof::every_problem_stands_beside_its_field(page);
        self.crawl.follow(page);
        for form in Form::all(page) {
            let path = form.action.split('?').next().unwrap_or_default().trim_start_matches("/cy");
            if !LEFT_ALONE.iter().any(|end| path.ends_with(end))
                && !self.waiting.iter().any(|other| same(other, &form))
            {
                self.waiting.push(form);
            }
        }
    }

    async fn try_form(&mut self, mut form: Form) {
        let tried = self.tried.entry(form.shape.clone()).or_default();
        tried.text = form.takes_text();
        tried.texts += 1;
        let number = tried.texts - 1;
        let mut values: Vec<(String, String)> =
            form.fields.iter().filter_map(|field| first(field, number)).collect();
        values.extend(form.button.clone());
        let mut taken = false;
        for attempt in 0..TRIES {
            if attempt + 2 == TRIES {
                values = self.as_it_stands(&form, number).await.unwrap_or(values);
            }
            let before = self.recorded().await;
            let mut page = self.send(&form, &values).await;
            let after = self.recorded().await;
            let tried = self.tried.entry(form.shape.clone()).or_default();
            tried.done |= page.status.as_u16() == 303;
            tried.recorded |= after > before;
            self.read(&page);
            while let Some(to) = page.location() {
                page = self.crawl.browser.get(&to).await;
                self.read(&page);
            }
            if page.status.as_u16() != 422 {
                taken = page.status.as_u16() < 400 && holds_payload(&values, number);
                break;
            }
            form.offer_as(&page);
            values.retain(|(name, _)| form.sends(name));
            for name in wrong(&page.html()) {
                mend(&form, &mut values, &name, number, attempt);
            }
        }
        self.tried.entry(form.shape.clone()).or_default().taken += usize::from(taken);
        *self.refused.entry(form.action.clone()).or_default() += usize::from(!taken);
        // The same form may come again on another page with other values in it.
        self.waiting.retain(|other| !same(other, &form));
        if number + 1 < PAYLOADS.len() {
            self.waiting.push(form);
        }
    }

    /// What its page sends if nothing is changed but the first text: what stands there already was taken once, and other
    /// things may rest on it.
    async fn as_it_stands(&mut self, form: &Form, number: usize) -> Option<Vec<(String, String)>> {
        let page = self.crawl.browser.get(&form.action).await;
        let now = form.again_on(&page)?;
        let text = now.fields.iter().find(|field| field.takes_text())?;
        let mut values: Vec<(String, String)> = Vec::new();
        for field in &now.fields {
            let held = match &field.kind {
                _ if field.name == text.name => vec![PAYLOADS[number].to_owned()],
                Kind::Hidden(held) | Kind::Typed(_, held) => vec![held.clone()],
                Kind::Chosen(_, held) => held.clone(),
            };
            values.extend(held.into_iter().map(|held| (field.name.clone(), held)));
        }
        values.extend(form.button.clone());
        Some(values)
    }

    async fn send(&mut self, form: &Form, values: &[(String, String)]) -> Page {
        self.sent += 1;
        let pairs: Vec<(&str, &str)> = values.iter().map(|(name, value)| (&**name, &**value)).collect();
        if form.post {
            return self.crawl.browser.post(&form.action, &pairs).await;
        }
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        let path = form.action.split('?').next().unwrap_or_default();
        self.crawl.browser.get(&format!("{path}?{query}")).await
    }

    /// The forms that can be typed into and never took anything hostile. The forms that ask for a receipt take nothing but a
    /// reference and a code that belong together, that which gives a role takes nothing but the address of somebody who has
    /// an account, that which claims an organisation nothing but its code, a table has its headings, a day is figures, and a decision is refused
    /// where there is nothing yet that it could cite.
    pub fn never_taken(&self) -> Vec<&String> {
        let never = self.tried.iter().filter(|(shape, tried)| {
            let table = shape.contains("/import-organisations");
            let nothing_to_cite = shape.contains("/decide?") && !shape.contains("finding");
            let receipt = shape.contains("/my-words") || shape.contains("/account/take-in");
            let code = shape.contains("/join? [by code]");
            // The three fields of a day have room for figures alone.
            let day = shape.contains("[answer-day ");
            // A form is one in both languages: what it took in English it may not take again.
            let english = shape.strip_prefix("/cy").and_then(|shape| self.tried.get(shape));
            let taken = tried.taken > 0 || english.is_some_and(|tried| tried.taken > 0);
            let known_alone = receipt || code || day || shape.contains("/people? [email role]");
            tried.text && !taken && !table && !known_alone && !nothing_to_cite
        });
        never.map(|(shape, _)| shape).collect()
    }

    /// How many acts are on record.
    async fn recorded(&self) -> i64 {
        let head = services::audit::head(&self.services).await.expect("the audit");
        head.expect("its head").sequence
    }

    /// The team's forms that did something, and it was never put on record. What is done to codings, to marks and to the reading
    /// of responses has a log of its own, and so have memos and questions to the lead analyst.
    pub fn never_recorded(&self) -> Vec<&String> {
        let review = ["/codings", "/marks", "/undo", "/redo", "/read"];
        let never = self.tried.iter().filter(|(shape, tried)| {
            let own_log = review.iter().any(|part| shape.contains(part)) && shape.contains("/responses/")
                || shape.contains("/memos/")
                || shape.contains("/flags/");
            // On the way back to the check the same form comes again, with the same in it.
            let first = self.tried.get(&shape.replace("?change ", "? "));
            let recorded = tried.recorded || first.is_some_and(|tried| tried.recorded);
            shape.starts_with("/team") && tried.done && !recorded && !own_log
        });
        never.map(|(shape, _)| shape).collect()
    }

    /// How many forms there were.
    pub fn forms(&self) -> usize {
        self.tried.len()
    }

    /// How often a form was sent.
    pub const fn sent(&self) -> usize {
        self.sent
    }

    /// Every address that was read.
    pub fn addresses(&self) -> impl Iterator<Item = &str> {
        self.crawl.addresses()
    }

    /// The cookies of the drafts that were begun.
    pub fn drafts(&self) -> BTreeMap<String, String> {
        self.crawl.browser.cookies().filter(|(name, _)| name.contains("draft")).collect()
    }
}

/// A draft is begun, and who answers decides what is asked; then come all other fields, and buttons last.
fn stage(form: &Form) -> u8 {
    match form.action.split('?').next().unwrap_or_default() {
        path if path.ends_with("/start") => 0,
        path if path.ends_with("/answer/who") => 1,
        _ if form.takes_anything() => 2,
        _ => 3,
    }
}

/// Whether two forms ask for the same. Of buttons that stand for themselves, what they carry tells: one moves a thing up,
/// another the same thing down.
fn same(one: &Form, other: &Form) -> bool {
    let carries = |form: &Form| -> Vec<(String, String)> {
        let alone = !form.takes_anything();
        form.fields.iter().filter(|_| alone).filter_map(|field| first(field, 0)).collect()
    };
    one.shape == other.shape && one.action == other.action && carries(one) == carries(other)
}

/// What is sent first: hostile text wherever anything can be typed, even where a date is meant.
fn first(field: &Field, number: usize) -> Option<(String, String)> {
    let value = match &field.kind {
        Kind::Hidden(value) => value.clone(),
        Kind::Typed(kind, _) if kind == "file" => return None,
        Kind::Typed(..) => PAYLOADS[number].to_owned(),
        Kind::Chosen(options, _) => options.get(number % options.len().max(1))?.clone(),
    };
    Some((field.name.clone(), value))
}

/// What is sent where the field would not have it: every time something tamer.
fn mend(form: &Form, values: &mut Vec<(String, String)>, name: &str, number: usize, attempt: usize) {
    let Some(field) = form.fields.iter().find(|field| field.name == name) else { return };
    let payload = PAYLOADS[number];
    let value = match &field.kind {
        Kind::Hidden(value) => value.clone(),
        Kind::Chosen(options, _) if options.is_empty() => return,
        // What was chosen before anything was tried: another thing may rest on it, as on a question that has no rule.
        Kind::Chosen(_, held) if attempt > 8 && (name == "asked-if" || !held.is_empty()) => {
            values.retain(|(sent, _)| sent != name);
            values.extend(held.iter().map(|held| (name.to_owned(), held.clone())));
            return;
        }
        // The one after that which was refused: so each has its turn, however many there are.
        Kind::Chosen(options, _) => {
            let held = values.iter().find(|(held, _)| held == name).map(|(_, value)| value);
            let at = held.and_then(|held| options.iter().position(|option| option == held));
            options[at.map_or(number + attempt, |at| at + 1) % options.len()].clone()
        }
        // A version of a document is a file or an address.
        Kind::Typed(..) if name == "link" => proof::FILM.to_owned(),
        Kind::Typed(..) if name == "choices" && attempt < 9 => format!("{payload} one\n{payload} two"),
        // What has opened cannot open at another time.
        Kind::Typed(_, held) if attempt > 2 && name.starts_with("opens") && !held.is_empty() => held.clone(),
        // A call is still to open, whoever has leave has it for long, and a meeting was held.
        Kind::Typed(kind, _) if attempt > 2 && kind == "date" => {
            let day = if name.starts_with("closes") || name.starts_with("until") {
                "2031-06-05"
            } else if name.starts_with("opens") {
                "2031-01-05"
            } else {
                "2022-01-05"
            };
            day.to_owned()
        }
        Kind::Typed(kind, _) if attempt > 2 && kind == "time" => {
            if name.starts_with("ends") { "13:30" } else { "12:30" }.to_owned()
        }
        Kind::Typed(..) if attempt > 2 && name.ends_with("-year") => "2023".to_owned(),
        Kind::Typed(_, held) => match attempt {
            0 => format!("{payload} one\n{payload} two"),
            1 => payload.chars().take(40).collect(),
            2 if name == "list" => {
                // Whoever is on a list already is not invited again, and nothing is put on record.
                let address = format!("person-{number}-{}@folkmoot.test", form.shape.len());
                format!("'\"{{{{hostile-{number}=1, {address}")
            }
            2 => format!("'\"{{{{hostile-{number}=1&lt;@folkmoot.test{}", needed(form, name)),
            3 => "20".to_owned(),
            4 => "2023-01-05".to_owned(),
            5 => "12:30".to_owned(),
            6 => "1".to_owned(),
            7 => "https://folkmoot.test/source".to_owned(),
            8 => String::new(),
            // What stands there already: another thing may rest on it.
            9 if !held.trim().is_empty() => held.clone(),
            // Something that nobody else has.
            _ => format!("{payload} {attempt}"),
        },
    };
    // A rule whose parts contradict each other is named as a whole, so the part that says "none of these" goes as well.
    values.retain(|(held, _)| held != name && !(name == "asked-if" && held == "asked-if-not"));
    values.push((name.to_owned(), value));
}

/// What the text of a kind of letter is of no use without.
fn needed(form: &Form, field: &str) -> String {
    let kind = form.action.strip_prefix("/team/letters/texts/").and_then(|rest| rest.split('/').next());
    let Some(kind) = kind.and_then(LetterKind::parse).filter(|_| field == "body") else {
        return String::new();
    };
    let needed = kind.places().iter().filter(|place| place.needed);
    needed.map(|place| format!(" {{{}}}", place.name)).collect::<Vec<_>>().concat()
}

fn holds_payload(values: &[(String, String)], number: usize) -> bool {
    let mark = format!("hostile-{number}");
    let typed: BTreeSet<&str> = values.iter().map(|(_, value)| value.as_str()).collect();
    typed.iter().any(|value| value.contains(&mark))
}
