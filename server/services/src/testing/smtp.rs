//! A mail server of the tests: real connections and the real words of SMTP, with every way of misbehaving that mail
//! servers have.

use std::collections::VecDeque;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::watch;

/// How the server meets one letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Takes it.
    Take,
    /// There is no such mailbox.
    NoMailbox,
    /// Not now, said to whom it is for.
    NotNow,
    /// Not now, said to the whole letter.
    NotNowAtEnd,
    /// Never, said to the whole letter.
    NeverAtEnd,
    /// Says nothing to whom it is for.
    SilentAtRecipient,
    /// Says nothing where it should ask for the words.
    SilentAtData,
    /// Takes the letter and says nothing.
    SilentAtEnd,
    /// Hangs up in the middle of the words.
    HangUpHalfway,
    /// Takes the letter and hangs up without a word.
    HangUpAtEnd,
    /// Takes the letter, says so, and hangs up.
    HangUpAfter,
}

/// A letter that the server has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrived {
    pub from: String,
    pub to: String,
    /// Headers and body, as they were before dots were doubled.
    pub words: String,
}

impl Arrived {
    /// The value of a header, unfolded; empty where there is none.
    pub fn header(&self, name: &str) -> String {
        let head = self.words.split("\r\n\r\n").next().unwrap_or_default().replace("\r\n ", " ");
        let begins = format!("{name}: ");
        head.lines().find_map(|line| line.strip_prefix(&begins)).unwrap_or_default().to_owned()
    }
}

/// Anything that words go over.
pub trait Wire: AsyncRead + AsyncWrite + Unpin + Send {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send> Wire for T {}

/// Puts TLS over a connection.
pub type Upgrade = Arc<
    dyn Fn(Box<dyn Wire>) -> Pin<Box<dyn Future<Output = io::Result<Box<dyn Wire>>> + Send>> + Send + Sync,
>;

/// What a server asks for before it takes letters.
#[derive(Clone, Default)]
pub struct Terms {
    /// The user and the password, said with AUTH PLAIN.
    pub login: Option<(String, String)>,
    pub tls: Option<Upgrade>,
    /// Whether TLS comes before the first word, and not after STARTTLS.
    pub implicit: bool,
    /// How long it thinks before it answers a word.
    pub delay: Duration,
}

#[derive(Default)]
struct State {
    manners: Mutex<VecDeque<Manner>>,
    arrived: Mutex<Vec<Arrived>>,
}

/// The server. It runs until it is dropped.
pub struct MailServer {
    pub address: SocketAddr,
    state: Arc<State>,
    silent: watch::Receiver<u32>,
    task: tokio::task::JoinHandle<()>,
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn open<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Listens with room for a few words only: what is not read has then not left the other side.
fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = TcpSocket::new_v4()?;
    socket.set_reuseaddr(true)?;
    socket.set_recv_buffer_size(16 * 1024)?;
    socket.bind(address)?;
    socket.listen(64)
}

impl MailServer {
    /// A server on a free port that takes every letter.
    pub async fn start() -> Self {
        Self::start_at(SocketAddr::from(([127, 0, 0, 1], 0)), Terms::default()).await
    }

    /// A server at this address with these terms.
    pub async fn start_at(address: SocketAddr, terms: Terms) -> Self {
        let listener = listen(address).expect("a port for the mail server");
        let address = listener.local_addr().expect("its address");
        let state = Arc::new(State::default());
        let (silences, silent) = watch::channel(0);
        let held = Arc::clone(&state);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let call =
                    Call { state: Arc::clone(&held), terms: terms.clone(), silences: silences.clone() };
                // How a conversation ends is for the other side to bear.
                tokio::spawn(async move { drop(call.answer(stream).await) });
            }
        });
        Self { address, state, silent, task }
    }

    /// How it meets the next letters, one after another; those that come after them it takes.
    pub fn next(&self, manners: impl IntoIterator<Item = Manner>) {
        open(&self.state.manners).extend(manners);
    }

    /// The letters it has.
    pub fn arrived(&self) -> Vec<Arrived> {
        open(&self.state.arrived).clone()
    }

    /// Waits until it has fallen silent so often.
    pub async fn silent(&self, times: u32) {
        self.silent.clone().wait_for(|silent| *silent >= times).await.expect("the server lives");
    }
}

/// One conversation.
struct Call {
    state: Arc<State>,
    terms: Terms,
    silences: watch::Sender<u32>,
}

/// What a conversation has come to.
#[derive(Default)]
struct Talk {
    signed_in: bool,
    secret: bool,
    from: String,
    to: String,
    manner: Option<Manner>,
}

impl Call {
    async fn answer(&self, stream: TcpStream) -> io::Result<()> {
        let mut wire: Box<dyn Wire> = Box::new(stream);
        let mut talk = Talk::default();
        if let Some(upgrade) = self.terms.tls.as_ref().filter(|_| self.terms.implicit) {
            wire = upgrade(wire).await?;
            talk.secret = true;
        }
        wire.write_all(b"220 folkmoot.test ready\r\n").await?;
        // The wire under a buffer is given back where TLS goes over it.
        while let Some(bare) = self.converse(wire, &mut talk).await? {
            let Some(upgrade) = &self.terms.tls else { return Ok(()) };
            wire = upgrade(bare).await?;
            talk = Talk { secret: true, ..Talk::default() };
        }
        Ok(())
    }

