//! `folkmoot user`

use std::io::BufRead;

use anyhow::{Context, bail};
use clap::{Args, Subcommand};
use domain::forms::Form;
use domain::people::{NewAccount, Scope};
use services::Failure;
use services::people::accounts;

use super::{Data, print};

/// Keeps accounts.
#[derive(Args)]
pub struct User {
    #[command(subcommand)]
    act: Act,
}

#[derive(Subcommand)]
enum Act {
    /// Makes an account; the password is read from standard input, one line
    Add {
        #[command(flatten)]
        data: Data,
        /// The person's name
        #[arg(long)]
        name: String,
        /// The address they sign in with
        #[arg(long)]
        email: String,
        /// Their role on the whole portal, such as administrator or owner (`/team/permissions` lists them)
        #[arg(long)]
        role: String,
    },
}

impl User {
    /// Does what was asked.
    pub async fn run(self) -> anyhow::Result<()> {
        let Act::Add { data, name, email, role } = self.act;
        // A password on the command line would be seen by everyone on the machine.
        let mut password = String::new();
        std::io::stdin().lock().read_line(&mut password).context("no password came by standard input")?;
        let password = password.trim_end_matches(['\r', '\n']).to_owned();
        let form = Form::from_pairs([
            ("name", name),
            ("email", email),
            ("role", role),
            ("place", Scope::Platform.field()),
            ("password", password),
        ]);
        let account = NewAccount::parse(&form).map_err(Failure::Invalid);
        let services = data.open().await?;
        let done = match account {
            Ok(account) => accounts::add(&services, account).await,
            Err(failure) => Err(failure),
        };
        match done {
            Ok(_) => {
                print(&format!("{} can sign in.", form.value("email")));
                Ok(())
            }
            Err(Failure::Invalid(problems)) => {
                let said: Vec<String> = problems.iter().map(app::words::say_problem).collect();
                bail!(said.join(" "))
            }
            Err(failure) => Err(failure.into()),
        }
    }
}
