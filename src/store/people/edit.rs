//! Editing a record: only what the clerk changed is written, each column as before → after.

use super::{
    PERSON, PERSON_GROUP,
    membership::{self, numbered},
    register::{drop_draft, free_number},
    to_row,
};
use crate::domain::{
    failure::Failure,
    group::Membership,
    ids::{DraftId, PersonId},
    person::{Person, PersonRecord},
};
use crate::store::{
    Act, Store,
    error::{Error, Result},
    journal::EntryKind,
    row::Value,
    rows,
    write::{Part, Writing},
};
use uuid::Uuid;

impl Store {
    /// Writes the fields in which `now` differs from `was`, the record as the clerk saw it.
    /// Where nothing differs nothing is written.
    ///
    /// # Errors
    /// `PersonNotFound`; [`Failure::EditConflict`] where another hand changed the same field since;
    /// [`Failure::IdNumberTaken`]; else as [`Store::log_contact`].
    pub fn edit_person(
        &mut self,
        act: &Act,
        id: PersonId,
        was: &PersonRecord,
        now: &PersonRecord,
        draft: Option<DraftId>,
    ) -> std::result::Result<Person, Failure> {
        self.write(act, |writing| {
            if !rows::is_live(writing.conn(), &PERSON, id.0)? {
                let reference = id.to_string();
                return Err(Failure::PersonNotFound { reference }.into());
            }
            if was == now {
                return Ok(());
            }
            free_number(writing, id, now)?;
            writing.entry(EntryKind::Edit, "person", Some(id.0));
            change(writing, id, was, now)?;
            drop_draft(writing, draft)
        })?;
        self.read_back(id)
    }
}

/// Applies what differs to the rows of a person, as one part.
pub(super) fn change(
    writing: &mut Writing<'_>,
    id: PersonId,
    was: &PersonRecord,
    now: &PersonRecord,
) -> Result<()> {
    let (before, after) = (row(was)?, row(now)?);
    let groups = Groups::of(&was.groups, &now.groups);
    let mut fresh = Vec::with_capacity(groups.added.len());
    for membership in groups.added {
        fresh.push((writing.new_uid()?, membership));
    }
    let there = numbered(writing.conn(), id)?;
    writing.part("person", id.0, |part| {
        part.update(&PERSON, id.0, |row| {
            for (at, column) in PERSON.columns.iter().enumerate() {
                if before[at] == after[at] {
                    continue;
                }
                if row[at] != before[at] && row[at] != after[at] {
                    return Err(conflict(column.name));
                }
                row[at] = after[at].clone();
            }
            Ok(())
        })?;
        let find = |wanted: &Membership| -> Result<Uuid> {
            let found = there.iter().find(|(_, membership)| membership == wanted);
            found.map(|(uid, _)| *uid).ok_or_else(|| conflict("groups"))
        };
        for (old, new) in &groups.changed {
            write_group(part, id, find(old)?, new)?;
        }
        for old in &groups.removed {
            part.update(&PERSON_GROUP, find(old)?, |row| {
                row[PERSON_GROUP.void()] = Value::Int(1);
                Ok(())
            })?;
        }
        for (uid, membership) in &fresh {
            part.insert(&PERSON_GROUP, *uid, membership::row(id.0, membership))?;
        }
        Ok(())
    })
}

fn write_group(part: &mut Part<'_>, id: PersonId, uid: Uuid, new: &Membership) -> Result<()> {
    part.update(&PERSON_GROUP, uid, |row| {
        *row = membership::row(id.0, new);
        Ok(())
    })
}

/// The row without what the store gave.
fn row(record: &PersonRecord) -> Result<Vec<Value>> {
    let mut row = to_row(record, None, &record.reference)?;
    row[PERSON.column("number")?] = Value::Null;
    Ok(row)
}

fn conflict(field: &str) -> Error {
    Failure::EditConflict {
        field: field.to_owned(),
    }
    .into()
}

/// What happened to the memberships. One that ended, or that became another of the same group, is a
/// change; one that was entered by mistake is taken back.
struct Groups {
    changed: Vec<(Membership, Membership)>,
    removed: Vec<Membership>,
    added: Vec<Membership>,
}

impl Groups {
    fn of(was: &[Membership], now: &[Membership]) -> Self {
        let mut removed: Vec<Membership> = was.to_vec();
        let mut added = Vec::new();
        for membership in now {
            match removed.iter().position(|old| old == membership) {
                Some(at) => {
                    removed.remove(at);
                }
                None => added.push(membership.clone()),
            }
        }
        let mut changed = Vec::new();
        added.retain(|new: &Membership| {
            match removed.iter().position(|old| old.group == new.group) {
                Some(at) => {
                    changed.push((removed.remove(at), new.clone()));
                    false
                }
                None => true,
            }
        });
        Self {
            changed,
            removed,
            added,
        }
    }
}
