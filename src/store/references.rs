//! References (编号) for records that come without one: P000001, C-000001, K0001, V0001.

use super::error::Result;
use crate::domain::ledger::Kind;
use rusqlite::{Connection, OptionalExtension};

/// Looks a reference up as it was written, then with its letters as the program gives them: whoever
/// types `p000001` means `P000001`.
pub(super) fn as_written_or_upper<T>(
    text: &str,
    find: impl Fn(&str) -> Result<Option<T>>,
) -> Result<Option<T>> {
    let upper = text.to_ascii_uppercase();
    match find(text)? {
        None if upper != text => find(&upper),
        found => Ok(found),
    }
}

/// Gives references for one table, counting on from the highest number ever given.
pub(super) struct Numbering {
    table: &'static str,
    prefix: &'static str,
    width: usize,
    next: i64,
}

impl Numbering {
    fn of(
        conn: &Connection,
        table: &'static str,
        prefix: &'static str,
        width: usize,
    ) -> Result<Self> {
        let last: Option<i64> = conn
            .prepare_cached(&format!(
                "SELECT number FROM {table} WHERE number IS NOT NULL ORDER BY number DESC LIMIT 1"
            ))?
            .query_row([], |row| row.get(0))
            .optional()?;
        Ok(Self {
            table,
            prefix,
            width,
            next: last.unwrap_or(0) + 1,
        })
    }

    /// For people.
    pub(super) fn people(conn: &Connection) -> Result<Self> {
        Self::of(conn, "person", "P", 6)
    }

    /// For contacts.
    pub(super) fn contacts(conn: &Connection) -> Result<Self> {
        Self::of(conn, "contact", "C-", 6)
    }

    /// For courses.
    pub(super) fn courses(conn: &Connection) -> Result<Self> {
        Self::of(conn, "course", "K", 4)
    }

    /// For vacancies.
    pub(super) fn vacancies(conn: &Connection) -> Result<Self> {
        Self::of(conn, "vacancy", "V", 4)
    }

    /// For the entries of a ledger.
    pub(super) fn entries(conn: &Connection, kind: &'static Kind) -> Result<Self> {
        Self::of(conn, kind.code, kind.letter, 4)
    }

    /// The reference that was written, or a new one with its number.
    pub(super) fn take(
        &mut self,
        conn: &Connection,
        written: &str,
    ) -> Result<(Option<i64>, String)> {
        let written = written.trim();
        if !written.is_empty() {
            return Ok((None, written.to_owned()));
        }
        loop {
            let number = self.next;
            let reference = format!("{}{number:0width$}", self.prefix, width = self.width);
            self.next += 1;
            if !self.is_taken(conn, &reference)? {
                return Ok((Some(number), reference));
            }
        }
    }

    /// Whether a record has this reference.
    pub(super) fn is_taken(&self, conn: &Connection, reference: &str) -> Result<bool> {
        Ok(conn
            .prepare_cached(&format!(
                "SELECT 1 FROM {} WHERE reference = ? AND void = 0",
                self.table
            ))?
            .exists([reference])?)
    }
}
