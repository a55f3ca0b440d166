//! The only SQL: opening, migrations, the one door for writes, the journal, and one folder or file per entity.
//!
//! Reading order: `open` and `create` (what a file must be), `row`, `rows` and `change` (a row as
//! column → value), `write` (the one door), `journal` (entries, hashes, payloads), `undo`, `rebuild`, `check`,
//! `backup`; then the entities.
//!
//! Every change goes through `write`: one immediate transaction changes rows and appends one entry
//! whose payload holds exactly those changes, so undo, history and rebuild know nothing of contacts
//! or people. Nothing is deleted; rows are marked void.
//!
//! Absent on purpose: rights and rules (`office`), the clock (every write is told the time), and any
//! way to get at the connection.

mod backup;
mod cells;
mod change;
mod check;
mod connection;
mod contacts;
mod courses;
mod create;
mod drafts;
mod enterprises;
mod error;
mod ids;
mod import;
mod journal;
mod ledger;
mod migrations;
mod notes;
mod open;
mod operators;
mod people;
mod rebuild;
mod references;
mod row;
mod rows;
mod since;
mod tables;
mod types;
mod undo;
mod vacancies;
mod views;
mod write;

#[cfg(test)]
mod tests;

pub use contacts::LastContacts;
pub use ids::Ids;
pub use journal::EntryKind;
pub use people::AlikeBy;
pub use since::{Mark, Seal};
pub use types::{
    Act, ContactFilter, ContactHistory, Counts, Due, ExportNote, FieldHistory, Finding, Founding,
    ImportBatch, ImportCounts, ImportReceipt, ImportedContact, KnownPeople, Landed,
    RecommendationDetails, Reverted, Severity,
};

use crate::domain::{daybook::JournalHead, failure::Failure, ids::StationId};
use error::Result;
use rusqlite::Connection;
use std::path::Path;

/// An office's database, opened by one window. Undo and redo belong to the window.
#[derive(Debug)]
pub struct Store {
    conn: Connection,
    ids: Ids,
    place: Option<open::Place>,
    undo: undo::Stacks,
    seen: i64,
}

impl Store {
    /// Where the database is, links resolved; `None` in memory.
    pub fn path(&self) -> Option<&Path> {
        self.place.as_ref().map(|place| place.path.as_path())
    }

    /// New identities, for contacts and drafts.
    pub fn ids(&mut self) -> &mut Ids {
        &mut self.ids
    }

    /// How many of each there are.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn counts(&self) -> std::result::Result<Counts, Failure> {
        self.read(|conn| {
            let count = |sql: &str| -> Result<usize> {
                let n: i64 = conn.prepare_cached(sql)?.query_row([], |row| row.get(0))?;
                Ok(usize::try_from(n).unwrap_or(0))
            };
            Ok(Counts {
                people: count(
                    "SELECT count(*) FROM person WHERE void = 0 AND merged_into IS NULL",
                )?,
                courses: count("SELECT count(*) FROM course WHERE void = 0")?,
                vacancies: count("SELECT count(*) FROM vacancy WHERE void = 0")?,
                contacts: count("SELECT count(*) FROM contact WHERE void = 0 AND state = 'valid'")?,
            })
        })
    }

    /// The head of this station's journal.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn head(&self) -> std::result::Result<JournalHead, Failure> {
        self.read(|conn| {
            let (station, uid) = write::own_station(conn)?;
            let (seq, hash, _) = journal::last(conn, station)?;
            Ok(JournalHead {
                station: StationId(uid),
                seq: seq.unsigned_abs(),
                hash: journal::hex(&hash),
            })
        })
    }

    /// True once after each time another window or program has changed the file.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn changed_elsewhere(&mut self) -> std::result::Result<bool, Failure> {
        let now = self.read(|_| self.data_version())?;
        Ok(std::mem::replace(&mut self.seen, now) != now)
    }

    fn data_version(&self) -> Result<i64> {
        Ok(self
            .conn
            .prepare_cached("PRAGMA data_version")?
            .query_row([], |row| row.get(0))?)
    }

    /// Runs a read; errors get the path of the file.
    fn read<T>(
        &self,
        read: impl FnOnce(&Connection) -> Result<T>,
    ) -> std::result::Result<T, Failure> {
        read(&self.conn).map_err(|error| error.into_failure(&self.path_text()))
    }

    fn path_text(&self) -> String {
        self.path()
            .map_or_else(|| ":memory:".to_owned(), |path| path.display().to_string())
    }
}
