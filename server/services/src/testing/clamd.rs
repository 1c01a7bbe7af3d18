//! A real `clamd` of the test's own, which knows one virus: the test string of EICAR.

use std::io::Write;
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::files::eicar;
use crate::files::Clamd;
use crate::secrets;

/// A scanner that ends with this value.
pub struct Scanner {
    folder: tempfile::TempDir,
    port: u16,
    child: Child,
}

impl Scanner {
    /// Starts one. Where the program is missing the test fails and says what to install.
    pub fn start() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let known = folder.path().join("known");
        std::fs::create_dir(&known).expect("a folder");
        let signature = format!("Eicar-Test-Signature:0:0:{}\n", secrets::hex(&eicar()));
        std::fs::write(known.join("test.ndb"), signature).expect("a signature");
        // Free a moment ago, so free now.
        let port =
            TcpListener::bind("127.0.0.1:0").and_then(|held| held.local_addr()).expect("a port").port();
        let here = folder.path().display();
        let settings = format!(
            "DatabaseDirectory {here}/known\nLocalSocket {here}/clamd\nTCPSocket {port}\nTCPAddr 127.0.0.1\n\
             Foreground yes\nLogFile {here}/log\nStreamMaxLength 110M\n"
        );
        let file = folder.path().join("clamd.conf");
        std::fs::write(&file, settings).expect("its settings");
        let child = Command::new("/usr/sbin/clamd")
            .arg("--config-file")
            .arg(&file)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("/usr/sbin/clamd: apt-get install clamav-daemon");
        let scanner = Self { folder, port, child };
        scanner.wait();
        scanner
    }

    fn wait(&self) {
        for _ in 0..600 {
            if std::net::TcpStream::connect(("127.0.0.1", self.port)).is_ok() && self.path().exists() {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        let log = std::fs::read(self.folder.path().join("log")).unwrap_or_default();
        std::io::stderr().write_all(&log).expect("standard error is open");
        panic!("clamd did not start within 30 s; its log is above");
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("clamd")
    }

    /// Where it is, over TCP.
    pub fn tcp(&self) -> Clamd {
        Clamd::Tcp(format!("127.0.0.1:{}", self.port))
    }

    /// Where it is, at a socket of the machine.
    pub fn socket(&self) -> Clamd {
        Clamd::Socket(self.path())
    }
}

impl Drop for Scanner {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
