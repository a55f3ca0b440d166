//! The log of a day (工作日志) as a value: rows, totals, and the journal head that vouches for it.

use super::{contact::Contact, group::Group, ids::StationId, person::Sex};
use chrono::NaiveDate;

/// The head of a station's journal at some entry: enough to say later whether the log was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalHead {
    /// Station.
    pub station: StationId,
    /// Sequence number (0: nothing yet).
    pub seq: u64,
    /// Hash of that entry, lower-case hexadecimal.
    pub hash: String,
}

impl JournalHead {
    /// The short check code (校验码) that is printed: sequence number and 12 digits of the hash.
    pub fn short(&self) -> String {
        format!("{}-{}", self.seq, self.hash.get(..12).unwrap_or(&self.hash))
    }
}

/// One contact of the day with what the log prints beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DaybookRow {
    /// The contact.
    pub contact: Contact,
    /// Sex of the person.
    pub sex: Option<Sex>,
    /// Age on the day of the contact.
    pub age: Option<i32>,
    /// Masked id number, or empty.
    pub id_masked: String,
    /// Masked phone, or empty.
    pub phone_masked: String,
    /// Town.
    pub town: String,
    /// Village.
    pub village: String,
    /// Groups on that day.
    pub groups: Vec<Group>,
    /// Reference of the person, or empty.
    pub person_ref: String,
    /// Posts recommended in it, as `firm/post`.
    pub vacancies: Vec<String>,
    /// Courses recommended in it.
    pub courses: Vec<String>,
}

/// A day's log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Daybook {
    /// First day.
    pub from: NaiveDate,
    /// Last day, inclusive.
    pub to: NaiveDate,
    /// Rows in the order of contact time, then of entry. Corrected and cancelled ones stay, marked.
    pub rows: Vec<DaybookRow>,
    /// Head of the last entry that made or changed one of the rows (not the time of export, so that
    /// the same log is the same bytes).
    pub head: Option<JournalHead>,
}

impl Daybook {
    /// Totals over the valid rows: contacts (人次), distinct persons (人), and counts by channel and
    /// outcome in the order of the counter's lists, zero counts left out.
    pub fn totals(&self) -> Totals {
        use super::contact::{Channel, ContactState, Outcome};
        let valid: Vec<&Contact> = self
            .rows
            .iter()
            .map(|r| &r.contact)
            .filter(|c| c.state == ContactState::Valid)
            .collect();
        let mut persons: Vec<_> = valid
            .iter()
            .filter_map(|c| c.record.with.person())
            .collect();
        persons.sort_unstable();
        persons.dedup();
        let count = |test: &dyn Fn(&Contact) -> bool| valid.iter().filter(|c| test(c)).count();
        Totals {
            contacts: valid.len(),
            persons: persons.len(),
            by_channel: Channel::ALL
                .iter()
                .map(|v| (*v, count(&|c| c.record.channel == *v)))
                .filter(|(_, n)| *n > 0)
                .collect(),
            by_outcome: Outcome::ALL
                .iter()
                .map(|v| (*v, count(&|c| c.record.outcome == *v)))
                .filter(|(_, n)| *n > 0)
                .collect(),
        }
    }
}

/// Totals of a log. 人次 and 人 are two counts and are never mixed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Totals {
    /// Valid contacts (人次).
    pub contacts: usize,
    /// Distinct persons among them (人).
    pub persons: usize,
    /// Count by channel.
    pub by_channel: Vec<(super::contact::Channel, usize)>,
    /// Count by outcome.
    pub by_outcome: Vec<(super::contact::Outcome, usize)>,
}
