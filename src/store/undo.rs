//! Undo and redo of this window's changes, as new entries: nothing leaves the journal.
//!
//! What was added is marked void, what was changed gets its former values back. Both refuse where
//! another hand has changed the same fields since, or built on what would go. A contact of a day
//! whose log was exported already is cancelled instead, so that the next export differs from the
//! first by a mark; so is one that a correction refers to which is itself such a mark.

use super::change::RowChange;
use super::contacts::{CONTACT, RECOMMENDATION};
use super::drafts::DRAFT;
use super::enterprises::ENTERPRISE;
use super::error::{Error, Result};
use super::journal::{EntryKind, read_stamp};
use super::people::PERSON;
use super::row::{Kind, Row, Table, Value};
use super::write::{Writing, changes_of};
use super::{Act, Reverted, Store, notes, rows};
use crate::domain::{
    contact::ContactState,
    failure::Failure,
    ids::{ContactId, PersonId},
};
use rusqlite::{Connection, ErrorCode, OptionalExtension as _};
use serde_json::{Value as Json, json};
use uuid::Uuid;

/// What this window has done and undone, newest last.
#[derive(Debug, Default)]
pub(super) struct Stacks {
    done: Vec<Step>,
    undone: Vec<Step>,
}

#[derive(Debug, Clone, Copy)]
struct Step {
    /// The entry to take back.
    entry: i64,
    /// The kind of the change at the bottom of it.
    kind: EntryKind,
}

impl Stacks {
    /// A new change; what was undone before it can't be redone any more.
    pub(super) fn did(&mut self, entry: i64, kind: EntryKind) {
        self.done.push(Step { entry, kind });
        self.undone.clear();
    }
}

impl Store {
    /// Takes back this window's last change.
    ///
    /// # Errors
    /// `NothingToUndo`; `UndoConflict` where another hand was there since; else as
    /// [`Store::log_contact`].
    pub fn undo(&mut self, act: &Act) -> std::result::Result<Reverted, Failure> {
        let step = *self.undo.done.last().ok_or(Failure::NothingToUndo {})?;
        let (reverted, entry) = self.turn(act, step, EntryKind::Undo)?;
        self.undo.done.pop();
        self.undo.undone.push(Step { entry, ..step });
        Ok(reverted)
    }

    /// Does again what was taken back last.
    ///
    /// # Errors
    /// `NothingToRedo`; else as [`Store::undo`].
    pub fn redo(&mut self, act: &Act) -> std::result::Result<Reverted, Failure> {
        let step = *self.undo.undone.last().ok_or(Failure::NothingToRedo {})?;
        let (reverted, entry) = self.turn(act, step, EntryKind::Redo)?;
        self.undo.undone.pop();
        self.undo.done.push(Step { entry, ..step });
        Ok(reverted)
    }

    fn turn(
        &mut self,
        act: &Act,
        step: Step,
        as_kind: EntryKind,
    ) -> std::result::Result<(Reverted, i64), Failure> {
        let (reverted, written) = self.transact(act, |writing| {
            turn_back(writing, step, as_kind).map_err(taken_meanwhile)
        })?;
        // An entry was named, so one was written.
        Ok((reverted, written.map_or(0, |w| w.id)))
    }
}

fn conflict(what: impl Into<String>) -> Error {
    Failure::UndoConflict { what: what.into() }.into()
}

/// An id number or reference that somebody else has by now.
fn taken_meanwhile(error: Error) -> Error {
    match &error {
        Error::Sql(rusqlite::Error::SqliteFailure(e, _))
            if e.code == ErrorCode::ConstraintViolation =>
        {
            conflict("")
        }
        _ => error,
    }
}

fn turn_back(writing: &mut Writing<'_>, step: Step, as_kind: EntryKind) -> Result<Reverted> {
    let (of, parts) = parts_of(writing.conn(), step.entry)?;
    writing.entry(as_kind, "journal", Some(of));
    writing.detail(
        "journal",
        Some(of),
        json!({ "of": of.to_string(), "kind": step.kind.code() }),
    )?;
    let mut reverted = Reverted {
        kind: step.kind,
        name: String::new(),
        id_tail: String::new(),
        recommended: Vec::new(),
    };
    let mut applied = Vec::new();
    for part in parts.iter().rev() {
        let Some((entity, subject, body)) = read_part(writing.conn(), *part)? else {
            return Err(conflict(""));
        };
        if let Some(file) = serde_json::from_str::<Json>(&body)?["detail"]["file"].as_str() {
            file.clone_into(&mut reverted.name);
        }
        let mut inverses = Vec::new();
        for change in changes_of(&body)?.iter().rev() {
            if !is_unchanged(writing.conn(), change)? {
                // A kept form that went on or was dropped meanwhile stays as it is now.
                if change.table == &DRAFT {
                    continue;
                }
                return Err(conflict(title(writing.conn(), change)?));
            }
            inverses.extend(inverse(writing.conn(), change)?);
        }
        let Some(subject) = subject else { continue };
        writing.part(&entity, subject, |part| {
            inverses.iter().try_for_each(|i| part.apply(i.clone()))
        })?;
        applied.extend(inverses);
    }
    for change in &applied {
        stands_alone(writing.conn(), change)?;
        note(writing.conn(), change, &mut reverted)?;
    }
    Ok(reverted)
}

