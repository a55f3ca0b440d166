//! The only SQL: opening, migrations, the one door for writes, the journal, and one folder per entity.

mod ids;
mod skeleton;
mod types;

pub use ids::Ids;
pub use skeleton::{EntryKind, Store};
pub use types::{
    Act, ContactFilter, Counts, Due, ExportNote, Finding, Founding, ImportBatch, ImportCounts,
    ImportReceipt, ImportedContact, KnownPeople, Landed, RecommendationDetails, Reverted, Severity,
};
