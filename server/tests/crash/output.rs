//! What the server says, and whether anybody reads it.

use std::io::{Read, Write, pipe};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::time::Duration;

/// What a server at this address answers; nothing while there is none.
fn asked(address: SocketAddr) -> Option<String> {
    let mut line = TcpStream::connect(address).ok()?;
    line.write_all(b"GET / HTTP/1.0\r\nHost: folkmoot.test\r\n\r\n").ok()?;
    let mut answer = Vec::new();
    line.read_to_end(&mut answer).ok()?;
    Some(String::from_utf8_lossy(&answer).into_owned())
}

#[test]
fn a_server_goes_on_where_nobody_reads_what_it_says() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let free = TcpListener::bind("127.0.0.1:0").and_then(|held| held.local_addr()).expect("a free port");
    let (reader, writer) = pipe().expect("a pipe");
    drop(reader);
    let mut server = Command::new(env!("CARGO_BIN_EXE_folkmoot"))
        .args(["serve", "--listen", &free.to_string(), "--data"])
        .arg(folder.path())
        .env("FOLKMOOT_SIGN_IN_SECOND_FACTOR", "offered")
        .stdout(writer)
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let tried = (0..600).find_map(|_| {
        std::thread::sleep(Duration::from_millis(50));
        asked(free)
    });
    let ended = server.try_wait().expect("it is known");
    server.kill().expect("it can be ended");
    server.wait().expect("it has ended");
    assert_eq!(ended, None, "it serves on");
    let answer = tried.expect("it answers within half a minute");
    assert!(answer.contains(" 200 OK"), "{answer}");
}
