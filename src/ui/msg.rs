//! What happens to the screen.

use crate::{
    effect::{Reply, Ticket},
    keymap::Key,
};
use chrono::{DateTime, FixedOffset};

/// A moment: the day and time of the counter's clock, and a steady count of milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Wall clock with its zone.
    pub now: DateTime<FixedOffset>,
    /// Milliseconds of a clock that never steps back; tells a scanner from a hand.
    pub ms: u64,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Msg {
    /// A key was pressed (or repeats).
    Key(Key, Moment),
    /// Text was pasted.
    Paste(String, Moment),
    /// The mouse was pressed on a cell (column, row).
    Click(u16, u16, Moment),
    /// The wheel was turned: down is true.
    Wheel(bool, Moment),
    /// The window has a new size (columns, rows).
    Resize(u16, u16),
    /// Time went on.
    Tick(Moment),
    /// An answer came.
    Replied(Ticket, Reply),
    /// The program was stopped from outside and goes on: who sits there now is not known.
    Resumed(Moment),
    /// The window is being closed: keep what is half-filled and stop.
    Closing(Moment),
}
