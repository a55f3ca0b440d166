//! Logging a contact.

use super::{CONTACT, Frame, RECOMMENDATION, normal, one, recommendation_row, to_row};
use crate::domain::{
    contact::{Contact, ContactRecord, ContactState, ContactWith},
    failure::Failure,
    ids::{ContactId, DraftId, OperatorId, PersonId},
    offer::OfferId,
};
use crate::store::{
    Act, RecommendationDetails, Store,
    courses::COURSE,
    drafts::{self, DRAFT},
    enterprises::ENTERPRISE,
    error::{Error, Result},
    journal::EntryKind,
    operators::OPERATOR,
    people::PERSON,
    references::Numbering,
    row::{Table, Value},
    rows,
    vacancies::VACANCY,
    write::Writing,
};
use chrono::{DateTime, FixedOffset};
use rusqlite::Connection;
use uuid::Uuid;

impl Store {
    /// Logs a contact, with what was recommended in it, and drops the draft that it came from.
    ///
    /// The same id with the same content again is the same contact: nothing is written twice.
    ///
    /// # Errors
    /// [`Failure::ContactIdTaken`] where the id belongs to a different contact; `PersonNotFound`,
    /// `OfferNotFound`, `OperatorNotFound` where a name points nowhere; `Upgraded`,
    /// `DatabaseReplaced`, `Busy`, `DiskFull`, `ReadOnly` where the file can't take it. After any
    /// of them nothing is changed.
    pub fn log_contact(
        &mut self,
        act: &Act,
        id: ContactId,
        record: &ContactRecord,
        recommended: Option<&RecommendationDetails>,
        draft: Option<DraftId>,
    ) -> std::result::Result<Contact, Failure> {
        let id = self.write(act, |writing| {
            let kept = match draft {
                Some(draft) => rows::is_live(writing.conn(), &DRAFT, draft.0)?,
                None => false,
            };
            let mut id = id;
            // The journal's place of a contact is known only after its entry: it is read again below.
            if let Some(there) = one(writing.conn(), id)? {
                if kept && there.was_taken_back() {
                    // Undo brought the form back, and it still carries the identity of what went.
                    id = ContactId(writing.new_uid()?);
                } else if same(writing.conn(), &there, record, recommended)? {
                    return Ok(id);
                } else {
                    return Err(Failure::ContactIdTaken { id: id.to_string() }.into());
                }
            }
            writing.entry(EntryKind::Log, "contact", Some(id.0));
            let (number, reference) =
                Numbering::contacts(writing.conn())?.take(writing.conn(), "")?;
            let entered = Entered {
                id,
                number,
                reference: &reference,
                at: act.at,
                operator: act.operator,
                corrects: None,
                state: ContactState::Valid,
                state_reason: "",
            };
            add(writing, &entered, record, recommended.as_slice())?;
            if let Some(draft) = draft
                && kept
            {
                writing.part("draft", draft.0, |part| drafts::drop_in(part, draft))?;
            }
            Ok(id)
        })?;
        self.written(id)
    }

    /// The contact that was just written, with its place in the journal.
    pub(super) fn written(&self, id: ContactId) -> std::result::Result<Contact, Failure> {
        self.read(|conn| {
            one(conn, id)?.ok_or_else(|| Error::bug("a contact that was written can't be read"))
        })
    }
}

/// How a contact enters the log.
pub(in crate::store) struct Entered<'a> {
    pub(in crate::store) id: ContactId,
    pub(in crate::store) number: Option<i64>,
    pub(in crate::store) reference: &'a str,
    pub(in crate::store) at: DateTime<FixedOffset>,
    pub(in crate::store) operator: OperatorId,
    pub(in crate::store) corrects: Option<ContactId>,
    pub(in crate::store) state: ContactState,
    pub(in crate::store) state_reason: &'a str,
}

/// Adds a contact and its recommendations, as one record.
pub(in crate::store) fn add(
    writing: &mut Writing<'_>,
    entered: &Entered<'_>,
    record: &ContactRecord,
    recommended: &[&RecommendationDetails],
) -> Result<()> {
    let with = match record.with {
        ContactWith::Person(id) => {
            must_be_there(writing, &PERSON, id.0, |reference| {
                Failure::PersonNotFound { reference }
            })?;
            Some(id)
        }
        ContactWith::Enterprise(id) => {
            must_be_there(writing, &ENTERPRISE, id.0, |value| Failure::InvalidValue {
                field: "enterprise".to_owned(),
                value,
            })?;
            None
        }
        ContactWith::Nobody => None,
    };
    must_be_there(writing, &OPERATOR, entered.operator.0, |name| {
        Failure::OperatorNotFound { name }
    })?;
    let row = to_row(
        record,
        &Frame {
            number: entered.number,
            reference: entered.reference,
            entered_at: entered.at,
            operator: entered.operator,
            corrects: entered.corrects,
            state: entered.state,
            state_reason: entered.state_reason,
        },
    );
    // Nothing can be recommended to somebody who is not known.
    let recommendations = match with {
        Some(person) => recommendations(writing, entered.id, person, record, recommended)?,
        None => Vec::new(),
    };
    writing.part("contact", entered.id.0, |part| {
        part.insert(&CONTACT, entered.id.0, row)?;
        recommendations
            .into_iter()
            .try_for_each(|(uid, row)| part.insert(&RECOMMENDATION, uid, row))
    })
}

fn recommendations(
    writing: &mut Writing<'_>,
    contact: ContactId,
    person: PersonId,
    record: &ContactRecord,
    recommended: &[&RecommendationDetails],
) -> Result<Vec<(Uuid, Vec<Value>)>> {
    recommended
        .iter()
        .map(|details| {
            let (table, uid): (&'static Table, Uuid) = match details.offer {
                OfferId::Course(id) => (&COURSE, id.0),
                OfferId::Vacancy(id) => (&VACANCY, id.0),
            };
            must_be_there(writing, table, uid, |reference| Failure::OfferNotFound {
                reference,
            })?;
            let row = recommendation_row(contact, person, record, details);
            Ok((writing.new_uid()?, row))
        })
        .collect()
}

/// An error where a row is not there or was taken back.
fn must_be_there(
    writing: &Writing<'_>,
    table: &Table,
    uid: Uuid,
    failure: fn(String) -> Failure,
) -> Result<()> {
    if rows::is_live(writing.conn(), table, uid)? {
        Ok(())
    } else {
        Err(failure(uid.to_string()).into())
    }
}

/// Whether a repeated save says the same.
fn same(
    conn: &Connection,
    there: &Contact,
    record: &ContactRecord,
    recommended: Option<&RecommendationDetails>,
) -> Result<bool> {
    let offered = super::list::offered_in(conn, there.id)?;
    let wanted = recommended.filter(|_| record.with.person().is_some());
    let same_offer = match (wanted, offered.as_slice()) {
        (None, []) => true,
        (Some(details), [(offer, response)]) => {
            details.offer == *offer && details.response == *response
        }
        _ => false,
    };
    Ok(same_offer && there.record == normal(record)?)
}
