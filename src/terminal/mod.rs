//! The terminal: raw mode and back, key events, the loop. The only place that knows crossterm.
//!
//! Absent on purpose: what a key means (`keymap`), what is drawn (`ui`), what is done (`runtime`).

mod event_loop;
mod input;
mod session;

pub use event_loop::{Wiring, run};
pub use session::{Facts, Session};
