//! What the sheets of courses, vacancies and contacts have in common: a row is on record already by
//! its identity or reference, else by what makes it that row.

use super::{
    clean::Fixes,
    report::{Import, ImportReport, Reason, Reject, RowDetail, RowOutcome, Warning, WarningKind},
    source::{Column, Row, Source},
};
use std::collections::{HashMap, HashSet};

/// What is on the books already.
#[derive(Debug, Clone)]
pub struct KnownRecords<R> {
    /// Record and key (`courses::key` and the like) by reference.
    by_reference: HashMap<String, (String, R)>,
    /// Reference by key.
    by_key: HashMap<String, String>,
    /// Reference by identity, and whether the record was taken back.
    by_id: HashMap<String, (String, bool)>,
    /// References of what was taken back.
    taken_back: HashSet<String>,
}

impl<R> Default for KnownRecords<R> {
    fn default() -> Self {
        Self {
            by_reference: HashMap::new(),
            by_key: HashMap::new(),
            by_id: HashMap::new(),
            taken_back: HashSet::new(),
        }
    }
}

impl<R> KnownRecords<R> {
    /// Adds a record on the books.
    pub fn insert(&mut self, reference: &str, key: String, record: R) {
        self.by_key.insert(key.clone(), reference.to_owned());
        self.by_reference
            .insert(reference.to_owned(), (key, record));
    }

    /// A looser key of a record on the books.
    pub fn insert_key(&mut self, reference: &str, key: String) {
        self.by_key
            .entry(key)
            .or_insert_with(|| reference.to_owned());
    }

    /// The identity of a record. One that was taken back counts only for rows that are closed too.
    pub fn insert_id(&mut self, reference: &str, id: String, is_taken_back: bool) {
        self.by_id.insert(id, (reference.to_owned(), is_taken_back));
        if is_taken_back {
            self.taken_back.insert(reference.to_owned());
        }
    }
}

/// Joins the parts that make a record that record.
pub(crate) fn key(parts: &[&str]) -> String {
    let fold = |part: &&str| -> String {
        crate::text::fold::fold_width(part)
            .to_lowercase()
            .chars()
            .filter(|c| c.is_alphanumeric())
            .collect()
    };
    parts.iter().map(fold).collect::<Vec<_>>().join("|")
}

/// A row read.
pub(crate) struct Read<R> {
    pub(crate) record: R,
    pub(crate) reference: String,
    pub(crate) key: String,
    /// A looser key under which later rows may find it.
    pub(crate) also: Option<String>,
    /// Identity, where the file has one.
    pub(crate) id: Option<String>,
    /// True for a record that counts no longer.
    pub(crate) is_closed: bool,
    pub(crate) warnings: Vec<Warning>,
}

/// Reads a row as a record, or says why it can't be taken and which column that rests on.
pub(crate) type ReadRow<'a, C, R> =
    dyn Fn(Row<'_, C>, &mut Fixes) -> Result<Read<R>, (Reason, C)> + 'a;

/// How the rows of a kind of sheet are read and compared.
pub(crate) struct Reading<'a, C, R> {
    /// Reads a row.
    pub(crate) one: &'a ReadRow<'a, C, R>,
    /// A cell of a record, for telling what differs.
    pub(crate) cell: &'a dyn Fn(&R, C) -> String,
    /// Gives a record another reference.
    pub(crate) refer: &'a dyn Fn(&mut R, String),
    /// The column of references.
    pub(crate) reference: C,
}

/// Where an earlier row of the file went.
#[derive(Clone, Copy)]
struct Earlier {
    row: usize,
    at: usize,
}

/// The rows of the file so far.
#[derive(Default)]
struct Seen {
    by_key: HashMap<String, Earlier>,
    by_reference: HashMap<String, Earlier>,
    by_id: HashMap<String, Earlier>,
}

/// What a row repeats.
enum Twin {
    OnRecord(String),
    InFile(Earlier),
}

/// Reads every row of an opened file.
pub(crate) fn read<C: Column, R>(
    source: &Source<C>,
    known: &KnownRecords<R>,
    reading: &Reading<'_, C, R>,
) -> Import<R> {
    let mut reader = Reader {
        known,
        reading,
        seen: Seen::default(),
        import: Import {
            report: ImportReport::default(),
            records: Vec::new(),
            rejects: Vec::new(),
            columns: source.names().to_vec(),
            unknown_columns: source.unknown_columns(),
        },
    };
    for row in source.rows() {
        let mut detail = RowDetail::new(row.number());
        if !row.is_skipped() {
            reader.answer(row, &mut detail);
        }
        reader.import.report.enter(detail);
    }
    reader.import
}

struct Reader<'a, C, R> {
    known: &'a KnownRecords<R>,
    reading: &'a Reading<'a, C, R>,
    seen: Seen,
    import: Import<R>,
}

