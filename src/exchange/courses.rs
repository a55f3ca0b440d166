//! Rows of courses → records. A course is on the books already by its reference, else by title,
//! training body and opening day.

use super::{
    cells,
    clean::{self, Fixes},
    offers::{self, KnownRecords, Read, Reading},
    report::{Import, Reason, Warning},
    sheet::Cell,
    source::{Column, CourseColumn, Row, Source},
};
use crate::domain::{offer::CourseRecord, written::Written};

/// What makes a course that course, where it has no reference.
pub fn key(record: &CourseRecord) -> String {
    let start = match record.start.value {
        Some(day) => day.to_string(),
        None => record.start.text.clone(),
    };
    offers::key(&[&record.title, &record.org, &start])
}

/// Reads every row of an opened file.
pub fn read(
    source: &Source<CourseColumn>,
    known: &KnownRecords<CourseRecord>,
) -> Import<CourseRecord> {
    use CourseColumn as C;
    let one = |row: Row<'_, C>, fixes: &mut Fixes| {
        let record = record(row, fixes);
        if record.title.is_empty() {
            return Err((Reason::TitleMissing, C::Title));
        }
        let unread = [
            (C::Start, is_unread(&record.start)),
            (C::Hours, is_unread(&record.hours)),
        ];
        Ok(Read {
            reference: record.reference.clone(),
            key: key(&record),
            also: None,
            id: None,
            is_closed: false,
            warnings: warnings(row, &unread),
            record,
        })
    };
    offers::read(
        source,
        known,
        &Reading {
            one: &one,
            cell: &cells::course,
            refer: &|record, reference| record.reference = reference,
            reference: C::Reference,
        },
    )
}

fn record(row: Row<'_, CourseColumn>, fixes: &mut Fixes) -> CourseRecord {
    use CourseColumn as C;
    let start = written_date(row, C::Start, fixes);
    let reference = row.text(C::Reference, fixes);
    let title = row.text(C::Title, fixes);
    let mut text = |column: C| row.as_written(column, fixes);
    CourseRecord {
        reference,
        title,
        org: text(C::Org),
        place: text(C::Place),
        start,
        hours: clean::count(text(C::Hours)),
        level: text(C::Level),
        target: text(C::Target),
        condition: text(C::Condition),
        fee: text(C::Fee),
        remark: text(C::Remark),
        extra: row.extra(),
    }
}

/// A date beside its words: what is no date (满30人开班) stays as words. The words of a record that
/// was ours already are read again and not mended again.
pub(super) fn written_date<C: Column>(
    row: Row<'_, C>,
    column: C,
    fixes: &mut Fixes,
) -> Written<chrono::NaiveDate> {
    let cell = row.cell(column);
    let mut own = Fixes::default();
    let value = clean::date(cell, &mut own);
    if row.object().is_none() {
        fixes.merge(own);
    }
    let text = match (cell, value) {
        (Cell::Text(_), _) | (_, None) => row.as_written(column, fixes),
        (_, Some(day)) => day.to_string(),
    };
    Written { text, value }
}

/// Words in a typed column that were not understood; a dash says that nothing is known.
pub(super) fn is_unread<T>(written: &Written<T>) -> bool {
    written.value.is_none() && !written.is_blank() && !clean::is_blank_mark(&written.text)
}

/// A warning for each column that was not understood.
pub(super) fn warnings<C: Column>(row: Row<'_, C>, unread: &[(C, bool)]) -> Vec<Warning> {
    unread
        .iter()
        .filter(|(_, is_unread)| *is_unread)
        .map(|(column, _)| offers::unread(row, *column))
        .collect()
}
