//! Whoever sends letters, for as long as the program runs.

use std::time::Duration;

use domain::mail::Outcome;
use lettre::Address;
use lettre::message::Mailbox;
use tokio::sync::watch;
use tokio::task::JoinSet;

use super::claim::{Claims, Held};
use super::compose::{Head, compose};
use super::line::{Ended, Line};
use super::{Office, Sheet, Smtp, Written, stops, texts};
use crate::calls::invitees;
use crate::responses::by_letter;
use crate::{Failure, Services};

/// How many letters leave at the same time: one that a mail server thinks about does not hold up all others.
const LINES: usize = 4;

/// How many turns of the housekeeping are about an hour: what is old is forgotten so often.
const TURNS_OF_AN_HOUR: u32 = 1200;

/// The longest pause after a mail server could not be reached.
const LONGEST_PAUSE: Duration = Duration::from_mins(1);

/// Sends letters until the program is asked to stop; one that is on its way then is waited for.
pub async fn run(services: Services, office: Office, stopping: watch::Receiver<bool>) {
    let claims = Claims { me: services.clock.id(), lease: office.pace.lease, services };
    // Signs of life go on for as long as an answer is waited for.
    tokio::select! {
        () = send(&claims, &office, stopping) => {}
        () = keep_house(&claims, &office) => {}
    }
}

async fn send(claims: &Claims, office: &Office, mut stopping: watch::Receiver<bool>) {
    let Some(smtp) = &office.smtp else {
        // Whoever is to say stop may also have gone away.
        let _ = stopping.wait_for(|asked| *asked).await;
        return;
    };
    let mut lines = JoinSet::new();
    for _ in 0..LINES {
        let (claims, office, smtp) = (claims.clone(), office.clone(), smtp.clone());
        lines.spawn(Sender { claims, office, smtp, stopping: stopping.clone(), failed: 0 }.work());
    }
    lines.join_all().await;
}

/// Gives signs of life, takes letters back from servers that give none, and keeps what cannot be sent at all.
async fn keep_house(claims: &Claims, office: &Office) {
    let turn = async || {
        claims.sign().await?;
        claims.take_back().await?;
        if office.smtp.is_none() { claims.keep().await } else { Ok(()) }
    };
    for turns in 0_u32.. {
        note(turn().await);
        if turns % TURNS_OF_AN_HOUR == 0 {
            note(claims.forget().await);
        }
        tokio::time::sleep(if office.smtp.is_none() { office.pace.look } else { office.pace.sign }).await;
    }
}

fn asked(stopping: &watch::Receiver<bool>) -> bool {
    *stopping.borrow()
}

/// Waits, or less long where the program is asked to stop.
async fn wait(pause: Duration, stopping: &mut watch::Receiver<bool>) {
    drop(tokio::time::timeout(pause, stopping.wait_for(|asked| *asked)).await);
}

fn note(done: Result<(), Failure>) {
    if let Err(error) = done {
        tracing::error!(%error, "letters could not be looked after");
    }
}

struct Sender {
    claims: Claims,
    office: Office,
    smtp: Smtp,
    stopping: watch::Receiver<bool>,
    /// How often the mail server could not be reached, one time after another.
    failed: u32,
}

impl Sender {
    async fn work(mut self) {
        let mut line = None;
        while !asked(&self.stopping) {
            match self.claims.take().await {
                Ok(Some(letter)) => {
                    if let Err(error) = self.send(&letter, &mut line).await {
                        note(Err(error));
                        note(self.claims.release(letter.id).await);
                        // It comes first again, and what is wrong may be wrong for a while.
                        wait(self.office.pace.look, &mut self.stopping).await;
                    }
                }
                Ok(None) => {
                    if let Some(line) = line.take() {
                        Line::close(line).await;
                    }
                    wait(self.office.pace.look, &mut self.stopping).await;
                }
                Err(error) => {
                    note(Err(error));
                    wait(self.office.pace.look, &mut self.stopping).await;
                }
            }
        }
        if let Some(line) = line {
            line.close().await;
        }
    }

    /// Sends one letter, or notes why not.
    async fn send(&mut self, letter: &Held, line: &mut Option<Line>) -> Result<(), Failure> {
        if self.is_unwanted(letter).await? {
            return self.claims.stop(letter.id).await;
        }
        let (Ok(to), Ok(from)) = (letter.address.parse::<Address>(), self.smtp.from.parse::<Address>())
        else {
            return self.end(letter, &Ended::unfit("this is not an e-mail address")).await;
        };
        match self.introduce(&from, &to, line).await {
            Begun::Ready => {
                self.failed = 0;
                match self.hand(letter, from, to, line).await? {
                    None => Ok(()),
                    Some(ended) => self.end_on(letter, &ended, line).await,
                }
            }
            Begun::Refused(ended) => self.end_on(letter, &ended, line).await,
            Begun::Stopping => {
                *line = None;
                self.claims.release(letter.id).await
            }
            Begun::NoLine(ended) => {
                self.end(letter, &ended).await?;
                // One letter has paid for it; the others wait until the mail server may be back.
                self.failed += 1;
                let pause = Duration::from_secs(1 << self.failed.min(6)).min(LONGEST_PAUSE);
                wait(pause, &mut self.stopping).await;
                Ok(())
            }
        }
    }

    /// Notes why a letter was not taken, and whether the line can be used for the next.
    async fn end_on(&self, letter: &Held, ended: &Ended, line: &mut Option<Line>) -> Result<(), Failure> {
        self.end(letter, ended).await?;
        let goes_on = match line {
            Some(open) if !ended.broken => open.reset().await,
            _ => false,
        };
        if !goes_on {
            *line = None;
        }
        Ok(())
    }

