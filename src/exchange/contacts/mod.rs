//! Rows of contacts → records whose person is named by reference or id number. `office` finds the
//! person; a row that names somebody unknown is refused here, by the register passed in.
//!
//! A contact has no columns beside the contract's: what can't be read, and what stands in columns
//! that are not ours, is kept at the end of its note, behind [`KEPT`].

mod reading;
#[cfg(test)]
mod tests;

use super::{
    offers::{self, KnownRecords, Reading},
    report::Import,
    source::{ContactColumn, Source},
};
use crate::domain::{
    contact::{
        Channel, Contact, ContactState, ContactWith, Outcome, Party, Purpose, Reason as WhyNot,
    },
    id_number::IdNumber,
    ids::{ContactId, OperatorId, PersonId},
    offer::{OfferId, OfferKind},
    recommendation::Response,
};
use chrono::{DateTime, FixedOffset, NaiveDate};

/// Begins the line of a note that keeps what a file said beside.
pub const KEPT: &str = "［原表］";

/// How a row names the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonKey<'a> {
    /// By reference (编号).
    Reference(&'a str),
    /// By id number.
    IdNumber(IdNumber),
}

/// What rows are held against.
pub trait Register {
    /// The person whom a row names.
    fn person(&self, key: PersonKey<'_>) -> Option<PersonId>;
    /// The operator of that name.
    fn operator(&self, name: &str) -> Option<OperatorId>;
    /// The course or vacancy that has this reference and title.
    fn offer(&self, kind: OfferKind, reference: &str, title: &str) -> Option<OfferId>;
    /// The latest time that is not in the future.
    fn latest(&self) -> DateTime<FixedOffset>;
    /// Whether a contact of that time can't have been yet.
    fn is_future(&self, at: DateTime<FixedOffset>) -> bool;
}

/// What was recommended in a contact, as our JSON tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recommended {
    /// Course or vacancy.
    pub kind: OfferKind,
    /// Its reference; empty where it is not on the books any more.
    pub reference: String,
    /// Its title at that moment.
    pub title: String,
    /// Employer or training body at that moment.
    pub by: String,
    /// What the person said.
    pub response: Response,
    /// The reasons at that moment, one a line.
    pub reasons: String,
    /// Ground given where it did not fit.
    pub override_reason: String,
}

/// A contact as a file tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactRow {
    /// Identity, where the file has one (our JSON).
    pub id: Option<ContactId>,
    /// Reference (编号), or empty.
    pub reference: String,
    /// With whom; `None` is nobody named, or a firm.
    pub person: Option<PersonId>,
    /// The firm's name, or empty.
    pub enterprise: String,
    /// When it took place.
    pub at: DateTime<FixedOffset>,
    /// Whether the file gives the hour; without one, `at` is midnight.
    pub has_hour: bool,
    /// When it was entered, if the file says.
    pub entered_at: Option<DateTime<FixedOffset>>,
    /// Who entered it, if the office knows the name.
    pub operator: Option<OperatorId>,
    /// How.
    pub channel: Channel,
    /// Who answered.
    pub party: Option<Party>,
    /// Where.
    pub place: String,
    /// About what.
    pub purposes: Vec<Purpose>,
    /// What came of it.
    pub outcome: Outcome,
    /// Why not now.
    pub reason: Option<WhyNot>,
    /// What was said, and what the file says beside.
    pub note: String,
    /// Day promised for the next contact.
    pub next_due: Option<NaiveDate>,
    /// State, if the file says.
    pub state: Option<ContactState>,
    /// Why it was cancelled or corrected.
    pub state_reason: String,
    /// The contact that it corrects.
    pub corrects: Option<ContactId>,
    /// What was recommended in it.
    pub recommended: Vec<(OfferId, Recommended)>,
}

impl ContactRow {
    /// A contact on the books as a row, for comparing.
    pub fn of(contact: &Contact) -> Self {
        let record = &contact.record;
        Self {
            id: Some(contact.id),
            reference: contact.reference.clone(),
            person: record.with.person(),
            enterprise: match record.with {
                ContactWith::Enterprise(_) => contact.with_name.clone(),
                _ => String::new(),
            },
            at: record.at,
            has_hour: true,
            entered_at: Some(contact.entered_at),
            operator: Some(contact.operator),
            channel: record.channel,
            party: record.party,
            place: record.place.clone(),
            purposes: record.purposes.clone(),
            outcome: record.outcome,
            reason: record.reason,
            note: record.note.clone(),
            next_due: record.next_due,
            state: Some(contact.state),
            state_reason: contact.state_reason.clone(),
            corrects: contact.corrects,
            recommended: Vec::new(),
        }
    }

    /// What makes it that contact, where it has no reference: who, when, how, what was said.
    pub fn key(&self) -> String {
        self.key_at(&self.at.to_utc().format("%Y%m%d%H%M").to_string())
    }

    /// The same where the hour is not known.
    pub fn day_key(&self) -> String {
        self.key_at(&self.at.format("%Y%m%d").to_string())
    }

    fn key_at(&self, time: &str) -> String {
        let person = self.person.map(|id| id.to_string()).unwrap_or_default();
        let channel = self.channel.code();
        offers::key(&[&person, &self.enterprise, time, channel, said(&self.note)])
    }

    fn cell(&self, column: ContactColumn) -> String {
        use ContactColumn as C;
        match column {
            C::Person => self.person.map(|id| id.to_string()).unwrap_or_default(),
            C::Enterprise => self.enterprise.clone(),
            C::At if self.has_hour => self.at.to_utc().format("%Y%m%d%H%M").to_string(),
            C::Operator => self.operator.map(|id| id.to_string()).unwrap_or_default(),
            C::Channel => self.channel.code().to_owned(),
            C::Party => code(self.party.map(Party::code)),
            C::Place => self.place.clone(),
            C::Purpose => {
                let codes: Vec<&str> = self.purposes.iter().map(|p| p.code()).collect();
                codes.join(",")
            }
            C::Outcome => self.outcome.code().to_owned(),
            C::Reason => code(self.reason.map(WhyNot::code)),
            C::Note => said(&self.note).to_owned(),
            C::NextDue => self.next_due.map(|d| d.to_string()).unwrap_or_default(),
            C::State => code(self.state.map(ContactState::code)),
            // The reference names the row; when it was entered is not what was said.
            C::Reference | C::At | C::EnteredAt => String::new(),
        }
    }
}

fn code(code: Option<&str>) -> String {
    code.unwrap_or_default().to_owned()
}

/// A note without what a file said beside.
fn said(note: &str) -> &str {
    match note.find(KEPT) {
        Some(at) if at == 0 || note[..at].ends_with('\n') => note[..at].trim_end_matches('\n'),
        _ => note,
    }
}

/// Reads every row of an opened file. Times without a zone are in the zone of the register's clock.
pub fn read(
    source: &Source<ContactColumn>,
    known: &KnownRecords<ContactRow>,
    register: &dyn Register,
) -> Import<ContactRow> {
    offers::read(
        source,
        known,
        &Reading {
            one: &|row, fixes| reading::one(row, register, fixes),
            cell: &ContactRow::cell,
            refer: &|record, reference| record.reference = reference,
            reference: ContactColumn::Reference,
        },
    )
}
