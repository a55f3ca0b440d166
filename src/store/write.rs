//! The one door for writes: a closure in one immediate transaction changes rows and the journal
//! gets exactly one entry, or nothing happens at all.

use super::change::RowChange;
use super::error::{Error, Result};
use super::ids::Ids;
use super::journal::{self, Entry, EntryKind, Hash};
use super::row::{Row, Table};
use super::{Act, Store, migrations, rows, tables};
use crate::domain::failure::Failure;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use serde_json::Value as Json;
use uuid::Uuid;

/// What an entry says of itself.
struct Header {
    kind: EntryKind,
    entity: &'static str,
    subject: Option<Uuid>,
}

/// A write that is under way.
pub(super) struct Writing<'a> {
    conn: &'a Connection,
    ids: &'a mut Ids,
    act: &'a Act,
    id: i64,
    uid: Uuid,
    header: Option<Header>,
    parts: Vec<Hash>,
}

/// What the door did, for the stacks of undo and redo.
pub(super) struct Written {
    /// Number of the entry.
    pub(super) id: i64,
    /// Its kind.
    pub(super) kind: EntryKind,
}

impl Store {
    /// Runs a change and tells this window's undo about it. A closure that names no entry must
    /// change nothing; what it did is rolled back.
    pub(super) fn write<T>(
        &mut self,
        act: &Act,
        change: impl FnOnce(&mut Writing<'_>) -> Result<T>,
    ) -> std::result::Result<T, Failure> {
        let (value, written) = self.transact(act, change)?;
        if let Some(written) = written
            && written.kind.is_undoable()
        {
            self.undo.did(written.id, written.kind);
        }
        Ok(value)
    }

    /// The same without telling undo.
    pub(super) fn transact<T>(
        &mut self,
        act: &Act,
        change: impl FnOnce(&mut Writing<'_>) -> Result<T>,
    ) -> std::result::Result<(T, Option<Written>), Failure> {
        let path = self.path_text();
        self.place
            .as_ref()
            .map_or(Ok(()), super::open::Place::is_still_there)?;
        transact(&mut self.conn, &mut self.ids, act, change)
            .map_err(|error| error.into_failure(&path))
    }
}

/// One transaction on any connection; the founding of an office uses it before there is a store.
pub(super) fn transact<T>(
    conn: &mut Connection,
    ids: &mut Ids,
    act: &Act,
    change: impl FnOnce(&mut Writing<'_>) -> Result<T>,
) -> Result<(T, Option<Written>)> {
    // Immediate, because a transaction that reads first and writes later can't wait for others.
    let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another window may run a newer program by now.
    if migrations::version(&transaction)? != migrations::LATEST {
        return Err(Failure::Upgraded {}.into());
    }
    let id: i64 = transaction
        .prepare_cached("SELECT coalesce(max(id), 0) + 1 FROM journal")?
        .query_row([], |row| row.get(0))?;
    let uid = ids.next(act.at)?;
    let mut writing = Writing {
        conn: &transaction,
        ids,
        act,
        id,
        uid,
        header: None,
        parts: Vec::new(),
    };
    let value = change(&mut writing)?;
    let written = writing.finish()?;
    if written.is_some() {
        transaction.commit()?;
    }
    Ok((value, written))
}

impl Writing<'_> {
    /// The connection, for reads inside the transaction.
    pub(super) fn conn(&self) -> &Connection {
        self.conn
    }

    /// Who acts, and when.
    pub(super) fn act(&self) -> &Act {
        self.act
    }

    /// The identity of the entry being written.
    pub(super) fn uid(&self) -> Uuid {
        self.uid
    }

    /// A new identity.
    pub(super) fn new_uid(&mut self) -> Result<Uuid> {
        Ok(self.ids.next(self.act.at)?)
    }

    /// Says what the entry is; once for each write.
    pub(super) fn entry(&mut self, kind: EntryKind, entity: &'static str, subject: Option<Uuid>) {
        self.header = Some(Header {
            kind,
            entity,
            subject,
        });
    }

    /// Keeps a detail that changes no row.
    pub(super) fn detail(
        &mut self,
        entity: &str,
        subject: Option<Uuid>,
        detail: Json,
    ) -> Result<()> {
        let mut body = serde_json::Map::new();
        body.insert("detail".to_owned(), detail);
        self.keep(entity, subject, &Json::from(body).to_string())
    }

    /// Changes the rows of one record: they become one part of the payload.
    pub(super) fn part<T>(
        &mut self,
        entity: &str,
        subject: Uuid,
        change: impl FnOnce(&mut Part<'_>) -> Result<T>,
    ) -> Result<T> {
        let mut part = Part {
            conn: self.conn,
            changes: Vec::new(),
        };
        let value = change(&mut part)?;
        let changes = part.changes;
        if !changes.is_empty() {
            self.keep(entity, Some(subject), &journal::rows_body(&changes)?)?;
        }
        Ok(value)
    }

    fn keep(&mut self, entity: &str, subject: Option<Uuid>, body: &str) -> Result<()> {
        let salt: [u8; 16] = self.ids.bytes()?;
        let commitment = journal::part_commitment(&salt, body);
        self.conn
            .prepare_cached(include_str!("payload_keep.sql"))?
            .execute(params![
                self.id,
                self.parts.len() as i64,
                entity,
                subject.as_ref().map(|s| s.as_bytes().as_slice()),
                salt.as_slice(),
                body,
                commitment,
            ])?;
        self.parts.push(commitment);
        Ok(())
    }

    fn finish(self) -> Result<Option<Written>> {
        let Some(header) = self.header else {
            return Ok(None);
        };
        let (station, station_uid) = own_station(self.conn)?;
        let (operator, role) = acting(self.conn, self.act)?;
        let (seq, prev, clock) = journal::last(self.conn, station)?;
        let mut entry = Entry {
            station: station_uid,
            seq: seq + 1,
            uid: self.uid,
            at: journal::stamp(self.act.at),
            clock: journal::tick(clock, self.act.at),
            operator: self.act.operator.0,
            role,
            kind: header.kind.code().to_owned(),
            entity: header.entity.to_owned(),
            subject: header.subject,
            commitment: journal::entry_commitment(&self.parts),
            prev,
            hash: [0; 32],
        };
        entry.hash = entry.digest();
        journal::append(self.conn, self.id, station, operator, &entry)?;
        Ok(Some(Written {
            id: self.id,
            kind: header.kind,
        }))
    }
}

/// Number and identity of the station whose journal this file's windows write.
pub(super) fn own_station(conn: &Connection) -> Result<(i64, Uuid)> {
    conn.prepare_cached(
        "SELECT s.id, s.uid FROM station s JOIN meta m ON m.key = 'station' AND m.value = lower(hex(s.uid))",
    )?
    .query_row([], |row| Ok((row.get(0)?, Uuid::from_bytes(row.get(1)?))))
    .optional()?
    .ok_or_else(|| Error::Content("the station is not known".to_owned()))
}

/// Number and role of who acts.
fn acting(conn: &Connection, act: &Act) -> Result<(i64, String)> {
    conn.prepare_cached("SELECT id, role FROM operator WHERE uid = ? AND void = 0")?
        .query_row([act.operator.0.as_bytes().as_slice()], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?
        .ok_or_else(|| {
            Failure::OperatorNotFound {
                name: act.operator.to_string(),
            }
            .into()
        })
}

/// The rows of one record, being changed.
pub(super) struct Part<'a> {
    conn: &'a Connection,
    changes: Vec<RowChange>,
}

impl Part<'_> {
    /// Adds a row.
    pub(super) fn insert(&mut self, table: &'static Table, uid: Uuid, row: Row) -> Result<()> {
        rows::insert(self.conn, table, uid, &row)?;
        self.changes.push(RowChange::added(table, uid, row));
        Ok(())
    }

    /// Changes a row; a row that stays as it was leaves no trace.
    pub(super) fn update(
        &mut self,
        table: &'static Table,
        uid: Uuid,
        change: impl FnOnce(&mut Row) -> Result<()>,
    ) -> Result<()> {
        let was = rows::get(self.conn, table, uid)?
            .ok_or_else(|| Error::Content(format!("{} lacks {uid}", table.name)))?;
        let mut now = was.clone();
        change(&mut now)?;
        match RowChange::changed(table, uid, &was, &now) {
            Some(change) => self.apply(change),
            None => Ok(()),
        }
    }

    /// Applies a change that was put together elsewhere.
    pub(super) fn apply(&mut self, change: RowChange) -> Result<()> {
        rows::apply(self.conn, &change)?;
        self.changes.push(change);
        Ok(())
    }
}

/// The row changes of a payload body.
pub(super) fn changes_of(body: &str) -> Result<Vec<RowChange>> {
    let body: Json = serde_json::from_str(body)?;
    body["rows"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|row| RowChange::from_json(row, tables::all()))
        .collect()
}
