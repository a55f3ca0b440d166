//! The composition root: settings, and the screen wired to runtime and terminal.

mod settings;

pub use settings::{Given, Settings};
