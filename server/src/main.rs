//! The program `folkmoot`.

use std::process::ExitCode;

use clap::Parser;
use folkmoot::cli::Command;

#[tokio::main]
async fn main() -> ExitCode {
    let command = Command::parse();
    match command.run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            folkmoot::cli::complain(&error);
            ExitCode::FAILURE
        }
    }
}
