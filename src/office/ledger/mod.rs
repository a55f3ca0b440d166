//! The ledgers: lists, one entry, saving, taking back.

mod links;
mod seats;

#[cfg(test)]
mod tests;

use super::{Moment, Office, rights::Deed};
use crate::domain::{
    failure::Failure,
    ids::{DraftId, EntryId},
    ledger::{Entry, Kind, Link, Listed},
};
use std::collections::HashMap;
use uuid::Uuid;

/// What was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedEntries {
    /// The first of them, as it stands.
    pub first: Listed,
    /// How many.
    pub count: usize,
    /// What a clerk should look at although it was saved.
    pub warnings: Vec<String>,
}

impl Office {
    /// The entries of a kind, newest first; with `about` those alone that lead to a record.
    ///
    /// # Errors
    /// Rights; what the store says.
    pub fn ledger(
        &self,
        kind: &'static Kind,
        about: Option<(Link, Uuid)>,
    ) -> Result<Vec<Listed>, Failure> {
        self.require(Deed::Open)?;
        let store = self.reader();
        let entries = match about {
            None => {
                let mut all = store.entries(kind)?;
                all.reverse();
                all
            }
            Some((target, uid)) => {
                let mut found = Vec::new();
                for slot in kind.links_to(target) {
                    found.extend(store.entries_about(kind, slot, uid)?);
                }
                found
            }
        };
        let mut labels = HashMap::new();
        entries
            .into_iter()
            .map(|entry| links::row(&store, entry, &mut labels))
            .collect()
    }

    /// How many entries of each kind lead to a record.
    ///
    /// # Errors
    /// Rights; what the store says.
    pub fn ledger_counts(
        &self,
        about: (Link, Uuid),
    ) -> Result<Vec<(&'static Kind, usize)>, Failure> {
        self.require(Deed::Open)?;
        self.reader().entry_counts(about.0, about.1)
    }

    /// Saves entries, new and changed ones, together or not at all; one undo takes them back.
    ///
    /// # Errors
    /// Rights; [`Failure::EntryFlawed`]; [`Failure::ClassFull`]; what the store says.
    pub fn save_entries(
        &self,
        moment: &Moment,
        entries: &[Entry],
        draft: Option<DraftId>,
    ) -> Result<SavedEntries, Failure> {
        self.require(Deed::KeepLedgers)?;
        for entry in entries {
            self.must_be_whole(entry)?;
        }
        let mut store = self.desk();
        let warnings = seats::check(&store, entries, self.lang, moment.today)?;
        let references = store.save_entries(&self.act(moment), entries)?;
        if let Some(draft) = draft {
            store.drop_draft(&self.act(moment), draft)?;
        }
        let Some(first) = entries.first() else {
            return Err(Failure::Bug {
                detail: "nothing was to be saved".to_owned(),
            });
        };
        let mut first = first.clone();
        first.reference = references.into_iter().next().unwrap_or_default();
        Ok(SavedEntries {
            first: links::row(&store, first, &mut HashMap::new())?,
            count: entries.len(),
            warnings,
        })
    }

    fn must_be_whole(&self, entry: &Entry) -> Result<(), Failure> {
        let flaws = entry.flaws();
        if flaws.is_empty() {
            return Ok(());
        }
        let words = flaws.iter().map(|f| f.words(entry.kind, self.lang));
        let words: Vec<String> = words.collect();
        Err(Failure::EntryFlawed {
            kind: entry.kind.label(self.lang).to_owned(),
            what: words.join(self.lang.pick("；", "; ")),
        })
    }

    /// Takes an entry back: it stays, marked.
    ///
    /// # Errors
    /// Rights; [`Failure::StillReferredTo`]; what the store says.
    pub fn remove_entry(
        &self,
        moment: &Moment,
        kind: &'static Kind,
        id: EntryId,
    ) -> Result<(), Failure> {
        self.require(Deed::KeepLedgers)?;
        self.desk().remove_entry(&self.act(moment), kind, id)
    }
}
