//! What search and fit read: people and offers laid out in memory, derived from the store.
//!
//! Each thing knows up to which entry of the journal it is right. A question first takes in what came
//! after it, whichever window or program wrote; so a save never waits for the index, and an index that
//! is being laid out misses nothing that is saved meanwhile.

mod cache;
mod keep;
mod lay_out;
#[cfg(test)]
mod tests;

use super::Office;
use crate::{
    domain::{failure::Failure, ids::PersonId, person::PersonRecord},
    matching::{
        offers::{Catalogue, Pool},
        people::Index,
    },
    store::{Mark, Store},
};
use keep::Keeping;
use std::sync::{
    Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, TryLockError,
    atomic::{AtomicBool, Ordering},
};

/// People found among equals first because they were opened last.
const RECENT: usize = 20;
/// More changed people than this are cheaper to lay out anew than one by one.
const MANY: usize = 20_000;
/// More changed people than this are not taken in while somebody waits for a key's answer.
const AT_ONCE: usize = 200;

/// Something laid out, and the place of the journal up to which it is right.
#[derive(Debug)]
struct Laid<T> {
    upto: Mark,
    value: T,
}

/// One thing that is laid out when it is first asked for.
#[derive(Debug)]
struct Shelf<T> {
    kept: RwLock<Option<Laid<T>>>,
    /// Held while it is laid out or brought up to date, so that this happens once.
    laying: Mutex<()>,
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self {
            kept: RwLock::new(None),
            laying: Mutex::new(()),
        }
    }
}

impl<T> Shelf<T> {
    fn laying(&self) -> MutexGuard<'_, ()> {
        self.laying.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn read(&self) -> RwLockReadGuard<'_, Option<Laid<T>>> {
        self.kept.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn upto(&self) -> Option<Mark> {
        self.read().as_ref().map(|laid| laid.upto)
    }

    fn put(&self, value: T, upto: Mark) {
        *self.kept.write().unwrap_or_else(PoisonError::into_inner) = Some(Laid { upto, value });
    }

    /// What is kept is right up to here too.
    fn reach(&self, upto: Mark) {
        if self.upto() != Some(upto) {
            self.change(upto, |_| ());
        }
    }

    fn change(&self, upto: Mark, change: impl FnOnce(&mut T)) {
        let mut kept = self.kept.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(laid) = kept.as_mut() {
            change(&mut laid.value);
            laid.upto = upto;
        }
    }

    /// Adds what no record says, and leaves the place of the journal as it is.
    fn add(&self, add: impl FnOnce(&mut T)) {
        let mut kept = self.kept.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(laid) = kept.as_mut() {
            add(&mut laid.value);
        }
    }

    fn ask<R>(&self, ask: impl FnOnce(&T) -> R) -> Result<R, Failure> {
        let kept = self.read();
        let laid = kept.as_ref().ok_or_else(|| Failure::Bug {
            detail: "what is asked was not laid out".to_owned(),
        })?;
        Ok(ask(&laid.value))
    }
}

/// What is laid out of one office.
#[derive(Debug, Default)]
pub(super) struct Memory {
    people: Shelf<Index>,
    pool: Shelf<Pool>,
    offers: Shelf<Catalogue>,
    recent: Mutex<Option<Vec<PersonId>>>,
    /// The days of last contacts beside the people are right up to here.
    pub(super) contacts: Mutex<Option<Mark>>,
    /// A question was answered without people who are not taken in yet.
    behind: AtomicBool,
    keeping: Keeping,
}

impl Memory {
    /// Puts a person at the head of those opened last.
    pub(super) fn opened(&self, person: PersonId) {
        if let Some(recent) = self.recent().as_mut() {
            recent.retain(|p| *p != person);
            recent.insert(0, person);
            recent.truncate(RECENT);
        }
    }

