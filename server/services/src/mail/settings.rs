//! How letters leave.

use std::fmt;
use std::time::Duration;

use chrono::TimeDelta;

use super::Pen;

domain::named! {
    /// How the conversation with a mail server is kept from others.
    pub enum Tls {
        /// It begins in the open and goes on under TLS, or not at all.
        StartTls => "starttls",
        /// It is under TLS from its first word.
        Implicit => "implicit",
        /// It is in the open: for a mail server on the same machine.
        None => "none",
    }
}

/// The mail server that takes letters, and whom they are from.
#[derive(Clone, PartialEq, Eq)]
pub struct Smtp {
    pub host: String,
    pub port: u16,
    pub tls: Tls,
    /// The user and the password, where the mail server asks for them.
    pub login: Option<(String, String)>,
    /// The address that letters are from.
    pub from: String,
    /// The name that letters are from.
    pub name: String,
    /// A certificate in PEM that is trusted besides those that everyone trusts: a body's own authority.
    pub authority: Option<String>,
}

/// The password stays out of every log.
impl fmt::Debug for Smtp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Smtp({}:{}, {}, from {})", self.host, self.port, self.tls, self.from)
    }
}

/// How long things take.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// Between two looks into the outbox.
    pub look: Duration,
    /// How long a letter is held by a server that shows no sign of life.
    pub lease: TimeDelta,
    /// Between two signs of life.
    pub sign: Duration,
    /// How long the mail server may think about a word. RFC 5321 §4.5.3.2 would give it five minutes; but nothing has
    /// left until then, and other letters wait.
    pub answer: Duration,
    /// How long it may think about a whole letter: the ten minutes of the same section, because who hangs up early does
    /// not know what became of it.
    pub verdict: Duration,
    /// How long a program that is asked to stop waits for the answer to a letter that is on its way.
    pub farewell: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            look: Duration::from_secs(1),
            lease: TimeDelta::seconds(10),
            sign: Duration::from_secs(3),
            answer: Duration::from_mins(1),
            verdict: Duration::from_mins(10),
            farewell: Duration::from_secs(20),
        }
    }
}

/// Everything that whoever sends needs to know.
#[derive(Clone, Debug)]
pub struct Office {
    /// The mail server; without one letters are kept.
    pub smtp: Option<Smtp>,
    /// The address of the portal, without a slash at the end.
    pub site: String,
    pub pen: Pen,
    pub pace: Pace,
}
