//! The screen as a state machine: [`Model`], [`Msg`], [`update()`], [`view()`]; one folder a screen.
//!
//! `update` alone changes the model and returns what is asked for; `view` only reads. A screen knows
//! no other screen: it asks for navigation and effects as data. Absent on purpose: the terminal, the
//! clock, files, threads. Time comes with each message.

mod chrome;
mod cx;
mod global;
mod ids;
mod model;
mod msg;
mod nav;
mod notice;
mod paste;
mod routing;
mod scan;
mod screen;
mod screens;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod theme;
mod update;
mod view;
mod widgets;
mod words;

pub use global::catalogue;
pub use model::{Model, Setup};
pub use msg::{Moment, Msg};
pub use theme::ThemeName;
pub use update::update;
pub use view::view;
