//! Rows of people → records, with duplicates told apart from namesakes and twins.
//!
//! An id number alone says who somebody is; birth and sex follow from it. `birth_from_id` and
//! `sex_from_id` are named where the file has the column and its cell says something else or
//! nothing; a file without the column was not repaired.

mod differing;
mod more;
mod record;
#[cfg(test)]
mod tests;
mod words;

use super::{
    clean::{self, Fixes},
    report::{
        CellNote, Import, ImportReport, Reason, Reject, RowDetail, RowOutcome, Warning, WarningKind,
    },
    source::{PersonColumn, Row, Source},
    vocabulary::Vocabulary,
};
use crate::domain::{
    group::Group,
    id_number::IdNumber,
    person::{PersonRecord, PersonState},
};
use chrono::NaiveDate;
use std::{
    collections::{HashMap, HashSet},
    fmt,
};

/// Looks a record up by its reference.
pub type RecordOf<'a> = dyn Fn(&str) -> Option<PersonRecord> + 'a;

/// Who is on the register already.
#[derive(Clone, Default)]
pub struct KnownPeople<'a> {
    /// Reference and name by id number.
    pub by_id: HashMap<IdNumber, (String, String)>,
    /// Name by reference, for people whose id is still to follow too.
    pub by_reference: HashMap<String, String>,
    /// The record behind a reference, for telling what a duplicate says anew.
    pub record: Option<&'a RecordOf<'a>>,
    /// Whether two characters sound alike; without it none do.
    pub sounds_alike: Option<&'a dyn Fn(char, char) -> bool>,
}

impl fmt::Debug for KnownPeople<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KnownPeople")
            .field("by_id", &self.by_id.len())
            .field("by_reference", &self.by_reference.len())
            .finish_non_exhaustive()
    }
}

/// Reads every row of an opened file. `today` is the day that ages are counted on.
pub fn read(
    source: &Source<PersonColumn>,
    words: &Vocabulary,
    known: &KnownPeople<'_>,
    today: NaiveDate,
) -> Import<PersonRecord> {
    let mut reader = Reader {
        words,
        known,
        today,
        seen: HashMap::new(),
        references: HashSet::new(),
        import: Import {
            report: ImportReport::default(),
            records: Vec::new(),
            rejects: Vec::new(),
            columns: source.names().to_vec(),
            unknown_columns: source.unknown_columns(),
        },
    };
    for row in source.rows() {
        reader.take(row);
    }
    reader.import
}

struct Reader<'a> {
    words: &'a Vocabulary,
    known: &'a KnownPeople<'a>,
    today: NaiveDate,
    /// Row of every id number taken from this file, and its place among the records.
    seen: HashMap<IdNumber, (usize, usize)>,
    references: HashSet<String>,
    import: Import<PersonRecord>,
}

