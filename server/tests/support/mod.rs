//! What the tests of the portal share: a [`House`] of throw-away data with calls and people in it, and a [`Browser`]
//! that asks the whole router as a browser without script would.
//!
//! ```ignore
//! on_both!(a_guest_reads_the_call, |data: Throwaway| async move {
//!     let house = House::new(data).await;
//!     let page = house.browser().get("/calls/home-and-hospital").await;
//!     assert_eq!(page.text("h1"), "Home and hospital");
//! });
//! ```

mod browser;
mod device;
mod house;
mod people;
mod provider;

pub use browser::{Browser, Page};
pub use device::Device;
pub use house::{ASKED, House, portal};
pub use people::Who;
pub use provider::{Door, Fault, LIMIT};
