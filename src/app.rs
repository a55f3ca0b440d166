//! The composition root: settings, and the screen wired to runtime and terminal.

mod prompt;
mod screen;
mod settings;

pub use screen::{key_file_problems, open_demo, open_screen};
pub use settings::{Given, Settings, system_lang};
