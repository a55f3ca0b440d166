//! Two records of one person become one; undo gives both back.
//!
//! Nothing is deleted: the record that goes stays, marked with where it went, and what was logged
//! with it is moved. Its reference finds the one that stays.

use super::{PERSON, PERSON_GROUP, edit};
use crate::domain::{
    failure::Failure,
    id_number::IdNumber,
    ids::PersonId,
    person::{Person, PersonRecord, PersonState},
};
use crate::store::{
    Act, Store,
    error::{Error, Result},
    journal::EntryKind,
    row::{Kind, Table, Value},
    rows, tables,
    write::Writing,
};
use rusqlite::{Connection, ffi};
use uuid::Uuid;

impl Store {
    /// Merges `gone` into `keep`, whose record becomes `now` (it was `was` when the clerk saw it).
    ///
    /// # Errors
    /// [`Failure::MergeSame`], [`Failure::MergeTwoIds`] where both have valid id numbers;
    /// `PersonNotFound`; [`Failure::EditConflict`]; else as [`Store::log_contact`].
    pub fn merge_people(
        &mut self,
        act: &Act,
        keep: PersonId,
        gone: PersonId,
        was: &PersonRecord,
        now: &PersonRecord,
    ) -> std::result::Result<Person, Failure> {
        self.write(act, |writing| {
            let (kept_number, gone_number) = (number_of(writing, keep)?, number_of(writing, gone)?);
            if keep == gone {
                return Err(Failure::MergeSame {}.into());
            }
            if kept_number.is_some() && gone_number.is_some() {
                return Err(Failure::MergeTwoIds {}.into());
            }
            writing.entry(EntryKind::Merge, "person", Some(keep.0));
            end(writing, gone, keep)?;
            edit::change(writing, keep, was, now)?;
            for table in tables::all() {
                move_rows(writing, table, gone, keep)?;
            }
            Ok(())
        })?;
        self.read_back(keep)
    }
}

/// The valid id number of a record that counts.
fn number_of(writing: &Writing<'_>, id: PersonId) -> Result<Option<IdNumber>> {
    let row = rows::get(writing.conn(), &PERSON, id.0)?
        .filter(|row| row[PERSON.void()] == Value::Int(0))
        .ok_or_else(|| Failure::PersonNotFound {
            reference: id.to_string(),
        })?;
    if row[PERSON.column("merged_into")?] != Value::Null {
        let reference = id.to_string();
        return Err(Failure::PersonNotFound { reference }.into());
    }
    Ok(match &row[PERSON.column("id_number")?] {
        Value::Text(text) => IdNumber::parse(text).ok(),
        _ => None,
    })
}

/// Ends the record that goes. Its id number goes over: it can stand in one record only.
fn end(writing: &mut Writing<'_>, gone: PersonId, keep: PersonId) -> Result<()> {
    let day = writing.act().at.date_naive().to_string();
    writing.part("person", gone.0, |part| {
        part.update(&PERSON, gone.0, |row| {
            row[PERSON.column("state")?] = Value::from(PersonState::Merged.code());
            row[PERSON.column("state_since")?] = day.into();
            row[PERSON.column("merged_into")?] = Value::Uid(keep.0);
            row[PERSON.column("id_number")?] = Value::Null;
            Ok(())
        })
    })
}

/// Moves what stands beside a person's file. What the one that stays has already, and may have once
/// only, stays with the one that goes; groups are taken over by value.
fn move_rows(
    writing: &mut Writing<'_>,
    table: &'static Table,
    from: PersonId,
    to: PersonId,
) -> Result<()> {
    if table == &PERSON || table == &PERSON_GROUP {
        return Ok(());
    }
    for (at, column) in table.columns.iter().enumerate() {
        if !matches!(column.kind, Kind::Ref(to) if to == &PERSON) {
            continue;
        }
        for uid in rows_of(writing.conn(), table, column.name, from)? {
            let moved = writing.part(table.name, uid, |part| {
                part.update(table, uid, |row| {
                    row[at] = Value::Uid(to.0);
                    Ok(())
                })
            });
            match moved {
                Err(error) if is_there_already(&error) => {}
                other => other?,
            }
        }
    }
    Ok(())
}

fn is_there_already(error: &Error) -> bool {
    matches!(
        error,
        Error::Sql(rusqlite::Error::SqliteFailure(e, _))
            if e.extended_code == ffi::SQLITE_CONSTRAINT_UNIQUE
    )
}

fn rows_of(conn: &Connection, table: &Table, column: &str, person: PersonId) -> Result<Vec<Uuid>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT uid FROM {} WHERE {column} = (SELECT id FROM person WHERE uid = ?) AND void = 0 ORDER BY id",
        table.name
    ))?;
    let found = statement.query_map([person.0.as_bytes().as_slice()], |row| {
        row.get(0).map(Uuid::from_bytes)
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
