//! Asks that register, edit and merge people.

use super::Answer;
use crate::{
    domain::{
        failure::Failure,
        ids::{DraftId, PersonId},
        person::{PersonField, PersonRecord, PersonSummary},
    },
    effect::{Receipt, Reply},
    office::{Moment, Office},
};

pub(super) fn register(
    office: &Office,
    moment: &Moment,
    id: PersonId,
    record: &PersonRecord,
    draft: Option<DraftId>,
) -> Answer {
    let person = office.register_person(moment, id, record, draft)?;
    let line = line(office, moment, person.id)?;
    Ok(Reply::Done(Receipt::Registered(line)))
}

pub(super) fn edit(
    office: &Office,
    moment: &Moment,
    id: PersonId,
    (was, now): (&PersonRecord, &PersonRecord),
    draft: Option<DraftId>,
) -> Answer {
    office.edit_person(moment, id, was, now, draft)?;
    Ok(Reply::Done(Receipt::Edited(line(office, moment, id)?)))
}

pub(super) fn merge(
    office: &Office,
    moment: &Moment,
    keep: PersonId,
    gone: PersonId,
    taken: &[PersonField],
) -> Answer {
    office.merge_people(moment, keep, gone, taken)?;
    Ok(Reply::Done(Receipt::Merged(line(office, moment, keep)?)))
}

/// The line of somebody whose record was just written.
fn line(office: &Office, moment: &Moment, id: PersonId) -> Result<Box<PersonSummary>, Failure> {
    let line = office.summaries(&[id], moment)?.pop();
    line.map(Box::new).ok_or_else(|| Failure::PersonNotFound {
        reference: id.to_string(),
    })
}
