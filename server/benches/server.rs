//! The built program at work, as `make run` starts it.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, ensure};

/// A server on a folder of data. It ends with the value.
pub struct Server {
    pub address: SocketAddr,
    process: Child,
}

impl Server {
    /// Starts it and waits until it says where it is. Its log goes into a file, as it would go to the system's.
    pub fn start(data: &Path) -> anyhow::Result<Self> {
        let mut process = Command::new(program()?)
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            // All clients have one address; what is measured is the work, not the limit.
            .envs(
                ["SIGN_IN", "RESPOND", "SEARCH", "EXPORT", "SECONDS_A_PAGE"]
                    .map(|name| (format!("FOLKMOOT_LIMITS_{name}"), "0")),
            )
            // They sign in with a password alone, as in the demonstration.
            .env("FOLKMOOT_SIGN_IN_SECOND_FACTOR", "offered")
            .stdout(Stdio::piped())
            .stderr(File::create(data.join("log"))?)
            .spawn()?;
        let mut line = String::new();
        BufReader::new(process.stdout.take().context("no output")?).read_line(&mut line)?;
        let address = line.trim().rsplit('/').next().unwrap_or_default().parse();
        let address = address.with_context(|| format!("the server said {line:?}"))?;
        Ok(Self { address, process })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Whatever it acknowledged is durable, so it may be ended at any moment.
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// The program beside this one's folder: `target/release/folkmoot`.
fn program() -> anyhow::Result<PathBuf> {
    let here = std::env::current_exe()?;
    let folder = here.parent().and_then(Path::parent).context("no folder above")?;
    let program = folder.join("folkmoot");
    ensure!(program.exists(), "{} is not there: run `make build` first", program.display());
    Ok(program)
}
