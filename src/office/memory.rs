//! What search and fit read: people and offers laid out in memory, derived from the store.
//!
//! A write only notes what became stale; the next question takes it in. So a save never waits for
//! the index, and an index that is being built misses nothing that is saved meanwhile.

use super::{Office, knowledge};
use crate::{
    domain::{failure::Failure, ids::PersonId, person::PersonRecord},
    matching::{
        offers::{Catalogue, Offer, Pool},
        people::Index,
    },
    store::{Counts, Store},
};
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock, mpsc};

/// People handed over at a time while the index is built.
const CHUNK: usize = 512;
/// People found among equals first because they were opened last.
const RECENT: usize = 20;
/// More changed people than this are cheaper to lay out anew than one by one.
const MANY: usize = 20_000;

/// The people, laid out for search and for fit.
#[derive(Debug)]
pub(super) struct People {
    pub(super) index: Index,
    pub(super) pool: Pool,
}

/// What became stale since it was laid out.
#[derive(Debug, Default)]
struct Stale {
    people: Vec<PersonId>,
    all_people: bool,
    offers: bool,
}

#[derive(Debug, Default)]
pub(super) struct Memory {
    people: RwLock<Option<People>>,
    offers: RwLock<Option<Catalogue>>,
    recent: Mutex<Option<Vec<PersonId>>>,
    stale: Mutex<Stale>,
    seen: Mutex<Counts>,
    /// Held while people are laid out, so that it happens once.
    laying_people: Mutex<()>,
    /// The same for offers, which are few and must not wait for a million people.
    laying_offers: Mutex<()>,
}

impl Memory {
    /// Of an office with so many records; nothing is laid out yet.
    pub(super) fn of(counts: Counts) -> Self {
        Self {
            seen: Mutex::new(counts),
            ..Self::default()
        }
    }

    fn stale(&self) -> MutexGuard<'_, Stale> {
        self.stale.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes people whose records came or changed. Call it after the change is durable.
    pub(super) fn people_changed(&self, people: &[PersonId]) {
        let mut stale = self.stale();
        if stale.people.len() + people.len() > MANY {
            stale.people.clear();
            stale.all_people = true;
        } else if !stale.all_people {
            stale.people.extend_from_slice(people);
        }
    }

    /// Notes that courses or vacancies changed.
    pub(super) fn offers_changed(&self) {
        self.stale().offers = true;
    }

    /// Puts a person at the head of those opened last.
    pub(super) fn opened(&self, person: PersonId) {
        let mut recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(recent) = recent.as_mut() {
            recent.retain(|p| *p != person);
            recent.insert(0, person);
            recent.truncate(RECENT);
        }
    }
}

impl Office {
    /// Answers a question from the people in memory, taking in first what changed.
    pub(super) fn with_people<R>(&self, ask: impl FnOnce(&People) -> R) -> Result<R, Failure> {
        self.refresh_people()?;
        let people = self
            .memory
            .people
            .read()
            .unwrap_or_else(PoisonError::into_inner);
        people.as_ref().map(ask).ok_or_else(not_laid_out)
    }

    /// Answers a question from the offers in memory, taking in first what changed.
    pub(super) fn with_offers<R>(&self, ask: impl FnOnce(&Catalogue) -> R) -> Result<R, Failure> {
        self.refresh_offers()?;
        let offers = self
            .memory
            .offers
            .read()
            .unwrap_or_else(PoisonError::into_inner);
        offers.as_ref().map(ask).ok_or_else(not_laid_out)
    }

    /// Answers a question from people and offers together.
    pub(super) fn with_both<R>(
        &self,
        ask: impl FnOnce(&People, &Catalogue) -> R,
    ) -> Result<R, Failure> {
        // Both are brought up to date before either is held: whoever lays out waits for readers.
        self.refresh_people()?;
        self.refresh_offers()?;
        let people = self
            .memory
            .people
            .read()
            .unwrap_or_else(PoisonError::into_inner);
        let offers = self
            .memory
            .offers
            .read()
            .unwrap_or_else(PoisonError::into_inner);
        match (people.as_ref(), offers.as_ref()) {
            (Some(people), Some(offers)) => Ok(ask(people, offers)),
            _ => Err(not_laid_out()),
        }
    }

    /// Lays everything out before the first question comes.
    ///
    /// # Errors
    /// What the store says.
    pub fn warm_up(&self) -> Result<(), Failure> {
        self.warm_up_people()?;
        self.warm_up_offers()
    }

