//! The built program, and its end.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, Stdio};

use services::Place;
use tokio::sync::Mutex;

/// The number of the signal that nothing can catch.
const SIGKILL: i32 = 9;

/// Held by whoever measures by the load that there was: several of them at once would starve each other.
pub static ALONE: Mutex<()> = Mutex::const_new(());

/// A running server. It is killed with this value, also where the test fails.
pub struct Server {
    program: Child,
    pub address: SocketAddr,
}

impl Server {
    /// Starts the program on this data, and waits until it says where it is.
    pub fn start(place: &Place) -> Self {
        Self::start_with(place, &[])
    }

    /// The same with these variables set.
    pub fn start_with(place: &Place, variables: &[(&str, String)]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_folkmoot"));
        command.args(["serve", "--listen", "127.0.0.1:0", "--data"]).arg(&place.folder);
        if let Some(database) = &place.database {
            command.arg("--database").arg(database);
        }
        let mut program = command
            // All that it is sent under load comes from one address.
            .envs(["RESPOND", "SECONDS_A_PAGE"].map(|name| (format!("FOLKMOOT_LIMITS_{name}"), "0")))
            .envs(variables.iter().map(|(name, value)| (name, value)))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let out = program.stdout.take().expect("its output");
        let mut line = String::new();
        BufReader::new(out).read_line(&mut line).expect("it says where it is");
        let address = line.trim().rsplit('/').next().and_then(|at| at.parse().ok());
        let address = address.unwrap_or_else(|| panic!("the program said {line:?}"));
        Self { program, address }
    }

    /// Kills it; it must have served until then.
    pub fn kill(mut self) {
        self.program.kill().expect("the server can be killed");
        let ended = self.program.wait().expect("the server has ended");
        assert_eq!(ended.signal(), Some(SIGKILL), "the server ended by itself: {ended}");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Where it is gone already there is nothing to end.
        let _ = self.program.kill().and_then(|()| self.program.wait());
    }
}
