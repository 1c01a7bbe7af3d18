//! `folkmoot examine`: the process in which files of strangers are opened.

use anyhow::Context;
use services::files::examine::child;

/// Takes limits upon itself, then judges the file that comes in.
pub fn run() -> anyhow::Result<()> {
    child::limit().context("the limits cannot be set")?;
    child::answer(std::io::stdin().lock(), std::io::stdout().lock()).context("the file could not be examined")
}
