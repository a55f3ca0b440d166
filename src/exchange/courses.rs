//! Rows of courses → records. A course is on the books already by its reference, else by title,
//! training body and opening day.

use super::{
    clean::{self, Fixes},
    offers::{self, KnownRecords, Read},
    report::{Import, Reason},
    source::{CourseColumn, Row, Source},
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
pub fn read(source: &Source<CourseColumn>, known: &KnownRecords) -> Import<CourseRecord> {
    offers::read(source, known, |row, fixes| {
        let record = record(row, fixes);
        if record.title.is_empty() {
            return Err((Reason::TitleMissing, CourseColumn::Title));
        }
        Ok(Read {
            reference: record.reference.clone(),
            key: key(&record),
            record,
        })
    })
}

fn record(row: Row<'_, CourseColumn>, fixes: &mut Fixes) -> CourseRecord {
    use CourseColumn as C;
    let start = written_date(row.cell(C::Start), fixes);
    let mut text = |column: C| clean::plain(row.cell(column), fixes);
    CourseRecord {
        reference: text(C::Reference),
        title: text(C::Title),
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

/// A date beside its words: what is no date (满30人开班) stays as words.
pub(super) fn written_date(
    cell: &super::sheet::Cell,
    fixes: &mut Fixes,
) -> Written<chrono::NaiveDate> {
    let value = clean::date(cell, fixes);
    let text = match (cell, value) {
        (super::sheet::Cell::Text(_), _) | (_, None) => clean::plain(cell, fixes),
        (_, Some(day)) => day.to_string(),
    };
    Written { text, value }
}
