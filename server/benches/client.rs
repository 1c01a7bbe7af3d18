//! A browser in few lines that keeps its connection: quick enough to leave the machine to the server.

use std::net::SocketAddr;

use anyhow::{Context, bail, ensure};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufStream};
use tokio::net::TcpStream;

/// One request.
#[derive(Clone, Debug, Default)]
pub struct Ask {
    pub path: String,
    /// Sent as it is; empty for a browser that holds none.
    pub cookie: String,
    /// The form to post; without one it is a GET.
    pub form: Option<String>,
    /// Whether the answer may come compressed by brotli, as every browser asks.
    pub compressed: bool,
}

impl Ask {
    /// A page.
    pub fn get(path: impl Into<String>) -> Self {
        Self { path: path.into(), ..Self::default() }
    }

    /// A form, encoded.
    pub fn post(path: impl Into<String>, form: impl Into<String>) -> Self {
        Self { path: path.into(), form: Some(form.into()), ..Self::default() }
    }

    /// The same by a browser that holds this cookie.
    #[must_use]
    pub fn with(self, cookie: &str) -> Self {
        Self { cookie: cookie.to_owned(), ..self }
    }

    /// The same, compressed.
    #[must_use]
    pub fn compressed(self) -> Self {
        Self { compressed: true, ..self }
    }

    fn bytes(&self, host: SocketAddr) -> Vec<u8> {
        let Self { path, cookie, form, compressed } = self;
        let method = if form.is_some() { "POST" } else { "GET" };
        let mut lines = vec![format!("{method} {path} HTTP/1.1"), format!("Host: {host}")];
        if !cookie.is_empty() {
            lines.push(format!("Cookie: {cookie}"));
        }
        if *compressed {
            lines.push("Accept-Encoding: gzip, deflate, br".to_owned());
        }
        if let Some(form) = form {
            lines.push("Content-Type: application/x-www-form-urlencoded".to_owned());
            lines.push(format!("Content-Length: {}", form.len()));
        }
        let head = lines.join("\r\n");
        let body = form.as_deref().unwrap_or_default();
        format!("{head}\r\n\r\n{body}").into_bytes()
    }
}

/// What came back.
#[derive(Debug, Default)]
pub struct Answer {
    pub status: u16,
    pub location: Option<String>,
    /// The name and value of the cookie that was set.
    pub cookie: Option<String>,
    /// As it was sent: compressed where that was asked for.
    pub body: Vec<u8>,
}

impl Answer {
    /// The body where it is a text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// One connection.
pub struct Client {
    address: SocketAddr,
    stream: BufStream<TcpStream>,
}

impl Client {
    /// Connects.
    pub async fn new(address: SocketAddr) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(address).await.context("the server cannot be reached")?;
        stream.set_nodelay(true)?;
        Ok(Self { address, stream: BufStream::new(stream) })
    }

    /// Asks, and reads the whole answer.
    pub async fn ask(&mut self, ask: &Ask) -> anyhow::Result<Answer> {
        self.stream.write_all(&ask.bytes(self.address)).await?;
        self.stream.flush().await?;
        let mut answer = Answer::default();
        let mut line = String::new();
        self.line(&mut line).await?;
        answer.status = line.split(' ').nth(1).context("no status")?.parse()?;
        let (mut length, mut chunked) = (0, false);
        loop {
            self.line(&mut line).await?;
            let Some((name, value)) = line.split_once(": ") else { break };
            match name {
                "content-length" => length = value.parse()?,
                "transfer-encoding" => chunked = value == "chunked",
                "location" => answer.location = Some(value.to_owned()),
                "set-cookie" => answer.cookie = value.split(';').next().map(str::to_owned),
                _ => {}
            }
        }
        if chunked {
            while self.chunk(&mut line, &mut answer.body).await? {}
        } else {
            self.take(length, &mut answer.body).await?;
        }
        Ok(answer)
    }

    /// Asks, and is content with one status alone.
    pub async fn expect(&mut self, ask: &Ask, status: u16) -> anyhow::Result<Answer> {
        let answer = self.ask(ask).await?;
        ensure!(answer.status == status, "{} answered {} in place of {status}", ask.path, answer.status);
        Ok(answer)
    }

    /// The next line without its end.
    async fn line(&mut self, line: &mut String) -> anyhow::Result<()> {
        line.clear();
        if self.stream.read_line(line).await? == 0 {
            bail!("the server has hung up");
        }
        line.truncate(line.trim_end().len());
        Ok(())
    }

    /// The next chunk; gives whether there are more.
    async fn chunk(&mut self, line: &mut String, body: &mut Vec<u8>) -> anyhow::Result<bool> {
        self.line(line).await?;
        let length = usize::from_str_radix(line, 16)?;
        self.take(length, body).await?;
        self.line(line).await?;
        Ok(length > 0)
    }

    async fn take(&mut self, length: usize, body: &mut Vec<u8>) -> anyhow::Result<()> {
        let from = body.len();
        body.resize(from + length, 0);
        self.stream.read_exact(&mut body[from..]).await?;
        Ok(())
    }
}
