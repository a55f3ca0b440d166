//! A half-filled form kept aside (暂存): nothing typed is ever lost.

use super::ids::{DraftId, PersonId};
use chrono::{DateTime, FixedOffset};

/// A kept form: which one, of whom, and what stood in its fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Identity; saving the same id again replaces it.
    pub id: DraftId,
    /// Which form, by its screen name (`contact`).
    pub form: String,
    /// Of whom.
    pub person: Option<PersonId>,
    /// What a list shows of it.
    pub title: String,
    /// Field name and what stood in it.
    pub fields: Vec<(String, String)>,
    /// When it was kept.
    pub saved_at: DateTime<FixedOffset>,
}
