//! Links between entries and records: from words to a record, and back.

use super::super::{Moment, Office, rights::Deed};
use crate::domain::{
    failure::Failure,
    ids::PersonId,
    ledger::{Entry, Holds, Kind, Link, Linked, Listed},
};
use crate::store::Store;
use std::collections::HashMap;
use uuid::Uuid;

/// So many are offered while somebody types.
const OFFERED: usize = 5;

/// What records are called, as far as it was looked up.
pub(super) type Labels = HashMap<(Link, Uuid), Linked>;

/// An entry with what its links lead to.
pub(super) fn row(store: &Store, entry: Entry, labels: &mut Labels) -> Result<Listed, Failure> {
    let mut linked = Vec::new();
    for (slot, field, _) in entry.fields() {
        if let (Holds::Link(target), Some(uid)) = (field.holds, entry.link(slot)) {
            let label = match labels.get(&(target, uid)) {
                Some(label) => label.clone(),
                None => {
                    let label = store.linked(target, uid)?;
                    labels.insert((target, uid), label.clone());
                    label
                }
            };
            linked.push((slot, label));
        }
    }
    Ok(Listed { entry, linked })
}

impl Office {
    /// The records that words may mean, best first; where one is meant exactly it stands alone.
    ///
    /// # Errors
    /// Rights; what the store says.
    pub fn link_choices(
        &self,
        target: Link,
        text: &str,
        moment: &Moment,
    ) -> Result<Vec<Linked>, Failure> {
        self.require(Deed::Search)?;
        let text = text.trim();
        if text.is_empty() {
            return Ok(Vec::new());
        }
        if let Some(exact) = self.link_named(target, text)? {
            return Ok(vec![exact]);
        }
        match target {
            Link::Person => {
                let found = self.search(text, OFFERED, moment)?;
                let people = found.found.into_iter().filter(|_| !found.nearest);
                let store = self.reader();
                people
                    .map(|(_, line)| store.linked(Link::Person, line.id.0))
                    .collect()
            }
            Link::Enterprise => self
                .reader()
                .linked_like(Link::Entry("enterprise"), text, OFFERED),
            _ => self.reader().linked_like(target, text, OFFERED),
        }
    }

    /// The one record of this reference, name or number.
    ///
    /// # Errors
    /// Rights; what the store says.
    pub fn link_named(&self, target: Link, text: &str) -> Result<Option<Linked>, Failure> {
        self.require(Deed::Search)?;
        let store = self.reader();
        let uid = match target {
            Link::Person => store.find_person(text)?.map(|PersonId(uid)| uid),
            Link::Course => store.find_course(text)?.map(|c| c.id.0),
            Link::Vacancy => store.find_vacancy(text)?.map(|v| v.id.0),
            Link::Enterprise => only(&store, "enterprise", text)?,
            Link::Entry(code) => only(&store, code, text)?,
        };
        uid.map(|uid| store.linked(target, uid)).transpose()
    }
}

fn only(store: &Store, code: &str, text: &str) -> Result<Option<Uuid>, Failure> {
    let Some(kind) = Kind::named(code) else {
        return Ok(None);
    };
    let mut found = store.entries_named(kind, text)?;
    let one = found.pop().map(|entry| entry.id.0);
    Ok(one.filter(|_| found.is_empty()))
}
