//! A file on its way in: hashed and counted while it comes, and held in no more memory than a piece of it.

use std::fs::File;
use std::io::{self, Write};

use domain::files::{Document, Refusal, ending, shown_name};
use sha2::{Digest, Sha256};
use tempfile::NamedTempFile;

use super::examine::{child, table};
use super::{Examined, Files, Program, failed};
use crate::responses::import::Table;
use crate::{Failure, secrets};

/// A file of which some bytes have come.
pub struct Incoming {
    file: NamedTempFile,
    hash: Sha256,
    size: u64,
    largest: u64,
}

/// A file that may be kept.
pub struct Taken {
    pub document: Document,
    pub examined: Examined,
    pub(super) file: NamedTempFile,
}

impl Incoming {
    /// A file of which nothing has come yet.
    pub fn new(files: &Files) -> Result<Self, Failure> {
        let file = NamedTempFile::new().map_err(failed)?;
        Ok(Self { file, hash: Sha256::new(), size: 0, largest: files.largest() })
    }

    /// The next bytes. Past the limit nothing more is kept, and [`Incoming::is_too_large`] says so.
    pub fn take(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.size += bytes.len() as u64;
        if self.is_too_large() {
            return Ok(());
        }
        self.hash.update(bytes);
        self.file.write_all(bytes).map_err(failed)
    }

    /// Whether more has come than may.
    pub const fn is_too_large(&self) -> bool {
        self.size > self.largest
    }

    /// Takes it apart as a table, in the same process in which documents are judged.
    pub async fn table(self, files: &Files) -> Result<Result<Table, Refusal>, Failure> {
        self.taken_apart(files, table::ask).await
    }

    /// Judges it. `name` is what its sender calls it.
    pub async fn judge(self, files: &Files, name: &str) -> Result<Result<Taken, Refusal>, Failure> {
        let examined = match self.taken_apart(files, child::ask).await? {
            Err(why) => return Ok(Err(why)),
            Ok(examined) => examined,
        };
        let shown = shown_name(name);
        if ending(&shown).is_some_and(|ending| !examined.kind.is_named(ending)) {
            return Ok(Err(Refusal::WrongEnding));
        }
        let name = if shown.is_empty() { format!("document.{}", examined.kind) } else { shown };
        let hash = secrets::hex(&self.hash.finalize());
        let document = Document { hash, name, kind: examined.kind, size: self.size };
        Ok(Ok(Taken { document, examined, file: self.file }))
    }

    /// What a process of its own finds in it, which it is given in its turn. Too much or nothing is not given to any.
    async fn taken_apart<T: Send + 'static>(
        &self,
        files: &Files,
        ask: fn(&Program, File) -> io::Result<Result<T, Refusal>>,
    ) -> Result<Result<T, Refusal>, Failure> {
        if self.is_too_large() {
            return Ok(Err(Refusal::TooLarge));
        }
        if self.size == 0 {
            return Ok(Err(Refusal::Empty));
        }
        let Ok(_turn) = files.0.examining.acquire().await else {
            return Err(failed("the program is ending"));
        };
        let (program, read) = (files.0.settings.program.clone(), self.file.reopen().map_err(failed)?);
        let found = tokio::task::spawn_blocking(move || ask(&program, read)).await;
        found.map_err(failed)?.map_err(failed)
    }
}