impl<C: Column, R> Reader<'_, C, R> {
    fn answer(&mut self, row: Row<'_, C>, detail: &mut RowDetail) {
        let mut fixes = Fixes::default();
        let read = match (self.reading.one)(row, &mut fixes) {
            Ok(read) => read,
            Err((reason, column)) => {
                detail.outcome = RowOutcome::Rejected;
                detail.reason = Some(reason);
                detail.cell = Some(row.note(column));
                self.import.rejects.push(Reject {
                    row: row.number(),
                    reason,
                    cell: row.note(column),
                    cells: row.texts(),
                    record: None,
                });
                return;
            }
        };
        let there = match twin(&read, self.known, &self.seen) {
            Some(Twin::OnRecord(reference)) => {
                let stored = self.known.by_reference.get(&reference);
                detail.reference = Some(reference);
                stored.map(|(_, record)| record)
            }
            Some(Twin::InFile(earlier)) => {
                detail.duplicate_of_row = Some(earlier.row);
                self.import.records.get(earlier.at).map(|(_, r)| r)
            }
            None => {
                detail.fixes = fixes.sorted();
                detail.outcome = RowOutcome::of_fixes(&detail.fixes);
                self.take(read, row, detail);
                return;
            }
        };
        detail.outcome = RowOutcome::Duplicate;
        detail.differs = there.map_or_else(Vec::new, |there| {
            differing(&read.record, there, self.reading)
                .map(|column| row.note(column))
                .collect()
        });
    }

    fn take(&mut self, mut read: Read<R>, row: Row<'_, C>, detail: &mut RowDetail) {
        let earlier = Earlier {
            row: row.number(),
            at: self.import.records.len(),
        };
        detail.warnings = std::mem::take(&mut read.warnings);
        let is_taken = self.known.by_reference.contains_key(&read.reference)
            || self.seen.by_reference.contains_key(&read.reference);
        if is_taken {
            detail.warnings.push(Warning {
                kind: WarningKind::ReferenceTaken,
                cell: row.note(self.reading.reference),
            });
            read.reference.clear();
            (self.reading.refer)(&mut read.record, String::new());
        }
        if !read.reference.is_empty() {
            self.seen
                .by_reference
                .insert(read.reference.clone(), earlier);
            detail.reference = Some(read.reference);
        }
        if let Some(id) = read.id {
            self.seen.by_id.insert(id, earlier);
        }
        for key in std::iter::once(read.key).chain(read.also) {
            self.seen.by_key.entry(key).or_insert(earlier);
        }
        self.import.records.push((row.number(), read.record));
    }
}

/// The record or the earlier row that says the same. A row with an identity is that record and no
/// other, but where an office had no identities from the file that brought it.
fn twin<R>(read: &Read<R>, known: &KnownRecords<R>, seen: &Seen) -> Option<Twin> {
    let is_named = !read.reference.is_empty();
    if let Some(id) = &read.id {
        if let Some((reference, is_taken_back)) = known.by_id.get(id)
            && (!is_taken_back || read.is_closed)
        {
            return Some(Twin::OnRecord(reference.clone()));
        }
        if let Some(earlier) = seen.by_id.get(id) {
            return Some(Twin::InFile(*earlier));
        }
        let same = known.by_reference.get(&read.reference);
        return same
            .filter(|(key, _)| is_named && *key == read.key)
            .map(|_| Twin::OnRecord(read.reference.clone()));
    }
    if is_named {
        let was_closed = read.is_closed && known.taken_back.contains(&read.reference);
        if was_closed || known.by_reference.contains_key(&read.reference) {
            return Some(Twin::OnRecord(read.reference.clone()));
        }
        return seen
            .by_reference
            .get(&read.reference)
            .copied()
            .map(Twin::InFile);
    }
    if let Some(reference) = known.by_key.get(&read.key) {
        return Some(Twin::OnRecord(reference.clone()));
    }
    seen.by_key.get(&read.key).copied().map(Twin::InFile)
}

/// The columns in which a row says something that the record does not.
fn differing<'a, C: Column, R>(
    record: &'a R,
    there: &'a R,
    reading: &'a Reading<'_, C, R>,
) -> impl Iterator<Item = C> + 'a {
    C::all().iter().copied().filter(move |column| {
        let new = (reading.cell)(record, *column);
        *column != reading.reference && !new.is_empty() && new != (reading.cell)(there, *column)
    })
}

/// A warning about a cell that could not be read and whose words are kept.
pub(crate) fn unread<C: Column>(row: Row<'_, C>, column: C) -> Warning {
    Warning {
        kind: WarningKind::Unread,
        cell: row.note(column),
    }
}

#[cfg(test)]
mod tests;
