//! What decides about all people, held compactly, so that one offer can be held against everybody.

use super::super::{
    fit::Facts,
    occupation::{Occupations, Wants},
    places::{Home, Places},
};
use crate::domain::{ids::PersonId, person::PersonRecord};
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

/// What decides about people, without names: filled in the pass that fills the search index.
#[derive(Debug)]
pub struct Pool {
    occupations: Arc<Occupations>,
    places: Places,
    /// Wishes repeat; each text is read once.
    wishes: HashMap<Box<str>, u32>,
    pub(super) wants: Vec<Wants>,
    homes: HashMap<Box<str>, Home>,
    pub(super) people: Vec<Member>,
    rows: HashMap<PersonId, u32>,
}

/// One person's facts.
#[derive(Debug)]
pub(super) struct Member {
    pub(super) id: PersonId,
    pub(super) facts: Facts,
    pub(super) wants: u32,
}

impl Pool {
    /// An empty pool. `divisions` is `divisions-guangdong.tsv`.
    pub fn new(occupations: Arc<Occupations>, divisions: &str) -> Self {
        Self {
            occupations,
            places: Places::parse(divisions),
            wishes: HashMap::new(),
            wants: Vec::new(),
            homes: HashMap::new(),
            people: Vec::new(),
            rows: HashMap::new(),
        }
    }

    /// Takes in a new person or a changed record. Who died or moved away is offered nothing.
    pub fn upsert(&mut self, id: PersonId, record: &PersonRecord) {
        if !record.is_served() {
            self.remove(id);
            return;
        }
        let wants = match self.wishes.get(record.wishes.as_str()) {
            Some(known) => *known,
            None => {
                let next = u32::try_from(self.wants.len()).unwrap_or(u32::MAX);
                self.wants.push(self.occupations.read(&record.wishes));
                self.wishes.insert(record.wishes.as_str().into(), next);
                next
            }
        };
        let residence = format!("{} {} {}", record.city, record.county, record.town);
        let home = match self.homes.get(residence.as_str()) {
            Some(known) if residence.len() > 2 => *known,
            _ => {
                let home = self.places.of_person(record);
                if residence.len() > 2 {
                    self.homes.insert(residence.into(), home);
                }
                home
            }
        };
        let member = Member {
            id,
            facts: Facts::of(record, home),
            wants,
        };
        match self.rows.get(&id) {
            Some(row) => self.people[*row as usize] = member,
            None => {
                let row = u32::try_from(self.people.len()).unwrap_or(u32::MAX);
                self.people.push(member);
                self.rows.insert(id, row);
            }
        }
    }

    /// Forgets a person.
    pub fn remove(&mut self, id: PersonId) {
        if let Some(row) = self.rows.remove(&id) {
            self.people.swap_remove(row as usize);
            if let Some(moved) = self.people.get(row as usize) {
                self.rows.insert(moved.id, row);
            }
        }
    }

    /// How many people are in it.
    pub fn len(&self) -> usize {
        self.people.len()
    }

    /// True where nobody is in it.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// Wishes that nobody understood, each once, for the office's list of words to learn.
    pub fn unread_wishes(&self) -> HashSet<&str> {
        let unread = self.wants.iter().flat_map(|w| &w.unread);
        unread.map(String::as_str).collect()
    }
}
