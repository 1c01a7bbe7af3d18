//! The folder of the index, and who may write in it.
//!
//! Inside are folders `generation-N`, each a whole index; the file `current`, which names the one that serves; `lock`,
//! which is held by the one process that writes; and requests to rebuild, one file each. A generation is made beside
//! the one that serves and becomes current by one rename, so that no reader ever sees half of it.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The folder of the index.
#[derive(Clone, Debug)]
pub struct Home(PathBuf);

/// The right to write. It ends with the value, and with the process, however that ends.
#[derive(Debug)]
pub struct Lock(#[expect(dead_code, reason = "held for its lock, never read")] File);

impl Home {
    /// The index in this folder. Nothing is made or opened yet.
    pub fn new(folder: &Path) -> Self {
        Self(folder.to_owned())
    }

    /// The number of the generation that serves.
    pub fn current(&self) -> Option<u64> {
        fs::read_to_string(self.0.join("current")).ok()?.trim().parse().ok()
    }

    /// Makes this generation the one that serves.
    pub fn make_current(&self, number: u64) -> io::Result<()> {
        self.replace("current", &format!("{number}\n"))
    }

    /// The folder of a generation.
    pub fn generation(&self, number: u64) -> PathBuf {
        self.0.join(format!("generation-{number}"))
    }

    /// Makes an empty folder for a generation newer than all that are there.
    pub fn new_generation(&self) -> io::Result<u64> {
        let newest = self.generations()?.into_iter().chain(self.current()).max().unwrap_or(0);
        fs::create_dir_all(self.generation(newest + 1))?;
        Ok(newest + 1)
    }

    /// Removes every generation but this one. Readers keep the files they have open.
    pub fn keep_only(&self, number: u64) -> io::Result<()> {
        for other in self.generations()?.into_iter().filter(|other| *other != number) {
            fs::remove_dir_all(self.generation(other))?;
        }
        Ok(())
    }

    fn generations(&self) -> io::Result<Vec<u64>> {
        let number = |name: &str| name.strip_prefix("generation-")?.parse().ok();
        Ok(self.names()?.iter().filter_map(|name| number(name)).collect())
    }

    /// The right to write, unless another process has it.
    pub fn try_lock(&self) -> io::Result<Option<Lock>> {
        fs::create_dir_all(&self.0)?;
        let file = File::options().create(true).truncate(false).write(true).open(self.0.join("lock"))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Lock(file))),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    /// Leaves a request to rebuild for the process that writes. `name` is the asker's own.
    pub fn request(&self, name: &str) -> io::Result<()> {
        self.replace(&format!("{name}.rebuild"), "")
    }

    /// The names of the requests that wait.
    pub fn requests(&self) -> io::Result<Vec<String>> {
        Ok(self.names()?.iter().filter_map(|name| name.strip_suffix(".rebuild").map(str::to_owned)).collect())
    }

    /// Takes a request away: it was met, or is no longer wanted.
    pub fn settle(&self, name: &str) -> io::Result<()> {
        match fs::remove_file(self.0.join(format!("{name}.rebuild"))) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// Takes a request away that could not be met, and leaves the reason for its asker.
    pub fn refuse(&self, name: &str, reason: &str) -> io::Result<()> {
        self.replace(&format!("{name}.refused"), reason)?;
        self.settle(name)
    }

    /// The reason why a request was refused, if it was; it is given once.
    pub fn refusal(&self, name: &str) -> Option<String> {
        let file = self.0.join(format!("{name}.refused"));
        let reason = fs::read_to_string(&file).ok()?;
        fs::remove_file(file).ok();
        Some(reason)
    }

    fn names(&self) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(&self.0)? {
            names.extend(entry?.file_name().into_string());
        }
        Ok(names)
    }

    /// Writes a file so that readers see the old one or the new one, also after a power cut.
    fn replace(&self, name: &str, content: &str) -> io::Result<()> {
        let beside = self.0.join(format!("{name}.new"));
        let mut file = File::create(&beside)?;
        file.write_all(content.as_bytes())?;
        file.sync_all()?;
        fs::rename(&beside, self.0.join(name))?;
        // Elsewhere than on Unix a folder cannot be opened as a file, and need not be.
        File::open(&self.0).and_then(|folder| folder.sync_all()).or(Ok(()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_writer_at_a_time_and_the_newest_generation_is_kept() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let home = Home::new(&folder.path().join("index"));
        let lock = home.try_lock().expect("the folder is made").expect("nobody else writes");
        assert!(home.try_lock().expect("asked again").is_none());
        drop(lock);
        assert!(home.try_lock().expect("asked a third time").is_some());
        assert_eq!((home.new_generation().expect("one"), home.new_generation().expect("two")), (1, 2));
        home.make_current(2).expect("a pointer");
        home.keep_only(2).expect("the first goes");
        assert_eq!((home.current(), home.new_generation().expect("three")), (Some(2), 3));
        assert!(!home.generation(1).exists());
        home.request("a").expect("a request");
        assert_eq!(home.requests().expect("a list"), ["a"]);
        home.settle("a").expect("met");
        home.settle("a").expect("met twice is no harm");
        home.request("b").expect("another");
        home.refuse("b", "the disk is full").expect("refused");
        assert_eq!((home.refusal("b").as_deref(), home.refusal("b")), (Some("the disk is full"), None));
        assert!(home.requests().expect("a list").is_empty());
    }
}