impl Reader<'_> {
    fn take(&mut self, row: Row<'_, PersonColumn>) {
        let mut detail = RowDetail::new(row.number());
        if row.is_skipped() {
            self.import.report.enter(detail);
            return;
        }
        let mut fixes = Fixes::default();
        let name = clean::name(row.cell(PersonColumn::Name), &mut fixes);
        let id = clean::id_number(row.cell(PersonColumn::IdNumber), self.today, &mut fixes);
        let mut record = record::record(row, self.words, id.ok(), &mut fixes);
        match &name {
            Ok((name, None)) => record.name.clone_from(name),
            Ok((name, Some(as_written))) => {
                record.name.clone_from(name);
                record::keep_words(&mut record, PersonColumn::Name, as_written);
            }
            Err(_) => {}
        }
        let verdict = match (name, id) {
            (Err(reason), _) => Verdict::Reject(reason, PersonColumn::Name),
            (Ok(_), Err(reason)) => self.without_id(row, &record, reason),
            (Ok(_), Ok(id)) => self.with_id(row, &record, id),
        };
        match verdict {
            Verdict::Take => {
                detail.warnings = record::warnings(row, &record);
                if self.settle_reference(&mut record) {
                    detail.warnings.push(Warning {
                        kind: WarningKind::ReferenceTaken,
                        cell: row.note(PersonColumn::Reference),
                    });
                }
                if let Some(id) = record.id_number {
                    let at = self.import.records.len();
                    self.seen.insert(id, (row.number(), at));
                }
                detail.fixes = fixes.sorted();
                detail.outcome = RowOutcome::of_fixes(&detail.fixes);
                detail.reference = Some(record.reference.clone()).filter(|r| !r.is_empty());
                self.import.records.push((row.number(), record));
            }
            Verdict::Duplicate(of_row, reference) => {
                detail.outcome = RowOutcome::Duplicate;
                detail.differs = self.differs(row, &record, reference.as_deref());
                detail.duplicate_of_row = of_row;
                detail.reference = reference;
            }
            Verdict::Conflict(of_row, reference) => {
                detail.duplicate_of_row = of_row;
                detail.reference = reference;
                self.reject(
                    row,
                    &mut detail,
                    Reason::IdConflict,
                    PersonColumn::Name,
                    None,
                );
            }
            Verdict::Reject(reason, column) => {
                let record = Some(record).filter(|_| reason == Reason::IdMissing);
                self.reject(row, &mut detail, reason, column, record);
            }
        }
        self.import.report.enter(detail);
    }

    fn reject(
        &mut self,
        row: Row<'_, PersonColumn>,
        detail: &mut RowDetail,
        reason: Reason,
        column: PersonColumn,
        record: Option<PersonRecord>,
    ) {
        detail.outcome = RowOutcome::Rejected;
        detail.reason = Some(reason);
        detail.cell = Some(row.note(column));
        self.import.rejects.push(Reject {
            row: row.number(),
            reason,
            cell: row.note(column),
            cells: row.texts(),
            record,
        });
    }

    /// The cells in which a row says something that the record or the earlier row does not.
    fn differs(
        &self,
        row: Row<'_, PersonColumn>,
        record: &PersonRecord,
        reference: Option<&str>,
    ) -> Vec<CellNote> {
        let stored = reference.and_then(|reference| self.known.record?(reference));
        let earlier = record.id_number.and_then(|id| self.seen.get(&id));
        let earlier = earlier.and_then(|(_, at)| self.import.records.get(*at));
        let there = stored.as_ref().or(earlier.map(|(_, record)| record));
        let Some(there) = there else {
            return Vec::new();
        };
        let mut cells: Vec<CellNote> = differing::columns(record, there)
            .into_iter()
            .filter_map(|column| differing::cell_of(row, column))
            .collect();
        cells.dedup();
        cells
    }

    /// A row without a usable id number is somebody known only if reference and name both say so.
    /// A record of our own that was kept without one comes back without one.
    fn without_id(
        &self,
        row: Row<'_, PersonColumn>,
        record: &PersonRecord,
        reason: Reason,
    ) -> Verdict {
        let known = self.known.by_reference.get(&record.reference);
        match known {
            Some(name) if self.same_name(name, &record.name) => {
                Verdict::Duplicate(None, Some(record.reference.clone()))
            }
            _ if reason == Reason::IdMissing && row.object().is_some() && is_kept(record) => {
                Verdict::Take
            }
            _ => Verdict::Reject(reason, PersonColumn::IdNumber),
        }
    }

    fn with_id(&self, row: Row<'_, PersonColumn>, record: &PersonRecord, id: IdNumber) -> Verdict {
        if let Some((reference, name)) = self.known.by_id.get(&id) {
            if self.same_name(name, &record.name) {
                return Verdict::Duplicate(None, Some(reference.clone()));
            }
            return Verdict::Conflict(None, Some(reference.clone()));
        }
        if let Some((row, at)) = self.seen.get(&id) {
            let earlier = self.import.records.get(*at);
            if earlier.is_some_and(|(_, there)| self.same_name(&there.name, &record.name)) {
                return Verdict::Duplicate(Some(*row), None);
            }
            return Verdict::Conflict(Some(*row), None);
        }
        let age = record.age_on(self.today).unwrap_or_default();
        let leaver = age == 15 && record.in_group(Group::YouthNotInSchool, self.today);
        let kept = row.object().is_some() && is_kept(record);
        if age < 16 && !leaver && !kept {
            return Verdict::Reject(Reason::Under16, PersonColumn::IdNumber);
        }
        Verdict::Take
    }

    /// Whether two names are one person's: the same but for dots, spaces and traditional forms, or
    /// but for one character that sounds alike (a slip of the pen). A name within a longer one is
    /// another name.
    fn same_name(&self, one: &str, other: &str) -> bool {
        let one: Vec<char> = self.words.comparable_name(one).chars().collect();
        let other: Vec<char> = self.words.comparable_name(other).chars().collect();
        if one.len() != other.len() {
            return false;
        }
        let mut apart = one.iter().zip(&other).filter(|(a, b)| a != b);
        match (apart.next(), apart.next()) {
            (None, _) => true,
            (Some((a, b)), None) if one.len() > 1 => {
                self.known.sounds_alike.is_some_and(|alike| alike(*a, *b))
            }
            _ => false,
        }
    }

    /// A reference that somebody else has is kept aside; the store gives a new one. Says whether
    /// that was so.
    fn settle_reference(&mut self, record: &mut PersonRecord) -> bool {
        if record.reference.is_empty() {
            return false;
        }
        let taken = self.known.by_reference.contains_key(&record.reference)
            || !self.references.insert(record.reference.clone());
        if taken {
            let reference = std::mem::take(&mut record.reference);
            record::keep_words(record, PersonColumn::Reference, &reference);
        }
        taken
    }
}

/// A record of our own JSON whose state says that it was kept although a roster's row would not be
/// taken. A sheet may have the column too; it does not let a row in.
fn is_kept(record: &PersonRecord) -> bool {
    record
        .state
        .is_some_and(|state| state != PersonState::Active)
}

/// What becomes of a row; where it is on record already, the earlier row or the reference.
enum Verdict {
    Take,
    Duplicate(Option<usize>, Option<String>),
    Conflict(Option<usize>, Option<String>),
    Reject(Reason, PersonColumn),
}
