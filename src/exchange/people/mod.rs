//! Rows of people → records, with duplicates told apart from namesakes and twins.

mod record;
#[cfg(test)]
mod tests;
mod words;

use super::{
    clean::{self, Fixes},
    report::{Import, ImportReport, Reason, Reject, RowDetail, RowOutcome},
    source::{PersonColumn, Row, Source},
    vocabulary::Vocabulary,
};
use crate::domain::{group::Group, id_number::IdNumber, person::PersonRecord};
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};

/// Who is on the register already.
#[derive(Debug, Clone, Default)]
pub struct KnownPeople {
    /// Reference and name by id number.
    pub by_id: HashMap<IdNumber, (String, String)>,
    /// Name by reference, for people whose id is still to follow too.
    pub by_reference: HashMap<String, String>,
}

/// Reads every row of an opened file. `today` is the day that ages are counted on.
pub fn read(
    source: &Source<PersonColumn>,
    words: &Vocabulary,
    known: &KnownPeople,
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
    known: &'a KnownPeople,
    today: NaiveDate,
    /// Row and name of every id number taken from this file.
    seen: HashMap<IdNumber, (usize, String)>,
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
            (Ok(_), Err(reason)) => self.without_id(&record, reason),
            (Ok(_), Ok(id)) => self.with_id(&record, id),
        };
        match verdict {
            Verdict::Take => {
                self.settle_reference(&mut record);
                if let Some(id) = record.id_number {
                    self.seen.insert(id, (row.number(), record.name.clone()));
                }
                detail.fixes = fixes.sorted();
                detail.outcome = RowOutcome::of_fixes(&detail.fixes);
                detail.reference = Some(record.reference.clone()).filter(|r| !r.is_empty());
                self.import.records.push((row.number(), record));
            }
            Verdict::Duplicate(of_row, reference) => {
                detail.outcome = RowOutcome::Duplicate;
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
        self.import.rejects.push(Reject {
            row: row.number(),
            reason,
            column: row.name_of(column).to_owned(),
            cells: row.texts(),
            record,
        });
    }

    /// A row without a usable id number is somebody known only if reference and name both say so.
    fn without_id(&self, record: &PersonRecord, reason: Reason) -> Verdict {
        let known = self.known.by_reference.get(&record.reference);
        match known {
            Some(name) if self.same_name(name, &record.name) => {
                Verdict::Duplicate(None, Some(record.reference.clone()))
            }
            _ => Verdict::Reject(reason, PersonColumn::IdNumber),
        }
    }

    fn with_id(&self, record: &PersonRecord, id: IdNumber) -> Verdict {
        if let Some((reference, name)) = self.known.by_id.get(&id) {
            if self.same_name(name, &record.name) {
                return Verdict::Duplicate(None, Some(reference.clone()));
            }
            return Verdict::Conflict(None, Some(reference.clone()));
        }
        if let Some((row, name)) = self.seen.get(&id) {
            if self.same_name(name, &record.name) {
                return Verdict::Duplicate(Some(*row), None);
            }
            return Verdict::Conflict(Some(*row), None);
        }
        let age = record.age_on(self.today).unwrap_or_default();
        let leaver = age == 15 && record.in_group(Group::YouthNotInSchool, self.today);
        if age < 16 && !leaver {
            return Verdict::Reject(Reason::Under16, PersonColumn::IdNumber);
        }
        Verdict::Take
    }

    /// Whether two names may be one person's: the same but for dots, spaces and traditional forms,
    /// one a part of the other, or one character of three or more apart (a slip of the pen).
    fn same_name(&self, one: &str, other: &str) -> bool {
        let one: Vec<char> = self.words.comparable_name(one).chars().collect();
        let other: Vec<char> = self.words.comparable_name(other).chars().collect();
        let (short, long) = if one.len() <= other.len() {
            (&one, &other)
        } else {
            (&other, &one)
        };
        if short.len() >= 2
            && long
                .windows(short.len())
                .any(|part| part == short.as_slice())
        {
            return true;
        }
        let apart = one.iter().zip(&other).filter(|(a, b)| a != b).count();
        one.len() == other.len() && one.len() >= 3 && apart <= 1 && one.first() == other.first()
    }

    /// A reference that somebody else has is kept aside; the store gives a new one.
    fn settle_reference(&mut self, record: &mut PersonRecord) {
        if record.reference.is_empty() {
            return;
        }
        let taken = self.known.by_reference.contains_key(&record.reference)
            || !self.references.insert(record.reference.clone());
        if taken {
            let reference = std::mem::take(&mut record.reference);
            record::keep_words(record, PersonColumn::Reference, &reference);
        }
    }
}

/// What becomes of a row; where it is on record already, the earlier row or the reference.
enum Verdict {
    Take,
    Duplicate(Option<usize>, Option<String>),
    Conflict(Option<usize>, Option<String>),
    Reject(Reason, PersonColumn),
}
