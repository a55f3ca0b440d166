//! The same work on the same thread: for tests, where an answer must be there before the next key.

use super::{clock::Clock, perform::perform};
use crate::{
    effect::{Ask, Reply},
    office::Office,
};

/// Answers every ask at once.
#[derive(Debug)]
pub struct Inline {
    office: Office,
    clock: Clock,
}

impl Inline {
    /// Over an open office and a clock.
    pub fn new(office: Office, clock: Clock) -> Self {
        Self { office, clock }
    }

    /// The office.
    pub fn office(&self) -> &Office {
        &self.office
    }

    /// Carries an ask out.
    pub fn ask(&self, ask: Ask) -> Reply {
        perform(&self.office, &self.clock.moment(), ask)
    }
}
