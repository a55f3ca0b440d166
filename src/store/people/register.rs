//! Registering somebody at the counter.

use super::{PERSON, add_as, find::by_id_number, membership, to_row};
use crate::domain::{
    failure::Failure,
    ids::{DraftId, PersonId},
    person::{Person, PersonRecord},
};
use crate::store::{
    Act, Store,
    drafts::{self, DRAFT},
    error::{Error, Result},
    journal::EntryKind,
    references::Numbering,
    row::Value,
    rows,
    write::Writing,
};

impl Store {
    /// Registers a person and drops the draft that it came from. The reference is given here.
    ///
    /// The same id with the same record again is the same person: nothing is written twice.
    ///
    /// # Errors
    /// [`Failure::IdNumberTaken`] where somebody on the register has the id number; else as
    /// [`Store::log_contact`].
    pub fn register_person(
        &mut self,
        act: &Act,
        id: PersonId,
        record: &PersonRecord,
        draft: Option<DraftId>,
    ) -> std::result::Result<Person, Failure> {
        let id = self.write(act, |writing| {
            let mut id = id;
            if let Some(there) = rows::get(writing.conn(), &PERSON, id.0)? {
                if there[PERSON.void()] == Value::Int(0) {
                    return if is_same(writing, id, record)? {
                        Ok(id)
                    } else {
                        Err(Failure::PersonIdTaken { id: id.to_string() }.into())
                    };
                }
                // Undo brought the form back, and it still carries the identity of what went.
                id = PersonId(writing.new_uid()?);
            }
            free_number(writing, id, record)?;
            writing.entry(EntryKind::Register, "person", Some(id.0));
            let (number, reference) =
                Numbering::people(writing.conn())?.take(writing.conn(), &record.reference)?;
            add_as(writing, id, record, number, &reference)?;
            drop_draft(writing, draft)?;
            Ok(id)
        })?;
        self.read_back(id)
    }

    /// The person who was just written.
    pub(super) fn read_back(&self, id: PersonId) -> std::result::Result<Person, Failure> {
        self.person(id)?.ok_or_else(|| Failure::Bug {
            detail: "a person who was written can't be read".to_owned(),
        })
    }
}

/// An error where somebody else on the register has the id number.
pub(super) fn free_number(
    writing: &Writing<'_>,
    id: PersonId,
    record: &PersonRecord,
) -> Result<()> {
    let Some(number) = &record.id_number else {
        return Ok(());
    };
    match by_id_number(writing.conn(), number)? {
        Some((other, reference)) if other != id => Err(Failure::IdNumberTaken { reference }.into()),
        _ => Ok(()),
    }
}

/// Drops the form that the change came from.
pub(super) fn drop_draft(writing: &mut Writing<'_>, draft: Option<DraftId>) -> Result<()> {
    if let Some(draft) = draft
        && rows::is_live(writing.conn(), &DRAFT, draft.0)?
    {
        writing.part("draft", draft.0, |part| drafts::drop_in(part, draft))?;
    }
    Ok(())
}

/// Whether a repeated save says the same.
fn is_same(writing: &Writing<'_>, id: PersonId, record: &PersonRecord) -> Result<bool> {
    let there = rows::get(writing.conn(), &PERSON, id.0)?
        .ok_or_else(|| Error::bug("a person who is there can't be read"))?;
    let mut said = to_row(record, None, &record.reference)?;
    for given in ["number", "reference"] {
        let at = PERSON.column(given)?;
        said[at] = there[at].clone();
    }
    Ok(there == said && membership::of(writing.conn(), id)? == record.groups)
}
