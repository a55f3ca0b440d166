//! Correcting and cancelling: what was logged stays, marked, with the reason.

use super::{CONTACT, log, one};
use crate::domain::{
    contact::{Contact, ContactRecord, ContactState},
    failure::Failure,
    ids::ContactId,
};
use crate::store::{
    Act, Store, error::Result, journal::EntryKind, references::Numbering, row::Value,
    write::Writing,
};

impl Store {
    /// Corrects a contact: a new entry says how it was, the old one stays, marked. What was
    /// recommended in the old one counts for the new one.
    ///
    /// The same id for the same correction again is the same contact.
    ///
    /// # Errors
    /// `ContactNotFound`; `ContactClosed` where it was corrected or cancelled already; else as
    /// [`Store::log_contact`].
    pub fn correct_contact(
        &mut self,
        act: &Act,
        id: ContactId,
        corrects: ContactId,
        record: &ContactRecord,
        reason: &str,
    ) -> std::result::Result<Contact, Failure> {
        self.write(act, |writing| {
            if let Some(there) = one(writing.conn(), id)? {
                let again =
                    there.corrects == Some(corrects) && there.record == super::normal(record)?;
                return if again {
                    Ok(())
                } else {
                    Err(Failure::ContactIdTaken { id: id.to_string() }.into())
                };
            }
            open(writing, corrects)?;
            writing.entry(EntryKind::Correct, "contact", Some(id.0));
            close(writing, corrects, ContactState::Corrected, reason)?;
            let details = super::list::details_in(writing.conn(), corrects)?;
            let (number, reference) =
                Numbering::contacts(writing.conn())?.take(writing.conn(), "")?;
            let entered = log::Entered {
                id,
                number,
                reference: &reference,
                at: act.at,
                operator: act.operator,
                corrects: Some(corrects),
                state: ContactState::Valid,
                state_reason: "",
            };
            let details: Vec<_> = details.iter().collect();
            log::add(writing, &entered, record, &details)?;
            Ok(())
        })?;
        self.written(id)
    }

    /// Cancels a contact: it stays, marked, with the reason.
    ///
    /// # Errors
    /// As [`Store::correct_contact`].
    pub fn cancel_contact(
        &mut self,
        act: &Act,
        id: ContactId,
        reason: &str,
    ) -> std::result::Result<Contact, Failure> {
        self.write(act, |writing| {
            open(writing, id)?;
            writing.entry(EntryKind::Cancel, "contact", Some(id.0));
            close(writing, id, ContactState::Cancelled, reason)?;
            Ok(())
        })?;
        self.written(id)
    }
}

/// The contact, if it still counts.
fn open(writing: &Writing<'_>, id: ContactId) -> Result<Contact> {
    let contact = one(writing.conn(), id)?.ok_or_else(|| Failure::ContactNotFound {
        reference: id.to_string(),
    })?;
    if contact.state == ContactState::Valid {
        Ok(contact)
    } else {
        Err(Failure::ContactClosed {
            reference: contact.reference,
        }
        .into())
    }
}

fn close(
    writing: &mut Writing<'_>,
    id: ContactId,
    state: ContactState,
    reason: &str,
) -> Result<()> {
    let (at_state, at_reason) = (CONTACT.column("state")?, CONTACT.column("state_reason")?);
    writing.part("contact", id.0, |part| {
        part.update(&CONTACT, id.0, |row| {
            row[at_state] = Value::from(state.code());
            row[at_reason] = Value::from(reason.trim());
            Ok(())
        })
    })
}
