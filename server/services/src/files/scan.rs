//! Looking for viruses: `clamd` of `ClamAV`, asked by its `INSTREAM` command over TCP or a socket of the machine.

use std::path::PathBuf;
use std::time::Duration;

use bytes::Bytes;
use futures::{Stream, StreamExt};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpStream, UnixStream};

/// How long one document may take.
const LONGEST: Duration = Duration::from_mins(2);

/// The most bytes of an answer: it is one line.
const LARGEST_ANSWER: u64 = 4096;

/// Where `clamd` is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clamd {
    /// A name or an address, and a port.
    Tcp(String),
    Socket(PathBuf),
}

/// What it found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    Nothing,
    /// The name of what it found.
    Virus(String),
}

/// Why it found neither.
#[derive(Debug, thiserror::Error)]
pub enum ScanError {
    #[error("it did not answer in time")]
    Slow,
    #[error("it cannot be asked: {0}")]
    Unreachable(#[from] std::io::Error),
    #[error("it answered {0:?}")]
    Said(String),
}

impl Clamd {
    /// Reads where it is: a path begins with a slash, anything else has a port.
    pub fn parse(named: &str) -> Option<Self> {
        if named.starts_with('/') {
            return Some(Self::Socket(PathBuf::from(named)));
        }
        let (host, port) = named.rsplit_once(':')?;
        (!host.is_empty() && port.parse::<u16>().is_ok()).then(|| Self::Tcp(named.to_owned()))
    }

    /// Has bytes searched.
    pub async fn scan(
        &self,
        bytes: impl Stream<Item = std::io::Result<Bytes>> + Unpin,
    ) -> Result<Found, ScanError> {
        let asked = async {
            match self {
                Self::Tcp(at) => ask(TcpStream::connect(at).await?, bytes).await,
                Self::Socket(at) => ask(UnixStream::connect(at).await?, bytes).await,
            }
        };
        tokio::time::timeout(LONGEST, asked).await.map_err(|_| ScanError::Slow)?
    }
}

async fn ask(
    mut line: impl AsyncRead + AsyncWrite + Unpin,
    mut bytes: impl Stream<Item = std::io::Result<Bytes>> + Unpin,
) -> Result<Found, ScanError> {
    line.write_all(b"zINSTREAM\0").await?;
    while let Some(piece) = bytes.next().await {
        for part in piece?.chunks(256 * 1024) {
            line.write_all(&(part.len() as u32).to_be_bytes()).await?;
            line.write_all(part).await?;
        }
    }
    line.write_all(&[0; 4]).await?;
    line.flush().await?;
    let mut said = Vec::new();
    line.take(LARGEST_ANSWER).read_to_end(&mut said).await?;
    let said = String::from_utf8_lossy(&said);
    let said = said.trim_end_matches(['\0', '\n']);
    let result = said.strip_prefix("stream: ").unwrap_or(said);
    match result.strip_suffix(" FOUND") {
        Some(name) => Ok(Found::Virus(name.to_owned())),
        None if result == "OK" => Ok(Found::Nothing),
        None => Err(ScanError::Said(said.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scanner_is_at_a_socket_or_a_port() {
        assert_eq!(Clamd::parse("/run/clamd.ctl"), Some(Clamd::Socket("/run/clamd.ctl".into())));
        assert_eq!(Clamd::parse("scanner:3310"), Some(Clamd::Tcp("scanner:3310".to_owned())));
        for wrong in ["", "scanner", ":3310", "scanner:port", "scanner:99999"] {
            assert_eq!(Clamd::parse(wrong), None, "{wrong}");
        }
    }
}
