//! Strings, and nothing of ours: folding, widths in terminal cells, safe display, languages.
//!
//! Lowest layer: everything may use it, it uses nothing. Absent on purpose: what a word *means*
//! (`domain`), and how a name is pronounced (`matching`).

pub mod display;
pub mod fold;
pub mod lang;
pub mod numerals;
pub mod width;

pub use lang::Lang;
