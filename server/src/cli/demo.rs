//! `folkmoot demo`

use clap::Args;
use services::demo::load;

use super::{Data, print};

/// Creates and fills a demonstration.
#[derive(Args)]
pub struct Demo {
    #[command(flatten)]
    data: Data,
    /// The number from which everything invented follows
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

impl Demo {
    /// Fills empty data and says who can sign in.
    pub async fn run(self) -> anyhow::Result<()> {
        let services = self.data.open().await?;
        let people = load::load(&services, self.seed).await?;
        print("The demonstration is ready. Its accounts:");
        for person in people {
            let roles = person.roles.iter().map(|role| role.as_str()).collect::<Vec<_>>().join(", ");
            print(&format!("  {roles:<23} {:<26} {}", person.email, person.about));
        }
        print(&format!("The password of each is: {}", load::PASSWORD));
        Ok(())
    }
}
