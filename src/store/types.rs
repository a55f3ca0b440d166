//! What goes into the store and comes out of it, besides the values of `domain`.

use crate::domain::{
    contact::{ContactRecord, ContactState},
    history::FieldChange,
    id_number::IdNumber,
    ids::{ContactId, CourseId, EntryId, OperatorId, PersonId, VacancyId},
    ledger,
    offer::{CourseRecord, OfferId, VacancyRecord},
    operator::Role,
    person::PersonRecord,
    recommendation::Response,
};
use chrono::{DateTime, FixedOffset, NaiveDate};
use std::collections::HashMap;

/// Who does something, and when by the clock. Every write takes one: time is data here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// Who.
    pub operator: OperatorId,
    /// When, by the clock of this machine, with its zone.
    pub at: DateTime<FixedOffset>,
}

/// What a new office starts with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Founding {
    /// Name of the counter that writes the first journal.
    pub station: String,
    /// Name of the first operator.
    pub operator: String,
    /// Their role.
    pub role: Role,
    /// When, by the clock.
    pub at: DateTime<FixedOffset>,
}

/// What is kept of a recommendation made in a contact, as it stood at that moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecommendationDetails {
    /// What was recommended.
    pub offer: OfferId,
    /// Its title.
    pub title: String,
    /// Employer or training body.
    pub by: String,
    /// What the person said.
    pub response: Response,
    /// The reasons, one a line.
    pub reasons: String,
    /// Ground given where the offer did not fit.
    pub override_reason: String,
}

/// Which contacts to list; an absent limit is no limit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ContactFilter {
    /// First local day of contact.
    pub from: Option<NaiveDate>,
    /// Last local day of contact, inclusive.
    pub to: Option<NaiveDate>,
    /// With this person only.
    pub person: Option<PersonId>,
    /// Entered by this operator only.
    pub operator: Option<OperatorId>,
}

/// How many of each there are (what was taken back does not count).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// People on the register.
    pub people: usize,
    /// Courses.
    pub courses: usize,
    /// Vacancies.
    pub vacancies: usize,
    /// Valid contacts.
    pub contacts: usize,
}

/// Promises that are due.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Due {
    /// Person, day promised, and what was said last; longest overdue first, capped.
    pub promises: Vec<(PersonId, NaiveDate, String)>,
    /// How many there are in all.
    pub total: usize,
}

/// Who is on the register, for finding duplicates before an import.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KnownPeople {
    /// Person and name by id number.
    pub by_id_number: HashMap<IdNumber, (PersonId, String)>,
    /// Person by reference.
    pub by_reference: HashMap<String, PersonId>,
}

/// How a file's rows were answered, for the journal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ImportCounts {
    /// Rows of the sheet.
    pub rows: usize,
    /// Taken as they stood.
    pub accepted: usize,
    /// Taken with fixes.
    pub fixed: usize,
    /// Refused.
    pub rejected: usize,
    /// There already.
    pub duplicates: usize,
    /// Titles, blanks, totals.
    pub skipped: usize,
}

/// A contact from a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedContact {
    /// Reference (编号); the store gives one where it is empty.
    pub reference: String,
    /// What the file says.
    pub record: ContactRecord,
    /// Name of the firm it was with; found or added by name, and then wins over `record.with`.
    pub enterprise: String,
    /// When it was entered, if the file says so; else the time of the import.
    pub entered_at: Option<DateTime<FixedOffset>>,
    /// Who entered it, if the file says so; else who imports.
    pub operator: Option<OperatorId>,
    /// What was recommended in it.
    pub recommended: Vec<RecommendationDetails>,
    /// What the file knows of its history, if anything.
    pub history: ContactHistory,
}

/// What an export keeps of a contact's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactHistory {
    /// Its identity; a new one is made where there is none.
    pub id: Option<ContactId>,
    /// Its state.
    pub state: ContactState,
    /// Why it was cancelled or corrected.
    pub state_reason: String,
    /// The contact that it corrects; passed over where that is not on the books.
    pub corrects: Option<ContactId>,
}

