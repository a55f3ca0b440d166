//! Ledger entries: reading, saving, taking back. One code for every kind.

mod convert;
mod linked;
mod tables;

pub(super) use tables::all as tables;

use super::error::{Error, Result};
use super::journal::EntryKind;
use super::references::{self, Numbering};
use super::row::{Table, Value};
use super::write::Writing;
use super::{Act, Store, enterprises, rows};
use crate::domain::{
    failure::Failure,
    ids::EntryId,
    ledger::{Entry, Holds, Kind, Link, Slot, kinds},
};
use rusqlite::{Connection, ErrorCode, Params};
use uuid::Uuid;

impl Store {
    /// All entries of a kind, in the order in which they were added.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn entries(&self, kind: &'static Kind) -> std::result::Result<Vec<Entry>, Failure> {
        self.read(|conn| select(conn, kind, "ORDER BY t.id", []))
    }

    /// The entries of a kind that lead to a record, newest first.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn entries_about(
        &self,
        kind: &'static Kind,
        slot: Slot,
        uid: Uuid,
    ) -> std::result::Result<Vec<Entry>, Failure> {
        self.read(|conn| about(conn, kind, slot, uid))
    }

    /// One entry, if it is there and was not taken back.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn entry(
        &self,
        kind: &'static Kind,
        id: EntryId,
    ) -> std::result::Result<Option<Entry>, Failure> {
        self.read(|conn| one(conn, kind, id))
    }

    /// The entries of a kind with this reference, program id or name. Only one of them is meant
    /// where there is one.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn entries_named(
        &self,
        kind: &'static Kind,
        text: &str,
    ) -> std::result::Result<Vec<Entry>, Failure> {
        self.read(|conn| named(conn, kind, text.trim()))
    }

    /// How many entries of each kind are about a person; kinds without any are left out.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn entry_counts(
        &self,
        target: Link,
        uid: Uuid,
    ) -> std::result::Result<Vec<(&'static Kind, usize)>, Failure> {
        self.read(|conn| {
            let mut counts = Vec::new();
            for kind in kinds::ALL {
                for slot in kind.links_to(target) {
                    let count = count_about(conn, kind, slot, uid)?;
                    if count > 0 {
                        counts.push((*kind, count));
                    }
                }
            }
            Ok(counts)
        })
    }

    /// Saves entries, new and changed ones, together or not at all, as one change that one undo
    /// takes back. The references of new entries come back in order.
    ///
    /// # Errors
    /// [`Failure::EntryTwice`] where there may be only one; [`Failure::NameTaken`]; else as
    /// [`Store::log_contact`].
    pub fn save_entries(
        &mut self,
        act: &Act,
        entries: &[Entry],
    ) -> std::result::Result<Vec<String>, Failure> {
        self.write(act, |writing| {
            let mut references = Vec::with_capacity(entries.len());
            for entry in entries {
                references.push(save(writing, entry).map_err(|error| one_of_each(error, entry))?);
            }
            if let Some(first) = entries.first() {
                writing.entry(EntryKind::Ledger, first.kind.code, Some(first.id.0));
            }
            Ok(references)
        })
    }

    /// Takes entries back: they stay, marked. Refused where another entry builds on one of them.
    ///
    /// # Errors
    /// [`Failure::StillReferredTo`]; else as [`Store::log_contact`].
    pub fn remove_entry(
        &mut self,
        act: &Act,
        kind: &'static Kind,
        id: EntryId,
    ) -> std::result::Result<(), Failure> {
        self.write(act, |writing| {
            let table = table_of(kind)?;
            let entry = one(writing.conn(), kind, id)?.ok_or_else(|| not_found(kind, id))?;
            for sql in &table.statements().referrers {
                let used = writing
                    .conn()
                    .prepare_cached(sql)?
                    .exists([id.0.as_bytes().as_slice()])?;
                if used {
                    let reference = entry.reference;
                    return Err(Failure::StillReferredTo { reference }.into());
                }
            }
            writing.part(kind.code, id.0, |part| {
                part.update(table, id.0, |row| {
                    row[table.void()] = Value::Int(1);
                    Ok(())
                })
            })?;
            writing.entry(EntryKind::Ledger, kind.code, Some(id.0));
            Ok(())
        })
    }
}

/// A reference that is taken, or a second entry where the schema allows one.
fn one_of_each(error: Error, entry: &Entry) -> Error {
    match &error {
        Error::Sql(rusqlite::Error::SqliteFailure(e, _))
            if e.code == ErrorCode::ConstraintViolation =>
        {
            Failure::EntryTwice {
                kind: entry.kind.zh.to_owned(),
            }
            .into()
        }
        _ => error,
    }
}

fn not_found(kind: &Kind, id: EntryId) -> Error {
    Failure::EntryNotFound {
        kind: kind.zh.to_owned(),
        reference: id.to_string(),
    }
    .into()
}

fn table_of(kind: &Kind) -> Result<&'static Table> {
    tables::of(kind).ok_or_else(|| Error::Content(format!("no table {}", kind.code)))
}

