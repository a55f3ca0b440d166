//! What the sheets of courses, vacancies and contacts have in common: a row is on record already by
//! its reference, else by what makes it that row.

use super::{
    clean::Fixes,
    report::{Import, ImportReport, Reason, Reject, RowDetail, RowOutcome},
    source::{Column, Row, Source},
};
use std::collections::HashMap;

/// What is on the books already.
#[derive(Debug, Clone, Default)]
pub struct KnownRecords {
    /// Key (`courses::key` and the like) by reference.
    pub by_reference: HashMap<String, String>,
    /// Reference by key.
    pub by_key: HashMap<String, String>,
}

impl KnownRecords {
    /// Adds a record on the books.
    pub fn insert(&mut self, reference: &str, key: String) {
        self.by_reference.insert(reference.to_owned(), key.clone());
        self.by_key.insert(key, reference.to_owned());
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

/// A row read: the record with its reference and key.
pub(crate) struct Read<R> {
    pub(crate) record: R,
    pub(crate) reference: String,
    pub(crate) key: String,
}

/// Reads every row of an opened file. `one` reads a row, or says why it can't be taken and which
/// column that rests on.
pub(crate) fn read<C: Column, R>(
    source: &Source<C>,
    known: &KnownRecords,
    one: impl Fn(Row<'_, C>, &mut Fixes) -> Result<Read<R>, (Reason, C)>,
) -> Import<R> {
    let mut import = Import {
        report: ImportReport::default(),
        records: Vec::new(),
        rejects: Vec::new(),
        columns: source.names().to_vec(),
        unknown_columns: source.unknown_columns(),
    };
    let mut rows_by_key: HashMap<String, usize> = HashMap::new();
    let mut rows_by_reference: HashMap<String, usize> = HashMap::new();
    for row in source.rows() {
        let mut detail = RowDetail::new(row.number());
        if row.is_skipped() {
            import.report.enter(detail);
            continue;
        }
        let mut fixes = Fixes::default();
        let read = match one(row, &mut fixes) {
            Ok(read) => read,
            Err((reason, column)) => {
                detail.outcome = RowOutcome::Rejected;
                detail.reason = Some(reason);
                import.rejects.push(Reject {
                    row: row.number(),
                    reason,
                    column: row.name_of(column).to_owned(),
                    cells: row.texts(),
                    record: None,
                });
                import.report.enter(detail);
                continue;
            }
        };
        let named = !read.reference.is_empty();
        let on_record = if named && known.by_reference.contains_key(&read.reference) {
            Some(read.reference.clone())
        } else {
            known.by_key.get(&read.key).filter(|_| !named).cloned()
        };
        let earlier = if named {
            rows_by_reference.get(&read.reference).copied()
        } else {
            rows_by_key.get(&read.key).copied()
        };
        if on_record.is_some() || earlier.is_some() {
            detail.outcome = RowOutcome::Duplicate;
            detail.duplicate_of_row = earlier;
            detail.reference = on_record;
        } else {
            if named {
                rows_by_reference.insert(read.reference.clone(), row.number());
            }
            rows_by_key.entry(read.key).or_insert(row.number());
            detail.fixes = fixes.sorted();
            detail.outcome = RowOutcome::of_fixes(&detail.fixes);
            detail.reference = Some(read.reference).filter(|r| !r.is_empty());
            import.records.push((row.number(), read.record));
        }
        import.report.enter(detail);
    }
    import
}

#[cfg(test)]
mod tests;
