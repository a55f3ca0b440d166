//! Keys: what was pressed, what a key file binds it to, and which action it runs.
//!
//! Absent on purpose: screens. Sections and actions arrive as names in a [`Catalogue`].

mod file;
mod key;
mod layers;
mod problem;
mod resolver;
#[cfg(test)]
mod tests;

pub use file::Source;
pub use key::{Code, Key, KeyFault, KeyNames};
pub use layers::{Catalogue, Chord, Keymap, Section};
pub use problem::Problem;
pub use resolver::{Resolved, Resolver};

/// The complete set, embedded; the only full listing.
pub const DEFAULT: &str = include_str!("../../keymaps/default.toml");
/// Numbers first, for those who come from character terminals.
pub const CLASSIC: &str = include_str!("../../keymaps/classic.toml");
/// Letters in lists that have no text field.
pub const VIM: &str = include_str!("../../keymaps/vim.toml");

/// The shipped sets by the name that `--keys` takes; `default` is the base of both others.
pub fn shipped(name: &str) -> Option<Source> {
    let text = match name {
        "default" => DEFAULT,
        "classic" => CLASSIC,
        "vim" => VIM,
        _ => return None,
    };
    Some(Source::new(format!("keymaps/{name}.toml"), text))
}

/// Names that [`shipped`] knows.
pub const SHIPPED: &[&str] = &["default", "classic", "vim"];
