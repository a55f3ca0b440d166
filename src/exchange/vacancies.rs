//! Rows of vacancies → records. A vacancy is on the books already by its reference, else by title,
//! employer, place and day of posting.

use super::{
    cells,
    clean::{self, Fixes},
    courses::{is_unread, warnings, written_date},
    offers::{self, KnownRecords, Read, Reading},
    report::{Import, Reason},
    source::{Row, Source, VacancyColumn},
};
use crate::domain::offer::VacancyRecord;

/// What makes a vacancy that vacancy, where it has no reference.
pub fn key(record: &VacancyRecord) -> String {
    let posted = match record.posted.value {
        Some(day) => day.to_string(),
        None => record.posted.text.clone(),
    };
    offers::key(&[&record.title, &record.employer, &record.place, &posted])
}

/// Reads every row of an opened file.
pub fn read(
    source: &Source<VacancyColumn>,
    known: &KnownRecords<VacancyRecord>,
) -> Import<VacancyRecord> {
    use VacancyColumn as C;
    let one = |row: Row<'_, C>, fixes: &mut Fixes| {
        let record = record(row, fixes);
        if record.title.is_empty() {
            return Err((Reason::TitleMissing, C::Title));
        }
        let unread = [
            (C::Headcount, is_unread(&record.headcount)),
            (C::Posted, is_unread(&record.posted)),
            (C::Closes, is_unread(&record.closes)),
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
            cell: &cells::vacancy,
            refer: &|record, reference| record.reference = reference,
            reference: C::Reference,
        },
    )
}

fn record(row: Row<'_, VacancyColumn>, fixes: &mut Fixes) -> VacancyRecord {
    use VacancyColumn as C;
    let posted = written_date(row, C::Posted, fixes);
    let closes = written_date(row, C::Closes, fixes);
    let reference = row.text(C::Reference, fixes);
    let title = row.text(C::Title, fixes);
    let mut text = |column: C| row.as_written(column, fixes);
    VacancyRecord {
        reference,
        title,
        employer: text(C::Employer),
        place: text(C::Place),
        pay: text(C::Pay),
        headcount: clean::count(text(C::Headcount)),
        requirement: text(C::Requirement),
        remark: text(C::Remark),
        benefit: text(C::Benefit),
        posted,
        closes,
        extra: row.extra(),
    }
}
