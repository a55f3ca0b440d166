//! 职配 (zhipei): the terminal workbench for case-workers at public employment service counters.
//!
//! A clerk looks a person up from whatever scrap is at hand, sees which courses and vacancies fit and
//! why, logs what was said, and hands out the day's log. Everything is one local SQLite file.
//!
//! # Map
//!
//! The modules below stand in reading order, lowest layer first. Who may use whom
//! (`tests/suite/architecture.rs` reads the `use` lines and fails on a breach):
//!
//! ```text
//! main → app, cli ─→ terminal → ui ─┬→ effect → domain → text
//!          │                        └→ keymap → text
//!          ├────→ runtime → effect, office
//!          └────→ office → store, exchange, seed, matching → domain → text
//! ```
//!
//! # How a key press becomes a record
//!
//! ```text
//! terminal::input   crossterm event → keymap::Key
//! keymap            key + where the focus is → action
//! ui::update        state changes; asks come out as data (effect::Ask)
//! runtime           carries an ask out on its own thread: office does it
//! office            rights → store (one transaction) → index → answer
//! runtime           effect::Reply goes back with the ticket of its ask
//! ui::update        the newest answer of each kind is shown, later ones are dropped
//! ui::view          state → cells; nothing is changed while drawing
//! ```
//!
//! # Invariants
//!
//! - **One door for writes.** [`store`] changes tables only together with a journal entry, in one
//!   transaction; the tables can be rebuilt from the journal. No SQL leaves the module.
//! - **Both faces call [`office`].** The screen (through [`runtime`]) and the command line do the same
//!   things through the same functions, so rights are checked once.
//! - **The screen never waits.** [`ui`] knows no database, file or clock; it asks and is answered.
//! - **Three values.** Met, failed, not known: [`domain::fit::Verdict`]. Absent data is *not known*.
//! - **Time is data.** Only `runtime::clock` reads the clock.
//! - **Untrusted text** passes [`text::display`] before it reaches a terminal, a log or an export cell.
//! - **Words** stand in both languages side by side ([`messages!`](crate::messages) and the labels of
//!   [`domain`]); one missing does not compile.

pub mod text;

pub mod domain;

pub mod keymap;

pub mod matching;

pub mod seed;

pub mod exchange;

pub mod store;

pub mod office;

pub mod effect;

pub mod ui;

pub mod runtime;

pub mod terminal;

pub mod cli;

pub mod app;
