//! The history of a record by field: who changed what, when, from what to what.
//!
//! Absent on purpose: where it comes from (the journal) and what an undo does to it (an entry more).

use super::person::{PersonField, Told};
use chrono::{DateTime, FixedOffset};

/// One field in one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// Which.
    pub field: PersonField,
    /// Before.
    pub was: Told,
    /// After.
    pub now: Told,
}

/// One entry of the journal as far as it touched the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryEntry {
    /// When, by the clock.
    pub at: DateTime<FixedOffset>,
    /// Name of who did it.
    pub operator: String,
    /// What was done, in words.
    pub what: String,
    /// Name of the station and number of the entry there.
    pub journal: (String, u64),
    /// The fields that changed, in the order of the form; empty where only what was kept of the
    /// record's own bookkeeping did.
    pub changes: Vec<FieldChange>,
}
