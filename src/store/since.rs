//! How far the journal has come, and what changed since some entry: by this whoever keeps something
//! derived from the tables knows what to read anew, whichever window or program wrote.

use super::error::Result;
use super::journal::Hash;
use super::{Store, cells::Cells};
use crate::domain::{failure::Failure, ids::PersonId};
use rusqlite::{Connection, OptionalExtension as _};
use std::collections::HashSet;

/// A place in this file's journal: everything up to an entry. Later is greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Mark(i64);

impl Mark {
    /// The number of the entry, for a file that is kept.
    pub fn entry(self) -> u64 {
        self.0.unsigned_abs()
    }
}

/// What names a place in one journal beyond doubt: which database, which entry, and the entry's hash,
/// which covers all entries of its station before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// The place.
    pub mark: Mark,
    /// Identity of the database, as hexadecimal digits.
    pub database: String,
    /// Hash of the entry.
    pub hash: [u8; 32],
}

impl Store {
    /// How far the journal has come.
    ///
    /// # Errors
    /// As [`Store::person`]. So with every read below.
    pub fn mark(&self) -> std::result::Result<Mark, Failure> {
        self.read(mark)
    }

    /// The seal of a place; none where the journal has no such entry.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn seal(&self, entry: u64) -> std::result::Result<Option<Seal>, Failure> {
        self.read(|conn| {
            let entry = i64::try_from(entry).unwrap_or(i64::MAX);
            let hash: Option<Hash> = conn
                .prepare_cached("SELECT hash FROM journal WHERE id = ?")?
                .query_row([entry], |row| row.get(0))
                .optional()?;
            let database = conn
                .prepare_cached("SELECT value FROM meta WHERE key = 'database'")?
                .query_row([], |row| row.get(0))
                .optional()?;
            Ok(hash.zip(database).map(|(hash, database)| Seal {
                mark: Mark(entry),
                database,
                hash,
            }))
        })
    }

    /// The people whose records came, changed or went after a place, each once; none where they are
    /// more than `most`.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn people_since(
        &self,
        mark: Mark,
        most: usize,
    ) -> std::result::Result<Option<Vec<PersonId>>, Failure> {
        self.read(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT subject FROM payload
                 WHERE entry > ? AND entity = 'person' AND subject IS NOT NULL",
            )?;
            let mut rows = statement.query([mark.0])?;
            let mut people = HashSet::new();
            while let Some(row) = rows.next()? {
                people.insert(PersonId(Cells::of(row).uid()?));
                if people.len() > most {
                    return Ok(None);
                }
            }
            let mut people: Vec<PersonId> = people.into_iter().collect();
            people.sort_unstable();
            Ok(Some(people))
        })
    }

    /// Whether courses or vacancies came, changed or went after a place.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn offers_changed_since(&self, mark: Mark) -> std::result::Result<bool, Failure> {
        self.read(|conn| {
            Ok(conn
                .prepare_cached(
                    "SELECT 1 FROM payload WHERE entry > ? AND entity IN ('course', 'vacancy')",
                )?
                .exists([mark.0])?)
        })
    }
}

/// The number of the newest entry, in whatever transaction the connection stands.
pub(super) fn mark(conn: &Connection) -> Result<Mark> {
    Ok(conn
        .prepare_cached("SELECT coalesce(max(id), 0) FROM journal")?
        .query_row([], |row| row.get(0).map(Mark))?)
}
