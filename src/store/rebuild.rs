//! The state tables, made again from the journal; and a digest by which two states are compared.

use super::create::place_whole;
use super::error::{Error, Result};
use super::journal::{self, Entry};
use super::row::{Table, Value};
use super::write::changes_of;
use super::{Store, connection, migrations, open, operators, rows, tables};
use crate::domain::failure::Failure;
use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};
use std::path::Path;

impl Store {
    /// Writes a new database whose tables come from the journal and its payloads alone; what was
    /// erased is passed over.
    ///
    /// # Errors
    /// `DatabaseExists`, `OutputFailed`; `DatabaseDamaged` where a payload can't be read.
    pub fn rebuild(&self, target: &Path) -> std::result::Result<(), Failure> {
        self.read(|conn| {
            let snapshot = conn.unchecked_transaction()?;
            place_whole(target, false, |temporary| {
                let mut copy = open::connect_own(temporary)?;
                connection::settle(&copy, "wal")?;
                migrations::upgrade(&mut copy, |_| Ok(()))?;
                let transaction = copy.transaction()?;
                copy_meta(&snapshot, &transaction)?;
                replay(&snapshot, &transaction, true)?;
                transaction.commit()?;
                copy.close().map_err(|(_, error)| error)?;
                Ok(())
            })
        })
    }

    /// SHA-256 over every state table, independent of small numbers and of the order on disk.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn state_digest(&self) -> std::result::Result<String, Failure> {
        self.read(|conn| {
            let snapshot = conn.unchecked_transaction()?;
            let mut whole = Sha256::new();
            for table in tables::all() {
                whole.update(table_digest(&snapshot, table)?);
            }
            Ok(journal::hex(&whole.finalize()))
        })
    }
}

/// A new office in memory, made from the journal, without the journal.
pub(super) fn in_memory(from: &Connection) -> Result<Connection> {
    let mut copy = Connection::open_in_memory()?;
    connection::guard(&copy)?;
    connection::settle(&copy, "memory")?;
    migrations::upgrade(&mut copy, |_| Ok(()))?;
    let transaction = copy.transaction()?;
    replay(from, &transaction, false)?;
    transaction.commit()?;
    Ok(copy)
}

fn copy_meta(from: &Connection, into: &Connection) -> Result<()> {
    let mut read = from.prepare("SELECT key, value FROM meta")?;
    let mut rows = read.query([])?;
    while let Some(row) = rows.next()? {
        into.execute(
            "INSERT INTO meta (key, value) VALUES (?, ?)",
            [row.get::<_, String>(0)?, row.get(1)?],
        )?;
    }
    Ok(())
}

/// Applies every entry in the order of arrival, and copies the journal where it is wanted.
fn replay(from: &Connection, into: &Connection, with_journal: bool) -> Result<()> {
    let mut entries = from.prepare(&format!("{} ORDER BY j.id", journal::READ))?;
    let mut entries = entries.query([])?;
    let mut parts = from.prepare(
        "SELECT part, entity, subject, salt, body, commitment FROM payload WHERE entry = ? ORDER BY part",
    )?;
    while let Some(row) = entries.next()? {
        let (id, entry) = journal::read(row)?;
        let mut part = parts.query([id])?;
        while let Some(row) = part.next()? {
            let body: Option<String> = row.get(4)?;
            for change in changes_of(body.as_deref().unwrap_or("{}"))? {
                rows::apply(into, &change)?;
            }
            if with_journal {
                into.prepare_cached(include_str!("payload_keep.sql"))?
                    .execute(params![
                        id,
                        row.get::<_, i64>(0)?,
                        row.get::<_, String>(1)?,
                        row.get::<_, Option<Vec<u8>>>(2)?,
                        row.get::<_, Option<Vec<u8>>>(3)?,
                        body,
                        row.get::<_, Vec<u8>>(5)?,
                    ])?;
            }
        }
        if with_journal {
            copy_entry(into, id, &entry)?;
        }
    }
    Ok(())
}

fn copy_entry(into: &Connection, id: i64, entry: &Entry) -> Result<()> {
    let lacks = |what: &str| Error::Content(format!("the journal names no {what}"));
    let station =
        rows::number(into, &operators::STATION, entry.station)?.ok_or_else(|| lacks("station"))?;
    let operator = rows::number(into, &operators::OPERATOR, entry.operator)?
        .ok_or_else(|| lacks("operator"))?;
    journal::append(into, id, station, operator, entry)
}

/// SHA-256 over the rows of a table in the order of their identities.
pub(super) fn table_digest(conn: &Connection, table: &'static Table) -> Result<[u8; 32]> {
    let mut hasher = Sha256::new();
    let mut field = |tag: u8, bytes: &[u8]| {
        hasher.update([tag]);
        hasher.update((bytes.len() as u64).to_be_bytes());
        hasher.update(bytes);
    };
    field(0, table.name.as_bytes());
    let mut statement = conn.prepare(&format!("{} ORDER BY t.uid", table.statements().select))?;
    let mut found = statement.query([])?;
    while let Some(row) = found.next()? {
        field(1, row.get_ref(0)?.as_blob().unwrap_or_default());
        for value in rows::read(table, row)? {
            match value {
                Value::Null => field(2, &[]),
                Value::Int(n) => field(3, &n.to_be_bytes()),
                Value::Text(text) => field(4, text.as_bytes()),
                Value::Uid(uid) => field(5, uid.as_bytes()),
            }
        }
    }
    Ok(hasher.finalize().into())
}