fn select(
    conn: &Connection,
    kind: &'static Kind,
    tail: &str,
    params: impl Params,
) -> Result<Vec<Entry>> {
    let table = table_of(kind)?;
    let sql = format!("{} WHERE t.void = 0 {tail}", table.statements().select);
    let mut statement = conn.prepare_cached(&sql)?;
    let mut found = statement.query(params)?;
    let mut entries = Vec::new();
    while let Some(row) = found.next()? {
        let uid = Uuid::from_bytes(row.get(0)?);
        entries.push(convert::from_row(
            table,
            kind,
            uid,
            &rows::read(table, row)?,
        )?);
    }
    Ok(entries)
}

pub(super) fn one(conn: &Connection, kind: &'static Kind, id: EntryId) -> Result<Option<Entry>> {
    let uid = id.0.as_bytes().as_slice();
    Ok(select(conn, kind, "AND t.uid = ?", [uid])?.pop())
}

/// The small number of what a slot leads to.
fn target_table(kind: &Kind, slot: Slot) -> Result<&'static str> {
    match kind[slot].holds {
        Holds::Link(Link::Person) => Ok("person"),
        Holds::Link(Link::Enterprise) => Ok("enterprise"),
        Holds::Link(Link::Course) => Ok("course"),
        Holds::Link(Link::Vacancy) => Ok("vacancy"),
        Holds::Link(Link::Entry(code)) => Ok(code),
        _ => Err(Error::Content(format!(
            "{}.{} leads nowhere",
            kind.code, kind[slot].name
        ))),
    }
}

fn about(conn: &Connection, kind: &'static Kind, slot: Slot, uid: Uuid) -> Result<Vec<Entry>> {
    let tail = format!(
        "AND t.{} = (SELECT id FROM {} WHERE uid = ?) ORDER BY t.id DESC",
        kind[slot].name,
        target_table(kind, slot)?
    );
    select(conn, kind, &tail, [uid.as_bytes().as_slice()])
}

fn count_about(conn: &Connection, kind: &'static Kind, slot: Slot, uid: Uuid) -> Result<usize> {
    let sql = format!(
        "SELECT count(*) FROM {} WHERE void = 0 AND {} = (SELECT id FROM {} WHERE uid = ?)",
        kind.code,
        kind[slot].name,
        target_table(kind, slot)?
    );
    let count: i64 = conn
        .prepare_cached(&sql)?
        .query_row([uid.as_bytes().as_slice()], |row| row.get(0))?;
    Ok(usize::try_from(count).unwrap_or(0))
}

fn named(conn: &Connection, kind: &'static Kind, text: &str) -> Result<Vec<Entry>> {
    if let Some(id) = EntryId::parse(text) {
        return Ok(one(conn, kind, id)?.into_iter().collect());
    }
    let by_reference = references::as_written_or_upper(text, |reference| {
        Ok(select(
            conn,
            kind,
            "AND t.reference = ? AND t.reference <> ''",
            [reference],
        )?
        .pop())
    })?;
    if let Some(entry) = by_reference {
        return Ok(vec![entry]);
    }
    let name = ["name", "title", "theme"]
        .into_iter()
        .find(|name| kind.fields.iter().any(|f| f.name == *name));
    match name {
        Some(name) => select(
            conn,
            kind,
            &format!("AND t.{name} = ? ORDER BY t.id"),
            [text],
        ),
        None => Ok(Vec::new()),
    }
}

/// Saves one entry inside a larger change; gives its reference.
pub(super) fn save(writing: &mut Writing<'_>, entry: &Entry) -> Result<String> {
    let table = table_of(entry.kind)?;
    let Some(was) = one(writing.conn(), entry.kind, entry.id)? else {
        return add(writing, table, entry);
    };
    let reference = match entry.reference.trim() {
        "" => was.reference.clone(),
        written => written.to_owned(),
    };
    if entry.kind.code == kinds::enterprise::KIND.code
        && entry.text(kinds::enterprise::NAME) != was.text(kinds::enterprise::NAME)
    {
        enterprises::must_be_new(writing.conn(), entry.text(kinds::enterprise::NAME))?;
    }
    writing.part(entry.kind.code, entry.id.0, |part| {
        part.update(table, entry.id.0, |row| {
            row[table.column("reference")?] = Value::from(reference.as_str());
            // A field that stays as it was is not written, so that a value that this program
            // can't read is not lost.
            for (slot, field, value) in entry.fields() {
                if value != was.get(slot) {
                    row[table.column(field.name)?] = convert::to_value(value, field.holds);
                }
            }
            Ok(())
        })
    })?;
    Ok(reference)
}

fn add(writing: &mut Writing<'_>, table: &'static Table, entry: &Entry) -> Result<String> {
    if rows::get(writing.conn(), table, entry.id.0)?.is_some() {
        // It was taken back; whoever saves it again starts a new one.
        return Err(not_found(entry.kind, entry.id));
    }
    if entry.kind.code == kinds::enterprise::KIND.code {
        enterprises::must_be_new(writing.conn(), entry.text(kinds::enterprise::NAME))?;
    }
    let mut numbering = Numbering::entries(writing.conn(), entry.kind)?;
    let (number, reference) = numbering.take(writing.conn(), &entry.reference)?;
    let row = convert::to_row(table, entry, number, &reference)?;
    writing.part(entry.kind.code, entry.id.0, |part| {
        part.insert(table, entry.id.0, row)
    })?;
    Ok(reference)
}
