//! `folkmoot user`

use std::io::BufRead;

use anyhow::{Context, bail};
use clap::{Args, Subcommand};
use domain::forms::Form;
use domain::people::{NewAccount, Scope};
use services::Failure;
use services::people::{accounts, factors};

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
    /// Clears the second step of someone who has lost their app and their recovery codes, and signs them out everywhere
    ClearSecondStep {
        #[command(flatten)]
        data: Data,
        /// The address they sign in with
        #[arg(long)]
        email: String,
    },
}

impl User {
    /// Does what was asked.
    pub async fn run(self) -> anyhow::Result<()> {
        match self.act {
            Act::Add { data, name, email, role } => add(&data, name, email, role).await,
            Act::ClearSecondStep { data, email } => clear_second_step(&data, &email).await,
        }
    }
}

async fn clear_second_step(data: &Data, email: &str) -> anyhow::Result<()> {
    let services = data.open().await?;
    let person = accounts::key_of(&services, email).await.context("nobody signs in with this address")?;
    factors::clear(&services, person).await.context("they sign in with one step")?;
    print(&format!("{email} signs in with one step, and is signed out everywhere."));
    Ok(())
}

async fn add(data: &Data, name: String, email: String, role: String) -> anyhow::Result<()> {
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
