//! A respondent's browser in few lines: one connection a request, one cookie.

use std::net::SocketAddr;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// What came back.
pub struct Answer {
    pub status: u16,
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

    /// Goes on, with the cookie that it has, where the server is now.
    pub fn move_to(&mut self, address: SocketAddr) {
        self.address = address;
    }

    /// The value of its cookie, if that has this name.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookie.as_deref()?.strip_prefix(name)?.strip_prefix('=')
    }

    /// Asks for a page; nothing where the server is gone.
    pub async fn get(&mut self, path: &str) -> Option<Answer> {
        self.send("GET", path, "text/html", "").await
    }

    /// Sends a form; nothing where the server is gone. Values are plain letters, with `+` for a space, so nothing needs encoding.
    pub async fn post(&mut self, path: &str, form: &[(&str, &str)]) -> Option<Answer> {
        self.send("POST", path, "text/html", &encoded(form)).await
    }

    /// Sends a form as the script of a page does, which is answered in JSON.
    pub async fn post_by_script(&mut self, path: &str, form: &[(&str, &str)]) -> Option<Answer> {
        self.send("POST", path, "application/json", &encoded(form)).await
    }

    async fn send(&mut self, method: &str, path: &str, accept: &str, body: &str) -> Option<Answer> {
        let cookie = self.cookie.as_ref().map(|cookie| format!("Cookie: {cookie}\r\n")).unwrap_or_default();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nAccept: {accept}\r\n{cookie}\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            self.address,
            body.len()
        );
        let mut stream = TcpStream::connect(self.address).await.ok()?;
        stream.write_all(request.as_bytes()).await.ok()?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).await.ok()?;
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
        let (head, body) = (String::from_utf8_lossy(&bytes[..end]), &bytes[end + 4..]);
        let header = |name: &str| {
            head.lines().find_map(|line| line.strip_prefix(name)).map(|value| value.trim().to_owned())
        };
        // What was cut off says nothing.
        let length: Option<usize> = header("content-length:").and_then(|length| length.parse().ok());
        if length.is_some_and(|length| body.len() < length) {
            return None;
        }
        if let Some(set) = header("set-cookie:") {
            self.cookie = set.split(';').next().map(str::to_owned);
        }
        Some(Answer {
            status: head.split(' ').nth(1)?.parse().ok()?,
            location: header("location:"),
            body: String::from_utf8_lossy(body).into_owned(),
        })
    }
}

fn encoded(form: &[(&str, &str)]) -> String {
    let fields: Vec<String> = form.iter().map(|(name, value)| format!("{name}={value}")).collect();
    fields.join("&")
}
