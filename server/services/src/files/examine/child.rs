//! The process that judges files: how it is started and what it answers ([`ask`]), and what it does ([`answer`]).
//!
//! It answers in two parts. The first, one line, says what the file is or why it is not taken; the second is its text.
//! Should it fail between the two, the file is taken and has no text: a page that no program can read is no fault of
//! whoever sent it.

use std::ffi::OsString;
use std::fs::File;
use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use domain::files::{FileKind, Refusal, TextState};
use rustix::process::{Resource, Rlimit, setrlimit};

use super::{LONGEST_TEXT, judge};

/// How long it may take, by the clock on the wall and by that of the processor.
const LONGEST: Duration = Duration::from_secs(30);
const PROCESSOR_SECONDS: u64 = 20;

/// How much memory it may use.
const MEMORY: u64 = 1024 * 1024 * 1024;

/// The most bytes that it answers.
const LARGEST_ANSWER: u64 = (LONGEST_TEXT * 4 + 1024) as u64;

/// How often it is looked at.
const LOOK: Duration = Duration::from_millis(5);

/// A file that may be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Examined {
    pub kind: FileKind,
    pub text: String,
    pub text_state: TextState,
}

/// Which program it is, with its arguments.
#[derive(Clone, Debug)]
pub struct Program(pub Vec<OsString>);

impl Program {
    /// The program that runs, asked to examine a file.
    pub fn this() -> Self {
        let this = std::env::current_exe().unwrap_or_else(|_| "folkmoot".into());
        Self(vec![this.into_os_string(), "examine".into()])
    }

    fn start(&self, more: Option<&str>, file: File) -> std::io::Result<Child> {
        let (program, arguments) = self.0.split_first().ok_or(std::io::ErrorKind::NotFound)?;
        Command::new(program)
            .args(arguments)
            .args(more)
            .env_clear()
            .current_dir("/")
            .stdin(file)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
    }
}

/// Has a file examined. Waits, so call it where waiting is allowed.
pub fn ask(program: &Program, file: File) -> std::io::Result<Result<Examined, Refusal>> {
    let (read, done) = run(program, None, file, LARGEST_ANSWER)?;
    Ok(understood(&read, done))
}

/// Has the process look at a file. Gives what it answers, at most so many bytes, and whether it ended well.
pub(super) fn run(
    program: &Program,
    more: Option<&str>,
    file: File,
    largest: u64,
) -> std::io::Result<(Vec<u8>, bool)> {
    let mut child = program.start(more, file)?;
    let answer = child.stdout.take().ok_or(std::io::ErrorKind::BrokenPipe)?;
    let reading = thread::spawn(move || {
        let mut read = Vec::new();
        // What cannot be read any more is what the process did not get to say.
        answer.take(largest).read_to_end(&mut read).map(|_| read)
    });
    let done = wait(&mut child)?;
    let read = reading.join().map_err(|_| std::io::ErrorKind::Other)??;
    Ok((read, done))
}

/// Waits until it ends, and ends it where it takes too long. Gives whether it ended well.
fn wait(child: &mut Child) -> std::io::Result<bool> {
    let begun = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status.success());
        }
        if begun.elapsed() > LONGEST {
            child.kill()?;
            child.wait()?;
            return Ok(false);
        }
        thread::sleep(LOOK);
    }
}

fn understood(read: &[u8], done: bool) -> Result<Examined, Refusal> {
    let read = String::from_utf8_lossy(read);
    let mut lines = read.splitn(3, '\n');
    let verdict = lines.next().and_then(|line| line.split_once(' '));
    let kind = match verdict {
        Some(("refused", why)) => return Err(Refusal::parse(why).unwrap_or(Refusal::Broken)),
        Some(("is", kind)) => FileKind::parse(kind).ok_or(Refusal::TooHard)?,
        _ => return Err(Refusal::TooHard),
    };
    let state = lines.next().and_then(TextState::parse).filter(|_| done);
    let text = lines.next().unwrap_or_default();
    Ok(match state {
        Some(state) => Examined { kind, text: text.to_owned(), text_state: state },
        None => Examined { kind, text: String::new(), text_state: TextState::Failed },
    })
}

/// Sets the limits of this process, which cannot be raised again.
pub fn limit() -> std::io::Result<()> {
    for (resource, most) in [
        (Resource::As, MEMORY),
        (Resource::Cpu, PROCESSOR_SECONDS),
        // It writes no file, and leaves none behind when it fails.
        (Resource::Fsize, 0),
        (Resource::Core, 0),
        (Resource::Nofile, 16),
    ] {
        setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) })?;
    }
    Ok(())
}

/// Examines the file that comes in, and answers.
pub fn answer(mut file: impl Read, mut out: impl Write) -> std::io::Result<()> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    match judge(&bytes) {
        Err(why) => writeln!(out, "refused {why}")?,
        Ok(judged) => {
            writeln!(out, "is {}", judged.kind())?;
            out.flush()?;
            let (state, text) = judged.text();
            write!(out, "{state}\n{text}")?;
        }
    }
    out.flush()
}
