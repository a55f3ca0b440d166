//! Rows of contacts → records whose person is named by reference or id number. `office` finds the
//! person; a row that names somebody unknown is refused here, by the look-up passed in.

use super::{
    clean::{self, Fixes},
    offers::{self, KnownRecords, Read},
    report::{Fix, Import, Reason},
    source::{ContactColumn, Row, Source},
};
use crate::domain::{
    contact::{Channel, ContactState, Outcome, Party, Purpose, Reason as WhyNot},
    id_number::IdNumber,
    ids::PersonId,
};
use chrono::{DateTime, FixedOffset, NaiveDate};
use std::collections::BTreeMap;

/// How a row names the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonKey<'a> {
    /// By reference (编号).
    Reference(&'a str),
    /// By id number.
    IdNumber(IdNumber),
}

/// A contact as a file tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactRow {
    /// Reference (编号), or empty.
    pub reference: String,
    /// With whom; `None` is nobody named, or a firm.
    pub person: Option<PersonId>,
    /// The firm's name, or empty.
    pub enterprise: String,
    /// When it took place.
    pub at: DateTime<FixedOffset>,
    /// When it was entered, if the file says.
    pub entered_at: Option<DateTime<FixedOffset>>,
    /// The worker's name, or empty.
    pub operator: String,
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
    /// What was said.
    pub note: String,
    /// Day promised for the next contact.
    pub next_due: Option<NaiveDate>,
    /// Columns that are not ours.
    pub extra: BTreeMap<String, String>,
}

/// What makes a contact that contact, where it has no reference: who, when, how, what was said.
pub fn key(
    person: Option<PersonId>,
    enterprise: &str,
    at: DateTime<FixedOffset>,
    channel: Channel,
    note: &str,
) -> String {
    let person = person.map(|id| id.to_string()).unwrap_or_default();
    let minute = at.to_utc().format("%Y%m%d%H%M").to_string();
    offers::key(&[&person, enterprise, &minute, channel.code(), note])
}

/// Reads every row of an opened file. Times without a zone are in `zone`; `find` looks a person up.
pub fn read(
    source: &Source<ContactColumn>,
    known: &KnownRecords,
    zone: FixedOffset,
    find: &dyn Fn(PersonKey<'_>) -> Option<PersonId>,
) -> Import<ContactRow> {
    offers::read(source, known, |row, fixes| {
        let record = record(row, zone, find, fixes)?;
        Ok(Read {
            reference: record.reference.clone(),
            key: key(
                record.person,
                &record.enterprise,
                record.at,
                record.channel,
                &record.note,
            ),
            record,
        })
    })
}

fn record(
    row: Row<'_, ContactColumn>,
    zone: FixedOffset,
    find: &dyn Fn(PersonKey<'_>) -> Option<PersonId>,
    fixes: &mut Fixes,
) -> Result<ContactRow, (Reason, ContactColumn)> {
    use ContactColumn as C;
    let word = |column: C| clean::text(row.cell(column)).0;
    let state = ContactState::parse(&word(C::State));
    if state.is_some_and(|state| state != ContactState::Valid) {
        return Err((Reason::ContactClosed, C::State));
    }
    let person = person(&word(C::Person), find).ok_or((Reason::PersonUnknown, C::Person))?;
    let at = clean::moment(row.cell(C::At), zone).ok_or((Reason::TimeInvalid, C::At))?;
    let channel =
        Channel::parse_loose(&word(C::Channel)).ok_or((Reason::ChannelInvalid, C::Channel))?;
    let outcome =
        Outcome::parse_loose(&word(C::Outcome)).ok_or((Reason::OutcomeInvalid, C::Outcome))?;
    let next_due = clean::date(row.cell(C::NextDue), fixes);
    let (note, formula) = clean::block(row.cell(C::Note));
    fixes.add_if(formula, Fix::FormulaNeutralised);
    let mut extra = row.extra();
    let purposes = purposes(&word(C::Purpose), &mut extra);
    let mut text = |column: C| clean::plain(row.cell(column), fixes);
    Ok(ContactRow {
        reference: text(C::Reference),
        person,
        enterprise: text(C::Enterprise),
        at,
        entered_at: clean::moment(row.cell(C::EnteredAt), zone),
        operator: text(C::Operator),
        channel,
        party: Party::parse_loose(&word(C::Party)),
        place: text(C::Place),
        purposes,
        outcome,
        reason: WhyNot::parse_loose(&word(C::Reason)),
        note,
        next_due,
        extra,
    })
}

/// Who the row is about: `Some(None)` for nobody named, `None` for somebody who is not known.
fn person(
    word: &str,
    find: &dyn Fn(PersonKey<'_>) -> Option<PersonId>,
) -> Option<Option<PersonId>> {
    if word.is_empty() {
        return Some(None);
    }
    let compact = word.replace(' ', "").to_uppercase();
    let id = IdNumber::parse(&compact).or_else(|_| IdNumber::from_15(&compact));
    find(PersonKey::Reference(word))
        .or_else(|| id.ok().and_then(|id| find(PersonKey::IdNumber(id))))
        .map(Some)
}

/// Several purposes; words that are none are kept.
fn purposes(cell: &str, extra: &mut BTreeMap<String, String>) -> Vec<Purpose> {
    let mut found = Vec::new();
    let mut unread = Vec::new();
    let whole = Purpose::parse_loose(cell);
    let parts: Vec<&str> = match whole {
        Some(_) => vec![cell],
        None => cell.split(['、', '，', ',', '；', ';', '|']).collect(),
    };
    for part in parts.into_iter().map(str::trim).filter(|p| !p.is_empty()) {
        match Purpose::parse_loose(part) {
            Some(purpose) if !found.contains(&purpose) => found.push(purpose),
            Some(_) => {}
            None => unread.push(part),
        }
    }
    if !unread.is_empty() {
        extra.insert("事由（原文）".to_owned(), unread.join("、"));
    }
    found
}
