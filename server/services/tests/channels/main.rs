//! Other channels: what one of the team enters, and what is brought in from a file.

mod batches;
mod entering;
mod shapes;
mod world;
