//! Finds people from scraps: characters, pinyin, initials, tails of numbers, towns, wishes.
//!
//! The words are held against dictionaries (distinct names, syllable sequences, places, wishes) and
//! sorted numbers, not against people; lists lead from there to rows. Rows changed since the last
//! layout are few and tested one by one; when they are many, everything is laid out anew.
//!
//! Absent on purpose: what a list shows of a person (the store has it), masking, addresses and notes.

mod answer;
mod columns;
mod lists;
mod names;
mod nearest;
mod numbers;
mod order;
mod sound;
mod terms;

#[cfg(test)]
mod tests;

use super::lexicon::Lexicon;
use crate::domain::{hit::Hit, ids::PersonId, person::PersonRecord};
use chrono::NaiveDate;
use columns::{Columns, Row};
use lists::Lists;
use names::Names;
use numbers::Numbers;
use std::{collections::HashMap, sync::Arc};
use terms::Terms;

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

/// Changed rows that are tested one by one before everything is laid out anew: at least so many, and
/// one in so many of all.
const DELTA: (usize, usize) = (1024, 64);

/// The people of the register, laid out for search. Derived from the store and rebuilt at will.
#[derive(Debug)]
pub struct Index {
    lexicon: Arc<Lexicon>,
    columns: Columns,
    terms: Terms,
    rows: HashMap<PersonId, Row>,
    /// Rows below stand in the order of references and in the lists; later ones do not.
    laid_out: Row,
    names: Names,
    numbers: Numbers,
    term_rows: Lists<Row>,
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
            columns: Columns::default(),
            terms: Terms::default(),
            rows: HashMap::new(),
            laid_out: 0,
            names: Names::default(),
            numbers: Numbers::default(),
            term_rows: Lists::default(),
        };
        for (id, record) in people {
            index.append(id, &record);
        }
        index.lay_out();
        index
    }

    /// Takes in a new person or a changed record.
    pub fn upsert(&mut self, id: PersonId, record: &PersonRecord) {
        self.append(id, record);
        let changed = self.columns.len() - self.laid_out as usize;
        if changed > DELTA.0.max(self.columns.len() / DELTA.1) {
            self.lay_out();
        }
    }

    /// Forgets a person.
    pub fn remove(&mut self, id: PersonId) {
        if let Some(row) = self.rows.remove(&id) {
            self.columns.alive[row as usize] = false;
        }
    }

    /// How many people are in it.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// True where nobody is in it.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    fn append(&mut self, id: PersonId, record: &PersonRecord) {
        self.remove(id);
        // Rows are 32 bits wide, one of them marks; a register beyond two thousand million is none.
        let Some(row) = Row::try_from(self.columns.len())
            .ok()
            .filter(|r| *r < 1 << 31)
        else {
            return;
        };
        self.columns
            .push(&self.lexicon, &mut self.terms, id, record);
        self.rows.insert(id, row);
    }

    /// Sorts the living rows by reference and derives the lists anew.
    fn lay_out(&mut self) {
        let old = std::mem::take(&mut self.columns);
        let mut order: Vec<Row> = self.rows.values().copied().collect();
        order.sort_unstable_by_key(|r| (old.references.get(*r), old.ids[*r as usize]));
        for (row, from) in (0..).zip(order) {
            self.columns.copy(&old, from);
            self.rows.insert(old.ids[from as usize], row);
        }
        drop(old);
        self.laid_out = self.columns.len() as Row;
        self.names = Names::build(&self.lexicon, &self.columns);
        self.numbers = Numbers::build(&self.columns);
        let pairs = (0..self.laid_out).flat_map(|row| {
            self.columns
                .terms_of(row)
                .iter()
                .map(move |t| (t.term, row))
        });
        self.term_rows = Lists::of(self.terms.len(), pairs);
    }
}
