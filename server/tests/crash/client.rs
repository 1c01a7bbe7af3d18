//! A respondent's browser in few lines: one connection a request, one cookie.

use std::net::SocketAddr;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// What came back.
pub struct Answer {
    pub location: Option<String>,
    pub body: String,
}

/// One respondent.
pub struct Client {
    address: SocketAddr,
    cookie: Option<String>,
}

impl Client {
    pub fn new(address: SocketAddr) -> Self {
        Self { address, cookie: None }
    }

    /// Asks for a page; nothing where the server is gone.
    pub async fn get(&mut self, path: &str) -> Option<Answer> {
        self.send("GET", path, "").await
    }

    /// Sends a form; nothing where the server is gone. Values are plain letters, with `+` for a space, so nothing needs encoding.
    pub async fn post(&mut self, path: &str, form: &[(&str, &str)]) -> Option<Answer> {
        let body: Vec<String> = form.iter().map(|(name, value)| format!("{name}={value}")).collect();
        self.send("POST", path, &body.join("&")).await
    }

    async fn send(&mut self, method: &str, path: &str, body: &str) -> Option<Answer> {
        let cookie = self.cookie.as_ref().map(|cookie| format!("Cookie: {cookie}\r\n")).unwrap_or_default();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n{cookie}\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            self.address,
            body.len()
        );
        let mut stream = TcpStream::connect(self.address).await.ok()?;
        stream.write_all(request.as_bytes()).await.ok()?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).await.ok()?;
        let text = String::from_utf8_lossy(&bytes);
        let (head, body) = text.split_once("\r\n\r\n")?;
        let header = |name: &str| {
            head.lines().find_map(|line| line.strip_prefix(name)).map(|value| value.trim().to_owned())
        };
        if let Some(set) = header("set-cookie:") {
            self.cookie = set.split(';').next().map(str::to_owned);
        }
        Some(Answer { location: header("location:"), body: body.to_owned() })
    }
}