    async fn is_unwanted(&self, letter: &Held) -> Result<bool, Failure> {
        let services = &self.claims.services;
        if !by_letter::is_wanted(services, letter.kind, &letter.key).await? {
            return Ok(true);
        }
        let Some(stream) = letter.stream else { return Ok(false) };
        let stopped = stops::is_stopped(services.db.read(), &letter.address_hash, stream).await?;
        Ok(stopped || !invitees::is_wanted(services, letter.kind, &letter.key).await?)
    }

    /// Says whom a letter is from and for, on the line there is or a new one.
    async fn introduce(&mut self, from: &Address, to: &Address, line: &mut Option<Line>) -> Begun {
        let (smtp, office) = (&self.smtp, &self.office);
        let begin = async {
            loop {
                let old = line.as_ref().is_some_and(Line::is_old);
                let open = match line {
                    Some(open) => open,
                    None => match Line::open(smtp, &office.site, office.pace).await {
                        Ok(new) => line.insert(new),
                        Err(ended) => return Begun::NoLine(ended),
                    },
                };
                match open.introduce(from, to).await {
                    Ok(()) => return Begun::Ready,
                    // The mail server hung up between two letters, which is no fault of the second.
                    Err(ended) if ended.broken && old => *line = None,
                    Err(ended) => return Begun::Refused(ended),
                }
            }
        };
        let mut stopping = self.stopping.clone();
        tokio::select! {
            begun = begin => begun,
            _ = stopping.wait_for(|asked| *asked) => Begun::Stopping,
        }
    }

    /// Hands a letter over, its words noted first. Gives how it ended where the mail server did not take it.
    async fn hand(
        &self,
        letter: &Held,
        from: Address,
        to: Address,
        line: &mut Option<Line>,
    ) -> Result<Option<Ended>, Failure> {
        let Some(open) = line else { return Ok(None) };
        let text = texts::own(self.claims.services.db.read(), letter.kind, letter.language).await?;
        let write = |reveal| {
            (self.office.pen)(&Sheet {
                kind: letter.kind,
                language: letter.language,
                fill: &letter.fill,
                text: text.as_ref(),
                site: &self.office.site,
                reveal,
            })
        };
        let message_id = self.message_id(letter);
        let bytes = match self.bytes(letter, from, to, &message_id, write(true)) {
            Ok(bytes) => bytes,
            Err(said) => return Ok(Some(Ended::unfit(said))),
        };
        let shown = (!letter.kind.secret()).then(|| write(false));
        if !self.claims.hand(letter.id, message_id, shown).await? {
            // Another server took it while this one was held up. It is theirs, and the mail server has not got it.
            *line = None;
            return Ok(None);
        }
        let mut stopping = self.stopping.clone();
        let farewell = async {
            let _ = stopping.wait_for(|asked| *asked).await;
            tokio::time::sleep(self.office.pace.farewell).await;
        };
        let answer = tokio::select! {
            answer = open.hand(&bytes) => answer,
            () = farewell => {
                let said = "the program was stopped before the mail server answered".to_owned();
                Err(Ended { outcome: Outcome::Unknown, said, broken: true })
            }
        };
        match answer {
            Ok(said) => {
                self.note_for_sure(letter, Outcome::Accepted, &said).await;
                Ok(None)
            }
            Err(ended) => Ok(Some(ended)),
        }
    }

    /// The same for every try of a letter, so that whoever got it twice can tell.
    fn message_id(&self, letter: &Held) -> String {
        let host = self.smtp.from.rsplit('@').next().unwrap_or_default();
        letter.message_id.clone().unwrap_or_else(|| format!("<{}@{host}>", letter.id))
    }

    fn bytes(
        &self,
        letter: &Held,
        from: Address,
        to: Address,
        message_id: &str,
        written: Written,
    ) -> Result<Vec<u8>, String> {
        let named = |name: &str| Some(name.to_owned()).filter(|name| !name.is_empty());
        let stop = match letter.fill.get("stop") {
            Some(domain::mail::Value::Private(path)) => Some(format!("{}{path}", self.office.site)),
            _ => None,
        };
        let head = Head {
            from: Mailbox::new(named(&self.smtp.name), from),
            to: Mailbox::new(named(&letter.name), to),
            date: self.claims.services.clock.now(),
            message_id,
            language: letter.language,
            stop,
        };
        compose(head, written)
    }

    /// Notes why a letter was not taken.
    async fn end(&self, letter: &Held, ended: &Ended) -> Result<(), Failure> {
        tracing::info!(letter = %letter.id, outcome = ?ended.outcome, "a letter was not taken");
        if ended.outcome == Outcome::Unknown {
            self.note_for_sure(letter, ended.outcome, &ended.said).await;
            return Ok(());
        }
        self.claims.settle(letter.id, letter.tries, ended.outcome, &ended.said, None).await
    }

    /// Notes what became of a letter that has left, however long the database cannot be written.
    async fn note_for_sure(&self, letter: &Held, outcome: Outcome, said: &str) {
        let fill = (outcome == Outcome::Accepted).then(|| letter.fill.clone().without_private());
        loop {
            let done = self.claims.settle(letter.id, letter.tries, outcome, said, fill.as_ref()).await;
            let Err(error) = done else { return };
            tracing::error!(letter = %letter.id, %error, "what became of a letter could not be noted");
            if asked(&self.stopping) {
                return;
            }
            tokio::time::sleep(self.office.pace.look).await;
        }
    }
}

/// How far a letter came before its words.
enum Begun {
    Ready,
    Stopping,
    NoLine(Ended),
    Refused(Ended),
}
