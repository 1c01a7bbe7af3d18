//! The ways by which responses come.

crate::named! {
    /// The way by which a response came. All of them stand equal: a response on paper is read, coded, searched and counted
    /// as one from the portal's own pages is.
    pub enum Channel {
        /// On the portal's own pages.
        Online => "online",
        /// In a file of another program.
        Import => "import",
        // What one of the team enters
        Paper => "paper",
        Email => "email",
        Telephone => "telephone",
        /// At a meeting, a workshop or a drop-in.
        Event => "event",
        Other => "other",
    }
}

impl Channel {
    /// Those of which one of the team enters what came.
    pub const ENTERED: [Self; 5] = [Self::Paper, Self::Email, Self::Telephone, Self::Event, Self::Other];

    /// Whether one of the team enters what comes by it.
    pub fn is_entered(self) -> bool {
        Self::ENTERED.contains(&self)
    }
}
