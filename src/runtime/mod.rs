//! Carries out what the screen asks for: `perform` is ordinary code that calls `office`, `threads`
//! moves it off the screen's thread. The clock is read here and nowhere else.
//!
//! Absent on purpose: decisions, SQL, drawing.

pub mod clock;
pub mod inline;
pub mod panic;
pub mod perform;
pub mod threads;
pub mod upkeep;
