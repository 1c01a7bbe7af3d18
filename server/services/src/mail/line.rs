//! The conversation with a mail server, word by word: what it means when it ends depends on where it was.

use std::error::Error as _;
use std::future::Future;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use domain::mail::{Outcome, Stage, judge};
use lettre::Address;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate, CertificateStore, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::{ClientId, Extension, MailParameter};
use lettre::transport::smtp::{Error, response::Response};

use super::{Pace, Smtp, Tls};

/// How much of a letter is written at a time, in bytes.
const PART: usize = 16 * 1024;

/// The most that is kept of what a mail server says, in characters.
const LONGEST_SAID: usize = 500;

/// An open conversation.
pub struct Line {
    connection: AsyncSmtpConnection,
    pace: Pace,
    /// How many letters it was used for.
    used: u32,
}

/// Why a try ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    pub outcome: Outcome,
    /// What the mail server said, or what happened.
    pub said: String,
    /// Whether the conversation cannot go on.
    pub broken: bool,
}

impl Ended {
    fn lost(said: String) -> Self {
        Self { outcome: Outcome::Later, said, broken: true }
    }

    /// A letter that this program itself cannot send.
    pub fn unfit(said: impl Into<String>) -> Self {
        Self { outcome: Outcome::Refused, said: said.into(), broken: false }
    }

    /// What an answer means that was given at this stage, or that none was given.
    fn at(stage: Stage, error: &Error) -> Self {
        let Some(code) = error.status() else { return Self::lost(told(error)) };
        let code = u16::from(code);
        let words = error.source().map(ToString::to_string).unwrap_or_default();
        // 421 is a farewell, whatever it answers.
        Self { outcome: judge(stage, code, &words), said: told(error), broken: code == 421 }
    }
}

/// An error in words that are fit to be kept.
fn told(error: &Error) -> String {
    let words = error.source().map(ToString::to_string).unwrap_or_default();
    let said = match error.status() {
        Some(code) => format!("{code} {words}"),
        None if error.is_tls() => format!("TLS: {words}"),
        None if words.is_empty() => error.to_string(),
        None => words,
    };
    kept(&said)
}

fn kept(said: &str) -> String {
    domain::text::line(said).chars().take(LONGEST_SAID).collect()
}

async fn within<T>(
    limit: Duration,
    word: impl Future<Output = Result<T, Error>>,
) -> Result<Result<T, Error>, Ended> {
    let slow = |_| Ended::lost(format!("the mail server did not answer within {limit:?}"));
    tokio::time::timeout(limit, word).await.map_err(slow)
}

impl Line {
    /// Calls the mail server and signs in where it asks for that. `site` is whose name is given as the caller's.
    pub async fn open(smtp: &Smtp, site: &str, pace: Pace) -> Result<Self, Ended> {
        let opened = within(pace.answer, Self::greet(smtp, site)).await?;
        let connection = opened.map_err(|error| Ended::lost(told(&error)))?;
        Ok(Self { connection, pace, used: 0 })
    }

    async fn greet(smtp: &Smtp, site: &str) -> Result<AsyncSmtpConnection, Error> {
        let host = site.split("://").last().unwrap_or_default().split(['/', ':']).next().unwrap_or_default();
        let caller = ClientId::Domain(if host.is_empty() { "localhost" } else { host }.to_owned());
        let server = (smtp.host.as_str(), smtp.port);
        let implicit = if smtp.tls == Tls::Implicit { Some(trust(smtp)?) } else { None };
        let mut connection =
            AsyncSmtpConnection::connect_tokio1(server, None, &caller, implicit, None).await?;
        if smtp.tls == Tls::StartTls {
            // A server that offers no TLS is not given the letter in the open: someone may stand in between.
            connection.starttls(trust(smtp)?, &caller).await?;
        }
        if let Some((user, password)) = &smtp.login {
            let login = Credentials::new(user.clone(), password.clone());
            connection.auth(&[Mechanism::Plain, Mechanism::Login], &login).await?;
        }
        Ok(connection)
    }

    /// Whether another letter went this way before: an old conversation may have ended while nobody looked.
    pub const fn is_old(&self) -> bool {
        self.used > 0
    }

    /// Says whom a letter is from and for, until the mail server waits for its words. Nothing of it has left.
    pub async fn introduce(&mut self, from: &Address, to: &Address) -> Result<(), Ended> {
        let foreign = [from, to].into_iter().any(|address| !address.to_string().is_ascii());
        if foreign && !self.connection.server_info().supports_feature(Extension::SmtpUtfEight) {
            return Err(Ended::unfit("the mail server takes no such address"));
        }
        let parameters = if foreign { vec![MailParameter::SmtpUtfEight] } else { Vec::new() };
        self.say(Stage::Sender, Mail::new(Some(from.clone()), parameters)).await?;
        self.say(Stage::Recipient, Rcpt::new(to.clone(), Vec::new())).await?;
        self.say(Stage::Content, Data).await?;
        Ok(())
    }

    async fn say(&mut self, stage: Stage, word: impl std::fmt::Display + Send) -> Result<Response, Ended> {
        let answer = within(self.pace.answer, self.connection.command(word.to_string())).await?;
        answer.map_err(|error| Ended::at(stage, &error))
    }

    /// Sends the words of a letter and gives the mail server's answer. Where none comes after the last of them was
    /// written, nobody knows what became of it.
    pub async fn hand(&mut self, letter: &[u8]) -> Result<String, Ended> {
        let written = AtomicBool::new(false);
        // The parts are asked for one after another, and the end is written once there are no more.
        let parts = letter.chunks(PART).map(Some).chain([None]).map_while(|part| {
            written.store(part.is_none(), Ordering::Relaxed);
            part
        });
        let ended = match within(self.pace.verdict, self.connection.message_iter(parts)).await {
            Ok(Ok(response)) => {
                self.used += 1;
                return Ok(kept(&response.message().collect::<Vec<_>>().join(" ")));
            }
            Ok(Err(error)) if error.status().is_some() => return Err(Ended::at(Stage::Content, &error)),
            Ok(Err(error)) => Ended::lost(told(&error)),
            Err(slow) => slow,
        };
        let outcome = if written.load(Ordering::Relaxed) { Outcome::Unknown } else { Outcome::Later };
        Err(Ended { outcome, ..ended })
    }

    /// Puts an unfinished introduction aside; false where the conversation cannot go on.
    pub async fn reset(&mut self) -> bool {
        self.say(Stage::Sender, Rset).await.is_ok()
    }

    /// Says goodbye.
    pub async fn close(mut self) {
        drop(within(Duration::from_secs(2), self.connection.quit()).await);
    }
}

/// Whom to trust to be the mail server.
fn trust(smtp: &Smtp) -> Result<TlsParameters, Error> {
    let mut tls = TlsParameters::builder(smtp.host.clone()).certificate_store(CertificateStore::WebpkiRoots);
    if let Some(authority) = &smtp.authority {
        tls = tls.add_root_certificate(Certificate::from_pem(authority.as_bytes())?);
    }
    tls.build_rustls()
}