    /// Lays out the people.
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
        let recent = |memory: &Memory| {
            memory
                .recent
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .clone()
        };
        if let Some(known) = recent(&self.memory) {
            return Ok(known);
        }
        let read = self.reader().recent_people(RECENT)?;
        let mut kept = self
            .memory
            .recent
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        Ok(kept.get_or_insert(read).clone())
    }

    /// True where another window or program changed the records since the last look; what is in
    /// memory is then laid out anew as far as it changed.
    ///
    /// # Errors
    /// What the store says.
    pub fn look_around(&self) -> Result<bool, Failure> {
        let mut desk = self.desk();
        if !desk.changed_elsewhere()? {
            return Ok(false);
        }
        // People and offers are only ever added and taken back, so their numbers tell. Contacts are
        // not in memory.
        let now = desk.counts()?;
        drop(desk);
        let mut seen = self
            .memory
            .seen
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let before = std::mem::replace(&mut *seen, now);
        let mut stale = self.memory.stale();
        if before.people != now.people {
            stale.all_people = true;
        }
        if (before.courses, before.vacancies) != (now.courses, now.vacancies) {
            stale.offers = true;
        }
        drop(stale);
        *self
            .memory
            .recent
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = None;
        Ok(true)
    }

    fn has_people(&self) -> bool {
        let people = self.memory.people.read();
        people.unwrap_or_else(PoisonError::into_inner).is_some()
    }

    fn has_offers(&self) -> bool {
        let offers = self.memory.offers.read();
        offers.unwrap_or_else(PoisonError::into_inner).is_some()
    }

    fn refresh_people(&self) -> Result<(), Failure> {
        let _one = self
            .memory
            .laying_people
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let (changed, all) = {
            let mut stale = self.memory.stale();
            (
                std::mem::take(&mut stale.people),
                std::mem::take(&mut stale.all_people),
            )
        };
        let kept = || {
            self.memory
                .people
                .write()
                .unwrap_or_else(PoisonError::into_inner)
        };
        if all || !self.has_people() {
            let fresh = lay_out_people(&self.reader()).inspect_err(|_| {
                self.memory.stale().all_people = true;
            })?;
            *kept() = Some(fresh);
            return Ok(());
        }
        if changed.is_empty() {
            return Ok(());
        }
        let read: Result<Vec<(PersonId, Option<PersonRecord>)>, Failure> = {
            let store = self.reader();
            changed
                .iter()
                .map(|id| Ok((*id, store.person(*id)?.map(|p| p.record))))
                .collect()
        };
        let read = read.inspect_err(|_| self.memory.people_changed(&changed))?;
        if let Some(people) = kept().as_mut() {
            for (id, record) in read {
                match record {
                    Some(record) => {
                        people.index.upsert(id, &record);
                        people.pool.upsert(id, &record);
                    }
                    None => {
                        people.index.remove(id);
                        people.pool.remove(id);
                    }
                }
            }
        }
        Ok(())
    }

    fn refresh_offers(&self) -> Result<(), Failure> {
        let _one = self
            .memory
            .laying_offers
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let changed = std::mem::take(&mut self.memory.stale().offers);
        let kept = || {
            self.memory
                .offers
                .write()
                .unwrap_or_else(PoisonError::into_inner)
        };
        if changed || !self.has_offers() {
            let fresh = lay_out_offers(&self.reader()).inspect_err(|_| {
                self.memory.stale().offers = true;
            })?;
            *kept() = Some(fresh);
        }
        Ok(())
    }
}

fn not_laid_out() -> Failure {
    Failure::Bug {
        detail: "the index is not there".to_owned(),
    }
}

/// One pass over the register: this thread reads, another lays out.
fn lay_out_people(store: &Store) -> Result<People, Failure> {
    let (lexicon, occupations) = (knowledge::lexicon(), knowledge::occupations());
    let (send, receive) = mpsc::sync_channel::<Vec<(PersonId, PersonRecord)>>(4);
    std::thread::scope(|scope| {
        let layer = scope.spawn(move || {
            let mut pool = Pool::new(occupations.clone(), knowledge::divisions());
            let people = receive
                .into_iter()
                .flatten()
                .inspect(|(id, record)| pool.upsert(*id, record));
            let index = Index::build_with(lexicon, Some(occupations), people);
            People { index, pool }
        });
        let mut chunk = Vec::with_capacity(CHUNK);
        let read = store.for_each_person(|id, record| {
            chunk.push((id, record));
            if chunk.len() == CHUNK {
                // The other side only goes away by a fault, which the join below reports.
                let _ = send.send(std::mem::take(&mut chunk));
            }
        });
        let _ = send.send(chunk);
        drop(send);
        let laid_out = layer.join();
        read?;
        laid_out.map_err(|_| Failure::Bug {
            detail: "the index could not be built".to_owned(),
        })
    })
}

fn lay_out_offers(store: &Store) -> Result<Catalogue, Failure> {
    let courses = store.courses()?.into_iter().map(Offer::Course);
    let vacancies = store.vacancies()?.into_iter().map(Offer::Vacancy);
    Ok(Catalogue::build(
        knowledge::lexicon(),
        knowledge::occupations(),
        knowledge::divisions(),
        courses.chain(vacancies),
    ))
}
