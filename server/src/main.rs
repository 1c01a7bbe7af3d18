//! The program `folkmoot`.

use std::process::ExitCode;

use clap::Parser;
use folkmoot::cli::Command;

fn main() -> ExitCode {
    let command = Command::parse();
    match command.run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            folkmoot::cli::complain(&error);
            ExitCode::FAILURE
        }
    }
}
