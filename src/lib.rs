//! 职配 (zhipei): the terminal workbench for case-workers at public employment service counters.
//!
//! # Map
//!
//! Who may use whom; `tests/suite/architecture.rs` reads the `use` lines and fails on a breach.
//!
//! ```text
//! main → app, cli ─→ terminal → ui ─┬→ effect → domain → text
//!          │                        └→ keymap → text
//!          ├────→ runtime → effect, office
//!          └────→ office → store, exchange, seed, matching → domain → text
//! ```

pub mod app;
pub mod cli;
pub mod domain;
pub mod effect;
pub mod exchange;
pub mod keymap;
pub mod matching;
pub mod office;
pub mod runtime;
pub mod seed;
pub mod store;
pub mod terminal;
pub mod text;
pub mod ui;