/// Identity of an entry and the numbers of its parts. Bodies are read one at a time: an import has
/// as many as rows.
fn parts_of(conn: &Connection, entry: i64) -> Result<(Uuid, Vec<i64>)> {
    let of = conn
        .prepare_cached("SELECT uid FROM journal WHERE id = ?")?
        .query_row([entry], |row| row.get(0).map(Uuid::from_bytes))?;
    let parts = conn
        .prepare_cached("SELECT id FROM payload WHERE entry = ? ORDER BY part")?
        .query_map([entry], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok((of, parts))
}

type PartText = (String, Option<Uuid>, String);

/// A part's entity, subject and body; nothing where it was erased.
fn read_part(conn: &Connection, part: i64) -> Result<Option<PartText>> {
    Ok(conn
        .prepare_cached("SELECT entity, subject, body FROM payload WHERE id = ?")?
        .query_row([part], |row| {
            let subject: Option<[u8; 16]> = row.get(1)?;
            let body: Option<String> = row.get(2)?;
            Ok(body.map(|body| (row.get(0), subject.map(Uuid::from_bytes), body)))
        })?
        .map(|(entity, subject, body)| entity.map(|e| (e, subject, body)))
        .transpose()?)
}

/// Whether every field that the change wrote still holds what it wrote.
fn is_unchanged(conn: &Connection, change: &RowChange) -> Result<bool> {
    let table = change.table;
    let Some(row) = rows::get(conn, table, change.uid)? else {
        return Ok(false);
    };
    Ok(match change.was {
        Some(_) => change.now.iter().all(|(i, value)| row[*i] == *value),
        None => {
            let mut written: Row = table.blank();
            for (i, value) in &change.now {
                written[*i] = value.clone();
            }
            row == written
        }
    })
}

/// What a clerk knows a row by: a contact by whom it was with, anything else by its own name.
fn title(conn: &Connection, change: &RowChange) -> Result<String> {
    let Some(row) = rows::get(conn, change.table, change.uid)? else {
        return Ok(String::new());
    };
    for (column, value) in change.table.columns.iter().zip(&row) {
        if let (Kind::Ref(to), Value::Uid(uid)) = (column.kind, value)
            && (change.table == &CONTACT || change.table == &RECOMMENDATION)
            && (to == &PERSON || to == &ENTERPRISE)
            && let Some(whom) = rows::get(conn, to, *uid)?
        {
            return Ok(name_of(to, &whom));
        }
    }
    Ok(name_of(change.table, &row))
}

/// `李明朗(3217)`; the name or title alone, or else the reference, where there is no id number.
fn name_of(table: &'static Table, row: &Row) -> String {
    let text = |name: &str| match table.column(name).map(|i| &row[i]) {
        Ok(Value::Text(text)) => text.as_str(),
        _ => "",
    };
    let found = ["name", "title", "reference"].map(text);
    let name = found.into_iter().find(|text| !text.is_empty());
    match (name.unwrap_or_default(), tail(text("id_number"))) {
        (name, "") => name.to_owned(),
        (name, tail) => format!("{name}({tail})"),
    }
}

/// Last four of an id number.
fn tail(id_number: &str) -> &str {
    let cut = id_number.char_indices().rev().nth(3);
    cut.map_or("", |(at, _)| &id_number[at..])
}

/// What takes a change back.
fn inverse(conn: &Connection, change: &RowChange) -> Result<Option<RowChange>> {
    let void = change.table.void();
    let came = change.was.is_none() || change.now.contains(&(void, Value::Int(0)));
    if !came || !(change.table == &CONTACT || change.table == &RECOMMENDATION) {
        return Ok(Some(change.inverse()));
    }
    let gone = change.inverse();
    let row = rows::get(conn, change.table, change.uid)?.ok_or_else(|| conflict(""))?;
    if change.table == &RECOMMENDATION {
        // It goes with its contact: void where that is void, untouched where that is cancelled.
        return Ok(match row[change.table.column("contact")?] {
            Value::Uid(contact) if stays_as_mark(conn, contact)? => None,
            _ => Some(gone),
        });
    }
    let (state, reason) = (CONTACT.column("state")?, CONTACT.column("state_reason")?);
    let valid = Value::from(ContactState::Valid.code());
    if row[state] != valid {
        if change.was.is_some() {
            return Err(conflict(title(conn, change)?));
        }
        // It came from a file corrected or cancelled: there is nothing left to strike out.
        let kept = stays_as_mark(conn, change.uid)?;
        return Ok((!kept).then_some(gone));
    }
    if !stays_as_mark(conn, change.uid)? {
        return Ok(Some(gone));
    }
    // Without a reason: nobody was asked for one.
    Ok(Some(RowChange {
        table: change.table,
        uid: change.uid,
        was: Some(vec![(state, valid), (reason, row[reason].clone())]),
        now: vec![
            (state, Value::from(ContactState::Cancelled.code())),
            (reason, Value::from("")),
        ],
    }))
}

/// Whether a contact that is taken back stays on the paper, struck out: its day was exported, or a
/// correction of it stays so.
fn stays_as_mark(conn: &Connection, contact: Uuid) -> Result<bool> {
    let at: Option<String> = conn
        .prepare_cached("SELECT at FROM contact WHERE uid = ?")?
        .query_row([contact.as_bytes().as_slice()], |row| row.get(0))
        .optional()?;
    let Some(at) = at else { return Ok(false) };
    Ok(exported(conn, contact, read_stamp(&at)?.date_naive())? || was_corrected(conn, contact)?)
}

fn was_corrected(conn: &Connection, contact: Uuid) -> Result<bool> {
    Ok(conn
        .prepare_cached(
            "SELECT 1 FROM contact WHERE corrects = (SELECT id FROM contact WHERE uid = ?) AND void = 0",
        )?
        .exists([contact.as_bytes().as_slice()])?)
}

fn exported(conn: &Connection, contact: Uuid, day: chrono::NaiveDate) -> Result<bool> {
    let first: i64 = conn
        .prepare_cached("SELECT coalesce(min(entry), 0) FROM payload WHERE subject = ?")?
        .query_row([contact.as_bytes().as_slice()], |row| row.get(0))?;
    notes::exported_since(conn, first, day)
}

/// An error where a row that went is still referred to, or a row that came back refers to one that
/// went.
fn stands_alone(conn: &Connection, change: &RowChange) -> Result<()> {
    let void = change.table.void();
    let Some((_, now)) = change.now.iter().find(|(i, _)| *i == void) else {
        return Ok(());
    };
    let in_the_way = if *now == Value::Int(1) {
        is_referred_to(conn, change)?
    } else {
        refers_to_void(conn, change)?
    };
    if !in_the_way {
        return Ok(());
    }
    Err(conflict(title(conn, change)?))
}

fn is_referred_to(conn: &Connection, change: &RowChange) -> Result<bool> {
    for sql in &change.table.statements().referrers {
        if conn
            .prepare_cached(sql)?
            .exists([change.uid.as_bytes().as_slice()])?
        {
            return Ok(true);
        }
    }
    Ok(false)
}

fn refers_to_void(conn: &Connection, change: &RowChange) -> Result<bool> {
    let row = rows::get(conn, change.table, change.uid)?.ok_or_else(|| conflict(""))?;
    for (column, value) in change.table.columns.iter().zip(&row) {
        if let (Kind::Ref(to), Value::Uid(parent)) = (column.kind, value)
            && !rows::is_live(conn, to, *parent)?
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Gathers what the status line wants to know.
fn note(conn: &Connection, change: &RowChange, reverted: &mut Reverted) -> Result<()> {
    let id = ContactId(change.uid);
    if change.table == &CONTACT
        && !matches!(reverted.kind, EntryKind::Import | EntryKind::Merge)
        && let Some(contact) = super::contacts::one(conn, id)?
    {
        reverted.name = contact.with_name;
        reverted.id_tail = id_tail(conn, contact.record.with.person())?;
        reverted.recommended = super::contacts::titles_in(conn, id)?;
    } else if change.table == &PERSON
        && matches!(
            reverted.kind,
            EntryKind::Register | EntryKind::Edit | EntryKind::Merge
        )
    {
        let row = rows::get(conn, &PERSON, change.uid)?.ok_or_else(|| conflict(""))?;
        reverted.name = name_of(&PERSON, &row);
    }
    Ok(())
}

fn id_tail(conn: &Connection, person: Option<PersonId>) -> Result<String> {
    let Some(person) = person else {
        return Ok(String::new());
    };
    let Some(row) = rows::get(conn, &PERSON, person.0)? else {
        return Ok(String::new());
    };
    Ok(match &row[PERSON.column("id_number")?] {
        Value::Text(number) => tail(number).to_owned(),
        _ => String::new(),
    })
}
