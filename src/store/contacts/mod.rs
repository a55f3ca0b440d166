//! Contacts and the recommendations made in them: the tables, and rows from and to domain values.
//!
//! A contact that was taken back by undo stays in the log like a cancelled one; it has no reason
//! where nobody was asked for one.

mod correct;
mod daybook;
mod due;
mod last;
mod list;
mod log;

pub use last::LastContacts;

use super::cells::{self, Cells};
use super::courses::COURSE;
use super::enterprises::ENTERPRISE;
use super::error::Result;
use super::journal::stamp;
use super::operators::OPERATOR;
use super::people::PERSON;
use super::row::{Row, Value, table};
use super::vacancies::VACANCY;
use super::{RecommendationDetails, journal};
use crate::domain::{
    contact::{
        Channel, Contact, ContactRecord, ContactState, ContactWith, Outcome, Party, Purpose, Reason,
    },
    ids::{ContactId, EnterpriseId, OperatorId, PersonId, StationId},
    offer::OfferId,
    recommendation::Response,
};
use chrono::{DateTime, FixedOffset};
use uuid::Uuid;

pub(super) use list::{one, titles_in};
pub(super) use log::{Entered, add};

table! {
    /// Contacts.
    pub(super) CONTACT = "contact" {
        number number, text reference, refers(PERSON) person, refers(ENTERPRISE) enterprise, text at, text channel,
        maybe party, text place, text purposes, text outcome, maybe reason, text note, maybe next_due,
        text entered_at, refers(OPERATOR) operator, text state, refers(CONTACT) corrects, text state_reason,
    }
}

table! {
    /// Recommendations.
    pub(super) RECOMMENDATION = "recommendation" {
        refers(CONTACT) contact, refers(PERSON) person, refers(COURSE) course, refers(VACANCY) vacancy, text title,
        text by, text day, text response, text reasons, text override_reason,
    }
}

/// The columns that [`from_cells`] reads; add a `WHERE`.
const READ: &str = include_str!("contact.sql");

/// The columns of a contact that come from elsewhere than what was said.
struct Frame<'a> {
    number: Option<i64>,
    reference: &'a str,
    entered_at: DateTime<FixedOffset>,
    operator: OperatorId,
    corrects: Option<ContactId>,
    state: ContactState,
    state_reason: &'a str,
}

fn to_row(record: &ContactRecord, frame: &Frame<'_>) -> Row {
    let r = record;
    let (person, enterprise) = match r.with {
        ContactWith::Person(id) => (Some(id.0), None),
        ContactWith::Enterprise(id) => (None, Some(id.0)),
        ContactWith::Nobody => (None, None),
    };
    let purposes: Vec<&str> = r.purposes.iter().map(|p| p.code()).collect();
    vec![
        frame.number.into(),
        Value::from(frame.reference),
        person.into(),
        enterprise.into(),
        stamp(r.at).into(),
        Value::from(r.channel.code()),
        r.party.map(Party::code).into(),
        Value::from(r.place.as_str()),
        purposes.join(",").into(),
        Value::from(r.outcome.code()),
        r.reason.map(Reason::code).into(),
        Value::from(r.note.as_str()),
        cells::date(r.next_due),
        stamp(frame.entered_at).into(),
        Value::Uid(frame.operator.0),
        Value::from(frame.state.code()),
        frame.corrects.map(|c| c.0).into(),
        Value::from(frame.state_reason),
        Value::Int(0),
    ]
}

/// Reads the columns of `contact.sql`.
fn from_cells(c: &mut Cells<'_>) -> Result<Contact> {
    let id = ContactId(c.uid()?);
    let reference = c.text()?;
    let with = match (c.maybe_uid()?, c.maybe_uid()?) {
        (Some(person), _) => ContactWith::Person(PersonId(person)),
        (None, Some(firm)) => ContactWith::Enterprise(EnterpriseId(firm)),
        (None, None) => ContactWith::Nobody,
    };
    let record = ContactRecord {
        with,
        at: c.time()?,
        channel: c.must_code(Channel::ALL, Channel::code)?,
        party: c.code(Party::ALL, Party::code)?,
        place: c.text()?,
        purposes: purposes(c.str()?),
        outcome: c.must_code(Outcome::ALL, Outcome::code)?,
        reason: c.code(Reason::ALL, Reason::code)?,
        note: c.text()?,
        next_due: c.date()?,
    };
    let entered_at = c.time()?;
    let operator = OperatorId(c.uid()?);
    let operator_name = c.text()?;
    let state = c.must_code(ContactState::ALL, ContactState::code)?;
    let taken_back = c.number()? == Some(1);
    Ok(Contact {
        id,
        reference,
        record,
        entered_at,
        operator,
        operator_name,
        state: if taken_back {
            ContactState::Cancelled
        } else {
            state
        },
        corrects: c.maybe_uid()?.map(ContactId),
        state_reason: c.text()?,
        with_name: c.text()?,
        journal: (
            StationId(c.maybe_uid()?.unwrap_or(Uuid::nil())),
            c.narrow()?.unwrap_or(0),
        ),
    })
}

fn purposes(text: &str) -> Vec<Purpose> {
    text.split(',')
        .filter_map(|code| Purpose::ALL.iter().copied().find(|p| p.code() == code))
        .collect()
}

/// What was said, as it will be read back: times are kept to the millisecond.
fn normal(record: &ContactRecord) -> Result<ContactRecord> {
    Ok(ContactRecord {
        at: journal::read_stamp(&stamp(record.at))?,
        ..record.clone()
    })
}

fn recommendation_row(
    contact: ContactId,
    person: PersonId,
    record: &ContactRecord,
    details: &RecommendationDetails,
) -> Row {
    let (course, vacancy) = match details.offer {
        OfferId::Course(id) => (Some(id.0), None),
        OfferId::Vacancy(id) => (None, Some(id.0)),
    };
    vec![
        Value::Uid(contact.0),
        Value::Uid(person.0),
        course.into(),
        vacancy.into(),
        Value::from(details.title.as_str()),
        Value::from(details.by.as_str()),
        cells::date(Some(record.at.date_naive())),
        Value::from(Response::code(details.response)),
        Value::from(details.reasons.as_str()),
        Value::from(details.override_reason.as_str()),
        Value::Int(0),
    ]
}