impl Default for ContactHistory {
    fn default() -> Self {
        Self {
            id: None,
            state: ContactState::Valid,
            state_reason: String::new(),
            corrects: None,
        }
    }
}

/// The accepted rows of one file. They land together or not at all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportBatch {
    /// Name of the file.
    pub file: String,
    /// SHA-256 of its bytes, lower-case hexadecimal.
    pub sha256: String,
    /// How its rows were answered.
    pub counts: ImportCounts,
    /// People.
    pub people: Vec<PersonRecord>,
    /// Courses.
    pub courses: Vec<CourseRecord>,
    /// Vacancies.
    pub vacancies: Vec<VacancyRecord>,
    /// Contacts.
    pub contacts: Vec<ImportedContact>,
    /// Ledger entries of one kind.
    pub entries: Vec<ledger::Entry>,
}

/// Where one row of an import went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Landed<Id> {
    /// Identity of the record.
    pub id: Id,
    /// Its reference, given by the store where the file had none.
    pub reference: String,
    /// False where the record was there already (somebody else brought it meanwhile) and nothing
    /// was added.
    pub added: bool,
}

/// Where the rows of an import went, each list in the order of the batch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportReceipt {
    /// People.
    pub people: Vec<Landed<PersonId>>,
    /// Courses.
    pub courses: Vec<Landed<CourseId>>,
    /// Vacancies.
    pub vacancies: Vec<Landed<VacancyId>>,
    /// Contacts.
    pub contacts: Vec<Landed<ContactId>>,
    /// Ledger entries.
    pub entries: Vec<Landed<EntryId>>,
}

/// What an undo or a redo changed, for the words of the status line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reverted {
    /// The kind of change that was taken back or done again.
    pub kind: super::EntryKind,
    /// Its name: of the person or firm of a contact, or of the file of an import; may be empty.
    pub name: String,
    /// Last four of that person's id number; empty where there is none.
    pub id_tail: String,
    /// Titles of what was recommended in the contact.
    pub recommended: Vec<String>,
}

/// One entry of the journal as far as it touched a person's record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldHistory {
    /// When, by the clock.
    pub at: DateTime<FixedOffset>,
    /// Name of who did it.
    pub operator: String,
    /// What was done.
    pub kind: super::EntryKind,
    /// Name of the station.
    pub station: String,
    /// Number of the entry there.
    pub seq: u64,
    /// The fields that changed, in the order of the form.
    pub changes: Vec<FieldChange>,
}

/// Which file was written from the records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportNote {
    /// What is in it: `daybook`, `people` and so on.
    pub of: &'static str,
    /// Why full numbers were needed; empty where they were masked.
    pub purpose: String,
    /// First day in it.
    pub from: NaiveDate,
    /// Last day in it, inclusive.
    pub to: NaiveDate,
    /// Of one operator only.
    pub operator: Option<OperatorId>,
    /// Where it was written; empty for standard output.
    pub path: String,
    /// Its format, such as `xlsx`.
    pub format: String,
    /// Rows in it.
    pub rows: usize,
}

/// How grave a finding of a check is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; the office can go on.
    Note,
    /// Records are damaged or were changed from outside.
    Bad,
}

/// What a check of the store can find. The words for it are made where they are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// SQLite reports damage.
    Damaged {
        /// Its words.
        detail: String,
    },
    /// A reference points nowhere.
    Dangling {
        /// Table.
        table: String,
        /// How many rows.
        rows: u64,
    },
    /// A station's sequence has a gap.
    Gap {
        /// Name of the station.
        station: String,
        /// The number that is missing.
        seq: u64,
    },
    /// An entry does not follow from the one before it.
    BrokenChain {
        /// Name of the station.
        station: String,
        /// The entry.
        seq: u64,
    },
    /// A payload is not the one its entry vouches for.
    PayloadChanged {
        /// Name of the station.
        station: String,
        /// The entry.
        seq: u64,
    },
    /// A table is not what the journal says.
    TableDiffers {
        /// Table.
        table: String,
    },
}

impl Finding {
    /// How grave it is.
    pub fn severity(&self) -> Severity {
        Severity::Bad
    }
}