    /// Answers word by word, until TLS is asked for or the conversation ends.
    async fn converse(&self, wire: Box<dyn Wire>, talk: &mut Talk) -> io::Result<Option<Box<dyn Wire>>> {
        let mut wire = BufReader::new(wire);
        let mut line = String::new();
        loop {
            line.clear();
            if wire.read_line(&mut line).await? == 0 {
                return Ok(None);
            }
            tokio::time::sleep(self.terms.delay).await;
            let word = line.trim_end();
            let verb = word.split([' ', ':']).next().unwrap_or_default().to_uppercase();
            match verb.as_str() {
                "EHLO" => wire.write_all(self.offers(talk).as_bytes()).await?,
                "STARTTLS" => {
                    wire.write_all(b"220 2.0.0 go on\r\n").await?;
                    return Ok(Some(wire.into_inner()));
                }
                "AUTH" => {
                    talk.signed_in = self.knows(word);
                    let said = if talk.signed_in { "235 2.7.0 welcome" } else { "535 5.7.8 not with these" };
                    wire.write_all(format!("{said}\r\n").as_bytes()).await?;
                }
                "MAIL" if self.terms.login.is_some() && !talk.signed_in => {
                    wire.write_all(b"530 5.7.0 sign in first\r\n").await?;
                }
                "MAIL" => {
                    talk.from = bracketed(word);
                    talk.manner = open(&self.state.manners).pop_front();
                    wire.write_all(b"250 2.1.0 good\r\n").await?;
                }
                "RCPT" => {
                    talk.to = bracketed(word);
                    let said = match talk.manner {
                        Some(Manner::NoMailbox) => "550 5.1.1 no such mailbox",
                        Some(Manner::NotNow) => "451 4.7.1 come back later",
                        Some(Manner::SilentAtRecipient) => return self.say_nothing(wire).await,
                        _ => "250 2.1.5 good",
                    };
                    wire.write_all(format!("{said}\r\n").as_bytes()).await?;
                }
                "DATA" => {
                    if talk.manner == Some(Manner::SilentAtData) {
                        return self.say_nothing(wire).await;
                    }
                    wire.write_all(b"354 go ahead\r\n").await?;
                    if !self.take(&mut wire, talk).await? {
                        return Ok(None);
                    }
                }
                "QUIT" => {
                    wire.write_all(b"221 2.0.0 goodbye\r\n").await?;
                    return Ok(None);
                }
                _ => wire.write_all(b"250 2.0.0 good\r\n").await?,
            }
        }
    }

    fn offers(&self, talk: &Talk) -> String {
        let mut offers = vec!["folkmoot.test", "8BITMIME"];
        if self.terms.login.is_some() {
            offers.push("AUTH PLAIN");
        }
        if self.terms.tls.is_some() && !talk.secret {
            offers.push("STARTTLS");
        }
        let last = offers.len() - 1;
        let line =
            |(at, offer): (usize, &&str)| format!("250{}{offer}\r\n", if at == last { ' ' } else { '-' });
        offers.iter().enumerate().map(line).collect()
    }

    /// Whether the words of an AUTH PLAIN are the right ones.
    fn knows(&self, word: &str) -> bool {
        let Some((user, password)) = &self.terms.login else { return false };
        let expected = base64(format!("\0{user}\0{password}").as_bytes());
        word.rsplit(' ').next() == Some(expected.as_str())
    }

    /// Takes the words of a letter; false where it hangs up.
    async fn take(&self, wire: &mut BufReader<Box<dyn Wire>>, talk: &Talk) -> io::Result<bool> {
        let mut words = String::new();
        let mut line = String::new();
        loop {
            line.clear();
            if wire.read_line(&mut line).await? == 0 {
                return Ok(false);
            }
            if talk.manner == Some(Manner::HangUpHalfway) {
                return Ok(false);
            }
            if line == ".\r\n" {
                break;
            }
            words.push_str(line.strip_prefix('.').unwrap_or(&line));
        }
        let (taken, said) = match talk.manner {
            Some(Manner::NotNowAtEnd) => (false, Some("451 4.3.0 the disk is full")),
            Some(Manner::NeverAtEnd) => (false, Some("554 5.7.1 we do not like it")),
            Some(Manner::SilentAtEnd | Manner::HangUpAtEnd) => (true, None),
            _ => (true, Some("250 2.0.0 taken")),
        };
        if taken {
            let arrived = Arrived { from: talk.from.clone(), to: talk.to.clone(), words };
            open(&self.state.arrived).push(arrived);
            tokio::time::sleep(self.terms.delay).await;
        }
        match said {
            Some(said) => wire.write_all(format!("{said}\r\n").as_bytes()).await?,
            None if talk.manner == Some(Manner::HangUpAtEnd) => return Ok(false),
            None => self.fall_silent(wire).await?,
        }
        Ok(talk.manner != Some(Manner::HangUpAfter))
    }

    async fn say_nothing(&self, mut wire: BufReader<Box<dyn Wire>>) -> io::Result<Option<Box<dyn Wire>>> {
        self.fall_silent(&mut wire).await?;
        Ok(None)
    }

    /// Says nothing more until the other side hangs up.
    async fn fall_silent(&self, wire: &mut BufReader<Box<dyn Wire>>) -> io::Result<()> {
        self.silences.send_modify(|silences| *silences += 1);
        let mut line = String::new();
        while wire.read_line(&mut line).await? > 0 {}
        Ok(())
    }
}

fn bracketed(word: &str) -> String {
    word.split(['<', '>']).nth(1).unwrap_or_default().to_owned()
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for part in bytes.chunks(3) {
        let bits =
            part.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - part.len()));
        for at in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * at) & 63) as usize];
            text.push(if at <= part.len() { char::from(letter) } else { '=' });
        }
    }
    text
}
