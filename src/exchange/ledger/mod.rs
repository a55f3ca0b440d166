//! Ledger entries as files, and back: one code for every kind, the columns read from its description.
//!
//! A sheet has the labels of the fields as headers and links as references; JSON has codes, and
//! identities beside the references, and comes back without loss.

mod read;
mod write;

#[cfg(test)]
mod tests;

pub use read::{KnownEntries, Resolve, Sheet, open, read};
pub use write::entries;