    fn recent(&self) -> MutexGuard<'_, Option<Vec<PersonId>>> {
        self.recent.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Office {
    /// Answers a question from the people in memory, taking in first what changed.
    pub(super) fn with_people<R>(&self, ask: impl FnOnce(&Index) -> R) -> Result<R, Failure> {
        self.refresh_people()?;
        self.memory.people.ask(ask)
    }

    /// Whether everybody is laid out up to now, found out without waiting. Where not,
    /// [`Office::keep_up`] has something to do.
    pub(super) fn people_at_once(&self) -> Result<bool, Failure> {
        let whole = match self.memory.people.laying.try_lock() {
            Err(TryLockError::WouldBlock) => false,
            Ok(_one) => self.catch_up_people(AT_ONCE)?,
            Err(TryLockError::Poisoned(_one)) => self.catch_up_people(AT_ONCE)?,
        };
        if !whole {
            self.memory.behind.store(true, Ordering::Relaxed);
        }
        Ok(whole)
    }

    /// Answers a question from the people as they are laid out now, if they are.
    pub(super) fn people_as_they_are<R>(&self, ask: impl FnOnce(&Index) -> R) -> Option<R> {
        let kept = self.memory.people.read();
        kept.as_ref().map(|laid| ask(&laid.value))
    }

    /// Adds to the people in memory what no record says.
    pub(super) fn add_to_people(&self, add: impl FnOnce(&mut Index)) {
        let _first = self.memory.keeping.give_way();
        self.memory.people.add(add);
    }

    /// Answers a question from the offers in memory, taking in first what changed.
    pub(super) fn with_offers<R>(&self, ask: impl FnOnce(&Catalogue) -> R) -> Result<R, Failure> {
        self.refresh_offers()?;
        self.memory.offers.ask(ask)
    }

    /// Answers a question from the facts of all people and the offers together.
    pub(super) fn with_both<R>(
        &self,
        ask: impl FnOnce(&Pool, &Catalogue) -> R,
    ) -> Result<R, Failure> {
        // Both are brought up to date before either is held: whoever lays out waits for readers.
        self.refresh_pool()?;
        self.refresh_offers()?;
        let offers = &self.memory.offers;
        self.memory
            .pool
            .ask(|pool| offers.ask(|offers| ask(pool, offers)))?
    }

    /// Lays everything out before the first question comes; what search reads comes first.
    ///
    /// # Errors
    /// What the store says.
    pub fn warm_up(&self) -> Result<(), Failure> {
        self.warm_up_people()?;
        self.warm_up_offers()?;
        self.refresh_pool()?;
        self.refresh_contacts()
    }

    /// Lays out the people for search.
    ///
    /// # Errors
    /// What the store says.
    pub fn warm_up_people(&self) -> Result<(), Failure> {
        self.refresh_people()
    }

    /// Lays out courses and vacancies.
    ///
    /// # Errors
    /// What the store says.
    pub fn warm_up_offers(&self) -> Result<(), Failure> {
        self.refresh_offers()
    }

    /// The people opened last on this station, newest first.
    pub(super) fn recent_ids(&self) -> Result<Vec<PersonId>, Failure> {
        if let Some(known) = self.memory.recent().clone() {
            return Ok(known);
        }
        let read = self.reader().recent_people(RECENT)?;
        Ok(self.memory.recent().get_or_insert(read).clone())
    }

    /// True where another window or program changed the records since the last look, so that what
    /// is shown is to be asked for again. Questions take in such changes by themselves.
    ///
    /// # Errors
    /// What the store says.
    pub fn look_around(&self) -> Result<bool, Failure> {
        let changed = self.desk().changed_elsewhere()?;
        if changed {
            *self.memory.recent() = None;
        }
        Ok(changed)
    }

    fn refresh_people(&self) -> Result<(), Failure> {
        let shelf = &self.memory.people;
        let _one = shelf.laying();
        if shelf.upto().is_none()
            && let Some((index, upto)) = self.kept_index()?
        {
            shelf.put(index, upto);
        }
        if !self.catch_up_people(MANY)? {
            let (index, upto) = self.on_its_own(lay_out::index)?;
            shelf.put(index, upto);
            self.memory.keeping.laid_out();
        }
        Ok(())
    }

    /// Takes in what changed since people were laid out, unless that is more than so many people;
    /// false where they are not laid out up to now. Whoever calls it holds the lock of the laying.
    fn catch_up_people(&self, most: usize) -> Result<bool, Failure> {
        let shelf = &self.memory.people;
        let Some((records, upto)) = self.since(shelf.upto(), most)? else {
            return Ok(false);
        };
        if records.is_empty() {
            shelf.reach(upto);
            return Ok(true);
        }
        let _first = self.memory.keeping.give_way();
        self.memory.keeping.changed(records.len());
        shelf.change(upto, |index| {
            for (id, _) in records.iter().filter(|(_, record)| record.is_none()) {
                index.remove(*id);
            }
            let there = records.iter();
            let there = there.filter_map(|(id, record)| Some((*id, record.as_ref()?)));
            let there: Vec<(PersonId, &PersonRecord)> = there.collect();
            index.take_in(&there);
        });
        Ok(true)
    }

    fn refresh_pool(&self) -> Result<(), Failure> {
        let shelf = &self.memory.pool;
        let _one = shelf.laying();
        let Some((records, upto)) = self.since(shelf.upto(), MANY)? else {
            let (pool, upto) = self.on_its_own(lay_out::pool)?;
            shelf.put(pool, upto);
            return Ok(());
        };
        shelf.change(upto, |pool| {
            for (id, record) in &records {
                match record {
                    Some(record) => pool.upsert(*id, record),
                    None => pool.remove(*id),
                }
            }
        });
        Ok(())
    }

    /// The records that came or changed (none: went) after a place of the journal, and the place to
    /// which they belong; none where they are more than so many or nothing is laid out.
    fn since(&self, upto: Option<Mark>, most: usize) -> Result<Option<Changes>, Failure> {
        let Some(upto) = upto else { return Ok(None) };
        let store = self.reader();
        // Read first: what is written meanwhile is then read again by the next question.
        let now = store.mark()?;
        if now == upto {
            return Ok(Some((Vec::new(), now)));
        }
        let Some(people) = store.people_since(upto, most)? else {
            return Ok(None);
        };
        let read = |id| Ok((id, store.person(id)?.map(|p| p.record).filter(counts)));
        let records: Result<Vec<_>, Failure> = people.into_iter().map(read).collect();
        Ok(Some((records?, now)))
    }

    /// Reads the whole register without holding up what is read meanwhile.
    fn on_its_own<T>(&self, read: fn(&Store) -> Result<T, Failure>) -> Result<T, Failure> {
        let further = self.reader().again()?;
        match further {
            Some(store) => read(&store),
            None => read(&self.reader()),
        }
    }

    fn refresh_offers(&self) -> Result<(), Failure> {
        let shelf = &self.memory.offers;
        let _one = shelf.laying();
        let store = self.reader();
        let now = store.mark()?;
        if let Some(upto) = shelf.upto()
            && (upto == now || !store.offers_changed_since(upto)?)
        {
            shelf.reach(now);
            return Ok(());
        }
        shelf.put(lay_out::offers(&store)?, now);
        Ok(())
    }
}

/// A record that was merged into another is no person of its own.
fn counts(record: &PersonRecord) -> bool {
    record.merged_into.is_none()
}

/// Changed records and the place of the journal to which they belong.
type Changes = (Vec<(PersonId, Option<PersonRecord>)>, Mark);
